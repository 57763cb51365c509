/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/parts_among: steps that mix several parts, hold parts to caps, or share an amount. */
#include <string.h>

#include "bind/parts.h"

/* What is mixed: blocks that are pushed, and the list { label, value, … } that is remembered.
 */
typedef struct {
    const stead_wide **amounts;
    stead_rate *rates;
    size_t count;
    int with;
} mixture;

/* Reads the pair { rate, parts } on top of the stack, the `n`th from 1. */
static void read_pair(bind_step *s, mixture *m, lua_Integer n)
{
    lua_State *L = s->L;
    stead_error err;
    char text[STEAD_DECIMAL_TEXT];
    const char *name = lua_pushfstring(L, "item %I", (LUAI_UACINT)n);
    if (!lua_istable(L, -2))
        bind_refuse_step(s, name, "{ rate, parts } expected");
    lua_rawgeti(L, -2, 1);
    lua_rawgeti(L, -3, 2);
    const bind_parts *parts = bind_test_parts(L, -1);
    if (!bind_is_rate(L, -2, &m->rates[n - 1])) {
        const char *what = bind_describe(L, -2);
        const char *hint = bind_rate_hint(L, -3);
        bind_refuse_step(s, name, lua_pushfstring(L, "rate expected, got %s%s", what, hint));
    }
    if (parts == NULL)
        bind_refuse_step(s, name,
                         lua_pushfstring(L, "parts expected, got %s", bind_describe(L, -1)));
    if (stead_roster_match(s->self->roster, parts->roster, &err))
        bind_refuse_step(s, name, lua_pushstring(L, err.text));
    m->amounts[n - 1] = parts->amounts;
    lua_rawseti(L, m->with, 2 * n);
    stead_rate_format(m->rates[n - 1], 0, text);
    lua_pushstring(L, text);
    lua_rawseti(L, m->with, 2 * n - 1);
    lua_pop(L, 2);
}

static mixture read_mixture(bind_step *s, int t)
{
    lua_State *L = s->L;
    mixture m = {0};
    if (!lua_istable(L, t) || lua_rawlen(L, t) == 0)
        bind_refuse_step(s, "mix", "{ { rate, parts }, … } expected");
    m.count = (size_t)lua_rawlen(L, t);
    m.amounts = lua_newuserdatauv(L, m.count * sizeof *m.amounts, 0);
    m.rates = lua_newuserdatauv(L, m.count * sizeof *m.rates, 0);
    lua_newtable(L);
    m.with = lua_gettop(L);
    for (size_t n = 1; n <= m.count; n++) {
        lua_rawgeti(L, t, (lua_Integer)n);
        read_pair(s, &m, (lua_Integer)n);
        lua_pop(L, 1);
    }
    return m;
}

/* parts:mix({ { rate, parts }, … } [, sentence]): each of the parts as much as its rate says */
int bind_parts_mix(lua_State *L)
{
    stead_error err;
    bind_step s = bind_begin_parts(L, "mix", 1);
    mixture m = read_mixture(&s, 2);
    lua_getiuservalue(L, BIND_SELF, BIND_ROSTER);
    bind_parts *made = bind_new_parts(L, -1, s.op, BIND_PLAIN);
    if (stead_parts_mix(made->roster, m.amounts, m.rates, m.count, made->amounts, &err))
        return bind_raise_step(&s, &err);
    bind_link(&s, 0);
    lua_pushvalue(L, m.with);
    lua_setiuservalue(L, -2, BIND_WITH);
    return 1;
}

/* Takes excess_to out of the copy of the caps at `t`; its text stays on the stack. */
static void read_excess(bind_step *s, int t, stead_capping *capping)
{
    lua_State *L = s->L;
    if (!lua_istable(L, t))
        bind_refuse_step(s, "caps", "{ code = money, excess_to = code } expected");
    if (bind_field(L, t, "excess_to") == LUA_TNIL)
        return;
    if (lua_type(L, -1) != LUA_TSTRING)
        bind_refuse_step(s, "excess_to", "a code, or \"others\", expected");
    capping->to = lua_tostring(L, -1);
    capping->excess =
        strcmp(capping->to, "others") == 0 ? STEAD_EXCESS_OTHERS : STEAD_EXCESS_ONE;
}

void bind_read_capping(bind_step *s, int t, stead_capping *capping)
{
    lua_State *L = s->L;
    read_excess(s, t, capping);
    lua_pushvalue(L, t);
    int caps = lua_gettop(L);
    bind_copy(L, caps);
    lua_pushnil(L);
    lua_setfield(L, caps, "excess_to");
    bind_step reading = *s; /* what is remembered is the table as it was written */
    capping->caps = bind_read_amounts(&reading, caps, "caps", STEAD_NO_CEILING);
    bind_note(s, "caps", t);
}

/* parts:cap({ code = money, …, excess_to = code | "others" } [, sentence]) */
int bind_parts_cap(lua_State *L)
{
    stead_error err;
    stead_capping capping = {.excess = STEAD_EXCESS_NOBODY};
    bind_step s = bind_begin_parts(L, "cap", 1);
    bind_read_capping(&s, 2, &capping);
    lua_getiuservalue(L, BIND_SELF, BIND_ROSTER);
    bind_parts *made = bind_new_parts(L, -1, s.op, BIND_PLAIN);
    if (stead_parts_cap(made->roster, s.self->amounts, &capping, made->amounts, &err))
        return bind_raise_step(&s, &err);
    bind_link(&s, BIND_SELF);
    return 1;
}

/* amount:share(parts | { code = money | whole number } [, sentence]) -> parts */
int bind_amount_share(lua_State *L)
{
    stead_error err;
    stead_wide total = 0;
    bind_check(L, BIND_SELF, "stead.amount");
    bind_step s = bind_begin(L, "share", 1);
    bind_is_amount(L, BIND_SELF, &total);
    const bind_parts *weights = bind_test_parts(L, 2);
    if (weights == NULL)
        weights = bind_parts_from_table(&s, 2, "weights", true);
    else
        lua_pushvalue(L, 2);
    int kept = lua_gettop(L);
    bind_note(&s, "weights", 2);
    if (weights->roster->width != 1)
        bind_refuse_step(&s, "weights",
                         lua_pushfstring(L, "parts of %I systems; an amount is shared in one",
                                         (LUAI_UACINT)weights->roster->width));
    lua_getiuservalue(L, kept, BIND_ROSTER);
    bind_parts *made = bind_new_parts(L, -1, s.op, BIND_PLAIN);
    if (stead_parts_share(made->roster, total, weights->amounts, made->amounts, &err))
        return bind_raise_step(&s, &err);
    bind_link(&s, BIND_SELF);
    return 1;
}
