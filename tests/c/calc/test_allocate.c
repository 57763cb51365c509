/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Plans and the budgets of many systems: each foots to its own envelope, in any order of rows.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "calc/allocate.h"

enum { SYSTEMS = 5, PRACTICES = 400, NEED = 2, PAID = 3, WIDTH = 4 };

static uint64_t state;

static uint64_t draw(void) /* xorshift: the same on every machine */
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

typedef struct {
    int system, place;
    int64_t need, paid;
} practice;

static void make_practices(practice *all)
{
    for (int i = 0; i < PRACTICES; i++)
        all[i] = (practice){(int)(draw() % SYSTEMS), (int)(draw() % 4),
                            (int64_t)(draw() % (20000 * (uint64_t)STEAD_NANO)) + 1,
                            (int64_t)(draw() % 300000000) + 1};
}

static stead_frame *frame_of(const practice *all)
{
    static const stead_column columns[WIDTH] = {{"icb", STEAD_TEXT},
                                                {"place", STEAD_TEXT},
                                                {"need", STEAD_QUANTITY},
                                                {"paid", STEAD_MONEY}};
    stead_error err;
    stead_frame *frame;
    assert_int_equal(stead_frame_create(&frame, columns, WIDTH, &err), STEAD_OK);
    for (int i = 0; i < PRACTICES; i++) {
        const char system[] = {'Q', (char)('A' + all[i].system), '\0'};
        const char place[] = {(char)('a' + all[i].place), '\0'};
        assert_int_equal(stead_frame_add_row(frame, &err), STEAD_OK);
        assert_int_equal(stead_frame_set_text(frame, 0, system, 2, &err), STEAD_OK);
        assert_int_equal(stead_frame_set_text(frame, 1, place, 1, &err), STEAD_OK);
        stead_frame_set_number(frame, NEED, all[i].need);
        stead_frame_set_number(frame, PAID, all[i].paid);
    }
    return frame;
}

static stead_plan *plan_of(const stead_frame *frame)
{
    static const size_t columns[] = {NEED};
    stead_error err;
    stead_plan *plan;
    const stead_plan_spec spec = {.need = frame,
                                  .columns = columns,
                                  .width = 1,
                                  .keys = frame,
                                  .outer = 0,
                                  .inner = 1,
                                  .baseline = stead_frame_numbers(frame, PAID)};
    assert_int_equal(stead_plan_create(&plan, &spec, &err), STEAD_OK);
    return plan;
}

static stead_plan_ask ask_of(const stead_plan *plan)
{
    static const size_t columns[] = {0};
    static const int64_t factors[] = {STEAD_NANO};
    return (stead_plan_ask){
        .policy = {.method = STEAD_PACE, .closing = STEAD_NANO / 4},
        .has_growth = true,
        .growth = 36000000,
        .columns = columns,
        .factors = factors,
        .width = 1,
        .systems = stead_plan_systems(plan),
    };
}

/* Σ of one system's allocations, and of its practices' payments counted here. */
static void check_system(const stead_plan *plan, const stead_allocation *a, size_t system,
                         const practice *all)
{
    stead_pence sum = 0, paid = 0, grown;
    stead_error err;
    for (size_t i = stead_plan_first(plan, system); i < stead_plan_first(plan, system + 1); i++)
        sum += a->awards[i].allocation;
    for (int i = 0; i < PRACTICES; i++)
        paid += all[i].system == (int)system ? all[i].paid : 0;
    assert_int_equal(stead_money_grow(paid, 36000000, &grown, &err), STEAD_OK);
    assert_int_equal(sum, grown);
    assert_int_equal(a->envelopes[system], grown);
}

/* [R29] */
static void every_system_foots(void **unused)
{
    (void)unused;
    practice all[PRACTICES];
    stead_error err;
    for (int round = 0; round < 200; round++) {
        stead_allocation a;
        make_practices(all);
        stead_frame *frame = frame_of(all);
        stead_plan *plan = plan_of(frame);
        stead_plan_ask ask = ask_of(plan);
        assert_int_equal(stead_plan_systems(plan), SYSTEMS);
        assert_int_equal(stead_plan_allocate(plan, &ask, false, &a, &err), STEAD_OK);
        for (size_t s = 0; s < SYSTEMS; s++)
            check_system(plan, &a, s, all);
        stead_allocation_free(&a);
        stead_plan_free(plan);
        stead_frame_free(frame);
    }
}

/* [R29] */
static void the_order_of_practices_moves_no_penny(void **unused)
{
    (void)unused;
    practice all[PRACTICES];
    stead_error err;
    stead_allocation a[2];
    stead_plan *plans[2];
    stead_frame *frames[2];
    make_practices(all);
    for (int turn = 0; turn < 2; turn++) {
        frames[turn] = frame_of(all);
        plans[turn] = plan_of(frames[turn]);
        stead_plan_ask ask = ask_of(plans[turn]);
        assert_int_equal(stead_plan_allocate(plans[turn], &ask, false, &a[turn], &err),
                         STEAD_OK);
        for (int i = PRACTICES - 1; i > 0; i--) {
            int j = (int)(draw() % (uint64_t)(i + 1));
            practice swap = all[i];
            all[i] = all[j];
            all[j] = swap;
        }
    }
    for (size_t i = 0; i < stead_plan_first(plans[0], SYSTEMS); i++)
        assert_int_equal(a[0].awards[i].allocation, a[1].awards[i].allocation);
    for (int turn = 0; turn < 2; turn++) {
        stead_allocation_free(&a[turn]);
        stead_plan_free(plans[turn]);
        stead_frame_free(frames[turn]);
    }
}

static void an_error_names_its_system(void **unused)
{
    (void)unused;
    practice all[PRACTICES];
    stead_error err;
    stead_allocation a;
    make_practices(all);
    stead_frame *frame = frame_of(all);
    stead_plan *plan = plan_of(frame);
    stead_plan_ask ask = ask_of(plan);
    const stead_pence envelopes[SYSTEMS] = {STEAD_MISSING, STEAD_MISSING, -1, STEAD_MISSING,
                                            STEAD_MISSING};
    ask.envelopes = envelopes;
    assert_int_equal(stead_plan_allocate(plan, &ask, true, &a, &err), STEAD_RANGE);
    assert_string_equal(err.text, "QC: envelope of -£0.01 is less than nothing");
    stead_allocation_free(&a);
    ask.envelopes = NULL;
    ask.has_growth = false;
    assert_int_equal(stead_plan_allocate(plan, &ask, false, &a, &err), STEAD_NOTFOUND);
    assert_string_equal(err.text, "QA: no envelope, and no growth to make one from");
    stead_allocation_free(&a);
    stead_plan_free(plan);
    stead_frame_free(frame);
}

static void one_system_runs_alone(void **unused)
{
    (void)unused;
    practice all[PRACTICES];
    stead_error err;
    stead_allocation a;
    stead_frame *out;
    make_practices(all);
    stead_frame *frame = frame_of(all);
    stead_plan *plan = plan_of(frame);
    stead_plan_ask ask = ask_of(plan);
    assert_true(stead_plan_find_system(plan, "QD", &ask.system));
    ask.systems = 1;
    assert_int_equal(stead_plan_allocate(plan, &ask, false, &a, &err), STEAD_OK);
    check_system(plan, &a, ask.system, all);
    assert_int_equal(stead_allocation_frame(&out, false, false, &err), STEAD_OK);
    assert_int_equal(stead_allocation_append(plan, &ask, &a, NULL, out, &err), STEAD_OK);
    assert_int_equal(stead_frame_height(out), 4);
    assert_string_equal(stead_frame_text(out, 0, 0), "QD");
    stead_frame_free(out);
    stead_allocation_free(&a);
    stead_plan_free(plan);
    stead_frame_free(frame);
}

int main(void)
{
    const char *given = getenv("STEAD_SEED");
    state = given == NULL ? UINT64_C(20261121) : strtoull(given, NULL, 10);
    printf("# seed %llu\n", (unsigned long long)state);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_system_foots),
        cmocka_unit_test(the_order_of_practices_moves_no_penny),
        cmocka_unit_test(an_error_names_its_system),
        cmocka_unit_test(one_system_runs_alone),
    };
    return cmocka_run_group_tests_name("allocate", tests, NULL, NULL);
}
