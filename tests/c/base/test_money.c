/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "base/money.h"

static void money_is_read_exactly(void **state)
{
    static const struct {
        const char *text;
        stead_pence pence;
    } cases[] = {{"1,234,567.89", 123456789},
                 {"£1.25m", 125000000},
                 {"-£5", -500},
                 {"£3bn", 300000000000},
                 {"£20k", 2000000},
                 {"0", 0},
                 {"1234.5", 123450},
                 {"£1.23456k", 123456},
                 {"\xE2\x88\x92£5.01", -501},
                 {"£0.01", 1},
                 {"£92,233,720,368,547,758.07", INT64_MAX}};
    stead_pence out;
    stead_error err;
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_ok(stead_money_parse(cases[i].text, strlen(cases[i].text), &out, &err), &err);
        assert_true(out == cases[i].pence);
    }
}

static void what_is_not_money_is_refused(void **state)
{
    static const struct {
        const char *text;
        stead_status code;
        const char *says;
    } cases[] = {
        {"1.234", STEAD_PARSE, "'1.234' is not a whole number of pence"},
        {"£1.234567891k", STEAD_PARSE, "'£1.234567891k' is not a whole number of pence"},
        {"", STEAD_PARSE, "'' is not an amount of money; write it like '1,234.56' or '£1.25m'"},
        {"£", STEAD_PARSE,
         "'£' is not an amount of money; write it like '1,234.56' or '£1.25m'"},
        {"m", STEAD_PARSE,
         "'m' is not an amount of money; write it like '1,234.56' or '£1.25m'"},
        {"5£", STEAD_PARSE,
         "'5£' is not an amount of money; write it like '1,234.56' or '£1.25m'"},
        {"££5", STEAD_PARSE,
         "'££5' is not an amount of money; write it like '1,234.56' or '£1.25m'"},
        {"$5", STEAD_PARSE,
         "'$5' is not an amount of money; write it like '1,234.56' or '£1.25m'"},
        {"1,5m", STEAD_PARSE,
         "'1,5m' is not an amount of money; write it like '1,234.56' or '£1.25m'"},
        {"£100,000,000bn", STEAD_RANGE,
         "'£100,000,000bn' is more money than fits (about £92,233 trillion)"}};
    stead_pence out;
    stead_error err;
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_refused(stead_money_parse(cases[i].text, strlen(cases[i].text), &out, &err),
                       &err, cases[i].code, cases[i].says);
}

static void money_is_written_with_its_pound(void **state)
{
    char out[STEAD_DECIMAL_TEXT];
    (void)state;
    assert_int_equal(stead_money_format(123456, out), strlen("£1,234.56"));
    assert_string_equal(out, "£1,234.56");
    stead_money_format(-5, out);
    assert_string_equal(out, "-£0.05");
    stead_money_format(INT64_MIN, out);
    assert_string_equal(out, "-£92,233,720,368,547,758.08");
}

static void rates_are_read_and_written(void **state)
{
    stead_rate rate;
    stead_error err;
    char out[STEAD_DECIMAL_TEXT];
    (void)state;
    assert_ok(stead_percent_parse("5.66", 4, &rate, &err), &err);
    assert_int_equal(rate, 56600000);
    assert_ok(stead_percent_parse("5.66%", 5, &rate, &err), &err);
    assert_int_equal(rate, 56600000);
    assert_ok(stead_rate_parse("0.0566", 6, &rate, &err), &err);
    assert_int_equal(rate, 56600000);
    assert_ok(stead_rate_parse("-5.66%", 6, &rate, &err), &err);
    assert_int_equal(rate, -56600000);
    stead_rate_format(56600000, 0, out);
    assert_string_equal(out, "5.66%");
    stead_rate_format(-STEAD_NANO, 1, out);
    assert_string_equal(out, "-100.0%");
    assert_int_equal(stead_rate_parse("%", 1, &rate, &err), STEAD_PARSE);
    assert_int_equal(stead_percent_parse("1e20", 4, &rate, &err), STEAD_RANGE);
    assert_refused(stead_percent_parse("1.12345678", 10, &rate, &err), &err, STEAD_PARSE,
                   "'1.12345678' has more decimal places than a rate holds (7 here)");
}

static void sums_are_checked(void **state)
{
    stead_pence out;
    stead_error err;
    (void)state;
    assert_ok(stead_money_add(1, 2, &out, &err), &err);
    assert_int_equal(out, 3);
    assert_int_equal(stead_money_add(INT64_MAX, 1, &out, &err), STEAD_RANGE);
    assert_int_equal(stead_money_sub(INT64_MIN, 1, &out, &err), STEAD_RANGE);
    assert_int_equal(stead_money_mul(INT64_MAX, 2, &out, &err), STEAD_RANGE);
    assert_non_null(strstr(err.text, "£92,233,720,368,547,758.07"));
}

static void sums_that_do_not_fit_name_both_amounts(void **state)
{
    stead_pence out;
    stead_error err;
    (void)state;
    assert_refused(stead_money_add(INT64_MAX, 100, &out, &err), &err, STEAD_RANGE,
                   "£92,233,720,368,547,758.07 plus £1.00 is more money than fits");
    assert_refused(stead_money_sub(INT64_MIN, 100, &out, &err), &err, STEAD_RANGE,
                   "-£92,233,720,368,547,758.08 less £1.00 is more money than fits");
}

static void times_and_ratio_round_half_away(void **state)
{
    stead_pence out;
    stead_rate rate;
    stead_error err;
    (void)state;
    assert_ok(stead_money_times(50, 10000000, &out, &err), &err);
    assert_int_equal(out, 1);
    assert_ok(stead_money_times(-50, 10000000, &out, &err), &err);
    assert_int_equal(out, -1);
    assert_ok(stead_money_times(49, 10000000, &out, &err), &err);
    assert_int_equal(out, 0);
    assert_int_equal(stead_money_times(INT64_MAX, 2 * STEAD_NANO, &out, &err), STEAD_RANGE);
    assert_ok(stead_money_ratio(1, 3, &rate, &err), &err);
    assert_int_equal(rate, 333333333);
    assert_ok(stead_money_ratio(-2, 3, &rate, &err), &err);
    assert_int_equal(rate, -666666667);
    assert_refused(stead_money_ratio(1, 0, &rate, &err), &err, STEAD_RANGE,
                   "nothing is a percentage of £0.00");
    assert_int_equal(stead_money_ratio(INT64_MAX, 1, &rate, &err), STEAD_RANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(money_is_read_exactly),
        cmocka_unit_test(what_is_not_money_is_refused),
        cmocka_unit_test(money_is_written_with_its_pound),
        cmocka_unit_test(rates_are_read_and_written),
        cmocka_unit_test(sums_are_checked),
        cmocka_unit_test(sums_that_do_not_fit_name_both_amounts),
        cmocka_unit_test(times_and_ratio_round_half_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
