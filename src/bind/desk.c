/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "bind/desk.h"

#include <string.h>

#include "bind/bind.h"

#define DESK "stead.desk"

static int desk_clear(lua_State *L)
{
    bind_desk *d = luaL_checkudata(L, 1, DESK);
    stead_arena_free(d->arena);
    stead_rows_close(&d->rows);
    stead_reading_clear(&d->reading);
    stead_texts_free(&d->names);
    stead_text_free(&d->text);
    stead_json_free(d->json);
    *d = (bind_desk){0};
    return 0;
}

bind_desk *bind_new_desk(lua_State *L)
{
    bind_desk *d = lua_newuserdatauv(L, sizeof *d, 0);
    *d = (bind_desk){0};
    luaL_setmetatable(L, DESK);
    return d;
}

bind_desk *bind_check_desk(lua_State *L, int index)
{
    return luaL_checkudata(L, index, DESK);
}

const char *bind_check_path(lua_State *L, int arg)
{
    size_t len;
    const char *path = luaL_checklstring(L, arg, &len);
    luaL_argcheck(L, strlen(path) == len, arg, "a path has no NUL");
    return path;
}

void bind_open_desk(lua_State *L)
{
    static const luaL_Reg meta[] = {
        {"__gc", desk_clear}, {"__close", desk_clear}, {NULL, NULL}};
    static const luaL_Reg methods[] = {{NULL, NULL}};
    bind_class(L, DESK, meta, methods);
}
