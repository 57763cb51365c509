/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/check: what a recipe says must hold of the whole table. */
#ifndef STEAD_SHEET_CHECK_H
#define STEAD_SHEET_CHECK_H

#include "sheet/recipe.h"

/* STEAD_MISMATCH, with both figures, when there are fewer or more rows than the recipe says.
 * `name` is the file's. */
stead_status stead_check_rows(const stead_recipe *recipe, const char *name,
                              const stead_frame *frame, stead_error *err);

/* STEAD_MISMATCH, with both sums and the difference, when the column `of` does not come to what
 * `sums` asks; missing cells count for nothing. */
stead_status stead_check_sum(const stead_sums *sums, size_t of, const char *name,
                             const stead_frame *frame, stead_error *err);

#endif
