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

/* The x at which x(1 - 1/(9x) - z/(3√x))³ is `limit`. With c = x^(1/6) and the cube root taken,
 * c² - z/(3c) - 1/(9c⁴) rises with c, and Newton's steps settle in a few. */
static double byar_inverse(double limit, double z)
{
    double wanted = cbrt(limit), c = sqrt(wanted);
    for (int i = 0; i < 50; i++) {
        double square = c * c;
        double over = square - z / (3 * c) - 1 / (9 * square * square) - wanted;
        double step = over / (2 * c + z / (3 * square) + 4 / (9 * square * square * c));
        c -= step;
        if (fabs(step) <= 1e-15 * c)
            break;
    }
    return c * c * c * c * c * c;
}

/* Byar's from 10 events, exact below, as intervals are: so a figure is beyond its limit when
 * its interval leaves the target out. */
static double highest_count(double expected, const stead_level *level)
{
    if (expected >= stead_count_byar(STEAD_FEW, level).lower)
        return byar_inverse(expected, level->z);
    return fmin(stead_gamma_shape(level->tail, expected), STEAD_FEW);
}

static double lowest_count(double expected, const stead_level *level)
{
    if (expected >= stead_count_byar(STEAD_FEW, level).upper)
        return byar_inverse(expected, -level->z) - 1;
    /* A count of 0 reaches as far as -ln(tail): nothing is too few before that. */
    if (expected <= -log(level->tail))
        return 0;
    return fmin(fmax(0, stead_gamma_shape(1 - level->tail, expected) - 1), STEAD_FEW);
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
    double expected = target * size;
    *out = (stead_limits){lowest_count(expected, level) / size,
                          highest_count(expected, level) / size};
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
