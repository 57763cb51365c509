/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "calc/deficit.h"

static const stead_deficit_part parts[3] = {
    {"A", 700, 5000, 100}, {"B", -200, 3000, 300}, {"C", 501, 2000, 600}};

/* Shares the deficit of 1,001 and checks that money is conserved and the working re-adds. */
static void check_rule(stead_deficit_rule rule, stead_pence reserve,
                       const stead_pence *expected, stead_pence expected_met)
{
    stead_pence out[3], met, sum;
    stead_working working = {0};
    stead_wide left = 0;
    stead_error err;
    assert_ok(stead_deficit_share(parts, 3, rule, reserve, out, &met, &working, &err), &err);
    assert_int_equal(met, expected_met);
    sum = met;
    for (int i = 0; i < 3; i++) {
        assert_int_equal(out[i], expected[i]);
        sum += out[i];
    }
    assert_int_equal(sum, 1001);
    for (size_t i = 0; i < working.count; i++) {
        if (working.steps[i].depth == 0) {
            assert_true(left == 0);
            left = working.steps[i].amount;
        } else {
            left -= working.steps[i].amount;
        }
    }
    assert_true(left == 0 && working.count >= 3);
    stead_working_free(&working);
}

static void each_rule_conserves_money_R46(void **state)
{
    (void)state;
    check_rule(STEAD_DEFICIT_OWN, 0, (const stead_pence[]){700, -200, 501}, 0);
    check_rule(STEAD_DEFICIT_ALLOCATION, 0, (const stead_pence[]){501, 300, 200}, 0);
    check_rule(STEAD_DEFICIT_NEED, 0, (const stead_pence[]){100, 300, 601}, 0);
    check_rule(STEAD_DEFICIT_RESERVE, 401, (const stead_pence[]){300, 180, 120}, 401);
    check_rule(STEAD_DEFICIT_RESERVE, 5000, (const stead_pence[]){0, 0, 0}, 1001);
}

static void a_surplus_draws_on_no_reserve_R46(void **state)
{
    const stead_deficit_part surplus[] = {{"A", -100, 1, 0}, {"B", 40, 2, 0}};
    stead_pence out[2], met;
    stead_error err;
    (void)state;
    assert_ok(stead_deficit_share(surplus, 2, STEAD_DEFICIT_RESERVE, 50, out, &met, NULL, &err),
              &err);
    assert_int_equal(met, 0);
    assert_int_equal(out[0], -20);
    assert_int_equal(out[1], -40);
}

static void bad_deficits_are_refused_R46(void **state)
{
    const stead_deficit_part nil[] = {{"A", 100, 0, 0}, {"B", 40, 0, -1}};
    const stead_deficit_part huge[] = {{"A", INT64_MAX, 1, 1}, {"B", 1, 1, 1}};
    stead_pence out[3], met;
    stead_error err;
    (void)state;
    assert_refused(
        stead_deficit_share(parts, 3, STEAD_DEFICIT_RESERVE, -1, out, &met, NULL, &err), &err,
        STEAD_RANGE, "reserve is less than nothing");
    assert_refused(
        stead_deficit_share(nil, 2, STEAD_DEFICIT_ALLOCATION, 0, out, &met, NULL, &err), &err,
        STEAD_RANGE, "every weight is nil");
    assert_refused(stead_deficit_share(nil, 2, STEAD_DEFICIT_NEED, 0, out, &met, NULL, &err),
                   &err, STEAD_RANGE, "weight of 'B' is negative");
    assert_refused(stead_deficit_share(huge, 2, STEAD_DEFICIT_OWN, 0, out, &met, NULL, &err),
                   &err, STEAD_RANGE, "positions sum to more money than fits");
}

static void repayment_sums_to_the_deficit_R46(void **state)
{
    static const stead_pence expected[] = {34, 34, 33};
    stead_pence out[3];
    stead_error err;
    (void)state;
    assert_ok(stead_deficit_repay(101, 3, out, &err), &err);
    for (int i = 0; i < 3; i++)
        assert_int_equal(out[i], expected[i]);
    assert_refused(stead_deficit_repay(1, 0, out, &err), &err, STEAD_RANGE,
                   "a deficit cannot be repaid over no years");
    assert_refused(stead_deficit_repay(-1, 3, out, &err), &err, STEAD_RANGE,
                   "a surplus has nothing to repay");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_rule_conserves_money_R46),
        cmocka_unit_test(a_surplus_draws_on_no_reserve_R46),
        cmocka_unit_test(bad_deficits_are_refused_R46),
        cmocka_unit_test(repayment_sums_to_the_deficit_R46),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
