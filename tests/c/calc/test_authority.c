/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Who decides, against a search of every walk; the law by pair of bodies; and what an audit
 * finds. */
#include <stdlib.h>
#include <time.h>

#include "../support/check.h"
#include "../support/random.h"
#include "calc/authority.h"

enum { DAY = 19000, FIRST = INT32_MIN, LAST = INT32_MAX };

#define M(millions) ((stead_pence)((millions)*100000000))
#define BODY(kind, parent)                                                                     \
    {                                                                                          \
        kind, parent, FIRST, LAST                                                              \
    }

static stead_authority *make(const stead_body *bodies, size_t nb,
                             const stead_function *functions, size_t nf,
                             const stead_grant *grants, size_t ng)
{
    stead_authority *a = NULL;
    stead_error err = {0};
    assert_ok(stead_authority_create(&a, bodies, nb, functions, nf, grants, ng, 3, &err), &err);
    return a;
}

/* ---- every walk, one at a time ---- */

typedef struct {
    const stead_authority *engine; /* for the law alone, which has a test of its own */
    const stead_body *bodies;
    const stead_grant *grants;
    size_t count;
    stead_question q;
    bool on_walk[8][2], round;
    stead_pence best[8]; /* of each body that a walk ends at; -1 when none does */
} search;

static bool applies(const search *s, const stead_grant *g, uint32_t body, bool free)
{
    const stead_body *to = &s->bodies[g->to];
    bool own = g->mechanism == STEAD_INTERNAL && to->parent == body;
    return g->from == body && g->function == s->q.function && g->start <= s->q.on &&
           g->end >= s->q.on && to->from <= s->q.on && to->to >= s->q.on &&
           g->limit >= s->q.amount && (g->area == 0 || g->area == s->q.area) && (free || own) &&
           stead_authority_unlawful(s->engine, g) == STEAD_LAWFUL;
}

static void follow(search *s, uint32_t body, bool free, stead_pence least)
{
    bool any = false, local = false;
    if (s->on_walk[body][free]) {
        s->round = true;
        return;
    }
    s->on_walk[body][free] = true;
    for (size_t i = 0; i < s->count; i++)
        local = local || (s->grants[i].area != 0 && applies(s, &s->grants[i], body, free));
    for (size_t i = 0; i < s->count && !s->round; i++) {
        const stead_grant *g = &s->grants[i];
        if (!applies(s, g, body, free) || (local && g->area == 0))
            continue;
        any = true;
        follow(s, g->to, free && g->onward, g->limit < least ? g->limit : least);
    }
    if (!any && least > s->best[body])
        s->best[body] = least;
    s->on_walk[body][free] = false;
}

static const stead_body cast[8] = {BODY(STEAD_ICB, STEAD_NOBODY),
                                   BODY(STEAD_COMMITTEE, 0),
                                   BODY(STEAD_OFFICER, 0),
                                   BODY(STEAD_FOUNDATION_TRUST, STEAD_NOBODY),
                                   BODY(STEAD_COMMITTEE, 3),
                                   BODY(STEAD_JOINT_COMMITTEE, STEAD_NOBODY),
                                   BODY(STEAD_NHS_TRUST, STEAD_NOBODY),
                                   {STEAD_OFFICER, 6, DAY - 1, DAY + 1}};

static stead_grant random_grant(test_random *r)
{
    uint32_t from = (uint32_t)random_upto(r, 7), to = (uint32_t)random_upto(r, 7);
    uint32_t parent = cast[to].parent;
    if (parent != STEAD_NOBODY && random_upto(r, 2) != 0) /* most are lawful, to go deep */
        from = random_upto(r, 2) != 0 ? parent : (uint32_t)random_upto(r, 7);
    stead_mechanism mechanism = STEAD_INTERNAL;
    if (cast[to].kind == STEAD_JOINT_COMMITTEE)
        mechanism = STEAD_S65Z6;
    else if (cast[to].kind != STEAD_COMMITTEE && cast[to].kind != STEAD_OFFICER)
        mechanism = STEAD_S65Z5;
    if (random_upto(r, 11) == 0)
        mechanism = (stead_mechanism)random_upto(r, STEAD_MECHANISMS - 1);
    stead_day start = DAY - 3 + (stead_day)random_upto(r, 4);
    return (stead_grant){.function = random_upto(r, 4) == 0,
                         .from = from,
                         .to = to,
                         .area = random_upto(r, 1) == 0 ? 0 : (uint32_t)random_upto(r, 2),
                         .mechanism = mechanism,
                         .limit = random_upto(r, 3) == 0 ? STEAD_NO_LIMIT : random_upto(r, 9),
                         .yearly = random_upto(r, 1) == 0,
                         .onward = random_upto(r, 2) != 0,
                         .start = start,
                         .end = start + 2 + (stead_day)random_upto(r, 4)};
}

/* The route is one: each grant leads to the next, from the origin to the taker. */
static void check_route(stead_authority *a, const stead_grant *grants, size_t taker)
{
    stead_taker t = stead_authority_taker(a, taker);
    uint32_t body = 0;
    stead_pence least = STEAD_NO_LIMIT;
    stead_day start = FIRST, end = LAST;
    for (size_t k = 0; k < t.steps; k++) {
        const stead_grant *g = &grants[stead_authority_step(a, taker, k)];
        assert_int_equal(g->from, body);
        body = g->to;
        least = g->limit < least ? g->limit : least;
        start = g->start > start ? g->start : start;
        end = g->end < end ? g->end : end;
    }
    assert_int_equal(body, t.body);
    assert_true(least == t.limit && start == t.start && end == t.end);
}

static void compare(stead_authority *a, search *s)
{
    for (size_t i = 0; i < 8; i++)
        s->best[i] = -1;
    follow(s, 0, true, STEAD_NO_LIMIT);
    stead_answer answer = stead_authority_ask(a, &s->q);
    assert_int_equal(answer.verdict == STEAD_ROUND, s->round);
    if (s->round)
        return;
    size_t expected = 0;
    for (size_t i = 0; i < 8; i++)
        expected += s->best[i] >= 0;
    assert_int_equal(answer.count, expected);
    assert_int_equal(answer.verdict, expected == 1 ? STEAD_ONE_DECIDES : STEAD_SEVERAL_DECIDE);
    for (size_t i = 0; i < answer.count; i++) {
        stead_taker t = stead_authority_taker(a, i);
        assert_true(t.limit == s->best[t.body]);
        check_route(a, s->grants, i);
    }
}

static void as_every_walk_says_on_ten_thousand_graphs(void **state)
{
    test_random r = random_begin("authority");
    const stead_function functions[2] = {{.origin = 0, .statutory = true},
                                         {.origin = 0, .statutory = true}};
    size_t several = 0, rounds = 0, deep = 0;
    (void)state;
    for (int graph = 0; graph < 10000; graph++) {
        stead_grant grants[20];
        size_t count = (size_t)random_upto(&r, COUNT(grants));
        for (size_t i = 0; i < count; i++)
            grants[i] = random_grant(&r);
        stead_authority *a = make(cast, 8, functions, 2, grants, count);
        for (int question = 0; question < 4; question++) {
            search s = {.engine = a, .bodies = cast, .grants = grants, .count = count};
            s.q = (stead_question){random_upto(&r, 4) == 0, (uint32_t)random_upto(&r, 2),
                                   random_upto(&r, 10), DAY};
            compare(a, &s);
            several += !s.round && stead_authority_ask(a, &s.q).count > 1;
            rounds += s.round;
            deep += !s.round && stead_authority_taker(a, 0).steps > 1;
        }
        stead_authority_free(a);
    }
    printf("several decide in %zu, round in %zu, handed on twice in %zu\n", several, rounds,
           deep);
    assert_true(several > 100 && rounds > 10 && deep > 100);
}

/* ---- the law ---- */

static stead_unlawful law(stead_body_kind from, stead_mechanism mechanism, stead_body_kind to,
                          stead_function function)
{
    const stead_body bodies[] = {BODY(from, STEAD_NOBODY), BODY(to, STEAD_NOBODY)};
    const stead_grant grant = {.from = 0, .to = 1, .mechanism = mechanism, .end = LAST};
    function.origin = 0;
    stead_authority *a = make(bodies, 2, &function, 1, &grant, 1);
    stead_unlawful why = stead_authority_unlawful(a, &grant);
    stead_authority_free(a);
    return why;
}

static void a_council_cannot_use_65Z5_but_can_receive_and_can_use_75(void **state)
{
    const stead_function care = {.statutory = true};
    (void)state;
    assert_int_equal(law(STEAD_COUNCIL, STEAD_S65Z5, STEAD_ICB, care), STEAD_NOT_RELEVANT);
    assert_int_equal(law(STEAD_COUNCIL, STEAD_S65Z6, STEAD_JOINT_COMMITTEE, care),
                     STEAD_NOT_RELEVANT);
    assert_int_equal(law(STEAD_COUNCIL, STEAD_S75, STEAD_ICB, care), STEAD_LAWFUL);
    assert_int_equal(law(STEAD_ICB, STEAD_S65Z5, STEAD_COUNCIL, care), STEAD_LAWFUL);
    assert_int_equal(law(STEAD_ICB, STEAD_S65Z5, STEAD_COMBINED_AUTHORITY, care), STEAD_LAWFUL);
    assert_int_equal(law(STEAD_ICB, STEAD_S75, STEAD_NHS_TRUST, care), STEAD_CANNOT_RECEIVE);
    assert_int_equal(law(STEAD_ICB, STEAD_S101, STEAD_COUNCIL, care), STEAD_NOT_RELEVANT);
    assert_int_equal(law(STEAD_COUNCIL, STEAD_S101, STEAD_COUNCIL, care), STEAD_LAWFUL);
}

static void forums_decide_nothing_and_voluntary_bodies_hold_no_statutory_function(void **state)
{
    (void)state;
    for (int m = 0; m < STEAD_MECHANISMS; m++) {
        assert_int_equal(law(STEAD_ICB, (stead_mechanism)m, STEAD_FORUM, (stead_function){0}),
                         STEAD_DECIDES_NOTHING);
        assert_int_equal(
            law(STEAD_ICB, (stead_mechanism)m, STEAD_VCSE, (stead_function){.statutory = true}),
            STEAD_NOT_PUBLIC);
    }
    assert_int_equal(law(STEAD_ICB, STEAD_CONTRACT, STEAD_VCSE, (stead_function){0}),
                     STEAD_LAWFUL);
}

static void reserved_excluded_and_confined_functions_stay(void **state)
{
    (void)state;
    assert_int_equal(
        law(STEAD_ICB, STEAD_S65Z5, STEAD_NHS_TRUST, (stead_function){.reserved = true}),
        STEAD_RESERVED);
    assert_int_equal(
        law(STEAD_NHS_ENGLAND, STEAD_S65Z5, STEAD_ICB, (stead_function){.excluded = true}),
        STEAD_IS_EXCLUDED);
    assert_int_equal(
        law(STEAD_ICB, STEAD_S65Z5, STEAD_NHS_TRUST, (stead_function){.confined = true}),
        STEAD_CONFINED);
    assert_int_equal(law(STEAD_ICB, STEAD_INTERNAL, STEAD_COMMITTEE, (stead_function){0}),
                     STEAD_NOT_OWN);
}

/* ---- what an audit finds ---- */

static const stead_body wakefield[] = {BODY(STEAD_ICB, STEAD_NOBODY),
                                       BODY(STEAD_OFFICER, 0),
                                       BODY(STEAD_NHS_TRUST, STEAD_NOBODY),
                                       BODY(STEAD_OFFICER, 2),
                                       BODY(STEAD_COMMITTEE, 0),
                                       BODY(STEAD_COMMITTEE, 0)};
static const stead_function commissioning = {.origin = 0, .statutory = true};

static size_t audit(const stead_grant *grants, size_t count, stead_grant_finding *out)
{
    stead_authority *a = make(wakefield, COUNT(wakefield), &commissioning, 1, grants, count);
    const stead_grant_finding *found = NULL;
    size_t many = 0;
    stead_error err = {0};
    assert_ok(stead_authority_audit(a, DAY, &found, &many, &err), &err);
    assert_true(many <= 8);
    if (many > 0)
        memcpy(out, found, many * sizeof *out);
    stead_authority_free(a);
    return many;
}

static stead_grant grant_of(uint32_t from, uint32_t to, stead_pence limit)
{
    return (stead_grant){.from = from, .to = to, .limit = limit, .start = FIRST, .end = LAST};
}

static void a_deputy_at_a_trust_may_not_be_handed_what_a_director_may_not_hand_on(void **state)
{
    stead_grant_finding found[8];
    const stead_grant grants[] = {grant_of(0, 1, M(1)), grant_of(1, 3, M(0.5))};
    (void)state;
    assert_int_equal(audit(grants, 2, found), 2);
    assert_int_equal(found[0].fault, STEAD_GRANT_UNLAWFUL);
    assert_int_equal(found[0].reason, STEAD_NOT_OWN);
    assert_int_equal(found[1].fault, STEAD_GRANT_ONWARD);
    assert_int_equal(found[1].grant, 1);
    assert_int_equal(found[1].other, 0);
}

static void grants_of_three_and_two_and_a_half_from_five_are_over(void **state)
{
    stead_grant_finding found[8];
    stead_grant grants[] = {grant_of(0, 4, M(5)), grant_of(4, 1, M(3)), grant_of(4, 5, M(2.5))};
    (void)state;
    for (size_t i = 0; i < COUNT(grants); i++) {
        grants[i].yearly = true;
        grants[i].onward = i == 0;
    }
    assert_int_equal(audit(grants, 3, found), 1);
    assert_int_equal(found[0].fault, STEAD_GRANT_SUM);
    assert_int_equal(found[0].other, 0);
    assert_true(found[0].given == M(5.5) && found[0].had == M(5));
    grants[2].limit = M(2);
    assert_int_equal(audit(grants, 3, found), 0);
    grants[2].limit = M(6);
    assert_int_equal(audit(grants, 3, found), 2);
    assert_int_equal(found[0].fault, STEAD_GRANT_OVER);
}

static void what_is_not_held_cannot_be_handed_on_and_nothing_goes_round(void **state)
{
    stead_grant_finding found[8];
    stead_grant grants[] = {grant_of(2, 3, M(1)), grant_of(4, 5, M(1)), grant_of(5, 4, M(1))};
    (void)state;
    assert_int_equal(audit(grants, 1, found), 1);
    assert_int_equal(found[0].fault, STEAD_GRANT_NOT_HELD);
    grants[0] = grant_of(0, 4, M(1));
    for (size_t i = 0; i < 3; i++)
        grants[i].onward = true;
    assert_int_equal(audit(grants, 3, found), 1);
    assert_int_equal(found[0].fault, STEAD_GRANT_ROUND);
    assert_int_equal(found[0].grant, 2);
    grants[2].start = DAY + 1; /* not in force yet */
    assert_int_equal(audit(grants, 3, found), 0);
}

static void what_cannot_be_is_refused(void **state)
{
    stead_authority *a = NULL;
    stead_error err = {0};
    stead_body loop[] = {BODY(STEAD_COMMITTEE, 1), BODY(STEAD_COMMITTEE, 0)};
    stead_grant grant = grant_of(0, 9, M(1));
    (void)state;
    assert_refused(stead_authority_create(&a, loop, 2, NULL, 0, NULL, 0, 0, &err), &err,
                   STEAD_MISMATCH, "body 0: its parents go round, or go up more than 8 times");
    assert_refused(
        stead_authority_create(&a, wakefield, 6, &commissioning, 1, &grant, 1, 0, &err), &err,
        STEAD_RANGE, "grant 0: no body 9");
    grant = grant_of(0, 1, M(1));
    grant.start = DAY;
    grant.end = DAY - 1;
    assert_refused(
        stead_authority_create(&a, wakefield, 6, &commissioning, 1, &grant, 1, 0, &err), &err,
        STEAD_RANGE, "grant 0: ends before it starts");
    assert_null(a);
}

/* ---- how long it takes ---- */

/* Seconds of processor time to audit so many grants of a tenth as many functions, and to ask
 * who decides each function. */
static double audit_seconds(size_t count)
{
    size_t functions = count / 10, nb = 1000, many = 0;
    stead_body *bodies = calloc(nb, sizeof *bodies);
    stead_function *f = calloc(functions, sizeof *f);
    stead_grant *grants = calloc(count, sizeof *grants);
    const stead_grant_finding *found = NULL;
    stead_error err = {0};
    test_random r = {7};
    assert_true(bodies != NULL && f != NULL && grants != NULL);
    for (size_t i = 0; i < nb; i++)
        bodies[i] = (stead_body){i == 0 ? STEAD_ICB : STEAD_COMMITTEE,
                                 i == 0 ? STEAD_NOBODY : 0, FIRST, LAST};
    for (size_t i = 0; i < count; i++) {
        grants[i] =
            grant_of((uint32_t)random_upto(&r, 99), (uint32_t)random_upto(&r, 999), M(1));
        grants[i].function = (uint32_t)(i % functions);
        grants[i].onward = true;
    }
    clock_t start = clock();
    stead_authority *a = make(bodies, nb, f, functions, grants, count);
    assert_ok(stead_authority_audit(a, DAY, &found, &many, &err), &err);
    for (uint32_t i = 0; i < functions; i++)
        stead_authority_ask(a, &(stead_question){i, 0, 0, DAY});
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    stead_authority_free(a);
    free(bodies);
    free(f);
    free(grants);
    return seconds;
}

static void a_hundred_thousand_grants_take_less_than_a_second(void **state)
{
    (void)state;
    for (size_t count = 25000; count <= 100000; count *= 2) {
        double seconds = audit_seconds(count);
        printf("%zu grants of %zu functions: %.1f ms\n", count, count / 10, seconds * 1e3);
        assert_true(seconds < 1.0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_every_walk_says_on_ten_thousand_graphs),
        cmocka_unit_test(a_council_cannot_use_65Z5_but_can_receive_and_can_use_75),
        cmocka_unit_test(forums_decide_nothing_and_voluntary_bodies_hold_no_statutory_function),
        cmocka_unit_test(reserved_excluded_and_confined_functions_stay),
        cmocka_unit_test(a_deputy_at_a_trust_may_not_be_handed_what_a_director_may_not_hand_on),
        cmocka_unit_test(grants_of_three_and_two_and_a_half_from_five_are_over),
        cmocka_unit_test(what_is_not_held_cannot_be_handed_on_and_nothing_goes_round),
        cmocka_unit_test(what_cannot_be_is_refused),
        cmocka_unit_test(a_hundred_thousand_grants_take_less_than_a_second),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
