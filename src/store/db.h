/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* store/db: the database of a book, or of the product's reference tables. The only room that
 * knows which engine keeps it. */
#ifndef STEAD_STORE_DB_H
#define STEAD_STORE_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "model/frame.h"

typedef struct stead_db stead_db;

typedef struct {
    bool create;   /* make the file when there is none */
    bool readonly; /* nothing in the file may change; the schema is not brought up to date */
    const char *schema;    /* folder of the numbered migrations; NULL leaves the schema alone */
    const char *reference; /* file of the reference tables, seen in SQL as `england`; or NULL */
} stead_db_options;

/* Opens the file at `path` (":memory:" for none) and brings its schema up to date; an older
 * file is copied beside itself first, as PATH.before-N (N is the schema it is brought to).
 * STEAD_NOTFOUND when there is no such file; STEAD_NEWER when a newer stead made it; STEAD_IO
 * when the file system refuses; STEAD_DB when it is not a database of stead's. */
stead_status stead_db_open(stead_db **out, const char *path, const stead_db_options *options,
                           stead_error *err);
void stead_db_close(stead_db *db); /* NULL is fine; an open transaction is rolled back */

/* The version of the engine that keeps it. */
const char *stead_db_engine(void);

const char *stead_db_path(const stead_db *db);
const char *stead_db_reference(const stead_db *db); /* NULL when none is attached */

/* Runs SQL of stead's own, any number of statements, results ignored. */
stead_status stead_db_run(stead_db *db, const char *script, stead_error *err);

/* One transaction. What is committed survives a kill and a power cut; what is not leaves no
 * trace. Only one may be open; imports and inserts inside it become part of it. */
stead_status stead_db_begin(stead_db *db, stead_error *err);
stead_status stead_db_commit(stead_db *db, stead_error *err); /* rolls back when it fails */
void stead_db_rollback(stead_db *db);
bool stead_db_in_transaction(const stead_db *db);

/* Asked every so often while a statement runs; it stops with STEAD_DB when `stop` says so. */
void stead_db_watch(stead_db *db, bool (*stop)(void *context), void *context);

/* Makes a finished file one that can be shipped and read from a read-only folder: compact, and
 * without a log beside it. */
stead_status stead_db_seal(stead_db *db, stead_error *err);

/* A value for a parameter of a query: positional when `name` is NULL. */
typedef struct {
    const char *name; /* without the leading ':' */
    bool missing;
    stead_kind kind;  /* STEAD_TEXT, STEAD_REAL, or any other: `number` in its own units */
    const char *text; /* not NUL-terminated */
    size_t len;
    int64_t number;
    double real;
} stead_param;

/* Runs one statement that a user wrote. Unless `write`, whatever would change the database is
 * refused. Columns called pence or ending in _pence are money; the others are integer, real or
 * text by what they hold. A statement without results gives one row, `changes`. A statement
 * that fails changes nothing. */
stead_status stead_db_query(stead_frame **out, stead_db *db, const char *sql, size_t len,
                            const stead_param *params, size_t count, bool write,
                            stead_error *err);

/* Inserts every row of `frame` into `table` by column names, all or nothing. `constants` are
 * named values for further columns. When the table has a column `line` and the frame has none,
 * it takes the frame's lines. Quantities and rates go in as 10^-9, money as pence.
 * STEAD_DUPLICATE when a key is there already; every refusal names the line. */
stead_status stead_db_insert(stead_db *db, const char *table, const stead_frame *frame,
                             const stead_param *constants, size_t count, stead_error *err);

/* Makes `frame` a temporary table that queries can name, in place of an earlier one of that
 * name. Quantities and rates become REAL; a money column NAME becomes NAME_pence unless it is
 * called so already. */
stead_status stead_db_name_frame(stead_db *db, const char *name, const stead_frame *frame,
                                 stead_error *err);

#endif
