/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include <stdalign.h>

#include "../support/check.h"
#include "base/arena.h"

static void what_is_taken_is_zeroed_aligned_and_apart(void **state)
{
    stead_arena *arena;
    stead_error err;
    unsigned char *before = NULL;
    (void)state;
    assert_ok(stead_arena_create(&arena, &err), &err);
    for (size_t size = 1; size < 5000; size += 7) {
        unsigned char *at = stead_arena_take(arena, size, 1, &err);
        assert_non_null(at);
        assert_int_equal((uintptr_t)at % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(at[i], 0);
        memset(at, 0xAA, size);
        assert_ptr_not_equal(at, before);
        before = at;
    }
    unsigned char *large = stead_arena_take(arena, 1000, 1000, &err);
    assert_non_null(large);
    assert_int_equal(large[999999], 0);
    assert_non_null(stead_arena_take(arena, 0, 8, &err));
    stead_arena_free(arena);
    stead_arena_free(NULL);
}

static void text_is_copied_with_its_end(void **state)
{
    stead_arena *arena;
    stead_error err;
    (void)state;
    assert_ok(stead_arena_create(&arena, &err), &err);
    assert_string_equal(stead_arena_copy(arena, "Calderdale", 6, &err), "Calder");
    assert_string_equal(stead_arena_copy(arena, NULL, 0, &err), "");
    stead_arena_free(arena);
}

static void too_much_is_refused(void **state)
{
    stead_arena *arena;
    stead_error err;
    (void)state;
    assert_ok(stead_arena_create(&arena, &err), &err);
    assert_null(stead_arena_take(arena, SIZE_MAX, 2, &err));
    assert_int_equal(err.code, STEAD_NOMEM);
    stead_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_taken_is_zeroed_aligned_and_apart),
        cmocka_unit_test(text_is_copied_with_its_end),
        cmocka_unit_test(too_much_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
