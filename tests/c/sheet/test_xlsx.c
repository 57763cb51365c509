/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/xlsx: what each sort of cell comes to, and what is refused. */
#include "packed.h"

#define RELS                                                                                   \
    "<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" "                        \
    "Target=\"xl/book.xml\"/>"                                                                 \
    "</Relationships>"
#define BOOK_RELS                                                                              \
    "<Relationships>"                                                                          \
    "<Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"/xl/sheets/one.xml\"/>"              \
    "<Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"./sheets/../sheets/two.xml\"/>"      \
    "<Relationship Id=\"c\" Type=\"x/chartsheet\" Target=\"sheets/chart.xml\"/>"               \
    "<Relationship Id=\"s\" Type=\"x/sharedStrings\" Target=\"texts.xml\"/>"                   \
    "<Relationship Id=\"t\" Type=\"x/styles\" Target=\"styles.xml\"/>"                         \
    "<Relationship Id=\"e\" Type=\"x/externalLink\" TargetMode=\"External\" "                  \
    "Target=\"file:///etc/passwd\"/></Relationships>"
#define BOOK                                                                                   \
    "<workbook><workbookPr/><sheets><sheet name=\"two\" sheetId=\"1\" state=\"hidden\" "       \
    "r:id=\"b\" xmlns:r=\"r\"/><sheet name=\"chart\" r:id=\"c\" xmlns:r=\"r\"/>"               \
    "<sheet name=\"one\" r:id=\"a\" xmlns:r=\"r\"/></sheets></workbook>"
#define TEXTS                                                                                  \
    "<sst><si><t>plain</t></si><si><r><t xml:space=\"preserve\">rich </t></r><rPh><t>no</t>"   \
    "</rPh><r><t>text</t></r></si><si><t>a_x000D_b_x005F_x000D_</t></si><si/></sst>"
#define STYLES                                                                                 \
    "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-809]d mmmm yyyy;@\"/>"      \
    "<numFmt numFmtId=\"165\" formatCode=\"00000\"/></numFmts><cellStyleXfs><xf "              \
    "numFmtId=\"14\"/>"                                                                        \
    "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"  \
    "<xf numFmtId=\"165\"/><xf numFmtId=\"20\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"

/* A workbook whose first sheet has these rows. */
static void make_book(const char *book, const char *rows)
{
    char sheet[4096];
    snprintf(sheet, sizeof sheet,
             "<x:worksheet xmlns:x=\"x\"><x:sheetData>%s</x:sheetData></x:worksheet>", rows);
    const part parts[] = {{"_rels/.rels", RELS},
                          {"xl/book.xml", book},
                          {"xl/_rels/book.xml.rels", BOOK_RELS},
                          {"xl/texts.xml", TEXTS},
                          {"xl/styles.xml", STYLES},
                          {"xl/sheets/one.xml", "<worksheet><sheetData/></worksheet>"},
                          {"xl/sheets/two.xml", sheet}};
    make(parts, COUNT(parts));
}

static void each_sort_of_cell_comes_as_text_and_type_R32(void **state)
{
    (void)state;
    make_book(
        BOOK,
        "<x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c>"
        "<x:c t=\"s\"><x:v>1</x:v></x:c><x:c t=\"s\"><x:v>2</x:v></x:c>"
        "<x:c t=\"s\"><x:v>3</x:v></x:c><x:c t=\"inlineStr\"><x:is><x:r><x:t>in</x:t></x:r>"
        "<x:rPh><x:t>no</x:t></x:rPh><x:r><x:t>line</x:t></x:r></x:is></x:c></x:row>"
        "<x:row hidden=\"1\"><x:c r=\"B2\"><x:v>007.10</x:v></x:c>"
        "<x:c t=\"b\"><x:v>1</x:v></x:c><x:c t=\"b\"><x:v>0</x:v></x:c>"
        "<x:c t=\"e\"><x:f>1/0</x:f><x:v>#DIV/0!</x:v></x:c>"
        "<x:c t=\"str\"><x:f>A1</x:f><x:v>made</x:v></x:c><x:c r=\"Z2\" s=\"3\"/></x:row>");
    assert_rows("1: tplain trich text ta\rb_x000D_ - tinline; "
                "2: - n007.10 bTRUE bFALSE e#DIV/0! tmade");
}

static void dates_are_told_by_their_style_in_both_calendars_R32(void **state)
{
    (void)state;
    static const char rows[] =
        "<x:row><x:c s=\"1\"><x:v>45017</x:v></x:c><x:c s=\"2\"><x:v>1</x:v></x:c>"
        "<x:c s=\"2\"><x:v>60</x:v></x:c><x:c s=\"2\"><x:v>61</x:v></x:c>"
        "<x:c s=\"5\"><x:v>45017.5</x:v></x:c><x:c s=\"4\"><x:v>0.75</x:v></x:c>"
        "<x:c s=\"3\"><x:v>42</x:v></x:c><x:c s=\"1\"><x:v>-1</x:v></x:c>"
        "<x:c t=\"d\"><x:v>2023-04-01T00:00:00</x:v></x:c></x:row>";
    make_book(BOOK, rows);
    assert_rows(
        "1: d2023-04-01 d1900-01-01 n60 d1900-03-01 d2023-04-01T12:00:00 d18:00:00 n00042 "
        "n-1 d2023-04-01");
    make_book("<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"x\" r:id=\"b\" "
              "xmlns:r=\"r\"/></sheets></workbook>",
              rows);
    assert_rows("1: d2027-04-02 d1904-01-02 d1904-03-01 d1904-03-02 d2027-04-02T12:00:00 "
                "d18:00:00 n00042 n-1 d2023-04-01");
}

static void rows_left_out_are_blank(void **state)
{
    (void)state;
    make_book(BOOK, "<x:row r=\"2\"/><x:row r=\"4\"><x:c r=\"C4\"><x:v>1</x:v></x:c></x:row>");
    assert_rows("1: -; 2: -; 3: -; 4: - - n1");
    make_book(BOOK, "");
    assert_rows("");
}

static void the_workbook_orders_the_sheets_and_charts_are_none(void **state)
{
    (void)state;
    char got[256];
    stead_texts names = {0};
    stead_error err;
    make_book(BOOK, "");
    assert_ok(stead_sheets_list(path, &names, &err), &err);
    assert_int_equal(names.count, 2);
    assert_string_equal(stead_texts_at(&names, 0, NULL), "two");
    assert_string_equal(stead_texts_at(&names, 1, NULL), "one");
    stead_texts_free(&names);
    assert_int_equal(read_rows("chart", 0, got, sizeof got, &err), STEAD_NOTFOUND);
    assert_non_null(strstr(err.text, ": has no sheet 'chart'; it has 'two', 'one'"));
    assert_int_equal(read_rows(NULL, 0, got, sizeof got, &err), STEAD_NOTFOUND);
    assert_non_null(strstr(err.text, ": has 2 sheets: say which, of 'two', 'one'"));
    assert_int_equal(read_rows(NULL, 3, got, sizeof got, &err), STEAD_NOTFOUND);
    assert_non_null(strstr(err.text, ": has no sheet 3; it has 'two', 'one'"));
}

static void what_is_out_of_order_or_not_there_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *rows, *text;
    } cases[] = {
        {"<x:row r=\"2\"/><x:row r=\"2\"/>", " [two]:2: the row after it says it is row 2"},
        {"<x:row r=\"1048577\"/>", " [two]:0: the row after it says it is row 1048577"},
        {"<x:row><x:c r=\"B1\"/><x:c r=\"A1\"/></x:row>",
         " [two]:1: cell 'A1' is out of order"},
        {"<x:row><x:c r=\"XFE1\"/></x:row>", " [two]:1: cell 'XFE1' is out of order"},
        {"<x:row><x:c r=\"1\"/></x:row>", " [two]:1: cell '1' is out of order"},
        {"<x:row><x:c t=\"s\"><x:v>4</x:v></x:c></x:row>",
         " [two]:1: column 1 refers to shared text '4', and there are 4"},
        {"<x:row><x:c t=\"s\"><x:v>-1</x:v></x:c></x:row>",
         " [two]:1: column 1 refers to shared text '-1', and there are 4"},
        {"<x:row>", ": 'xl/sheets/two.xml', line 1: mismatched tag"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        make_book(BOOK, cases[i].rows);
        assert_rows_refused(STEAD_PARSE, cases[i].text);
    }
}

static void links_that_lead_out_of_the_file_are_refused(void **state)
{
    (void)state;
    const part parts[] = {{"_rels/.rels",
                           "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" "
                           "Target=\"../../etc/passwd\"/></Relationships>"}};
    make(parts, COUNT(parts));
    assert_rows_refused(STEAD_PARSE, ": the part '../../etc/passwd' lies outside the file");
    const part none[] = {{"_rels/.rels", "<Relationships/>"}};
    make(none, COUNT(none));
    assert_rows_refused(STEAD_PARSE, ": has no workbook");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_sort_of_cell_comes_as_text_and_type_R32),
        cmocka_unit_test(dates_are_told_by_their_style_in_both_calendars_R32),
        cmocka_unit_test(rows_left_out_are_blank),
        cmocka_unit_test(the_workbook_orders_the_sheets_and_charts_are_none),
        cmocka_unit_test(what_is_out_of_order_or_not_there_is_refused),
        cmocka_unit_test(links_that_lead_out_of_the_file_are_refused),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
