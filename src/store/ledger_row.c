/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "store/ledger_row.h"

#include <string.h>

known_text ledger_text_at(const chunk *c, size_t row, int field)
{
    const stead_symbol *cells = c->cells[field];
    return cells == NULL ? c->ledger->constants[field] : c->texts[cells[row]];
}

stead_status ledger_run(stead_ledger *ledger, sqlite3_stmt *stmt, stead_error *err)
{
    int rc = sqlite3_step(stmt);
    sqlite3_reset(stmt);
    return rc == SQLITE_DONE ? STEAD_OK : handle_fail(ledger->db, rc, NULL, err);
}

static stead_status find_line(chunk *c, const stead_symbol *texts, slot *at, stead_error *err)
{
    const char *words[STEAD_LEDGER_LINE];
    for (int i = 0; i < STEAD_LEDGER_LINE; i++)
        words[i] = texts[i] == 0 ? NULL : stead_symbols_text(c->ledger->texts, texts[i]);
    at->id = 0;
    stead_status rc = ledger_lines_id(&c->ledger->lines, words, &at->id, &c->fault->field, err);
    memcpy(at->texts, texts, sizeof at->texts);
    at->plan = rc == STEAD_OK && strcmp(words[STEAD_LEDGER_KIND], "plan") == 0;
    return rc;
}

/* "7", "07" or "M7". */
static stead_status read_month(chunk *c, size_t row, int64_t *month, stead_error *err)
{
    stead_symbol symbol = ledger_text_at(c, row, STEAD_LEDGER_MONTH).symbol;
    const char *text = stead_symbols_text(c->ledger->texts, symbol);
    const char *p = *text == 'M' || *text == 'm' ? text + 1 : text;
    *month = 0;
    for (int i = 0; i < 2 && *p >= '0' && *p <= '9'; i++)
        *month = *month * 10 + (*p++ - '0');
    if (*p == '\0' && *month >= 1 && *month <= 12)
        return STEAD_OK;
    c->fault->field = STEAD_LEDGER_MONTH;
    return stead_fail(err, STEAD_RANGE, "'%.80s' is not a month: M1 is April and M12 is March",
                      text);
}

static stead_status read_amount(chunk *c, size_t row, bool plan, int64_t *pence,
                                stead_error *err)
{
    size_t column = c->columns[STEAD_LEDGER_AMOUNT];
    *pence = stead_frame_number(c->frame, row, column);
    c->fault->field = STEAD_LEDGER_AMOUNT;
    if (*pence == STEAD_MISSING)
        return stead_fail(err, STEAD_PARSE, "is blank");
    if (*pence < 0 && plan && !c->ledger->terms->negative_plan)
        return stead_fail(err, STEAD_RANGE,
                          "a plan of %lld pence is below nil; where income is planned, the "
                          "recipe says negative_plan = true",
                          (long long)*pence);
    return STEAD_OK;
}

/* The entry that this one corrects, which must be there and not yet corrected. */
static stead_status read_corrects(chunk *c, size_t row, int64_t *number, stead_error *err)
{
    size_t column = c->columns[STEAD_LEDGER_CORRECTS];
    *number = column == SIZE_MAX ? STEAD_MISSING : stead_frame_number(c->frame, row, column);
    if (*number == STEAD_MISSING)
        return STEAD_OK;
    sqlite3_stmt *stmt = c->ledger->corrected;
    c->fault->field = STEAD_LEDGER_CORRECTS;
    sqlite3_bind_int64(stmt, 1, *number);
    int rc = sqlite3_step(stmt);
    bool whole = rc == SQLITE_ROW && sqlite3_column_int(stmt, 0) != 0;
    bool twice = rc == SQLITE_ROW && sqlite3_column_int(stmt, 1) != 0;
    sqlite3_reset(stmt);
    if (rc != SQLITE_ROW && rc != SQLITE_DONE)
        return handle_fail(c->ledger->db, rc, NULL, err);
    if (!whole)
        return stead_fail(err, STEAD_NOTFOUND, "there is no entry %lld to correct",
                          (long long)*number);
    if (twice)
        return stead_fail(err, STEAD_DUPLICATE,
                          "entry %lld is corrected already; correct the correction",
                          (long long)*number);
    return STEAD_OK;
}

static void bind_entry(sqlite3_stmt *stmt, int at, const entry *e)
{
    sqlite3_bind_int64(stmt, at, e->row);
    sqlite3_bind_int64(stmt, at + 1, e->line);
    sqlite3_bind_int64(stmt, at + 2, e->month);
    sqlite3_bind_int64(stmt, at + 3, e->pence);
}

static stead_status insert_one(stead_ledger *ledger, const entry *e, stead_error *err)
{
    sqlite3_bind_int64(ledger->insert, 1, ledger->id);
    bind_entry(ledger->insert, 2, e);
    if (e->corrects == STEAD_MISSING)
        sqlite3_bind_null(ledger->insert, 6);
    else
        sqlite3_bind_int64(ledger->insert, 6, e->corrects);
    return ledger_run(ledger, ledger->insert, err);
}

/* Inserts the rows that wait for `bulk` to be full, one by one. */
stead_status ledger_rows_insert(chunk *c, stead_error *err)
{
    stead_status rc = STEAD_OK;
    for (int i = 0; rc == STEAD_OK && i < c->waiting; i++)
        rc = insert_one(c->ledger, &c->wait[i], err);
    c->waiting = 0;
    return rc;
}

/* Keeps the order of the file. */
static stead_status insert_entry(chunk *c, const entry *e, stead_error *err)
{
    if (e->corrects != STEAD_MISSING) {
        stead_status rc = ledger_rows_insert(c, err);
        return rc == STEAD_OK ? insert_one(c->ledger, e, err) : rc;
    }
    bind_entry(c->ledger->bulk, 4 * c->waiting + 2, e);
    c->wait[c->waiting++] = *e;
    if (c->waiting < BULK)
        return STEAD_OK;
    c->waiting = 0;
    return ledger_run(c->ledger, c->ledger->bulk, err);
}

/* The slot with these texts, or an empty one: of the few it may be in, the last is given up. */
static slot *find_slot(stead_ledger *ledger, uint64_t hash, const stead_symbol *texts)
{
    slot *at = NULL;
    for (uint64_t i = 0; i < WAYS; i++) {
        at = &ledger->slots[(hash + i) % SLOTS];
        if (at->id == 0 || memcmp(at->texts, texts, sizeof at->texts) == 0)
            return at;
    }
    at->id = 0;
    return at;
}

stead_status ledger_row_take(chunk *c, size_t row, uint64_t hash, const stead_symbol *texts,
                             stead_error *err)
{
    slot *at = find_slot(c->ledger, hash, texts);
    if (at->id == 0 && find_line(c, texts, at, err) != STEAD_OK)
        return err->code;
    entry e = {.row = stead_frame_line(c->frame, row), .line = at->id};
    stead_status rc = read_month(c, row, &e.month, err);
    if (rc == STEAD_OK)
        rc = read_amount(c, row, at->plan, &e.pence, err);
    if (rc == STEAD_OK)
        rc = read_corrects(c, row, &e.corrects, err);
    return rc == STEAD_OK ? insert_entry(c, &e, err) : rc;
}
