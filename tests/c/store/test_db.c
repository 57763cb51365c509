/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static stead_status open_with(const char *path, stead_db_options options, stead_error *err)
{
    stead_db *db = NULL;
    stead_status rc = stead_db_open(&db, path, &options, err);
    stead_db_close(db);
    return rc;
}

static void a_missing_file_is_refused(void **state)
{
    stead_error err;
    (void)state;
    refused(open_with(in_folder("book.db"), (stead_db_options){0}, &err), STEAD_NOTFOUND,
            "no such file");
    refused(open_with(in_folder("no/book.db"), (stead_db_options){.create = true}, &err),
            STEAD_IO, "the folder is missing or read-only");
}

static void a_file_that_is_no_database_is_refused_and_not_changed(void **state)
{
    static const char words[] = "practice,pence\nA81001,12\n";
    char back[64] = {0};
    stead_error err;
    (void)state;
    FILE *file = fopen(in_folder("book.db"), "wb");
    fputs(words, file);
    fclose(file);
    refused(open_with(in_folder("book.db"),
                      (stead_db_options){.create = true, .schema = STEAD_SCHEMA}, &err),
            STEAD_DB, "it is not a database");
    file = fopen(in_folder("book.db"), "rb");
    assert_int_equal(fread(back, 1, sizeof back, file), strlen(words));
    fclose(file);
    assert_string_equal(back, words);
}

static void foreign_keys_are_on(void **state)
{
    stead_error err;
    (void)state;
    stead_db *db = memory_open();
    refused(stead_db_run(db, "INSERT INTO place_partner VALUES ('calderdale', 'QWO')", &err),
            STEAD_DB, "FOREIGN KEY constraint failed");
    stead_db_close(db);
}

static void tables_are_strict(void **state)
{
    stead_error err;
    (void)state;
    stead_db *db = memory_open();
    refused(stead_db_run(db, "INSERT INTO envelope VALUES ('core', '2023/24', 'lots', '', '')",
                         &err),
            STEAD_DB, "cannot store TEXT value in INTEGER column");
    stead_db_close(db);
}

/* Runs `body` as somebody who is not root, whom a read-only folder does not stop. */
static int as_somebody(int (*body)(void))
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && setuid(65534) != 0)
            _exit(99);
        _exit(body());
    }
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 98;
}

static int reads_but_cannot_write(void)
{
    stead_error err;
    stead_db *db = NULL;
    stead_db_options writing = {.create = true, .schema = STEAD_SCHEMA};
    stead_db_options reading = {.readonly = true, .schema = STEAD_SCHEMA};
    if (stead_db_open(&db, in_folder("book.db"), &writing, &err) != STEAD_IO ||
        strstr(err.text, "read-only") == NULL)
        return 1;
    if (stead_db_open(&db, in_folder("new.db"), &writing, &err) != STEAD_IO)
        return 2;
    if (stead_db_open(&db, in_folder("book.db"), &reading, &err) != STEAD_OK)
        return 3;
    int64_t places = ask(db, "SELECT count(*) FROM place");
    stead_db_close(db);
    return places == 1 ? 0 : 4;
}

static void a_read_only_folder_can_be_read_and_writing_says_why_not(void **state)
{
    stead_error err;
    (void)state;
    stead_db *db = book_open("book.db");
    must(stead_db_run(db, "INSERT INTO place VALUES ('leeds', 'Leeds', NULL, NULL)", &err));
    stead_db_close(db);
    assert_int_equal(chmod(in_folder("book.db"), 0444), 0);
    assert_int_equal(chmod(in_folder("."), 0555), 0);
    int outcome = as_somebody(reads_but_cannot_write);
    assert_int_equal(chmod(in_folder("."), 0755), 0);
    assert_int_equal(outcome, 0);
}

static void reading_only_changes_nothing(void **state)
{
    stead_error err;
    stead_db *db = NULL;
    (void)state;
    stead_db_close(book_open("book.db"));
    must(stead_db_open(&db, in_folder("book.db"), &(stead_db_options){.readonly = true}, &err));
    refused(stead_db_run(db, "DELETE FROM place", &err), STEAD_IO, "read-only");
    stead_db_close(db);
}

static void a_full_disk_leaves_what_was_there(void **state)
{
    stead_error err;
    int64_t id;
    bool fresh;
    (void)state;
    stead_db *db = book_open("book.db");
    stead_source source = source_of("2022/23", 'a');
    stead_frame *few = payments(3, 1), *many = payments(20000, 2);
    must(stead_source_import(db, &source, "payment", few, NULL, &id, &fresh, &err));
    char limit[64];
    snprintf(limit, sizeof limit, "PRAGMA max_page_count = %d",
             (int)ask(db, "SELECT page_count + 4 FROM pragma_page_count"));
    must(stead_db_run(db, limit, &err));
    source = source_of("2022/23", 'b');
    refused(stead_source_import(db, &source, "payment", many, NULL, &id, &fresh, &err),
            STEAD_IO, "the disk is full, so nothing was changed");
    assert_false(stead_db_in_transaction(db));
    assert_int_equal(ask(db, "SELECT count(*) FROM source"), 1);
    assert_int_equal(ask(db, "SELECT count(*) FROM payment"), 3);
    must(stead_db_run(db, "PRAGMA max_page_count = 1000000", &err));
    must(stead_source_import(db, &source, "payment", many, NULL, &id, &fresh, &err));
    assert_int_equal(ask(db, "SELECT count(*) FROM payment"), 20003);
    stead_frame_free(few);
    stead_frame_free(many);
    stead_db_close(db);
}

static void reference_tables_answer_where_the_book_has_none(void **state)
{
    stead_error err;
    stead_db *db = NULL;
    (void)state;
    db = book_open("england #1?.db");
    must(stead_db_run(
        db,
        "INSERT INTO source (id, kind, title, publisher, licence, sha256) VALUES "
        "(1, 'icb', 't', 'p', 'OGL-3.0', printf('%064d', 1));"
        "INSERT INTO icb (code, name, source) VALUES ('QWO', 'West Yorkshire', 1), "
        "('QYG', 'Cheshire and Merseyside', 1)",
        &err));
    must(stead_db_seal(db, &err));
    stead_db_close(db);
    must(stead_db_open(&db, in_folder("book.db"),
                       &(stead_db_options){.create = true,
                                           .schema = STEAD_SCHEMA,
                                           .reference = in_folder("england #1?.db")},
                       &err));
    assert_int_equal(ask(db, "SELECT count(*) FROM icb"), 2);
    must(stead_db_run(db,
                      "INSERT INTO main.source SELECT * FROM england.source;"
                      "INSERT INTO main.icb (code, name, source) VALUES ('QWO', 'Ours', 1)",
                      &err));
    assert_int_equal(ask(db, "SELECT count(*) FROM icb"), 2);
    assert_int_equal(ask(db, "SELECT count(*) FROM icb WHERE name = 'Ours'"), 1);
    refused(stead_db_run(db, "DELETE FROM england.icb", &err), STEAD_IO, "read-only");
    stead_db_close(db);
}

static void a_missing_reference_is_refused(void **state)
{
    stead_error err;
    (void)state;
    refused(
        open_with(":memory:", (stead_db_options){.reference = in_folder("england.db")}, &err),
        STEAD_NOTFOUND, "the reference tables belong to stead's installation");
}

static bool at_once(void *context)
{
    ++*(int *)context;
    return true;
}

static void a_long_statement_can_be_stopped(void **state)
{
    static const char forever[] =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM "
        "n) SELECT count(*) FROM n";
    stead_error err;
    stead_frame *frame = NULL;
    int asked = 0;
    (void)state;
    stead_db *db = memory_open();
    stead_db_watch(db, at_once, &asked);
    refused(stead_db_query(&frame, db, forever, strlen(forever), NULL, 0, false, &err),
            STEAD_DB, "sql: stopped; nothing was changed");
    assert_int_equal(asked, 1);
    stead_db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_missing_file_is_refused, folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(a_file_that_is_no_database_is_refused_and_not_changed,
                                        folder_make, folder_remove),
        cmocka_unit_test(foreign_keys_are_on),
        cmocka_unit_test(tables_are_strict),
        cmocka_unit_test_setup_teardown(a_read_only_folder_can_be_read_and_writing_says_why_not,
                                        folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(reading_only_changes_nothing, folder_make,
                                        folder_remove),
        cmocka_unit_test_setup_teardown(a_full_disk_leaves_what_was_there, folder_make,
                                        folder_remove),
        cmocka_unit_test_setup_teardown(reference_tables_answer_where_the_book_has_none,
                                        folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(a_missing_reference_is_refused, folder_make,
                                        folder_remove),
        cmocka_unit_test(a_long_statement_can_be_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
