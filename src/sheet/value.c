/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/value.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/money.h"
#include "sheet/pattern.h"

enum { SHOWN = 80 }; /* bytes of a cell that a message quotes */
enum { SHEET_NUMBER = 64 };

static int shown(const stead_cell *cell)
{
    return (int)(cell->len > SHOWN ? SHOWN : cell->len);
}

stead_cell stead_cell_trim(stead_cell cell)
{
    while (cell.len > 0 && cell.text[0] == ' ') {
        cell.text++;
        cell.len--;
    }
    while (cell.len > 0 && cell.text[cell.len - 1] == ' ')
        cell.len--;
    return cell;
}

/* The decimal places that one unit in the file has in the frame's unit. */
static int places_of(const stead_field *field)
{
    switch (field->kind) {
    case STEAD_QUANTITY:
    case STEAD_RATE:
        return 9 + field->power;
    case STEAD_MONEY:
        return 2 + field->power;
    default:
        return field->power;
    }
}

static stead_status read_number(const stead_field *field, bool commas, const stead_cell *cell,
                                int64_t *out, stead_error *err)
{
    if (field->kind == STEAD_RATE && field->power == 0)
        return stead_rate_parse(cell->text, cell->len, out, err);
    unsigned flags = commas ? STEAD_DECIMAL_COMMAS : 0;
    if (field->kind != STEAD_QUANTITY)
        flags |= STEAD_DECIMAL_EXACT;
    return stead_decimal_parse(cell->text, cell->len, places_of(field), flags, out, err);
}

/* Digits and at most one point, fifteen digits at most: both the digits as a whole number and
 * the power of ten are exact doubles then, so that one division rounds as strtod does, for a
 * tenth of its cost. False when the cell is anything else. */
static bool read_plain(const stead_cell *cell, double *out)
{
    static const double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    bool negative = cell->len > 0 && cell->text[0] == '-';
    size_t digits = 0, point = SIZE_MAX;
    int64_t number = 0;
    for (size_t i = negative; i < cell->len; i++) {
        char c = cell->text[i];
        if (c == '.' && point == SIZE_MAX) {
            point = digits;
        } else if (c >= '0' && c <= '9' && digits < 15) {
            number = number * 10 + (c - '0');
            digits++;
        } else {
            return false;
        }
    }
    double size = (double)number / powers[point == SIZE_MAX ? 0 : digits - point];
    *out = negative ? -size : size;
    return digits > 0;
}

/* strtod takes more than a published file may hold (nan, hexadecimal), so the characters are
 * looked at first; the program stays in the C locale. */
static stead_status read_real(const stead_cell *cell, double *out, stead_error *err)
{
    char text[64], *end = text;
    if (read_plain(cell, out))
        return STEAD_OK;
    bool fits = cell->len > 0 && cell->len < sizeof text;
    for (size_t i = 0; fits && i < cell->len; i++)
        fits = cell->text[i] != '\0' && strchr("0123456789+-.eE", cell->text[i]) != NULL;
    if (fits) {
        memcpy(text, cell->text, cell->len);
        text[cell->len] = '\0';
        *out = strtod(text, &end);
    }
    if (!fits || *end != '\0')
        return stead_fail(err, STEAD_PARSE, "'%.*s' is not a number", shown(cell), cell->text);
    if (!isfinite(*out))
        return stead_fail(err, STEAD_RANGE, "'%.*s' is too large", shown(cell), cell->text);
    return STEAD_OK;
}

/* What a workbook's number with a fraction comes to in 15 digits; the cell itself when it is
 * not such a number, or has no more. */
static stead_cell round_as_shown(const stead_cell *cell, char text[SHEET_NUMBER])
{
    enum { DIGITS = 15 };
    bool fraction = false;
    size_t digits = 0;
    char *end;
    if (cell->type != STEAD_CELL_NUMBER || cell->len >= SHEET_NUMBER)
        return *cell;
    for (size_t i = 0; i < cell->len; i++) {
        fraction = fraction || strchr(".eE", cell->text[i]) != NULL;
        digits += cell->text[i] >= '0' && cell->text[i] <= '9';
    }
    if (!fraction || digits <= DIGITS)
        return *cell;
    memcpy(text, cell->text, cell->len);
    text[cell->len] = '\0';
    double value = strtod(text, &end);
    if (*end != '\0' || !isfinite(value))
        return *cell;
    int len = snprintf(text, SHEET_NUMBER, "%.*g", DIGITS, value);
    return (stead_cell){text, (size_t)len, STEAD_CELL_NUMBER};
}

stead_status stead_value_set(const stead_field *field, bool commas, const stead_cell *cell,
                             stead_frame *frame, size_t column, stead_error *err)
{
    int64_t number = 0;
    double real = 0;
    char rounded[SHEET_NUMBER];
    if (cell->type == STEAD_CELL_ERROR)
        return stead_fail(err, STEAD_PARSE, "the file has the error '%.*s'", shown(cell),
                          cell->text);
    if (field->kind == STEAD_TEXT &&
        stead_frame_repeat_text(frame, column, cell->text, cell->len))
        return STEAD_OK; /* the pattern let it in on the line above */
    if (field->pattern != NULL && !stead_pattern_match(field->pattern, cell->text, cell->len))
        return stead_fail(err, STEAD_PARSE, "'%.*s' does not look like '%s'", shown(cell),
                          cell->text, field->pattern);
    if (field->kind == STEAD_TEXT)
        return stead_frame_set_text(frame, column, cell->text, cell->len, err);
    if (field->kind == STEAD_REAL) {
        stead_status rc = read_real(cell, &real, err);
        if (rc == STEAD_OK)
            stead_frame_set_real(frame, column, real);
        return rc;
    }
    stead_cell exact = field->kind == STEAD_QUANTITY ? *cell : round_as_shown(cell, rounded);
    stead_status rc = read_number(field, commas, &exact, &number, err);
    if (rc == STEAD_OK)
        stead_frame_set_number(frame, column, number);
    return rc;
}
