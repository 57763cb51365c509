/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/stats_horizon: money over years: present values, prices, and investing to save. */
#include <math.h>
#include <string.h>

#include "bind/stats.h"
#include "calc/horizon.h"

enum { MOST_YEARS = 200, MOST_NAMES = 64, MOST_LINES = 256 };

/* A rate for every year: from one, or from a list of { first year, rate } at `index`. */
static void read_rates(lua_State *L, int arg, int index, stead_rate rates[MOST_YEARS])
{
    stead_rate rate = 0;
    index = lua_absindex(L, index);
    bool one = bind_is_rate(L, index, &rate);
    if (!one && (lua_type(L, index) != LUA_TTABLE || lua_rawlen(L, index) == 0))
        luaL_argerror(L, arg, "rates: a rate, or a list of { first year, rate }, expected");
    size_t next = 0;
    for (size_t i = 1; !one && i <= lua_rawlen(L, index); i++, lua_pop(L, 3)) {
        stead_rate step = 0;
        bool good = lua_rawgeti(L, index, (lua_Integer)i) == LUA_TTABLE;
        if (!good)
            luaL_argerror(L, arg, "rates: write { first year, rate }");
        lua_rawgeti(L, -1, 1);
        lua_rawgeti(L, -2, 2);
        lua_Integer from = lua_isinteger(L, -2) ? lua_tointeger(L, -2) : -1;
        if (from < (lua_Integer)next || (i == 1 && from != 0) || !bind_is_rate(L, -1, &step))
            luaL_argerror(L, arg,
                          "rates: years ascend from 0, each with a rate, { 0, pct \"3.5\" }");
        for (; next < (size_t)from && next < MOST_YEARS; next++)
            rates[next] = rate;
        rate = step;
    }
    for (; next < MOST_YEARS; next++)
        rates[next] = rate;
}

static size_t check_years(lua_State *L, int arg, size_t years)
{
    if (years < 1 || years > MOST_YEARS)
        luaL_argerror(L, arg, "1 to 200 years expected");
    return years;
}

static int refuse_year(lua_State *L, int arg, size_t year, const char *what)
{
    return luaL_argerror(L, arg,
                         lua_pushfstring(L, "year %I: %s expected, got %s", (LUAI_UACINT)year,
                                         what, bind_describe(L, -1)));
}

/* stats.factors(rates, years) -> list of numbers, the first of year 0 */
static int stats_factors(lua_State *L)
{
    stead_error err;
    stead_rate rates[MOST_YEARS];
    stead_wide factors[MOST_YEARS];
    lua_Integer asked = luaL_checkinteger(L, 2);
    size_t years = check_years(L, 2, asked < 0 ? 0 : (size_t)asked);
    read_rates(L, 1, 1, rates);
    if (stead_discount_factors(rates, years, factors, &err) != STEAD_OK)
        return bind_raise(L, &err);
    lua_createtable(L, (int)years, 0);
    for (size_t t = 0; t < years; t++) {
        lua_pushnumber(L, (double)factors[t] / (double)STEAD_WHOLE_FACTOR);
        lua_rawseti(L, -2, (lua_Integer)t + 1);
    }
    return 1;
}

static int present_money(lua_State *L, size_t years, const stead_rate *rates,
                         stead_prices cash_prices, stead_prices rate_prices)
{
    stead_error err;
    stead_pence cash[MOST_YEARS], out;
    for (size_t t = 0; t < years; t++, lua_pop(L, 1)) {
        lua_rawgeti(L, 1, (lua_Integer)t + 1);
        if (!bind_is_money(L, -1, &cash[t]))
            refuse_year(L, 1, t, "money");
    }
    if (stead_present_value(cash, cash_prices, rates, rate_prices, years, &out, &err) !=
        STEAD_OK)
        return bind_raise(L, &err);
    bind_push_money(L, out);
    return 1;
}

static int present_numbers(lua_State *L, size_t years, const stead_rate *rates)
{
    stead_error err;
    double amounts[MOST_YEARS], out;
    for (size_t t = 0; t < years; t++, lua_pop(L, 1)) {
        if (lua_rawgeti(L, 1, (lua_Integer)t + 1) != LUA_TNUMBER)
            refuse_year(L, 1, t, "a number");
        amounts[t] = lua_tonumber(L, -1);
    }
    if (stead_present_amount(amounts, rates, years, &out, &err) != STEAD_OK)
        return bind_raise(L, &err);
    lua_pushnumber(L, out);
    return 1;
}

/* stats.present(amounts, rates [, prices [, rate_prices]]) -> money, or a number for numbers */
static int stats_present(lua_State *L)
{
    static const char *const words[] = {"real", "nominal", NULL};
    stead_rate rates[MOST_YEARS];
    stead_pence ignored;
    luaL_checktype(L, 1, LUA_TTABLE);
    size_t years = check_years(L, 1, (size_t)lua_rawlen(L, 1));
    read_rates(L, 2, 2, rates);
    stead_prices cash = (stead_prices)luaL_checkoption(L, 3, "real", words);
    stead_prices rate = (stead_prices)luaL_checkoption(L, 4, "real", words);
    lua_rawgeti(L, 1, 1);
    bool money = bind_is_money(L, -1, &ignored);
    lua_pop(L, 1);
    if (!money && cash != rate)
        return luaL_argerror(L, 4, "real and nominal are mixed");
    return money ? present_money(L, years, rates, cash, rate)
                 : present_numbers(L, years, rates);
}

/* stats.deflate(nominal, base index, index of its year) -> money at the prices of the base */
static int stats_deflate(lua_State *L)
{
    stead_error err;
    stead_pence out;
    int64_t base = 0, index = 0;
    stead_pence nominal = bind_check_money(L, 1);
    if (!bind_to_nano(luaL_checknumber(L, 2), &base) ||
        !bind_to_nano(luaL_checknumber(L, 3), &index))
        return luaL_argerror(L, 2, "price indices expected");
    if (stead_deflate(nominal, base, index, &out, &err) != STEAD_OK)
        return bind_raise(L, &err);
    bind_push_money(L, out);
    return 1;
}

/* What stats.horizon is asked; it lives in a block. */
typedef struct {
    size_t years, lines, schemes, bodies;
    stead_rate rates[MOST_YEARS];
    stead_horizon_line line[MOST_LINES];
    stead_pence amounts[MOST_LINES][MOST_YEARS];
    const char *scheme[MOST_NAMES], *body[MOST_NAMES];
    stead_pence paid[MOST_NAMES], matrix[MOST_NAMES * MOST_NAMES];
    stead_horizon_year year[MOST_YEARS];
    stead_gain gain[MOST_NAMES];
} horizon;

static int refuse_line(lua_State *L, size_t at, const char *why)
{
    return luaL_argerror(L, 1, lua_pushfstring(L, "line %I: %s", (LUAI_UACINT)at + 1, why));
}

/* The number of the text in field `key` of the line on top of the stack, noted when new. */
static uint32_t note_name(lua_State *L, size_t at, const char *key, const char **names,
                          size_t *count)
{
    if (bind_field(L, -1, key) != LUA_TSTRING)
        refuse_line(L, at, lua_pushfstring(L, "%s: a text expected", key));
    const char *name = lua_tostring(L, -1);
    size_t i = 0;
    while (i < *count && strcmp(names[i], name) != 0)
        i++;
    if (i == MOST_NAMES)
        refuse_line(L, at, lua_pushfstring(L, "more than 64 of %s", key));
    if (i == *count)
        names[(*count)++] = name;
    lua_pop(L, 1);
    return (uint32_t)i;
}

/* A list of money on top of the stack, year by year; years after it are nil money. */
static void read_amounts(lua_State *L, size_t at, size_t years, stead_pence *out)
{
    size_t given = (size_t)lua_rawlen(L, -1);
    if (lua_type(L, -1) != LUA_TTABLE || given > years)
        refuse_line(L, at, "a list of money, a year each and no more than the years, expected");
    for (size_t t = 0; t < years; t++) {
        out[t] = 0;
        if (t >= given)
            continue;
        lua_rawgeti(L, -1, (lua_Integer)t + 1);
        if (!bind_is_money(L, -1, &out[t]))
            refuse_line(L, at,
                        lua_pushfstring(L, "year %I: money expected, got %s",
                                        (LUAI_UACINT)t + 1, bind_describe(L, -1)));
        lua_pop(L, 1);
    }
}

/* The ramp of the line on top of the stack, applied to the saving of a full year. */
static void read_ramp(lua_State *L, size_t at, stead_pence full, size_t years, stead_pence *out)
{
    stead_error err;
    stead_rate ramp[MOST_YEARS] = {STEAD_NANO};
    size_t steps = 1, lag = 0;
    if (bind_field(L, -1, "ramp") == LUA_TTABLE) {
        steps = (size_t)lua_rawlen(L, -1);
        if (steps > MOST_YEARS)
            refuse_line(L, at, "ramp: at most 200 rates");
        for (size_t i = 0; i < steps; i++, lua_pop(L, 1)) {
            lua_rawgeti(L, -1, (lua_Integer)i + 1);
            if (!bind_is_rate(L, -1, &ramp[i]))
                refuse_line(L, at, "ramp: a list of rates expected");
        }
    } else if (!lua_isnil(L, -1)) {
        refuse_line(L, at, "ramp: a list of rates expected");
    }
    if (bind_field(L, -2, "lag") != LUA_TNIL) {
        if (!lua_isinteger(L, -1) || lua_tointeger(L, -1) < 0)
            refuse_line(L, at, "lag: a whole number of years expected");
        lag = (size_t)lua_tointeger(L, -1);
    }
    lua_pop(L, 2);
    if (stead_ramp(full, ramp, steps, lag, years, out, &err) != STEAD_OK)
        refuse_line(L, at, err.text);
}

/* { scheme, body, cost = { money … } } or { scheme, body, saving = money or list, … } */
static void read_line(lua_State *L, size_t at, horizon *h)
{
    stead_pence full = 0;
    if (lua_rawgeti(L, -1, (lua_Integer)at + 1) != LUA_TTABLE)
        refuse_line(L, at, "a table expected");
    stead_horizon_line *line = &h->line[at];
    line->scheme = note_name(L, at, "scheme", h->scheme, &h->schemes);
    line->body = note_name(L, at, "body", h->body, &h->bodies);
    line->amounts = h->amounts[at];
    bind_field(L, -1, "cashable");
    line->cashable = lua_toboolean(L, -1);
    lua_pop(L, 1);
    bool costs = bind_field(L, -1, "cost") != LUA_TNIL;
    line->saves = bind_field(L, -2, "saving") != LUA_TNIL;
    if (costs == line->saves)
        refuse_line(L, at, "either cost or saving expected");
    if (line->saves && bind_is_money(L, -1, &full)) {
        lua_pop(L, 2);
        read_ramp(L, at, full, h->years, h->amounts[at]);
    } else {
        lua_remove(L, costs ? -1 : -2);
        read_amounts(L, at, h->years, h->amounts[at]);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static horizon *read_horizon(lua_State *L)
{
    static const char *const known[] = {"years", "rates", "lines", NULL};
    bind_options o = {L, 1, NULL, "horizon"};
    luaL_checktype(L, 1, LUA_TTABLE);
    bind_check_keys(&o, 1, known);
    horizon *h = lua_newuserdatauv(L, sizeof *h, 0);
    memset(h, 0, sizeof *h);
    h->years = check_years(L, 1, bind_get_count(&o, 1, "years", 0));
    if (bind_get(&o, 1, "rates") != LUA_TNIL)
        read_rates(L, 1, -1, h->rates);
    if (bind_get(&o, 1, "lines") != LUA_TTABLE)
        bind_refuse_option(&o, "lines", "a list expected");
    h->lines = (size_t)lua_rawlen(L, -1);
    if (h->lines < 1 || h->lines > MOST_LINES)
        bind_refuse_option(&o, "lines", "1 to 256 lines expected");
    for (size_t i = 0; i < h->lines; i++)
        read_line(L, i, h);
    return h;
}

static void push_years(lua_State *L, const horizon *h)
{
    lua_createtable(L, (int)h->years, 0);
    for (size_t t = 0; t < h->years; t++) {
        const stead_horizon_year *y = &h->year[t];
        lua_createtable(L, 0, 6);
        stats_set_money(L, "cost", y->cost);
        stats_set_money(L, "saving", y->saving);
        stats_set_money(L, "cashable", y->cashable);
        stats_set_money(L, "net", y->net);
        stats_set_money(L, "cumulative", y->cumulative);
        stats_set_money(L, "present", y->present);
        lua_rawseti(L, -2, (lua_Integer)t + 1);
    }
}

static void push_matrix(lua_State *L, const horizon *h)
{
    lua_createtable(L, 0, (int)h->bodies);
    for (size_t p = 0; p < h->bodies; p++) {
        lua_createtable(L, 0, (int)h->bodies);
        for (size_t b = 0; b < h->bodies; b++)
            if (h->matrix[p * h->bodies + b] != 0)
                stats_set_money(L, h->body[b], h->matrix[p * h->bodies + b]);
        lua_setfield(L, -2, h->body[p]);
    }
}

static void push_gain(lua_State *L, const horizon *h)
{
    lua_createtable(L, 0, (int)h->bodies);
    for (size_t b = 0; b < h->bodies; b++) {
        const stead_gain *g = &h->gain[b];
        lua_createtable(L, 0, 5);
        stats_set_money(L, "paid", g->paid);
        stats_set_money(L, "received", g->received);
        stats_set_money(L, "net", g->net);
        stats_set_money(L, "entitled", g->entitled);
        stats_set_money(L, "transfer", g->transfer);
        lua_setfield(L, -2, h->body[b]);
    }
}

static void set_even(lua_State *L, const char *name, size_t year)
{
    if (year != 0) {
        lua_pushinteger(L, (lua_Integer)year);
        lua_setfield(L, -2, name);
    }
}

static stead_status sum_paid(horizon *h, stead_error *err)
{
    for (size_t i = 0; i < h->lines; i++)
        for (size_t t = 0; !h->line[i].saves && t < h->years; t++) {
            stead_pence *paid = &h->paid[h->line[i].body];
            if (stead_money_add(*paid, h->amounts[i][t], paid, err) != STEAD_OK)
                return err->code;
        }
    return STEAD_OK;
}

/* stats.horizon(plan) -> { years, payers, gain, even, discounted_even, cashable_even } */
static int stats_horizon(lua_State *L)
{
    stead_error err;
    stead_even even;
    horizon *h = read_horizon(L);
    if (stead_horizon_run(h->line, h->lines, h->rates, h->years, h->year, &even, &err) !=
            STEAD_OK ||
        stead_benefit_matrix(h->line, h->lines, h->years, h->scheme, h->schemes, h->body,
                             h->bodies, h->matrix, &err) != STEAD_OK ||
        sum_paid(h, &err) != STEAD_OK ||
        stead_gain_share(h->matrix, h->paid, h->body, h->bodies, h->gain, &err) != STEAD_OK)
        return bind_raise(L, &err);
    lua_createtable(L, 0, 6);
    push_years(L, h);
    lua_setfield(L, -2, "years");
    push_matrix(L, h);
    lua_setfield(L, -2, "payers");
    push_gain(L, h);
    lua_setfield(L, -2, "gain");
    set_even(L, "even", even.years_to_even);
    set_even(L, "discounted_even", even.discounted_to_even);
    set_even(L, "cashable_even", even.cashable_to_even);
    return 1;
}

static const luaL_Reg library[] = {{"factors", stats_factors},
                                   {"present", stats_present},
                                   {"deflate", stats_deflate},
                                   {"horizon", stats_horizon},
                                   {NULL, NULL}};

int bind_open_stats_horizon(lua_State *L)
{
    luaL_setfuncs(L, library, 0);
    return 1;
}
