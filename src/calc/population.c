/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/population.h"

#include <stdlib.h>

#include "calc/check.h"
#include "model/frame.h"

static stead_status check_weights(const stead_formula *f, stead_error *err)
{
    stead_wide sum = 0;
    char text[STEAD_DECIMAL_TEXT];
    for (size_t c = 0; c < f->components; c++)
        if (stead_check_item("weight", f->names[c], f->weights[c], &sum, err) != STEAD_OK)
            return err->code;
    if (sum == STEAD_NANO)
        return STEAD_OK;
    stead_rate_format((stead_rate)sum, 0, text);
    return stead_fail(err, STEAD_RANGE, "weights of the components sum to %s, not 100%%", text);
}

static stead_status check_areas(const stead_formula *f, stead_wide *people, size_t *blanks,
                                stead_error *err)
{
    *people = 0;
    *blanks = 0;
    for (size_t i = 0; i < f->areas; i++) {
        const char *code = f->codes[i];
        stead_wide costs = 0;
        if (stead_check_item("population", code, f->population[i], people, err) != STEAD_OK ||
            (f->cost != NULL &&
             stead_check_item("cost factor", code, f->cost[i], &costs, err) != STEAD_OK))
            return err->code;
        for (size_t c = 0; c < f->components; c++) {
            int64_t need = f->need[i * f->components + c];
            *blanks += need == STEAD_MISSING;
            if (need < 0 && need != STEAD_MISSING)
                return stead_fail(err, STEAD_RANGE, "%s need of '%s' is negative", f->names[c],
                                  code);
        }
    }
    return STEAD_OK;
}

/* people × need (× cost): exact, and of one scale within a component, which scaling to all
 * people takes out again. False when it does not fit. */
static bool raw_of(const stead_formula *f, size_t area, size_t c, bool costed, stead_wide *out)
{
    int64_t need = f->need[area * f->components + c];
    stead_wide by_need = (stead_wide)f->population[area] * (need == STEAD_MISSING ? 0 : need);
    stead_wide cost =
        costed && f->cost != NULL && f->takes_cost[c] ? f->cost[area] : STEAD_NANO;
    return stead_wide_mul(by_need, cost, out);
}

/* One component's weighted people, scaled so that they sum to all people. */
static stead_status weigh_component(const stead_formula *f, size_t c, bool costed,
                                    stead_wide people, int64_t *cells, stead_error *err)
{
    stead_wide sum = 0, raw = 0, weighted;
    bool fits = true;
    for (size_t i = 0; i < f->areas; i++)
        fits = fits && raw_of(f, i, c, costed, &raw) && stead_wide_add(sum, raw, &sum);
    if (sum == 0 && fits && f->weights[c] > 0)
        return stead_fail(err, STEAD_RANGE, "%s need is nil everywhere", f->names[c]);
    for (size_t i = 0; i < f->areas; i++) {
        int64_t *cell = &cells[i * f->components + c];
        *cell = 0;
        if (sum == 0 && fits)
            continue;
        fits = fits && raw_of(f, i, c, costed, &raw) &&
               stead_wide_muldiv(raw, people, sum, STEAD_HALF_AWAY, &weighted) &&
               stead_wide_to_i64(weighted, cell);
        if (!fits)
            return stead_fail(err, STEAD_RANGE, "%s need of '%s' is more than fits",
                              f->names[c], f->codes[i]);
    }
    return STEAD_OK;
}

static stead_wide mixed_of(const stead_formula *f, const int64_t *cells, size_t area)
{
    stead_wide mixed = 0;
    for (size_t c = 0; c < f->components; c++)
        mixed += (stead_wide)cells[area * f->components + c] * f->weights[c];
    return mixed;
}

/* Components by their weights, scaled so that they sum to all people. Every component already
 * does, so the scale is one but for rounding, and everything fits. */
static void combine(const stead_formula *f, const int64_t *cells, stead_wide people,
                    stead_weighted *out)
{
    stead_wide sum = 0, scaled = STEAD_NANO;
    for (size_t i = 0; i < f->areas; i++)
        sum += mixed_of(f, cells, i);
    for (size_t i = 0; i < f->areas; i++) {
        stead_wide mixed = mixed_of(f, cells, i), overall = 0, share = STEAD_MISSING;
        if (sum > 0) {
            stead_wide_muldiv(mixed, people, sum, STEAD_HALF_AWAY, &overall);
            stead_wide_muldiv(mixed, STEAD_NANO, sum, STEAD_HALF_AWAY, &share);
        }
        out->overall[i] = (int64_t)overall;
        if (out->shares != NULL)
            out->shares[i] = (stead_rate)share;
    }
    if (sum > 0)
        stead_wide_muldiv(people * STEAD_NANO, STEAD_NANO, sum, STEAD_HALF_AWAY, &scaled);
    out->scaled = (stead_rate)scaled;
}

stead_status stead_weighted_population(const stead_formula *f, stead_weighted *out,
                                       stead_error *err)
{
    stead_wide people;
    if (check_weights(f, err) != STEAD_OK ||
        check_areas(f, &people, &out->blanks, err) != STEAD_OK)
        return err->code;
    int64_t *cells = calloc(f->areas * f->components + 1, sizeof *cells);
    if (cells == NULL)
        return stead_nomem(err, "weighted population");
    stead_status rc = STEAD_OK;
    for (size_t c = 0; c < f->components && rc == STEAD_OK && out->by_need != NULL; c++)
        rc = weigh_component(f, c, false, people, out->by_need, err);
    for (size_t c = 0; c < f->components && rc == STEAD_OK; c++)
        rc = weigh_component(f, c, true, people, out->by_cost != NULL ? out->by_cost : cells,
                             err);
    if (rc == STEAD_OK)
        combine(f, out->by_cost != NULL ? out->by_cost : cells, people, out);
    free(cells);
    return rc;
}
