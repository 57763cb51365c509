/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "../support/random.h"
#include "calc/horizon.h"

/* Whoever pays and whoever is saved, every penny of saving is in the matrix once, and what is
 * transferred sums to nothing. */
static void gains_are_conserved_R99(void **state)
{
    enum { LINES = 12, YEARS = 5, BODIES = 4, SCHEMES = 3 };
    static const char *const bodies[] = {"a", "b", "c", "d"};
    static const char *const schemes[] = {"x", "y", "z"};
    (void)state;
    test_random r = random_begin("horizon");
    for (int round = 0; round < 200; round++) {
        stead_pence amounts[LINES][YEARS], matrix[BODIES * BODIES], paid[BODIES] = {0};
        stead_horizon_line lines[LINES];
        stead_gain gain[BODIES];
        stead_error err;
        stead_pence saved = 0, shared = 0, moved = 0;
        for (uint32_t i = 0; i < LINES; i++) {
            lines[i] = (stead_horizon_line){.scheme = i % SCHEMES,
                                            .body = (uint32_t)random_upto(&r, BODIES - 1),
                                            .amounts = amounts[i],
                                            .saves = i >= SCHEMES && i % 2 == 0};
            for (int t = 0; t < YEARS; t++) {
                amounts[i][t] = random_sized(&r, 40) + 1;
                saved += lines[i].saves ? amounts[i][t] : 0;
                paid[lines[i].body] += lines[i].saves ? 0 : amounts[i][t];
            }
        }
        assert_ok(stead_benefit_matrix(lines, LINES, YEARS, schemes, SCHEMES, bodies, BODIES,
                                       matrix, &err),
                  &err);
        for (int i = 0; i < BODIES * BODIES; i++)
            shared += matrix[i];
        assert_int_equal(shared, saved);
        assert_ok(stead_gain_share(matrix, paid, bodies, BODIES, gain, &err), &err);
        for (int i = 0; i < BODIES; i++)
            moved += gain[i].transfer;
        assert_int_equal(moved, 0);
    }
}

static void figures_that_do_not_fit_are_refused(void **state)
{
    (void)state;
    const stead_pence huge[] = {INT64_MAX, INT64_MAX};
    const stead_rate falls[] = {0, -900000000}; /* -90%: the factor is 10 */
    const stead_horizon_line line = {.amounts = huge, .saves = true};
    stead_horizon_year years[2];
    stead_even even;
    stead_pence out;
    stead_error err;
    assert_refused(
        stead_present_value(huge, STEAD_PRICES_REAL, falls, STEAD_PRICES_REAL, 2, &out, &err),
        &err, STEAD_RANGE, "a present value is more money than fits");
    assert_int_equal(stead_horizon_run(&line, 1, falls, 2, years, &even, &err), STEAD_RANGE);
    assert_refused(stead_deflate(INT64_MAX, 2, 1, &out, &err), &err, STEAD_RANGE,
                   "a deflated amount is more money than fits");
    assert_refused(stead_ramp(1, NULL, 0, 0, 1, &out, &err), &err, STEAD_RANGE,
                   "a ramp has no steps");
}

static void nothing_breaks_even_before_it_begins(void **state)
{
    (void)state;
    const stead_pence cost[] = {0, 0, 10, 0}, saving[] = {0, 0, 0, 10};
    const stead_rate none[4] = {0};
    const stead_horizon_line lines[] = {{.amounts = cost}, {.amounts = saving, .saves = true}};
    stead_horizon_year years[4];
    stead_even even;
    stead_error err;
    assert_ok(stead_horizon_run(lines, 2, none, 4, years, &even, &err), &err);
    assert_int_equal(even.years_to_even, 4);
    assert_int_equal(even.cashable_to_even, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gains_are_conserved_R99),
        cmocka_unit_test(figures_that_do_not_fit_are_refused),
        cmocka_unit_test(nothing_breaks_even_before_it_begins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
