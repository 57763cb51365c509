/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/serial: formats that are of days, and days of serial numbers. */
#include "../support/check.h"

#include "sheet/serial.h"

static void formats_of_days_and_times_are_told_from_others(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        stead_shown as;
    } cases[] = {
        {"General", STEAD_SHOWN_NUMBER},
        {"#,##0.00", STEAD_SHOWN_NUMBER},
        {"0.00E+00", STEAD_SHOWN_NUMBER},
        {"[Red]-\"days\" 0;0", STEAD_SHOWN_NUMBER},
        {"\\d\\a\\y0", STEAD_SHOWN_NUMBER},
        {"[$£-809]#,##0", STEAD_SHOWN_NUMBER},
        {"[h]:mm:ss", STEAD_SHOWN_NUMBER},
        {"[mm]:ss", STEAD_SHOWN_NUMBER},
        {"0.0;d", STEAD_SHOWN_NUMBER},
        {"dd/mm/yyyy", STEAD_SHOWN_DATE},
        {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", STEAD_SHOWN_DATE},
        {"MMM-YY", STEAD_SHOWN_DATE},
        {"mmmm", STEAD_SHOWN_DATE},
        {"d/m/yy h:mm AM/PM", STEAD_SHOWN_DATE},
        {"h:mm", STEAD_SHOWN_TIME},
        {"mm:ss.0", STEAD_SHOWN_TIME},
        {"\"", STEAD_SHOWN_NUMBER},
        {"[", STEAD_SHOWN_NUMBER},
        {"\\", STEAD_SHOWN_NUMBER},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (stead_format_read(cases[i].code).as != cases[i].as)
            fail_msg("%s", cases[i].code);
    assert_int_equal(stead_format_read("000000").zeros, 6);
    assert_int_equal(stead_format_read("0").zeros, 0);
    assert_int_equal(stead_format_built_in(14).as, STEAD_SHOWN_DATE);
    assert_int_equal(stead_format_built_in(21).as, STEAD_SHOWN_TIME);
    assert_int_equal(stead_format_built_in(46).as, STEAD_SHOWN_NUMBER);
}

static void serial_numbers_are_days_where_there_is_such_a_day(void **state)
{
    (void)state;
    static const struct {
        const char *digits, *early, *late; /* by the 1900 and the 1904 calendar */
    } cases[] = {
        {"1", "1900-01-01", "1904-01-02"},
        {"59", "1900-02-28", "1904-02-29"},
        {"60", NULL, "1904-03-01"},
        {"0", NULL, "1904-01-01"},
        {"2958465", "9999-12-31", NULL},
        {"2958466", NULL, NULL},
        {"45017.999999", "2023-04-02", "2027-04-03"},
        {"45017.25", "2023-04-01T06:00:00", "2027-04-02T06:00:00"},
        {"-1", NULL, NULL},
        {"x", NULL, NULL},
        {"", NULL, NULL},
        {"nan", NULL, NULL},
    };
    stead_format date = {STEAD_SHOWN_DATE, 0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        for (int from_1904 = 0; from_1904 <= 1; from_1904++) {
            char out[STEAD_SERIAL_TEXT];
            const char *wanted = from_1904 ? cases[i].late : cases[i].early;
            bool is = stead_serial_format(cases[i].digits, strlen(cases[i].digits), date,
                                          from_1904, out);
            if (is != (wanted != NULL) || (is && strcmp(out, wanted) != 0))
                fail_msg("%s, %d: %s", cases[i].digits, from_1904, is ? out : "none");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_of_days_and_times_are_told_from_others),
        cmocka_unit_test(serial_numbers_are_days_where_there_is_such_a_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
