/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/zip_write: a zip file written part by part, in memory that does not grow with it. The
 * same parts give the same bytes: no clock is asked. */
#ifndef STEAD_SHEET_ZIP_WRITE_H
#define STEAD_SHEET_ZIP_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

typedef struct stead_zip stead_zip;

/* Begins a file, written aside as sheet/aside has it. */
stead_status stead_zip_open(stead_zip **out, const char *path, stead_error *err);

/* What follows can be called without asking how it went: after the first failure nothing more
 * is written, and stead_zip_close says what it was. */

/* Ends the part in hand and begins another; `stored` ones are not packed. What is then added is
 * its content. STEAD_RANGE past 4 GB or 60,000 parts. */
void stead_zip_part(stead_zip *zip, const char *name, bool stored);
void stead_zip_add(stead_zip *zip, const void *bytes, size_t len);

/* Adds a text that is XML already, or one in which & < > and quotes are to be escaped. */
void stead_zip_put(stead_zip *zip, const char *xml);
void stead_zip_escape(stead_zip *zip, const char *text, size_t len);

/* Adds XML by a format; what it makes is under 512 bytes. */
__attribute__((format(printf, 2, 3))) void stead_zip_print(stead_zip *zip, const char *format,
                                                           ...);

/* Something else went wrong: the file is not to be. */
void stead_zip_fail(stead_zip *zip, const stead_error *err);

/* Ends the file and renames it into place; when anything went wrong removes it and says what.
 * Frees the zip. */
stead_status stead_zip_close(stead_zip *zip, stead_error *err);

#endif
