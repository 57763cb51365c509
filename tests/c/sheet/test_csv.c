/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/csv: what is a row, what is refused and where, and files larger than a chunk. */
#include "../support/check.h"

#include <stdlib.h>

#include "base/text.h"
#include "sheet/csv.h"

/* Reads everything and writes it as cells between '|', rows between '/', with each row's line:
 * "1:a|b/2:c|d". */
static stead_status flatten_bytes(const char *bytes, size_t len, stead_encoding encoding,
                                  stead_text *out, stead_error *err)
{
    stead_csv *csv;
    stead_record row;
    stead_status rc = stead_csv_open_bytes(&csv, "a.csv", bytes, len, encoding, err);
    if (rc != STEAD_OK)
        return rc;
    while ((rc = stead_csv_next(csv, &row, err)) == STEAD_OK && row.count > 0) {
        char line[16];
        int n =
            snprintf(line, sizeof line, "%s%u:", out->len > 0 ? "/" : "", (unsigned)row.line);
        assert_ok(stead_text_add(out, line, (size_t)n, err), err);
        for (size_t i = 0; i < row.count; i++) {
            if (i > 0)
                assert_ok(stead_text_add_char(out, '|', err), err);
            assert_ok(stead_text_add(out, row.cells[i].text, row.cells[i].len, err), err);
        }
    }
    stead_csv_close(csv);
    return rc;
}

typedef struct {
    const char *bytes, *rows;
} reading;

static void rows_are_read_with_their_lines_R32(void **state)
{
    (void)state;
    static const reading cases[] = {
        {"", NULL},
        {"\xEF\xBB\xBF", NULL},
        {"a,b\nc,d\n", "1:a|b/2:c|d"},
        {"a,b\r\nc,d\r\n", "1:a|b/2:c|d"},
        {"a,b\r\nc,d", "1:a|b/2:c|d"},
        {"a,b\nc,d\r", "1:a|b/2:c|d"},
        {"\xEF\xBB\xBFicb,name\nQWO,West Yorkshire\n", "1:icb|name/2:QWO|West Yorkshire"},
        {"\xEF\xBB\xBF\"icb\",x\n", "1:icb|x"},
        {"a,,c\n,\n", "1:a||c/2:|"},
        {"a,", "1:a|"},
        {"a,\n", "1:a|"},
        {"\n\na\n", "1:/2:/3:a"},
        {"\"a\",\"\",\"c,d\"\n", "1:a||c,d"},
        {"\"a\nb\",c\nd,e\n", "1:a\nb|c/3:d|e"},
        {"\"a\r\nb\"\r\nc\r\n", "1:a\r\nb/3:c"},
        {"\"say \"\"when\"\"\",b\n", "1:say \"when\"|b"},
        {"\"\"\"\",\"\"\"\"\"\"\n", "1:\"|\"\""},
        {"\"x\"\"\",\"\"\"y\",z\n", "1:x\"|\"y|z"},
        {"a, b ,c\n", "1:a| b |c"},
        {"\xC2\xA3"
         "1,caf\xC3\xA9\n",
         "1:\xC2\xA3"
         "1|caf\xC3\xA9"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        stead_text out = {0};
        stead_error err;
        assert_ok(flatten_bytes(cases[i].bytes, strlen(cases[i].bytes), STEAD_UTF8, &out, &err),
                  &err);
        assert_string_equal(out.bytes == NULL ? "none" : out.bytes,
                            cases[i].rows == NULL ? "none" : cases[i].rows);
        stead_text_free(&out);
    }
}

static void what_is_not_well_formed_is_refused_with_line_and_column_R32(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t len;
        stead_encoding encoding;
        const char *text;
    } cases[] = {
        {"a,b\nc,d\"e\n", 10, STEAD_UTF8,
         "a.csv:2:4: a quote inside a cell that does not begin with one"},
        {"a,\"b\"c\n", 7, STEAD_UTF8, "a.csv:1:6: text after a closing quote"},
        {"a\n\"b\nc\"d\n", 9, STEAD_UTF8, "a.csv:3:3: text after a closing quote"},
        {"a,b\nc,\"d\n", 9, STEAD_UTF8,
         "a.csv:2:3: this quote is never closed: the file may have been cut short"},
        {"a,\"b\"\"", 7, STEAD_UTF8,
         "a.csv:1:3: this quote is never closed: the file may have been cut short"},
        {"a,b\nc\0,d\n", 9, STEAD_UTF8, "a.csv:2:2: a NUL byte: this is not a text file"},
        {"a,\"b\0\"\n", 7, STEAD_UTF8, "a.csv:1:5: a NUL byte: this is not a text file"},
        {"a\rb\n", 4, STEAD_UTF8, "a.csv:1:2: a carriage return without a line feed"},
        {"a,\xC2\xA3,\xA3\n", 7, STEAD_UTF8,
         "a.csv:1:5: byte 0xA3 is not utf-8; is the file cp1252? then declare it"},
        {"a,b\n\"x\ny\",\xED\xA0\x80\n", 14, STEAD_UTF8,
         "a.csv:3:4: byte 0xED is not utf-8; is the file cp1252? then declare it"},
        {"a,\x81\n", 4, STEAD_CP1252, "a.csv:1:3: byte 0x81 stands for nothing in cp1252"},
        {"\xFF\xFE"
         "a\0,\0",
         6, STEAD_UTF8, "a.csv: is UTF-16; save it as 'CSV UTF-8'"},
        {"\xEF\xBB\xBF"
         "a",
         4, STEAD_CP1252, "a.csv: is declared cp1252, but its byte order mark says utf-8"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        stead_text out = {0};
        stead_error err;
        assert_refused(
            flatten_bytes(cases[i].bytes, cases[i].len, cases[i].encoding, &out, &err), &err,
            STEAD_PARSE, cases[i].text);
        stead_text_free(&out);
    }
}

static void cp1252_is_given_as_utf8(void **state)
{
    (void)state;
    stead_text out = {0};
    stead_error err;
    static const char bytes[] = "\xA3 thousand,\"it\x92s \"\"x\"\"\",\x80\nplain,y,z\n";
    assert_ok(flatten_bytes(bytes, sizeof bytes - 1, STEAD_CP1252, &out, &err), &err);
    assert_string_equal(out.bytes, "1:\xC2\xA3 thousand|it\xE2\x80\x99s \"x\"|\xE2\x82\xAC"
                                   "/2:plain|y|z");
    stead_text_free(&out);
}

/* Rows that straddle the chunks a file is taken in, and one longer than all of them. */
static void rows_may_straddle_the_chunks_of_a_file(void **state)
{
    (void)state;
    stead_error err;
    stead_text bytes = {0};
    size_t sizes[] = {1, 65535, 65536, 131071, 131072, 131073, 400000, 3};
    for (size_t i = 0; i < COUNT(sizes); i++) {
        assert_ok(stead_text_add_char(&bytes, '"', &err), &err);
        for (size_t k = 0; k < sizes[i]; k++)
            assert_ok(
                stead_text_add(&bytes, k % 7 == 0 ? "\"\"" : "x", k % 7 == 0 ? 2 : 1, &err),
                &err);
        assert_ok(stead_text_add(&bytes, "\",z\r\n", 5, &err), &err);
    }
    stead_csv *csv;
    stead_record row;
    assert_ok(stead_csv_open_bytes(&csv, "a.csv", bytes.bytes, bytes.len, STEAD_UTF8, &err),
              &err);
    for (size_t i = 0; i < COUNT(sizes); i++) {
        assert_ok(stead_csv_next(csv, &row, &err), &err);
        assert_int_equal(row.count, 2);
        assert_int_equal(row.cells[0].len, sizes[i]);
        assert_int_equal(row.cells[0].text[0], '"');
        assert_memory_equal(row.cells[1].text, "z", 1);
        assert_int_equal(row.line, i + 1);
    }
    assert_ok(stead_csv_next(csv, &row, &err), &err);
    assert_int_equal(row.count, 0);
    stead_csv_close(csv);
    stead_text_free(&bytes);
}

/* The first chunk, of 131,072 bytes, ends before, between and after two quotes that are one. */
static void doubled_quotes_may_straddle_the_chunks_of_a_file(void **state)
{
    (void)state;
    for (size_t len = 131064; len < 131080; len++) {
        stead_error err;
        stead_text bytes = {0}, out = {0};
        assert_ok(stead_text_add_char(&bytes, '"', &err), &err);
        while (bytes.len < len)
            assert_ok(stead_text_add_char(&bytes, 'x', &err), &err);
        assert_ok(stead_text_add(&bytes, "\"\"\",z\r\ny\r\n", 10, &err), &err);
        assert_ok(flatten_bytes(bytes.bytes, bytes.len, STEAD_UTF8, &out, &err), &err);
        assert_int_equal(out.len, 2 + len - 1 + strlen("\"|z/2:y"));
        assert_string_equal(out.bytes + 2 + len - 1, "\"|z/2:y");
        stead_text_free(&bytes);
        stead_text_free(&out);
    }
}

static void a_row_without_end_is_refused(void **state)
{
    (void)state;
    stead_error err;
    size_t len = (16u << 20) + (1u << 18);
    char *bytes = malloc(len);
    assert_non_null(bytes);
    stead_text out = {0};
    memset(bytes, 'x', len);
    bytes[0] = '"';
    assert_refused(flatten_bytes(bytes, len, STEAD_UTF8, &out, &err), &err, STEAD_PARSE,
                   "a.csv:1:1: this row is longer than 16 MB; was a quote left open?");
    memset(bytes, ',', 70000);
    assert_refused(flatten_bytes(bytes, 70000, STEAD_UTF8, &out, &err), &err, STEAD_PARSE,
                   "a.csv:1:65537: a row of more than 65,536 cells");
    stead_text_free(&out);
    free(bytes);
}

static void the_digest_is_of_the_whole_file_R32(void **state)
{
    (void)state;
    stead_csv *csv;
    stead_record row;
    stead_error err;
    char hex[STEAD_DIGEST_HEX];
    assert_ok(stead_csv_open_bytes(&csv, "a.csv", "abc", 3, STEAD_UTF8, &err), &err);
    assert_ok(stead_csv_next(csv, &row, &err), &err);
    assert_int_equal(row.count, 1);
    assert_ok(stead_csv_next(csv, &row, &err), &err);
    assert_int_equal(row.count, 0);
    assert_int_equal(stead_csv_size(csv), 3);
    assert_ok(stead_csv_digest(csv, hex, &err), &err);
    assert_string_equal(hex,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    stead_csv_close(csv);
}

static void a_file_that_cannot_be_read_says_why(void **state)
{
    (void)state;
    stead_csv *csv;
    stead_error err;
    assert_refused(stead_csv_open(&csv, "no/such.csv", STEAD_UTF8, &err), &err, STEAD_NOTFOUND,
                   "no/such.csv: there is no such file");
    assert_int_equal(stead_csv_open(&csv, ".", STEAD_UTF8, &err), STEAD_IO);
    assert_string_equal(err.text, ".: cannot be read: Is a directory");
}

static void nothing_follows_a_refusal(void **state)
{
    (void)state;
    stead_csv *csv;
    stead_record row;
    stead_error err;
    assert_ok(stead_csv_open_bytes(&csv, "a.csv", "a\"\nb\n", 5, STEAD_UTF8, &err), &err);
    assert_int_equal(stead_csv_next(csv, &row, &err), STEAD_PARSE);
    assert_refused(stead_csv_next(csv, &row, &err), &err, STEAD_PARSE,
                   "a.csv: was refused before");
    assert_int_equal(row.count, 0);
    stead_csv_close(csv);
}

/* Any cells written by the rules come back the same, in any of the line ends. */
static void quoted_cells_come_back_as_they_were(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a", ",", "\"", "\n", "\r\n", " ", "\xC2\xA3", "0"};
    const char *given = getenv("STEAD_SEED");
    unsigned seed = given == NULL ? 20261121u : (unsigned)strtoul(given, NULL, 10);
    print_message("seed %u\n", seed);
    srand(seed);
    for (int run = 0; run < 2000; run++) {
        stead_text bytes = {0}, wanted = {0}, got = {0};
        stead_error err;
        const char *line_end = rand() % 2 ? "\n" : "\r\n";
        int rows = 1 + rand() % 4, line = 1;
        for (int r = 0; r < rows; r++) {
            char start[16];
            int n = snprintf(start, sizeof start, "%s%d:", r > 0 ? "/" : "", line);
            stead_text_add(&wanted, start, (size_t)n, &err);
            for (int c = 0; c < 3; c++) {
                stead_text_add(&bytes, c > 0 ? ",\"" : "\"", c > 0 ? 2 : 1, &err);
                stead_text_add(&wanted, "|", c > 0, &err);
                for (int k = rand() % 6; k > 0; k--) {
                    const char *piece = pieces[(size_t)rand() % COUNT(pieces)];
                    stead_text_add(&wanted, piece, strlen(piece), &err);
                    stead_text_add(&bytes, piece, strlen(piece), &err);
                    stead_text_add(&bytes, piece, *piece == '"', &err);
                    line += strchr(piece, '\n') != NULL;
                }
                stead_text_add(&bytes, "\"", 1, &err);
            }
            stead_text_add(&bytes, line_end, strlen(line_end), &err);
            line++;
        }
        assert_ok(flatten_bytes(bytes.bytes, bytes.len, STEAD_UTF8, &got, &err), &err);
        assert_string_equal(got.bytes, wanted.bytes);
        stead_text_free(&bytes);
        stead_text_free(&wanted);
        stead_text_free(&got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_read_with_their_lines_R32),
        cmocka_unit_test(what_is_not_well_formed_is_refused_with_line_and_column_R32),
        cmocka_unit_test(cp1252_is_given_as_utf8),
        cmocka_unit_test(rows_may_straddle_the_chunks_of_a_file),
        cmocka_unit_test(doubled_quotes_may_straddle_the_chunks_of_a_file),
        cmocka_unit_test(a_row_without_end_is_refused),
        cmocka_unit_test(the_digest_is_of_the_whole_file_R32),
        cmocka_unit_test(a_file_that_cannot_be_read_says_why),
        cmocka_unit_test(nothing_follows_a_refusal),
        cmocka_unit_test(quoted_cells_come_back_as_they_were),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
