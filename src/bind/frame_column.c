/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/frame_column: columns as scripts name them. */
#include <string.h>

#include "base/text.h"
#include "bind/bind.h"

/* The column whose name is nearest to `wanted`, or NULL when none is near. */
static const char *nearest_name(const stead_frame *frame, const char *wanted)
{
    const char *best = NULL;
    int least = 4;
    for (size_t i = 0; i < stead_frame_width(frame); i++) {
        const char *name = stead_frame_name(frame, i);
        int far = stead_text_distance(wanted, strlen(wanted), name, strlen(name), 3);
        if (far < least && (size_t)far * 2 < strlen(name)) {
            least = far;
            best = name;
        }
    }
    return best;
}

static size_t find_column(lua_State *L, int arg, const stead_frame *frame, const char *name)
{
    size_t column = 0;
    if (!stead_frame_find(frame, name, &column)) {
        const char *nearest = nearest_name(frame, name);
        if (nearest == NULL)
            luaL_argerror(L, arg, lua_pushfstring(L, "there is no column '%s'", name));
        luaL_argerror(
            L, arg,
            lua_pushfstring(L, "there is no column '%s'; did you mean '%s'?", name, nearest));
    }
    return column;
}

size_t bind_check_column(lua_State *L, int arg, const stead_frame *frame)
{
    if (lua_isinteger(L, arg)) {
        lua_Integer at = lua_tointeger(L, arg);
        if (at < 1 || (size_t)at > stead_frame_width(frame))
            luaL_argerror(L, arg,
                          lua_pushfstring(L, "there is no column %I; the frame has %I",
                                          (LUAI_UACINT)at,
                                          (LUAI_UACINT)stead_frame_width(frame)));
        return (size_t)at - 1;
    }
    return find_column(L, arg, frame, luaL_checkstring(L, arg));
}

size_t *bind_check_columns(lua_State *L, int index, int arg, const stead_frame *frame,
                           size_t *count)
{
    if (!lua_istable(L, index))
        luaL_argerror(L, arg, "a list of column names expected");
    index = lua_absindex(L, index);
    *count = (size_t)lua_rawlen(L, index);
    luaL_argcheck(L, *count > 0, arg, "no columns named");
    size_t *columns = lua_newuserdatauv(L, *count * sizeof *columns, 0);
    for (size_t i = 0; i < *count; i++) {
        if (lua_rawgeti(L, index, (lua_Integer)i + 1) != LUA_TSTRING)
            luaL_argerror(L, arg,
                          lua_pushfstring(L, "a list of column names expected; item %I is a %s",
                                          (LUAI_UACINT)i + 1, luaL_typename(L, -1)));
        columns[i] = find_column(L, arg, frame, lua_tostring(L, -1));
        lua_pop(L, 1);
    }
    return columns;
}
