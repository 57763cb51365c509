/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/ods_look: the styles of an OpenDocument spreadsheet that is written: "m" is money, "d"
 * a day, "n2" a number with two decimals, "p2" a percentage, "g" as it is, with "t" before them
 * a total; "title", "heading" and "wrapped"; "w20" a column of 20 characters, up to 90. */
#ifndef STEAD_SHEET_ODS_LOOK_H
#define STEAD_SHEET_ODS_LOOK_H

#include "sheet/book.h"
#include "sheet/zip_write.h"

enum { STEAD_ODS_STYLE = 8 };

/* The style of a column's cells; those of a total are bold. */
void stead_ods_style(const stead_look *look, bool total, char out[STEAD_ODS_STYLE]);

/* Writes what all these names mean. */
void stead_ods_write_styles(stead_zip *zip);

#endif
