/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* store/ledger_line: the lines of a ledger, found or made. Of this room alone. */
#ifndef STEAD_STORE_LEDGER_LINE_H
#define STEAD_STORE_LEDGER_LINE_H

#include "store/handle.h"
#include "store/ledger.h"

typedef struct {
    stead_db *db;
    const stead_ledger_terms *terms;
    sqlite3_stmt *find, *add, *place, *body;
} ledger_lines;

stead_status ledger_lines_open(ledger_lines *lines, stead_db *db,
                               const stead_ledger_terms *terms, stead_error *err);
void ledger_lines_close(ledger_lines *lines);

/* The line with these texts (NULL: missing), made when it is new. *field is the one refused. */
stead_status ledger_lines_id(ledger_lines *lines, const char *const texts[STEAD_LEDGER_LINE],
                             int64_t *id, stead_ledger_field *field, stead_error *err);

#endif
