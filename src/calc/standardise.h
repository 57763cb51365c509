/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/standardise: rates made comparable between areas of different age structure. Bands are
 * joined by name before they come here: item i of every array is the same band. */
#ifndef STEAD_CALC_STANDARDISE_H
#define STEAD_CALC_STANDARDISE_H

#include "calc/rates.h"

/* The bands of one area; a name per band, for messages. */
typedef struct {
    const char *const *names;
    const double *count, *population;
    const double *weight;  /* direct: the standard population */
    const double *squares; /* direct, events that are not independent: Σ f² × people with f
                              events; NULL when every event is somebody else's */
    const double *reference_count, *reference_population; /* indirect */
    size_t bands;
} stead_bands;

typedef struct {
    stead_estimate rate; /* NaN throughout when there are fewer than 10 events */
    double count, population;
} stead_direct;

/* Directly standardised rate: Σ w x/n ÷ Σ w × per. Limits by Dobson:
 * rate + √(var(rate) / Σx) × (Byar limit of Σx - Σx), var(rate) = Σ w² s/n² ÷ (Σ w)², where s
 * is x, or `squares` for events that are not independent. Source: Dobson, Kuulasmaa, Eberle and
 * Scherer 1991; DOMAIN 5.5. STEAD_RANGE, naming the band, for a count that
 * is negative, a population or weight that is not positive, anything missing. */
stead_status stead_direct_rate(const stead_bands *bands, double per, const stead_level *level,
                               stead_direct *out, stead_error *err);

typedef struct {
    stead_estimate ratio; /* observed ÷ expected */
    stead_estimate rate;  /* ratio × the reference's crude rate, per `per` */
    double observed, expected, reference_rate;
} stead_indirect;

/* Indirectly standardised ratio and rate: expected = Σ population × reference_count ÷
 * reference_population; limits by Byar, exact below 10 events. Source: DOMAIN 5.5. STEAD_RANGE,
 * naming the band, for a negative count or population, a reference population that is not
 * positive, anything missing, or when nothing is expected. */
stead_status stead_indirect_rate(const stead_bands *bands, double per, const stead_level *level,
                                 stead_indirect *out, stead_error *err);

#endif
