/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/heading.h"

#include <string.h>

#include "base/text.h"

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* Reads a heading character by character with its spaces evened out. */
typedef struct {
    const char *at, *end;
} evened;

static evened even(const char *text, size_t len)
{
    evened e = {text, text + len};
    while (e.at < e.end && is_space(*e.at))
        e.at++;
    while (e.end > e.at && is_space(e.end[-1]))
        e.end--;
    return e;
}

/* The next character; -1 at the end. */
static int even_next(evened *e)
{
    if (e->at == e->end)
        return -1;
    char c = *e->at++;
    if (!is_space(c))
        return (unsigned char)c;
    while (is_space(*e->at)) /* the last character is not a space */
        e->at++;
    return ' ';
}

bool stead_heading_is(const char *heading, const stead_cell *cell)
{
    evened a = even(heading, strlen(heading)), b = even(cell->text, cell->len);
    int c;
    do {
        c = even_next(&a);
        if (c != even_next(&b))
            return false;
    } while (c != -1);
    return true;
}

enum { LONGEST_HEADING = 64 };

/* Copies at most LONGEST_HEADING evened characters; 0 when there are more. */
static size_t even_copy(const char *text, size_t len, char out[LONGEST_HEADING + 1])
{
    evened e = even(text, len);
    size_t n = 0;
    for (int c = even_next(&e); c != -1; c = even_next(&e)) {
        if (n == LONGEST_HEADING)
            return 0;
        out[n++] = (char)c;
    }
    out[n] = '\0';
    return n;
}

/* The file's heading nearest to one of the field's; false when none is near. */
static bool nearest(const stead_field *field, const stead_record *headings,
                    char out[LONGEST_HEADING + 1])
{
    int best = LONGEST_HEADING;
    for (size_t h = 0; h < field->heading_count; h++) {
        char wanted[LONGEST_HEADING + 1], found[LONGEST_HEADING + 1];
        size_t wlen = even_copy(field->headings[h], strlen(field->headings[h]), wanted);
        int limit = (int)wlen / 3 < 2 ? 2 : (int)wlen / 3;
        for (size_t i = 0; wlen > 0 && i < headings->count; i++) {
            size_t len = even_copy(headings->cells[i].text, headings->cells[i].len, found);
            int far = stead_text_distance(wanted, wlen, found, len, limit);
            if (len > 0 && far <= limit && far < best) {
                best = far;
                memcpy(out, found, len + 1);
            }
        }
    }
    return best < LONGEST_HEADING;
}

static stead_status not_there(const stead_field *field, const char *name,
                              const stead_record *headings, stead_error *err)
{
    char near[LONGEST_HEADING + 1];
    stead_text others = {0};
    stead_status rc = STEAD_OK;
    for (size_t h = 1; rc == STEAD_OK && h < field->heading_count; h++) {
        rc = stead_text_add(&others, h == 1 ? " (or '" : ", '", h == 1 ? 6 : 3, err);
        if (rc == STEAD_OK)
            rc = stead_text_add(&others, field->headings[h], strlen(field->headings[h]), err);
        if (rc == STEAD_OK)
            rc = stead_text_add_char(&others, '\'', err);
    }
    if (rc == STEAD_OK && others.len > 0)
        rc = stead_text_add_char(&others, ')', err);
    if (rc == STEAD_OK) {
        bool found = nearest(field, headings, near);
        rc = stead_fail(err, STEAD_NOTFOUND, "%s: no column '%s'%s%s%s%s", name,
                        field->headings[0], others.len > 0 ? others.bytes : "",
                        found ? "; the nearest heading is '" : "", found ? near : "",
                        found ? "'" : "");
    }
    stead_text_free(&others);
    return rc;
}

static stead_status place(const stead_field *field, const char *name,
                          const stead_record *headings, stead_place *out, stead_error *err)
{
    for (size_t h = 0; h < field->heading_count; h++) {
        size_t found = SIZE_MAX;
        for (size_t i = 0; i < headings->count; i++) {
            if (!stead_heading_is(field->headings[h], &headings->cells[i]))
                continue;
            if (found != SIZE_MAX)
                return stead_fail(
                    err, STEAD_DUPLICATE, "%s:%u: columns %zu and %zu are both headed '%s'",
                    name, (unsigned)headings->line, found + 1, i + 1, field->headings[h]);
            found = i;
        }
        if (found != SIZE_MAX) {
            *out = (stead_place){found, field->headings[h]};
            return STEAD_OK;
        }
    }
    *out = (stead_place){SIZE_MAX, field->headings[0]};
    return field->optional ? STEAD_OK : not_there(field, name, headings, err);
}

stead_status stead_headings_place(const stead_recipe *recipe, const char *name,
                                  const stead_record *headings, stead_place *places,
                                  stead_error *err)
{
    for (size_t i = 0; i < recipe->field_count; i++) {
        stead_status rc = place(&recipe->fields[i], name, headings, &places[i], err);
        if (rc != STEAD_OK)
            return rc;
    }
    return STEAD_OK;
}

bool stead_row_is_blank(const stead_record *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].len > 0)
            return false;
    return true;
}

bool stead_row_stops(const stead_recipe *recipe, const stead_record *row)
{
    for (size_t i = 0; i < recipe->stop_count; i++)
        if (stead_heading_is(recipe->stops[i], &row->cells[0]))
            return true;
    return false;
}

bool stead_cell_is_mark(const stead_field *field, const stead_cell *cell)
{
    for (size_t i = 0; i < field->mark_count; i++)
        if (strlen(field->marks[i]) == cell->len &&
            memcmp(field->marks[i], cell->text, cell->len) == 0)
            return true;
    return false;
}
