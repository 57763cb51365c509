/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/plan: practices grouped once into systems and their places, to be summed and allocated
 * to many times. */
#ifndef STEAD_CALC_PLAN_H
#define STEAD_CALC_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/money.h"
#include "base/status.h"
#include "model/frame.h"

/* What a plan is made from. The frames stay the caller's, and must outlive the plan, but for
 * `baseline`, which is read once. All have one row per practice, the same in each. */
typedef struct {
    const stead_frame *need;
    const size_t *columns; /* its quantity columns that may be weights */
    size_t width;
    const stead_frame *keys; /* says where each practice is: */
    size_t outer, inner;     /* its system and its place; a practice without is left out */
    const int64_t *baseline; /* pence by practice, missing left out; NULL: no baseline */
} stead_plan_spec;

typedef struct stead_plan stead_plan;

/* Groups the practices and sums their baselines. Systems and, within them, places are in byte
 * order of their codes. */
stead_status stead_plan_create(stead_plan **out, const stead_plan_spec *spec, stead_error *err);
void stead_plan_free(stead_plan *plan); /* NULL is fine */

size_t stead_plan_systems(const stead_plan *plan);
const char *stead_plan_system(const stead_plan *plan, size_t system);
/* The places of a system are numbered from its first to the next one's first, which may be one
 * past the last system's. */
size_t stead_plan_first(const stead_plan *plan, size_t system);
const char *stead_plan_place(const stead_plan *plan, size_t place);
/* False when there is none of that code. */
bool stead_plan_find_system(const stead_plan *plan, const char *code, size_t *out);
bool stead_plan_find_place(const stead_plan *plan, size_t system, const char *code,
                           size_t *out);
/* How many practices the place has. */
uint32_t stead_plan_practices(const stead_plan *plan, size_t place);
/* Whether a practice is left out, because its system or its place is missing. */
bool stead_plan_left_out(const stead_plan *plan, size_t row);
/* The sum of the baselines of a place's practices; STEAD_MISSING when the plan has none. */
stead_pence stead_plan_baseline(const stead_plan *plan, size_t place);

/* Sums some of the plan's columns over its places: sums[place * count + column]; `blanks` (the
 * same shape) may be NULL. Nothing is remembered from one call to the next. */
stead_status stead_plan_sum(const stead_plan *plan, const size_t *columns, size_t count,
                            int64_t *sums, uint32_t *blanks, stead_error *err);

/* Every place: icb, code, practices, then the sum of each column, then for each column
 * <column>_blanks, the practices that had none. */
stead_status stead_plan_need(const stead_plan *plan, stead_frame **out, stead_error *err);

#endif
