/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/weigh: need summed over groups of practices, and combined. */
#ifndef STEAD_CALC_WEIGH_H
#define STEAD_CALC_WEIGH_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

/* Sums each of `columns` (10^-9, or pence) over the rows of each group: sums[group * width +
 * column]. A missing cell is left out of its sum and counted in `blanks` (the same shape; may
 * be NULL). Rows whose group is STEAD_NO_GROUP are left out. STEAD_RANGE when a sum does not
 * fit. Cost is rows × width. */
stead_status stead_weigh(const int64_t *const *columns, size_t width, size_t rows,
                         const uint32_t *group, size_t groups, int64_t *sums, uint32_t *blanks,
                         stead_error *err);

/* Combines components into one weight per group: Σ factor × sum, factors in 10^-9, half away
 * from zero at the ninth place. STEAD_RANGE when a weight does not fit. */
stead_status stead_combine(const int64_t *sums, size_t width, size_t groups,
                           const int64_t *factors, int64_t *weights, stead_error *err);

/* (part ÷ people of part) ÷ (whole ÷ people of whole): the relative need index; NaN when
 * undefined. Source: DOMAIN 2.8. */
double stead_index(int64_t part, int64_t part_people, int64_t whole, int64_t whole_people);

#endif
