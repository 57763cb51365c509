/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/share: a sum split by weights, to the penny, so that the parts are the whole. */
#ifndef STEAD_CALC_SHARE_H
#define STEAD_CALC_SHARE_H

#include <stddef.h>
#include <stdint.h>

#include "base/money.h"
#include "base/status.h"

/* Splits `total` (of either sign) in proportion to `weights` (none negative, not all zero) by
 * largest remainder: each part is total × weight ÷ Σ weights cut to the penny, and the pennies
 * left go one each to the largest remainders; ties go to the larger weight, then to the lesser
 * code in byte order. The order of the rows never changes a penny. `codes` name the parts,
 * distinct, in ties and in errors. */
stead_status stead_share(stead_pence total, const int64_t *weights, const char *const *codes,
                         size_t count, stead_pence *out, stead_error *err);

/* The same when the exact parts are known in 10^-9 of a penny (working amounts, none negative)
 * and sum to `total` within a penny: rounds them by largest remainder so that they sum to it.
 * Ties as above, with `ties` in place of weights (NULL: straight to the code). */
stead_status stead_share_round(stead_pence total, const stead_wide *exact, const int64_t *ties,
                               const char *const *codes, size_t count, stead_pence *out,
                               stead_error *err);

/* Two-way footing: a table of rows × columns (exact cells in 10^-9 of a penny, row by row)
 * rounded to pence so that every row and every column has its fixed total and each cell is
 * within a penny of exact (the penny below or the penny above; an exact penny stays or moves by
 * one only if it must). Among the ways to do so, the one that moves the cells least in all;
 * ties by code. STEAD_INFEASIBLE says which row or column cannot be met and by how much, or
 * that the totals of rows and columns differ. */
stead_status stead_share_table(const stead_wide *exact, size_t rows, size_t columns,
                               const stead_pence *row_totals, const stead_pence *column_totals,
                               const char *const *row_codes, const char *const *column_codes,
                               stead_pence *out, stead_error *err);

#endif
