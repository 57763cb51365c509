/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/allocate: a budget for every place of every system of a plan. */
#ifndef STEAD_CALC_ALLOCATE_H
#define STEAD_CALC_ALLOCATE_H

#include "calc/pace.h"
#include "calc/plan.h"
#include "calc/working.h"

/* One question put to a plan. Arrays by place or system cover the whole plan. */
typedef struct {
    stead_policy policy;          /* its envelope is not read: */
    const stead_pence *envelopes; /* by system, STEAD_MISSING for Σ baseline grown; or NULL */
    bool has_growth;
    stead_rate growth;      /* for systems without an envelope */
    const stead_rate *path; /* several years: each year's growth over the last. The first is
                               over the system's envelope, or Σ baseline without one */
    size_t years;           /* of the path; 0 for one year, when growth counts */
    const size_t *columns;  /* which of the plan's columns make the weight, */
    const int64_t *factors; /* and how much of each, in 10^-9 */
    size_t width;
    const stead_pence *baselines, *bids,
        *committed;         /* by place; NULL: the plan's own, nil, nil */
    size_t system, systems; /* the first one to run, and how many */
} stead_plan_ask;

/* The answer; `working` is NULL unless asked for. Free with stead_allocation_free. */
typedef struct {
    stead_award *awards;    /* years × places */
    int64_t *weights;       /* by place, in 10^-9 */
    stead_pence *baselines; /* by place, in the first year */
    stead_pence *envelopes; /* years × systems */
    stead_working *working; /* by system */
    size_t systems;
    size_t years; /* at least 1 */
} stead_allocation;

/* Works out every place of the systems asked for. An error names the system: "QWO: floor …".
 * `*out` is safe to free whatever happens. Several years give no working. */
stead_status stead_plan_allocate(const stead_plan *plan, const stead_plan_ask *ask,
                                 bool explain, stead_allocation *out, stead_error *err);

/* What the places start from, and nothing awarded: weights, baselines and envelopes of the
 * systems asked for. The policy is not read, nor are several years. */
stead_status stead_plan_give(const stead_plan *plan, const stead_plan_ask *ask,
                             stead_allocation *out, stead_error *err);

/* For allocations made elsewhere: an answer with room for them, to be filled with weights,
 * baselines, envelopes and each award's allocation; then all that is said of these. Of `ask`,
 * only the systems are read. */
stead_status stead_plan_empty(const stead_plan *plan, stead_allocation *out, stead_error *err);
stead_status stead_plan_measure(const stead_plan *plan, const stead_plan_ask *ask,
                                stead_allocation *out, stead_error *err);

void stead_allocation_free(stead_allocation *allocation);

/* Appends the answer to `frame`, made by stead_allocation_frame: [stream,] [year,] icb, code,
 * baseline, target, allocation, growth, opening_distance, closing_distance, weight, practices.
 */
stead_status stead_allocation_frame(stead_frame **out, bool streams, bool years,
                                    stead_error *err);
stead_status stead_allocation_append(const stead_plan *plan, const stead_plan_ask *ask,
                                     const stead_allocation *allocation, const char *stream,
                                     stead_frame *frame, stead_error *err);

#endif
