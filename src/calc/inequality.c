/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/inequality.h"

#include <Random123/philox.h>
#include <math.h>
#include <stdlib.h>

#include "calc/distributions.h"
#include "calc/quantile.h"

enum { MOST_GROUPS = 100 };

/* What the fit needs of the populations alone: y's weighted sums give both coefficients. */
typedef struct {
    double share[MOST_GROUPS], middle[MOST_GROUPS];
    double mean_x, spread_x; /* Σ a x and Σ a (x - mean_x)² */
    size_t groups;
    stead_scale scale;
} design;

static double onto(stead_scale scale, double y)
{
    switch (scale) {
    case STEAD_SCALE_LOG:
        return log(y);
    case STEAD_SCALE_LOGIT:
        return log(y / (1 - y));
    default:
        return y;
    }
}

static double back(stead_scale scale, double y)
{
    switch (scale) {
    case STEAD_SCALE_LOG:
        return exp(y);
    case STEAD_SCALE_LOGIT:
        return 1 / (1 + exp(-y));
    default:
        return y;
    }
}

static stead_status check_value(stead_scale scale, const char *what, size_t group, double y,
                                stead_error *err)
{
    if (!isfinite(y))
        return stead_fail(err, STEAD_RANGE, "group %zu: %s is missing or not a finite number",
                          group + 1, what);
    if (scale != STEAD_SCALE_LINEAR && y <= 0)
        return stead_fail(err, STEAD_RANGE, "group %zu: %s %.15g has no logarithm", group + 1,
                          what, y);
    if (scale == STEAD_SCALE_LOGIT && y >= 1)
        return stead_fail(err, STEAD_RANGE, "group %zu: %s %.15g is not a proportion below 1",
                          group + 1, what, y);
    return STEAD_OK;
}

static stead_status check_people(const double *populations, size_t groups, double *total,
                                 stead_error *err)
{
    *total = 0;
    for (size_t i = 0; i < groups; i++) {
        if (!(populations[i] > 0 && isfinite(populations[i])))
            return stead_fail(err, STEAD_RANGE, "group %zu: population %.15g is not positive",
                              i + 1, populations[i]);
        *total += populations[i];
    }
    return STEAD_OK;
}

static stead_status make_design(const stead_gradient *g, design *d, stead_error *err)
{
    double total, before = 0;
    if (g->groups < 3 || g->groups > MOST_GROUPS)
        return stead_fail(err, STEAD_RANGE, "a slope needs 3 to %d groups, not %zu",
                          MOST_GROUPS, g->groups);
    if (check_people(g->populations, g->groups, &total, err) != STEAD_OK)
        return err->code;
    *d = (design){.groups = g->groups, .scale = g->scale};
    for (size_t i = 0; i < g->groups; i++) {
        if (check_value(g->scale, "value", i, g->values[i], err) != STEAD_OK)
            return err->code;
        d->share[i] = g->populations[i] / total;
        d->middle[i] = before + d->share[i] / 2;
        before += d->share[i];
        d->mean_x += d->share[i] * d->middle[i];
    }
    for (size_t i = 0; i < g->groups; i++)
        d->spread_x += d->share[i] * (d->middle[i] - d->mean_x) * (d->middle[i] - d->mean_x);
    return STEAD_OK;
}

/* `y` is on the scale of the regression. */
static stead_slope fit(const design *d, const double *y)
{
    double mean_y = 0, product = 0, mean = 0;
    for (size_t i = 0; i < d->groups; i++) {
        mean_y += d->share[i] * y[i];
        mean += d->share[i] * back(d->scale, y[i]);
    }
    for (size_t i = 0; i < d->groups; i++)
        product += d->share[i] * (d->middle[i] - d->mean_x) * (y[i] - mean_y);
    double slope = product / d->spread_x, start = mean_y - slope * d->mean_x;
    double first = back(d->scale, start), last = back(d->scale, start + slope);
    return (stead_slope){last - first, last / first, (last - first) / mean, first, mean};
}

stead_status stead_slope_of(const stead_gradient *gradient, stead_slope *out, stead_error *err)
{
    design d;
    double y[MOST_GROUPS];
    if (make_design(gradient, &d, err) != STEAD_OK)
        return err->code;
    for (size_t i = 0; i < d.groups; i++)
        y[i] = onto(d.scale, gradient->values[i]);
    *out = fit(&d, y);
    return STEAD_OK;
}

static stead_status find_errors(const stead_gradient *g, double *centre, double *error,
                                stead_error *err)
{
    const double z = stead_normal_quantile(0.975);
    for (size_t i = 0; i < g->groups; i++) {
        if (check_value(g->scale, "lower limit", i, g->lower[i], err) != STEAD_OK ||
            check_value(g->scale, "upper limit", i, g->upper[i], err) != STEAD_OK)
            return err->code;
        if (g->lower[i] > g->upper[i])
            return stead_fail(err, STEAD_RANGE,
                              "group %zu: lower limit %.15g is above upper limit %.15g", i + 1,
                              g->lower[i], g->upper[i]);
        centre[i] = onto(g->scale, g->values[i]);
        error[i] = (onto(g->scale, g->upper[i]) - onto(g->scale, g->lower[i])) / (2 * z);
    }
    return STEAD_OK;
}

/* A standard normal: the inverse of a uniform with 53 bits, never 0 or 1. */
static double draw_normal(uint64_t seed, uint32_t draw, uint32_t group)
{
    philox4x32_key_t key = {{(uint32_t)seed, (uint32_t)(seed >> 32)}};
    philox4x32_ctr_t counter = {{draw, group, 0, 0}};
    philox4x32_ctr_t bits = philox4x32(counter, key);
    uint64_t whole = ((uint64_t)bits.v[0] << 32 | bits.v[1]) >> 11;
    return stead_normal_quantile(((double)whole + 0.5) * 0x1p-53);
}

static void limits_of(double *draws, uint32_t count, double tail, double *lower, double *upper)
{
    stead_sort(draws, count);
    *lower = stead_quantile_of(draws, count, tail);
    *upper = stead_quantile_of(draws, count, 1 - tail);
}

stead_status stead_slope_simulate(const stead_gradient *gradient, uint32_t draws, uint64_t seed,
                                  const stead_level *level, stead_slope_limits *out,
                                  stead_error *err)
{
    design d;
    double centre[MOST_GROUPS], error[MOST_GROUPS], y[MOST_GROUPS];
    if (draws < 1000 || draws > 10000000)
        return stead_fail(err, STEAD_RANGE, "%u draws are not 1,000 to 10,000,000",
                          (unsigned)draws);
    if (make_design(gradient, &d, err) != STEAD_OK ||
        find_errors(gradient, centre, error, err) != STEAD_OK)
        return err->code;
    double *sii = calloc((size_t)draws * 3, sizeof *sii);
    if (sii == NULL)
        return stead_nomem(err, "simulated slopes");
    double *rii = sii + draws, *rii_mean = rii + draws;
    for (uint32_t draw = 0; draw < draws; draw++) {
        for (uint32_t i = 0; i < d.groups; i++)
            y[i] = centre[i] + error[i] * draw_normal(seed, draw, i);
        stead_slope slope = fit(&d, y);
        sii[draw] = slope.sii;
        rii[draw] = slope.rii;
        rii_mean[draw] = slope.rii_mean;
    }
    limits_of(sii, draws, level->tail, &out->sii_lower, &out->sii_upper);
    limits_of(rii, draws, level->tail, &out->rii_lower, &out->rii_upper);
    limits_of(rii_mean, draws, level->tail, &out->rii_mean_lower, &out->rii_mean_upper);
    free(sii);
    return STEAD_OK;
}

stead_status stead_gap_of(const double *values, const double *populations, size_t groups,
                          bool higher_is_better, stead_gap *out, stead_error *err)
{
    double total, all = 0;
    size_t high = 0, low = 0;
    if (groups < 2)
        return stead_fail(err, STEAD_RANGE, "a gap needs 2 groups");
    if (check_people(populations, groups, &total, err) != STEAD_OK)
        return err->code;
    for (size_t i = 0; i < groups; i++) {
        if (check_value(STEAD_SCALE_LINEAR, "value", i, values[i], err) != STEAD_OK)
            return err->code;
        if (values[i] > values[high])
            high = i;
        if (values[i] < values[low])
            low = i;
        all += populations[i] * values[i];
    }
    *out = (stead_gap){.best = higher_is_better ? high : low,
                       .worst = higher_is_better ? low : high,
                       .absolute = values[high] - values[low],
                       .relative = values[low] > 0 ? values[high] / values[low] : NAN};
    for (size_t i = 0; i < groups; i++)
        out->burden += populations[i] * fabs(values[i] - values[out->best]);
    out->burden_share = all > 0 ? out->burden / all : NAN;
    return STEAD_OK;
}
