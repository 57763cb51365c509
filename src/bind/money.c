/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/money: money as a value in Lua. A Lua float is refused wherever money is meant, with
 * what to write instead. */
#include "bind/bind.h"

#include <math.h>
#include <string.h>

#define MONEY "stead.money"

enum { ORIGIN = 1 }; /* the user value that remembers how an amount was made */

void bind_push_money(lua_State *L, stead_pence pence)
{
    stead_pence *block = lua_newuserdatauv(L, sizeof *block, ORIGIN);
    *block = pence;
    luaL_setmetatable(L, MONEY);
}

bool bind_is_money(lua_State *L, int index, stead_pence *out)
{
    const stead_pence *block = bind_test(L, index, MONEY);
    if (block != NULL)
        *out = *block;
    return block != NULL;
}

const char *bind_money_hint(lua_State *L, int index)
{
    char text[STEAD_DECIMAL_TEXT];
    stead_error err;
    stead_pence pence;
    size_t len;
    if (lua_type(L, index) != LUA_TNUMBER)
        return lua_pushliteral(L, "");
    const char *number = luaL_tolstring(L, index, &len);
    bool whole = stead_decimal_parse(number, len, 2, STEAD_DECIMAL_EXACT, &pence, &err) == 0;
    lua_pop(L, 1);
    if (!whole)
        return lua_pushliteral(L, "; write it as text, like gbp \"12.50\"");
    stead_decimal_format(pence, 2, 2, 0, text);
    return lua_pushfstring(L, "; write gbp \"%s\"", text);
}

stead_pence bind_check_money(lua_State *L, int arg)
{
    stead_pence pence = 0;
    if (!bind_is_money(L, arg, &pence)) {
        if (lua_type(L, arg) != LUA_TNUMBER)
            luaL_typeerror(L, arg, "money");
        const char *what = bind_describe(L, arg);
        luaL_argerror(
            L, arg,
            lua_pushfstring(L, "money expected, got %s%s", what, bind_money_hint(L, arg)));
    }
    return pence;
}

static int refuse_float(lua_State *L, int arg)
{
    return luaL_argerror(L, arg,
                         lua_pushfstring(L,
                                         "a Lua number cannot hold pounds and pence exactly%s",
                                         bind_money_hint(L, arg)));
}

/* gbp(text | pounds) -> money */
static int money_gbp(lua_State *L)
{
    stead_error err;
    stead_pence pence;
    if (bind_is_float(L, 1))
        return refuse_float(L, 1);
    if (lua_isinteger(L, 1)) {
        if (stead_money_mul(lua_tointeger(L, 1), 100, &pence, &err))
            return luaL_argerror(
                L, 1,
                lua_pushfstring(L, "%s pounds is more money than fits", bind_describe(L, 1)));
    } else {
        size_t len;
        const char *text = luaL_checklstring(L, 1, &len);
        if (stead_money_parse(text, len, &pence, &err))
            return luaL_argerror(L, 1, lua_pushstring(L, err.text));
    }
    bind_push_money(L, pence);
    return 1;
}

/* pence(integer) -> money */
static int money_pence(lua_State *L)
{
    if (bind_is_float(L, 1))
        return luaL_argerror(L, 1,
                             lua_pushfstring(L, "a whole number of pence expected, got %s",
                                             bind_describe(L, 1)));
    bind_push_money(L, luaL_checkinteger(L, 1));
    return 1;
}

/* with_origin(money, origin) -> money that remembers how it was made */
static int money_with_origin(lua_State *L)
{
    stead_pence pence = bind_check_money(L, 1);
    luaL_checktype(L, 2, LUA_TTABLE);
    bind_push_money(L, pence);
    lua_pushvalue(L, 2);
    lua_setiuservalue(L, -2, ORIGIN);
    return 1;
}

/* m:origin() -> the table given to with_origin, or nil */
static int money_origin(lua_State *L)
{
    bind_check_money(L, 1);
    lua_getiuservalue(L, 1, ORIGIN);
    return 1;
}

typedef stead_status combine(stead_pence a, stead_pence b, stead_pence *out, stead_error *err);

static int both_money(lua_State *L, const char *sign, combine *how)
{
    stead_error err;
    stead_pence a, b, sum;
    bool left = bind_is_money(L, 1, &a);
    if (!left || !bind_is_money(L, 2, &b)) {
        int other = left ? 2 : 1;
        const char *what = bind_describe(L, other);
        return luaL_error(L, "both sides of '%s' must be money, got %s%s", sign, what,
                          bind_money_hint(L, other));
    }
    if (how(a, b, &sum, &err))
        return bind_raise(L, &err);
    bind_push_money(L, sum);
    return 1;
}

static int money_add(lua_State *L)
{
    return both_money(L, "+", stead_money_add);
}

static int money_sub(lua_State *L)
{
    return both_money(L, "-", stead_money_sub);
}

static int money_minus(lua_State *L)
{
    stead_error err;
    stead_pence out;
    if (stead_money_sub(0, bind_check_money(L, 1), &out, &err))
        return bind_raise(L, &err);
    bind_push_money(L, out);
    return 1;
}

/* Why money cannot be multiplied by the value at `other`, and what to write. */
static int refuse_factor(lua_State *L, int other)
{
    lua_Number number = lua_tonumber(L, other);
    stead_rate rate;
    char text[STEAD_DECIMAL_TEXT];
    stead_error err;
    if (bind_is_rate(L, other, &rate))
        return luaL_error(L,
                          "money cannot be multiplied by a rate with '*', which does not say "
                          "how to round; write m:times(r)");
    const char *what = bind_describe(L, other);
    if (!bind_is_float(L, other))
        return luaL_error(L, "money can be multiplied only by a whole number, got %s", what);
    if (floor(number) == number && fabs(number) < 1e15)
        return luaL_error(L,
                          "a Lua number with a point is not a whole number; write %I, not %s",
                          (LUAI_UACINT)number, what);
    if (stead_decimal_parse(what, strlen(what), 9, STEAD_DECIMAL_EXACT, &rate, &err))
        return luaL_error(L,
                          "a Lua number cannot hold %s exactly; write the rate as text, like "
                          "m:times(pct \"5\")",
                          what);
    stead_decimal_format(rate, 7, 0, 0, text);
    return luaL_error(L, "a Lua number cannot hold %s exactly; write m:times(pct \"%s\")", what,
                      text);
}

static int money_mul(lua_State *L)
{
    stead_error err;
    stead_pence amount, out;
    int other = bind_is_money(L, 1, &amount) ? 2 : 1;
    if (other == 1)
        amount = bind_check_money(L, 2);
    if (!lua_isinteger(L, other))
        return refuse_factor(L, other);
    if (stead_money_mul(amount, lua_tointeger(L, other), &out, &err))
        return bind_raise(L, &err);
    bind_push_money(L, out);
    return 1;
}

static int money_div(lua_State *L)
{
    stead_pence pence;
    if (bind_is_money(L, 1, &pence) && bind_is_money(L, 2, &pence))
        return luaL_error(L, "money cannot be divided by money; write a:percent_of(b)");
    return luaL_error(L,
                      "money cannot be divided, because pennies would be lost; write "
                      "m:share(weights) to split it, or m:times(pct \"5\") for a part of it");
}

static int money_power(lua_State *L)
{
    return luaL_error(L, "money can be added, subtracted, and multiplied by a whole number; "
                         "nothing else means anything");
}

/* Less than zero, zero or more, as a is to b. */
static int compared(lua_State *L)
{
    stead_pence a, b;
    bool left = bind_is_money(L, 1, &a);
    if (!left || !bind_is_money(L, 2, &b)) {
        int other = left ? 2 : 1;
        const char *what = bind_describe(L, other);
        return luaL_error(L, "money can be compared only with money, got %s%s", what,
                          bind_money_hint(L, other));
    }
    return (a > b) - (a < b);
}

static int money_less(lua_State *L)
{
    lua_pushboolean(L, compared(L) < 0);
    return 1;
}

static int money_at_most(lua_State *L)
{
    lua_pushboolean(L, compared(L) <= 0);
    return 1;
}

/* Money is never equal to what is not money. */
static int money_equal(lua_State *L)
{
    stead_pence a, b;
    lua_pushboolean(L, bind_is_money(L, 1, &a) && bind_is_money(L, 2, &b) && a == b);
    return 1;
}

static int money_tostring(lua_State *L)
{
    char text[STEAD_DECIMAL_TEXT];
    lua_pushlstring(L, text, stead_money_format(bind_check_money(L, 1), text));
    return 1;
}

static int money_concat(lua_State *L)
{
    luaL_tolstring(L, 1, NULL);
    luaL_tolstring(L, 2, NULL);
    lua_concat(L, 2);
    return 1;
}

/* m:pence() -> integer */
static int money_as_pence(lua_State *L)
{
    lua_pushinteger(L, bind_check_money(L, 1));
    return 1;
}

/* m:plain() -> "1234.56" */
static int money_plain(lua_State *L)
{
    char text[STEAD_DECIMAL_TEXT];
    lua_pushlstring(L, text, stead_decimal_format(bind_check_money(L, 1), 2, 2, 0, text));
    return 1;
}

/* m:text() -> "1,234.56" */
static int money_text(lua_State *L)
{
    char text[STEAD_DECIMAL_TEXT];
    stead_pence pence = bind_check_money(L, 1);
    lua_pushlstring(L, text, stead_decimal_format(pence, 2, 2, STEAD_DECIMAL_GROUP, text));
    return 1;
}

/* m:times(rate) -> money, half away from zero at the penny */
static int money_times(lua_State *L)
{
    stead_error err;
    stead_pence out;
    if (stead_money_times(bind_check_money(L, 1), bind_check_rate(L, 2), &out, &err))
        return bind_raise(L, &err);
    bind_push_money(L, out);
    return 1;
}

/* m:uplift(rate) -> m times (1 + rate), rounded once */
static int money_uplift(lua_State *L)
{
    stead_error err;
    stead_pence out;
    if (stead_money_grow(bind_check_money(L, 1), bind_check_rate(L, 2), &out, &err))
        return bind_raise(L, &err);
    bind_push_money(L, out);
    return 1;
}

/* m:percent_of(whole) -> rate */
static int money_percent_of(lua_State *L)
{
    stead_error err;
    stead_rate out;
    if (stead_money_ratio(bind_check_money(L, 1), bind_check_money(L, 2), &out, &err))
        return bind_raise(L, &err);
    bind_push_rate(L, out);
    return 1;
}

static const luaL_Reg meta[] = {
    {"__add", money_add},           {"__sub", money_sub},   {"__unm", money_minus},
    {"__mul", money_mul},           {"__div", money_div},   {"__idiv", money_div},
    {"__mod", money_power},         {"__pow", money_power}, {"__lt", money_less},
    {"__le", money_at_most},        {"__eq", money_equal},  {"__concat", money_concat},
    {"__tostring", money_tostring}, {NULL, NULL},
};

static const luaL_Reg methods[] = {
    {"pence", money_as_pence}, {"plain", money_plain},      {"text", money_text},
    {"times", money_times},    {"uplift", money_uplift},    {"percent_of", money_percent_of},
    {"origin", money_origin},  {"share", bind_money_share}, {NULL, NULL},
};

/* kind(value) -> "money", "rate", or nil for anything else */
static int money_kind(lua_State *L)
{
    int64_t value;
    luaL_checkany(L, 1);
    if (bind_is_money(L, 1, &value))
        lua_pushliteral(L, "money");
    else if (bind_is_rate(L, 1, &value))
        lua_pushliteral(L, "rate");
    else
        lua_pushnil(L);
    return 1;
}

static const luaL_Reg library[] = {{"gbp", money_gbp},
                                   {"kind", money_kind},
                                   {"pence", money_pence},
                                   {"with_origin", money_with_origin},
                                   {NULL, NULL}};

int bind_open_money(lua_State *L)
{
    bind_class(L, MONEY, meta, methods);
    luaL_newlib(L, library);
    return bind_open_rate(L);
}
