/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* The working of a budget re-adds to the published figure exactly, whatever the method. */
#include "../support/check.h"
#include "../support/random.h"
#include "calc/pace.h"

enum { PARTS = 5 };

/* Depth 1 sums to depth 0 for every part; steps come part by part, figure first. */
static void check_adds_up(const stead_working *working, const stead_award *awards, size_t count)
{
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        stead_wide sum = 0;
        assert_true(at < working->count);
        const stead_step *top = &working->steps[at++];
        assert_int_equal(top->part, i);
        assert_int_equal(top->depth, 0);
        assert_true(top->amount == (stead_wide)awards[i].allocation * STEAD_NANO);
        for (; at < working->count && working->steps[at].depth > 0; at++) {
            const stead_step *step = &working->steps[at];
            assert_int_equal(step->part, i);
            assert_non_null(step->operation);
            if (step->depth == 1)
                sum += step->amount;
        }
        assert_true(sum == top->amount);
    }
    assert_int_equal(at, working->count);
}

static void random_part(test_random *r, stead_part *part)
{
    part->baseline = random_sized(r, 40) + 1;
    part->weight = random_sized(r, 50) + 1;
    part->bid = random_sized(r, 40) + 1;
    part->committed = random_upto(r, part->bid);
}

static void every_method_adds_up_R45(void **state)
{
    enum { RUNS = 20000 };
    static const char *const codes[PARTS] = {"a", "b", "c", "d", "e"};
    test_random r = random_begin("working");
    int explained = 0;
    (void)state;
    for (int run = 0; run < RUNS; run++) {
        stead_part parts[PARTS];
        stead_award awards[PARTS], silent[PARTS];
        stead_working working = {0};
        stead_error err;
        stead_policy policy = {.method = (stead_method)(run % 5),
                               .closing = random_upto(&r, STEAD_NANO),
                               .has_floor = run % 3 == 0 && run % 5 != STEAD_BOTTOM_UP,
                               .floor = random_upto(&r, STEAD_NANO / 50),
                               .has_ceiling = run % 4 == 0 && run % 5 <= STEAD_PACE,
                               .ceiling = STEAD_NANO / 20 + random_upto(&r, STEAD_NANO / 10),
                               .has_cap = true,
                               .cap = random_upto(&r, STEAD_NANO / 100),
                               .mix = {500000000, 300000000, 200000000}};
        for (int i = 0; i < PARTS; i++) {
            parts[i].code = codes[i];
            random_part(&r, &parts[i]);
            policy.envelope += parts[i].baseline;
        }
        policy.envelope += policy.envelope / 30;
        if (stead_pace(parts, PARTS, &policy, awards, &working, &err) == STEAD_OK) {
            explained++;
            check_adds_up(&working, awards, PARTS);
            assert_ok(stead_pace(parts, PARTS, &policy, silent, NULL, &err), &err);
            for (int i = 0; i < PARTS; i++)
                assert_int_equal(silent[i].allocation, awards[i].allocation);
        } else {
            assert_int_equal(err.code, STEAD_INFEASIBLE);
            assert_int_equal(working.count, 0);
        }
        stead_working_free(&working);
    }
    printf("working: %d of %d explained, the rest infeasible\n", explained, RUNS);
    assert_true(explained > RUNS / 2);
}

static void a_reader_can_follow_a_floor_R45(void **state)
{
    static const struct {
        uint16_t depth;
        const char *label;
    } expected[] = {
        {0, "its allocation"},
        {1, "its baseline, grown with everyone else's"},
        {2, "its baseline"},
        {1, "part of the way to its target"},
        {2, "its target"},
        {2, "the fraction of the distance that is closed"},
        {1, "raised to the floor"},
        {2, "its floor"},
        {0, "its allocation"},
        {1, "its baseline, grown with everyone else's"},
        {2, "its baseline"},
        {1, "part of the way to its target"},
        {2, "its target"},
        {2, "the fraction of the distance that is closed"},
        {1, "its part of meeting others' floors"},
    };
    const stead_part parts[] = {{"A", 60000, 1, 0, 0}, {"B", 40000, 1, 0, 0}};
    const stead_policy policy = {.method = STEAD_PACE,
                                 .envelope = 104000,
                                 .closing = STEAD_NANO / 4,
                                 .has_floor = true,
                                 .floor = 10000000};
    stead_award awards[2];
    stead_working working = {0};
    stead_error err;
    (void)state;
    assert_ok(stead_pace(parts, 2, &policy, awards, &working, &err), &err);
    assert_int_equal(working.count, COUNT(expected));
    for (size_t i = 0; i < COUNT(expected); i++) {
        assert_int_equal(working.steps[i].depth, expected[i].depth);
        assert_string_equal(working.steps[i].label, expected[i].label);
    }
    assert_string_equal(working.steps[6].cites, "floor");
    check_adds_up(&working, awards, 2);
    stead_working_free(&working);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_method_adds_up_R45),
        cmocka_unit_test(a_reader_can_follow_a_floor_R45),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
