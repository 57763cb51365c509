/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/deficit: a system's deficit shared between its parts by a stated rule; money is
 * conserved. */
#ifndef STEAD_CALC_DEFICIT_H
#define STEAD_CALC_DEFICIT_H

#include <stddef.h>
#include <stdint.h>

#include "base/money.h"
#include "base/status.h"
#include "calc/working.h"

typedef enum {
    STEAD_DEFICIT_OWN,        /* each part bears its own */
    STEAD_DEFICIT_ALLOCATION, /* by share of allocation */
    STEAD_DEFICIT_NEED,       /* by share of weighted people */
    STEAD_DEFICIT_RESERVE     /* a system reserve first, the rest by share of allocation */
} stead_deficit_rule;

typedef struct {
    const char *code;
    stead_pence own; /* its own deficit (positive) or surplus (negative) */
    stead_pence allocation;
    int64_t weight; /* weighted people, in 10^-9 */
} stead_deficit_part;

/* Shares the sum of the parts' own positions. `reserve` counts only for STEAD_DEFICIT_RESERVE
 * and must not be negative. Gives each part's share in `out` and what the reserve met in `met`:
 * Σ out + met is the system's deficit. */
stead_status stead_deficit_share(const stead_deficit_part *parts, size_t count,
                                 stead_deficit_rule rule, stead_pence reserve, stead_pence *out,
                                 stead_pence *met, stead_working *working, stead_error *err);

/* Repayment of `deficit` over `years` equal instalments that sum to it; odd pennies go to the
 * first years. `out` is years long. */
stead_status stead_deficit_repay(stead_pence deficit, size_t years, stead_pence *out,
                                 stead_error *err);

#endif
