/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Steps that look at one part at a time, or at the sum of its system. */
#include "calc/parts.h"

#include "calc/parts_check.h"

/* No more than any sum of money, so that no sum of working amounts can wrap. */
static stead_status keep(const stead_roster *roster, size_t part, bool fits, stead_wide amount,
                         stead_wide *out, stead_error *err)
{
    const stead_wide most = (stead_wide)INT64_MAX * STEAD_NANO;
    if (!fits || amount > most || amount < -most) {
        stead_fail(err, STEAD_RANGE, "amount of '%s' is more money than fits",
                   roster->codes[part]);
        return stead_parts_name(roster, stead_roster_system(roster, part), err);
    }
    out[part] = amount;
    return STEAD_OK;
}

static stead_rate rate_of(stead_rates rates, size_t part)
{
    return rates.each == NULL ? rates.all : rates.each[part];
}

/* Refuses a rate outside what the step takes, naming the part when rates go by part. */
static stead_status check_rate(const stead_roster *roster, size_t part, stead_rates rates,
                               stead_rate least, stead_rate most, const char *why,
                               stead_error *err)
{
    char text[STEAD_DECIMAL_TEXT];
    stead_rate rate = rate_of(rates, part);
    if (rate >= least && rate <= most)
        return STEAD_OK;
    stead_rate_format(rate, 0, text);
    if (rates.each == NULL)
        return stead_fail(err, STEAD_RANGE, "rate of %s is %s", text, why);
    stead_fail(err, STEAD_RANGE, "rate of %s for '%s' is %s", text, roster->codes[part], why);
    return stead_parts_name(roster, stead_roster_system(roster, part), err);
}

stead_wide stead_parts_total(const stead_roster *roster, size_t system,
                             const stead_wide *amounts)
{
    stead_wide sum = 0;
    for (size_t i = roster->first[system]; i < roster->first[system + 1]; i++)
        sum += amounts[i];
    return sum;
}

static stead_status grow(const stead_roster *roster, size_t system, const stead_wide *amounts,
                         stead_pence envelope, stead_wide *out, stead_error *err)
{
    stead_wide sum = stead_parts_total(roster, system, amounts);
    if (stead_parts_check_envelope(envelope, err) ||
        stead_parts_check_positive(roster, system, "amount", amounts, err))
        return err->code;
    if (sum == 0)
        return stead_fail(err, STEAD_RANGE, "every amount is nil: there is nothing to grow");
    for (size_t i = roster->first[system]; i < roster->first[system + 1]; i++)
        out[i] = stead_step_scale(amounts[i], (stead_wide)envelope * STEAD_NANO, sum);
    return STEAD_OK;
}

stead_status stead_parts_grow(const stead_roster *roster, const stead_wide *amounts,
                              const stead_pence *envelopes, stead_wide *out, stead_error *err)
{
    for (size_t s = 0; s < roster->width; s++)
        if (grow(roster, s, amounts, envelopes[s], out, err))
            return stead_parts_name(roster, s, err);
    return STEAD_OK;
}

stead_status stead_parts_move(const stead_roster *roster, const stead_wide *amounts,
                              const stead_wide *towards, stead_rates rates, stead_wide *out,
                              stead_error *err)
{
    for (size_t i = 0; i < stead_roster_count(roster); i++) {
        if (check_rate(roster, i, rates, 0, STEAD_NANO, "not from 0% to 100%", err))
            return err->code;
        out[i] = amounts[i] + stead_step_move(amounts[i], towards[i], rate_of(rates, i));
    }
    return STEAD_OK;
}

stead_status stead_parts_uplift(const stead_roster *roster, const stead_wide *amounts,
                                stead_rates rates, stead_wide *out, stead_error *err)
{
    for (size_t i = 0; i < stead_roster_count(roster); i++) {
        stead_wide amount = 0;
        if (check_rate(roster, i, rates, -STEAD_NANO, INT64_MAX, "below -100%", err))
            return err->code;
        bool fits = stead_step_uplift(amounts[i], rate_of(rates, i), &amount);
        if (keep(roster, i, fits, amount, out, err))
            return err->code;
    }
    return STEAD_OK;
}

stead_status stead_parts_times(const stead_roster *roster, const stead_wide *amounts,
                               stead_rates rates, stead_wide *out, stead_error *err)
{
    for (size_t i = 0; i < stead_roster_count(roster); i++) {
        stead_wide amount = 0;
        bool fits = stead_step_times(amounts[i], rate_of(rates, i), &amount);
        if (keep(roster, i, fits, amount, out, err))
            return err->code;
    }
    return STEAD_OK;
}

stead_status stead_parts_add(const stead_roster *roster, const stead_wide *amounts,
                             const stead_wide *others, int sign, stead_wide *out,
                             stead_error *err)
{
    for (size_t i = 0; i < stead_roster_count(roster); i++)
        if (keep(roster, i, true, amounts[i] + sign * others[i], out, err))
            return err->code;
    return STEAD_OK;
}

bool stead_parts_target(const stead_roster *roster, const stead_pence *envelopes,
                        stead_wide *out)
{
    for (size_t s = 0; s < roster->width; s++) {
        stead_wide sum = 0;
        for (size_t i = roster->first[s]; i < roster->first[s + 1]; i++)
            sum += roster->weights[i];
        if (sum == 0)
            return false;
        for (size_t i = roster->first[s]; i < roster->first[s + 1]; i++)
            stead_wide_muldiv((stead_wide)envelopes[s] * STEAD_NANO, roster->weights[i], sum,
                              STEAD_HALF_AWAY, &out[i]);
    }
    return true;
}

static stead_status check_mix(const stead_rate *rates, size_t mixed, stead_error *err)
{
    char text[STEAD_DECIMAL_TEXT];
    stead_wide sum = 0;
    for (size_t k = 0; k < mixed; k++) {
        stead_rate_format(rates[k], 0, text);
        if (rates[k] < 0)
            return stead_fail(err, STEAD_RANGE, "rate of %s is negative", text);
        sum += rates[k];
    }
    if (sum == STEAD_NANO)
        return STEAD_OK;
    stead_rate_format(sum > INT64_MAX ? INT64_MAX : (stead_rate)sum, 0, text);
    return stead_fail(err, STEAD_RANGE, "rates sum to %s, not 100%%", text);
}

stead_status stead_parts_mix(const stead_roster *roster, const stead_wide *const *amounts,
                             const stead_rate *rates, size_t mixed, stead_wide *out,
                             stead_error *err)
{
    if (check_mix(rates, mixed, err))
        return err->code;
    for (size_t i = 0; i < stead_roster_count(roster); i++) {
        out[i] = 0;
        for (size_t k = 0; k < mixed; k++) {
            stead_wide portion = 0;
            stead_step_times(amounts[k][i], rates[k], &portion);
            out[i] += portion;
        }
    }
    return STEAD_OK;
}
