/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* What tests of workbooks share: files made part by part, and what is read of them as one text.
 */
#ifndef STEAD_TEST_PACKED_H
#define STEAD_TEST_PACKED_H

#include "../support/check.h"

#include <stdlib.h>
#include <unistd.h>

#include "sheet/workbook.h"
#include "sheet/zip_write.h"

typedef struct {
    const char *name, *content;
} part;

static char folder[] = "packed-XXXXXX";
static char path[64];

static inline int enter(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/a", folder);
    return 0;
}

static inline int leave(void **state)
{
    (void)state;
    remove(path);
    return rmdir(folder);
}

/* Writes a zip file of those parts to `path`. */
static inline void make(const part *parts, size_t count)
{
    stead_zip *zip;
    stead_error err;
    assert_ok(stead_zip_open(&zip, path, &err), &err);
    for (size_t i = 0; i < count; i++) {
        stead_zip_part(zip, parts[i].name, i == 0);
        stead_zip_put(zip, parts[i].content);
    }
    assert_ok(stead_zip_close(zip, &err), &err);
}

/* The rows as "1: a|n3|-| ; 2: …", each cell with the first letter of what it is ('-' for
 * blank). */
static inline stead_status read_rows(const char *sheet, size_t number, char *out, size_t room,
                                     stead_error *err)
{
    static const char letters[] = {'t', 'n', 'd', 'b', 'e'};
    stead_choice choice = {STEAD_UTF8, sheet, number};
    stead_rows rows = {0};
    stead_record row;
    size_t len = 0;
    out[0] = '\0';
    stead_status rc = stead_rows_open(&rows, path, &choice, err);
    while (rc == STEAD_OK && (rc = stead_rows_next(rows, &row, err)) == STEAD_OK &&
           row.count > 0) {
        len += (size_t)snprintf(out + len, room - len, "%s%u:", len > 0 ? "; " : "", row.line);
        for (size_t i = 0; i < row.count; i++)
            len += (size_t)snprintf(out + len, room - len, " %c%.*s",
                                    row.cells[i].len == 0 ? '-' : letters[row.cells[i].type],
                                    (int)row.cells[i].len, row.cells[i].text);
        assert_true(len < room);
    }
    if (rc == STEAD_OK) {
        char hex[STEAD_DIGEST_HEX];
        assert_ok(stead_rows_digest(rows, hex, err), err);
        assert_true(stead_rows_size(rows) > 0);
    }
    stead_rows_close(&rows);
    return rc;
}

static inline void assert_rows(const char *expected)
{
    char got[4096];
    stead_error err;
    assert_ok(read_rows(NULL, 1, got, sizeof got, &err), &err);
    assert_string_equal(got, expected);
}

/* What follows the path in the message. */
static inline void assert_rows_refused(stead_status code, const char *text)
{
    char got[65536];
    stead_error err;
    assert_int_equal(read_rows(NULL, 1, got, sizeof got, &err), code);
    assert_true(strncmp(err.text, path, strlen(path)) == 0);
    assert_string_equal(err.text + strlen(path), text);
}

#endif
