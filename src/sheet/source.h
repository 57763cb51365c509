/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/source: the bytes of a file, or of memory, taken chunk by chunk and digested on the
 * way. What a reader of a format stands on. */
#ifndef STEAD_SHEET_SOURCE_H
#define STEAD_SHEET_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/digest.h"
#include "base/status.h"

typedef struct {
    char *name;        /* the path, or what messages call the bytes */
    FILE *file;        /* NULL when reading bytes */
    const char *bytes; /* those still to take; they outlive the source */
    size_t left;
    stead_digest *digest;
    uint64_t size; /* bytes taken so far */
    char *buffer;  /* at..end is not yet used; the byte at end is always 0 */
    size_t at, end, room;
    bool ended; /* there is no more to take */
} stead_source;

/* Both leave a source that stead_source_close closes, also when they fail. STEAD_NOTFOUND when
 * there is no such file, STEAD_IO when it cannot be read. */
stead_status stead_source_open(stead_source *source, const char *path, stead_error *err);
stead_status stead_source_open_bytes(stead_source *source, const char *name, const char *bytes,
                                     size_t len, stead_error *err);
void stead_source_close(stead_source *source);

/* Takes more bytes behind those not yet used, which move to the buffer's beginning. */
stead_status stead_source_fill(stead_source *source, stead_error *err);

#endif
