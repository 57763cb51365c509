/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/aside: a file written aside first, then renamed into place, so that whatever happens it
 * is either the old one or the new. */
#ifndef STEAD_SHEET_ASIDE_H
#define STEAD_SHEET_ASIDE_H

#include <stdio.h>

#include "base/text.h"

typedef struct {
    FILE *file;
    const char *path; /* the caller's */
    stead_text aside; /* where it is written */
} stead_aside;

/* Opens a new file beside `path`. STEAD_NOTFOUND when its folder is not there, STEAD_IO when
 * the file system refuses, or `path` is there and no ordinary file. */
stead_status stead_aside_open(stead_aside *aside, const char *path, stead_error *err);

/* What went wrong with the file last, from errno. */
stead_status stead_aside_refused(const stead_aside *aside, stead_error *err);

/* With STEAD_OK waits until the disk has all and renames; else, or when that fails, removes
 * what was written. Returns rc, or what went wrong. */
stead_status stead_aside_close(stead_aside *aside, stead_status rc, stead_error *err);

#endif
