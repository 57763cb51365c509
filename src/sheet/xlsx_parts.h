/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/xlsx_parts: what an XLSX workbook keeps beside its sheets: their names and places, the
 * texts they share, how numbers are shown. */
#ifndef STEAD_SHEET_XLSX_PARTS_H
#define STEAD_SHEET_XLSX_PARTS_H

#include "base/text.h"
#include "sheet/pack.h"
#include "sheet/serial.h"

/* Texts one after another, each with a NUL behind it. */
typedef struct {
    stead_text text;
    uint32_t *begins;
    size_t count, room;
} stead_texts;

stead_status stead_texts_add(stead_texts *texts, const char *text, size_t len,
                             stead_error *err);
const char *stead_texts_at(const stead_texts *texts, size_t i,
                           size_t *len); /* len may be NULL */
void stead_texts_free(stead_texts *texts);

typedef struct {
    stead_texts names, parts; /* of the sheets, in the workbook's order */
    char *strings, *styles;   /* their parts; NULL: none */
    bool from_1904;
} stead_xlsx_book;

/* Finds the workbook and its sheets. STEAD_PARSE when the file is no workbook, a part lies
 * outside the file, or there are over 1,000 sheets. Free the book also when it fails. */
stead_status stead_xlsx_book_read(stead_xlsx_book *book, stead_pack *pack, stead_error *err);
void stead_xlsx_book_free(stead_xlsx_book *book);

/* The shared texts: rich text joined, phonetic text left out. */
stead_status stead_xlsx_strings_read(stead_texts *strings, stead_pack *pack, const char *part,
                                     stead_error *err);

typedef struct {
    stead_format *formats; /* by a cell's style */
    size_t count;
} stead_xlsx_styles;

/* Free the styles also when it fails. */
stead_status stead_xlsx_styles_read(stead_xlsx_styles *styles, stead_pack *pack,
                                    const char *part, stead_error *err);
void stead_xlsx_styles_free(stead_xlsx_styles *styles);

/* Puts the characters that XML cannot hold back into a text: "_x000D_" (ECMA-376 part 1,
 * 22.4.2.4). Returns the new length. */
size_t stead_xlsx_unescape(char *text, size_t len);

#endif
