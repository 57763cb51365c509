/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/rate: shares, growths and percentages as values in Lua, exact to the ninth place. */
#include "bind/bind.h"

#define RATE "stead.rate"

enum { PERCENT_PLACES = 7 }; /* decimals that a percentage holds */

void bind_push_rate(lua_State *L, stead_rate rate)
{
    stead_rate *block = lua_newuserdatauv(L, sizeof *block, 0);
    *block = rate;
    luaL_setmetatable(L, RATE);
}

bool bind_is_rate(lua_State *L, int index, stead_rate *out)
{
    const stead_rate *block = bind_test(L, index, RATE);
    if (block != NULL)
        *out = *block;
    return block != NULL;
}

const char *bind_rate_hint(lua_State *L, int index)
{
    char plain[STEAD_DECIMAL_TEXT], percent[STEAD_DECIMAL_TEXT];
    stead_error err;
    stead_rate rate;
    size_t len;
    if (lua_type(L, index) != LUA_TNUMBER)
        return lua_pushliteral(L, "");
    const char *number = luaL_tolstring(L, index, &len);
    bool exact = stead_decimal_parse(number, len, 9, STEAD_DECIMAL_EXACT, &rate, &err) == 0;
    lua_pop(L, 1);
    if (!exact)
        return lua_pushliteral(L, "; write it as text, like pct \"5\"");
    stead_decimal_format(rate, 9, 0, 0, plain);
    stead_decimal_format(rate, PERCENT_PLACES, 0, 0, percent);
    return lua_pushfstring(L, "; write rate \"%s\" or pct \"%s\"", plain, percent);
}

stead_rate bind_check_rate(lua_State *L, int arg)
{
    stead_rate rate = 0;
    if (!bind_is_rate(L, arg, &rate)) {
        if (lua_type(L, arg) != LUA_TNUMBER)
            luaL_typeerror(L, arg, "rate");
        const char *what = bind_describe(L, arg);
        luaL_argerror(
            L, arg,
            lua_pushfstring(L, "rate expected, got %s%s", what, bind_rate_hint(L, arg)));
    }
    return rate;
}

typedef stead_status reader(const char *text, size_t len, stead_rate *out, stead_error *err);

/* A rate from argument `arg`: text, or a whole number of `unit`. */
static stead_rate read_argument(lua_State *L, int arg, const char *name, reader *read,
                                int64_t unit)
{
    stead_error err;
    stead_rate rate;
    size_t len;
    if (bind_is_float(L, arg)) {
        const char *what = bind_describe(L, arg);
        luaL_argerror(L, arg,
                      lua_pushfstring(L, "a Lua number cannot hold %s exactly; write %s \"%s\"",
                                      what, name, what));
    }
    if (lua_isinteger(L, arg)) {
        if (__builtin_mul_overflow(lua_tointeger(L, arg), unit, &rate))
            luaL_argerror(
                L, arg,
                lua_pushfstring(L, "%s is too large for a rate", bind_describe(L, arg)));
        return rate;
    }
    const char *text = luaL_checklstring(L, arg, &len);
    if (read(text, len, &rate, &err))
        luaL_argerror(L, arg, lua_pushstring(L, err.text));
    return rate;
}

static stead_rate percent_argument(lua_State *L, int arg)
{
    return read_argument(L, arg, "pct", stead_percent_parse, STEAD_NANO / 100);
}

/* pct(text | integer) -> rate; the table `pct` itself stands first */
static int rate_pct(lua_State *L)
{
    lua_remove(L, 1);
    bind_push_rate(L, percent_argument(L, 1));
    return 1;
}

/* rate(text | integer) -> rate */
static int rate_rate(lua_State *L)
{
    bind_push_rate(L, read_argument(L, 1, "rate", stead_rate_parse, STEAD_NANO));
    return 1;
}

/* The next rate of a range; upvalues: next (nil when done), last, step. */
static int range_next(lua_State *L)
{
    if (lua_isnil(L, lua_upvalueindex(1)))
        return 0;
    stead_rate now = lua_tointeger(L, lua_upvalueindex(1)), next;
    stead_rate last = lua_tointeger(L, lua_upvalueindex(2));
    stead_rate step = lua_tointeger(L, lua_upvalueindex(3));
    if (step > 0 ? now > last : now < last)
        return 0;
    if (__builtin_add_overflow(now, step, &next))
        lua_pushnil(L);
    else
        lua_pushinteger(L, next);
    lua_replace(L, lua_upvalueindex(1));
    bind_push_rate(L, now);
    return 1;
}

/* pct.range(from, to, step) -> iterator of rates, both ends included */
static int rate_range(lua_State *L)
{
    stead_rate ends[3];
    for (int i = 0; i < 3; i++)
        if (!bind_is_rate(L, i + 1, &ends[i]))
            ends[i] = percent_argument(L, i + 1);
    luaL_argcheck(L, ends[2] != 0, 3, "step must not be zero");
    luaL_argcheck(L, ends[0] == ends[1] || (ends[1] > ends[0]) == (ends[2] > 0), 3,
                  "step must lead from the first rate towards the last");
    for (int i = 0; i < 3; i++)
        lua_pushinteger(L, ends[i]);
    lua_pushcclosure(L, range_next, 3);
    return 1;
}

static int both_rates(lua_State *L, const char *sign, bool minus)
{
    stead_rate a, b, out;
    bool left = bind_is_rate(L, 1, &a);
    if (!left || !bind_is_rate(L, 2, &b)) {
        int other = left ? 2 : 1;
        const char *what = bind_describe(L, other);
        return luaL_error(L, "both sides of '%s' must be rates, got %s%s", sign, what,
                          bind_rate_hint(L, other));
    }
    if (minus ? __builtin_sub_overflow(a, b, &out) : __builtin_add_overflow(a, b, &out))
        return luaL_error(L, "%s %s %s is too large for a rate", luaL_tolstring(L, 1, NULL),
                          sign, luaL_tolstring(L, 2, NULL));
    bind_push_rate(L, out);
    return 1;
}

static int rate_add(lua_State *L)
{
    return both_rates(L, "+", false);
}

static int rate_sub(lua_State *L)
{
    return both_rates(L, "-", true);
}

static int rate_minus(lua_State *L)
{
    stead_rate out;
    if (__builtin_sub_overflow((stead_rate)0, bind_check_rate(L, 1), &out))
        return luaL_error(L, "-(%s) is too large for a rate", luaL_tolstring(L, 1, NULL));
    bind_push_rate(L, out);
    return 1;
}

static int rate_mul(lua_State *L)
{
    stead_rate rate, out;
    int other = bind_is_rate(L, 1, &rate) ? 2 : 1;
    if (other == 1)
        rate = bind_check_rate(L, 2);
    if (!lua_isinteger(L, other))
        return luaL_error(L, "a rate can be multiplied only by a whole number, got %s",
                          bind_describe(L, other));
    if (__builtin_mul_overflow(rate, lua_tointeger(L, other), &out))
        return luaL_error(L, "%s * %s is too large for a rate", luaL_tolstring(L, 1, NULL),
                          luaL_tolstring(L, 2, NULL));
    bind_push_rate(L, out);
    return 1;
}

static int compared(lua_State *L)
{
    stead_rate a, b;
    bool left = bind_is_rate(L, 1, &a);
    if (!left || !bind_is_rate(L, 2, &b)) {
        int other = left ? 2 : 1;
        const char *what = bind_describe(L, other);
        return luaL_error(L, "a rate can be compared only with a rate, got %s%s", what,
                          bind_rate_hint(L, other));
    }
    return (a > b) - (a < b);
}

static int rate_less(lua_State *L)
{
    lua_pushboolean(L, compared(L) < 0);
    return 1;
}

static int rate_at_most(lua_State *L)
{
    lua_pushboolean(L, compared(L) <= 0);
    return 1;
}

/* A rate is never equal to what is not a rate. */
static int rate_equal(lua_State *L)
{
    stead_rate a, b;
    lua_pushboolean(L, bind_is_rate(L, 1, &a) && bind_is_rate(L, 2, &b) && a == b);
    return 1;
}

static int rate_tostring(lua_State *L)
{
    char text[STEAD_DECIMAL_TEXT];
    lua_pushlstring(L, text, stead_rate_format(bind_check_rate(L, 1), 0, text));
    return 1;
}

static int rate_concat(lua_State *L)
{
    luaL_tolstring(L, 1, NULL);
    luaL_tolstring(L, 2, NULL);
    lua_concat(L, 2);
    return 1;
}

/* r:parts() -> integer, in 10^-9 */
static int rate_parts(lua_State *L)
{
    lua_pushinteger(L, bind_check_rate(L, 1));
    return 1;
}

/* r:number() -> float, for statistics */
static int rate_number(lua_State *L)
{
    lua_pushnumber(L, (lua_Number)bind_check_rate(L, 1) / 1e9);
    return 1;
}

/* r:text(decimals) -> "3.60%", half away from zero at the last decimal */
static int rate_text(lua_State *L)
{
    char text[STEAD_DECIMAL_TEXT];
    stead_rate rate = bind_check_rate(L, 1);
    lua_Integer decimals = luaL_checkinteger(L, 2);
    luaL_argcheck(L, decimals >= 0 && decimals <= PERCENT_PLACES, 2,
                  "0 to 7 decimals can be shown");
    int64_t unit = 1;
    for (lua_Integer i = decimals; i < PERCENT_PLACES; i++)
        unit *= 10;
    int64_t shown = (int64_t)stead_wide_div(rate, unit, STEAD_HALF_AWAY);
    stead_decimal_format(shown, (int)decimals, (int)decimals, STEAD_DECIMAL_GROUP, text);
    lua_pushfstring(L, "%s%%", text);
    return 1;
}

static const luaL_Reg meta[] = {
    {"__add", rate_add},  {"__sub", rate_sub},           {"__unm", rate_minus},
    {"__mul", rate_mul},  {"__lt", rate_less},           {"__le", rate_at_most},
    {"__eq", rate_equal}, {"__tostring", rate_tostring}, {"__concat", rate_concat},
    {NULL, NULL},
};

static const luaL_Reg methods[] = {
    {"parts", rate_parts}, {"number", rate_number}, {"text", rate_text}, {NULL, NULL}};

int bind_open_rate(lua_State *L)
{
    bind_class(L, RATE, meta, methods);
    lua_pushcfunction(L, rate_rate);
    lua_setfield(L, -2, "rate");
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, rate_range);
    lua_setfield(L, -2, "range");
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, rate_pct);
    lua_setfield(L, -2, "__call");
    lua_setmetatable(L, -2);
    lua_setfield(L, -2, "pct");
    return 1;
}
