/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/share: money split by a table of weights, to the penny. The order of a Lua table never
 * shows: keys are put in byte order before anything is said or done about them. */
#include <stdlib.h>
#include <string.h>

#include "bind/bind.h"
#include "calc/share.h"

enum { MONEY_ARG = 1, WEIGHTS = 2 };

typedef enum { WHOLE, DECIMAL, MONEY, RATE } weight_kind;

typedef struct {
    const char *code; /* the key as text, held by Lua */
    size_t len;
    bool is_integer;
    lua_Integer integer;
    weight_kind kind;
    int64_t weight; /* a whole number, pence, or 10^-9 */
    double decimal;
} entry;

static int by_code(const void *a, const void *b)
{
    return strcmp(((const entry *)a)->code, ((const entry *)b)->code);
}

static int refuse(lua_State *L, const char *code, const char *why)
{
    return luaL_argerror(L, WEIGHTS, lua_pushfstring(L, "weight of '%s' %s", code, why));
}

/* Reads the weight on top of the stack. */
static void read_weight(lua_State *L, entry *e)
{
    if (bind_is_money(L, -1, &e->weight)) {
        e->kind = MONEY;
    } else if (bind_is_rate(L, -1, &e->weight)) {
        e->kind = RATE;
    } else if (lua_isinteger(L, -1)) {
        e->kind = WHOLE;
        e->weight = lua_tointeger(L, -1);
        e->decimal = (double)e->weight;
    } else if (lua_type(L, -1) == LUA_TNUMBER) {
        e->kind = DECIMAL;
        e->decimal = lua_tonumber(L, -1);
    } else {
        const char *what = bind_describe(L, -1);
        refuse(L, e->code,
               lua_pushfstring(L, "must be a number, money or a rate, got %s", what));
    }
}

/* Reads the key beneath the top of the stack, keeping its text in the table at `texts`. */
static void read_key(lua_State *L, int texts, entry *e)
{
    e->is_integer = lua_isinteger(L, -2);
    if (e->is_integer)
        e->integer = lua_tointeger(L, -2);
    else if (lua_type(L, -2) != LUA_TSTRING)
        luaL_argerror(L, WEIGHTS,
                      lua_pushfstring(L, "keys must be text or whole numbers, got %s",
                                      bind_describe(L, -2)));
    e->code = luaL_tolstring(L, -2, &e->len);
    lua_rawseti(L, texts, (lua_Integer)lua_rawlen(L, texts) + 1);
}

static entry *read_entries(lua_State *L, size_t *count)
{
    *count = 0;
    for (lua_pushnil(L); lua_next(L, WEIGHTS) != 0; lua_pop(L, 1))
        ++*count;
    luaL_argcheck(L, *count > 0, WEIGHTS, "there is nobody to share between");
    lua_newtable(L);
    int texts = lua_gettop(L);
    entry *entries = lua_newuserdatauv(L, *count * sizeof *entries, 0);
    size_t n = 0;
    for (lua_pushnil(L); lua_next(L, WEIGHTS) != 0; lua_settop(L, texts + 2))
        read_key(L, texts, &entries[n++]);
    qsort(entries, *count, sizeof *entries, by_code);
    return entries;
}

static void push_key(lua_State *L, const entry *e)
{
    if (e->is_integer)
        lua_pushinteger(L, e->integer);
    else
        lua_pushlstring(L, e->code, e->len);
}

/* Weights of one table are of one kind; whole numbers among decimals count as decimals. */
static void settle_kinds(lua_State *L, entry *entries, size_t count)
{
    static const char *const names[] = {"a number", "a number", "money", "a rate"};
    bool decimals = false;
    for (size_t i = 0; i < count; i++) {
        const entry *e = &entries[i], *first = &entries[0];
        decimals = decimals || e->kind == DECIMAL;
        if (strcmp(names[e->kind], names[first->kind]) != 0)
            refuse(L, e->code,
                   lua_pushfstring(L, "is %s, but that of '%s' is %s", names[e->kind],
                                   first->code, names[first->kind]));
        if (i > 0 && strcmp(e->code, entries[i - 1].code) == 0)
            luaL_argerror(L, WEIGHTS, lua_pushfstring(L, "two keys are written '%s'", e->code));
    }
    for (size_t i = 0; decimals && i < count; i++)
        if (!bind_to_nano(entries[i].decimal, &entries[i].weight))
            refuse(L, entries[i].code, "is too large, or not a number");
}

int bind_money_share(lua_State *L)
{
    stead_error err;
    size_t count;
    stead_pence total = bind_check_money(L, MONEY_ARG);
    luaL_checktype(L, WEIGHTS, LUA_TTABLE);
    entry *entries = read_entries(L, &count);
    for (size_t i = 0; i < count; i++, lua_pop(L, 1)) {
        push_key(L, &entries[i]);
        lua_rawget(L, WEIGHTS);
        read_weight(L, &entries[i]);
    }
    settle_kinds(L, entries, count);
    int64_t *weights = lua_newuserdatauv(L, count * sizeof *weights, 0);
    const char **codes = lua_newuserdatauv(L, count * sizeof *codes, 0);
    stead_pence *parts = lua_newuserdatauv(L, count * sizeof *parts, 0);
    for (size_t i = 0; i < count; i++) {
        weights[i] = entries[i].weight;
        codes[i] = entries[i].code;
    }
    if (stead_share(total, weights, codes, count, parts, &err))
        return bind_raise(L, &err);
    lua_createtable(L, 0, (int)count);
    for (size_t i = 0; i < count; i++) {
        push_key(L, &entries[i]);
        bind_push_money(L, parts[i]);
        lua_rawset(L, -3);
    }
    return 1;
}
