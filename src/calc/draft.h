/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/draft: a budget on its way, before the penny; shared by the methods of calc/pace and
 * seen by nobody else. Money here is in 10^-9 of a penny unless it says pence. */
#ifndef STEAD_CALC_DRAFT_H
#define STEAD_CALC_DRAFT_H

#include "base/arena.h"
#include "calc/pace.h"

/* One part's amounts. All but `target` add up to what it gets before the penny. */
typedef struct {
    stead_wide target;    /* envelope × weight ÷ Σ weight */
    stead_wide grown;     /* its baseline, grown with everyone else's */
    stead_wide moved;     /* what its need adds or takes */
    stead_wide committed; /* the part of its bid that is met in full */
    stead_wide scaled;    /* the rest of its bid, scaled to what is left */
    stead_wide bound;     /* up to its floor, or down to its ceiling */
    stead_wide settled;   /* its part in meeting what the others' bounds cost or release */
} stead_draft_part;

typedef struct {
    const stead_part *parts;
    size_t count;
    const stead_policy *policy;
    stead_wide baselines, weights, bids,
        committed; /* sums: pence, 10^-9 people, pence, pence */
    stead_wide envelope;
    /* What `grown` divides, and over which Σ baseline in pence. Banded sets convergence and
     * floors aside first; for the other methods it is the envelope over all. */
    stead_wide growing, growing_over;
    /* What the bounds released (negative: cost), and Σ room that it was shared by. */
    stead_wide released, room;
    stead_draft_part *drafts;
    stead_arena *arena; /* for as long as the draft */
} stead_draft;

/* Checks policy and parts, and makes the drafts by the policy's method. */
stead_status stead_draft_make(stead_draft *draft, stead_error *err);

/* What a part gets before the penny. */
stead_wide stead_draft_amount(const stead_draft_part *part);

/* The methods: each fills the drafts. */
stead_status stead_draft_uniform(stead_draft *draft, stead_error *err);
stead_status stead_draft_pace(stead_draft *draft, stead_error *err);
stead_status stead_draft_banded(stead_draft *draft, stead_error *err);
stead_status stead_draft_bottom_up(stead_draft *draft, stead_error *err);
stead_status stead_draft_hybrid(stead_draft *draft, stead_error *err);

/* Floor and ceiling over what a method made, in one pass. */
stead_status stead_draft_bound(stead_draft *draft, stead_error *err);

/* The least that a part may get: baseline × (1 + floor), up to the penny; nil without a floor.
 */
stead_wide stead_draft_floor(const stead_draft *draft, size_t part);

/* The most that a part may get: baseline × (1 + ceiling), down to the penny. Only when there is
 * a ceiling. */
stead_wide stead_draft_ceiling(const stead_draft *draft, size_t part);

/* STEAD_INFEASIBLE when the floors ask for more than the envelope. */
stead_status stead_draft_check_floors(const stead_draft *draft, stead_error *err);

/* Writes each part's steps, given the published allocations. */
stead_status stead_draft_explain(const stead_draft *draft, const stead_award *awards,
                                 stead_working *working, stead_error *err);

#endif
