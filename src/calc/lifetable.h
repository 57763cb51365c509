/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/lifetable: life expectancy from deaths and people by age band. */
#ifndef STEAD_CALC_LIFETABLE_H
#define STEAD_CALC_LIFETABLE_H

#include "calc/rates.h"

typedef struct {
    stead_estimate expectancy; /* further years at the start of the band */
    double survivors;          /* of 100,000 born */
    double deaths_share;       /* q: the chance of dying within the band */
    double error;              /* standard error of the expectancy */
} stead_life;

/* Abridged life table, Chiang's second method. With M = deaths / people, n the band's years and
 * a the share of it lived by those who die (0.1 in a first band of one year from birth, else
 * 0.5): q = nM / (1 + nM(1 - a)), at most 1, and 1 in the last, open band, whose years are
 * survivors / M. Variance of p = q²(1 - q) / deaths, with the last band's as Silcocks, Jenner
 * and Reza 2001. Limits are expectancy ± z × error. Source: Chiang 1968; Newell 1994; as
 * published by the Office for National Statistics.
 *
 * `starts` are the whole ages at which the bands begin, ascending from 0; at least 2 bands.
 * STEAD_RANGE, naming the age, for starts out of order, a population that is not positive,
 * deaths negative or more than the people, no deaths in the last band, or fewer than 5,000
 * people in all (Toson and Baker 2003). The expectancy is NaN, its limits given, where the 95%
 * interval is wider than 20 years. */
stead_status stead_life_table(const double *starts, const double *deaths, const double *people,
                              size_t bands, const stead_level *level, stead_life *out,
                              stead_error *err);

#endif
