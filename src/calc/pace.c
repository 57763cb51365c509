/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/pace.h"

#include "calc/check.h"
#include "calc/draft.h"
#include "calc/share.h"
#include "model/frame.h"

stead_wide stead_draft_amount(const stead_draft_part *part)
{
    return part->grown + part->moved + part->committed + part->scaled + part->bound +
           part->settled;
}

/* A growth rate that a policy may not go below: taking everything away. */
static stead_status check_growth(const char *what, bool given, stead_rate rate,
                                 stead_error *err)
{
    char text[STEAD_DECIMAL_TEXT];
    if (!given || rate >= -STEAD_NANO)
        return STEAD_OK;
    stead_rate_format(rate, 0, text);
    return stead_fail(err, STEAD_RANGE, "%s of %s is below -100%%", what, text);
}

static stead_status check_fraction(const char *what, stead_rate rate, stead_error *err)
{
    char text[STEAD_DECIMAL_TEXT];
    if (rate >= 0 && rate <= STEAD_NANO)
        return STEAD_OK;
    stead_rate_format(rate, 0, text);
    return stead_fail(err, STEAD_RANGE, "%s of %s is not from 0%% to 100%%", what, text);
}

static stead_status check_bounds(const stead_policy *policy, stead_error *err)
{
    char floor[STEAD_DECIMAL_TEXT], ceiling[STEAD_DECIMAL_TEXT];
    if (check_growth("floor", policy->has_floor, policy->floor, err) != STEAD_OK ||
        check_growth("ceiling", policy->has_ceiling, policy->ceiling, err) != STEAD_OK)
        return err->code;
    if (policy->has_ceiling && policy->method == STEAD_BANDED)
        return stead_fail(err, STEAD_RANGE, "a banded policy takes no ceiling; set a cap");
    if ((policy->has_floor || policy->has_ceiling) && policy->method == STEAD_BOTTOM_UP)
        return stead_fail(err, STEAD_RANGE,
                          "a bottom-up policy takes no floor and no ceiling: bids alone are "
                          "scaled");
    if (!policy->has_floor || !policy->has_ceiling || policy->floor <= policy->ceiling)
        return STEAD_OK;
    stead_rate_format(policy->floor, 0, floor);
    stead_rate_format(policy->ceiling, 0, ceiling);
    return stead_fail(err, STEAD_RANGE, "floor of %s is above the ceiling of %s", floor,
                      ceiling);
}

static stead_status check_mix(const stead_policy *policy, stead_error *err)
{
    static const char *const names[] = {"uniform part of the mix", "target part of the mix",
                                        "bid part of the mix"};
    stead_rate sum = 0;
    char text[STEAD_DECIMAL_TEXT];
    for (int i = 0; i < 3; i++) {
        if (check_fraction(names[i], policy->mix[i], err) != STEAD_OK)
            return err->code;
        sum += policy->mix[i];
    }
    if (sum == STEAD_NANO)
        return STEAD_OK;
    stead_rate_format(sum, 0, text);
    return stead_fail(err, STEAD_RANGE, "mix of uniform, target and bid sums to %s, not 100%%",
                      text);
}

static stead_status check_policy(const stead_policy *policy, stead_error *err)
{
    char text[STEAD_DECIMAL_TEXT];
    bool converges = policy->method == STEAD_PACE || policy->method == STEAD_BANDED;
    if (policy->envelope < 0) {
        stead_money_format(policy->envelope, text);
        return stead_fail(err, STEAD_RANGE, "envelope of %s is less than nothing", text);
    }
    if (converges && check_fraction("closing fraction", policy->closing, err) != STEAD_OK)
        return err->code;
    if (policy->method == STEAD_BANDED && policy->has_cap &&
        check_fraction("cap", policy->cap, err) != STEAD_OK)
        return err->code;
    if (policy->method == STEAD_HYBRID && check_mix(policy, err) != STEAD_OK)
        return err->code;
    return check_bounds(policy, err);
}

static stead_status check_bid(stead_draft *draft, const stead_part *part, stead_error *err)
{
    if (stead_check_item("bid", part->code, part->bid, &draft->bids, err) != STEAD_OK)
        return err->code;
    if (draft->policy->method != STEAD_BOTTOM_UP)
        return STEAD_OK;
    if (part->committed > part->bid)
        return stead_fail(err, STEAD_RANGE,
                          "committed part of the bid of '%s' is more than the bid", part->code);
    return stead_check_item("committed part of the bid", part->code, part->committed,
                            &draft->committed, err);
}

static stead_status check_parts(stead_draft *draft, stead_error *err)
{
    stead_method method = draft->policy->method;
    if (draft->count == 0)
        return stead_fail(err, STEAD_RANGE, "there is nobody to share the envelope between");
    for (size_t i = 0; i < draft->count; i++) {
        const stead_part *part = &draft->parts[i];
        if (stead_check_item("baseline", part->code, part->baseline, &draft->baselines, err) !=
                STEAD_OK ||
            stead_check_item("weight", part->code, part->weight, &draft->weights, err) !=
                STEAD_OK)
            return err->code;
        if ((method == STEAD_BOTTOM_UP || method == STEAD_HYBRID) &&
            check_bid(draft, part, err) != STEAD_OK)
            return err->code;
    }
    return STEAD_OK;
}

static void set_targets(stead_draft *draft)
{
    for (size_t i = 0; i < draft->count && draft->weights > 0; i++)
        stead_wide_muldiv(draft->envelope, draft->parts[i].weight, draft->weights,
                          STEAD_HALF_AWAY, &draft->drafts[i].target);
}

stead_status stead_draft_make(stead_draft *draft, stead_error *err)
{
    static stead_status (*const methods[])(stead_draft *, stead_error *) = {
        [STEAD_UNIFORM] = stead_draft_uniform, [STEAD_PACE] = stead_draft_pace,
        [STEAD_BANDED] = stead_draft_banded,   [STEAD_BOTTOM_UP] = stead_draft_bottom_up,
        [STEAD_HYBRID] = stead_draft_hybrid,
    };
    if (check_policy(draft->policy, err) != STEAD_OK || check_parts(draft, err) != STEAD_OK)
        return err->code;
    draft->drafts = stead_arena_take(draft->arena, draft->count, sizeof *draft->drafts, err);
    if (draft->drafts == NULL)
        return err->code;
    draft->envelope = (stead_wide)draft->policy->envelope * STEAD_NANO;
    draft->growing = draft->envelope;
    draft->growing_over = draft->baselines;
    set_targets(draft);
    return methods[draft->policy->method](draft, err);
}

/* part × 10^9 ÷ whole as a rate; missing when the whole is nil or the rate does not fit. */
static stead_rate rate_of(stead_wide part, stead_wide whole)
{
    stead_wide rate;
    stead_rate out;
    if (whole == 0 || !stead_wide_muldiv(part, STEAD_NANO, whole, STEAD_HALF_AWAY, &rate) ||
        !stead_wide_to_i64(rate, &out))
        return STEAD_MISSING;
    return out;
}

/* Each distance is one exact fraction, rounded once. */
static void set_rates(const stead_draft *draft, stead_award *awards)
{
    for (size_t i = 0; i < draft->count; i++) {
        const stead_part *part = &draft->parts[i];
        stead_award *award = &awards[i];
        stead_wide fair = draft->baselines * part->weight;
        stead_wide target = (stead_wide)draft->policy->envelope * part->weight;
        award->growth = rate_of((stead_wide)award->allocation - part->baseline, part->baseline);
        award->opening = rate_of(part->baseline * draft->weights - fair, fair);
        award->closing = rate_of(award->allocation * draft->weights - target, target);
    }
}

/* What publishing needs of each part, side by side. */
typedef struct {
    const char **codes;
    int64_t *weights;
    stead_pence *pence;
} columns;

static stead_status columns_make(columns *c, const stead_draft *draft, stead_error *err)
{
    size_t n = draft->count;
    *c = (columns){.codes = stead_arena_take(draft->arena, n, sizeof *c->codes, err),
                   .weights = stead_arena_take(draft->arena, n, sizeof *c->weights, err),
                   .pence = stead_arena_take(draft->arena, n, sizeof *c->pence, err)};
    if (c->codes == NULL || c->weights == NULL || c->pence == NULL)
        return err->code;
    for (size_t i = 0; i < n; i++) {
        c->codes[i] = draft->parts[i].code;
        c->weights[i] = draft->parts[i].weight;
    }
    return STEAD_OK;
}

/* Targets to the penny, growth and distances, of allocations that stand. */
static stead_status measure(const stead_draft *draft, const columns *c, stead_award *awards,
                            stead_error *err)
{
    if (draft->weights > 0 && stead_share(draft->policy->envelope, c->weights, c->codes,
                                          draft->count, c->pence, err) != STEAD_OK)
        return err->code;
    for (size_t i = 0; i < draft->count; i++)
        awards[i].target = draft->weights > 0 ? c->pence[i] : STEAD_MISSING;
    set_rates(draft, awards);
    return STEAD_OK;
}

/* Allocations to the penny, and all that is said of them. */
static stead_status publish(const stead_draft *draft, stead_award *awards, stead_error *err)
{
    columns c;
    stead_wide *exact = stead_arena_take(draft->arena, draft->count, sizeof *exact, err);
    if (exact == NULL || columns_make(&c, draft, err) != STEAD_OK)
        return err->code;
    for (size_t i = 0; i < draft->count; i++)
        exact[i] = stead_draft_amount(&draft->drafts[i]);
    if (stead_share_round(draft->policy->envelope, exact, c.weights, c.codes, draft->count,
                          c.pence, err) != STEAD_OK)
        return err->code;
    for (size_t i = 0; i < draft->count; i++)
        awards[i].allocation = c.pence[i];
    return measure(draft, &c, awards, err);
}

stead_status stead_award_measure(const stead_part *parts, size_t count, stead_pence envelope,
                                 stead_award *awards, stead_error *err)
{
    const stead_policy policy = {.method = STEAD_UNIFORM, .envelope = envelope};
    stead_draft draft = {.parts = parts, .count = count, .policy = &policy};
    columns c;
    if (stead_arena_create(&draft.arena, err) != STEAD_OK)
        return err->code;
    stead_status rc = check_policy(&policy, err);
    if (rc == STEAD_OK)
        rc = check_parts(&draft, err);
    if (rc == STEAD_OK)
        rc = columns_make(&c, &draft, err);
    if (rc == STEAD_OK)
        rc = measure(&draft, &c, awards, err);
    stead_arena_free(draft.arena);
    return rc;
}

stead_status stead_pace(const stead_part *parts, size_t count, const stead_policy *policy,
                        stead_award *awards, stead_working *working, stead_error *err)
{
    stead_draft draft = {.parts = parts, .count = count, .policy = policy};
    if (stead_arena_create(&draft.arena, err) != STEAD_OK)
        return err->code;
    stead_status rc = stead_draft_make(&draft, err);
    if (rc == STEAD_OK)
        rc = publish(&draft, awards, err);
    if (rc == STEAD_OK)
        rc = stead_draft_explain(&draft, awards, working, err);
    stead_arena_free(draft.arena);
    return rc;
}

stead_status stead_pace_base_growth(const stead_part *parts, size_t count,
                                    const stead_policy *policy, stead_rate *out,
                                    stead_error *err)
{
    stead_draft draft = {.parts = parts, .count = count, .policy = policy};
    if (stead_arena_create(&draft.arena, err) != STEAD_OK)
        return err->code;
    stead_status rc = stead_draft_make(&draft, err);
    if (rc == STEAD_OK)
        *out = rate_of(draft.growing - draft.growing_over * STEAD_NANO,
                       draft.growing_over * STEAD_NANO);
    stead_arena_free(draft.arena);
    return rc;
}
