/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/recipe: how one kind of published file is read into a frame, as its recipe declares:
 * which columns under which headings, what a blank means, what must hold. What does not fit is
 * refused with the cell named, or listed where the recipe says so. */
#ifndef STEAD_SHEET_RECIPE_H
#define STEAD_SHEET_RECIPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/frame.h"
#include "sheet/record.h"

typedef enum {
    STEAD_BLANK_REFUSE,    /* the file is refused */
    STEAD_BLANK_LEAVE_OUT, /* the cell is missing, and listed */
    STEAD_BLANK_ALLOW      /* the cell is missing */
} stead_blank;

typedef struct {
    const char *name; /* of the frame's column */
    stead_kind kind;
    const char *const *headings; /* by edition; the first that the file has is read */
    size_t heading_count;
    size_t position; /* 1 = the first column; for files without headings, else 0 */
    bool optional;   /* without such a column every cell is missing, and a problem listed */
    bool key;        /* the key fields together are different on every row */
    stead_blank blank;
    int power;    /* written in units of 10^power: 3 for thousands; for percentages -2 */
    bool reports; /* what does not fit is left missing and listed as a problem, not refused */
    const char *const *marks; /* texts that mean missing; such cells are always listed */
    size_t mark_count;
    const char *pattern; /* what its text must look like (sheet/pattern); NULL: anything */
} stead_field;

/* Only rows whose field is as the pattern says are kept. */
typedef struct {
    size_t field;
    const char *pattern;
} stead_only;

/* The sums of the columns `of` each come to that of `to`, to `within` in the columns' units. */
typedef struct {
    const size_t *of;
    size_t of_count, to;
    int64_t within;
    bool reports;
} stead_sums;

typedef struct {
    const stead_field *fields;
    size_t field_count;
    const char *header;       /* the first cell of the heading row; NULL: there is none */
    size_t within;            /* the heading row is among the first `within` rows */
    const char *const *stops; /* the table ends before a row whose first cell is one of these */
    size_t stop_count;
    bool trim;   /* spaces around a cell are dropped */
    bool commas; /* numbers may have thousands commas */
    const stead_only *only;
    size_t only_count;
    const stead_sums *sums;
    size_t sum_count;
    bool counted; /* from row_least to row_most rows are kept */
    size_t row_least, row_most;
} stead_recipe;

/* What a reading found. `notes` has a row for everything listed, in file order: "what"
 * ("blank", "left out" or "problem"), "line", "field", "key", "text" (as the file has it),
 * "message". */
typedef struct {
    stead_frame *notes;
    uint64_t bytes;
    char sha256[STEAD_DIGEST_HEX];
} stead_reading;

enum {
    STEAD_NOTE_WHAT,
    STEAD_NOTE_LINE,
    STEAD_NOTE_FIELD,
    STEAD_NOTE_KEY,
    STEAD_NOTE_TEXT,
    STEAD_NOTE_MESSAGE,
    STEAD_NOTE_WIDTH
};

/* Reads all of `rows`, which stay the caller's; where they are sparse, what they leave out is
 * blank, and cells past the headings are passed over. Wholly blank rows are passed over.
 * STEAD_NOTFOUND when the heading row or a column is not there, STEAD_DUPLICATE when a key or a
 * heading is there twice, STEAD_MISMATCH when what must hold does not, STEAD_PARSE when a cell
 * or row does not fit. On success the caller frees *out and clears *reading; else there is
 * nothing to free. */
stead_status stead_recipe_read(const stead_recipe *recipe, stead_rows rows, stead_frame **out,
                               stead_reading *reading, stead_error *err);
void stead_reading_clear(stead_reading *reading);

#endif
