/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/runtime.h"

#include <errno.h>
#include <lauxlib.h>
#include <lualib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host/modules.h"
#include "host/trace.h"

const char *stead_version(void)
{
    return STEAD_VERSION;
}

stead_runtime *stead_runtime_of(lua_State *L)
{
    stead_runtime *runtime;
    memcpy(&runtime, lua_getextraspace(L), sizeof runtime); /* coroutines inherit it */
    return runtime;
}

stead_runtime *stead_open(const char *program)
{
    stead_runtime *runtime = calloc(1, sizeof *runtime);
    if (runtime == NULL)
        return NULL;
    runtime->L = lua_newstate(stead_allocate, &runtime->memory);
    if (runtime->L == NULL) {
        free(runtime);
        return NULL;
    }
    memcpy(lua_getextraspace(runtime->L), &runtime, sizeof runtime);
    stead_paths_find(&runtime->paths, program);
    return runtime;
}

void stead_close(stead_runtime *runtime)
{
    if (runtime == NULL)
        return;
    signal(SIGINT, SIG_DFL);
    lua_close(runtime->L);
    free(runtime);
}

/* (argc, argv) -> status. Everything that can raise runs in here, protected. */
static int body(lua_State *L)
{
    int argc = (int)lua_tointeger(L, 1);
    char **argv = lua_touserdata(L, 2);
    luaL_openlibs(L);
    stead_modules_register(L);
    lua_getglobal(L, "require");
    lua_pushliteral(L, "stead.cli");
    lua_call(L, 1, 1);
    lua_getfield(L, -1, "main");
    lua_createtable(L, argc, 1);
    for (int i = 0; i < argc; i++) {
        lua_pushstring(L, argv[i]);
        lua_seti(L, -2, i);
    }
    lua_call(L, 1, 1);
    lua_pushinteger(L, luaL_optinteger(L, -1, STEAD_EXIT_DONE));
    return 1;
}

static int outcome(lua_State *L, int result)
{
    if (stead_interrupt_seen()) {
        lua_sethook(L, NULL, 0, 0);
        fputs("stead: interrupted\n", stderr);
        return STEAD_EXIT_INTERRUPTED;
    }
    if (result != LUA_OK)
        return stead_trace_report(L);
    return (int)lua_tointeger(L, -1);
}

int stead_run(stead_runtime *runtime, int argc, char **argv)
{
    lua_State *L = runtime->L;
    signal(SIGPIPE, SIG_DFL); /* `stead … | head` ends quietly, whoever started it */
#ifdef SIGXFSZ
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error of the write */
#endif
    stead_interrupt_watch(L);
    lua_pushcfunction(L, stead_trace_handler);
    lua_pushcfunction(L, body);
    lua_pushinteger(L, argc);
    lua_pushlightuserdata(L, argv);
    int result = lua_pcall(L, 2, 1, -4);
    int status = outcome(L, result);
    lua_settop(L, 0);
    if ((fflush(stdout) != 0 || ferror(stdout)) && status == STEAD_EXIT_DONE) {
        fprintf(stderr, "stead: the output could not be written: %s\n", strerror(errno));
        status = STEAD_EXIT_CHECK;
    }
    return status;
}
