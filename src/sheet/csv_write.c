/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/csv_write.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "sheet/aside.h"
#include "sheet/real.h"

enum { FLUSH_AT = 1 << 16 };

/* Rows gather in `text`; with a file they go there when there are enough. */
typedef struct {
    stead_text *text;
    const stead_aside *aside;
    const char *line_end;
} sink;

static stead_status sink_flush(sink *s, stead_error *err)
{
    if (fwrite(s->text->bytes, 1, s->text->len, s->aside->file) != s->text->len)
        return stead_aside_refused(s->aside, err);
    stead_text_clear(s->text);
    return STEAD_OK;
}

static stead_status sink_add(sink *s, const char *bytes, size_t len, stead_error *err)
{
    return stead_text_add(s->text, bytes, len, err);
}

static stead_status add_quoted(sink *s, const char *text, size_t len, stead_error *err)
{
    stead_status rc = sink_add(s, "\"", 1, err);
    while (rc == STEAD_OK && len > 0) {
        const char *quote = memchr(text, '"', len);
        size_t part = quote == NULL ? len : (size_t)(quote - text) + 1;
        rc = sink_add(s, text, part, err);
        if (rc == STEAD_OK && quote != NULL)
            rc = sink_add(s, "\"", 1, err);
        text += part;
        len -= part;
    }
    return rc == STEAD_OK ? sink_add(s, "\"", 1, err) : rc;
}

/* An empty text is quoted, so that it differs from a missing one; so is one that begins with a
 * byte order mark, which a reader would drop. */
static stead_status add_text(sink *s, const char *text, size_t len, stead_error *err)
{
    bool plain = len > 0 && memcmp(text, "\xEF\xBB\xBF", len < 3 ? len : 3) != 0;
    for (size_t i = 0; plain && i < len; i++)
        plain = text[i] != '"' && text[i] != ',' && text[i] != '\n' && text[i] != '\r';
    return plain ? sink_add(s, text, len, err) : add_quoted(s, text, len, err);
}

static stead_status add_real(sink *s, double value, stead_error *err)
{
    char text[STEAD_REAL_TEXT];
    if (!isfinite(value))
        return stead_fail(err, STEAD_RANGE, "a figure to be written is not finite");
    return sink_add(s, text, stead_real_format(value, text), err);
}

static stead_status add_number(sink *s, stead_kind kind, int64_t value, stead_error *err)
{
    char text[STEAD_DECIMAL_TEXT];
    int places = kind == STEAD_INTEGER ? 0 : kind == STEAD_MONEY ? 2 : 9;
    size_t len = stead_decimal_format(value, places, kind == STEAD_MONEY ? 2 : 0, 0, text);
    return sink_add(s, text, len, err);
}

static stead_status add_cell(sink *s, const stead_frame *frame, size_t row, size_t column,
                             stead_error *err)
{
    stead_kind kind = stead_frame_kind(frame, column);
    if (stead_frame_is_missing(frame, row, column)) /* a row of nothing would be a blank line */
        return stead_frame_width(frame) == 1 ? sink_add(s, "\"\"", 2, err) : STEAD_OK;
    if (kind == STEAD_REAL)
        return add_real(s, stead_frame_real(frame, row, column), err);
    if (kind != STEAD_TEXT)
        return add_number(s, kind, stead_frame_number(frame, row, column), err);
    stead_symbol text = stead_frame_texts(frame, column)[row];
    const stead_symbols *symbols = stead_frame_symbols(frame);
    return add_text(s, stead_symbols_text(symbols, text), stead_symbols_length(symbols, text),
                    err);
}

static stead_status add_frame(sink *s, const stead_frame *frame, stead_error *err)
{
    size_t width = stead_frame_width(frame), height = stead_frame_height(frame);
    stead_status rc = STEAD_OK;
    for (size_t line = 0; rc == STEAD_OK && line <= height; line++) {
        for (size_t i = 0; rc == STEAD_OK && i < width; i++) {
            const char *name = stead_frame_name(frame, i);
            if (i > 0)
                rc = sink_add(s, ",", 1, err);
            if (rc == STEAD_OK)
                rc = line == 0 ? add_text(s, name, strlen(name), err)
                               : add_cell(s, frame, line - 1, i, err);
        }
        if (rc == STEAD_OK)
            rc = sink_add(s, s->line_end, strlen(s->line_end), err);
        if (rc == STEAD_OK && s->aside != NULL && s->text->len >= FLUSH_AT)
            rc = sink_flush(s, err);
    }
    return rc;
}

static const char *line_end_text(stead_line_end lines)
{
    return lines == STEAD_LINE_CRLF ? "\r\n" : "\n";
}

stead_status stead_csv_format(const stead_frame *frame, stead_line_end lines, stead_text *out,
                              stead_error *err)
{
    sink s = {.text = out, .line_end = line_end_text(lines)};
    return add_frame(&s, frame, err);
}

stead_status stead_csv_save(const stead_frame *frame, const char *path, stead_line_end lines,
                            stead_error *err)
{
    stead_aside aside;
    stead_text rows = {0};
    stead_status rc = stead_aside_open(&aside, path, err);
    if (rc != STEAD_OK)
        return rc;
    sink s = {.text = &rows, .aside = &aside, .line_end = line_end_text(lines)};
    rc = add_frame(&s, frame, err);
    if (rc == STEAD_OK)
        rc = sink_flush(&s, err);
    stead_text_free(&rows);
    return stead_aside_close(&aside, rc, err);
}
