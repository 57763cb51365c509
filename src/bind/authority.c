/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/authority: who may decide, from Lua. Bodies, functions and grants are known by their
 * positions in the lists that they came in. */
#include "calc/authority.h"

#include <string.h>

#include "bind/bind.h"
#include "bind/options.h"

#define AUTHORITY "stead.authority"

typedef struct {
    stead_authority *core; /* NULL until it is whole */
    size_t functions;
    uint32_t areas;
} box;

static const char *const kinds[] = {"nhs-england",
                                    "icb",
                                    "nhs-trust",
                                    "foundation-trust",
                                    "council",
                                    "combined-authority",
                                    "icp",
                                    "committee",
                                    "joint-committee",
                                    "officer",
                                    "vcse",
                                    "forum",
                                    "pcn",
                                    NULL};
static const char *const mechanisms[] = {"internal", "s65Z5",    "s65Z6", "s75",
                                         "s101",     "contract", NULL};
static const char *const verdicts[] = {
    "one", "several", "no origin", "origin not then", "origin cannot", "round"};
static const char *const faults[] = {"unlawful", "not held", "onward", "over", "sum", "round"};
static const char *const laws[] = {
    "lawful",     "to itself",    "reserved",       "confined", "decides nothing",
    "not public", "not relevant", "cannot receive", "excluded", "not own"};

static const char *const body_keys[] = {"kind", "parent", "from", "to", NULL};
static const char *const function_keys[] = {"origin",   "statutory", "reserved",
                                            "confined", "excluded",  NULL};
static const char *const grant_keys[] = {"func",      "giver", "taker",  "area",
                                         "mechanism", "limit", "yearly", "onward",
                                         "from",      "to",    NULL};

static stead_day get_day(const bind_options *o, int t, const char *key, stead_day otherwise)
{
    stead_error err;
    const char *text = bind_get_text(o, t, key);
    if (text != NULL && stead_date_parse(text, strlen(text), &otherwise, &err))
        bind_refuse_option(o, key, err.text);
    return otherwise;
}

/* A position in a list, from 0; `otherwise` when absent. */
static uint32_t get_place(const bind_options *o, int t, const char *key, uint32_t otherwise)
{
    size_t place = bind_get_count(o, t, key, 0);
    if (place >= UINT32_MAX)
        bind_refuse_option(o, key, "there is no such position");
    return place == 0 ? otherwise : (uint32_t)(place - 1);
}

static void take_body(const bind_options *o, int t, void *out)
{
    bind_check_keys(o, t, body_keys);
    *(stead_body *)out =
        (stead_body){(stead_body_kind)bind_get_choice(o, t, "kind", kinds),
                     get_place(o, t, "parent", STEAD_NOBODY), get_day(o, t, "from", INT32_MIN),
                     get_day(o, t, "to", INT32_MAX)};
}

static void take_function(const bind_options *o, int t, void *out)
{
    bind_check_keys(o, t, function_keys);
    *(stead_function *)out =
        (stead_function){get_place(o, t, "origin", STEAD_NOBODY),
                         bind_get_flag(o, t, "statutory"), bind_get_flag(o, t, "reserved"),
                         bind_get_flag(o, t, "confined"), bind_get_flag(o, t, "excluded")};
}

static void take_grant(const bind_options *o, int t, void *out)
{
    stead_pence limit = STEAD_NO_LIMIT;
    bind_check_keys(o, t, grant_keys);
    if (bind_get(o, t, "limit") != LUA_TNIL && !bind_is_money(o->L, -1, &limit))
        bind_refuse_option(o, "limit", "must be money");
    lua_pop(o->L, 1);
    *(stead_grant *)out = (stead_grant){
        .function = get_place(o, t, "func", STEAD_NOBODY),
        .from = get_place(o, t, "giver", STEAD_NOBODY),
        .to = get_place(o, t, "taker", STEAD_NOBODY),
        .area = (uint32_t)bind_get_count(o, t, "area", STEAD_EVERYWHERE),
        .mechanism = (stead_mechanism)bind_get_choice(o, t, "mechanism", mechanisms),
        .limit = limit,
        .yearly = bind_get_flag(o, t, "yearly"),
        .onward = bind_get_flag(o, t, "onward"),
        .start = get_day(o, t, "from", INT32_MIN),
        .end = get_day(o, t, "to", INT32_MAX)};
}

/* Reads the list of tables at argument `arg` into a block that is pushed. */
static void *take_list(lua_State *L, int arg, const char *what, size_t size,
                       void (*take)(const bind_options *, int, void *), size_t *count)
{
    luaL_checktype(L, arg, LUA_TTABLE);
    *count = lua_rawlen(L, arg);
    char *out = lua_newuserdatauv(L, (*count + 1) * size, 0);
    for (size_t i = 0; i < *count; i++) {
        int top = lua_gettop(L);
        const char *where = lua_pushfstring(L, "%s %d", what, (int)i + 1);
        bind_options o = {L, arg, NULL, where};
        if (lua_rawgeti(L, arg, (lua_Integer)i + 1) != LUA_TTABLE)
            bind_refuse_option(&o, NULL, "must be a table");
        take(&o, top + 2, out + i * size);
        lua_settop(L, top);
    }
    return out;
}

/* authority.new(bodies, functions, grants, areas) -> authority */
static int authority_new(lua_State *L)
{
    stead_error err;
    size_t nb = 0, nf = 0, ng = 0;
    lua_Integer areas = luaL_checkinteger(L, 4);
    luaL_argcheck(L, areas >= 0 && areas < INT32_MAX, 4, "a number of areas expected");
    stead_body *bodies = take_list(L, 1, "body", sizeof *bodies, take_body, &nb);
    stead_function *functions =
        take_list(L, 2, "function", sizeof *functions, take_function, &nf);
    stead_grant *grants = take_list(L, 3, "grant", sizeof *grants, take_grant, &ng);
    box *made = lua_newuserdatauv(L, sizeof *made, 0);
    *made = (box){NULL, nf, (uint32_t)areas};
    luaL_setmetatable(L, AUTHORITY);
    if (stead_authority_create(&made->core, bodies, nb, functions, nf, grants, ng,
                               (uint32_t)areas, &err))
        return bind_raise(L, &err);
    return 1;
}

static box *check_box(lua_State *L)
{
    box *b = bind_check(L, 1, AUTHORITY);
    luaL_argcheck(L, b->core != NULL, 1, "authority that was never made");
    return b;
}

static stead_day check_day(lua_State *L, int arg)
{
    stead_error err;
    stead_day day = 0;
    size_t len;
    const char *text = luaL_checklstring(L, arg, &len);
    if (stead_date_parse(text, len, &day, &err))
        luaL_argerror(L, arg, err.text);
    return day;
}

static void set_day(lua_State *L, const char *name, stead_day day)
{
    char text[STEAD_DATE_TEXT];
    if (day == INT32_MIN || day == INT32_MAX)
        return;
    stead_date_format(day, text);
    lua_pushstring(L, text);
    lua_setfield(L, -2, name);
}

static void set_place(lua_State *L, const char *name, uint32_t place)
{
    if (place == STEAD_NOBODY)
        return;
    lua_pushinteger(L, (lua_Integer)place + 1);
    lua_setfield(L, -2, name);
}

static void set_text(lua_State *L, const char *name, const char *text)
{
    lua_pushstring(L, text);
    lua_setfield(L, -2, name);
}

static void set_money(lua_State *L, const char *name, stead_pence pence)
{
    bind_push_money(L, pence);
    lua_setfield(L, -2, name);
}

static void push_taker(lua_State *L, const stead_authority *a, size_t i)
{
    stead_taker taker = stead_authority_taker(a, i);
    lua_createtable(L, 0, 5);
    set_place(L, "body", taker.body);
    set_day(L, "from", taker.start);
    set_day(L, "to", taker.end);
    if (taker.limit != STEAD_NO_LIMIT)
        set_money(L, "limit", taker.limit);
    lua_createtable(L, (int)taker.steps, 0);
    for (size_t k = 0; k < taker.steps; k++) {
        lua_pushinteger(L, (lua_Integer)stead_authority_step(a, i, k) + 1);
        lua_rawseti(L, -2, (lua_Integer)k + 1);
    }
    lua_setfield(L, -2, "route");
}

/* authority:ask(function, area, amount, day) -> { verdict, takers, circle } */
static int authority_ask(lua_State *L)
{
    box *b = check_box(L);
    lua_Integer function = luaL_checkinteger(L, 2), area = luaL_checkinteger(L, 3);
    luaL_argcheck(L, function >= 1 && (size_t)function <= b->functions, 2, "no such function");
    luaL_argcheck(L, area >= 0 && area <= b->areas, 3, "no such area");
    stead_question q = {(uint32_t)(function - 1), (uint32_t)area, bind_check_money(L, 4),
                        check_day(L, 5)};
    stead_answer answer = stead_authority_ask(b->core, &q);
    lua_createtable(L, 0, 3);
    set_text(L, "verdict", verdicts[answer.verdict]);
    set_place(L, "circle", answer.circle);
    lua_createtable(L, (int)answer.count, 0);
    for (size_t i = 0; i < answer.count; i++) {
        push_taker(L, b->core, i);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_setfield(L, -2, "takers");
    return 1;
}

/* authority:audit(day) -> list of { fault, grant, other, why, had, given } */
static int authority_audit(lua_State *L)
{
    box *b = check_box(L);
    const stead_grant_finding *found = NULL;
    size_t count = 0;
    stead_error err;
    if (stead_authority_audit(b->core, check_day(L, 2), &found, &count, &err))
        return bind_raise(L, &err);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        lua_createtable(L, 0, 6);
        set_text(L, "fault", faults[found[i].fault]);
        set_place(L, "grant", found[i].grant);
        set_place(L, "other", found[i].other);
        if (found[i].reason != STEAD_LAWFUL)
            set_text(L, "why", laws[found[i].reason]);
        if (found[i].fault == STEAD_GRANT_SUM) {
            set_money(L, "had", found[i].had);
            set_money(L, "given", found[i].given);
        }
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

static int authority_gc(lua_State *L)
{
    box *b = luaL_checkudata(L, 1, AUTHORITY);
    stead_authority_free(b->core);
    b->core = NULL;
    return 0;
}

static const luaL_Reg meta[] = {{"__gc", authority_gc}, {NULL, NULL}};
static const luaL_Reg methods[] = {
    {"ask", authority_ask}, {"audit", authority_audit}, {NULL, NULL}};
static const luaL_Reg library[] = {{"new", authority_new}, {NULL, NULL}};

int bind_open_authority(lua_State *L)
{
    bind_class(L, AUTHORITY, meta, methods);
    luaL_newlib(L, library);
    return 1;
}
