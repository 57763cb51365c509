/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bind/bind.h"
#include "host/files.h"
#include "host/host_lua.h"
#include "host/paths.h"

#define NAMES_CLASS "stead.host.names"

static int answer(lua_State *L, stead_status status, const stead_error *err)
{
    if (status != STEAD_OK)
        return bind_fail(L, err);
    lua_pushboolean(L, 1);
    return 1;
}

/* exists(path) -> boolean */
static int host_exists(lua_State *L)
{
    lua_pushboolean(L, stead_file_exists(luaL_checkstring(L, 1)));
    return 1;
}

/* is_dir(path) -> boolean */
static int host_is_dir(lua_State *L)
{
    lua_pushboolean(L, stead_file_is_folder(luaL_checkstring(L, 1)));
    return 1;
}

static int names_close(lua_State *L)
{
    stead_names_free(lua_touserdata(L, 1));
    return 0;
}

static stead_names *push_names(lua_State *L)
{
    stead_names *names = lua_newuserdatauv(L, sizeof *names, 0);
    *names = (stead_names){0};
    if (luaL_newmetatable(L, NAMES_CLASS)) {
        lua_pushcfunction(L, names_close);
        lua_setfield(L, -2, "__gc");
        lua_pushcfunction(L, names_close);
        lua_setfield(L, -2, "__close");
    }
    lua_setmetatable(L, -2);
    lua_toclose(L, -1);
    return names;
}

/* list(folder) -> list of names in byte order | nil, message, code */
static int host_list(lua_State *L)
{
    stead_error err;
    const char *folder = luaL_checkstring(L, 1);
    stead_names *names = push_names(L);
    if (stead_file_list(folder, names, &err))
        return bind_fail(L, &err);
    lua_createtable(L, (int)names->len, 0);
    for (size_t i = 0; i < names->len; i++) {
        lua_pushstring(L, names->names[i]);
        lua_seti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

/* mkdir(path) -> true | nil, message, code */
static int host_mkdir(lua_State *L)
{
    stead_error err;
    return answer(L, stead_file_make_folder(luaL_checkstring(L, 1), &err), &err);
}

/* remove_file(path) -> true | nil, message, code */
static int host_remove_file(lua_State *L)
{
    stead_error err;
    return answer(L, stead_file_remove(luaL_checkstring(L, 1), &err), &err);
}

/* rename(from, to) -> true | nil, message, code */
static int host_rename(lua_State *L)
{
    stead_error err;
    const char *from = luaL_checkstring(L, 1);
    return answer(L, stead_file_rename(from, luaL_checkstring(L, 2), &err), &err);
}

/* write_file(path, text) -> true | nil, message, code */
static int host_write_file(lua_State *L)
{
    stead_error err;
    size_t len;
    const char *path = luaL_checkstring(L, 1);
    const char *text = luaL_checklstring(L, 2, &len);
    return answer(L, stead_file_write(path, text, len, &err), &err);
}

/* realpath(path) -> string | nil, message, code */
static int host_realpath(lua_State *L)
{
    stead_error err;
    char found[STEAD_PATH_MAX];
    const char *path = luaL_checkstring(L, 1);
    if (realpath(path, found) == NULL) {
        stead_file_fail(&err, path, "found");
        return bind_fail(L, &err);
    }
    lua_pushstring(L, found);
    return 1;
}

/* cwd() -> string | nil, message, code */
static int host_cwd(lua_State *L)
{
    stead_error err;
    char found[STEAD_PATH_MAX];
    if (getcwd(found, sizeof found) == NULL) {
        stead_file_fail(&err, ".", "found");
        return bind_fail(L, &err);
    }
    lua_pushstring(L, found);
    return 1;
}

void stead_host_add_files(lua_State *L)
{
    static const luaL_Reg functions[] = {{"exists", host_exists},
                                         {"is_dir", host_is_dir},
                                         {"list", host_list},
                                         {"mkdir", host_mkdir},
                                         {"remove_file", host_remove_file},
                                         {"rename", host_rename},
                                         {"write_file", host_write_file},
                                         {"realpath", host_realpath},
                                         {"cwd", host_cwd},
                                         {NULL, NULL}};
    luaL_setfuncs(L, functions, 0);
}
