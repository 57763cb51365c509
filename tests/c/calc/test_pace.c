/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/pace: the worked examples of the field, West Yorkshire's real figures, and refusals. */
#include "../support/check.h"
#include "calc/pace.h"
#include "model/frame.h"

enum { PLACES = 5 };

/* NHS West Yorkshire by place: payments to general practice 2022/23 in pence; the sum of "Final
 * PMC WP" 2023/24, each practice's to the ninth place, summed independently. */
static const stead_part west_yorkshire[PLACES] = {
    {"bradford-craven", 12221447569, 26398473033954 + 645640178119444, 0, 0},
    {"calderdale", 3427539586, 226343322629270, 0, 0},
    {"kirklees", 7089661923, 448105923616411, 0, 0},
    {"leeds", 15588156436, 970485894717968, 0, 0},
    {"wakefield", 6450073840, 374891982889410, 0, 0}};

static const stead_policy west_yorkshire_policy = {.method = STEAD_PACE,
                                                   .envelope = 46388847011,
                                                   .has_floor = true,
                                                   .floor = 20000000,
                                                   .closing = 250000000};

static void west_yorkshire_to_the_penny_R29(void **state)
{
    static const stead_pence expected[PLACES] = {12465876521, 3624940377, 7419645435,
                                                 16256050334, 6622334344};
    stead_award awards[PLACES];
    stead_error err;
    (void)state;
    assert_ok(stead_pace(west_yorkshire, PLACES, &west_yorkshire_policy, awards, NULL, &err),
              &err);
    for (size_t i = 0; i < PLACES; i++)
        assert_int_equal(awards[i].allocation, expected[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(west_yorkshire_to_the_penny_R29),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
