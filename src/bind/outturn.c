/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/outturn: forecasts of a year and the position that underlies it. */
#include "calc/outturn.h"
#include "bind/bind.h"
#include "bind/options.h"

/* Money under a name; nil money when it is not given. */
static stead_pence get_money(const bind_options *o, const char *key)
{
    stead_pence pence = 0;
    if (bind_get(o, o->arg, key) != LUA_TNIL && !bind_is_money(o->L, -1, &pence)) {
        const char *what = bind_describe(o->L, -1);
        bind_refuse_option(
            o, key,
            lua_pushfstring(o->L, "money expected, got %s%s", what, bind_money_hint(o->L, -2)));
    }
    lua_pop(o->L, 1);
    return pence;
}

/* calc.outturn { month=, actual=, non_recurrent=, plan=, plan_to_date= } -> { straight_line=,
 * non_recurrent=, profiled=, remaining_plan= }; a forecast that cannot be made is nil */
static int calc_outturn(lua_State *L)
{
    static const char *const keys[] = {"month", "actual",       "non_recurrent",
                                       "plan",  "plan_to_date", NULL};
    static const char *const methods[STEAD_OUTTURN_METHODS] = {"straight_line", "non_recurrent",
                                                               "profiled", "remaining_plan"};
    stead_error err;
    bind_options o = {L, 1, NULL, "outturn"};
    luaL_checktype(L, 1, LUA_TTABLE);
    bind_check_keys(&o, 1, keys);
    size_t month = bind_get_count(&o, 1, "month", 0);
    stead_outturn to_date = {.month = month > 12 ? 13 : (int)month,
                             .actual = get_money(&o, "actual"),
                             .non_recurrent = get_money(&o, "non_recurrent"),
                             .plan = get_money(&o, "plan"),
                             .plan_to_date = get_money(&o, "plan_to_date")};
    lua_createtable(L, 0, STEAD_OUTTURN_METHODS);
    for (int i = 0; i < STEAD_OUTTURN_METHODS; i++) {
        stead_pence out;
        stead_status rc = stead_outturn_forecast(&to_date, (stead_outturn_method)i, &out, &err);
        if (rc == STEAD_INFEASIBLE)
            continue;
        if (rc != STEAD_OK)
            return bind_raise(L, &err);
        bind_push_money(L, out);
        lua_setfield(L, -2, methods[i]);
    }
    return 1;
}

/* calc.underlying { reported=, benefits=, costs=, full_year= } -> money */
static int calc_underlying(lua_State *L)
{
    static const char *const keys[] = {"reported", "benefits", "costs", "full_year", NULL};
    stead_error err;
    stead_pence out;
    bind_options o = {L, 1, NULL, "underlying"};
    luaL_checktype(L, 1, LUA_TTABLE);
    bind_check_keys(&o, 1, keys);
    if (stead_outturn_underlying(get_money(&o, "reported"), get_money(&o, "benefits"),
                                 get_money(&o, "costs"), get_money(&o, "full_year"), &out,
                                 &err))
        return bind_raise(L, &err);
    bind_push_money(L, out);
    return 1;
}

static const luaL_Reg library[] = {
    {"outturn", calc_outturn}, {"underlying", calc_underlying}, {NULL, NULL}};

int bind_open_outturn(lua_State *L)
{
    luaL_setfuncs(L, library, 0);
    return 1;
}
