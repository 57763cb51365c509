/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/allocate.h"

#include <stdlib.h>
#include <string.h>

#include "calc/weigh.h"

/* What failed, and in which system. */
static stead_status in_system(const stead_plan *plan, size_t system, const stead_error *inner,
                              stead_error *err)
{
    char text[STEAD_ERROR_TEXT];
    memcpy(text, inner->text, sizeof text);
    return stead_fail(err, inner->code, "%s: %s", stead_plan_system(plan, system), text);
}

static size_t places_of(const stead_plan *plan)
{
    return stead_plan_first(plan, stead_plan_systems(plan));
}

/* One weight for each place, summed afresh from its practices. */
static stead_status weigh(const stead_plan *plan, const stead_plan_ask *ask, int64_t *weights,
                          stead_error *err)
{
    size_t places = places_of(plan);
    if (ask->width == 1 && ask->factors[0] == STEAD_NANO)
        return stead_plan_sum(plan, ask->columns, 1, weights, NULL, err);
    int64_t *sums = malloc((places * ask->width + 1) * sizeof *sums);
    if (sums == NULL)
        return stead_nomem(err, "allocation");
    stead_status rc = stead_plan_sum(plan, ask->columns, ask->width, sums, NULL, err);
    if (rc == STEAD_OK)
        rc = stead_combine(sums, ask->width, places, ask->factors, weights, err);
    free(sums);
    return rc;
}

static stead_part part_of(const stead_plan *plan, const stead_plan_ask *ask,
                          const stead_allocation *allocation, size_t place)
{
    stead_pence baseline = allocation->baselines[place];
    return (stead_part){
        .code = stead_plan_place(plan, place),
        .baseline = baseline == STEAD_MISSING ? 0 : baseline,
        .weight = allocation->weights[place],
        .bid = ask->bids == NULL ? 0 : ask->bids[place],
        .committed = ask->committed == NULL ? 0 : ask->committed[place],
    };
}

static stead_status sum_parts(const stead_part *parts, size_t count, stead_pence *out,
                              stead_error *err)
{
    *out = 0;
    for (size_t i = 0; i < count; i++)
        if (stead_money_add(*out, parts[i].baseline, out, err))
            return err->code;
    return STEAD_OK;
}

/* What the system has to share, or, for a path, what the first year's growth is over. */
static stead_status envelope_of(const stead_plan_ask *ask, size_t system,
                                const stead_part *parts, size_t count, stead_pence *out,
                                stead_error *err)
{
    char text[STEAD_DECIMAL_TEXT];
    if (ask->envelopes != NULL && ask->envelopes[system] != STEAD_MISSING) {
        *out = ask->envelopes[system];
        return STEAD_OK;
    }
    if (ask->years == 0 && !ask->has_growth)
        return stead_fail(err, STEAD_NOTFOUND, "no envelope, and no growth to make one from");
    if (ask->has_growth && ask->growth < -STEAD_NANO) {
        stead_rate_format(ask->growth, 0, text);
        return stead_fail(err, STEAD_RANGE, "growth of %s is below -100%%", text);
    }
    if (sum_parts(parts, count, out, err))
        return err->code;
    return ask->years == 0 ? stead_money_grow(*out, ask->growth, out, err) : STEAD_OK;
}

/* Several years of one system: the path writes year by year, the allocation keeps whole years
 * of every system. */
static stead_status walk(const stead_plan *plan, const stead_plan_ask *ask, size_t system,
                         const stead_part *parts, const stead_policy *policy,
                         stead_allocation *out, stead_error *err)
{
    size_t first = stead_plan_first(plan, system), places = places_of(plan);
    size_t count = stead_plan_first(plan, system + 1) - first;
    stead_award *awards = malloc((ask->years * count + 1) * sizeof *awards);
    stead_pence *envelopes = malloc((ask->years + 1) * sizeof *envelopes);
    stead_status rc =
        awards == NULL || envelopes == NULL ? stead_nomem(err, "allocation") : STEAD_OK;
    if (rc == STEAD_OK)
        rc = stead_path(parts, count, policy, ask->path, ask->years, awards, envelopes, err);
    for (size_t year = 0; rc == STEAD_OK && year < ask->years; year++) {
        out->envelopes[year * stead_plan_systems(plan) + system] = envelopes[year];
        memcpy(out->awards + year * places + first, awards + year * count,
               count * sizeof *awards);
    }
    free(awards);
    free(envelopes);
    return rc;
}

/* The parts of a system, and what it has to share. */
static stead_status fill_system(const stead_plan *plan, const stead_plan_ask *ask,
                                size_t system, stead_part *parts, const stead_allocation *from,
                                stead_pence *envelope, stead_error *err)
{
    size_t first = stead_plan_first(plan, system);
    size_t count = stead_plan_first(plan, system + 1) - first;
    for (size_t i = 0; i < count; i++)
        parts[i] = part_of(plan, ask, from, first + i);
    return envelope_of(ask, system, parts, count, envelope, err);
}

static stead_status run_system(const stead_plan *plan, const stead_plan_ask *ask, size_t system,
                               stead_part *parts, stead_allocation *out, stead_error *err)
{
    stead_policy policy = ask->policy;
    size_t first = stead_plan_first(plan, system);
    size_t count = stead_plan_first(plan, system + 1) - first;
    if (fill_system(plan, ask, system, parts, out, &policy.envelope, err))
        return err->code;
    if (ask->years > 0)
        return walk(plan, ask, system, parts, &policy, out, err);
    out->envelopes[system] = policy.envelope;
    return stead_pace(parts, count, &policy, out->awards + first,
                      out->working == NULL ? NULL : &out->working[system], err);
}

/* What a system starts from, with nothing awarded yet. */
static stead_status give_system(const stead_plan *plan, const stead_plan_ask *ask,
                                size_t system, stead_part *parts, stead_allocation *out,
                                stead_error *err)
{
    return fill_system(plan, ask, system, parts, out, &out->envelopes[system], err);
}

/* What allocations that are in `out` come to. */
static stead_status measure_system(const stead_plan *plan, const stead_plan_ask *ask,
                                   size_t system, stead_part *parts, stead_allocation *out,
                                   stead_error *err)
{
    size_t first = stead_plan_first(plan, system);
    size_t count = stead_plan_first(plan, system + 1) - first;
    for (size_t i = 0; i < count; i++)
        parts[i] = part_of(plan, ask, out, first + i);
    return stead_award_measure(parts, count, out->envelopes[system], out->awards + first, err);
}

typedef stead_status visit(const stead_plan *plan, const stead_plan_ask *ask, size_t system,
                           stead_part *parts, stead_allocation *out, stead_error *err);

static stead_status each_system(const stead_plan *plan, const stead_plan_ask *ask,
                                visit *system_of, stead_allocation *out, stead_error *err)
{
    stead_error inner;
    stead_part *parts = malloc((places_of(plan) + 1) * sizeof *parts);
    if (parts == NULL)
        return stead_nomem(err, "allocation");
    stead_status rc = STEAD_OK;
    for (size_t i = 0; rc == STEAD_OK && i < ask->systems; i++)
        if (system_of(plan, ask, ask->system + i, parts, out, &inner))
            rc = in_system(plan, ask->system + i, &inner, err);
    free(parts);
    return rc;
}

/* Needs and baselines, of every place. */
static stead_status prepare(const stead_plan *plan, const stead_plan_ask *ask,
                            stead_allocation *out, stead_error *err)
{
    if (weigh(plan, ask, out->weights, err))
        return err->code;
    for (size_t place = 0; place < places_of(plan); place++)
        out->baselines[place] =
            ask->baselines != NULL ? ask->baselines[place] : stead_plan_baseline(plan, place);
    return STEAD_OK;
}

static stead_status allocation_make(stead_allocation *out, size_t places, size_t systems,
                                    size_t years, stead_error *err)
{
    *out = (stead_allocation){.years = years,
                              .systems = systems,
                              .awards = calloc(years * places + 1, sizeof *out->awards),
                              .weights = calloc(places + 1, sizeof *out->weights),
                              .baselines = calloc(places + 1, sizeof *out->baselines),
                              .envelopes = calloc(years * systems + 1, sizeof *out->envelopes)};
    if (out->awards == NULL || out->weights == NULL || out->baselines == NULL ||
        out->envelopes == NULL)
        return stead_nomem(err, "allocation");
    return STEAD_OK;
}

stead_status stead_plan_allocate(const stead_plan *plan, const stead_plan_ask *ask,
                                 bool explain, stead_allocation *out, stead_error *err)
{
    size_t systems = stead_plan_systems(plan);
    size_t years = ask->years == 0 ? 1 : ask->years;
    if (allocation_make(out, places_of(plan), systems, years, err))
        return err->code;
    if (explain && ask->years == 0) {
        out->working = calloc(systems + 1, sizeof *out->working);
        if (out->working == NULL)
            return stead_nomem(err, "allocation");
    }
    if (prepare(plan, ask, out, err))
        return err->code;
    return each_system(plan, ask, run_system, out, err);
}

stead_status stead_plan_give(const stead_plan *plan, const stead_plan_ask *ask,
                             stead_allocation *out, stead_error *err)
{
    if (allocation_make(out, places_of(plan), stead_plan_systems(plan), 1, err) ||
        prepare(plan, ask, out, err))
        return err->code;
    return each_system(plan, ask, give_system, out, err);
}

stead_status stead_plan_empty(const stead_plan *plan, stead_allocation *out, stead_error *err)
{
    return allocation_make(out, places_of(plan), stead_plan_systems(plan), 1, err);
}

stead_status stead_plan_measure(const stead_plan *plan, const stead_plan_ask *ask,
                                stead_allocation *out, stead_error *err)
{
    return each_system(plan, ask, measure_system, out, err);
}

void stead_allocation_free(stead_allocation *allocation)
{
    for (size_t i = 0; allocation->working != NULL && i < allocation->systems; i++)
        stead_working_free(&allocation->working[i]);
    free(allocation->working);
    free(allocation->awards);
    free(allocation->weights);
    free(allocation->baselines);
    free(allocation->envelopes);
    *allocation = (stead_allocation){0};
}

enum { RESULT_COLUMNS = 10, MOST_COLUMNS = RESULT_COLUMNS + 2 };

stead_status stead_allocation_frame(stead_frame **out, bool streams, bool years,
                                    stead_error *err)
{
    static const stead_column result[RESULT_COLUMNS] = {
        {"icb", STEAD_TEXT},
        {"code", STEAD_TEXT},
        {"baseline", STEAD_MONEY},
        {"target", STEAD_MONEY},
        {"allocation", STEAD_MONEY},
        {"growth", STEAD_RATE},
        {"opening_distance", STEAD_RATE},
        {"closing_distance", STEAD_RATE},
        {"weight", STEAD_QUANTITY},
        {"practices", STEAD_INTEGER},
    };
    stead_column columns[MOST_COLUMNS];
    size_t n = 0;
    if (streams)
        columns[n++] = (stead_column){"stream", STEAD_TEXT};
    if (years)
        columns[n++] = (stead_column){"year", STEAD_INTEGER};
    memcpy(columns + n, result, sizeof result);
    return stead_frame_create(out, columns, n + RESULT_COLUMNS, err);
}

static stead_status append_place(const stead_plan *plan, const stead_allocation *a, size_t year,
                                 size_t place, size_t at, stead_frame *frame, stead_error *err)
{
    size_t places = places_of(plan);
    const stead_award *award = &a->awards[year * places + place];
    const char *code = stead_plan_place(plan, place);
    if (stead_frame_set_text(frame, at + 1, code, strlen(code), err))
        return err->code;
    const int64_t numbers[] = {
        year == 0 ? a->baselines[place] : a->awards[(year - 1) * places + place].allocation,
        award->target,
        award->allocation,
        award->growth,
        award->opening,
        award->closing,
        a->weights[place],
        stead_plan_practices(plan, place),
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        stead_frame_set_number(frame, at + 2 + i, numbers[i]);
    return STEAD_OK;
}

stead_status stead_allocation_append(const stead_plan *plan, const stead_plan_ask *ask,
                                     const stead_allocation *allocation, const char *stream,
                                     stead_frame *frame, stead_error *err)
{
    size_t year_at = stream != NULL, at = year_at + (ask->years > 0);
    for (size_t year = 0; year < allocation->years; year++) {
        for (size_t s = ask->system; s < ask->system + ask->systems; s++) {
            const char *system = stead_plan_system(plan, s);
            for (size_t i = stead_plan_first(plan, s); i < stead_plan_first(plan, s + 1); i++) {
                if (stead_frame_add_row(frame, err))
                    return err->code;
                if (ask->years > 0)
                    stead_frame_set_number(frame, year_at, (int64_t)year + 1);
                if ((stream != NULL &&
                     stead_frame_set_text(frame, 0, stream, strlen(stream), err)) ||
                    stead_frame_set_text(frame, at, system, strlen(system), err) ||
                    append_place(plan, allocation, year, i, at, frame, err))
                    return err->code;
            }
        }
    }
    return STEAD_OK;
}
