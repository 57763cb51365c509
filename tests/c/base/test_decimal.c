/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "../support/random.h"
#include "base/decimal.h"

static void check_parse(const char *text, int places, unsigned flags, int64_t expected)
{
    int64_t out;
    stead_error err;
    assert_ok(stead_decimal_parse(text, strlen(text), places, flags, &out, &err), &err);
    if (out != expected)
        print_error("'%s'\n", text);
    assert_true(out == expected);
}

static void text_is_read_to_the_places_asked(void **state)
{
    (void)state;
    check_parse("4589.7814283189", 9, 0, 4589781428319);
    check_parse("0.00000000050", 9, 0, 1);
    check_parse("0.00000000049", 9, 0, 0);
    check_parse("-0.0000000005", 9, 0, -1);
    check_parse("\xE2\x88\x92"
                "3.5",
                0, 0, -4);
    check_parse("+7", 2, 0, 700);
    check_parse(".5", 1, 0, 5);
    check_parse("5.", 1, 0, 50);
    check_parse("1.5e3", 2, 0, 150000);
    check_parse("15E-1", 1, STEAD_DECIMAL_EXACT, 15);
    check_parse("0e999999", 2, 0, 0);
    check_parse("1e-999999", 2, 0, 0);
    check_parse("00000000000000000000000000000000000000000000000000001", 0, 0, 1);
    check_parse("0.00000000000000000000000000000000000000000000000000001", 9, 0, 0);
    check_parse("1.50000000000000000000000000000000000000000000000000000", 1,
                STEAD_DECIMAL_EXACT, 15);
    check_parse("9223372036854775807", 0, 0, INT64_MAX);
    check_parse("-9223372036854775807", 0, 0, -INT64_MAX);
    check_parse("1,234,567.25", 2, STEAD_DECIMAL_COMMAS, 123456725);
}

static void what_is_not_a_number_is_refused(void **state)
{
    static const char *const texts[] = {
        "",     "-",        ".",    "1.2.3", "1e",      "1e+",   "e5",       "--1",
        "1-",   "0x10",     "nan",  "inf",   " 1",      "1 ",    "1,23",     "12,34",
        ",123", "1234,567", "1,,2", "1,2.5", "1,234,5", "1,2e3", "1.234,567"};
    int64_t out;
    stead_error err;
    char expected[STEAD_ERROR_TEXT];
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        snprintf(expected, sizeof expected, "'%s' is not a number", texts[i]);
        assert_refused(stead_decimal_parse(texts[i], strlen(texts[i]), 2, STEAD_DECIMAL_COMMAS,
                                           &out, &err),
                       &err, STEAD_PARSE, expected);
    }
    assert_refused(stead_decimal_parse("1,234", 5, 2, 0, &out, &err), &err, STEAD_PARSE,
                   "'1,234' is not a number");
}

static void what_does_not_fit_is_refused(void **state)
{
    static const char *const texts[] = {"9223372036854775808", "-9223372036854775808", "1e19",
                                        "1e999999",
                                        "100000000000000000000000000000000000000000000000"};
    int64_t out;
    stead_error err;
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++)
        assert_int_equal(stead_decimal_parse(texts[i], strlen(texts[i]), 0, 0, &out, &err),
                         STEAD_RANGE);
    assert_refused(stead_decimal_parse("1.005", 5, 2, STEAD_DECIMAL_EXACT, &out, &err), &err,
                   STEAD_PARSE, "'1.005' has more than 2 decimal places");
}

static void check_format(int64_t value, int places, int least, unsigned flags,
                         const char *expected)
{
    char out[STEAD_DECIMAL_TEXT];
    size_t len = stead_decimal_format(value, places, least, flags, out);
    assert_string_equal(out, expected);
    assert_int_equal(len, strlen(expected));
}

static void values_are_written_with_the_decimals_asked(void **state)
{
    (void)state;
    check_format(123456725, 2, 2, STEAD_DECIMAL_GROUP, "1,234,567.25");
    check_format(-5, 2, 2, 0, "-0.05");
    check_format(0, 9, 0, 0, "0");
    check_format(1500000000, 9, 0, 0, "1.5");
    check_format(1500000000, 9, 3, 0, "1.500");
    check_format(999, 0, 0, STEAD_DECIMAL_GROUP, "999");
    check_format(-100000, 0, 0, STEAD_DECIMAL_GROUP, "-100,000");
    check_format(INT64_MIN, 2, 2, STEAD_DECIMAL_GROUP, "-92,233,720,368,547,758.08");
    check_format(INT64_MAX, 9, 0, 0, "9223372036.854775807");
}

static void what_is_written_reads_back(void **state)
{
    test_random r = random_begin("decimals");
    (void)state;
    for (int run = 0; run < 100000; run++) {
        int64_t value = random_sized(&r, 63), back;
        int places = (int)random_upto(&r, 9);
        char text[STEAD_DECIMAL_TEXT];
        stead_error err;
        value = run % 2 == 0 ? value : -value;
        size_t len = stead_decimal_format(value, places, (int)random_upto(&r, places),
                                          STEAD_DECIMAL_GROUP, text);
        assert_ok(stead_decimal_parse(text, len, places,
                                      STEAD_DECIMAL_COMMAS | STEAD_DECIMAL_EXACT, &back, &err),
                  &err);
        assert_true(back == value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_read_to_the_places_asked),
        cmocka_unit_test(what_is_not_a_number_is_refused),
        cmocka_unit_test(what_does_not_fit_is_refused),
        cmocka_unit_test(values_are_written_with_the_decimals_asked),
        cmocka_unit_test(what_is_written_reads_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
