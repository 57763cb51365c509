/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/json.h"

#include <assert.h>
#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "sheet/real.h"

static_assert(JSON_INTEGER_IS_LONG_LONG && sizeof(json_int_t) == 8, "whole numbers are exact");

static const json_t *as_json(const stead_json *value)
{
    return (const json_t *)value;
}

/* Reading */

stead_status stead_json_parse(stead_json **out, const char *text, size_t len, stead_error *err)
{
    json_error_t error;
    bool marked = len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
    json_t *root =
        json_loadb(text + (marked ? 3 : 0), len - (marked ? 3 : 0),
                   JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
    if (root == NULL && json_error_code(&error) == json_error_out_of_memory)
        return stead_nomem(err, "json");
    if (root == NULL)
        return stead_fail(err, STEAD_PARSE, "line %d, column %d: %s", error.line,
                          error.column < 0 ? 0 : error.column, error.text);
    *out = (stead_json *)root;
    return STEAD_OK;
}

void stead_json_free(stead_json *root)
{
    json_decref((json_t *)root);
}

stead_json_kind stead_json_is(const stead_json *value)
{
    switch (json_typeof(as_json(value))) {
    case JSON_FALSE:
        return STEAD_JSON_FALSE;
    case JSON_TRUE:
        return STEAD_JSON_TRUE;
    case JSON_INTEGER:
        return STEAD_JSON_INTEGER;
    case JSON_REAL:
        return STEAD_JSON_REAL;
    case JSON_STRING:
        return STEAD_JSON_TEXT;
    case JSON_ARRAY:
        return STEAD_JSON_LIST;
    case JSON_OBJECT:
        return STEAD_JSON_OBJECT;
    case JSON_NULL:
    default:
        return STEAD_JSON_NULL;
    }
}

int64_t stead_json_integer(const stead_json *value)
{
    return json_integer_value(as_json(value));
}

double stead_json_real(const stead_json *value)
{
    return json_real_value(as_json(value));
}

const char *stead_json_text(const stead_json *value, size_t *len)
{
    *len = json_string_length(as_json(value));
    return json_string_value(as_json(value));
}

size_t stead_json_count(const stead_json *value)
{
    return json_is_array(as_json(value)) ? json_array_size(as_json(value))
                                         : json_object_size(as_json(value));
}

const stead_json *stead_json_item(const stead_json *list, size_t i)
{
    return (const stead_json *)json_array_get(as_json(list), i);
}

bool stead_json_member(const stead_json *object, void **at, const char **key,
                       const stead_json **value)
{
    json_t *members = (json_t *)object; /* it is only looked at */
    *at = *at == NULL ? json_object_iter(members) : json_object_iter_next(members, *at);
    if (*at == NULL)
        return false;
    *key = json_object_iter_key(*at);
    *value = (const stead_json *)json_object_iter_value(*at);
    return true;
}

/* Writing */

/* The escape of a character; 0 when it stands for itself. */
static int escape_of(char c, char out[8])
{
    static const char shorts[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    for (const char *at = shorts; *at != '\0'; at += 2)
        if (*at == c)
            return snprintf(out, 8, "\\%c", at[1]);
    if ((unsigned char)c < ' ' || c == 0x7F)
        return snprintf(out, 8, "\\u%04x", (unsigned)(unsigned char)c);
    return 0;
}

stead_status stead_json_add_text(stead_text *out, const char *text, size_t len,
                                 stead_error *err)
{
    size_t plain = 0, bad;
    if (!stead_text_is_utf8(text, len, &bad))
        return stead_fail(err, STEAD_PARSE, "byte %zu of a text is not utf-8", bad + 1);
    stead_status rc = stead_text_add_char(out, '"', err);
    for (size_t i = 0; rc == STEAD_OK && i < len; i++) {
        char escape[8];
        int n = escape_of(text[i], escape);
        if (n == 0)
            continue;
        rc = stead_text_add(out, text + plain, i - plain, err);
        if (rc == STEAD_OK)
            rc = stead_text_add(out, escape, (size_t)n, err);
        plain = i + 1;
    }
    if (rc == STEAD_OK)
        rc = stead_text_add(out, text + plain, len - plain, err);
    return rc == STEAD_OK ? stead_text_add_char(out, '"', err) : rc;
}

stead_status stead_json_add_integer(stead_text *out, int64_t value, stead_error *err)
{
    char text[24];
    int len = snprintf(text, sizeof text, "%" PRId64, value);
    return stead_text_add(out, text, (size_t)len, err);
}

stead_status stead_json_add_real(stead_text *out, double value, stead_error *err)
{
    char text[STEAD_REAL_TEXT];
    if (!isfinite(value))
        return stead_text_add(out, "null", 4, err);
    return stead_text_add(out, text, stead_real_format(value, text), err);
}
