/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/plan_ask: which systems a run is for, and the money that they and their places start
 * from. */
#include <string.h>

#include "bind/plan.h"

static stead_pence read_money(lua_State *L, const char *field, const char *code)
{
    stead_pence pence = 0;
    if (!bind_is_money(L, -1, &pence)) {
        const char *what = bind_describe(L, -1);
        bind_refuse_field(L, field,
                          lua_pushfstring(L, "%s: money expected, got %s%s", code, what,
                                          bind_money_hint(L, -2)));
    }
    return pence;
}

/* Refuses a key of the table on top that is not among the codes counted; the least is named. */
static void refuse_unknown(lua_State *L, const char *field, const char *what,
                           bool (*known)(const stead_plan *, size_t, const char *),
                           const stead_plan *plan, size_t scope)
{
    const char *least = NULL;
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            bind_refuse_field(L, field, "the keys must be codes");
        const char *code = lua_tostring(L, -2);
        if (!known(plan, scope, code) && (least == NULL || strcmp(code, least) < 0))
            least = code;
    }
    if (least != NULL)
        bind_refuse_field(L, field, lua_pushfstring(L, "there is no %s '%s'", what, least));
}

static bool is_system(const stead_plan *plan, size_t scope, const char *code)
{
    size_t system;
    (void)scope;
    return stead_plan_find_system(plan, code, &system);
}

static bool is_place(const stead_plan *plan, size_t system, const char *code)
{
    size_t place;
    return stead_plan_find_place(plan, system, code, &place);
}

/* Which systems are asked for: all, or the one called `icb`. */
static void read_systems(lua_State *L, bind_question *q)
{
    q->ask.systems = stead_plan_systems(q->plan);
    if (bind_field(L, BIND_OPTIONS, "icb") != LUA_TNIL) {
        if (lua_type(L, -1) != LUA_TSTRING)
            bind_refuse_field(L, "icb", "a code expected");
        const char *code = lua_tostring(L, -1);
        if (!stead_plan_find_system(q->plan, code, &q->ask.system))
            bind_refuse_field(L, "icb", lua_pushfstring(L, "there is no system '%s'", code));
        q->ask.systems = 1;
    }
    lua_pop(L, 1);
}

/* envelope = money, when there is one system, or { code = money } */
static void read_envelopes(lua_State *L, bind_question *q)
{
    size_t systems = stead_plan_systems(q->plan);
    stead_pence one;
    if (bind_field(L, BIND_OPTIONS, "envelope") == LUA_TNIL)
        return;
    stead_pence *envelopes = lua_newuserdatauv(L, (systems + 1) * sizeof *envelopes, 0);
    for (size_t i = 0; i < systems; i++)
        envelopes[i] = STEAD_MISSING;
    q->ask.envelopes = envelopes;
    lua_pushvalue(L, -2);
    if (bind_is_money(L, -1, &one)) {
        if (q->ask.systems != 1)
            bind_refuse_field(
                L, "envelope",
                lua_pushfstring(L, "one amount for %I systems; write { code = money }",
                                (LUAI_UACINT)q->ask.systems));
        envelopes[q->ask.system] = one;
    } else if (lua_istable(L, -1)) {
        refuse_unknown(L, "envelope", "system", is_system, q->plan, 0);
        for (size_t i = 0; i < systems; i++, lua_pop(L, 1)) {
            const char *code = stead_plan_system(q->plan, i);
            if (bind_field(L, -1, code) != LUA_TNIL)
                envelopes[i] = read_money(L, "envelope", code);
        }
    } else {
        read_money(L, "envelope", "the amount");
    }
    lua_pop(L, 1);
}

/* Reads { code = money } from the top for the places of one system; those without keep 0. */
static void read_places(lua_State *L, const char *field, const bind_question *q, size_t system,
                        stead_pence *amounts)
{
    if (!lua_istable(L, -1))
        bind_refuse_field(L, field, "{ system = { place = money } } expected");
    refuse_unknown(L, field, "place", is_place, q->plan, system);
    for (size_t i = stead_plan_first(q->plan, system);
         i < stead_plan_first(q->plan, system + 1); i++, lua_pop(L, 1)) {
        const char *code = stead_plan_place(q->plan, i);
        if (bind_field(L, -1, code) != LUA_TNIL)
            amounts[i] = read_money(L, field, code);
    }
}

/* field = { system = { place = money } }, in a block that is pushed; NULL when not given */
static const stead_pence *read_amounts(lua_State *L, const char *field, const bind_question *q)
{
    size_t systems = stead_plan_systems(q->plan), places = stead_plan_first(q->plan, systems);
    if (bind_field(L, BIND_OPTIONS, field) == LUA_TNIL)
        return NULL;
    if (!lua_istable(L, -1))
        bind_refuse_field(L, field, "{ system = { place = money } } expected");
    stead_pence *amounts = lua_newuserdatauv(L, (places + 1) * sizeof *amounts, 0);
    memset(amounts, 0, (places + 1) * sizeof *amounts);
    lua_pushvalue(L, -2);
    refuse_unknown(L, field, "system", is_system, q->plan, 0);
    for (size_t i = 0; i < systems; i++, lua_pop(L, 1))
        if (bind_field(L, -1, stead_plan_system(q->plan, i)) != LUA_TNIL)
            read_places(L, field, q, i, amounts);
    lua_pop(L, 1);
    return amounts;
}

void bind_read_start(lua_State *L, bind_question *q)
{
    read_systems(L, q);
    q->ask.has_growth = bind_read_rate(L, "growth", &q->ask.growth);
    read_envelopes(L, q);
    q->ask.baselines = read_amounts(L, "baselines", q);
    q->ask.bids = read_amounts(L, "bids", q);
    q->ask.committed = read_amounts(L, "committed", q);
}

void bind_read_question(lua_State *L, bind_question *q)
{
    bind_read_policy(L, &q->ask.policy);
    bind_read_start(L, q);
    q->ask.path = bind_read_rates(L, "path", &q->ask.years);
    if (q->ask.path == NULL)
        q->ask.years = 0;
    else if (q->ask.has_growth)
        bind_refuse_field(L, "growth", "path says how each year grows; leave growth out");
}
