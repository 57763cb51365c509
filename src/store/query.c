/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* store/query: a user's statement, and its rows as a frame. */
#include <stdlib.h>
#include <string.h>

#include "store/handle.h"

typedef struct {
    stead_db *db;
    sqlite3_stmt *stmt;
    stead_column *columns;
    size_t width;
    stead_frame *frame;
    bool widened; /* a column proved to be of a wider kind than its first row showed */
} query;

static stead_status fail_sql(const stead_db *db, stead_error *err)
{
    int at = sqlite3_error_offset(db->sql);
    if (at < 0)
        return stead_fail(err, STEAD_DB, "sql: %s", sqlite3_errmsg(db->sql));
    return stead_fail(err, STEAD_DB, "sql: %s, at character %d", sqlite3_errmsg(db->sql),
                      at + 1);
}

static stead_status prepare_one(stead_db *db, sqlite3_stmt **out, const char **rest,
                                const char *end, bool write, stead_error *err)
{
    guard g = {0};
    guard_set(db, &g);
    int rc = sqlite3_prepare_v2(db->sql, *rest, (int)(end - *rest), out, rest);
    guard_clear(db);
    if (rc == SQLITE_OK && !write && !sqlite3_stmt_readonly(*out))
        return stead_fail(err, STEAD_DB,
                          "sql: refused: it would change the database; say --write, or in Lua "
                          "write = true, to let it");
    if (rc == SQLITE_OK)
        return STEAD_OK;
    if (g.refused != NULL)
        return stead_fail(err, STEAD_DB, "sql: refused: %s", g.refused);
    return (rc & 0xFF) == SQLITE_ERROR ? fail_sql(db, err) : handle_fail(db, rc, "sql", err);
}

/* Prepares the one statement of `sql`; nothing but spaces, comments and ';' may follow it. */
static stead_status prepare_only(stead_db *db, sqlite3_stmt **out, const char *sql, size_t len,
                                 bool write, stead_error *err)
{
    const char *rest = sql, *end = sql + len;
    *out = NULL;
    if (len > INT32_MAX / 2 || memchr(sql, '\0', len) != NULL)
        return stead_fail(err, STEAD_PARSE, "sql: too long, or with a zero byte in it");
    while (rest < end) {
        sqlite3_stmt *stmt = NULL;
        const char *before = rest;
        if (*out != NULL &&
            sqlite3_prepare_v2(db->sql, rest, (int)(end - rest), &stmt, &rest) == SQLITE_OK &&
            stmt == NULL)
            continue;
        if (*out != NULL) {
            sqlite3_finalize(stmt);
            return stead_fail(err, STEAD_PARSE,
                              "sql: one statement at a time; a second begins "
                              "at character %lld",
                              (long long)(before - sql) + 1);
        }
        if (prepare_one(db, out, &rest, end, write, err) != STEAD_OK)
            return err->code;
    }
    return *out != NULL ? STEAD_OK : stead_fail(err, STEAD_PARSE, "sql: there is no statement");
}

static const stead_param *param_for(int at, const char *name, const stead_param *params,
                                    size_t count)
{
    if (name == NULL || name[0] == '?')
        return (size_t)at <= count && params[at - 1].name == NULL ? &params[at - 1] : NULL;
    for (size_t i = 0; i < count; i++)
        if (params[i].name != NULL && strcmp(params[i].name, name + 1) == 0)
            return &params[i];
    return NULL;
}

static stead_status bind_all(query *q, const stead_param *params, size_t count,
                             stead_error *err)
{
    int wanted = sqlite3_bind_parameter_count(q->stmt);
    if ((size_t)wanted < count)
        return stead_fail(err, STEAD_MISMATCH, "sql: %zu values for %d parameters", count,
                          wanted);
    for (int at = 1; at <= wanted; at++) {
        const char *name = sqlite3_bind_parameter_name(q->stmt, at);
        const stead_param *value = param_for(at, name, params, count);
        if (value == NULL && name != NULL)
            return stead_fail(err, STEAD_MISMATCH, "sql: parameter '%s' has no value", name);
        if (value == NULL)
            return stead_fail(err, STEAD_MISMATCH, "sql: parameter %d has no value", at);
        int rc = rows_bind(q->stmt, at, value);
        if (rc != SQLITE_OK)
            return handle_fail(q->db, rc, "sql", err);
    }
    return STEAD_OK;
}

static bool is_money(const char *name)
{
    size_t len = strlen(name);
    return strcmp(name, "pence") == 0 || (len > 6 && strcmp(name + len - 6, "_pence") == 0);
}

static bool declared(const char *type, const char *word)
{
    return type != NULL && sqlite3_stricmp(type, word) == 0;
}

/* The kind that the first row suggests; where it has no value, the column's declared type. */
static stead_kind first_kind(sqlite3_stmt *stmt, int at, bool have_row)
{
    const char *type = sqlite3_column_decltype(stmt, at);
    if (is_money(sqlite3_column_name(stmt, at)))
        return STEAD_MONEY;
    switch (have_row ? sqlite3_column_type(stmt, at) : SQLITE_NULL) {
    case SQLITE_INTEGER:
        return STEAD_INTEGER;
    case SQLITE_FLOAT:
        return STEAD_REAL;
    case SQLITE_NULL:
        return declared(type, "REAL")   ? STEAD_REAL
               : declared(type, "TEXT") ? STEAD_TEXT
                                        : STEAD_INTEGER;
    default:
        return STEAD_TEXT;
    }
}

static stead_status widen(query *q, size_t at, stead_kind kind, stead_error *err)
{
    const char *name = q->columns[at].name;
    if (q->columns[at].kind == STEAD_MONEY)
        return stead_fail(
            err, STEAD_PARSE,
            "sql: column '%s' is money by its name, but holds '%s', which is not a "
            "whole number of pence; round it in the query or name it otherwise",
            name, (const char *)sqlite3_column_text(q->stmt, (int)at));
    q->columns[at].kind = kind;
    q->widened = true;
    return STEAD_OK;
}

static stead_status take_cell(query *q, size_t at, stead_error *err)
{
    int column = (int)at, type = sqlite3_column_type(q->stmt, column);
    stead_kind kind = q->columns[at].kind;
    if (type == SQLITE_NULL)
        return STEAD_OK;
    if (type == SQLITE_BLOB)
        return stead_fail(err, STEAD_PARSE,
                          "sql: column '%s' holds bytes, which are not a value",
                          q->columns[at].name);
    if (kind == STEAD_TEXT) {
        const char *text = (const char *)sqlite3_column_text(q->stmt, column);
        if (text == NULL)
            return stead_nomem(err, "sql");
        return stead_frame_set_text(q->frame, at, text,
                                    (size_t)sqlite3_column_bytes(q->stmt, column), err);
    }
    if (type == SQLITE_TEXT)
        return widen(q, at, STEAD_TEXT, err);
    if (kind == STEAD_REAL)
        stead_frame_set_real(q->frame, at, sqlite3_column_double(q->stmt, column));
    else if (type == SQLITE_FLOAT)
        return widen(q, at, STEAD_REAL, err);
    else
        stead_frame_set_number(q->frame, at, sqlite3_column_int64(q->stmt, column));
    return STEAD_OK;
}

static stead_status take_row(query *q, stead_error *err)
{
    if (stead_frame_add_row(q->frame, err) != STEAD_OK)
        return err->code;
    for (size_t at = 0; at < q->width; at++)
        if (take_cell(q, at, err) != STEAD_OK)
            return err->code;
    return STEAD_OK;
}

static stead_status new_frame(query *q, stead_error *err)
{
    stead_frame_free(q->frame);
    q->frame = NULL;
    stead_status rc = stead_frame_create(&q->frame, q->columns, q->width, err);
    if (rc == STEAD_DUPLICATE) {
        stead_error why = *err;
        return stead_fail(err, rc, "sql: %s; name one of them otherwise with AS", why.text);
    }
    return rc;
}

/* Steps through the rows that are left; `rc` is what the first step gave. */
static stead_status take_rows(query *q, int rc, stead_error *err)
{
    q->widened = false;
    if (new_frame(q, err) != STEAD_OK)
        return err->code;
    for (; rc == SQLITE_ROW; rc = sqlite3_step(q->stmt)) {
        if (take_row(q, err) != STEAD_OK)
            return err->code;
        if (q->widened)
            return STEAD_OK;
    }
    return rc == SQLITE_DONE ? STEAD_OK : handle_fail(q->db, rc, "sql", err);
}

/* A frame's kinds are fixed from the start. Where a later row needs a wider one, the statement
 * runs again from the beginning; one that writes is undone in between. */
static stead_status run_once(query *q, bool first, stead_error *err)
{
    work w;
    bool writes = !sqlite3_stmt_readonly(q->stmt);
    if (writes && work_begin(&w, q->db, err) != STEAD_OK)
        return err->code;
    int step = sqlite3_step(q->stmt);
    for (size_t at = 0; first && at < q->width; at++)
        q->columns[at] = (stead_column){sqlite3_column_name(q->stmt, (int)at),
                                        first_kind(q->stmt, (int)at, step == SQLITE_ROW)};
    stead_status rc = take_rows(q, step, err);
    sqlite3_reset(q->stmt);
    if (!writes)
        return rc;
    stead_error undone = *err;
    if (rc == STEAD_OK && q->widened)
        work_end(&w, q->db, STEAD_DB, &undone);
    else
        rc = work_end(&w, q->db, rc, err);
    return rc;
}

static stead_status run_rows(query *q, stead_error *err)
{
    stead_status rc = run_once(q, true, err);
    while (rc == STEAD_OK && q->widened)
        rc = run_once(q, false, err);
    return rc;
}

/* A statement without results: how many rows it changed. */
static stead_status run_changes(query *q, stead_error *err)
{
    work w;
    q->columns[0] = (stead_column){"changes", STEAD_INTEGER};
    q->width = 1;
    if (work_begin(&w, q->db, err) != STEAD_OK)
        return err->code;
    int64_t before = sqlite3_total_changes64(q->db->sql);
    int step = sqlite3_step(q->stmt);
    stead_status rc = step == SQLITE_DONE || step == SQLITE_ROW
                          ? new_frame(q, err)
                          : handle_fail(q->db, step, "sql", err);
    if (rc == STEAD_OK)
        rc = stead_frame_add_row(q->frame, err);
    sqlite3_reset(q->stmt);
    if (rc == STEAD_OK)
        stead_frame_set_number(q->frame, 0, sqlite3_total_changes64(q->db->sql) - before);
    return work_end(&w, q->db, rc, err);
}

stead_status stead_db_query(stead_frame **out, stead_db *db, const char *sql, size_t len,
                            const stead_param *params, size_t count, bool write,
                            stead_error *err)
{
    query q = {.db = db};
    if (prepare_only(db, &q.stmt, sql, len, write, err) != STEAD_OK) {
        sqlite3_finalize(q.stmt);
        return err->code;
    }
    q.width = (size_t)sqlite3_column_count(q.stmt);
    q.columns = calloc(q.width + 1, sizeof *q.columns);
    stead_status rc =
        q.columns == NULL ? stead_nomem(err, "sql") : bind_all(&q, params, count, err);
    if (rc == STEAD_OK)
        rc = q.width == 0 ? run_changes(&q, err) : run_rows(&q, err);
    sqlite3_finalize(q.stmt);
    free(q.columns);
    if (rc == STEAD_OK)
        *out = q.frame;
    else
        stead_frame_free(q.frame);
    return rc;
}
