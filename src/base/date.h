/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* base/date: calendar days and financial years (1 April to 31 March). No clock: dates are
 * given. */
#ifndef STEAD_BASE_DATE_H
#define STEAD_BASE_DATE_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

typedef int32_t stead_day; /* days since 1970-01-01 */

enum { STEAD_DATE_TEXT = 24 };

/* Reads "2023-04-01" (years 1900 to 2200); a day that does not exist is refused. */
stead_status stead_date_parse(const char *text, size_t len, stead_day *out, stead_error *err);

/* Writes "2023-04-01". */
void stead_date_format(stead_day day, char out[STEAD_DATE_TEXT]);

/* Writes "1 April 2023". */
void stead_date_words(stead_day day, char out[STEAD_DATE_TEXT]);

/* Reads "2023/24" and gives 2023; "2023/25", "2023" and "2023-24" are refused, saying what to
 * write. */
stead_status stead_year_parse(const char *text, size_t len, int *out, stead_error *err);

/* Writes "2023/24" for 2023 and "1999/00" for 1999. */
void stead_year_format(int year, char out[STEAD_DATE_TEXT]);

/* The financial year that a day falls in, its month (1 = April to 12 = March) and its first
 * day. */
int stead_year_of(stead_day day);
int stead_month_of(stead_day day);
stead_day stead_year_start(int year);

#endif
