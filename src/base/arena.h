/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* base/arena: memory for one piece of work, given back at once. */
#ifndef STEAD_BASE_ARENA_H
#define STEAD_BASE_ARENA_H

#include <stddef.h>

#include "base/status.h"

typedef struct stead_arena stead_arena;

stead_status stead_arena_create(stead_arena **out, stead_error *err);
void stead_arena_free(stead_arena *arena); /* NULL is fine; everything taken from it goes too */

/* `count` zeroed items of `size` bytes, aligned for any type; NULL fills `err`. */
void *stead_arena_take(stead_arena *arena, size_t count, size_t size, stead_error *err);

/* `len` bytes and a NUL; NULL fills `err`. */
char *stead_arena_copy(stead_arena *arena, const char *text, size_t len, stead_error *err);

#endif
