/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "../support/check.h"
#include "calc/overlap.h"

static void people_in_both_over_people_in_either_R80(void **state)
{
    stead_overlap o = stead_overlap_of(1000, 800, 600);
    (void)state;
    assert_true(fabs(o.of_a - 0.6) < 1e-12);
    assert_true(fabs(o.of_b - 0.75) < 1e-12);
    assert_true(fabs(o.coterminosity - 0.6) < 1e-12);
    assert_true(fabs(o.jaccard - 0.5) < 1e-12);
}

static void an_empty_area_has_no_overlap_R80(void **state)
{
    stead_overlap o = stead_overlap_of(0, 800, 0);
    (void)state;
    assert_true(isnan(o.of_a) && isnan(o.coterminosity) && isnan(o.jaccard));
    assert_true(o.of_b == 0.0);
}

static void classes_begin_at_their_limits_R80(void **state)
{
    (void)state;
    assert_string_equal(stead_overlap_class(1.0), "coterminous");
    assert_string_equal(stead_overlap_class(0.98), "coterminous");
    assert_string_equal(stead_overlap_class(0.979), "near");
    assert_string_equal(stead_overlap_class(0.90), "near");
    assert_string_equal(stead_overlap_class(0.899), "partial");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_in_both_over_people_in_either_R80),
        cmocka_unit_test(an_empty_area_has_no_overlap_R80),
        cmocka_unit_test(classes_begin_at_their_limits_R80),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
