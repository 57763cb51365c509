/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <string.h>

static stead_status run(stead_db *db, const char *sql, bool write, stead_error *err)
{
    stead_frame *frame = NULL;
    stead_status rc = stead_db_query(&frame, db, sql, strlen(sql), NULL, 0, write, err);
    stead_frame_free(frame);
    return rc;
}

static void questions_are_answered(void **state)
{
    static const char *const fine[] = {
        "SELECT count(*) AS n FROM practice_need_people",
        "WITH a AS (SELECT 1 AS x) SELECT x FROM a",
        "PRAGMA table_info(payment)",
        "PRAGMA user_version",
        "EXPLAIN QUERY PLAN SELECT 1",
        "SELECT name FROM sqlite_master",
        "VALUES (1)",
        "SELECT name FROM pragma_table_info('payment')",
        "SELECT value FROM json_each('[1, 2]')",
    };
    stead_error err;
    (void)state;
    stead_db *db = memory_open();
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        must(run(db, fine[i], false, &err));
    stead_db_close(db);
}

static void reading_cannot_change_anything(void **state)
{
    static const char *const changes[] = {
        "DELETE FROM place",
        "INSERT INTO place (code, name) VALUES ('a', 'A')",
        "UPDATE place SET name = 'x'",
        "CREATE TABLE x (y)",
        "CREATE TEMP TABLE x (y)",
        "DROP TABLE place",
        "ALTER TABLE place RENAME TO x",
        "REINDEX",
        "ANALYZE",
        "WITH a AS (SELECT 1) DELETE FROM place",
    };
    stead_error err;
    (void)state;
    stead_db *db = memory_open();
    int64_t before = ask(db, "SELECT count(*) FROM sqlite_master");
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        refused(run(db, changes[i], false, &err), STEAD_DB,
                "refused: it would change the database");
    assert_int_equal(ask(db, "SELECT count(*) FROM sqlite_master"), before);
    stead_db_close(db);
}

static void even_writing_stays_inside_the_database(void **state)
{
    static const char *const never[] = {
        "ATTACH ':memory:' AS other",
        "DETACH main",
        "VACUUM INTO '/nowhere/copy.db'",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA user_version = 99",
        "PRAGMA writable_schema = ON",
        "BEGIN",
        "COMMIT",
        "ROLLBACK",
        "SAVEPOINT x",
        "SELECT load_extension('x')",
        "CREATE VIRTUAL TABLE x USING fts5(y)",
        "DELETE FROM sqlite_master",
    };
    stead_error err;
    (void)state;
    stead_db *db = memory_open();
    const int64_t version = ask(db, "PRAGMA user_version");
    for (int write = 0; write < 2; write++)
        for (size_t i = 0; i < sizeof never / sizeof *never; i++)
            if (run(db, never[i], write, &err) == STEAD_OK)
                fail_msg("%s was not refused", never[i]);
    assert_int_equal(ask(db, "PRAGMA user_version"), version);
    assert_false(stead_db_in_transaction(db));
    stead_db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(questions_are_answered),
        cmocka_unit_test(reading_cannot_change_anything),
        cmocka_unit_test(even_writing_stays_inside_the_database),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
