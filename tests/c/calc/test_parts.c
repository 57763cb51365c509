/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/parts: steps, one after another, give what stead_pace gives; each against exact
 * fractions. */
#include "../support/bigint.h"
#include "../support/check.h"
#include "../support/random.h"
#include "parts_system.h"

/* The steps of a policy up to its footing; the methods of stead_pace as rules would write them.
 */
static stead_status steps(const test_system *s, const stead_policy *p, stead_wide *out,
                          stead_error *err)
{
    const stead_roster *roster = &s->roster;
    stead_wide grown[MOST] = {0}, target[MOST] = {0}, scaled[MOST] = {0};
    const stead_wide *mixed[3] = {grown, target, scaled};
    const stead_convergence how = {p->closing, p->cap,       p->floor,
                                   p->has_cap, p->has_floor, true};
    stead_parts_target(roster, &p->envelope, target);
    switch (p->method) {
    case STEAD_UNIFORM:
        return stead_parts_grow(roster, s->baselines, &p->envelope, out, err);
    case STEAD_PACE:
        if (stead_parts_grow(roster, s->baselines, &p->envelope, grown, err))
            return err->code;
        return stead_parts_move(roster, grown, target, all(p->closing), out, err);
    case STEAD_BANDED:
        return stead_parts_converge(roster, s->baselines, target, &how, &p->envelope, out, err);
    case STEAD_BOTTOM_UP:
        return stead_parts_scale(roster, s->bids, s->committed, &p->envelope, out, err);
    case STEAD_HYBRID:
        if (stead_parts_grow(roster, s->baselines, &p->envelope, grown, err) ||
            stead_parts_scale(roster, s->bids, NULL, &p->envelope, scaled, err))
            return err->code;
        return stead_parts_mix(roster, mixed, p->mix, 3, out, err);
    }
    return STEAD_RANGE;
}

/* The same with its footing; checks that what footing did re-adds. */
static stead_status by_steps(const test_system *s, const stead_policy *p, stead_wide *out,
                             stead_error *err)
{
    stead_wide amounts[MOST], floors[MOST], ceilings[MOST], bound[MOST], settled[MOST];
    stead_footing footing = {.amounts = amounts, .envelopes = &p->envelope};
    const stead_footed footed = {out, bound, settled};
    if (steps(s, p, amounts, err))
        return err->code;
    if (p->has_floor && p->method != STEAD_BANDED) {
        bound_of(s, p->floor, true, floors);
        footing.floors = floors;
    }
    if (p->has_ceiling) {
        bound_of(s, p->ceiling, false, ceilings);
        footing.ceilings = ceilings;
    }
    if (stead_parts_foot(&s->roster, &footing, &footed, err))
        return err->code;
    for (size_t i = 0; i < s->count; i++) {
        stead_wide penny = out[i] - amounts[i] - bound[i] - settled[i];
        assert_true(penny > -STEAD_NANO && penny < STEAD_NANO);
        assert_true(out[i] % STEAD_NANO == 0);
    }
    return STEAD_OK;
}

static void random_parts(test_random *r, stead_part *parts, size_t count)
{
    static const char *const codes[MOST] = {"a", "b", "c", "d", "e", "f"};
    int bits = (int)random_upto(r, 40) + 1;
    for (size_t i = 0; i < count; i++) {
        int64_t bid = random_sized(r, bits);
        parts[i] = (stead_part){codes[i], random_sized(r, bits), random_sized(r, 52), bid,
                                random_upto(r, bid) / 2};
    }
    parts[0].baseline++;
    parts[0].bid++;
    parts[count - 1].weight++;
}

static stead_policy random_policy(test_random *r, const stead_part *parts, size_t count)
{
    static const stead_method methods[] = {STEAD_UNIFORM, STEAD_PACE, STEAD_BANDED,
                                           STEAD_BOTTOM_UP, STEAD_HYBRID};
    int64_t baselines = 0, first = random_upto(r, STEAD_NANO);
    stead_method method = methods[random_upto(r, 4)];
    bool bounded = method != STEAD_BOTTOM_UP;
    for (size_t i = 0; i < count; i++)
        baselines += parts[i].baseline;
    stead_policy policy = {.method = method,
                           .envelope = baselines + random_upto(r, baselines / 8 + 1),
                           .closing = random_upto(r, 8) * (STEAD_NANO / 8),
                           .has_floor = bounded && random_upto(r, 1) == 1,
                           .floor = random_upto(r, STEAD_NANO / 12) - STEAD_NANO / 24,
                           .has_ceiling =
                               bounded && method != STEAD_BANDED && random_upto(r, 2) == 1,
                           .ceiling = STEAD_NANO / 24 + random_upto(r, STEAD_NANO / 4),
                           .has_cap = random_upto(r, 1) == 1,
                           .cap = random_upto(r, STEAD_NANO / 50)};
    policy.mix[0] = first;
    policy.mix[1] = random_upto(r, STEAD_NANO - first);
    policy.mix[2] = STEAD_NANO - first - policy.mix[1];
    return policy;
}

static void steps_give_what_the_methods_give_R29_R32(void **state)
{
    enum { RUNS = 20000 };
    test_random r = random_begin("parts");
    int refused = 0;
    (void)state;
    for (int run = 0; run < RUNS; run++) {
        stead_part parts[MOST];
        stead_award awards[MOST];
        stead_wide out[MOST];
        stead_error err, other;
        test_system s;
        size_t count = (size_t)random_upto(&r, MOST - 1) + 1;
        random_parts(&r, parts, count);
        stead_policy policy = random_policy(&r, parts, count);
        system_of(&s, "", parts, count);
        stead_status rc = stead_pace(parts, count, &policy, awards, NULL, &err);
        stead_status by = by_steps(&s, &policy, out, &other);
        if (rc != STEAD_OK) {
            assert_string_equal(other.text, err.text);
            refused++;
            continue;
        }
        assert_ok(by, &other);
        for (size_t i = 0; i < count; i++)
            assert_true(out[i] == (stead_wide)awards[i].allocation * STEAD_NANO);
    }
    printf("parts: %d of %d refused, in the same words\n", refused, RUNS);
    assert_true(refused < RUNS / 2);
}

static big big_wide(stead_wide value)
{
    const int64_t half = INT64_C(1) << 62;
    big high = big_of((int64_t)(value / half)), low = big_of((int64_t)(value % half));
    high = big_times(&high, half);
    return big_add(&high, &low);
}

/* got is top ÷ bottom to the nearest 10^-9 of a penny, halves up. */
static void assert_nearest(stead_wide got, const big *top, const big *bottom)
{
    big twice = big_times(top, 2), value = big_wide(got), held = big_mul(&value, bottom);
    held = big_times(&held, 2);
    big over = big_add(&held, bottom);
    assert_true(big_compare(&twice, &over) < 0);
    if (big_compare(&held, bottom) >= 0) {
        big under = big_sub(&held, bottom);
        assert_true(big_compare(&twice, &under) >= 0);
    }
}

static stead_wide random_amount(test_random *r)
{
    return (stead_wide)random_sized(r, 50) * STEAD_NANO + random_upto(r, STEAD_NANO - 1);
}

static void growing_and_uplifting_are_exact_fractions_R29(void **state)
{
    enum { RUNS = 10000 };
    test_random r = random_begin("fractions");
    const big nano = big_of(STEAD_NANO);
    (void)state;
    for (int run = 0; run < RUNS; run++) {
        stead_part parts[MOST];
        test_system s;
        stead_wide amounts[MOST], out[MOST], sum = 0;
        stead_pence envelope = random_sized(&r, 50);
        stead_rate rate = random_sized(&r, 33);
        stead_error err;
        random_parts(&r, parts, MOST);
        system_of(&s, "", parts, MOST);
        for (size_t i = 0; i < MOST; i++)
            sum += amounts[i] = random_amount(&r) + 1;
        big bottom = big_wide(sum), whole = big_wide((stead_wide)envelope * STEAD_NANO);
        assert_ok(stead_parts_grow(&s.roster, amounts, &envelope, out, &err), &err);
        for (size_t i = 0; i < MOST; i++) {
            big amount = big_wide(amounts[i]), top = big_mul(&amount, &whole);
            assert_nearest(out[i], &top, &bottom);
        }
        assert_ok(stead_parts_uplift(&s.roster, amounts, all(rate), out, &err), &err);
        for (size_t i = 0; i < MOST; i++) {
            big amount = big_wide(amounts[i]), top = big_times(&amount, STEAD_NANO + rate);
            assert_nearest(out[i], &top, &nano);
        }
    }
}

static void moving_adds_the_exact_fraction_either_way_R29(void **state)
{
    enum { RUNS = 10000 };
    test_random r = random_begin("moves");
    const big nano = big_of(STEAD_NANO);
    (void)state;
    for (int run = 0; run < RUNS; run++) {
        const stead_part parts[] = {{"a", 0, 0, 0, 0}};
        test_system s;
        stead_wide from = random_amount(&r), to = random_amount(&r), out;
        stead_rate rate = random_upto(&r, STEAD_NANO);
        stead_error err;
        system_of(&s, "", parts, 1);
        assert_ok(stead_parts_move(&s.roster, &from, &to, all(rate), &out, &err), &err);
        big gap = big_wide(to > from ? to - from : from - to), top = big_times(&gap, rate);
        assert_nearest(to > from ? out - from : from - out, &top, &nano);
    }
}

static void rates_may_go_by_part_R32(void **state)
{
    const stead_part parts[] = {{"a", 100, 0, 0, 0}, {"b", 100, 0, 0, 0}};
    const stead_rate each[] = {STEAD_NANO / 10, -STEAD_NANO};
    stead_wide out[2];
    stead_error err;
    test_system s;
    (void)state;
    system_of(&s, "QWO", parts, 2);
    assert_ok(stead_parts_uplift(&s.roster, s.baselines, (stead_rates){0, each}, out, &err),
              &err);
    assert_true(out[0] == 110 * (stead_wide)STEAD_NANO && out[1] == 0);
    assert_refused(
        stead_parts_move(&s.roster, s.baselines, out, (stead_rates){0, each}, out, &err), &err,
        STEAD_RANGE, "QWO: rate of -100% for 'b' is not from 0% to 100%");
}

static void what_steps_refuse_is_named_R32(void **state)
{
    const stead_part parts[] = {{"a", INT64_MAX, 0, 0, 0}, {"b", 0, 0, 0, 0}};
    const stead_rate short_mix[] = {STEAD_NANO / 2, STEAD_NANO / 4};
    const stead_pence less = -1;
    stead_wide out[2], none[2] = {0}, negative[2] = {1, -1};
    const stead_wide *mixed[] = {none, none};
    stead_error err;
    test_system s;
    (void)state;
    system_of(&s, "QWO", parts, 2);
    const stead_roster *q = &s.roster;
    assert_refused(stead_parts_uplift(q, s.baselines, all(1), out, &err), &err, STEAD_RANGE,
                   "QWO: amount of 'a' is more money than fits");
    assert_refused(stead_parts_add(q, s.baselines, s.baselines, 1, out, &err), &err,
                   STEAD_RANGE, "QWO: amount of 'a' is more money than fits");
    assert_refused(stead_parts_uplift(q, s.baselines, all(-STEAD_NANO - 1), out, &err), &err,
                   STEAD_RANGE, "rate of -100.0000001% is below -100%");
    assert_refused(stead_parts_grow(q, none, &parts[0].baseline, out, &err), &err, STEAD_RANGE,
                   "QWO: every amount is nil: there is nothing to grow");
    assert_refused(stead_parts_grow(q, negative, &parts[0].baseline, out, &err), &err,
                   STEAD_RANGE, "QWO: amount of 'b' is negative");
    assert_refused(stead_parts_grow(q, s.baselines, &less, out, &err), &err, STEAD_RANGE,
                   "QWO: envelope of -£0.01 is less than nothing");
    assert_refused(stead_parts_mix(q, mixed, short_mix, 2, out, &err), &err, STEAD_RANGE,
                   "rates sum to 75%, not 100%");
    assert_false(stead_parts_target(q, &parts[0].baseline, out));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_give_what_the_methods_give_R29_R32),
        cmocka_unit_test(growing_and_uplifting_are_exact_fractions_R29),
        cmocka_unit_test(moving_adds_the_exact_fraction_either_way_R29),
        cmocka_unit_test(rates_may_go_by_part_R32),
        cmocka_unit_test(what_steps_refuse_is_named_R32),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
