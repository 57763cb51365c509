/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind: the only door to Lua. What every binding file shares. */
#ifndef STEAD_BIND_BIND_H
#define STEAD_BIND_BIND_H

#include <assert.h>
#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>

#include "base/money.h"
#include "base/status.h"
#include "model/frame.h"

static_assert(sizeof(lua_Integer) == 8, "pence cross the door as 64-bit integers");

/* The outside world said no: pushes nil, message, code and returns 3. */
int bind_fail(lua_State *L, const stead_error *err);

/* A calculation said no to what a script asked: raises the message, with the script's line. */
int bind_raise(lua_State *L, const stead_error *err);

/* Registers a class: `meta` holds the metamethods, `methods` what a script may call. Lua
 * modules may add methods of presentation to the table that bind_methods pushes. */
void bind_class(lua_State *L, const char *name, const luaL_Reg *meta, const luaL_Reg *methods);
void bind_methods(lua_State *L, const char *name);

/* The block of a value of that class, or NULL; `check` raises "<noun> expected, got …", the
 * noun being what follows "stead." in the class's name. */
void *bind_test(lua_State *L, int index, const char *name);
void *bind_check(lua_State *L, int arg, const char *name);

/* Pushes what a message calls the value: 0.05, 'text', or the name of its type. */
const char *bind_describe(lua_State *L, int index);

/* Pushes the field of the table at `index`, past any metatable, and returns its type. */
int bind_field(lua_State *L, int index, const char *name);

/* Whether the value is a Lua number with a point or an exponent. */
bool bind_is_float(lua_State *L, int index);

/* Rounds to the ninth place, half away from zero; false when it does not fit or is not finite.
 */
bool bind_to_nano(double value, int64_t *out);

/* Money and rates as values. */
void bind_push_money(lua_State *L, stead_pence pence);
stead_pence bind_check_money(lua_State *L, int arg);
void bind_push_rate(lua_State *L, stead_rate rate);
stead_rate bind_check_rate(lua_State *L, int arg);
/* m:share(weights) -> table of money by the same keys */
int bind_money_share(lua_State *L);

bool bind_is_money(lua_State *L, int index, stead_pence *out);
bool bind_is_rate(lua_State *L, int index, stead_rate *out);

/* Pushes "; write gbp "12.50"" (or, for rates, "; write rate "0.05" or pct "5"") when the value
 * is a number that can be written so, else "". */
const char *bind_money_hint(lua_State *L, int index);
const char *bind_rate_hint(lua_State *L, int index);

/* A box for a frame, empty and safe to collect; fill *slot afterwards. The frame is then the
 * box's. */
stead_frame **bind_new_frame(lua_State *L);
/* Tells the collector what a frame just made weighs, which it cannot see: without this a script
 * that makes many lets them pile up. */
void bind_weigh_frame(lua_State *L, const stead_frame *frame);

const stead_frame *bind_check_frame(lua_State *L, int arg);
/* NULL when the value is not a frame, or is one that is closed. */
const stead_frame *bind_test_frame(lua_State *L, int index);

/* Pushes one cell: nil when missing, else a string, integer, number, money or rate. */
void bind_push_cell(lua_State *L, const stead_frame *frame, size_t row, size_t column);

/* core.frame.new(columns, rows) -> frame */
int bind_frame_new(lua_State *L);

/* The column that argument `arg` names or numbers (from 1), raising with the nearest name when
 * there is none. */
size_t bind_check_column(lua_State *L, int arg, const stead_frame *frame);

/* The same for the list of names at `index`, which belongs to argument `arg`: pushes the block
 * that holds the columns. */
size_t *bind_check_columns(lua_State *L, int index, int arg, const stead_frame *frame,
                           size_t *count);

/* stead.core: a table with a library per room. */
int luaopen_stead_core(lua_State *L);

/* Openers: each pushes its library table. */
int bind_open_money(lua_State *L); /* money and rates */
int bind_open_rate(lua_State *L); /* fills the money library, on top of the stack, with rates */
int bind_open_frame(lua_State *L);
int bind_open_plan(lua_State *L); /* fills the calc library, on top of the stack, with plans */
int bind_open_footing(lua_State *L); /* the same with tables and deficits */
int bind_open_outturn(lua_State *L); /* the same with forecasts */
int bind_open_sheet(lua_State *L);
int bind_open_book(
    lua_State *L); /* fills the sheet library, on top of the stack, with workbooks */
int bind_open_json(lua_State *L); /* the same with JSON */
int bind_open_store(lua_State *L);
int bind_open_calc(lua_State *L);
int bind_open_parts(lua_State *L);
int bind_open_stats(lua_State *L);
int bind_open_authority(lua_State *L);
int bind_open_text(lua_State *L); /* dates, digests, nearest word */

#endif
