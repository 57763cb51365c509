/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/row: a row of a spreadsheet gathered cell by cell, and given as a record. */
#ifndef STEAD_SHEET_ROW_H
#define STEAD_SHEET_ROW_H

#include "base/text.h"
#include "sheet/record.h"

enum { STEAD_SHEET_COLUMNS = 16384, STEAD_SHEET_ROWS = 1048576, STEAD_SHEET_COUNT = 1000 };

typedef struct {
    const char *name;  /* what messages call the sheet */
    uint64_t left;     /* what the sheet may still hold: a cell counts 1, and 1 for 64 bytes */
    stead_text text;   /* of all cells */
    stead_cell *cells; /* their texts are set when the row is given */
    size_t *begins;    /* where each begins in text */
    size_t count, room;
} stead_row;

void stead_row_clear(stead_row *row); /* keeps the memory */
void stead_row_free(stead_row *row);

/* Puts a cell at `column` (0 = the first), which is past all before; those between are blank,
 * and a blank cell is not kept, so that a row ends at its last cell that is not. STEAD_RANGE
 * when the sheet holds more than it may, or the row over 16 MB. */
stead_status stead_row_put(stead_row *row, size_t column, stead_cell_type type,
                           const char *text, size_t len, stead_error *err);

/* Counts the row as many times again. */
stead_status stead_row_repeat(stead_row *row, uint32_t times, stead_error *err);

/* The row as a record, good until the row is touched; one of nothing has one blank cell. */
stead_record stead_row_record(stead_row *row, uint32_t line);

#endif
