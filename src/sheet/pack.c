/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/pack.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

enum { MOST_PARTS = 10000, MOST_SWELL = 250, SWELL_FROM = 1 << 24, CHUNK = 1 << 16 };

static const stead_pack_limits usual = {.inflated = UINT64_C(1) << 30,
                                        .cells = UINT64_C(1) << 26};

struct stead_pack {
    char *name;
    int file; /* -1 when reading bytes */
    const void *bytes;
    uint64_t size;
    zip_t *zip;
    stead_pack_limits limits;
    uint64_t inflated; /* by all parts so far */
};

struct stead_part {
    stead_pack *pack;
    zip_file_t *file;
    uint64_t packed, inflated;
    char name[128]; /* for messages */
};

static stead_status pack_unreadable(const char *name, stead_error *err)
{
    if (errno == ENOENT)
        return stead_fail(err, STEAD_NOTFOUND, "%s: there is no such file", name);
    return stead_fail(err, STEAD_IO, "%s: cannot be read: %s", name, strerror(errno));
}

static stead_status pack_damaged(const stead_pack *pack, zip_error_t *error, stead_error *err)
{
    if (zip_error_code_zip(error) == ZIP_ER_MEMORY)
        return stead_nomem(err, "zip file");
    if (zip_error_code_zip(error) == ZIP_ER_NOZIP)
        return stead_fail(err, STEAD_PARSE,
                          "%s: is not a whole zip file; it may have been cut short",
                          pack->name);
    return stead_fail(err, STEAD_PARSE, "%s: is damaged: %s", pack->name,
                      zip_error_strerror(error));
}

static stead_status pack_new(stead_pack **out, const char *name, stead_error *err)
{
    stead_pack *pack = calloc(1, sizeof *pack);
    char *copy = malloc(strlen(name) + 1);
    if (pack == NULL || copy == NULL) {
        free(pack);
        free(copy);
        return stead_nomem(err, "zip file");
    }
    pack->name = strcpy(copy, name);
    pack->file = -1;
    pack->limits = usual;
    *out = pack;
    return STEAD_OK;
}

/* Reads the list of parts. The source is the zip's from there on, also when that fails. */
static stead_status pack_begin(stead_pack *pack, zip_source_t *source, zip_error_t *error,
                               stead_error *err)
{
    stead_status rc = STEAD_OK;
    if (source != NULL)
        pack->zip = zip_open_from_source(source, ZIP_RDONLY, error);
    if (source != NULL && pack->zip == NULL)
        zip_source_free(source);
    if (pack->zip == NULL)
        rc = pack_damaged(pack, error, err);
    else if (zip_get_num_entries(pack->zip, 0) > MOST_PARTS)
        rc = stead_fail(err, STEAD_PARSE, "%s: has %lld parts, and may have %d", pack->name,
                        (long long)zip_get_num_entries(pack->zip, 0), MOST_PARTS);
    zip_error_fini(error);
    return rc;
}

static stead_status pack_begin_file(stead_pack *pack, stead_error *err)
{
    struct stat is;
    zip_error_t error;
    FILE *file = fopen(pack->name, "rb");
    if (file == NULL || fstat(fileno(file), &is) != 0 || (pack->file = dup(fileno(file))) < 0) {
        stead_status rc = pack_unreadable(pack->name, err);
        if (file != NULL)
            fclose(file);
        return rc;
    }
    pack->size = (uint64_t)is.st_size;
    zip_error_init(&error);
    zip_source_t *source = zip_source_filep_create(file, 0, -1, &error);
    if (source == NULL)
        fclose(file); /* else the source closes it */
    return pack_begin(pack, source, &error, err);
}

stead_status stead_pack_open(stead_pack **out, const char *path, stead_error *err)
{
    stead_pack *pack;
    stead_status rc = pack_new(&pack, path, err);
    if (rc != STEAD_OK)
        return rc;
    rc = pack_begin_file(pack, err);
    if (rc == STEAD_OK)
        *out = pack;
    else
        stead_pack_close(pack);
    return rc;
}

stead_status stead_pack_open_bytes(stead_pack **out, const char *name, const void *bytes,
                                   size_t len, stead_error *err)
{
    stead_pack *pack;
    zip_error_t error;
    stead_status rc = pack_new(&pack, name, err);
    if (rc != STEAD_OK)
        return rc;
    pack->bytes = bytes;
    pack->size = len;
    zip_error_init(&error);
    rc = pack_begin(pack, zip_source_buffer_create(bytes, len, 0, &error), &error, err);
    if (rc == STEAD_OK)
        *out = pack;
    else
        stead_pack_close(pack);
    return rc;
}

void stead_pack_close(stead_pack *pack)
{
    if (pack == NULL)
        return;
    if (pack->zip != NULL)
        zip_discard(pack->zip);
    if (pack->file >= 0)
        close(pack->file);
    free(pack->name);
    free(pack);
}

void stead_pack_limit(stead_pack *pack, const stead_pack_limits *limits)
{
    pack->limits = *limits;
}

const stead_pack_limits *stead_pack_allows(const stead_pack *pack)
{
    return &pack->limits;
}

const char *stead_pack_name(const stead_pack *pack)
{
    return pack->name;
}

bool stead_pack_has(const stead_pack *pack, const char *part)
{
    return zip_name_locate(pack->zip, part, ZIP_FL_NOCASE) >= 0;
}

uint64_t stead_pack_size(const stead_pack *pack)
{
    return pack->size;
}

/* Reads past the zip library, which keeps its own place in the file. */
static stead_status digest_file(const stead_pack *pack, stead_digest *digest, stead_error *err)
{
    char *chunk = malloc(CHUNK);
    stead_status rc = chunk == NULL ? stead_nomem(err, "zip file") : STEAD_OK;
    for (uint64_t at = 0; rc == STEAD_OK && at < pack->size;) {
        ssize_t got = pread(pack->file, chunk, CHUNK, (off_t)at);
        if (got <= 0)
            rc = stead_fail(err, STEAD_IO, "%s: cannot be read: %s", pack->name,
                            got < 0 ? strerror(errno) : "it was cut short meanwhile");
        else
            rc = stead_digest_add(digest, chunk, (size_t)got, err);
        at += got > 0 ? (uint64_t)got : 0;
    }
    free(chunk);
    return rc;
}

stead_status stead_pack_digest(stead_pack *pack, char out[STEAD_DIGEST_HEX], stead_error *err)
{
    stead_digest *digest;
    stead_status rc = stead_digest_begin(&digest, err);
    if (rc != STEAD_OK)
        return rc;
    rc = pack->file >= 0 ? digest_file(pack, digest, err)
                         : stead_digest_add(digest, pack->bytes, pack->size, err);
    if (rc == STEAD_OK)
        rc = stead_digest_finish(digest, out, err);
    stead_digest_free(digest);
    return rc;
}

/* Parts */

stead_status stead_part_open(stead_part **out, stead_pack *pack, const char *name,
                             stead_error *err)
{
    zip_stat_t is;
    zip_int64_t at = zip_name_locate(pack->zip, name, ZIP_FL_NOCASE);
    if (at < 0)
        return stead_fail(err, STEAD_NOTFOUND, "%s: has no part '%s'", pack->name, name);
    if (zip_stat_index(pack->zip, (zip_uint64_t)at, 0, &is) != 0)
        return pack_damaged(pack, zip_get_error(pack->zip), err);
    stead_part *part = calloc(1, sizeof *part);
    if (part == NULL)
        return stead_nomem(err, "zip file");
    part->pack = pack;
    part->packed = is.comp_size;
    snprintf(part->name, sizeof part->name, "%s", name);
    part->file = zip_fopen_index(pack->zip, (zip_uint64_t)at, 0);
    if (part->file == NULL) {
        free(part);
        if (is.encryption_method != ZIP_EM_NONE)
            return stead_fail(err, STEAD_PARSE, "%s: is locked with a password", pack->name);
        return pack_damaged(pack, zip_get_error(pack->zip), err);
    }
    *out = part;
    return STEAD_OK;
}

void stead_part_close(stead_part *part)
{
    if (part == NULL)
        return;
    zip_fclose(part->file);
    free(part);
}

stead_status stead_part_read(stead_part *part, void *bytes, size_t room, size_t *got,
                             stead_error *err)
{
    stead_pack *pack = part->pack;
    zip_int64_t read = zip_fread(part->file, bytes, room);
    if (read < 0)
        return stead_fail(err, STEAD_PARSE, "%s: the part '%s' is damaged: %s", pack->name,
                          part->name, zip_file_strerror(part->file));
    *got = (size_t)read;
    part->inflated += *got;
    pack->inflated += *got;
    if (pack->inflated > pack->limits.inflated)
        return stead_fail(err, STEAD_RANGE, "%s: unpacks to more than %llu bytes", pack->name,
                          (unsigned long long)pack->limits.inflated);
    if (part->inflated > SWELL_FROM && part->inflated / MOST_SWELL > part->packed)
        return stead_fail(err, STEAD_RANGE,
                          "%s: the part '%s' swells to over %d times its packed size",
                          pack->name, part->name, MOST_SWELL);
    return STEAD_OK;
}
