/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* The allocator: what it counts, what it refuses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host/limit.h"

enum { NEW = 5 }; /* Lua passes a type where there is no block yet */

static void counts_what_is_held_and_the_most(void **state)
{
    (void)state;
    stead_memory memory = {0};
    char *a = stead_allocate(&memory, NULL, NEW, 100);
    assert_non_null(a);
    a = stead_allocate(&memory, a, 100, 300);
    assert_non_null(a);
    assert_int_equal(memory.used, 300);
    a = stead_allocate(&memory, a, 300, 50);
    assert_non_null(a);
    assert_int_equal(memory.used, 50);
    assert_null(stead_allocate(&memory, a, 50, 0));
    assert_int_equal(memory.used, 0);
    assert_int_equal(memory.most, 300);
}

static void refuses_to_grow_past_the_ceiling(void **state)
{
    (void)state;
    stead_memory memory = {.ceiling = 100};
    char *a = stead_allocate(&memory, NULL, NEW, 100);
    assert_non_null(a);
    assert_null(stead_allocate(&memory, a, 100, 101));
    assert_int_equal(memory.used, 100);
    assert_false(memory.starved);
    assert_null(stead_allocate(&memory, a, 100, 101));
    assert_true(memory.starved);
    stead_allocate(&memory, a, 100, 0);
}

static void one_refusal_before_a_collection_is_not_starvation(void **state)
{
    (void)state;
    stead_memory memory = {.ceiling = 100};
    char *a = stead_allocate(&memory, NULL, NEW, 60);
    char *b = stead_allocate(&memory, NULL, NEW, 40);
    assert_null(stead_allocate(&memory, NULL, NEW, 10));
    stead_allocate(&memory, b, 40, 0); /* Lua collects garbage and asks again */
    char *c = stead_allocate(&memory, NULL, NEW, 10);
    assert_non_null(c);
    assert_null(stead_allocate(&memory, NULL, NEW, 100));
    assert_false(memory.starved);
    stead_allocate(&memory, a, 60, 0);
    stead_allocate(&memory, c, 10, 0);
}

static void shrinks_above_the_ceiling(void **state)
{
    (void)state;
    stead_memory memory = {0};
    char *a = stead_allocate(&memory, NULL, NEW, 500);
    memory.ceiling = 100;
    a = stead_allocate(&memory, a, 500, 400);
    assert_non_null(a);
    stead_allocate(&memory, a, 400, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_what_is_held_and_the_most),
        cmocka_unit_test(refuses_to_grow_past_the_ceiling),
        cmocka_unit_test(one_refusal_before_a_collection_is_not_starvation),
        cmocka_unit_test(shrinks_above_the_ceiling),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
