/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Budgets built from bids, and mixes of the three ways. Source: DOMAIN 3.3, items 4 and 5. */
#include "calc/draft.h"
#include "calc/step.h"

static stead_status bids_nil(stead_error *err)
{
    return stead_fail(err, STEAD_RANGE, "every bid is nil: there is nothing to scale");
}

static stead_status check_bids(const stead_draft *draft, stead_error *err)
{
    char off[STEAD_DECIMAL_TEXT], envelope[STEAD_DECIMAL_TEXT];
    stead_wide left = draft->envelope - draft->committed * STEAD_NANO;
    stead_step_format(left < 0 ? -left : left, off);
    stead_step_format(draft->envelope, envelope);
    if (draft->bids == 0)
        return bids_nil(err);
    if (left < 0)
        return stead_fail(err, STEAD_INFEASIBLE,
                          "committed bids come to %s more than the envelope of %s", off,
                          envelope);
    if (left > 0 && draft->bids == draft->committed)
        return stead_fail(err, STEAD_INFEASIBLE,
                          "every bid is committed, which leaves %s of the envelope of %s that "
                          "nobody asks for",
                          off, envelope);
    return STEAD_OK;
}

stead_status stead_draft_bottom_up(stead_draft *draft, stead_error *err)
{
    if (check_bids(draft, err) != STEAD_OK)
        return err->code;
    stead_wide left = draft->envelope - draft->committed * STEAD_NANO;
    stead_wide asked = draft->bids - draft->committed;
    for (size_t i = 0; i < draft->count; i++) {
        const stead_part *part = &draft->parts[i];
        stead_draft_part *d = &draft->drafts[i];
        d->committed = (stead_wide)part->committed * STEAD_NANO;
        if (asked > 0)
            d->scaled = stead_step_scale((part->bid - part->committed) * (stead_wide)STEAD_NANO,
                                         left, asked * STEAD_NANO);
    }
    return STEAD_OK;
}

static stead_status check_mix(const stead_draft *draft, stead_error *err)
{
    const stead_rate *mix = draft->policy->mix;
    if (mix[0] > 0 && draft->baselines == 0)
        return stead_fail(err, STEAD_RANGE, "every baseline is nil: there is nothing to grow");
    if (mix[1] > 0 && draft->weights == 0)
        return stead_fail(err, STEAD_RANGE, "every weight is nil: there is no target");
    if (mix[2] > 0 && draft->bids == 0)
        return bids_nil(err);
    return STEAD_OK;
}

/* rate × (envelope × item ÷ sum) */
static void mix_in(const stead_draft *draft, int which, stead_wide item, stead_wide sum,
                   stead_wide *out)
{
    stead_rate rate = draft->policy->mix[which];
    if (rate > 0)
        stead_step_times(stead_step_scale(item * STEAD_NANO, draft->envelope, sum * STEAD_NANO),
                         rate, out);
}

stead_status stead_draft_hybrid(stead_draft *draft, stead_error *err)
{
    if (check_mix(draft, err) != STEAD_OK)
        return err->code;
    for (size_t i = 0; i < draft->count; i++) {
        const stead_part *part = &draft->parts[i];
        stead_draft_part *d = &draft->drafts[i];
        mix_in(draft, 0, part->baseline, draft->baselines, &d->grown);
        mix_in(draft, 1, part->weight, draft->weights, &d->moved);
        mix_in(draft, 2, part->bid, draft->bids, &d->scaled);
    }
    return stead_draft_bound(draft, err);
}

stead_status stead_bid_gap(const stead_part *parts, size_t count, stead_pence envelope,
                           stead_pence *out, stead_error *err)
{
    stead_wide gap = -(stead_wide)envelope;
    for (size_t i = 0; i < count; i++)
        gap += parts[i].bid;
    if (!stead_wide_to_i64(gap, out))
        return stead_fail(err, STEAD_RANGE, "gap between bids and envelope is more than fits");
    return STEAD_OK;
}
