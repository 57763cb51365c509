/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/deficit.h"

#include <stdlib.h>

#include "calc/share.h"
#include "model/frame.h"

static stead_status sum_own(const stead_deficit_part *parts, size_t count, stead_pence *sum,
                            stead_error *err)
{
    stead_wide total = 0;
    for (size_t i = 0; i < count; i++) {
        if (parts[i].own == STEAD_MISSING)
            return stead_fail(err, STEAD_RANGE, "position of '%s' is missing", parts[i].code);
        total += parts[i].own;
    }
    if (!stead_wide_to_i64(total, sum) || *sum == STEAD_MISSING)
        return stead_fail(err, STEAD_RANGE, "positions sum to more money than fits");
    return STEAD_OK;
}

/* What the reserve meets of a deficit; of a surplus, nothing. */
static stead_status draw(stead_pence deficit, stead_pence reserve, stead_pence *met,
                         stead_error *err)
{
    if (reserve < 0)
        return stead_fail(err, STEAD_RANGE, "reserve is less than nothing");
    *met = deficit < reserve ? deficit : reserve;
    if (deficit < 0)
        *met = 0;
    return STEAD_OK;
}

static stead_status share_by(const stead_deficit_part *parts, size_t count, stead_pence sum,
                             stead_deficit_rule rule, stead_pence *out, stead_error *err)
{
    int64_t *weights = calloc(count + 1, sizeof *weights);
    const char **codes = calloc(count + 1, sizeof *codes);
    stead_status rc = STEAD_OK;
    if (weights == NULL || codes == NULL)
        rc = stead_nomem(err, "deficit");
    for (size_t i = 0; i < count && rc == STEAD_OK; i++) {
        weights[i] = rule == STEAD_DEFICIT_NEED ? parts[i].weight : parts[i].allocation;
        codes[i] = parts[i].code;
    }
    if (rc == STEAD_OK)
        rc = stead_share(sum, weights, codes, count, out, err);
    free(weights);
    free(codes);
    return rc;
}

/* The steps of one part that bears `out` of `shared`. */
static stead_status explain_part(const stead_deficit_part *part, uint32_t index,
                                 stead_pence shared, stead_pence out, bool by_need,
                                 stead_wide sum, stead_working *working, stead_error *err)
{
    stead_wide bears = (stead_wide)out * STEAD_NANO, exact = 0;
    stead_wide unit = by_need ? 1 : STEAD_NANO;
    int64_t weight = by_need ? part->weight : part->allocation;
    stead_step_kind kind = by_need ? STEAD_STEP_QUANTITY : STEAD_STEP_MONEY;
    stead_wide_muldiv((stead_wide)shared * STEAD_NANO, weight, sum, STEAD_HALF_AWAY, &exact);
    stead_step steps[] = {
        {.depth = 0, .label = "what it bears", .operation = "", .amount = bears},
        {.depth = 1,
         .label = by_need ? "its share by need" : "its share by allocation",
         .operation =
             by_need ? "shared × weight ÷ Σ weight" : "shared × allocation ÷ Σ allocation",
         .amount = exact,
         .inputs = {(stead_wide)shared * STEAD_NANO, weight * unit, sum * unit},
         .input_kinds = {STEAD_STEP_MONEY, kind, kind},
         .input_count = 3},
        {.depth = 1,
         .label = "to the penny, by largest remainder",
         .operation = "",
         .amount = bears - exact}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        steps[i].part = index;
        if ((i == 0 || steps[i].amount != 0) &&
            stead_working_add(working, &steps[i], err) != STEAD_OK)
            return err->code;
    }
    return STEAD_OK;
}

static stead_status explain_shares(const stead_deficit_part *parts, size_t count,
                                   stead_pence shared, stead_deficit_rule rule,
                                   const stead_pence *out, stead_working *working,
                                   stead_error *err)
{
    bool by_need = rule == STEAD_DEFICIT_NEED;
    stead_wide sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += by_need ? parts[i].weight : parts[i].allocation;
    for (size_t i = 0; i < count && working != NULL; i++)
        if (explain_part(&parts[i], (uint32_t)i, shared, out[i], by_need, sum, working, err) !=
            STEAD_OK)
            return err->code;
    return STEAD_OK;
}

static stead_status bear_own(const stead_deficit_part *parts, size_t count, stead_pence *out,
                             stead_working *working, stead_error *err)
{
    for (size_t i = 0; i < count; i++) {
        stead_step step = {.part = (uint32_t)i,
                           .label = "what it bears",
                           .operation = "",
                           .amount = (stead_wide)parts[i].own * STEAD_NANO};
        out[i] = parts[i].own;
        if (stead_working_add(working, &step, err) != STEAD_OK)
            return err->code;
        step.depth = 1;
        step.label = "its own position";
        if (step.amount != 0 && stead_working_add(working, &step, err) != STEAD_OK)
            return err->code;
    }
    return STEAD_OK;
}

stead_status stead_deficit_share(const stead_deficit_part *parts, size_t count,
                                 stead_deficit_rule rule, stead_pence reserve, stead_pence *out,
                                 stead_pence *met, stead_working *working, stead_error *err)
{
    stead_pence deficit;
    *met = 0;
    if (sum_own(parts, count, &deficit, err) != STEAD_OK)
        return err->code;
    if (rule == STEAD_DEFICIT_OWN)
        return bear_own(parts, count, out, working, err);
    if (rule == STEAD_DEFICIT_RESERVE && draw(deficit, reserve, met, err) != STEAD_OK)
        return err->code;
    stead_pence shared = deficit - *met;
    if (share_by(parts, count, shared, rule, out, err) != STEAD_OK)
        return err->code;
    return explain_shares(parts, count, shared, rule, out, working, err);
}

stead_status stead_deficit_repay(stead_pence deficit, size_t years, stead_pence *out,
                                 stead_error *err)
{
    if (years == 0)
        return stead_fail(err, STEAD_RANGE, "a deficit cannot be repaid over no years");
    if (deficit < 0)
        return stead_fail(err, STEAD_RANGE, "a surplus has nothing to repay");
    uint64_t each = (uint64_t)deficit / years, odd = (uint64_t)deficit % years;
    for (size_t year = 0; year < years; year++)
        out[year] = (stead_pence)(each + (year < odd));
    return STEAD_OK;
}
