/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "../support/check.h"
#include "base/wide.h"
#include "calc/weigh.h"
#include "model/frame.h"
#include "model/grouping.h"

static void columns_are_summed_by_group_and_blanks_counted_R78(void **state)
{
    const int64_t people[] = {10, 20, 30, 40}, weighted[] = {1, STEAD_MISSING, 3, 4};
    const int64_t *const columns[] = {people, weighted};
    const uint32_t group[] = {0, 1, 1, STEAD_NO_GROUP};
    int64_t sums[4];
    uint32_t blanks[4];
    stead_error err;
    (void)state;
    assert_ok(stead_weigh(columns, 2, 4, group, 2, sums, blanks, &err), &err);
    assert_int_equal(sums[0], 10);
    assert_int_equal(sums[1], 1);
    assert_int_equal(sums[2], 50);
    assert_int_equal(sums[3], 3);
    assert_int_equal(blanks[3], 1);
    assert_int_equal(blanks[0] + blanks[1] + blanks[2], 0);
    assert_ok(stead_weigh(columns, 2, 4, group, 2, sums, NULL, &err), &err);
}

static void a_sum_that_does_not_fit_is_refused_R78(void **state)
{
    const int64_t people[] = {INT64_MAX, 1};
    const int64_t *const columns[] = {people};
    const uint32_t group[] = {0, 0};
    int64_t sums[1];
    stead_error err;
    (void)state;
    assert_refused(stead_weigh(columns, 1, 2, group, 1, sums, NULL, &err), &err, STEAD_RANGE,
                   "row 2 brings the sum of column 1 to more than fits");
}

/* Practice A81001 in 2023/24: 85% primary medical need and 15% health inequalities, as
 * published: 5262.3243729646. */
static void components_combine_as_published_R30(void **state)
{
    const int64_t sums[] = {4589781428319, 9073401059290};
    const int64_t factors[] = {850000000, 150000000};
    int64_t weight;
    stead_error err;
    (void)state;
    assert_ok(stead_combine(sums, 2, 1, factors, &weight, &err), &err);
    assert_int_equal(weight, 5262324372965);
    assert_refused(stead_combine((const int64_t[]){INT64_MAX, INT64_MAX}, 2, 1,
                                 (const int64_t[]){STEAD_NANO, 1}, &weight, &err),
                   &err, STEAD_RANGE, "weight of group 1 is more than fits");
}

/* Worked example 2.C: four practices within NHS West Yorkshire, 2022/23. */
static void relative_need_of_four_practices_R30(void **state)
{
    enum { OVERALL = 6 };
    static const struct {
        int64_t place, icb;
        double index;
    } rows[] = {{33081213700000, 2531479015300000, 1.068394},
                {32095453200000, 2520550019600000, 1.041053},
                {21721653400000, 2678070087300000, 0.663125},
                {20239311700000, 2823164878200000, 0.586117},
                {33457531100000, 2627063445900000, 1.041233},
                {21633629100000, 3297425829400000, 0.536388},
                {30265462900000, 2639150129000000, 0.937579}};
    const int64_t place = 32014823789000, icb = 2617433315100000;
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_true(fabs(stead_index(rows[i].place, place, rows[i].icb, icb) - rows[i].index) <
                    6e-7);
    double by_need = (double)rows[OVERALL].place / (double)rows[OVERALL].icb;
    assert_true(fabs(by_need - 0.0114678822) < 1e-10);
}

static void an_index_of_nobody_is_undefined_R30(void **state)
{
    (void)state;
    assert_true(isnan(stead_index(1, 0, 1, 1)));
    assert_true(isnan(stead_index(1, 1, 0, 1)));
    assert_true(isnan(stead_index(1, 1, 1, 0)));
    assert_true(isnan(stead_index(STEAD_MISSING, 1, 1, 1)));
    assert_true(stead_index(0, 1, 1, 1) == 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_summed_by_group_and_blanks_counted_R78),
        cmocka_unit_test(a_sum_that_does_not_fit_is_refused_R78),
        cmocka_unit_test(components_combine_as_published_R30),
        cmocka_unit_test(relative_need_of_four_practices_R30),
        cmocka_unit_test(an_index_of_nobody_is_undefined_R30),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
