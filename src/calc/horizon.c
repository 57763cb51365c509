/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/horizon.h"

#include <stdlib.h>

stead_status stead_discount_factors(const stead_rate *rates, size_t years, stead_wide *factors,
                                    stead_error *err)
{
    for (size_t t = 0; t < years; t++) {
        if (t == 0) {
            factors[t] = STEAD_WHOLE_FACTOR;
        } else if (rates[t] <= -STEAD_NANO) {
            return stead_fail(err, STEAD_RANGE, "year %zu: a discount rate of -100%% or less",
                              t);
        } else if (!stead_wide_muldiv(factors[t - 1], STEAD_NANO,
                                      (stead_wide)STEAD_NANO + rates[t], STEAD_HALF_AWAY,
                                      &factors[t])) {
            return stead_fail(err, STEAD_RANGE, "year %zu: its discount factor does not fit",
                              t);
        }
    }
    return STEAD_OK;
}

/* Adds cash × factor, in 10^-9 penny. */
static stead_status add_present(stead_pence cash, stead_wide factor, size_t year,
                                stead_wide *sum, stead_error *err)
{
    stead_wide present;
    if (!stead_wide_muldiv((stead_wide)cash * STEAD_NANO, factor, STEAD_WHOLE_FACTOR,
                           STEAD_HALF_AWAY, &present) ||
        !stead_wide_add(*sum, present, sum))
        return stead_fail(err, STEAD_RANGE, "year %zu: a present value that does not fit",
                          year);
    return STEAD_OK;
}

static stead_status to_pence(stead_wide working, stead_pence *out, stead_error *err)
{
    if (!stead_wide_to_i64(stead_wide_div(working, STEAD_NANO, STEAD_HALF_AWAY), out))
        return stead_fail(err, STEAD_RANGE, "a present value is more money than fits");
    return STEAD_OK;
}

static stead_wide *make_factors(const stead_rate *rates, size_t years, stead_error *err)
{
    stead_wide *factors = calloc(years + 1, sizeof *factors);
    if (factors == NULL) {
        stead_nomem(err, "discount factors");
    } else if (stead_discount_factors(rates, years, factors, err) != STEAD_OK) {
        free(factors);
        factors = NULL;
    }
    return factors;
}

stead_status stead_present_value(const stead_pence *cash, stead_prices cash_prices,
                                 const stead_rate *rates, stead_prices rate_prices,
                                 size_t years, stead_pence *out, stead_error *err)
{
    stead_wide sum = 0;
    if (cash_prices != rate_prices)
        return stead_fail(err, STEAD_MISMATCH, "%s",
                          cash_prices == STEAD_PRICES_NOMINAL
                              ? "nominal cash cannot be discounted at a real rate; deflate the "
                                "cash or give a nominal rate"
                              : "real cash cannot be discounted at a nominal rate; give a real "
                                "rate");
    stead_wide *factors = make_factors(rates, years, err);
    if (factors == NULL)
        return err->code;
    stead_status rc = STEAD_OK;
    for (size_t t = 0; rc == STEAD_OK && t < years; t++)
        rc = add_present(cash[t], factors[t], t, &sum, err);
    free(factors);
    return rc != STEAD_OK ? rc : to_pence(sum, out, err);
}

stead_status stead_present_amount(const double *amounts, const stead_rate *rates, size_t years,
                                  double *out, stead_error *err)
{
    stead_wide *factors = make_factors(rates, years, err);
    if (factors == NULL)
        return err->code;
    *out = 0;
    for (size_t t = 0; t < years; t++)
        *out += amounts[t] * ((double)factors[t] / (double)STEAD_WHOLE_FACTOR);
    free(factors);
    return STEAD_OK;
}

stead_status stead_deflate(stead_pence nominal, int64_t base_index, int64_t index,
                           stead_pence *out, stead_error *err)
{
    stead_wide real;
    if (base_index <= 0 || index <= 0)
        return stead_fail(err, STEAD_RANGE, "%s price index is not positive",
                          base_index <= 0 ? "the base year's" : "a");
    if (!stead_wide_muldiv(nominal, base_index, index, STEAD_HALF_AWAY, &real) ||
        !stead_wide_to_i64(real, out))
        return stead_fail(err, STEAD_RANGE, "a deflated amount is more money than fits");
    return STEAD_OK;
}

stead_status stead_ramp(stead_pence full, const stead_rate *ramp, size_t ramp_count, size_t lag,
                        size_t years, stead_pence *amounts, stead_error *err)
{
    if (ramp_count == 0)
        return stead_fail(err, STEAD_RANGE, "a ramp has no steps");
    for (size_t t = 0; t < years; t++) {
        size_t at = t < lag ? 0 : t - lag;
        amounts[t] = 0;
        if (t >= lag && stead_money_times(full, ramp[at < ramp_count ? at : ramp_count - 1],
                                          &amounts[t], err) != STEAD_OK)
            return err->code;
    }
    return STEAD_OK;
}

/* Sums so far: of net, of net discounted, and of net discounted with cashable savings only. */
typedef struct {
    stead_wide net, present, cashable;
    bool begun;
} sums;

static stead_status sum_year(const stead_horizon_line *lines, size_t count, size_t t,
                             stead_horizon_year *out, stead_error *err)
{
    stead_wide cost = 0, saving = 0, cashable = 0;
    for (size_t i = 0; i < count; i++) {
        stead_pence amount = lines[i].amounts[t];
        cost += lines[i].saves ? 0 : amount;
        saving += lines[i].saves ? amount : 0;
        cashable += lines[i].saves && lines[i].cashable ? amount : 0;
    }
    if (!stead_wide_to_i64(cost, &out->cost) || !stead_wide_to_i64(saving, &out->saving) ||
        !stead_wide_to_i64(cashable, &out->cashable) ||
        !stead_wide_to_i64(saving - cost, &out->net))
        return stead_fail(err, STEAD_RANGE, "year %zu: a sum is more money than fits", t + 1);
    return STEAD_OK;
}

static void note_even(bool begun, stead_wide sum, size_t t, size_t *year)
{
    if (begun && sum >= 0 && *year == 0)
        *year = t + 1;
}

static stead_status run_year(stead_horizon_year *year, stead_wide factor, size_t t, sums *s,
                             stead_even *even, stead_error *err)
{
    stead_wide cumulative;
    s->begun = s->begun || year->cost > 0;
    s->net += year->net;
    cumulative = s->net;
    if (add_present(year->net, factor, t, &s->present, err) != STEAD_OK ||
        add_present(year->cashable - year->cost, factor, t, &s->cashable, err) != STEAD_OK ||
        to_pence(s->present, &year->present, err) != STEAD_OK)
        return err->code;
    if (!stead_wide_to_i64(cumulative, &year->cumulative))
        return stead_fail(err, STEAD_RANGE, "year %zu: a sum is more money than fits", t + 1);
    note_even(s->begun, s->net, t, &even->years_to_even);
    note_even(s->begun, s->present, t, &even->discounted_to_even);
    note_even(s->begun, s->cashable, t, &even->cashable_to_even);
    return STEAD_OK;
}

stead_status stead_horizon_run(const stead_horizon_line *lines, size_t count,
                               const stead_rate *rates, size_t years, stead_horizon_year *out,
                               stead_even *even, stead_error *err)
{
    sums s = {0, 0, 0, false};
    *even = (stead_even){0, 0, 0};
    stead_wide *factors = make_factors(rates, years, err);
    if (factors == NULL)
        return err->code;
    stead_status rc = STEAD_OK;
    for (size_t t = 0; rc == STEAD_OK && t < years; t++) {
        rc = sum_year(lines, count, t, &out[t], err);
        if (rc == STEAD_OK)
            rc = run_year(&out[t], factors[t], t, &s, even, err);
    }
    free(factors);
    return rc;
}
