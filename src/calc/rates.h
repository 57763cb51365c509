/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/rates: crude rates, proportions and means with their confidence intervals. Statistics in
 * double; never money. */
#ifndef STEAD_CALC_RATES_H
#define STEAD_CALC_RATES_H

#include <stddef.h>

#include "base/status.h"

enum { STEAD_FEW = 10 }; /* below this many events Byar's approximation gives way to exact */

/* A two-sided confidence level and what is looked up for it once. */
typedef struct {
    double confidence;                                     /* 0.95 */
    double tail;                                           /* (1 - confidence) / 2 */
    double z;                                              /* the normal quantile at 1 - tail */
    double exact_lower[STEAD_FEW], exact_upper[STEAD_FEW]; /* of whole counts 0 to 9 */
} stead_level;

typedef struct {
    double value, lower, upper; /* NaN where there is none */
} stead_estimate;

typedef enum {
    STEAD_BY_DEFAULT, /* rates: Byar's, exact below 10 events; proportions: Wilson's */
    STEAD_BY_EXACT,   /* Poisson by chi-squared; Clopper and Pearson's for proportions */
    STEAD_BY_BYAR,
    STEAD_BY_WILSON
} stead_method;

/* STEAD_RANGE unless confidence is at least 0.5 and below 1. */
stead_status stead_level_make(stead_level *out, double confidence, stead_error *err);

/* Limits of a Poisson count >= 0.
 * Byar: x(1 - 1/(9x) - z/(3√x))³ and the same at x + 1 with + z; source Breslow and Day 1987.
 * The lower limit is NaN where the formula goes below nothing (0 for a count of 0).
 * Exact: half the chi-squared quantiles at `tail` with 2x and at 1 - tail with 2x + 2 degrees
 * of freedom; source Garwood 1936. */
stead_estimate stead_count_byar(double count, const stead_level *level);
stead_estimate stead_count_exact(double count, const stead_level *level);

/* Events per `per` people: count / population × per. Units: events per `per` person-years or
 * people. A count above the population is a rate of repeated events and is allowed. STEAD_RANGE
 * for a negative count, a population that is not positive or anything not finite. */
stead_status stead_rate_of(double count, double population, double per, stead_method method,
                           const stead_level *level, stead_estimate *out, stead_error *err);

/* count / population × per, 0 <= count <= population. Wilson's score limits
 * (2x + z² ± z√(z² + 4x(1 - x/n))) / 2(n + z²), source Wilson 1927, Newcombe and Altman 2000;
 * or exact by beta quantiles, source Clopper and Pearson 1934. STEAD_RANGE as for rates, and
 * when count is more than population. */
stead_status stead_proportion_of(double count, double population, double per,
                                 stead_method method, const stead_level *level,
                                 stead_estimate *out, stead_error *err);

/* The mean of `count` values with Student's t limits: mean ± t(count - 1) × s / √count, s with
 * count - 1. Sums in the order given, corrected (Neumaier), so that a long list loses nothing.
 * `deviation` may be NULL. STEAD_RANGE for no values or one not finite; with one value the
 * limits are NaN. */
stead_status stead_mean_of(const double *values, size_t count, const stead_level *level,
                           stead_estimate *out, double *deviation, stead_error *err);

/* "Byar", "exact" or "Wilson": how the default method makes the limits. */
const char *stead_rate_method(double count, stead_method method);

#endif
