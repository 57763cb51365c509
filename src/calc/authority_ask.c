/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Who decides: a walk down the grants, then the route to each taker that leaves the most. */
#include "calc/authority_in.h"

static bool is_usable(const stead_authority *a, const stead_question *q, uint32_t grant,
                      bool held)
{
    const stead_grant *g = &a->grants[grant];
    return a->unlawful[grant] == STEAD_LAWFUL && authority_in_force(a, g, q->on) &&
           (g->area == STEAD_EVERYWHERE || g->area == q->area) && g->limit >= q->amount &&
           (!held || authority_is_own(a, g));
}

/* The state that a grant leads to from one that is held or not. */
static authority_state led_to(const stead_grant *g, bool held)
{
    return g->to * 2 + (held || !g->onward);
}

/* Opens a state: its grants, and whether any of them is for the area itself. */
static authority_frame open_state(stead_authority *a, const stead_question *q,
                                  authority_state state)
{
    authority_frame f = {.state = state};
    authority_range(a, a->by_giver, false, q->function, state / 2, &f.cursor, &f.end);
    for (uint32_t i = f.cursor; i < f.end && !f.local; i++)
        f.local = a->grants[a->by_giver[i]].area != STEAD_EVERYWHERE &&
                  is_usable(a, q, a->by_giver[i], state & 1);
    a->seen[state] = a->round;
    a->widest[state] = -1;
    return f;
}

/* The next grant that leads on from an open state; false when there is none left. */
static bool next_grant(const stead_authority *a, const stead_question *q, authority_frame *f,
                       uint32_t *out)
{
    while (f->cursor < f->end) {
        uint32_t grant = a->by_giver[f->cursor++];
        if (f->local && a->grants[grant].area == STEAD_EVERYWHERE)
            continue;
        if (is_usable(a, q, grant, f->state & 1)) {
            *out = grant;
            return true;
        }
    }
    return false;
}

/* Walks every state below the origin. False when the grants go round; *circle closes it. */
static bool walk(stead_authority *a, const stead_question *q, authority_state origin,
                 uint32_t *circle)
{
    size_t depth = 0;
    a->stack[depth++] = open_state(a, q, origin);
    while (depth > 0) {
        authority_frame *top = &a->stack[depth - 1];
        uint32_t grant = 0;
        if (next_grant(a, q, top, &grant)) {
            authority_state to = led_to(&a->grants[grant], top->state & 1);
            top->extended = true;
            if (a->seen[to] != a->round) {
                a->stack[depth++] = open_state(a, q, to);
            } else if (a->done[to] != a->round) {
                *circle = grant;
                return false;
            }
            continue;
        }
        a->done[top->state] = a->round;
        a->finished[a->finished_count++] = top->state;
        if (!top->extended)
            a->takers[a->answer.count++] = top->state;
        depth--;
    }
    return true;
}

/* Every state comes after those above it, so one pass finds the widest route to each. */
static void widen(stead_authority *a, const stead_question *q, authority_state origin)
{
    a->widest[origin] = STEAD_NO_LIMIT;
    a->via[origin] = STEAD_NOBODY;
    for (size_t i = a->finished_count; i > 0; i--) {
        authority_state state = a->finished[i - 1];
        stead_pence width = a->widest[state];
        authority_frame f = open_state(a, q, state);
        a->widest[state] = width;
        for (uint32_t grant = 0; next_grant(a, q, &f, &grant);) {
            authority_state to = led_to(&a->grants[grant], state & 1);
            stead_pence limit = a->grants[grant].limit;
            stead_pence least = limit < width ? limit : width;
            if (least > a->widest[to]) {
                a->widest[to] = least;
                a->via[to] = grant;
                a->above[to] = state;
            }
        }
    }
}

/* A body that was reached in both states decides once, by the wider route. */
static void join_takers(stead_authority *a)
{
    size_t kept = 0;
    for (size_t i = 0; i < a->answer.count; i++) {
        authority_state state = a->takers[i], other = state ^ 1U;
        size_t twin = 0;
        while (twin < kept && a->takers[twin] != other)
            twin++;
        if (twin == kept)
            a->takers[kept++] = state;
        else if (a->widest[state] > a->widest[other])
            a->takers[twin] = state;
    }
    a->answer.count = kept;
    a->answer.verdict = kept == 1 ? STEAD_ONE_DECIDES : STEAD_SEVERAL_DECIDE;
}

static bool decides(stead_body_kind kind)
{
    return kind != STEAD_FORUM && kind != STEAD_PCN && kind != STEAD_VCSE;
}

stead_answer stead_authority_ask(stead_authority *a, const stead_question *q)
{
    uint32_t origin = a->functions[q->function].origin;
    const stead_body *body = origin == STEAD_NOBODY ? NULL : &a->bodies[origin];
    a->answer = (stead_answer){STEAD_NO_ORIGIN, 0, STEAD_NOBODY};
    a->finished_count = 0;
    a->round++;
    if (body == NULL)
        return a->answer;
    if (!decides(body->kind)) {
        a->answer.verdict = STEAD_ORIGIN_CANNOT;
    } else if (q->on < body->from || q->on > body->to) {
        a->answer.verdict = STEAD_ORIGIN_NOT_THEN;
    } else if (!walk(a, q, origin * 2, &a->answer.circle)) {
        a->answer.verdict = STEAD_ROUND;
        a->answer.count = 0;
    } else {
        widen(a, q, origin * 2);
        join_takers(a);
    }
    return a->answer;
}

stead_taker stead_authority_taker(const stead_authority *a, size_t i)
{
    authority_state state = a->takers[i];
    stead_taker out = {state / 2, 0, a->widest[state], INT32_MIN, INT32_MAX};
    for (; a->via[state] != STEAD_NOBODY; state = a->above[state]) {
        const stead_grant *g = &a->grants[a->via[state]];
        out.steps++;
        out.start = g->start > out.start ? g->start : out.start;
        out.end = g->end < out.end ? g->end : out.end;
    }
    return out;
}

uint32_t stead_authority_step(const stead_authority *a, size_t i, size_t k)
{
    authority_state state = a->takers[i];
    for (size_t up = stead_authority_taker(a, i).steps - 1 - k; up > 0; up--)
        state = a->above[state];
    return a->via[state];
}
