/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/calc: the calculations that scripts call by themselves, and plans. */
#include "bind/bind.h"

#include <math.h>

#include "calc/overlap.h"
#include "calc/weigh.h"

static int64_t check_people(lua_State *L, int arg)
{
    int64_t people = 0;
    if (!bind_to_nano(luaL_checknumber(L, arg), &people) || people < 0)
        luaL_argerror(L, arg, "a number of people, not negative, expected");
    return people;
}

static void set_share(lua_State *L, const char *name, double share)
{
    if (!isnan(share)) {
        lua_pushnumber(L, share);
        lua_setfield(L, -2, name);
    }
}

/* calc.overlap(a, b, both) -> { of_a, of_b, coterminosity, jaccard, class } */
static int calc_overlap(lua_State *L)
{
    int64_t a = check_people(L, 1), b = check_people(L, 2), both = check_people(L, 3);
    luaL_argcheck(L, both <= a && both <= b, 3, "more people in both areas than in one");
    stead_overlap overlap = stead_overlap_of(a, b, both);
    lua_createtable(L, 0, 5);
    set_share(L, "of_a", overlap.of_a);
    set_share(L, "of_b", overlap.of_b);
    set_share(L, "coterminosity", overlap.coterminosity);
    set_share(L, "jaccard", overlap.jaccard);
    if (!isnan(overlap.coterminosity)) {
        lua_pushstring(L, stead_overlap_class(overlap.coterminosity));
        lua_setfield(L, -2, "class");
    }
    return 1;
}

/* calc.index(part, people of part, whole, people of whole) -> number, or nil when undefined */
static int calc_index(lua_State *L)
{
    double index = stead_index(check_people(L, 1), check_people(L, 2), check_people(L, 3),
                               check_people(L, 4));
    if (isnan(index))
        lua_pushnil(L);
    else
        lua_pushnumber(L, index);
    return 1;
}

static const luaL_Reg library[] = {
    {"overlap", calc_overlap}, {"index", calc_index}, {NULL, NULL}};

int bind_open_calc(lua_State *L)
{
    luaL_newlib(L, library);
    bind_open_footing(L);
    bind_open_outturn(L);
    return bind_open_plan(L);
}
