/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/plan_given: what a rule is given of a plan, and what its parts come to. */
#include <string.h>

#include "bind/options.h"
#include "bind/parts.h"
#include "bind/plan.h"

static const char *const options[] = {"growth", "envelope", "baselines", "bids", "committed",
                                      "icb",    "column",   "weights",   NULL};

/* Pushes the roster of the systems asked for. */
static const stead_roster *push_roster(lua_State *L, const stead_plan *plan,
                                       const stead_plan_ask *ask, const int64_t *weights)
{
    size_t from = stead_plan_first(plan, ask->system);
    size_t count = stead_plan_first(plan, ask->system + ask->systems) - from;
    const char **codes = lua_newuserdatauv(L, (count + ask->systems) * sizeof *codes, 0);
    const char **systems = codes + count;
    size_t *first = lua_newuserdatauv(L, (ask->systems + 1) * sizeof *first, 0);
    for (size_t i = 0; i < count; i++)
        codes[i] = stead_plan_place(plan, from + i);
    for (size_t s = 0; s <= ask->systems; s++)
        first[s] = stead_plan_first(plan, ask->system + s) - from;
    for (size_t s = 0; s < ask->systems; s++)
        systems[s] = stead_plan_system(plan, ask->system + s);
    const stead_roster roster = {codes, systems, first, ask->systems,
                                 weights == NULL ? NULL : weights + from};
    return bind_new_roster(L, &roster);
}

/* Gives the parts on top of the stack to the table, as `name`. */
static void set_parts(lua_State *L, int table, const char *name, const char *sentence)
{
    lua_pushstring(L, sentence);
    lua_setiuservalue(L, -2, BIND_SENTENCE);
    lua_setfield(L, table, name);
}

/* Sets given[name] to the amounts of the systems asked for; left out when there are none, or
 * one is missing. */
static void set_money(lua_State *L, int table, int roster, const char *name,
                      const char *sentence, const stead_pence *amounts)
{
    bind_parts *parts = bind_new_parts(L, roster, "given", BIND_PLAIN);
    size_t count = stead_roster_count(parts->roster), i = 0;
    while (i < count && amounts != NULL && amounts[i] != STEAD_MISSING) {
        parts->amounts[i] = (stead_wide)amounts[i] * STEAD_NANO;
        i++;
    }
    if (i == count)
        set_parts(L, table, name, sentence);
    else
        lua_pop(L, 1);
}

/* Sets given.target; left out when the weights of a system are all nil. */
static void set_target(lua_State *L, int table, int roster, const stead_pence *envelopes)
{
    bind_parts *parts = bind_new_parts(L, roster, "given", BIND_PLAIN);
    if (!stead_parts_target(parts->roster, envelopes, parts->amounts)) {
        lua_pop(L, 1);
        return;
    }
    parts->by_weight = true;
    set_parts(L, table, "target", "envelope × share of weight");
}

static void set_envelopes(lua_State *L, int table, const stead_roster *roster,
                          const stead_pence *envelopes)
{
    lua_createtable(L, 0, (int)roster->width);
    for (size_t s = 0; s < roster->width; s++) {
        bind_push_money(L, envelopes[s]);
        lua_setfield(L, -2, roster->systems[s]);
    }
    lua_setfield(L, table, "envelope");
}

/* plan:given{ column | weights, growth | envelope [, icb] [, baselines] } -> { baseline,
 * target, envelope } */
int bind_plan_given(lua_State *L)
{
    stead_error err;
    bind_question q = {.plan = bind_check_plan(L, BIND_PLAN)};
    bind_check_options(L, options);
    bind_read_start(L, &q);
    bind_read_weight(L, &q);
    stead_allocation *start = bind_new_working(L, BIND_PLAN);
    if (stead_plan_give(q.plan, &q.ask, start, &err))
        return bind_raise(L, &err);
    lua_createtable(L, 0, 3);
    int table = lua_gettop(L);
    const stead_roster *roster = push_roster(L, q.plan, &q.ask, start->weights);
    int kept = lua_gettop(L);
    const stead_pence *envelopes = start->envelopes + q.ask.system;
    size_t from = stead_plan_first(q.plan, q.ask.system);
    set_money(L, table, kept, "baseline", "baseline", start->baselines + from);
    set_money(L, table, kept, "bids", "its bid", q.ask.bids == NULL ? NULL : q.ask.bids + from);
    set_money(L, table, kept, "committed", "the committed part of its bid",
              q.ask.committed == NULL ? NULL : q.ask.committed + from);
    set_target(L, table, kept, envelopes);
    set_envelopes(L, table, roster, envelopes);
    stead_allocation_free(start);
    lua_pushvalue(L, table);
    return 1;
}

enum { FINAL = 2, GIVEN = 3 };

static int refuse_awards(lua_State *L, int arg, const char *why)
{
    return luaL_argerror(L, arg, why);
}

/* The parts in a field of `given`; NULL when it has none. */
static const bind_parts *given_parts(lua_State *L, const char *field)
{
    bind_field(L, GIVEN, field);
    const bind_parts *parts = bind_test_parts(L, -1);
    if (parts == NULL && !lua_isnil(L, -1))
        refuse_awards(L, GIVEN, lua_pushfstring(L, "%s: parts expected", field));
    return parts; /* the table keeps it */
}

/* Which systems of the plan the roster has; all their places must agree. */
static void find_systems(lua_State *L, const stead_roster *roster, const stead_plan *plan,
                         stead_plan_ask *ask)
{
    stead_error err;
    ask->systems = roster->width;
    if (!stead_plan_find_system(plan, roster->systems[0], &ask->system) ||
        ask->system + roster->width > stead_plan_systems(plan))
        refuse_awards(L, GIVEN,
                      lua_pushfstring(L, "the plan has no system '%s'", roster->systems[0]));
    if (stead_roster_match(roster, push_roster(L, plan, ask, NULL), &err))
        refuse_awards(L, GIVEN, lua_pushfstring(L, "not of this plan: %s", err.text));
    lua_pop(L, 3);
}

static stead_pence whole_pence(lua_State *L, int arg, const bind_parts *parts, size_t at)
{
    stead_pence pence = 0;
    if (parts->amounts[at] % STEAD_NANO != 0 ||
        !stead_wide_to_i64(parts->amounts[at] / STEAD_NANO, &pence))
        refuse_awards(L, arg,
                      lua_pushfstring(L, "amount of '%s' is not whole pence; foot it first",
                                      parts->roster->codes[at]));
    return pence;
}

/* The envelope of a system, which its parts must come to. */
static stead_pence check_envelope(lua_State *L, const bind_parts *parts, size_t system)
{
    char sum[STEAD_DECIMAL_TEXT], envelope[STEAD_DECIMAL_TEXT];
    stead_pence pence = 0;
    const char *code = parts->roster->systems[system];
    if (bind_field(L, GIVEN, "envelope") != LUA_TTABLE || bind_field(L, -1, code) == LUA_TNIL ||
        !bind_is_money(L, -1, &pence))
        refuse_awards(L, GIVEN, lua_pushfstring(L, "envelope: no money for '%s'", code));
    lua_pop(L, 2);
    stead_wide total = stead_parts_total(parts->roster, system, parts->amounts);
    if (total != (stead_wide)pence * STEAD_NANO) {
        stead_step_format(total, sum);
        stead_money_format(pence, envelope);
        refuse_awards(L, FINAL,
                      lua_pushfstring(L, "%s: parts come to %s, and the envelope is %s", code,
                                      sum, envelope));
    }
    return pence;
}

/* Fills the allocation with what is given and what was decided. */
static void fill(lua_State *L, const stead_plan *plan, const stead_plan_ask *ask,
                 const bind_parts *final, stead_allocation *out)
{
    const bind_parts *baseline = given_parts(L, "baseline");
    const bind_parts *source = baseline != NULL ? baseline : given_parts(L, "target");
    size_t from = stead_plan_first(plan, ask->system);
    for (size_t i = 0; i < stead_roster_count(final->roster); i++) {
        out->awards[from + i].allocation = whole_pence(L, FINAL, final, i);
        out->baselines[from + i] =
            baseline == NULL ? STEAD_MISSING : whole_pence(L, GIVEN, baseline, i);
        out->weights[from + i] = source->roster->weights[i];
    }
    for (size_t s = 0; s < ask->systems; s++)
        out->envelopes[ask->system + s] = check_envelope(L, final, s);
}

/* plan:awards(final, given) -> the frame that plan:run gives */
int bind_plan_awards(lua_State *L)
{
    stead_error err;
    stead_plan_ask ask = {0};
    const stead_plan *plan = bind_check_plan(L, BIND_PLAN);
    const bind_parts *final = bind_check(L, FINAL, "stead.parts");
    luaL_checktype(L, GIVEN, LUA_TTABLE);
    lua_settop(L, GIVEN);
    const bind_parts *start = given_parts(L, "baseline");
    if (start == NULL)
        start = given_parts(L, "target");
    if (start == NULL || start->roster->weights == NULL)
        return refuse_awards(L, GIVEN, "what plan:given made expected");
    if (stead_roster_match(start->roster, final->roster, &err))
        return refuse_awards(L, FINAL, lua_pushstring(L, err.text));
    find_systems(L, start->roster, plan, &ask);
    lua_settop(L, GIVEN);
    stead_frame **made = bind_new_frame(L);
    stead_allocation *allocation = bind_new_working(L, BIND_PLAN);
    if (stead_plan_empty(plan, allocation, &err))
        return bind_raise(L, &err);
    fill(L, plan, &ask, final, allocation);
    lua_settop(L, GIVEN + 2);
    if (stead_plan_measure(plan, &ask, allocation, &err) ||
        stead_allocation_frame(made, false, false, &err) ||
        stead_allocation_append(plan, &ask, allocation, NULL, *made, &err))
        return bind_raise(L, &err);
    bind_weigh_frame(L, *made);
    stead_allocation_free(allocation);
    lua_pop(L, 1);
    return 1;
}
