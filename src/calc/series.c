/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/series.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "2023" at the start of `text`; 0 when it is not there. */
static int year_of(const char *text)
{
    for (int i = 0; i < 4; i++)
        if (!is_digit(text[i]))
            return 0;
    return atoi((const char[]){text[0], text[1], text[2], text[3], '\0'});
}

static int month_named(const char *text, size_t len)
{
    static const char *const names[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
    for (int m = 0; m < 12 && len >= 3; m++) {
        size_t i = 0;
        while (i < len && names[m][i] != '\0' && (text[i] | 0x20) == names[m][i])
            i++;
        if (i == len && (len == 3 || names[m][i] == '\0'))
            return m + 1;
    }
    return 0;
}

/* "April 2023" */
static bool read_named_month(const char *text, stead_period *out)
{
    const char *space = strchr(text, ' ');
    if (space == NULL || strlen(space + 1) != 4)
        return false;
    int month = month_named(text, (size_t)(space - text)), year = year_of(space + 1);
    *out = (stead_period){STEAD_PERIOD_MONTH, (int64_t)year * 12 + month - 1};
    return month > 0 && year > 0;
}

/* What follows the year and, in a financial year, "/24": "" or " Q1". */
static bool read_rest(const char *rest, int year, bool fiscal, stead_period *out)
{
    if (*rest == '\0') {
        *out = (stead_period){fiscal ? STEAD_PERIOD_FISCAL : STEAD_PERIOD_YEAR, year};
        return true;
    }
    if (strlen(rest) != 3 || rest[0] != ' ' || rest[1] != 'Q' || rest[2] < '1' || rest[2] > '4')
        return false;
    *out = (stead_period){STEAD_PERIOD_QUARTER, (int64_t)year * 4 + rest[2] - '1' + fiscal};
    return true;
}

static bool read_dated(const char *text, int year, stead_period *out)
{
    stead_error ignored;
    stead_day day;
    size_t len = strlen(text);
    if (len == 7 && is_digit(text[5]) && is_digit(text[6])) {
        int month = (text[5] - '0') * 10 + text[6] - '0';
        *out = (stead_period){STEAD_PERIOD_MONTH, (int64_t)year * 12 + month - 1};
        return month >= 1 && month <= 12;
    }
    if (stead_date_parse(text, len, &day, &ignored) != STEAD_OK)
        return false;
    *out = (stead_period){STEAD_PERIOD_DAY, day};
    return true;
}

static bool read_period(const char *text, stead_period *out)
{
    stead_error ignored;
    int year = year_of(text), fiscal;
    if (year == 0)
        return read_named_month(text, out);
    if (text[4] == '-')
        return read_dated(text, year, out);
    if (text[4] != '/')
        return read_rest(text + 4, year, false, out);
    return strlen(text) >= 7 && stead_year_parse(text, 7, &fiscal, &ignored) == STEAD_OK &&
           read_rest(text + 7, year, true, out);
}

stead_status stead_period_parse(const char *text, stead_period *out, stead_error *err)
{
    if (!read_period(text, out))
        return stead_fail(err, STEAD_PARSE,
                          "period '%s' is none of: 2023, 2023/24, 2023/24 Q1, 2023-04, "
                          "April 2023, 2023-04-01",
                          text);
    return STEAD_OK;
}

typedef struct {
    stead_period period;
    size_t place;
} entry;

static int compare_entries(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    if (x->period.at != y->period.at)
        return x->period.at < y->period.at ? -1 : 1;
    return x->place < y->place ? -1 : x->place > y->place;
}

static stead_status read_all(const char *const *texts, size_t count, entry *entries,
                             stead_error *err)
{
    bool firsts = true;
    for (size_t i = 0; i < count; i++) {
        entries[i].place = i;
        if (stead_period_parse(texts[i], &entries[i].period, err) != STEAD_OK)
            return err->code;
        if (entries[i].period.kind != entries[0].period.kind)
            return stead_fail(err, STEAD_MISMATCH,
                              "period '%s' is not of the same kind as '%s'", texts[i],
                              texts[0]);
        firsts = firsts && entries[i].period.kind == STEAD_PERIOD_DAY &&
                 strcmp(texts[i] + 8, "01") == 0;
    }
    for (size_t i = 0; firsts && i < count; i++) {
        int month = (texts[i][5] - '0') * 10 + texts[i][6] - '0';
        entries[i].period =
            (stead_period){STEAD_PERIOD_MONTH, (int64_t)year_of(texts[i]) * 12 + month - 1};
    }
    return STEAD_OK;
}

static stead_status check_steps(const char *const *texts, const entry *entries, size_t count,
                                size_t *gaps, stead_error *err)
{
    int64_t step = 0;
    for (size_t i = 1; i < count; i++) {
        int64_t far = entries[i].period.at - entries[i - 1].period.at;
        if (far == 0)
            return stead_fail(err, STEAD_DUPLICATE, "period '%s' comes twice",
                              texts[entries[i].place]);
        if (step == 0 || far < step)
            step = far;
    }
    for (size_t i = 0; i < count; i++) {
        int64_t far = i == 0 ? step : entries[i].period.at - entries[i - 1].period.at;
        size_t missing = step == 0 ? 0 : (size_t)((far - 1) / step);
        if (gaps != NULL)
            gaps[i] = missing;
        else if (missing > 0)
            return stead_fail(err, STEAD_NOTFOUND, "%zu %s missing between '%s' and '%s'",
                              missing, missing == 1 ? "period is" : "periods are",
                              texts[entries[i - 1].place], texts[entries[i].place]);
    }
    return STEAD_OK;
}

stead_status stead_series_order(const char *const *texts, size_t count, size_t *order,
                                size_t *gaps, stead_error *err)
{
    entry *entries = calloc(count + 1, sizeof *entries);
    if (entries == NULL)
        return stead_nomem(err, "series");
    stead_status rc = read_all(texts, count, entries, err);
    if (rc == STEAD_OK) {
        qsort(entries, count, sizeof *entries, compare_entries);
        rc = check_steps(texts, entries, count, gaps, err);
    }
    for (size_t i = 0; rc == STEAD_OK && i < count; i++)
        order[i] = entries[i].place;
    free(entries);
    return rc;
}
