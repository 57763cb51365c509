/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/inequality: how much an indicator differs between the most and the least deprived.
 * Groups come most deprived first. */
#ifndef STEAD_CALC_INEQUALITY_H
#define STEAD_CALC_INEQUALITY_H

#include <stdbool.h>
#include <stdint.h>

#include "calc/rates.h"

typedef enum {
    STEAD_SCALE_LINEAR,
    STEAD_SCALE_LOG,  /* for rates */
    STEAD_SCALE_LOGIT /* for proportions of 1 */
} stead_scale;

typedef struct {
    const double *values, *populations;
    const double *lower, *upper; /* each group's interval at 95%; only to simulate */
    size_t groups;
    stead_scale scale; /* of the regression and of the simulated errors */
} stead_gradient;

/* Slope and relative index of inequality. With a_i the group's share of the people and x_i =
 * Σ_{j<i} a_j + a_i/2, the line y = b0 + b1 x is fitted by least squares weighted with a, on
 * the scale asked; f0 and f1 are what it gives, back on the linear scale, at x = 0 (most
 * deprived) and x = 1. */
typedef struct {
    double sii;         /* f1 - f0, in the unit of the values */
    double rii;         /* f1 / f0: the ratio convention */
    double rii_mean;    /* sii / weighted mean: the other convention, named apart */
    double start, mean; /* f0 and the weighted mean of the values */
} stead_slope;

/* Source: Pamuk 1985; Mackenbach and Kunst 1997; DOMAIN 8.5. STEAD_RANGE for fewer than 3 or
 * more than 100 groups, a population that is not positive, a value missing or outside its
 * scale. */
stead_status stead_slope_of(const stead_gradient *gradient, stead_slope *out, stead_error *err);

typedef struct {
    double sii_lower, sii_upper, rii_lower, rii_upper, rii_mean_lower, rii_mean_upper;
} stead_slope_limits;

/* Limits by simulation: `draws` times each group's value is drawn from a normal whose standard
 * error is its interval's width on the scale ÷ (2 × 1.959964), and the line fitted again;
 * limits are the quantiles of the draws at `tail` and 1 - tail. The numbers come from Philox
 * 4x32-10 keyed by `seed` and counted by draw and group, so that a seed gives the same limits
 * on any machine and in any order. Source: DOMAIN 8.5. STEAD_RANGE for a lower limit above the
 * upper, a limit outside the scale, or fewer than 1,000 or more than 10,000,000 draws. */
stead_status stead_slope_simulate(const stead_gradient *gradient, uint32_t draws, uint64_t seed,
                                  const stead_level *level, stead_slope_limits *out,
                                  stead_error *err);

typedef struct {
    size_t best, worst;        /* which groups */
    double absolute, relative; /* highest - lowest; highest / lowest, NaN unless lowest > 0 */
    double burden;             /* Σ n |y - y_best|, in people × unit of the values */
    double burden_share;       /* burden ÷ Σ n y */
} stead_gap;

/* Gaps between the best and the worst group and the burden attributable to not all being as the
 * best. Source: DOMAIN 8.5. STEAD_RANGE for fewer than 2 groups, a population that is not
 * positive, a value missing. */
stead_status stead_gap_of(const double *values, const double *populations, size_t groups,
                          bool higher_is_better, stead_gap *out, stead_error *err);

#endif
