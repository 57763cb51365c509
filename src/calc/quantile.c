/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/quantile.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
    double key;
    size_t at;
} entry;

static int compare_entries(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    if (x->key < y->key || x->key > y->key)
        return x->key < y->key ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

/* The values that are not missing, in order; the caller frees. */
static entry *rank_values(const double *values, size_t count, bool highest_first, size_t *held)
{
    entry *entries = calloc(count + 1, sizeof *entries);
    *held = 0;
    for (size_t i = 0; entries != NULL && i < count; i++)
        if (!isnan(values[i]))
            entries[(*held)++] = (entry){highest_first ? -values[i] : values[i], i};
    if (entries != NULL)
        qsort(entries, *held, sizeof *entries, compare_entries);
    return entries;
}

static stead_status check_enough(size_t held, uint32_t quantiles, stead_error *err)
{
    if (quantiles < 2)
        return stead_fail(err, STEAD_RANGE, "fewer than 2 quantiles asked for");
    if (held < quantiles)
        return stead_fail(err, STEAD_RANGE, "%zu values cannot fill %u quantiles", held,
                          (unsigned)quantiles);
    return STEAD_OK;
}

stead_status stead_quantile_assign(const double *values, size_t count, uint32_t quantiles,
                                   bool highest_first, uint32_t *out, stead_error *err)
{
    size_t held, rank = 0;
    entry *entries = rank_values(values, count, highest_first, &held);
    if (entries == NULL)
        return stead_nomem(err, "quantiles");
    stead_status rc = check_enough(held, quantiles, err);
    for (size_t i = 0; i < count; i++)
        out[i] = 0;
    for (size_t i = 0; rc == STEAD_OK && i < held; i++) {
        if (i == 0 || entries[i].key > entries[i - 1].key)
            rank = i + 1;
        /* In whole numbers: a quotient that rounding lifts over a whole would move an area. */
        uint64_t after = (uint64_t)(held + 1 - rank) * quantiles;
        uint64_t steps = (after + held - 1) / held;
        out[entries[i].at] = steps > quantiles ? 1 : quantiles + 1 - (uint32_t)steps;
    }
    free(entries);
    return rc;
}

static stead_status sum_people(const entry *entries, size_t held, const double *people,
                               double *total, stead_error *err)
{
    *total = 0;
    for (size_t i = 0; i < held; i++) {
        double n = people[entries[i].at];
        if (!(n > 0 && isfinite(n)))
            return stead_fail(err, STEAD_RANGE, "population %zu is not positive",
                              entries[i].at + 1);
        *total += n;
    }
    return STEAD_OK;
}

stead_status stead_quantile_people(const double *values, const double *people, size_t count,
                                   uint32_t quantiles, bool highest_first, uint32_t *out,
                                   stead_error *err)
{
    size_t held;
    double total, before = 0;
    entry *entries = rank_values(values, count, highest_first, &held);
    if (entries == NULL)
        return stead_nomem(err, "quantiles");
    stead_status rc = check_enough(held, quantiles, err);
    if (rc == STEAD_OK)
        rc = sum_people(entries, held, people, &total, err);
    for (size_t i = 0; i < count; i++)
        out[i] = 0;
    for (size_t i = 0; rc == STEAD_OK && i < held; i++) {
        double n = people[entries[i].at], middle = (before + n / 2) / total * quantiles;
        before += n;
        out[entries[i].at] = middle < quantiles ? (uint32_t)middle + 1 : quantiles;
    }
    free(entries);
    return rc;
}

double stead_quantile_of(const double *ascending, size_t count, double p)
{
    double at = (double)(count - 1) * p, below = floor(at);
    size_t i = (size_t)below;
    if (i + 1 >= count)
        return ascending[count - 1];
    return ascending[i] + (at - below) * (ascending[i + 1] - ascending[i]);
}

static int compare_numbers(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

void stead_sort(double *values, size_t count)
{
    qsort(values, count, sizeof *values, compare_numbers);
}
