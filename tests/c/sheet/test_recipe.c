/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/recipe: what a recipe takes from a file, what it lists and what it refuses. */
#include "../support/check.h"

#include "sheet/csv.h"
#include "sheet/recipe.h"

#define TEXTS(...)  ((const char *const[]){__VA_ARGS__})
#define HEADED(...) .headings = TEXTS(__VA_ARGS__), .heading_count = COUNT(TEXTS(__VA_ARGS__))

static const stead_field need_fields[] = {
    {.name = "code", HEADED("Practice_Code"), .key = true, .pattern = "%u%d+"},
    {.name = "pcn", HEADED("PCN_Code"), .blank = STEAD_BLANK_ALLOW},
    {.name = "population", .kind = STEAD_QUANTITY, HEADED("Population", "pop 2022/23")},
    {.name = "maternity",
     .kind = STEAD_QUANTITY,
     HEADED("Mat WP"),
     .blank = STEAD_BLANK_LEAVE_OUT},
};

static const stead_recipe need = {
    .fields = need_fields,
    .field_count = COUNT(need_fields),
    .header = "Practice_Code",
    .within = 3,
};

static stead_status read(const stead_recipe *recipe, const char *bytes, stead_frame **frame,
                         stead_reading *reading, stead_error *err)
{
    stead_csv *csv;
    assert_ok(stead_csv_open_bytes(&csv, "gp.csv", bytes, strlen(bytes), STEAD_UTF8, err), err);
    stead_status rc = stead_recipe_read(recipe, stead_csv_rows(csv), frame, reading, err);
    stead_csv_close(csv);
    return rc;
}

static void assert_reading_refused(const stead_recipe *recipe, const char *bytes,
                                   stead_status code, const char *text)
{
    stead_frame *frame = NULL;
    stead_reading reading = {0};
    stead_error err;
    assert_refused(read(recipe, bytes, &frame, &reading, &err), &err, code, text);
    assert_null(frame);
    assert_null(reading.notes);
}

static void assert_note(const stead_reading *reading, size_t row, const char *what, int line,
                        const char *field, const char *key, const char *text,
                        const char *message)
{
    const stead_frame *notes = reading->notes;
    assert_string_equal(stead_frame_text(notes, row, STEAD_NOTE_WHAT), what);
    assert_int_equal(stead_frame_number(notes, row, STEAD_NOTE_LINE), line);
    assert_string_equal(stead_frame_text(notes, row, STEAD_NOTE_FIELD), field);
    assert_string_equal(stead_frame_text(notes, row, STEAD_NOTE_KEY), key);
    assert_string_equal(stead_frame_text(notes, row, STEAD_NOTE_TEXT), text);
    assert_string_equal(stead_frame_text(notes, row, STEAD_NOTE_MESSAGE), message);
}

static void columns_are_found_by_any_of_their_headings_R32(void **state)
{
    (void)state;
    stead_frame *frame;
    stead_reading reading;
    stead_error err;
    assert_ok(read(&need,
                   "Notes\n\nPractice_Code,Mat WP,Other,\"pop\n 2022/23\",PCN_Code\n"
                   "A81001,3745.047847,x,4086.3109041235,U89141\n"
                   "\n"
                   "B82020,,x,1e3,\n",
                   &frame, &reading, &err),
              &err);
    assert_int_equal(stead_frame_height(frame), 2);
    assert_string_equal(stead_frame_text(frame, 0, 0), "A81001");
    assert_string_equal(stead_frame_text(frame, 0, 1), "U89141");
    assert_int_equal(stead_frame_number(frame, 0, 2), INT64_C(4086310904124));
    assert_int_equal(stead_frame_number(frame, 0, 3), INT64_C(3745047847000));
    assert_int_equal(stead_frame_line(frame, 0), 5);
    assert_true(stead_frame_is_missing(frame, 1, 1));
    assert_int_equal(stead_frame_number(frame, 1, 2), 1000 * INT64_C(1000000000));
    assert_true(stead_frame_is_missing(frame, 1, 3));
    assert_int_equal(stead_frame_line(frame, 1), 7);
    assert_int_equal(stead_frame_height(reading.notes), 1);
    assert_note(&reading, 0, "blank", 7, "maternity", "B82020", "", "");
    stead_frame_free(frame);
    stead_reading_clear(&reading);
}

static void a_missing_column_names_the_nearest_heading_R32(void **state)
{
    (void)state;
    assert_reading_refused(&need, "Practice_Code,Mat WP,Popluation,PCN_Code\n", STEAD_NOTFOUND,
                           "gp.csv: no column 'Population' (or 'pop 2022/23'); the nearest "
                           "heading is 'Popluation'");
    assert_reading_refused(&need, "Practice_Code,Population,Mat WP\n", STEAD_NOTFOUND,
                           "gp.csv: no column 'PCN_Code'");
    assert_reading_refused(&need, "Practice_Code,Population,Population,Mat WP,PCN_Code\n",
                           STEAD_DUPLICATE,
                           "gp.csv:1: columns 2 and 3 are both headed 'Population'");
    assert_reading_refused(&need, "a\nb\nc\nPractice_Code\n", STEAD_NOTFOUND,
                           "gp.csv: none of the first 3 rows begins with the heading "
                           "'Practice_Code'");
    assert_reading_refused(&need, "", STEAD_NOTFOUND,
                           "gp.csv: none of the first 3 rows begins with the heading "
                           "'Practice_Code'");
}

#define HEADING "Practice_Code,PCN_Code,Population,Mat WP\n"

static void a_cell_that_does_not_fit_is_named_R32(void **state)
{
    (void)state;
    assert_reading_refused(&need, HEADING "A1,,1,1\nA2,,12..5,1\n", STEAD_PARSE,
                           "gp.csv:3: column 'Population': '12..5' is not a number");
    assert_reading_refused(&need, HEADING "A1,,,1\n", STEAD_PARSE,
                           "gp.csv:2: column 'Population' is blank");
    assert_reading_refused(&need, HEADING "A1,,\"1,000\",1\n", STEAD_PARSE,
                           "gp.csv:2: column 'Population': '1,000' is not a number");
    assert_reading_refused(&need, HEADING "A1,,99999999999,1\n", STEAD_RANGE,
                           "gp.csv:2: column 'Population': '99999999999' is too large");
    assert_reading_refused(&need, HEADING "1A,,1,1\n", STEAD_PARSE,
                           "gp.csv:2: column 'Practice_Code': '1A' does not look like '%u%d+'");
    assert_reading_refused(&need, HEADING "A1,,1,1\nA2,,1,1\nA1,,2,2\n", STEAD_DUPLICATE,
                           "gp.csv:4: 'A1' is already on line 2");
}

static void a_file_cut_short_is_refused_R32(void **state)
{
    (void)state;
    assert_reading_refused(&need, HEADING "A1,,1,1\nA2,,1", STEAD_PARSE,
                           "gp.csv:3: the row has 3 cells, where 4 must be; the file may have "
                           "been cut short");
    assert_reading_refused(&need, HEADING "A1,,1,1,1\n", STEAD_PARSE,
                           "gp.csv:2: the row has 5 cells, where 4 must be");
    assert_reading_refused(&need, HEADING "A1,\"U", STEAD_PARSE,
                           "gp.csv:2:4: this quote is never closed: the file may have been cut "
                           "short");
    stead_recipe counted = need;
    counted.counted = true;
    counted.row_least = 2;
    counted.row_most = 3;
    assert_reading_refused(&counted, HEADING "A1,,1,1\n", STEAD_MISMATCH,
                           "gp.csv: 1 rows, where 2 to 3 must be; the file may be cut short or "
                           "of another edition");
}

static void a_council_return_is_read_up_to_its_second_table_R32(void **state)
{
    (void)state;
    const stead_field fields[] = {
        {.name = "code", HEADED("ONS Code"), .key = true},
        {.name = "asc",
         .kind = STEAD_MONEY,
         HEADED("Adult Social Care - Net (C7 = C3 - C6)"),
         .power = 3,
         .marks = TEXTS("[x]"),
         .mark_count = 1},
    };
    const stead_only only[] = {{0, "E[01][06789]%d%d%d%d%d%d"}};
    const stead_recipe returns = {.fields = fields,
                                  .field_count = 2,
                                  .header = "E-code",
                                  .within = 20,
                                  .stops = TEXTS("E-code"),
                                  .stop_count = 1,
                                  .trim = true,
                                  .commas = true,
                                  .only = only,
                                  .only_count = 1};
    stead_frame *frame;
    stead_reading reading;
    stead_error err;
    assert_ok(read(&returns,
                   "Worksheet 2,,\n\"In \xC2\xA3 thousand\",,\n"
                   "E-code,ONS Code,\"Adult  Social Care - Net\n (C7 = C3 - C6)\"\n"
                   "E4701, E08000035 ,\"208,785\"\n"
                   "E4601,E08000025,[x]\n"
                   "Eng,E92000001,\"20,524,551\"\n"
                   "E0001,E06000001,-1.5\n"
                   ",,\n"
                   "E-code,ONS Code,x\nE9,E06000001,y,z\n",
                   &frame, &reading, &err),
              &err);
    assert_int_equal(stead_frame_height(frame), 3);
    assert_string_equal(stead_frame_text(frame, 0, 0), "E08000035");
    assert_int_equal(stead_frame_number(frame, 0, 1), 20878500000);
    assert_true(stead_frame_is_missing(frame, 1, 1));
    assert_int_equal(stead_frame_number(frame, 2, 1), -150000);
    assert_int_equal(stead_frame_height(reading.notes), 2);
    assert_note(&reading, 0, "blank", 6, "asc", "E08000025", "[x]", "");
    assert_note(&reading, 1, "left out", 7, "code", "E92000001", "E92000001", "");
    assert_int_equal(strlen(reading.sha256), 64);
    stead_frame_free(frame);
    stead_reading_clear(&reading);
    assert_reading_refused(&returns,
                           "E-code,ONS Code,Adult Social Care - Net (C7 = C3 - C6)\n"
                           "E1,E06000001,1.234567\n",
                           STEAD_PARSE,
                           "gp.csv:2: column 'Adult Social Care - Net (C7 = C3 - C6)': "
                           "'1.234567' has more than 5 decimal places");
}

static void a_file_without_headings_is_read_by_position(void **state)
{
    (void)state;
    const stead_field fields[] = {
        {.name = "code", .position = 1, .key = true},
        {.name = "icb", .position = 3, .key = true},
        {.name = "share", .kind = STEAD_RATE, .position = 2, .power = -2},
        {.name = "index", .kind = STEAD_REAL, .position = 4},
        {.name = "count", .kind = STEAD_INTEGER, .position = 5},
    };
    const stead_recipe recipe = {.fields = fields, .field_count = COUNT(fields)};
    stead_frame *frame;
    stead_reading reading;
    stead_error err;
    assert_ok(read(&recipe, "01,3.6,QWO,-1.25e-1,7\n01,100,QOP,2,08\n", &frame, &reading, &err),
              &err);
    assert_string_equal(stead_frame_text(frame, 0, 0), "01");
    assert_int_equal(stead_frame_number(frame, 0, 2), 36000000);
    assert_true(stead_frame_real(frame, 0, 3) == -0.125);
    assert_int_equal(stead_frame_number(frame, 1, 4), 8);
    stead_frame_free(frame);
    stead_reading_clear(&reading);
    assert_reading_refused(&recipe, "01,1,QWO,1,1\n01,1,QWO,1,1\n", STEAD_DUPLICATE,
                           "gp.csv:2: '01 / QWO' is already on line 1");
    assert_reading_refused(&recipe, "01,1,QWO,1\n", STEAD_NOTFOUND,
                           "gp.csv: 'count' is column 5, and the first row has 4");
    assert_reading_refused(&recipe, "01,1,QWO,nan,1\n", STEAD_PARSE,
                           "gp.csv:1: column 'index': 'nan' is not a number");
    assert_reading_refused(&recipe, "01,1,QWO,1e999,1\n", STEAD_RANGE,
                           "gp.csv:1: column 'index': '1e999' is too large");
    assert_reading_refused(&recipe, "01,1,QWO,1,1.5\n", STEAD_PARSE,
                           "gp.csv:1: column 'count': '1.5' has more than 0 decimal places");
}

static void sums_must_agree_or_are_reported_R32(void **state)
{
    (void)state;
    static const size_t of[] = {3};
    stead_sums sums = {of, 1, 2, INT64_C(1000000000), false};
    stead_recipe recipe = need;
    stead_frame *frame;
    stead_reading reading;
    stead_error err;
    recipe.sums = &sums;
    recipe.sum_count = 1;
    static const char apart[] = HEADING "A1,,1000.5,2000\nA2,,1000,2\n";
    static const char message[] =
        "gp.csv: the sum of 'maternity' is 2,002, that of 'population' "
        "2,000.5: they are 1.5 apart, and may be 1";
    assert_ok(read(&recipe, HEADING "A1,,1000,2001\nA2,,1000,\n", &frame, &reading, &err),
              &err);
    stead_frame_free(frame);
    stead_reading_clear(&reading);
    assert_reading_refused(&recipe, apart, STEAD_MISMATCH, message);
    sums.reports = true;
    assert_ok(read(&recipe, apart, &frame, &reading, &err), &err);
    assert_note(&reading, 0, "problem", 0, "maternity", "", "", message);
    stead_frame_free(frame);
    stead_reading_clear(&reading);
}

static void what_a_recipe_reports_is_left_missing_R32(void **state)
{
    (void)state;
    const stead_field fields[] = {
        {.name = "code", HEADED("Code"), .key = true},
        {.name = "weight", .kind = STEAD_QUANTITY, HEADED("WP"), .reports = true},
        {.name = "patients", .kind = STEAD_INTEGER, HEADED("Patients"), .optional = true},
    };
    const stead_recipe recipe = {
        .fields = fields, .field_count = COUNT(fields), .header = "Code", .within = 1};
    stead_frame *frame;
    stead_reading reading;
    stead_error err;
    assert_ok(read(&recipe, "Code,WP\nA1,n/a\nA2,\n", &frame, &reading, &err), &err);
    assert_int_equal(stead_frame_height(frame), 2);
    assert_true(stead_frame_is_missing(frame, 0, 1));
    assert_true(stead_frame_is_missing(frame, 1, 2));
    assert_int_equal(stead_frame_height(reading.notes), 3);
    assert_note(&reading, 0, "problem", 1, "patients", "", "",
                "gp.csv:1: no column 'Patients'");
    assert_note(&reading, 1, "problem", 2, "weight", "A1", "n/a",
                "gp.csv:2: column 'WP': 'n/a' is not a number");
    assert_note(&reading, 2, "problem", 3, "weight", "A2", "",
                "gp.csv:3: column 'WP' is blank");
    stead_frame_free(frame);
    stead_reading_clear(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_found_by_any_of_their_headings_R32),
        cmocka_unit_test(a_missing_column_names_the_nearest_heading_R32),
        cmocka_unit_test(a_cell_that_does_not_fit_is_named_R32),
        cmocka_unit_test(a_file_cut_short_is_refused_R32),
        cmocka_unit_test(a_council_return_is_read_up_to_its_second_table_R32),
        cmocka_unit_test(a_file_without_headings_is_read_by_position),
        cmocka_unit_test(sums_must_agree_or_are_reported_R32),
        cmocka_unit_test(what_a_recipe_reports_is_left_missing_R32),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
