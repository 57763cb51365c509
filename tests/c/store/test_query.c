/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <math.h>
#include <string.h>

static stead_frame *got;

static stead_status run(stead_db *db, const char *sql, const stead_param *params, size_t count,
                        bool write, stead_error *err)
{
    stead_frame_free(got);
    got = NULL;
    return stead_db_query(&got, db, sql, strlen(sql), params, count, write, err);
}

static void kinds_follow_names_and_values(void **state)
{
    static const struct {
        const char *sql;
        stead_kind kind;
    } cases[] = {
        {"SELECT 1 AS x", STEAD_INTEGER},
        {"SELECT 1.5 AS x", STEAD_REAL},
        {"SELECT 'a' AS x", STEAD_TEXT},
        {"SELECT 1 AS pence", STEAD_MONEY},
        {"SELECT NULL AS growth_pence", STEAD_MONEY},
        {"SELECT 1 AS _pence", STEAD_INTEGER},
        {"SELECT 1 AS x UNION ALL SELECT 1.5", STEAD_REAL},
        {"SELECT 1 AS x UNION ALL SELECT 'a'", STEAD_TEXT},
        {"SELECT NULL AS x UNION ALL SELECT 1.5 UNION ALL SELECT 'a'", STEAD_TEXT},
        {"SELECT NULL AS x", STEAD_INTEGER},
        {"SELECT name AS x FROM place", STEAD_TEXT},
        {"SELECT latitude AS x FROM practice_need", STEAD_REAL},
    };
    stead_error err;
    stead_db *db = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        must(run(db, cases[i].sql, NULL, 0, false, &err));
        assert_string_equal(stead_kind_name(stead_frame_kind(got, 0)),
                            stead_kind_name(cases[i].kind));
    }
}

static void values_come_back_whole(void **state)
{
    stead_error err;
    stead_db *db = *state;
    must(
        run(db,
            "SELECT 9223372036854775807 AS big, 0.1 AS tenth, 'Ynys Môn' AS name, '' AS empty, "
            "NULL AS none",
            NULL, 0, false, &err));
    assert_true(stead_frame_number(got, 0, 0) == INT64_MAX);
    assert_true(stead_frame_real(got, 0, 1) == 0.1);
    assert_string_equal(stead_frame_text(got, 0, 2), "Ynys Môn");
    assert_false(stead_frame_is_missing(got, 0, 3));
    assert_true(stead_frame_is_missing(got, 0, 4));
}

static void money_that_is_no_whole_penny_is_refused(void **state)
{
    stead_error err;
    stead_db *db = *state;
    refused(run(db, "SELECT 1 AS pence UNION ALL SELECT 2.5", NULL, 0, false, &err),
            STEAD_PARSE, "column 'pence' is money by its name, but holds '2.5'");
    refused(run(db, "SELECT x'00ff' AS x", NULL, 0, false, &err), STEAD_PARSE, "holds bytes");
}

static void parameters_bind_by_place_and_by_name(void **state)
{
    stead_error err;
    stead_db *db = *state;
    const stead_param placed[] = {{.kind = STEAD_INTEGER, .number = 40},
                                  {.kind = STEAD_REAL, .real = 2.5}};
    const stead_param named[] = {{.name = "b", .kind = STEAD_TEXT, .text = "xyz", .len = 2},
                                 {.name = "a", .missing = true}};
    must(run(db, "SELECT ? + ? AS x", placed, 2, false, &err));
    assert_true(stead_frame_real(got, 0, 0) == 42.5);
    must(run(db, "SELECT :b || '!' AS b, @a IS NULL AS a, $b AS again", named, 2, false, &err));
    assert_string_equal(stead_frame_text(got, 0, 0), "xy!");
    assert_int_equal(stead_frame_number(got, 0, 1), 1);
    refused(run(db, "SELECT ? + ?", placed, 1, false, &err), STEAD_MISMATCH,
            "parameter 2 has no value");
    refused(run(db, "SELECT ?", placed, 2, false, &err), STEAD_MISMATCH,
            "2 values for 1 parameters");
    refused(run(db, "SELECT :year", named, 1, false, &err), STEAD_MISMATCH,
            "parameter ':year' has no value");
    refused(run(db, "SELECT ?", named, 1, false, &err), STEAD_MISMATCH,
            "parameter 1 has no value");
}

static void one_statement_at_a_time(void **state)
{
    stead_error err;
    stead_db *db = *state;
    must(run(db, "SELECT 1 AS x; -- and no more\n ;", NULL, 0, false, &err));
    refused(run(db, "SELECT 1 AS x; SELECT 2 AS y", NULL, 0, false, &err), STEAD_PARSE,
            "one statement at a time; a second begins at character 15");
    refused(run(db, "SELECT 1 AS x; nonsense", NULL, 0, false, &err), STEAD_PARSE,
            "one statement at a time");
    refused(run(db, " -- only a comment", NULL, 0, false, &err), STEAD_PARSE,
            "there is no statement");
    refused(stead_db_query(&got, db, "SELECT\0 1", 9, NULL, 0, false, &err), STEAD_PARSE,
            "zero byte");
}

static void faults_say_where(void **state)
{
    stead_error err;
    stead_db *db = *state;
    refused(run(db, "SELECT nme FROM place", NULL, 0, false, &err), STEAD_DB,
            "sql: no such column: nme, at character 8");
    refused(run(db, "SELECT \"nme\" FROM place", NULL, 0, false, &err), STEAD_DB,
            "no such column: nme");
    refused(run(db, "SELECT a.code, b.code FROM place a, place b", NULL, 0, false, &err),
            STEAD_DUPLICATE,
            "two columns are called 'code'; name one of them otherwise with AS");
}

static void writing_counts_changes_and_is_all_or_nothing(void **state)
{
    stead_error err;
    stead_db *db = *state;
    must(run(db, "INSERT INTO place (code, name) VALUES ('a', 'A'), ('b', 'B')", NULL, 0, true,
             &err));
    assert_string_equal(stead_frame_name(got, 0), "changes");
    assert_int_equal(stead_frame_number(got, 0, 0), 2);
    must(
        run(db,
            "INSERT INTO place (code, name) VALUES ('c', 'C'), ('d', 'D') RETURNING code, CASE "
            "code WHEN 'd' THEN 'text' ELSE 1 END AS mixed",
            NULL, 0, true, &err));
    assert_int_equal(stead_frame_height(got), 2);
    assert_string_equal(stead_frame_text(got, 1, 1), "text");
    refused(run(db, "INSERT INTO place (code, name) VALUES ('e', 'E'), ('a', 'A')", NULL, 0,
                true, &err),
            STEAD_DB, "UNIQUE constraint failed: place.code");
    refused(run(db, "INSERT INTO place (code, name) VALUES ('f', 'F') RETURNING 0.5 AS pence",
                NULL, 0, true, &err),
            STEAD_PARSE, "money by its name");
    assert_int_equal(ask(db, "SELECT count(*) FROM place"), 4);
}

static int open_one(void **state)
{
    *state = memory_open();
    return 0;
}

static int close_one(void **state)
{
    stead_db_close(*state);
    stead_frame_free(got);
    got = NULL;
    return 0;
}

#define test(name) cmocka_unit_test_setup_teardown(name, open_one, close_one)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(kinds_follow_names_and_values),
        test(values_come_back_whole),
        test(money_that_is_no_whole_penny_is_refused),
        test(parameters_bind_by_place_and_by_name),
        test(one_statement_at_a_time),
        test(faults_say_where),
        test(writing_counts_changes_and_is_all_or_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
