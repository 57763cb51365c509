/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* model/arrange: a frame made from another: some of its columns, its first rows, its rows in
 * another order. Lines of source files go with their rows. */
#ifndef STEAD_MODEL_ARRANGE_H
#define STEAD_MODEL_ARRANGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "model/frame.h"

/* The columns at `columns`, in that order. STEAD_DUPLICATE when one is asked for twice. */
stead_status stead_frame_select(stead_frame **out, const stead_frame *frame,
                                const size_t *columns, size_t count, stead_error *err);

/* The first `count` rows, or all when there are fewer. */
stead_status stead_frame_head(stead_frame **out, const stead_frame *frame, size_t count,
                              stead_error *err);

/* The rows by the cells of `column`: texts in byte order, numbers by value; missing cells last
 * either way; equal cells keep the order they had. */
stead_status stead_frame_sorted(stead_frame **out, const stead_frame *frame, size_t column,
                                bool descending, stead_error *err);

/* All the columns, and a text column called `name` after them, or in place of the one that has
 * that name: `texts` by row, NULL for missing. */
stead_status stead_frame_with_texts(stead_frame **out, const stead_frame *frame,
                                    const char *name, const char *const *texts,
                                    stead_error *err);

#endif
