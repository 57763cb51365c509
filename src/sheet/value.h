/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/value: the text of a cell made into a value of its field's kind. */
#ifndef STEAD_SHEET_VALUE_H
#define STEAD_SHEET_VALUE_H

#include "sheet/recipe.h"

/* The cell without the spaces around it. */
stead_cell stead_cell_trim(stead_cell cell);

/* Sets `column` of the frame's last row. STEAD_PARSE or STEAD_RANGE, quoting the text, when it
 * is not such a value: money that is not whole pence, a whole number that is not one, a code
 * that is not as the field's pattern says. Quantities are rounded at the ninth place, half away
 * from zero. A spreadsheet holds 15 digits, whatever it writes down: what must be exact is read
 * from a fraction rounded to so many ("1.1000000000000001" is 1.10). An error is no value. */
stead_status stead_value_set(const stead_field *field, bool commas, const stead_cell *cell,
                             stead_frame *frame, size_t column, stead_error *err);

#endif
