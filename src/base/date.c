/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include <stdbool.h>
#include <stdio.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 2200 };

/* Days since 1970-01-01 of a proleptic Gregorian date, counted in eras of 400 years from 1
 * March. */
static stead_day days_from(int y, int m, int d)
{
    y -= m <= 2;
    int era = y / 400, yoe = y - era * 400;
    int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

static void civil_from(stead_day day, int *y, int *m, int *d)
{
    int z = day + 719468, era = z / 146097, doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    *d = doy - (153 * mp + 2) / 5 + 1;
    *m = mp + (mp < 10 ? 3 : -9);
    *y = yoe + era * 400 + (*m <= 2);
}

static bool read_int(const char *text, size_t from, size_t count, int *out)
{
    *out = 0;
    for (size_t i = from; i < from + count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *out = *out * 10 + (text[i] - '0');
    }
    return true;
}

static int month_days(int y, int m)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    return days[m - 1] + (m == 2 && leap);
}

stead_status stead_date_parse(const char *text, size_t len, stead_day *out, stead_error *err)
{
    int y, m, d;
    bool shaped = len == 10 && text[4] == '-' && text[7] == '-' && read_int(text, 0, 4, &y) &&
                  read_int(text, 5, 2, &m) && read_int(text, 8, 2, &d);
    if (!shaped)
        return stead_fail(err, STEAD_PARSE, "'%.*s' is not a date; write it like '2023-04-01'",
                          (int)(len > 40 ? 40 : len), text);
    if (y < FIRST_YEAR || y > LAST_YEAR || m < 1 || m > 12 || d < 1 || d > month_days(y, m))
        return stead_fail(err, STEAD_PARSE, "'%.*s' is not a day of the calendar", (int)len,
                          text);
    *out = days_from(y, m, d);
    return STEAD_OK;
}

void stead_date_format(stead_day day, char out[STEAD_DATE_TEXT])
{
    int y, m, d;
    civil_from(day, &y, &m, &d);
    snprintf(out, STEAD_DATE_TEXT, "%04d-%02d-%02d", y % 10000, m % 100, d % 100);
}

void stead_date_words(stead_day day, char out[STEAD_DATE_TEXT])
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    int y, m, d;
    civil_from(day, &y, &m, &d);
    snprintf(out, STEAD_DATE_TEXT, "%d %s %d", d % 100, months[m - 1], y % 10000);
}

stead_status stead_year_parse(const char *text, size_t len, int *out, stead_error *err)
{
    int first = 0, second = 0;
    bool shaped = len == 7 && text[4] == '/' && read_int(text, 0, 4, &first) &&
                  read_int(text, 5, 2, &second);
    if (shaped && first >= FIRST_YEAR && first < LAST_YEAR && second == (first + 1) % 100) {
        *out = first;
        return STEAD_OK;
    }
    bool meant =
        len >= 4 && read_int(text, 0, 4, &first) && first >= FIRST_YEAR && first < LAST_YEAR;
    char hint[STEAD_DATE_TEXT] = "2023/24";
    if (meant)
        stead_year_format(first, hint);
    return stead_fail(err, STEAD_PARSE, "'%.*s' is not a financial year; write it like '%s'",
                      (int)(len > 40 ? 40 : len), text, hint);
}

void stead_year_format(int year, char out[STEAD_DATE_TEXT])
{
    snprintf(out, STEAD_DATE_TEXT, "%04d/%02d", year % 10000, (year + 1) % 100);
}

int stead_year_of(stead_day day)
{
    int y, m, d;
    civil_from(day, &y, &m, &d);
    return m >= 4 ? y : y - 1;
}

int stead_month_of(stead_day day)
{
    int y, m, d;
    civil_from(day, &y, &m, &d);
    return (m + 8) % 12 + 1;
}

stead_day stead_year_start(int year)
{
    return days_from(year, 4, 1);
}
