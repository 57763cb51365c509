/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* base/wide: 128-bit whole numbers for the working inside a calculation. Every operation that
 * could overflow says so by returning false; nothing wraps. */
#ifndef STEAD_BASE_WIDE_H
#define STEAD_BASE_WIDE_H

#include <stdbool.h>
#include <stdint.h>

__extension__ typedef __int128 stead_wide;
__extension__ typedef unsigned __int128 stead_uwide;

/* Working amounts are 10^-9 of a penny (money), of a person (quantity) or of one (rate). */
#define STEAD_NANO INT64_C(1000000000)

typedef enum {
    STEAD_HALF_AWAY, /* to the nearest, halves away from zero */
    STEAD_FLOOR,     /* towards minus infinity */
    STEAD_CEILING    /* towards plus infinity */
} stead_rounding;

bool stead_wide_add(stead_wide a, stead_wide b, stead_wide *out);
bool stead_wide_sub(stead_wide a, stead_wide b, stead_wide *out);
bool stead_wide_mul(stead_wide a, stead_wide b, stead_wide *out);

/* a / d, rounded as asked; d must not be zero, nor -1 when a is the least of all. */
stead_wide stead_wide_div(stead_wide a, stead_wide d, stead_rounding how);

/* a * b / d with a 256-bit product, rounded as asked; d must be positive. False when the
 * quotient itself does not fit. */
bool stead_wide_muldiv(stead_wide a, stead_wide b, stead_wide d, stead_rounding how,
                       stead_wide *out);

/* a narrowed to 64 bits; false when it does not fit. */
bool stead_wide_to_i64(stead_wide a, int64_t *out);

#endif
