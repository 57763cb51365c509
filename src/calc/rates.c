/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/rates.h"

#include <math.h>
#include <stdbool.h>

#include "calc/distributions.h"

static stead_estimate exact_limits(double count, double tail)
{
    stead_estimate limits = {.value = count};
    if (count > 0)
        limits.lower = stead_chi_squared_quantile(tail, 2 * count) / 2;
    limits.upper = stead_chi_squared_quantile(1 - tail, 2 * count + 2) / 2;
    return limits;
}

stead_status stead_level_make(stead_level *out, double confidence, stead_error *err)
{
    if (!(confidence >= 0.5 && confidence < 1))
        return stead_fail(err, STEAD_RANGE,
                          "confidence %g is not from 0.5 to below 1; write 0.95 for 95%%",
                          confidence);
    *out = (stead_level){.confidence = confidence, .tail = (1 - confidence) / 2};
    out->z = stead_normal_quantile(confidence + out->tail);
    for (int i = 0; i < STEAD_FEW; i++) {
        stead_estimate limits = exact_limits(i, out->tail);
        out->exact_lower[i] = limits.lower;
        out->exact_upper[i] = limits.upper;
    }
    return STEAD_OK;
}

static double cube(double x)
{
    return x * x * x;
}

stead_estimate stead_count_byar(double count, const stead_level *level)
{
    double next = count + 1;
    stead_estimate limits = {.value = count};
    if (count > 0)
        limits.lower = count * cube(1 - 1 / (9 * count) - level->z / (3 * sqrt(count)));
    if (limits.lower < 0)
        limits.lower = NAN;
    limits.upper = next * cube(1 - 1 / (9 * next) + level->z / (3 * sqrt(next)));
    return limits;
}

stead_estimate stead_count_exact(double count, const stead_level *level)
{
    int whole = count < STEAD_FEW ? (int)count : STEAD_FEW;
    if (whole < STEAD_FEW && count - whole == 0)
        return (stead_estimate){count, level->exact_lower[whole], level->exact_upper[whole]};
    return exact_limits(count, level->tail);
}

static stead_status check_parts(double count, double population, stead_error *err)
{
    if (!isfinite(count) || !isfinite(population))
        return stead_fail(err, STEAD_RANGE, "%s is missing or not a finite number",
                          isfinite(count) ? "denominator" : "count");
    if (count < 0)
        return stead_fail(err, STEAD_RANGE, "count %.15g is negative", count);
    if (population == 0)
        return stead_fail(err, STEAD_RANGE, "denominator is zero");
    if (population < 0)
        return stead_fail(err, STEAD_RANGE, "denominator %.15g is negative", population);
    return STEAD_OK;
}

static bool is_exact(double count, stead_method method)
{
    return method == STEAD_BY_EXACT || (method == STEAD_BY_DEFAULT && count < STEAD_FEW);
}

const char *stead_rate_method(double count, stead_method method)
{
    return is_exact(count, method) ? "exact" : "Byar";
}

stead_status stead_rate_of(double count, double population, double per, stead_method method,
                           const stead_level *level, stead_estimate *out, stead_error *err)
{
    if (check_parts(count, population, err) != STEAD_OK)
        return err->code;
    stead_estimate limits = is_exact(count, method) ? stead_count_exact(count, level)
                                                    : stead_count_byar(count, level);
    *out = (stead_estimate){count / population * per, limits.lower / population * per,
                            limits.upper / population * per};
    return STEAD_OK;
}

static stead_estimate wilson(double x, double n, double z)
{
    double middle = 2 * x + z * z, reach = z * sqrt(z * z + 4 * x * (1 - x / n));
    return (stead_estimate){x / n, (middle - reach) / 2 / (n + z * z),
                            (middle + reach) / 2 / (n + z * z)};
}

static stead_estimate clopper_pearson(double x, double n, double tail)
{
    return (stead_estimate){x / n, x == 0 ? 0 : stead_beta_quantile(tail, x, n - x + 1),
                            x == n ? 1 : stead_beta_quantile(1 - tail, x + 1, n - x)};
}

stead_status stead_proportion_of(double count, double population, double per,
                                 stead_method method, const stead_level *level,
                                 stead_estimate *out, stead_error *err)
{
    if (check_parts(count, population, err) != STEAD_OK)
        return err->code;
    if (count > population)
        return stead_fail(err, STEAD_RANGE, "denominator %.15g is smaller than count %.15g",
                          population, count);
    stead_estimate p = method == STEAD_BY_EXACT
                           ? clopper_pearson(count, population, level->tail)
                           : wilson(count, population, level->z);
    *out = (stead_estimate){p.value * per, p.lower * per, p.upper * per};
    return STEAD_OK;
}

/* A running sum that keeps what rounding would lose. */
typedef struct {
    double sum, lost;
} careful;

static void careful_add(careful *s, double x)
{
    double sum = s->sum + x;
    s->lost += fabs(s->sum) >= fabs(x) ? (s->sum - sum) + x : (x - sum) + s->sum;
    s->sum = sum;
}

stead_status stead_mean_of(const double *values, size_t count, const stead_level *level,
                           stead_estimate *out, double *deviation, stead_error *err)
{
    careful total = {0, 0}, squares = {0, 0};
    if (count == 0)
        return stead_fail(err, STEAD_RANGE, "there are no values to take a mean of");
    for (size_t i = 0; i < count; i++) {
        if (!isfinite(values[i]))
            return stead_fail(err, STEAD_RANGE, "value %zu is missing or not a finite number",
                              i + 1);
        careful_add(&total, values[i]);
    }
    double n = (double)count, mean = (total.sum + total.lost) / n;
    for (size_t i = 0; i < count; i++)
        careful_add(&squares, (values[i] - mean) * (values[i] - mean));
    double spread = count > 1 ? sqrt((squares.sum + squares.lost) / (n - 1)) : NAN;
    double reach = stead_student_quantile(1 - level->tail, n - 1) * spread / sqrt(n);
    *out = (stead_estimate){mean, mean - reach, mean + reach};
    if (deviation != NULL)
        *deviation = spread;
    return STEAD_OK;
}
