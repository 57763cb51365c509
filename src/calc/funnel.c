/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/funnel.h"

#include <math.h>

#include "calc/distributions.h"

static stead_limits proportion_limits(double target, double size, double z)
{
    double reach = z * sqrt(target * (1 - target) / size);
    return (stead_limits){fmax(0, target - reach), fmin(1, target + reach)};
}

static stead_limits count_limits(double expected, double tail)
{
    /* A count of 0 reaches as far as -ln(tail); nothing is too few to be chance before that. */
    double lower =
        expected <= -log(tail) ? 0 : fmax(0, stead_gamma_shape(1 - tail, expected) - 1);
    return (stead_limits){lower, stead_gamma_shape(tail, expected)};
}

stead_status stead_funnel_limits(stead_funnel_kind kind, double target, double size,
                                 const stead_level *level, stead_limits *out, stead_error *err)
{
    if (!(size > 0 && isfinite(size)))
        return stead_fail(err, STEAD_RANGE, "%s %.15g is not positive",
                          kind == STEAD_FUNNEL_RATIO ? "expected" : "denominator", size);
    if (!(target > 0 && isfinite(target)))
        return stead_fail(err, STEAD_RANGE, "target %.15g is not positive", target);
    if (kind == STEAD_FUNNEL_PROPORTION) {
        if (target >= 1)
            return stead_fail(err, STEAD_RANGE, "target %.15g is not a proportion below 1",
                              target);
        *out = proportion_limits(target, size, level->z);
        return STEAD_OK;
    }
    stead_limits counts = count_limits(target * size, level->tail);
    *out = (stead_limits){counts.lower / size, counts.upper / size};
    return STEAD_OK;
}

stead_significance stead_funnel_place(double value, stead_limits inner, stead_limits outer)
{
    if (value < inner.lower)
        return value < outer.lower ? STEAD_MUCH_LOWER : STEAD_LOWER;
    if (value > inner.upper)
        return value > outer.upper ? STEAD_MUCH_HIGHER : STEAD_HIGHER;
    return STEAD_SIMILAR;
}
