/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <stdio.h>
#include <string.h>

static stead_status import(stead_db *db, const char *year, char digit, int64_t times,
                           int64_t *id, bool *fresh, stead_error *err)
{
    stead_source source = source_of(year, digit);
    stead_frame *frame = payments(4, times);
    stead_status rc = stead_source_import(db, &source, "payment", frame, NULL, id, fresh, err);
    stead_frame_free(frame);
    return rc;
}

static void the_same_file_again_changes_nothing(void **state)
{
    stead_error err;
    int64_t first, again;
    bool fresh;
    (void)state;
    stead_db *db = memory_open();
    must(import(db, "2022/23", 'a', 1, &first, &fresh, &err));
    assert_true(fresh);
    int64_t changes = ask(db, "SELECT total_changes()");
    must(import(db, "2022/23", 'a', 1, &again, &fresh, &err));
    assert_false(fresh);
    assert_int_equal(first, again);
    assert_int_equal(ask(db, "SELECT total_changes()"), changes);
    must(
        import(db, "2023/24", 'a', 1, &again, &fresh, &err)); /* the same bytes, another year */
    assert_true(fresh);
    stead_db_close(db);
}

static void a_changed_file_stands_beside_the_old_and_the_newest_is_used(void **state)
{
    stead_error err;
    int64_t old, new;
    bool fresh;
    stead_source_place place;
    (void)state;
    stead_db *db = memory_open();
    must(import(db, "2022/23", 'a', 1, &old, &fresh, &err));
    must(import(db, "2022/23", 'b', 3, &new, &fresh, &err));
    assert_int_equal(ask(db, "SELECT count(*) FROM payment"), 8);
    assert_int_equal(ask(db, "SELECT sum(pence) AS n FROM payments WHERE year = '2022/23'"),
                     1200);
    must(stead_source_find(&place, db, "payments", "2022/23", &err));
    assert_int_equal(place.id, new);
    must(stead_db_run(
        db, "INSERT INTO source_pin SELECT kind, year, sha256 FROM source WHERE id = 1", &err));
    must(stead_source_find(&place, db, "payments", "2022/23", &err));
    assert_int_equal(place.id, old);
    assert_int_equal(ask(db, "SELECT sum(pence) AS n FROM payments"), 400);
    stead_db_close(db);
}

static void a_pin_to_a_file_that_is_not_there_is_refused(void **state)
{
    stead_error err;
    int64_t id;
    bool fresh;
    stead_source_place place;
    (void)state;
    stead_db *db = memory_open();
    must(import(db, "2022/23", 'a', 1, &id, &fresh, &err));
    must(stead_db_run(db, "INSERT INTO source_pin VALUES ('payments', '2022/23', 'beef')",
                      &err));
    refused(stead_source_find(&place, db, "payments", "2022/23", &err), STEAD_NOTFOUND,
            "'2022/23' is pinned to the file with digest beef");
    stead_db_close(db);
}

static void an_import_that_fails_leaves_no_source_behind(void **state)
{
    stead_error err;
    int64_t id;
    bool fresh;
    (void)state;
    stead_db *db = memory_open();
    stead_source source = source_of("2022/23", 'a');
    stead_frame *frame = payments(2, 1);
    must(stead_frame_add_row(frame, &err)); /* a row without a practice */
    refused(stead_source_import(db, &source, "payment", frame, NULL, &id, &fresh, &err),
            STEAD_DB, "payment: row 3: NOT NULL constraint failed");
    assert_int_equal(ask(db, "SELECT count(*) FROM source"), 0);
    assert_int_equal(ask(db, "SELECT count(*) FROM payment"), 0);
    source.sha256 = "short";
    refused(stead_source_import(db, &source, NULL, NULL, NULL, &id, &fresh, &err), STEAD_DB,
            "source: CHECK constraint failed");
    source = source_of("2022", 'a');
    refused(stead_source_import(db, &source, NULL, NULL, NULL, &id, &fresh, &err), STEAD_DB,
            "CHECK constraint failed: year LIKE");
    stead_frame_free(frame);
    stead_db_close(db);
}

static void what_was_left_out_is_kept_with_its_weight(void **state)
{
    static const stead_column columns[] = {{"key", STEAD_TEXT},
                                           {"field", STEAD_TEXT},
                                           {"weight", STEAD_QUANTITY},
                                           {"reason", STEAD_TEXT}};
    static const char *const texts[] = {"Y00081", "maternity", NULL, "blank in the file"};
    stead_error err;
    stead_frame *left_out = NULL;
    int64_t id;
    bool fresh;
    (void)state;
    stead_db *db = memory_open();
    must(stead_frame_create(&left_out, columns, 4, &err));
    must(stead_frame_add_row(left_out, &err));
    for (size_t i = 0; i < 4; i++)
        if (texts[i] != NULL)
            must(stead_frame_set_text(left_out, i, texts[i], strlen(texts[i]), &err));
    stead_frame_set_number(left_out, 2, INT64_C(2500000000000));
    stead_frame_set_line(left_out, 812);
    stead_source source = source_of("2022/23", 'a');
    stead_frame *frame = payments(1, 1);
    must(stead_source_import(db, &source, "payment", frame, left_out, &id, &fresh, &err));
    assert_int_equal(ask(db,
                         "SELECT count(*) FROM left_out_people WHERE line = 812 AND people = "
                         "2500.0 AND key = 'Y00081'"),
                     1);
    stead_frame_free(frame);
    stead_frame_free(left_out);
    stead_db_close(db);
}

static void an_unknown_year_lists_those_there_are(void **state)
{
    stead_error err;
    int64_t id;
    bool fresh;
    stead_source_place place;
    (void)state;
    stead_db *db = memory_open();
    refused(stead_source_find(&place, db, "payments", "2021/22", &err), STEAD_NOTFOUND,
            "payments: there is none for '2021/22', nor for any other year");
    must(import(db, "2023/24", 'a', 1, &id, &fresh, &err));
    must(import(db, "2022/23", 'b', 1, &id, &fresh, &err));
    must(import(db, "2022/23", 'c', 1, &id, &fresh, &err));
    refused(stead_source_find(&place, db, "payments", "2021/22", &err), STEAD_NOTFOUND,
            "the years are 2022/23, 2023/24");
    stead_db_close(db);
}

static void a_books_own_source_comes_before_the_reference(void **state)
{
    stead_error err;
    stead_db *db = NULL;
    stead_source_place place;
    stead_frame *record = NULL;
    int64_t id;
    bool fresh;
    (void)state;
    db = book_open("england.db");
    must(import(db, "2021/22", 'a', 1, &id, &fresh, &err));
    must(import(db, "2022/23", 'b', 1, &id, &fresh, &err));
    must(stead_db_seal(db, &err));
    stead_db_close(db);
    must(stead_db_open(&db, in_folder("book.db"),
                       &(stead_db_options){.create = true,
                                           .schema = STEAD_SCHEMA,
                                           .reference = in_folder("england.db")},
                       &err));
    must(import(db, "2022/23", 'c', 5, &id, &fresh, &err));
    must(stead_source_find(&place, db, "payments", "2022/23", &err));
    assert_false(place.reference);
    must(stead_source_find(&place, db, "payments", "2021/22", &err));
    assert_true(place.reference);
    must(stead_source_record(&record, db, place, &err));
    size_t year;
    assert_true(stead_frame_find(record, "year", &year));
    assert_string_equal(stead_frame_text(record, 0, year), "2021/22");
    assert_int_equal(ask(db, "SELECT count(DISTINCT year) FROM payments"), 2);
    assert_int_equal(ask(db, "SELECT sum(pence) AS n FROM payments WHERE year = '2022/23'"),
                     2000);
    assert_int_equal(ask(db, "SELECT count(*) FROM sources"), 2); /* one for each year */
    char pin[128];
    snprintf(pin, sizeof pin, "INSERT INTO source_pin VALUES ('payments', '2022/23', '%s')",
             source_of("", 'b').sha256);
    must(stead_db_run(db, pin, &err));
    must(stead_source_find(&place, db, "payments", "2022/23", &err));
    assert_true(place.reference); /* pinned to the file that the reference tables hold */
    stead_frame_free(record);
    stead_db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_file_again_changes_nothing),
        cmocka_unit_test(a_changed_file_stands_beside_the_old_and_the_newest_is_used),
        cmocka_unit_test(a_pin_to_a_file_that_is_not_there_is_refused),
        cmocka_unit_test(an_import_that_fails_leaves_no_source_behind),
        cmocka_unit_test(what_was_left_out_is_kept_with_its_weight),
        cmocka_unit_test(an_unknown_year_lists_those_there_are),
        cmocka_unit_test_setup_teardown(a_books_own_source_comes_before_the_reference,
                                        folder_make, folder_remove),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
