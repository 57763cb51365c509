/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/parts_foot: bounds and pennies, over several systems, and bounds that only some have. */
#include "../support/check.h"
#include "parts_system.h"

#define PENCE(n) ((stead_wide)(n)*STEAD_NANO)

static const stead_part three[] = {
    {"a", 400, 0, 0, 0}, {"b", 300, 0, 0, 0}, {"c", 300, 0, 0, 0}};

typedef struct {
    stead_wide out[MOST], bound[MOST], settled[MOST];
} result;

static stead_status foot(const test_system *s, stead_footing footing, stead_pence envelope,
                         result *got, stead_error *err)
{
    footing.amounts = footing.amounts == NULL ? s->baselines : footing.amounts;
    footing.envelopes = &envelope;
    const stead_footed footed = {got->out, got->bound, got->settled};
    return stead_parts_foot(&s->roster, &footing, &footed, err);
}

static void assert_pence(const stead_wide *got, const stead_pence *expected, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_int_equal((int64_t)(got[i] / STEAD_NANO), expected[i]);
}

static void a_floor_for_one_is_paid_by_all_by_amount_R29(void **state)
{
    const stead_wide floors[] = {PENCE(500), 0, 0};
    test_system s;
    result got;
    stead_error err;
    (void)state;
    system_of(&s, "", three, 3);
    assert_ok(foot(&s, (stead_footing){.floors = floors}, 1000, &got, &err), &err);
    assert_pence(got.out, (const stead_pence[]){500, 250, 250}, 3);
    assert_true(got.bound[0] == PENCE(100) && got.settled[1] == -PENCE(50));
}

static void a_ceiling_for_one_releases_to_those_without_by_amount_R29(void **state)
{
    const stead_wide ceilings[] = {PENCE(100), STEAD_NO_CEILING, STEAD_NO_CEILING};
    const stead_wide held[] = {PENCE(100), PENCE(310), STEAD_NO_CEILING};
    test_system s;
    result got;
    stead_error err;
    (void)state;
    system_of(&s, "", three, 3);
    assert_ok(foot(&s, (stead_footing){.ceilings = ceilings}, 1000, &got, &err), &err);
    assert_pence(got.out, (const stead_pence[]){100, 450, 450}, 3);
    assert_ok(foot(&s, (stead_footing){.ceilings = held}, 1000, &got, &err), &err);
    assert_pence(got.out, (const stead_pence[]){100, 300, 600}, 3);
}

static void what_nobody_may_have_is_said_R29(void **state)
{
    const stead_part nothing[] = {{"a", 1000, 0, 0, 0}, {"b", 0, 0, 0, 0}};
    const stead_wide ceilings[] = {PENCE(100), STEAD_NO_CEILING};
    test_system s;
    result got;
    stead_error err;
    (void)state;
    system_of(&s, "QWO", nothing, 2);
    assert_refused(
        foot(&s, (stead_footing){.ceilings = ceilings}, 1000, &got, &err), &err,
        STEAD_INFEASIBLE,
        "QWO: the ceiling leaves £9.00 of the envelope of £10.00 that nobody may have");
}

static void parts_that_do_not_come_to_the_envelope_are_not_forced_R29(void **state)
{
    const stead_wide floors[] = {PENCE(500), PENCE(300), PENCE(300)};
    const stead_wide negative[] = {PENCE(1001), -PENCE(1), 0};
    test_system s;
    result got;
    stead_error err;
    (void)state;
    system_of(&s, "QWO", three, 3);
    assert_refused(foot(&s, (stead_footing){0}, 1001, &got, &err), &err, STEAD_MISMATCH,
                   "QWO: parts come to £10.00, £0.01 less than the envelope of £10.01");
    assert_refused(foot(&s, (stead_footing){.floors = floors}, 1000, &got, &err), &err,
                   STEAD_INFEASIBLE,
                   "QWO: the floor asks for £1.00 more than the envelope of £10.00");
    assert_refused(foot(&s, (stead_footing){.amounts = negative}, 1000, &got, &err), &err,
                   STEAD_RANGE, "QWO: amount of 'b' is negative");
    assert_refused(
        foot(&s, (stead_footing){.amounts = negative, .floors = floors}, 1000, &got, &err),
        &err, STEAD_RANGE, "QWO: amount of 'b' is negative");
}

static void an_amount_below_nothing_is_rounded_as_its_opposite_R29(void **state)
{
    const stead_wide thirds[] = {STEAD_NANO / 3 + 1, STEAD_NANO / 3, STEAD_NANO / 3};
    const stead_wide less[] = {-thirds[0], -thirds[1], -thirds[2]};
    test_system s;
    result got, opposite;
    stead_error err;
    (void)state;
    system_of(&s, "", three, 3);
    assert_ok(foot(&s, (stead_footing){.amounts = thirds}, 1, &got, &err), &err);
    assert_ok(foot(&s, (stead_footing){.amounts = less}, -1, &opposite, &err), &err);
    assert_pence(got.out, (const stead_pence[]){1, 0, 0}, 3);
    assert_pence(opposite.out, (const stead_pence[]){-1, 0, 0}, 3);
}

static void ties_go_to_the_larger_weight_then_to_the_code_R29(void **state)
{
    const stead_part even[] = {{"a", 0, 1, 0, 0}, {"b", 0, 2, 0, 0}, {"c", 0, 2, 0, 0}};
    const stead_wide halves[] = {STEAD_NANO / 4, STEAD_NANO / 4, STEAD_NANO / 2};
    const stead_wide same[] = {STEAD_NANO / 2, STEAD_NANO / 2, 0};
    test_system s;
    result got;
    stead_error err;
    (void)state;
    system_of(&s, "", even, 3);
    assert_ok(foot(&s, (stead_footing){.amounts = same}, 1, &got, &err), &err);
    assert_pence(got.out, (const stead_pence[]){0, 1, 0}, 3);
    s.roster.weights = NULL;
    assert_ok(foot(&s, (stead_footing){.amounts = same}, 1, &got, &err), &err);
    assert_pence(got.out, (const stead_pence[]){1, 0, 0}, 3);
    assert_ok(foot(&s, (stead_footing){.amounts = halves}, 1, &got, &err), &err);
    assert_pence(got.out, (const stead_pence[]){0, 0, 1}, 3);
}

static void each_system_is_footed_by_itself_R29(void **state)
{
    const char *const codes[] = {"a", "b", "a"}, *const systems[] = {"QA", "QB"};
    const size_t first[] = {0, 2, 3};
    const stead_roster roster = {codes, systems, first, 2, NULL};
    const stead_wide amounts[] = {PENCE(1), PENCE(2), PENCE(5)};
    stead_pence envelopes[] = {3, 5};
    stead_wide out[3], bound[3], settled[3];
    const stead_footed footed = {out, bound, settled};
    const stead_footing footing = {.amounts = amounts, .envelopes = envelopes};
    stead_error err;
    (void)state;
    assert_ok(stead_parts_foot(&roster, &footing, &footed, &err), &err);
    envelopes[1] = 4;
    assert_refused(stead_parts_foot(&roster, &footing, &footed, &err), &err, STEAD_MISMATCH,
                   "QB: parts come to £0.05, £0.01 more than the envelope of £0.04");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_floor_for_one_is_paid_by_all_by_amount_R29),
        cmocka_unit_test(a_ceiling_for_one_releases_to_those_without_by_amount_R29),
        cmocka_unit_test(what_nobody_may_have_is_said_R29),
        cmocka_unit_test(parts_that_do_not_come_to_the_envelope_are_not_forced_R29),
        cmocka_unit_test(an_amount_below_nothing_is_rounded_as_its_opposite_R29),
        cmocka_unit_test(ties_go_to_the_larger_weight_then_to_the_code_R29),
        cmocka_unit_test(each_system_is_footed_by_itself_R29),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
