/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/frame_new: a frame from Lua tables. Nothing is guessed: a cell of another kind and a
 * name that no column has are refused, with row and column. */
#include "bind/bind.h"

#include <math.h>
#include <string.h>

enum { COLUMNS = 1, ROWS = 2 };

static stead_kind kind_named(lua_State *L, const char *name, size_t at)
{
    for (int kind = STEAD_TEXT; kind <= STEAD_REAL; kind++)
        if (strcmp(name, stead_kind_name((stead_kind)kind)) == 0)
            return (stead_kind)kind;
    luaL_argerror(L, COLUMNS,
                  lua_pushfstring(L,
                                  "column %I: '%s' is not a kind; write text, integer, "
                                  "quantity, money, rate or real",
                                  (LUAI_UACINT)at, name));
    return STEAD_TEXT;
}

/* The columns asked for, in a block that is pushed; their names stay in the tables given. */
static stead_column *read_columns(lua_State *L, size_t *count)
{
    luaL_checktype(L, COLUMNS, LUA_TTABLE);
    *count = (size_t)lua_rawlen(L, COLUMNS);
    luaL_argcheck(L, *count > 0, COLUMNS, "a frame needs at least one column");
    stead_column *columns = lua_newuserdatauv(L, *count * sizeof *columns, 0);
    for (size_t i = 0; i < *count; i++) {
        if (lua_rawgeti(L, COLUMNS, (lua_Integer)i + 1) != LUA_TTABLE ||
            lua_rawgeti(L, -1, 1) != LUA_TSTRING || lua_rawgeti(L, -2, 2) != LUA_TSTRING)
            luaL_argerror(L, COLUMNS,
                          lua_pushfstring(L, "column %I: write { \"name\", \"kind\" }",
                                          (LUAI_UACINT)i + 1));
        columns[i].name = lua_tostring(L, -2);
        columns[i].kind = kind_named(L, lua_tostring(L, -1), i + 1);
        lua_pop(L, 3);
    }
    return columns;
}

/* Where the reading is, for messages. */
typedef struct {
    stead_frame *frame;
    size_t row, column;
} place;

static int refuse_cell(lua_State *L, const place *at, const char *why, const char *hint)
{
    return luaL_argerror(L, ROWS,
                         lua_pushfstring(L, "row %I, column '%s': %s%s", (LUAI_UACINT)at->row,
                                         stead_frame_name(at->frame, at->column), why, hint));
}

static int refuse_kind(lua_State *L, const place *at, const char *hint)
{
    const char *what = bind_describe(L, -2);
    const char *kind = stead_kind_name(stead_frame_kind(at->frame, at->column));
    return refuse_cell(L, at, lua_pushfstring(L, "%s expected, got %s", kind, what), hint);
}

/* Sets a cell counted in whole units; the least whole number stands for a missing cell. */
static void set_whole(lua_State *L, const place *at, int64_t value)
{
    if (value == STEAD_MISSING)
        refuse_cell(L, at, "the number is too large", "");
    stead_frame_set_number(at->frame, at->column, value);
}

static void set_text(lua_State *L, const place *at)
{
    stead_error err;
    size_t len;
    if (lua_type(L, -1) != LUA_TSTRING)
        refuse_kind(L, at, lua_pushliteral(L, ""));
    const char *text = lua_tolstring(L, -1, &len);
    if (stead_frame_set_text(at->frame, at->column, text, len, &err))
        bind_raise(L, &err);
}

static void set_integer(lua_State *L, const place *at)
{
    if (!lua_isinteger(L, -1))
        refuse_kind(L, at, lua_pushliteral(L, ""));
    set_whole(L, at, lua_tointeger(L, -1));
}

/* A number, or decimal text when every digit counts. */
static void set_quantity(lua_State *L, const place *at)
{
    stead_error err;
    int64_t value = 0;
    size_t len;
    if (lua_type(L, -1) == LUA_TNUMBER) {
        if (!bind_to_nano(lua_tonumber(L, -1), &value))
            refuse_cell(L, at, "the number is too large, or not one", "");
    } else if (lua_type(L, -1) == LUA_TSTRING) {
        const char *text = lua_tolstring(L, -1, &len);
        if (stead_decimal_parse(text, len, 9, STEAD_DECIMAL_COMMAS, &value, &err))
            refuse_cell(L, at, err.text, "");
    } else {
        refuse_kind(L, at, lua_pushliteral(L, ""));
    }
    set_whole(L, at, value);
}

static void set_money(lua_State *L, const place *at)
{
    stead_pence pence = 0;
    if (!bind_is_money(L, -1, &pence))
        refuse_kind(L, at, bind_money_hint(L, -1));
    set_whole(L, at, pence);
}

static void set_rate(lua_State *L, const place *at)
{
    stead_rate rate = 0;
    if (!bind_is_rate(L, -1, &rate))
        refuse_kind(L, at, bind_rate_hint(L, -1));
    set_whole(L, at, rate);
}

static void set_real(lua_State *L, const place *at)
{
    if (lua_type(L, -1) != LUA_TNUMBER)
        refuse_kind(L, at, lua_pushliteral(L, ""));
    stead_frame_set_real(at->frame, at->column, lua_tonumber(L, -1));
}

static void set_cell(lua_State *L, const place *at)
{
    static void (*const setters[])(lua_State *, const place *) = {
        [STEAD_TEXT] = set_text,         [STEAD_INTEGER] = set_integer,
        [STEAD_QUANTITY] = set_quantity, [STEAD_MONEY] = set_money,
        [STEAD_RATE] = set_rate,         [STEAD_REAL] = set_real,
    };
    setters[stead_frame_kind(at->frame, at->column)](L, at);
}

/* Names the least of the keys that no column has taken, so that the message never depends on
 * the order of a table. */
static int refuse_key(lua_State *L, const place *at)
{
    size_t column, width = stead_frame_width(at->frame);
    const char *least = NULL;
    lua_Integer past = 0;
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) == LUA_TSTRING) {
            const char *key = lua_tostring(L, -2);
            if (!stead_frame_find(at->frame, key, &column) &&
                (least == NULL || strcmp(key, least) < 0))
                least = key;
        } else if (lua_isinteger(L, -2) && (size_t)lua_tointeger(L, -2) > width) {
            past = past == 0 || lua_tointeger(L, -2) < past ? lua_tointeger(L, -2) : past;
        }
    }
    if (least != NULL)
        return luaL_argerror(
            L, ROWS,
            lua_pushfstring(L, "row %I: there is no column '%s'", (LUAI_UACINT)at->row, least));
    if (past != 0)
        return luaL_argerror(L, ROWS,
                             lua_pushfstring(L, "row %I: item %I, but there are %I columns",
                                             (LUAI_UACINT)at->row, (LUAI_UACINT)past,
                                             (LUAI_UACINT)width));
    return luaL_argerror(L, ROWS,
                         lua_pushfstring(L,
                                         "row %I: give cells by name or by position, once each",
                                         (LUAI_UACINT)at->row));
}

static size_t count_keys(lua_State *L)
{
    size_t count = 0;
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1))
        count++;
    return count;
}

/* Reads the row on top of the stack. */
static void read_row(lua_State *L, place *at)
{
    size_t taken = 0;
    for (at->column = 0; at->column < stead_frame_width(at->frame); at->column++) {
        lua_pushstring(L, stead_frame_name(at->frame, at->column));
        if (lua_rawget(L, -2) == LUA_TNIL) {
            lua_pop(L, 1);
            lua_rawgeti(L, -1, (lua_Integer)at->column + 1);
        }
        if (!lua_isnil(L, -1)) {
            set_cell(L, at);
            taken++;
        }
        lua_pop(L, 1);
    }
    if (taken != count_keys(L))
        refuse_key(L, at);
}

int bind_frame_new(lua_State *L)
{
    stead_error err;
    size_t count;
    lua_settop(L, ROWS);
    const stead_column *columns = read_columns(L, &count);
    if (!lua_isnoneornil(L, ROWS))
        luaL_checktype(L, ROWS, LUA_TTABLE);
    stead_frame **made = bind_new_frame(L);
    if (stead_frame_create(made, columns, count, &err))
        return bind_raise(L, &err);
    size_t height = lua_istable(L, ROWS) ? (size_t)lua_rawlen(L, ROWS) : 0;
    for (place at = {*made, 1, 0}; at.row <= height; at.row++) {
        if (lua_rawgeti(L, ROWS, (lua_Integer)at.row) != LUA_TTABLE)
            luaL_argerror(L, ROWS,
                          lua_pushfstring(L, "row %I: a table expected, got %s",
                                          (LUAI_UACINT)at.row, luaL_typename(L, -1)));
        if (stead_frame_add_row(at.frame, &err))
            return bind_raise(L, &err);
        read_row(L, &at);
        lua_pop(L, 1);
    }
    return 1;
}
