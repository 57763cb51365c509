/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "bind/options.h"

#include <string.h>

#include "base/text.h"
#include "bind/bind.h"

int bind_refuse_option(const bind_options *o, const char *key, const char *why)
{
    return luaL_argerror(o->L, o->arg,
                         lua_pushfstring(o->L, "%s%s%s: %s", o->where, key == NULL ? "" : ", ",
                                         key == NULL ? "" : key, why));
}

void *bind_take(const bind_options *o, size_t count, size_t size)
{
    stead_error err;
    void *block = stead_arena_take(o->arena, count + 1, size, &err);
    if (block == NULL)
        bind_raise(o->L, &err);
    return block;
}

/* Keys */

const char *bind_nearest(const char *key, const char *const *known)
{
    const char *best = NULL;
    int limit = (int)(strlen(key) / 3) + 1, least = limit + 1;
    for (; *known != NULL; known++) {
        int far = stead_text_distance(key, strlen(key), *known, strlen(*known), limit);
        if (far < least) {
            least = far;
            best = *known;
        }
    }
    return best;
}

static bool is_known(const char *key, const char *const *known)
{
    while (*known != NULL && strcmp(*known, key) != 0)
        known++;
    return *known != NULL;
}

void bind_check_keys(const bind_options *o, int t, const char *const *known)
{
    lua_State *L = o->L;
    const char *least = NULL; /* by letters, so that the message does not depend on order */
    for (lua_pushnil(L); lua_next(L, t) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            bind_refuse_option(o, NULL, "keys are names");
        const char *key = lua_tostring(L, -2);
        if (!is_known(key, known) && (least == NULL || strcmp(key, least) < 0))
            least = key;
    }
    if (least == NULL)
        return;
    const char *near = bind_nearest(least, known);
    bind_refuse_option(o, NULL,
                       lua_pushfstring(L, "'%s' is not known%s%s%s", least,
                                       near == NULL ? "" : "; did you mean '",
                                       near == NULL ? "" : near, near == NULL ? "" : "'?"));
}

int bind_get(const bind_options *o, int t, const char *key)
{
    lua_pushstring(o->L, key);
    return lua_rawget(o->L, t);
}

/* NULL when absent. */
const char *bind_get_text(const bind_options *o, int t, const char *key)
{
    int type = bind_get(o, t, key);
    if (type != LUA_TNIL && type != LUA_TSTRING)
        bind_refuse_option(o, key, "a text expected");
    const char *text = lua_tostring(o->L, -1);
    lua_pop(o->L, 1);
    return text;
}

bool bind_get_flag(const bind_options *o, int t, const char *key)
{
    int type = bind_get(o, t, key);
    if (type != LUA_TNIL && type != LUA_TBOOLEAN)
        bind_refuse_option(o, key, "true or false expected");
    bool flag = lua_toboolean(o->L, -1);
    lua_pop(o->L, 1);
    return flag;
}

/* The place of the text in `choices`, which NULL ends; 0 when absent. */
int bind_get_choice(const bind_options *o, int t, const char *key, const char *const *choices)
{
    const char *text = bind_get_text(o, t, key);
    int i = 0;
    if (text == NULL)
        return 0;
    while (choices[i] != NULL && strcmp(choices[i], text) != 0)
        i++;
    if (choices[i] != NULL)
        return i;
    luaL_Buffer list;
    luaL_buffinit(o->L, &list);
    for (i = 0; choices[i] != NULL; i++) {
        luaL_addstring(&list, i == 0 ? "" : ", ");
        luaL_addstring(&list, choices[i]);
    }
    luaL_pushresult(&list);
    const char *all = lua_tostring(o->L, -1);
    bind_refuse_option(o, key, lua_pushfstring(o->L, "'%s' is not one of: %s", text, all));
    return 0;
}

/* A whole number that is not negative; `otherwise` when absent. */
size_t bind_get_count(const bind_options *o, int t, const char *key, size_t otherwise)
{
    if (bind_get(o, t, key) != LUA_TNIL) {
        if (!lua_isinteger(o->L, -1) || lua_tointeger(o->L, -1) < 1)
            bind_refuse_option(o, key, "a whole number from 1 expected");
        otherwise = (size_t)lua_tointeger(o->L, -1);
    }
    lua_pop(o->L, 1);
    return otherwise;
}

/* A text or a list of them; NULL when absent. */
const char *const *bind_get_texts(const bind_options *o, int t, const char *key, size_t *count)
{
    int type = bind_get(o, t, key);
    *count = type == LUA_TTABLE ? (size_t)lua_rawlen(o->L, -1) : type != LUA_TNIL;
    const char **texts = bind_take(o, *count, sizeof *texts);
    if (type == LUA_TSTRING)
        texts[0] = lua_tostring(o->L, -1);
    else if (type != LUA_TNIL && type != LUA_TTABLE)
        bind_refuse_option(o, key, "a text or a list of texts expected");
    for (size_t i = 0; type == LUA_TTABLE && i < *count; i++) {
        if (lua_rawgeti(o->L, -1, (lua_Integer)i + 1) != LUA_TSTRING)
            bind_refuse_option(o, key, "a text or a list of texts expected");
        texts[i] = lua_tostring(o->L, -1);
        lua_pop(o->L, 1);
    }
    lua_pop(o->L, 1);
    return texts;
}
