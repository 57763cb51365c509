/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/plan_run: one question put to a plan, and its answer as a frame. */
#include <string.h>

#include "bind/options.h"
#include "bind/plan.h"

#define SHARED_OPTIONS                                                                         \
    "method", "growth", "envelope", "closing", "floor", "ceiling", "cap", "mix", "path",       \
        "bids", "committed", "baselines", "icb"

static const char *const run_options[] = {SHARED_OPTIONS, "column", "weights", "explain", NULL};
static const char *const streams_options[] = {SHARED_OPTIONS, "columns", NULL};

/* A misspelt option must not be taken for one left out. */
void bind_check_options(lua_State *L, const char *const *known)
{
    bind_options options = {.L = L, .arg = BIND_OPTIONS, .where = "options"};
    luaL_checktype(L, BIND_OPTIONS, LUA_TTABLE);
    bind_check_keys(&options, BIND_OPTIONS, known);
    luaL_checkstack(L, 40, NULL);
}

static bool has_column(lua_State *L, const char *name, size_t *at)
{
    const size_t *columns;
    size_t width;
    const stead_frame *need = bind_plan_columns(L, BIND_PLAN, &columns, &width);
    for (*at = 0; *at < width; ++*at)
        if (strcmp(stead_frame_name(need, columns[*at]), name) == 0)
            return true;
    return false;
}

/* The column named on top of the stack. */
static size_t read_column(lua_State *L, const char *field)
{
    size_t at = 0;
    if (lua_type(L, -1) != LUA_TSTRING)
        bind_refuse_field(L, field, "the name of a column expected");
    if (!has_column(L, lua_tostring(L, -1), &at))
        bind_refuse_field(
            L, field, lua_pushfstring(L, "the plan has no column '%s'", lua_tostring(L, -1)));
    return at;
}

/* Room for the columns that make a weight; pushes one block. */
static void take_columns(lua_State *L, bind_question *q, size_t **columns, int64_t **factors,
                         size_t width)
{
    *columns = lua_newuserdatauv(L, width * sizeof **columns, 0);
    *factors = lua_newuserdatauv(L, width * sizeof **factors, 0);
    q->ask.columns = *columns;
    q->ask.factors = *factors;
}

/* Refuses a key of the table on top that is no column of the plan; the least is named. */
static void check_columns(lua_State *L)
{
    const char *least = NULL;
    size_t at;
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            bind_refuse_field(L, "weights", "the keys must be names of columns");
        const char *name = lua_tostring(L, -2);
        if (!has_column(L, name, &at) && (least == NULL || strcmp(name, least) < 0))
            least = name;
    }
    if (least != NULL)
        bind_refuse_field(L, "weights",
                          lua_pushfstring(L, "the plan has no column '%s'", least));
}

/* weights = { column = rate }, summed in the plan's order of columns */
static void read_weights(lua_State *L, bind_question *q)
{
    size_t *columns, at, width;
    const size_t *own;
    int64_t *factors;
    const stead_frame *need = bind_plan_columns(L, BIND_PLAN, &own, &width);
    if (!lua_istable(L, -1))
        bind_refuse_field(L, "weights", "{ column = rate } expected");
    take_columns(L, q, &columns, &factors, width);
    lua_pushvalue(L, -3);
    check_columns(L);
    for (at = 0; at < width; at++, lua_pop(L, 1)) {
        const char *name = stead_frame_name(need, own[at]);
        if (bind_field(L, -1, name) == LUA_TNIL)
            continue;
        if (!bind_is_rate(L, -1, &factors[q->ask.width])) {
            const char *what = bind_describe(L, -1);
            bind_refuse_field(L, "weights",
                              lua_pushfstring(L, "%s: rate expected, got %s%s", name, what,
                                              bind_rate_hint(L, -2)));
        }
        columns[q->ask.width++] = at;
    }
    if (q->ask.width == 0)
        bind_refuse_field(L, "weights", "no column has a weight");
}

/* column = name, or weights = { … }: how much need each place has */
void bind_read_weight(lua_State *L, bind_question *q)
{
    size_t *columns;
    int64_t *factors;
    bool weights = bind_field(L, BIND_OPTIONS, "weights") != LUA_TNIL;
    bool column = bind_field(L, BIND_OPTIONS, "column") != LUA_TNIL;
    if (weights == column)
        bind_refuse_field(L, "column", "say one column to share by, or weights for several");
    if (column) {
        size_t at = read_column(L, "column");
        take_columns(L, q, &columns, &factors, 1);
        columns[0] = at;
        factors[0] = STEAD_NANO;
        q->ask.width = 1;
    } else {
        lua_pop(L, 1);
        read_weights(L, q);
    }
}

/* plan:run(options) -> frame [, working when options.explain] */
int bind_plan_run(lua_State *L)
{
    stead_error err;
    bind_question q = {.plan = bind_check_plan(L, BIND_PLAN)};
    bind_check_options(L, run_options);
    bind_field(L, BIND_OPTIONS, "explain");
    q.explain = lua_toboolean(L, -1);
    bind_read_question(L, &q);
    bind_read_weight(L, &q);
    stead_frame **made = bind_new_frame(L);
    stead_allocation *allocation = bind_new_working(L, BIND_PLAN);
    if (q.explain && q.ask.years > 0)
        bind_refuse_field(L, "explain", "several years give no working; ask for one");
    if (stead_plan_allocate(q.plan, &q.ask, q.explain, allocation, &err) ||
        stead_allocation_frame(made, false, q.ask.years > 0, &err) ||
        stead_allocation_append(q.plan, &q.ask, allocation, NULL, *made, &err))
        return bind_raise(L, &err);
    bind_weigh_frame(L, *made);
    if (q.explain)
        return 2;
    stead_allocation_free(allocation);
    lua_pop(L, 1);
    return 1;
}

static stead_status add_stream(const bind_question *q, const char *name, stead_frame *frame,
                               stead_allocation *allocation, stead_error *err)
{
    stead_error inner;
    if (stead_plan_allocate(q->plan, &q->ask, false, allocation, &inner) ||
        stead_allocation_append(q->plan, &q->ask, allocation, name, frame, &inner))
        stead_fail(err, inner.code, "%s: %s", name, inner.text);
    else
        err->code = STEAD_OK;
    stead_allocation_free(allocation);
    return err->code;
}

/* plan:streams(options) -> frame with a first column `stream`: the run once for each column of
 * options.columns */
int bind_plan_streams(lua_State *L)
{
    stead_error err;
    size_t *columns;
    int64_t *factors;
    bind_question q = {.plan = bind_check_plan(L, BIND_PLAN)};
    bind_check_options(L, streams_options);
    bind_read_question(L, &q);
    take_columns(L, &q, &columns, &factors, 1);
    q.ask.width = 1;
    factors[0] = STEAD_NANO;
    stead_frame **made = bind_new_frame(L);
    stead_allocation *allocation = bind_new_working(L, BIND_PLAN);
    if (bind_field(L, BIND_OPTIONS, "columns") != LUA_TTABLE || lua_rawlen(L, -1) == 0)
        bind_refuse_field(L, "columns", "a list of column names expected");
    if (stead_allocation_frame(made, true, q.ask.years > 0, &err))
        return bind_raise(L, &err);
    for (size_t i = 1; i <= (size_t)lua_rawlen(L, -1); i++, lua_pop(L, 1)) {
        lua_rawgeti(L, -1, (lua_Integer)i);
        columns[0] = read_column(L, "columns");
        if (add_stream(&q, lua_tostring(L, -1), *made, allocation, &err))
            return bind_raise(L, &err);
    }
    lua_pop(L, 2);
    bind_weigh_frame(L, *made);
    return 1;
}
