/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/amount: one working amount, such as an overspend, as a value in Lua. */
#include <string.h>

#include "bind/parts.h"

#define AMOUNT "stead.amount"

typedef struct {
    const char *op;                           /* static text */
    unsigned char amount[sizeof(stead_wide)]; /* Lua aligns too little for the number itself */
} amount_box;

void bind_push_amount(lua_State *L, stead_wide amount, const char *op)
{
    amount_box *box = lua_newuserdatauv(L, sizeof *box, BIND_LINKS - 1);
    box->op = op;
    memcpy(box->amount, &amount, sizeof amount);
    luaL_setmetatable(L, AMOUNT);
}

bool bind_is_amount(lua_State *L, int index, stead_wide *out)
{
    const amount_box *box = bind_test(L, index, AMOUNT);
    if (box != NULL)
        memcpy(out, box->amount, sizeof *out);
    return box != NULL;
}

static stead_wide check_amount(lua_State *L, int arg)
{
    stead_wide amount = 0;
    bind_check(L, arg, AMOUNT);
    bind_is_amount(L, arg, &amount);
    return amount;
}

/* Pushes what a step gives, refusing more than any sum of money. */
static int give(bind_step *s, bool fits, stead_wide amount, int from)
{
    const stead_wide most = (stead_wide)INT64_MAX * STEAD_NANO;
    stead_error err;
    if (!fits || amount > most || amount < -most) {
        stead_fail(&err, STEAD_RANGE, "the amount is more money than fits");
        return bind_raise_step(s, &err);
    }
    bind_push_amount(s->L, amount, s->op);
    bind_link(s, from);
    return 1;
}

/* parts.amount(money [, sentence]) -> amount */
static int amount_new(lua_State *L)
{
    bind_step s = bind_begin(L, "amount", 0);
    return give(&s, true, bind_read_amount(&s, 1, "money"), 0);
}

/* amount:met_from(label, money | amount) -> what is left: draws the lesser of the two, and
 * nothing when nothing is left to meet */
static int amount_met_from(lua_State *L)
{
    stead_wide left = check_amount(L, BIND_SELF);
    bind_step s = bind_begin(L, "met_from", 2);
    if (lua_type(L, 2) != LUA_TSTRING)
        return bind_refuse_step(
            &s, "label", lua_pushfstring(L, "text expected, got %s", bind_describe(L, 2)));
    const char *label = lua_tostring(L, 2);
    stead_wide fund = bind_read_amount(&s, 3, label);
    if (fund < 0)
        return bind_refuse_step(&s, label, "there is less than nothing to draw on");
    stead_wide drawn = left < 0 ? 0 : left < fund ? left : fund;
    s.sentence = 2;
    return give(&s, true, left - drawn, BIND_SELF);
}

/* amount:times(rate [, sentence]) */
static int amount_times(lua_State *L)
{
    stead_rate rate = 0;
    stead_wide out = 0, amount = check_amount(L, BIND_SELF);
    bind_step s = bind_begin(L, "times", 1);
    if (!bind_is_rate(L, 2, &rate)) {
        const char *what = bind_describe(L, 2);
        return bind_refuse_step(
            &s, "rate",
            lua_pushfstring(L, "rate expected, got %s%s", what, bind_rate_hint(L, 2)));
    }
    bind_note(&s, "rate", 2);
    bool fits = stead_step_times(amount, rate, &out);
    return give(&s, fits, out, BIND_SELF);
}

static int add(lua_State *L, const char *op, int sign)
{
    stead_wide amount = check_amount(L, BIND_SELF);
    bind_step s = bind_begin(L, op, 1);
    return give(&s, true, amount + sign * bind_read_amount(&s, 2, "amount"), BIND_SELF);
}

/* amount:plus(money | amount [, sentence]) */
static int amount_plus(lua_State *L)
{
    return add(L, "plus", 1);
}

/* amount:less(money | amount [, sentence]) */
static int amount_less(lua_State *L)
{
    return add(L, "less", -1);
}

/* amount:money() -> money; refused when it is not whole pence */
static int amount_money(lua_State *L)
{
    stead_wide amount = check_amount(L, 1);
    if (amount % STEAD_NANO != 0) {
        bind_push_working(L, amount);
        return luaL_error(L, "money: £%s is not whole pence", lua_tostring(L, -1));
    }
    bind_push_money(L, (stead_pence)(amount / STEAD_NANO));
    return 1;
}

/* amount:text() -> "1234.56000000000" */
static int amount_text(lua_State *L)
{
    bind_push_working(L, check_amount(L, 1));
    return 1;
}

/* amount:delta() -> text: this amount less the one it was made from */
static int amount_delta(lua_State *L)
{
    stead_wide from = 0, amount = check_amount(L, 1);
    lua_getiuservalue(L, 1, BIND_FROM);
    bind_is_amount(L, -1, &from);
    bind_push_working(L, amount - from);
    return 1;
}

/* amount:made() -> { op, sentence, from, with } */
static int amount_made(lua_State *L)
{
    const amount_box *box = bind_check(L, 1, AMOUNT);
    return bind_push_made(L, 1, box->op);
}

static int amount_tostring(lua_State *L)
{
    char text[STEAD_DECIMAL_TEXT];
    stead_wide amount = check_amount(L, 1);
    int64_t pence;
    if (amount % STEAD_NANO == 0 && stead_wide_to_i64(amount / STEAD_NANO, &pence)) {
        lua_pushlstring(L, text, stead_money_format(pence, text));
        return 1;
    }
    lua_pushstring(L, amount < 0 ? "-£" : "£");
    bind_push_working(L, amount < 0 ? -amount : amount);
    lua_concat(L, 2);
    return 1;
}

static int amount_equal(lua_State *L)
{
    stead_wide a, b;
    lua_pushboolean(L, bind_is_amount(L, 1, &a) && bind_is_amount(L, 2, &b) && a == b);
    return 1;
}

static const luaL_Reg meta[] = {
    {"__tostring", amount_tostring}, {"__eq", amount_equal}, {NULL, NULL}};

static const luaL_Reg methods[] = {
    {"met_from", amount_met_from},
    {"share", bind_amount_share},
    {"times", amount_times},
    {"plus", amount_plus},
    {"less", amount_less},
    {"money", amount_money},
    {"text", amount_text},
    {"delta", amount_delta},
    {"made", amount_made},
    {"up_to", bind_amount_up_to},
    {"beyond", bind_amount_beyond},
    {"split", bind_amount_split},
    {NULL, NULL},
};

void bind_open_amount(lua_State *L)
{
    bind_class(L, AMOUNT, meta, methods);
    lua_pushcfunction(L, amount_new);
    lua_setfield(L, -2, "amount");
}
