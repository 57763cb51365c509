/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "base/wide.h"

#define WIDE_MAX ((stead_wide)(~(stead_uwide)0 >> 1))

bool stead_wide_add(stead_wide a, stead_wide b, stead_wide *out)
{
    return !__builtin_add_overflow(a, b, out);
}

bool stead_wide_sub(stead_wide a, stead_wide b, stead_wide *out)
{
    return !__builtin_sub_overflow(a, b, out);
}

bool stead_wide_mul(stead_wide a, stead_wide b, stead_wide *out)
{
    return !__builtin_mul_overflow(a, b, out);
}

static stead_uwide magnitude(stead_wide a)
{
    return a < 0 ? (stead_uwide)0 - (stead_uwide)a : (stead_uwide)a;
}

/* Whether a quotient of magnitudes, cut towards zero with remainder r of d, steps one further
 * out. */
static bool steps_out(stead_uwide r, stead_uwide d, bool negative, stead_rounding how)
{
    if (how == STEAD_HALF_AWAY)
        return r >= d - r;
    return r != 0 && (how == STEAD_FLOOR) == negative;
}

stead_wide stead_wide_div(stead_wide a, stead_wide d, stead_rounding how)
{
    bool negative = (a < 0) != (d < 0);
    stead_uwide n = magnitude(a), m = magnitude(d);
    stead_uwide q = n / m; /* the rest by multiplying: a second division costs as much again */
    q += steps_out(n - q * m, m, negative, how); /* as likely as not: adding beats branching */
    return negative ? (stead_wide)((stead_uwide)0 - q) : (stead_wide)q;
}

/* The 256-bit product of two magnitudes, high and low halves. */
static void multiply(stead_uwide a, stead_uwide b, stead_uwide *high, stead_uwide *low)
{
    const stead_uwide mask = UINT64_MAX;
    stead_uwide a0 = a & mask, a1 = a >> 64, b0 = b & mask, b1 = b >> 64;
    stead_uwide p00 = a0 * b0, p01 = a0 * b1, p10 = a1 * b0, p11 = a1 * b1;
    stead_uwide middle = (p00 >> 64) + (p01 & mask) + (p10 & mask);
    *low = (p00 & mask) | (middle << 64);
    *high = p11 + (p01 >> 64) + (p10 >> 64) + (middle >> 64);
}

/* high:low / d for high < d, one bit at a time: rare, so kept plain. */
static stead_uwide divide(stead_uwide high, stead_uwide low, stead_uwide d, stead_uwide *rest)
{
    stead_uwide r = high, q = 0;
    for (int bit = 127; bit >= 0; bit--) {
        bool carry = (r >> 127) != 0;
        r = (r << 1) | ((low >> bit) & 1);
        q <<= 1;
        if (carry || r >= d) {
            r -= d;
            q |= 1;
        }
    }
    *rest = r;
    return q;
}

bool stead_wide_muldiv(stead_wide a, stead_wide b, stead_wide d, stead_rounding how,
                       stead_wide *out)
{
    stead_wide product;
    if (stead_wide_mul(a, b, &product)) {
        *out = stead_wide_div(product, d, how);
        return true;
    }
    bool negative = (a < 0) != (b < 0);
    stead_uwide high, low, rest, m = magnitude(d);
    multiply(magnitude(a), magnitude(b), &high, &low);
    if (high >= m)
        return false;
    stead_uwide q = divide(high, low, m, &rest);
    if (q > (stead_uwide)WIDE_MAX)
        return false;
    if (steps_out(rest, m, negative, how))
        q++;
    if (q > (stead_uwide)WIDE_MAX)
        return false;
    *out = negative ? -(stead_wide)q : (stead_wide)q;
    return true;
}

bool stead_wide_to_i64(stead_wide a, int64_t *out)
{
    *out = (int64_t)a;
    return *out == a;
}
