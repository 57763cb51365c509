/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/parts: what the files share that bind the steps of rules. A value never changes once it
 * is made, and holds what it was made from in its user values, so that every figure can be
 * explained without asking for it first. */
#ifndef STEAD_BIND_PARTS_H
#define STEAD_BIND_PARTS_H

#include "bind/bind.h"
#include "calc/parts.h"

/* User values of parts and of amounts; ROSTER of parts alone. */
enum { BIND_FROM = 1, BIND_SENTENCE, BIND_WITH, BIND_ROSTER, BIND_LINKS = BIND_ROSTER };

/* Amounts by part. The arrays are in the same block; all but `amounts` may be NULL. */
typedef struct {
    const stead_roster *roster;    /* kept by the user value */
    const char *op;                /* static text: the step that made it */
    bool by_weight;                /* shares of the roster's weights, to the last digit */
    stead_wide *amounts;           /* by part */
    stead_wide *floors, *ceilings; /* bounds noted for footing */
    stead_wide *bound, *settled;   /* of parts just footed: what its bounds did */
} bind_parts;

/* Which arrays a new value has. */
enum { BIND_PLAIN = 0, BIND_FLOORS = 1, BIND_CEILINGS = 2, BIND_FOOTED = 4 };

/* Pushes parts with nothing in them; the roster is at `roster`. */
bind_parts *bind_new_parts(lua_State *L, int roster, const char *op, unsigned arrays);
bind_parts *bind_test_parts(lua_State *L, int index); /* NULL when the value is none */

/* Pushes a roster with its own copy of everything. */
const stead_roster *bind_new_roster(lua_State *L, const stead_roster *from);

/* Working amounts as values. */
void bind_push_amount(lua_State *L, stead_wide amount, const char *op);
bool bind_is_amount(lua_State *L, int index, stead_wide *out);
/* "1234.56000000000": pounds and every digit that is carried. */
void bind_push_working(lua_State *L, stead_wide amount);

/* One call of a step, of parts or of an amount: what its value will remember. */
typedef struct {
    lua_State *L;
    const char *op;
    const bind_parts *self; /* NULL for a step of an amount */
    int sentence;           /* where the sentence is */
    int count;              /* of arguments to remember: */
    const char *labels[6];
    int values[6];
} bind_step;

enum { BIND_SELF = 1 };

/* Takes `arguments` arguments after the value itself, and then the sentence. */
bind_step bind_begin(lua_State *L, const char *op, int arguments);
bind_step bind_begin_parts(lua_State *L, const char *op, int arguments);

/* Puts a copy in place of the table at `index`, one level down too. */
void bind_copy(lua_State *L, int index);
/* The value at `index` goes under `label` into what is remembered; a table as a copy. */
void bind_note(bind_step *s, const char *label, int index);
/* Links the value on top to what it was made from: the value at `from` (0: nothing). */
void bind_link(bind_step *s, int from);

/* Raise "step: argument: why", and "step: " and a calculation's error. */
int bind_refuse_step(const bind_step *s, const char *argument, const char *why);
int bind_raise_step(const bind_step *s, const stead_error *err);

/* Arguments, noted under their names; what is read may be a block that is pushed. */
const bind_parts *bind_read_parts(bind_step *s, int arg, const char *name);
stead_rates bind_read_step_rates(bind_step *s, int arg, const char *name);
/* Money by system, in the order of the roster. */
const stead_pence *bind_read_step_envelopes(bind_step *s, int arg, const char *name);
/* Parts, or { code = money } and `missing` for the codes that it leaves out. */
const stead_wide *bind_read_amounts(bind_step *s, int arg, const char *name,
                                    stead_wide missing);
/* { code = money, …, excess_to = code | "others" }; what it points to stays on the stack. */
void bind_read_capping(bind_step *s, int t, stead_capping *capping);
/* Money, or an amount. */
stead_wide bind_read_amount(bind_step *s, int arg, const char *name);
/* Money on top of the stack, for `code`. */
stead_pence bind_read_money(const bind_step *s, const char *name, const char *code);

/* { code = money } or { system = { code = money } } at `index`, as parts, on top of what else
 * is pushed; `numbers`: whole numbers may stand for money. */
bind_parts *bind_parts_from_table(bind_step *s, int index, const char *name, bool numbers);

/* Pushes { op, sentence, from, with } of the value at `index`. */
int bind_push_made(lua_State *L, int index, const char *op);

/* The steps of parts, and amount:share. */
extern const luaL_Reg bind_parts_steps[];
int bind_parts_mix(lua_State *L);
int bind_parts_cap(lua_State *L);
int bind_amount_share(lua_State *L);
int bind_amount_up_to(lua_State *L);
int bind_amount_beyond(lua_State *L);
int bind_amount_split(lua_State *L);
int bind_parts_hold(lua_State *L);
int bind_parts_gather(lua_State *L);
void bind_open_amount(lua_State *L);

#endif
