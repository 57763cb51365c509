/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "store/facts.h"

#include "store/handle.h"

typedef struct {
    const char *kind, *table; /* of the source; of its rows */
    const stead_column *columns;
    size_t width;
} facts;

static const stead_column need_columns[] = {{"practice", STEAD_TEXT},
                                            {"name", STEAD_TEXT},
                                            {"postcode", STEAD_TEXT},
                                            {"latitude", STEAD_REAL},
                                            {"longitude", STEAD_REAL},
                                            {"icb", STEAD_TEXT},
                                            {"sub_icb", STEAD_TEXT},
                                            {"pcn", STEAD_TEXT},
                                            {"district", STEAD_TEXT},
                                            {"council", STEAD_TEXT},
                                            {"population", STEAD_QUANTITY},
                                            {"general_acute", STEAD_QUANTITY},
                                            {"community", STEAD_QUANTITY},
                                            {"mental_health", STEAD_QUANTITY},
                                            {"maternity", STEAD_QUANTITY},
                                            {"prescribing", STEAD_QUANTITY},
                                            {"health_inequalities", STEAD_QUANTITY},
                                            {"core", STEAD_QUANTITY},
                                            {"primary_medical_need", STEAD_QUANTITY},
                                            {"primary_medical", STEAD_QUANTITY}};

static const stead_column payment_columns[] = {{"practice", STEAD_TEXT},
                                               {"name", STEAD_TEXT},
                                               {"sub_icb", STEAD_TEXT},
                                               {"pcn", STEAD_TEXT},
                                               {"pence", STEAD_MONEY}};

static const facts need = {"need", "practice_need", need_columns,
                           sizeof need_columns / sizeof *need_columns};
static const facts payments = {"payments", "payment", payment_columns,
                               sizeof payment_columns / sizeof *payment_columns};

static stead_status prepare(sqlite3_stmt **out, const facts *f, stead_db *db,
                            stead_source_place place, stead_error *err)
{
    sqlite3_str *text = sqlite3_str_new(NULL);
    sqlite3_str_appendall(text, "SELECT line");
    for (size_t i = 0; i < f->width; i++)
        sqlite3_str_appendf(text, ", %s", f->columns[i].name);
    sqlite3_str_appendf(text, " FROM %s.%s WHERE source = %lld ORDER BY line",
                        place.reference ? "england" : "main", f->table, place.id);
    char *sql = sqlite3_str_finish(text);
    stead_status rc =
        sql == NULL ? stead_nomem(err, f->kind) : handle_prepare(db, out, sql, err);
    sqlite3_free(sql);
    return rc;
}

static stead_status take_cell(stead_frame *frame, const facts *f, size_t at, sqlite3_stmt *stmt,
                              stead_error *err)
{
    int column = (int)at + 1;
    if (sqlite3_column_type(stmt, column) == SQLITE_NULL)
        return STEAD_OK;
    switch (f->columns[at].kind) {
    case STEAD_TEXT: {
        const char *text = (const char *)sqlite3_column_text(stmt, column);
        if (text == NULL)
            return stead_nomem(err, f->kind);
        return stead_frame_set_text(frame, at, text, (size_t)sqlite3_column_bytes(stmt, column),
                                    err);
    }
    case STEAD_REAL:
        stead_frame_set_real(frame, at, sqlite3_column_double(stmt, column));
        return STEAD_OK;
    default:
        stead_frame_set_number(frame, at, sqlite3_column_int64(stmt, column));
        return STEAD_OK;
    }
}

static stead_status take_rows(stead_frame *frame, const facts *f, stead_db *db,
                              sqlite3_stmt *stmt, stead_error *err)
{
    int rc;
    while ((rc = sqlite3_step(stmt)) == SQLITE_ROW) {
        if (stead_frame_add_row(frame, err) != STEAD_OK)
            return err->code;
        stead_frame_set_line(frame, (uint32_t)sqlite3_column_int64(stmt, 0));
        for (size_t at = 0; at < f->width; at++)
            if (take_cell(frame, f, at, stmt, err) != STEAD_OK)
                return err->code;
    }
    return rc == SQLITE_DONE ? STEAD_OK : handle_fail(db, rc, NULL, err);
}

static stead_status facts_read(stead_frame **out, stead_source_place *place, const facts *f,
                               stead_db *db, const char *year, stead_error *err)
{
    sqlite3_stmt *stmt = NULL;
    stead_frame *frame = NULL;
    stead_status rc = stead_source_find(place, db, f->kind, year, err);
    if (rc == STEAD_OK)
        rc = prepare(&stmt, f, db, *place, err);
    if (rc == STEAD_OK)
        rc = stead_frame_create(&frame, f->columns, f->width, err);
    if (rc == STEAD_OK)
        rc = take_rows(frame, f, db, stmt, err);
    sqlite3_finalize(stmt);
    if (rc != STEAD_OK) {
        stead_frame_free(frame);
        return rc;
    }
    *out = frame;
    return STEAD_OK;
}

stead_status stead_facts_need(stead_frame **out, stead_source_place *place, stead_db *db,
                              const char *year, stead_error *err)
{
    return facts_read(out, place, &need, db, year, err);
}

stead_status stead_facts_payments(stead_frame **out, stead_source_place *place, stead_db *db,
                                  const char *year, stead_error *err)
{
    return facts_read(out, place, &payments, db, year, err);
}
