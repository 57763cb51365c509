/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/check: what a calculation refuses to be given, said by name. */
#ifndef STEAD_CALC_CHECK_H
#define STEAD_CALC_CHECK_H

#include <stdint.h>

#include "base/status.h"
#include "base/wide.h"

/* Adds `value`, the `what` of `code`, to `sum`. STEAD_RANGE when it is missing (STEAD_MISSING)
 * or negative, or the sum no longer fits 64 bits; the text names the item: "weight of
 * 'E08000033' is negative". */
stead_status stead_check_item(const char *what, const char *code, int64_t value,
                              stead_wide *sum, stead_error *err);

#endif
