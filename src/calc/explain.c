/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* The working of a budget: for each part, the amounts that add up to its allocation, and what
 * they were made from. */
#include "calc/draft.h"
#include "model/frame.h"

/* Where the steps go, and whose they are. */
typedef struct {
    const stead_draft *draft;
    const stead_award *award;
    stead_working *working;
    stead_error *err;
    size_t index;
    const stead_part *part;
    const stead_draft_part *made;
    bool failed;
} pen;

static void put(pen *p, const stead_step *step)
{
    p->failed = p->failed || stead_working_add(p->working, step, p->err) != STEAD_OK;
    if (!p->failed)
        p->working->steps[p->working->count - 1].part = (uint32_t)p->index;
}

static stead_wide pence(stead_wide amount)
{
    return amount * STEAD_NANO;
}

/* A step whose inputs, if any, are money. */
static void put_money(pen *p, uint16_t depth, const char *label, stead_wide amount,
                      const char *cites)
{
    put(p,
        &(stead_step){
            .depth = depth, .label = label, .operation = "", .amount = amount, .cites = cites});
}

static void put_share(pen *p, const char *label, const char *operation, stead_wide amount,
                      stead_wide of, stead_wide item, stead_wide sum, const char *cites)
{
    put(p, &(stead_step){.depth = 1,
                         .label = label,
                         .operation = operation,
                         .amount = amount,
                         .inputs = {of, item, sum},
                         .input_count = 3,
                         .cites = cites});
}

static void put_rate(pen *p, const char *label, const char *operation, stead_rate rate,
                     const char *cites)
{
    if (rate != 0 && rate != STEAD_MISSING)
        put(p, &(stead_step){.depth = 2,
                             .kind = STEAD_STEP_RATE,
                             .label = label,
                             .operation = operation,
                             .amount = rate,
                             .cites = cites});
}

static void put_grown(pen *p)
{
    const stead_draft *d = p->draft;
    bool banded = d->policy->method == STEAD_BANDED;
    put_share(p, "its baseline, grown with everyone else's",
              banded ? "left for base growth × baseline ÷ Σ baseline off the floor"
                     : "envelope × baseline ÷ Σ baseline",
              p->made->grown, d->growing, pence(p->part->baseline), pence(d->growing_over),
              "envelope");
    put_money(p, 2, "its baseline", pence(p->part->baseline), "baseline");
}

static void put_target(pen *p)
{
    const stead_draft *d = p->draft;
    if (p->made->target != 0)
        put(p, &(stead_step){
                   .depth = 2,
                   .label = "its target",
                   .operation = "envelope × weight ÷ Σ weight",
                   .amount = p->made->target,
                   .inputs = {d->envelope, p->part->weight, d->weights},
                   .input_kinds = {STEAD_STEP_MONEY, STEAD_STEP_QUANTITY, STEAD_STEP_QUANTITY},
                   .input_count = 3,
                   .cites = "weight"});
}

static void put_move(pen *p)
{
    stead_rate closing = p->draft->policy->closing;
    if (p->made->moved == 0)
        return;
    put(p, &(stead_step){.depth = 1,
                         .label = "part of the way to its target",
                         .operation = "fraction closed × (target − grown baseline)",
                         .amount = p->made->moved,
                         .inputs = {closing, p->made->target, p->made->grown},
                         .input_kinds = {STEAD_STEP_RATE, STEAD_STEP_MONEY, STEAD_STEP_MONEY},
                         .input_count = 3,
                         .cites = "closing"});
    put_target(p);
    put_rate(p, "the fraction of the distance that is closed", "", closing, "closing");
}

static void put_convergence(pen *p)
{
    const stead_policy *policy = p->draft->policy;
    stead_wide cap = (stead_wide)p->part->baseline * policy->cap;
    bool capped = policy->has_cap && (p->made->moved == cap || p->made->moved == -cap);
    stead_step step = {.depth = 1,
                       .label = "convergence towards its target",
                       .operation = "fraction × −distance from target × baseline",
                       .amount = p->made->moved,
                       .inputs = {policy->closing, p->award->opening, pence(p->part->baseline)},
                       .input_kinds = {STEAD_STEP_RATE, STEAD_STEP_RATE, STEAD_STEP_MONEY},
                       .input_count = 3,
                       .cites = "closing"};
    if (capped) {
        step.label = "convergence towards its target, as much as the cap lets";
        step.operation = "cap × baseline";
        step.inputs[0] = policy->cap;
        step.inputs[1] = pence(p->part->baseline);
        step.input_kinds[1] = STEAD_STEP_MONEY;
        step.input_count = 2;
        step.cites = "cap";
    }
    if (p->made->moved == 0)
        return;
    put(p, &step);
    put_rate(p, "its distance from target", "share of baseline ÷ share of weight − 1",
             p->award->opening, "weight");
}

static void put_bid(pen *p)
{
    const stead_draft *d = p->draft;
    if (p->made->committed != 0)
        put_money(p, 1, "the committed part of its bid, met in full", p->made->committed,
                  "committed");
    if (p->made->scaled != 0) {
        put_share(p, "the rest of its bid, scaled to what is left",
                  "left × rest of bid ÷ Σ rest of bids", p->made->scaled,
                  d->envelope - pence(d->committed), pence(p->part->bid - p->part->committed),
                  pence(d->bids - d->committed), "envelope");
        put_money(p, 2, "its bid", pence(p->part->bid), "bid");
    }
}

static void put_mix(pen *p)
{
    const stead_draft *d = p->draft;
    stead_wide unit = d->envelope / STEAD_NANO;
    if (p->made->grown != 0) {
        put_share(p, "by uniform growth, its part of the mix",
                  "part of the envelope × baseline ÷ Σ baseline", p->made->grown,
                  unit * d->policy->mix[0], pence(p->part->baseline), pence(d->baselines),
                  "mix");
        put_money(p, 2, "its baseline", pence(p->part->baseline), "baseline");
    }
    if (p->made->moved != 0)
        put(p, &(stead_step){
                   .depth = 1,
                   .label = "by target share, its part of the mix",
                   .operation = "part of the envelope × weight ÷ Σ weight",
                   .amount = p->made->moved,
                   .inputs = {unit * d->policy->mix[1], p->part->weight, d->weights},
                   .input_kinds = {STEAD_STEP_MONEY, STEAD_STEP_QUANTITY, STEAD_STEP_QUANTITY},
                   .input_count = 3,
                   .cites = "mix"});
    if (p->made->scaled != 0) {
        put_share(p, "by its bid, its part of the mix", "part of the envelope × bid ÷ Σ bid",
                  p->made->scaled, unit * d->policy->mix[2], pence(p->part->bid),
                  pence(d->bids), "mix");
        put_money(p, 2, "its bid", pence(p->part->bid), "bid");
    }
}

static void put_bound(pen *p)
{
    const stead_policy *policy = p->draft->policy;
    bool raised = p->made->bound > 0;
    if (p->made->bound == 0)
        return;
    stead_wide limit = raised ? stead_draft_floor(p->draft, p->index)
                              : stead_draft_ceiling(p->draft, p->index);
    put_share(p, raised ? "raised to the floor" : "held at the ceiling",
              raised ? "floor − amount before" : "ceiling − amount before", p->made->bound,
              limit, limit - p->made->bound, 0, raised ? "floor" : "ceiling");
    put(p, &(stead_step){
               .depth = 2,
               .label = raised ? "its floor" : "its ceiling",
               .operation = raised ? "baseline × (1 + floor), up to the penny"
                                   : "baseline × (1 + ceiling), down to the penny",
               .amount = limit,
               .inputs = {pence(p->part->baseline), raised ? policy->floor : policy->ceiling},
               .input_kinds = {STEAD_STEP_MONEY, STEAD_STEP_RATE},
               .input_count = 2,
               .cites = raised ? "floor" : "ceiling"});
}

static void put_settled(pen *p)
{
    const stead_draft *d = p->draft;
    bool gives = p->made->settled < 0;
    stead_wide before = stead_draft_amount(p->made) - p->made->settled;
    if (p->made->settled == 0)
        return;
    put_share(
        p, gives ? "its part of meeting others' floors" : "its part of what ceilings release",
        gives ? "cost of floors × room above its floor ÷ Σ room"
              : "release × room below its ceiling ÷ Σ room",
        p->made->settled, d->released,
        gives ? before - stead_draft_floor(d, p->index)
              : stead_draft_ceiling(d, p->index) - before,
        d->room, gives ? "floor" : "ceiling");
}

static void put_part(pen *p)
{
    stead_wide allocation = pence(p->award->allocation);
    stead_wide penny = allocation - stead_draft_amount(p->made);
    stead_method method = p->draft->policy->method;
    put_money(p, 0, "its allocation", allocation, NULL);
    if (method == STEAD_HYBRID)
        put_mix(p);
    else if (method == STEAD_BOTTOM_UP)
        put_bid(p);
    else
        put_grown(p);
    if (method == STEAD_PACE)
        put_move(p);
    if (method == STEAD_BANDED)
        put_convergence(p);
    put_bound(p);
    put_settled(p);
    if (penny != 0)
        put_money(p, 1, "to the penny, by largest remainder", penny, NULL);
}

stead_status stead_draft_explain(const stead_draft *draft, const stead_award *awards,
                                 stead_working *working, stead_error *err)
{
    if (working == NULL)
        return STEAD_OK;
    for (size_t i = 0; i < draft->count; i++) {
        pen p = {.draft = draft,
                 .award = &awards[i],
                 .working = working,
                 .err = err,
                 .index = i,
                 .part = &draft->parts[i],
                 .made = &draft->drafts[i]};
        put_part(&p);
        if (p.failed)
            return err->code;
    }
    return STEAD_OK;
}
