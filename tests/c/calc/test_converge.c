/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Uniform growth, the move to target, floor and ceiling: the field's worked example 3, and
 * random budgets against exact fractions. */
#include "../support/bigint.h"
#include "../support/check.h"
#include "../support/random.h"
#include "calc/pace.h"

enum { MOST = 6 };

/* Worked example 3 in millions of pounds: G 1,040. */
#define MILLION INT64_C(100000000)
static const stead_part example[3] = {{"P1", 420 * MILLION, 40, 0, 0},
                                      {"P2", 330 * MILLION, 35, 0, 0},
                                      {"P3", 250 * MILLION, 25, 0, 0}};

static void check_example(stead_policy policy, const int64_t *millionths)
{
    stead_award awards[3];
    stead_error err;
    policy.envelope = 1040 * MILLION;
    assert_ok(stead_pace(example, 3, &policy, awards, NULL, &err), &err);
    for (int i = 0; i < 3; i++)
        assert_int_equal((awards[i].allocation + 50) / 100, millionths[i]);
}

static void example_3_uniform_R29(void **state)
{
    (void)state;
    check_example((stead_policy){.method = STEAD_UNIFORM},
                  (const int64_t[]){436800000, 343200000, 260000000});
}

static void example_3_target_R29(void **state)
{
    (void)state;
    check_example((stead_policy){.method = STEAD_PACE, .closing = STEAD_NANO},
                  (const int64_t[]){416000000, 364000000, 260000000});
}

static void example_3_a_quarter_of_the_way_R29(void **state)
{
    stead_policy policy = {
        .method = STEAD_PACE, .closing = STEAD_NANO / 4, .envelope = 1040 * MILLION};
    stead_award awards[3];
    stead_error err;
    (void)state;
    check_example(policy, (const int64_t[]){431600000, 348400000, 260000000});
    assert_ok(stead_pace(example, 3, &policy, awards, NULL, &err), &err);
    assert_int_equal(awards[0].growth, 27619048);
    assert_int_equal(awards[1].growth, 55757576);
    assert_int_equal(awards[2].growth, 40000000);
    assert_int_equal(awards[0].target, 416 * MILLION);
}

static void example_3_with_a_floor_R29(void **state)
{
    (void)state;
    check_example((stead_policy){.method = STEAD_PACE,
                                 .closing = STEAD_NANO / 4,
                                 .has_floor = true,
                                 .floor = 35000000},
                  (const int64_t[]){434700000, 345778395, 259521605});
}

static void a_ceiling_releases_money_to_the_rest_R29(void **state)
{
    stead_policy policy = {.method = STEAD_PACE,
                           .closing = STEAD_NANO / 4,
                           .has_ceiling = true,
                           .ceiling = 50000000,
                           .envelope = 1040 * MILLION};
    stead_award awards[3];
    stead_error err;
    (void)state;
    assert_ok(stead_pace(example, 3, &policy, awards, NULL, &err), &err);
    assert_int_equal(awards[1].allocation, 34650000000);
    assert_true(awards[0].allocation > 43160000000 && awards[2].allocation > 26000000000);
    assert_int_equal(awards[0].allocation + awards[1].allocation + awards[2].allocation,
                     104000000000);
}

static void bounds_that_cannot_be_met_say_by_how_much_R29(void **state)
{
    stead_policy policy = {
        .method = STEAD_PACE, .envelope = 1040 * MILLION, .has_floor = true, .floor = 50000000};
    stead_award awards[3];
    stead_error err;
    (void)state;
    assert_refused(stead_pace(example, 3, &policy, awards, NULL, &err), &err, STEAD_INFEASIBLE,
                   "the floor asks for £10,000,000.00 more than the envelope of "
                   "£1,040,000,000.00");
    policy.has_floor = false;
    policy.has_ceiling = true;
    policy.ceiling = 30000000;
    assert_refused(
        stead_pace(example, 3, &policy, awards, NULL, &err), &err, STEAD_INFEASIBLE,
        "the ceiling leaves £10,000,000.00 of the envelope of £1,040,000,000.00 that "
        "nobody may have");
}

static void a_floor_and_ceiling_with_no_penny_between_are_refused_R29(void **state)
{
    const stead_part parts[] = {{"A", 101, 1, 0, 0}, {"B", 1000, 1, 0, 0}};
    stead_policy policy = {.method = STEAD_PACE,
                           .envelope = 1140,
                           .has_floor = true,
                           .floor = 35000000,
                           .has_ceiling = true,
                           .ceiling = 35000000};
    stead_award awards[2];
    stead_error err;
    (void)state;
    assert_refused(stead_pace(parts, 2, &policy, awards, NULL, &err), &err, STEAD_INFEASIBLE,
                   "no whole penny lies between the floor and the ceiling of 'A'");
}

/* A budget in exact fractions: part i gets top[i] ÷ bottom. */
typedef struct {
    big top[MOST], low[MOST], high[MOST], bottom;
} exact_budget;

/* baseline × (1 + rate) in pence, up or down to the whole penny, by the test's own means. */
static int64_t whole_bound(int64_t baseline, int64_t rate, bool up)
{
    uint64_t per = (uint64_t)(STEAD_NANO + rate);
    uint64_t whole = (uint64_t)baseline / STEAD_NANO * per;
    uint64_t rest = (uint64_t)baseline % STEAD_NANO * per;
    return (int64_t)(whole + rest / STEAD_NANO + (up && rest % STEAD_NANO != 0));
}

/* The definition of DOMAIN 3.3, items 1 to 3, over the common divisor 10^9 × Σ baseline × Σ
 * weight. Gives false when it is infeasible. */
static bool exact_pace(const stead_part *parts, size_t count, const stead_policy *policy,
                       exact_budget *b)
{
    int64_t baselines = 0, weights = 0, low = 0, high = 0;
    big given = big_of(0), room = big_of(0), all, bottom, left;
    for (size_t i = 0; i < count; i++) {
        baselines += parts[i].baseline;
        weights += parts[i].weight;
    }
    bottom = big_of(baselines);
    bottom = big_times(&bottom, weights);
    bottom = big_times(&bottom, STEAD_NANO);
    all = big_times(&bottom, policy->envelope);
    for (size_t i = 0; i < count; i++) {
        big stay = big_of(parts[i].baseline), go = big_of(parts[i].weight);
        int64_t floor =
            policy->has_floor ? whole_bound(parts[i].baseline, policy->floor, true) : 0;
        int64_t ceiling = policy->has_ceiling
                              ? whole_bound(parts[i].baseline, policy->ceiling, false)
                              : policy->envelope;
        low += floor;
        high += ceiling;
        stay = big_times(&stay, weights);
        stay = big_times(&stay, STEAD_NANO - policy->closing);
        go = big_times(&go, baselines);
        go = big_times(&go, policy->closing);
        b->top[i] = big_add(&stay, &go);
        b->top[i] = big_times(&b->top[i], policy->envelope);
        b->low[i] = big_times(&bottom, floor);
        b->high[i] = big_times(&bottom, ceiling);
        if (floor > ceiling)
            return false;
        if (big_compare(&b->top[i], &b->low[i]) < 0)
            b->top[i] = b->low[i];
        if (big_compare(&b->top[i], &b->high[i]) > 0)
            b->top[i] = b->high[i];
        given = big_add(&given, &b->top[i]);
    }
    if (low > policy->envelope || (policy->has_ceiling && high < policy->envelope))
        return false;
    bool down = big_compare(&given, &all) > 0;
    left = down ? big_sub(&given, &all) : big_sub(&all, &given);
    b->bottom = bottom;
    if (left.used == 0)
        return true;
    for (size_t i = 0; i < count; i++) {
        big head = down ? big_sub(&b->top[i], &b->low[i]) : big_sub(&b->high[i], &b->top[i]);
        room = big_add(&room, &head);
    }
    for (size_t i = 0; i < count; i++) {
        big head = down ? big_sub(&b->top[i], &b->low[i]) : big_sub(&b->high[i], &b->top[i]);
        big moved = big_mul(&left, &head), scaled = big_mul(&b->top[i], &room);
        b->top[i] = down ? big_sub(&scaled, &moved) : big_add(&scaled, &moved);
    }
    b->bottom = big_mul(&bottom, &room);
    return true;
}

/* Whether the pence are the exact budget by largest remainder. False, and not a failure, when
 * two remainders lie within a millionth of a penny, where ten digits cannot tell. */
static bool check_budget(const exact_budget *b, const stead_part *parts,
                         const stead_award *awards, size_t count)
{
    big rest[MOST], near = big_of(0), hair;
    bool given[MOST], clear = true;
    for (size_t i = 0; i < count; i++) {
        big held = big_times(&b->bottom, awards[i].allocation);
        given[i] = big_compare(&held, &b->top[i]) > 0;
        if (given[i])
            held = big_sub(&held, &b->bottom);
        assert_true(big_compare(&held, &b->top[i]) <= 0);
        rest[i] = big_sub(&b->top[i], &held);
        assert_true(big_compare(&rest[i], &b->bottom) < 0);
    }
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            if (!given[i] || given[j])
                continue;
            bool more = big_compare(&rest[i], &rest[j]) > 0;
            near = more ? big_sub(&rest[i], &rest[j]) : big_sub(&rest[j], &rest[i]);
            hair = big_times(&near, 1000000);
            bool close = near.used != 0 && big_compare(&hair, &b->bottom) < 0;
            clear = clear && !close;
            if (near.used == 0)
                assert_true(parts[i].weight > parts[j].weight ||
                            (parts[i].weight == parts[j].weight && i < j));
            else if (!close)
                assert_true(more);
        }
    return clear;
}

static void random_budget(test_random *r, stead_part *parts, size_t count, stead_policy *policy)
{
    static const char *const codes[MOST] = {"a", "b", "c", "d", "e", "f"};
    int bits = (int)random_upto(r, 40) + 1;
    int64_t baselines = 0;
    for (size_t i = 0; i < count; i++) {
        parts[i] = (stead_part){codes[i], random_sized(r, bits), random_sized(r, 52), 0, 0};
        baselines += parts[i].baseline;
    }
    parts[0].baseline++;
    parts[count - 1].weight++;
    *policy = (stead_policy){.method = STEAD_PACE,
                             .envelope = baselines + random_upto(r, baselines / 8 + 1),
                             .closing = random_upto(r, 8) * (STEAD_NANO / 8),
                             .has_floor = random_upto(r, 1) == 1,
                             .floor = random_upto(r, STEAD_NANO / 12) - STEAD_NANO / 24,
                             .has_ceiling = random_upto(r, 2) == 1,
                             .ceiling = STEAD_NANO / 24 + random_upto(r, STEAD_NANO / 4)};
}

static void check_order(test_random *r, const stead_part *parts, const stead_award *awards,
                        size_t count, const stead_policy *policy)
{
    size_t order[MOST];
    stead_part shuffled[MOST];
    stead_award again[MOST];
    stead_error err;
    random_order(r, order, count);
    for (size_t i = 0; i < count; i++)
        shuffled[i] = parts[order[i]];
    assert_ok(stead_pace(shuffled, count, policy, again, NULL, &err), &err);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(again[i].allocation, awards[order[i]].allocation);
}

static void check_bounds(const stead_part *parts, const stead_award *awards, size_t count,
                         const stead_policy *policy)
{
    stead_pence sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += awards[i].allocation;
        assert_true(awards[i].allocation >= 0);
        if (policy->has_floor)
            assert_true(awards[i].allocation >=
                        whole_bound(parts[i].baseline, policy->floor, true));
        if (policy->has_ceiling)
            assert_true(awards[i].allocation <=
                        whole_bound(parts[i].baseline, policy->ceiling, false));
    }
    assert_int_equal(sum, policy->envelope);
}

static void random_budgets_agree_with_exact_fractions_R29(void **state)
{
    enum { RUNS = 100000 };
    test_random r = random_begin("budgets");
    int infeasible = 0, skipped = 0;
    (void)state;
    for (int run = 0; run < RUNS; run++) {
        size_t count = (size_t)random_upto(&r, MOST - 1) + 1;
        stead_part parts[MOST];
        stead_policy policy;
        stead_award awards[MOST];
        exact_budget exact;
        stead_error err;
        random_budget(&r, parts, count, &policy);
        if (!exact_pace(parts, count, &policy, &exact)) {
            assert_int_equal(stead_pace(parts, count, &policy, awards, NULL, &err),
                             STEAD_INFEASIBLE);
            infeasible++;
            continue;
        }
        assert_ok(stead_pace(parts, count, &policy, awards, NULL, &err), &err);
        check_bounds(parts, awards, count, &policy);
        skipped += !check_budget(&exact, parts, awards, count);
        check_order(&r, parts, awards, count, &policy);
    }
    printf("budgets: %d of %d infeasible, %d with remainders too close to tell\n", infeasible,
           RUNS, skipped);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(example_3_uniform_R29),
        cmocka_unit_test(example_3_target_R29),
        cmocka_unit_test(example_3_a_quarter_of_the_way_R29),
        cmocka_unit_test(example_3_with_a_floor_R29),
        cmocka_unit_test(a_ceiling_releases_money_to_the_rest_R29),
        cmocka_unit_test(bounds_that_cannot_be_met_say_by_how_much_R29),
        cmocka_unit_test(a_floor_and_ceiling_with_no_penny_between_are_refused_R29),
        cmocka_unit_test(random_budgets_agree_with_exact_fractions_R29),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
