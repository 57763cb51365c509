/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/bigint.h"
#include "../support/check.h"
#include "../support/random.h"
#include "calc/share.h"
#include "model/frame.h"

static const char *const codes[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};

static void a_pound_in_three_R23(void **state)
{
    const int64_t weights[] = {1, 1, 1};
    stead_pence out[3];
    stead_error err;
    (void)state;
    assert_ok(stead_share(100, weights, codes, 3, out, &err), &err);
    assert_int_equal(out[0], 34);
    assert_int_equal(out[1], 33);
    assert_int_equal(out[2], 33);
}

static void ties_go_to_the_larger_weight_then_the_lesser_code_R23(void **state)
{
    /* 2 × 1/4 and 2 × 3/4: both have half a penny over. */
    const int64_t unlike[] = {1, 3}, alike[] = {5, 5};
    const char *const backwards[] = {"z", "y"};
    stead_pence out[2];
    stead_error err;
    (void)state;
    assert_ok(stead_share(2, unlike, codes, 2, out, &err), &err);
    assert_int_equal(out[0], 0);
    assert_int_equal(out[1], 2);
    assert_ok(stead_share(1, alike, backwards, 2, out, &err), &err);
    assert_int_equal(out[0], 0);
    assert_int_equal(out[1], 1);
}

static void a_negative_sum_mirrors_a_positive_one_R23(void **state)
{
    const int64_t weights[] = {1, 2, 4};
    stead_pence plus[3], minus[3];
    stead_error err;
    (void)state;
    assert_ok(stead_share(1000, weights, codes, 3, plus, &err), &err);
    assert_ok(stead_share(-1000, weights, codes, 3, minus, &err), &err);
    for (int i = 0; i < 3; i++)
        assert_int_equal(minus[i], -plus[i]);
}

static void the_largest_sums_fit_R23(void **state)
{
    const int64_t weights[] = {INT64_MAX - 1, 1, 0};
    stead_pence out[3];
    stead_error err;
    (void)state;
    assert_ok(stead_share(INT64_MAX, weights, codes, 3, out, &err), &err);
    assert_int_equal(out[0], INT64_MAX - 1);
    assert_int_equal(out[1], 1);
    assert_int_equal(out[2], 0);
    assert_ok(stead_share(INT64_MIN, (const int64_t[]){1}, codes, 1, out, &err), &err);
    assert_true(out[0] == INT64_MIN);
}

static void bad_weights_are_refused_by_name_R23(void **state)
{
    const char *const councils[] = {"E08000032", "E08000033"};
    stead_pence out[2];
    stead_error err;
    (void)state;
    assert_refused(stead_share(1, (const int64_t[]){1, -1}, councils, 2, out, &err), &err,
                   STEAD_RANGE, "weight of 'E08000033' is negative");
    assert_refused(stead_share(1, (const int64_t[]){1, STEAD_MISSING}, councils, 2, out, &err),
                   &err, STEAD_RANGE, "weight of 'E08000033' is missing");
    assert_refused(stead_share(1, (const int64_t[]){0, 0}, councils, 2, out, &err), &err,
                   STEAD_RANGE, "every weight is nil");
    assert_refused(stead_share(1, (const int64_t[]){INT64_MAX, 1}, councils, 2, out, &err),
                   &err, STEAD_RANGE, "weight of 'E08000033' brings the sum to more than fits");
    assert_refused(stead_share(1, NULL, NULL, 0, out, &err), &err, STEAD_RANGE,
                   "there is nobody to share between");
}

static void exact_amounts_are_rounded_to_the_total_R23(void **state)
{
    const stead_wide exact[] = {1 * STEAD_NANO, 2 * STEAD_NANO + 500000000,
                                3 * STEAD_NANO + 500000000};
    stead_pence out[3];
    stead_error err;
    (void)state;
    assert_ok(stead_share_round(7, exact, NULL, codes, 3, out, &err), &err);
    assert_int_equal(out[0], 1);
    assert_int_equal(out[1], 3);
    assert_int_equal(out[2], 3);
    assert_ok(stead_share_round(7, exact, (const int64_t[]){1, 2, 3}, codes, 3, out, &err),
              &err);
    assert_int_equal(out[1], 2);
    assert_int_equal(out[2], 4);
}

static void exact_amounts_far_from_the_total_are_refused_R23(void **state)
{
    const stead_wide exact[] = {STEAD_NANO, STEAD_NANO}, negative[] = {3 * STEAD_NANO, -1};
    const stead_wide huge[] = {(stead_wide)INT64_MAX * STEAD_NANO * 2, 0};
    stead_pence out[2];
    stead_error err;
    (void)state;
    assert_refused(stead_share_round(1, exact, NULL, codes, 2, out, &err), &err, STEAD_MISMATCH,
                   "exact amounts do not sum to £0.01");
    assert_refused(stead_share_round(3, negative, NULL, codes, 2, out, &err), &err, STEAD_RANGE,
                   "amount of 'b' is negative");
    assert_refused(stead_share_round(3, huge, NULL, codes, 2, out, &err), &err, STEAD_RANGE,
                   "amount of 'a' is more money than fits");
}

/* A part's claim in exact whole numbers: total × weight = quota × Σ weight + rest. */
typedef struct {
    big rest;
    bool given; /* it got a penny over its quota */
} exact_claim;

static exact_claim claim_of(stead_pence part, stead_pence total, int64_t weight, const big *sum)
{
    big product = big_of(total), held = big_times(sum, part);
    product = big_times(&product, weight);
    if (big_compare(&held, &product) <= 0)
        return (exact_claim){big_sub(&product, &held), false};
    held = big_sub(&held, sum);
    assert_true(big_compare(&held, &product) < 0);
    return (exact_claim){big_sub(&product, &held), true};
}

static void check_share(const stead_pence *out, stead_pence total, const int64_t *weights,
                        size_t count)
{
    exact_claim claims[COUNT(codes)];
    stead_pence footed = 0;
    big sum = big_of(0);
    for (size_t i = 0; i < count; i++) {
        big weight = big_of(weights[i]);
        sum = big_add(&sum, &weight);
        footed += out[i];
    }
    assert_int_equal(footed, total);
    for (size_t i = 0; i < count; i++) {
        claims[i] = claim_of(out[i], total, weights[i], &sum);
        assert_true(big_compare(&claims[i].rest, &sum) < 0);
    }
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            int order = big_compare(&claims[i].rest, &claims[j].rest);
            if (!claims[i].given || claims[j].given)
                continue;
            assert_true(order > 0 || (order == 0 && (weights[i] > weights[j] ||
                                                     (weights[i] == weights[j] && i < j))));
        }
}

static void random_shares_agree_with_exact_arithmetic_R23(void **state)
{
    enum { RUNS = 100000 };
    test_random r = random_begin("shares");
    (void)state;
    for (int run = 0; run < RUNS; run++) {
        size_t count = (size_t)random_upto(&r, COUNT(codes) - 1) + 1, order[COUNT(codes)];
        int64_t weights[COUNT(codes)], shuffled[COUNT(codes)];
        const char *names[COUNT(codes)];
        stead_pence out[COUNT(codes)], again[COUNT(codes)], total = random_sized(&r, 62);
        int bits = (int)random_upto(&r, 58) + 1;
        stead_error err;
        for (size_t i = 0; i < count; i++)
            weights[i] = random_sized(&r, bits);
        weights[random_upto(&r, (int64_t)count - 1)] |= 1;
        assert_ok(stead_share(total, weights, codes, count, out, &err), &err);
        check_share(out, total, weights, count);
        random_order(&r, order, count);
        for (size_t i = 0; i < count; i++) {
            shuffled[i] = weights[order[i]];
            names[i] = codes[order[i]];
        }
        assert_ok(stead_share(total, shuffled, names, count, again, &err), &err);
        for (size_t i = 0; i < count; i++)
            assert_int_equal(again[i], out[order[i]]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pound_in_three_R23),
        cmocka_unit_test(ties_go_to_the_larger_weight_then_the_lesser_code_R23),
        cmocka_unit_test(a_negative_sum_mirrors_a_positive_one_R23),
        cmocka_unit_test(the_largest_sums_fit_R23),
        cmocka_unit_test(bad_weights_are_refused_by_name_R23),
        cmocka_unit_test(exact_amounts_are_rounded_to_the_total_R23),
        cmocka_unit_test(exact_amounts_far_from_the_total_are_refused_R23),
        cmocka_unit_test(random_shares_agree_with_exact_arithmetic_R23),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
