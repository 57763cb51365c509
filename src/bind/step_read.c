/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/step_read: parts, rates, envelopes and money as the arguments of a step. */
#include <string.h>

#include "bind/parts.h"

static int refuse_kind(const bind_step *s, const char *name, const char *wanted, int index)
{
    lua_State *L = s->L;
    const char *what = bind_describe(L, index);
    return bind_refuse_step(s, name, lua_pushfstring(L, "%s expected, got %s", wanted, what));
}

stead_pence bind_read_money(const bind_step *s, const char *name, const char *code)
{
    lua_State *L = s->L;
    stead_pence pence = 0;
    stead_wide amount;
    if (bind_is_money(L, -1, &pence))
        return pence;
    if (bind_is_amount(L, -1, &amount) && amount % STEAD_NANO == 0)
        return (stead_pence)(amount / STEAD_NANO);
    const char *what = bind_describe(L, -1);
    const char *hint = bind_money_hint(L, -2);
    bind_refuse_step(s, name,
                     lua_pushfstring(L, "'%s': money expected, got %s%s", code, what, hint));
    return 0;
}

stead_wide bind_read_amount(bind_step *s, int arg, const char *name)
{
    lua_State *L = s->L;
    stead_wide amount = 0;
    stead_pence pence;
    bind_note(s, name, arg);
    if (bind_is_amount(L, arg, &amount))
        return amount;
    if (bind_is_money(L, arg, &pence))
        return (stead_wide)pence * STEAD_NANO;
    const char *what = bind_describe(L, arg);
    bind_refuse_step(
        s, name, lua_pushfstring(L, "money expected, got %s%s", what, bind_money_hint(L, arg)));
    return 0;
}

const bind_parts *bind_read_parts(bind_step *s, int arg, const char *name)
{
    stead_error err;
    const bind_parts *parts = bind_test_parts(s->L, arg);
    bind_note(s, name, arg);
    if (parts == NULL)
        refuse_kind(s, name, "parts", arg);
    if (stead_roster_match(s->self->roster, parts->roster, &err))
        bind_refuse_step(s, name, lua_pushstring(s->L, err.text));
    return parts;
}

/* A table by code, or by system and code, being read. */
typedef struct {
    const bind_step *s;
    const char *name;
    int t;
    bool spread; /* a system's value, or `otherwise`, may stand for all its parts */
} by_code;

static bool is_part(const stead_roster *roster, const char *code)
{
    size_t at;
    for (size_t system = 0; system < roster->width; system++)
        if (stead_roster_find(roster, system, code, &at))
            return true;
    return false;
}

/* Refuses the least key of the table at `t` that names nothing; `system` of NULL: the outer
 * table. */
static void check_keys(const by_code *b, int t, const size_t *system)
{
    lua_State *L = b->s->L;
    const stead_roster *roster = b->s->self->roster;
    const char *least = NULL;
    size_t at;
    for (lua_pushnil(L); lua_next(L, t) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            bind_refuse_step(b->s, b->name, "the keys must be codes");
        const char *key = lua_tostring(L, -2);
        bool known = system != NULL ? stead_roster_find(roster, *system, key, &at)
                                    : is_part(roster, key);
        if (!known && system == NULL && b->spread)
            known = strcmp(key, "otherwise") == 0;
        if (!known && system == NULL && stead_roster_find_system(roster, key, &at)) {
            known = b->spread || lua_istable(L, -1);
            if (lua_istable(L, -1))
                check_keys(b, lua_gettop(L), &at);
        }
        if (!known && (least == NULL || strcmp(key, least) < 0))
            least = key;
    }
    if (least != NULL)
        bind_refuse_step(b->s, b->name, lua_pushfstring(L, "there is no part '%s'", least));
}

/* Puts what the table says of a part on top, over what led there; false, with nothing pushed,
 * when it says nothing. */
static bool push_entry(const by_code *b, const char *system, const char *code)
{
    lua_State *L = b->s->L;
    int base = lua_gettop(L);
    bind_field(L, b->t, system);
    if (lua_istable(L, -1) && bind_field(L, -1, code) == LUA_TNIL)
        lua_settop(L, base);
    if (lua_gettop(L) <= base + 1 && bind_field(L, b->t, code) == LUA_TNIL && b->spread) {
        lua_settop(L, base + 1);
        if (lua_isnil(L, -1))
            bind_field(L, b->t, "otherwise");
    }
    if (lua_isnil(L, -1))
        return lua_settop(L, base), false;
    return true;
}

static stead_rate read_rate(const bind_step *s, const char *name, const char *code)
{
    lua_State *L = s->L;
    stead_rate rate = 0;
    if (bind_is_rate(L, -1, &rate))
        return rate;
    const char *what = bind_describe(L, -1);
    const char *hint = bind_rate_hint(L, -2);
    const char *why = lua_pushfstring(L, "rate expected, got %s%s", what, hint);
    bind_refuse_step(s, name, code == NULL ? why : lua_pushfstring(L, "'%s': %s", code, why));
    return 0;
}

/* Calls `take` for every part, with its entry on top, or nothing. */
typedef void take_entry(const by_code *b, size_t part, bool given, void *into);

static void each_entry(const by_code *b, take_entry *take, void *into)
{
    lua_State *L = b->s->L;
    const stead_roster *roster = b->s->self->roster;
    check_keys(b, b->t, NULL);
    for (size_t s = 0; s < roster->width; s++) {
        for (size_t i = roster->first[s]; i < roster->first[s + 1]; i++) {
            int base = lua_gettop(L);
            take(b, i, push_entry(b, roster->systems[s], roster->codes[i]), into);
            lua_settop(L, base);
        }
    }
}

static void take_rate(const by_code *b, size_t part, bool given, void *into)
{
    stead_rate *rates = into;
    const char *code = b->s->self->roster->codes[part];
    if (!given)
        bind_refuse_step(
            b->s, b->name,
            lua_pushfstring(b->s->L, "no rate for '%s'; write otherwise = …", code));
    rates[part] = read_rate(b->s, b->name, code);
}

stead_rates bind_read_step_rates(bind_step *s, int arg, const char *name)
{
    lua_State *L = s->L;
    stead_rates rates = {0};
    bind_note(s, name, arg);
    if (!lua_istable(L, arg)) {
        lua_pushvalue(L, arg);
        rates.all = read_rate(s, name, NULL);
        lua_pop(L, 1);
        return rates;
    }
    stead_rate *each =
        lua_newuserdatauv(L, stead_roster_count(s->self->roster) * sizeof *each, 0);
    const by_code table = {s, name, arg, true};
    each_entry(&table, take_rate, each);
    rates.each = each;
    return rates;
}

typedef struct {
    stead_wide *amounts, missing;
} money_by_part;

static void take_money(const by_code *b, size_t part, bool given, void *into)
{
    const money_by_part *m = into;
    m->amounts[part] =
        !given ? m->missing
               : (stead_wide)bind_read_money(b->s, b->name, b->s->self->roster->codes[part]) *
                     STEAD_NANO;
}

const stead_wide *bind_read_amounts(bind_step *s, int arg, const char *name, stead_wide missing)
{
    lua_State *L = s->L;
    if (!lua_istable(L, arg))
        return bind_read_parts(s, arg, name)->amounts;
    bind_note(s, name, arg);
    lua_getiuservalue(L, BIND_SELF, BIND_ROSTER);
    money_by_part into = {bind_new_parts(L, -1, name, BIND_PLAIN)->amounts, missing};
    const by_code table = {s, name, arg, false};
    each_entry(&table, take_money, &into);
    return into.amounts;
}

/* Refuses the least key of an envelope's table that is no system. */
static void check_systems(const bind_step *s, int t, const char *name)
{
    lua_State *L = s->L;
    const char *least = NULL;
    size_t at;
    for (lua_pushnil(L); lua_next(L, t) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            bind_refuse_step(s, name, "the keys must be codes");
        const char *key = lua_tostring(L, -2);
        if (!stead_roster_find_system(s->self->roster, key, &at) &&
            (least == NULL || strcmp(key, least) < 0))
            least = key;
    }
    if (least != NULL)
        bind_refuse_step(s, name, lua_pushfstring(L, "there is no system '%s'", least));
}

static stead_pence whole_amount(bind_step *s, int arg, const char *name)
{
    stead_wide amount = bind_read_amount(s, arg, name);
    if (amount % STEAD_NANO != 0)
        bind_refuse_step(s, name, "the amount is not whole pence");
    return (stead_pence)(amount / STEAD_NANO);
}

const stead_pence *bind_read_step_envelopes(bind_step *s, int arg, const char *name)
{
    lua_State *L = s->L;
    const stead_roster *roster = s->self->roster;
    stead_pence *envelopes = lua_newuserdatauv(L, roster->width * sizeof *envelopes, 0);
    if (!lua_istable(L, arg)) {
        envelopes[0] = whole_amount(s, arg, name);
        if (roster->width != 1)
            bind_refuse_step(
                s, name,
                lua_pushfstring(L, "one amount for %I systems; write { code = money }",
                                (LUAI_UACINT)roster->width));
        return envelopes;
    }
    bind_note(s, name, arg);
    check_systems(s, arg, name);
    for (size_t i = 0; i < roster->width; i++, lua_pop(L, 1)) {
        if (bind_field(L, arg, roster->systems[i]) == LUA_TNIL)
            bind_refuse_step(s, name,
                             lua_pushfstring(L, "no amount for '%s'", roster->systems[i]));
        envelopes[i] = bind_read_money(s, name, roster->systems[i]);
    }
    return envelopes;
}
