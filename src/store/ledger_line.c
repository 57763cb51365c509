/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "store/ledger_line.h"

#include <stdio.h>
#include <string.h>

static const char *const names[STEAD_LEDGER_WIDTH] = {
    "year",      "place",  "stream", "service", "funder", "holder", "kind",
    "recurrent", "status", "level",  "basis",   "month",  "amount", "corrects"};

const char *stead_ledger_field_name(stead_ledger_field field)
{
    return names[field];
}

/* What a field may say, as a list that NULL ends; NULL: anything. */
static const char *const kinds[] = {"plan", "actual", "forecast", "adjustment", NULL};
static const char *const recurrents[] = {"recurrent", "non-recurrent", NULL};
static const char *const statuses[] = {"pooled", "aligned", "in view", "out", NULL};
static const char *const levels[] = {"system", "place", "neighbourhood",
                                     "provider collaborative", NULL};
static const char *const bases[] = {"historic", "target", "bottom-up", "fixed", NULL};
static const char *const *const choices[STEAD_LEDGER_LINE] = {[STEAD_LEDGER_KIND] = kinds,
                                                              [STEAD_LEDGER_RECURRENT] =
                                                                  recurrents,
                                                              [STEAD_LEDGER_STATUS] = statuses,
                                                              [STEAD_LEDGER_LEVEL] = levels,
                                                              [STEAD_LEDGER_BASIS] = bases};

static const bool may_be_missing[STEAD_LEDGER_LINE] = {[STEAD_LEDGER_SERVICE] = true,
                                                       [STEAD_LEDGER_FUNDER] = true,
                                                       [STEAD_LEDGER_LEVEL] = true,
                                                       [STEAD_LEDGER_BASIS] = true};

static const char FIND[] =
    "SELECT id FROM main.ledger_line WHERE year = ?1 AND place = ?2 AND stream = ?3 AND "
    "service IS ?4 AND funder IS ?5 AND holder = ?6 AND kind = ?7 AND recurrent = ?8 AND "
    "status = ?9 AND level IS ?10 AND basis IS ?11";
static const char ADD[] =
    "INSERT INTO main.ledger_line (year, place, stream, service, funder, holder, kind, "
    "recurrent, status, level, basis) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

stead_status ledger_lines_open(ledger_lines *lines, stead_db *db,
                               const stead_ledger_terms *terms, stead_error *err)
{
    *lines = (ledger_lines){.db = db, .terms = terms};
    stead_status rc = handle_prepare(db, &lines->find, FIND, err);
    if (rc == STEAD_OK)
        rc = handle_prepare(db, &lines->add, ADD, err);
    if (rc == STEAD_OK)
        rc = handle_prepare(db, &lines->place, "SELECT 1 FROM main.place WHERE code = ?", err);
    if (rc == STEAD_OK)
        rc = handle_prepare(db, &lines->body, "SELECT 1 FROM main.body WHERE code = ?", err);
    return rc;
}

void ledger_lines_close(ledger_lines *lines)
{
    sqlite3_finalize(lines->find);
    sqlite3_finalize(lines->add);
    sqlite3_finalize(lines->place);
    sqlite3_finalize(lines->body);
}

/* Whether the query for one code finds it. */
static stead_status is_there(stead_db *db, sqlite3_stmt *stmt, const char *code, bool *out,
                             stead_error *err)
{
    sqlite3_bind_text(stmt, 1, code, -1, SQLITE_STATIC);
    int rc = sqlite3_step(stmt);
    *out = rc == SQLITE_ROW;
    sqlite3_reset(stmt);
    return rc == SQLITE_ROW || rc == SQLITE_DONE ? STEAD_OK : handle_fail(db, rc, NULL, err);
}

static stead_status check_choice(const char *text, const char *const *list, stead_error *err)
{
    char said[160] = "";
    for (size_t i = 0; list[i] != NULL; i++) {
        if (strcmp(list[i], text) == 0)
            return STEAD_OK;
        size_t at = strlen(said);
        snprintf(said + at, sizeof said - at, "%s%s",
                 i == 0                ? ""
                 : list[i + 1] == NULL ? " or "
                                       : ", ",
                 list[i]);
    }
    return stead_fail(err, STEAD_PARSE, "'%.80s' must be %s", text, said);
}

static stead_status check_year(const stead_ledger_terms *terms, const char *year,
                               stead_error *err)
{
    char said[160] = "";
    for (size_t i = 0; i < terms->year_count; i++) {
        if (strcmp(terms->years[i], year) == 0)
            return STEAD_OK;
        size_t at = strlen(said);
        snprintf(said + at, sizeof said - at, "%s%s", i == 0 ? "" : ", ", terms->years[i]);
    }
    return stead_fail(err, STEAD_NOTFOUND,
                      "'%.80s' is not a year of this book, which is about %s", year, said);
}

static stead_status check_place(ledger_lines *lines, const char *code, stead_error *err)
{
    bool found = false;
    if (strcmp(code, "system-held") == 0 || strcmp(code, "unallocated") == 0)
        return STEAD_OK;
    stead_status rc = is_there(lines->db, lines->place, code, &found, err);
    if (rc == STEAD_OK && !found)
        rc = stead_fail(err, STEAD_NOTFOUND,
                        "'%.80s' is not a place of this book; money that no place has is "
                        "system-held or unallocated",
                        code);
    return rc;
}

static stead_status check_holder(ledger_lines *lines, const char *code, stead_error *err)
{
    bool body = false, place = false;
    stead_status rc = is_there(lines->db, lines->body, code, &body, err);
    if (rc == STEAD_OK && !body)
        rc = is_there(lines->db, lines->place, code, &place, err);
    if (rc == STEAD_OK && place)
        rc = stead_fail(err, STEAD_NOTFOUND,
                        "'%.80s' is a place, and a place holds no money: a legal body holds it "
                        "on its behalf",
                        code);
    else if (rc == STEAD_OK && !body)
        rc = stead_fail(err, STEAD_NOTFOUND, "'%.80s' is not a body that system.lua declares",
                        code);
    return rc;
}

static stead_status check_field(ledger_lines *lines, stead_ledger_field field, const char *text,
                                stead_error *err)
{
    if (text == NULL && may_be_missing[field])
        return STEAD_OK;
    if (text == NULL)
        return stead_fail(err, STEAD_PARSE, "is blank");
    if (choices[field] != NULL)
        return check_choice(text, choices[field], err);
    if (field == STEAD_LEDGER_YEAR)
        return check_year(lines->terms, text, err);
    if (field == STEAD_LEDGER_PLACE)
        return check_place(lines, text, err);
    if (field == STEAD_LEDGER_HOLDER)
        return check_holder(lines, text, err);
    return STEAD_OK;
}

static void bind_texts(sqlite3_stmt *stmt, const char *const texts[STEAD_LEDGER_LINE])
{
    for (int i = 0; i < STEAD_LEDGER_LINE; i++)
        if (texts[i] == NULL)
            sqlite3_bind_null(stmt, i + 1);
        else
            sqlite3_bind_text(stmt, i + 1, texts[i], -1, SQLITE_STATIC);
}

stead_status ledger_lines_id(ledger_lines *lines, const char *const texts[STEAD_LEDGER_LINE],
                             int64_t *id, stead_ledger_field *field, stead_error *err)
{
    for (int i = 0; i < STEAD_LEDGER_LINE; i++) {
        *field = (stead_ledger_field)i;
        if (check_field(lines, *field, texts[i], err) != STEAD_OK)
            return err->code;
    }
    bind_texts(lines->find, texts);
    int rc = sqlite3_step(lines->find);
    if (rc == SQLITE_ROW)
        *id = sqlite3_column_int64(lines->find, 0);
    sqlite3_reset(lines->find);
    if (rc == SQLITE_DONE) {
        bind_texts(lines->add, texts);
        rc = sqlite3_step(lines->add);
        sqlite3_reset(lines->add);
        *id = sqlite3_last_insert_rowid(lines->db->sql);
    }
    return rc == SQLITE_ROW || rc == SQLITE_DONE ? STEAD_OK
                                                 : handle_fail(lines->db, rc, NULL, err);
}
