/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(in_folder(name), "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static stead_status open_on(stead_db **out, const char *schema, stead_error *err)
{
    *out = NULL;
    return stead_db_open(out, in_folder("book.db"),
                         &(stead_db_options){.create = true, .schema = schema}, err);
}

static const char first[] = "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1)";

static void an_empty_file_gets_the_newest_schema_and_no_copy(void **state)
{
    stead_error err;
    stead_db *db;
    (void)state;
    write_file("0001_first.sql", first);
    write_file("0002_second.sql", "ALTER TABLE a ADD COLUMN y INTEGER");
    write_file("notes.txt", "not a migration");
    must(open_on(&db, in_folder("."), &err));
    assert_int_equal(ask(db, "PRAGMA user_version"), 2);
    assert_int_equal(ask(db, "SELECT count(y) FROM a"), 0);
    stead_db_close(db);
    assert_int_not_equal(access(in_folder("book.db.before-2"), F_OK), 0);
}

static void an_older_book_is_copied_and_then_brought_up_to_date(void **state)
{
    stead_error err;
    stead_db *db;
    (void)state;
    write_file("0001_first.sql", first);
    must(open_on(&db, in_folder("."), &err));
    must(stead_db_run(db, "INSERT INTO a VALUES (2)", &err));
    stead_db_close(db);
    write_file("0002_second.sql", "CREATE TABLE b AS SELECT sum(x) AS total FROM a");
    must(open_on(&db, in_folder("."), &err));
    assert_int_equal(ask(db, "SELECT total FROM b"), 3);
    stead_db_close(db);
    must(stead_db_open(&db, in_folder("book.db.before-2"),
                       &(stead_db_options){.readonly = true}, &err));
    assert_int_equal(ask(db, "PRAGMA user_version"), 1);
    assert_int_equal(ask(db, "SELECT sum(x) FROM a"), 3);
    stead_db_close(db);
}

static void a_migration_that_fails_leaves_the_older_book(void **state)
{
    stead_error err;
    stead_db *db;
    (void)state;
    write_file("0001_first.sql", first);
    must(open_on(&db, in_folder("."), &err));
    stead_db_close(db);
    write_file("0002_second.sql", "CREATE TABLE b (x INTEGER); INSERT INTO nowhere VALUES (1)");
    refused(open_on(&db, in_folder("."), &err), STEAD_DB,
            "0002_second.sql: no such table: nowhere");
    remove(in_folder("0002_second.sql"));
    must(open_on(&db, in_folder("."), &err));
    assert_int_equal(ask(db, "PRAGMA user_version"), 1);
    assert_int_equal(ask(db, "SELECT count(*) FROM sqlite_master WHERE name = 'b'"), 0);
    stead_db_close(db);
}

static void a_migration_that_leaves_rows_pointing_at_nothing_is_refused(void **state)
{
    stead_error err;
    stead_db *db;
    (void)state;
    write_file(
        "0001_first.sql",
        "CREATE TABLE a (x INTEGER PRIMARY KEY); CREATE TABLE b (x INTEGER REFERENCES a); "
        "INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)");
    must(open_on(&db, in_folder("."), &err));
    stead_db_close(db);
    write_file("0002_second.sql", "DELETE FROM a");
    refused(open_on(&db, in_folder("."), &err), STEAD_MISMATCH, "1 rows point at nothing");
}

static void a_newer_book_is_refused_and_not_touched(void **state)
{
    stead_error err;
    struct stat before, after;
    (void)state;
    stead_db *db = book_open("book.db");
    must(stead_db_run(db, "PRAGMA user_version = 7", &err));
    stead_db_close(db);
    assert_int_equal(stat(in_folder("book.db"), &before), 0);
    refused(open_on(&db, STEAD_SCHEMA, &err), STEAD_NEWER,
            "book.db was made by a newer stead (schema 7; this one knows ");
    refused(stead_db_open(&db, in_folder("book.db"),
                          &(stead_db_options){.readonly = true, .schema = STEAD_SCHEMA}, &err),
            STEAD_NEWER, "newer stead");
    refused(stead_db_open(
                &db, ":memory:",
                &(stead_db_options){.schema = STEAD_SCHEMA, .reference = in_folder("book.db")},
                &err),
            STEAD_NEWER, "book.db was made by a newer stead");
    assert_int_equal(stat(in_folder("book.db"), &after), 0);
    assert_int_equal(before.st_size, after.st_size);
    assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
}

static void an_older_book_cannot_be_opened_for_reading_only(void **state)
{
    stead_error err;
    stead_db *db;
    (void)state;
    write_file("0001_first.sql", first);
    must(open_on(&db, in_folder("."), &err));
    stead_db_close(db);
    write_file("0002_second.sql", "CREATE TABLE b (x INTEGER)");
    refused(stead_db_open(&db, in_folder("book.db"),
                          &(stead_db_options){.readonly = true, .schema = in_folder(".")},
                          &err),
            STEAD_DB, "has an older schema (1; this stead uses 2); open it once for writing");
}

static void another_programs_database_is_refused(void **state)
{
    stead_error err;
    stead_db *db;
    (void)state;
    must(stead_db_open(&db, in_folder("book.db"), &(stead_db_options){.create = true}, &err));
    must(stead_db_run(db, "CREATE TABLE bookmarks (url TEXT)", &err));
    stead_db_close(db);
    refused(open_on(&db, STEAD_SCHEMA, &err), STEAD_DB, "not one of stead's");
}

static void a_gap_or_a_double_among_the_migrations_is_refused(void **state)
{
    stead_error err;
    stead_db *db;
    (void)state;
    refused(open_on(&db, in_folder("none"), &err), STEAD_NOTFOUND, "no such folder");
    refused(open_on(&db, in_folder("."), &err), STEAD_NOTFOUND, "there are no migrations");
    write_file("0001_first.sql", first);
    write_file("0003_third.sql", first);
    refused(open_on(&db, in_folder("."), &err), STEAD_NOTFOUND, "migration 0002 is missing");
    write_file("0003_other.sql", first);
    refused(open_on(&db, in_folder("."), &err), STEAD_DUPLICATE, "have the same number");
}

enum { OPENERS = 6 };

static void two_programs_may_make_the_same_book_at_once(void **state)
{
    stead_error err;
    stead_db *db;
    pid_t children[OPENERS];
    (void)state;
    for (int i = 0; i < OPENERS; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            stead_status rc = open_on(&db, STEAD_SCHEMA, &err);
            if (rc != STEAD_OK)
                fprintf(stderr, "%s\n", err.text);
            _exit(rc != STEAD_OK);
        }
    }
    for (int i = 0, status; i < OPENERS; i++) {
        waitpid(children[i], &status, 0);
        assert_int_equal(status, 0);
    }
    must(open_on(&db, STEAD_SCHEMA, &err));
    assert_int_equal(ask(db, "SELECT count(*) FROM source"), 0);
    stead_db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_empty_file_gets_the_newest_schema_and_no_copy,
                                        folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(an_older_book_is_copied_and_then_brought_up_to_date,
                                        folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(a_migration_that_fails_leaves_the_older_book,
                                        folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(
            a_migration_that_leaves_rows_pointing_at_nothing_is_refused, folder_make,
            folder_remove),
        cmocka_unit_test_setup_teardown(a_newer_book_is_refused_and_not_touched, folder_make,
                                        folder_remove),
        cmocka_unit_test_setup_teardown(an_older_book_cannot_be_opened_for_reading_only,
                                        folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(another_programs_database_is_refused, folder_make,
                                        folder_remove),
        cmocka_unit_test_setup_teardown(a_gap_or_a_double_among_the_migrations_is_refused,
                                        folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(two_programs_may_make_the_same_book_at_once,
                                        folder_make, folder_remove),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
