/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/stats_lists: a table of lists, by column name, made into a frame. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bind/stats.h"

/* Columns in byte order of their names, so that what is refused first is always the same. */
typedef struct {
    stead_column *columns;
    size_t width, height;
} lists;

static int compare_columns(const void *a, const void *b)
{
    return strcmp(((const stead_column *)a)->name, ((const stead_column *)b)->name);
}

static lists name_lists(lua_State *L, int t)
{
    lists l = {.width = 0};
    for (lua_pushnil(L); lua_next(L, t) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING || lua_type(L, -1) != LUA_TTABLE)
            luaL_argerror(L, t, "a frame, or a table of lists by column name, expected");
        l.width++;
    }
    luaL_argcheck(L, l.width > 0, t, "there are no columns");
    l.columns = lua_newuserdatauv(L, l.width * sizeof *l.columns, 0);
    size_t at = 0;
    for (lua_pushnil(L); lua_next(L, t) != 0; lua_pop(L, 1)) {
        size_t length = (size_t)lua_rawlen(L, -1);
        l.height = length > l.height ? length : l.height;
        l.columns[at++] = (stead_column){lua_tostring(L, -2), STEAD_INTEGER};
    }
    qsort(l.columns, l.width, sizeof *l.columns, compare_columns);
    return l;
}

/* What the value on top of the stack would make its column; false for what no cell can be. */
static bool kind_of(lua_State *L, stead_kind *kind)
{
    int64_t amount;
    *kind = lua_isinteger(L, -1) ? STEAD_INTEGER : STEAD_REAL;
    if (lua_type(L, -1) == LUA_TNUMBER)
        return true;
    *kind = lua_type(L, -1) == LUA_TSTRING ? STEAD_TEXT : STEAD_MONEY;
    if (*kind == STEAD_TEXT || bind_is_money(L, -1, &amount))
        return true;
    *kind = STEAD_RATE;
    return bind_is_rate(L, -1, &amount);
}

static int refuse_item(lua_State *L, int t, const char *name, size_t row, const char *what)
{
    return luaL_argerror(L, t,
                         lua_pushfstring(L, "row %I: %s %s is not %s", (LUAI_UACINT)row, name,
                                         bind_describe(L, -1), what));
}

/* The kind of the list on top of the stack: real where any number is, and text where texts and
 * numbers are mixed, for whoever wants numbers to refuse by row. */
static stead_kind list_kind(lua_State *L, int t, const char *name, size_t height)
{
    stead_kind kind = STEAD_REAL, cell;
    bool any = false;
    for (size_t i = 1; i <= height; i++, lua_pop(L, 1)) {
        if (lua_rawgeti(L, -1, (lua_Integer)i) == LUA_TNIL)
            continue;
        if (!kind_of(L, &cell))
            refuse_item(L, t, name, i, "a number or a text");
        if (!any || cell == kind)
            kind = cell;
        else if (cell == STEAD_MONEY || cell == STEAD_RATE || kind == STEAD_MONEY ||
                 kind == STEAD_RATE)
            refuse_item(L, t, name, i, "like those before");
        else
            kind = cell == STEAD_TEXT || kind == STEAD_TEXT ? STEAD_TEXT : STEAD_REAL;
        any = true;
    }
    return kind;
}

static void set_cell(lua_State *L, stead_frame *frame, size_t column)
{
    stead_error err;
    int64_t amount = 0;
    size_t len;
    switch (stead_frame_kind(frame, column)) {
    case STEAD_TEXT: {
        const char *text = luaL_tolstring(L, -1, &len);
        if (stead_frame_set_text(frame, column, text, len, &err) != STEAD_OK)
            bind_raise(L, &err);
        lua_pop(L, 1);
        break;
    }
    case STEAD_REAL:
        stead_frame_set_real(frame, column, lua_tonumber(L, -1));
        break;
    case STEAD_INTEGER:
        stead_frame_set_number(frame, column, lua_tointeger(L, -1));
        break;
    default:
        if (bind_is_money(L, -1, &amount) || bind_is_rate(L, -1, &amount))
            stead_frame_set_number(frame, column, amount);
    }
}

void stats_frame_of_lists(lua_State *L, int t)
{
    stead_error err;
    lists l = name_lists(L, t);
    int base = lua_gettop(L);
    luaL_checkstack(L, (int)l.width + 20, "too many columns");
    for (size_t c = 0; c < l.width; c++) {
        bind_field(L, t, l.columns[c].name);
        l.columns[c].kind = list_kind(L, t, l.columns[c].name, l.height);
    }
    stead_frame **slot = bind_new_frame(L);
    if (stead_frame_create(slot, l.columns, l.width, &err) != STEAD_OK)
        bind_raise(L, &err);
    for (size_t i = 1; i <= l.height; i++) {
        if (stead_frame_add_row(*slot, &err) != STEAD_OK)
            bind_raise(L, &err);
        for (size_t c = 0; c < l.width; c++, lua_pop(L, 1))
            if (lua_rawgeti(L, base + 1 + (int)c, (lua_Integer)i) != LUA_TNIL)
                set_cell(L, *slot, c);
    }
    bind_weigh_frame(L, *slot);
}
