/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/xlsx_cell: references and texts as XLSX has them. */
#ifndef STEAD_SHEET_XLSX_CELL_H
#define STEAD_SHEET_XLSX_CELL_H

#include "sheet/zip_write.h"

enum { STEAD_XLSX_REFERENCE = 12 };

/* "AB12" for column 27 (0 = the first), row 12. */
void stead_xlsx_reference(size_t column, size_t row, char out[STEAD_XLSX_REFERENCE]);

/* Adds a text; characters that XML cannot hold become "_x000D_" (ECMA-376 part 1, 22.4.2.4). */
void stead_xlsx_put_text(stead_zip *zip, const char *text, size_t len);
void stead_xlsx_put_text_cell(stead_zip *zip, const char *reference, int style,
                              const char *text, size_t len);

#endif
