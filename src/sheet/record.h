/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/record: a row as every reader of files gives it, and rows to come, whatever the file's
 * format. What a recipe reads. */
#ifndef STEAD_SHEET_RECORD_H
#define STEAD_SHEET_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"
#include "base/status.h"

typedef enum {
    STEAD_CELL_TEXT,    /* a text; all that CSV has */
    STEAD_CELL_NUMBER,  /* in the digits that the file holds */
    STEAD_CELL_DATE,    /* "2023-04-01", "12:30:00" or "2023-04-01T12:30:00" */
    STEAD_CELL_BOOLEAN, /* "TRUE" or "FALSE" */
    STEAD_CELL_ERROR    /* what a formula came to: "#REF!" */
} stead_cell_type;

typedef struct {
    const char *text; /* UTF-8, not NUL-terminated */
    size_t len;       /* 0: the cell is blank */
    stead_cell_type type;
} stead_cell;

typedef struct {
    const stead_cell *cells; /* good until the next row is asked for */
    size_t count;            /* 0: the file has ended */
    uint32_t line;           /* of the file, where the row begins; 1 is the first */
} stead_record;

/* What a reader can do; each takes the reader itself. */
typedef struct {
    stead_status (*next)(void *reader, stead_record *record, stead_error *err);
    const char *(*name)(const void *reader);
    uint64_t (*size)(const void *reader);
    stead_status (*digest)(void *reader, char out[STEAD_DIGEST_HEX], stead_error *err);
    void (*close)(void *reader);
    bool sparse; /* rows end at their last cell that is not blank, as in spreadsheets */
} stead_rows_class;

typedef struct {
    const stead_rows_class *is; /* NULL: closed */
    void *reader;
} stead_rows;

/* The next row, or at the end one without cells; a row of nothing is one blank cell. After an
 * error there are no more rows. */
stead_status stead_rows_next(stead_rows rows, stead_record *record, stead_error *err);

/* What messages call the file. */
const char *stead_rows_name(stead_rows rows);

/* The bytes of the whole file and their SHA-256, once the end has been given. The digest may be
 * asked for once. */
uint64_t stead_rows_size(stead_rows rows);
stead_status stead_rows_digest(stead_rows rows, char out[STEAD_DIGEST_HEX], stead_error *err);
void stead_rows_close(stead_rows *rows); /* safe twice */

#endif
