/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/step.h"

stead_wide stead_step_scale(stead_wide amount, stead_wide to, stead_wide of)
{
    stead_wide out = 0;
    if (amount % STEAD_NANO == 0 && of % STEAD_NANO == 0) {
        amount /= STEAD_NANO; /* the same fraction, in numbers that multiply faster */
        of /= STEAD_NANO;
    }
    stead_wide_muldiv(to, amount, of, STEAD_HALF_AWAY, &out);
    return out;
}

stead_wide stead_step_move(stead_wide amount, stead_wide towards, stead_rate rate)
{
    stead_wide out = 0;
    stead_step_times(towards - amount, rate, &out);
    return out;
}

bool stead_step_times(stead_wide amount, stead_rate rate, stead_wide *out)
{
    return stead_wide_muldiv(amount, rate, STEAD_NANO, STEAD_HALF_AWAY, out);
}

bool stead_step_uplift(stead_wide amount, stead_rate rate, stead_wide *out)
{
    return stead_wide_muldiv(amount, (stead_wide)STEAD_NANO + rate, STEAD_NANO, STEAD_HALF_AWAY,
                             out);
}

stead_wide stead_step_floor(stead_wide amount)
{
    return stead_wide_div(amount, STEAD_NANO, STEAD_CEILING) * STEAD_NANO;
}

stead_wide stead_step_ceiling(stead_wide amount)
{
    return stead_wide_div(amount, STEAD_NANO, STEAD_FLOOR) * STEAD_NANO;
}

void stead_step_format(stead_wide amount, char out[STEAD_DECIMAL_TEXT])
{
    stead_wide pence = stead_wide_div(amount, STEAD_NANO, STEAD_CEILING);
    stead_money_format(pence > INT64_MAX ? INT64_MAX : (stead_pence)pence, out);
}

stead_status stead_bound_check_floors(stead_wide floors, stead_wide envelope, stead_error *err)
{
    char over[STEAD_DECIMAL_TEXT], whole[STEAD_DECIMAL_TEXT];
    if (floors <= envelope)
        return STEAD_OK;
    stead_step_format(floors - envelope, over);
    stead_step_format(envelope, whole);
    return stead_fail(err, STEAD_INFEASIBLE,
                      "the floor asks for %s more than the envelope of %s", over, whole);
}

static stead_status check_ceilings(stead_wide ceilings, stead_wide envelope, stead_error *err)
{
    char under[STEAD_DECIMAL_TEXT], whole[STEAD_DECIMAL_TEXT];
    if (ceilings >= envelope)
        return STEAD_OK;
    stead_step_format(envelope - ceilings, under);
    stead_step_format(envelope, whole);
    return stead_fail(err, STEAD_INFEASIBLE,
                      "the ceiling leaves %s of the envelope of %s that nobody may have", under,
                      whole);
}

static stead_status check_bounds(const stead_bounded *parts, size_t count,
                                 const stead_bounds *bounds, stead_error *err)
{
    stead_wide floors = 0, ceilings = 0;
    bool open = !bounds->has_ceiling;
    for (size_t i = 0; i < count; i++) {
        floors += parts[i].floor;
        if (parts[i].ceiling == STEAD_NO_CEILING)
            open = true;
        else
            ceilings += parts[i].ceiling;
    }
    if (stead_bound_check_floors(floors, bounds->envelope, err) != STEAD_OK)
        return err->code;
    for (size_t i = 0; i < count; i++)
        if (parts[i].floor > parts[i].ceiling)
            return stead_fail(err, STEAD_INFEASIBLE,
                              "no whole penny lies between the floor and the ceiling of '%s'",
                              parts[i].code);
    return open ? STEAD_OK : check_ceilings(ceilings, bounds->envelope, err);
}

/* Clamps every part; gives what is left of the envelope, and whether any part was clamped. */
static stead_wide clamp_all(stead_bounded *parts, size_t count, stead_wide envelope,
                            bool *clamped)
{
    stead_wide left = envelope;
    *clamped = false;
    for (size_t i = 0; i < count; i++) {
        stead_bounded *p = &parts[i];
        if (p->amount < p->floor)
            p->bound = p->floor - p->amount;
        else if (p->amount > p->ceiling)
            p->bound = p->ceiling - p->amount;
        *clamped = *clamped || p->bound != 0;
        left -= p->amount + p->bound;
    }
    return left;
}

/* How far a part can still move: down to its floor, or up to its ceiling. Beside parts without
 * a ceiling, whose room has no end, that of the others counts for nothing. */
static stead_wide headroom(const stead_bounded *part, bool down, bool open)
{
    stead_wide amount = part->amount + part->bound;
    if (down)
        return amount - part->floor;
    if (open)
        return part->ceiling == STEAD_NO_CEILING ? amount : 0;
    return part->ceiling - amount;
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
stead_status stead_bound(stead_bounded *parts, size_t count, stead_bounds *bounds,
                         stead_error *err)
{
    bool clamped, open = false;
    bounds->released = bounds->room = 0;
    if (check_bounds(parts, count, bounds, err) != STEAD_OK)
        return err->code;
    stead_wide left = clamp_all(parts, count, bounds->envelope, &clamped);
    bool down = left < 0;
    if (!clamped || !(down ? bounds->has_floor : bounds->has_ceiling))
        return STEAD_OK;
    for (size_t i = 0; i < count; i++)
        open = open || parts[i].ceiling == STEAD_NO_CEILING;
    bounds->released = left;
    for (size_t i = 0; i < count; i++)
        bounds->room += headroom(&parts[i], down, open);
    for (size_t i = 0; i < count && bounds->room > 0; i++)
        stead_wide_muldiv(left, headroom(&parts[i], down, open), bounds->room, STEAD_HALF_AWAY,
                          &parts[i].settled);
    if (bounds->room == 0 && left >= STEAD_NANO)
        return check_ceilings(bounds->envelope - left, bounds->envelope, err);
    return STEAD_OK;
}
