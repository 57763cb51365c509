/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/settle: the steps that settle an over- or underspend between partners, beside those of
 * calc/parts. Amounts are in 10^-9 of a penny and, but for stead_settle_gather, never negative:
 * an underspend is settled as its size. Source: DOMAIN 4.7. */
#ifndef STEAD_CALC_SETTLE_H
#define STEAD_CALC_SETTLE_H

#include "calc/parts.h"

/* What of `amount` lies within a width, and what beyond it; a width of whole pence keeps whole
 * pence whole. STEAD_RANGE when either is negative. */
stead_status stead_settle_within(stead_wide amount, stead_wide width, stead_wide *inside,
                                 stead_wide *beyond, stead_error *err);

/* `total` by fixed rates of the parts of one system (none negative; they sum to one), to the
 * penny by largest remainder when it is whole pence. */
stead_status stead_settle_split(const stead_roster *roster, stead_wide total,
                                const stead_rate *rates, stead_wide *out, stead_error *err);

/* Parts of one system held to caps. What is over them goes to one part, or is shared over the
 * parts below theirs in proportion to `amounts`, again and again until nobody is over. `left`
 * is what nobody bears: Σ out + left = Σ amounts. */
stead_status stead_settle_hold(const stead_roster *roster, const stead_wide *amounts,
                               const stead_capping *capping, stead_wide *out, stead_wide *left,
                               stead_error *err);

/* Σ of the lines that each owner answers for; `owner_of` gives each line its owner's part. */
stead_status stead_settle_gather(const stead_roster *lines, const stead_wide *amounts,
                                 const stead_roster *owners, const size_t *owner_of,
                                 stead_wide *out, stead_error *err);

#endif
