/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* base/money: pence in a 64-bit whole number, and rates in 10^-9. No floating point on this
 * side of the house ever touches either. */
#ifndef STEAD_BASE_MONEY_H
#define STEAD_BASE_MONEY_H

#include <stddef.h>
#include <stdint.h>

#include "base/decimal.h"
#include "base/status.h"
#include "base/wide.h"

typedef int64_t stead_pence;
typedef int64_t stead_rate; /* 10^-9: 3.6% is 36000000 */

/* Reads "1,234.56", "£1.25m", "-£5", "£3bn", "£20k". Exact only: "£1.234567891k" is refused. */
stead_status stead_money_parse(const char *text, size_t len, stead_pence *out,
                               stead_error *err);

/* Writes "£1,234.56" or "-£1,234.56"; returns the length. */
size_t stead_money_format(stead_pence pence, char out[STEAD_DECIMAL_TEXT]);

/* Reads a percentage, "5.66" or "5.66%", exactly. */
stead_status stead_percent_parse(const char *text, size_t len, stead_rate *out,
                                 stead_error *err);

/* Reads a plain rate, "0.0566" or "5.66%", exactly. */
stead_status stead_rate_parse(const char *text, size_t len, stead_rate *out, stead_error *err);

/* Writes "5.66%" with at least `least` decimals; returns the length. */
size_t stead_rate_format(stead_rate rate, int least, char out[STEAD_DECIMAL_TEXT]);

/* Checked sums; STEAD_RANGE names both amounts. */
stead_status stead_money_add(stead_pence a, stead_pence b, stead_pence *out, stead_error *err);
stead_status stead_money_sub(stead_pence a, stead_pence b, stead_pence *out, stead_error *err);
stead_status stead_money_mul(stead_pence a, int64_t by, stead_pence *out, stead_error *err);

/* amount times rate, half away from zero at the penny. */
stead_status stead_money_times(stead_pence amount, stead_rate rate, stead_pence *out,
                               stead_error *err);

/* amount times (1 + rate), rounded once, half away from zero at the penny. */
stead_status stead_money_grow(stead_pence amount, stead_rate rate, stead_pence *out,
                              stead_error *err);

/* part as a rate of whole, half away from zero at the ninth place; whole must not be zero. */
stead_status stead_money_ratio(stead_pence part, stead_pence whole, stead_rate *out,
                               stead_error *err);

#endif
