/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Systems of a few parts for the tests of calc/parts: as stead_pace takes them and as rosters.
 */
#ifndef STEAD_TEST_PARTS_SYSTEM_H
#define STEAD_TEST_PARTS_SYSTEM_H

#include "calc/pace.h"
#include "calc/parts.h"

enum { MOST = 6 };

/* One system's parts, side by side. */
typedef struct {
    size_t count, first[2];
    const char *codes[MOST], *systems[1];
    int64_t weights[MOST];
    stead_wide baselines[MOST], bids[MOST], committed[MOST];
    stead_roster roster;
} test_system;

static inline void system_of(test_system *s, const char *name, const stead_part *parts,
                             size_t count)
{
    s->count = count;
    s->first[0] = 0;
    s->first[1] = count;
    s->systems[0] = name;
    for (size_t i = 0; i < count; i++) {
        s->codes[i] = parts[i].code;
        s->weights[i] = parts[i].weight;
        s->baselines[i] = (stead_wide)parts[i].baseline * STEAD_NANO;
        s->bids[i] = (stead_wide)parts[i].bid * STEAD_NANO;
        s->committed[i] = (stead_wide)parts[i].committed * STEAD_NANO;
    }
    s->roster = (stead_roster){s->codes, s->systems, s->first, 1, s->weights};
}

static inline stead_rates all(stead_rate rate)
{
    return (stead_rates){.all = rate};
}

/* baseline × (1 + rate), noted as a bound. */
static inline void bound_of(const test_system *s, stead_rate rate, bool floor, stead_wide *out)
{
    stead_error err;
    stead_parts_uplift(&s->roster, s->baselines, all(rate), out, &err);
    for (size_t i = 0; i < s->count; i++)
        out[i] = floor ? stead_step_floor(out[i]) : stead_step_ceiling(out[i]);
}

#endif
