/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Uniform growth, the move to target, and the floor and ceiling. Source: DOMAIN 3.3, items 1
 * to 3. */
#include "calc/draft.h"

/* a × b ÷ d for the magnitudes that stead_pace lets in: envelope and sums of 64 bits, fractions
 * of at most one. The quotient is then never more than the envelope or a bound, which fit. */
static stead_wide part_of(stead_wide a, stead_wide b, stead_wide d)
{
    stead_wide out = 0;
    stead_wide_muldiv(a, b, d, STEAD_HALF_AWAY, &out);
    return out;
}

static stead_status grow_all(stead_draft *draft, stead_error *err)
{
    if (draft->baselines == 0)
        return stead_fail(err, STEAD_RANGE, "every baseline is nil: there is nothing to grow");
    for (size_t i = 0; i < draft->count; i++)
        draft->drafts[i].grown =
            part_of(draft->envelope, draft->parts[i].baseline, draft->baselines);
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
        d->moved = part_of(d->target - d->grown, draft->policy->closing, STEAD_NANO);
    }
    return stead_draft_bound(draft, err);
}

/* baseline × (1 + rate), to the whole penny towards the inside of the bound. */
static stead_wide bound_of(stead_pence baseline, stead_rate rate, stead_rounding how)
{
    stead_wide exact = baseline * ((stead_wide)STEAD_NANO + rate);
    return stead_wide_div(exact, STEAD_NANO, how) * STEAD_NANO;
}

stead_wide stead_draft_floor(const stead_draft *draft, size_t part)
{
    if (!draft->policy->has_floor)
        return 0;
    return bound_of(draft->parts[part].baseline, draft->policy->floor, STEAD_CEILING);
}

stead_wide stead_draft_ceiling(const stead_draft *draft, size_t part)
{
    return bound_of(draft->parts[part].baseline, draft->policy->ceiling, STEAD_FLOOR);
}

static stead_status too_high(const stead_draft *draft, stead_wide floors, stead_error *err)
{
    char over[STEAD_DECIMAL_TEXT], envelope[STEAD_DECIMAL_TEXT];
    stead_draft_format(floors - draft->envelope, over);
    stead_draft_format(draft->envelope, envelope);
    return stead_fail(err, STEAD_INFEASIBLE,
                      "the floor asks for %s more than the envelope of %s", over, envelope);
}

static stead_status too_low(const stead_draft *draft, stead_wide ceilings, stead_error *err)
{
    char under[STEAD_DECIMAL_TEXT], envelope[STEAD_DECIMAL_TEXT];
    stead_draft_format(draft->envelope - ceilings, under);
    stead_draft_format(draft->envelope, envelope);
    return stead_fail(err, STEAD_INFEASIBLE,
                      "the ceiling leaves %s of the envelope of %s that nobody may have", under,
                      envelope);
}

stead_status stead_draft_check_floors(const stead_draft *draft, stead_error *err)
{
    stead_wide floors = 0;
    for (size_t i = 0; i < draft->count; i++)
        floors += stead_draft_floor(draft, i);
    return floors > draft->envelope ? too_high(draft, floors, err) : STEAD_OK;
}

static stead_status check_ceilings(const stead_draft *draft, stead_error *err)
{
    stead_wide ceilings = 0;
    for (size_t i = 0; i < draft->count; i++) {
        stead_wide ceiling = stead_draft_ceiling(draft, i);
        ceilings += ceiling;
        if (stead_draft_floor(draft, i) > ceiling)
            return stead_fail(err, STEAD_INFEASIBLE,
                              "no whole penny lies between the floor and the ceiling of '%s'",
                              draft->parts[i].code);
    }
    return ceilings < draft->envelope ? too_low(draft, ceilings, err) : STEAD_OK;
}

/* Clamps every part; gives what is left of the envelope, and whether any part was clamped. */
static stead_wide clamp_all(stead_draft *draft, bool *clamped)
{
    stead_wide left = draft->envelope;
    *clamped = false;
    for (size_t i = 0; i < draft->count; i++) {
        stead_draft_part *d = &draft->drafts[i];
        stead_wide floor = stead_draft_floor(draft, i), amount = stead_draft_amount(d);
        if (amount < floor)
            d->bound = floor - amount;
        else if (draft->policy->has_ceiling && amount > stead_draft_ceiling(draft, i))
            d->bound = stead_draft_ceiling(draft, i) - amount;
        *clamped = *clamped || d->bound != 0;
        left -= amount + d->bound;
    }
    return left;
}

/* How far a part can still move: down to its floor, or up to its ceiling. */
static stead_wide headroom(const stead_draft *draft, size_t part, bool down)
{
    stead_wide amount = stead_draft_amount(&draft->drafts[part]);
    return down ? amount - stead_draft_floor(draft, part)
                : stead_draft_ceiling(draft, part) - amount;
}

/* Bounds hold to the penny after the last rounding, though every working amount is rounded to
 * 10^-9 of a penny (off by at most 0.5e-9 p a step):
 * - floor and ceiling are whole pence, so clamping to them is exact;
 * - `left` is then taken from the working amounts themselves, and no greater than Σ headroom
 *   (the checks above compare whole pence), so each share of it, rounded, is within its own
 *   headroom, a whole number of 10^-9 p: nobody crosses a bound;
 * - the largest remainder cuts to a whole penny, which cannot pass below a whole-penny floor,
 *   and adds a penny only to amounts that are not whole, which cannot pass above a whole-penny
 *   ceiling (whole amounts get none while the amounts are within a penny of the envelope: half
 *   of 10^-9 p for each part).
 * Without a ceiling (or floor) nothing is left over (or lacking) but that rounding, which the
 * largest remainder takes up. */
stead_status stead_draft_bound(stead_draft *draft, stead_error *err)
{
    const stead_policy *policy = draft->policy;
    bool clamped;
    if (stead_draft_check_floors(draft, err) != STEAD_OK)
        return err->code;
    if (policy->has_ceiling && check_ceilings(draft, err) != STEAD_OK)
        return err->code;
    stead_wide left = clamp_all(draft, &clamped);
    bool down = left < 0;
    if (!clamped || !(down ? policy->has_floor : policy->has_ceiling))
        return STEAD_OK;
    draft->released = left;
    for (size_t i = 0; i < draft->count; i++)
        draft->room += headroom(draft, i, down);
    for (size_t i = 0; i < draft->count && draft->room > 0; i++)
        draft->drafts[i].settled = part_of(left, headroom(draft, i, down), draft->room);
    return STEAD_OK;
}
