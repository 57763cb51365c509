/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* store/ledger: entries of a ledger appended chunk by chunk, each chunk with how far it brings
 * the file in one transaction, so that a killed import goes on where it stood. */
#ifndef STEAD_STORE_LEDGER_H
#define STEAD_STORE_LEDGER_H

#include "store/db.h"

/* What a row says; the first eleven make its line. */
typedef enum {
    STEAD_LEDGER_YEAR,
    STEAD_LEDGER_PLACE,
    STEAD_LEDGER_STREAM,
    STEAD_LEDGER_SERVICE,
    STEAD_LEDGER_FUNDER,
    STEAD_LEDGER_HOLDER,
    STEAD_LEDGER_KIND,
    STEAD_LEDGER_RECURRENT,
    STEAD_LEDGER_STATUS,
    STEAD_LEDGER_LEVEL,
    STEAD_LEDGER_BASIS,
    STEAD_LEDGER_MONTH,
    STEAD_LEDGER_AMOUNT,
    STEAD_LEDGER_CORRECTS,
    STEAD_LEDGER_WIDTH
} stead_ledger_field;
enum { STEAD_LEDGER_LINE = STEAD_LEDGER_MONTH };

/* "year", "place", … */
const char *stead_ledger_field_name(stead_ledger_field field);

typedef struct {
    const char *constants[STEAD_LEDGER_WIDTH]; /* what every row has; NULL: the chunk says */
    const char *const *years;                  /* that rows may be of */
    size_t year_count;
    bool negative_plan; /* plans may be below nil: income is planned */
} stead_ledger_terms;

/* Which cell was refused. */
typedef struct {
    stead_ledger_field field;
    uint32_t line;
} stead_ledger_fault;

typedef struct stead_ledger stead_ledger;

/* Goes on with the import `id` of the table ledger_import. `terms` must outlive it. */
stead_status stead_ledger_open(stead_ledger **out, stead_db *db, int64_t id,
                               const stead_ledger_terms *terms, stead_error *err);
void stead_ledger_close(stead_ledger *ledger); /* NULL is fine */

/* Appends the chunk, whose columns are called as the fields (text; amount money, corrects
 * integer), and how far the file has come, all or nothing. Rows that an earlier run committed
 * are passed over. STEAD_MISMATCH when those are not the same rows: the file has changed.
 * STEAD_PARSE, STEAD_NOTFOUND, STEAD_RANGE, STEAD_DUPLICATE for a cell, which *fault names. */
stead_status stead_ledger_append(stead_ledger *ledger, const stead_frame *chunk,
                                 stead_ledger_fault *fault, stead_error *err);

/* Rows seen so far, and how many of them an earlier run had committed. */
uint64_t stead_ledger_rows(const stead_ledger *ledger);
uint64_t stead_ledger_resumed(const stead_ledger *ledger);

#endif
