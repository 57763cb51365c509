/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "model/frame.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    stead_symbol name;
    stead_kind kind;
    void *cells; /* stead_symbol, int64_t or double, by kind */
} column;

struct stead_frame {
    stead_symbols *symbols;
    column *columns;
    uint32_t *lines;
    size_t width, height, room;
};

const char *stead_kind_name(stead_kind kind)
{
    static const char *const names[] = {"text", "integer", "quantity", "money", "rate", "real"};
    return names[kind];
}

static size_t cell_size(stead_kind kind)
{
    return kind == STEAD_TEXT ? sizeof(stead_symbol) : sizeof(int64_t);
}

static stead_status name_column(stead_frame *frame, size_t at, const stead_column *spec,
                                stead_error *err)
{
    column *c = &frame->columns[at];
    c->kind = spec->kind;
    if (stead_symbols_add(frame->symbols, spec->name, strlen(spec->name), &c->name, err) !=
        STEAD_OK)
        return err->code;
    for (size_t i = 0; i < at; i++)
        if (frame->columns[i].name == c->name)
            return stead_fail(err, STEAD_DUPLICATE, "two columns are called '%s'", spec->name);
    return STEAD_OK;
}

stead_status stead_frame_create(stead_frame **out, const stead_column *columns, size_t count,
                                stead_error *err)
{
    stead_frame *frame = calloc(1, sizeof *frame);
    if (frame == NULL)
        return stead_nomem(err, "frame");
    frame->columns = calloc(count + 1, sizeof *frame->columns);
    frame->width = count;
    stead_status rc = frame->columns == NULL ? stead_nomem(err, "frame") : STEAD_OK;
    if (rc == STEAD_OK)
        rc = stead_symbols_create(&frame->symbols, err);
    for (size_t i = 0; rc == STEAD_OK && i < count; i++)
        rc = name_column(frame, i, &columns[i], err);
    if (rc != STEAD_OK) {
        stead_frame_free(frame);
        return rc;
    }
    *out = frame;
    return STEAD_OK;
}

void stead_frame_free(stead_frame *frame)
{
    if (frame == NULL)
        return;
    for (size_t i = 0; frame->columns != NULL && i < frame->width; i++)
        free(frame->columns[i].cells);
    free(frame->columns);
    free(frame->lines);
    stead_symbols_free(frame->symbols);
    free(frame);
}

size_t stead_frame_width(const stead_frame *frame)
{
    return frame->width;
}

size_t stead_frame_height(const stead_frame *frame)
{
    return frame->height;
}

const char *stead_frame_name(const stead_frame *frame, size_t at)
{
    assert(at < frame->width);
    return stead_symbols_text(frame->symbols, frame->columns[at].name);
}

stead_kind stead_frame_kind(const stead_frame *frame, size_t at)
{
    assert(at < frame->width);
    return frame->columns[at].kind;
}

bool stead_frame_find(const stead_frame *frame, const char *name, size_t *at)
{
    stead_symbol wanted = stead_symbols_find(frame->symbols, name, strlen(name));
    for (size_t i = 0; wanted != 0 && i < frame->width; i++) {
        if (frame->columns[i].name == wanted) {
            *at = i;
            return true;
        }
    }
    return false;
}

static stead_status grow(stead_frame *frame, stead_error *err)
{
    size_t room = frame->room == 0 ? 16 : frame->room * 2;
    uint32_t *lines = realloc(frame->lines, room * sizeof *lines);
    if (lines == NULL)
        return stead_nomem(err, "frame");
    frame->lines = lines;
    for (size_t i = 0; i < frame->width; i++) {
        void *cells =
            realloc(frame->columns[i].cells, room * cell_size(frame->columns[i].kind));
        if (cells == NULL)
            return stead_nomem(err, "frame");
        frame->columns[i].cells = cells;
    }
    frame->room = room;
    return STEAD_OK;
}

stead_status stead_frame_add_row(stead_frame *frame, stead_error *err)
{
    if (frame->height == frame->room && grow(frame, err) != STEAD_OK)
        return err->code;
    size_t row = frame->height++;
    frame->lines[row] = 0;
    for (size_t i = 0; i < frame->width; i++) {
        column *c = &frame->columns[i];
        if (c->kind == STEAD_TEXT)
            ((stead_symbol *)c->cells)[row] = 0;
        else if (c->kind == STEAD_REAL)
            ((double *)c->cells)[row] = (double)NAN;
        else
            ((int64_t *)c->cells)[row] = STEAD_MISSING;
    }
    return STEAD_OK;
}

void stead_frame_drop_row(stead_frame *frame)
{
    assert(frame->height > 0);
    frame->height--;
}

bool stead_frame_repeat_text(stead_frame *frame, size_t at, const char *text, size_t len)
{
    assert(at < frame->width && frame->columns[at].kind == STEAD_TEXT && frame->height > 0);
    stead_symbol *cell = (stead_symbol *)frame->columns[at].cells + (frame->height - 1);
    if (frame->height == 1 || cell[-1] == 0 ||
        stead_symbols_length(frame->symbols, cell[-1]) != len ||
        memcmp(stead_symbols_text(frame->symbols, cell[-1]), text, len) != 0)
        return false;
    *cell = cell[-1];
    return true;
}

stead_status stead_frame_set_text(stead_frame *frame, size_t at, const char *text, size_t len,
                                  stead_error *err)
{
    if (stead_frame_repeat_text(frame, at, text, len)) /* codes come in runs */
        return STEAD_OK;
    stead_symbol *cells = frame->columns[at].cells;
    return stead_symbols_add(frame->symbols, text, len, &cells[frame->height - 1], err);
}

void stead_frame_set_number(stead_frame *frame, size_t at, int64_t value)
{
    assert(at < frame->width && frame->height > 0);
    assert(frame->columns[at].kind != STEAD_TEXT && frame->columns[at].kind != STEAD_REAL);
    ((int64_t *)frame->columns[at].cells)[frame->height - 1] = value;
}

void stead_frame_set_real(stead_frame *frame, size_t at, double value)
{
    assert(at < frame->width && frame->columns[at].kind == STEAD_REAL && frame->height > 0);
    ((double *)frame->columns[at].cells)[frame->height - 1] = value;
}

void stead_frame_set_line(stead_frame *frame, uint32_t line)
{
    frame->lines[frame->height - 1] = line;
}

uint32_t stead_frame_line(const stead_frame *frame, size_t row)
{
    return frame->lines[row];
}

static stead_status copy_cells(stead_frame *to, const stead_frame *from, stead_error *err)
{
    to->room = from->height + 1; /* none is a size that malloc may refuse */
    to->lines = malloc(to->room * sizeof *to->lines);
    if (to->lines == NULL)
        return stead_nomem(err, "frame");
    if (from->height > 0)
        memcpy(to->lines, from->lines, from->height * sizeof *to->lines);
    for (size_t i = 0; i < from->width; i++) {
        size_t size = cell_size(from->columns[i].kind);
        void *cells = malloc(to->room * size);
        if (cells == NULL)
            return stead_nomem(err, "frame");
        if (from->height > 0)
            memcpy(cells, from->columns[i].cells, from->height * size);
        to->columns[to->width++] =
            (column){from->columns[i].name, from->columns[i].kind, cells};
    }
    to->height = from->height;
    return STEAD_OK;
}

stead_status stead_frame_copy(stead_frame **out, const stead_frame *frame, stead_error *err)
{
    stead_frame *made = calloc(1, sizeof *made);
    if (made == NULL)
        return stead_nomem(err, "frame");
    made->columns = calloc(frame->width + 1, sizeof *made->columns);
    stead_status rc = made->columns == NULL ? stead_nomem(err, "frame") : STEAD_OK;
    if (rc == STEAD_OK)
        rc = stead_symbols_copy(&made->symbols, frame->symbols, err);
    if (rc == STEAD_OK)
        rc = copy_cells(made, frame, err);
    if (rc != STEAD_OK) {
        stead_frame_free(made);
        return rc;
    }
    *out = made;
    return STEAD_OK;
}

/* Puts `cells` of text into the column called `name`, which may be new; they are then the
 * frame's. */
static stead_status replace_column(stead_frame *frame, const char *name, stead_symbol *cells,
                                   stead_error *err)
{
    size_t at;
    if (!stead_frame_find(frame, name, &at)) {
        column *columns = realloc(frame->columns, (frame->width + 1) * sizeof *frame->columns);
        if (columns == NULL)
            return stead_nomem(err, "frame");
        frame->columns = columns;
        at = frame->width;
        columns[at] = (column){.kind = STEAD_TEXT};
        if (stead_symbols_add(frame->symbols, name, strlen(name), &columns[at].name, err))
            return err->code;
        frame->width++;
    }
    free(frame->columns[at].cells);
    frame->columns[at].kind = STEAD_TEXT;
    frame->columns[at].cells = cells;
    return STEAD_OK;
}

stead_status stead_frame_set_texts(stead_frame *frame, const char *name,
                                   const char *const *texts, stead_error *err)
{
    stead_symbol *cells = calloc(frame->room + 1, sizeof *cells);
    stead_status rc = cells == NULL ? stead_nomem(err, "frame") : STEAD_OK;
    for (size_t row = 0; rc == STEAD_OK && row < frame->height; row++)
        if (texts[row] != NULL)
            rc = stead_symbols_add(frame->symbols, texts[row], strlen(texts[row]), &cells[row],
                                   err);
    if (rc == STEAD_OK)
        rc = replace_column(frame, name, cells, err);
    if (rc != STEAD_OK)
        free(cells);
    return rc;
}

bool stead_frame_is_missing(const stead_frame *frame, size_t row, size_t at)
{
    assert(row < frame->height && at < frame->width);
    switch (frame->columns[at].kind) {
    case STEAD_TEXT:
        return ((const stead_symbol *)frame->columns[at].cells)[row] == 0;
    case STEAD_REAL:
        return isnan(((const double *)frame->columns[at].cells)[row]);
    default:
        return ((const int64_t *)frame->columns[at].cells)[row] == STEAD_MISSING;
    }
}

const char *stead_frame_text(const stead_frame *frame, size_t row, size_t at)
{
    return stead_symbols_text(frame->symbols, stead_frame_texts(frame, at)[row]);
}

int64_t stead_frame_number(const stead_frame *frame, size_t row, size_t at)
{
    return stead_frame_numbers(frame, at)[row];
}

double stead_frame_real(const stead_frame *frame, size_t row, size_t at)
{
    return stead_frame_reals(frame, at)[row];
}

const stead_symbol *stead_frame_texts(const stead_frame *frame, size_t at)
{
    assert(at < frame->width && frame->columns[at].kind == STEAD_TEXT);
    return frame->columns[at].cells;
}

const int64_t *stead_frame_numbers(const stead_frame *frame, size_t at)
{
    assert(at < frame->width && frame->columns[at].kind != STEAD_TEXT &&
           frame->columns[at].kind != STEAD_REAL);
    return frame->columns[at].cells;
}

const double *stead_frame_reals(const stead_frame *frame, size_t at)
{
    assert(at < frame->width && frame->columns[at].kind == STEAD_REAL);
    return frame->columns[at].cells;
}

const stead_symbols *stead_frame_symbols(const stead_frame *frame)
{
    return frame->symbols;
}
