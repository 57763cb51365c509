/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <string.h>

static int64_t add_source(stead_db *db)
{
    stead_error err;
    int64_t id = 0;
    bool fresh;
    stead_source source = source_of("2022/23", 'a');
    must(stead_source_import(db, &source, NULL, NULL, NULL, &id, &fresh, &err));
    return id;
}

static stead_status insert(stead_db *db, const char *table, const stead_frame *frame,
                           int64_t source, stead_error *err)
{
    stead_param link = {.name = "source", .kind = STEAD_INTEGER, .number = source};
    return stead_db_insert(db, table, frame, &link, 1, err);
}

static void rows_go_in_with_their_lines_and_units(void **state)
{
    static const stead_column columns[] = {{"practice", STEAD_TEXT},
                                           {"latitude", STEAD_REAL},
                                           {"population", STEAD_QUANTITY},
                                           {"maternity", STEAD_QUANTITY}};
    stead_error err;
    stead_frame *frame = NULL;
    (void)state;
    stead_db *db = memory_open();
    must(stead_frame_create(&frame, columns, 4, &err));
    must(stead_frame_add_row(frame, &err));
    must(stead_frame_set_text(frame, 0, "A81001", 6, &err));
    stead_frame_set_real(frame, 1, 54.5);
    stead_frame_set_number(frame, 2, INT64_C(4086310904000));
    stead_frame_set_line(frame, 2);
    must(insert(db, "practice_need", frame, add_source(db), &err));
    assert_int_equal(ask(db, "SELECT count(*) FROM practice_need WHERE line = 2 AND latitude = "
                             "54.5 AND population = 4086310904000 AND maternity IS NULL"),
                     1);
    assert_int_equal(ask(db, "SELECT count(*) FROM practice_need_people WHERE year = '2022/23' "
                             "AND abs(population - 4086.310904) < 1e-9"),
                     1);
    stead_frame_free(frame);
    stead_db_close(db);
}

static void a_second_row_for_a_key_is_refused_by_its_line(void **state)
{
    stead_error err;
    (void)state;
    stead_db *db = memory_open();
    stead_frame *frame = payments(3, 1);
    must(stead_frame_add_row(frame, &err));
    must(stead_frame_set_text(frame, 0, "P00002", 6, &err));
    stead_frame_set_line(frame, 17);
    int64_t id = add_source(db);
    refused(insert(db, "payment", frame, id, &err), STEAD_DUPLICATE,
            "payment: line 17: UNIQUE constraint failed: payment.source, payment.practice");
    assert_int_equal(ask(db, "SELECT count(*) FROM payment"), 0);
    stead_frame_free(frame);
    stead_db_close(db);
}

static void unknown_tables_and_columns_are_refused(void **state)
{
    stead_error err;
    (void)state;
    stead_db *db = memory_open();
    stead_frame *frame = payments(1, 1);
    int64_t id = add_source(db);
    refused(insert(db, "paymnet", frame, id, &err), STEAD_NOTFOUND,
            "there is no table 'paymnet'");
    refused(insert(db, "outturn", frame, id, &err), STEAD_NOTFOUND,
            "table 'outturn' has no column 'practice'");
    refused(insert(db, "payment", frame, id + 1, &err), STEAD_DB,
            "FOREIGN KEY constraint failed");
    stead_frame_free(frame);
    stead_db_close(db);
}

static void a_named_frame_can_be_joined(void **state)
{
    static const stead_column columns[] = {{"practice", STEAD_TEXT},
                                           {"need", STEAD_QUANTITY},
                                           {"baseline", STEAD_MONEY},
                                           {"growth", STEAD_RATE}};
    static const char join[] = "SELECT f.practice, need, baseline_pence, growth, p.pence FROM "
                               "mine AS f JOIN payment AS p USING (practice)";
    stead_error err;
    stead_frame *frame = NULL, *joined = NULL;
    (void)state;
    stead_db *db = memory_open();
    stead_frame *paid = payments(3, 7);
    must(insert(db, "payment", paid, add_source(db), &err));
    must(stead_db_name_frame(db, "mine", paid, &err));
    must(stead_frame_create(&frame, columns, 4, &err));
    must(stead_frame_add_row(frame, &err));
    must(stead_frame_set_text(frame, 0, "P00002", 6, &err));
    stead_frame_set_number(frame, 1, INT64_C(1500000000));
    stead_frame_set_number(frame, 2, 12345);
    stead_frame_set_number(frame, 3, 36000000);
    must(stead_db_name_frame(db, "mine", frame, &err)); /* in place of the first */
    must(stead_db_query(&joined, db, join, strlen(join), NULL, 0, false, &err));
    assert_int_equal(stead_frame_height(joined), 1);
    assert_true(stead_frame_real(joined, 0, 1) == 1.5);
    assert_int_equal(stead_frame_kind(joined, 2), STEAD_MONEY);
    assert_int_equal(stead_frame_number(joined, 0, 2), 12345);
    assert_true(stead_frame_real(joined, 0, 3) == 0.036);
    assert_int_equal(stead_frame_number(joined, 0, 4), 700);
    stead_frame_free(joined);
    stead_frame_free(frame);
    stead_frame_free(paid);
    stead_db_close(db);
}

static void frames_can_be_named_beside_a_file_that_is_only_read(void **state)
{
    stead_error err;
    stead_db *db = NULL;
    (void)state;
    stead_db_close(book_open("book.db"));
    must(stead_db_open(&db, in_folder("book.db"), &(stead_db_options){.readonly = true}, &err));
    stead_frame *frame = payments(5, 1);
    must(stead_db_name_frame(db, "mine", frame, &err));
    assert_int_equal(ask(db, "SELECT count(*) FROM mine"), 5);
    stead_frame_free(frame);
    stead_db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_go_in_with_their_lines_and_units),
        cmocka_unit_test(a_second_row_for_a_key_is_refused_by_its_line),
        cmocka_unit_test(unknown_tables_and_columns_are_refused),
        cmocka_unit_test(a_named_frame_can_be_joined),
        cmocka_unit_test_setup_teardown(frames_can_be_named_beside_a_file_that_is_only_read,
                                        folder_make, folder_remove),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
