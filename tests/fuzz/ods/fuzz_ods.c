/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Any bytes as the content of an OpenDocument spreadsheet: nothing may break, and rows are
 * given in order. */
#include "../workbook.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static const char *const names[] = {"mimetype", "content.xml"};
    pack_and_read(names, 2, "application/vnd.oasis.opendocument.spreadsheet", bytes, len);
    return 0;
}
