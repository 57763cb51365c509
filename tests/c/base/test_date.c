/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "base/date.h"

static void every_day_reads_back(void **state)
{
    stead_day first, last, back;
    stead_error err;
    char text[STEAD_DATE_TEXT];
    (void)state;
    assert_ok(stead_date_parse("1900-01-01", 10, &first, &err), &err);
    assert_ok(stead_date_parse("2200-12-31", 10, &last, &err), &err);
    assert_int_equal(last - first, 109937);
    for (stead_day day = first; day <= last; day++) {
        stead_date_format(day, text);
        assert_ok(stead_date_parse(text, strlen(text), &back, &err), &err);
        assert_int_equal(back, day);
    }
}

static void known_days(void **state)
{
    stead_day day;
    stead_error err;
    char text[STEAD_DATE_TEXT];
    (void)state;
    assert_ok(stead_date_parse("1970-01-01", 10, &day, &err), &err);
    assert_int_equal(day, 0);
    assert_ok(stead_date_parse("2023-04-01", 10, &day, &err), &err);
    assert_int_equal(day, 19448);
    stead_date_words(day, text);
    assert_string_equal(text, "1 April 2023");
    assert_ok(stead_date_parse("2024-02-29", 10, &day, &err), &err);
}

static void days_that_are_not_are_refused(void **state)
{
    static const char *const not_days[] = {"2023-02-29", "1900-02-29", "2023-13-01",
                                           "2023-00-10", "2023-04-31", "2023-01-00",
                                           "1899-12-31", "2201-01-01"};
    static const char *const not_dates[] = {
        "", "2023-4-1", "01/04/2023", "2023-04-01 ", "20230401", "2023-04-0x"};
    stead_day day;
    stead_error err;
    (void)state;
    for (size_t i = 0; i < COUNT(not_days); i++) {
        assert_int_equal(stead_date_parse(not_days[i], 10, &day, &err), STEAD_PARSE);
        assert_non_null(strstr(err.text, "is not a day of the calendar"));
    }
    for (size_t i = 0; i < COUNT(not_dates); i++) {
        assert_int_equal(stead_date_parse(not_dates[i], strlen(not_dates[i]), &day, &err),
                         STEAD_PARSE);
        assert_non_null(strstr(err.text, "write it like '2023-04-01'"));
    }
}

static void financial_years_are_read_and_written(void **state)
{
    int year;
    stead_error err;
    char text[STEAD_DATE_TEXT];
    (void)state;
    assert_ok(stead_year_parse("2023/24", 7, &year, &err), &err);
    assert_int_equal(year, 2023);
    assert_ok(stead_year_parse("1999/00", 7, &year, &err), &err);
    assert_int_equal(year, 1999);
    stead_year_format(1999, text);
    assert_string_equal(text, "1999/00");
    assert_refused(stead_year_parse("2025/27", 7, &year, &err), &err, STEAD_PARSE,
                   "'2025/27' is not a financial year; write it like '2025/26'");
    assert_refused(stead_year_parse("2022", 4, &year, &err), &err, STEAD_PARSE,
                   "'2022' is not a financial year; write it like '2022/23'");
    assert_refused(stead_year_parse("2022-23", 7, &year, &err), &err, STEAD_PARSE,
                   "'2022-23' is not a financial year; write it like '2022/23'");
    assert_refused(stead_year_parse("now", 3, &year, &err), &err, STEAD_PARSE,
                   "'now' is not a financial year; write it like '2023/24'");
}

static void a_financial_year_begins_in_april(void **state)
{
    stead_day first = stead_year_start(2023);
    (void)state;
    assert_int_equal(first, 19448);
    assert_int_equal(stead_year_of(first), 2023);
    assert_int_equal(stead_month_of(first), 1);
    assert_int_equal(stead_year_of(first - 1), 2022);
    assert_int_equal(stead_month_of(first - 1), 12);
    assert_int_equal(stead_year_start(2024) - first, 366);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_reads_back),
        cmocka_unit_test(known_days),
        cmocka_unit_test(days_that_are_not_are_refused),
        cmocka_unit_test(financial_years_are_read_and_written),
        cmocka_unit_test(a_financial_year_begins_in_april),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
