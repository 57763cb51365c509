/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/standardise.h"

#include <math.h>

static stead_status refuse(const stead_bands *b, size_t i, const char *what, double got,
                           const char *why, stead_error *err)
{
    if (!isfinite(got))
        return stead_fail(err, STEAD_RANGE, "band '%s': %s is missing or not a finite number",
                          b->names[i], what);
    return stead_fail(err, STEAD_RANGE, "band '%s': %s %.15g is %s", b->names[i], what, got,
                      why);
}

static stead_status check_direct(const stead_bands *b, size_t i, stead_error *err)
{
    if (!(b->count[i] >= 0 && isfinite(b->count[i])))
        return refuse(b, i, "count", b->count[i], "negative", err);
    if (!(b->population[i] > 0 && isfinite(b->population[i])))
        return refuse(b, i, "population", b->population[i], "not positive", err);
    if (!(b->weight[i] > 0 && isfinite(b->weight[i])))
        return refuse(b, i, "standard population", b->weight[i], "not positive", err);
    if (b->squares != NULL && !(b->squares[i] >= b->count[i]))
        return stead_fail(err, STEAD_RANGE,
                          "band '%s': events by how often each person had one are missing or "
                          "do not reach its count of %.15g",
                          b->names[i], b->count[i]);
    return STEAD_OK;
}

stead_status stead_direct_rate(const stead_bands *b, double per, const stead_level *level,
                               stead_direct *out, stead_error *err)
{
    double weights = 0, weighted = 0, variance = 0;
    *out = (stead_direct){{NAN, NAN, NAN}, 0, 0};
    for (size_t i = 0; i < b->bands; i++) {
        if (check_direct(b, i, err) != STEAD_OK)
            return err->code;
        double w = b->weight[i], n = b->population[i], x = b->count[i];
        double squares = b->squares != NULL ? b->squares[i] : x;
        weights += w;
        weighted += w * x / n;
        variance += w * w * squares / (n * n);
        out->count += x;
        out->population += n;
    }
    if (out->count < STEAD_FEW)
        return STEAD_OK;
    double rate = weighted / weights, error = sqrt(variance / out->count) / weights;
    stead_estimate byar = stead_count_byar(out->count, level);
    out->rate = (stead_estimate){rate * per, (rate + error * (byar.lower - out->count)) * per,
                                 (rate + error * (byar.upper - out->count)) * per};
    return STEAD_OK;
}

static stead_status check_indirect(const stead_bands *b, size_t i, stead_error *err)
{
    if (!(b->count[i] >= 0 && isfinite(b->count[i])))
        return refuse(b, i, "count", b->count[i], "negative", err);
    if (!(b->population[i] >= 0 && isfinite(b->population[i])))
        return refuse(b, i, "population", b->population[i], "negative", err);
    if (!(b->reference_count[i] >= 0 && isfinite(b->reference_count[i])))
        return refuse(b, i, "reference count", b->reference_count[i], "negative", err);
    if (!(b->reference_population[i] > 0 && isfinite(b->reference_population[i])))
        return refuse(b, i, "reference population", b->reference_population[i], "not positive",
                      err);
    return STEAD_OK;
}

static stead_estimate scaled(stead_estimate e, double by)
{
    return (stead_estimate){e.value * by, e.lower * by, e.upper * by};
}

stead_status stead_indirect_rate(const stead_bands *b, double per, const stead_level *level,
                                 stead_indirect *out, stead_error *err)
{
    double events = 0, people = 0;
    *out = (stead_indirect){.observed = 0};
    for (size_t i = 0; i < b->bands; i++) {
        if (check_indirect(b, i, err) != STEAD_OK)
            return err->code;
        out->observed += b->count[i];
        out->expected += b->population[i] * b->reference_count[i] / b->reference_population[i];
        events += b->reference_count[i];
        people += b->reference_population[i];
    }
    if (!(out->expected > 0))
        return stead_fail(err, STEAD_RANGE, "no events are expected at the reference's rates");
    stead_estimate limits = out->observed < STEAD_FEW ? stead_count_exact(out->observed, level)
                                                      : stead_count_byar(out->observed, level);
    out->reference_rate = events / people * per;
    out->ratio = scaled(limits, 1 / out->expected);
    out->ratio.value = out->observed / out->expected;
    out->rate = scaled(out->ratio, out->reference_rate);
    return STEAD_OK;
}
