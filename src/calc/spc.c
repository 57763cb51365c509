/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/spc.h"

#include <math.h>

/* 3/d2 and D4 for ranges of two values. */
static const double limit_factor = 2.66, screen_factor = 3.267, near_share = 2.0 / 3;

/* One base: `count` values, with their points. */
typedef struct {
    const double *values;
    stead_xmr_point *points;
    const size_t *gaps;
    size_t count;
} base;

/* Whether a value follows on the one before. */
static bool follows(const base *b, size_t i)
{
    return i > 0 && (b->gaps == NULL || b->gaps[i] == 0);
}

static double mean_range(const base *b, double most)
{
    double sum = 0;
    size_t held = 0;
    for (size_t i = 0; i < b->count; i++) {
        double range = b->points[i].moving_range;
        if (!isnan(range) && range < most) {
            sum += range;
            held++;
        }
    }
    return held == 0 ? NAN : sum / (double)held;
}

static stead_status set_limits(const base *b, size_t number, bool screen, stead_error *err)
{
    double sum = 0, held = 0;
    for (size_t i = 0; i < b->count; i++) {
        if (isinf(b->values[i]))
            return stead_fail(err, STEAD_RANGE, "a value is not a finite number");
        b->points[i].moving_range = follows(b, i) ? fabs(b->values[i] - b->values[i - 1]) : NAN;
        sum += isnan(b->values[i]) ? 0 : b->values[i];
        held += !isnan(b->values[i]);
    }
    double mean = sum / held, range = mean_range(b, INFINITY);
    if (held < 2 || isnan(range))
        return stead_fail(err, STEAD_RANGE,
                          "base %zu has no two values that follow one another", number + 1);
    if (screen && range > 0)
        range = mean_range(b, screen_factor * range);
    double reach = limit_factor * range;
    for (size_t i = 0; i < b->count; i++) {
        stead_xmr_point *p = &b->points[i];
        *p = (stead_xmr_point){p->moving_range,
                               mean,
                               mean - reach,
                               mean + reach,
                               mean - near_share * reach,
                               mean + near_share * reach,
                               STEAD_SIGNAL_NONE,
                               0,
                               number};
    }
    return STEAD_OK;
}

static void mark(stead_xmr_point *p, stead_signal signal, int side)
{
    if (p->signal == STEAD_SIGNAL_NONE) {
        p->signal = signal;
        p->side = side;
    }
}

static int side_of(double value, double lower, double upper)
{
    return (value > upper) - (value < lower);
}

static void mark_outside(const base *b)
{
    for (size_t i = 0; i < b->count; i++) {
        int side = side_of(b->values[i], b->points[i].lower, b->points[i].upper);
        if (side != 0)
            mark(&b->points[i], STEAD_SIGNAL_OUTSIDE, side);
    }
}

/* Marks the `length` points that end at `last`. */
static void mark_back(const base *b, size_t last, size_t length, stead_signal signal, int side)
{
    for (size_t i = last + 1 - length; i <= last; i++)
        mark(&b->points[i], signal, side);
}

static void mark_trends(const base *b, size_t run)
{
    size_t steps = 0;
    int way = 0;
    for (size_t i = 1; i < b->count; i++) {
        double before = follows(b, i) ? b->values[i - 1] : NAN;
        int now = side_of(b->values[i], before, before);
        steps = now == 0 ? 0 : now == way ? steps + 1 : 1;
        way = now;
        if (steps + 1 >= run)
            mark_back(b, i, run, STEAD_SIGNAL_TREND, now);
    }
}

static void mark_runs(const base *b, size_t run)
{
    size_t length = 0;
    int way = 0;
    for (size_t i = 0; i < b->count; i++) {
        int now = side_of(b->values[i], b->points[i].mean, b->points[i].mean);
        length = now == 0 ? 0 : now == way && follows(b, i) ? length + 1 : 1;
        way = now;
        if (length >= run)
            mark_back(b, i, run, STEAD_SIGNAL_RUN, now);
    }
}

/* 1 or -1 beyond the near limit but within the limit, else 0. */
static int near_side(const base *b, size_t i)
{
    const stead_xmr_point *p = &b->points[i];
    if (side_of(b->values[i], p->lower, p->upper) != 0)
        return 0;
    return side_of(b->values[i], p->near_lower, p->near_upper);
}

static void mark_near(const base *b)
{
    for (size_t i = 2; i < b->count; i++) {
        double mean = b->points[i].mean;
        int side = side_of(b->values[i], mean, mean), close = 0;
        if (!follows(b, i) || !follows(b, i - 1))
            continue;
        for (size_t j = i - 2; j <= i; j++) {
            if (side == 0 || side_of(b->values[j], mean, mean) != side)
                side = 0;
            else
                close += near_side(b, j) == side;
        }
        for (size_t j = i - 2; side != 0 && close >= 2 && j <= i; j++)
            if (near_side(b, j) == side)
                mark(&b->points[j], STEAD_SIGNAL_NEAR, side);
    }
}

static stead_variation vary(stead_better better, int side)
{
    if (side == 0)
        return STEAD_VARIATION_COMMON;
    if (better == STEAD_BETTER_NEITHER)
        return STEAD_VARIATION_NEUTRAL;
    return side == (int)better ? STEAD_VARIATION_IMPROVEMENT : STEAD_VARIATION_CONCERN;
}

static stead_assurance assure(const stead_xmr_options *o, double lower, double upper)
{
    int side = side_of(o->target, lower, upper);
    if (isnan(o->target) || o->better == STEAD_BETTER_NEITHER)
        return STEAD_ASSURANCE_NONE;
    if (side == 0)
        return STEAD_ASSURANCE_UNSURE;
    return side == (int)o->better ? STEAD_ASSURANCE_FAIL : STEAD_ASSURANCE_PASS;
}

static void summarise(const base *b, const stead_xmr_options *o, stead_xmr_summary *out)
{
    const stead_xmr_point *latest = &b->points[0];
    size_t points = 0;
    for (size_t i = 0; i < b->count; i++) {
        if (!isnan(b->values[i])) {
            latest = &b->points[i];
            points++;
        }
    }
    *out = (stead_xmr_summary){.mean = latest->mean,
                               .lower = latest->lower,
                               .upper = latest->upper,
                               .signal = latest->signal,
                               .side = latest->side,
                               .variation = vary(o->better, latest->side),
                               .assurance = assure(o, latest->lower, latest->upper),
                               .points = points,
                               .trial = points < STEAD_TRIAL};
}

static stead_status check_options(size_t count, const stead_xmr_options *o, stead_error *err)
{
    if (o->run != 6 && o->run != 7)
        return stead_fail(err, STEAD_RANGE, "a run or trend is of 6 or 7 points, not of %zu",
                          o->run);
    for (size_t i = 0; i < o->base_count; i++)
        if (o->bases[i] >= count || (i > 0 && o->bases[i] <= o->bases[i - 1]))
            return stead_fail(err, STEAD_RANGE,
                              "base %zu does not begin at a later point of the series", i + 1);
    return STEAD_OK;
}

stead_status stead_xmr(const double *values, size_t count, const stead_xmr_options *o,
                       const size_t *gaps, stead_xmr_point *points, stead_xmr_summary *summary,
                       stead_error *err)
{
    size_t start = 0, next = 0, number = 0;
    if (check_options(count, o, err) != STEAD_OK)
        return err->code;
    while (next < o->base_count && o->bases[next] == 0)
        next++;
    do {
        size_t end = next < o->base_count ? o->bases[next++] : count;
        base b = {values + start, points + start, gaps == NULL ? NULL : gaps + start,
                  end - start};
        if (set_limits(&b, number++, o->screen, err) != STEAD_OK)
            return err->code;
        mark_outside(&b);
        mark_trends(&b, o->run);
        mark_near(&b);
        mark_runs(&b, o->run);
        summarise(&b, o, summary);
        start = end;
    } while (start < count);
    return STEAD_OK;
}

const char *stead_signal_words(stead_signal signal)
{
    static const char *const words[] = {"none", "outside limits", "trend",
                                        "two of three near a limit", "run on one side"};
    return words[signal];
}

const char *stead_variation_words(stead_variation variation)
{
    static const char *const words[] = {"common cause", "improvement", "concern",
                                        "special cause, neither better nor worse"};
    return words[variation];
}

const char *stead_assurance_words(stead_assurance assurance)
{
    static const char *const words[] = {"none", "consistently passes", "consistently fails",
                                        "hit and miss"};
    return words[assurance];
}
