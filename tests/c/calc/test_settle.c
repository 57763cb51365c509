/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/settle: every form of sharing foots and respects its caps, and is what plain
 * whole-number arithmetic gives. */
#include "calc/settle.h"

#include "../support/check.h"
#include "../support/random.h"
#include "parts_system.h"

#define PENCE(n) ((stead_wide)(n)*STEAD_NANO)
enum { RUNS = 100000, PARTS = 5, UNCAPPED = -1 };

/* ---- a second way of working it out: pence, one at a time ---- */

static void plain_share(int64_t total, const int64_t *weights, int64_t *out)
{
    stead_wide sum = 0, rest[PARTS];
    int64_t left = total;
    for (int i = 0; i < PARTS; i++)
        sum += weights[i];
    for (int i = 0; i < PARTS; i++) {
        out[i] = (int64_t)((stead_wide)total * weights[i] / sum);
        rest[i] = (stead_wide)total * weights[i] % sum;
        left -= out[i];
    }
    for (; left > 0; left--) {
        int best = 0;
        for (int i = 1; i < PARTS; i++)
            if (rest[i] > rest[best] || (rest[i] == rest[best] && weights[i] > weights[best]))
                best = i;
        out[best]++;
        rest[best] = -1;
    }
}

static int64_t plain_hold(const int64_t *amounts, const int64_t *caps, int to, int64_t *out)
{
    int64_t left = 0;
    memcpy(out, amounts, PARTS * sizeof *out);
    for (;;) {
        int64_t weights[PARTS], gains[PARTS], open = 0;
        for (int i = 0; i < PARTS; i++) {
            if (caps[i] != UNCAPPED && out[i] > caps[i]) {
                left += out[i] - caps[i];
                out[i] = caps[i];
            }
        }
        if (left == 0 || to == PARTS)
            return left;
        for (int i = 0; i < PARTS; i++) {
            bool below = caps[i] == UNCAPPED || out[i] < caps[i];
            weights[i] = to < 0 ? (below ? amounts[i] : 0) : i == to && below;
            open += weights[i];
        }
        if (open == 0)
            return left;
        plain_share(left, weights, gains);
        for (int i = 0; i < PARTS; i++)
            out[i] += gains[i];
        left = 0;
    }
}

/* ---- one random settlement ---- */

typedef struct {
    test_random r;
    test_system s;
    int64_t contributions[PARTS], caps[PARTS], variance;
    stead_rate rates[PARTS];
} scene;

static void scene_set(scene *c)
{
    static const char *const codes[] = {"a", "b", "c", "d", "e"};
    stead_part parts[PARTS];
    stead_rate left = STEAD_NANO;
    for (size_t i = 0; i < PARTS; i++) {
        c->contributions[i] = random_sized(&c->r, 40) + (i == 0);
        c->caps[i] = random_upto(&c->r, 2) == 0 ? UNCAPPED : random_sized(&c->r, 34);
        c->rates[i] = i + 1 == PARTS ? left : random_upto(&c->r, left);
        left -= c->rates[i];
        parts[i] = (stead_part){codes[i], c->contributions[i], 0, 0, 0};
    }
    c->variance = random_sized(&c->r, 36);
    system_of(&c->s, "", parts, PARTS);
}

static void assert_same(const stead_wide *got, const int64_t *wanted)
{
    for (int i = 0; i < PARTS; i++)
        assert_true(got[i] == PENCE(wanted[i]));
}

static void every_fixed_share_foots_R25_R29(void **state)
{
    scene c = {.r = random_begin("fixed shares")};
    (void)state;
    for (int run = 0; run < RUNS; run++) {
        stead_wide out[PARTS], sum = 0;
        int64_t wanted[PARTS];
        stead_error err;
        scene_set(&c);
        if (run % 4 == 0) /* one body bears it all */
            for (int i = 0; i < PARTS; i++)
                c.rates[i] = i == run % PARTS ? STEAD_NANO : 0;
        assert_ok(stead_settle_split(&c.s.roster, PENCE(c.variance), c.rates, out, &err), &err);
        plain_share(c.variance, c.rates, wanted);
        assert_same(out, wanted);
        for (int i = 0; i < PARTS; i++)
            sum += out[i];
        assert_true(sum == PENCE(c.variance));
    }
}

static void every_capped_share_keeps_its_caps_and_names_what_is_left_R25(void **state)
{
    scene c = {.r = random_begin("caps")};
    (void)state;
    for (int run = 0; run < RUNS; run++) {
        static const stead_excess excess[] = {STEAD_EXCESS_OTHERS, STEAD_EXCESS_ONE,
                                              STEAD_EXCESS_NOBODY};
        stead_wide shares[PARTS], out[PARTS], caps[PARTS], left, sum = 0;
        int64_t plain[PARTS], wanted[PARTS];
        stead_error err;
        scene_set(&c);
        const stead_capping how = {caps, excess[run % 3], c.s.codes[run % PARTS]};
        for (int i = 0; i < PARTS; i++)
            caps[i] = c.caps[i] == UNCAPPED ? STEAD_NO_CEILING : PENCE(c.caps[i]);
        assert_ok(
            stead_parts_share(&c.s.roster, PENCE(c.variance), c.s.baselines, shares, &err),
            &err);
        assert_ok(stead_settle_hold(&c.s.roster, shares, &how, out, &left, &err), &err);
        plain_share(c.variance, c.contributions, plain);
        int to = run % 3 == 0 ? -1 : run % 3 == 1 ? run % PARTS : PARTS;
        assert_true(left == PENCE(plain_hold(plain, c.caps, to, wanted)));
        assert_same(out, wanted);
        for (int i = 0; i < PARTS; i++) {
            assert_true(out[i] <= caps[i]);
            sum += out[i];
        }
        assert_true(sum + left == PENCE(c.variance));
    }
}

/* Funds first, then bands that go to one body, to fixed shares and to contributions in turn. */
static void every_waterfall_and_tier_foots_R25_R29(void **state)
{
    scene c = {.r = random_begin("tiers")};
    (void)state;
    for (int run = 0; run < RUNS; run++) {
        int64_t wanted[PARTS] = {0}, rest, fund;
        stead_wide total[PARTS] = {0}, left, sum = 0;
        stead_error err;
        scene_set(&c);
        fund = random_sized(&c.r, 34);
        rest = c.variance > fund ? c.variance - fund : 0;
        left = PENCE(rest);
        for (int band = 0; band < 3; band++) {
            int64_t width = random_sized(&c.r, 34), here, piece[PARTS];
            stead_wide inside, out[PARTS];
            here = band == 2 || rest < width ? rest : width;
            assert_ok(stead_settle_within(left, band == 2 ? left : PENCE(width), &inside, &left,
                                          &err),
                      &err);
            stead_rate one[PARTS] = {STEAD_NANO};
            const int64_t *by = band == 0 ? one : band == 1 ? c.rates : c.contributions;
            assert_ok(band == 2
                          ? stead_parts_share(&c.s.roster, inside, c.s.baselines, out, &err)
                          : stead_settle_split(&c.s.roster, inside, by, out, &err),
                      &err);
            plain_share(here, by, piece);
            for (int i = 0; i < PARTS; i++) {
                total[i] += out[i];
                wanted[i] += piece[i];
                sum += out[i];
            }
            rest -= here;
        }
        assert_same(total, wanted);
        assert_true(left == 0);
        assert_true(sum == PENCE(c.variance > fund ? c.variance - fund : 0));
    }
}

static void every_line_goes_to_its_owner_R25(void **state)
{
    scene c = {.r = random_begin("own risk")};
    static const char *const codes[] = {"council", "icb"}, *const none[] = {""};
    const size_t first[] = {0, 2};
    const stead_roster owners = {codes, none, first, 1, NULL};
    (void)state;
    for (int run = 0; run < RUNS; run++) {
        stead_wide lines[PARTS], out[2];
        int64_t wanted[2] = {0, 0};
        size_t owner_of[PARTS];
        stead_error err;
        scene_set(&c);
        for (int i = 0; i < PARTS; i++) {
            int64_t variance = c.contributions[i] * (random_upto(&c.r, 1) == 0 ? 1 : -1);
            owner_of[i] = (size_t)random_upto(&c.r, 1);
            lines[i] = PENCE(variance);
            wanted[owner_of[i]] += variance;
        }
        assert_ok(stead_settle_gather(&c.s.roster, lines, &owners, owner_of, out, &err), &err);
        assert_true(out[0] == PENCE(wanted[0]) && out[1] == PENCE(wanted[1]));
    }
}

static void what_cannot_be_settled_is_refused_R25(void **state)
{
    scene c = {.r = random_begin("refusals")};
    stead_wide out[PARTS], inside, beyond, caps[PARTS], amounts[PARTS] = {0};
    const stead_capping how = {caps, STEAD_EXCESS_ONE, "nobody"};
    stead_error err;
    (void)state;
    scene_set(&c);
    stead_rate rates[PARTS] = {600000000, 300000000};
    assert_refused(stead_settle_split(&c.s.roster, PENCE(1), rates, out, &err), &err,
                   STEAD_RANGE, "shares sum to 90%, not 100%");
    rates[1] = -1;
    assert_refused(stead_settle_split(&c.s.roster, PENCE(1), rates, out, &err), &err,
                   STEAD_RANGE, "share of 'b' is negative");
    assert_refused(stead_settle_within(-1, 0, &inside, &beyond, &err), &err, STEAD_RANGE,
                   "amount to settle is negative; settle its size");
    assert_refused(stead_settle_within(1, -1, &inside, &beyond, &err), &err, STEAD_RANGE,
                   "width of the band is negative");
    for (int i = 0; i < PARTS; i++)
        caps[i] = PENCE(1);
    amounts[0] = PENCE(3);
    assert_refused(stead_settle_hold(&c.s.roster, amounts, &how, out, &beyond, &err), &err,
                   STEAD_NOTFOUND, "there is no part 'nobody' for the excess to go to");
    caps[2] = -1;
    assert_refused(stead_settle_hold(&c.s.roster, amounts, &how, out, &beyond, &err), &err,
                   STEAD_RANGE, "cap of 'c' is negative");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fixed_share_foots_R25_R29),
        cmocka_unit_test(every_capped_share_keeps_its_caps_and_names_what_is_left_R25),
        cmocka_unit_test(every_waterfall_and_tier_foots_R25_R29),
        cmocka_unit_test(every_line_goes_to_its_owner_R25),
        cmocka_unit_test(what_cannot_be_settled_is_refused_R25),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
