/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "calc/series.h"

static void check(const char *text, stead_period_kind kind, int64_t at)
{
    stead_period period;
    stead_error err;
    assert_ok(stead_period_parse(text, &period, &err), &err);
    assert_int_equal(period.kind, kind);
    assert_int_equal(period.at, at);
}

static void every_form_of_period_is_read(void **state)
{
    (void)state;
    check("2023", STEAD_PERIOD_YEAR, 2023);
    check("2023/24", STEAD_PERIOD_FISCAL, 2023);
    check("2023 Q1", STEAD_PERIOD_QUARTER, 2023 * 4);
    check("2023/24 Q1", STEAD_PERIOD_QUARTER, 2023 * 4 + 1); /* from April */
    check("2022/23 Q4", STEAD_PERIOD_QUARTER, 2023 * 4);
    check("2023-04", STEAD_PERIOD_MONTH, 2023 * 12 + 3);
    check("April 2023", STEAD_PERIOD_MONTH, 2023 * 12 + 3);
    check("Sep 2023", STEAD_PERIOD_MONTH, 2023 * 12 + 8);
    check("1970-01-02", STEAD_PERIOD_DAY, 1);
}

static void what_is_no_period_is_refused(void **state)
{
    (void)state;
    const char *const bad[] = {"",          "20",         "202x",    "2023/25",   "2023-13",
                               "2023-4",    "2023-02-30", "2023 Q5", "2023/24Q1", "Ap 2023",
                               "Apri 2023", "April 23",   "2023 ",   "/2023",     "April"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        stead_period period;
        stead_error err;
        if (stead_period_parse(bad[i], &period, &err) != STEAD_PARSE)
            print_error("'%s' was read\n", bad[i]);
        assert_int_equal(stead_period_parse(bad[i], &period, &err), STEAD_PARSE);
    }
}

static void weeks_are_a_step_of_seven_days(void **state)
{
    (void)state;
    const char *const weeks[] = {"2023-01-15", "2023-01-01", "2023-01-08", "2023-01-29"};
    size_t order[4], gaps[4];
    stead_error err;
    assert_ok(stead_series_order(weeks, 3, order, NULL, &err), &err);
    assert_int_equal(order[0], 1);
    assert_int_equal(order[2], 0);
    assert_refused(stead_series_order(weeks, 4, order, NULL, &err), &err, STEAD_NOTFOUND,
                   "1 period is missing between '2023-01-15' and '2023-01-29'");
    assert_ok(stead_series_order(weeks, 4, order, gaps, &err), &err);
    assert_int_equal(gaps[3], 1);
    assert_int_equal(gaps[1], 0);
}

static void one_period_is_a_series(void **state)
{
    (void)state;
    const char *const one[] = {"2023"};
    size_t order[1], gaps[1];
    stead_error err;
    assert_ok(stead_series_order(one, 1, order, gaps, &err), &err);
    assert_int_equal(gaps[0], 0);
    assert_ok(stead_series_order(one, 0, order, NULL, &err), &err);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_of_period_is_read),
        cmocka_unit_test(what_is_no_period_is_refused),
        cmocka_unit_test(weeks_are_a_step_of_seven_days),
        cmocka_unit_test(one_period_is_a_series),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
