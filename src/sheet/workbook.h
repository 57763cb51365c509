/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/workbook: opens a file for its rows, whichever format its content shows it to be: CSV,
 * XLSX or ODS. */
#ifndef STEAD_SHEET_WORKBOOK_H
#define STEAD_SHEET_WORKBOOK_H

#include "sheet/csv.h"
#include "sheet/record.h"
#include "sheet/xlsx_parts.h"

/* Which rows of the file. */
typedef struct {
    stead_encoding encoding; /* of CSV; workbooks say themselves */
    const char *sheet;       /* its name; NULL: by number */
    size_t number;           /* 1 = the first; 0: the only one */
} stead_choice;

/* Opens `path`. STEAD_NOTFOUND when there is no such file, or no such sheet, or several and
 * none chosen: the message lists them; STEAD_PARSE for a workbook of another kind (.xls), or
 * one that is damaged or locked; STEAD_MISMATCH when a sheet is asked for of a CSV file. */
stead_status stead_rows_open(stead_rows *out, const char *path, const stead_choice *choice,
                             stead_error *err);

/* The same of a workbook in memory, which takes the pack, also when it fails. */
stead_status stead_rows_open_pack(stead_rows *out, stead_pack *pack, const stead_choice *choice,
                                  stead_error *err);

/* Appends the names of the sheets of a workbook; a CSV file has none. */
stead_status stead_sheets_list(const char *path, stead_texts *names, stead_error *err);

#endif
