/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/ods: the rows of one sheet of an OpenDocument spreadsheet (ISO 26300), one by one.
 * Repeated rows and cells are given as often as they stand; hidden rows are rows; comments are
 * left out; of merged cells the first has the value. */
#ifndef STEAD_SHEET_ODS_H
#define STEAD_SHEET_ODS_H

#include "sheet/record.h"
#include "sheet/xlsx_parts.h"

/* Appends the names of the sheets, in order. */
stead_status stead_ods_sheets(stead_pack *pack, stead_texts *names, stead_error *err);

typedef struct stead_ods stead_ods;

/* Opens the sheet at `sheet` (0 = the first). The pack, and `name`, by which messages call the
 * sheet, must outlive it. */
stead_status stead_ods_open(stead_ods **out, stead_pack *pack, size_t sheet, const char *name,
                            stead_error *err);
void stead_ods_close(stead_ods *ods); /* NULL is fine */

/* As stead_rows_next. STEAD_PARSE for cells over 1 MB or outside the sheet, STEAD_RANGE past
 * the pack's limits. Blank rows at the end are not given. */
stead_status stead_ods_next(stead_ods *ods, stead_record *record, stead_error *err);

#endif
