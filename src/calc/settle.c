/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Bands, fixed shares, caps and own risk. */
#include "calc/settle.h"

#include "base/arena.h"
#include "calc/parts_check.h"

stead_status stead_settle_within(stead_wide amount, stead_wide width, stead_wide *inside,
                                 stead_wide *beyond, stead_error *err)
{
    if (amount < 0)
        return stead_fail(err, STEAD_RANGE, "amount to settle is negative; settle its size");
    if (width < 0)
        return stead_fail(err, STEAD_RANGE, "width of the band is negative");
    *inside = amount < width ? amount : width;
    *beyond = amount - *inside;
    return STEAD_OK;
}

static stead_status check_rates(const stead_roster *roster, const stead_rate *rates,
                                stead_error *err)
{
    char text[STEAD_DECIMAL_TEXT];
    stead_wide sum = 0;
    for (size_t i = 0; i < stead_roster_count(roster); i++) {
        if (rates[i] < 0)
            return stead_fail(err, STEAD_RANGE, "share of '%s' is negative", roster->codes[i]);
        sum += rates[i];
    }
    if (sum == STEAD_NANO)
        return STEAD_OK;
    stead_rate_format(sum > INT64_MAX ? INT64_MAX : (stead_rate)sum, 0, text);
    return stead_fail(err, STEAD_RANGE, "shares sum to %s, not 100%%", text);
}

stead_status stead_settle_split(const stead_roster *roster, stead_wide total,
                                const stead_rate *rates, stead_wide *out, stead_error *err)
{
    stead_arena *arena;
    size_t count = stead_roster_count(roster);
    if (check_rates(roster, rates, err) || stead_arena_create(&arena, err))
        return err->code;
    stead_wide *weights = stead_arena_take(arena, count, sizeof *weights, err);
    stead_status rc = weights == NULL ? err->code : STEAD_OK;
    for (size_t i = 0; rc == STEAD_OK && i < count; i++)
        weights[i] = (stead_wide)rates[i] * STEAD_NANO;
    if (rc == STEAD_OK)
        rc = stead_parts_share(roster, total, weights, out, err);
    stead_arena_free(arena);
    return rc;
}

/* Gives one part what is over the caps, up to its own. */
static stead_status to_one(const stead_roster *roster, const stead_capping *capping,
                           stead_wide *out, stead_wide *left, stead_error *err)
{
    size_t at;
    if (!stead_roster_find(roster, 0, capping->to, &at))
        return stead_fail(err, STEAD_NOTFOUND, "there is no part '%s' for the excess to go to",
                          capping->to);
    stead_wide room = capping->caps[at] - out[at];
    stead_wide taken = *left < room ? *left : room;
    out[at] += taken;
    *left -= taken;
    return STEAD_OK;
}

/* Cuts each part to its cap; gives what that takes off. */
static stead_wide clamp(size_t count, const stead_wide *caps, stead_wide *out)
{
    stead_wide over = 0;
    for (size_t i = 0; i < count; i++) {
        if (out[i] > caps[i]) {
            over += out[i] - caps[i];
            out[i] = caps[i];
        }
    }
    return over;
}

/* Every pass brings one more part to its cap, or ends. */
static stead_status to_others(const stead_roster *roster, const stead_wide *amounts,
                              const stead_wide *caps, stead_wide *out, stead_wide *left,
                              stead_error *err)
{
    stead_arena *arena;
    size_t count = stead_roster_count(roster);
    if (stead_arena_create(&arena, err))
        return err->code;
    stead_wide *weights = stead_arena_take(arena, count, sizeof *weights, err);
    stead_wide *gains = stead_arena_take(arena, count, sizeof *gains, err);
    stead_status rc = weights == NULL || gains == NULL ? err->code : STEAD_OK;
    while (rc == STEAD_OK && *left > 0) {
        stead_wide sum = 0;
        for (size_t i = 0; i < count; i++) {
            weights[i] = out[i] < caps[i] ? amounts[i] : 0;
            sum += weights[i];
        }
        if (sum == 0)
            break;
        rc = stead_parts_share(roster, *left, weights, gains, err);
        for (size_t i = 0; rc == STEAD_OK && i < count; i++)
            out[i] += gains[i];
        if (rc == STEAD_OK)
            *left = clamp(count, caps, out);
    }
    stead_arena_free(arena);
    return rc;
}

stead_status stead_settle_hold(const stead_roster *roster, const stead_wide *amounts,
                               const stead_capping *capping, stead_wide *out, stead_wide *left,
                               stead_error *err)
{
    size_t count = stead_roster_count(roster);
    if (stead_parts_check_positive(roster, 0, "amount", amounts, err) ||
        stead_parts_check_positive(roster, 0, "cap", capping->caps, err))
        return err->code;
    for (size_t i = 0; i < count; i++)
        out[i] = amounts[i];
    *left = clamp(count, capping->caps, out);
    if (*left > 0 && capping->excess == STEAD_EXCESS_ONE)
        return to_one(roster, capping, out, left, err);
    if (*left > 0 && capping->excess == STEAD_EXCESS_OTHERS)
        return to_others(roster, amounts, capping->caps, out, left, err);
    return STEAD_OK;
}

stead_status stead_settle_gather(const stead_roster *lines, const stead_wide *amounts,
                                 const stead_roster *owners, const size_t *owner_of,
                                 stead_wide *out, stead_error *err)
{
    const stead_wide most = (stead_wide)INT64_MAX * STEAD_NANO;
    for (size_t i = 0; i < stead_roster_count(owners); i++)
        out[i] = 0;
    for (size_t i = 0; i < stead_roster_count(lines); i++) {
        stead_wide *sum = &out[owner_of[i]];
        *sum += amounts[i];
        if (*sum > most || *sum < -most)
            return stead_fail(err, STEAD_RANGE, "amount of '%s' is more money than fits",
                              owners->codes[owner_of[i]]);
    }
    return STEAD_OK;
}
