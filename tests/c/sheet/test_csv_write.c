/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/csv_write: each kind as it is written, and files that are never half. */
#include "../support/check.h"

#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sheet/csv_write.h"

static const stead_column columns[] = {
    {"name", STEAD_TEXT},    {"rows, all", STEAD_INTEGER}, {"population", STEAD_QUANTITY},
    {"amount", STEAD_MONEY}, {"growth", STEAD_RATE},       {"index", STEAD_REAL},
};

static stead_frame *make(size_t rows)
{
    stead_frame *frame;
    stead_error err;
    assert_ok(stead_frame_create(&frame, columns, COUNT(columns), &err), &err);
    for (size_t i = 0; i < rows; i++) {
        assert_ok(stead_frame_add_row(frame, &err), &err);
        assert_ok(stead_frame_set_text(frame, 0, "a \"b\",\nc", 8, &err), &err);
        stead_frame_set_number(frame, 1, -7);
        stead_frame_set_number(frame, 2, INT64_C(4086310904123));
        stead_frame_set_number(frame, 3, -123456);
        stead_frame_set_number(frame, 4, 36000000);
        stead_frame_set_real(frame, 5, 0.1);
    }
    return frame;
}

static void each_kind_is_written_plainly(void **state)
{
    (void)state;
    stead_error err;
    stead_text out = {0};
    stead_frame *frame = make(1);
    assert_ok(stead_frame_add_row(frame, &err), &err);
    assert_ok(stead_frame_add_row(frame, &err), &err);
    assert_ok(stead_frame_set_text(frame, 0, "", 0, &err), &err);
    stead_frame_set_number(frame, 2, 0);
    stead_frame_set_number(frame, 3, 5);
    stead_frame_set_real(frame, 5, 1.0 / 3.0);
    assert_ok(stead_csv_format(frame, STEAD_LINE_LF, &out, &err), &err);
    assert_string_equal(out.bytes, "name,\"rows, all\",population,amount,growth,index\n"
                                   "\"a \"\"b\"\",\nc\",-7,4086.310904123,-1234.56,0.036,0.1\n"
                                   ",,,,,\n"
                                   "\"\",,0,0.05,,0.3333333333333333\n");
    stead_text_clear(&out);
    assert_ok(stead_csv_format(frame, STEAD_LINE_CRLF, &out, &err), &err);
    assert_non_null(strstr(out.bytes, "index\r\n"));
    stead_frame_set_real(frame, 5, (double)INFINITY);
    assert_refused(stead_csv_format(frame, STEAD_LINE_LF, &out, &err), &err, STEAD_RANGE,
                   "a figure to be written is not finite");
    stead_text_free(&out);
    stead_frame_free(frame);
}

static void reals_read_back_the_same(void **state)
{
    (void)state;
    static const stead_column one[] = {{"x", STEAD_REAL}};
    const char *given = getenv("STEAD_SEED");
    unsigned seed = given == NULL ? 20261121u : (unsigned)strtoul(given, NULL, 10);
    print_message("seed %u\n", seed);
    srand(seed);
    for (int i = 0; i < 2000; i++) {
        stead_frame *frame;
        stead_error err;
        stead_text out = {0};
        double x = ldexp((double)rand() / RAND_MAX + rand(), rand() % 400 - 200);
        assert_ok(stead_frame_create(&frame, one, 1, &err), &err);
        assert_ok(stead_frame_add_row(frame, &err), &err);
        stead_frame_set_real(frame, 0, x);
        assert_ok(stead_csv_format(frame, STEAD_LINE_LF, &out, &err), &err);
        assert_true(strtod(out.bytes + 2, NULL) == x);
        stead_text_free(&out);
        stead_frame_free(frame);
    }
}

static void a_row_of_nothing_is_not_a_blank_line(void **state)
{
    (void)state;
    stead_frame *frame;
    stead_error err;
    stead_text out = {0};
    assert_ok(stead_frame_create(&frame, columns, 1, &err), &err);
    assert_ok(stead_frame_add_row(frame, &err), &err);
    assert_ok(stead_csv_format(frame, STEAD_LINE_LF, &out, &err), &err);
    assert_string_equal(out.bytes, "name\n\"\"\n");
    stead_text_free(&out);
    stead_frame_free(frame);
}

/* A folder of the test's own, a path in it, and where a file is written first. */
static char folder[] = "csv-write-XXXXXX";
static char path[64], aside[80];

static int enter(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/out.csv", folder);
    snprintf(aside, sizeof aside, "%s.part0", path);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    remove(path);
    return rmdir(folder);
}

static off_t size_of(const char *file)
{
    struct stat there;
    return stat(file, &there) == 0 ? there.st_size : -1;
}

static void a_file_is_replaced_whole(void **state)
{
    (void)state;
    stead_error err;
    stead_frame *small = make(1), *large = make(5000);
    assert_ok(stead_csv_save(large, path, STEAD_LINE_LF, &err), &err);
    assert_int_equal(size_of(path), 48 + 5000 * 50);
    assert_ok(stead_csv_save(small, path, STEAD_LINE_CRLF, &err), &err);
    assert_int_equal(size_of(path), 48 + 50 + 2);
    stead_frame_free(small);
    stead_frame_free(large);
}

static void a_full_disk_leaves_the_old_file(void **state)
{
    (void)state;
    stead_error err;
    stead_frame *small = make(1), *large = make(5000);
    struct rlimit whole, tight;
    assert_ok(stead_csv_save(small, path, STEAD_LINE_LF, &err), &err);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &whole), 0);
    tight = whole;
    tight.rlim_cur = 100000;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
    stead_status rc = stead_csv_save(large, path, STEAD_LINE_LF, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &whole), 0);
    assert_int_equal(rc, STEAD_IO);
    assert_non_null(strstr(err.text, "out.csv: cannot be written: File too large"));
    assert_int_equal(size_of(path), 48 + 50);
    assert_int_equal(size_of(aside), -1);
    stead_frame_free(small);
    stead_frame_free(large);
}

static void what_is_no_file_is_not_written_over(void **state)
{
    (void)state;
    stead_error err;
    stead_frame *frame = make(1);
    assert_refused(stead_csv_save(frame, ".", STEAD_LINE_LF, &err), &err, STEAD_IO,
                   ".: is not an ordinary file");
    assert_refused(stead_csv_save(frame, "no/such/out.csv", STEAD_LINE_LF, &err), &err,
                   STEAD_NOTFOUND,
                   "no/such/out.csv: cannot be written: No such file or directory");
    stead_frame_free(frame);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_is_written_plainly),
        cmocka_unit_test(reals_read_back_the_same),
        cmocka_unit_test(a_row_of_nothing_is_not_a_blank_line),
        cmocka_unit_test(a_file_is_replaced_whole),
        cmocka_unit_test(a_full_disk_leaves_the_old_file),
        cmocka_unit_test(what_is_no_file_is_not_written_over),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
