/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "store/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "store/ledger_row.h"

static uint64_t mix(uint64_t a, uint64_t b)
{
    a = (a ^ b) * 0x9E3779B97F4A7C15u;
    return a ^ (a >> 29);
}

static uint64_t hash_text(const char *text, size_t len)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)text[i]) * 0x100000001B3u;
    return mix(hash, len);
}

static stead_status know_text(stead_ledger *ledger, const char *text, size_t len,
                              known_text *out, stead_error *err)
{
    out->hash = hash_text(text, len);
    return stead_symbols_add(ledger->texts, text, len, &out->symbol, err);
}

/* Forgets every line and text, so that memory stays bounded. */
static stead_status forget(stead_ledger *ledger, stead_error *err)
{
    stead_symbols_free(ledger->texts);
    ledger->texts = NULL;
    memset(ledger->slots, 0, SLOTS * sizeof *ledger->slots);
    stead_status rc = stead_symbols_create(&ledger->texts, err);
    for (int i = 0; rc == STEAD_OK && i < STEAD_LEDGER_WIDTH; i++) {
        const char *text = ledger->terms->constants[i];
        if (text != NULL)
            rc = know_text(ledger, text, strlen(text), &ledger->constants[i], err);
    }
    return rc;
}

static stead_status read_progress(stead_ledger *ledger, stead_error *err)
{
    sqlite3_stmt *stmt;
    if (handle_prepare(ledger->db, &stmt,
                       "SELECT rows, chain FROM main.ledger_import WHERE id = ? AND source IS "
                       "NULL",
                       err) != STEAD_OK)
        return err->code;
    sqlite3_bind_int64(stmt, 1, ledger->id);
    int rc = sqlite3_step(stmt);
    if (rc == SQLITE_ROW) {
        ledger->resumed = (uint64_t)sqlite3_column_int64(stmt, 0);
        ledger->resumed_chain = (uint64_t)sqlite3_column_int64(stmt, 1);
    }
    sqlite3_finalize(stmt);
    if (rc == SQLITE_DONE)
        return stead_fail(err, STEAD_NOTFOUND, "no import under way has the number %lld",
                          (long long)ledger->id);
    return rc == SQLITE_ROW ? STEAD_OK : handle_fail(ledger->db, rc, NULL, err);
}

/* One statement for many rows that correct nothing: what a statement costs is paid once. */
static stead_status prepare_bulk(stead_ledger *ledger, stead_error *err)
{
    sqlite3_str *sql = sqlite3_str_new(NULL);
    sqlite3_str_appendall(
        sql, "INSERT INTO main.ledger_entry (import, row, line, month, pence) VALUES ");
    for (int i = 0; i < BULK; i++)
        sqlite3_str_appendf(sql, "%s(?1, ?%d, ?%d, ?%d, ?%d)", i == 0 ? "" : ", ", 4 * i + 2,
                            4 * i + 3, 4 * i + 4, 4 * i + 5);
    char *text = sqlite3_str_finish(sql);
    stead_status rc = text == NULL ? stead_nomem(err, "ledger")
                                   : handle_prepare(ledger->db, &ledger->bulk, text, err);
    sqlite3_free(text);
    if (rc == STEAD_OK)
        sqlite3_bind_int64(ledger->bulk, 1, ledger->id);
    return rc;
}

static stead_status prepare_all(stead_ledger *ledger, stead_error *err)
{
    stead_db *db = ledger->db;
    stead_status rc = handle_prepare(
        db, &ledger->insert,
        "INSERT INTO main.ledger_entry (import, row, line, month, pence, corrects) VALUES (?1, "
        "?2, ?3, ?4, ?5, ?6)",
        err);
    if (rc == STEAD_OK)
        rc = prepare_bulk(ledger, err);
    if (rc == STEAD_OK)
        rc = handle_prepare(db, &ledger->progress,
                            "UPDATE main.ledger_import SET rows = ?2, chain = ?3 WHERE id = ?1",
                            err);
    if (rc == STEAD_OK)
        rc = handle_prepare(db, &ledger->corrected,
                            "SELECT i.source IS NOT NULL, EXISTS (SELECT 1 FROM "
                            "main.ledger_entry AS c WHERE c.corrects = e.id) FROM "
                            "main.ledger_entry AS e JOIN main.ledger_import AS i ON i.id = "
                            "e.import WHERE e.id = ?",
                            err);
    return rc;
}

stead_status stead_ledger_open(stead_ledger **out, stead_db *db, int64_t id,
                               const stead_ledger_terms *terms, stead_error *err)
{
    stead_ledger *ledger = calloc(1, sizeof *ledger);
    *out = ledger;
    if (ledger == NULL)
        return stead_nomem(err, "ledger");
    *ledger = (stead_ledger){.db = db, .id = id, .terms = terms};
    ledger->slots = calloc(SLOTS, sizeof *ledger->slots);
    if (ledger->slots == NULL)
        return stead_nomem(err, "ledger");
    stead_status rc = forget(ledger, err);
    if (rc == STEAD_OK)
        rc = ledger_lines_open(&ledger->lines, db, terms, err);
    if (rc == STEAD_OK)
        rc = prepare_all(ledger, err);
    return rc == STEAD_OK ? read_progress(ledger, err) : rc;
}

void stead_ledger_close(stead_ledger *ledger)
{
    if (ledger == NULL)
        return;
    sqlite3_finalize(ledger->insert);
    sqlite3_finalize(ledger->bulk);
    sqlite3_finalize(ledger->progress);
    sqlite3_finalize(ledger->corrected);
    ledger_lines_close(&ledger->lines);
    stead_symbols_free(ledger->texts);
    free(ledger->slots);
    free(ledger);
}

uint64_t stead_ledger_rows(const stead_ledger *ledger)
{
    return ledger->rows;
}

uint64_t stead_ledger_resumed(const stead_ledger *ledger)
{
    return ledger->resumed;
}

/* A chunk's columns and texts */

static stead_status find_columns(chunk *c, stead_error *err)
{
    for (int i = 0; i < STEAD_LEDGER_WIDTH; i++) {
        const char *name = stead_ledger_field_name((stead_ledger_field)i);
        stead_kind wanted = i == STEAD_LEDGER_AMOUNT     ? STEAD_MONEY
                            : i == STEAD_LEDGER_CORRECTS ? STEAD_INTEGER
                                                         : STEAD_TEXT;
        c->fault->field = (stead_ledger_field)i;
        if (!stead_frame_find(c->frame, name, &c->columns[i]))
            c->columns[i] = SIZE_MAX;
        else if (stead_frame_kind(c->frame, c->columns[i]) != wanted)
            return stead_fail(err, STEAD_PARSE, "'%s' must be read as %s", name,
                              stead_kind_name(wanted));
        if (i < STEAD_LEDGER_AMOUNT && c->columns[i] != SIZE_MAX)
            c->cells[i] = stead_frame_texts(c->frame, c->columns[i]);
    }
    if (c->columns[STEAD_LEDGER_AMOUNT] == SIZE_MAX)
        return stead_fail(err, STEAD_NOTFOUND, "'amount' is not among the fields");
    return STEAD_OK;
}

static stead_status know_texts(chunk *c, stead_error *err)
{
    const stead_symbols *from = stead_frame_symbols(c->frame);
    size_t count = stead_symbols_count(from);
    c->texts = calloc(count + 1, sizeof *c->texts);
    if (c->texts == NULL)
        return stead_nomem(err, "ledger");
    stead_status rc = STEAD_OK;
    if (stead_symbols_count(c->ledger->texts) > MOST_TEXTS)
        rc = forget(c->ledger, err);
    for (stead_symbol i = 1; rc == STEAD_OK && i <= count; i++)
        rc = know_text(c->ledger, stead_symbols_text(from, i), stead_symbols_length(from, i),
                       &c->texts[i], err);
    return rc;
}

static stead_status walk_rows(chunk *c, stead_error *err)
{
    stead_ledger *ledger = c->ledger;
    const int64_t *pence = stead_frame_numbers(c->frame, c->columns[STEAD_LEDGER_AMOUNT]);
    size_t height = stead_frame_height(c->frame);
    for (size_t row = 0; row < height; row++) {
        stead_symbol texts[STEAD_LEDGER_LINE];
        uint64_t hash = 0;
        for (int i = 0; i < STEAD_LEDGER_LINE; i++) {
            known_text text = ledger_text_at(c, row, i);
            texts[i] = text.symbol;
            hash = mix(hash, text.hash);
        }
        uint64_t whole = mix(mix(hash, ledger_text_at(c, row, STEAD_LEDGER_MONTH).hash),
                             mix((uint64_t)pence[row], stead_frame_line(c->frame, row)));
        c->fault->line = stead_frame_line(c->frame, row);
        if (ledger->rows >= ledger->resumed &&
            ledger_row_take(c, row, hash, texts, err) != STEAD_OK)
            return err->code;
        ledger->chain = mix(ledger->chain, whole);
        if (++ledger->rows == ledger->resumed && ledger->chain != ledger->resumed_chain)
            return stead_fail(err, STEAD_MISMATCH,
                              "the file has changed since its import began");
    }
    return ledger_rows_insert(c, err);
}

static stead_status keep_progress(stead_ledger *ledger, stead_error *err)
{
    sqlite3_bind_int64(ledger->progress, 1, ledger->id);
    sqlite3_bind_int64(ledger->progress, 2, (int64_t)ledger->rows);
    sqlite3_bind_int64(ledger->progress, 3, (int64_t)ledger->chain);
    return ledger_run(ledger, ledger->progress, err);
}

stead_status stead_ledger_append(stead_ledger *ledger, const stead_frame *frame,
                                 stead_ledger_fault *fault, stead_error *err)
{
    work w;
    chunk c = {.ledger = ledger, .frame = frame, .fault = fault};
    *fault = (stead_ledger_fault){0};
    stead_status rc = find_columns(&c, err);
    if (rc == STEAD_OK)
        rc = know_texts(&c, err);
    if (rc == STEAD_OK && work_begin(&w, ledger->db, err) == STEAD_OK) {
        rc = walk_rows(&c, err);
        if (rc == STEAD_OK && ledger->rows > ledger->resumed)
            rc = keep_progress(ledger, err);
        rc = work_end(&w, ledger->db, rc, err);
    } else if (rc == STEAD_OK) {
        rc = err->code;
    }
    free(c.texts);
    return rc;
}
