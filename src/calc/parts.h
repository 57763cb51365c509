/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/parts: the steps that a rule is written in. Each takes the amounts of every part of
 * every system, in 10^-9 of a penny, and gives new ones; none changes what it was given, and
 * the order of parts never changes a penny. Errors name the system, when there is one, and the
 * part. `out` has room for every part. */
#ifndef STEAD_CALC_PARTS_H
#define STEAD_CALC_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/money.h"
#include "base/status.h"
#include "calc/step.h"

/* Whose the amounts are: the parts of one system, or of several. */
typedef struct {
    const char *const *codes;   /* by part; in byte order, and distinct, within a system */
    const char *const *systems; /* in byte order; "" for parts that are in none */
    const size_t *first;        /* by system its first part; one more marks the end */
    size_t width;               /* how many systems */
    const int64_t *weights;     /* by part, in 10^-9: settles ties; NULL for none */
} stead_roster;

size_t stead_roster_count(const stead_roster *roster);
/* Which system a part is in. */
size_t stead_roster_system(const stead_roster *roster, size_t part);
bool stead_roster_find_system(const stead_roster *roster, const char *system, size_t *out);
/* The part of that code in one system. */
bool stead_roster_find(const stead_roster *roster, size_t system, const char *code,
                       size_t *out);
/* STEAD_MISMATCH names the first part, or system, that is in one and not in the other. Parts
 * that are in no system match those of one system by their codes. */
stead_status stead_roster_match(const stead_roster *a, const stead_roster *b, stead_error *err);

/* One rate for all, or one by part. */
typedef struct {
    stead_rate all;
    const stead_rate *each; /* NULL: all */
} stead_rates;

/* amount × envelope ÷ Σ of its system; envelopes (whole pence) by system. */
stead_status stead_parts_grow(const stead_roster *roster, const stead_wide *amounts,
                              const stead_pence *envelopes, stead_wide *out, stead_error *err);
/* amount + rate × (towards − amount); rates from 0 to 1. */
stead_status stead_parts_move(const stead_roster *roster, const stead_wide *amounts,
                              const stead_wide *towards, stead_rates rates, stead_wide *out,
                              stead_error *err);
/* amount × (1 + rate); rates from −1. */
stead_status stead_parts_uplift(const stead_roster *roster, const stead_wide *amounts,
                                stead_rates rates, stead_wide *out, stead_error *err);
/* amount × rate */
stead_status stead_parts_times(const stead_roster *roster, const stead_wide *amounts,
                               stead_rates rates, stead_wide *out, stead_error *err);
/* amount + sign × other; sign is 1 or −1. */
stead_status stead_parts_add(const stead_roster *roster, const stead_wide *amounts,
                             const stead_wide *others, int sign, stead_wide *out,
                             stead_error *err);
/* Σ of one system. */
stead_wide stead_parts_total(const stead_roster *roster, size_t system,
                             const stead_wide *amounts);

/* envelope × weight ÷ Σ weight of its system, by the roster's weights. False when the weights
 * of a system are nil: it has no target. */
bool stead_parts_target(const stead_roster *roster, const stead_pence *envelopes,
                        stead_wide *out);

/* Σ rate × amounts, each product rounded; rates (from 0) sum to one. `mixed` is how many. */
stead_status stead_parts_mix(const stead_roster *roster, const stead_wide *const *amounts,
                             const stead_rate *rates, size_t mixed, stead_wide *out,
                             stead_error *err);

/* Bids scaled to what the envelope leaves of the committed amounts, which are met in full
 * (NULL: none). */
stead_status stead_parts_scale(const stead_roster *roster, const stead_wide *bids,
                               const stead_wide *committed, const stead_pence *envelopes,
                               stead_wide *out, stead_error *err);

/* What banded convergence is told. */
typedef struct {
    stead_rate closing, cap, floor;
    bool has_cap, has_floor;
    bool by_weight; /* the targets are shares of the roster's weights, which are then read */
} stead_convergence;

/* Base growth less a fraction of each part's distance from its target share, as stead_pace does
 * it (STEAD_BANDED); baselines must be whole pence. */
stead_status stead_parts_converge(const stead_roster *roster, const stead_wide *baselines,
                                  const stead_wide *targets, const stead_convergence *how,
                                  const stead_pence *envelopes, stead_wide *out,
                                  stead_error *err);

/* What is footed: amounts, each system's within a penny of its envelope, and the bounds that
 * were noted, in whole pence (nil and STEAD_NO_CEILING for parts without; NULL: nobody has). */
typedef struct {
    const stead_wide *amounts, *floors, *ceilings;
    const stead_pence *envelopes;
} stead_footing;

/* What footing gives, by part: out = amount + bound + settled + penny. */
typedef struct {
    stead_wide *out, *bound, *settled;
} stead_footed;

/* Resolves the bounds (stead_bound) and rounds to pence that sum to each envelope by largest
 * remainder; ties go by weight, then by code. An envelope below nothing is rounded as its
 * opposite is, when there are no bounds. */
stead_status stead_parts_foot(const stead_roster *roster, const stead_footing *footing,
                              const stead_footed *footed, stead_error *err);

/* Splits `total` in proportion to `weights` (none negative, not all nil), which are amounts of
 * the parts of one system: to the penny by largest remainder when it is whole pence, else to
 * 10^-9 of one. Σ out is the total exactly. */
stead_status stead_parts_share(const stead_roster *roster, stead_wide total,
                               const stead_wide *weights, stead_wide *out, stead_error *err);

/* Who takes what is over a cap. */
typedef enum { STEAD_EXCESS_NOBODY, STEAD_EXCESS_ONE, STEAD_EXCESS_OTHERS } stead_excess;

typedef struct {
    const stead_wide *caps; /* by part; STEAD_NO_CEILING for none */
    stead_excess excess;
    const char *to; /* STEAD_EXCESS_ONE: its code, in each system */
} stead_capping;

/* min(amount, cap); what that leaves goes to one named part, or is shared over those without a
 * cap in proportion to their amounts (stead_parts_share). STEAD_INFEASIBLE says what is left
 * that nobody bears. Source: DOMAIN 4.7. */
stead_status stead_parts_cap(const stead_roster *roster, const stead_wide *amounts,
                             const stead_capping *capping, stead_wide *out, stead_error *err);

#endif
