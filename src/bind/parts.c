/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/parts: working amounts by part as a value in Lua, and what may be asked of it. */
#include "bind/parts.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define PARTS "stead.parts"

bind_parts *bind_test_parts(lua_State *L, int index)
{
    return bind_test(L, index, PARTS);
}

static bind_parts *check_parts(lua_State *L, int arg)
{
    return bind_check(L, arg, PARTS);
}

/* Lua aligns a block less strictly than 128-bit numbers ask for. */
static unsigned char *align(void *block)
{
    const uintptr_t to = _Alignof(stead_wide);
    unsigned char *bytes = block;
    return bytes + (to - (uintptr_t)bytes % to) % to;
}

bind_parts *bind_new_parts(lua_State *L, int roster, const char *op, unsigned arrays)
{
    roster = lua_absindex(L, roster);
    const stead_roster *whose = lua_touserdata(L, roster);
    size_t count = stead_roster_count(whose), width = 1;
    width += arrays & BIND_FLOORS ? 1u : 0u;
    width += arrays & BIND_CEILINGS ? 1u : 0u;
    width += arrays & BIND_FOOTED ? 2u : 0u;
    size_t room = (width * count + 1) * sizeof(stead_wide);
    bind_parts *parts = lua_newuserdatauv(L, sizeof *parts + room, BIND_LINKS);
    stead_wide *next = (stead_wide *)(void *)align(parts + 1);
    *parts = (bind_parts){.roster = whose, .op = op, .amounts = next};
    memset(next, 0, width * count * sizeof *next);
    if (arrays & BIND_FLOORS)
        parts->floors = next += count;
    if (arrays & BIND_CEILINGS)
        parts->ceilings = next += count;
    if (arrays & BIND_FOOTED) {
        parts->bound = next += count;
        parts->settled = next + count;
    }
    lua_pushvalue(L, roster);
    lua_setiuservalue(L, -2, BIND_ROSTER);
    luaL_setmetatable(L, PARTS);
    return parts;
}

void bind_push_working(lua_State *L, stead_wide amount)
{
    char text[64];
    const stead_uwide unit = (stead_uwide)STEAD_NANO * 100;
    stead_uwide size = amount < 0 ? (stead_uwide)0 - (stead_uwide)amount : (stead_uwide)amount;
    snprintf(text, sizeof text, "%s%llu.%011llu", amount < 0 ? "-" : "",
             (unsigned long long)(size / unit), (unsigned long long)(size % unit));
    lua_pushstring(L, text);
}

int bind_push_made(lua_State *L, int index, const char *op)
{
    index = lua_absindex(L, index);
    lua_createtable(L, 0, 4);
    lua_pushstring(L, op);
    lua_setfield(L, -2, "op");
    lua_getiuservalue(L, index, BIND_SENTENCE);
    lua_setfield(L, -2, "sentence");
    lua_getiuservalue(L, index, BIND_FROM);
    lua_setfield(L, -2, "from");
    lua_newtable(L);
    if (lua_getiuservalue(L, index, BIND_WITH) == LUA_TTABLE) {
        for (lua_Integer i = 1; i <= (lua_Integer)lua_rawlen(L, -1); i += 2) {
            lua_createtable(L, 0, 2);
            lua_rawgeti(L, -2, i);
            lua_setfield(L, -2, "label");
            lua_rawgeti(L, -2, i + 1);
            lua_setfield(L, -2, "value");
            lua_rawseti(L, -3, (i + 1) / 2);
        }
    }
    lua_pop(L, 1);
    lua_setfield(L, -2, "with");
    return 1;
}

static int refuse(lua_State *L, const char *what)
{
    return luaL_error(L, "%s", what);
}

/* The part that arguments 2 (code) and 3 (system) name. */
static size_t check_code(lua_State *L, const stead_roster *roster)
{
    const char *code = luaL_checkstring(L, 2), *system = luaL_optstring(L, 3, NULL);
    size_t found = 0, at = 0, hits = 0;
    for (size_t s = 0; s < roster->width; s++) {
        if ((system == NULL || strcmp(system, roster->systems[s]) == 0) &&
            stead_roster_find(roster, s, code, &at)) {
            found = at;
            hits++;
        }
    }
    if (hits == 0)
        luaL_argerror(L, 2, lua_pushfstring(L, "there is no part '%s'", code));
    if (hits > 1)
        luaL_argerror(
            L, 2,
            lua_pushfstring(L, "'%s' is a part of several systems; name one after it", code));
    return found;
}

/* parts:of(code [, system]) -> amount */
static int parts_of(lua_State *L)
{
    const bind_parts *parts = check_parts(L, 1);
    bind_push_amount(L, parts->amounts[check_code(L, parts->roster)], "of");
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, BIND_FROM);
    lua_createtable(L, 2, 0);
    lua_pushliteral(L, "part");
    lua_rawseti(L, -2, 1);
    lua_pushvalue(L, 2);
    lua_rawseti(L, -2, 2);
    lua_setiuservalue(L, -2, BIND_WITH);
    return 1;
}

/* parts:total([system]) -> amount; of several systems, all of them */
static int parts_total(lua_State *L)
{
    const bind_parts *parts = check_parts(L, 1);
    const char *system = luaL_optstring(L, 2, NULL);
    size_t only = 0;
    stead_wide sum = 0;
    if (system != NULL && !stead_roster_find_system(parts->roster, system, &only))
        luaL_argerror(L, 2, lua_pushfstring(L, "there is no system '%s'", system));
    for (size_t s = 0; s < parts->roster->width; s++)
        if (system == NULL || s == only)
            sum += stead_parts_total(parts->roster, s, parts->amounts);
    bind_push_amount(L, sum, "total");
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, BIND_FROM);
    return 1;
}

/* parts:delta(code [, system]) -> text: this amount less the one it was made from */
static int parts_delta(lua_State *L)
{
    const bind_parts *parts = check_parts(L, 1);
    size_t at = check_code(L, parts->roster);
    lua_getiuservalue(L, 1, BIND_FROM);
    const bind_parts *from = bind_test_parts(L, -1);
    bind_push_working(L, parts->amounts[at] - (from == NULL ? 0 : from->amounts[at]));
    return 1;
}

static void set_working(lua_State *L, const char *name, stead_wide amount)
{
    bind_push_working(L, amount);
    lua_setfield(L, -2, name);
}

/* parts:foot(code [, system]) -> { bound, settled, penny } as text | nil when not just footed
 */
static int parts_foot(lua_State *L)
{
    const bind_parts *parts = check_parts(L, 1);
    size_t at = check_code(L, parts->roster);
    if (parts->bound == NULL)
        return luaL_pushfail(L), 1;
    lua_getiuservalue(L, 1, BIND_FROM);
    const bind_parts *from = bind_test_parts(L, -1);
    stead_wide bound = parts->bound[at], settled = parts->settled[at];
    lua_createtable(L, 0, 3);
    set_working(L, "bound", bound);
    set_working(L, "settled", settled);
    set_working(L, "penny", parts->amounts[at] - from->amounts[at] - bound - settled);
    return 1;
}

static void push_money(lua_State *L, const bind_parts *parts, size_t at)
{
    if (parts->amounts[at] % STEAD_NANO != 0)
        refuse(L, lua_pushfstring(L, "money: amount of '%s' is not whole pence; foot it first",
                                  parts->roster->codes[at]));
    bind_push_money(L, (stead_pence)(parts->amounts[at] / STEAD_NANO));
}

/* parts:money() -> { code = money }, or { system = { code = money } } */
static int parts_money(lua_State *L)
{
    const bind_parts *parts = check_parts(L, 1);
    const stead_roster *roster = parts->roster;
    bool flat = roster->width == 1;
    lua_createtable(L, 0, (int)(flat ? stead_roster_count(roster) : roster->width));
    for (size_t s = 0; s < roster->width; s++) {
        if (!flat)
            lua_createtable(L, 0, (int)(roster->first[s + 1] - roster->first[s]));
        for (size_t i = roster->first[s]; i < roster->first[s + 1]; i++) {
            push_money(L, parts, i);
            lua_setfield(L, -2, roster->codes[i]);
        }
        if (!flat)
            lua_setfield(L, -2, roster->systems[s]);
    }
    return 1;
}

/* parts:weight(code [, system]) -> number | nil when the parts carry none */
static int parts_weight(lua_State *L)
{
    const bind_parts *parts = check_parts(L, 1);
    size_t at = check_code(L, parts->roster);
    if (parts->roster->weights == NULL)
        return luaL_pushfail(L), 1;
    lua_pushnumber(L, (lua_Number)parts->roster->weights[at] / (lua_Number)STEAD_NANO);
    return 1;
}

/* parts:systems() -> list of systems; none for parts that are in none */
static int parts_systems(lua_State *L)
{
    const stead_roster *roster = check_parts(L, 1)->roster;
    lua_newtable(L);
    for (size_t s = 0; s < roster->width; s++) {
        if (roster->systems[s][0] != '\0') {
            lua_pushstring(L, roster->systems[s]);
            lua_rawseti(L, -2, (lua_Integer)s + 1);
        }
    }
    return 1;
}

/* parts:codes([system]) -> list of codes, in order */
static int parts_codes(lua_State *L)
{
    const stead_roster *roster = check_parts(L, 1)->roster;
    const char *system = luaL_optstring(L, 2, NULL);
    size_t only = 0, n = 0;
    if (system != NULL && !stead_roster_find_system(roster, system, &only))
        luaL_argerror(L, 2, lua_pushfstring(L, "there is no system '%s'", system));
    lua_newtable(L);
    for (size_t s = 0; s < roster->width; s++) {
        for (size_t i = roster->first[s];
             i < roster->first[s + 1] && (system == NULL || s == only); i++) {
            lua_pushstring(L, roster->codes[i]);
            lua_rawseti(L, -2, (lua_Integer)++n);
        }
    }
    return 1;
}

/* parts:made() -> { op, sentence, from, with } */
static int parts_made(lua_State *L)
{
    return bind_push_made(L, 1, check_parts(L, 1)->op);
}

static int parts_tostring(lua_State *L)
{
    const bind_parts *parts = check_parts(L, 1);
    const stead_roster *roster = parts->roster;
    stead_wide sum = 0;
    for (size_t s = 0; s < roster->width; s++)
        sum += stead_parts_total(roster, s, parts->amounts);
    lua_pushfstring(L, "%I parts", (LUAI_UACINT)stead_roster_count(roster));
    if (roster->width > 1)
        lua_pushfstring(L, " of %I systems: ", (LUAI_UACINT)roster->width);
    else if (roster->systems[0][0] != '\0')
        lua_pushfstring(L, " of %s: ", roster->systems[0]);
    else
        lua_pushliteral(L, ": ");
    bind_push_amount(L, sum, "total");
    luaL_tolstring(L, -1, NULL);
    lua_remove(L, -2);
    lua_concat(L, 3);
    return 1;
}

static int parts_length(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)stead_roster_count(check_parts(L, 1)->roster));
    return 1;
}

/* parts.new({ code = money } [, sentence]) -> parts; or { system = { code = money } } */
static int parts_new(lua_State *L)
{
    bind_step step = bind_begin(L, "new", 0);
    bind_parts_from_table(&step, 1, "parts", false);
    bind_link(&step, 0);
    return 1;
}

/* parts.kind(value) -> "parts", "amount", or nil for anything else */
static int parts_kind(lua_State *L)
{
    stead_wide amount;
    luaL_checkany(L, 1);
    if (bind_test_parts(L, 1) != NULL)
        lua_pushliteral(L, "parts");
    else if (bind_is_amount(L, 1, &amount))
        lua_pushliteral(L, "amount");
    else
        lua_pushnil(L);
    return 1;
}

static const luaL_Reg meta[] = {
    {"__tostring", parts_tostring}, {"__len", parts_length}, {NULL, NULL}};

static const luaL_Reg methods[] = {
    {"of", parts_of},       {"total", parts_total}, {"delta", parts_delta},
    {"foot", parts_foot},   {"money", parts_money}, {"weight", parts_weight},
    {"codes", parts_codes}, {"made", parts_made},   {"systems", parts_systems},
    {NULL, NULL},
};

static const luaL_Reg library[] = {{"new", parts_new}, {"kind", parts_kind}, {NULL, NULL}};

int bind_open_parts(lua_State *L)
{
    bind_class(L, PARTS, meta, methods);
    bind_methods(L, PARTS);
    luaL_setfuncs(L, bind_parts_steps, 0);
    lua_pop(L, 1);
    luaL_newlib(L, library);
    bind_open_amount(L);
    return 1;
}
