/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* base/symbols: each distinct text kept once and known by a small number. Codes and names
 * repeat on thousands of rows; comparing them is then comparing numbers. */
#ifndef STEAD_BASE_SYMBOLS_H
#define STEAD_BASE_SYMBOLS_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

typedef struct stead_symbols stead_symbols;
typedef uint32_t stead_symbol; /* 0 is "no text" */

stead_status stead_symbols_create(stead_symbols **out, stead_error *err);
/* The same texts under the same numbers. */
stead_status stead_symbols_copy(stead_symbols **out, const stead_symbols *from,
                                stead_error *err);
void stead_symbols_free(stead_symbols *symbols); /* NULL is fine */

/* The number of `text`, adding it when new. */
stead_status stead_symbols_add(stead_symbols *symbols, const char *text, size_t len,
                               stead_symbol *out, stead_error *err);

/* The number of `text`, or 0 when it has not been added. */
stead_symbol stead_symbols_find(const stead_symbols *symbols, const char *text, size_t len);

/* NUL-terminated, owned by `symbols`, good until it is freed; "" for 0. */
const char *stead_symbols_text(const stead_symbols *symbols, stead_symbol symbol);
size_t stead_symbols_length(const stead_symbols *symbols, stead_symbol symbol);

/* How many symbols there are; they are numbered 1 to this. */
size_t stead_symbols_count(const stead_symbols *symbols);

#endif
