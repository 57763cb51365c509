/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/ods: what each sort of cell comes to, repeats, and what is refused. */
#include "packed.h"

/* A spreadsheet whose first sheet has these rows. */
static void make_sheet(const char *rows)
{
    char content[4096];
    snprintf(content, sizeof content,
             "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" "
             "xmlns:calcext=\"c\" xmlns:draw=\"d\"><office:body><office:spreadsheet>"
             "<table:tracked-changes><table:table table:name=\"gone\"/></table:tracked-changes>"
             "<table:table table:name=\"a\">%s</table:table><table:table table:name=\"b\">"
             "<table:table-row><table:table-cell "
             "office:value-type=\"string\"><text:p>second</text:p>"
             "</table:table-cell></table:table-row></table:table>"
             "</office:spreadsheet></office:body></office:document-content>",
             rows);
    const part parts[] = {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                          {"content.xml", content}};
    make(parts, COUNT(parts));
}

#define ROW(...)   "<table:table-row>" __VA_ARGS__ "</table:table-row>"
#define TEXT(text) "<table:table-cell office:value-type=\"string\">" text "</table:table-cell>"

static void each_sort_of_cell_comes_as_text_and_type_R32(void **state)
{
    (void)state;
    make_sheet(ROW(TEXT("<text:p>001</text:p>") TEXT(
        "<text:p>a<text:s text:c=\"2\"/><text:span>b<text:tab/></text:span>c</text:p>"
        "<text:p>d</text:p><office:annotation><text:p>a "
        "comment</text:p></office:annotation>"
        "<draw:frame><text:p>a picture</text:p></draw:frame>")) "<table:table-header-"
                                                                "rows>" ROW("<table:table-"
                                                                            "cell "
                                                                            "office:value-"
                                                                            "type="
                                                                            "\"float\" "
                                                                            "office:value="
                                                                            "\"1.10\"><"
                                                                            "text:p>1</"
                                                                            "text:p>"
                                                                            "</"
                                                                            "table:table-"
                                                                            "cell>"
                                                                            "<table:table-"
                                                                            "cell "
                                                                            "office:value-"
                                                                            "type="
                                                                            "\"percentage\""
                                                                            " office:value="
                                                                            "\"0.036\"/>"
                                                                            "<table:table-"
                                                                            "cell "
                                                                            "office:value-"
                                                                            "type="
                                                                            "\"currency\" "
                                                                            "office:value="
                                                                            "\"-2\"/>"
                                                                            "<table:table-"
                                                                            "cell "
                                                                            "office:value-"
                                                                            "type=\"date\" "
                                                                            "office:date-"
                                                                            "value=\"2023-"
                                                                            "04-01T00:00:"
                                                                            "00\"/>"
                                                                            "<table:table-"
                                                                            "cell "
                                                                            "office:value-"
                                                                            "type=\"time\" "
                                                                            "office:time-"
                                                                            "value="
                                                                            "\"PT09H30M00S"
                                                                            "\"/>"
                                                                            "<table:table-"
                                                                            "cell "
                                                                            "office:value-"
                                                                            "type=\"time\" "
                                                                            "office:time-"
                                                                            "value="
                                                                            "\"PT30H00M00S"
                                                                            "\"/>"
                                                                            "<table:table-"
                                                                            "cell "
                                                                            "office:value-"
                                                                            "type="
                                                                            "\"boolean\" "
                                                                            "office:"
                                                                            "boolean-value="
                                                                            "\"false\"/>"
                                                                            "<table:table-"
                                                                            "cell "
                                                                            "office:value-"
                                                                            "type="
                                                                            "\"string\" "
                                                                            "office:string-"
                                                                            "value=\"\" "
                                                                            "calcext:value-"
                                                                            "type="
                                                                            "\"error\"><"
                                                                            "text:p>#N/A</"
                                                                            "text:p></"
                                                                            "table:table-"
                                                                            "cell>") "</"
                                                                                     "table"
                                                                                     ":tabl"
                                                                                     "e-"
                                                                                     "heade"
                                                                                     "r-"
                                                                                     "rows"
                                                                                     ">");
    assert_rows("1: t001 ta  b\tc\nd; 2: n1.10 n0.036 n-2 d2023-04-01 d09:30:00 dPT30H00M00S "
                "bFALSE e#N/A");
}

static void repeats_are_given_as_often_and_blanks_at_the_end_are_not(void **state)
{
    (void)state;
    make_sheet(
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/>"
        "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" "
        "office:value=\"5\"/><table:table-cell table:number-columns-repeated=\"16381\"/>"
        "</table:table-row>"
        "<table:table-row "
        "table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>" ROW(TEXT(
            "<text:p>x</text:p>") "<table:covered-table-cell "
                                  "office:value-type=\"float\" office:value=\"9\"/>" TEXT(
                                      "<text:p>y</text:p>")) "<table:table-row "
                                                             "table:number-rows-repeated="
                                                             "\"1048571\"><table:table-cell "
                                                             "table:number-columns-repeated="
                                                             "\"16384\"/></table:table-row>");
    assert_rows("1: - n5 n5; 2: - n5 n5; 3: -; 4: -; 5: tx - ty");
}

static void other_sheets_are_chosen_by_name(void **state)
{
    (void)state;
    char got[256];
    stead_error err;
    make_sheet("");
    assert_ok(read_rows("b", 0, got, sizeof got, &err), &err);
    assert_string_equal(got, "1: tsecond");
    assert_rows("");
}

static void files_that_claim_too_much_are_refused(void **state)
{
    (void)state;
    make_sheet("<table:table-row table:number-rows-repeated=\"1048577\">" TEXT(
        "<text:p>x</text:p>") "</table:table-row>" ROW(TEXT("<text:p>x</text:p>")));
    char *got = malloc(1 << 26);
    stead_error err;
    assert_non_null(got);
    assert_int_equal(read_rows(NULL, 1, got, 1 << 26, &err), STEAD_PARSE);
    free(got);
    assert_non_null(strstr(err.text, " [a]: has over 1048576 rows"));
    make_sheet("<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell "
               "table:number-columns-repeated=\"16384\" office:value-type=\"float\" "
               "office:value=\"5\"/></table:table-row>");
    assert_rows_refused(STEAD_RANGE, " [a]: has more cells than a sheet may have");
    make_sheet(ROW("<table:table-cell table:number-columns-repeated=\"16384\"/>" TEXT(
        "<text:p>x</text:p>")));
    assert_rows_refused(STEAD_PARSE, " [a]: a row has over 16384 columns");
    make_sheet(ROW(TEXT("<text:p><text:s text:c=\"4294967295\"/></text:p>")));
    assert_rows_refused(STEAD_PARSE, " [a]:1: column 1 has over 1048576 bytes");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_sort_of_cell_comes_as_text_and_type_R32),
        cmocka_unit_test(repeats_are_given_as_often_and_blanks_at_the_end_are_not),
        cmocka_unit_test(other_sheets_are_chosen_by_name),
        cmocka_unit_test(files_that_claim_too_much_are_refused),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
