/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Grants in order, so that those of a function and a body are found together. */
#include <stdlib.h>
#include <string.h>

#include "calc/authority_in.h"

typedef uint32_t (*grant_key)(const stead_grant *grant);

static uint32_t function_of(const stead_grant *grant)
{
    return grant->function;
}

static uint32_t giver_of(const stead_grant *grant)
{
    return grant->from;
}

static uint32_t receiver_of(const stead_grant *grant)
{
    return grant->to;
}

/* Counts places by key, then puts each grant in its own, keeping the order of equals. */
static void sort_by(const stead_authority *a, grant_key key, uint32_t *places, size_t keys,
                    const uint32_t *from, uint32_t *to)
{
    memset(places, 0, (keys + 1) * sizeof *places);
    for (size_t i = 0; i < a->grant_count; i++)
        places[key(&a->grants[i]) + 1]++;
    for (size_t i = 0; i < keys; i++)
        places[i + 1] += places[i];
    for (size_t i = 0; i < a->grant_count; i++)
        to[places[key(&a->grants[from[i]])]++] = from[i];
    for (size_t i = keys; i > 0; i--)
        places[i] = places[i - 1];
    places[0] = 0;
}

static stead_status put_in_order(stead_authority *a, stead_error *err)
{
    uint32_t *plain = stead_arena_take(a->arena, a->grant_count + 1, sizeof *plain, err);
    uint32_t *halfway = stead_arena_take(a->arena, a->grant_count + 1, sizeof *plain, err);
    uint32_t *places = stead_arena_take(a->arena, a->body_count + 2, sizeof *plain, err);
    if (plain == NULL || halfway == NULL || places == NULL)
        return STEAD_NOMEM;
    for (size_t i = 0; i < a->grant_count; i++)
        plain[i] = (uint32_t)i;
    sort_by(a, giver_of, places, a->body_count, plain, halfway);
    sort_by(a, function_of, a->first, a->function_count, halfway, a->by_giver);
    sort_by(a, receiver_of, places, a->body_count, plain, halfway);
    sort_by(a, function_of, a->first, a->function_count, halfway, a->by_receiver);
    return STEAD_OK;
}

static stead_status check_bodies(const stead_authority *a, stead_error *err)
{
    for (size_t i = 0; i < a->body_count; i++) {
        uint32_t up = a->bodies[i].parent;
        size_t hops = 0;
        for (; up != STEAD_NOBODY; up = a->bodies[up].parent) {
            if (up >= a->body_count)
                return stead_fail(err, STEAD_RANGE, "body %zu: no body %u", i, up);
            if (++hops > 8) /* a committee of a committee of a committee is already odd */
                return stead_fail(err, STEAD_MISMATCH,
                                  "body %zu: its parents go round, or go up more than 8 times",
                                  i);
        }
    }
    return STEAD_OK;
}

static stead_status check(const stead_authority *a, stead_error *err)
{
    stead_status status = check_bodies(a, err);
    for (size_t i = 0; status == STEAD_OK && i < a->function_count; i++) {
        uint32_t origin = a->functions[i].origin;
        if (origin != STEAD_NOBODY && origin >= a->body_count)
            status = stead_fail(err, STEAD_RANGE, "function %zu: no body %u", i, origin);
    }
    for (size_t i = 0; status == STEAD_OK && i < a->grant_count; i++) {
        const stead_grant *g = &a->grants[i];
        if (g->function >= a->function_count)
            status = stead_fail(err, STEAD_RANGE, "grant %zu: no function %u", i, g->function);
        else if (g->from >= a->body_count || g->to >= a->body_count)
            status = stead_fail(err, STEAD_RANGE, "grant %zu: no body %u", i,
                                g->from >= a->body_count ? g->from : g->to);
        else if (g->area > a->areas)
            status = stead_fail(err, STEAD_RANGE, "grant %zu: no area %u", i, g->area);
        else if (g->limit < 0)
            status = stead_fail(err, STEAD_RANGE, "grant %zu: a limit less than nothing", i);
        else if (g->end < g->start)
            status = stead_fail(err, STEAD_RANGE, "grant %zu: ends before it starts", i);
    }
    return status;
}

static void *take(stead_authority *a, size_t count, size_t size, bool *short_of,
                  stead_error *err)
{
    void *out = stead_arena_take(a->arena, count + 1, size, err);
    *short_of = *short_of || out == NULL;
    return out;
}

static stead_status take_room(stead_authority *a, stead_error *err)
{
    size_t states = 2 * a->body_count;
    bool none = false;
    a->bodies = take(a, a->body_count, sizeof *a->bodies, &none, err);
    a->functions = take(a, a->function_count, sizeof *a->functions, &none, err);
    a->grants = take(a, a->grant_count, sizeof *a->grants, &none, err);
    a->by_giver = take(a, a->grant_count, sizeof *a->by_giver, &none, err);
    a->by_receiver = take(a, a->grant_count, sizeof *a->by_receiver, &none, err);
    a->first = take(a, a->function_count + 1, sizeof *a->first, &none, err);
    a->unlawful = take(a, a->grant_count, sizeof *a->unlawful, &none, err);
    a->seen = take(a, states, sizeof *a->seen, &none, err);
    a->done = take(a, states, sizeof *a->done, &none, err);
    a->stack = take(a, states, sizeof *a->stack, &none, err);
    a->finished = take(a, states, sizeof *a->finished, &none, err);
    a->above = take(a, states, sizeof *a->above, &none, err);
    a->via = take(a, states, sizeof *a->via, &none, err);
    a->widest = take(a, states, sizeof *a->widest, &none, err);
    a->takers = take(a, states, sizeof *a->takers, &none, err);
    a->met_free = take(a, a->areas, sizeof *a->met_free, &none, err);
    a->met_held = take(a, a->areas, sizeof *a->met_held, &none, err);
    return none ? STEAD_NOMEM : STEAD_OK;
}

static void copy(void *to, const void *from, size_t count, size_t size)
{
    if (count > 0)
        memcpy(to, from, count * size);
}

stead_status stead_authority_create(stead_authority **out, const stead_body *bodies,
                                    size_t body_count, const stead_function *functions,
                                    size_t function_count, const stead_grant *grants,
                                    size_t grant_count, uint32_t areas, stead_error *err)
{
    stead_authority *a = calloc(1, sizeof *a);
    *out = NULL;
    if (a == NULL)
        return stead_nomem(err, "who may decide");
    a->body_count = body_count;
    a->function_count = function_count;
    a->grant_count = grant_count;
    a->areas = areas;
    stead_status status = stead_arena_create(&a->arena, err);
    if (status == STEAD_OK)
        status = take_room(a, err);
    if (status == STEAD_OK) {
        copy(a->bodies, bodies, body_count, sizeof *bodies);
        copy(a->functions, functions, function_count, sizeof *functions);
        copy(a->grants, grants, grant_count, sizeof *grants);
        status = check(a, err);
    }
    if (status == STEAD_OK)
        status = put_in_order(a, err);
    if (status != STEAD_OK) {
        stead_authority_free(a);
        return status;
    }
    for (size_t i = 0; i < grant_count; i++)
        a->unlawful[i] = stead_authority_unlawful(a, &a->grants[i]);
    *out = a;
    return STEAD_OK;
}

void stead_authority_free(stead_authority *authority)
{
    if (authority == NULL)
        return;
    free(authority->findings);
    stead_arena_free(authority->arena);
    free(authority);
}

void authority_range(const stead_authority *a, const uint32_t *order, bool receiver,
                     uint32_t function, uint32_t body, uint32_t *first, uint32_t *end)
{
    grant_key key = receiver ? receiver_of : giver_of;
    uint32_t low = a->first[function], high = a->first[function + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (key(&a->grants[order[middle]]) < body)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    high = a->first[function + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (key(&a->grants[order[middle]]) <= body)
            low = middle + 1;
        else
            high = middle;
    }
    *end = low;
}
