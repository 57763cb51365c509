/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/xlsx_cell.h"

#include <stdio.h>
#include <string.h>

void stead_xlsx_reference(size_t column, size_t row, char out[STEAD_XLSX_REFERENCE])
{
    char letters[4];
    int n = 0;
    for (size_t left = column + 1; left > 0 && n < 4; left = (left - 1) / 26)
        letters[n++] = (char)('A' + (left - 1) % 26);
    int len = 0;
    while (n > 0)
        out[len++] = letters[--n];
    snprintf(out + len, (size_t)(STEAD_XLSX_REFERENCE - len), "%u", (unsigned)row & 0xFFFFFFu);
}

static bool is_escape(const char *text, size_t len)
{
    if (len < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
        return false;
    for (size_t i = 2; i < 6; i++)
        if (strchr("0123456789abcdefABCDEF", text[i]) == NULL)
            return false;
    return true;
}

/* How many bytes at `text` are a character that XML cannot hold, or look like the escape of
 * one: 0 when neither. */
static size_t unwritable(const char *text, size_t len)
{
    unsigned char c = (unsigned char)text[0];
    if ((c < ' ' && c != '\n' && c != '\t') || is_escape(text, len))
        return 1;
    return len >= 3 && (memcmp(text, "\xEF\xBF\xBE", 3) == 0 ||
                        memcmp(text, "\xEF\xBF\xBF", 3) == 0)
               ? 3
               : 0;
}

void stead_xlsx_put_text(stead_zip *zip, const char *text, size_t len)
{
    size_t plain = 0;
    for (size_t i = 0; i < len; i++) {
        size_t bad = unwritable(text + i, len - i);
        if (bad == 0)
            continue;
        stead_zip_escape(zip, text + plain, i - plain);
        stead_zip_print(zip, "_x%04X_",
                        bad == 3 ? 0xFF00u | ((unsigned char)text[i + 2] + 0x40u)
                                 : (unsigned char)text[i]);
        plain = i + bad;
        i = plain - 1;
    }
    stead_zip_escape(zip, text + plain, len - plain);
}

void stead_xlsx_put_text_cell(stead_zip *zip, const char *reference, int style,
                              const char *text, size_t len)
{
    stead_zip_print(zip, "<c r=\"%s\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">",
                    reference, style);
    stead_xlsx_put_text(zip, text, len);
    stead_zip_put(zip, "</t></is></c>");
}
