/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/lifetable.h"

#include <math.h>

#include "calc/distributions.h"

static const double born = 100000, least_people = 5000, widest = 20;

static stead_status check_band(const double *starts, const double *deaths, const double *people,
                               size_t i, stead_error *err)
{
    double age = starts[i];
    if (!(age >= 0 && age <= 150) || floor(age) < age || (i == 0 && age > 0) ||
        (i > 0 && age <= starts[i - 1]))
        return stead_fail(err, STEAD_RANGE,
                          "age %.15g: bands begin at whole ages, ascending from 0", age);
    if (!(people[i] > 0 && isfinite(people[i])))
        return stead_fail(err, STEAD_RANGE, "age %.15g: population %.15g is not positive", age,
                          people[i]);
    if (!(deaths[i] >= 0))
        return stead_fail(err, STEAD_RANGE, "age %.15g: deaths %.15g are negative or missing",
                          age, deaths[i]);
    if (deaths[i] > people[i])
        return stead_fail(err, STEAD_RANGE, "age %.15g: %.15g deaths among %.15g people", age,
                          deaths[i], people[i]);
    return STEAD_OK;
}

static stead_status check_table(const double *starts, const double *deaths,
                                const double *people, size_t bands, stead_error *err)
{
    double all = 0;
    if (bands < 2)
        return stead_fail(err, STEAD_RANGE, "a life table needs 2 age bands");
    for (size_t i = 0; i < bands; i++) {
        if (check_band(starts, deaths, people, i, err) != STEAD_OK)
            return err->code;
        all += people[i];
    }
    if (!(deaths[bands - 1] > 0))
        return stead_fail(err, STEAD_RANGE, "age %.15g: the last band has no deaths",
                          starts[bands - 1]);
    if (all < least_people)
        return stead_fail(err, STEAD_RANGE,
                          "%.15g people are too few for a life table; the least is %.15g", all,
                          least_people);
    return STEAD_OK;
}

/* How much of the band those who die in it live. */
static double lived(const double *starts, size_t i)
{
    return i == 0 && starts[1] <= 1 ? 0.1 : 0.5;
}

static void die(const double *starts, const double *deaths, const double *people, size_t bands,
                stead_life *out)
{
    double left = born;
    for (size_t i = 0; i < bands; i++) {
        double q = 1;
        if (i + 1 < bands) {
            double a = lived(starts, i),
                   rate = deaths[i] / people[i] * (starts[i + 1] - starts[i]);
            q = rate * a <= 1 ? rate / (1 + rate * (1 - a)) : 1;
        }
        out[i] = (stead_life){.survivors = left, .deaths_share = q};
        left *= 1 - q;
    }
}

/* What the band adds to the variance of the years lived, given the expectancy after it. */
static double spread_of(const stead_life *life, double deaths, double years, double a,
                        double after)
{
    double q = life->deaths_share, reach = (1 - a) * years + after;
    if (!(life->survivors * q > 0))
        return 0;
    return q * q * (1 - q) / deaths * life->survivors * life->survivors * reach * reach;
}

static void finish(stead_life *life, double lived_after, double variance, double z)
{
    double l = life->survivors, years = l > 0 ? lived_after / l : 0;
    life->error = sqrt(variance) / l;
    life->expectancy =
        (stead_estimate){years, years - z * life->error, years + z * life->error};
    if (stead_normal_quantile(0.975) * life->error > widest / 2)
        life->expectancy.value = NAN;
}

stead_status stead_life_table(const double *starts, const double *deaths, const double *people,
                              size_t bands, const stead_level *level, stead_life *out,
                              stead_error *err)
{
    if (check_table(starts, deaths, people, bands, err) != STEAD_OK)
        return err->code;
    die(starts, deaths, people, bands, out);
    size_t last = bands - 1;
    double rate = deaths[last] / people[last], l = out[last].survivors;
    double total = l / rate, variance = l * l / (deaths[last] * rate * rate), after = 1 / rate;
    finish(&out[last], total, variance, level->z);
    for (size_t i = last; i-- > 0;) {
        double years = starts[i + 1] - starts[i], a = lived(starts, i);
        double next = out[i + 1].survivors, gone = out[i].survivors - next;
        variance += spread_of(&out[i], deaths[i], years, a, next > 0 ? after : 0);
        total += years * (next + a * gone);
        after = total / out[i].survivors;
        finish(&out[i], total, variance, level->z);
    }
    return STEAD_OK;
}
