/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Any bytes as a CSV file, in both encodings and through a recipe: nothing may break, and what
 * is read must read back the same once written. The first byte chooses. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "sheet/csv.h"
#include "sheet/csv_write.h"
#include "sheet/pattern.h"
#include "sheet/recipe.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static const char *const heading_names[] = {"name", "other  name"};
static const char *const marks[] = {"[x]"};

/* A column of each kind. */
static const stead_field fields[] = {
    {.name = "code", .headings = heading_names, .heading_count = 1, .position = 1, .key = true},
    {.name = "text",
     .headings = heading_names + 1,
     .heading_count = 1,
     .position = 2,
     .optional = true,
     .blank = STEAD_BLANK_ALLOW,
     .reports = true,
     .pattern = "%u?[a-z]*.+"},
    {.name = "people",
     .kind = STEAD_QUANTITY,
     .headings = heading_names,
     .heading_count = 2,
     .position = 2,
     .reports = true,
     .marks = marks,
     .mark_count = 1},
    {.name = "money",
     .kind = STEAD_MONEY,
     .headings = heading_names,
     .heading_count = 2,
     .position = 3,
     .reports = true,
     .power = 3,
     .blank = STEAD_BLANK_LEAVE_OUT},
    {.name = "rate",
     .kind = STEAD_RATE,
     .headings = heading_names,
     .heading_count = 2,
     .position = 3,
     .reports = true},
    {.name = "real",
     .kind = STEAD_REAL,
     .headings = heading_names,
     .heading_count = 2,
     .position = 3,
     .reports = true},
};
static const stead_only only[] = {{1, ".*"}};
static const size_t of[] = {2};
static const stead_sums sums[] = {{of, 1, 2, 0, true}};
static const char *const stops[] = {"stop"};

static void must(bool holds)
{
    if (!holds)
        abort();
}

/* A frame of texts, the file's rows cut or filled to the width of the first; NULL when the file
 * is refused. */
static stead_frame *read_texts(const char *bytes, size_t len, stead_encoding encoding)
{
    static const stead_column columns[] = {
        {"a", STEAD_TEXT}, {"b", STEAD_TEXT}, {"c", STEAD_TEXT}};
    stead_frame *frame = NULL;
    stead_csv *csv;
    stead_record row;
    stead_error err;
    stead_status rc = stead_csv_open_bytes(&csv, "f.csv", bytes, len, encoding, &err);
    if (rc != STEAD_OK)
        return NULL;
    must(stead_frame_create(&frame, columns, 3, &err) == STEAD_OK);
    while ((rc = stead_csv_next(csv, &row, &err)) == STEAD_OK && row.count > 0) {
        must(stead_frame_add_row(frame, &err) == STEAD_OK);
        for (size_t i = 0; i < row.count && i < 3; i++)
            must(stead_frame_set_text(frame, i, row.cells[i].text, row.cells[i].len, &err) ==
                 STEAD_OK);
    }
    must(rc != STEAD_OK || stead_csv_size(csv) == len);
    stead_csv_close(csv);
    if (rc != STEAD_OK) {
        stead_frame_free(frame);
        return NULL;
    }
    return frame;
}

/* Written out and read again, every cell is as it was. */
static void check_round_trip(const stead_frame *frame, stead_line_end lines)
{
    stead_text text = {0};
    stead_error err;
    must(stead_csv_format(frame, lines, &text, &err) == STEAD_OK);
    stead_frame *again = read_texts(text.bytes, text.len, STEAD_UTF8);
    must(again != NULL && stead_frame_height(again) == stead_frame_height(frame) + 1);
    for (size_t row = 0; row < stead_frame_height(frame); row++)
        for (size_t i = 0; i < 3; i++)
            must(strcmp(stead_frame_text(frame, row, i), stead_frame_text(again, row + 1, i)) ==
                 0);
    stead_frame_free(again);
    stead_text_free(&text);
}

static void check_recipe(const char *bytes, size_t len, uint8_t choice)
{
    const stead_recipe recipe = {.fields = fields,
                                 .field_count = sizeof fields / sizeof *fields,
                                 .header = choice & 2 ? "name" : NULL,
                                 .within = 3,
                                 .stops = stops,
                                 .stop_count = 1,
                                 .trim = (choice & 4) != 0,
                                 .commas = (choice & 8) != 0,
                                 .only = only,
                                 .only_count = (choice & 16) != 0,
                                 .sums = sums,
                                 .sum_count = 1};
    stead_csv *csv;
    stead_frame *frame;
    stead_reading reading;
    stead_error err;
    if (stead_csv_open_bytes(&csv, "f.csv", bytes, len, choice & 1, &err) != STEAD_OK)
        return;
    if (stead_recipe_read(&recipe, stead_csv_rows(csv), &frame, &reading, &err) == STEAD_OK) {
        stead_text text = {0};
        must(stead_csv_format(frame, STEAD_LINE_LF, &text, &err) == STEAD_OK);
        must(stead_csv_format(reading.notes, STEAD_LINE_LF, &text, &err) == STEAD_OK);
        stead_text_free(&text);
        stead_frame_free(frame);
        stead_reading_clear(&reading);
    } else {
        must(err.text[0] != '\0');
    }
    stead_csv_close(csv);
}

static void check_pattern(const char *bytes, size_t len)
{
    char pattern[32];
    stead_error err;
    size_t n = len < sizeof pattern - 1 ? len : sizeof pattern - 1;
    memcpy(pattern, bytes, n);
    pattern[n] = '\0';
    if (stead_pattern_check(pattern, &err) == STEAD_OK)
        stead_pattern_match(pattern, bytes, len);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    if (len == 0)
        return 0;
    const char *text = (const char *)bytes + 1;
    stead_frame *frame = read_texts(text, len - 1, bytes[0] & 1);
    if (frame != NULL)
        check_round_trip(frame, bytes[0] & 2 ? STEAD_LINE_CRLF : STEAD_LINE_LF);
    stead_frame_free(frame);
    check_recipe(text, len - 1, bytes[0]);
    check_pattern(text, len - 1);
    return 0;
}
