/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "model/grouping.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    uint32_t outer, inner; /* ranks of the two texts */
    uint32_t row;
} keyed;

typedef struct {
    const char *text;
    stead_symbol symbol;
} ranked;

static int by_text(const void *a, const void *b)
{
    return strcmp(((const ranked *)a)->text, ((const ranked *)b)->text);
}

static int by_key(const void *a, const void *b)
{
    const keyed *x = a, *y = b;
    if (x->outer != y->outer)
        return x->outer < y->outer ? -1 : 1;
    if (x->inner != y->inner)
        return x->inner < y->inner ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

/* Marks the symbols that `cells` holds in `marks`, and adds those not met before to `order`. */
static size_t collect(const stead_symbols *symbols, const stead_symbol *cells, size_t rows,
                      uint32_t *marks, ranked *order, size_t count)
{
    for (size_t i = 0; i < rows; i++) {
        if (cells[i] == 0 || marks[cells[i]] != 0)
            continue;
        marks[cells[i]] = 1;
        order[count++] = (ranked){stead_symbols_text(symbols, cells[i]), cells[i]};
    }
    return count;
}

/* The place of each symbol of the two columns in byte order; ranks[0] stays 0 for "no text".
 * Only these need ranking; a frame of practices holds many more. */
static uint32_t *rank_symbols(const stead_symbols *symbols, const stead_symbol *outer,
                              const stead_symbol *inner, size_t rows, stead_error *err)
{
    size_t all = stead_symbols_count(symbols);
    uint32_t *ranks = calloc(all + 1, sizeof *ranks);
    ranked *order = malloc((all + 1) * sizeof *order);
    if (ranks == NULL || order == NULL) {
        free(ranks);
        free(order);
        stead_nomem(err, "grouping");
        return NULL;
    }
    size_t count = collect(symbols, outer, rows, ranks, order, 0);
    count = collect(symbols, inner, rows, ranks, order, count);
    qsort(order, count, sizeof *order, by_text);
    for (size_t i = 0; i < count; i++)
        ranks[order[i].symbol] = (uint32_t)(i + 1);
    free(order);
    return ranks;
}

static void number_groups(stead_grouping *out, const keyed *keys, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool new_outer = i == 0 || keys[i].outer != keys[i - 1].outer;
        bool new_group = new_outer || keys[i].inner != keys[i - 1].inner;
        out->outer_count += new_outer;
        if (new_group) {
            out->first[out->count] = keys[i].row;
            out->outer[out->count] = (uint32_t)(out->outer_count - 1);
            out->count++;
        }
        out->group[keys[i].row] = (uint32_t)(out->count - 1);
    }
}

stead_status stead_grouping_make(stead_grouping *out, const stead_frame *frame, size_t outer,
                                 size_t inner, stead_error *err)
{
    size_t rows = stead_frame_height(frame), used = 0;
    const stead_symbol *a = stead_frame_texts(frame, outer),
                       *b = stead_frame_texts(frame, inner);
    uint32_t *ranks = rank_symbols(stead_frame_symbols(frame), a, b, rows, err);
    keyed *keys = malloc((rows + 1) * sizeof *keys);
    *out = (stead_grouping){.rows = rows,
                            .group = malloc((rows + 1) * sizeof *out->group),
                            .first = malloc((rows + 1) * sizeof *out->first),
                            .outer = malloc((rows + 1) * sizeof *out->outer)};
    if (ranks == NULL || keys == NULL || out->group == NULL || out->first == NULL ||
        out->outer == NULL) {
        free(ranks);
        free(keys);
        stead_grouping_free(out);
        return stead_nomem(err, "grouping");
    }
    for (size_t i = 0; i < rows; i++) {
        out->group[i] = STEAD_NO_GROUP;
        if (a[i] != 0 && b[i] != 0)
            keys[used++] = (keyed){ranks[a[i]], ranks[b[i]], (uint32_t)i};
    }
    qsort(keys, used, sizeof *keys, by_key);
    number_groups(out, keys, used);
    free(ranks);
    free(keys);
    return STEAD_OK;
}

void stead_grouping_free(stead_grouping *grouping)
{
    free(grouping->group);
    free(grouping->first);
    free(grouping->outer);
    *grouping = (stead_grouping){0};
}
