/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "model/arrange.h"

#include <stdlib.h>
#include <string.h>

static stead_status copy_cell(stead_frame *out, size_t to, const stead_frame *frame, size_t row,
                              size_t from, stead_error *err)
{
    if (stead_frame_is_missing(frame, row, from))
        return STEAD_OK;
    switch (stead_frame_kind(frame, from)) {
    case STEAD_TEXT: {
        stead_symbol symbol = stead_frame_texts(frame, from)[row];
        return stead_frame_set_text(out, to, stead_frame_text(frame, row, from),
                                    stead_symbols_length(stead_frame_symbols(frame), symbol),
                                    err);
    }
    case STEAD_REAL:
        stead_frame_set_real(out, to, stead_frame_real(frame, row, from));
        return STEAD_OK;
    default:
        stead_frame_set_number(out, to, stead_frame_number(frame, row, from));
        return STEAD_OK;
    }
}

static stead_status copy_row(stead_frame *out, const stead_frame *frame, size_t row,
                             const size_t *columns, stead_error *err)
{
    if (stead_frame_add_row(out, err))
        return err->code;
    stead_frame_set_line(out, stead_frame_line(frame, row));
    for (size_t i = 0; i < stead_frame_width(out); i++)
        if (copy_cell(out, i, frame, row, columns == NULL ? i : columns[i], err))
            return err->code;
    return STEAD_OK;
}

/* An empty frame with the columns at `columns` (NULL: all of them). */
static stead_status like(stead_frame **out, const stead_frame *frame, const size_t *columns,
                         size_t count, stead_error *err)
{
    stead_column *specs = malloc((count + 1) * sizeof *specs);
    if (specs == NULL)
        return stead_nomem(err, "frame");
    for (size_t i = 0; i < count; i++) {
        size_t at = columns == NULL ? i : columns[i];
        specs[i] = (stead_column){stead_frame_name(frame, at), stead_frame_kind(frame, at)};
    }
    stead_status rc = stead_frame_create(out, specs, count, err);
    free(specs);
    return rc;
}

/* `rows` NULL: the first `height` rows as they come. */
static stead_status take(stead_frame **out, const stead_frame *frame, const size_t *columns,
                         size_t width, const size_t *rows, size_t height, stead_error *err)
{
    stead_frame *made;
    stead_status rc = like(&made, frame, columns, width, err);
    if (rc != STEAD_OK)
        return rc;
    for (size_t i = 0; rc == STEAD_OK && i < height; i++)
        rc = copy_row(made, frame, rows == NULL ? i : rows[i], columns, err);
    if (rc != STEAD_OK) {
        stead_frame_free(made);
        return rc;
    }
    *out = made;
    return STEAD_OK;
}

stead_status stead_frame_select(stead_frame **out, const stead_frame *frame,
                                const size_t *columns, size_t count, stead_error *err)
{
    return take(out, frame, columns, count, NULL, stead_frame_height(frame), err);
}

stead_status stead_frame_head(stead_frame **out, const stead_frame *frame, size_t count,
                              stead_error *err)
{
    size_t height = stead_frame_height(frame);
    return take(out, frame, NULL, stead_frame_width(frame), NULL,
                count < height ? count : height, err);
}

typedef struct {
    const char *text;
    int64_t number;
    double real;
    size_t row;
    int sign; /* 1 ascending, -1 descending */
    bool missing;
} sort_key;

static int by_key(const void *a, const void *b)
{
    const sort_key *x = a, *y = b;
    if (x->missing != y->missing)
        return x->missing ? 1 : -1;
    int order = strcmp(x->text, y->text);
    if (order == 0)
        order = (x->number > y->number) - (x->number < y->number);
    if (order == 0)
        order = (x->real > y->real) - (x->real < y->real);
    if (order != 0)
        return order < 0 ? -x->sign : x->sign;
    return x->row < y->row ? -1 : x->row > y->row;
}

static sort_key key_of(const stead_frame *frame, size_t row, size_t column, int sign)
{
    sort_key key = {.text = "", .row = row, .sign = sign};
    key.missing = stead_frame_is_missing(frame, row, column);
    if (key.missing)
        return key;
    if (stead_frame_kind(frame, column) == STEAD_TEXT)
        key.text = stead_frame_text(frame, row, column);
    else if (stead_frame_kind(frame, column) == STEAD_REAL)
        key.real = stead_frame_real(frame, row, column);
    else
        key.number = stead_frame_number(frame, row, column);
    return key;
}

stead_status stead_frame_sorted(stead_frame **out, const stead_frame *frame, size_t column,
                                bool descending, stead_error *err)
{
    size_t height = stead_frame_height(frame);
    sort_key *keys = malloc((height + 1) * sizeof *keys);
    size_t *rows = malloc((height + 1) * sizeof *rows);
    stead_status rc = keys == NULL || rows == NULL ? stead_nomem(err, "frame") : STEAD_OK;
    if (rc == STEAD_OK) {
        for (size_t i = 0; i < height; i++)
            keys[i] = key_of(frame, i, column, descending ? -1 : 1);
        qsort(keys, height, sizeof *keys, by_key);
        for (size_t i = 0; i < height; i++)
            rows[i] = keys[i].row;
        rc = take(out, frame, NULL, stead_frame_width(frame), rows, height, err);
    }
    free(keys);
    free(rows);
    return rc;
}

stead_status stead_frame_with_texts(stead_frame **out, const stead_frame *frame,
                                    const char *name, const char *const *texts,
                                    stead_error *err)
{
    stead_frame *made;
    stead_status rc = stead_frame_copy(&made, frame, err);
    if (rc != STEAD_OK)
        return rc;
    rc = stead_frame_set_texts(made, name, texts, err);
    if (rc != STEAD_OK) {
        stead_frame_free(made);
        return rc;
    }
    *out = made;
    return STEAD_OK;
}
