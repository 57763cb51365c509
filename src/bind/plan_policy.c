/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/plan_policy: the method of a run and its rates. */
#include <string.h>

#include "bind/plan.h"

int bind_refuse_field(lua_State *L, const char *field, const char *why)
{
    return luaL_argerror(L, BIND_OPTIONS, lua_pushfstring(L, "%s: %s", field, why));
}

bool bind_read_rate(lua_State *L, const char *field, stead_rate *out)
{
    if (bind_field(L, BIND_OPTIONS, field) == LUA_TNIL)
        return lua_pop(L, 1), false;
    if (!bind_is_rate(L, -1, out)) {
        const char *what = bind_describe(L, -1);
        bind_refuse_field(
            L, field,
            lua_pushfstring(L, "rate expected, got %s%s", what, bind_rate_hint(L, -2)));
    }
    lua_pop(L, 1);
    return true;
}

stead_rate *bind_read_rates(lua_State *L, const char *field, size_t *count)
{
    if (bind_field(L, BIND_OPTIONS, field) == LUA_TNIL)
        return NULL;
    if (!lua_istable(L, -1) || (*count = (size_t)lua_rawlen(L, -1)) == 0)
        bind_refuse_field(L, field, "a list of rates expected");
    stead_rate *rates = lua_newuserdatauv(L, *count * sizeof *rates, 0);
    for (size_t i = 0; i < *count; i++, lua_pop(L, 1)) {
        lua_rawgeti(L, -2, (lua_Integer)i + 1);
        if (!bind_is_rate(L, -1, &rates[i]))
            bind_refuse_field(L, field,
                              lua_pushfstring(L, "item %I: rate expected, got %s",
                                              (LUAI_UACINT)i + 1, bind_describe(L, -1)));
    }
    return rates;
}

static void read_method(lua_State *L, stead_policy *policy)
{
    static const struct {
        const char *name;
        stead_method method;
    } methods[] = {{"uniform", STEAD_UNIFORM}, {"pace", STEAD_PACE},
                   {"banded", STEAD_BANDED},   {"bottom-up", STEAD_BOTTOM_UP},
                   {"hybrid", STEAD_HYBRID},   {"need", STEAD_HYBRID}};
    static const char *const listed = "write uniform, pace, banded, bottom-up, hybrid or need";
    if (bind_field(L, BIND_OPTIONS, "method") != LUA_TSTRING)
        bind_refuse_field(L, "method", listed);
    const char *name = lua_tostring(L, -1);
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        if (strcmp(methods[i].name, name) == 0) {
            policy->method = methods[i].method;
            if (strcmp(name, "need") == 0)
                policy->mix[1] = STEAD_NANO; /* all of it by share of weight */
            lua_pop(L, 1);
            return;
        }
    }
    bind_refuse_field(L, "method", lua_pushfstring(L, "'%s' is not one; %s", name, listed));
}

void bind_read_policy(lua_State *L, stead_policy *policy)
{
    size_t count = 0;
    read_method(L, policy);
    bool closing = bind_read_rate(L, "closing", &policy->closing);
    if (!closing && (policy->method == STEAD_PACE || policy->method == STEAD_BANDED))
        bind_refuse_field(
            L, "closing",
            "say what fraction of the distance from target is closed, such as pct \"25\"");
    policy->has_floor = bind_read_rate(L, "floor", &policy->floor);
    policy->has_ceiling = bind_read_rate(L, "ceiling", &policy->ceiling);
    policy->has_cap = bind_read_rate(L, "cap", &policy->cap);
    const stead_rate *mix = bind_read_rates(L, "mix", &count);
    if (mix != NULL && count != 3)
        bind_refuse_field(L, "mix", "three rates expected: uniform growth, target, bids");
    if (mix != NULL)
        memcpy(policy->mix, mix, sizeof policy->mix);
    else if (policy->method == STEAD_HYBRID && policy->mix[1] == 0)
        bind_refuse_field(L, "mix", "three rates expected: uniform growth, target, bids");
}
