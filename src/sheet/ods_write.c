/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/ods_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sheet/ods_look.h"
#include "sheet/zip_write.h"

#define XML_HEAD    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define NS          "urn:oasis:names:tc:opendocument:xmlns:"
#define SPREADSHEET "application/vnd.oasis.opendocument.spreadsheet"

typedef struct {
    stead_zip *zip;
    const stead_book *book;
    const stead_table *table; /* the one in hand */
    stead_look *looks;        /* of its columns */
} writer;

/* Texts */

static stead_status refuse_control(unsigned char c, stead_error *err)
{
    return stead_fail(err, STEAD_PARSE,
                      "a text has the control character 0x%02X, which an .ods cannot hold; "
                      "an .xlsx can",
                      (unsigned)c);
}

/* What stands for one character at `i`; NULL: itself. Spaces at the ends, and those after
 * others, would be lost. */
static const char *stand_in(const char *text, size_t len, size_t i)
{
    bool bare = i == 0 || i + 1 == len || text[i - 1] == ' ' || text[i - 1] == '\n' ||
                text[i + 1] == '\n';
    switch (text[i]) {
    case '\n':
        return "</text:p><text:p>";
    case '\t':
        return "<text:tab/>";
    case ' ':
        return bare ? "<text:s/>" : NULL;
    default:
        return NULL;
    }
}

static void put_text(stead_zip *zip, const char *text, size_t len)
{
    size_t plain = 0;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        stead_error err;
        const char *instead = stand_in(text, len, i);
        bool none = len - i >= 3 && (memcmp(text + i, "\xEF\xBF\xBE", 3) == 0 ||
                                     memcmp(text + i, "\xEF\xBF\xBF", 3) == 0);
        if (none || (c < ' ' && c != '\n' && c != '\t' && c != '\r')) {
            refuse_control(c, &err);
            stead_zip_fail(zip, &err);
            return;
        }
        if (instead == NULL)
            continue;
        stead_zip_escape(zip, text + plain, i - plain);
        stead_zip_put(zip, instead);
        plain = i + 1;
    }
    stead_zip_escape(zip, text + plain, len - plain);
}

static void put_text_cell(stead_zip *zip, const char *style, const char *text, size_t len)
{
    stead_zip_print(zip,
                    "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">"
                    "<text:p>",
                    style);
    put_text(zip, text, len);
    stead_zip_put(zip, "</text:p></table:table-cell>");
}

/* Cells */

enum { LETTERS = 4 };

static void letters_of(size_t column, char out[LETTERS])
{
    char back[LETTERS];
    int n = 0, len = 0;
    for (size_t left = column + 1; left > 0 && n < LETTERS - 1; left = (left - 1) / 26)
        back[n++] = (char)('A' + (left - 1) % 26);
    while (n > 0)
        out[len++] = back[--n];
    out[len] = '\0';
}

static void put_figure(writer *w, const stead_frame *frame, size_t row, size_t column,
                       const char *style, size_t last)
{
    static const char *const types[] = {[STEAD_INTEGER] = "float",
                                        [STEAD_QUANTITY] = "float",
                                        [STEAD_REAL] = "float",
                                        [STEAD_MONEY] = "currency\" office:currency=\"GBP",
                                        [STEAD_RATE] = "percentage"};
    char digits[STEAD_DECIMAL_TEXT], letters[LETTERS];
    const stead_look *look = &w->looks[column];
    stead_book_digits(frame, row, column, digits);
    stead_zip_print(w->zip, "<table:table-cell table:style-name=\"%s\"", style);
    letters_of(column, letters);
    if (frame == w->table->totals && look->summed)
        stead_zip_print(w->zip, " table:formula=\"of:=SUM([.%s%d:.%s%zu])\"", letters,
                        (int)STEAD_BOOK_FIRST, letters, last);
    stead_zip_print(w->zip,
                    " office:value-type=\"%s\" office:value=\"%s\"><text:p>%s</text:p>"
                    "</table:table-cell>",
                    types[look->kind], digits, digits);
}

static void put_cell(writer *w, const stead_frame *frame, size_t row, size_t column,
                     size_t last)
{
    char style[STEAD_ODS_STYLE];
    const stead_look *look = &w->looks[column];
    bool total = frame == w->table->totals;
    stead_ods_style(look, total, style);
    if (stead_frame_is_missing(frame, row, column)) {
        stead_zip_put(w->zip, "<table:table-cell/>");
        return;
    }
    if (look->kind != STEAD_TEXT) {
        put_figure(w, frame, row, column, style, last);
        return;
    }
    stead_symbol text = stead_frame_texts(frame, column)[row];
    const stead_symbols *symbols = stead_frame_symbols(frame);
    const char *bytes = stead_symbols_text(symbols, text);
    if (look->dates && !total)
        stead_zip_print(w->zip,
                        "<table:table-cell table:style-name=\"%s\" office:value-type=\"date\" "
                        "office:date-value=\"%.10s\"><text:p>%.10s</text:p></table:table-cell>",
                        style, bytes, bytes);
    else
        put_text_cell(w->zip, style, bytes, stead_symbols_length(symbols, text));
}

/* Sheets */

static void begin_sheet(stead_zip *zip, const char *name)
{
    stead_zip_put(zip, "<table:table table:name=\"");
    stead_zip_escape(zip, name, strlen(name));
    stead_zip_put(zip, "\">");
}

static void put_column(stead_zip *zip, int width)
{
    stead_zip_print(zip, "<table:table-column table:style-name=\"w%d\"/>", width);
}

static void write_cover(writer *w)
{
    stead_cover_row row;
    begin_sheet(w->zip, STEAD_BOOK_COVER);
    put_column(w->zip, 90);
    for (size_t i = 0; stead_book_cover(w->book, i, &row); i++) {
        const char *style = i == 0 ? "title" : row.heading ? "heading" : "wrapped";
        stead_zip_put(w->zip, "<table:table-row>");
        if (row.text != NULL) {
            put_text_cell(w->zip, style, row.text, strlen(row.text));
        } else {
            stead_zip_print(w->zip,
                            "<table:table-cell table:style-name=\"%s\" "
                            "office:value-type=\"string\"><text:p>",
                            style);
            put_text(w->zip, row.name, strlen(row.name));
            stead_zip_put(w->zip, ": ");
            put_text(w->zip, row.title, strlen(row.title));
            stead_zip_put(w->zip, "</text:p></table:table-cell>");
        }
        stead_zip_put(w->zip, "</table:table-row>");
    }
    stead_zip_put(w->zip, "</table:table>");
}

static void write_headings(writer *w)
{
    const stead_table *table = w->table;
    const char *title = table->title == NULL ? table->name : table->title;
    size_t width = stead_frame_width(table->frame);
    begin_sheet(w->zip, table->name);
    for (size_t i = 0; i < width; i++)
        put_column(w->zip, w->looks[i].width);
    if (width == 0)
        put_column(w->zip, 8);
    stead_zip_put(w->zip, "<table:table-row>");
    put_text_cell(w->zip, "title", title, strlen(title));
    stead_zip_put(w->zip, "</table:table-row><table:table-row>");
    put_text_cell(w->zip, "g", STEAD_BOOK_ABOUT, strlen(STEAD_BOOK_ABOUT));
    stead_zip_put(w->zip, "</table:table-row><table:table-row>");
    for (size_t i = 0; i < width; i++)
        put_text_cell(w->zip, "heading", table->headings[i], strlen(table->headings[i]));
    if (width == 0)
        stead_zip_put(w->zip, "<table:table-cell/>");
    stead_zip_put(w->zip, "</table:table-row>");
}

static void write_rows(writer *w)
{
    const stead_table *table = w->table;
    size_t width = stead_frame_width(table->frame), height = stead_frame_height(table->frame);
    size_t last = STEAD_BOOK_HEADINGS + height;
    for (size_t row = 0; width > 0 && row < height + (table->totals != NULL ? 1 : 0); row++) {
        stead_zip_put(w->zip, "<table:table-row>");
        for (size_t i = 0; i < width; i++)
            put_cell(w, row < height ? table->frame : table->totals, row < height ? row : 0, i,
                     last);
        stead_zip_put(w->zip, "</table:table-row>");
    }
    stead_zip_put(w->zip, "</table:table>");
}

static stead_status write_table(writer *w, const stead_table *table, stead_error *err)
{
    size_t width = stead_frame_width(table->frame);
    w->table = table;
    w->looks = calloc(width + 1, sizeof *w->looks);
    if (w->looks == NULL)
        return stead_nomem(err, "workbook");
    for (size_t i = 0; i < width; i++)
        w->looks[i] = stead_book_look(table, i);
    write_headings(w);
    write_rows(w);
    free(w->looks);
    return STEAD_OK;
}

/* The document */

static void write_manifest(stead_zip *zip)
{
    static const char *const parts[] = {"content.xml", "settings.xml", "meta.xml"};
    stead_zip_part(zip, "META-INF/manifest.xml", false);
    stead_zip_put(zip, XML_HEAD "<manifest:manifest xmlns:manifest=\"" NS
                                "manifest:1.0\" manifest:version=\"1.2\"><manifest:file-entry "
                                "manifest:full-path=\"/\" manifest:version=\"1.2\" "
                                "manifest:media-type=\"" SPREADSHEET "\"/>");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        stead_zip_print(zip,
                        "<manifest:file-entry manifest:full-path=\"%s\" "
                        "manifest:media-type=\"text/xml\"/>",
                        parts[i]);
    stead_zip_put(zip, "</manifest:manifest>");
}

static void write_meta(writer *w)
{
    stead_zip_part(w->zip, "meta.xml", false);
    stead_zip_put(w->zip, XML_HEAD "<office:document-meta xmlns:office=\"" NS
                                   "office:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                                   "office:version=\"1.2\"><office:meta><dc:title>");
    stead_zip_escape(w->zip, w->book->title, strlen(w->book->title));
    stead_zip_put(w->zip, "</dc:title><dc:language>en-GB</dc:language></office:meta>"
                          "</office:document-meta>");
}

static void put_setting(stead_zip *zip, const char *name, const char *type, int value)
{
    stead_zip_print(
        zip,
        "<config:config-item config:name=\"%s\" config:type=\"%s\">%d</config:config-item>",
        name, type, value);
}

/* Headings stay in view. */
static void write_settings(writer *w)
{
    enum { FROZEN = 2, LOWER_LEFT = 2 };
    stead_zip_part(w->zip, "settings.xml", false);
    stead_zip_put(w->zip,
                  XML_HEAD "<office:document-settings xmlns:office=\"" NS
                           "office:1.0\" xmlns:config=\"" NS "config:1.0\" xmlns:ooo=\""
                           "http://openoffice.org/2004/office\" office:version=\"1.2\">"
                           "<office:settings><config:config-item-set "
                           "config:name=\"ooo:view-settings\"><config:config-item-map-indexed "
                           "config:name=\"Views\"><config:config-item-map-entry>"
                           "<config:config-item-map-named config:name=\"Tables\">");
    for (size_t i = 0; i < w->book->table_count; i++) {
        const char *name = w->book->tables[i].name;
        stead_zip_put(w->zip, "<config:config-item-map-entry config:name=\"");
        stead_zip_escape(w->zip, name, strlen(name));
        stead_zip_put(w->zip, "\">");
        put_setting(w->zip, "VerticalSplitMode", "short", FROZEN);
        put_setting(w->zip, "VerticalSplitPosition", "int", STEAD_BOOK_HEADINGS);
        put_setting(w->zip, "ActiveSplitRange", "short", LOWER_LEFT);
        put_setting(w->zip, "PositionTop", "int", 0);
        put_setting(w->zip, "PositionBottom", "int", STEAD_BOOK_HEADINGS);
        stead_zip_put(w->zip, "</config:config-item-map-entry>");
    }
    stead_zip_put(w->zip, "</config:config-item-map-named></config:config-item-map-entry>"
                          "</config:config-item-map-indexed></config:config-item-set>"
                          "</office:settings></office:document-settings>");
}

static stead_status write_content(writer *w, stead_error *err)
{
    stead_status rc = STEAD_OK;
    stead_zip_part(w->zip, "content.xml", false);
    stead_zip_put(w->zip, XML_HEAD
                  "<office:document-content xmlns:office=\"" NS "office:1.0\" xmlns:style=\"" NS
                  "style:1.0\" xmlns:text=\"" NS "text:1.0\" xmlns:table=\"" NS
                  "table:1.0\" xmlns:fo=\"" NS "xsl-fo-compatible:1.0\" xmlns:number=\"" NS
                  "datastyle:1.0\" xmlns:of=\"" NS "of:1.2\" office:version=\"1.2\">");
    stead_ods_write_styles(w->zip);
    stead_zip_put(w->zip, "<office:body><office:spreadsheet>");
    write_cover(w);
    for (size_t i = 0; rc == STEAD_OK && i < w->book->table_count; i++)
        rc = write_table(w, &w->book->tables[i], err);
    stead_zip_put(w->zip, "</office:spreadsheet></office:body></office:document-content>");
    return rc;
}

stead_status stead_ods_save(const stead_book *book, const char *path, stead_error *err)
{
    writer w = {.book = book};
    stead_status rc = stead_book_check(book, err);
    if (rc == STEAD_OK)
        rc = stead_zip_open(&w.zip, path, err);
    if (rc != STEAD_OK)
        return rc;
    /* First, and not packed, so that the file can be told by its first bytes. */
    stead_zip_part(w.zip, "mimetype", true);
    stead_zip_put(w.zip, SPREADSHEET);
    write_manifest(w.zip);
    write_meta(&w);
    write_settings(&w);
    if (write_content(&w, err) != STEAD_OK)
        stead_zip_fail(w.zip, err);
    return stead_zip_close(w.zip, err);
}
