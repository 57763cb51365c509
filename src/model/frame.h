/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* model/frame: a table of typed columns. What is read from a file, kept in the database, worked
 * on and shown is a frame; once built it is not changed. A cell may be missing, which is
 * neither zero nor "". */
#ifndef STEAD_MODEL_FRAME_H
#define STEAD_MODEL_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "base/symbols.h"

typedef enum {
    STEAD_TEXT,     /* codes and names */
    STEAD_INTEGER,  /* counts, years, row numbers */
    STEAD_QUANTITY, /* people and weighted people, in 10^-9 */
    STEAD_MONEY,    /* pence */
    STEAD_RATE,     /* in 10^-9 */
    STEAD_REAL      /* indices and other statistics */
} stead_kind;

#define STEAD_MISSING                                                                          \
    INT64_MIN /* in integer, quantity, money and rate columns; NaN in real, 0 in text */

typedef struct {
    const char *name;
    stead_kind kind;
} stead_column;

typedef struct stead_frame stead_frame;

/* "text", "integer", "quantity", "money", "rate", "real". */
const char *stead_kind_name(stead_kind kind);

/* An empty frame; names are copied. STEAD_DUPLICATE when two columns share a name. */
stead_status stead_frame_create(stead_frame **out, const stead_column *columns, size_t count,
                                stead_error *err);
void stead_frame_free(stead_frame *frame); /* NULL is fine */

size_t stead_frame_width(const stead_frame *frame);
size_t stead_frame_height(const stead_frame *frame);
const char *stead_frame_name(const stead_frame *frame, size_t column);
stead_kind stead_frame_kind(const stead_frame *frame, size_t column);
/* The column of that name; false when there is none. */
bool stead_frame_find(const stead_frame *frame, const char *name, size_t *column);

/* Building: a new last row with every cell missing, then its cells. Integer, quantity, money
 * and rate cells are set by set_number in their own units. Setting may only touch the last row.
 */
stead_status stead_frame_add_row(stead_frame *frame, stead_error *err);
stead_status stead_frame_set_text(stead_frame *frame, size_t column, const char *text,
                                  size_t len, stead_error *err);
/* Sets a text cell to what stands above it, when that is `text`; says whether it was. */
bool stead_frame_repeat_text(stead_frame *frame, size_t column, const char *text, size_t len);
void stead_frame_set_number(stead_frame *frame, size_t column, int64_t value);
void stead_frame_set_real(stead_frame *frame, size_t column, double value);
/* The line of the source file that the last row came from (1 = the first line); 0 when it has
 * none. */
void stead_frame_set_line(stead_frame *frame, uint32_t line);

/* Takes the last row back. */
void stead_frame_drop_row(stead_frame *frame);

/* The same columns and rows. */
stead_status stead_frame_copy(stead_frame **out, const stead_frame *frame, stead_error *err);
/* Sets the whole text column called `name`, in place of the one of that name or as a new last
 * one: a text for each row, NULL for missing. */
stead_status stead_frame_set_texts(stead_frame *frame, const char *name,
                                   const char *const *texts, stead_error *err);

bool stead_frame_is_missing(const stead_frame *frame, size_t row, size_t column);
const char *stead_frame_text(const stead_frame *frame, size_t row,
                             size_t column); /* "" when missing */
int64_t stead_frame_number(const stead_frame *frame, size_t row, size_t column);
double stead_frame_real(const stead_frame *frame, size_t row, size_t column);
uint32_t stead_frame_line(const stead_frame *frame, size_t row);

/* Whole columns, for calculations; good until the frame is freed or grows. */
const stead_symbol *stead_frame_texts(const stead_frame *frame, size_t column);
const int64_t *stead_frame_numbers(const stead_frame *frame, size_t column);
const double *stead_frame_reals(const stead_frame *frame, size_t column);
const stead_symbols *stead_frame_symbols(const stead_frame *frame);

#endif
