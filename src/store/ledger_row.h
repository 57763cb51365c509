/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* store/ledger_row: one row of a chunk, checked and inserted. Of this room alone. */
#ifndef STEAD_STORE_LEDGER_ROW_H
#define STEAD_STORE_LEDGER_ROW_H

#include "store/ledger_line.h"

/* Lines met lately, by their texts: what is known is neither checked nor looked up again. The
 * memory it takes is bounded however many lines a file has. */
enum { SLOTS = 1 << 17, WAYS = 8, MOST_TEXTS = 1 << 17, BULK = 32 };

typedef struct {
    stead_symbol texts[STEAD_LEDGER_LINE];
    int64_t id; /* 0: empty */
    bool plan;
} slot;

typedef struct {
    stead_symbol symbol; /* in the ledger's own table */
    uint64_t hash;
} known_text;

struct stead_ledger {
    stead_db *db;
    int64_t id;
    const stead_ledger_terms *terms;
    ledger_lines lines;
    sqlite3_stmt *insert, *bulk, *progress, *corrected;
    stead_symbols *texts;
    slot *slots;
    known_text constants[STEAD_LEDGER_WIDTH];
    uint64_t rows, resumed, chain, resumed_chain;
};

typedef struct {
    int64_t row, line, month, pence, corrects;
} entry;

/* A chunk in hand. */
typedef struct {
    stead_ledger *ledger;
    const stead_frame *frame;
    size_t columns[STEAD_LEDGER_WIDTH];             /* SIZE_MAX: not in the chunk */
    const stead_symbol *cells[STEAD_LEDGER_AMOUNT]; /* NULL: likewise */
    known_text *texts;                              /* by the chunk's symbols */
    stead_ledger_fault *fault;
    entry wait[BULK]; /* bound to `bulk` and not yet inserted */
    int waiting;
} chunk;

known_text ledger_text_at(const chunk *c, size_t row, int field);

/* Checks the row and inserts it, perhaps only when others have come to it. `hash` is of
 * `texts`, the row's line. */
stead_status ledger_row_take(chunk *c, size_t row, uint64_t hash, const stead_symbol *texts,
                             stead_error *err);

/* Inserts what waits. */
stead_status ledger_rows_insert(chunk *c, stead_error *err);

/* Runs a statement that gives no rows, and makes it ready to be run again. */
stead_status ledger_run(stead_ledger *ledger, sqlite3_stmt *stmt, stead_error *err);

#endif
