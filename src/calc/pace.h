/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/pace: a budget for each part of a system: what it has, what its need would give it, and
 * a year's move from the one to the other, exact to the penny. */
#ifndef STEAD_CALC_PACE_H
#define STEAD_CALC_PACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/money.h"
#include "base/status.h"
#include "calc/working.h"

typedef enum {
    STEAD_UNIFORM, /* everyone grows alike: baseline × envelope ÷ Σ baseline */
    STEAD_PACE, /* uniform, then a fraction of the distance to target, then floor and ceiling */
    STEAD_BANDED, /* base growth, less a fraction of the distance from target, capped either way
                   */
    STEAD_BOTTOM_UP, /* bids scaled to the envelope; committed parts of bids are met in full */
    STEAD_HYBRID /* a mix of uniform growth, target share and bid, by three rates that sum to
                    one */
} stead_method;

typedef struct {
    const char *code;      /* names the part in ties and errors */
    stead_pence baseline;  /* what it has; not negative */
    int64_t weight;        /* its weighted people, in 10^-9; not negative */
    stead_pence bid;       /* bottom-up and hybrid: what it asks for */
    stead_pence committed; /* bottom-up: how much of the bid cannot be scaled; 0 to bid */
} stead_part;

typedef struct {
    stead_method method;
    stead_pence envelope;
    bool has_floor, has_ceiling;
    stead_rate floor,
        ceiling;        /* least and most growth; banded takes no ceiling, bottom-up neither */
    stead_rate closing; /* pace: fraction of the distance closed; banded: k */
    bool has_cap;
    stead_rate cap; /* banded: the most that convergence may add or take, as growth; 0 to 1 */
    stead_rate mix[3]; /* hybrid: uniform, target, bid */
} stead_policy;

typedef struct {
    stead_pence target; /* envelope × share of weight; STEAD_MISSING when every weight is nil */
    stead_pence allocation;
    stead_rate growth; /* allocation ÷ baseline − 1; STEAD_MISSING when the baseline is nil, or
                          when it does not fit */
    stead_rate
        opening; /* distance from target before: share of baseline ÷ share of weight − 1 */
    stead_rate closing; /* distance after: allocation ÷ target − 1, on the exact target */
} stead_award;

/* Runs one system's policy over its parts. Allocations sum to the envelope; floors and ceilings
 * hold to the penny. STEAD_INFEASIBLE says which bound cannot be met and by how much money.
 * Writes, for each part, its steps when `working` is not NULL. The order of parts never changes
 * a penny. */
stead_status stead_pace(const stead_part *parts, size_t count, const stead_policy *policy,
                        stead_award *awards, stead_working *working, stead_error *err);

/* Fills target, growth and distances of awards whose allocations are given: what each part's
 * allocation means beside its baseline and its need. */
stead_status stead_award_measure(const stead_part *parts, size_t count, stead_pence envelope,
                                 stead_award *awards, stead_error *err);

/* The base growth that exhausts the envelope under a banded policy, in 10^-9, for showing. */
stead_status stead_pace_base_growth(const stead_part *parts, size_t count,
                                    const stead_policy *policy, stead_rate *out,
                                    stead_error *err);

/* Σ bids − envelope: positive when the parts ask for more than there is. */
stead_status stead_bid_gap(const stead_part *parts, size_t count, stead_pence envelope,
                           stead_pence *out, stead_error *err);

/* Several years: each year's envelope is the last one grown by `growth[year]` (half away from
 * zero at the penny) and each year's baseline is the last year's allocation; weights stay.
 * policy->envelope is the sum that the first growth is applied to. awards is years × count,
 * envelopes is years long. */
stead_status stead_path(const stead_part *parts, size_t count, const stead_policy *policy,
                        const stead_rate *growth, size_t years, stead_award *awards,
                        stead_pence *envelopes, stead_error *err);

#endif
