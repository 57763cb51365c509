/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/quantile: areas put into quantiles by rank, and quantiles of a list of numbers. */
#ifndef STEAD_CALC_QUANTILE_H
#define STEAD_CALC_QUANTILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

/* Puts each value in a quantile 1 to `quantiles`; 1 holds the highest values when
 * `highest_first`, else the lowest. With N values and ties sharing the least rank r (1 =
 * first), quantile = Q + 1 - ⌈(N + 1 - r) / (N / Q)⌉, at least 1. Missing (NaN) values get 0.
 * Source: OHID technical guide, assigning deprivation categories. STEAD_RANGE for fewer than 2
 * quantiles or fewer values than quantiles. `out` is `count` long. */
stead_status stead_quantile_assign(const double *values, size_t count, uint32_t quantiles,
                                   bool highest_first, uint32_t *out, stead_error *err);

/* The same with quantiles of equal population: an area is in the quantile where the middle of
 * its people falls when areas are put in order; equal values keep the order given. STEAD_RANGE
 * when a population of a value that is not missing is not positive, naming its place. */
stead_status stead_quantile_people(const double *values, const double *people, size_t count,
                                   uint32_t quantiles, bool highest_first, uint32_t *out,
                                   stead_error *err);

/* The quantile at `p` of `count` > 0 values in ascending order, between neighbours by a
 * straight line at (count - 1)p; source Hyndman and Fan 1996, type 7. */
double stead_quantile_of(const double *ascending, size_t count, double p);

/* Ascending order in place; NaN must not be among the values. */
void stead_sort(double *values, size_t count);

#endif
