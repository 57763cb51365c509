/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/options: reads a table of named options that a script wrote, raising with table and key
 * named for anything that is not as it should be. Metamethods are not asked, so that texts stay
 * good as long as the table is on the stack and unchanged. */
#ifndef STEAD_BIND_OPTIONS_H
#define STEAD_BIND_OPTIONS_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Which table is read, and where lists go that are taken from it. */
typedef struct {
    lua_State *L;
    int arg;            /* the argument it belongs to */
    stead_arena *arena; /* may be NULL where no list is read */
    const char *where;  /* for messages: "recipe", "field 'asc'" */
} bind_options;

/* Raises "where, key: why"; key may be NULL. */
int bind_refuse_option(const bind_options *o, const char *key, const char *why);

/* Room for `count` items (and one of zeros after them), from the arena. */
void *bind_take(const bind_options *o, size_t count, size_t size);

/* Raises for a key of the table at `t` (an absolute index) that is not in `known`, a list that
 * NULL ends, naming the nearest that is. */
void bind_check_keys(const bind_options *o, int t, const char *const *known);

/* The text of `known` that is nearest to `key`; NULL when none is near. */
const char *bind_nearest(const char *key, const char *const *known);

/* Pushes the value of a key and returns its type. */
int bind_get(const bind_options *o, int t, const char *key);

const char *bind_get_text(const bind_options *o, int t, const char *key); /* NULL when absent */
bool bind_get_flag(const bind_options *o, int t, const char *key); /* false when absent */

/* A whole number from 1; `otherwise` when absent. */
size_t bind_get_count(const bind_options *o, int t, const char *key, size_t otherwise);

/* Which of the texts in `choices`, a list that NULL ends; the first, 0, when absent. */
int bind_get_choice(const bind_options *o, int t, const char *key, const char *const *choices);

/* A text, or a list of them; none when absent. */
const char *const *bind_get_texts(const bind_options *o, int t, const char *key, size_t *count);

#endif
