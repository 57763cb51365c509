/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/gather: rows brought together that have the same keys, in order of first appearance. */
#ifndef STEAD_CALC_GATHER_H
#define STEAD_CALC_GATHER_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

/* Splits groups further: rows that were together and have the same key stay together. `groups`
 * holds each row's group and is changed; groups are numbered from 0 in order of first row.
 * Begin with all zeros. Gives how many there are. */
stead_status stead_gather(const uint64_t *keys, size_t rows, uint32_t *groups, size_t *count,
                          stead_error *err);

/* Lists the rows group by group, in their order: those of group g are rows[starts[g]] to before
 * rows[starts[g + 1]]. `starts` is count + 1 long and `rows` as long as `groups`. */
void stead_gather_rows(const uint32_t *groups, size_t row_count, size_t count, size_t *starts,
                       size_t *rows);

#endif
