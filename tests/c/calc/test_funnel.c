/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/funnel.h"
#include "numbers.h"

/* A count on its limit has an interval that just reaches what is expected. */
static void limits_and_intervals_agree(void **state)
{
    (void)state;
    stead_level level;
    stead_error err;
    assert_ok(stead_level_make(&level, 0.998, &err), &err);
    for (double expected = 0.01; expected < 1e6; expected *= 1.7) {
        stead_limits limits;
        assert_ok(stead_funnel_limits(STEAD_FUNNEL_RATIO, 1, expected, &level, &limits, &err),
                  &err);
        double high = limits.upper * expected, low = limits.lower * expected;
        assert_true(low < expected && expected < high);
        if (high < STEAD_FEW - 1e-9)
            assert_close(stead_count_exact(high, &level).lower, expected, 1e-8);
        else if (high > STEAD_FEW + 1e-9)
            assert_close(stead_count_byar(high, &level).lower, expected, 1e-12);
        if (low > STEAD_FEW + 1e-9)
            assert_close(stead_count_byar(low, &level).upper, expected, 1e-12);
        else if (low > 0 && low < STEAD_FEW - 1e-9)
            assert_close(stead_count_exact(low, &level).upper, expected, 1e-8);
    }
}

static void figures_are_placed_by_their_limits(void **state)
{
    (void)state;
    const stead_limits inner = {2, 4}, outer = {1, 5};
    assert_int_equal(stead_funnel_place(0.9, inner, outer), STEAD_MUCH_LOWER);
    assert_int_equal(stead_funnel_place(1, inner, outer), STEAD_LOWER);
    assert_int_equal(stead_funnel_place(2, inner, outer), STEAD_SIMILAR);
    assert_int_equal(stead_funnel_place(4, inner, outer), STEAD_SIMILAR);
    assert_int_equal(stead_funnel_place(5, inner, outer), STEAD_HIGHER);
    assert_int_equal(stead_funnel_place(5.1, inner, outer), STEAD_MUCH_HIGHER);
}

static void bad_sizes_and_targets_are_refused(void **state)
{
    (void)state;
    stead_level level;
    stead_limits limits;
    stead_error err;
    assert_ok(stead_level_make(&level, 0.95, &err), &err);
    assert_refused(stead_funnel_limits(STEAD_FUNNEL_RATIO, 1, 0, &level, &limits, &err), &err,
                   STEAD_RANGE, "expected 0 is not positive");
    assert_refused(stead_funnel_limits(STEAD_FUNNEL_RATE, -1, 5, &level, &limits, &err), &err,
                   STEAD_RANGE, "target -1 is not positive");
    assert_refused(stead_funnel_limits(STEAD_FUNNEL_PROPORTION, 1, 5, &level, &limits, &err),
                   &err, STEAD_RANGE, "target 1 is not a proportion below 1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_and_intervals_agree),
        cmocka_unit_test(figures_are_placed_by_their_limits),
        cmocka_unit_test(bad_sizes_and_targets_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
