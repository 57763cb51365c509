/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/ods_write: workbooks as OpenDocument spreadsheets (ISO 26300), laid out as those that
 * sheet/xlsx_write makes. */
#ifndef STEAD_SHEET_ODS_WRITE_H
#define STEAD_SHEET_ODS_WRITE_H

#include "sheet/book.h"

/* Writes a file, which is then either the old one or the new. As stead_book_check; STEAD_PARSE
 * also for texts with control characters other than tabs and line ends, which the format cannot
 * hold; STEAD_IO or STEAD_NOTFOUND when the file system refuses. */
stead_status stead_ods_save(const stead_book *book, const char *path, stead_error *err);

#endif
