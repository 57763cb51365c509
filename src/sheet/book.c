/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/book.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/wide.h"
#include "sheet/real.h"
#include "sheet/row.h"

/* Checks */

/* Characters as spreadsheets count them: those past U+FFFF are two. */
static size_t length_of(const char *text, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++)
        n += ((unsigned char)text[i] & 0xC0) != 0x80 ? 1u : 0u;
    for (size_t i = 0; i < len; i++)
        n += (unsigned char)text[i] >= 0xF0 ? 1u : 0u;
    return n;
}

static stead_status check_text(const char *text, size_t len, const char *what, stead_error *err)
{
    enum { LONGEST = 32767 };
    size_t bad;
    if (!stead_text_is_utf8(text, len, &bad))
        return stead_fail(err, STEAD_PARSE, "%s: byte %zu of a text is not utf-8", what,
                          bad + 1);
    if (memchr(text, '\0', len) != NULL)
        return stead_fail(err, STEAD_PARSE, "%s: a text has a NUL", what);
    if (len > LONGEST && length_of(text, len) > LONGEST)
        return stead_fail(
            err, STEAD_RANGE,
            "%s: a text is over the %d characters that a spreadsheet's cell takes", what,
            (int)LONGEST);
    return STEAD_OK;
}

static stead_status check_name(const stead_book *book, size_t table, stead_error *err)
{
    enum { LONGEST = 31 };
    const char *name = book->tables[table].name;
    size_t len = strlen(name);
    stead_status rc = check_text(name, len, "a sheet's name", err);
    if (rc != STEAD_OK)
        return rc;
    if (len == 0 || length_of(name, len) > LONGEST || strpbrk(name, "[]:*?/\\") != NULL ||
        name[0] == '\'' || name[len - 1] == '\'')
        return stead_fail(
            err, STEAD_PARSE,
            "a sheet cannot be called '%s': its name has 1 to %d characters, none "
            "of [ ] : * ? / \\, and no quote at its ends",
            name, (int)LONGEST);
    for (const char *at = name; *at != '\0'; at++)
        if ((unsigned char)*at < ' ')
            return stead_fail(err, STEAD_PARSE, "a sheet's name has a control character");
    bool twice = strcasecmp(name, STEAD_BOOK_COVER) == 0;
    for (size_t i = 0; i < table; i++)
        twice = twice || strcasecmp(name, book->tables[i].name) == 0;
    return twice ? stead_fail(err, STEAD_DUPLICATE, "two sheets would be called '%s'", name)
                 : STEAD_OK;
}

static stead_status check_cell(const stead_frame *frame, size_t row, size_t column,
                               const char *name, stead_error *err)
{
    if (stead_frame_is_missing(frame, row, column))
        return STEAD_OK;
    if (stead_frame_kind(frame, column) == STEAD_REAL &&
        !isfinite(stead_frame_real(frame, row, column)))
        return stead_fail(err, STEAD_RANGE, "%s: a figure to be written is not finite", name);
    if (stead_frame_kind(frame, column) != STEAD_TEXT)
        return STEAD_OK;
    stead_symbol text = stead_frame_texts(frame, column)[row];
    const stead_symbols *symbols = stead_frame_symbols(frame);
    return check_text(stead_symbols_text(symbols, text), stead_symbols_length(symbols, text),
                      name, err);
}

static stead_status check_table(const stead_table *table, stead_error *err)
{
    size_t width = stead_frame_width(table->frame), height = stead_frame_height(table->frame);
    stead_status rc = STEAD_OK;
    if (height + STEAD_BOOK_FIRST > STEAD_SHEET_ROWS || width > STEAD_SHEET_COLUMNS)
        return stead_fail(err, STEAD_RANGE,
                          "%s: has %zu rows and %zu columns, more than a sheet has room for",
                          table->name, height, width);
    if (table->title != NULL)
        rc = check_text(table->title, strlen(table->title), table->name, err);
    for (size_t i = 0; rc == STEAD_OK && i < width; i++) {
        const char *heading = table->headings[i];
        rc = check_text(heading, strlen(heading), table->name, err);
        for (size_t row = 0; rc == STEAD_OK && row < height; row++)
            rc = check_cell(table->frame, row, i, table->name, err);
        if (rc == STEAD_OK && table->totals != NULL)
            rc = check_cell(table->totals, 0, i, table->name, err);
    }
    return rc;
}

stead_status stead_book_check(const stead_book *book, stead_error *err)
{
    stead_status rc = check_text(book->title, strlen(book->title), "the title", err);
    for (size_t i = 0; rc == STEAD_OK && i < book->note_count; i++)
        rc = check_text(book->notes[i], strlen(book->notes[i]), "a note", err);
    for (size_t i = 0; rc == STEAD_OK && i < book->source_count; i++)
        rc = check_text(book->sources[i], strlen(book->sources[i]), "a source", err);
    for (size_t i = 0; rc == STEAD_OK && i < book->table_count; i++) {
        rc = check_name(book, i, err);
        if (rc == STEAD_OK)
            rc = check_table(&book->tables[i], err);
    }
    return rc;
}

/* Columns */

size_t stead_book_digits(const stead_frame *frame, size_t row, size_t column,
                         char out[STEAD_DECIMAL_TEXT])
{
    stead_kind kind = stead_frame_kind(frame, column);
    if (kind == STEAD_REAL)
        return stead_real_format(stead_frame_real(frame, row, column), out);
    int places = kind == STEAD_INTEGER ? 0 : kind == STEAD_MONEY ? 2 : 9;
    return stead_decimal_format(stead_frame_number(frame, row, column), places, 0, 0, out);
}

/* Days before March 1900 are left texts: spreadsheets do not agree on them. */
static bool is_day(const char *text)
{
    stead_day day;
    stead_error err;
    return stead_date_parse(text, strlen(text), &day, &err) == STEAD_OK &&
           strcmp(text, "1900-03-01") >= 0;
}

static bool has_dates(const stead_frame *frame, size_t column)
{
    bool any = false;
    for (size_t row = 0; row < stead_frame_height(frame); row++) {
        if (stead_frame_is_missing(frame, row, column))
            continue;
        if (!is_day(stead_frame_text(frame, row, column)))
            return false;
        any = true;
    }
    return any;
}

static bool is_summed(const stead_table *table, size_t column)
{
    stead_wide sum = 0; /* 2^63 cells of 2^63 would fit */
    const int64_t *cells = stead_frame_numbers(table->frame, column);
    for (size_t row = 0; row < stead_frame_height(table->frame); row++)
        if (cells[row] != STEAD_MISSING)
            sum += cells[row];
    return stead_frame_height(table->frame) > 0 &&
           sum == stead_frame_number(table->totals, 0, column);
}

/* Wide enough for the longest word of the heading and the longest cell, within reason. */
static int width_of(const stead_table *table, size_t column, stead_kind kind, int places)
{
    enum { LEAST = 8, MOST = 60 };
    char digits[STEAD_DECIMAL_TEXT];
    size_t width = LEAST;
    for (const char *at = table->headings[column]; *at != '\0';) {
        size_t word = strcspn(at, " \n");
        width = word + 2 > width ? word + 2 : width;
        at += word + (at[word] != '\0');
    }
    for (size_t row = 0; row < stead_frame_height(table->frame); row++) {
        size_t len;
        if (stead_frame_is_missing(table->frame, row, column))
            continue;
        if (kind == STEAD_TEXT) {
            const char *text = stead_frame_text(table->frame, row, column);
            len = length_of(text, strlen(text));
        } else {
            stead_book_digits(table->frame, row, column, digits);
            size_t whole = strcspn(digits, ".");
            len = whole + whole / 3 + (kind == STEAD_MONEY ? 5 : 3) +
                  (places > 0 ? (size_t)places : 0);
        }
        width = len + 2 > width ? len + 2 : width;
    }
    return width > MOST ? MOST : (int)width;
}

stead_look stead_book_look(const stead_table *table, size_t column)
{
    static const int usual[] = {[STEAD_TEXT] = -1, [STEAD_INTEGER] = 0, [STEAD_QUANTITY] = 0,
                                [STEAD_MONEY] = 2, [STEAD_RATE] = 2,    [STEAD_REAL] = -1};
    stead_look look = {.kind = stead_frame_kind(table->frame, column)};
    bool exact = look.kind != STEAD_TEXT && look.kind != STEAD_REAL;
    look.places = usual[look.kind];
    if (table->places[column] >= 0 && look.kind != STEAD_INTEGER && look.kind != STEAD_MONEY)
        look.places = table->places[column] > 9 ? 9 : table->places[column];
    look.dates = look.kind == STEAD_TEXT && has_dates(table->frame, column);
    look.summed = exact && table->totals != NULL &&
                  !stead_frame_is_missing(table->totals, 0, column) && is_summed(table, column);
    look.width = width_of(table, column, look.kind, look.places);
    return look;
}

/* The cover */

bool stead_book_cover(const stead_book *book, size_t row, stead_cover_row *out)
{
    *out = (stead_cover_row){.heading = row == 0};
    if (row == 0) {
        out->text = book->title;
        return true;
    }
    row--;
    if (row < book->note_count) {
        out->text = book->notes[row];
        return true;
    }
    row -= book->note_count;
    if (book->source_count > 0 && row <= book->source_count) {
        out->text = row == 0 ? "Sources" : book->sources[row - 1];
        out->heading = row == 0;
        return true;
    }
    row -= book->source_count > 0 ? book->source_count + 1 : 0;
    if (row == 0) {
        out->text = "Sheets";
        out->heading = true;
        return true;
    }
    if (row > book->table_count)
        return false;
    const stead_table *table = &book->tables[row - 1];
    out->name = table->name;
    out->title = table->title == NULL ? table->name : table->title;
    return true;
}
