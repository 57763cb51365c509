/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/frame: tables of typed columns. A missing cell is nil; a quantity is a Lua number; money
 * and rates are values of their own. Rows and columns count from 1. */
#include "bind/bind.h"
#include "model/arrange.h"

#define FRAME "stead.frame"

enum { ABOUT = 1 }; /* the user value: what Lua modules know about the frame */

typedef struct {
    stead_frame *core; /* NULL: closed */
} frame_box;

stead_frame **bind_new_frame(lua_State *L)
{
    frame_box *box = lua_newuserdatauv(L, sizeof *box, ABOUT);
    box->core = NULL;
    luaL_setmetatable(L, FRAME);
    return &box->core;
}

void bind_weigh_frame(lua_State *L, const stead_frame *frame)
{
    size_t bytes = stead_frame_width(frame) * stead_frame_height(frame) * sizeof(int64_t);
    if (bytes >= 1024)
        lua_gc(L, LUA_GCSTEP, (int)(bytes / 1024 < 100000 ? bytes / 1024 : 100000));
}

/* Ends a method that makes a frame. */
static int frame_made(lua_State *L, stead_status rc, stead_frame *const *made,
                      const stead_error *err)
{
    if (rc != STEAD_OK)
        return bind_raise(L, err);
    bind_weigh_frame(L, *made);
    return 1;
}

const stead_frame *bind_check_frame(lua_State *L, int arg)
{
    const frame_box *box = bind_check(L, arg, FRAME);
    luaL_argcheck(L, box->core != NULL, arg, "frame is closed");
    return box->core;
}

const stead_frame *bind_test_frame(lua_State *L, int index)
{
    const frame_box *box = bind_test(L, index, FRAME);
    return box == NULL ? NULL : box->core;
}

void bind_push_cell(lua_State *L, const stead_frame *frame, size_t row, size_t column)
{
    if (stead_frame_is_missing(frame, row, column)) {
        lua_pushnil(L);
        return;
    }
    switch (stead_frame_kind(frame, column)) {
    case STEAD_TEXT:
        lua_pushlstring(L, stead_frame_text(frame, row, column),
                        stead_symbols_length(stead_frame_symbols(frame),
                                             stead_frame_texts(frame, column)[row]));
        break;
    case STEAD_INTEGER:
        lua_pushinteger(L, stead_frame_number(frame, row, column));
        break;
    case STEAD_QUANTITY:
        lua_pushnumber(L, (lua_Number)stead_frame_number(frame, row, column) / 1e9);
        break;
    case STEAD_MONEY:
        bind_push_money(L, stead_frame_number(frame, row, column));
        break;
    case STEAD_RATE:
        bind_push_rate(L, stead_frame_number(frame, row, column));
        break;
    case STEAD_REAL:
        lua_pushnumber(L, stead_frame_real(frame, row, column));
        break;
    }
}

static size_t check_row(lua_State *L, int arg, const stead_frame *frame)
{
    lua_Integer row = luaL_checkinteger(L, arg);
    size_t height = stead_frame_height(frame);
    if (row < 1 || (size_t)row > height)
        luaL_argerror(L, arg,
                      lua_pushfstring(L, "there is no row %I; the frame has %I",
                                      (LUAI_UACINT)row, (LUAI_UACINT)height));
    return (size_t)row - 1;
}

static void push_row(lua_State *L, const stead_frame *frame, size_t row)
{
    lua_createtable(L, 0, (int)stead_frame_width(frame));
    for (size_t i = 0; i < stead_frame_width(frame); i++) {
        bind_push_cell(L, frame, row, i);
        lua_setfield(L, -2, stead_frame_name(frame, i));
    }
}

/* f:width() -> integer */
static int frame_width(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)stead_frame_width(bind_check_frame(L, 1)));
    return 1;
}

/* #f, f:height() -> integer */
static int frame_height(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)stead_frame_height(bind_check_frame(L, 1)));
    return 1;
}

/* f:has(name) -> whether there is a column of that name */
static int frame_has(lua_State *L)
{
    size_t column;
    const stead_frame *frame = bind_check_frame(L, 1);
    lua_pushboolean(L, stead_frame_find(frame, luaL_checkstring(L, 2), &column));
    return 1;
}

/* f:names() -> list of texts */
static int frame_names(lua_State *L)
{
    const stead_frame *frame = bind_check_frame(L, 1);
    lua_createtable(L, (int)stead_frame_width(frame), 0);
    for (size_t i = 0; i < stead_frame_width(frame); i++) {
        lua_pushstring(L, stead_frame_name(frame, i));
        lua_seti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

/* f:kinds() -> list of "text", "integer", "quantity", "money", "rate" or "real" */
static int frame_kinds(lua_State *L)
{
    const stead_frame *frame = bind_check_frame(L, 1);
    lua_createtable(L, (int)stead_frame_width(frame), 0);
    for (size_t i = 0; i < stead_frame_width(frame); i++) {
        lua_pushstring(L, stead_kind_name(stead_frame_kind(frame, i)));
        lua_seti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

/* f:cell(row, column) -> value or nil */
static int frame_cell(lua_State *L)
{
    const stead_frame *frame = bind_check_frame(L, 1);
    size_t row = check_row(L, 2, frame);
    bind_push_cell(L, frame, row, bind_check_column(L, 3, frame));
    return 1;
}

/* f:row(row) -> {name = value} */
static int frame_row(lua_State *L)
{
    const stead_frame *frame = bind_check_frame(L, 1);
    push_row(L, frame, check_row(L, 2, frame));
    return 1;
}

/* The next row of the frame in upvalue 1; upvalue 2 counts those given. */
static int rows_next(lua_State *L)
{
    const frame_box *box = bind_test(L, lua_upvalueindex(1), FRAME);
    lua_Integer row = lua_tointeger(L, lua_upvalueindex(2));
    if (box->core == NULL)
        return luaL_error(L, "frame is closed");
    if ((size_t)row >= stead_frame_height(box->core))
        return 0;
    lua_pushinteger(L, row + 1);
    lua_replace(L, lua_upvalueindex(2));
    push_row(L, box->core, (size_t)row);
    return 1;
}

/* f:rows() -> iterator of {name = value} */
static int frame_rows(lua_State *L)
{
    bind_check_frame(L, 1);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, rows_next, 2);
    return 1;
}

/* f:column(name) -> list, with nil where a cell is missing */
static int frame_column(lua_State *L)
{
    const stead_frame *frame = bind_check_frame(L, 1);
    size_t column = bind_check_column(L, 2, frame), height = stead_frame_height(frame);
    lua_createtable(L, (int)height, 0);
    for (size_t row = 0; row < height; row++) {
        bind_push_cell(L, frame, row, column);
        lua_seti(L, -2, (lua_Integer)row + 1);
    }
    return 1;
}

/* f:line(row) -> line of the source file, or nil when the row came from none */
static int frame_line(lua_State *L)
{
    const stead_frame *frame = bind_check_frame(L, 1);
    uint32_t line = stead_frame_line(frame, check_row(L, 2, frame));
    if (line == 0)
        lua_pushnil(L);
    else
        lua_pushinteger(L, line);
    return 1;
}

/* f:select(names) -> frame with those columns in that order */
static int frame_select(lua_State *L)
{
    stead_error err;
    size_t count;
    const stead_frame *frame = bind_check_frame(L, 1);
    const size_t *columns = bind_check_columns(L, 2, 2, frame, &count);
    stead_frame **made = bind_new_frame(L);
    return frame_made(L, stead_frame_select(made, frame, columns, count, &err), made, &err);
}

/* f:head(count) -> frame of the first rows */
static int frame_head(lua_State *L)
{
    stead_error err;
    const stead_frame *frame = bind_check_frame(L, 1);
    lua_Integer count = luaL_checkinteger(L, 2);
    luaL_argcheck(L, count >= 0, 2, "a number of rows must not be negative");
    stead_frame **made = bind_new_frame(L);
    return frame_made(L, stead_frame_head(made, frame, (size_t)count, &err), made, &err);
}

/* f:sorted(name [, "ascending" | "descending"]) -> frame; missing cells last */
static int frame_sorted(lua_State *L)
{
    static const char *const ways[] = {"ascending", "descending", NULL};
    stead_error err;
    const stead_frame *frame = bind_check_frame(L, 1);
    size_t column = bind_check_column(L, 2, frame);
    bool descending = luaL_checkoption(L, 3, "ascending", ways) == 1;
    stead_frame **made = bind_new_frame(L);
    return frame_made(L, stead_frame_sorted(made, frame, column, descending, &err), made, &err);
}

/* f:with_text(name, list) -> frame with that text column added, or in place of the one it has;
 * nil in the list is missing */
static int frame_with_text(lua_State *L)
{
    stead_error err;
    const stead_frame *frame = bind_check_frame(L, 1);
    const char *name = luaL_checkstring(L, 2);
    size_t height = stead_frame_height(frame);
    luaL_checktype(L, 3, LUA_TTABLE);
    const char **texts = lua_newuserdatauv(L, (height + 1) * sizeof *texts, 0);
    for (size_t i = 0; i < height; i++, lua_pop(L, 1)) {
        int type = lua_rawgeti(L, 3, (lua_Integer)i + 1);
        if (type != LUA_TSTRING && type != LUA_TNIL)
            luaL_argerror(L, 3,
                          lua_pushfstring(L, "item %I: text expected, got %s",
                                          (LUAI_UACINT)i + 1, luaL_typename(L, -1)));
        texts[i] = lua_tostring(L, -1); /* the list keeps it */
    }
    stead_frame **made = bind_new_frame(L);
    return stead_frame_with_texts(made, frame, name, texts, &err) ? bind_raise(L, &err) : 1;
}

/* f:about() -> the table of what is known about the frame: title, notes, decimals, totals */
static int frame_about(lua_State *L)
{
    bind_check_frame(L, 1);
    if (lua_getiuservalue(L, 1, ABOUT) == LUA_TNIL) {
        lua_newtable(L);
        lua_pushvalue(L, -1);
        lua_setiuservalue(L, 1, ABOUT);
    }
    return 1;
}

/* f[i] -> f:row(i) or nil past the end; f.name -> method; upvalue 1 holds the methods */
static int frame_index(lua_State *L)
{
    if (!lua_isinteger(L, 2)) {
        lua_pushvalue(L, 2);
        lua_rawget(L, lua_upvalueindex(1));
        return 1;
    }
    const stead_frame *frame = bind_check_frame(L, 1);
    lua_Integer row = lua_tointeger(L, 2);
    if (row < 1 || (size_t)row > stead_frame_height(frame))
        return lua_pushnil(L), 1;
    push_row(L, frame, (size_t)row - 1);
    return 1;
}

/* The method `text` when a Lua module has given frames one, else a few words. */
static int frame_tostring(lua_State *L)
{
    const frame_box *box = bind_check(L, 1, FRAME);
    if (box->core == NULL)
        return lua_pushliteral(L, "frame (closed)"), 1;
    bind_methods(L, FRAME);
    if (lua_getfield(L, -1, "text") == LUA_TFUNCTION) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 1);
    } else {
        lua_pushfstring(L, "frame of %I rows and %I columns",
                        (LUAI_UACINT)stead_frame_height(box->core),
                        (LUAI_UACINT)stead_frame_width(box->core));
    }
    return 1;
}

static int frame_close(lua_State *L) /* __gc, __close, close: safe twice */
{
    frame_box *box = bind_check(L, 1, FRAME);
    stead_frame_free(box->core);
    box->core = NULL;
    return 0;
}

static const luaL_Reg meta[] = {
    {"__len", frame_height},
    {"__tostring", frame_tostring},
    {"__gc", frame_close},
    {"__close", frame_close},
    {NULL, NULL},
};

static const luaL_Reg methods[] = {
    {"width", frame_width},
    {"height", frame_height},
    {"names", frame_names},
    {"kinds", frame_kinds},
    {"cell", frame_cell},
    {"row", frame_row},
    {"rows", frame_rows},
    {"column", frame_column},
    {"line", frame_line},
    {"select", frame_select},
    {"head", frame_head},
    {"sorted", frame_sorted},
    {"with_text", frame_with_text},
    {"about", frame_about},
    {"has", frame_has},
    {"close", frame_close},
    {NULL, NULL},
};

static const luaL_Reg library[] = {{"new", bind_frame_new}, {NULL, NULL}};

int bind_open_frame(lua_State *L)
{
    bind_class(L, FRAME, meta, methods);
    luaL_getmetatable(L, FRAME);
    bind_methods(L, FRAME);
    lua_pushcclosure(L, frame_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
    luaL_newlib(L, library);
    bind_methods(L, FRAME);
    lua_setfield(L, -2, "methods");
    return 1;
}
