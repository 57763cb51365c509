/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/csv.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "sheet/source.h"

enum { LONGEST_ROW = 1 << 24, MOST_CELLS = 1 << 16 };

struct stead_csv {
    stead_source source;
    stead_encoding encoding;
    bool refused;  /* an error has been given */
    uint32_t line; /* where the row in hand begins */
    stead_cell *cells;
    size_t count, room;
    stead_text decoded; /* the row in UTF-8, when the file is not */
};

/* How the scan of one row came out. */
typedef enum { ROW_WHOLE, ROW_MORE, ROW_BAD, ROW_NOMEM } scan;

typedef struct {
    const char *at, *end; /* where it stands; where the buffer ends */
    const char *fault;    /* what is wrong at `at` */
    bool escaped;         /* a cell holds doubled quotes */
} scanner;

/* Scanning: finds a row's cells without changing a byte, so that it can begin again when the
 * buffer ends first. */

static bool csv_keep(stead_csv *csv, const char *from, const char *to)
{
    if (csv->count == csv->room) {
        size_t room = csv->room == 0 ? 64 : csv->room * 2;
        stead_cell *grown = realloc(csv->cells, room * sizeof *grown);
        if (grown == NULL)
            return false;
        csv->cells = grown;
        csv->room = room;
    }
    csv->cells[csv->count++] = (stead_cell){from, (size_t)(to - from), STEAD_CELL_TEXT};
    return true;
}

static scan scan_bad(scanner *s, const char *at, const char *fault)
{
    s->at = at;
    s->fault = fault;
    return ROW_BAD;
}

/* A cell that opens with a quote; leaves s->at past the closing one. */
static scan scan_quoted(stead_csv *csv, scanner *s)
{
    const char *open = s->at, *p = open + 1;
    for (;;) {
        p = memchr(p, '"', (size_t)(s->end - p));
        if (p == NULL)
            return csv->source.ended ? scan_bad(s, open,
                                                "this quote is never closed: "
                                                "the file may have been cut short")
                                     : ROW_MORE;
        if (p + 1 == s->end && !csv->source.ended)
            return ROW_MORE;
        if (p[1] != '"') /* past the end stands a 0 */
            break;
        s->escaped = true;
        p += 2;
    }
    s->at = p + 1;
    if (p + 1 < s->end && p[1] != ',' && p[1] != '\n' && p[1] != '\r')
        return scan_bad(s, p + 1, "text after a closing quote");
    return csv_keep(csv, open + 1, p) ? ROW_WHOLE : ROW_NOMEM;
}

static scan scan_plain(stead_csv *csv, scanner *s)
{
    static const bool stops[256] = {
        [0] = true, ['"'] = true, [','] = true, ['\n'] = true, ['\r'] = true};
    const char *from = s->at, *p = from;
    while (!stops[(unsigned char)*p])
        p++;
    if (p == s->end && !csv->source.ended)
        return ROW_MORE;
    if (p < s->end && *p == '"')
        return scan_bad(s, p, "a quote inside a cell that does not begin with one");
    if (p < s->end && *p == '\0')
        return scan_bad(s, p, "a NUL byte: this is not a text file");
    s->at = p;
    return csv_keep(csv, from, p) ? ROW_WHOLE : ROW_NOMEM;
}

/* Steps over the end of a line that s->at stands on. */
static scan scan_line_end(stead_csv *csv, scanner *s)
{
    if (s->at == s->end)
        return ROW_WHOLE;
    if (*s->at == '\r') {
        if (s->at + 1 == s->end) {
            s->at++;
            return csv->source.ended ? ROW_WHOLE : ROW_MORE;
        }
        if (s->at[1] != '\n')
            return scan_bad(s, s->at, "a carriage return without a line feed");
        s->at++;
    }
    s->at++;
    return ROW_WHOLE;
}

static scan scan_row(stead_csv *csv, scanner *s)
{
    csv->count = 0;
    s->at = csv->source.buffer + csv->source.at;
    s->end = csv->source.buffer + csv->source.end;
    s->escaped = false;
    for (;;) {
        scan found = *s->at == '"' && s->at < s->end ? scan_quoted(csv, s) : scan_plain(csv, s);
        if (found != ROW_WHOLE)
            return found;
        if (s->at == s->end || *s->at != ',')
            return scan_line_end(csv, s);
        s->at++;
        if (csv->count == MOST_CELLS)
            return scan_bad(s, s->at, "a row of more than 65,536 cells");
    }
}

/* Finishing a row */

/* Fills err for the byte at `at` of the row in hand. */
static stead_status csv_refuse(stead_csv *csv, const char *at, const char *fault,
                               stead_error *err)
{
    uint32_t line = csv->line;
    size_t column = 1;
    for (const char *p = csv->source.buffer + csv->source.at; p < at; p++) {
        if (*p == '\n') {
            line++;
            column = 1;
        } else if (csv->encoding != STEAD_UTF8 || ((unsigned char)*p & 0xC0) != 0x80) {
            column++;
        }
    }
    csv->refused = true;
    return stead_fail(err, STEAD_PARSE, "%s:%u:%zu: %s", csv->source.name, (unsigned)line,
                      column, fault);
}

static size_t unescape(char *text, size_t len)
{
    size_t kept = 0;
    for (size_t i = 0; i < len; i++) {
        text[kept++] = text[i];
        if (text[i] == '"')
            i++;
    }
    return kept;
}

static void csv_unescape(stead_csv *csv)
{
    for (size_t i = 0; i < csv->count; i++) {
        stead_cell *cell = &csv->cells[i];
        char *text = csv->source.buffer + (cell->text - csv->source.buffer);
        if (cell->len > 0 && text[-(text > csv->source.buffer)] == '"')
            cell->len = unescape(text, cell->len);
    }
}

/* Puts the row's cells into UTF-8, one after another. */
static stead_status csv_decode(stead_csv *csv, stead_error *err)
{
    stead_text_clear(&csv->decoded);
    for (size_t i = 0; i < csv->count; i++) {
        stead_cell *cell = &csv->cells[i];
        size_t before = csv->decoded.len;
        stead_status rc = stead_text_add_cp1252(&csv->decoded, cell->text, cell->len, err);
        if (rc != STEAD_OK)
            return rc;
        cell->len = csv->decoded.len - before;
    }
    size_t at = 0;
    for (size_t i = 0; i < csv->count; i++) {
        csv->cells[i].text = csv->decoded.bytes == NULL ? "" : csv->decoded.bytes + at;
        at += csv->cells[i].len;
    }
    return STEAD_OK;
}

static bool has_high_byte(const char *bytes, size_t len)
{
    uint64_t all = 0, word;
    size_t i = 0;
    for (; i + sizeof word <= len; i += sizeof word) {
        memcpy(&word, bytes + i, sizeof word);
        all |= word;
    }
    for (; i < len; i++)
        all |= (uint64_t)(unsigned char)bytes[i];
    return (all & UINT64_C(0x8080808080808080)) != 0;
}

/* The first byte that cp1252 has no character for; NULL when there is none. */
static const char *cp1252_fault(const char *row, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (strchr("\x81\x8D\x8F\x90\x9D", row[i]) != NULL && row[i] != '\0')
            return row + i;
    return NULL;
}

/* Checks every byte of the row, which ends before `end`, and makes its cells fit to give. */
static stead_status csv_finish(stead_csv *csv, const scanner *s, stead_error *err)
{
    const char *row = csv->source.buffer + csv->source.at;
    size_t len = (size_t)(s->at - row), bad;
    const char *nul = memchr(row, '\0', len);
    char fault[96];
    if (nul != NULL)
        return csv_refuse(csv, nul, "a NUL byte: this is not a text file", err);
    bool high = has_high_byte(row, len);
    if (high && csv->encoding == STEAD_UTF8 && !stead_text_is_utf8(row, len, &bad)) {
        snprintf(fault, sizeof fault,
                 "byte 0x%02X is not utf-8; is the file cp1252? then declare it",
                 (unsigned)(unsigned char)row[bad]);
        return csv_refuse(csv, row + bad, fault, err);
    }
    const char *undefined =
        high && csv->encoding == STEAD_CP1252 ? cp1252_fault(row, len) : NULL;
    if (undefined != NULL) {
        snprintf(fault, sizeof fault, "byte 0x%02X stands for nothing in cp1252",
                 (unsigned)(unsigned char)*undefined);
        return csv_refuse(csv, undefined, fault, err);
    }
    if (s->escaped)
        csv_unescape(csv);
    return high && csv->encoding == STEAD_CP1252 ? csv_decode(csv, err) : STEAD_OK;
}

/* How the line number moves over the row in hand. */
static uint32_t count_lines(const char *from, const char *to)
{
    uint32_t lines = 0;
    while ((from = memchr(from, '\n', (size_t)(to - from))) != NULL) {
        lines++;
        from++;
    }
    return lines;
}

/* Scans one row, taking more of the file as long as the row is not whole. */
static stead_status csv_scan(stead_csv *csv, scanner *s, stead_error *err)
{
    for (;;) {
        switch (scan_row(csv, s)) {
        case ROW_WHOLE:
            return STEAD_OK;
        case ROW_BAD:
            return csv_refuse(csv, s->at, s->fault, err);
        case ROW_NOMEM:
            return stead_nomem(err, "csv");
        case ROW_MORE:
            break;
        }
        if (csv->source.end - csv->source.at >= LONGEST_ROW)
            return csv_refuse(csv, csv->source.buffer + csv->source.at,
                              "this row is longer than 16 MB; was a quote left open?", err);
        if (stead_source_fill(&csv->source, err) != STEAD_OK)
            return err->code;
    }
}

stead_status stead_csv_next(stead_csv *csv, stead_record *record, stead_error *err)
{
    scanner s = {0};
    *record = (stead_record){0};
    if (csv->refused)
        return stead_fail(err, STEAD_PARSE, "%s: was refused before", csv->source.name);
    while (csv->source.at == csv->source.end) {
        if (csv->source.ended)
            return STEAD_OK;
        if (stead_source_fill(&csv->source, err) != STEAD_OK)
            return err->code;
    }
    stead_status rc = csv_scan(csv, &s, err);
    if (rc != STEAD_OK)
        return rc;
    const char *row = csv->source.buffer + csv->source.at;
    uint32_t lines = count_lines(row, s.at);
    rc = csv_finish(csv, &s, err);
    if (rc != STEAD_OK)
        return rc;
    *record = (stead_record){csv->cells, csv->count, csv->line};
    csv->source.at = (size_t)(s.at - csv->source.buffer);
    csv->line += lines;
    return STEAD_OK;
}

/* Opening and closing */

/* What the first bytes say of the encoding. */
static stead_status csv_begin(stead_csv *csv, stead_error *err)
{
    stead_source *source = &csv->source;
    if (stead_source_fill(source, err) != STEAD_OK)
        return err->code;
    const char *b = source->buffer;
    if (source->end >= 2 && (memcmp(b, "\xFF\xFE", 2) == 0 || memcmp(b, "\xFE\xFF", 2) == 0))
        return stead_fail(err, STEAD_PARSE, "%s: is UTF-16; save it as 'CSV UTF-8'",
                          source->name);
    if (source->end < 3 || memcmp(b, "\xEF\xBB\xBF", 3) != 0)
        return STEAD_OK;
    source->at = 3;
    if (csv->encoding == STEAD_UTF8)
        return STEAD_OK;
    return stead_fail(err, STEAD_PARSE,
                      "%s: is declared cp1252, but its byte order mark says utf-8",
                      source->name);
}

/* Goes on from an opened source; gives the reader out, or frees it. */
static stead_status csv_opened(stead_csv **out, stead_csv *csv, stead_status rc,
                               stead_error *err)
{
    if (rc == STEAD_OK)
        rc = csv_begin(csv, err);
    if (rc != STEAD_OK) {
        stead_csv_close(csv);
        return rc;
    }
    *out = csv;
    return STEAD_OK;
}

static stead_csv *csv_create(stead_encoding encoding, stead_error *err)
{
    stead_csv *csv = calloc(1, sizeof *csv);
    if (csv == NULL) {
        stead_nomem(err, "csv");
        return NULL;
    }
    csv->encoding = encoding;
    csv->line = 1;
    return csv;
}

stead_status stead_csv_open(stead_csv **out, const char *path, stead_encoding encoding,
                            stead_error *err)
{
    stead_csv *csv = csv_create(encoding, err);
    if (csv == NULL)
        return err->code;
    return csv_opened(out, csv, stead_source_open(&csv->source, path, err), err);
}

stead_status stead_csv_open_bytes(stead_csv **out, const char *name, const char *bytes,
                                  size_t len, stead_encoding encoding, stead_error *err)
{
    stead_csv *csv = csv_create(encoding, err);
    if (csv == NULL)
        return err->code;
    return csv_opened(out, csv, stead_source_open_bytes(&csv->source, name, bytes, len, err),
                      err);
}

void stead_csv_close(stead_csv *csv)
{
    if (csv == NULL)
        return;
    stead_source_close(&csv->source);
    stead_text_free(&csv->decoded);
    free(csv->cells);
    free(csv);
}

const char *stead_csv_name(const stead_csv *csv)
{
    return csv->source.name;
}

uint64_t stead_csv_size(const stead_csv *csv)
{
    return csv->source.size;
}

stead_status stead_csv_digest(stead_csv *csv, char out[STEAD_DIGEST_HEX], stead_error *err)
{
    return stead_digest_finish(csv->source.digest, out, err);
}
