/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/recipe.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "sheet/check.h"
#include "sheet/heading.h"
#include "sheet/pattern.h"
#include "sheet/stream.h"
#include "sheet/value.h"

typedef struct stead_stream {
    const stead_recipe *recipe;
    stead_rows rows;
    const char *name;
    stead_frame *frame, *notes;
    stead_place *places;
    size_t width; /* cells that every row must have */
    stead_text key;
    stead_symbols *keys;
    uint32_t *key_lines; /* by key: the line it stands on */
    size_t key_room;
    bool stopped, ended; /* past the table's end; past the file's */
} reader;

static stead_cell cell_of(const reader *r, const stead_record *row, size_t field)
{
    size_t column = r->places[field].column;
    if (column >= row->count) /* rows are sparse */
        return (stead_cell){.text = ""};
    stead_cell cell = row->cells[column];
    return r->recipe->trim ? stead_cell_trim(cell) : cell;
}

/* Notes */

static stead_status note(reader *r, const char *what, uint32_t line, const char *field,
                         const stead_cell *cell, const char *message, stead_error *err)
{
    stead_status rc = stead_frame_add_row(r->notes, err);
    if (rc != STEAD_OK)
        return rc;
    stead_frame_set_line(r->notes, line);
    stead_frame_set_number(r->notes, STEAD_NOTE_LINE, line);
    const stead_cell cells[STEAD_NOTE_WIDTH] = {
        [STEAD_NOTE_WHAT] = {what, strlen(what), STEAD_CELL_TEXT},
        [STEAD_NOTE_FIELD] = {field, strlen(field), STEAD_CELL_TEXT},
        [STEAD_NOTE_KEY] = {r->key.bytes, r->key.len, STEAD_CELL_TEXT},
        [STEAD_NOTE_TEXT] = *cell,
        [STEAD_NOTE_MESSAGE] = {message, strlen(message), STEAD_CELL_TEXT},
    };
    for (size_t i = 0; rc == STEAD_OK && i < STEAD_NOTE_WIDTH; i++)
        if (i != STEAD_NOTE_LINE && cells[i].len > 0)
            rc = stead_frame_set_text(r->notes, i, cells[i].text, cells[i].len, err);
    return rc;
}

/* Refuses with err, or lists what it says, as the recipe has it. */
static stead_status refuse_or_list(reader *r, bool reports, uint32_t line, const char *field,
                                   const stead_cell *cell, stead_error *err)
{
    if (!reports || err->code == STEAD_NOMEM)
        return err->code;
    stead_error found = *err;
    return note(r, "problem", line, field, cell, found.text, err);
}

/* Headings */

static stead_status list_absent(reader *r, uint32_t line, stead_error *err)
{
    const stead_cell none = {.text = ""};
    for (size_t i = 0; i < r->recipe->field_count; i++) {
        if (r->places[i].column != SIZE_MAX)
            continue;
        stead_fail(err, STEAD_NOTFOUND, "%s:%u: no column '%s'", r->name, (unsigned)line,
                   r->places[i].heading);
        stead_status rc = refuse_or_list(r, true, line, r->recipe->fields[i].name, &none, err);
        if (rc != STEAD_OK)
            return rc;
    }
    return STEAD_OK;
}

static stead_status read_headings(reader *r, stead_error *err)
{
    const stead_recipe *recipe = r->recipe;
    stead_record row;
    for (size_t i = 0; i < recipe->within; i++) {
        if (stead_rows_next(r->rows, &row, err) != STEAD_OK)
            return err->code;
        if (row.count == 0)
            break;
        if (!stead_heading_is(recipe->header, &row.cells[0]))
            continue;
        r->width = row.count;
        if (stead_headings_place(recipe, r->name, &row, r->places, err) != STEAD_OK)
            return err->code;
        return list_absent(r, row.line, err);
    }
    return stead_fail(err, STEAD_NOTFOUND,
                      "%s: none of the first %zu rows begins with the heading '%s'", r->name,
                      recipe->within, recipe->header);
}

static stead_status take_positions(reader *r, const stead_record *first, stead_error *err)
{
    r->width = first->count;
    for (size_t i = 0; i < r->recipe->field_count; i++) {
        const stead_field *field = &r->recipe->fields[i];
        if (field->position > first->count && !r->rows.is->sparse)
            return stead_fail(err, STEAD_NOTFOUND,
                              "%s: '%s' is column %zu, and the first row has %zu", r->name,
                              field->name, field->position, first->count);
        r->places[i] = (stead_place){field->position - 1, field->name};
    }
    return STEAD_OK;
}

/* Rows */

/* Joins the row's key fields into r->key. */
static stead_status find_key(reader *r, const stead_record *row, stead_error *err)
{
    stead_status rc = STEAD_OK;
    stead_text_clear(&r->key);
    for (size_t i = 0; rc == STEAD_OK && i < r->recipe->field_count; i++) {
        if (!r->recipe->fields[i].key || r->places[i].column == SIZE_MAX)
            continue;
        stead_cell cell = cell_of(r, row, i);
        if (r->key.len > 0)
            rc = stead_text_add(&r->key, " / ", 3, err);
        if (rc == STEAD_OK)
            rc = stead_text_add(&r->key, cell.text, cell.len, err);
    }
    return rc;
}

/* Remembers the row's key; refuses one that an earlier row has. */
static stead_status keep_key(reader *r, uint32_t line, stead_error *err)
{
    stead_symbol key;
    if (r->key.len == 0)
        return STEAD_OK;
    size_t known = stead_symbols_count(r->keys);
    stead_status rc = stead_symbols_add(r->keys, r->key.bytes, r->key.len, &key, err);
    if (rc != STEAD_OK)
        return rc;
    if (key <= known)
        return stead_fail(err, STEAD_DUPLICATE, "%s:%u: '%s' is already on line %u", r->name,
                          (unsigned)line, r->key.bytes, (unsigned)r->key_lines[key - 1]);
    if (known == r->key_room) {
        size_t room = known == 0 ? 256 : known * 2;
        uint32_t *grown = realloc(r->key_lines, room * sizeof *grown);
        if (grown == NULL)
            return stead_nomem(err, "keys");
        r->key_lines = grown;
        r->key_room = room;
    }
    r->key_lines[known] = line;
    return STEAD_OK;
}

static stead_status take_cell(reader *r, const stead_record *row, size_t at, stead_error *err)
{
    const stead_field *field = &r->recipe->fields[at];
    const char *heading = r->places[at].heading;
    stead_cell cell = cell_of(r, row, at);
    stead_error why;
    stead_status rc;
    if (stead_cell_is_mark(field, &cell) ||
        (cell.len == 0 && field->blank == STEAD_BLANK_LEAVE_OUT))
        return note(r, "blank", row->line, field->name, &cell, "", err);
    if (cell.len == 0 && field->blank == STEAD_BLANK_ALLOW)
        return STEAD_OK;
    if (cell.len == 0)
        rc = stead_fail(&why, STEAD_PARSE, "is blank");
    else
        rc = stead_value_set(field, r->recipe->commas, &cell, r->frame, at, &why);
    if (rc == STEAD_OK)
        return STEAD_OK;
    if (rc == STEAD_NOMEM)
        return stead_nomem(err, "frame");
    stead_fail(err, rc, cell.len == 0 ? "%s:%u: column '%s' %s" : "%s:%u: column '%s': %s",
               r->name, (unsigned)row->line, heading, why.text);
    return refuse_or_list(r, field->reports, row->line, field->name, &cell, err);
}

/* Whether the row is among those the recipe keeps; *out is the field that says no. */
static bool is_kept(const reader *r, const stead_record *row, size_t *out)
{
    for (size_t i = 0; i < r->recipe->only_count; i++) {
        const stead_only *only = &r->recipe->only[i];
        *out = only->field;
        if (r->places[only->field].column == SIZE_MAX)
            continue;
        stead_cell cell = cell_of(r, row, only->field);
        if (!stead_pattern_match(only->pattern, cell.text, cell.len))
            return false;
    }
    return true;
}

static stead_status take_row(reader *r, const stead_record *row, stead_error *err)
{
    size_t against = 0;
    if (row->count != r->width && !r->rows.is->sparse)
        return stead_fail(err, STEAD_PARSE, "%s:%u: the row has %zu cells, where %zu must be%s",
                          r->name, (unsigned)row->line, row->count, r->width,
                          row->count < r->width ? "; the file may have been cut short" : "");
    stead_status rc = find_key(r, row, err);
    if (rc != STEAD_OK)
        return rc;
    if (!is_kept(r, row, &against)) {
        stead_cell cell = cell_of(r, row, against);
        return note(r, "left out", row->line, r->recipe->fields[against].name, &cell, "", err);
    }
    rc = stead_frame_add_row(r->frame, err);
    if (rc != STEAD_OK)
        return rc;
    stead_frame_set_line(r->frame, row->line);
    for (size_t i = 0; rc == STEAD_OK && i < r->recipe->field_count; i++)
        if (r->places[i].column != SIZE_MAX)
            rc = take_cell(r, row, i, err);
    return rc == STEAD_OK ? keep_key(r, row->line, err) : rc;
}

/* Reads until the frame has `most` rows, or to the file's end, also past the table's, so that
 * the digest is of the whole. */
static stead_status read_rows(reader *r, size_t most, stead_error *err)
{
    while (stead_frame_height(r->frame) < most) {
        stead_record row;
        if (stead_rows_next(r->rows, &row, err) != STEAD_OK)
            return err->code;
        r->ended = row.count == 0;
        if (r->ended)
            return STEAD_OK;
        r->stopped = r->stopped || stead_row_stops(r->recipe, &row);
        if (r->stopped || stead_row_is_blank(&row))
            continue;
        if (r->width == 0 && take_positions(r, &row, err) != STEAD_OK)
            return err->code;
        if (take_row(r, &row, err) != STEAD_OK)
            return err->code;
    }
    return STEAD_OK;
}

/* The whole */

static stead_status check_whole(reader *r, stead_error *err)
{
    const stead_cell none = {.text = ""};
    stead_status rc = stead_check_rows(r->recipe, r->name, r->frame, err);
    stead_text_clear(&r->key);
    for (size_t i = 0; rc == STEAD_OK && i < r->recipe->sum_count; i++) {
        const stead_sums *sums = &r->recipe->sums[i];
        for (size_t k = 0; rc == STEAD_OK && k < sums->of_count; k++) {
            rc = stead_check_sum(sums, sums->of[k], r->name, r->frame, err);
            if (rc != STEAD_OK)
                rc = refuse_or_list(r, sums->reports, 0, r->recipe->fields[sums->of[k]].name,
                                    &none, err);
        }
    }
    return rc;
}

static stead_status create_notes(stead_frame **out, stead_error *err)
{
    static const stead_column columns[STEAD_NOTE_WIDTH] = {
        [STEAD_NOTE_WHAT] = {"what", STEAD_TEXT},
        [STEAD_NOTE_LINE] = {"line", STEAD_INTEGER},
        [STEAD_NOTE_FIELD] = {"field", STEAD_TEXT},
        [STEAD_NOTE_KEY] = {"key", STEAD_TEXT},
        [STEAD_NOTE_TEXT] = {"text", STEAD_TEXT},
        [STEAD_NOTE_MESSAGE] = {"message", STEAD_TEXT},
    };
    return stead_frame_create(out, columns, STEAD_NOTE_WIDTH, err);
}

static stead_status create_frames(reader *r, stead_error *err)
{
    size_t count = r->recipe->field_count;
    stead_column *columns = calloc(count + 1, sizeof *columns);
    stead_status rc = columns == NULL ? stead_nomem(err, "recipe") : STEAD_OK;
    for (size_t i = 0; rc == STEAD_OK && i < count; i++)
        columns[i] = (stead_column){r->recipe->fields[i].name, r->recipe->fields[i].kind};
    if (rc == STEAD_OK)
        rc = stead_frame_create(&r->frame, columns, count, err);
    if (rc == STEAD_OK)
        rc = create_notes(&r->notes, err);
    free(columns);
    return rc;
}

static stead_status reader_begin(reader *r, stead_error *err)
{
    r->places = calloc(r->recipe->field_count + 1, sizeof *r->places);
    stead_status rc = r->places == NULL ? stead_nomem(err, "recipe") : STEAD_OK;
    if (rc == STEAD_OK)
        rc = create_frames(r, err);
    if (rc == STEAD_OK)
        rc = stead_symbols_create(&r->keys, err);
    if (rc == STEAD_OK && r->recipe->header != NULL)
        rc = read_headings(r, err);
    return rc;
}

static void drop_frames(reader *r)
{
    stead_frame_free(r->frame);
    stead_frame_free(r->notes);
    r->frame = r->notes = NULL;
}

static void reader_end(reader *r)
{
    stead_text_free(&r->key);
    stead_symbols_free(r->keys);
    free(r->key_lines);
    free(r->places);
}

stead_status stead_recipe_read(const stead_recipe *recipe, stead_rows rows, stead_frame **out,
                               stead_reading *reading, stead_error *err)
{
    reader r = {.recipe = recipe, .rows = rows, .name = stead_rows_name(rows)};
    stead_status rc = reader_begin(&r, err);
    if (rc == STEAD_OK)
        rc = read_rows(&r, SIZE_MAX, err);
    if (rc == STEAD_OK)
        rc = check_whole(&r, err);
    if (rc == STEAD_OK)
        rc = stead_rows_digest(rows, reading->sha256, err);
    reader_end(&r);
    if (rc != STEAD_OK) {
        drop_frames(&r);
        return rc;
    }
    reading->bytes = stead_rows_size(rows);
    reading->notes = r.notes;
    *out = r.frame;
    return STEAD_OK;
}

void stead_reading_clear(stead_reading *reading)
{
    stead_frame_free(reading->notes);
    *reading = (stead_reading){0};
}

/* Chunk by chunk */

stead_status stead_stream_open(stead_stream **out, const stead_recipe *recipe, stead_rows rows,
                               stead_error *err)
{
    reader *r = calloc(1, sizeof *r);
    *out = r;
    if (r == NULL)
        return stead_nomem(err, "recipe");
    *r = (reader){.recipe = recipe, .rows = rows, .name = stead_rows_name(rows)};
    return reader_begin(r, err);
}

stead_status stead_stream_next(stead_stream *r, size_t most, const stead_frame **out,
                               stead_error *err)
{
    *out = NULL;
    if (r->ended)
        return STEAD_OK;
    drop_frames(r);
    stead_status rc = create_frames(r, err);
    if (rc == STEAD_OK)
        rc = read_rows(r, most, err);
    if (rc == STEAD_OK && stead_frame_height(r->frame) > 0)
        *out = r->frame;
    return rc;
}

const char *stead_stream_heading(const stead_stream *r, size_t field)
{
    return r->places[field].heading;
}

void stead_stream_close(stead_stream *r)
{
    if (r == NULL)
        return;
    drop_frames(r);
    reader_end(r);
    free(r);
}
