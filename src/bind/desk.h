/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/desk: what one reading or writing of a file holds, given back when it ends, however it
 * ends. */
#ifndef STEAD_BIND_DESK_H
#define STEAD_BIND_DESK_H

#include <lua.h>

#include "base/arena.h"
#include "base/text.h"
#include "sheet/json.h"
#include "sheet/recipe.h"
#include "sheet/xlsx_parts.h"

typedef struct {
    stead_arena *arena;
    stead_rows rows;
    stead_reading reading;
    stead_texts names;
    stead_text text;
    stead_json *json;
} bind_desk;

/* Registers what a desk is; once. */
void bind_open_desk(lua_State *L);

/* Pushes an empty desk; the caller marks it with lua_toclose, or leaves it to the collector. */
bind_desk *bind_new_desk(lua_State *L);
bind_desk *bind_check_desk(lua_State *L, int index);

/* The path at `arg`; one that holds a NUL would be cut silently, and is refused. */
const char *bind_check_path(lua_State *L, int arg);

#endif
