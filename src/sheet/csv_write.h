/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/csv_write: frames as CSV (RFC 4180), quoted only where needed. Money as plain pounds
 * with two decimals, rates as plain decimals ("0.036"), quantities with up to nine, reals in
 * the fewest digits that read back the same, a missing cell as nothing, an empty text as "". */
#ifndef STEAD_SHEET_CSV_WRITE_H
#define STEAD_SHEET_CSV_WRITE_H

#include "base/text.h"
#include "model/frame.h"

typedef enum { STEAD_LINE_LF, STEAD_LINE_CRLF } stead_line_end;

/* Appends the heading row and every row to `out`. STEAD_RANGE for a real that is not finite. */
stead_status stead_csv_format(const stead_frame *frame, stead_line_end lines, stead_text *out,
                              stead_error *err);

/* Writes the same to a file: aside first, then renamed into place, so that whatever happens the
 * file is either the old one or the new. STEAD_NOTFOUND when its folder is not there, STEAD_IO
 * when the file system refuses. */
stead_status stead_csv_save(const stead_frame *frame, const char *path, stead_line_end lines,
                            stead_error *err);

#endif
