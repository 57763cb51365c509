/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/files: what a program does with files and folders that C itself leaves out. */
#ifndef STEAD_HOST_FILES_H
#define STEAD_HOST_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

bool stead_file_exists(const char *path);
bool stead_file_is_folder(const char *path);

/* Names in a folder, without . and .., in byte order. All zeros is none; free afterwards. */
typedef struct {
    char **names;
    size_t len;
} stead_names;

stead_status stead_file_list(const char *folder, stead_names *names, stead_error *err);
void stead_names_free(stead_names *names);

/* Makes a folder and those above it; a folder that is there already is no error. */
stead_status stead_file_make_folder(const char *path, stead_error *err);

stead_status stead_file_remove(const char *path, stead_error *err);
stead_status stead_file_rename(const char *from, const char *to, stead_error *err);

/* Writes a whole file: beside its place, to the disk, then renamed into it. A failure leaves
 * what was there before. */
stead_status stead_file_write(const char *path, const char *bytes, size_t len,
                              stead_error *err);

/* STEAD_NOTFOUND or STEAD_IO with errno's words: "'path': cannot be <done>: <why>". */
stead_status stead_file_fail(stead_error *err, const char *path, const char *done);

#endif
