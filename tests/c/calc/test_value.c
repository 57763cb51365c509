/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "../support/random.h"
#include "calc/value.h"

static void shifting_conserves_money_and_gains_R47(void **state)
{
    (void)state;
    test_random r = random_begin("value");
    for (int round = 0; round < 200; round++) {
        stead_programme p[5];
        stead_move moves[2000];
        stead_pence before = 0, after = 0;
        size_t made;
        int64_t gain;
        stead_error err;
        for (int i = 0; i < 5; i++) {
            p[i] = (stead_programme){"p", random_upto(&r, 10000000),
                                     random_upto(&r, 10 * STEAD_NANO),
                                     random_upto(&r, STEAD_NANO)};
            before += p[i].spend;
        }
        assert_ok(stead_marginal_shift(p, 5, 50000, moves, 2000, &made, &gain, &err), &err);
        for (int i = 0; i < 5; i++) {
            assert_true(p[i].spend >= 0);
            after += p[i].spend;
        }
        assert_int_equal(before, after);
        assert_true(gain >= 0);
    }
}

static void equal_options_stay_as_given(void **state)
{
    (void)state;
    const stead_option options[] = {{"a", 300, STEAD_NANO, STEAD_NANO, STEAD_NANO},
                                    {"b", 600, 2 * STEAD_NANO, STEAD_NANO, STEAD_NANO},
                                    {"c", 299, STEAD_NANO, STEAD_NANO, STEAD_NANO}};
    stead_star out[3];
    stead_error err;
    assert_ok(stead_star_rank(options, 3, out, &err), &err);
    assert_int_equal(out[0].option, 2);
    assert_int_equal(out[1].option, 0);
    assert_int_equal(out[2].option, 1);
    assert_int_equal(out[2].cost_so_far, 1199);
}

static void what_does_not_fit_is_refused(void **state)
{
    (void)state;
    const stead_option huge = {"a", 1, INT64_MAX, 100 * STEAD_NANO, STEAD_NANO};
    stead_programme p[] = {{"low", 1000, 1, 0}, {"high", 1000, 5, 0}};
    stead_star out;
    stead_move moves[2];
    stead_pence pence;
    size_t made;
    int64_t gain;
    stead_error err;
    assert_refused(stead_star_rank(&huge, 1, &out, &err), &err, STEAD_RANGE,
                   "option 'a': its benefit does not fit");
    assert_refused(stead_cost_per(INT64_MAX, 1, &pence, &err), &err, STEAD_RANGE,
                   "the cost of a unit is more money than fits");
    assert_refused(stead_marginal_shift(p, 2, 1, moves, 2, &made, &gain, &err), &err,
                   STEAD_RANGE, "more than 2 moves would be made; take a larger step");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shifting_conserves_money_and_gains_R47),
        cmocka_unit_test(equal_options_stay_as_given),
        cmocka_unit_test(what_does_not_fit_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
