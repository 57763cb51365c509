/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/authority_in: what the files of authority share. */
#ifndef STEAD_CALC_AUTHORITY_IN_H
#define STEAD_CALC_AUTHORITY_IN_H

#include "base/arena.h"
#include "calc/authority.h"

/* A body on the way down; `held` when it may not hand on outside itself. */
typedef uint32_t authority_state; /* body × 2 + held */

typedef struct {
    uint32_t state, cursor, end;
    bool local, extended;
} authority_frame;

struct stead_authority {
    stead_arena *arena;
    stead_body *bodies;
    stead_function *functions;
    stead_grant *grants;
    size_t body_count, function_count, grant_count;
    uint32_t *by_giver, *by_receiver;  /* grants by function, then body, then as given */
    uint32_t *first;                   /* of each function in both orders */
    stead_unlawful *unlawful;          /* of each grant */
    uint32_t *seen, *done, round;      /* of each state, which question met it */
    authority_frame *stack;            /* room for every state */
    authority_state *finished, *above; /* above: the state before, on the widest route */
    uint32_t *via;                     /* the grant from it */
    stead_pence *widest;
    size_t finished_count;
    authority_state *takers;
    stead_answer answer;
    uint32_t *met_free, *met_held, areas; /* of each area, which giver has it */
    stead_grant_finding *findings;
    size_t finding_count, finding_room;
};

/* The grants of a function that a body gives, or gets: places in the order, from *first. */
void authority_range(const stead_authority *a, const uint32_t *order, bool receiver,
                     uint32_t function, uint32_t body, uint32_t *first, uint32_t *end);
bool authority_in_force(const stead_authority *a, const stead_grant *grant, stead_day on);
/* Whether it stays inside the giver: its own committee or officer. */
bool authority_is_own(const stead_authority *a, const stead_grant *grant);

#endif
