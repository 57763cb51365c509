/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calc/weigh.h"
#include "model/grouping.h"

struct stead_plan {
    const stead_frame *need, *keys;
    size_t outer, inner;
    size_t *columns, width;
    stead_grouping grouping;
    size_t *first;          /* of each system its first place; one more marks the end */
    uint32_t *practices;    /* by place */
    stead_pence *baselines; /* by place; NULL when there are none */
};

static stead_status number_systems(stead_plan *plan, stead_error *err)
{
    const stead_grouping *g = &plan->grouping;
    plan->first = calloc(g->outer_count + 1, sizeof *plan->first);
    plan->practices = calloc(g->count + 1, sizeof *plan->practices);
    if (plan->first == NULL || plan->practices == NULL)
        return stead_nomem(err, "plan");
    for (size_t place = g->count; place-- > 0;)
        plan->first[g->outer[place]] = place;
    plan->first[g->outer_count] = g->count;
    for (size_t row = 0; row < g->rows; row++)
        if (g->group[row] != STEAD_NO_GROUP)
            plan->practices[g->group[row]]++;
    return STEAD_OK;
}

static stead_status sum_baselines(stead_plan *plan, const int64_t *baseline, stead_error *err)
{
    const stead_grouping *g = &plan->grouping;
    plan->baselines = calloc(g->count + 1, sizeof *plan->baselines);
    if (plan->baselines == NULL)
        return stead_nomem(err, "plan");
    return stead_weigh(&baseline, 1, g->rows, g->group, g->count, plan->baselines, NULL, err);
}

static stead_status plan_fill(stead_plan *plan, const stead_plan_spec *spec, stead_error *err)
{
    plan->columns = calloc(spec->width + 1, sizeof *plan->columns);
    if (plan->columns == NULL)
        return stead_nomem(err, "plan");
    memcpy(plan->columns, spec->columns, spec->width * sizeof *plan->columns);
    if (stead_grouping_make(&plan->grouping, spec->keys, spec->outer, spec->inner, err) ||
        number_systems(plan, err))
        return err->code;
    return spec->baseline == NULL ? STEAD_OK : sum_baselines(plan, spec->baseline, err);
}

stead_status stead_plan_create(stead_plan **out, const stead_plan_spec *spec, stead_error *err)
{
    stead_plan *plan = calloc(1, sizeof *plan);
    if (plan == NULL)
        return stead_nomem(err, "plan");
    plan->need = spec->need;
    plan->keys = spec->keys;
    plan->outer = spec->outer;
    plan->inner = spec->inner;
    plan->width = spec->width;
    if (plan_fill(plan, spec, err)) {
        stead_plan_free(plan);
        return err->code;
    }
    *out = plan;
    return STEAD_OK;
}

void stead_plan_free(stead_plan *plan)
{
    if (plan == NULL)
        return;
    stead_grouping_free(&plan->grouping);
    free(plan->columns);
    free(plan->first);
    free(plan->practices);
    free(plan->baselines);
    free(plan);
}

size_t stead_plan_systems(const stead_plan *plan)
{
    return plan->grouping.outer_count;
}

size_t stead_plan_first(const stead_plan *plan, size_t system)
{
    return plan->first[system];
}

const char *stead_plan_place(const stead_plan *plan, size_t place)
{
    return stead_frame_text(plan->keys, plan->grouping.first[place], plan->inner);
}

const char *stead_plan_system(const stead_plan *plan, size_t system)
{
    return stead_frame_text(plan->keys, plan->grouping.first[plan->first[system]], plan->outer);
}

uint32_t stead_plan_practices(const stead_plan *plan, size_t place)
{
    return plan->practices[place];
}

bool stead_plan_left_out(const stead_plan *plan, size_t row)
{
    return plan->grouping.group[row] == STEAD_NO_GROUP;
}

stead_pence stead_plan_baseline(const stead_plan *plan, size_t place)
{
    return plan->baselines == NULL ? STEAD_MISSING : plan->baselines[place];
}

bool stead_plan_find_system(const stead_plan *plan, const char *code, size_t *out)
{
    for (size_t i = 0; i < plan->grouping.outer_count; i++) {
        if (strcmp(stead_plan_system(plan, i), code) == 0) {
            *out = i;
            return true;
        }
    }
    return false;
}

bool stead_plan_find_place(const stead_plan *plan, size_t system, const char *code, size_t *out)
{
    for (size_t i = plan->first[system]; i < plan->first[system + 1]; i++) {
        if (strcmp(stead_plan_place(plan, i), code) == 0) {
            *out = i;
            return true;
        }
    }
    return false;
}

stead_status stead_plan_sum(const stead_plan *plan, const size_t *columns, size_t count,
                            int64_t *sums, uint32_t *blanks, stead_error *err)
{
    const stead_grouping *g = &plan->grouping;
    const int64_t **numbers = malloc((count + 1) * sizeof *numbers);
    if (numbers == NULL)
        return stead_nomem(err, "plan");
    for (size_t i = 0; i < count; i++)
        numbers[i] = stead_frame_numbers(plan->need, plan->columns[columns[i]]);
    stead_status rc =
        stead_weigh(numbers, count, g->rows, g->group, g->count, sums, blanks, err);
    free(numbers);
    return rc;
}

/* The sums of a plan, on their way into a frame. */
typedef struct {
    size_t *columns;
    stead_column *specs;
    int64_t *sums;
    uint32_t *blanks;
    char (*names)[STEAD_ERROR_TEXT]; /* of the columns of blanks */
} totals;

enum { KEY_COLUMNS = 3 };

static stead_status totals_make(totals *t, const stead_plan *plan, stead_error *err)
{
    size_t places = plan->grouping.count, width = plan->width;
    *t = (totals){.columns = malloc((width + 1) * sizeof *t->columns),
                  .specs = malloc((KEY_COLUMNS + 2 * width) * sizeof *t->specs),
                  .sums = malloc((places * width + 1) * sizeof *t->sums),
                  .blanks = malloc((places * width + 1) * sizeof *t->blanks),
                  .names = malloc((width + 1) * sizeof *t->names)};
    if (t->columns == NULL || t->specs == NULL || t->sums == NULL || t->blanks == NULL ||
        t->names == NULL)
        return stead_nomem(err, "plan");
    t->specs[0] = (stead_column){"icb", STEAD_TEXT};
    t->specs[1] = (stead_column){"code", STEAD_TEXT};
    t->specs[2] = (stead_column){"practices", STEAD_INTEGER};
    for (size_t i = 0; i < width; i++) {
        const char *name = stead_frame_name(plan->need, plan->columns[i]);
        snprintf(t->names[i], sizeof t->names[i], "%s_blanks", name);
        t->columns[i] = i;
        t->specs[KEY_COLUMNS + i] = (stead_column){name, STEAD_QUANTITY};
        t->specs[KEY_COLUMNS + width + i] = (stead_column){t->names[i], STEAD_INTEGER};
    }
    return stead_plan_sum(plan, t->columns, width, t->sums, t->blanks, err);
}

static void totals_free(totals *t)
{
    free(t->columns);
    free(t->specs);
    free(t->sums);
    free(t->blanks);
    free(t->names);
}

static stead_status add_place(const stead_plan *plan, const totals *t, size_t place,
                              stead_frame *frame, stead_error *err)
{
    const char *system = stead_plan_system(plan, plan->grouping.outer[place]);
    const char *code = stead_plan_place(plan, place);
    size_t width = plan->width;
    if (stead_frame_add_row(frame, err) ||
        stead_frame_set_text(frame, 0, system, strlen(system), err) ||
        stead_frame_set_text(frame, 1, code, strlen(code), err))
        return err->code;
    stead_frame_set_number(frame, 2, plan->practices[place]);
    for (size_t i = 0; i < width; i++) {
        stead_frame_set_number(frame, KEY_COLUMNS + i, t->sums[place * width + i]);
        stead_frame_set_number(frame, KEY_COLUMNS + width + i, t->blanks[place * width + i]);
    }
    return STEAD_OK;
}

stead_status stead_plan_need(const stead_plan *plan, stead_frame **out, stead_error *err)
{
    totals t;
    stead_frame *frame = NULL;
    stead_status rc = totals_make(&t, plan, err);
    if (rc == STEAD_OK)
        rc = stead_frame_create(&frame, t.specs, KEY_COLUMNS + 2 * plan->width, err);
    for (size_t i = 0; rc == STEAD_OK && i < plan->grouping.count; i++)
        rc = add_place(plan, &t, i, frame, err);
    totals_free(&t);
    if (rc != STEAD_OK) {
        stead_frame_free(frame);
        return rc;
    }
    *out = frame;
    return STEAD_OK;
}
