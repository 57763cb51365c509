/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Steps that are whole methods of calc/pace: banded convergence, and bids scaled. */
#include "calc/draft.h"
#include "calc/parts.h"
#include "calc/parts_check.h"

/* The parts of one system, as stead_pace takes them. */
typedef struct {
    const stead_roster *roster;
    stead_part *parts;
    size_t first, count;
} work;

/* An amount in pence, for a method that works on published money. */
static stead_status pence_of(const stead_roster *roster, size_t part, const char *what,
                             const stead_wide *amounts, stead_pence *out, stead_error *err)
{
    *out = (stead_pence)(amounts[part] / STEAD_NANO);
    if (amounts[part] % STEAD_NANO == 0)
        return STEAD_OK;
    return stead_fail(err, STEAD_RANGE, "%s of '%s' is not whole pence; foot it first", what,
                      roster->codes[part]);
}

static stead_status make(const work *w, const stead_policy *policy, stead_arena *arena,
                         stead_wide *out, stead_error *err)
{
    stead_draft draft = {
        .parts = w->parts, .count = w->count, .policy = policy, .arena = arena};
    if (stead_draft_make(&draft, err))
        return err->code;
    for (size_t i = 0; i < w->count; i++)
        out[w->first + i] = stead_draft_amount(&draft.drafts[i]);
    return STEAD_OK;
}

/* Fills the parts of one system from the amounts that a step was given. */
typedef stead_status fill(work *w, size_t system, const void *given, stead_error *err);

/* Runs a method over each system. */
static stead_status run(const stead_roster *roster, fill *with, const void *given,
                        stead_policy *policy, const stead_pence *envelopes, stead_wide *out,
                        stead_error *err)
{
    work w = {.roster = roster};
    stead_arena *arena;
    if (stead_arena_create(&arena, err))
        return err->code;
    stead_status rc = STEAD_OK;
    for (size_t s = 0; rc == STEAD_OK && s < roster->width; s++) {
        w.first = roster->first[s];
        w.count = roster->first[s + 1] - w.first;
        policy->envelope = envelopes[s];
        w.parts = stead_arena_take(arena, w.count, sizeof *w.parts, err);
        rc = w.parts == NULL ? err->code : with(&w, s, given, err);
        if (rc == STEAD_OK)
            rc = make(&w, policy, arena, out, err);
        if (rc != STEAD_OK)
            stead_parts_name(roster, s, err);
    }
    stead_arena_free(arena);
    return rc;
}

typedef struct {
    const stead_wide *baselines, *targets;
    bool by_weight;
} distances;

/* How far to cut targets down so that they, and their sum, are 64-bit weights: whole pence
 * exactly, others to a part in 2^62 of their sum. */
static stead_wide divisor(const work *w, const stead_wide *targets)
{
    stead_wide sum = 0, by = 1;
    bool whole = true;
    for (size_t i = w->first; i < w->first + w->count; i++) {
        sum += targets[i];
        whole = whole && targets[i] % STEAD_NANO == 0;
    }
    if (whole)
        return STEAD_NANO;
    while (sum / by > INT64_MAX / 2)
        by *= 2;
    return by;
}

static stead_status fill_distances(work *w, size_t system, const void *given, stead_error *err)
{
    const distances *d = given;
    if (stead_parts_check_positive(w->roster, system, "baseline", d->baselines, err) ||
        stead_parts_check_positive(w->roster, system, "target", d->targets, err))
        return err->code;
    stead_wide by = divisor(w, d->targets);
    for (size_t i = 0; i < w->count; i++) {
        size_t at = w->first + i;
        stead_part *part = &w->parts[i];
        *part = (stead_part){.code = w->roster->codes[at]};
        if (pence_of(w->roster, at, "baseline", d->baselines, &part->baseline, err))
            return err->code;
        part->weight = d->by_weight ? w->roster->weights[at] : (int64_t)(d->targets[at] / by);
    }
    return STEAD_OK;
}

stead_status stead_parts_converge(const stead_roster *roster, const stead_wide *baselines,
                                  const stead_wide *targets, const stead_convergence *how,
                                  const stead_pence *envelopes, stead_wide *out,
                                  stead_error *err)
{
    const distances given = {baselines, targets, how->by_weight};
    stead_policy policy = {.method = STEAD_BANDED,
                           .closing = how->closing,
                           .has_cap = how->has_cap,
                           .cap = how->cap,
                           .has_floor = how->has_floor,
                           .floor = how->floor};
    return run(roster, fill_distances, &given, &policy, envelopes, out, err);
}

typedef struct {
    const stead_wide *bids, *committed;
} asks;

static stead_status fill_asks(work *w, size_t system, const void *given, stead_error *err)
{
    const asks *a = given;
    if (stead_parts_check_positive(w->roster, system, "bid", a->bids, err))
        return err->code;
    for (size_t i = 0; i < w->count; i++) {
        size_t at = w->first + i;
        stead_part *part = &w->parts[i];
        *part = (stead_part){.code = w->roster->codes[at]};
        if (pence_of(w->roster, at, "bid", a->bids, &part->bid, err) ||
            (a->committed != NULL && pence_of(w->roster, at, "committed part of the bid",
                                              a->committed, &part->committed, err)))
            return err->code;
    }
    return STEAD_OK;
}

stead_status stead_parts_scale(const stead_roster *roster, const stead_wide *bids,
                               const stead_wide *committed, const stead_pence *envelopes,
                               stead_wide *out, stead_error *err)
{
    const asks given = {bids, committed};
    stead_policy policy = {.method = STEAD_BOTTOM_UP};
    return run(roster, fill_asks, &given, &policy, envelopes, out, err);
}
