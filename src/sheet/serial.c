/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/serial.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

/* Format codes */

/* What one character or bracket of a code says; leaves *code past it. */
static char format_next(const char **code)
{
    const char *at = *code, *end;
    switch (*at) {
    case '"':
    case '[':
        end = strchr(at + 1, *at == '"' ? '"' : ']');
        *code = end == NULL ? at + strlen(at) : end + 1;
        /* An elapsed time is a number; colours, conditions and currencies say nothing. */
        return *at == '[' && strchr("hHmMsS", at[1]) != NULL && at[1] != '\0' &&
                       (at[2] == ']' || at[2] == at[1])
                   ? 'e'
                   : ' ';
    case '\\':
    case '_':
    case '*':
        *code = at[1] == '\0' ? at + 1 : at + 2;
        return ' ';
    default:
        *code = at + 1;
        return *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
    }
}

stead_format stead_format_read(const char *code)
{
    stead_format format = {STEAD_SHOWN_NUMBER, 0};
    size_t zeros = strspn(code, "0");
    bool day = false, month = false, time = false;
    if (strncmp(code, "General", 7) == 0)
        return format;
    if (code[zeros] == '\0' && zeros > 1 && zeros < STEAD_SERIAL_TEXT)
        format.zeros = (uint8_t)zeros;
    while (*code != '\0' && *code != ';') {
        char c = format_next(&code);
        if (c == 'e')
            return format;
        day = day || c == 'd' || c == 'y';
        month = month || c == 'm';
        time = time || c == 'h' || c == 's';
    }
    if (day || (month && !time))
        format.as = STEAD_SHOWN_DATE;
    else if (time)
        format.as = STEAD_SHOWN_TIME;
    return format;
}

stead_format stead_format_built_in(uint32_t id)
{
    stead_format format = {STEAD_SHOWN_NUMBER, 0};
    bool date =
        (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    if (date)
        format.as = STEAD_SHOWN_DATE;
    else if ((id >= 18 && id <= 21) || id == 45 || id == 47)
        format.as = STEAD_SHOWN_TIME;
    return format;
}

/* Numbers */

static bool copy_digits(const char *digits, size_t len, char out[STEAD_SERIAL_TEXT])
{
    if (len == 0 || len >= STEAD_SERIAL_TEXT)
        return false;
    memcpy(out, digits, len);
    out[len] = '\0';
    return true;
}

bool stead_serial_format(const char *digits, size_t len, stead_format format, bool from_1904,
                         char out[STEAD_SERIAL_TEXT])
{
    enum { SECONDS = 86400, NO_DAY = 60, LAST_DAY = 2932896 /* 31 December 9999 */ };
    enum { EPOCH_1900 = -25569, EPOCH_1904 = -24107 };
    char text[STEAD_SERIAL_TEXT], *end;
    if (!copy_digits(digits, len, text))
        return false;
    double serial = strtod(text, &end);
    if (*end != '\0' || !(serial >= 0) || serial > LAST_DAY - EPOCH_1900)
        return false;
    int day = (int)floor(serial), second = (int)floor((serial - day) * SECONDS + 0.5);
    if (second == SECONDS) {
        second = 0;
        day++;
    }
    int h = second / 3600, m = second / 60 % 60, s = second % 60;
    if (format.as == STEAD_SHOWN_TIME && day == 0) {
        snprintf(out, STEAD_SERIAL_TEXT, "%02d:%02d:%02d", h, m, s);
        return true;
    }
    if (!from_1904 && (day == 0 || day == NO_DAY))
        return false;
    char date[STEAD_DATE_TEXT];
    int shift = from_1904 ? EPOCH_1904 : day < NO_DAY ? EPOCH_1900 + 1 : EPOCH_1900;
    if (day + shift > LAST_DAY)
        return false;
    stead_date_format(day + shift, date);
    if (second == 0 && format.as == STEAD_SHOWN_DATE)
        snprintf(out, STEAD_SERIAL_TEXT, "%.10s", date);
    else
        snprintf(out, STEAD_SERIAL_TEXT, "%.10sT%02d:%02d:%02d", date, h, m, s);
    return true;
}

bool stead_zeros_format(const char *digits, size_t len, stead_format format,
                        char out[STEAD_SERIAL_TEXT])
{
    if (len >= format.zeros)
        return false;
    for (size_t i = 0; i < len; i++)
        if (digits[i] < '0' || digits[i] > '9')
            return false;
    memset(out, '0', format.zeros - len);
    memcpy(out + format.zeros - len, digits, len);
    out[format.zeros] = '\0';
    return true;
}
