/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/pace: the worked examples of the field, West Yorkshire's real figures, and refusals. */
#include "../support/check.h"
#include "calc/pace.h"
#include "model/frame.h"

enum { PLACES = 5 };

/* NHS West Yorkshire by place: payments to general practice 2022/23 in pence; the sum of "Final
 * PMC WP" 2023/24, each practice's to the ninth place, summed independently. */
static const stead_part west_yorkshire[PLACES] = {
    {"bradford-craven", 12221447569, 26398473033954 + 645640178119444, 0, 0},
    {"calderdale", 3427539586, 226343322629270, 0, 0},
    {"kirklees", 7089661923, 448105923616411, 0, 0},
    {"leeds", 15588156436, 970485894717968, 0, 0},
    {"wakefield", 6450073840, 374891982889410, 0, 0}};

static const stead_policy west_yorkshire_policy = {.method = STEAD_PACE,
                                                   .envelope = 46388847011,
                                                   .has_floor = true,
                                                   .floor = 20000000,
                                                   .closing = 250000000};

static void west_yorkshire_to_the_penny_R29(void **state)
{
    static const stead_pence expected[PLACES] = {12465876521, 3624940377, 7419645435,
                                                 16256050334, 6622334344};
    stead_award awards[PLACES];
    stead_error err;
    (void)state;
    assert_ok(stead_pace(west_yorkshire, PLACES, &west_yorkshire_policy, awards, NULL, &err),
              &err);
    for (size_t i = 0; i < PLACES; i++)
        assert_int_equal(awards[i].allocation, expected[i]);
}

static void distances_and_growth_are_exact_rates_R29(void **state)
{
    const stead_part parts[] = {{"A", 600, 1, 0, 0}, {"B", 0, 1, 0, 0}, {"C", 300, 0, 0, 0}};
    const stead_policy policy = {.method = STEAD_UNIFORM, .envelope = 1800};
    stead_award awards[3];
    stead_error err;
    (void)state;
    assert_ok(stead_pace(parts, 3, &policy, awards, NULL, &err), &err);
    assert_int_equal(awards[0].growth, STEAD_NANO);
    assert_int_equal(awards[0].opening, 333333333); /* 2/3 ÷ 1/2 - 1 */
    assert_int_equal(awards[0].closing, 333333333);
    assert_int_equal(awards[0].target, 900);
    assert_int_equal(awards[1].allocation, 0);
    assert_true(awards[1].growth == STEAD_MISSING);
    assert_int_equal(awards[1].opening, -STEAD_NANO);
    assert_int_equal(awards[2].target, 0);
    assert_true(awards[2].opening == STEAD_MISSING && awards[2].closing == STEAD_MISSING);
}

static void without_need_uniform_growth_has_no_target_R29(void **state)
{
    const stead_part parts[] = {{"A", 600, 0, 0, 0}};
    stead_policy policy = {.method = STEAD_UNIFORM, .envelope = 1800};
    stead_award award;
    stead_error err;
    (void)state;
    assert_ok(stead_pace(parts, 1, &policy, &award, NULL, &err), &err);
    assert_true(award.target == STEAD_MISSING && award.opening == STEAD_MISSING);
    policy.method = STEAD_PACE;
    assert_refused(stead_pace(parts, 1, &policy, &award, NULL, &err), &err, STEAD_RANGE,
                   "every weight is nil: there is no target");
}

static void a_part_that_has_nothing_may_be_given_something_R29(void **state)
{
    const stead_part parts[] = {{"A", 1000, 1, 0, 0}, {"B", 0, 1, 0, 0}};
    const stead_policy policy = {.method = STEAD_PACE,
                                 .envelope = 1000,
                                 .closing = STEAD_NANO / 4,
                                 .has_floor = true,
                                 .floor = -STEAD_NANO / 4};
    stead_award awards[2];
    stead_error err;
    (void)state;
    assert_ok(stead_pace(parts, 2, &policy, awards, NULL, &err), &err);
    assert_int_equal(awards[0].allocation, 875);
    assert_int_equal(awards[1].allocation, 125);
}

static void the_largest_amounts_are_handled_R29(void **state)
{
    const stead_part parts[] = {{"A", INT64_MAX - 1, INT64_MAX - 1, 0, 0}, {"B", 1, 1, 0, 0}};
    stead_policy policy = {.method = STEAD_PACE,
                           .envelope = INT64_MAX,
                           .closing = STEAD_NANO / 3,
                           .has_floor = true,
                           .has_ceiling = true,
                           .ceiling = INT64_MAX};
    stead_award awards[2];
    stead_error err;
    (void)state;
    assert_ok(stead_pace(parts, 2, &policy, awards, NULL, &err), &err);
    assert_true(awards[0].allocation == INT64_MAX - 1 && awards[1].allocation == 1);
    policy.floor = INT64_MAX;
    assert_int_equal(stead_pace(parts, 2, &policy, awards, NULL, &err), STEAD_INFEASIBLE);
}

/* One policy or part changed at a time, and what is said of it. */
static void bad_policies_are_refused_R29(void **state)
{
    static const struct {
        stead_policy policy;
        const char *text;
    } cases[] = {
        {{.method = STEAD_PACE, .envelope = -1}, "envelope of -£0.01 is less than nothing"},
        {{.method = STEAD_PACE, .envelope = 1, .closing = STEAD_NANO + 1},
         "closing fraction of 100.0000001% is not from 0% to 100%"},
        {{.method = STEAD_PACE,
          .has_floor = true,
          .floor = 20000000,
          .has_ceiling = true,
          .ceiling = 10000000},
         "floor of 2% is above the ceiling of 1%"},
        {{.method = STEAD_PACE, .has_floor = true, .floor = -STEAD_NANO - 10000000},
         "floor of -101% is below -100%"},
        {{.method = STEAD_BANDED, .has_cap = true, .cap = -10000000},
         "cap of -1% is not from 0% to 100%"},
        {{.method = STEAD_BANDED, .has_ceiling = true},
         "a banded policy takes no ceiling; set a cap"},
        {{.method = STEAD_BOTTOM_UP, .has_floor = true},
         "a bottom-up policy takes no floor and no ceiling: bids alone are scaled"},
    };
    stead_award awards[PLACES];
    stead_error err;
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_refused(stead_pace(west_yorkshire, PLACES, &cases[i].policy, awards, NULL, &err),
                       &err, STEAD_RANGE, cases[i].text);
}

static void bad_parts_are_refused_by_name_R29(void **state)
{
    static const struct {
        stead_part parts[2];
        const char *text;
    } cases[] = {
        {{{"A", 1, 1, 0, 0}, {"B", -1, 1, 0, 0}}, "baseline of 'B' is negative"},
        {{{"A", 1, 1, 0, 0}, {"B", STEAD_MISSING, 1, 0, 0}}, "baseline of 'B' is missing"},
        {{{"A", 1, -1, 0, 0}, {"B", 1, 1, 0, 0}}, "weight of 'A' is negative"},
        {{{"A", INT64_MAX, 1, 0, 0}, {"B", 1, 1, 0, 0}},
         "baseline of 'B' brings the sum to more than fits"},
        {{{"A", 0, 1, 0, 0}, {"B", 0, 1, 0, 0}},
         "every baseline is nil: there is nothing to grow"},
    };
    const stead_policy policy = {.method = STEAD_PACE, .envelope = 100};
    stead_award awards[2];
    stead_error err;
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_refused(stead_pace(cases[i].parts, 2, &policy, awards, NULL, &err), &err,
                       STEAD_RANGE, cases[i].text);
    assert_refused(stead_pace(NULL, 0, &policy, awards, NULL, &err), &err, STEAD_RANGE,
                   "there is nobody to share the envelope between");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(west_yorkshire_to_the_penny_R29),
        cmocka_unit_test(distances_and_growth_are_exact_rates_R29),
        cmocka_unit_test(without_need_uniform_growth_has_no_target_R29),
        cmocka_unit_test(a_part_that_has_nothing_may_be_given_something_R29),
        cmocka_unit_test(the_largest_amounts_are_handled_R29),
        cmocka_unit_test(bad_policies_are_refused_R29),
        cmocka_unit_test(bad_parts_are_refused_by_name_R29),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
