/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/ledger.h"

enum { ROWS = 100, CHUNKS = 4 };

static const char *const years[] = {"2023/24"};

static stead_ledger_terms terms_of(void)
{
    stead_ledger_terms terms = {.years = years, .year_count = 1};
    terms.constants[STEAD_LEDGER_YEAR] = "2023/24";
    terms.constants[STEAD_LEDGER_STREAM] = "core";
    terms.constants[STEAD_LEDGER_HOLDER] = "QWO";
    terms.constants[STEAD_LEDGER_KIND] = "actual";
    terms.constants[STEAD_LEDGER_RECURRENT] = "recurrent";
    terms.constants[STEAD_LEDGER_STATUS] = "in view";
    return terms;
}

/* Rows of chunk `number`: each row's amount in pence is its line. */
static stead_frame *chunk_of(uint32_t number)
{
    static const stead_column columns[] = {
        {"month", STEAD_TEXT}, {"place", STEAD_TEXT}, {"amount", STEAD_MONEY}};
    stead_error err;
    stead_frame *frame;
    must(stead_frame_create(&frame, columns, 3, &err));
    for (uint32_t i = 0; i < ROWS; i++) {
        char month[8];
        uint32_t line = number * ROWS + i + 2;
        int len = snprintf(month, sizeof month, "M%u", line % 12 + 1);
        must(stead_frame_add_row(frame, &err));
        must(stead_frame_set_text(frame, 0, month, (size_t)len, &err));
        must(stead_frame_set_text(frame, 1, line % 2 == 0 ? "leeds" : "system-held",
                                  line % 2 == 0 ? 5 : 11, &err));
        stead_frame_set_number(frame, 2, line);
        stead_frame_set_line(frame, line);
    }
    return frame;
}

static stead_db *ready(void)
{
    stead_error err;
    stead_db *db = book_open("book.db");
    must(stead_db_run(db,
                      "INSERT OR IGNORE INTO body (code, kind, name) VALUES ('QWO', 'icb', "
                      "'The board'); INSERT OR IGNORE INTO place (code, name) VALUES ('leeds', "
                      "'Leeds'); INSERT OR IGNORE INTO ledger_import (id, name, recipe, bytes) "
                      "VALUES (1, 'gl.csv', 'gl', 1)",
                      &err));
    return db;
}

static stead_status append(stead_ledger *ledger, uint32_t number, stead_error *err)
{
    stead_ledger_fault fault;
    stead_frame *frame = chunk_of(number);
    stead_status rc = stead_ledger_append(ledger, frame, &fault, err);
    stead_frame_free(frame);
    return rc;
}

/* Appends whole chunks, then is killed inside the transaction of one more. */
static void die_after(uint32_t whole)
{
    stead_error err;
    stead_ledger *ledger;
    stead_ledger_terms terms = terms_of();
    stead_db *db = ready();
    must(stead_ledger_open(&ledger, db, 1, &terms, &err));
    for (uint32_t i = 0; i < whole; i++)
        must(append(ledger, i, &err));
    must(stead_db_begin(db, &err));
    must(append(ledger, whole, &err));
    raise(SIGKILL);
}

static void killed_between_and_within_chunks_nothing_is_lost_or_doubled_R44(void **state)
{
    stead_error err;
    stead_ledger *ledger;
    stead_ledger_terms terms = terms_of();
    (void)state;
    for (uint32_t whole = 0; whole < CHUNKS; whole++) {
        int status;
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0) {
            die_after(whole);
            _exit(1);
        }
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFSIGNALED(status));
        stead_db *db = ready();
        assert_int_equal(ask(db, "SELECT rows FROM ledger_import"), whole * ROWS);
        assert_int_equal(ask(db, "SELECT count(*) FROM ledger_entry"), whole * ROWS);
        stead_db_close(db);
    }
    stead_db *db = ready();
    must(stead_ledger_open(&ledger, db, 1, &terms, &err));
    assert_int_equal(stead_ledger_resumed(ledger), (CHUNKS - 1) * ROWS);
    for (uint32_t i = 0; i < CHUNKS; i++)
        must(append(ledger, i, &err));
    stead_ledger_close(ledger);
    assert_int_equal(ask(db, "SELECT count(*) FROM ledger_entry"), CHUNKS * ROWS);
    assert_int_equal(ask(db, "SELECT count(*) FROM ledger_entry WHERE pence = row"),
                     CHUNKS * ROWS);
    assert_int_equal(ask(db, "SELECT count(DISTINCT row) FROM ledger_entry"), CHUNKS * ROWS);
    assert_int_equal(ask(db, "SELECT count(*) FROM ledger_line"), 2);
    stead_db_close(db);
}

static void a_file_that_changed_is_known_by_its_rows(void **state)
{
    stead_error err;
    stead_ledger *ledger;
    stead_ledger_terms terms = terms_of();
    (void)state;
    stead_db *db = ready();
    must(stead_ledger_open(&ledger, db, 1, &terms, &err));
    must(append(ledger, 0, &err));
    stead_ledger_close(ledger);
    must(stead_ledger_open(&ledger, db, 1, &terms, &err));
    refused(append(ledger, 1, &err), STEAD_MISMATCH,
            "the file has changed since its import began");
    stead_ledger_close(ledger);
    assert_int_equal(ask(db, "SELECT count(*) FROM ledger_entry"), ROWS);
    stead_db_close(db);
}

static void an_import_that_is_not_under_way_is_not_gone_on_with(void **state)
{
    stead_error err;
    stead_ledger *ledger;
    stead_ledger_terms terms = terms_of();
    (void)state;
    stead_db *db = ready();
    refused(stead_ledger_open(&ledger, db, 7, &terms, &err), STEAD_NOTFOUND,
            "no import under way has the number 7");
    stead_ledger_close(ledger);
    stead_db_close(db);
}

#define in_a_folder(test) cmocka_unit_test_setup_teardown(test, folder_make, folder_remove)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_a_folder(killed_between_and_within_chunks_nothing_is_lost_or_doubled_R44),
        in_a_folder(a_file_that_changed_is_known_by_its_rows),
        in_a_folder(an_import_that_is_not_under_way_is_not_gone_on_with),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
