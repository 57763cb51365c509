/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "bind/bind.h"

#include <math.h>
#include <string.h>

int bind_fail(lua_State *L, const stead_error *err)
{
    luaL_pushfail(L);
    lua_pushstring(L, err->text);
    lua_pushstring(L, stead_status_name(err->code));
    return 3;
}

int bind_raise(lua_State *L, const stead_error *err)
{
    return luaL_error(L, "%s", err->text);
}

/* "stead.money" is written "money" in messages. */
static const char *noun_of(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot == NULL ? name : dot + 1;
}

void bind_class(lua_State *L, const char *name, const luaL_Reg *meta, const luaL_Reg *methods)
{
    if (luaL_newmetatable(L, name)) {
        lua_newtable(L);
        luaL_setfuncs(L, methods, 0);
        lua_pushvalue(L, -1);
        lua_setfield(L, -3, "__index");
        lua_setfield(L, -2, "methods");
        luaL_setfuncs(L, meta, 0);
        lua_pushstring(L, noun_of(name));
        lua_setfield(L, -2, "__name");
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable");
    }
    lua_pop(L, 1);
}

void bind_methods(lua_State *L, const char *name)
{
    luaL_getmetatable(L, name);
    lua_getfield(L, -1, "methods");
    lua_remove(L, -2);
}

void *bind_test(lua_State *L, int index, const char *name)
{
    return luaL_testudata(L, index, name);
}

void *bind_check(lua_State *L, int arg, const char *name)
{
    void *block = luaL_testudata(L, arg, name);
    if (block == NULL)
        luaL_typeerror(L, arg, noun_of(name));
    return block;
}

const char *bind_describe(lua_State *L, int index)
{
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        if (isnan(lua_tonumber(L, index))) /* C libraries differ on writing its sign */
            return lua_pushliteral(L, "nan");
        return luaL_tolstring(L, index, NULL);
    case LUA_TSTRING:
        return lua_pushfstring(L, "'%s'", lua_tostring(L, index));
    default:
        if (luaL_getmetafield(L, index, "__name") == LUA_TSTRING)
            return lua_tostring(L, -1);
        return lua_pushstring(L, luaL_typename(L, index));
    }
}

int bind_field(lua_State *L, int index, const char *name)
{
    index = lua_absindex(L, index);
    lua_pushstring(L, name);
    return lua_rawget(L, index);
}

bool bind_is_float(lua_State *L, int index)
{
    return lua_type(L, index) == LUA_TNUMBER && !lua_isinteger(L, index);
}

bool bind_to_nano(double value, int64_t *out)
{
    /* The whole and the fraction are scaled apart so that neither loses digits to the other. */
    double whole = trunc(value);
    if (!(fabs(whole) < 9.2e9))
        return false;
    *out = (int64_t)whole * STEAD_NANO + llround((value - whole) * 1e9);
    return true;
}
