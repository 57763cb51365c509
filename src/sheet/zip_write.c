/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/zip_write.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "sheet/aside.h"

enum { CHUNK = 1 << 16, MOST_PARTS = 60000, LONGEST_NAME = 128, LOCAL = 30, CENTRAL = 46 };

/* 1 January 1980, the zip format's first day: files do not depend on when they were made. */
enum { NO_DAY = 1 << 5 | 1, VERSION = 20, STORED = 0, DEFLATED = 8 };

struct stead_zip {
    stead_aside aside;
    char *path;
    stead_text listing; /* the central directory so far */
    uint32_t parts;
    uint64_t at; /* where the next byte goes */
    bool in_part, stored;
    char name[LONGEST_NAME];
    uint64_t begin, packed, size; /* of the part in hand: where it begins, its bytes */
    uint32_t crc;
    z_stream stream;
    unsigned char *raw, *out; /* what is to be packed, gathered; what came of it */
    size_t raw_len;
    stead_error err; /* what went wrong first; STEAD_OK until then */
};

/* Writing */

static stead_status zip_write(stead_zip *zip, const void *bytes, size_t len, stead_error *err)
{
    if (fwrite(bytes, 1, len, zip->aside.file) != len)
        return stead_aside_refused(&zip->aside, err);
    zip->at += len;
    if (zip->at > UINT32_MAX)
        return stead_fail(err, STEAD_RANGE, "%s: would be over 4 GB", zip->path);
    return STEAD_OK;
}

/* Numbers are written low byte first. */
static unsigned char *put16(unsigned char *to, uint32_t n)
{
    to[0] = (unsigned char)(n & 0xFF);
    to[1] = (unsigned char)(n >> 8 & 0xFF);
    return to + 2;
}

static unsigned char *put32(unsigned char *to, uint64_t n)
{
    return put16(put16(to, (uint32_t)(n & 0xFFFF)), (uint32_t)(n >> 16 & 0xFFFF));
}

/* What the part's own header and its line of the directory share. */
static unsigned char *put_about(unsigned char *to, const stead_zip *zip)
{
    to = put16(put16(to, VERSION), 0);
    to = put16(to, zip->stored ? STORED : DEFLATED);
    to = put16(put16(to, 0), NO_DAY);
    to = put32(put32(put32(to, zip->crc), zip->packed), zip->size);
    return put16(put16(to, (uint32_t)strlen(zip->name)), 0);
}

static stead_status write_header(stead_zip *zip, stead_error *err)
{
    unsigned char header[LOCAL];
    unsigned char *end = put_about(put32(header, 0x04034B50), zip);
    assert(end == header + LOCAL);
    stead_status rc = zip_write(zip, header, (size_t)(end - header), err);
    return rc == STEAD_OK ? zip_write(zip, zip->name, strlen(zip->name), err) : rc;
}

static stead_status list_part(stead_zip *zip, stead_error *err)
{
    unsigned char line[CENTRAL] = {0};
    put_about(put16(put32(line, 0x02014B50), VERSION), zip);
    put32(line + CENTRAL - 4, zip->begin);
    stead_status rc = stead_text_add(&zip->listing, (const char *)line, CENTRAL, err);
    return rc == STEAD_OK ? stead_text_add(&zip->listing, zip->name, strlen(zip->name), err)
                          : rc;
}

/* Packs what has been gathered; with Z_FINISH to the part's end. */
static stead_status pack_gathered(stead_zip *zip, int flush, stead_error *err)
{
    stead_status rc = STEAD_OK;
    zip->crc = (uint32_t)crc32(zip->crc, zip->raw, (uInt)zip->raw_len);
    zip->size += zip->raw_len;
    if (zip->stored) {
        zip->packed += zip->raw_len;
        rc = zip_write(zip, zip->raw, zip->raw_len, err);
        zip->raw_len = 0;
        return rc;
    }
    zip->stream.next_in = zip->raw;
    zip->stream.avail_in = (uInt)zip->raw_len;
    do {
        zip->stream.next_out = zip->out;
        zip->stream.avail_out = CHUNK;
        deflate(&zip->stream, flush);
        size_t made = CHUNK - zip->stream.avail_out;
        zip->packed += made;
        rc = zip_write(zip, zip->out, made, err);
    } while (rc == STEAD_OK && zip->stream.avail_out == 0);
    zip->raw_len = 0;
    return rc;
}

/* Now that they are known, writes the part's size and sum into its header. */
static stead_status end_part(stead_zip *zip, stead_error *err)
{
    if (!zip->in_part)
        return STEAD_OK;
    zip->in_part = false;
    stead_status rc = pack_gathered(zip, Z_FINISH, err);
    if (rc != STEAD_OK)
        return rc;
    uint64_t end = zip->at;
    if (fseek(zip->aside.file, (long)zip->begin, SEEK_SET) != 0)
        return stead_aside_refused(&zip->aside, err);
    rc = write_header(zip, err);
    zip->at = end;
    if (rc == STEAD_OK && fseek(zip->aside.file, (long)end, SEEK_SET) != 0)
        return stead_aside_refused(&zip->aside, err);
    return rc == STEAD_OK ? list_part(zip, err) : rc;
}

void stead_zip_part(stead_zip *zip, const char *name, bool stored)
{
    if (zip->err.code != STEAD_OK || end_part(zip, &zip->err) != STEAD_OK)
        return;
    assert(strlen(name) < LONGEST_NAME);
    if (zip->parts++ == MOST_PARTS) {
        stead_fail(&zip->err, STEAD_RANGE, "%s: would have over %d parts", zip->path,
                   (int)MOST_PARTS);
        return;
    }
    strcpy(zip->name, name);
    zip->stored = stored;
    zip->begin = zip->at;
    zip->packed = zip->size = zip->crc = 0;
    deflateReset(&zip->stream);
    zip->in_part = write_header(zip, &zip->err) == STEAD_OK;
}

void stead_zip_add(stead_zip *zip, const void *bytes, size_t len)
{
    const unsigned char *from = bytes;
    while (len > 0 && zip->err.code == STEAD_OK) {
        size_t room = CHUNK - zip->raw_len, part = len < room ? len : room;
        memcpy(zip->raw + zip->raw_len, from, part);
        zip->raw_len += part;
        from += part;
        len -= part;
        if (zip->raw_len == CHUNK)
            pack_gathered(zip, Z_NO_FLUSH, &zip->err);
    }
}

/* Text */

void stead_zip_put(stead_zip *zip, const char *xml)
{
    stead_zip_add(zip, xml, strlen(xml));
}

static const char *escape_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\t':
        return "&#9;";
    case '\n':
        return "&#10;";
    case '\r':
        return "&#13;";
    default:
        return NULL;
    }
}

void stead_zip_escape(stead_zip *zip, const char *text, size_t len)
{
    size_t plain = 0;
    for (size_t i = 0; i < len; i++) {
        const char *escape = escape_of(text[i]);
        if (escape == NULL)
            continue;
        stead_zip_add(zip, text + plain, i - plain);
        stead_zip_put(zip, escape);
        plain = i + 1;
    }
    stead_zip_add(zip, text + plain, len - plain);
}

void stead_zip_print(stead_zip *zip, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    assert(len >= 0 && (size_t)len < sizeof text);
    stead_zip_add(zip, text, (size_t)len);
}

/* The whole */

static void zip_free(stead_zip *zip)
{
    deflateEnd(&zip->stream);
    stead_text_free(&zip->listing);
    free(zip->raw);
    free(zip->out);
    free(zip->path);
    free(zip);
}

static void *stream_alloc(void *opaque, unsigned count, unsigned size)
{
    (void)opaque;
    return calloc(count, size);
}

static void stream_free(void *opaque, void *block)
{
    (void)opaque;
    free(block);
}

static stead_status zip_begin(stead_zip *zip, const char *path, stead_error *err)
{
    enum { RAW_DEFLATE = -15, MEMORY = 8 };
    zip->raw = malloc(CHUNK);
    zip->out = malloc(CHUNK);
    zip->path = malloc(strlen(path) + 1);
    zip->stream.zalloc = stream_alloc;
    zip->stream.zfree = stream_free;
    if (zip->raw == NULL || zip->out == NULL || zip->path == NULL ||
        deflateInit2(&zip->stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, RAW_DEFLATE, MEMORY,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return stead_nomem(err, "zip file");
    strcpy(zip->path, path);
    return stead_aside_open(&zip->aside, zip->path, err);
}

stead_status stead_zip_open(stead_zip **out, const char *path, stead_error *err)
{
    stead_zip *zip = calloc(1, sizeof *zip);
    if (zip == NULL)
        return stead_nomem(err, "zip file");
    stead_status rc = zip_begin(zip, path, err);
    if (rc == STEAD_OK)
        *out = zip;
    else
        zip_free(zip);
    return rc;
}

/* The directory, and where it begins. */
static stead_status end_file(stead_zip *zip, stead_error *err)
{
    unsigned char end[22] = {0};
    stead_status rc = end_part(zip, err);
    uint64_t begin = zip->at;
    if (rc == STEAD_OK)
        rc = zip_write(zip, zip->listing.bytes, zip->listing.len, err);
    put32(end, 0x06054B50);
    put32(put32(put16(put16(end + 8, zip->parts), zip->parts), zip->listing.len), begin);
    return rc == STEAD_OK ? zip_write(zip, end, sizeof end, err) : rc;
}

void stead_zip_fail(stead_zip *zip, const stead_error *err)
{
    if (zip->err.code == STEAD_OK)
        zip->err = *err;
}

stead_status stead_zip_close(stead_zip *zip, stead_error *err)
{
    stead_status rc = zip->err.code;
    if (rc == STEAD_OK)
        rc = end_file(zip, err);
    else
        *err = zip->err;
    rc = stead_aside_close(&zip->aside, rc, err);
    zip_free(zip);
    return rc;
}
