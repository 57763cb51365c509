/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "base/money.h"

#include <stdbool.h>
#include <string.h>

enum { LONGEST_AMOUNT = 64 };

/* The pound sign is two bytes in UTF-8; every other sign that may stand before digits is
 * handled by the decimal reader, so the sign and digits are copied out without it. */
static size_t without_pound(const char *text, size_t len, char out[LONGEST_AMOUNT])
{
    size_t n = 0;
    bool seen = false;
    for (size_t i = 0; i < len; i++) {
        if (!seen && i + 1 < len && (unsigned char)text[i] == 0xC2 &&
            (unsigned char)text[i + 1] == 0xA3) {
            seen = true;
            i++;
            continue;
        }
        if (n == LONGEST_AMOUNT)
            return 0;
        seen = seen || (text[i] >= '0' && text[i] <= '9');
        out[n++] = text[i];
    }
    return n;
}

/* The power of ten that a suffix stands for, and how many bytes it takes: "m" is six. */
static int suffix_places(const char *text, size_t len, size_t *bytes)
{
    static const struct {
        const char *name;
        size_t bytes;
        int places;
    } suffixes[] = {{"bn", 2, 9}, {"m", 1, 6}, {"k", 1, 3}};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        size_t n = suffixes[i].bytes;
        if (len > n && memcmp(text + len - n, suffixes[i].name, n) == 0) {
            *bytes = n;
            return suffixes[i].places;
        }
    }
    *bytes = 0;
    return 0;
}

stead_status stead_money_parse(const char *text, size_t len, stead_pence *out, stead_error *err)
{
    char plain[LONGEST_AMOUNT];
    size_t suffix;
    stead_error inner;
    int shown = (int)(len > 80 ? 80 : len);
    size_t n = without_pound(text, len, plain);
    int places = suffix_places(plain, n, &suffix);
    stead_status rc = stead_decimal_parse(
        plain, n - suffix, places + 2, STEAD_DECIMAL_EXACT | STEAD_DECIMAL_COMMAS, out, &inner);
    if (rc == STEAD_OK)
        return STEAD_OK;
    if (rc == STEAD_RANGE)
        return stead_fail(err, rc, "'%.*s' is more money than fits (about £92,233 trillion)",
                          shown, text);
    if (strstr(inner.text, "decimal places"))
        return stead_fail(err, rc, "'%.*s' is not a whole number of pence", shown, text);
    return stead_fail(err, rc,
                      "'%.*s' is not an amount of money; write it like '1,234.56' or '£1.25m'",
                      shown, text);
}

size_t stead_money_format(stead_pence pence, char out[STEAD_DECIMAL_TEXT])
{
    char plain[STEAD_DECIMAL_TEXT];
    size_t len = stead_decimal_format(pence, 2, 2, STEAD_DECIMAL_GROUP, plain);
    size_t sign = plain[0] == '-', n = 0;
    if (sign)
        out[n++] = '-';
    out[n++] = '\xC2';
    out[n++] = '\xA3';
    memcpy(out + n, plain + sign, len - sign + 1);
    return n + len - sign;
}

static stead_status read_rate(const char *text, size_t len, int places, stead_rate *out,
                              stead_error *err)
{
    stead_error inner;
    int shown = (int)(len > 80 ? 80 : len);
    if (len > 0 && text[len - 1] == '%') {
        len--;
        places = 7;
    }
    stead_status rc = stead_decimal_parse(text, len, places, STEAD_DECIMAL_EXACT, out, &inner);
    if (rc == STEAD_PARSE && strstr(inner.text, "decimal places"))
        return stead_fail(err, rc, "'%.*s' has more decimal places than a rate holds (%d here)",
                          shown, text, places);
    if (rc == STEAD_PARSE)
        return stead_fail(err, rc, "'%.*s' is not a rate; write it like '5.66' or '5.66%%'",
                          shown, text);
    if (rc != STEAD_OK)
        return stead_fail(err, rc, "'%.*s' is too large for a rate", shown, text);
    return STEAD_OK;
}

stead_status stead_percent_parse(const char *text, size_t len, stead_rate *out,
                                 stead_error *err)
{
    return read_rate(text, len, 7, out, err);
}

stead_status stead_rate_parse(const char *text, size_t len, stead_rate *out, stead_error *err)
{
    return read_rate(text, len, 9, out, err);
}

size_t stead_rate_format(stead_rate rate, int least, char out[STEAD_DECIMAL_TEXT])
{
    size_t n = stead_decimal_format(rate, 7, least, STEAD_DECIMAL_GROUP, out);
    out[n++] = '%';
    out[n] = '\0';
    return n;
}

static stead_status too_large(stead_pence a, const char *operation, stead_error *err)
{
    char amount[STEAD_DECIMAL_TEXT];
    stead_money_format(a, amount);
    return stead_fail(err, STEAD_RANGE, "%s %s is more money than fits", amount, operation);
}

static stead_status both_too_large(stead_pence a, const char *operation, stead_pence b,
                                   stead_error *err)
{
    char one[STEAD_DECIMAL_TEXT], other[STEAD_DECIMAL_TEXT];
    stead_money_format(a, one);
    stead_money_format(b, other);
    return stead_fail(err, STEAD_RANGE, "%s %s %s is more money than fits", one, operation,
                      other);
}

stead_status stead_money_add(stead_pence a, stead_pence b, stead_pence *out, stead_error *err)
{
    stead_pence sum;
    if (__builtin_add_overflow(a, b, &sum))
        return both_too_large(a, "plus", b, err);
    *out = sum;
    return STEAD_OK;
}

stead_status stead_money_sub(stead_pence a, stead_pence b, stead_pence *out, stead_error *err)
{
    stead_pence difference;
    if (__builtin_sub_overflow(a, b, &difference))
        return both_too_large(a, "less", b, err);
    *out = difference;
    return STEAD_OK;
}

stead_status stead_money_mul(stead_pence a, int64_t by, stead_pence *out, stead_error *err)
{
    char amount[STEAD_DECIMAL_TEXT];
    stead_pence product;
    if (__builtin_mul_overflow(a, by, &product)) {
        stead_money_format(a, amount);
        return stead_fail(err, STEAD_RANGE, "%s times %lld is more money than fits", amount,
                          (long long)by);
    }
    *out = product;
    return STEAD_OK;
}

stead_status stead_money_times(stead_pence amount, stead_rate rate, stead_pence *out,
                               stead_error *err)
{
    stead_wide product = (stead_wide)amount * rate;
    if (!stead_wide_to_i64(stead_wide_div(product, STEAD_NANO, STEAD_HALF_AWAY), out))
        return too_large(amount, "times a rate", err);
    return STEAD_OK;
}

stead_status stead_money_grow(stead_pence amount, stead_rate rate, stead_pence *out,
                              stead_error *err)
{
    stead_wide product = amount * ((stead_wide)STEAD_NANO + rate);
    if (!stead_wide_to_i64(stead_wide_div(product, STEAD_NANO, STEAD_HALF_AWAY), out))
        return too_large(amount, "grown by a rate", err);
    return STEAD_OK;
}

stead_status stead_money_ratio(stead_pence part, stead_pence whole, stead_rate *out,
                               stead_error *err)
{
    if (whole == 0)
        return stead_fail(err, STEAD_RANGE, "nothing is a percentage of £0.00");
    if (!stead_wide_to_i64(
            stead_wide_div((stead_wide)part * STEAD_NANO, whole, STEAD_HALF_AWAY), out))
        return too_large(part, "as a percentage of a far smaller amount", err);
    return STEAD_OK;
}
