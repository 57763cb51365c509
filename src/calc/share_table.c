/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Two-way footing as a flow of pennies. A row that still has pennies to place and a column that
 * holds too many are where pennies wait; a row that holds too many and a column that lacks some
 * are where they are wanted. A penny goes from row to column by raising a cell and from column
 * to row by lowering one, at the cost of the movement that this adds to the cell. Starting from
 * every cell at its nearest penny and sending each waiting penny by the cheapest way keeps the
 * whole movement least at every step (successive shortest paths). All of it runs in the order
 * of the codes, so that the order in which rows were given never changes a penny. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "calc/share.h"

typedef struct {
    const char *code;
    size_t index; /* where it was given */
} label;

typedef struct {
    size_t rows, columns, nodes; /* nodes: the rows, then the columns */
    label *labels;               /* per node */
    int64_t *rest;               /* per cell: what it has above the penny below, in 10^-9 */
    stead_pence *below;          /* per cell: the penny below */
    int8_t *up;                  /* per cell: pennies above that; an exact cell may be at -1 */
    stead_wide *waiting;         /* per node: pennies waiting; wanted when negative */
    int64_t *cost;               /* per node: of the cheapest way there; FAR when none */
    size_t *from;                /* per node: the step before on that way */
    int64_t must; /* what moving an exact penny costs: more than all other moves together */
} flow;

#define FAR INT64_MAX

static int label_order(const void *left, const void *right)
{
    const label *a = left, *b = right;
    int by_code = strcmp(a->code, b->code);
    return by_code != 0 ? by_code : (a->index > b->index) - (a->index < b->index);
}

static void sort_labels(label *labels, const char *const *codes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        labels[i] = (label){codes[i], i};
    if (count > 1)
        qsort(labels, count, sizeof *labels, label_order);
}

/* What raising (or lowering) a cell by a penny adds to the movement; FAR when it may not be. */
static int64_t raise_cost(const flow *f, size_t cell)
{
    if (f->rest[cell] == 0)
        return f->up[cell] < 0 ? -f->must : f->up[cell] == 0 ? f->must : FAR;
    return f->up[cell] == 0 ? STEAD_NANO - 2 * f->rest[cell] : FAR;
}

static int64_t lower_cost(const flow *f, size_t cell)
{
    if (f->rest[cell] == 0)
        return f->up[cell] > 0 ? -f->must : f->up[cell] == 0 ? f->must : FAR;
    return f->up[cell] == 1 ? 2 * f->rest[cell] - STEAD_NANO : FAR;
}

static bool relax(flow *f, size_t from, size_t to, int64_t step)
{
    if (f->cost[from] == FAR || step == FAR || f->cost[from] + step >= f->cost[to])
        return false;
    f->cost[to] = f->cost[from] + step;
    f->from[to] = from;
    return true;
}

/* The cheapest way from any waiting penny to every node. Costs may be negative, but no round
 * trip is (the movement is least so far), so this settles; paths are short. */
static void find_ways(flow *f)
{
    bool changed = true;
    for (size_t n = 0; n < f->nodes; n++) {
        f->cost[n] = f->waiting[n] > 0 ? 0 : FAR;
        f->from[n] = n;
    }
    while (changed) {
        changed = false;
        for (size_t i = 0; i < f->rows; i++)
            for (size_t j = 0; j < f->columns; j++)
                changed |= relax(f, i, f->rows + j, raise_cost(f, i * f->columns + j));
        for (size_t i = 0; i < f->rows; i++)
            for (size_t j = 0; j < f->columns; j++)
                changed |= relax(f, f->rows + j, i, lower_cost(f, i * f->columns + j));
    }
}

/* Sends one penny to `to` along the way found. */
static void send(flow *f, size_t to)
{
    f->waiting[to]++;
    for (size_t before; (before = f->from[to]) != to; to = before) {
        bool raises = before < f->rows;
        size_t row = raises ? before : to, column = (raises ? to : before) - f->rows;
        int8_t *up = &f->up[row * f->columns + column];
        *up = (int8_t)(*up + (raises ? 1 : -1));
    }
    f->waiting[to]--;
}

/* The node that wants pennies and is cheapest to reach; `nodes` when there is none. */
static size_t nearest_wanting(const flow *f)
{
    size_t best = f->nodes;
    for (size_t n = 0; n < f->nodes; n++)
        if (f->waiting[n] < 0 && f->cost[n] != FAR &&
            (best == f->nodes || f->cost[n] < f->cost[best]))
            best = n;
    return best;
}

/* Says that the total of `node` is out of reach by `by` pence, too high or too low. */
static stead_status out_of_reach(const flow *f, size_t node, stead_wide by, bool high,
                                 const char *why, stead_error *err)
{
    char amount[STEAD_DECIMAL_TEXT];
    stead_money_format(by > INT64_MAX ? INT64_MAX : (stead_pence)by, amount);
    return stead_fail(err, STEAD_INFEASIBLE, "total of %s '%s' is %s too %s for %s",
                      node < f->rows ? "row" : "column", f->labels[node].code, amount,
                      high ? "high" : "low", why);
}

static stead_status settle(flow *f, stead_error *err)
{
    for (size_t n = 0; n < f->nodes; n++)
        while (f->waiting[n] > 0) {
            find_ways(f);
            size_t to = nearest_wanting(f);
            if (to == f->nodes)
                return out_of_reach(f, n, f->waiting[n], n < f->rows,
                                    "cells within a penny of exact, the other totals being as "
                                    "they are",
                                    err);
            send(f, to);
        }
    return STEAD_OK;
}

/* Whether each total lies between the least and the most that its own cells can come to. */
static stead_status check_reach(const flow *f, const stead_wide *totals,
                                const stead_wide *least, const stead_wide *most,
                                stead_error *err)
{
    static const char why[] = "cells within a penny of exact";
    for (size_t n = 0; n < f->nodes; n++) {
        if (totals[n] < least[n])
            return out_of_reach(f, n, least[n] - totals[n], false, why, err);
        if (totals[n] > most[n])
            return out_of_reach(f, n, totals[n] - most[n], true, why, err);
    }
    return STEAD_OK;
}

static stead_status check_sums(const flow *f, const stead_wide *totals, stead_error *err)
{
    stead_wide rows = 0, columns = 0;
    stead_pence by_row, by_column;
    char row_text[STEAD_DECIMAL_TEXT], column_text[STEAD_DECIMAL_TEXT];
    for (size_t n = 0; n < f->nodes; n++)
        *(n < f->rows ? &rows : &columns) += totals[n];
    if (!stead_wide_to_i64(rows, &by_row) || !stead_wide_to_i64(columns, &by_column))
        return stead_fail(err, STEAD_RANGE, "totals of the table sum to more money than fits");
    if (rows == columns)
        return STEAD_OK;
    stead_money_format(by_row, row_text);
    stead_money_format(by_column, column_text);
    return stead_fail(err, STEAD_INFEASIBLE, "rows sum to %s and columns to %s", row_text,
                      column_text);
}

/* Puts every cell at its nearest penny, and counts what its row and column can come to. */
static stead_status place(flow *f, const stead_wide *exact, stead_wide *totals,
                          stead_wide *least, stead_wide *most, stead_error *err)
{
    for (size_t i = 0; i < f->rows; i++)
        for (size_t j = 0; j < f->columns; j++) {
            size_t cell = i * f->columns + j, column = f->rows + j;
            stead_wide given = exact[f->labels[i].index * f->columns + f->labels[column].index];
            stead_wide below = stead_wide_div(given, STEAD_NANO, STEAD_FLOOR);
            int64_t rest = (int64_t)(given - below * STEAD_NANO);
            if (below <= INT64_MIN + 1 || below >= INT64_MAX)
                return stead_fail(err, STEAD_RANGE,
                                  "amount of row '%s', column '%s' is more money than fits",
                                  f->labels[i].code, f->labels[column].code);
            f->below[cell] = (stead_pence)below;
            f->rest[cell] = rest;
            f->up[cell] = 2 * rest > STEAD_NANO;
            const size_t ends[] = {i, column};
            for (int k = 0; k < 2; k++) {
                stead_wide value = below + f->up[cell];
                f->waiting[ends[k]] += k == 0 ? -value : value;
                least[ends[k]] += below - (rest == 0);
                most[ends[k]] += below + 1;
            }
        }
    for (size_t n = 0; n < f->nodes; n++)
        f->waiting[n] += n < f->rows ? totals[n] : -totals[n];
    return STEAD_OK;
}

static stead_status flow_create(flow *f, stead_arena *arena, stead_error *err)
{
    size_t cells = f->rows * f->columns;
    f->labels = stead_arena_take(arena, f->nodes, sizeof *f->labels, err);
    f->rest = stead_arena_take(arena, cells, sizeof *f->rest, err);
    f->below = stead_arena_take(arena, cells, sizeof *f->below, err);
    f->up = stead_arena_take(arena, cells, sizeof *f->up, err);
    f->waiting = stead_arena_take(arena, f->nodes, sizeof *f->waiting, err);
    f->cost = stead_arena_take(arena, f->nodes, sizeof *f->cost, err);
    f->from = stead_arena_take(arena, f->nodes, sizeof *f->from, err);
    if (f->labels == NULL || f->rest == NULL || f->below == NULL || f->up == NULL ||
        f->waiting == NULL || f->cost == NULL || f->from == NULL)
        return err->code;
    f->must = (int64_t)(cells + 1) * STEAD_NANO;
    return STEAD_OK;
}

static stead_status foot(flow *f, stead_arena *arena, const stead_wide *exact,
                         const stead_pence *row_totals, const stead_pence *column_totals,
                         stead_pence *out, stead_error *err)
{
    stead_wide *totals = stead_arena_take(arena, f->nodes, sizeof *totals, err);
    stead_wide *least = stead_arena_take(arena, f->nodes, sizeof *least, err);
    stead_wide *most = stead_arena_take(arena, f->nodes, sizeof *most, err);
    if (totals == NULL || least == NULL || most == NULL)
        return err->code;
    for (size_t n = 0; n < f->nodes; n++)
        totals[n] =
            n < f->rows ? row_totals[f->labels[n].index] : column_totals[f->labels[n].index];
    if (check_sums(f, totals, err) != STEAD_OK ||
        place(f, exact, totals, least, most, err) != STEAD_OK ||
        check_reach(f, totals, least, most, err) != STEAD_OK || settle(f, err) != STEAD_OK)
        return err->code;
    for (size_t i = 0; i < f->rows; i++)
        for (size_t j = 0; j < f->columns; j++) {
            size_t cell = i * f->columns + j;
            out[f->labels[i].index * f->columns + f->labels[f->rows + j].index] =
                f->below[cell] + f->up[cell];
        }
    return STEAD_OK;
}

stead_status stead_share_table(const stead_wide *exact, size_t rows, size_t columns,
                               const stead_pence *row_totals, const stead_pence *column_totals,
                               const char *const *row_codes, const char *const *column_codes,
                               stead_pence *out, stead_error *err)
{
    enum { MOST_CELLS = 1000 * 1000, MOST_NODES = 9000 };
    flow f = {.rows = rows, .columns = columns, .nodes = rows + columns};
    stead_arena *arena;
    /* So that no sum of costs along a way can overflow. */
    if (f.nodes > MOST_NODES || rows * columns > MOST_CELLS)
        return stead_fail(err, STEAD_RANGE, "table of %zu × %zu is too large to foot", rows,
                          columns);
    if (stead_arena_create(&arena, err) != STEAD_OK)
        return err->code;
    stead_status rc = flow_create(&f, arena, err);
    if (rc == STEAD_OK) {
        sort_labels(f.labels, row_codes, rows);
        sort_labels(f.labels + rows, column_codes, columns);
        rc = foot(&f, arena, exact, row_totals, column_totals, out, err);
    }
    stead_arena_free(arena);
    return rc;
}
