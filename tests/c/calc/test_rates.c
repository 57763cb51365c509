/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/rates.h"
#include "numbers.h"

static stead_level level_of(double confidence)
{
    stead_level level;
    stead_error err;
    assert_ok(stead_level_make(&level, confidence, &err), &err);
    return level;
}

static void limits_by_byar_and_exactly(void **state)
{
    (void)state;
    stead_level level = level_of(0.95);
    assert_close(stead_count_byar(65, &level).lower, 50.163187710459454, 1e-12);
    assert_close(stead_count_byar(65, &level).upper, 82.84913854593984, 1e-12);
    assert_true(!(fabs(stead_count_byar(0, &level).lower) > 0));
    assert_close(stead_count_exact(1, &level).upper, 5.571643390938898, 1e-12);
    assert_close(stead_count_exact(1.5, &level).lower, 0.10789766, 1e-6);
    stead_level wide = level_of(0.998);
    assert_true(isnan(stead_count_byar(1, &wide).lower)); /* the formula goes below nothing */
}

static void proportions_reach_both_ends(void **state)
{
    (void)state;
    stead_level level = level_of(0.95);
    stead_estimate e;
    stead_error err;
    assert_ok(stead_proportion_of(0, 10, 1, STEAD_BY_EXACT, &level, &e, &err), &err);
    assert_true(!(e.lower > 0));
    assert_close(e.upper, 1 - pow(0.025, 0.1), 1e-12);
    assert_ok(stead_proportion_of(10, 10, 100, STEAD_BY_EXACT, &level, &e, &err), &err);
    assert_close(e.lower, 100 * pow(0.025, 0.1), 1e-12);
    assert_close(e.upper, 100, 1e-15);
    assert_ok(stead_proportion_of(65, 100, 1, STEAD_BY_WILSON, &level, &e, &err), &err);
    assert_close(e.lower, 0.5525444329688797, 1e-12);
}

static void a_mean_loses_nothing_to_rounding(void **state)
{
    (void)state;
    const double values[] = {1e16, 1, -1e16, 1, 1, 1};
    stead_level level = level_of(0.95);
    stead_estimate e;
    stead_error err;
    assert_ok(stead_mean_of(values, 6, &level, &e, NULL, &err), &err);
    assert_close(e.value, 4.0 / 6, 1e-15);
    assert_ok(stead_mean_of(values, 1, &level, &e, NULL, &err), &err);
    assert_true(isnan(e.lower));
    assert_refused(stead_mean_of(values, 0, &level, &e, NULL, &err), &err, STEAD_RANGE,
                   "there are no values to take a mean of");
}

static void bad_figures_are_refused(void **state)
{
    (void)state;
    stead_level level = level_of(0.95);
    stead_estimate e;
    stead_error err;
    assert_refused(stead_level_make(&level, 1, &err), &err, STEAD_RANGE,
                   "confidence 1 is not from 0.5 to below 1; write 0.95 for 95%");
    assert_refused(stead_rate_of(-1, 5, 1, STEAD_BY_DEFAULT, &level, &e, &err), &err,
                   STEAD_RANGE, "count -1 is negative");
    assert_refused(stead_rate_of(1, 0, 1, STEAD_BY_DEFAULT, &level, &e, &err), &err,
                   STEAD_RANGE, "denominator is zero");
    assert_refused(stead_rate_of(NAN, 0, 1, STEAD_BY_DEFAULT, &level, &e, &err), &err,
                   STEAD_RANGE, "count is missing or not a finite number");
    assert_refused(stead_proportion_of(6, 5, 1, STEAD_BY_DEFAULT, &level, &e, &err), &err,
                   STEAD_RANGE, "denominator 5 is smaller than count 6");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_by_byar_and_exactly),
        cmocka_unit_test(proportions_reach_both_ends),
        cmocka_unit_test(a_mean_loses_nothing_to_rounding),
        cmocka_unit_test(bad_figures_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
