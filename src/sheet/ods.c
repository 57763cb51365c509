/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/ods.h"

#include <stdlib.h>
#include <string.h>

#include "sheet/row.h"
#include "sheet/xml.h"

enum { LONGEST_CELL = 1 << 20 };

static const char content[] = "content.xml";

/* Where in the document the reading stands. Sheets lie only directly in the spreadsheet: what
 * lies in comments, drawings, tracked changes or links to other files is passed over. */
typedef struct {
    int passed; /* elements passed over around */
    int tables; /* tables around: those within a cell are no sheets */
} place;

static bool place_enter(place *p, const char *name)
{
    static const char *const others[] = {"office:annotation",    "table:shapes", "office:forms",
                                         "table:dde-links",      "draw:frame",   "draw:object",
                                         "table:tracked-changes"};
    bool passes = p->passed > 0;
    for (size_t i = 0; !passes && i < sizeof others / sizeof *others; i++)
        passes = strcmp(name, others[i]) == 0;
    p->passed += passes;
    return !passes;
}

/* The end of an element; false when it was passed over. */
static bool place_leave(place *p)
{
    if (p->passed == 0)
        return true;
    p->passed--;
    return false;
}

/* Names */

typedef struct {
    place place;
    const char *name; /* of the file */
    stead_texts *names;
} listing;

static stead_status listing_start(void *self, const char *name, const char **attributes,
                                  stead_error *err)
{
    listing *l = self;
    if (!place_enter(&l->place, name) || strcmp(name, "table:table") != 0 ||
        l->place.tables++ > 0)
        return STEAD_OK;
    if (l->names->count == STEAD_SHEET_COUNT)
        return stead_fail(err, STEAD_PARSE, "%s: has over %d sheets", l->name,
                          (int)STEAD_SHEET_COUNT);
    const char *called = stead_xml_attribute(attributes, "table:name");
    called = called == NULL ? "" : called;
    return stead_texts_add(l->names, called, strlen(called), err);
}

static stead_status listing_end(void *self, const char *name, stead_error *err)
{
    listing *l = self;
    (void)err;
    if (place_leave(&l->place) && strcmp(name, "table:table") == 0)
        l->place.tables--;
    return STEAD_OK;
}

stead_status stead_ods_sheets(stead_pack *pack, stead_texts *names, stead_error *err)
{
    static const stead_xml_class is = {listing_start, listing_end, NULL};
    listing l = {.name = stead_pack_name(pack), .names = names};
    return stead_xml_read(pack, content, &is, &l, err);
}

/* Rows */

struct stead_ods {
    const char *name;
    stead_pack *pack;
    stead_xml *xml;
    place place;
    size_t sheet, sheets; /* the one wanted; those begun so far */
    bool in_sheet, ended, refused;
    stead_row row;
    uint32_t line;        /* the last row given */
    uint32_t gap, repeat; /* still to give: blank rows, then so many times `row` */
    uint32_t row_repeat, column, cell_repeat;
    stead_cell_type type;
    bool valued;      /* the cell's value is an attribute, and its text only how it is shown */
    stead_text text;  /* of the cell in hand */
    int paragraphs;   /* begun in the cell */
    int in_paragraph; /* elements of text around */
};

static stead_status set_value(stead_ods *o, const char *value, size_t len, stead_error *err)
{
    o->valued = true;
    return stead_text_add(&o->text, value, len, err);
}

/* "2023-04-01T00:00:00" is a day. */
static stead_status set_date(stead_ods *o, const char *value, stead_error *err)
{
    static const char midnight[] = "T00:00:00";
    size_t len = strlen(value);
    o->type = STEAD_CELL_DATE;
    return set_value(
        o, value, len > 10 && strncmp(value + 10, midnight, strlen(midnight)) == 0 ? 10 : len,
        err);
}

/* "PT09H30M00S" is 09:30:00; other durations stay as they are. */
static stead_status set_time(stead_ods *o, const char *v, stead_error *err)
{
    static const char like[] = "PT00H00M00";
    char text[8] = "00:00:00";
    bool fits = strlen(v) > 10;
    for (size_t i = 0; fits && i < 10; i++)
        fits = like[i] == '0' ? v[i] >= '0' && v[i] <= '9' : v[i] == like[i];
    o->type = STEAD_CELL_DATE;
    if (!fits || strncmp(v + 2, "24", 2) >= 0)
        return set_value(o, v, strlen(v), err);
    for (size_t i = 0; i < 3; i++)
        memcpy(text + i * 3, v + 2 + i * 3, 2);
    return set_value(o, text, sizeof text, err);
}

static stead_status cell_value(stead_ods *o, const char **attributes, stead_error *err)
{
    const char *type = stead_xml_attribute(attributes, "office:value-type");
    const char *extra = stead_xml_attribute(attributes, "calcext:value-type");
    const char *number = stead_xml_attribute(attributes, "office:value");
    const char *date = stead_xml_attribute(attributes, "office:date-value");
    const char *time = stead_xml_attribute(attributes, "office:time-value");
    const char *truth = stead_xml_attribute(attributes, "office:boolean-value");
    const char *text = stead_xml_attribute(attributes, "office:string-value");
    o->type = STEAD_CELL_TEXT;
    if (extra != NULL && strcmp(extra, "error") == 0) {
        o->type = STEAD_CELL_ERROR;
        return STEAD_OK;
    }
    if (type == NULL)
        return STEAD_OK;
    if (strcmp(type, "string") == 0)
        return text == NULL ? STEAD_OK : set_value(o, text, strlen(text), err);
    if (strcmp(type, "date") == 0 && date != NULL)
        return set_date(o, date, err);
    if (strcmp(type, "time") == 0 && time != NULL)
        return set_time(o, time, err);
    if (strcmp(type, "boolean") == 0 && truth != NULL) {
        bool holds = strcmp(truth, "true") == 0;
        o->type = STEAD_CELL_BOOLEAN;
        return set_value(o, holds ? "TRUE" : "FALSE", holds ? 4 : 5, err);
    }
    o->type = number == NULL ? STEAD_CELL_TEXT : STEAD_CELL_NUMBER;
    return number == NULL ? STEAD_OK : set_value(o, number, strlen(number), err);
}

static stead_status cell_begin(stead_ods *o, const char *name, const char **attributes,
                               stead_error *err)
{
    o->cell_repeat =
        stead_xml_number(attributes, "table:number-columns-repeated", STEAD_SHEET_COLUMNS, 1);
    o->valued = strcmp(name, "table:covered-table-cell") == 0;
    o->paragraphs = o->in_paragraph = 0;
    stead_text_clear(&o->text);
    return o->valued ? STEAD_OK : cell_value(o, attributes, err);
}

static stead_status cell_end(stead_ods *o, stead_error *err)
{
    stead_status rc = STEAD_OK;
    uint32_t end = o->column + o->cell_repeat;
    if (o->text.len > 0 && end > STEAD_SHEET_COLUMNS)
        return stead_fail(err, STEAD_PARSE, "%s: a row has over %d columns", o->name,
                          (int)STEAD_SHEET_COLUMNS);
    for (; rc == STEAD_OK && o->text.len > 0 && o->column < end; o->column++)
        rc = stead_row_put(&o->row, o->column, o->type, o->text.bytes, o->text.len, err);
    o->column = end > STEAD_SHEET_COLUMNS ? STEAD_SHEET_COLUMNS : end;
    return rc;
}

static void row_begin(stead_ods *o, const char **attributes)
{
    o->row_repeat =
        stead_xml_number(attributes, "table:number-rows-repeated", STEAD_SHEET_ROWS, 1);
    o->column = 0;
    stead_row_clear(&o->row);
}

/* Blank rows wait for one that is not. */
static stead_status row_end(stead_ods *o, stead_error *err)
{
    uint32_t left = STEAD_SHEET_ROWS - o->line - o->gap;
    if (o->row.count == 0) {
        o->gap += o->row_repeat > left ? left : o->row_repeat;
        return STEAD_OK;
    }
    if (o->row_repeat > left)
        return stead_fail(err, STEAD_PARSE, "%s: has over %d rows", o->name,
                          (int)STEAD_SHEET_ROWS);
    o->repeat = o->row_repeat;
    stead_status rc = stead_row_repeat(&o->row, o->repeat - 1, err);
    if (rc == STEAD_OK)
        stead_xml_pause(o->xml);
    return rc;
}

/* Text */

static stead_status add_text(stead_ods *o, const char *text, size_t len, stead_error *err)
{
    if (o->valued || o->in_paragraph == 0)
        return STEAD_OK;
    if (o->text.len + len > LONGEST_CELL)
        return stead_fail(err, STEAD_PARSE, "%s:%u: column %u has over %d bytes", o->name,
                          (unsigned)(o->line + o->gap + 1), (unsigned)o->column + 1,
                          (int)LONGEST_CELL);
    return stead_text_add(&o->text, text, len, err);
}

/* Within a cell: paragraphs are lines, and <text:s text:c="3"/> is three spaces. */
static stead_status text_start(stead_ods *o, const char *name, const char **attributes,
                               stead_error *err)
{
    stead_status rc = STEAD_OK;
    if (strcmp(name, "text:p") == 0 && o->in_paragraph == 0) {
        o->in_paragraph = 1;
        return o->paragraphs++ > 0 ? add_text(o, "\n", 1, err) : STEAD_OK;
    }
    if (strcmp(name, "text:tab") == 0)
        rc = add_text(o, "\t", 1, err);
    else if (strcmp(name, "text:line-break") == 0)
        rc = add_text(o, "\n", 1, err);
    else if (strcmp(name, "text:s") == 0)
        for (uint32_t n = stead_xml_number(attributes, "text:c", LONGEST_CELL + 1, 1);
             n > 0 && rc == STEAD_OK && !o->valued && o->in_paragraph > 0; n--)
            rc = add_text(o, " ", 1, err);
    o->in_paragraph += o->in_paragraph > 0;
    return rc;
}

/* Elements */

static bool is_cell(const char *name)
{
    return strcmp(name, "table:table-cell") == 0 ||
           strcmp(name, "table:covered-table-cell") == 0;
}

static stead_status on_start(void *self, const char *name, const char **attributes,
                             stead_error *err)
{
    stead_ods *o = self;
    if (!place_enter(&o->place, name))
        return STEAD_OK;
    if (strcmp(name, "table:table") == 0) {
        if (o->place.tables++ == 0)
            o->in_sheet = o->sheets++ == o->sheet;
        return STEAD_OK;
    }
    if (!o->in_sheet || o->place.tables != 1)
        return STEAD_OK;
    if (is_cell(name))
        return cell_begin(o, name, attributes, err);
    if (strcmp(name, "table:table-row") == 0)
        row_begin(o, attributes);
    else
        return text_start(o, name, attributes, err);
    return STEAD_OK;
}

static stead_status on_text(void *self, const char *text, size_t len, stead_error *err)
{
    stead_ods *o = self;
    return o->in_sheet && o->place.tables == 1 && o->place.passed == 0
               ? add_text(o, text, len, err)
               : STEAD_OK;
}

static stead_status on_end(void *self, const char *name, stead_error *err)
{
    stead_ods *o = self;
    if (!place_leave(&o->place))
        return STEAD_OK;
    if (strcmp(name, "table:table") == 0 && --o->place.tables == 0 && o->in_sheet) {
        o->in_sheet = false;
        o->ended = true;
        stead_xml_pause(o->xml);
    }
    if (!o->in_sheet || o->place.tables != 1)
        return STEAD_OK;
    if (is_cell(name))
        return cell_end(o, err);
    if (strcmp(name, "table:table-row") == 0)
        return row_end(o, err);
    o->in_paragraph -= o->in_paragraph > 0;
    return STEAD_OK;
}

/* The whole */

stead_status stead_ods_open(stead_ods **out, stead_pack *pack, size_t sheet, const char *name,
                            stead_error *err)
{
    static const stead_xml_class is = {on_start, on_end, on_text};
    stead_ods *o = calloc(1, sizeof *o);
    if (o == NULL)
        return stead_nomem(err, "workbook");
    o->name = name;
    o->pack = pack;
    o->sheet = sheet;
    o->row = (stead_row){.name = name, .left = stead_pack_allows(pack)->cells};
    stead_status rc = stead_xml_open(&o->xml, pack, content, &is, o, err);
    if (rc == STEAD_OK)
        *out = o;
    else
        stead_ods_close(o);
    return rc;
}

void stead_ods_close(stead_ods *o)
{
    if (o == NULL)
        return;
    stead_xml_close(o->xml);
    stead_row_free(&o->row);
    stead_text_free(&o->text);
    free(o);
}

stead_status stead_ods_next(stead_ods *o, stead_record *record, stead_error *err)
{
    stead_row none = {0};
    *record = (stead_record){0};
    while (o->repeat == 0 && !o->ended && !o->refused) {
        bool over;
        stead_status rc = stead_xml_next(o->xml, &over, err);
        o->refused = rc != STEAD_OK;
        o->ended = o->ended || over;
        if (rc != STEAD_OK)
            return rc;
    }
    if (o->refused || o->repeat == 0)
        return STEAD_OK;
    o->line++;
    bool blank = o->gap > 0;
    if (blank)
        o->gap--;
    else
        o->repeat--;
    *record = stead_row_record(blank ? &none : &o->row, o->line);
    return STEAD_OK;
}
