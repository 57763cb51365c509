/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/paths: where the program and its share folder are. */
#ifndef STEAD_HOST_PATHS_H
#define STEAD_HOST_PATHS_H

#include "base/status.h"

enum { STEAD_PATH_MAX = 4096 };

typedef struct {
    char folder[STEAD_PATH_MAX]; /* the program's own, links resolved; "." when not found */
} stead_paths;

/* Finds the program's folder from `program` as it was called: a path, or a name on PATH. */
void stead_paths_find(stead_paths *paths, const char *program);

/* Finds `name` ("england/…", or "" for the folder itself) in the first share folder that has
 * it: STEAD_SHARE when that is set, and nowhere else then; share/stead beside the program, or
 * one folder up; the source tree's. STEAD_NOTFOUND names what was looked for. */
stead_status stead_paths_share(const stead_paths *paths, const char *name,
                               char found[STEAD_PATH_MAX], stead_error *err);

#endif
