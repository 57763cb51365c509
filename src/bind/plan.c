/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/plan: practices grouped once into systems and places, for needs and budgets to be worked
 * out over them as often as anyone likes. */
#include "bind/plan.h"

#include <string.h>

#define PLAN "stead.plan"

enum { SPEC = 1, NEED = 1, KEYS = 2, PINS = 2 }; /* user values: the frames that a plan reads */

typedef struct {
    stead_plan *core;      /* NULL: closed */
    const size_t *columns; /* in the same block, after the box */
    size_t width;
} plan_box;

const stead_plan *bind_test_plan(lua_State *L, int index)
{
    const plan_box *box = bind_test(L, index, PLAN);
    if (box == NULL || box->core == NULL)
        return NULL;
    lua_getiuservalue(L, index, NEED);
    bool open = bind_test_frame(L, -1) != NULL;
    lua_pop(L, 1);
    return open ? box->core : NULL;
}

const stead_plan *bind_check_plan(lua_State *L, int arg)
{
    bind_check(L, arg, PLAN);
    const stead_plan *plan = bind_test_plan(L, arg);
    luaL_argcheck(L, plan != NULL, arg, "plan, or the frame it was made from, is closed");
    return plan;
}

const stead_frame *bind_plan_columns(lua_State *L, int index, const size_t **columns,
                                     size_t *width)
{
    const plan_box *box = bind_check(L, index, PLAN);
    *columns = box->columns;
    *width = box->width;
    lua_getiuservalue(L, index, NEED);
    const stead_frame *need = bind_test_frame(L, -1);
    lua_pop(L, 1);
    return need;
}

static int refuse(lua_State *L, const char *field, const char *why)
{
    return luaL_argerror(L, SPEC, lua_pushfstring(L, "%s: %s", field, why));
}

/* A column of `frame` of the kind wanted, named by the value on top of the stack. */
static size_t column_of(lua_State *L, const char *field, const stead_frame *frame,
                        stead_kind kind)
{
    size_t column = 0;
    if (lua_type(L, -1) != LUA_TSTRING)
        refuse(L, field, "the name of a column expected");
    const char *name = lua_tostring(L, -1);
    if (!stead_frame_find(frame, name, &column))
        refuse(L, field, lua_pushfstring(L, "there is no column '%s'", name));
    if (stead_frame_kind(frame, column) != kind)
        refuse(L, field,
               lua_pushfstring(L, "column '%s' holds %s, not %s", name,
                               stead_kind_name(stead_frame_kind(frame, column)),
                               stead_kind_name(kind)));
    return column;
}

/* The text that row `row` is assigned to in the list on top of the stack, or NULL. */
static const char *assigned(lua_State *L, size_t row, size_t codes, size_t *len)
{
    lua_rawgeti(L, -1, (lua_Integer)row + 1);
    if (lua_isnil(L, -1) || (lua_isboolean(L, -1) && !lua_toboolean(L, -1)))
        return lua_pop(L, 1), NULL;
    lua_Integer place = lua_isinteger(L, -1) ? lua_tointeger(L, -1) : 0;
    lua_pop(L, 1);
    if (place < 1 || (size_t)place > codes)
        refuse(L, "group",
               lua_pushfstring(L, "assign: row %I is in place %I, but there are %I codes",
                               (LUAI_UACINT)row + 1, (LUAI_UACINT)place, (LUAI_UACINT)codes));
    if (lua_rawgeti(L, -2, place) != LUA_TSTRING)
        refuse(L, "group", "codes: a list of texts expected");
    const char *text = lua_tolstring(L, -1, len); /* the list keeps it */
    lua_pop(L, 1);
    return text;
}

static void raise_if(lua_State *L, stead_status rc, const stead_error *err)
{
    if (rc != STEAD_OK)
        bind_raise(L, err);
}

/* Pushes a frame of system and place for each row, from { outer, assign, codes }. */
static const stead_frame *keys_from_lists(lua_State *L, int group, const stead_frame *need,
                                          size_t outer)
{
    static const stead_column columns[] = {{"outer", STEAD_TEXT}, {"inner", STEAD_TEXT}};
    stead_error err;
    size_t len;
    stead_frame **keys = bind_new_frame(L);
    raise_if(L, stead_frame_create(keys, columns, 2, &err), &err);
    if (bind_field(L, group, "codes") != LUA_TTABLE ||
        bind_field(L, group, "assign") != LUA_TTABLE)
        refuse(L, "group", "assign: a list of places by row expected, and codes to name them");
    size_t codes = (size_t)lua_rawlen(L, -2);
    for (size_t row = 0; row < stead_frame_height(need); row++) {
        const char *text = assigned(L, row, codes, &len);
        const char *system = stead_frame_text(need, row, outer);
        raise_if(L, stead_frame_add_row(*keys, &err), &err);
        if (text != NULL && !stead_frame_is_missing(need, row, outer)) {
            raise_if(L, stead_frame_set_text(*keys, 0, system, strlen(system), &err), &err);
            raise_if(L, stead_frame_set_text(*keys, 1, text, len, &err), &err);
        }
    }
    lua_pop(L, 2);
    return *keys;
}

/* Pushes the frame that says where each practice is. */
static void read_group(lua_State *L, stead_plan_spec *spec)
{
    if (bind_field(L, SPEC, "group") != LUA_TTABLE)
        refuse(L, "group", "a table expected: outer = \"icb\", inner = \"district\"");
    int group = lua_gettop(L);
    bind_field(L, group, "outer");
    spec->outer = column_of(L, "group: outer", spec->need, STEAD_TEXT);
    if (bind_field(L, group, "assign") != LUA_TNIL) {
        spec->keys = keys_from_lists(L, group, spec->need, spec->outer);
        spec->outer = 0;
        spec->inner = 1;
        return;
    }
    spec->keys = spec->need;
    bind_field(L, group, "inner");
    spec->inner = column_of(L, "group: inner", spec->need, STEAD_TEXT);
    bind_field(L, SPEC, "need");
}

/* A money column of the need frame by name, or the column "baseline" of a frame of its own. */
static void read_baseline(lua_State *L, stead_plan_spec *spec)
{
    if (bind_field(L, SPEC, "baseline") == LUA_TNIL)
        return;
    const stead_frame *frame = bind_test_frame(L, -1);
    if (frame == NULL && lua_type(L, -1) != LUA_TSTRING)
        refuse(L, "baseline", "the name of a money column expected, or a frame");
    if (frame != NULL)
        lua_pushliteral(L, "baseline");
    else
        frame = spec->need;
    if (stead_frame_height(frame) != stead_frame_height(spec->need))
        refuse(L, "baseline",
               lua_pushfstring(L, "the frame has %I rows, and need has %I",
                               (LUAI_UACINT)stead_frame_height(frame),
                               (LUAI_UACINT)stead_frame_height(spec->need)));
    spec->baseline = stead_frame_numbers(frame, column_of(L, "baseline", frame, STEAD_MONEY));
}

static void read_spec(lua_State *L, stead_plan_spec *spec)
{
    luaL_checktype(L, SPEC, LUA_TTABLE);
    bind_field(L, SPEC, "need");
    spec->need = bind_test_frame(L, -1);
    if (spec->need == NULL)
        refuse(L, "need", "an open frame with one row per practice expected");
    bind_field(L, SPEC, "columns");
    spec->columns = bind_check_columns(L, -1, SPEC, spec->need, &spec->width);
    for (size_t i = 0; i < spec->width; i++)
        if (stead_frame_kind(spec->need, spec->columns[i]) != STEAD_QUANTITY)
            refuse(L, "columns",
                   lua_pushfstring(
                       L, "column '%s' holds %s, not quantity",
                       stead_frame_name(spec->need, spec->columns[i]),
                       stead_kind_name(stead_frame_kind(spec->need, spec->columns[i]))));
    read_baseline(L, spec);
    read_group(L, spec);
}

/* calc.plan { need, columns, group [, baseline] } -> plan */
static int plan_new(lua_State *L)
{
    stead_error err;
    stead_plan_spec spec = {0};
    read_spec(L, &spec);
    int keys = lua_gettop(L);
    size_t room = spec.width * sizeof *spec.columns;
    plan_box *box = lua_newuserdatauv(L, sizeof *box + room, PINS);
    *box = (plan_box){NULL, (const size_t *)(box + 1), spec.width};
    memcpy(box + 1, spec.columns, room);
    luaL_setmetatable(L, PLAN);
    bind_field(L, SPEC, "need");
    lua_setiuservalue(L, -2, NEED);
    lua_pushvalue(L, keys);
    lua_setiuservalue(L, -2, KEYS);
    return stead_plan_create(&box->core, &spec, &err) ? bind_raise(L, &err) : 1;
}

/* plan:need() -> frame of every place: icb, code, practices, sums, blanks */
static int plan_need(lua_State *L)
{
    stead_error err;
    const stead_plan *plan = bind_check_plan(L, 1);
    stead_frame **made = bind_new_frame(L);
    if (stead_plan_need(plan, made, &err))
        return bind_raise(L, &err);
    bind_weigh_frame(L, *made);
    return 1;
}

/* plan:left_out() -> list of the rows of need that are in no place */
static int plan_left_out(lua_State *L)
{
    const size_t *columns;
    size_t width;
    const stead_plan *plan = bind_check_plan(L, 1);
    const stead_frame *need = bind_plan_columns(L, 1, &columns, &width);
    lua_newtable(L);
    for (size_t row = 0, n = 0; row < stead_frame_height(need); row++) {
        if (stead_plan_left_out(plan, row)) {
            lua_pushinteger(L, (lua_Integer)row + 1);
            lua_rawseti(L, -2, (lua_Integer)++n);
        }
    }
    return 1;
}

static int plan_tostring(lua_State *L)
{
    const stead_plan *plan = (bind_check(L, 1, PLAN), bind_test_plan(L, 1));
    if (plan == NULL)
        return lua_pushliteral(L, "plan (closed)"), 1;
    size_t systems = stead_plan_systems(plan);
    lua_pushfstring(L, "plan of %I places in %I systems",
                    (LUAI_UACINT)stead_plan_first(plan, systems), (LUAI_UACINT)systems);
    return 1;
}

static int plan_close(lua_State *L) /* __gc, __close, close: safe twice */
{
    plan_box *box = bind_check(L, 1, PLAN);
    stead_plan_free(box->core);
    box->core = NULL;
    return 0;
}

static const luaL_Reg meta[] = {
    {"__tostring", plan_tostring}, {"__gc", plan_close}, {"__close", plan_close}, {NULL, NULL}};

static const luaL_Reg methods[] = {
    {"need", plan_need},          {"run", bind_plan_run}, {"streams", bind_plan_streams},
    {"left_out", plan_left_out},  {"close", plan_close},  {"given", bind_plan_given},
    {"awards", bind_plan_awards}, {NULL, NULL},
};

int bind_open_plan(lua_State *L)
{
    bind_class(L, PLAN, meta, methods);
    bind_open_working(L);
    lua_pushcfunction(L, plan_new);
    lua_setfield(L, -2, "plan");
    return 1;
}
