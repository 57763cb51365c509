/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "../support/random.h"
#include "calc/gather.h"

static void groups_come_in_order_of_first_row(void **state)
{
    (void)state;
    const uint64_t first[] = {7, 3, 7, 7, 3}, second[] = {1, 1, 2, 1, 1};
    uint32_t groups[5] = {0};
    size_t count, starts[4], rows[5];
    stead_error err;
    assert_ok(stead_gather(first, 5, groups, &count, &err), &err);
    assert_int_equal(count, 2);
    assert_ok(stead_gather(second, 5, groups, &count, &err), &err);
    assert_int_equal(count, 3);
    const uint32_t expected[] = {0, 1, 2, 0, 1};
    assert_memory_equal(groups, expected, sizeof groups);
    stead_gather_rows(groups, 5, count, starts, rows);
    const size_t begin[] = {0, 2, 4, 5}, order[] = {0, 3, 1, 4, 2};
    assert_memory_equal(starts, begin, sizeof starts);
    assert_memory_equal(rows, order, sizeof rows);
}

/* Rows are together when, and only when, their keys are the same. */
static void any_keys_are_gathered(void **state)
{
    enum { ROWS = 400 };
    uint64_t keys[ROWS];
    uint32_t groups[ROWS] = {0};
    size_t count;
    stead_error err;
    (void)state;
    test_random r = random_begin("gather");
    for (int i = 0; i < ROWS; i++)
        keys[i] = (uint64_t)random_upto(&r, 90) << (i % 2 == 0 ? 0 : 40);
    assert_ok(stead_gather(keys, ROWS, groups, &count, &err), &err);
    for (int i = 0; i < ROWS; i++) {
        assert_true(groups[i] < count);
        for (int j = 0; j < i; j++)
            assert_int_equal(keys[i] == keys[j], groups[i] == groups[j]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_come_in_order_of_first_row),
        cmocka_unit_test(any_keys_are_gathered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
