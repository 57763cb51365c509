/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/bigint.h"
#include "../support/check.h"
#include "../support/random.h"
#include "base/wide.h"

#define WIDE_MAX ((stead_wide)(~(stead_uwide)0 >> 1))
#define WIDE_MIN (-WIDE_MAX - 1)

static void sums_and_products_say_when_they_do_not_fit(void **state)
{
    stead_wide out;
    (void)state;
    assert_true(stead_wide_add(WIDE_MAX - 1, 1, &out) && out == WIDE_MAX);
    assert_false(stead_wide_add(WIDE_MAX, 1, &out));
    assert_false(stead_wide_sub(WIDE_MIN, 1, &out));
    assert_true(stead_wide_mul(WIDE_MAX / 3, 3, &out));
    assert_false(stead_wide_mul(WIDE_MAX / 3 + 1, 3, &out));
}

static void division_rounds_as_asked(void **state)
{
    static const struct {
        int a, d, half, floor, ceiling;
    } cases[] = {{5, 2, 3, 2, 3},   {-5, 2, -3, -3, -2}, {5, -2, -3, -3, -2},
                 {-5, -2, 3, 2, 3}, {4, 3, 1, 1, 2},     {-4, 3, -1, -2, -1},
                 {6, 3, 2, 2, 2},   {0, 7, 0, 0, 0},     {-6, 3, -2, -2, -2}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        stead_wide a = cases[i].a, d = cases[i].d;
        assert_true(stead_wide_div(a, d, STEAD_HALF_AWAY) == cases[i].half);
        assert_true(stead_wide_div(a, d, STEAD_FLOOR) == cases[i].floor);
        assert_true(stead_wide_div(a, d, STEAD_CEILING) == cases[i].ceiling);
    }
}

static void a_product_of_256_bits_divides_exactly(void **state)
{
    stead_wide out;
    (void)state;
    assert_true(stead_wide_muldiv(WIDE_MAX, WIDE_MAX, WIDE_MAX, STEAD_HALF_AWAY, &out));
    assert_true(out == WIDE_MAX);
    assert_true(stead_wide_muldiv(WIDE_MIN + 1, WIDE_MAX, WIDE_MAX, STEAD_FLOOR, &out));
    assert_true(out == WIDE_MIN + 1);
    assert_true(stead_wide_muldiv(WIDE_MAX, 2, 4, STEAD_HALF_AWAY, &out));
    assert_true(out == WIDE_MAX / 2 + 1);
    assert_true(stead_wide_muldiv(WIDE_MAX, 2, 4, STEAD_FLOOR, &out));
    assert_true(out == WIDE_MAX / 2);
}

static void a_quotient_that_does_not_fit_is_refused(void **state)
{
    stead_wide out;
    (void)state;
    assert_false(stead_wide_muldiv(WIDE_MAX, 2, 1, STEAD_HALF_AWAY, &out));
    assert_false(stead_wide_muldiv(WIDE_MAX, WIDE_MAX, 2, STEAD_HALF_AWAY, &out));
    /* The quotient is 2^128 - 1 and a fifth: one more would come round to nought. */
    stead_wide a = (stead_wide)(~(stead_uwide)0 / 11 * 5 + 1);
    assert_false(stead_wide_muldiv(a, 11, 5, STEAD_CEILING, &out));
}

static void narrowing_says_when_it_does_not_fit(void **state)
{
    int64_t out;
    (void)state;
    assert_true(stead_wide_to_i64(INT64_MIN, &out) && out == INT64_MIN);
    assert_false(stead_wide_to_i64((stead_wide)INT64_MAX + 1, &out));
    assert_false(stead_wide_to_i64((stead_wide)INT64_MIN - 1, &out));
}

static big big_of_wide(stead_wide value)
{
    big out = {{0}, 0};
    for (stead_uwide left = (stead_uwide)value; left != 0; left >>= 32)
        out.limb[out.used++] = (uint32_t)left;
    return out;
}

static stead_wide random_wide(test_random *r)
{
    stead_uwide bits = (stead_uwide)random_bits(r) << 64 | random_bits(r);
    return (stead_wide)(bits >> (1 + random_upto(r, 126)));
}

/* For a quotient q cut down: q × d <= a × b < (q + 1) × d. */
static void random_quotients_agree_with_exact_arithmetic(void **state)
{
    enum { RUNS = 100000 };
    test_random r = random_begin("quotients");
    int refused = 0;
    (void)state;
    for (int run = 0; run < RUNS; run++) {
        stead_wide a = random_wide(&r), b = random_wide(&r), d = random_wide(&r), q, up;
        d += d == 0;
        big x = big_of_wide(a), y = big_of_wide(b), z = big_of_wide(d), one = big_of(1);
        big product = big_mul(&x, &y), most = big_of_wide(WIDE_MAX), held, next;
        if (!stead_wide_muldiv(a, b, d, STEAD_FLOOR, &q)) {
            next = big_add(&most, &one);
            held = big_mul(&next, &z);
            assert_true(big_compare(&held, &product) <= 0);
            refused++;
            continue;
        }
        big quotient = big_of_wide(q);
        held = big_mul(&quotient, &z);
        next = big_add(&held, &z);
        assert_true(big_compare(&held, &product) <= 0 && big_compare(&product, &next) < 0);
        if (q == WIDE_MAX)
            continue;
        assert_true(stead_wide_muldiv(a, b, d, STEAD_CEILING, &up));
        assert_true(up == q + (big_compare(&held, &product) != 0));
        assert_true(stead_wide_muldiv(-a, b, d, STEAD_FLOOR, &up) &&
                    up == -q - (big_compare(&held, &product) != 0));
        big twice = big_add(&product, &product), middle = big_add(&held, &next);
        assert_true(stead_wide_muldiv(a, b, d, STEAD_HALF_AWAY, &up));
        assert_true(up == q + (big_compare(&twice, &middle) >= 0));
    }
    printf("quotients: %d of %d too large\n", refused, RUNS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_and_products_say_when_they_do_not_fit),
        cmocka_unit_test(division_rounds_as_asked),
        cmocka_unit_test(a_product_of_256_bits_divides_exactly),
        cmocka_unit_test(a_quotient_that_does_not_fit_is_refused),
        cmocka_unit_test(narrowing_says_when_it_does_not_fit),
        cmocka_unit_test(random_quotients_agree_with_exact_arithmetic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
