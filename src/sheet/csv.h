/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/csv: published CSV files read row by row (RFC 4180), in memory that does not grow with
 * the file. Nothing is mended by guess: what is not well formed is refused with its line and
 * column. */
#ifndef STEAD_SHEET_CSV_H
#define STEAD_SHEET_CSV_H

#include "sheet/record.h"

typedef enum {
    STEAD_UTF8,  /* with or without a byte order mark; every byte is checked */
    STEAD_CP1252 /* as older Windows programs write; given back as UTF-8 */
} stead_encoding;

typedef struct stead_csv stead_csv;

/* Opens a file. STEAD_NOTFOUND when there is none, STEAD_IO when it cannot be read. */
stead_status stead_csv_open(stead_csv **out, const char *path, stead_encoding encoding,
                            stead_error *err);

/* Reads `bytes`, which must outlive the reader; `name` is what messages call them. */
stead_status stead_csv_open_bytes(stead_csv **out, const char *name, const char *bytes,
                                  size_t len, stead_encoding encoding, stead_error *err);
void stead_csv_close(stead_csv *csv); /* NULL is fine */

/* The next row, or at the end one without cells. A blank line is a row of one empty cell.
 * STEAD_PARSE for a stray quote, text after a closing quote, a quote never closed, a NUL byte,
 * a lone carriage return, a byte that is not text, a row over 16 MB; the message begins
 * "name:line:column: ", column in characters. After an error there are no more rows. */
stead_status stead_csv_next(stead_csv *csv, stead_record *record, stead_error *err);

/* The path or name it was opened by. */
const char *stead_csv_name(const stead_csv *csv);

/* How many bytes have been read, and their SHA-256: those of the whole file once the end has
 * been given. The digest may be asked for once. */
uint64_t stead_csv_size(const stead_csv *csv);
stead_status stead_csv_digest(stead_csv *csv, char out[STEAD_DIGEST_HEX], stead_error *err);

/* The same as rows of any file; closing them closes it. */
stead_rows stead_csv_rows(stead_csv *csv);

#endif
