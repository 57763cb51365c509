/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Bottom-up and hybrid budgets: the field's worked example 3. */
#include "../support/check.h"
#include "calc/pace.h"

#define MILLION INT64_C(100000000)
static const stead_part example[3] = {{"P1", 420 * MILLION, 40, 410 * MILLION, 0},
                                      {"P2", 330 * MILLION, 35, 355 * MILLION, 0},
                                      {"P3", 250 * MILLION, 25, 285 * MILLION, 0}};

static void check_example(stead_policy policy, const int64_t *millionths)
{
    stead_award awards[3];
    stead_error err;
    policy.envelope = 1040 * MILLION;
    assert_ok(stead_pace(example, 3, &policy, awards, NULL, &err), &err);
    for (int i = 0; i < 3; i++)
        assert_int_equal((awards[i].allocation + 50) / 100, millionths[i]);
}

static void example_3_bottom_up_R31(void **state)
{
    stead_pence gap;
    stead_error err;
    (void)state;
    check_example((stead_policy){.method = STEAD_BOTTOM_UP},
                  (const int64_t[]){406095238, 351619048, 282285714});
    assert_ok(stead_bid_gap(example, 3, 1040 * MILLION, &gap, &err), &err);
    assert_int_equal(gap, 10 * MILLION);
}

static void example_3_hybrid_R31(void **state)
{
    (void)state;
    check_example(
        (stead_policy){.method = STEAD_HYBRID, .mix = {500000000, 300000000, 200000000}},
        (const int64_t[]){424419048, 351123810, 264457143});
}

static void committed_bids_are_met_in_full_R31(void **state)
{
    const stead_part parts[] = {{"A", 0, 0, 700, 600}, {"B", 0, 0, 500, 0}};
    const stead_policy policy = {.method = STEAD_BOTTOM_UP, .envelope = 900};
    stead_award awards[2];
    stead_error err;
    (void)state;
    assert_ok(stead_pace(parts, 2, &policy, awards, NULL, &err), &err);
    assert_int_equal(awards[0].allocation, 650);
    assert_int_equal(awards[1].allocation, 250);
}

static void bids_below_the_envelope_are_scaled_up_R31(void **state)
{
    const stead_part parts[] = {{"A", 0, 0, 100, 0}, {"B", 0, 0, 300, 0}};
    const stead_policy policy = {.method = STEAD_BOTTOM_UP, .envelope = 800};
    stead_award awards[2];
    stead_error err;
    (void)state;
    assert_ok(stead_pace(parts, 2, &policy, awards, NULL, &err), &err);
    assert_int_equal(awards[0].allocation, 200);
    assert_int_equal(awards[1].allocation, 600);
}

static void bids_that_cannot_be_met_are_refused_R31(void **state)
{
    stead_part parts[] = {{"A", 0, 0, 700, 600}, {"B", 0, 0, 500, 400}};
    stead_policy policy = {.method = STEAD_BOTTOM_UP, .envelope = 900};
    stead_award awards[2];
    stead_error err;
    (void)state;
    assert_refused(stead_pace(parts, 2, &policy, awards, NULL, &err), &err, STEAD_INFEASIBLE,
                   "committed bids come to £1.00 more than the envelope of £9.00");
    parts[0].committed = 701;
    assert_refused(stead_pace(parts, 2, &policy, awards, NULL, &err), &err, STEAD_RANGE,
                   "committed part of the bid of 'A' is more than the bid");
    parts[0].committed = 700;
    parts[1].committed = 500;
    policy.envelope = 1300;
    assert_refused(stead_pace(parts, 2, &policy, awards, NULL, &err), &err, STEAD_INFEASIBLE,
                   "every bid is committed, which leaves £1.00 of the envelope of £13.00 that "
                   "nobody asks for");
    parts[1].bid = -1;
    assert_refused(stead_pace(parts, 2, &policy, awards, NULL, &err), &err, STEAD_RANGE,
                   "bid of 'B' is negative");
    parts[0].bid = parts[1].bid = parts[0].committed = parts[1].committed = 0;
    assert_refused(stead_pace(parts, 2, &policy, awards, NULL, &err), &err, STEAD_RANGE,
                   "every bid is nil: there is nothing to scale");
}

static void a_mix_must_sum_to_one_R31(void **state)
{
    stead_policy policy = {
        .method = STEAD_HYBRID, .envelope = 100, .mix = {500000000, 300000000, 199999999}};
    stead_award awards[3];
    stead_error err;
    (void)state;
    assert_refused(stead_pace(example, 3, &policy, awards, NULL, &err), &err, STEAD_RANGE,
                   "mix of uniform, target and bid sums to 99.9999999%, not 100%");
    policy.mix[0] = -1;
    assert_refused(stead_pace(example, 3, &policy, awards, NULL, &err), &err, STEAD_RANGE,
                   "uniform part of the mix of -0.0000001% is not from 0% to 100%");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(example_3_bottom_up_R31),
        cmocka_unit_test(example_3_hybrid_R31),
        cmocka_unit_test(committed_bids_are_met_in_full_R31),
        cmocka_unit_test(bids_below_the_envelope_are_scaled_up_R31),
        cmocka_unit_test(bids_that_cannot_be_met_are_refused_R31),
        cmocka_unit_test(a_mix_must_sum_to_one_R31),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
