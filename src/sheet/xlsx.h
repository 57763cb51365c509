/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/xlsx: the rows of one sheet of an XLSX workbook (ECMA-376), one by one. Numbers keep
 * the digits the file holds; dates are told by their format; hidden rows are rows; of merged
 * cells the first has the value. */
#ifndef STEAD_SHEET_XLSX_H
#define STEAD_SHEET_XLSX_H

#include "sheet/record.h"
#include "sheet/xlsx_parts.h"

/* Appends the names of the sheets, in the workbook's order. */
stead_status stead_xlsx_sheets(stead_pack *pack, stead_texts *names, stead_error *err);

typedef struct stead_xlsx stead_xlsx;

/* Opens the sheet at `sheet` (0 = the first) of those named. The pack, and `name`, by which
 * messages call the sheet, must outlive it. */
stead_status stead_xlsx_open(stead_xlsx **out, stead_pack *pack, size_t sheet, const char *name,
                             stead_error *err);
void stead_xlsx_close(stead_xlsx *xlsx); /* NULL is fine */

/* As stead_rows_next; rows that the sheet leaves out are blank. STEAD_PARSE for rows or cells
 * out of order, outside the sheet or over 1 MB, and for references to texts that are not there;
 * STEAD_RANGE past the pack's limits. */
stead_status stead_xlsx_next(stead_xlsx *xlsx, stead_record *record, stead_error *err);

#endif
