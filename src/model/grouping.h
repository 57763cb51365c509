/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* model/grouping: which group each row of a frame belongs to, by the texts of one or two
 * columns. */
#ifndef STEAD_MODEL_GROUPING_H
#define STEAD_MODEL_GROUPING_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "model/frame.h"

#define STEAD_NO_GROUP UINT32_MAX

typedef struct {
    uint32_t *group; /* for each row: its group, or STEAD_NO_GROUP when a text is missing */
    size_t rows;
    uint32_t *first; /* for each group: the first row that belongs to it */
    uint32_t *outer; /* for each group: the group of its first column alone */
    size_t count;    /* how many groups */
    size_t outer_count;
} stead_grouping;

/* Groups the rows of `frame` by column `outer` and, within it, column `inner` (the same column
 * for grouping by one). Groups are numbered in byte order of their texts. Free with
 * stead_grouping_free. */
stead_status stead_grouping_make(stead_grouping *out, const stead_frame *frame, size_t outer,
                                 size_t inner, stead_error *err);
void stead_grouping_free(stead_grouping *grouping);

#endif
