/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/working: how a figure was made, kept as the calculation goes. A calculation given NULL
 * writes nothing and pays nothing.
 *
 * Steps of one part come in reading order (a figure before what it was made from), each at a
 * depth: 0 is the published figure, 1 the amounts that add up to it, 2 what those were made
 * from, and so on. The amounts at depth 1 of a part sum exactly to its amount at depth 0. */
#ifndef STEAD_CALC_WORKING_H
#define STEAD_CALC_WORKING_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "base/wide.h"

typedef enum {
    STEAD_STEP_MONEY,    /* amount in 10^-9 of a penny */
    STEAD_STEP_QUANTITY, /* amount in 10^-9 of a person */
    STEAD_STEP_RATE      /* amount in 10^-9 */
} stead_step_kind;

typedef struct {
    uint32_t part; /* which of the parts given to the calculation */
    uint16_t depth;
    stead_step_kind kind;
    const char *label;     /* static text: "its baseline, grown with everyone else's" */
    const char *operation; /* static text: "baseline × envelope ÷ Σ baseline", or "" */
    stead_wide amount;
    stead_wide inputs[3]; /* what the operation was done on, in its order; money unless
                             `input_kinds` says */
    stead_step_kind input_kinds[3];
    uint8_t input_count;
    const char *cites; /* the field of the policy or part that the step follows from, where a
                        citation may be hung: "envelope", "baseline", "weight", "closing",
                        "floor", "ceiling", "cap", "mix", "bid", "committed"; NULL when none */
} stead_step;

typedef struct {
    stead_step *steps;
    size_t count, room;
} stead_working;

/* Adds a copy of `step`; does nothing when `working` is NULL. */
stead_status stead_working_add(stead_working *working, const stead_step *step,
                               stead_error *err);
void stead_working_free(stead_working *working); /* frees the steps, not the struct */

#endif
