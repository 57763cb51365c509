/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/gain: who pays for what others save, and how the gain could be shared. */
#include <stdlib.h>

#include "calc/horizon.h"
#include "calc/share.h"

static stead_wide sum_years(const stead_horizon_line *line, size_t years)
{
    stead_wide sum = 0;
    for (size_t t = 0; t < years; t++)
        sum += line->amounts[t];
    return sum;
}

/* What each body paid for one scheme (costs) or is saved by it. */
static stead_status sum_scheme(const stead_horizon_line *lines, size_t count, size_t years,
                               uint32_t scheme, bool saves, size_t bodies, stead_pence *out,
                               stead_error *err)
{
    for (size_t b = 0; b < bodies; b++) {
        stead_wide sum = 0;
        for (size_t i = 0; i < count; i++)
            if (lines[i].scheme == scheme && lines[i].saves == saves && lines[i].body == b)
                sum += sum_years(&lines[i], years);
        if (!stead_wide_to_i64(sum, &out[b]))
            return stead_fail(err, STEAD_RANGE, "a scheme's sum is more money than fits");
    }
    return STEAD_OK;
}

static stead_status check_paid(const char *scheme, const stead_pence *paid,
                               const char *const *bodies, size_t count, stead_error *err)
{
    stead_wide all = 0;
    for (size_t b = 0; b < count; b++) {
        if (paid[b] < 0)
            return stead_fail(err, STEAD_RANGE, "scheme '%s': what '%s' pays is negative",
                              scheme, bodies[b]);
        all += paid[b];
    }
    if (all == 0)
        return stead_fail(err, STEAD_NOTFOUND, "scheme '%s': it saves, but nobody pays for it",
                          scheme);
    return STEAD_OK;
}

/* Shares each beneficiary's saving from one scheme between those who paid for it; `parts` is
 * scratch. */
static stead_status add_scheme(const char *scheme, const stead_pence *paid,
                               const stead_pence *saved, const char *const *bodies,
                               size_t count, stead_pence *parts, stead_pence *out,
                               stead_error *err)
{
    for (size_t b = 0; b < count; b++) {
        if (saved[b] == 0)
            continue;
        if (check_paid(scheme, paid, bodies, count, err) != STEAD_OK ||
            stead_share(saved[b], paid, bodies, count, parts, err) != STEAD_OK)
            return err->code;
        for (size_t p = 0; p < count; p++) {
            stead_pence *cell = &out[p * count + b];
            if (stead_money_add(*cell, parts[p], cell, err) != STEAD_OK)
                return err->code;
        }
    }
    return STEAD_OK;
}

stead_status stead_benefit_matrix(const stead_horizon_line *lines, size_t count, size_t years,
                                  const char *const *schemes, size_t scheme_count,
                                  const char *const *bodies, size_t body_count,
                                  stead_pence *out, stead_error *err)
{
    stead_pence *scratch = calloc(body_count * 3 + 1, sizeof *scratch);
    if (scratch == NULL)
        return stead_nomem(err, "payers and beneficiaries");
    stead_pence *paid = scratch, *saved = paid + body_count, *parts = saved + body_count;
    stead_status rc = STEAD_OK;
    for (size_t i = 0; i < body_count * body_count; i++)
        out[i] = 0;
    for (uint32_t s = 0; rc == STEAD_OK && s < scheme_count; s++) {
        rc = sum_scheme(lines, count, years, s, false, body_count, paid, err);
        if (rc == STEAD_OK)
            rc = sum_scheme(lines, count, years, s, true, body_count, saved, err);
        if (rc == STEAD_OK)
            rc = add_scheme(schemes[s], paid, saved, bodies, body_count, parts, out, err);
    }
    free(scratch);
    return rc;
}

static stead_status net_of(const stead_pence *matrix, stead_pence paid, size_t body,
                           size_t count, stead_gain *out, stead_error *err)
{
    stead_wide received = 0;
    for (size_t p = 0; p < count; p++)
        received += matrix[p * count + body];
    *out = (stead_gain){.paid = paid};
    if (!stead_wide_to_i64(received, &out->received) ||
        !stead_wide_to_i64(received - paid, &out->net))
        return stead_fail(err, STEAD_RANGE, "a body's gain is more money than fits");
    return STEAD_OK;
}

stead_status stead_gain_share(const stead_pence *matrix, const stead_pence *paid,
                              const char *const *bodies, size_t body_count, stead_gain *out,
                              stead_error *err)
{
    stead_wide net = 0;
    stead_pence all;
    for (size_t b = 0; b < body_count; b++) {
        if (net_of(matrix, paid[b], b, body_count, &out[b], err) != STEAD_OK)
            return err->code;
        net += out[b].net;
    }
    if (!stead_wide_to_i64(net, &all))
        return stead_fail(err, STEAD_RANGE, "the gain is more money than fits");
    stead_pence *parts = calloc(body_count + 1, sizeof *parts);
    if (parts == NULL)
        return stead_nomem(err, "gain share");
    stead_status rc = stead_share(all, paid, bodies, body_count, parts, err);
    for (size_t b = 0; rc == STEAD_OK && b < body_count; b++) {
        out[b].entitled = parts[b];
        rc = stead_money_sub(parts[b], out[b].net, &out[b].transfer, err);
    }
    free(parts);
    return rc;
}
