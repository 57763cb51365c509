/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/funnel: how far chance alone would carry an area's figure from a target, by its size,
 * and whether a figure lies beyond that. */
#ifndef STEAD_CALC_FUNNEL_H
#define STEAD_CALC_FUNNEL_H

#include "calc/rates.h"

typedef enum {
    STEAD_FUNNEL_PROPORTION, /* target a share of 1; size the denominator */
    STEAD_FUNNEL_RATE,       /* target events per head; size the population */
    STEAD_FUNNEL_RATIO       /* target a ratio, often 1; size the expected events */
} stead_funnel_kind;

typedef struct {
    double lower, upper;
} stead_limits;

/* The figures, in the target's unit, whose confidence interval at `level` just reaches the
 * target: proportions target ± z√(target(1 - target)/size), the inverse of Wilson's interval,
 * cut at 0 and 1; rates and ratios
 * O/size for the counts O whose lower (for the upper limit) or upper limit is the target × size
 * that is expected: the inverse of Byar's limits from 10 events and of the exact ones below.
 * Source: Spiegelhalter 2005; OHID technical guide on funnel plots. STEAD_RANGE for a size or
 * target that is not positive, or a proportion that is not below 1. */
stead_status stead_funnel_limits(stead_funnel_kind kind, double target, double size,
                                 const stead_level *level, stead_limits *out, stead_error *err);

typedef enum {
    STEAD_MUCH_LOWER = -2, /* beyond the outer limit */
    STEAD_LOWER = -1,      /* beyond the inner limit only */
    STEAD_SIMILAR = 0,
    STEAD_HIGHER = 1,
    STEAD_MUCH_HIGHER = 2
} stead_significance;

/* Where the value lies by its inner (say 95%) and outer (say 99.8%) limits; on a limit is
 * within it. */
stead_significance stead_funnel_place(double value, stead_limits inner, stead_limits outer);

#endif
