/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/stats_value: what money buys: cost per outcome, options ranked, programmes compared. */
#include <math.h>

#include "bind/stats.h"
#include "calc/value.h"

enum { MOST_MOVES = 100000 };

static int refuse_item(lua_State *L, size_t at, const char *name, const char *what)
{
    return luaL_argerror(L, 1,
                         lua_pushfstring(L, "item %I, %s: %s expected, got %s",
                                         (LUAI_UACINT)at + 1, name, what,
                                         bind_describe(L, -1)));
}

/* The fields of the item on top of the stack. */
static const char *item_code(lua_State *L, size_t at)
{
    if (bind_field(L, -1, "code") != LUA_TSTRING)
        refuse_item(L, at, "code", "a text");
    const char *code = lua_tostring(L, -1);
    lua_pop(L, 1);
    return code;
}

static stead_pence item_money(lua_State *L, size_t at, const char *name)
{
    stead_pence pence = 0;
    bind_field(L, -1, name);
    if (!bind_is_money(L, -1, &pence))
        refuse_item(L, at, name, "money");
    lua_pop(L, 1);
    return pence;
}

static int64_t item_nano(lua_State *L, size_t at, const char *name)
{
    int64_t nano = 0;
    bind_field(L, -1, name);
    if (!bind_is_rate(L, -1, &nano) &&
        (lua_type(L, -1) != LUA_TNUMBER || !bind_to_nano(lua_tonumber(L, -1), &nano)))
        refuse_item(L, at, name, "a number");
    lua_pop(L, 1);
    return nano;
}

static double item_number(lua_State *L, size_t at, const char *name)
{
    bind_field(L, -1, name);
    if (lua_type(L, -1) != LUA_TNUMBER)
        refuse_item(L, at, name, "a number");
    double number = lua_tonumber(L, -1);
    lua_pop(L, 1);
    return number;
}

static size_t list_length(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    size_t count = (size_t)lua_rawlen(L, 1);
    luaL_argcheck(L, count > 0, 1, "there are no items");
    return count;
}

static void push_item(lua_State *L, size_t at)
{
    if (lua_rawgeti(L, 1, (lua_Integer)at + 1) != LUA_TTABLE)
        luaL_argerror(L, 1,
                      lua_pushfstring(L, "item %I: a table expected", (LUAI_UACINT)at + 1));
}

/* stats.cost_per(money, effect) -> money for a unit of effect */
static int stats_cost_per(lua_State *L)
{
    stead_error err;
    stead_pence out;
    int64_t effect = 0;
    stead_pence cost = bind_check_money(L, 1);
    if (!bind_to_nano(luaL_checknumber(L, 2), &effect))
        return luaL_argerror(L, 2, "a number of units expected");
    if (stead_cost_per(cost, effect, &out, &err) != STEAD_OK)
        return bind_raise(L, &err);
    bind_push_money(L, out);
    return 1;
}

/* stats.star(options) -> the same in order of benefit per pound */
static int stats_star(lua_State *L)
{
    stead_error err;
    size_t count = list_length(L);
    stead_option *options = lua_newuserdatauv(L, count * sizeof *options, 0);
    stead_star *stars = lua_newuserdatauv(L, count * sizeof *stars, 0);
    for (size_t i = 0; i < count; i++, lua_pop(L, 1)) {
        push_item(L, i);
        options[i] =
            (stead_option){item_code(L, i), item_money(L, i, "cost"), item_nano(L, i, "people"),
                           item_nano(L, i, "benefit"), item_nano(L, i, "chance")};
    }
    if (stead_star_rank(options, count, stars, &err) != STEAD_OK)
        return bind_raise(L, &err);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        lua_createtable(L, 0, 6);
        lua_pushstring(L, options[stars[i].option].code);
        lua_setfield(L, -2, "code");
        stats_set_money(L, "cost", options[stars[i].option].cost);
        stats_set_nano(L, "benefit", stars[i].benefit);
        stats_set_nano(L, "per_thousand", stars[i].per_thousand);
        stats_set_money(L, "cost_so_far", stars[i].cost_so_far);
        stats_set_nano(L, "benefit_so_far", stars[i].benefit_so_far);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

static void push_quadrant(lua_State *L, const char *code, stead_pence each,
                          const stead_spend_outcome *place)
{
    lua_createtable(L, 0, 5);
    lua_pushstring(L, code);
    lua_setfield(L, -2, "code");
    stats_set_money(L, "per_head", each);
    lua_pushnumber(L, place->spend_score);
    lua_setfield(L, -2, "spend_score");
    lua_pushnumber(L, place->outcome_score);
    lua_setfield(L, -2, "outcome_score");
    lua_pushstring(L, stead_quadrant_words(place->quadrant));
    lua_setfield(L, -2, "quadrant");
}

/* stats.quadrants(areas, better) -> list in the same order */
static int stats_quadrants(lua_State *L)
{
    static const char *const ways[] = {"up", "down", NULL};
    stead_error err;
    size_t count = list_length(L);
    int better = luaL_checkoption(L, 2, NULL, ways) == 0 ? 1 : -1;
    double *spend = lua_newuserdatauv(L, count * sizeof *spend, 0);
    double *outcome = lua_newuserdatauv(L, count * sizeof *outcome, 0);
    stead_pence *each = lua_newuserdatauv(L, count * sizeof *each, 0);
    const char **codes = lua_newuserdatauv(L, count * sizeof *codes, 0);
    stead_spend_outcome *places = lua_newuserdatauv(L, count * sizeof *places, 0);
    for (size_t i = 0; i < count; i++, lua_pop(L, 1)) {
        push_item(L, i);
        codes[i] = item_code(L, i);
        stead_pence pence = item_money(L, i, "spend");
        int64_t people = item_nano(L, i, "people");
        outcome[i] = item_number(L, i, "outcome");
        if (people <= 0)
            return luaL_error(L, "area '%s': weighted people are not positive", codes[i]);
        if (stead_cost_per(pence, people, &each[i], &err) != STEAD_OK)
            return bind_raise(L, &err);
        spend[i] = (double)pence / 100 / ((double)people / 1e9);
    }
    if (stead_quadrants_of(spend, outcome, count, better, places, &err) != STEAD_OK)
        return bind_raise(L, &err);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        push_quadrant(L, codes[i], each[i], &places[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

static void push_programmes(lua_State *L, const stead_programme *programmes, size_t count)
{
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        lua_createtable(L, 0, 3);
        lua_pushstring(L, programmes[i].code);
        lua_setfield(L, -2, "code");
        stats_set_money(L, "spend", programmes[i].spend);
        stats_set_nano(L, "margin", programmes[i].margin);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

static void push_moves(lua_State *L, const stead_programme *programmes, const stead_move *moves,
                       size_t count)
{
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        lua_createtable(L, 0, 3);
        lua_pushstring(L, programmes[moves[i].from].code);
        lua_setfield(L, -2, "from");
        lua_pushstring(L, programmes[moves[i].to].code);
        lua_setfield(L, -2, "to");
        stats_set_money(L, "amount", moves[i].amount);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

/* stats.shift(programmes, step) -> { programmes = …, moves = …, gain = number } */
static int stats_shift(lua_State *L)
{
    stead_error err;
    int64_t gain = 0;
    size_t made = 0, count = list_length(L);
    stead_pence step = bind_check_money(L, 2);
    stead_programme *programmes = lua_newuserdatauv(L, count * sizeof *programmes, 0);
    stead_move *moves = lua_newuserdatauv(L, MOST_MOVES * sizeof *moves, 0);
    for (size_t i = 0; i < count; i++, lua_pop(L, 1)) {
        push_item(L, i);
        programmes[i] =
            (stead_programme){item_code(L, i), item_money(L, i, "spend"),
                              item_nano(L, i, "margin"), item_nano(L, i, "decline")};
    }
    if (stead_marginal_shift(programmes, count, step, moves, MOST_MOVES, &made, &gain, &err) !=
        STEAD_OK)
        return bind_raise(L, &err);
    lua_createtable(L, 0, 3);
    push_programmes(L, programmes, count);
    lua_setfield(L, -2, "programmes");
    push_moves(L, programmes, moves, made);
    lua_setfield(L, -2, "moves");
    stats_set_nano(L, "gain", gain);
    return 1;
}

static const luaL_Reg library[] = {{"cost_per", stats_cost_per},
                                   {"star", stats_star},
                                   {"quadrants", stats_quadrants},
                                   {"shift", stats_shift},
                                   {NULL, NULL}};

int bind_open_stats_value(lua_State *L)
{
    luaL_setfuncs(L, library, 0);
    return 1;
}
