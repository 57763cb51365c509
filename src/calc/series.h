/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/series: periods as they are written in published tables, put in order and checked for
 * repeats and gaps. */
#ifndef STEAD_CALC_SERIES_H
#define STEAD_CALC_SERIES_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

typedef enum {
    STEAD_PERIOD_YEAR,    /* "2023" */
    STEAD_PERIOD_FISCAL,  /* "2023/24" */
    STEAD_PERIOD_QUARTER, /* "2023 Q1", "2023/24 Q1" (from April) */
    STEAD_PERIOD_MONTH,   /* "2023-04", "April 2023", "Apr 2023" */
    STEAD_PERIOD_DAY      /* "2023-04-01" */
} stead_period_kind;

typedef struct {
    stead_period_kind kind;
    int64_t at; /* years, quarters, months or days, counted from some fixed one */
} stead_period;

/* Reads one period; STEAD_PARSE, quoting it, when it is none of the forms above. */
stead_status stead_period_parse(const char *text, stead_period *out, stead_error *err);

/* Puts the rows of one series in order of period: `order` (count long) gives the places. Days
 * that all fall on the first of a month are months. The step of the series is the least
 * distance between neighbours. STEAD_DUPLICATE for a period that comes twice and STEAD_MISMATCH
 * for one of another kind, quoting it; STEAD_NOTFOUND for a gap, quoting the periods around it
 * and how many are missing, unless `gaps` is given: gaps[i] is then how many are missing before
 * order[i]. */
stead_status stead_series_order(const char *const *texts, size_t count, size_t *order,
                                size_t *gaps, stead_error *err);

#endif
