/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "calc/check.h"
#include "model/frame.h"

static void an_item_is_added_or_refused_by_name_R23(void **state)
{
    stead_wide sum = 0;
    stead_error err;
    (void)state;
    assert_ok(stead_check_item("weight", "A", 5, &sum, &err), &err);
    assert_ok(stead_check_item("weight", "B", 0, &sum, &err), &err);
    assert_true(sum == 5);
    assert_refused(stead_check_item("weight", "C", -1, &sum, &err), &err, STEAD_RANGE,
                   "weight of 'C' is negative");
    assert_refused(stead_check_item("weight", "D", STEAD_MISSING, &sum, &err), &err,
                   STEAD_RANGE, "weight of 'D' is missing");
    assert_refused(stead_check_item("weight", "E", INT64_MAX, &sum, &err), &err, STEAD_RANGE,
                   "weight of 'E' brings the sum to more than fits");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_item_is_added_or_refused_by_name_R23),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
