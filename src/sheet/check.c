/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/check.h"

#include <assert.h>

#include "base/decimal.h"
#include "base/wide.h"

stead_status stead_check_rows(const stead_recipe *recipe, const char *name,
                              const stead_frame *frame, stead_error *err)
{
    size_t rows = stead_frame_height(frame);
    if (!recipe->counted || (rows >= recipe->row_least && rows <= recipe->row_most))
        return STEAD_OK;
    return stead_fail(err, STEAD_MISMATCH,
                      "%s: %zu rows, where %zu to %zu must be; the file may be cut short or of "
                      "another edition",
                      name, rows, recipe->row_least, recipe->row_most);
}

static bool column_sum(const stead_frame *frame, size_t column, int64_t *out)
{
    const int64_t *cells = stead_frame_numbers(frame, column);
    stead_wide sum = 0; /* 2^63 cells of 2^63 would fit */
    for (size_t i = 0; i < stead_frame_height(frame); i++)
        if (cells[i] != STEAD_MISSING)
            sum += cells[i];
    return stead_wide_to_i64(sum, out);
}

static int places_of(stead_kind kind)
{
    return kind == STEAD_INTEGER ? 0 : kind == STEAD_MONEY ? 2 : 9;
}

stead_status stead_check_sum(const stead_sums *sums, size_t of, const char *name,
                             const stead_frame *frame, stead_error *err)
{
    int64_t sum, wanted, apart;
    char texts[4][STEAD_DECIMAL_TEXT];
    stead_kind kind = stead_frame_kind(frame, of);
    assert(kind == stead_frame_kind(frame, sums->to));
    if (!column_sum(frame, of, &sum) || !column_sum(frame, sums->to, &wanted) ||
        !stead_wide_to_i64((stead_wide)sum - wanted, &apart) || apart == INT64_MIN)
        return stead_fail(err, STEAD_RANGE, "%s: the sum of '%s' or of '%s' is too large", name,
                          stead_frame_name(frame, of), stead_frame_name(frame, sums->to));
    apart = apart < 0 ? -apart : apart;
    if (apart <= sums->within)
        return STEAD_OK;
    int64_t figures[4] = {sum, wanted, apart, sums->within};
    for (int i = 0; i < 4; i++)
        stead_decimal_format(figures[i], places_of(kind), 0, STEAD_DECIMAL_GROUP, texts[i]);
    return stead_fail(err, STEAD_MISMATCH,
                      "%s: the sum of '%s' is %s, that of '%s' %s: they are %s apart, and may "
                      "be %s",
                      name, stead_frame_name(frame, of), texts[0],
                      stead_frame_name(frame, sums->to), texts[1], texts[2], texts[3]);
}
