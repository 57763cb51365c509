/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 16 };

static stead_status source_begin(stead_source *source, const char *name, stead_error *err)
{
    size_t len = strlen(name) + 1;
    *source = (stead_source){.room = 2 * CHUNK};
    source->buffer = malloc(source->room + 1);
    source->name = malloc(len);
    if (source->buffer == NULL || source->name == NULL)
        return stead_nomem(err, "file");
    source->buffer[0] = '\0';
    memcpy(source->name, name, len);
    return stead_digest_begin(&source->digest, err);
}

static stead_status source_unreadable(const char *name, stead_error *err)
{
    if (errno == ENOENT)
        return stead_fail(err, STEAD_NOTFOUND, "%s: there is no such file", name);
    return stead_fail(err, STEAD_IO, "%s: cannot be read: %s", name, strerror(errno));
}

stead_status stead_source_open(stead_source *source, const char *path, stead_error *err)
{
    stead_status rc = source_begin(source, path, err);
    if (rc != STEAD_OK)
        return rc;
    source->file = fopen(path, "rb");
    if (source->file == NULL)
        return source_unreadable(path, err);
    setvbuf(source->file, NULL, _IONBF, 0);
    return STEAD_OK;
}

stead_status stead_source_open_bytes(stead_source *source, const char *name, const char *bytes,
                                     size_t len, stead_error *err)
{
    stead_status rc = source_begin(source, name, err);
    source->bytes = bytes;
    source->left = len;
    return rc;
}

void stead_source_close(stead_source *source)
{
    if (source->file != NULL)
        fclose(source->file);
    stead_digest_free(source->digest);
    free(source->buffer);
    free(source->name);
    *source = (stead_source){0};
}

/* Moves what is left to the front and sees to room for a chunk. */
static stead_status source_make_room(stead_source *source, stead_error *err)
{
    memmove(source->buffer, source->buffer + source->at, source->end - source->at);
    source->end -= source->at;
    source->at = 0;
    if (source->room - source->end >= CHUNK)
        return STEAD_OK;
    char *grown = realloc(source->buffer, source->room * 2 + 1);
    if (grown == NULL)
        return stead_nomem(err, "file");
    source->buffer = grown;
    source->room *= 2;
    return STEAD_OK;
}

stead_status stead_source_fill(stead_source *source, stead_error *err)
{
    stead_status rc = source_make_room(source, err);
    if (rc != STEAD_OK)
        return rc;
    char *into = source->buffer + source->end;
    size_t wanted = source->room - source->end, got;
    if (source->file != NULL) {
        got = fread(into, 1, wanted, source->file);
        if (got < wanted && ferror(source->file))
            return source_unreadable(source->name, err);
    } else {
        got = wanted < source->left ? wanted : source->left;
        if (got > 0)
            memcpy(into, source->bytes, got);
        source->bytes += got;
        source->left -= got;
    }
    source->ended = got < wanted;
    source->size += got;
    source->end += got;
    source->buffer[source->end] = '\0';
    return stead_digest_add(source->digest, into, got, err);
}
