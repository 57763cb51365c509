/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/population: weighted people, from people, need and unavoidable cost: how a national
 * formula turns into a target share. Source: DOMAIN 2.4. */
#ifndef STEAD_CALC_POPULATION_H
#define STEAD_CALC_POPULATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/money.h"
#include "base/status.h"

/* What the formula takes: `areas` × `components`, component by component within an area. */
typedef struct {
    size_t areas, components;
    const char *const *codes;  /* per area: names it in errors */
    const char *const *names;  /* per component: names it in errors */
    const int64_t *population; /* per area: registered people, in 10^-9 */
    const int64_t *need;       /* per cell: need index, in 10^-9; STEAD_MISSING counts as nil */
    const int64_t *cost;       /* per area: unavoidable cost factor, in 10^-9; NULL for none */
    const bool *takes_cost;    /* per component: whether the cost factor applies to it */
    const stead_rate *weights; /* per component: its part of the whole; they sum to one */
} stead_formula;

/* What the formula gives, people in 10^-9. Every array is the caller's; any but `overall` may
 * be NULL. */
typedef struct {
    int64_t *by_need;   /* per cell: weighted people by need alone, each component scaled to all
                           people */
    int64_t *by_cost;   /* per cell: the same after the cost factor, where it applies */
    int64_t *overall;   /* per area: components combined */
    stead_rate *shares; /* per area: its share of all weighted people, each rounded by itself */
    stead_rate scaled;  /* what combining was multiplied by to give all people: one, but for
                           rounding */
    size_t blanks;      /* needs that were missing and counted as nil */
} stead_weighted;

/* Every amount is rounded once, half away from zero at the ninth place, from exact products.
 * STEAD_RANGE when the weights do not sum to one exactly, when an item is negative, or when a
 * component is nil everywhere but has a weight; the text names the item. */
stead_status stead_weighted_population(const stead_formula *formula, stead_weighted *out,
                                       stead_error *err);

#endif
