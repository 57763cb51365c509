/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/footing: tables whose rows and columns both add up, and deficits shared by a rule. */
#include "bind/bind.h"
#include "calc/deficit.h"
#include "calc/share.h"

/* The codes and amounts of one side of a table, in blocks that are pushed. */
typedef struct {
    const char **codes;
    stead_pence *totals;
    size_t count;
} side;

static int refuse_item(lua_State *L, int arg, size_t at, const char *why)
{
    return luaL_argerror(L, arg, lua_pushfstring(L, "item %I: %s", (LUAI_UACINT)at + 1, why));
}

/* A list of { code, money }; the codes stay in the list. */
static side read_side(lua_State *L, int arg)
{
    luaL_checktype(L, arg, LUA_TTABLE);
    side s = {.count = (size_t)lua_rawlen(L, arg)};
    luaL_argcheck(L, s.count > 0, arg, "a list of { code, money } expected");
    s.codes = lua_newuserdatauv(L, s.count * sizeof *s.codes, 0);
    s.totals = lua_newuserdatauv(L, s.count * sizeof *s.totals, 0);
    for (size_t i = 0; i < s.count; i++, lua_pop(L, 3)) {
        if (lua_rawgeti(L, arg, (lua_Integer)i + 1) != LUA_TTABLE ||
            lua_rawgeti(L, -1, 1) != LUA_TSTRING)
            refuse_item(L, arg, i, "write { code, money }");
        s.codes[i] = lua_tostring(L, -1);
        lua_rawgeti(L, -2, 2);
        if (!bind_is_money(L, -1, &s.totals[i])) {
            const char *what = bind_describe(L, -1);
            refuse_item(
                L, arg, i,
                lua_pushfstring(L, "money expected, got %s%s", what, bind_money_hint(L, -2)));
        }
    }
    return s;
}

/* The weights of row `code`, from the table of tables at argument 3. */
static void read_weights(lua_State *L, const char *code, const side *columns, int64_t *weights,
                         stead_wide *sum)
{
    *sum = 0;
    if (bind_field(L, 3, code) != LUA_TTABLE)
        luaL_argerror(L, 3, lua_pushfstring(L, "row '%s' has no weights", code));
    for (size_t i = 0; i < columns->count; i++, lua_pop(L, 1)) {
        weights[i] = 0;
        int type = bind_field(L, -1, columns->codes[i]);
        bool good = type == LUA_TNIL ||
                    (type == LUA_TNUMBER && bind_to_nano(lua_tonumber(L, -1), &weights[i]));
        if (!good || weights[i] < 0)
            luaL_argerror(L, 3,
                          lua_pushfstring(L,
                                          "row '%s', column '%s': a weight, a number that is "
                                          "not negative, expected",
                                          code, columns->codes[i]));
        *sum += weights[i];
    }
    if (*sum == 0)
        luaL_argerror(L, 3, lua_pushfstring(L, "row '%s': every weight is nil", code));
    lua_pop(L, 1);
}

/* calc.share_table(rows, columns, weights) -> { row = { column = money } } */
static int calc_share_table(lua_State *L)
{
    stead_error err;
    stead_wide sum;
    side rows = read_side(L, 1), columns = read_side(L, 2);
    luaL_checktype(L, 3, LUA_TTABLE);
    size_t cells = rows.count * columns.count;
    stead_wide *exact = lua_newuserdatauv(L, cells * sizeof *exact, 0);
    stead_pence *out = lua_newuserdatauv(L, cells * sizeof *out, 0);
    int64_t *weights = lua_newuserdatauv(L, columns.count * sizeof *weights, 0);
    for (size_t r = 0; r < rows.count; r++) {
        read_weights(L, rows.codes[r], &columns, weights, &sum);
        for (size_t c = 0; c < columns.count; c++)
            if (!stead_wide_muldiv((stead_wide)rows.totals[r] * STEAD_NANO, weights[c], sum,
                                   STEAD_HALF_AWAY, &exact[r * columns.count + c]))
                return luaL_error(L, "row '%s' is more money than fits", rows.codes[r]);
    }
    if (stead_share_table(exact, rows.count, columns.count, rows.totals, columns.totals,
                          rows.codes, columns.codes, out, &err))
        return bind_raise(L, &err);
    lua_createtable(L, 0, (int)rows.count);
    for (size_t r = 0; r < rows.count; r++) {
        lua_createtable(L, 0, (int)columns.count);
        for (size_t c = 0; c < columns.count; c++) {
            bind_push_money(L, out[r * columns.count + c]);
            lua_setfield(L, -2, columns.codes[c]);
        }
        lua_setfield(L, -2, rows.codes[r]);
    }
    return 1;
}

/* The money called `name` of the part on top of the stack; nil money when it is not given. */
static stead_pence part_money(lua_State *L, size_t at, const char *name)
{
    stead_pence pence = 0;
    if (bind_field(L, -1, name) != LUA_TNIL && !bind_is_money(L, -1, &pence)) {
        const char *what = bind_describe(L, -1);
        refuse_item(L, 1, at,
                    lua_pushfstring(L, "%s: money expected, got %s%s", name, what,
                                    bind_money_hint(L, -2)));
    }
    lua_pop(L, 1);
    return pence;
}

static void read_part(lua_State *L, size_t at, stead_deficit_part *part)
{
    *part = (stead_deficit_part){0};
    if (lua_rawgeti(L, 1, (lua_Integer)at + 1) != LUA_TTABLE ||
        bind_field(L, -1, "code") != LUA_TSTRING)
        refuse_item(L, 1, at, "write { code = …, own = money, … }");
    part->code = lua_tostring(L, -1);
    lua_pop(L, 1);
    part->own = part_money(L, at, "own");
    part->allocation = part_money(L, at, "allocation");
    int type = bind_field(L, -1, "weight");
    bool good = type == LUA_TNIL ||
                (type == LUA_TNUMBER && bind_to_nano(lua_tonumber(L, -1), &part->weight));
    if (!good)
        refuse_item(L, 1, at, "weight: a number of weighted people expected");
    lua_pop(L, 2);
}

/* calc.deficit(parts, rule [, reserve]) -> { code = money }, what the reserve met */
static int calc_deficit(lua_State *L)
{
    static const char *const rules[] = {"own", "allocation", "need", "reserve", NULL};
    stead_error err;
    stead_pence met, reserve = 0;
    luaL_checktype(L, 1, LUA_TTABLE);
    size_t count = (size_t)lua_rawlen(L, 1);
    luaL_argcheck(L, count > 0, 1, "there is nobody to share between");
    stead_deficit_rule rule = (stead_deficit_rule)luaL_checkoption(L, 2, NULL, rules);
    if (rule == STEAD_DEFICIT_RESERVE)
        reserve = bind_check_money(L, 3);
    stead_deficit_part *parts = lua_newuserdatauv(L, count * sizeof *parts, 0);
    stead_pence *out = lua_newuserdatauv(L, count * sizeof *out, 0);
    for (size_t i = 0; i < count; i++)
        read_part(L, i, &parts[i]);
    if (stead_deficit_share(parts, count, rule, reserve, out, &met, NULL, &err))
        return bind_raise(L, &err);
    lua_createtable(L, 0, (int)count);
    for (size_t i = 0; i < count; i++) {
        bind_push_money(L, out[i]);
        lua_setfield(L, -2, parts[i].code);
    }
    bind_push_money(L, met);
    return 2;
}

/* calc.repay(deficit, years) -> list of money, a year each */
static int calc_repay(lua_State *L)
{
    stead_error err;
    stead_pence deficit = bind_check_money(L, 1);
    lua_Integer years = luaL_checkinteger(L, 2);
    luaL_argcheck(L, years >= 1 && years <= 1000, 2, "1 to 1000 years expected");
    stead_pence *out = lua_newuserdatauv(L, (size_t)years * sizeof *out, 0);
    if (stead_deficit_repay(deficit, (size_t)years, out, &err))
        return bind_raise(L, &err);
    lua_createtable(L, (int)years, 0);
    for (lua_Integer i = 0; i < years; i++) {
        bind_push_money(L, out[i]);
        lua_rawseti(L, -2, i + 1);
    }
    return 1;
}

static const luaL_Reg library[] = {{"share_table", calc_share_table},
                                   {"deficit", calc_deficit},
                                   {"repay", calc_repay},
                                   {NULL, NULL}};

int bind_open_footing(lua_State *L)
{
    luaL_setfuncs(L, library, 0);
    return 1;
}
