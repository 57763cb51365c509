/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "base/decimal.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/wide.h"

/* What has been read of a number: sign, digits as one whole number, and where the point was. */
typedef struct {
    bool negative;
    bool point;
    bool commas;     /* a comma has been seen */
    bool lost;       /* a digit other than zero was dropped past the 38 that are kept */
    int since_comma; /* digits since the last comma */
    int digits;      /* digits kept */
    int seen;        /* digits read at all */
    long scale;      /* the value is `number` times 10^scale */
    stead_uwide number;
} reading;

enum { KEPT_DIGITS = 38 };

static bool read_digit(reading *r, char c)
{
    r->seen++;
    r->since_comma++;
    if (r->digits < KEPT_DIGITS) {
        r->number = r->number * 10 + (unsigned)(c - '0');
        r->digits += r->number != 0;
        r->scale -= r->point;
    } else {
        r->lost = r->lost || c != '0';
        r->scale += !r->point;
    }
    return true;
}

/* Reads a run of digits at once for as long as they fit 64 bits, which most numbers do; the
 * rest is left to read_digit. */
static const char *read_digits(reading *r, const char *s, const char *end)
{
    const char *from = s;
    if (r->number > UINT64_MAX / 10 - 1)
        return s;
    uint64_t number = (uint64_t)r->number;
    for (; s < end && *s >= '0' && *s <= '9' && number < UINT64_MAX / 10 - 1; s++) {
        number = number * 10 + (unsigned)(*s - '0');
        r->digits += number != 0;
    }
    int count = (int)(s - from);
    r->number = number;
    r->seen += count;
    r->since_comma += count;
    r->scale -= r->point ? count : 0;
    return s;
}

static bool read_comma(reading *r)
{
    bool placed = !r->point && (r->commas ? r->since_comma == 3
                                          : r->since_comma >= 1 && r->since_comma <= 3);
    r->commas = true;
    r->since_comma = 0;
    return placed;
}

static bool read_exponent(reading *r, const char *s, const char *end)
{
    bool negative = s < end && *s == '-';
    long e = 0;
    if (s < end && (*s == '-' || *s == '+'))
        s++;
    if (s == end)
        return false;
    for (; s < end; s++) {
        if (*s < '0' || *s > '9')
            return false;
        if (e < 10000)
            e = e * 10 + (*s - '0');
    }
    r->scale += negative ? -e : e;
    return true;
}

static const char *read_sign(reading *r, const char *s, const char *end)
{
    if (end - s >= 3 && memcmp(s, "\xE2\x88\x92", 3) == 0) {
        r->negative = true;
        return s + 3;
    }
    if (s < end && (*s == '-' || *s == '+')) {
        r->negative = *s == '-';
        return s + 1;
    }
    return s;
}

/* Whether the last comma has its three digits after it. */
static bool commas_closed(const reading *r)
{
    return !r->commas || r->point || r->since_comma == 3;
}

static bool read_number(reading *r, const char *s, const char *end, unsigned flags)
{
    for (s = read_sign(r, s, end); s < end; s++) {
        bool ok;
        if (*s >= '0' && *s <= '9') {
            const char *past = read_digits(r, s, end);
            ok = past > s || read_digit(r, *s);
            s = past > s ? past - 1 : s;
        } else if (*s == '.') {
            ok = !r->point && commas_closed(r);
            r->point = true;
        } else if (*s == ',' && (flags & STEAD_DECIMAL_COMMAS)) {
            ok = read_comma(r);
        } else if ((*s == 'e' || *s == 'E') && r->seen > 0) {
            return commas_closed(r) && read_exponent(r, s + 1, end);
        } else {
            ok = false;
        }
        if (!ok)
            return false;
    }
    return r->seen > 0 && commas_closed(r);
}

static stead_status not_a_number(const char *text, size_t len, stead_error *err)
{
    return stead_fail(err, STEAD_PARSE, "'%.*s' is not a number", (int)(len > 80 ? 80 : len),
                      text);
}

/* Scales the digits read to 10^-places; *exact tells whether nothing was dropped. */
static bool scale_to(const reading *r, int places, stead_uwide *out, bool *exact)
{
    long shift = r->scale + places;
    stead_uwide n = r->number;
    *exact = !r->lost;
    if (n == 0)
        shift = 0;
    for (; shift > 0; shift--)
        if (__builtin_mul_overflow(n, (stead_uwide)10, &n) || n > (stead_uwide)INT64_MAX)
            return false;
    if (shift < -KEPT_DIGITS) {
        *exact = false;
        n = 0;
        shift = 0;
    }
    stead_uwide unit = 1;
    for (; shift < 0; shift++)
        unit *= 10;
    stead_uwide whole = n / unit, rest = n - whole * unit;
    n = whole;
    if (rest != 0)
        *exact = false;
    if (rest >= unit - rest)
        n++;
    *out = n;
    return n <= (stead_uwide)INT64_MAX;
}

/* 10^power, for powers from 0 to 18. */
static int64_t ten_to(int power)
{
    static const int64_t powers[] = {1,
                                     10,
                                     100,
                                     1000,
                                     10000,
                                     100000,
                                     1000000,
                                     10000000,
                                     100000000,
                                     1000000000,
                                     10000000000,
                                     100000000000,
                                     1000000000000,
                                     10000000000000,
                                     100000000000000,
                                     1000000000000000,
                                     10000000000000000,
                                     100000000000000000,
                                     1000000000000000000};
    return powers[power];
}

enum { PLAIN_DIGITS = 18 }; /* as many as a 64-bit number always holds */

/* Nearly every number of a published file: a minus at most, digits, one point, and no more of
 * them than 64 bits hold. False leaves it to the careful reading. */
static bool read_plain(const char *s, const char *end, int places, unsigned flags, int64_t *out)
{
    bool negative = s < end && *s == '-', point = false;
    int digits = 0, decimals = 0;
    int64_t n = 0;
    for (s += negative; s < end; s++) {
        unsigned digit = (unsigned)(unsigned char)*s - '0';
        if (digit <= 9 && digits < PLAIN_DIGITS) {
            n = n * 10 + (int64_t)digit;
            digits++;
            decimals += point;
        } else if (*s == '.' && !point) {
            point = true;
        } else {
            return false;
        }
    }
    int more = places - decimals;
    if (digits == 0 || digits + more > PLAIN_DIGITS)
        return false;
    if (more >= 0) {
        n *= ten_to(more);
    } else {
        int64_t unit = ten_to(-more), rest = n % unit;
        if (rest != 0 && (flags & STEAD_DECIMAL_EXACT))
            return false;
        n = n / unit + (rest >= unit - rest);
    }
    *out = negative ? -n : n;
    return true;
}

stead_status stead_decimal_parse(const char *text, size_t len, int places, unsigned flags,
                                 int64_t *out, stead_error *err)
{
    reading r = {0};
    stead_uwide n;
    bool exact;
    if (read_plain(text, text + len, places, flags, out))
        return STEAD_OK;
    if (!read_number(&r, text, text + len, flags))
        return not_a_number(text, len, err);
    if (!scale_to(&r, places, &n, &exact))
        return stead_fail(err, STEAD_RANGE, "'%.*s' is too large", (int)(len > 80 ? 80 : len),
                          text);
    if (!exact && (flags & STEAD_DECIMAL_EXACT))
        return stead_fail(err, STEAD_PARSE, "'%.*s' has more than %d decimal places",
                          (int)(len > 80 ? 80 : len), text, places);
    *out = r.negative ? -(int64_t)n : (int64_t)n;
    return STEAD_OK;
}

size_t stead_decimal_format(int64_t value, int places, int least, unsigned flags,
                            char out[STEAD_DECIMAL_TEXT])
{
    char digits[24];
    uint64_t n = value < 0 ? (uint64_t)0 - (uint64_t)value : (uint64_t)value;
    int count = snprintf(digits, sizeof digits, "%0*llu", places + 1, (unsigned long long)n);
    int whole = count - places;
    int decimals = places;
    while (decimals > least && digits[whole + decimals - 1] == '0')
        decimals--;
    size_t len = 0;
    if (value < 0)
        out[len++] = '-';
    for (int i = 0; i < whole; i++) {
        if ((flags & STEAD_DECIMAL_GROUP) && i > 0 && (whole - i) % 3 == 0)
            out[len++] = ',';
        out[len++] = digits[i];
    }
    if (decimals > 0) {
        out[len++] = '.';
        memcpy(out + len, digits + whole, (size_t)decimals);
        len += (size_t)decimals;
    }
    out[len] = '\0';
    return len;
}
