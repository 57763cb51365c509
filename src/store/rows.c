/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* store/rows: frames into tables. */
#include <stdlib.h>
#include <string.h>

#include "store/handle.h"

static int bind_missing_or(sqlite3_stmt *stmt, int at, int64_t number)
{
    return number == STEAD_MISSING ? sqlite3_bind_null(stmt, at)
                                   : sqlite3_bind_int64(stmt, at, number);
}

int rows_bind(sqlite3_stmt *stmt, int at, const stead_param *value)
{
    if (value->missing)
        return sqlite3_bind_null(stmt, at);
    if (value->kind == STEAD_TEXT)
        return sqlite3_bind_text64(stmt, at, value->text, value->len, SQLITE_STATIC,
                                   SQLITE_UTF8);
    if (value->kind == STEAD_REAL)
        return sqlite3_bind_double(stmt, at, value->real);
    return bind_missing_or(stmt, at, value->number);
}

/* `nano`: quantities and rates go in as 10^-9; otherwise as REAL. */
static int bind_cell(sqlite3_stmt *stmt, int at, const stead_frame *frame, size_t row,
                     size_t column, bool nano)
{
    stead_kind kind = stead_frame_kind(frame, column);
    if (stead_frame_is_missing(frame, row, column))
        return sqlite3_bind_null(stmt, at);
    if (kind == STEAD_TEXT) {
        stead_symbol symbol = stead_frame_texts(frame, column)[row];
        const stead_symbols *symbols = stead_frame_symbols(frame);
        return sqlite3_bind_text64(stmt, at, stead_symbols_text(symbols, symbol),
                                   stead_symbols_length(symbols, symbol), SQLITE_STATIC,
                                   SQLITE_UTF8);
    }
    if (kind == STEAD_REAL)
        return sqlite3_bind_double(stmt, at, stead_frame_real(frame, row, column));
    int64_t number = stead_frame_number(frame, row, column);
    if (!nano && (kind == STEAD_QUANTITY || kind == STEAD_RATE))
        return sqlite3_bind_double(stmt, at, (double)number / 1e9);
    return sqlite3_bind_int64(stmt, at, number);
}

/* What was refused on which line, in the words of SQLite: "UNIQUE constraint failed:
 * payment.source, payment.practice". */
static stead_status fail_row(stead_db *db, int rc, const char *table, const stead_frame *frame,
                             size_t row, stead_error *err)
{
    uint32_t line = stead_frame_line(frame, row);
    int extended = sqlite3_extended_errcode(db->sql);
    bool twice =
        extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY;
    if ((rc & 0xFF) != SQLITE_CONSTRAINT && (rc & 0xFF) != SQLITE_MISMATCH)
        return handle_fail(db, rc, NULL, err);
    return stead_fail(err, twice ? STEAD_DUPLICATE : STEAD_DB, "%s: %s %llu: %s", table,
                      line != 0 ? "line" : "row",
                      line != 0 ? (unsigned long long)line : (unsigned long long)row + 1,
                      sqlite3_errmsg(db->sql));
}

typedef struct {
    stead_db *db;
    sqlite3_stmt *stmt;
    const char *table;
    const stead_frame *frame;
    int first_cell; /* parameters below it stay the same from row to row */
    bool lines;     /* the last parameter is the frame's line */
    bool nano;
} insertion;

static stead_status insert_row(const insertion *in, size_t row, stead_error *err)
{
    size_t width = stead_frame_width(in->frame);
    uint32_t line = stead_frame_line(in->frame, row);
    int at = in->first_cell, rc = SQLITE_OK;
    for (size_t column = 0; rc == SQLITE_OK && column < width; column++)
        rc = bind_cell(in->stmt, at++, in->frame, row, column, in->nano);
    if (rc == SQLITE_OK && in->lines)
        rc = line == 0 ? sqlite3_bind_null(in->stmt, at)
                       : sqlite3_bind_int64(in->stmt, at, line);
    if (rc == SQLITE_OK)
        rc = sqlite3_step(in->stmt);
    if (rc != SQLITE_DONE) {
        fail_row(in->db, rc, in->table, in->frame, row, err);
        sqlite3_reset(in->stmt);
        return err->code;
    }
    sqlite3_reset(in->stmt);
    return STEAD_OK;
}

static stead_status insert_rows(const insertion *in, stead_error *err)
{
    size_t height = stead_frame_height(in->frame);
    stead_status rc = STEAD_OK;
    for (size_t row = 0; rc == STEAD_OK && row < height; row++)
        rc = insert_row(in, row, err);
    return rc;
}

static stead_status has_column(stead_db *db, const char *table, const char *column, bool *out,
                               stead_error *err)
{
    int64_t found = 0;
    char *sql =
        sqlite3_mprintf("SELECT count(*) FROM pragma_table_info(%Q, 'main') WHERE name = "
                        "%Q",
                        table, column);
    if (sql == NULL)
        return stead_nomem(err, "database");
    stead_status rc = handle_number(db, sql, &found, err);
    sqlite3_free(sql);
    *out = found > 0;
    return rc;
}

static stead_status check_columns(const insertion *in, const stead_param *constants,
                                  size_t count, stead_error *err)
{
    size_t width = stead_frame_width(in->frame);
    for (size_t i = 0; i < count + width; i++) {
        const char *name =
            i < count ? constants[i].name : stead_frame_name(in->frame, i - count);
        bool found;
        if (has_column(in->db, in->table, name, &found, err) != STEAD_OK)
            return err->code;
        if (!found)
            return stead_fail(err, STEAD_NOTFOUND, "table '%s' has no column '%s'", in->table,
                              name);
    }
    return STEAD_OK;
}

static char *insert_statement(const insertion *in, const stead_param *constants, size_t count)
{
    size_t width = stead_frame_width(in->frame);
    sqlite3_str *sql = sqlite3_str_new(NULL);
    sqlite3_str_appendf(sql, "INSERT INTO main.\"%w\" (", in->table);
    for (size_t i = 0; i < count + width; i++)
        sqlite3_str_appendf(sql, "%s\"%w\"", i == 0 ? "" : ", ",
                            i < count ? constants[i].name
                                      : stead_frame_name(in->frame, i - count));
    sqlite3_str_appendall(sql, in->lines ? ", line) VALUES (?" : ") VALUES (?");
    for (size_t i = 1; i < count + width + in->lines; i++)
        sqlite3_str_appendall(sql, ", ?");
    sqlite3_str_appendall(sql, ")");
    return sqlite3_str_finish(sql);
}

static stead_status prepare_insert(insertion *in, const stead_param *constants, size_t count,
                                   stead_error *err)
{
    size_t at;
    bool found;
    if (handle_has(in->db, "main", in->table, &found, err) != STEAD_OK)
        return err->code;
    if (!found)
        return stead_fail(err, STEAD_NOTFOUND, "there is no table '%s'", in->table);
    if (check_columns(in, constants, count, err) != STEAD_OK ||
        has_column(in->db, in->table, "line", &in->lines, err) != STEAD_OK)
        return err->code;
    if (stead_frame_find(in->frame, "line", &at))
        in->lines = false;
    char *sql = insert_statement(in, constants, count);
    stead_status rc = sql == NULL ? stead_nomem(err, "database")
                                  : handle_prepare(in->db, &in->stmt, sql, err);
    sqlite3_free(sql);
    for (size_t i = 0; rc == STEAD_OK && i < count; i++)
        if (rows_bind(in->stmt, (int)i + 1, &constants[i]) != SQLITE_OK)
            rc = handle_fail(in->db, sqlite3_errcode(in->db->sql), NULL, err);
    return rc;
}

stead_status stead_db_insert(stead_db *db, const char *table, const stead_frame *frame,
                             const stead_param *constants, size_t count, stead_error *err)
{
    work w;
    insertion in = {
        .db = db, .table = table, .frame = frame, .first_cell = (int)count + 1, .nano = true};
    if (work_begin(&w, db, err) != STEAD_OK)
        return err->code;
    stead_status rc = prepare_insert(&in, constants, count, err);
    if (rc == STEAD_OK)
        rc = insert_rows(&in, err);
    sqlite3_finalize(in.stmt);
    return work_end(&w, db, rc, err);
}

static bool says_pence(const char *name)
{
    size_t len = strlen(name);
    return strcmp(name, "pence") == 0 || (len > 6 && strcmp(name + len - 6, "_pence") == 0);
}

static void append_definition(sqlite3_str *sql, const stead_frame *frame, size_t column)
{
    static const char *const types[] = {
        [STEAD_TEXT] = "TEXT",     [STEAD_INTEGER] = "INTEGER", [STEAD_QUANTITY] = "REAL",
        [STEAD_MONEY] = "INTEGER", [STEAD_RATE] = "REAL",       [STEAD_REAL] = "REAL"};
    const char *name = stead_frame_name(frame, column);
    stead_kind kind = stead_frame_kind(frame, column);
    sqlite3_str_appendf(sql, "%s\"%w%s\" %s", column == 0 ? "" : ", ", name,
                        kind == STEAD_MONEY && !says_pence(name) ? "_pence" : "", types[kind]);
}

static stead_status create_named(stead_db *db, const char *name, const stead_frame *frame,
                                 sqlite3_stmt **insert, stead_error *err)
{
    size_t width = stead_frame_width(frame);
    sqlite3_str *make = sqlite3_str_new(NULL), *fill = sqlite3_str_new(NULL);
    sqlite3_str_appendf(make, "DROP TABLE IF EXISTS temp.\"%w\"; CREATE TABLE temp.\"%w\" (",
                        name, name);
    sqlite3_str_appendf(fill, "INSERT INTO temp.\"%w\" VALUES (", name);
    for (size_t i = 0; i < width; i++) {
        append_definition(make, frame, i);
        sqlite3_str_appendall(fill, i == 0 ? "?" : ", ?");
    }
    sqlite3_str_appendall(make, ") STRICT");
    sqlite3_str_appendall(fill, ")");
    char *create = sqlite3_str_finish(make), *statement = sqlite3_str_finish(fill);
    stead_status rc =
        create == NULL || statement == NULL ? stead_nomem(err, "database") : STEAD_OK;
    if (rc == STEAD_OK)
        rc = stead_db_run(db, create, err);
    if (rc == STEAD_OK)
        rc = handle_prepare(db, insert, statement, err);
    sqlite3_free(create);
    sqlite3_free(statement);
    return rc;
}

stead_status stead_db_name_frame(stead_db *db, const char *name, const stead_frame *frame,
                                 stead_error *err)
{
    insertion in = {.db = db, .table = name, .frame = frame, .first_cell = 1};
    if (stead_frame_width(frame) == 0)
        return stead_fail(err, STEAD_RANGE, "frame '%s' has no columns to make a table of",
                          name);
    if (stead_db_run(db, "SAVEPOINT name_frame", err) != STEAD_OK)
        return err->code;
    stead_status rc = create_named(db, name, frame, &in.stmt, err);
    if (rc == STEAD_OK)
        rc = insert_rows(&in, err);
    sqlite3_finalize(in.stmt);
    if (rc == STEAD_OK)
        return stead_db_run(db, "RELEASE name_frame", err);
    if (stead_db_in_transaction(db))
        sqlite3_exec(db->sql, "ROLLBACK TO name_frame; RELEASE name_frame", NULL, NULL, NULL);
    return rc;
}
