/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/random.h"
#include "calc/spc.h"
#include "numbers.h"

static const stead_xmr_options plain = {.run = 7, .target = NAN};

static void the_published_vector_has_its_limits(void **state)
{
    (void)state;
    const double values[] = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};
    stead_xmr_options screened = plain;
    stead_xmr_point points[18];
    stead_xmr_summary s;
    stead_error err;
    screened.screen = true;
    assert_ok(stead_xmr(values, 18, &screened, NULL, points, &s, &err), &err);
    assert_close(s.upper, 35.0 / 18 + 2.66, 1e-14);
    assert_ok(stead_xmr(values, 18, &plain, NULL, points, &s, &err), &err);
    assert_close(s.upper, 35.0 / 18 + 2.66 * 32 / 17, 1e-14);
    assert_int_equal(points[4].signal, STEAD_SIGNAL_OUTSIDE);
    assert_int_equal(points[3].signal, STEAD_SIGNAL_NONE);
}

/* Upside down, every signal is on the other side and nothing else changes. */
static void charts_turn_over(void **state)
{
    (void)state;
    test_random r = random_begin("spc");
    for (int round = 0; round < 300; round++) {
        double values[40], turned[40];
        stead_xmr_point up[40], down[40];
        stead_xmr_summary a, b;
        stead_error err;
        for (int i = 0; i < 40; i++) {
            values[i] = (double)random_upto(&r, 20);
            turned[i] = -values[i];
        }
        assert_ok(stead_xmr(values, 40, &plain, NULL, up, &a, &err), &err);
        assert_ok(stead_xmr(turned, 40, &plain, NULL, down, &b, &err), &err);
        for (int i = 0; i < 40; i++) {
            assert_int_equal(up[i].signal, down[i].signal);
            assert_int_equal(up[i].side, -down[i].side);
        }
    }
}

static void what_cannot_be_charted_is_refused(void **state)
{
    (void)state;
    const double values[] = {1, NAN, 2, INFINITY};
    const size_t bases[] = {3, 2};
    stead_xmr_options options = plain;
    stead_xmr_point points[4];
    stead_xmr_summary s;
    stead_error err;
    assert_refused(stead_xmr(values, 3, &options, NULL, points, &s, &err), &err, STEAD_RANGE,
                   "base 1 has no two values that follow one another");
    assert_refused(stead_xmr(values, 0, &options, NULL, points, &s, &err), &err, STEAD_RANGE,
                   "base 1 has no two values that follow one another");
    assert_refused(stead_xmr(values, 4, &options, NULL, points, &s, &err), &err, STEAD_RANGE,
                   "a value is not a finite number");
    options.bases = bases;
    options.base_count = 2;
    assert_refused(stead_xmr(values, 4, &options, NULL, points, &s, &err), &err, STEAD_RANGE,
                   "base 2 does not begin at a later point of the series");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_vector_has_its_limits),
        cmocka_unit_test(charts_turn_over),
        cmocka_unit_test(what_cannot_be_charted_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
