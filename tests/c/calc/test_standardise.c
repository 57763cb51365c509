/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/standardise.h"
#include "numbers.h"

static const char *const names[] = {"0-64", "65+"};
static const double count[] = {30, 40}, people[] = {100, 200}, weight[] = {60, 40};

static void rates_follow_the_standard_and_not_the_area(void **state)
{
    (void)state;
    stead_bands bands = {names, count, people, weight, NULL, NULL, NULL, 2};
    stead_level level;
    stead_direct r;
    stead_error err;
    assert_ok(stead_level_make(&level, 0.95, &err), &err);
    assert_ok(stead_direct_rate(&bands, 100, &level, &r, &err), &err);
    assert_close(r.rate.value, 26, 1e-14);
    stead_estimate byar = stead_count_byar(70, &level);
    double error = sqrt((0.36 * 30 / 1e4 + 0.16 * 40 / 4e4) / 70);
    assert_close(r.rate.lower, 26 + 100 * error * (byar.lower - 70), 1e-13);
    bands.squares = (const double[]){60, 90}; /* some people had more than one */
    stead_direct wider;
    assert_ok(stead_direct_rate(&bands, 100, &level, &wider, &err), &err);
    assert_true(wider.rate.lower < r.rate.lower && wider.rate.upper > r.rate.upper);
}

static void few_events_give_no_rate(void **state)
{
    (void)state;
    const double few[] = {4, 5};
    const stead_bands bands = {names, few, people, weight, NULL, NULL, NULL, 2};
    stead_level level;
    stead_direct r;
    stead_error err;
    assert_ok(stead_level_make(&level, 0.95, &err), &err);
    assert_ok(stead_direct_rate(&bands, 100, &level, &r, &err), &err);
    assert_true(isnan(r.rate.value) && isnan(r.rate.lower) && isnan(r.rate.upper));
}

static void bad_bands_are_refused_by_name(void **state)
{
    (void)state;
    const double none[] = {0, 0}, bad[] = {5, -1};
    stead_bands bands = {names, count, people, bad, NULL, none, people, 2};
    stead_level level;
    stead_direct r;
    stead_indirect i;
    stead_error err;
    assert_ok(stead_level_make(&level, 0.95, &err), &err);
    assert_refused(stead_direct_rate(&bands, 1, &level, &r, &err), &err, STEAD_RANGE,
                   "band '65+': standard population -1 is not positive");
    assert_refused(stead_indirect_rate(&bands, 1, &level, &i, &err), &err, STEAD_RANGE,
                   "no events are expected at the reference's rates");
    bands.reference_population = none;
    assert_refused(stead_indirect_rate(&bands, 1, &level, &i, &err), &err, STEAD_RANGE,
                   "band '0-64': reference population 0 is not positive");
    bands.weight = weight;
    bands.squares = none;
    assert_refused(stead_direct_rate(&bands, 1, &level, &r, &err), &err, STEAD_RANGE,
                   "band '0-64': events by how often each person had one are missing or do not "
                   "reach its count of 30");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rates_follow_the_standard_and_not_the_area),
        cmocka_unit_test(few_events_give_no_rate),
        cmocka_unit_test(bad_bands_are_refused_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
