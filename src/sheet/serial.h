/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/serial: what the number formats of a workbook make of its numbers: dates, and codes
 * whose leading zeros are only shown. */
#ifndef STEAD_SHEET_SERIAL_H
#define STEAD_SHEET_SERIAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    STEAD_SHOWN_NUMBER,
    STEAD_SHOWN_DATE, /* also with a time of day */
    STEAD_SHOWN_TIME
} stead_shown;

typedef struct {
    stead_shown as;
    uint8_t zeros; /* "00000": at least five digits; else 0 */
} stead_format;

/* What a format code such as "dd/mm/yyyy" says, of which the first section counts. Elapsed
 * times
 * ("[h]:mm") stay numbers. */
stead_format stead_format_read(const char *code);

/* What the format that a workbook only numbers says (ECMA-376 part 1, 18.8.30). */
stead_format stead_format_built_in(uint32_t id);

enum { STEAD_SERIAL_TEXT = 32 };

/* Writes the day and time of a serial number, with the seconds rounded; false when it is no
 * number, or not one of a day from 1900 to 9999: 29 February 1900, which the 1900 system has,
 * is none. */
bool stead_serial_format(const char *digits, size_t len, stead_format format, bool from_1904,
                         char out[STEAD_SERIAL_TEXT]);

/* Writes the number with its leading zeros; false when it is not a whole number that is short
 * of them. */
bool stead_zeros_format(const char *digits, size_t len, stead_format format,
                        char out[STEAD_SERIAL_TEXT]);

#endif
