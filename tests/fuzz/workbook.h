/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* What fuzzing of workbooks shares: the parts of a file, divided by the byte 0, are packed
 * without the zip library's help, so that the fuzzer's bytes are the XML itself. */
#ifndef STEAD_FUZZ_WORKBOOK_H
#define STEAD_FUZZ_WORKBOOK_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "sheet/workbook.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* Reads every row of every sheet, however that comes out. Takes the pack. */
static inline void read_sheets(const void *packed, size_t len)
{
    static const stead_pack_limits limits = {1 << 22, 1 << 16};
    for (size_t number = 1; number <= 3; number++) {
        const stead_choice choice = {STEAD_UTF8, NULL, number};
        stead_pack *pack;
        stead_rows rows;
        stead_record row;
        stead_error err;
        if (stead_pack_open_bytes(&pack, "f", packed, len, &err) != STEAD_OK)
            return;
        stead_pack_limit(pack, &limits);
        if (stead_rows_open_pack(&rows, pack, &choice, &err) != STEAD_OK)
            return;
        uint32_t line = 0;
        size_t bytes = 0;
        while (stead_rows_next(rows, &row, &err) == STEAD_OK && row.count > 0) {
            if (row.line != line + 1)
                abort();
            line = row.line;
            for (size_t i = 0; i < row.count; i++)
                for (size_t k = 0; k < row.cells[i].len; k++)
                    bytes += (unsigned char)row.cells[i].text[k];
        }
        if (bytes == SIZE_MAX)
            abort();
        stead_rows_close(&rows);
    }
}

/* Packs the parts of `names` and reads them; what is left of the bytes is the last part. */
static inline void pack_and_read(const char *const *names, size_t count, const char *first,
                                 const uint8_t *bytes, size_t len)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *into = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_source_keep(into);
    zip_t *zip = zip_open_from_source(into, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (zip == NULL)
        abort();
    for (size_t i = 0; i < count; i++) {
        const uint8_t *end = i + 1 < count ? memchr(bytes, 0, len) : NULL;
        size_t part = end == NULL ? len : (size_t)(end - bytes);
        const void *content = i == 0 && first != NULL ? (const void *)first : bytes;
        size_t content_len = i == 0 && first != NULL ? strlen(first) : part;
        zip_int64_t at = zip_file_add(
            zip, names[i], zip_source_buffer(zip, content, content_len, 0), ZIP_FL_OVERWRITE);
        zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_STORE, 0);
        if (i == 0 && first != NULL)
            continue;
        bytes += part + (end != NULL);
        len -= part + (end != NULL);
    }
    zip_stat_t is;
    if (zip_close(zip) != 0 || zip_source_stat(into, &is) != 0 || zip_source_open(into) != 0)
        abort();
    char *packed = malloc(is.size + 1);
    if (packed == NULL || zip_source_read(into, packed, is.size) != (zip_int64_t)is.size)
        abort();
    zip_source_close(into);
    zip_source_free(into);
    read_sheets(packed, is.size);
    free(packed);
}

#endif
