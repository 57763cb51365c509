/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/settle: the steps that settle an over- or underspend. */
#include "calc/settle.h"

#include <stdlib.h>
#include <string.h>

#include "bind/parts.h"

static int give_amount(bind_step *s, stead_wide amount)
{
    bind_push_amount(s->L, amount, s->op);
    bind_link(s, BIND_SELF);
    return 1;
}

static int within(lua_State *L, const char *op, bool keep_inside)
{
    stead_error err;
    stead_wide amount = 0, inside = 0, beyond = 0;
    bind_check(L, BIND_SELF, "stead.amount");
    bind_step s = bind_begin(L, op, 1);
    bind_is_amount(L, BIND_SELF, &amount);
    if (stead_settle_within(amount, bind_read_amount(&s, 2, "width"), &inside, &beyond, &err))
        return bind_raise_step(&s, &err);
    return give_amount(&s, keep_inside ? inside : beyond);
}

/* amount:up_to(width [, sentence]) -> what lies within it */
int bind_amount_up_to(lua_State *L)
{
    return within(L, "up_to", true);
}

/* amount:beyond(width [, sentence]) -> what lies beyond it */
int bind_amount_beyond(lua_State *L)
{
    return within(L, "beyond", false);
}

/* Texts at a table's keys, sorted and each once: the codes of a roster of no system. */
static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const stead_roster *push_roster(lua_State *L, const char **codes, size_t count)
{
    static const char *const none[] = {""};
    size_t first[2] = {0, 0};
    qsort(codes, count, sizeof *codes, by_text);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || strcmp(codes[i], codes[first[1] - 1]) != 0)
            codes[first[1]++] = codes[i];
    const stead_roster from = {codes, none, first, 1, NULL};
    return bind_new_roster(L, &from);
}

static size_t count_keys(const bind_step *s, int t, const char *name, const char *wanted)
{
    lua_State *L = s->L;
    size_t count = 0;
    if (!lua_istable(L, t))
        bind_refuse_step(s, name, wanted);
    for (lua_pushnil(L); lua_next(L, t) != 0; lua_pop(L, 1), count++)
        if (lua_type(L, -2) != LUA_TSTRING)
            bind_refuse_step(s, name, "the keys must be codes");
    if (count == 0)
        bind_refuse_step(s, name, "there is nobody in the table");
    return count;
}

static stead_rate rate_at(const bind_step *s, int t, const char *code)
{
    lua_State *L = s->L;
    stead_rate rate = 0;
    bind_field(L, t, code);
    if (!bind_is_rate(L, -1, &rate)) {
        const char *what = bind_describe(L, -1);
        const char *hint = bind_rate_hint(L, -2);
        bind_refuse_step(s, "shares",
                         lua_pushfstring(L, "'%s': rate expected, got %s%s", code, what, hint));
    }
    lua_pop(L, 1);
    return rate;
}

/* amount:split({ code = rate } [, sentence]) -> parts */
int bind_amount_split(lua_State *L)
{
    stead_error err;
    stead_wide total = 0;
    bind_check(L, BIND_SELF, "stead.amount");
    bind_step s = bind_begin(L, "split", 1);
    bind_is_amount(L, BIND_SELF, &total);
    size_t count = count_keys(&s, 2, "shares", "{ code = rate } expected"), n = 0;
    bind_note(&s, "shares", 2);
    const char **codes = lua_newuserdatauv(L, count * sizeof *codes, 0);
    stead_rate *rates = lua_newuserdatauv(L, count * sizeof *rates, 0);
    for (lua_pushnil(L); lua_next(L, 2) != 0; lua_pop(L, 1))
        codes[n++] = lua_tostring(L, -2);
    const stead_roster *roster = push_roster(L, codes, count);
    int kept = lua_gettop(L);
    for (size_t i = 0; i < count; i++)
        rates[i] = rate_at(&s, 2, roster->codes[i]);
    bind_parts *made = bind_new_parts(L, kept, s.op, BIND_PLAIN);
    if (stead_settle_split(made->roster, total, rates, made->amounts, &err))
        return bind_raise_step(&s, &err);
    bind_link(&s, BIND_SELF);
    return 1;
}

/* parts:hold({ code = money, …, excess_to = code | "others" } [, sentence]): what nobody bears
 * is gone from the parts, and is what they fall short of those they were made from */
int bind_parts_hold(lua_State *L)
{
    stead_error err;
    stead_wide left;
    stead_capping capping = {.excess = STEAD_EXCESS_NOBODY};
    bind_step s = bind_begin_parts(L, "hold", 1);
    bind_read_capping(&s, 2, &capping);
    if (s.self->roster->width != 1)
        return bind_refuse_step(&s, "caps", "parts of several systems; hold one at a time");
    lua_getiuservalue(L, BIND_SELF, BIND_ROSTER);
    bind_parts *made = bind_new_parts(L, -1, s.op, BIND_PLAIN);
    if (stead_settle_hold(made->roster, s.self->amounts, &capping, made->amounts, &left, &err))
        return bind_raise_step(&s, &err);
    bind_link(&s, BIND_SELF);
    return 1;
}

/* parts:gather({ line = owner } [, sentence]) -> parts by owner */
int bind_parts_gather(lua_State *L)
{
    stead_error err;
    bind_step s = bind_begin_parts(L, "gather", 1);
    const stead_roster *lines = s.self->roster;
    size_t count = stead_roster_count(lines);
    if (!lua_istable(L, 2) || lines->width != 1)
        return bind_refuse_step(&s, "owners", "{ line = owner } expected, for one system");
    bind_note(&s, "owners", 2);
    const char **codes = lua_newuserdatauv(L, count * sizeof *codes, 0);
    size_t *owner_of = lua_newuserdatauv(L, count * sizeof *owner_of, 0);
    lua_createtable(L, (int)count, 0); /* keeps the texts */
    for (size_t i = 0; i < count; i++) {
        if (bind_field(L, 2, lines->codes[i]) != LUA_TSTRING)
            bind_refuse_step(&s, "owners",
                             lua_pushfstring(L, "nobody answers for '%s'", lines->codes[i]));
        codes[i] = lua_tostring(L, -1);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    const stead_roster *owners = push_roster(L, codes, count);
    int kept = lua_gettop(L);
    for (size_t i = 0; i < count; i++) {
        bind_field(L, 2, lines->codes[i]);
        stead_roster_find(owners, 0, lua_tostring(L, -1), &owner_of[i]);
        lua_pop(L, 1);
    }
    bind_parts *made = bind_new_parts(L, kept, s.op, BIND_PLAIN);
    if (stead_settle_gather(lines, s.self->amounts, owners, owner_of, made->amounts, &err))
        return bind_raise_step(&s, &err);
    bind_link(&s, BIND_SELF);
    return 1;
}
