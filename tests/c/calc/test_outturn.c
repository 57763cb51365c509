/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "calc/outturn.h"

/* £m 61.2 spent by M6, 0.6 of it once only; a plan of 120.0, of which 58.0 to date. */
static const stead_outturn half = {6, 6120000000, 60000000, 12000000000, 5800000000};

static stead_pence forecast(const stead_outturn *to_date, stead_outturn_method method)
{
    stead_error err;
    stead_pence out = 0;
    assert_ok(stead_outturn_forecast(to_date, method, &out, &err), &err);
    return out;
}

static void each_forecast_is_the_worked_one_to_the_penny_R49(void **state)
{
    (void)state;
    assert_int_equal(forecast(&half, STEAD_OUTTURN_STRAIGHT_LINE), 12240000000);
    assert_int_equal(forecast(&half, STEAD_OUTTURN_NON_RECURRENT), 12180000000);
    assert_int_equal(forecast(&half, STEAD_OUTTURN_PROFILED), 12662068966);
    assert_int_equal(forecast(&half, STEAD_OUTTURN_REMAINING_PLAN), 12320000000);
}

static void at_the_year_end_the_forecast_is_what_was_spent(void **state)
{
    stead_outturn whole = {12, 12345678901, 777, 12000000000, 12000000000};
    (void)state;
    for (int i = 0; i < STEAD_OUTTURN_METHODS; i++)
        assert_int_equal(forecast(&whole, (stead_outturn_method)i), 12345678901);
}

static void a_plan_of_income_scales_by_its_sign(void **state)
{
    stead_outturn income = {3, -300, 0, -1000, -250};
    (void)state;
    assert_int_equal(forecast(&income, STEAD_OUTTURN_PROFILED), -1200);
    assert_int_equal(forecast(&income, STEAD_OUTTURN_STRAIGHT_LINE), -1200);
}

static void what_cannot_be_forecast_is_refused(void **state)
{
    stead_error err;
    stead_pence out = 7;
    stead_outturn t = half;
    (void)state;
    for (int month = 0; month <= 13; month += 13) {
        t.month = month;
        assert_int_equal(stead_outturn_forecast(&t, STEAD_OUTTURN_STRAIGHT_LINE, &out, &err),
                         STEAD_RANGE);
    }
    assert_string_equal(err.text, "month 13 is not 1 (April) to 12 (March)");
    t = (stead_outturn){6, 5, 0, 10, 0};
    assert_int_equal(stead_outturn_forecast(&t, STEAD_OUTTURN_PROFILED, &out, &err),
                     STEAD_INFEASIBLE);
    t = (stead_outturn){1, INT64_MAX, 0, 10, 5};
    assert_int_equal(stead_outturn_forecast(&t, STEAD_OUTTURN_STRAIGHT_LINE, &out, &err),
                     STEAD_RANGE);
    t = (stead_outturn){1, INT64_MAX, -1, INT64_MAX, 1};
    assert_int_equal(stead_outturn_forecast(&t, STEAD_OUTTURN_NON_RECURRENT, &out, &err),
                     STEAD_RANGE);
    assert_int_equal(stead_outturn_forecast(&t, STEAD_OUTTURN_PROFILED, &out, &err),
                     STEAD_RANGE);
    assert_int_equal(stead_outturn_forecast(&t, STEAD_OUTTURN_REMAINING_PLAN, &out, &err),
                     STEAD_RANGE);
    assert_int_equal(out, 7);
}

static void the_underlying_position_is_the_worked_one_R49(void **state)
{
    stead_error err;
    stead_pence out = 0;
    (void)state;
    assert_ok(stead_outturn_underlying(-200, 500, 100, 150, &out, &err), &err);
    assert_int_equal(out, 350);
    assert_int_equal(stead_outturn_underlying(INT64_MAX, 1, 0, 0, &out, &err), STEAD_RANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_forecast_is_the_worked_one_to_the_penny_R49),
        cmocka_unit_test(at_the_year_end_the_forecast_is_what_was_spent),
        cmocka_unit_test(a_plan_of_income_scales_by_its_sign),
        cmocka_unit_test(what_cannot_be_forecast_is_refused),
        cmocka_unit_test(the_underlying_position_is_the_worked_one_R49),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
