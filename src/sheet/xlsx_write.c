/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/xlsx_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "sheet/xlsx_cell.h"
#include "sheet/xlsx_look.h"
#include "sheet/zip_write.h"

#define XML_HEAD    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OOXML       "http://schemas.openxmlformats.org/"
#define OFFICE_LINK OOXML "officeDocument/2006/relationships"

typedef struct {
    stead_zip *zip;
    const stead_book *book;
    const stead_table *table; /* the one in hand */
    stead_look *looks;        /* of its columns */
} writer;

/* Cells */

static void put_row(stead_zip *zip, size_t row)
{
    stead_zip_print(zip, "<row r=\"%zu\">", row);
}

/* Days as spreadsheets count them, from March 1900 on. */
static void put_day(stead_zip *zip, const char *reference, int style, const char *text)
{
    enum { SERIAL_OF_1970 = 25569 };
    stead_day day = 0;
    stead_error err;
    if (stead_date_parse(text, strlen(text), &day, &err) == STEAD_OK)
        stead_zip_print(zip, "<c r=\"%s\" s=\"%d\"><v>%d</v></c>", reference, style,
                        day + SERIAL_OF_1970);
}

/* `line` is the sheet's row, from 1; `last` that of the table's last, for a sum over it. */
static void put_cell(writer *w, const stead_frame *frame, size_t row, size_t column,
                     size_t line, size_t last)
{
    char reference[STEAD_XLSX_REFERENCE], digits[STEAD_DECIMAL_TEXT];
    const stead_look *look = &w->looks[column];
    bool total = frame == w->table->totals;
    int style = stead_xlsx_style(look, total);
    if (stead_frame_is_missing(frame, row, column))
        return;
    stead_xlsx_reference(column, line, reference);
    if (look->kind == STEAD_TEXT) {
        stead_symbol text = stead_frame_texts(frame, column)[row];
        const stead_symbols *symbols = stead_frame_symbols(frame);
        const char *bytes = stead_symbols_text(symbols, text);
        if (look->dates && !total)
            put_day(w->zip, reference, style, bytes);
        else
            stead_xlsx_put_text_cell(w->zip, reference, style, bytes,
                                     stead_symbols_length(symbols, text));
        return;
    }
    stead_book_digits(frame, row, column, digits);
    stead_zip_print(w->zip, "<c r=\"%s\" s=\"%d\">", reference, style);
    if (total && look->summed) {
        char from[STEAD_XLSX_REFERENCE], to[STEAD_XLSX_REFERENCE];
        stead_xlsx_reference(column, STEAD_BOOK_FIRST, from);
        stead_xlsx_reference(column, last, to);
        stead_zip_print(w->zip, "<f>SUM(%s:%s)</f>", from, to);
    }
    stead_zip_print(w->zip, "<v>%s</v></c>", digits);
}

/* Sheets */

static void begin_sheet(stead_zip *zip, size_t number, bool first)
{
    char part[64];
    snprintf(part, sizeof part, "xl/worksheets/sheet%zu.xml", number);
    stead_zip_part(zip, part, false);
    stead_zip_put(zip, XML_HEAD "<worksheet xmlns=\"" OOXML
                                "spreadsheetml/2006/main\" xmlns:r=\"" OFFICE_LINK
                                "\"><sheetViews><sheetView ");
    stead_zip_put(zip,
                  first ? "tabSelected=\"1\" workbookViewId=\"0\"" : "workbookViewId=\"0\"");
}

static void write_cover(writer *w)
{
    stead_cover_row row;
    begin_sheet(w->zip, 1, true);
    stead_zip_put(w->zip,
                  "/></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols><col "
                  "min=\"1\" max=\"1\" width=\"90\" customWidth=\"1\"/></cols><sheetData>");
    for (size_t i = 0; stead_book_cover(w->book, i, &row); i++) {
        char reference[STEAD_XLSX_REFERENCE];
        int style = i == 0        ? STEAD_XLSX_TITLE
                    : row.heading ? STEAD_XLSX_HEADING
                                  : STEAD_XLSX_WRAPPED;
        stead_xlsx_reference(0, i + 1, reference);
        put_row(w->zip, i + 1);
        if (row.text != NULL) {
            stead_xlsx_put_text_cell(w->zip, reference, style, row.text, strlen(row.text));
        } else {
            stead_zip_print(
                w->zip, "<c r=\"%s\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">",
                reference, style);
            stead_xlsx_put_text(w->zip, row.name, strlen(row.name));
            stead_zip_put(w->zip, ": ");
            stead_xlsx_put_text(w->zip, row.title, strlen(row.title));
            stead_zip_put(w->zip, "</t></is></c>");
        }
        stead_zip_put(w->zip, "</row>");
    }
    stead_zip_put(w->zip, "</sheetData></worksheet>");
}

static void write_columns(writer *w)
{
    size_t width = stead_frame_width(w->table->frame);
    stead_zip_print(
        w->zip,
        "><pane ySplit=\"%d\" topLeftCell=\"A%d\" activePane=\"bottomLeft\" "
        "state=\"frozen\"/><selection pane=\"bottomLeft\"/></sheetView></sheetViews>"
        "<sheetFormatPr defaultRowHeight=\"15\"/>",
        (int)STEAD_BOOK_HEADINGS, (int)STEAD_BOOK_FIRST);
    if (width > 0)
        stead_zip_put(w->zip, "<cols>");
    for (size_t i = 0; i < width; i++)
        stead_zip_print(w->zip, "<col min=\"%zu\" max=\"%zu\" width=\"%d\" customWidth=\"1\"/>",
                        i + 1, i + 1, w->looks[i].width);
    if (width > 0)
        stead_zip_put(w->zip, "</cols>");
}

static void write_rows(writer *w)
{
    const stead_table *table = w->table;
    const char *title = table->title == NULL ? table->name : table->title;
    size_t width = stead_frame_width(table->frame), height = stead_frame_height(table->frame);
    size_t last = STEAD_BOOK_HEADINGS + height;
    put_row(w->zip, 1);
    stead_xlsx_put_text_cell(w->zip, "A1", STEAD_XLSX_TITLE, title, strlen(title));
    stead_zip_put(w->zip, "</row><row r=\"2\">");
    stead_xlsx_put_text_cell(w->zip, "A2", 0, STEAD_BOOK_ABOUT, strlen(STEAD_BOOK_ABOUT));
    stead_zip_put(w->zip, "</row>");
    put_row(w->zip, STEAD_BOOK_HEADINGS);
    for (size_t i = 0; i < width; i++) {
        char reference[STEAD_XLSX_REFERENCE];
        stead_xlsx_reference(i, STEAD_BOOK_HEADINGS, reference);
        stead_xlsx_put_text_cell(w->zip, reference, STEAD_XLSX_HEADING, table->headings[i],
                                 strlen(table->headings[i]));
    }
    stead_zip_put(w->zip, "</row>");
    for (size_t row = 0; row < height + (table->totals != NULL ? 1 : 0); row++) {
        put_row(w->zip, STEAD_BOOK_FIRST + row);
        for (size_t i = 0; i < width; i++)
            put_cell(w, row < height ? table->frame : table->totals, row < height ? row : 0, i,
                     STEAD_BOOK_FIRST + row, last);
        stead_zip_put(w->zip, "</row>");
    }
}

/* Whether the rows can be marked as a table: its headings must then differ, also when case is
 * not looked at, and be plain. */
static bool is_marked(const stead_table *table)
{
    enum { LONGEST = 255 };
    size_t width = stead_frame_width(table->frame);
    bool fits = width > 0 && stead_frame_height(table->frame) > 0;
    for (size_t i = 0; fits && i < width; i++) {
        const char *heading = table->headings[i];
        fits =
            heading[0] != '\0' && strlen(heading) <= LONGEST && strstr(heading, "_x") == NULL;
        for (const char *at = heading; fits && *at != '\0'; at++)
            fits = (unsigned char)*at >= ' ';
        for (size_t k = 0; fits && k < i; k++)
            fits = strcasecmp(heading, table->headings[k]) != 0;
    }
    return fits;
}

static void write_mark(writer *w, size_t number)
{
    char part[64], last[STEAD_XLSX_REFERENCE];
    size_t width = stead_frame_width(w->table->frame);
    stead_xlsx_reference(width - 1, STEAD_BOOK_HEADINGS + stead_frame_height(w->table->frame),
                         last);
    snprintf(part, sizeof part, "xl/worksheets/_rels/sheet%zu.xml.rels", number + 1);
    stead_zip_part(w->zip, part, false);
    stead_zip_print(w->zip,
                    XML_HEAD
                    "<Relationships xmlns=\"" OOXML
                    "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE_LINK
                    "/table\" Target=\"../tables/table%zu.xml\"/></Relationships>",
                    number);
    snprintf(part, sizeof part, "xl/tables/table%zu.xml", number);
    stead_zip_part(w->zip, part, false);
    stead_zip_print(
        w->zip,
        XML_HEAD
        "<table xmlns=\"" OOXML
        "spreadsheetml/2006/main\" id=\"%zu\" name=\"Table%zu\" displayName=\"Table%zu\" "
        "ref=\"A%d:%s\" totalsRowShown=\"0\"><autoFilter ref=\"A%d:%s\"/>"
        "<tableColumns count=\"%zu\">",
        number, number, number, (int)STEAD_BOOK_HEADINGS, last, (int)STEAD_BOOK_HEADINGS, last,
        width);
    for (size_t i = 0; i < width; i++) {
        stead_zip_print(w->zip, "<tableColumn id=\"%zu\" name=\"", i + 1);
        stead_zip_escape(w->zip, w->table->headings[i], strlen(w->table->headings[i]));
        stead_zip_put(w->zip, "\"/>");
    }
    stead_zip_put(w->zip, "</tableColumns><tableStyleInfo name=\"TableStyleLight1\" "
                          "showFirstColumn=\"0\" showLastColumn=\"0\" showRowStripes=\"0\" "
                          "showColumnStripes=\"0\"/></table>");
}

/* `number` counts the tables, from 1; the cover is the sheet before. */
static stead_status write_table(writer *w, size_t number, stead_error *err)
{
    const stead_table *table = &w->book->tables[number - 1];
    size_t width = stead_frame_width(table->frame);
    w->table = table;
    w->looks = calloc(width + 1, sizeof *w->looks);
    if (w->looks == NULL)
        return stead_nomem(err, "workbook");
    for (size_t i = 0; i < width; i++)
        w->looks[i] = stead_book_look(table, i);
    begin_sheet(w->zip, number + 1, false);
    write_columns(w);
    stead_zip_put(w->zip, "<sheetData>");
    write_rows(w);
    stead_zip_put(w->zip, "</sheetData>");
    if (is_marked(table))
        stead_zip_put(w->zip,
                      "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>");
    stead_zip_put(w->zip, "</worksheet>");
    if (is_marked(table))
        write_mark(w, number);
    free(w->looks);
    return STEAD_OK;
}

/* The workbook */

static void write_types(writer *w)
{
    size_t count = w->book->table_count;
    stead_zip_part(w->zip, "[Content_Types].xml", false);
    stead_zip_put(
        w->zip, XML_HEAD
        "<Types xmlns=\"" OOXML "package/2006/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/docProps/core.xml\" "
        "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>");
    stead_zip_print(w->zip, "<Override PartName=\"/xl/%s.xml\" ContentType=\"%s.%s+xml\"/>",
                    "workbook", STEAD_XLSX_TYPE, "sheet.main");
    stead_zip_print(w->zip, "<Override PartName=\"/xl/%s.xml\" ContentType=\"%s.%s+xml\"/>",
                    "styles", STEAD_XLSX_TYPE, "styles");
    for (size_t i = 0; i <= count; i++)
        stead_zip_print(w->zip,
                        "<Override PartName=\"/xl/worksheets/sheet%zu.xml\" "
                        "ContentType=\"%s.worksheet+xml\"/>",
                        i + 1, STEAD_XLSX_TYPE);
    for (size_t i = 0; i < count; i++)
        if (is_marked(&w->book->tables[i]))
            stead_zip_print(w->zip,
                            "<Override PartName=\"/xl/tables/table%zu.xml\" "
                            "ContentType=\"%s.table+xml\"/>",
                            i + 1, STEAD_XLSX_TYPE);
    stead_zip_put(w->zip, "</Types>");
}

static void write_links(writer *w)
{
    size_t count = w->book->table_count;
    stead_zip_part(w->zip, "_rels/.rels", false);
    stead_zip_put(w->zip,
                  XML_HEAD "<Relationships xmlns=\"" OOXML "package/2006/relationships\">"
                           "<Relationship Id=\"rId1\" Type=\"" OFFICE_LINK
                           "/officeDocument\" Target=\"xl/workbook.xml\"/>"
                           "<Relationship Id=\"rId2\" Type=\"" OOXML
                           "package/2006/relationships/metadata/core-properties\" "
                           "Target=\"docProps/core.xml\"/></Relationships>");
    stead_zip_part(w->zip, "xl/_rels/workbook.xml.rels", false);
    stead_zip_put(w->zip,
                  XML_HEAD "<Relationships xmlns=\"" OOXML "package/2006/relationships\">");
    for (size_t i = 1; i <= count + 1; i++)
        stead_zip_print(w->zip,
                        "<Relationship Id=\"rId%zu\" Type=\"" OFFICE_LINK
                        "/worksheet\" Target=\"worksheets/sheet%zu.xml\"/>",
                        i, i);
    stead_zip_print(w->zip,
                    "<Relationship Id=\"rId%zu\" Type=\"" OFFICE_LINK
                    "/styles\" Target=\"styles.xml\"/></Relationships>",
                    count + 2);
}

static void write_workbook(writer *w)
{
    stead_zip_part(w->zip, "docProps/core.xml", false);
    stead_zip_put(w->zip, XML_HEAD "<cp:coreProperties xmlns:cp=\"" OOXML
                                   "package/2006/metadata/core-properties\" "
                                   "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
    stead_xlsx_put_text(w->zip, w->book->title, strlen(w->book->title));
    stead_zip_put(w->zip, "</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>");
    stead_zip_part(w->zip, "xl/workbook.xml", false);
    stead_zip_put(
        w->zip, XML_HEAD
        "<workbook xmlns=\"" OOXML "spreadsheetml/2006/main\" xmlns:r=\"" OFFICE_LINK
        "\"><bookViews><workbookView/></bookViews><sheets><sheet name=\"" STEAD_BOOK_COVER
        "\" sheetId=\"1\" r:id=\"rId1\"/>");
    for (size_t i = 0; i < w->book->table_count; i++) {
        stead_zip_put(w->zip, "<sheet name=\"");
        stead_zip_escape(w->zip, w->book->tables[i].name, strlen(w->book->tables[i].name));
        stead_zip_print(w->zip, "\" sheetId=\"%zu\" r:id=\"rId%zu\"/>", i + 2, i + 2);
    }
    stead_zip_put(w->zip, "</sheets></workbook>");
}

stead_status stead_xlsx_save(const stead_book *book, const char *path, stead_error *err)
{
    writer w = {.book = book};
    stead_status rc = stead_book_check(book, err);
    if (rc == STEAD_OK)
        rc = stead_zip_open(&w.zip, path, err);
    if (rc != STEAD_OK)
        return rc;
    write_types(&w);
    write_links(&w);
    write_workbook(&w);
    stead_zip_part(w.zip, "xl/styles.xml", false);
    stead_xlsx_write_styles(w.zip);
    write_cover(&w);
    for (size_t i = 1; rc == STEAD_OK && i <= book->table_count; i++)
        rc = write_table(&w, i, err);
    if (rc != STEAD_OK)
        stead_zip_fail(w.zip, err);
    return stead_zip_close(w.zip, err);
}
