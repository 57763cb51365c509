/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* base/text: a growing string, the distance between two words, and cp1252. */
#ifndef STEAD_BASE_TEXT_H
#define STEAD_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

/* A growing, NUL-terminated string. All zeros is an empty one; free `bytes` through
 * stead_text_free. */
typedef struct {
    char *bytes;
    size_t len, room;
} stead_text;

stead_status stead_text_add(stead_text *text, const char *bytes, size_t len, stead_error *err);
stead_status stead_text_add_char(stead_text *text, char c, stead_error *err);
void stead_text_clear(stead_text *text); /* keeps the memory */
void stead_text_free(stead_text *text);

/* Edits (insert, delete, replace, swap neighbours; case ignored) that turn a into b, or `limit`
 * + 1 when there are more. For "did you mean". Words over 64 bytes count as too far. */
int stead_text_distance(const char *a, size_t alen, const char *b, size_t blen, int limit);

/* Whether `bytes` is well-formed UTF-8; *bad is set to the first offending byte's position. */
bool stead_text_is_utf8(const char *bytes, size_t len, size_t *bad);

/* Appends cp1252 `bytes` to `text` as UTF-8; STEAD_PARSE for the five bytes cp1252 leaves
 * undefined. */
stead_status stead_text_add_cp1252(stead_text *text, const char *bytes, size_t len,
                                   stead_error *err);

#endif
