/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/row.h"

#include <stdlib.h>

enum { LONGEST_ROW = 1 << 24 };

void stead_row_clear(stead_row *row)
{
    stead_text_clear(&row->text);
    row->count = 0;
}

void stead_row_free(stead_row *row)
{
    stead_text_free(&row->text);
    free(row->cells);
    free(row->begins);
    *row = (stead_row){0};
}

static stead_status row_spend(stead_row *row, uint64_t cells, stead_error *err)
{
    if (cells > row->left)
        return stead_fail(err, STEAD_RANGE, "%s: has more cells than a sheet may have",
                          row->name);
    row->left -= cells;
    return STEAD_OK;
}

static uint64_t weight(uint64_t cells, uint64_t bytes)
{
    return cells + bytes / 64;
}

static stead_status row_grow(stead_row *row, size_t count, stead_error *err)
{
    size_t room = row->room == 0 ? 64 : row->room;
    while (room < count)
        room *= 2;
    stead_cell *cells = realloc(row->cells, room * sizeof *cells);
    if (cells == NULL)
        return stead_nomem(err, "row");
    row->cells = cells;
    size_t *begins = realloc(row->begins, room * sizeof *begins);
    if (begins == NULL)
        return stead_nomem(err, "row");
    row->begins = begins;
    row->room = room;
    return STEAD_OK;
}

stead_status stead_row_put(stead_row *row, size_t column, stead_cell_type type,
                           const char *text, size_t len, stead_error *err)
{
    stead_status rc = STEAD_OK;
    size_t begin = row->text.len;
    if (len == 0)
        return STEAD_OK;
    if (begin + len > LONGEST_ROW)
        return stead_fail(err, STEAD_RANGE, "%s: a row is over %d bytes", row->name,
                          (int)LONGEST_ROW);
    rc = row_spend(row, weight(1, len), err);
    if (rc == STEAD_OK && column >= row->room)
        rc = row_grow(row, column + 1, err);
    if (rc == STEAD_OK)
        rc = stead_text_add(&row->text, text, len, err);
    if (rc != STEAD_OK)
        return rc;
    for (; row->count < column; row->count++) {
        row->cells[row->count] = (stead_cell){0};
        row->begins[row->count] = begin;
    }
    row->cells[column] = (stead_cell){.len = len, .type = type};
    row->begins[column] = begin;
    row->count = column + 1;
    return STEAD_OK;
}

stead_status stead_row_repeat(stead_row *row, uint32_t times, stead_error *err)
{
    return row_spend(row, weight(row->count, row->text.len) * times, err);
}

stead_record stead_row_record(stead_row *row, uint32_t line)
{
    static const stead_cell blank = {.text = ""};
    if (row->count == 0)
        return (stead_record){&blank, 1, line};
    for (size_t i = 0; i < row->count; i++)
        row->cells[i].text = row->text.bytes + row->begins[i];
    return (stead_record){row->cells, row->count, line};
}
