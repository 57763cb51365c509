/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/book: a workbook to be written, whatever its format: a cover sheet, then one sheet for
 * each table, laid out as the Government Analysis Function advises for accessible spreadsheets:
 * a title in the first cell, one table to a sheet, nothing merged, no blank rows between. */
#ifndef STEAD_SHEET_BOOK_H
#define STEAD_SHEET_BOOK_H

#include <stdbool.h>

#include "base/decimal.h"
#include "base/text.h"
#include "model/frame.h"

typedef struct {
    const char *name;  /* of its sheet */
    const char *title; /* NULL: the name */
    const stead_frame *frame;
    const char *const *headings; /* one for each column */
    const int *places;           /* decimals shown, by column; -1: as is usual for its kind */
    const stead_frame *totals;   /* NULL, or one row of the same columns, set below the rest */
} stead_table;

typedef struct {
    const char *title;
    const char *const *notes, *const *sources; /* of the cover sheet */
    size_t note_count, source_count;
    const stead_table *tables;
    size_t table_count;
} stead_book;

/* Where a sheet's table stands: 1 = the first row. */
enum { STEAD_BOOK_HEADINGS = 3, STEAD_BOOK_FIRST = 4 };
#define STEAD_BOOK_COVER "Cover"
#define STEAD_BOOK_ABOUT "This sheet has one table. Where there is no figure the cell is blank."

/* How a column is shown. */
typedef struct {
    stead_kind kind;
    bool dates;  /* a text column of days such as 2023-04-01 and nothing else */
    bool summed; /* its total is the sum of its cells, to the last digit */
    int places;  /* decimals shown; -1: as many as there are */
    int width;   /* characters */
} stead_look;

/* STEAD_PARSE when a sheet's name is not one that spreadsheets take (1 to 31 characters, none
 * of
 * []:*?/\, no quote at its ends, not "Cover", not twice), or a text is not UTF-8; STEAD_RANGE
 * for more than a sheet has room for: 1,048,576 rows, 16,384 columns, texts of 32,767
 * characters, and for a real that is not finite. */
stead_status stead_book_check(const stead_book *book, stead_error *err);

stead_look stead_book_look(const stead_table *table, size_t column);

/* Writes the figure of a cell that is not missing, nor of a text column, with all its digits;
 * a rate as a decimal. Returns the length. */
size_t stead_book_digits(const stead_frame *frame, size_t row, size_t column,
                         char out[STEAD_DECIMAL_TEXT]);

/* The cover sheet's rows one after another; false when there are no more. Headings stand above
 * what follows them. */
typedef struct {
    const char *text; /* NULL for a sheet, whose name and title are: */
    const char *name, *title;
    bool heading;
} stead_cover_row;
bool stead_book_cover(const stead_book *book, size_t row, stead_cover_row *out);

#endif
