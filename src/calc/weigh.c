/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/weigh.h"

#include <math.h>
#include <string.h>

#include "base/wide.h"
#include "model/frame.h"
#include "model/grouping.h"

static stead_status weigh_column(const int64_t *column, size_t at, size_t width, size_t rows,
                                 const uint32_t *group, int64_t *sums, uint32_t *blanks,
                                 stead_error *err)
{
    for (size_t row = 0; row < rows; row++) {
        if (group[row] == STEAD_NO_GROUP)
            continue;
        size_t cell = (size_t)group[row] * width + at;
        if (column[row] == STEAD_MISSING) {
            if (blanks != NULL)
                blanks[cell]++;
        } else if (__builtin_add_overflow(sums[cell], column[row], &sums[cell])) {
            return stead_fail(err, STEAD_RANGE,
                              "row %zu brings the sum of column %zu to more "
                              "than fits",
                              row + 1, at + 1);
        }
    }
    return STEAD_OK;
}

stead_status stead_weigh(const int64_t *const *columns, size_t width, size_t rows,
                         const uint32_t *group, size_t groups, int64_t *sums, uint32_t *blanks,
                         stead_error *err)
{
    if (groups * width > 0) {
        memset(sums, 0, groups * width * sizeof *sums);
        if (blanks != NULL)
            memset(blanks, 0, groups * width * sizeof *blanks);
    }
    for (size_t at = 0; at < width; at++)
        if (weigh_column(columns[at], at, width, rows, group, sums, blanks, err) != STEAD_OK)
            return err->code;
    return STEAD_OK;
}

stead_status stead_combine(const int64_t *sums, size_t width, size_t groups,
                           const int64_t *factors, int64_t *weights, stead_error *err)
{
    for (size_t g = 0; g < groups; g++) {
        stead_wide total = 0;
        bool fits = true;
        for (size_t at = 0; at < width; at++)
            fits = fits && stead_wide_add(total, (stead_wide)sums[g * width + at] * factors[at],
                                          &total);
        if (!fits ||
            !stead_wide_to_i64(stead_wide_div(total, STEAD_NANO, STEAD_HALF_AWAY), &weights[g]))
            return stead_fail(err, STEAD_RANGE, "weight of group %zu is more than fits", g + 1);
    }
    return STEAD_OK;
}

double stead_index(int64_t part, int64_t part_people, int64_t whole, int64_t whole_people)
{
    bool missing = part == STEAD_MISSING || part_people == STEAD_MISSING ||
                   whole == STEAD_MISSING || whole_people == STEAD_MISSING;
    if (missing || part_people == 0 || whole == 0 || whole_people == 0)
        return NAN;
    return ((double)part / (double)part_people) / ((double)whole / (double)whole_people);
}
