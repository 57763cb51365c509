/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* store/source: published files as they were read, and which of them is used. */
#ifndef STEAD_STORE_SOURCE_H
#define STEAD_STORE_SOURCE_H

#include "store/db.h"

/* A text may be NULL where the schema lets its column be missing; `bytes` and `rows` may be
 * STEAD_MISSING. `imported_at` comes from the caller: there is no clock here. */
typedef struct {
    const char *kind, *name, *title, *publisher, *licence, *edition, *year, *url, *retrieved,
        *sha256, *recipe, *imported_at;
    int64_t bytes, rows;
} stead_source;

/* Keeps a file's facts: the source, `frame` into `table` with the column `source`, and what was
 * left out (`left_out`: columns of the table of that name; or NULL), in one transaction. The
 * same kind, year and digest a second time changes nothing: *id is the earlier source and
 * *fresh is false. A changed file becomes a new source beside the old one. */
stead_status stead_source_import(stead_db *db, const stead_source *source, const char *table,
                                 const stead_frame *frame, const stead_frame *left_out,
                                 int64_t *id, bool *fresh, stead_error *err);

typedef struct {
    bool reference; /* it stands in the reference tables, not in the file itself */
    int64_t id;
} stead_source_place;

/* The source used for a kind and year: the pinned one, else the newest in the file itself, else
 * the one in use in the reference tables. STEAD_NOTFOUND lists the years there are, or names
 * the pin that has not been imported. */
stead_status stead_source_find(stead_source_place *out, stead_db *db, const char *kind,
                               const char *year, stead_error *err);

/* One row: the columns of the table `source`. */
stead_status stead_source_record(stead_frame **out, stead_db *db, stead_source_place place,
                                 stead_error *err);

/* The years that there are sources of a kind for, in order: one text column, `year`. */
stead_status stead_source_years(stead_frame **out, stead_db *db, const char *kind,
                                stead_error *err);

#endif
