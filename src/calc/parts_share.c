/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* An amount split over parts, and amounts held to caps. */
#include <string.h>

#include "base/arena.h"
#include "calc/parts.h"
#include "calc/parts_check.h"
#include "calc/share.h"

static bool whole(stead_wide amount)
{
    return amount % STEAD_NANO == 0;
}

/* Cut so that the parts up to each one come to their share rounded: Σ is the total exactly. */
static stead_status share_fine(stead_wide total, const stead_wide *weights, stead_wide sum,
                               size_t count, stead_wide *out, stead_error *err)
{
    stead_wide upto = 0, given = 0;
    for (size_t i = 0; i < count; i++) {
        stead_wide next = 0;
        upto += weights[i];
        if (!stead_wide_muldiv(total, upto, sum, STEAD_HALF_AWAY, &next))
            return stead_fail(err, STEAD_RANGE, "amount to share is more money than fits");
        out[i] = next - given;
        given = next;
    }
    return STEAD_OK;
}

/* In whole pence throughout: exactly stead_share. */
static stead_status share_pence(stead_pence total, const stead_wide *weights,
                                const char *const *codes, size_t count, stead_wide *out,
                                stead_error *err)
{
    stead_arena *arena;
    if (stead_arena_create(&arena, err))
        return err->code;
    int64_t *pence = stead_arena_take(arena, count, sizeof *pence, err);
    stead_pence *parts = stead_arena_take(arena, count, sizeof *parts, err);
    stead_status rc = pence == NULL || parts == NULL ? err->code : STEAD_OK;
    for (size_t i = 0; rc == STEAD_OK && i < count; i++)
        pence[i] = (int64_t)(weights[i] / STEAD_NANO);
    if (rc == STEAD_OK)
        rc = stead_share(total, pence, codes, count, parts, err);
    for (size_t i = 0; rc == STEAD_OK && i < count; i++)
        out[i] = (stead_wide)parts[i] * STEAD_NANO;
    stead_arena_free(arena);
    return rc;
}

/* The total in whole pence, the weights not: exact parts rounded by largest remainder. */
static stead_status share_rounded(stead_pence total, const char *const *codes, size_t count,
                                  stead_wide *out, stead_error *err)
{
    stead_arena *arena;
    int sign = total < 0 ? -1 : 1;
    if (stead_arena_create(&arena, err))
        return err->code;
    stead_pence *parts = stead_arena_take(arena, count, sizeof *parts, err);
    stead_status rc = parts == NULL ? err->code : STEAD_OK;
    for (size_t i = 0; i < count; i++)
        out[i] *= sign;
    if (rc == STEAD_OK)
        rc = stead_share_round(sign * total, out, NULL, codes, count, parts, err);
    for (size_t i = 0; rc == STEAD_OK && i < count; i++)
        out[i] = sign * (stead_wide)parts[i] * STEAD_NANO;
    stead_arena_free(arena);
    return rc;
}

static stead_status share(stead_wide total, const stead_wide *weights, const char *const *codes,
                          size_t count, stead_wide *out, stead_error *err)
{
    stead_wide sum = 0;
    bool pence = true;
    stead_pence amount;
    for (size_t i = 0; i < count; i++) {
        sum += weights[i];
        pence = pence && whole(weights[i]);
    }
    if (sum == 0)
        return stead_fail(err, STEAD_RANGE, "every weight is nil");
    bool fits = whole(total) && stead_wide_to_i64(total / STEAD_NANO, &amount);
    if (fits && pence)
        return share_pence(amount, weights, codes, count, out, err);
    if (share_fine(total, weights, sum, count, out, err))
        return err->code;
    return fits ? share_rounded(amount, codes, count, out, err) : STEAD_OK;
}

stead_status stead_parts_share(const stead_roster *roster, stead_wide total,
                               const stead_wide *weights, stead_wide *out, stead_error *err)
{
    if (stead_parts_check_positive(roster, 0, "weight", weights, err))
        return err->code;
    return share(total, weights, roster->codes, stead_roster_count(roster), out, err);
}

/* One system held to its caps. */
typedef struct {
    const stead_roster *roster;
    size_t first, count;
    stead_wide *weights, *gains; /* room for the largest system */
} work;

/* Clamps; gives what is over the caps. */
static stead_wide clamp_all(const work *w, const stead_wide *amounts, const stead_wide *caps,
                            stead_wide *out)
{
    stead_wide excess = 0;
    for (size_t i = w->first; i < w->first + w->count; i++) {
        out[i] = amounts[i] > caps[i] ? caps[i] : amounts[i];
        excess += amounts[i] - out[i];
    }
    return excess;
}

static stead_status unfunded(stead_wide excess, const char *code, stead_error *err)
{
    char text[STEAD_DECIMAL_TEXT];
    stead_step_format(excess, text);
    if (code != NULL)
        return stead_fail(err, STEAD_INFEASIBLE,
                          "%s is left that nobody bears: '%s', who takes the excess, is capped "
                          "too",
                          text, code);
    return stead_fail(err, STEAD_INFEASIBLE,
                      "%s is left that nobody bears: no part without a cap has a share", text);
}

static stead_status to_one(const work *w, size_t system, const stead_capping *capping,
                           stead_wide excess, stead_wide *out, stead_error *err)
{
    size_t at;
    if (!stead_roster_find(w->roster, system, capping->to, &at))
        return stead_fail(err, STEAD_NOTFOUND, "there is no part '%s' for the excess to go to",
                          capping->to);
    out[at] += excess;
    if (out[at] <= capping->caps[at])
        return STEAD_OK;
    return unfunded(out[at] - capping->caps[at], capping->to, err);
}

static stead_status to_others(const work *w, const stead_capping *capping, stead_wide excess,
                              stead_wide *out, stead_error *err)
{
    stead_wide sum = 0;
    for (size_t i = 0; i < w->count; i++) {
        bool open = capping->caps[w->first + i] == STEAD_NO_CEILING;
        w->weights[i] = open ? out[w->first + i] : 0;
        sum += w->weights[i];
    }
    if (sum == 0)
        return unfunded(excess, NULL, err);
    if (share(excess, w->weights, w->roster->codes + w->first, w->count, w->gains, err))
        return err->code;
    for (size_t i = 0; i < w->count; i++)
        out[w->first + i] += w->gains[i];
    return STEAD_OK;
}

static stead_status cap(work *w, size_t system, const stead_wide *amounts,
                        const stead_capping *capping, stead_wide *out, stead_error *err)
{
    char text[STEAD_DECIMAL_TEXT];
    w->first = w->roster->first[system];
    w->count = w->roster->first[system + 1] - w->first;
    if (stead_parts_check_positive(w->roster, system, "amount", amounts, err) ||
        stead_parts_check_positive(w->roster, system, "cap", capping->caps, err))
        return err->code;
    stead_wide excess = clamp_all(w, amounts, capping->caps, out);
    if (excess == 0)
        return STEAD_OK;
    if (capping->excess == STEAD_EXCESS_ONE)
        return to_one(w, system, capping, excess, out, err);
    if (capping->excess == STEAD_EXCESS_OTHERS)
        return to_others(w, capping, excess, out, err);
    stead_step_format(excess, text);
    return stead_fail(err, STEAD_INFEASIBLE, "%s is over the caps; say who takes the excess",
                      text);
}

stead_status stead_parts_cap(const stead_roster *roster, const stead_wide *amounts,
                             const stead_capping *capping, stead_wide *out, stead_error *err)
{
    stead_arena *arena;
    size_t count = stead_roster_count(roster);
    if (stead_arena_create(&arena, err))
        return err->code;
    work w = {.roster = roster,
              .weights = stead_arena_take(arena, count, sizeof *w.weights, err),
              .gains = stead_arena_take(arena, count, sizeof *w.gains, err)};
    stead_status rc = w.weights == NULL || w.gains == NULL ? err->code : STEAD_OK;
    for (size_t s = 0; rc == STEAD_OK && s < roster->width; s++) {
        rc = cap(&w, s, amounts, capping, out, err);
        if (rc != STEAD_OK)
            stead_parts_name(roster, s, err);
    }
    stead_arena_free(arena);
    return rc;
}
