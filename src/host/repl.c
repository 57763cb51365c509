/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/repl.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

#include "host/limit.h"
#include "host/line.h"
#include "host/trace.h"

#define LINE_CLASS "stead.host.line"

/* Lua ends the message so when the text could go on. */
static bool is_incomplete(const char *message)
{
    static const char mark[] = "<eof>";
    size_t len = strlen(message);
    return len >= sizeof mark - 1 && strcmp(message + len - (sizeof mark - 1), mark) == 0;
}

/* Pushes the chunk and LUA_OK, or the message and the fault. */
static int load_text(lua_State *L, const char *text, size_t len, const char *chunk)
{
    lua_pushliteral(L, "return ");
    lua_pushlstring(L, text, len);
    lua_concat(L, 2);
    size_t expression_len;
    const char *expression = lua_tolstring(L, -1, &expression_len);
    int status = luaL_loadbufferx(L, expression, expression_len, chunk, "t");
    if (status != LUA_OK) {
        lua_pop(L, 1);
        status = luaL_loadbufferx(L, text, len, chunk, "t");
    }
    lua_remove(L, -2);
    return status;
}

int stead_repl_load(lua_State *L)
{
    size_t len;
    const char *text = luaL_checklstring(L, 1, &len);
    const char *chunk = luaL_checkstring(L, 2);
    if (load_text(L, text, len, chunk) == LUA_OK)
        return 1;
    luaL_pushfail(L);
    lua_insert(L, -2);
    lua_pushstring(L, is_incomplete(lua_tostring(L, -1)) ? "INCOMPLETE" : "PARSE");
    return 3;
}

static int line_close(lua_State *L)
{
    stead_line_end(lua_touserdata(L, 1));
    return 0;
}

/* Pushes a box for the line that is closed however the REPL ends. */
static stead_line *push_line(lua_State *L)
{
    stead_line *line = lua_newuserdatauv(L, sizeof *line, 0);
    memset(line, 0, sizeof *line);
    if (luaL_newmetatable(L, LINE_CLASS)) {
        lua_pushcfunction(L, line_close);
        lua_setfield(L, -2, "__gc");
        lua_pushcfunction(L, line_close);
        lua_setfield(L, -2, "__close");
    }
    lua_setmetatable(L, -2);
    lua_toclose(L, -1);
    stead_line_begin(line);
    return line;
}

/* Reads lines until they make a chunk, which it pushes with LUA_OK; else pushes what is wrong
 * with them. */
static stead_line_status read_statement(lua_State *L, stead_line *line, int *loaded)
{
    stead_line_status got = stead_line_read(line, "> ");
    if (got != STEAD_LINE_READ)
        return got;
    lua_pushstring(L, line->bytes);
    for (;;) {
        size_t len;
        const char *text = lua_tolstring(L, -1, &len);
        *loaded = load_text(L, text, len, "=stdin");
        if (*loaded == LUA_OK || !is_incomplete(lua_tostring(L, -1)))
            break;
        got = stead_line_read(line, ">> ");
        if (got == STEAD_LINE_END)
            break;
        if (got == STEAD_LINE_INTERRUPTED)
            return got;
        lua_pop(L, 1);
        lua_pushliteral(L, "\n");
        lua_pushstring(L, line->bytes);
        lua_concat(L, 3);
    }
    lua_remove(L, -2);
    return STEAD_LINE_READ;
}

/* Calls the chunk at the top of the stack and `print` with what it gives. */
static int evaluate(lua_State *L)
{
    int base = lua_gettop(L);
    lua_pushcfunction(L, stead_trace_handler);
    lua_insert(L, base);
    int status = lua_pcall(L, 0, LUA_MULTRET, base);
    if (status == LUA_OK && lua_gettop(L) > base) {
        lua_pushvalue(L, 1);
        lua_insert(L, base + 1);
        status = lua_pcall(L, lua_gettop(L) - base - 1, 0, base);
    }
    lua_remove(L, base);
    return status;
}

int stead_repl_run(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TFUNCTION);
    lua_settop(L, 1);
    stead_line *line = push_line(L);
    stead_line_status got;
    int status = LUA_OK;
    while ((got = read_statement(L, line, &status)) != STEAD_LINE_END) {
        if (got == STEAD_LINE_READ && status == LUA_OK)
            status = evaluate(L);
        if (stead_interrupt_seen()) {
            stead_interrupt_clear(L);
            fputs("interrupted\n", stderr);
        } else if (got == STEAD_LINE_READ && status != LUA_OK) {
            stead_trace_report(L);
        }
        fflush(stdout);
        lua_settop(L, 2);
    }
    return 0;
}
