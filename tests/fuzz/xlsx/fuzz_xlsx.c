/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Any bytes as a zip file (first byte even), or as the parts of an XLSX workbook divided by the
 * byte 0: nothing may break, and rows are given in order. */
#include "../workbook.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static const char *const names[] = {
        "_rels/.rels",          "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml", "xl/styles.xml",   "xl/worksheets/sheet1.xml"};
    static const char rels[] =
        "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" "
        "Target=\"xl/workbook.xml\"/></Relationships>";
    if (len == 0)
        return 0;
    if (bytes[0] % 2 == 0)
        read_sheets(bytes + 1, len - 1);
    else
        pack_and_read(names, sizeof names / sizeof *names, rels, bytes + 1, len - 1);
    return 0;
}
