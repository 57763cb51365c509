/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* What is wrong with the grants in force on a day. Each giver of each function is looked at
 * once, with what it was given set out by area. */
#include <stdlib.h>

#include "calc/authority_in.h"

/* What a giver was given of a function. */
typedef struct {
    bool origin, everywhere_free, everywhere_held, yearly;
    uint32_t most, most_yearly, any; /* grants; STEAD_NOBODY when none */
    stead_pence had;                 /* in a year, of all the grants */
} holding;

static stead_status report(stead_authority *a, stead_grant_finding finding, stead_error *err)
{
    if (a->finding_count == a->finding_room) {
        size_t room = a->finding_room == 0 ? 64 : 2 * a->finding_room;
        stead_grant_finding *more = realloc(a->findings, room * sizeof *more);
        if (more == NULL)
            return stead_nomem(err, "what is wrong with grants");
        a->findings = more;
        a->finding_room = room;
    }
    a->findings[a->finding_count++] = finding;
    return STEAD_OK;
}

static bool counts(const stead_authority *a, uint32_t grant, stead_day on)
{
    return a->unlawful[grant] == STEAD_LAWFUL && authority_in_force(a, &a->grants[grant], on);
}

static stead_pence add_up(stead_pence a, stead_pence b)
{
    return a > INT64_MAX - b ? INT64_MAX : a + b;
}

static void wider(const stead_authority *a, uint32_t grant, uint32_t *most)
{
    if (*most == STEAD_NOBODY || a->grants[grant].limit > a->grants[*most].limit)
        *most = grant;
}

/* Sets out what a body was given; areas are marked with the round. */
static holding hold(stead_authority *a, uint32_t function, uint32_t body, stead_day on)
{
    holding h = {.origin = a->functions[function].origin == body,
                 .most = STEAD_NOBODY,
                 .most_yearly = STEAD_NOBODY,
                 .any = STEAD_NOBODY};
    uint32_t first = 0, end = 0;
    a->round++;
    authority_range(a, a->by_receiver, true, function, body, &first, &end);
    for (uint32_t i = first; i < end; i++) {
        uint32_t grant = a->by_receiver[i];
        const stead_grant *g = &a->grants[grant];
        if (!counts(a, grant, on))
            continue;
        h.any = h.any == STEAD_NOBODY ? grant : h.any;
        if (g->area == STEAD_EVERYWHERE) {
            h.everywhere_free = h.everywhere_free || g->onward;
            h.everywhere_held = true;
        } else {
            a->met_held[g->area] = a->round;
            if (g->onward)
                a->met_free[g->area] = a->round;
        }
        wider(a, grant, g->yearly ? &h.most_yearly : &h.most);
        h.yearly = h.yearly || g->yearly;
        h.had = g->yearly ? add_up(h.had, g->limit) : h.had;
    }
    return h;
}

/* Whether a grant's limit is over the most that its giver has, which *other then is. */
static bool is_over(const stead_authority *a, const holding *h, const stead_grant *g,
                    uint32_t *other)
{
    *other = g->yearly ? h->most_yearly : h->most != STEAD_NOBODY ? h->most : h->most_yearly;
    /* A giver with grants of both sorts is held to the larger only for its own sort. */
    return g->limit != STEAD_NO_LIMIT && *other != STEAD_NOBODY &&
           g->limit > a->grants[*other].limit;
}

static stead_status audit_grant(stead_authority *a, const holding *h, uint32_t grant,
                                stead_error *err)
{
    const stead_grant *g = &a->grants[grant];
    stead_grant_finding f = {.grant = grant, .other = h->any, .reason = a->unlawful[grant]};
    bool local = g->area != STEAD_EVERYWHERE;
    bool held = h->everywhere_held || (local && a->met_held[g->area] == a->round);
    bool may = h->everywhere_free || (local && a->met_free[g->area] == a->round);
    stead_status status = STEAD_OK;
    if (f.reason != STEAD_LAWFUL) {
        f.fault = STEAD_GRANT_UNLAWFUL;
        status = report(a, f, err);
    }
    if (status != STEAD_OK || h->origin)
        return status;
    if (!held) {
        f.fault = STEAD_GRANT_NOT_HELD;
        return report(a, f, err);
    }
    /* Its own committee may be handed anything, but not what it may not hand on itself. */
    if (!may && (!authority_is_own(a, g) || g->onward)) {
        f.fault = STEAD_GRANT_ONWARD;
        status = report(a, f, err);
    }
    if (status == STEAD_OK && is_over(a, h, g, &f.other)) {
        f.fault = STEAD_GRANT_OVER;
        status = report(a, f, err);
    }
    return status;
}

/* The grants that one body gives of one function, from `first` to `end` in their order. */
static stead_status audit_giver(stead_authority *a, uint32_t first, uint32_t end, stead_day on,
                                stead_error *err)
{
    const stead_grant *g = &a->grants[a->by_giver[first]];
    holding h = hold(a, g->function, g->from, on);
    stead_grant_finding sum = {
        .fault = STEAD_GRANT_SUM, .grant = STEAD_NOBODY, .other = h.most_yearly, .had = h.had};
    stead_status status = STEAD_OK;
    for (uint32_t i = first; status == STEAD_OK && i < end; i++) {
        uint32_t grant = a->by_giver[i];
        if (!authority_in_force(a, &a->grants[grant], on))
            continue;
        status = audit_grant(a, &h, grant, err);
        if (a->grants[grant].yearly && a->grants[grant].limit != STEAD_NO_LIMIT &&
            a->unlawful[grant] == STEAD_LAWFUL) {
            sum.grant = grant;
            sum.given = add_up(sum.given, a->grants[grant].limit);
        }
    }
    if (status == STEAD_OK && !h.origin && h.yearly && sum.given > sum.had)
        status = report(a, sum, err);
    return status;
}

static authority_frame open_body(stead_authority *a, uint32_t function, uint32_t body)
{
    authority_frame f = {.state = body};
    authority_range(a, a->by_giver, false, function, body, &f.cursor, &f.end);
    a->seen[body] = a->round;
    return f;
}

/* Walks the grants of a function from one body, reporting each that leads back. */
static stead_status walk_rounds(stead_authority *a, uint32_t function, uint32_t body,
                                stead_day on, stead_error *err)
{
    size_t depth = 0;
    stead_status status = STEAD_OK;
    a->stack[depth++] = open_body(a, function, body);
    while (status == STEAD_OK && depth > 0) {
        authority_frame *top = &a->stack[depth - 1];
        if (top->cursor == top->end) {
            a->done[top->state] = a->round;
            depth--;
            continue;
        }
        uint32_t grant = a->by_giver[top->cursor++], to = a->grants[grant].to;
        if (!counts(a, grant, on))
            continue;
        if (a->seen[to] != a->round)
            a->stack[depth++] = open_body(a, function, to);
        else if (a->done[to] != a->round)
            status = report(a,
                            (stead_grant_finding){STEAD_GRANT_ROUND, grant, STEAD_NOBODY,
                                                  STEAD_LAWFUL, 0, 0},
                            err);
    }
    return status;
}

static stead_status audit_rounds(stead_authority *a, uint32_t function, stead_day on,
                                 stead_error *err)
{
    stead_status status = STEAD_OK;
    a->round++;
    for (uint32_t i = a->first[function]; status == STEAD_OK && i < a->first[function + 1];
         i++) {
        uint32_t body = a->grants[a->by_giver[i]].from;
        if (a->seen[body] != a->round)
            status = walk_rounds(a, function, body, on, err);
    }
    return status;
}

stead_status stead_authority_audit(stead_authority *a, stead_day on,
                                   const stead_grant_finding **out, size_t *count,
                                   stead_error *err)
{
    stead_status status = STEAD_OK;
    a->finding_count = 0;
    a->answer.count = 0;
    for (uint32_t f = 0; status == STEAD_OK && f < a->function_count; f++) {
        uint32_t first = a->first[f], end = a->first[f + 1], next = first;
        for (; status == STEAD_OK && first < end; first = next) {
            uint32_t body = a->grants[a->by_giver[first]].from;
            while (next < end && a->grants[a->by_giver[next]].from == body)
                next++;
            status = audit_giver(a, first, next, on, err);
        }
        if (status == STEAD_OK)
            status = audit_rounds(a, f, on, err);
    }
    *out = a->findings;
    *count = a->finding_count;
    return status;
}
