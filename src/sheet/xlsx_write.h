/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/xlsx_write: workbooks as XLSX (ECMA-376). Figures keep all their digits, which a reader
 * through doubles rounds to 17; money, rates and days have their formats; headings are frozen
 * and marked as those of a table; sums are formulas that carry their values. The same book
 * gives the same bytes. */
#ifndef STEAD_SHEET_XLSX_WRITE_H
#define STEAD_SHEET_XLSX_WRITE_H

#include "sheet/book.h"

/* Writes a file, which is then either the old one or the new. As stead_book_check, and STEAD_IO
 * or STEAD_NOTFOUND when the file system refuses. */
stead_status stead_xlsx_save(const stead_book *book, const char *path, stead_error *err);

#endif
