/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

stead_status stead_text_add(stead_text *t, const char *bytes, size_t len, stead_error *err)
{
    if (t->room - t->len < len + 1) {
        size_t room = t->room < 64 ? 64 : t->room;
        while (room - t->len < len + 1)
            room *= 2;
        char *grown = realloc(t->bytes, room);
        if (grown == NULL)
            return stead_nomem(err, "text");
        t->bytes = grown;
        t->room = room;
    }
    if (len > 0)
        memcpy(t->bytes + t->len, bytes, len);
    t->len += len;
    t->bytes[t->len] = '\0';
    return STEAD_OK;
}

stead_status stead_text_add_char(stead_text *t, char c, stead_error *err)
{
    return stead_text_add(t, &c, 1, err);
}

void stead_text_clear(stead_text *t)
{
    t->len = 0;
    if (t->bytes != NULL)
        t->bytes[0] = '\0';
}

void stead_text_free(stead_text *t)
{
    free(t->bytes);
    *t = (stead_text){0};
}

static unsigned char lower(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

enum { LONGEST_WORD = 64 };

static int least(int a, int b)
{
    return a < b ? a : b;
}

int stead_text_distance(const char *a, size_t alen, const char *b, size_t blen, int limit)
{
    int rows[3][LONGEST_WORD + 1];
    if (alen > LONGEST_WORD || blen > LONGEST_WORD)
        return limit + 1;
    for (size_t j = 0; j <= blen; j++)
        rows[0][j] = (int)j;
    for (size_t i = 1; i <= alen; i++) {
        int *now = rows[i % 3], *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];
        now[0] = (int)i;
        for (size_t j = 1; j <= blen; j++) {
            int same = lower(a[i - 1]) == lower(b[j - 1]);
            now[j] = least(before[j] + 1, least(now[j - 1] + 1, before[j - 1] + !same));
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                lower(a[i - 2]) == lower(b[j - 1]))
                now[j] = least(now[j], earlier[j - 2] + 1);
        }
    }
    return least(rows[alen % 3][blen], limit + 1);
}

/* How many bytes the character that starts with `first` takes, and the least code that may do
 * so. */
static int sequence_length(unsigned char first, uint32_t *least_code)
{
    if (first < 0x80)
        return *least_code = 0, 1;
    if (first >= 0xC2 && first <= 0xDF)
        return *least_code = 0x80, 2;
    if (first >= 0xE0 && first <= 0xEF)
        return *least_code = 0x800, 3;
    if (first >= 0xF0 && first <= 0xF4)
        return *least_code = 0x10000, 4;
    return 0;
}

bool stead_text_is_utf8(const char *bytes, size_t len, size_t *bad)
{
    for (size_t i = 0; i < len;) {
        uint32_t least_code, code;
        int n = sequence_length((unsigned char)bytes[i], &least_code);
        *bad = i;
        if (n == 0 || (size_t)n > len - i)
            return false;
        code = n == 1 ? (unsigned char)bytes[i] : (unsigned char)bytes[i] & (0xFFU >> (n + 1));
        for (int k = 1; k < n; k++) {
            unsigned char c = (unsigned char)bytes[i + (size_t)k];
            if ((c & 0xC0) != 0x80)
                return false;
            code = code << 6 | (c & 0x3F);
        }
        if (code < least_code || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
            return false;
        i += (size_t)n;
    }
    return true;
}

stead_status stead_text_add_cp1252(stead_text *t, const char *bytes, size_t len,
                                   stead_error *err)
{
    /* The codes of bytes 0x80 to 0x9F; 0 marks the five that stand for nothing. */
    static const uint16_t high[32] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)bytes[i];
        unsigned code = c >= 0x80 && c <= 0x9F ? high[c - 0x80] : c;
        if (code == 0 && c != 0)
            return stead_fail(err, STEAD_PARSE, "byte 0x%02X stands for nothing in cp1252", c);
        char utf8[3];
        size_t n = 0;
        if (code < 0x80) {
            utf8[n++] = (char)code;
        } else if (code < 0x800) {
            utf8[n++] = (char)(0xC0 | code >> 6);
            utf8[n++] = (char)(0x80 | (code & 0x3F));
        } else {
            utf8[n++] = (char)(0xE0 | code >> 12);
            utf8[n++] = (char)(0x80 | (code >> 6 & 0x3F));
            utf8[n++] = (char)(0x80 | (code & 0x3F));
        }
        if (stead_text_add(t, utf8, n, err) != STEAD_OK)
            return err->code;
    }
    return STEAD_OK;
}
