/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/pattern: what codes look like, in the part of Lua's patterns that needs no more than
 * one pass: characters, '.', %d %a %u %l %w, [sets], each alone or with ? or + or *. */
#ifndef STEAD_SHEET_PATTERN_H
#define STEAD_SHEET_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

/* STEAD_PARSE, saying what is wrong, when `pattern` is not one. */
stead_status stead_pattern_check(const char *pattern, stead_error *err);

/* Whether the whole of `text` is as `pattern`, which has been checked, says. ? + * take as much
 * as they can and give nothing back. */
bool stead_pattern_match(const char *pattern, const char *text, size_t len);

#endif
