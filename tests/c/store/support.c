/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "support.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[256];

void must_be_ok(stead_status rc, const stead_error *err, const char *what)
{
    if (rc != STEAD_OK)
        fail_msg("%s: %s", what, err->text);
}

void must_be_refused(stead_status rc, stead_status code, const char *words,
                     const stead_error *err, const char *what)
{
    if (rc == STEAD_OK)
        fail_msg("%s was not refused", what);
    if (rc != code)
        fail_msg("%s: %s, not %s: %s", what, stead_status_name(rc), stead_status_name(code),
                 err->text);
    if (strstr(err->text, words) == NULL)
        fail_msg("%s: '%s' is not in '%s'", what, words, err->text);
}

int folder_make(void **state)
{
    const char *base = getenv("TMPDIR");
    (void)state;
    snprintf(folder, sizeof folder, "%s/stead-store-XXXXXX", base != NULL ? base : "/tmp");
    return mkdtemp(folder) == NULL;
}

const char *in_folder(const char *name)
{
    static char paths[8][512];
    static size_t next;
    char *path = paths[next++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

int folder_remove(void **state)
{
    DIR *dir = opendir(folder);
    (void)state;
    for (struct dirent *entry; dir != NULL && (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.' && remove(in_folder(entry->d_name)) != 0)
            return -1;
    if (dir != NULL)
        closedir(dir);
    return rmdir(folder);
}

static stead_db *open_at(const char *path)
{
    stead_error err;
    stead_db *db = NULL;
    must(stead_db_open(&db, path, &(stead_db_options){.create = true, .schema = STEAD_SCHEMA},
                       &err));
    return db;
}

stead_db *book_open(const char *name)
{
    return open_at(in_folder(name));
}

stead_db *memory_open(void)
{
    return open_at(":memory:");
}

int64_t ask(stead_db *db, const char *sql)
{
    stead_error err;
    stead_frame *frame = NULL;
    must(stead_db_query(&frame, db, sql, strlen(sql), NULL, 0, false, &err));
    int64_t answer = stead_frame_number(frame, 0, 0);
    stead_frame_free(frame);
    return answer;
}

stead_frame *payments(size_t rows, int64_t times)
{
    static const stead_column columns[] = {{"practice", STEAD_TEXT}, {"pence", STEAD_MONEY}};
    stead_error err;
    stead_frame *frame = NULL;
    must(stead_frame_create(&frame, columns, 2, &err));
    for (size_t i = 0; i < rows; i++) {
        char code[24];
        int len = snprintf(code, sizeof code, "P%05zu", i + 1);
        must(stead_frame_add_row(frame, &err));
        must(stead_frame_set_text(frame, 0, code, (size_t)len, &err));
        stead_frame_set_number(frame, 1, 100 * times);
        stead_frame_set_line(frame, (uint32_t)i + 2);
    }
    return frame;
}

stead_source source_of(const char *year, char digit)
{
    static char digests[8][65];
    static size_t next;
    char *digest = digests[next++ % 8];
    memset(digest, digit, 64);
    return (stead_source){.kind = "payments",
                          .title = "NHS Payments to General Practice",
                          .publisher = "NHS England",
                          .licence = "OGL-3.0",
                          .year = year,
                          .sha256 = digest,
                          .imported_at = "2026-11-21",
                          .bytes = STEAD_MISSING,
                          .rows = STEAD_MISSING};
}
