/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/stream: a file that its recipe reads chunk by chunk, in memory that does not grow with
 * the file. */
#ifndef STEAD_SHEET_STREAM_H
#define STEAD_SHEET_STREAM_H

#include "sheet/recipe.h"

typedef struct stead_stream stead_stream;

/* Reads the headings; recipe and rows must outlive the stream. What only the whole file can
 * show (keys, sums, row counts) is not looked at: recipes with keys remember every one, so they
 * do not belong here. Refuses as stead_recipe_read does; also then *out is to be closed. */
stead_status stead_stream_open(stead_stream **out, const stead_recipe *recipe, stead_rows rows,
                               stead_error *err);

/* The next rows, `most` of them or what is left; NULL at the end. The frame is the stream's and
 * good until the next call. */
stead_status stead_stream_next(stead_stream *stream, size_t most, const stead_frame **out,
                               stead_error *err);

/* The heading that a field of the recipe was found under. */
const char *stead_stream_heading(const stead_stream *stream, size_t field);
void stead_stream_close(stead_stream *stream); /* NULL is fine */

#endif
