/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Uniform growth, the move to target, and the floor and ceiling. Source: DOMAIN 3.3, items 1
 * to 3. */
#include "calc/draft.h"
#include "calc/step.h"

static stead_status grow_all(stead_draft *draft, stead_error *err)
{
    if (draft->baselines == 0)
        return stead_fail(err, STEAD_RANGE, "every baseline is nil: there is nothing to grow");
    for (size_t i = 0; i < draft->count; i++)
        draft->drafts[i].grown =
            stead_step_scale((stead_wide)draft->parts[i].baseline * STEAD_NANO, draft->envelope,
                             draft->baselines * STEAD_NANO);
    return STEAD_OK;
}

stead_status stead_draft_uniform(stead_draft *draft, stead_error *err)
{
    if (grow_all(draft, err) != STEAD_OK)
        return err->code;
    return stead_draft_bound(draft, err);
}

stead_status stead_draft_pace(stead_draft *draft, stead_error *err)
{
    if (draft->weights == 0)
        return stead_fail(err, STEAD_RANGE, "every weight is nil: there is no target");
    if (grow_all(draft, err) != STEAD_OK)
        return err->code;
    for (size_t i = 0; i < draft->count; i++) {
        stead_draft_part *d = &draft->drafts[i];
        d->moved = stead_step_move(d->grown, d->target, draft->policy->closing);
    }
    return stead_draft_bound(draft, err);
}

/* baseline × (1 + rate): a product of 64-bit numbers in 10^-9 p, which fits. */
static stead_wide uplifted(stead_pence baseline, stead_rate rate)
{
    return baseline * ((stead_wide)STEAD_NANO + rate);
}

stead_wide stead_draft_floor(const stead_draft *draft, size_t part)
{
    if (!draft->policy->has_floor)
        return 0;
    return stead_step_floor(uplifted(draft->parts[part].baseline, draft->policy->floor));
}

stead_wide stead_draft_ceiling(const stead_draft *draft, size_t part)
{
    return stead_step_ceiling(uplifted(draft->parts[part].baseline, draft->policy->ceiling));
}

stead_status stead_draft_check_floors(const stead_draft *draft, stead_error *err)
{
    stead_wide floors = 0;
    for (size_t i = 0; i < draft->count; i++)
        floors += stead_draft_floor(draft, i);
    return stead_bound_check_floors(floors, draft->envelope, err);
}

stead_status stead_draft_bound(stead_draft *draft, stead_error *err)
{
    const stead_policy *policy = draft->policy;
    stead_bounds bounds = {.has_floor = policy->has_floor,
                           .has_ceiling = policy->has_ceiling,
                           .envelope = draft->envelope};
    stead_bounded *parts = stead_arena_take(draft->arena, draft->count, sizeof *parts, err);
    if (parts == NULL)
        return err->code;
    for (size_t i = 0; i < draft->count; i++)
        parts[i] = (stead_bounded){
            .code = draft->parts[i].code,
            .amount = stead_draft_amount(&draft->drafts[i]),
            .floor = stead_draft_floor(draft, i),
            .ceiling = policy->has_ceiling ? stead_draft_ceiling(draft, i) : STEAD_NO_CEILING};
    if (stead_bound(parts, draft->count, &bounds, err) != STEAD_OK)
        return err->code;
    for (size_t i = 0; i < draft->count; i++) {
        draft->drafts[i].bound = parts[i].bound;
        draft->drafts[i].settled = parts[i].settled;
    }
    draft->released = bounds.released;
    draft->room = bounds.room;
    return STEAD_OK;
}
