/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/parts_share: an overspend shared by contributions, held to caps; nothing lost. */
#include "../support/check.h"
#include "../support/random.h"
#include "calc/share.h"
#include "parts_system.h"

#define PENCE(n) ((stead_wide)(n)*STEAD_NANO)

static const stead_part pool[] = {{"council", 1394000000, 0, 0, 0},
                                  {"icb", 2486000000, 0, 0, 0}};

static void an_overspend_is_shared_by_contributions_R25(void **state)
{
    const stead_wide caps[] = {PENCE(10000000), STEAD_NO_CEILING};
    const stead_capping capping = {caps, STEAD_EXCESS_ONE, "icb"};
    stead_wide shares[2], held[2];
    stead_error err;
    test_system s;
    (void)state;
    system_of(&s, "", pool, 2);
    assert_ok(stead_parts_share(&s.roster, PENCE(37512119), s.baselines, shares, &err), &err);
    assert_true(shares[0] == PENCE(13477292) && shares[1] == PENCE(24034827));
    assert_ok(stead_parts_cap(&s.roster, shares, &capping, held, &err), &err);
    assert_true(held[0] == PENCE(10000000) && held[1] == PENCE(27512119));
}

/* Σ is the total exactly, each within a part of its fraction, and in pence as stead_share. */
static void shares_add_up_to_the_last_digit_R29(void **state)
{
    enum { RUNS = 10000 };
    test_random r = random_begin("shares");
    static const char *const codes[] = {"a", "b", "c", "d"};
    (void)state;
    for (int run = 0; run < RUNS; run++) {
        stead_part parts[4];
        stead_wide out[4], weights[4], sum = 0;
        int64_t pence[4];
        stead_pence expected[4], whole = random_sized(&r, 50) - random_sized(&r, 50);
        stead_wide total = PENCE(whole) + (run % 2 == 0 ? 0 : random_upto(&r, STEAD_NANO - 1));
        stead_error err;
        test_system s;
        for (size_t i = 0; i < 4; i++) {
            parts[i] = (stead_part){codes[i], 0, 0, 0, 0};
            pence[i] = random_sized(&r, 45) + 1;
            weights[i] = PENCE(pence[i]) + (run % 4 < 2 ? 0 : random_upto(&r, STEAD_NANO - 1));
        }
        system_of(&s, "", parts, 4);
        assert_ok(stead_parts_share(&s.roster, total, weights, out, &err), &err);
        assert_ok(stead_share(whole, pence, codes, 4, expected, &err), &err);
        for (size_t i = 0; i < 4; i++) {
            sum += out[i];
            if (run % 4 == 0)
                assert_true(out[i] == PENCE(expected[i]));
            if (run % 2 == 0)
                assert_true(out[i] % STEAD_NANO == 0);
        }
        assert_true(sum == total);
    }
}

static void an_excess_is_shared_by_the_others_by_amount_R25(void **state)
{
    const stead_part parts[] = {{"a", 300, 0, 0, 0}, {"b", 200, 0, 0, 0}, {"c", 100, 0, 0, 0}};
    const stead_wide caps[] = {PENCE(150), STEAD_NO_CEILING, STEAD_NO_CEILING};
    stead_capping capping = {caps, STEAD_EXCESS_OTHERS, NULL};
    stead_wide out[3];
    stead_error err;
    test_system s;
    (void)state;
    system_of(&s, "", parts, 3);
    assert_ok(stead_parts_cap(&s.roster, s.baselines, &capping, out, &err), &err);
    assert_true(out[0] == PENCE(150) && out[1] == PENCE(300) && out[2] == PENCE(150));
}

static void what_nobody_bears_is_an_error_that_says_how_much_R25(void **state)
{
    const stead_wide both[] = {PENCE(100), PENCE(100)}, negative[] = {-PENCE(1), PENCE(1)};
    stead_capping capping = {both, STEAD_EXCESS_ONE, "icb"};
    stead_wide out[2];
    stead_error err;
    test_system s;
    (void)state;
    system_of(&s, "QWO", pool, 2);
    const stead_roster *q = &s.roster;
    assert_refused(
        stead_parts_cap(q, s.baselines, &capping, out, &err), &err, STEAD_INFEASIBLE,
        "QWO: £38,799,998.00 is left that nobody bears: 'icb', who takes the excess, "
        "is capped too");
    capping.excess = STEAD_EXCESS_OTHERS;
    assert_refused(stead_parts_cap(q, s.baselines, &capping, out, &err), &err, STEAD_INFEASIBLE,
                   "QWO: £38,799,998.00 is left that nobody bears: no part without a cap has a "
                   "share");
    capping.excess = STEAD_EXCESS_NOBODY;
    assert_refused(stead_parts_cap(q, s.baselines, &capping, out, &err), &err, STEAD_INFEASIBLE,
                   "QWO: £38,799,998.00 is over the caps; say who takes the excess");
    capping = (stead_capping){both, STEAD_EXCESS_ONE, "ibc"};
    assert_refused(stead_parts_cap(q, s.baselines, &capping, out, &err), &err, STEAD_NOTFOUND,
                   "QWO: there is no part 'ibc' for the excess to go to");
    assert_refused(stead_parts_cap(q, negative, &capping, out, &err), &err, STEAD_RANGE,
                   "QWO: amount of 'council' is negative");
    capping.caps = negative;
    assert_refused(stead_parts_cap(q, s.baselines, &capping, out, &err), &err, STEAD_RANGE,
                   "QWO: cap of 'council' is negative");
}

static void weights_of_nothing_or_less_are_refused_R25(void **state)
{
    const stead_wide nil[] = {0, 0}, negative[] = {1, -1};
    stead_wide out[2];
    stead_error err;
    test_system s;
    (void)state;
    system_of(&s, "", pool, 2);
    assert_refused(stead_parts_share(&s.roster, 1, nil, out, &err), &err, STEAD_RANGE,
                   "every weight is nil");
    assert_refused(stead_parts_share(&s.roster, 1, negative, out, &err), &err, STEAD_RANGE,
                   "weight of 'icb' is negative");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_overspend_is_shared_by_contributions_R25),
        cmocka_unit_test(shares_add_up_to_the_last_digit_R29),
        cmocka_unit_test(an_excess_is_shared_by_the_others_by_amount_R25),
        cmocka_unit_test(what_nobody_bears_is_an_error_that_says_how_much_R25),
        cmocka_unit_test(weights_of_nothing_or_less_are_refused_R25),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
