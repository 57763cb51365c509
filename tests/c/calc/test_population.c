/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Weighted population: the field's worked example 2.A, to the decimals printed there. */
#include "../support/check.h"
#include "base/wide.h"
#include "calc/population.h"
#include "calc/share.h"
#include "model/frame.h"

enum { AREAS = 3, COMPONENTS = 6, GENERAL = 0, PRESCRIBING = 4, INEQUALITIES = 5 };

#define CENTI(n) (INT64_C(10000000) * (n))

static const char *const codes[AREAS] = {"X", "Y", "Z"};
static const char *const names[COMPONENTS] = {"general and acute", "community",
                                              "mental health",     "maternity",
                                              "prescribing",       "health inequalities"};
static const int64_t population[AREAS] = {1000000 * STEAD_NANO, 600000 * STEAD_NANO,
                                          400000 * STEAD_NANO};
static const int64_t need[AREAS * COMPONENTS] = {
    CENTI(95),  CENTI(96),  CENTI(112), CENTI(110), CENTI(90),  CENTI(105),
    CENTI(108), CENTI(110), CENTI(88),  CENTI(90),  CENTI(112), CENTI(80),
    CENTI(102), CENTI(105), CENTI(90),  CENTI(95),  CENTI(108), CENTI(130)};
static const int64_t cost[AREAS] = {CENTI(106), CENTI(96), CENTI(97)};
static const bool takes_cost[COMPONENTS] = {true, true, true, true, false, false};
static const stead_rate weights[COMPONENTS] = {CENTI(61), CENTI(5), CENTI(11),
                                               CENTI(4),  CENTI(9), CENTI(10)};
static const stead_formula example = {AREAS, COMPONENTS, codes,      names,  population,
                                      need,  cost,       takes_cost, weights};

/* In hundredths of a person, as printed. */
static int64_t hundredths(int64_t people)
{
    return (people + 5000000) / 10000000;
}

static void example_2a_R30(void **state)
{
    static const int64_t by_need[AREAS] = {94715852, 64606181, 40677966};
    static const int64_t by_cost[AREAS] = {99464649, 61444855, 39090496};
    static const int64_t prescribing[AREAS] = {89820359, 67065868, 43113772};
    static const int64_t inequalities[AREAS] = {102439024, 46829268, 50731707};
    static const int64_t printed[AREAS] = {101270516, 58755683, 39973802};
    static const stead_rate shares[AREAS] = {50635258, 29377841, 19986901};
    int64_t need_cells[AREAS * COMPONENTS], cost_cells[AREAS * COMPONENTS], overall[AREAS];
    stead_rate share[AREAS];
    stead_weighted out = {
        .by_need = need_cells, .by_cost = cost_cells, .overall = overall, .shares = share};
    stead_error err;
    (void)state;
    assert_ok(stead_weighted_population(&example, &out, &err), &err);
    for (int i = 0; i < AREAS; i++) {
        assert_int_equal(hundredths(need_cells[i * COMPONENTS + GENERAL]), by_need[i]);
        assert_int_equal(hundredths(cost_cells[i * COMPONENTS + GENERAL]), by_cost[i]);
        assert_int_equal(hundredths(cost_cells[i * COMPONENTS + PRESCRIBING]), prescribing[i]);
        assert_int_equal(hundredths(cost_cells[i * COMPONENTS + INEQUALITIES]),
                         inequalities[i]);
        assert_int_equal(hundredths(overall[i]), printed[i]);
        assert_int_equal((share[i] + 5) / 10, shares[i]);
    }
    assert_int_equal(out.scaled, STEAD_NANO);
    assert_int_equal(out.blanks, 0);
}

static void example_2a_in_exact_fractions_R30(void **state)
{
    /* Computed apart from this code, in fractions. */
    static const int64_t exact[AREAS] = {1012705155610560, 587556825455707, 399738018933732};
    int64_t overall[AREAS];
    stead_weighted out = {.overall = overall};
    stead_pence targets[AREAS];
    stead_error err;
    (void)state;
    assert_ok(stead_weighted_population(&example, &out, &err), &err);
    for (int i = 0; i < AREAS; i++)
        assert_true(overall[i] - exact[i] >= -1 && overall[i] - exact[i] <= 1);
    /* The target of example 2.B, in hundreds of pounds. */
    assert_ok(stead_share(416000000000, overall, codes, AREAS, targets, &err), &err);
    assert_int_equal((targets[0] + 5000) / 10000, 21064267);
    assert_int_equal((targets[1] + 5000) / 10000, 12221182);
    assert_int_equal((targets[2] + 5000) / 10000, 8314551);
}

static void a_missing_need_counts_as_nil_and_is_counted_R30(void **state)
{
    int64_t with_blank[AREAS * COMPONENTS], cells[AREAS * COMPONENTS], overall[AREAS];
    stead_formula formula = example;
    stead_weighted out = {.by_cost = cells, .overall = overall};
    stead_error err;
    (void)state;
    memcpy(with_blank, need, sizeof need);
    with_blank[3] = STEAD_MISSING;
    formula.need = with_blank;
    assert_ok(stead_weighted_population(&formula, &out, &err), &err);
    assert_int_equal(cells[3], 0);
    assert_int_equal(out.blanks, 1);
}

static void a_bad_formula_is_refused_by_name_R30(void **state)
{
    int64_t changed[AREAS * COMPONENTS] = {0}, overall[AREAS];
    const stead_rate short_weights[COMPONENTS] = {CENTI(61), CENTI(5), CENTI(11),
                                                  CENTI(4),  CENTI(9), CENTI(9)};
    stead_formula formula = example;
    stead_weighted out = {.overall = overall};
    stead_error err;
    (void)state;
    formula.weights = short_weights;
    assert_refused(stead_weighted_population(&formula, &out, &err), &err, STEAD_RANGE,
                   "weights of the components sum to 99%, not 100%");
    formula.weights = weights;
    formula.need = changed;
    assert_refused(stead_weighted_population(&formula, &out, &err), &err, STEAD_RANGE,
                   "general and acute need is nil everywhere");
    changed[1] = -1;
    assert_refused(stead_weighted_population(&formula, &out, &err), &err, STEAD_RANGE,
                   "community need of 'X' is negative");
    changed[1] = 0;
    formula.population = (const int64_t[]){1, -1, 1};
    assert_refused(stead_weighted_population(&formula, &out, &err), &err, STEAD_RANGE,
                   "population of 'Y' is negative");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(example_2a_R30),
        cmocka_unit_test(example_2a_in_exact_fractions_R30),
        cmocka_unit_test(a_missing_need_counts_as_nil_and_is_counted_R30),
        cmocka_unit_test(a_bad_formula_is_refused_by_name_R30),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
