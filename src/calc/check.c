/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/check.h"

#include "model/frame.h"

stead_status stead_check_item(const char *what, const char *code, int64_t value,
                              stead_wide *sum, stead_error *err)
{
    if (value == STEAD_MISSING)
        return stead_fail(err, STEAD_RANGE, "%s of '%s' is missing", what, code);
    if (value < 0)
        return stead_fail(err, STEAD_RANGE, "%s of '%s' is negative", what, code);
    *sum += value;
    if (*sum > INT64_MAX)
        return stead_fail(err, STEAD_RANGE, "%s of '%s' brings the sum to more than fits", what,
                          code);
    return STEAD_OK;
}
