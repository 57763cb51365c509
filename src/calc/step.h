/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/step: the definitions that every budget is made by, each written once; shared by calc's
 * methods and its parts, and seen by nobody else. Amounts are in 10^-9 of a penny. */
#ifndef STEAD_CALC_STEP_H
#define STEAD_CALC_STEP_H

#include <stddef.h>

#include "base/money.h"
#include "base/status.h"

/* amount × to ÷ of, for amounts of one whole: none negative, `amount` no more than `of`, and
 * `of` not nil. Never more than `to`. */
stead_wide stead_step_scale(stead_wide amount, stead_wide to, stead_wide of);

/* rate × (towards − amount), for a rate of at most one. */
stead_wide stead_step_move(stead_wide amount, stead_wide towards, stead_rate rate);

/* amount × rate, and amount × (1 + rate); false when that is more than fits. */
bool stead_step_times(stead_wide amount, stead_rate rate, stead_wide *out);
bool stead_step_uplift(stead_wide amount, stead_rate rate, stead_wide *out);

/* To the whole penny towards the inside of a bound: up for a floor, down for a ceiling. */
stead_wide stead_step_floor(stead_wide amount);
stead_wide stead_step_ceiling(stead_wide amount);

/* What stands for the ceiling of a part without one. */
#define STEAD_NO_CEILING ((stead_wide)1 << 120)

/* A part between its bounds. */
typedef struct {
    const char *code;
    stead_wide amount;         /* before; not negative */
    stead_wide floor, ceiling; /* whole pence; nil and STEAD_NO_CEILING for none */
    stead_wide bound;          /* gives: up to its floor, or down to its ceiling */
    stead_wide settled;        /* gives: its part in what the others' bounds cost or release */
} stead_bounded;

typedef struct {
    bool has_floor, has_ceiling; /* whether any part has one */
    stead_wide envelope;         /* whole pence; the amounts come to it within a penny */
    stead_wide released;         /* gives: what the bounds released (negative: cost), */
    stead_wide room;             /* and Σ room that it was shared by */
} stead_bounds;

/* Floors and ceilings in one pass: clamps, then shares what that cost by how far the others are
 * above their floors, or what it released by how far they are below their ceilings (among those
 * without a ceiling, when there are any, by amount). STEAD_INFEASIBLE says by how much the
 * bounds cannot be met. Source: DOMAIN 3.3, item 3. */
stead_status stead_bound(stead_bounded *parts, size_t count, stead_bounds *bounds,
                         stead_error *err);

/* STEAD_INFEASIBLE when floors that come to `floors` ask for more than the envelope. */
stead_status stead_bound_check_floors(stead_wide floors, stead_wide envelope, stead_error *err);

/* Working amounts are shown in errors rounded up to the penny. */
void stead_step_format(stead_wide amount, char out[STEAD_DECIMAL_TEXT]);

#endif
