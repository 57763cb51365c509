/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* base/decimal: decimal text to scaled 64-bit whole numbers and back; no floating point
 * between. */
#ifndef STEAD_BASE_DECIMAL_H
#define STEAD_BASE_DECIMAL_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

enum {
    STEAD_DECIMAL_EXACT = 1, /* digits beyond `places` must be zeros */
    STEAD_DECIMAL_COMMAS =
        2, /* thousands commas are allowed, and then must be in the right places */
    STEAD_DECIMAL_GROUP = 4 /* for writing: put thousands commas in */
};

enum { STEAD_DECIMAL_TEXT = 48 }; /* large enough for any formatted value */

/* Reads `text` (`len` bytes, no NUL needed): an optional sign (ASCII or U+2212), digits, an
 * optional point, an optional exponent. Gives the value times 10^places, half away from zero
 * past the last place. STEAD_PARSE when it is not a number, or is inexact under
 * STEAD_DECIMAL_EXACT; STEAD_RANGE when it does not fit. */
stead_status stead_decimal_parse(const char *text, size_t len, int places, unsigned flags,
                                 int64_t *out, stead_error *err);

/* Writes value / 10^places with at least `least` and at most `places` decimals, trailing zeros
 * past `least` dropped. ASCII minus. Returns the length. */
size_t stead_decimal_format(int64_t value, int places, int least, unsigned flags,
                            char out[STEAD_DECIMAL_TEXT]);

#endif
