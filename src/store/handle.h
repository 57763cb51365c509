/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* store/handle: what the files of this room share, and no other room sees. */
#ifndef STEAD_STORE_HANDLE_H
#define STEAD_STORE_HANDLE_H

#include <sqlite3.h>

#include "store/db.h"

struct stead_db {
    sqlite3 *sql;
    char *path;
    char *reference; /* NULL when none is attached */
    bool (*stop)(void *context);
    void *context;
};

/* Turns SQLite's result code and message into an error that says what to do; `what` goes first
 * and may be NULL for the file's path. */
stead_status handle_fail(const stead_db *db, int rc, const char *what, stead_error *err);

stead_status handle_prepare(stead_db *db, sqlite3_stmt **out, const char *sql,
                            stead_error *err);

/* The whole number that a query without parameters gives; 0 when it gives no row. */
stead_status handle_number(stead_db *db, const char *sql, int64_t *out, stead_error *err);

/* Whether `schema` (main, england) has a table or view of that name. */
stead_status handle_has(stead_db *db, const char *schema, const char *table, bool *out,
                        stead_error *err);

/* Opens `path` (percent-encoded as needed) with a `mode` of ro, rw or rwc, or "immutable=1". */
int handle_open_file(sqlite3 **out, const char *path, const char *mode);
char *handle_uri(const char *path, const char *mode); /* sqlite3_free it; NULL: no memory */

/* Work that is all or nothing, inside the open transaction if there is one. `work_end` rolls
 * back when `rc` is not STEAD_OK or when committing fails, and returns what came of it. */
typedef struct {
    bool nested;
} work;
stead_status work_begin(work *w, stead_db *db, stead_error *err);
stead_status work_end(work *w, stead_db *db, stead_status rc, stead_error *err);

/* Brings the schema up to date, or checks it when `readonly`. */
stead_status schema_prepare(stead_db *db, const char *folder, bool readonly, stead_error *err);

/* Checks that the attached reference tables have the schema of `folder`, or an older one. */
stead_status schema_check(stead_db *db, const char *database, const char *path,
                          const char *folder, stead_error *err);

/* Binds one parameter's value. */
int rows_bind(sqlite3_stmt *stmt, int at, const stead_param *value);

/* Keeps a user's query from being prepared when it reaches outside the database. */
typedef struct {
    const char *refused; /* why, or NULL */
} guard;
void guard_set(stead_db *db, guard *g);
void guard_clear(stead_db *db);

#endif
