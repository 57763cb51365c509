/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "calc/working.h"

static void steps_are_kept_in_order_R45(void **state)
{
    stead_working working = {0};
    stead_error err;
    (void)state;
    for (uint32_t i = 0; i < 1000; i++) {
        const stead_step step = {.part = i, .label = "step", .operation = "", .amount = i};
        assert_ok(stead_working_add(&working, &step, &err), &err);
    }
    assert_int_equal(working.count, 1000);
    for (uint32_t i = 0; i < 1000; i++)
        assert_int_equal(working.steps[i].part, i);
    stead_working_free(&working);
    assert_null(working.steps);
    assert_int_equal(working.count, 0);
}

static void no_working_asks_for_nothing_R45(void **state)
{
    const stead_step step = {.label = "step", .operation = ""};
    stead_error err;
    (void)state;
    assert_ok(stead_working_add(NULL, &step, &err), &err);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_are_kept_in_order_R45),
        cmocka_unit_test(no_working_asks_for_nothing_R45),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
