/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/step: how a step takes its arguments, refuses them by name, and links its value to what
 * it was made from. */
#include "bind/parts.h"

/* Pushes "file:line: " of the script that called; nothing for a call in tail position, where
 * the line that Lua could tell is not the step's. */
static void push_where(lua_State *L)
{
    lua_Debug ar;
    if (lua_getstack(L, 0, &ar) && lua_getinfo(L, "t", &ar) && !ar.istailcall)
        luaL_where(L, 1);
    else
        lua_pushliteral(L, "");
}

int bind_refuse_step(const bind_step *s, const char *argument, const char *why)
{
    push_where(s->L);
    lua_pushfstring(s->L, "%s: %s: %s", s->op, argument, why);
    lua_concat(s->L, 2);
    return lua_error(s->L);
}

int bind_raise_step(const bind_step *s, const stead_error *err)
{
    push_where(s->L);
    lua_pushfstring(s->L, "%s: %s", s->op, err->text);
    lua_concat(s->L, 2);
    return lua_error(s->L);
}

bind_step bind_begin(lua_State *L, const char *op, int arguments)
{
    bind_step s = {.L = L, .op = op, .sentence = arguments + 2};
    lua_settop(L, s.sentence);
    luaL_checkstack(L, 20, NULL);
    if (!lua_isnil(L, s.sentence) && lua_type(L, s.sentence) != LUA_TSTRING)
        bind_refuse_step(
            &s, "sentence",
            lua_pushfstring(L, "text expected, got %s", bind_describe(L, s.sentence)));
    return s;
}

bind_step bind_begin_parts(lua_State *L, const char *op, int arguments)
{
    bind_check(L, BIND_SELF, "stead.parts");
    bind_step s = bind_begin(L, op, arguments);
    s.self = bind_test_parts(L, BIND_SELF);
    return s;
}

static void copy(lua_State *L, int index, bool inside)
{
    if (!lua_istable(L, index))
        return;
    lua_newtable(L);
    int made = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, index) != 0; lua_pop(L, 1)) {
        if (!inside)
            copy(L, lua_gettop(L), true);
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_rawset(L, made);
    }
    lua_replace(L, index);
}

void bind_copy(lua_State *L, int index)
{
    copy(L, index, false);
}

void bind_note(bind_step *s, const char *label, int index)
{
    copy(s->L, index, false);
    s->labels[s->count] = label;
    s->values[s->count++] = index;
}

void bind_link(bind_step *s, int from)
{
    lua_State *L = s->L;
    if (from != 0) {
        lua_pushvalue(L, from);
        lua_setiuservalue(L, -2, BIND_FROM);
    }
    lua_pushvalue(L, s->sentence);
    lua_setiuservalue(L, -2, BIND_SENTENCE);
    if (s->count == 0)
        return;
    lua_createtable(L, 2 * s->count, 0);
    for (int i = 0; i < s->count; i++) {
        lua_pushstring(L, s->labels[i]);
        lua_rawseti(L, -2, 2 * i + 1);
        lua_pushvalue(L, s->values[i]);
        lua_rawseti(L, -2, 2 * i + 2);
    }
    lua_setiuservalue(L, -2, BIND_WITH);
}
