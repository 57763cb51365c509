/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "store/source.h"

#include <string.h>

#include "base/text.h"
#include "store/handle.h"

static void bind_text(sqlite3_stmt *stmt, int at, const char *text)
{
    if (text == NULL)
        sqlite3_bind_null(stmt, at);
    else
        sqlite3_bind_text(stmt, at, text, -1, SQLITE_STATIC);
}

/* Runs a prepared query that gives at most one number, and finalizes it. */
static stead_status one_number(stead_db *db, sqlite3_stmt *stmt, bool *found, int64_t *out,
                               stead_error *err)
{
    int rc = sqlite3_step(stmt);
    *found = rc == SQLITE_ROW;
    if (*found)
        *out = sqlite3_column_int64(stmt, 0);
    sqlite3_finalize(stmt);
    return rc == SQLITE_ROW || rc == SQLITE_DONE ? STEAD_OK : handle_fail(db, rc, NULL, err);
}

static stead_status find_same(stead_db *db, const stead_source *s, bool *found, int64_t *id,
                              stead_error *err)
{
    sqlite3_stmt *stmt;
    if (handle_prepare(db, &stmt,
                       "SELECT id FROM main.source WHERE kind = ?1 AND coalesce(year, '') = "
                       "coalesce(?2, '') AND sha256 = ?3",
                       err) != STEAD_OK)
        return err->code;
    bind_text(stmt, 1, s->kind);
    bind_text(stmt, 2, s->year);
    bind_text(stmt, 3, s->sha256);
    return one_number(db, stmt, found, id, err);
}

static stead_status add_source(stead_db *db, const stead_source *s, int64_t *id,
                               stead_error *err)
{
    const char *texts[] = {s->kind,      s->name,    s->title,  s->publisher,
                           s->licence,   s->edition, s->year,   s->url,
                           s->retrieved, s->sha256,  s->recipe, s->imported_at};
    const int count = sizeof texts / sizeof *texts;
    sqlite3_stmt *stmt;
    if (handle_prepare(
            db, &stmt,
            "INSERT INTO main.source (kind, name, title, publisher, licence, edition, "
            "year, url, retrieved, sha256, recipe, imported_at, bytes, rows) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            err) != STEAD_OK)
        return err->code;
    for (int i = 0; i < count; i++)
        bind_text(stmt, i + 1, texts[i]);
    rows_bind(stmt, count + 1, &(stead_param){.kind = STEAD_INTEGER, .number = s->bytes});
    rows_bind(stmt, count + 2, &(stead_param){.kind = STEAD_INTEGER, .number = s->rows});
    int rc = sqlite3_step(stmt);
    stead_status out = rc == SQLITE_DONE ? STEAD_OK : handle_fail(db, rc, "source", err);
    sqlite3_finalize(stmt);
    *id = sqlite3_last_insert_rowid(db->sql);
    return out;
}

static stead_status import_all(stead_db *db, const stead_source *source, const char *table,
                               const stead_frame *frame, const stead_frame *left_out,
                               int64_t *id, bool *fresh, stead_error *err)
{
    bool same = false;
    if (find_same(db, source, &same, id, err) != STEAD_OK)
        return err->code;
    *fresh = !same;
    if (same)
        return STEAD_OK;
    stead_status rc = add_source(db, source, id, err);
    stead_param link = {.name = "source", .kind = STEAD_INTEGER, .number = *id};
    if (rc == STEAD_OK && frame != NULL)
        rc = stead_db_insert(db, table, frame, &link, 1, err);
    if (rc == STEAD_OK && left_out != NULL)
        rc = stead_db_insert(db, "left_out", left_out, &link, 1, err);
    return rc;
}

stead_status stead_source_import(stead_db *db, const stead_source *source, const char *table,
                                 const stead_frame *frame, const stead_frame *left_out,
                                 int64_t *id, bool *fresh, stead_error *err)
{
    work w;
    if (work_begin(&w, db, err) != STEAD_OK)
        return err->code;
    stead_status rc = import_all(db, source, table, frame, left_out, id, fresh, err);
    return work_end(&w, db, rc, err);
}

static const char *schema_of(stead_source_place place)
{
    return place.reference ? "england" : "main";
}

/* A query over one of the two databases, with up to two texts bound; *out is NULL when that
 * database has no sources at all. `%s` in `format` stands for the database. */
static stead_status ask(sqlite3_stmt **out, stead_db *db, bool reference, const char *format,
                        const char *a, const char *b, stead_error *err)
{
    bool has = false;
    const char *schema = schema_of((stead_source_place){.reference = reference});
    *out = NULL;
    if (reference && db->reference == NULL)
        return STEAD_OK;
    stead_status rc = handle_has(db, schema, "source_in_use", &has, err);
    if (rc != STEAD_OK || !has)
        return rc;
    sqlite3_str *text = sqlite3_str_new(NULL);
    sqlite3_str_appendf(text, format, schema);
    char *sql = sqlite3_str_finish(text);
    rc = sql == NULL ? stead_nomem(err, "database") : handle_prepare(db, out, sql, err);
    sqlite3_free(sql);
    if (rc == STEAD_OK) {
        bind_text(*out, 1, a);
        if (b != NULL)
            bind_text(*out, 2, b);
    }
    return rc;
}

static stead_status find_in(stead_db *db, bool reference, const char *format, const char *a,
                            const char *b, bool *found, stead_source_place *out,
                            stead_error *err)
{
    sqlite3_stmt *stmt;
    *found = false;
    if (ask(&stmt, db, reference, format, a, b, err) != STEAD_OK)
        return err->code;
    if (stmt == NULL)
        return STEAD_OK;
    out->reference = reference;
    return one_number(db, stmt, found, &out->id, err);
}

static stead_status no_such_year(stead_db *db, const char *kind, const char *year,
                                 stead_error *err)
{
    stead_frame *years;
    stead_text list = {0};
    stead_status rc = stead_source_years(&years, db, kind, err);
    if (rc != STEAD_OK)
        return rc;
    for (size_t i = 0; rc == STEAD_OK && i < stead_frame_height(years); i++) {
        const char *each = stead_frame_text(years, i, 0);
        if (i > 0)
            rc = stead_text_add(&list, ", ", 2, err);
        if (rc == STEAD_OK)
            rc = stead_text_add(&list, each, strlen(each), err);
    }
    if (rc == STEAD_OK && list.len > 0)
        rc = stead_fail(err, STEAD_NOTFOUND, "%s: there is none for '%s'; the years are %s",
                        kind, year, list.bytes);
    else if (rc == STEAD_OK)
        rc = stead_fail(err, STEAD_NOTFOUND,
                        "%s: there is none for '%s', nor for any other year", kind, year);
    stead_text_free(&list);
    stead_frame_free(years);
    return rc;
}

static stead_status pinned_digest(stead_db *db, const char *kind, const char *year,
                                  char digest[65], stead_error *err)
{
    sqlite3_stmt *stmt;
    digest[0] = '\0';
    if (ask(&stmt, db, false,
            "SELECT sha256 FROM \"%w\".source_pin WHERE kind = ? AND year = ?", kind, year,
            err) != STEAD_OK)
        return err->code;
    if (stmt != NULL && sqlite3_step(stmt) == SQLITE_ROW)
        sqlite3_snprintf(65, digest, "%s", sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    return STEAD_OK;
}

static stead_status find_pinned(stead_source_place *out, stead_db *db, const char *kind,
                                const char *year, const char *digest, stead_error *err)
{
    static const char by_digest[] =
        "SELECT id FROM \"%w\".source WHERE kind = ? AND sha256 = ? ORDER BY id DESC";
    bool found = false;
    stead_status rc = find_in(db, false, by_digest, kind, digest, &found, out, err);
    if (rc == STEAD_OK && !found)
        rc = find_in(db, true, by_digest, kind, digest, &found, out, err);
    if (rc == STEAD_OK && !found)
        rc = stead_fail(err, STEAD_NOTFOUND,
                        "%s: '%s' is pinned to the file with digest %.12s…, which has not been "
                        "imported",
                        kind, year, digest);
    return rc;
}

stead_status stead_source_find(stead_source_place *out, stead_db *db, const char *kind,
                               const char *year, stead_error *err)
{
    static const char in_use[] =
        "SELECT id FROM \"%w\".source_in_use WHERE kind = ? AND year = ?";
    char digest[65];
    bool found = false;
    stead_status rc = pinned_digest(db, kind, year, digest, err);
    if (rc == STEAD_OK && digest[0] != '\0')
        return find_pinned(out, db, kind, year, digest, err);
    if (rc == STEAD_OK)
        rc = find_in(db, false, in_use, kind, year, &found, out, err);
    if (rc == STEAD_OK && !found)
        rc = find_in(db, true, in_use, kind, year, &found, out, err);
    return rc == STEAD_OK && !found ? no_such_year(db, kind, year, err) : rc;
}

stead_status stead_source_record(stead_frame **out, stead_db *db, stead_source_place place,
                                 stead_error *err)
{
    char *sql = sqlite3_mprintf("SELECT * FROM \"%w\".source WHERE id = ?", schema_of(place));
    stead_param id = {.kind = STEAD_INTEGER, .number = place.id};
    if (sql == NULL)
        return stead_nomem(err, "database");
    stead_status rc = stead_db_query(out, db, sql, strlen(sql), &id, 1, false, err);
    sqlite3_free(sql);
    return rc;
}

stead_status stead_source_years(stead_frame **out, stead_db *db, const char *kind,
                                stead_error *err)
{
    static const char *const both =
        "SELECT year FROM main.source WHERE kind = ?1 AND year IS NOT NULL UNION "
        "SELECT year FROM england.source WHERE kind = ?1 AND year IS NOT NULL ORDER BY year";
    static const char *const one =
        "SELECT DISTINCT year FROM source WHERE kind = ?1 AND year IS "
        "NOT NULL ORDER BY year";
    bool own;
    stead_param value = {.kind = STEAD_TEXT, .text = kind, .len = strlen(kind)};
    if (handle_has(db, "main", "source", &own, err) != STEAD_OK)
        return err->code;
    const char *sql = own && db->reference != NULL ? both : one;
    return stead_db_query(out, db, sql, strlen(sql), &value, 1, false, err);
}
