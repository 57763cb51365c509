/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/repl.h"

#include <ctype.h>
#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "host/limit.h"
#include "host/line.h"
#include "host/trace.h"

#define LINE_CLASS "stead.host.line"

/* Where things stand while a session runs. */
enum { SESSION = 1, LINE, TEXT, CHUNK };

/* Lua ends the message so when the text could go on. */
static bool is_incomplete(const char *message)
{
    static const char mark[] = "<eof>";
    size_t len = strlen(message);
    return len >= sizeof mark - 1 && strcmp(message + len - (sizeof mark - 1), mark) == 0;
}

/* Whether the message is that no statement begins as the text does. */
static bool is_no_statement(const char *message, const char *text)
{
    const char *near = strstr(message, "unexpected symbol near '");
    if (near == NULL)
        return false;
    near += strlen("unexpected symbol near '");
    size_t len = strcspn(near, "'");
    text += strspn(text, " \t\n");
    return len > 0 && strncmp(text, near, len) == 0;
}

/* Pushes the chunk and LUA_OK, or the message and the fault. What cannot be a statement was
 * meant as an expression, and is told of as one. */
static int load_text(lua_State *L, const char *text, size_t len, const char *chunk)
{
    lua_pushliteral(L, "return ");
    lua_pushlstring(L, text, len);
    lua_concat(L, 2);
    size_t expression_len;
    const char *expression = lua_tolstring(L, -1, &expression_len);
    int status = luaL_loadbufferx(L, expression, expression_len, chunk, "t");
    if (status != LUA_OK) {
        status = luaL_loadbufferx(L, text, len, chunk, "t");
        bool expected = status != LUA_OK && is_no_statement(lua_tostring(L, -1), text);
        lua_remove(L, expected ? -1 : -2);
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

/* Pushes the session's function of that name, or nothing when it has none. */
static bool push_part(lua_State *L, const char *name)
{
    if (lua_getfield(L, SESSION, name) == LUA_TFUNCTION)
        return true;
    lua_pop(L, 1);
    return false;
}

static char *copy_field(lua_State *L, int table, const char *name)
{
    lua_getfield(L, table, name);
    const char *text = lua_tostring(L, -1);
    char *copy = text != NULL ? strdup(text) : NULL;
    lua_pop(L, 1);
    return copy;
}

/* The session's complete(before) gives { back, text, list }; whatever it raises is no answer.
 */
static stead_edit_completion complete(void *context, const char *before)
{
    lua_State *L = context;
    stead_edit_completion found = {0};
    int top = lua_gettop(L);
    if (push_part(L, "complete")) {
        lua_pushstring(L, before);
        if (lua_pcall(L, 1, 1, 0) == LUA_OK && lua_istable(L, -1)) {
            lua_getfield(L, -1, "back");
            found.back = (int)lua_tointeger(L, -1);
            lua_pop(L, 1);
            found.text = copy_field(L, -1, "text");
            found.list = copy_field(L, -1, "list");
        }
    }
    lua_settop(L, top);
    return found;
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
    stead_line_begin(line, complete, L);
    return line;
}

/* Earlier sessions' statements can be recalled. */
static void recall(lua_State *L, stead_line *line)
{
    if (lua_getfield(L, SESSION, "history") == LUA_TTABLE)
        for (lua_Integer i = 1; lua_geti(L, -1, i) == LUA_TSTRING; i++) {
            stead_line_remember(line, lua_tostring(L, -1));
            lua_pop(L, 1);
        }
    lua_settop(L, LINE);
}

/* `.mode md` and `?floor` are for the session, not for Lua: no statement begins so. */
static bool is_command(const char *text)
{
    return *text == '?' || (*text == '.' && isalpha((unsigned char)text[1]));
}

/* Reads lines until they make a chunk, and pushes their text and the chunk with LUA_OK; else
 * what is wrong with them. */
static stead_line_status read_statement(lua_State *L, stead_line *line, int *loaded)
{
    stead_line_status got = stead_line_read(line, "> ");
    if (got != STEAD_LINE_READ)
        return got;
    lua_pushstring(L, line->bytes);
    *loaded = LUA_OK;
    if (is_command(line->bytes) && push_part(L, "command"))
        return STEAD_LINE_READ;
    for (;;) {
        size_t len;
        const char *text = lua_tolstring(L, TEXT, &len);
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
    return STEAD_LINE_READ;
}

/* Puts the statement among those to recall, and gives it to the session to keep. */
static void remember(lua_State *L, stead_line *line)
{
    const char *text = lua_tostring(L, TEXT);
    if (text[strspn(text, " \t\n")] == '\0')
        return;
    stead_line_remember(line, text);
    if (line->terminal && push_part(L, "remember")) {
        lua_pushvalue(L, TEXT);
        lua_pcall(L, 1, 0, 0); /* a session whose statements cannot be kept goes on */
        lua_settop(L, CHUNK);
    }
}

static lua_Number seconds_since(const struct timespec *start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (lua_Number)(now.tv_sec - start->tv_sec) +
           (lua_Number)(now.tv_nsec - start->tv_nsec) / 1e9;
}

/* Calls the chunk with its text, and the session's answer(text, seconds, …) with what it
 * gives. */
static int evaluate(lua_State *L)
{
    struct timespec start;
    bool command = is_command(lua_tostring(L, TEXT));
    lua_pushcfunction(L, stead_trace_handler);
    lua_insert(L, CHUNK);
    int arguments = command;
    if (command)
        lua_pushvalue(L, TEXT);
    clock_gettime(CLOCK_MONOTONIC, &start);
    int status = lua_pcall(L, arguments, LUA_MULTRET, CHUNK);
    if (status == LUA_OK && !command && push_part(L, "answer")) {
        lua_insert(L, CHUNK + 1);
        lua_pushvalue(L, TEXT);
        lua_insert(L, CHUNK + 2);
        lua_pushnumber(L, seconds_since(&start));
        lua_insert(L, CHUNK + 3);
        status = lua_pcall(L, lua_gettop(L) - CHUNK - 1, 0, CHUNK);
    }
    lua_remove(L, CHUNK);
    return status;
}

/* Tells of the error on top of the stack: the session's failed(error, text) does, when it can.
 */
static void tell(lua_State *L)
{
    int error = lua_gettop(L);
    fflush(stdout);
    if (push_part(L, "failed")) {
        lua_pushvalue(L, error);
        lua_pushvalue(L, TEXT);
        if (lua_pcall(L, 2, 0, 0) == LUA_OK)
            return;
        lua_settop(L, error);
    }
    stead_trace_report(L);
}

/* Lines entered together after one that failed were written for a world where it had not. */
static void drop_rest(stead_line *line)
{
    size_t lines = stead_line_drop(line);
    if (lines > 0)
        fprintf(stderr, "%zu line%s after it %s not run\n", lines, lines == 1 ? "" : "s",
                lines == 1 ? "was" : "were");
}

static bool is_done(lua_State *L)
{
    lua_getfield(L, SESSION, "done");
    bool done = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return done;
}

int stead_repl_run(lua_State *L)
{
    luaL_checktype(L, SESSION, LUA_TTABLE);
    lua_settop(L, SESSION);
    stead_line *line = push_line(L);
    stead_line_status got;
    int status = LUA_OK;
    recall(L, line);
    while (!is_done(L) && (got = read_statement(L, line, &status)) != STEAD_LINE_END) {
        if (got == STEAD_LINE_READ)
            remember(L, line);
        if (got == STEAD_LINE_READ && status == LUA_OK)
            status = evaluate(L);
        bool interrupted = stead_interrupt_seen();
        if (interrupted) {
            stead_interrupt_clear(L);
            fputs("interrupted\n", stderr);
        } else if (got == STEAD_LINE_READ && status != LUA_OK) {
            tell(L);
        }
        if (interrupted || status != LUA_OK)
            drop_rest(line);
        fflush(stdout);
        lua_settop(L, LINE);
    }
    return 0;
}
