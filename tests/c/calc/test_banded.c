/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Banded convergence: the field's worked example 2.B, on the weighted people of 2.A. */
#include "../support/check.h"
#include "../support/random.h"
#include "calc/pace.h"
#include "calc/share.h"

static const stead_part example[3] = {{"X", 208000000000, 1012705155610560, 0, 0},
                                      {"Y", 112000000000, 587556825455707, 0, 0},
                                      {"Z", 80000000000, 399738018933732, 0, 0}};

static const stead_policy example_policy = {.method = STEAD_BANDED,
                                            .envelope = 416000000000,
                                            .closing = 250000000,
                                            .has_cap = true,
                                            .cap = 5000000};

/* To one place of the percentage point printed: 10^-6 of one. */
static int64_t at_sixth_place(stead_rate rate)
{
    return (rate + (rate < 0 ? -500 : 500)) / 1000;
}

static void example_2b_to_the_pound_R29(void **state)
{
    static const stead_pence pounds[] = {2155364160, 1171780701, 832855139};
    static const int64_t growth[] = {36233, 46233, 41069}, opening[] = {26952, -46901, 655},
                         closing[] = {23232, -41189, 1684};
    stead_award awards[3];
    stead_rate base;
    stead_error err;
    (void)state;
    assert_ok(stead_pace(example, 3, &example_policy, awards, NULL, &err), &err);
    for (int i = 0; i < 3; i++) {
        assert_int_equal((awards[i].allocation + 50) / 100, pounds[i]);
        assert_int_equal(at_sixth_place(awards[i].growth), growth[i]);
        assert_int_equal(at_sixth_place(awards[i].opening), opening[i]);
        assert_int_equal(at_sixth_place(awards[i].closing), closing[i]);
    }
    assert_ok(stead_pace_base_growth(example, 3, &example_policy, &base, &err), &err);
    assert_int_equal(base, 41232769); /* printed as 4.12327691% */
}

static void example_2b_in_thousands_R29(void **state)
{
    static const int64_t thousands[] = {2155364, 1171781, 832855};
    const char *const codes[] = {"X", "Y", "Z"};
    stead_award awards[3];
    stead_wide exact[3];
    int64_t out[3];
    stead_error err;
    (void)state;
    assert_ok(stead_pace(example, 3, &example_policy, awards, NULL, &err), &err);
    for (int i = 0; i < 3; i++)
        exact[i] = (stead_wide)awards[i].allocation * (STEAD_NANO / 100000);
    assert_ok(stead_share_round(4160000, exact, NULL, codes, 3, out, &err), &err);
    for (int i = 0; i < 3; i++)
        assert_int_equal(out[i], thousands[i]);
}

static void a_floor_is_solved_until_it_is_stable_R29(void **state)
{
    stead_policy policy = example_policy;
    stead_award awards[3];
    stead_rate base;
    stead_error err;
    (void)state;
    policy.has_floor = true;
    policy.floor = 38000000; /* X would have had 3.62% */
    assert_ok(stead_pace(example, 3, &policy, awards, NULL, &err), &err);
    assert_int_equal(awards[0].allocation, 215904000000);
    assert_int_equal(awards[0].allocation + awards[1].allocation + awards[2].allocation,
                     policy.envelope);
    assert_ok(stead_pace_base_growth(example, 3, &policy, &base, &err), &err);
    assert_true(base < 41232769);
    policy.floor = 40000000; /* exactly what there is: everyone is at the floor */
    assert_ok(stead_pace(example, 3, &policy, awards, NULL, &err), &err);
    assert_int_equal(awards[2].allocation, 83200000000);
    policy.floor = 40000001;
    assert_int_equal(stead_pace(example, 3, &policy, awards, NULL, &err), STEAD_INFEASIBLE);
    assert_string_equal(err.text, "the floor asks for £4.00 more than the envelope of "
                                  "£4,160,000,000.00");
}

static void a_distance_that_cannot_be_told_is_refused_R29(void **state)
{
    const stead_part parts[] = {{"A", 1000, 0, 0, 0}, {"B", 1000, 5, 0, 0}};
    stead_policy policy = {.method = STEAD_BANDED, .envelope = 2100, .closing = STEAD_NANO / 2};
    stead_award awards[2];
    stead_error err;
    (void)state;
    assert_refused(stead_pace(parts, 2, &policy, awards, NULL, &err), &err, STEAD_RANGE,
                   "weight of 'A' is too small to tell how far it is from target; set a cap");
    policy.has_cap = true;
    policy.cap = 10000000;
    assert_ok(stead_pace(parts, 2, &policy, awards, NULL, &err), &err);
    assert_int_equal(awards[0].allocation, 1040);
    assert_int_equal(awards[1].allocation, 1060);
}

static void taking_more_than_there_is_is_refused_R29(void **state)
{
    const stead_part parts[] = {{"A", 1000, 1, 0, 0}, {"B", 1000, 1000, 0, 0}};
    stead_policy policy = {.method = STEAD_BANDED, .envelope = 2000, .closing = STEAD_NANO};
    stead_award awards[2];
    stead_error err;
    (void)state;
    assert_int_equal(stead_pace(parts, 2, &policy, awards, NULL, &err), STEAD_INFEASIBLE);
    assert_non_null(strstr(err.text, "more than there is from 'A'; set a cap or a floor"));
}

static void floors_hold_for_random_budgets_R29(void **state)
{
    enum { RUNS = 20000, MOST = 6 };
    static const char *const codes[MOST] = {"a", "b", "c", "d", "e", "f"};
    test_random r = random_begin("banded budgets");
    (void)state;
    for (int run = 0; run < RUNS; run++) {
        size_t count = (size_t)random_upto(&r, MOST - 1) + 1;
        stead_part parts[MOST];
        stead_award awards[MOST];
        stead_wide sum = 0, floors = 0;
        stead_policy policy = {.method = STEAD_BANDED,
                               .closing = random_upto(&r, STEAD_NANO),
                               .has_cap = true,
                               .cap = random_upto(&r, STEAD_NANO / 10),
                               .has_floor = true,
                               .floor = random_upto(&r, STEAD_NANO / 20)};
        stead_error err;
        for (size_t i = 0; i < count; i++) {
            parts[i] =
                (stead_part){codes[i], random_sized(&r, 42), random_sized(&r, 50) + 1, 0, 0};
            parts[i].baseline += i == 0;
            sum += parts[i].baseline;
            floors +=
                stead_wide_div((stead_wide)parts[i].baseline * (STEAD_NANO + policy.floor),
                               STEAD_NANO, STEAD_CEILING);
        }
        policy.envelope = (stead_pence)floors + random_upto(&r, (int64_t)(sum / 20));
        assert_ok(stead_pace(parts, count, &policy, awards, NULL, &err), &err);
        sum = 0;
        for (size_t i = 0; i < count; i++) {
            sum += awards[i].allocation;
            assert_true((stead_wide)awards[i].allocation * STEAD_NANO >=
                        (stead_wide)parts[i].baseline * (STEAD_NANO + policy.floor));
        }
        assert_true(sum == policy.envelope);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(example_2b_to_the_pound_R29),
        cmocka_unit_test(example_2b_in_thousands_R29),
        cmocka_unit_test(a_floor_is_solved_until_it_is_stable_R29),
        cmocka_unit_test(a_distance_that_cannot_be_told_is_refused_R29),
        cmocka_unit_test(taking_more_than_there_is_is_refused_R29),
        cmocka_unit_test(floors_hold_for_random_budgets_R29),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
