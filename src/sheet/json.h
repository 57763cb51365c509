/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/json: JSON (RFC 8259) read, and its texts and numbers written, without losing a digit.
 */
#ifndef STEAD_SHEET_JSON_H
#define STEAD_SHEET_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "base/text.h"

enum { STEAD_JSON_DEEPEST = 2048 }; /* lists and objects within one another */

typedef enum {
    STEAD_JSON_NULL,
    STEAD_JSON_FALSE,
    STEAD_JSON_TRUE,
    STEAD_JSON_INTEGER,
    STEAD_JSON_REAL,
    STEAD_JSON_TEXT,
    STEAD_JSON_LIST,
    STEAD_JSON_OBJECT
} stead_json_kind;

typedef struct stead_json stead_json;

/* Reads one value, which may follow a byte order mark. STEAD_PARSE, with line and column, when
 * it is not JSON, has a key twice, is nested deeper than STEAD_JSON_DEEPEST, has a whole number
 * past 64 bits or a real that is too large. */
stead_status stead_json_parse(stead_json **out, const char *text, size_t len, stead_error *err);
void stead_json_free(stead_json *root); /* what stead_json_parse gave; NULL is fine */

stead_json_kind stead_json_is(const stead_json *value);
int64_t stead_json_integer(const stead_json *value);
double stead_json_real(const stead_json *value);
const char *stead_json_text(const stead_json *value, size_t *len);
size_t stead_json_count(const stead_json *value); /* of a list's items or an object's members */
const stead_json *stead_json_item(const stead_json *list, size_t i);

/* An object's members in the order they stand: false when there are no more. *at is NULL before
 * the first. */
bool stead_json_member(const stead_json *object, void **at, const char **key,
                       const stead_json **value);

/* Appends a text in quotes, escaped as far as JSON asks, STEAD_PARSE when it is not UTF-8; a
 * number in the fewest digits that read back the same, null when it is not finite. */
stead_status stead_json_add_text(stead_text *out, const char *text, size_t len,
                                 stead_error *err);
stead_status stead_json_add_integer(stead_text *out, int64_t value, stead_error *err);
stead_status stead_json_add_real(stead_text *out, double value, stead_error *err);

#endif
