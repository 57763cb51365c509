/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "sheet/row.h"
#include "sheet/xml.h"

enum { LONGEST_CELL = 1 << 20 };

/* What a cell's t says. */
typedef enum {
    IS_NUMBER,
    IS_SHARED,
    IS_INLINE,
    IS_FORMULA,
    IS_BOOLEAN,
    IS_ERROR,
    IS_DATE
} sort;

struct stead_xlsx {
    const char *name;
    stead_pack *pack;
    stead_xlsx_book book;
    stead_texts strings;
    stead_xlsx_styles styles;
    stead_xml *xml;
    stead_row row;
    uint32_t line;  /* the last row given */
    uint32_t found; /* the row last read, which is not yet given when it is past `line` */
    bool ended, refused;
    uint32_t column, next_column; /* of the cell in hand, and of one that does not say */
    sort sort;
    uint32_t style;
    stead_text text; /* of the cell in hand */
    bool in_value, in_inline;
    int phonetic;
};

stead_status stead_xlsx_sheets(stead_pack *pack, stead_texts *names, stead_error *err)
{
    stead_xlsx_book book;
    stead_status rc = stead_xlsx_book_read(&book, pack, err);
    for (size_t i = 0; rc == STEAD_OK && i < book.names.count; i++) {
        size_t len;
        const char *name = stead_texts_at(&book.names, i, &len);
        rc = stead_texts_add(names, name, len, err);
    }
    stead_xlsx_book_free(&book);
    return rc;
}

/* Where things stand */

static stead_status row_begin(stead_xlsx *x, const char **attributes, stead_error *err)
{
    uint32_t line = stead_xml_number(attributes, "r", UINT32_MAX, x->found + 1);
    if (line <= x->found || line > STEAD_SHEET_ROWS)
        return stead_fail(err, STEAD_PARSE, "%s:%u: the row after it says it is row %u",
                          x->name, (unsigned)x->found, (unsigned)line);
    x->found = line;
    x->next_column = 0;
    stead_row_clear(&x->row);
    return STEAD_OK;
}

/* The column of a reference such as "AB12": 27; UINT32_MAX when it is none. */
static uint32_t column_of(const char *reference)
{
    uint32_t column = 0;
    const char *at = reference;
    for (; *at >= 'A' && *at <= 'Z' && column <= STEAD_SHEET_COLUMNS; at++)
        column = column * 26 + (uint32_t)(*at - 'A') + 1;
    return column == 0 || column > STEAD_SHEET_COLUMNS ? UINT32_MAX : column - 1;
}

static sort sort_of(const char *type)
{
    static const char *const types[] = {"n", "s", "inlineStr", "str", "b", "e", "d"};
    for (size_t i = 0; type != NULL && i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i], type) == 0)
            return (sort)i;
    return IS_NUMBER;
}

static stead_status cell_begin(stead_xlsx *x, const char **attributes, stead_error *err)
{
    const char *reference = stead_xml_attribute(attributes, "r");
    x->column = reference == NULL ? x->next_column : column_of(reference);
    if (x->column < x->next_column || x->column >= STEAD_SHEET_COLUMNS)
        return stead_fail(err, STEAD_PARSE, "%s:%u: cell '%.20s' is out of order", x->name,
                          (unsigned)x->found, reference == NULL ? "" : reference);
    x->next_column = x->column + 1;
    x->sort = sort_of(stead_xml_attribute(attributes, "t"));
    x->style = stead_xml_number(attributes, "s", UINT32_MAX, 0);
    x->in_inline = false;
    x->phonetic = 0;
    stead_text_clear(&x->text);
    return STEAD_OK;
}

/* What a cell comes to */

static stead_status put(stead_xlsx *x, stead_cell_type type, const char *text, size_t len,
                        stead_error *err)
{
    return stead_row_put(&x->row, x->column, type, text, len, err);
}

static stead_status put_shared(stead_xlsx *x, stead_error *err)
{
    char *end = x->text.bytes;
    unsigned long i = strtoul(x->text.bytes, &end, 10);
    if (*end != '\0' || i >= x->strings.count)
        return stead_fail(err, STEAD_PARSE,
                          "%s:%u: column %u refers to shared text '%.20s', and there are %zu",
                          x->name, (unsigned)x->found, (unsigned)x->column + 1, x->text.bytes,
                          x->strings.count);
    size_t len;
    const char *text = stead_texts_at(&x->strings, i, &len);
    return put(x, STEAD_CELL_TEXT, text, len, err);
}

static stead_status put_number(stead_xlsx *x, stead_error *err)
{
    char shown[STEAD_SERIAL_TEXT];
    const char *digits = x->text.bytes;
    size_t len = x->text.len;
    stead_format format = {STEAD_SHOWN_NUMBER, 0};
    if (x->style < x->styles.count)
        format = x->styles.formats[x->style];
    if (format.as != STEAD_SHOWN_NUMBER &&
        stead_serial_format(digits, len, format, x->book.from_1904, shown))
        return put(x, STEAD_CELL_DATE, shown, strlen(shown), err);
    if (format.zeros > 0 && stead_zeros_format(digits, len, format, shown))
        return put(x, STEAD_CELL_NUMBER, shown, strlen(shown), err);
    return put(x, STEAD_CELL_NUMBER, digits, len, err);
}

/* "2023-04-01T00:00:00" is a day. */
static size_t date_length(const char *text, size_t len)
{
    static const char midnight[] = "T00:00:00";
    return len > 10 && strncmp(text + 10, midnight, strlen(midnight)) == 0 ? 10 : len;
}

static stead_status cell_end(stead_xlsx *x, stead_error *err)
{
    char *text = x->text.bytes;
    size_t len = x->text.len;
    if (len == 0)
        return STEAD_OK;
    switch (x->sort) {
    case IS_SHARED:
        return put_shared(x, err);
    case IS_INLINE:
    case IS_FORMULA:
        return put(x, STEAD_CELL_TEXT, text, stead_xlsx_unescape(text, len), err);
    case IS_BOOLEAN:
        return text[0] == '1' || text[0] == 't' ? put(x, STEAD_CELL_BOOLEAN, "TRUE", 4, err)
                                                : put(x, STEAD_CELL_BOOLEAN, "FALSE", 5, err);
    case IS_ERROR:
        return put(x, STEAD_CELL_ERROR, text, len, err);
    case IS_DATE:
        return put(x, STEAD_CELL_DATE, text, date_length(text, len), err);
    case IS_NUMBER:
    default:
        return put_number(x, err);
    }
}

/* Elements: <row r><c r t s><v>, or <c><is><t>, <is><r><t> */

static stead_status on_start(void *self, const char *name, const char **attributes,
                             stead_error *err)
{
    stead_xlsx *x = self;
    name = stead_xml_local(name);
    x->in_value = false;
    if (strcmp(name, "c") == 0)
        return cell_begin(x, attributes, err);
    if (strcmp(name, "v") == 0)
        x->in_value = x->sort != IS_INLINE;
    else if (strcmp(name, "row") == 0)
        return row_begin(x, attributes, err);
    else if (strcmp(name, "is") == 0)
        x->in_inline = x->sort == IS_INLINE;
    else if (strcmp(name, "rPh") == 0)
        x->phonetic++;
    else if (strcmp(name, "t") == 0)
        x->in_value = x->in_inline && x->phonetic == 0;
    return STEAD_OK;
}

static stead_status on_text(void *self, const char *text, size_t len, stead_error *err)
{
    stead_xlsx *x = self;
    if (!x->in_value)
        return STEAD_OK;
    if (x->text.len + len > LONGEST_CELL)
        return stead_fail(err, STEAD_PARSE, "%s:%u: column %u has over %d bytes", x->name,
                          (unsigned)x->found, (unsigned)x->column + 1, (int)LONGEST_CELL);
    return stead_text_add(&x->text, text, len, err);
}

static stead_status on_end(void *self, const char *name, stead_error *err)
{
    stead_xlsx *x = self;
    name = stead_xml_local(name);
    x->in_value = false;
    if (strcmp(name, "c") == 0)
        return cell_end(x, err);
    if (strcmp(name, "row") == 0)
        stead_xml_pause(x->xml);
    else if (strcmp(name, "rPh") == 0)
        x->phonetic--;
    else if (strcmp(name, "is") == 0)
        x->in_inline = false;
    return STEAD_OK;
}

/* The whole */

static stead_status xlsx_begin(stead_xlsx *x, size_t sheet, stead_error *err)
{
    static const stead_xml_class is = {on_start, on_end, on_text};
    stead_status rc = stead_xlsx_book_read(&x->book, x->pack, err);
    if (rc == STEAD_OK && sheet >= x->book.parts.count)
        rc =
            stead_fail(err, STEAD_NOTFOUND, "%s: has %zu sheets", x->name, x->book.parts.count);
    if (rc == STEAD_OK && x->book.strings != NULL)
        rc = stead_xlsx_strings_read(&x->strings, x->pack, x->book.strings, err);
    if (rc == STEAD_OK && x->book.styles != NULL)
        rc = stead_xlsx_styles_read(&x->styles, x->pack, x->book.styles, err);
    if (rc == STEAD_OK)
        rc = stead_xml_open(&x->xml, x->pack, stead_texts_at(&x->book.parts, sheet, NULL), &is,
                            x, err);
    return rc;
}

stead_status stead_xlsx_open(stead_xlsx **out, stead_pack *pack, size_t sheet, const char *name,
                             stead_error *err)
{
    stead_xlsx *x = calloc(1, sizeof *x);
    if (x == NULL)
        return stead_nomem(err, "workbook");
    x->name = name;
    x->pack = pack;
    x->row = (stead_row){.name = name, .left = stead_pack_allows(pack)->cells};
    stead_status rc = xlsx_begin(x, sheet, err);
    if (rc == STEAD_OK)
        *out = x;
    else
        stead_xlsx_close(x);
    return rc;
}

void stead_xlsx_close(stead_xlsx *x)
{
    if (x == NULL)
        return;
    stead_xml_close(x->xml);
    stead_xlsx_styles_free(&x->styles);
    stead_texts_free(&x->strings);
    stead_xlsx_book_free(&x->book);
    stead_row_free(&x->row);
    stead_text_free(&x->text);
    free(x);
}

stead_status stead_xlsx_next(stead_xlsx *x, stead_record *record, stead_error *err)
{
    stead_row none = {0};
    *record = (stead_record){0};
    while (x->line == x->found && !x->ended && !x->refused) {
        stead_status rc = stead_xml_next(x->xml, &x->ended, err);
        x->refused = rc != STEAD_OK;
        if (rc != STEAD_OK)
            return rc;
    }
    if (x->refused || x->line == x->found)
        return STEAD_OK;
    x->line++;
    *record = stead_row_record(x->line == x->found ? &x->row : &none, x->line);
    return STEAD_OK;
}
