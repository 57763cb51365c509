/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/horizon: money over years: discounting, prices, and investing to save. Money is exact;
 * rates are declared, year by year. Years count from 0, which is not discounted. */
#ifndef STEAD_CALC_HORIZON_H
#define STEAD_CALC_HORIZON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/money.h"

/* Discount factors are in 10^-27. */
#define STEAD_WHOLE_FACTOR ((stead_wide)1000000000 * 1000000000 * 1000000000)

typedef enum { STEAD_PRICES_REAL, STEAD_PRICES_NOMINAL } stead_prices;

/* Factors Π 1/(1 + r): factors[0] is 1 and factors[t] = factors[t - 1] ÷ (1 + rates[t]);
 * rates[0] is not used. Source: HM Treasury Green Book; DOMAIN 8.7. STEAD_RANGE for a rate of
 * -100% or less, by its year. */
stead_status stead_discount_factors(const stead_rate *rates, size_t years, stead_wide *factors,
                                    stead_error *err);

/* Σ cash × factor, rounded once, half away from zero at the penny. STEAD_MISMATCH when the cash
 * is at the prices of each year and the rates are real, or the other way round. */
stead_status stead_present_value(const stead_pence *cash, stead_prices cash_prices,
                                 const stead_rate *rates, stead_prices rate_prices,
                                 size_t years, stead_pence *out, stead_error *err);

/* The same for amounts that are not money (years of healthy life, or pounds as real numbers): a
 * statistic in double. */
stead_status stead_present_amount(const double *amounts, const stead_rate *rates, size_t years,
                                  double *out, stead_error *err);

/* nominal × base index ÷ index of its year, half away from zero at the penny; indices in 10^-9.
 * Source: DOMAIN 8.7. STEAD_RANGE for an index that is not positive. */
stead_status stead_deflate(stead_pence nominal, int64_t base_index, int64_t index,
                           stead_pence *out, stead_error *err);

/* One line of a scheme: somebody pays an amount each year, or is saved one. */
typedef struct {
    uint32_t scheme, body;
    const stead_pence *amounts; /* a year each */
    bool saves, cashable;
} stead_horizon_line;

/* A saving that builds up: amounts[t] = full × ramp[t - lag], the last of the ramp from then on
 * and nothing before; half away from zero at the penny. */
stead_status stead_ramp(stead_pence full, const stead_rate *ramp, size_t ramp_count, size_t lag,
                        size_t years, stead_pence *amounts, stead_error *err);

typedef struct {
    stead_pence cost, saving, cashable; /* cashable: the part of saving that is */
    stead_pence net, cumulative;        /* saving - cost, and its sum so far */
    stead_pence present;                /* the sum so far of net, discounted */
} stead_horizon_year;

typedef struct {
    size_t years_to_even;      /* 0: not within the years given; else 1 is the first year */
    size_t discounted_to_even; /* by the discounted sum */
    size_t cashable_to_even;   /* discounted, counting only what is cashable */
} stead_even;

/* Investing to save: net_t = Σ savings_t - Σ costs_t and its sums. Even is the first year, from
 * the first cost on, in which the sum so far is not negative. Source: DOMAIN 9.4. STEAD_RANGE
 * when a sum does not fit. */
stead_status stead_horizon_run(const stead_horizon_line *lines, size_t count,
                               const stead_rate *rates, size_t years, stead_horizon_year *out,
                               stead_even *even, stead_error *err);

/* Who pays for whom: out[payer × bodies + beneficiary] is what the beneficiary is saved, over
 * all years, by schemes in the shares in which the payer paid for each, to the penny. Every
 * saving is in it once. STEAD_NOTFOUND, naming the scheme, for a saving that nobody paid for;
 * STEAD_RANGE for a scheme whose costs to a body are negative. */
stead_status stead_benefit_matrix(const stead_horizon_line *lines, size_t count, size_t years,
                                  const char *const *schemes, size_t scheme_count,
                                  const char *const *bodies, size_t body_count,
                                  stead_pence *out, stead_error *err);

typedef struct {
    stead_pence paid, received, net; /* net: received - paid */
    stead_pence entitled;            /* its part of all net, in the share in which it paid */
    stead_pence transfer;            /* entitled - net: to receive, or (negative) to give */
} stead_gain;

/* Gain share from the matrix and what each body paid; transfers sum to nothing. STEAD_RANGE
 * when nobody paid anything. */
stead_status stead_gain_share(const stead_pence *matrix, const stead_pence *paid,
                              const char *const *bodies, size_t body_count, stead_gain *out,
                              stead_error *err);

#endif
