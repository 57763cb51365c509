/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/distributions.h"
#include "numbers.h"

/* Values as R 4.2 and mpmath print them. */
static void quantiles_are_those_of_the_tables(void **state)
{
    (void)state;
    assert_close(stead_normal_quantile(0.975), 1.959963984540054, 1e-15);
    assert_close(stead_normal_quantile(0.999), 3.090232306167813, 1e-15);
    assert_close(stead_normal_below(1.959963984540054), 0.975, 1e-15);
    assert_close(stead_student_quantile(0.975, 7), 2.364624251592785, 1e-14);
    assert_close(stead_chi_squared_quantile(0.95, 1), 3.841458820694124, 1e-14);
    assert_close(stead_chi_squared_quantile(0.5, 2), 1.386294361119891, 1e-14);
    assert_close(stead_gamma_quantile(0.5, 1), 0.693147180559945309, 1e-14);
    assert_close(stead_beta_quantile(0.5, 2, 2), 0.5, 1e-14);
    assert_close(stead_beta_quantile(0.25, 1, 1), 0.25, 1e-14);
}

static void a_shape_is_found_again(void **state)
{
    (void)state;
    for (double shape = 0.5; shape < 5000; shape *= 3)
        for (double p = 0.001; p < 1; p += 0.499)
            assert_close(stead_gamma_shape(p, stead_gamma_quantile(p, shape)), shape, 1e-10);
}

static void counts_are_whole(void **state)
{
    (void)state;
    assert_close(stead_poisson_below(0, 1), exp(-1), 1e-15);
    assert_close(stead_poisson_below(2, 3), 8.5 * exp(-3), 1e-14);
    assert_true(stead_poisson_quantile(0.42, 3) <= 2 && stead_poisson_quantile(0.42, 3) >= 2);
    assert_true(stead_poisson_quantile(0.43, 3) <= 3 && stead_poisson_quantile(0.43, 3) >= 3);
}

static void nothing_outside_a_domain_has_an_answer(void **state)
{
    (void)state;
    const double shares[] = {0, 1, -0.5, 2, NAN};
    for (size_t i = 0; i < COUNT(shares); i++) {
        assert_true(isnan(stead_normal_quantile(shares[i])));
        assert_true(isnan(stead_student_quantile(shares[i], 3)));
        assert_true(isnan(stead_chi_squared_quantile(shares[i], 3)));
        assert_true(isnan(stead_gamma_quantile(shares[i], 3)));
        assert_true(isnan(stead_gamma_shape(shares[i], 3)));
        assert_true(isnan(stead_beta_quantile(shares[i], 3, 3)));
        assert_true(isnan(stead_poisson_quantile(shares[i], 3)));
    }
    assert_true(isnan(stead_normal_below(NAN)));
    assert_true(isnan(stead_student_quantile(0.5, 0)));
    assert_true(isnan(stead_chi_squared_quantile(0.5, -1)));
    assert_true(isnan(stead_gamma_quantile(0.5, 0)));
    assert_true(isnan(stead_gamma_shape(0.5, 0)));
    assert_true(isnan(stead_beta_quantile(0.5, 0, 1)));
    assert_true(isnan(stead_poisson_below(-1, 1)));
    assert_true(isnan(stead_poisson_below(1, 0)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles_are_those_of_the_tables),
        cmocka_unit_test(a_shape_is_found_again),
        cmocka_unit_test(counts_are_whole),
        cmocka_unit_test(nothing_outside_a_domain_has_an_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
