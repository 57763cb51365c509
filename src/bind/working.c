/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/working: how each place's allocation was made, step by step. */
#include <stdio.h>

#include "bind/plan.h"

#define WORKING "stead.working"

enum { PLAN = 1 }; /* the user value */

stead_allocation *bind_new_working(lua_State *L, int plan)
{
    plan = lua_absindex(L, plan);
    stead_allocation *box = lua_newuserdatauv(L, sizeof *box, PLAN);
    *box = (stead_allocation){0};
    luaL_setmetatable(L, WORKING);
    lua_pushvalue(L, plan);
    lua_setiuservalue(L, -2, PLAN);
    return box;
}

/* Every digit that the calculation carried: 11 decimals of a pound, 9 of a person or of one. */
static const char *push_amount(lua_State *L, stead_wide amount, stead_step_kind kind)
{
    char text[64];
    bool money = kind == STEAD_STEP_MONEY;
    stead_uwide size = amount < 0 ? (stead_uwide)0 - (stead_uwide)amount : (stead_uwide)amount;
    stead_uwide unit = money ? (stead_uwide)STEAD_NANO * 100 : (stead_uwide)STEAD_NANO;
    snprintf(text, sizeof text, "%s%llu.%0*llu", amount < 0 ? "-" : "",
             (unsigned long long)(size / unit), money ? 11 : 9,
             (unsigned long long)(size % unit));
    return lua_pushstring(L, text);
}

static const char *kind_name(stead_step_kind kind)
{
    static const char *const names[] = {"money", "quantity", "rate"};
    return names[kind];
}

/* Sets amount, kind and, for whole pence and for rates, value, in the table on top. */
static void set_amount(lua_State *L, stead_wide amount, stead_step_kind kind)
{
    push_amount(L, amount, kind);
    lua_setfield(L, -2, "amount");
    lua_pushstring(L, kind_name(kind));
    lua_setfield(L, -2, "kind");
    int64_t value;
    if (kind == STEAD_STEP_MONEY && amount % STEAD_NANO == 0 &&
        stead_wide_to_i64(amount / STEAD_NANO, &value)) {
        bind_push_money(L, value);
        lua_setfield(L, -2, "money");
    } else if (kind == STEAD_STEP_RATE && stead_wide_to_i64(amount, &value)) {
        bind_push_rate(L, value);
        lua_setfield(L, -2, "rate");
    }
}

static void push_step(lua_State *L, const stead_step *step)
{
    lua_createtable(L, 0, 8);
    lua_pushinteger(L, step->depth);
    lua_setfield(L, -2, "depth");
    lua_pushstring(L, step->label);
    lua_setfield(L, -2, "label");
    lua_pushstring(L, step->operation);
    lua_setfield(L, -2, "operation");
    lua_pushstring(L, step->cites);
    lua_setfield(L, -2, "cites");
    set_amount(L, step->amount, step->kind);
    lua_createtable(L, step->input_count, 0);
    for (int i = 0; i < step->input_count; i++) {
        lua_createtable(L, 0, 3);
        set_amount(L, step->inputs[i], step->input_kinds[i]);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, "inputs");
}

/* working:steps(icb, code) -> list of steps, the published figure first | nil when there is no
 * such place */
static int working_steps(lua_State *L)
{
    size_t system, place;
    const stead_allocation *box = bind_check(L, 1, WORKING);
    const char *icb = luaL_checkstring(L, 2), *code = luaL_checkstring(L, 3);
    lua_getiuservalue(L, 1, PLAN);
    const stead_plan *plan = bind_test_plan(L, -1);
    luaL_argcheck(L, plan != NULL && box->working != NULL, 1, "its plan is closed");
    if (!stead_plan_find_system(plan, icb, &system) ||
        !stead_plan_find_place(plan, system, code, &place))
        return luaL_pushfail(L), 1;
    const stead_working *working = &box->working[system];
    size_t part = place - stead_plan_first(plan, system), n = 0;
    lua_newtable(L);
    for (size_t i = 0; i < working->count; i++) {
        if (working->steps[i].part == part) {
            push_step(L, &working->steps[i]);
            lua_rawseti(L, -2, (lua_Integer)++n);
        }
    }
    return 1;
}

static int working_close(lua_State *L) /* __gc, __close: safe twice */
{
    stead_allocation_free(bind_check(L, 1, WORKING));
    return 0;
}

static const luaL_Reg meta[] = {
    {"__gc", working_close}, {"__close", working_close}, {NULL, NULL}};

static const luaL_Reg methods[] = {{"steps", working_steps}, {NULL, NULL}};

void bind_open_working(lua_State *L)
{
    bind_class(L, WORKING, meta, methods);
}
