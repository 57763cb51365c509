/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/plan: what the files that bind plans share. */
#ifndef STEAD_BIND_PLAN_H
#define STEAD_BIND_PLAN_H

#include "bind/bind.h"
#include "calc/allocate.h"

/* The plan at `arg`, raising when it, or the frame that it was made from, is closed. */
const stead_plan *bind_check_plan(lua_State *L, int arg);
/* The same for a plan that an error cannot number; NULL in place of raising. */
const stead_plan *bind_test_plan(lua_State *L, int index);
/* The frame that the plan at `index` weighs, and which of its columns; only for checked plans.
 */
const stead_frame *bind_plan_columns(lua_State *L, int index, const size_t **columns,
                                     size_t *width);

/* A box for an allocation's working, empty and safe to collect, that keeps the plan at `plan`
 * alive. */
stead_allocation *bind_new_working(lua_State *L, int plan);
void bind_open_working(lua_State *L);

/* What the options of a run say. Its arrays are blocks on the stack. */
typedef struct {
    const stead_plan *plan;
    stead_plan_ask ask;
    bool explain;
} bind_question;

enum { BIND_PLAN = 1, BIND_OPTIONS = 2 }; /* the arguments of a run */

/* Raises for an option that is not in `known`, a list that NULL ends. */
void bind_check_options(lua_State *L, const char *const *known);
/* Reads systems and the money that they and their places start from, pushing what the question
 * points to; and the weight. */
void bind_read_start(lua_State *L, bind_question *q);
void bind_read_weight(lua_State *L, bind_question *q);
/* Reads every option but the weight, pushing what the question points to. */
void bind_read_question(lua_State *L, bind_question *q);
/* "method" and what it must be told. */
void bind_read_policy(lua_State *L, stead_policy *policy);
/* Options by name: false, or NULL, when not given. A list is a block that is pushed. */
bool bind_read_rate(lua_State *L, const char *field, stead_rate *out);
stead_rate *bind_read_rates(lua_State *L, const char *field, size_t *count);
int bind_refuse_field(lua_State *L, const char *field, const char *why);

/* plan:given(options) and plan:awards(final, given). */
int bind_plan_given(lua_State *L);
int bind_plan_awards(lua_State *L);

/* plan:run(options) and plan:streams(options). */
int bind_plan_run(lua_State *L);
int bind_plan_streams(lua_State *L);

#endif
