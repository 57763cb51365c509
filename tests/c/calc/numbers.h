/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Real numbers compared: to a relative distance, and what was got is shown. */
#ifndef STEAD_TEST_NUMBERS_H
#define STEAD_TEST_NUMBERS_H

#include <math.h>

#include "../support/check.h"

static inline void assert_close(double got, double expected, double within)
{
    if (!(fabs(got - expected) <= within * fmax(fabs(expected), 1e-300)))
        print_error("expected %.17g, got %.17g\n", expected, got);
    assert_true(fabs(got - expected) <= within * fmax(fabs(expected), 1e-300));
}

#endif
