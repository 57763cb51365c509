/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/csv_write.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/decimal.h"

enum { FLUSH_AT = 1 << 16 };

/* Rows gather in `text`; with a file they go there when there are enough. */
typedef struct {
    stead_text *text;
    FILE *file;
    const char *path;
    const char *line_end;
} sink;

static stead_status sink_refused(const char *path, stead_error *err)
{
    return stead_fail(err, errno == ENOENT ? STEAD_NOTFOUND : STEAD_IO,
                      "%s: cannot be written: %s", path, strerror(errno));
}

static stead_status sink_flush(sink *s, stead_error *err)
{
    if (fwrite(s->text->bytes, 1, s->text->len, s->file) != s->text->len)
        return sink_refused(s->path, err);
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
    char text[32];
    int len = 0;
    if (!isfinite(value))
        return stead_fail(err, STEAD_RANGE, "a figure to be written is not finite");
    for (int digits = 15; digits <= 17; digits++) {
        len = snprintf(text, sizeof text, "%.*g", digits, value);
        if (strtod(text, NULL) == value)
            break;
    }
    return sink_add(s, text, (size_t)len, err);
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
        if (rc == STEAD_OK && s->file != NULL && s->text->len >= FLUSH_AT)
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

/* Files */

/* Opens a new file beside `path`, whose name is left in `aside`. */
static FILE *open_aside(const char *path, stead_text *aside, stead_error *err)
{
    struct stat there;
    char ending[16];
    if (stat(path, &there) == 0 && !S_ISREG(there.st_mode)) {
        stead_fail(err, STEAD_IO, "%s: is not an ordinary file", path);
        return NULL;
    }
    for (int i = 0; i < 100; i++) {
        int len = snprintf(ending, sizeof ending, ".part%d", i);
        stead_text_clear(aside);
        if (stead_text_add(aside, path, strlen(path), err) != STEAD_OK ||
            stead_text_add(aside, ending, (size_t)len, err) != STEAD_OK)
            return NULL;
        FILE *file = fopen(aside->bytes, "wbx");
        if (file != NULL)
            return file;
        if (errno != EEXIST)
            break;
    }
    sink_refused(path, err);
    return NULL;
}

/* Writes all of it and waits until the disk has it. */
static stead_status write_aside(sink *s, const stead_frame *frame, stead_error *err)
{
    stead_status rc = add_frame(s, frame, err);
    if (rc == STEAD_OK)
        rc = sink_flush(s, err);
    if (rc == STEAD_OK && (fflush(s->file) != 0 || fsync(fileno(s->file)) != 0))
        rc = sink_refused(s->path, err);
    if (fclose(s->file) != 0 && rc == STEAD_OK)
        rc = sink_refused(s->path, err);
    return rc;
}

stead_status stead_csv_save(const stead_frame *frame, const char *path, stead_line_end lines,
                            stead_error *err)
{
    stead_text aside = {0}, rows = {0};
    FILE *file = open_aside(path, &aside, err);
    if (file == NULL) {
        stead_text_free(&aside);
        return err->code;
    }
    sink s = {.text = &rows, .file = file, .path = path, .line_end = line_end_text(lines)};
    stead_status rc = write_aside(&s, frame, err);
    if (rc == STEAD_OK && rename(aside.bytes, path) != 0)
        rc = sink_refused(path, err);
    if (rc != STEAD_OK)
        remove(aside.bytes);
    stead_text_free(&rows);
    stead_text_free(&aside);
    return rc;
}
