/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/modules.h"

#include <lauxlib.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "bind/bind.h"
#include "host/host_lua.h"
#include "stead.h"

#ifdef STEAD_SOURCE_TREE

/* Loads lua/`file` as a chunk, or returns false when there is no such file. */
static bool load_file(lua_State *L, const char *file)
{
    struct stat about;
    const char *path = lua_pushfstring(L, "%s/lua/%s", STEAD_SOURCE_TREE, file);
    if (stat(path, &about) != 0 || !S_ISREG(about.st_mode))
        return false;
    char *text = lua_newuserdatauv(L, (size_t)about.st_size + 1, 0);
    FILE *stream = fopen(path, "rb"); /* nothing raises until it is closed */
    size_t len = stream != NULL ? fread(text, 1, (size_t)about.st_size, stream) : 0;
    if (stream != NULL)
        fclose(stream);
    if (luaL_loadbufferx(L, text, len, lua_pushfstring(L, "=%s", file), "t") != LUA_OK)
        lua_error(L);
    return true;
}

/* Pushes the chunk of a module and its file, or returns false. */
static bool load_module(lua_State *L, const char *name)
{
    static const char *const shapes[] = {"%s.lua", "%s/init.lua"};
    const char *stem = luaL_gsub(L, name, ".", "/");
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        const char *file = lua_pushfstring(L, shapes[i], stem);
        if (load_file(L, file)) {
            lua_pushstring(L, file);
            return true;
        }
    }
    return false;
}

#else

static int by_name(const void *name, const void *module)
{
    return strcmp(name, ((const stead_module *)module)->name);
}

static bool load_module(lua_State *L, const char *name)
{
    const stead_module *found =
        bsearch(name, stead_modules, stead_modules_len, sizeof *stead_modules, by_name);
    if (found == NULL)
        return false;
    const char *chunk = lua_pushfstring(L, "=%s", found->file);
    if (luaL_loadbufferx(L, (const char *)found->text, found->len, chunk, "b") != LUA_OK)
        lua_error(L);
    lua_pushstring(L, found->file);
    return true;
}

#endif

/* One of package.searchers: (name) -> loader, file */
static int search(lua_State *L)
{
    const char *name = luaL_checkstring(L, 1);
    if (strcmp(name, "stead") != 0 && strncmp(name, "stead.", 6) != 0)
        return 0;
    if (load_module(L, name))
        return 2;
    return luaL_error(L, "stead has no module '%s'", name); /* it is nowhere else either */
}

static int open_core(lua_State *L)
{
    luaopen_stead_core(L);
    stead_host_open(L);
    lua_setfield(L, -2, "host");
    lua_pushstring(L, stead_version());
    lua_setfield(L, -2, "version");
    return 1;
}

void stead_modules_register(lua_State *L)
{
    luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_PRELOAD_TABLE);
    lua_pushcfunction(L, open_core);
    lua_setfield(L, -2, "stead.core");
    lua_getglobal(L, LUA_LOADLIBNAME);
    lua_getfield(L, -1, "searchers");
    for (lua_Integer i = luaL_len(L, -1); i >= 2; i--) { /* room after the one for preload */
        lua_geti(L, -1, i);
        lua_seti(L, -2, i + 1);
    }
    lua_pushcfunction(L, search);
    lua_seti(L, -2, 2);
    lua_pop(L, 3);
}
