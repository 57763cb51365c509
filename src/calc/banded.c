/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Banded convergence: base growth for all, less a fraction of each part's distance from target,
 * capped either way. Source: DOMAIN 2.5. */
#include <stdlib.h>

#include "calc/draft.h"
#include "calc/step.h"

/* -k × opening distance × baseline, the distance being baseline × Σ weight ÷ (Σ baseline ×
 * weight) - 1: an amount of money, so that a distance need not be rounded to a rate first. */
static stead_status convergence(const stead_draft *draft, size_t i, stead_error *err)
{
    const stead_part *part = &draft->parts[i];
    const stead_policy *policy = draft->policy;
    stead_wide *moved = &draft->drafts[i].moved;
    stead_wide cap = (stead_wide)part->baseline * policy->cap;
    stead_wide even = draft->baselines * part->weight;
    stead_wide gap = even - part->baseline * draft->weights;
    if (part->baseline == 0 || policy->closing == 0)
        return STEAD_OK;
    const stead_wide most = (stead_wide)INT64_MAX * STEAD_NANO;
    bool known = even > 0 &&
                 stead_wide_muldiv((stead_wide)part->baseline * policy->closing, gap, even,
                                   STEAD_HALF_AWAY, moved) &&
                 *moved >= -most;
    if (!known && !policy->has_cap)
        return stead_fail(
            err, STEAD_RANGE,
            "weight of '%s' is too small to tell how far it is from target; set a "
            "cap",
            part->code);
    /* Only a part far over target has a distance past all numbers. */
    if (!known)
        *moved = -cap;
    if (policy->has_cap && *moved > cap)
        *moved = cap;
    if (policy->has_cap && *moved < -cap)
        *moved = -cap;
    return STEAD_OK;
}

/* Base growth over the parts that are not at their floor: `held` tells which are. */
static void solve(stead_draft *draft, const bool *held)
{
    draft->growing = draft->envelope;
    draft->growing_over = 0;
    for (size_t i = 0; i < draft->count; i++) {
        draft->growing -= held[i] ? stead_draft_floor(draft, i) : draft->drafts[i].moved;
        draft->growing_over += held[i] ? 0 : draft->parts[i].baseline;
    }
    for (size_t i = 0; i < draft->count; i++) {
        stead_wide *grown = &draft->drafts[i].grown;
        *grown = 0;
        if (draft->growing_over > 0)
            stead_wide_muldiv(draft->growing, draft->parts[i].baseline, draft->growing_over,
                              STEAD_HALF_AWAY, grown);
    }
}

/* Holds at the floor whoever has fallen below it; tells whether anybody had. Those held make
 * base growth lower for the rest, so nobody comes back up, and this ends. */
static bool hold(stead_draft *draft, bool *held)
{
    bool any = false;
    for (size_t i = 0; i < draft->count; i++) {
        const stead_draft_part *d = &draft->drafts[i];
        bool below = !held[i] && d->grown + d->moved < stead_draft_floor(draft, i);
        held[i] = held[i] || below;
        any = any || below;
    }
    return any;
}

static stead_status check_amounts(const stead_draft *draft, stead_error *err)
{
    for (size_t i = 0; i < draft->count; i++) {
        stead_wide amount = stead_draft_amount(&draft->drafts[i]);
        char text[STEAD_DECIMAL_TEXT];
        if (amount >= 0)
            continue;
        stead_step_format(-amount, text);
        return stead_fail(err, STEAD_INFEASIBLE,
                          "convergence takes %s more than there is from '%s'; set a cap or a "
                          "floor",
                          text, draft->parts[i].code);
    }
    return STEAD_OK;
}

static stead_status converge_all(stead_draft *draft, stead_error *err)
{
    if (draft->baselines == 0)
        return stead_fail(err, STEAD_RANGE, "every baseline is nil: there is nothing to grow");
    if (draft->weights == 0)
        return stead_fail(err, STEAD_RANGE, "every weight is nil: there is no target");
    for (size_t i = 0; i < draft->count; i++)
        if (convergence(draft, i, err) != STEAD_OK)
            return err->code;
    return stead_draft_check_floors(draft, err);
}

stead_status stead_draft_banded(stead_draft *draft, stead_error *err)
{
    if (converge_all(draft, err) != STEAD_OK)
        return err->code;
    bool *held = calloc(draft->count, sizeof *held);
    if (held == NULL)
        return stead_nomem(err, "banded");
    do {
        solve(draft, held);
    } while (draft->policy->has_floor && hold(draft, held));
    for (size_t i = 0; i < draft->count; i++)
        if (held[i])
            draft->drafts[i].bound =
                stead_draft_floor(draft, i) - stead_draft_amount(&draft->drafts[i]);
    free(held);
    return check_amounts(draft, err);
}
