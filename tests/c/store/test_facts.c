/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "store/facts.h"

enum { PRACTICES = 6553 };

/* England's size: as many practices as the need of 2023/24 has. */
static const char england[] =
    "INSERT INTO source (id, kind, title, publisher, licence, year, sha256) VALUES "
    "(1, 'need', 'Need', 'NHS England', 'OGL-3.0', '2023/24', printf('%064d', 1));"
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6553) "
    "INSERT INTO practice_need SELECT 1, i + 1, printf('A%05d', i), 'Practice ' || i, "
    "printf('LS%d 1AA', i % 99), 53.0 + i / 10000.0, -1.5, printf('Q%02d', i % 42), "
    "printf('S%03d', i % 106), NULL, printf('E080%05d', i % 309), printf('E100%05d', i % 152), "
    "i * 1000000000, i * 2, i * 3, i * 4, CASE WHEN i % 400 = 0 THEN NULL ELSE i * 5 END, i * "
    "6, "
    "i * 7, i * 8, i * 9, i * 10 FROM n";

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void need_comes_in_the_order_of_the_file_with_its_lines(void **state)
{
    stead_error err;
    stead_frame *need = NULL;
    stead_source_place place;
    (void)state;
    stead_db *db = memory_open();
    must(stead_db_run(db, england, &err));
    must(stead_facts_need(&need, &place, db, "2023/24", &err));
    assert_int_equal(stead_frame_height(need), PRACTICES);
    assert_int_equal(stead_frame_width(need), 20);
    size_t maternity, pcn, medical;
    assert_true(stead_frame_find(need, "maternity", &maternity));
    assert_true(stead_frame_find(need, "pcn", &pcn));
    assert_true(stead_frame_find(need, "primary_medical", &medical));
    assert_int_equal(stead_frame_kind(need, maternity), STEAD_QUANTITY);
    assert_string_equal(stead_frame_text(need, 399, 0), "A00400");
    assert_int_equal(stead_frame_line(need, 399), 401);
    assert_true(stead_frame_is_missing(need, 399, maternity));
    assert_true(stead_frame_is_missing(need, 399, pcn));
    assert_int_equal(stead_frame_number(need, 399, medical), 4000);
    stead_frame_free(need);
    stead_db_close(db);
}

static void payments_come_as_money(void **state)
{
    stead_error err;
    stead_frame *frame = payments(3, 7), *back = NULL;
    stead_source source = source_of("2022/23", 'a');
    stead_source_place place;
    int64_t id;
    bool fresh;
    size_t pence;
    (void)state;
    stead_db *db = memory_open();
    must(stead_source_import(db, &source, "payment", frame, NULL, &id, &fresh, &err));
    must(stead_facts_payments(&back, &place, db, "2022/23", &err));
    assert_true(stead_frame_find(back, "pence", &pence));
    assert_int_equal(stead_frame_kind(back, pence), STEAD_MONEY);
    assert_int_equal(stead_frame_number(back, 2, pence), 700);
    assert_int_equal(stead_frame_line(back, 2), 4);
    stead_frame_free(back);
    stead_frame_free(frame);
    refused(stead_facts_need(&back, &place, db, "2022/23", &err), STEAD_NOTFOUND,
            "need: there is none for '2022/23'");
    stead_db_close(db);
}

/* Printed, with a bound so wide that only a mistake in the reading passes it. */
static void england_is_open_and_read_in_milliseconds(void **state)
{
    stead_error err;
    stead_frame *need = NULL;
    stead_source_place place;
    (void)state;
    stead_db *db = book_open("england.db");
    must(stead_db_run(db, england, &err));
    must(stead_db_seal(db, &err));
    stead_db_close(db);
    double best = 1e9;
    for (int i = 0; i < 10; i++) {
        double start = milliseconds();
        must(stead_db_open(
            &db, ":memory:",
            &(stead_db_options){.schema = STEAD_SCHEMA, .reference = in_folder("england.db")},
            &err));
        double opened = milliseconds();
        must(stead_facts_need(&need, &place, db, "2023/24", &err));
        double read = milliseconds();
        assert_int_equal(stead_frame_height(need), PRACTICES);
        stead_frame_free(need);
        stead_db_close(db);
        if (read - start < best) {
            best = read - start;
            print_message("opened in %.2f ms, need of England read in %.2f ms\n",
                          opened - start, read - opened);
        }
    }
    assert_true(best < 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(need_comes_in_the_order_of_the_file_with_its_lines),
        cmocka_unit_test(payments_come_as_money),
        cmocka_unit_test_setup_teardown(england_is_open_and_read_in_milliseconds, folder_make,
                                        folder_remove),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
