/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { KILLS = 30, ROWS = 400 };

static void what_is_rolled_back_leaves_no_trace(void **state)
{
    stead_error err;
    (void)state;
    stead_db *db = memory_open();
    must(stead_db_begin(db, &err));
    must(stead_db_run(db, "INSERT INTO place VALUES ('leeds', 'Leeds', NULL, NULL)", &err));
    stead_db_rollback(db);
    assert_int_equal(ask(db, "SELECT count(*) FROM place"), 0);
    stead_db_rollback(db); /* nothing is open: nothing happens */
    refused(stead_db_commit(db, &err), STEAD_DB, "rolled back");
    stead_db_close(db);
}

static void work_inside_a_transaction_is_undone_alone(void **state)
{
    stead_error err;
    (void)state;
    stead_db *db = memory_open();
    stead_frame *frame = payments(2, 1);
    must(stead_db_begin(db, &err));
    must(stead_db_run(db, "INSERT INTO place VALUES ('leeds', 'Leeds', NULL, NULL)", &err));
    stead_param nowhere = {.name = "source", .kind = STEAD_INTEGER, .number = 99};
    refused(stead_db_insert(db, "payment", frame, &nowhere, 1, &err), STEAD_DB, "FOREIGN KEY");
    must(stead_db_commit(db, &err));
    assert_int_equal(ask(db, "SELECT count(*) FROM place"), 1);
    assert_int_equal(ask(db, "SELECT count(*) FROM payment"), 0);
    stead_frame_free(frame);
    stead_db_close(db);
}

/* Imports one file after another, writing a byte to `out` after each, until it is killed. */
static void import_for_ever(int out)
{
    static const char digits[] = "0123456789abcdef";
    stead_error err;
    stead_db *db = book_open("book.db");
    for (int n = (int)ask(db, "SELECT count(*) FROM source");; n++) {
        int64_t id;
        bool fresh;
        char digest[65];
        stead_frame *frame = payments(ROWS, n);
        stead_source source = source_of("2022/23", 'a');
        for (int i = 0; i < 64; i++)
            digest[i] = digits[(n >> (i % 8 * 4)) & 15];
        digest[64] = '\0';
        source.sha256 = digest;
        must(stead_source_import(db, &source, "payment", frame, NULL, &id, &fresh, &err));
        stead_frame_free(frame);
        if (write(out, "i", 1) != 1)
            _exit(1);
    }
}

static unsigned seed_of_run(void)
{
    const char *given = getenv("STEAD_SEED");
    unsigned seed = given != NULL ? (unsigned)strtoul(given, NULL, 10) : (unsigned)time(NULL);
    print_message("STEAD_SEED=%u\n", seed);
    return seed;
}

static int kill_after(long microseconds)
{
    int ends[2], told = 0, status;
    char byte;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        import_for_ever(ends[1]);
    }
    close(ends[1]);
    nanosleep(&(struct timespec){.tv_nsec = microseconds * 1000}, NULL);
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    assert_true(WIFSIGNALED(status));
    while (read(ends[0], &byte, 1) == 1)
        told++;
    close(ends[0]);
    return told;
}

static void a_kill_at_any_instant_leaves_the_last_complete_state(void **state)
{
    int64_t told = 0;
    (void)state;
    srand(seed_of_run());
    stead_db_close(book_open("book.db"));
    for (int i = 0; i < KILLS; i++) {
        told += kill_after(1000 + rand() % 40000);
        stead_db *db = book_open("book.db");
        int64_t kept = ask(db, "SELECT count(*) FROM source");
        assert_in_range(kept, told,
                        told + 1); /* committed, and killed before it could say so */
        told = kept;
        assert_int_equal(ask(db, "SELECT count(*) FROM payment"), kept * ROWS);
        assert_int_equal(ask(db, "SELECT count(*) FROM (SELECT source FROM payment GROUP BY 1 "
                                 "HAVING count(*) <> 400 OR min(pence) <> max(pence))"),
                         0);
        assert_int_equal(ask(db, "SELECT count(*) FROM pragma_integrity_check WHERE "
                                 "integrity_check <> 'ok'"),
                         0);
        stead_db_close(db);
    }
    assert_true(told > 0);
}

/* Holds the write lock until told to let go. */
static void hold_lock(int ready, int go)
{
    char byte = 'r';
    stead_error err;
    stead_db *db = book_open("book.db");
    must(stead_db_begin(db, &err));
    must(stead_db_run(db, "INSERT INTO place VALUES ('leeds', 'Leeds', NULL, NULL)", &err));
    bool told = write(ready, &byte, 1) == 1 && read(go, &byte, 1) == 1;
    must(stead_db_commit(db, &err));
    stead_db_close(db);
    _exit(told ? 0 : 1);
}

static void a_second_writer_waits_and_then_says_so_while_readers_go_on(void **state)
{
    stead_error err;
    int ready[2], go[2], status;
    char byte;
    (void)state;
    assert_int_equal(pipe(ready) | pipe(go), 0);
    stead_db_close(book_open("book.db"));
    pid_t child = fork();
    if (child == 0)
        hold_lock(ready[1], go[0]);
    assert_int_equal(read(ready[0], &byte, 1), 1);
    stead_db *db = book_open("book.db");
    assert_int_equal(ask(db, "SELECT count(*) FROM place"), 0);
    must(stead_db_run(db, "PRAGMA busy_timeout = 50", &err));
    refused(stead_db_begin(db, &err), STEAD_DB,
            "another program is writing to it; wait for that to finish");
    assert_int_equal(write(go[1], "g", 1), 1);
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
    must(stead_db_begin(db, &err));
    assert_int_equal(ask(db, "SELECT count(*) FROM place"), 1);
    stead_db_rollback(db);
    stead_db_close(db);
}

static void a_sealed_file_stands_alone(void **state)
{
    stead_error err;
    (void)state;
    stead_db *db = book_open("book.db");
    must(stead_db_seal(db, &err));
    assert_int_not_equal(access(in_folder("book.db-wal"), F_OK), 0);
    stead_db_close(db);
    must(stead_db_open(&db, in_folder("book.db"),
                       &(stead_db_options){.readonly = true, .schema = STEAD_SCHEMA}, &err));
    assert_int_equal(ask(db, "SELECT count(*) FROM place"), 0);
    assert_int_not_equal(access(in_folder("book.db-wal"), F_OK), 0);
    assert_int_not_equal(access(in_folder("book.db-shm"), F_OK), 0);
    stead_db_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_rolled_back_leaves_no_trace),
        cmocka_unit_test(work_inside_a_transaction_is_undone_alone),
        cmocka_unit_test_setup_teardown(a_kill_at_any_instant_leaves_the_last_complete_state,
                                        folder_make, folder_remove),
        cmocka_unit_test_setup_teardown(
            a_second_writer_waits_and_then_says_so_while_readers_go_on, folder_make,
            folder_remove),
        cmocka_unit_test_setup_teardown(a_sealed_file_stands_alone, folder_make, folder_remove),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
