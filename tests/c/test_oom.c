/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Runs one script again and again, failing Lua's first allocation, then its second, and so on
 * until the script completes; then the same for the core's own. The sanitizers judge what each
 * failure left behind. */
#include <lauxlib.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>

#include "bind/bind.h"

typedef struct {
    long left; /* allocations until the famine; -1: none comes */
} larder;

static larder core_larder = {-1};

static bool feeds(larder *from)
{
    if (from->left == 0)
        return false;
    if (from->left > 0)
        from->left--;
    return true;
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);

void *__wrap_malloc(size_t size)
{
    return feeds(&core_larder) ? __real_malloc(size) : NULL;
}

void *__wrap_calloc(size_t count, size_t size)
{
    return feeds(&core_larder) ? __real_calloc(count, size) : NULL;
}

void *__wrap_realloc(void *block, size_t size)
{
    return feeds(&core_larder) ? __real_realloc(block, size) : NULL;
}

static void *lua_allocate(void *ud, void *block, size_t old_size, size_t new_size)
{
    (void)old_size;
    if (new_size == 0) {
        free(block);
        return NULL;
    }
    return feeds(ud) ? __real_realloc(block, new_size) : NULL;
}

/* (path): everything that can raise. */
static int body(lua_State *L)
{
    luaL_requiref(L, "stead.core", luaopen_stead_core, 0);
    if (luaL_loadfilex(L, lua_touserdata(L, 1), "t") != LUA_OK)
        lua_error(L);
    lua_insert(L, -2);
    lua_call(L, 1, 0);
    return 0;
}

static int attempt(char *path, long lua_allocations, long core_allocations)
{
    larder from = {-1};
    lua_State *L = lua_newstate(lua_allocate, &from);
    if (L == NULL)
        return LUA_ERRMEM;
    luaL_openlibs(L);
    lua_pushcfunction(L, body);
    lua_pushlightuserdata(L, path);
    from.left = lua_allocations;
    core_larder.left = core_allocations;
    int result = lua_pcall(L, 1, 0, 0);
    from.left = core_larder.left = -1;
    if (result != LUA_OK && lua_allocations < 0 && core_allocations < 0)
        fprintf(stderr, "%s\n", lua_tostring(L, -1));
    lua_close(L);
    return result;
}

int main(int argc, char **argv)
{
    enum { FAR_TOO_MANY = 200000 };
    if (argc != 2 || attempt(argv[1], -1, -1) != LUA_OK)
        return 1;
    long lua_allocations = 0, core_allocations = 0;
    while (lua_allocations < FAR_TOO_MANY && attempt(argv[1], lua_allocations, -1) != LUA_OK)
        lua_allocations++;
    while (core_allocations < FAR_TOO_MANY && attempt(argv[1], -1, core_allocations) != LUA_OK)
        core_allocations++;
    printf("%ld allocations of Lua's and %ld of the core's survived failing\n", lua_allocations,
           core_allocations);
    return lua_allocations == 0 || lua_allocations == FAR_TOO_MANY ||
           core_allocations == FAR_TOO_MANY;
}
