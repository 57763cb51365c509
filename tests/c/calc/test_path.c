/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "calc/pace.h"

enum { YEARS = 4 };

static const stead_part parts[2] = {{"A", 600000000000, 1, 0, 0}, {"B", 400000000000, 1, 0, 0}};

/* After n years of a quarter the gap is 75%, 56.25%, 42.19%, 31.64% of the first. */
static void the_gap_closes_by_the_fraction_each_year_R29(void **state)
{
    static const stead_pence gaps[YEARS] = {75000000000, 56250000000, 42187500000, 31640625000};
    const stead_policy policy = {
        .method = STEAD_PACE, .envelope = 1000000000000, .closing = STEAD_NANO / 4};
    const stead_rate growth[YEARS] = {0};
    stead_award awards[YEARS * 2];
    stead_pence envelopes[YEARS];
    stead_error err;
    (void)state;
    assert_ok(stead_path(parts, 2, &policy, growth, YEARS, awards, envelopes, &err), &err);
    for (int year = 0; year < YEARS; year++) {
        assert_int_equal(envelopes[year], 1000000000000);
        assert_int_equal(awards[year * 2].allocation - awards[year * 2].target, gaps[year]);
    }
}

static void each_envelope_is_the_last_one_grown_and_rounded_R29(void **state)
{
    const stead_part small[] = {{"A", 101, 1, 0, 0}};
    const stead_policy policy = {.method = STEAD_UNIFORM, .envelope = 101};
    const stead_rate growth[] = {-STEAD_NANO / 2, 500000000, 0};
    stead_award awards[3];
    stead_pence envelopes[3];
    stead_error err;
    (void)state;
    assert_ok(stead_path(small, 1, &policy, growth, 3, awards, envelopes, &err), &err);
    assert_int_equal(envelopes[0], 51); /* 50.5, half away from zero */
    assert_int_equal(envelopes[1], 77); /* 76.5 */
    assert_int_equal(envelopes[2], 77);
    assert_int_equal(awards[2].allocation, 77);
}

static void a_year_that_cannot_be_met_is_named_R29(void **state)
{
    const stead_policy policy = {
        .method = STEAD_PACE, .envelope = 1000000000000, .has_floor = true};
    const stead_rate growth[] = {10000000, -10000000};
    stead_award awards[4];
    stead_pence envelopes[2];
    stead_error err;
    (void)state;
    assert_refused(stead_path(parts, 2, &policy, growth, 2, awards, envelopes, &err), &err,
                   STEAD_INFEASIBLE,
                   "year 2: the floor asks for £101,000,000.00 more than the envelope of "
                   "£9,999,000,000.00");
    assert_refused(stead_path(parts, 2, &policy, (const stead_rate[]){-2 * STEAD_NANO}, 1,
                              awards, envelopes, &err),
                   &err, STEAD_RANGE,
                   "year 1: envelope of -£10,000,000,000.00 is less than nothing");
    assert_refused(stead_path(parts, 2, &policy, (const stead_rate[]){INT64_MAX}, 1, awards,
                              envelopes, &err),
                   &err, STEAD_RANGE, "year 1: envelope grows to more money than fits");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_gap_closes_by_the_fraction_each_year_R29),
        cmocka_unit_test(each_envelope_is_the_last_one_grown_and_rounded_R29),
        cmocka_unit_test(a_year_that_cannot_be_met_is_named_R29),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
