/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/value: what money buys. Money is exact; benefits, people and chances are in 10^-9. */
#ifndef STEAD_CALC_VALUE_H
#define STEAD_CALC_VALUE_H

#include <stddef.h>
#include <stdint.h>

#include "base/money.h"

/* Cost per unit of outcome, ΔC ÷ ΔE, half away from zero at the penny. `effect` is in 10^-9 of
 * a unit. Source: DOMAIN 8.3. STEAD_RANGE when the effect is nil or the answer does not fit. */
stead_status stead_cost_per(stead_pence cost, int64_t effect, stead_pence *out,
                            stead_error *err);

typedef struct {
    const char *code;
    stead_pence cost;
    int64_t people, benefit; /* who benefit; benefit per person on a scale of 0 to 100 */
    stead_rate chance;       /* probability of success, 0 to 1 */
} stead_option;

typedef struct {
    size_t option;
    int64_t benefit;         /* people × benefit × chance */
    int64_t per_thousand;    /* benefit per £1,000, half away at the ninth place */
    stead_pence cost_so_far; /* this and the options before it: the frontier */
    int64_t benefit_so_far;
} stead_star;

/* STAR: options in order of benefit per pound, compared exactly, equal ones as given; `out` is
 * `count` long. Source: Airoldi and others 2014; DOMAIN 8.3. STEAD_RANGE, naming the option,
 * for a cost that is not positive, people or benefit negative, a benefit above 100, a chance
 * outside 0 to 1, or a sum that does not fit. */
stead_status stead_star_rank(const stead_option *options, size_t count, stead_star *out,
                             stead_error *err);

typedef enum {
    STEAD_AT_AVERAGE,
    STEAD_LOW_SPEND_BETTER,
    STEAD_HIGH_SPEND_BETTER,
    STEAD_LOW_SPEND_WORSE,
    STEAD_HIGH_SPEND_WORSE
} stead_quadrant;

typedef struct {
    double spend_score, outcome_score; /* z among the areas given; outcome: higher is better */
    stead_quadrant quadrant;
} stead_spend_outcome;

/* Programme budgeting: each area's spend per weighted head and outcome as z-scores among its
 * peers (deviation ÷ standard deviation with n - 1; 0 where all are equal). A spend here is a
 * real number, placed among others: a statistic and not money. Source: DOMAIN 8.3. STEAD_RANGE
 * for fewer than 3 areas or a number not finite, by its place. `better` is 1 when a higher
 * outcome is better, else -1. */
stead_status stead_quadrants_of(const double *spend, const double *outcome, size_t count,
                                int better, stead_spend_outcome *out, stead_error *err);

const char *stead_quadrant_words(stead_quadrant quadrant);

typedef struct {
    const char *code;
    stead_pence spend;
    int64_t margin;  /* benefit of a further £1,000 */
    int64_t decline; /* by which that falls with each £1,000 added */
} stead_programme;

typedef struct {
    size_t from, to;
    stead_pence amount;
} stead_move;

/* Moves `step` at a time from the programme with the lowest marginal benefit that can give it
 * to that with the highest, for as long as the giver's does not come to exceed the taker's;
 * changes `programmes` to what they then are, conserving their spend. Moves that follow one
 * another between the same two are one. `moves` has room for `most`; `gain` is the benefit
 * gained. Source: DOMAIN 8.3. STEAD_RANGE, naming the programme, for a negative spend or
 * decline, a step that is not positive, or more than `most` moves. */
stead_status stead_marginal_shift(stead_programme *programmes, size_t count, stead_pence step,
                                  stead_move *moves, size_t most, size_t *made, int64_t *gain,
                                  stead_error *err);

#endif
