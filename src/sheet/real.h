/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/real: reals as text. */
#ifndef STEAD_SHEET_REAL_H
#define STEAD_SHEET_REAL_H

#include <stddef.h>

enum { STEAD_REAL_TEXT = 32 };

/* Writes the fewest digits that read back the same; the value is finite. Returns the length. */
size_t stead_real_format(double value, char out[STEAD_REAL_TEXT]);

#endif
