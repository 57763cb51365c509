/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/spc: XmR charts (individual values and moving ranges): whether a series changes by more
 * than its own usual variation, and whether it can be expected to meet a target. */
#ifndef STEAD_CALC_SPC_H
#define STEAD_CALC_SPC_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

enum { STEAD_TRIAL = 13 }; /* fewer points than this give trial limits only */

typedef enum { STEAD_BETTER_DOWN = -1, STEAD_BETTER_NEITHER, STEAD_BETTER_UP } stead_better;

/* In order of precedence: a point carries the first that applies. */
typedef enum {
    STEAD_SIGNAL_NONE,
    STEAD_SIGNAL_OUTSIDE, /* beyond a limit */
    STEAD_SIGNAL_TREND,   /* one of `run` values each above (or below) the one before */
    STEAD_SIGNAL_NEAR,    /* one of 2 of 3 on one side that lie beyond two thirds of the way */
    STEAD_SIGNAL_RUN      /* one of `run` values on one side of the mean */
} stead_signal;

typedef struct {
    stead_better better;
    size_t run;          /* points of a trend and of a run: 6 or 7 */
    bool screen;         /* leave out moving ranges >= 3.267 × their mean, once */
    double target;       /* NaN when there is none */
    const size_t *bases; /* places, ascending, where limits are made afresh; place 0 is one */
    size_t base_count;
} stead_xmr_options;

typedef struct {
    double moving_range; /* NaN for the first point of a base and after a missing one */
    double mean, lower, upper, near_lower, near_upper;
    stead_signal signal;
    int side;    /* the signal's: 1 high or rising, -1 low or falling, 0 none */
    size_t base; /* which, from 0 */
} stead_xmr_point;

typedef enum {
    STEAD_VARIATION_COMMON, /* no signal at the latest point */
    STEAD_VARIATION_IMPROVEMENT,
    STEAD_VARIATION_CONCERN,
    STEAD_VARIATION_NEUTRAL /* a signal where neither way is better */
} stead_variation;

typedef enum {
    STEAD_ASSURANCE_NONE,  /* no target, or neither way is better */
    STEAD_ASSURANCE_PASS,  /* the target lies beyond the limits on the side that is met */
    STEAD_ASSURANCE_FAIL,  /* and on the other */
    STEAD_ASSURANCE_UNSURE /* within the limits: hit and miss */
} stead_assurance;

/* Of the latest base. */
typedef struct {
    double mean, lower, upper;
    stead_signal signal; /* of the latest point that is not missing */
    int side;
    stead_variation variation;
    stead_assurance assurance;
    size_t points; /* not missing */
    bool trial;    /* fewer than 13 of them */
} stead_xmr_summary;

/* Limits: mean ± 2.66 × the mean moving range, near limits two thirds of the way. A value equal
 * to the mean breaks a run, one equal to the value before breaks a trend, and a missing (NaN)
 * one breaks both, as do periods that are missing: gaps[i] of them before value i (NULL: none
 * anywhere). Every signal is looked for within one base. Source: Wheeler 1993; NHS
 * England, Making Data Count; DOMAIN 8.6. `points` is `count` long. STEAD_RANGE when `run` is
 * not 6 or 7, bases are not ascending places of the series, a value is infinite, or a base has
 * fewer than 2 values that are not missing. */
stead_status stead_xmr(const double *values, size_t count, const stead_xmr_options *options,
                       const size_t *gaps, stead_xmr_point *points, stead_xmr_summary *summary,
                       stead_error *err);

/* "outside limits", …; "common cause", …; "consistently passes", … for people. */
const char *stead_signal_words(stead_signal signal);
const char *stead_variation_words(stead_variation variation);
const char *stead_assurance_words(stead_assurance assurance);

#endif
