/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *stead_status_name(stead_status code)
{
    static const char *const names[] = {"OK",       "NOMEM",     "RANGE",    "PARSE",
                                        "NOTFOUND", "DUPLICATE", "MISMATCH", "INFEASIBLE",
                                        "IO",       "DB",        "NEWER"};
    return names[code];
}

/* Cuts an unfinished UTF-8 character off the end of `text`, which fills its buffer. */
static void trim_utf8(char *text, size_t len)
{
    size_t start = len;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0xC0)
        text[start - 1] = '\0';
}

stead_status stead_fail(stead_error *err, stead_status code, const char *fmt, ...)
{
    va_list ap;
    err->code = code;
    va_start(ap, fmt);
    int wanted = vsnprintf(err->text, sizeof err->text, fmt, ap);
    va_end(ap);
    if (wanted >= (int)sizeof err->text)
        trim_utf8(err->text, sizeof err->text - 1);
    return code;
}

stead_status stead_nomem(stead_error *err, const char *what)
{
    return stead_fail(err, STEAD_NOMEM, "%s: not enough memory", what);
}
