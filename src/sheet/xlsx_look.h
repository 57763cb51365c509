/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/xlsx_look: the styles of a workbook that is written. */
#ifndef STEAD_SHEET_XLSX_LOOK_H
#define STEAD_SHEET_XLSX_LOOK_H

#include "sheet/book.h"
#include "sheet/zip_write.h"

#define STEAD_XLSX_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml"

/* Of cells that are no figures; 0 is a plain one. */
enum { STEAD_XLSX_TITLE = 1, STEAD_XLSX_HEADING = 2, STEAD_XLSX_WRAPPED = 3 };

/* The style of a column's cells; those of a total are bold. */
int stead_xlsx_style(const stead_look *look, bool total);

/* Writes what all these numbers mean. */
void stead_xlsx_write_styles(stead_zip *zip);

#endif
