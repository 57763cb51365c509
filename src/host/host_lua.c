/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/host_lua.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/date.h"
#include "bind/bind.h"
#include "host/repl.h"
#include "host/runtime.h"
#include "host/trace.h"

/* share_path(name) -> path | nil, message, code */
static int host_share_path(lua_State *L)
{
    stead_error err;
    char found[STEAD_PATH_MAX];
    const char *name = luaL_optstring(L, 1, "");
    if (stead_paths_share(&stead_runtime_of(L)->paths, name, found, &err))
        return bind_fail(L, &err);
    lua_pushstring(L, found);
    return 1;
}

/* is_terminal(file descriptor) -> boolean */
static int host_is_terminal(lua_State *L)
{
    lua_Integer file = luaL_checkinteger(L, 1);
    luaL_argcheck(L, file >= 0 && file <= 2, 1, "0, 1 or 2 expected");
    lua_pushboolean(L, isatty((int)file));
    return 1;
}

/* terminal_width() -> columns, 80 when nothing says */
static int host_terminal_width(lua_State *L)
{
    struct winsize size = {0};
    const char *told = getenv("COLUMNS");
    long width = told != NULL ? strtol(told, NULL, 10) : 0;
    if ((width < 1 || width > 10000) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    lua_pushinteger(L, width >= 1 && width <= 10000 ? width : 80);
    return 1;
}

/* now() -> "2026-11-21T09:30:00", local time; STEAD_NOW in the environment is taken instead */
static int host_now(lua_State *L)
{
    stead_error err;
    stead_day day;
    struct tm parts;
    char text[32];
    const char *told = getenv("STEAD_NOW");
    if (told != NULL && *told != '\0') {
        if (strlen(told) != 19 || told[10] != 'T' || stead_date_parse(told, 10, &day, &err))
            return luaL_error(L, "STEAD_NOW is '%s'; write it as 2026-11-21T09:30:00", told);
        lua_pushstring(L, told);
        return 1;
    }
    time_t now = time(NULL);
    if (localtime_r(&now, &parts) == NULL ||
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts) == 0)
        return luaL_error(L, "the machine's clock cannot be read");
    lua_pushstring(L, text);
    return 1;
}

/* interrupted() -> boolean: Ctrl-C was pressed */
static int host_interrupted(lua_State *L)
{
    lua_pushboolean(L, stead_interrupt_seen());
    return 1;
}

/* memory() -> bytes that Lua holds, the most it has held */
static int host_memory(lua_State *L)
{
    const stead_memory *memory = &stead_runtime_of(L)->memory;
    lua_pushinteger(L, (lua_Integer)memory->used);
    lua_pushinteger(L, (lua_Integer)memory->most);
    return 2;
}

static lua_Integer limit_field(lua_State *L, int table, const char *name)
{
    lua_Integer value = 0;
    if (lua_getfield(L, table, name) != LUA_TNIL) {
        int whole;
        value = lua_tointegerx(L, -1, &whole);
        if (!whole || value <= 0)
            luaL_error(L, "limit '%s' must be a positive whole number", name);
    }
    lua_pop(L, 1);
    return value;
}

static stead_limit check_limit(lua_State *L, int arg)
{
    luaL_checktype(L, arg, LUA_TTABLE);
    return (stead_limit){.instructions = limit_field(L, arg, "instructions"),
                         .memory = (size_t)limit_field(L, arg, "memory"),
                         .seconds = limit_field(L, arg, "seconds")};
}

/* Pushes nil, message, code for the error on top of the stack. */
static int refuse(lua_State *L, const char *code)
{
    luaL_pushfail(L);
    lua_insert(L, -2);
    lua_pushstring(L, code);
    return 3;
}

/* load_declaration(text, chunkname, env, limits) -> value | nil, message, code. Code PARSE: not
 * Lua; LIMIT: it passed a limit; DECLARATION: it raised an error, or returned nothing. */
static int host_load_declaration(lua_State *L)
{
    size_t len;
    const char *text = luaL_checklstring(L, 1, &len);
    const char *chunk = luaL_checkstring(L, 2);
    luaL_checktype(L, 3, LUA_TTABLE);
    stead_limit limit = check_limit(L, 4);
    const char *subject = *chunk == '@' || *chunk == '=' ? chunk + 1 : chunk;
    if (luaL_loadbufferx(L, text, len, chunk, "t") != LUA_OK) {
        stead_trace_message(L);
        return refuse(L, "PARSE");
    }
    lua_pushvalue(L, 3);
    lua_setupvalue(L, -2, 1);
    switch (stead_limit_call(L, &limit, subject, 0, 1)) {
    case STEAD_LIMIT_DONE:
        break;
    case STEAD_LIMIT_PASSED:
        return refuse(L, "LIMIT");
    case STEAD_LIMIT_FAILED:
        return refuse(L, "DECLARATION");
    }
    if (!lua_isnil(L, -1))
        return 1;
    lua_pushfstring(L, "%s: returns nothing; a declaration file returns what it declares",
                    subject);
    return refuse(L, "DECLARATION");
}

/* call_limited(subject, limits, f, …) -> value | nil, message, code. Calls a declaration's own
 * function inside limits; it gives one value. */
static int host_call_limited(lua_State *L)
{
    const char *subject = luaL_checkstring(L, 1);
    stead_limit limit = check_limit(L, 2);
    luaL_checktype(L, 3, LUA_TFUNCTION);
    switch (stead_limit_call(L, &limit, subject, lua_gettop(L) - 3, 1)) {
    case STEAD_LIMIT_DONE:
        return 1;
    case STEAD_LIMIT_PASSED:
        return refuse(L, "LIMIT");
    default:
        return refuse(L, "DECLARATION");
    }
}

int stead_host_open(lua_State *L)
{
    static const luaL_Reg functions[] = {{"share_path", host_share_path},
                                         {"is_terminal", host_is_terminal},
                                         {"terminal_width", host_terminal_width},
                                         {"now", host_now},
                                         {"interrupted", host_interrupted},
                                         {"memory", host_memory},
                                         {"load_declaration", host_load_declaration},
                                         {"call_limited", host_call_limited},
                                         {"load_statement", stead_repl_load},
                                         {"repl", stead_repl_run},
                                         {NULL, NULL}};
    lua_createtable(L, 0, 24);
    luaL_setfuncs(L, functions, 0);
    stead_host_add_files(L);
    return 1;
}
