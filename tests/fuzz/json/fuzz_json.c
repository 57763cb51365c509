/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Any bytes as JSON: nothing may break, and what is read, written and read again is the same.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "sheet/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void write(const stead_json *value, stead_text *out)
{
    stead_error err;
    const stead_json *member;
    const char *key;
    void *at = NULL;
    size_t len;
    switch (stead_json_is(value)) {
    case STEAD_JSON_NULL:
    case STEAD_JSON_FALSE:
    case STEAD_JSON_TRUE:
        must(stead_text_add(out,
                            stead_json_is(value) == STEAD_JSON_NULL   ? "null "
                            : stead_json_is(value) == STEAD_JSON_TRUE ? "true "
                                                                      : "false",
                            5, &err) == STEAD_OK);
        break;
    case STEAD_JSON_INTEGER:
        must(stead_json_add_integer(out, stead_json_integer(value), &err) == STEAD_OK);
        break;
    case STEAD_JSON_REAL:
        must(stead_json_add_real(out, stead_json_real(value), &err) == STEAD_OK);
        break;
    case STEAD_JSON_TEXT:
        key = stead_json_text(value, &len);
        must(stead_json_add_text(out, key, len, &err) == STEAD_OK);
        break;
    case STEAD_JSON_LIST:
        must(stead_text_add_char(out, '[', &err) == STEAD_OK);
        for (size_t i = 0; i < stead_json_count(value); i++) {
            must(i == 0 || stead_text_add_char(out, ',', &err) == STEAD_OK);
            write(stead_json_item(value, i), out);
        }
        must(stead_text_add_char(out, ']', &err) == STEAD_OK);
        break;
    case STEAD_JSON_OBJECT:
        must(stead_text_add_char(out, '{', &err) == STEAD_OK);
        for (size_t i = 0; stead_json_member(value, &at, &key, &member); i++) {
            must(i == 0 || stead_text_add_char(out, ',', &err) == STEAD_OK);
            must(stead_json_add_text(out, key, strlen(key), &err) == STEAD_OK);
            must(stead_text_add_char(out, ':', &err) == STEAD_OK);
            write(member, out);
        }
        must(stead_text_add_char(out, '}', &err) == STEAD_OK);
        break;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    stead_json *root;
    stead_error err;
    stead_text once = {0}, twice = {0};
    if (stead_json_parse(&root, (const char *)bytes, len, &err) != STEAD_OK) {
        must(err.text[0] != '\0');
        return 0;
    }
    write(root, &once);
    stead_json_free(root);
    must(stead_json_parse(&root, once.bytes, once.len, &err) == STEAD_OK);
    write(root, &twice);
    stead_json_free(root);
    must(once.len == twice.len && memcmp(once.bytes, twice.bytes, once.len) == 0);
    stead_text_free(&once);
    stead_text_free(&twice);
    return 0;
}
