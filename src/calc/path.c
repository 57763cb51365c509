/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "calc/pace.h"

/* What failed, with the year it failed in: "year 3: the floor asks for …". */
static stead_status in_year(size_t year, const stead_error *inner, stead_error *err)
{
    char text[STEAD_ERROR_TEXT];
    memcpy(text, inner->text, sizeof text);
    return stead_fail(err, inner->code, "year %zu: %s", year + 1, text);
}

/* envelope × (1 + growth), rounded as one figure: growing by what rounds apart from it would
 * lose a penny when half a penny is taken away. */
static stead_status grow(stead_pence envelope, stead_rate growth, stead_pence *out,
                         stead_error *err)
{
    stead_wide grown = envelope * ((stead_wide)STEAD_NANO + growth);
    if (!stead_wide_to_i64(stead_wide_div(grown, STEAD_NANO, STEAD_HALF_AWAY), out))
        return stead_fail(err, STEAD_RANGE, "envelope grows to more money than fits");
    return STEAD_OK;
}

static stead_status walk(stead_part *now, size_t count, stead_policy policy,
                         const stead_rate *growth, size_t years, stead_award *awards,
                         stead_pence *envelopes, stead_error *err)
{
    for (size_t year = 0; year < years; year++) {
        stead_error inner;
        stead_award *award = awards + year * count;
        if (grow(policy.envelope, growth[year], &policy.envelope, &inner) != STEAD_OK ||
            stead_pace(now, count, &policy, award, NULL, &inner) != STEAD_OK)
            return in_year(year, &inner, err);
        envelopes[year] = policy.envelope;
        for (size_t i = 0; i < count; i++)
            now[i].baseline = award[i].allocation;
    }
    return STEAD_OK;
}

stead_status stead_path(const stead_part *parts, size_t count, const stead_policy *policy,
                        const stead_rate *growth, size_t years, stead_award *awards,
                        stead_pence *envelopes, stead_error *err)
{
    stead_part *now = calloc(count + 1, sizeof *now);
    if (now == NULL)
        return stead_nomem(err, "path");
    if (count > 0)
        memcpy(now, parts, count * sizeof *now);
    stead_status rc = walk(now, count, *policy, growth, years, awards, envelopes, err);
    free(now);
    return rc;
}
