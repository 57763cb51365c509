/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/trace.h"

#include <ctype.h>
#include <lauxlib.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stead.h"

enum { MOST_LINES = 10 };

/* Finds the first frame from `level` outwards that is a line of somebody's script. */
static bool next_script_frame(lua_State *L, int *level, lua_Debug *frame)
{
    for (; lua_getstack(L, *level, frame); (*level)++) {
        lua_getinfo(L, "Sl", frame);
        bool own = strncmp(frame->source, STEAD_OWN_CHUNK, strlen(STEAD_OWN_CHUNK)) == 0;
        if (*frame->what != 'C' && !own && frame->currentline > 0)
            return true;
    }
    return false;
}

/* The length of "stead/…:12: " at the start of `message`, or 0. */
static size_t own_position(const char *message)
{
    const size_t prefix = strlen(STEAD_OWN_CHUNK) - 1;
    if (strncmp(message, &STEAD_OWN_CHUNK[1], prefix) != 0)
        return 0;
    const char *at = strchr(message, ':');
    if (at == NULL || !isdigit((unsigned char)at[1]))
        return 0;
    at += 1 + strspn(at + 1, "0123456789");
    return at[0] == ':' && at[1] == ' ' ? (size_t)(at + 2 - message) : 0;
}

/* Pushes `message` as seen from the script: a position inside stead becomes the script's. A
 * slip of stead's own ("attempt to …") keeps where it was, for whoever mends it. */
static void push_message(lua_State *L, const char *message, const lua_Debug *frame)
{
    size_t inside = own_position(message);
    if (inside == 0)
        lua_pushstring(L, message);
    else if (strncmp(message + inside, "attempt to ", 11) == 0)
        lua_pushfstring(L, "%s:%d: %s", frame->short_src, frame->currentline, message);
    else
        lua_pushfstring(L, "%s:%d: %s", frame->short_src, frame->currentline, message + inside);
}

static void push_trace(lua_State *L, int level, lua_Debug *frame)
{
    luaL_Buffer text;
    luaL_buffinit(L, &text);
    for (int lines = 0; lines < MOST_LINES && next_script_frame(L, &level, frame); level++) {
        lua_pushfstring(L, "\n  called from %s:%d", frame->short_src, frame->currentline);
        luaL_addvalue(&text);
        lines++;
    }
    luaL_pushresult(&text);
}

int stead_trace_handler(lua_State *L)
{
    const char *message = lua_tostring(L, 1);
    int level = 1;
    lua_Debug frame;
    if (message == NULL)
        return 1;
    bool script = next_script_frame(L, &level, &frame);
    lua_createtable(L, 0, 3);
    lua_pushinteger(L, script ? STEAD_EXIT_SCRIPT : STEAD_EXIT_BROKEN);
    lua_setfield(L, -2, "exit");
    if (script)
        push_message(L, message, &frame);
    else
        lua_pushstring(L, message);
    lua_setfield(L, -2, "message");
    if (script && getenv("STEAD_TRACE") == NULL)
        push_trace(L, level + 1, &frame);
    else
        luaL_traceback(L, L, "", 1);
    lua_setfield(L, -2, "trace");
    return 1;
}

/* Pushes the text of the error on top of the stack. */
static void push_text(lua_State *L)
{
    bool speaks = luaL_getmetafield(L, -1, "__tostring") != LUA_TNIL;
    if (speaks)
        lua_pop(L, 1);
    if (speaks || lua_isstring(L, -1))
        luaL_tolstring(L, -1, NULL);
    else if (!lua_istable(L, -1) || lua_getfield(L, -1, "message") != LUA_TSTRING)
        lua_pushfstring(L, "(the error is a %s value)", luaL_typename(L, -1));
}

void stead_trace_message(lua_State *L)
{
    push_text(L);
    lua_replace(L, -2);
}

/* Runs protected, because an error's own __tostring may fail. */
static int report(lua_State *L)
{
    int status = STEAD_EXIT_SCRIPT;
    push_text(L);
    fprintf(stderr, "stead: %s", lua_tostring(L, -1));
    if (lua_istable(L, 1)) {
        if (lua_getfield(L, 1, "trace") == LUA_TSTRING)
            fputs(lua_tostring(L, -1), stderr);
        if (lua_getfield(L, 1, "exit") == LUA_TNUMBER)
            status = (int)lua_tointeger(L, -1);
    }
    fputc('\n', stderr);
    lua_pushinteger(L, status > 0 && status < 256 ? status : STEAD_EXIT_SCRIPT);
    return 1;
}

int stead_trace_report(lua_State *L)
{
    int status = STEAD_EXIT_BROKEN;
    fflush(stdout); /* what was said before the error comes before it */
    lua_pushcfunction(L, report);
    lua_insert(L, -2);
    if (lua_pcall(L, 1, 1, 0) == LUA_OK)
        status = (int)lua_tointeger(L, -1);
    else
        fputs("stead: an error occurred that cannot be shown\n", stderr);
    lua_pop(L, 1);
    return status;
}
