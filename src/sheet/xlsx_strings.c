/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "sheet/xlsx_parts.h"
#include "sheet/xml.h"

/* Texts */

stead_status stead_texts_add(stead_texts *texts, const char *text, size_t len, stead_error *err)
{
    if (texts->count == texts->room) {
        size_t room = texts->room == 0 ? 256 : texts->room * 2;
        uint32_t *grown = realloc(texts->begins, room * sizeof *grown);
        if (grown == NULL)
            return stead_nomem(err, "texts");
        texts->begins = grown;
        texts->room = room;
    }
    size_t begin = texts->text.len;
    if (begin > UINT32_MAX - len - 1)
        return stead_fail(err, STEAD_RANGE, "there is more shared text than can be held");
    stead_status rc = stead_text_add(&texts->text, text, len, err);
    if (rc == STEAD_OK)
        rc = stead_text_add_char(&texts->text, '\0', err);
    if (rc == STEAD_OK)
        texts->begins[texts->count++] = (uint32_t)begin;
    return rc;
}

const char *stead_texts_at(const stead_texts *texts, size_t i, size_t *len)
{
    size_t end = i + 1 < texts->count ? texts->begins[i + 1] : texts->text.len;
    if (len != NULL)
        *len = end - texts->begins[i] - 1;
    return texts->text.bytes + texts->begins[i];
}

void stead_texts_free(stead_texts *texts)
{
    stead_text_free(&texts->text);
    free(texts->begins);
    *texts = (stead_texts){0};
}

/* Escapes */

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The code of "_xHHHH_"; -1 when `text` is not one. */
static int escape_code(const char *text, size_t len)
{
    int code = 0;
    if (len < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
        return -1;
    for (int i = 2; i < 6; i++) {
        if (hex_digit(text[i]) < 0)
            return -1;
        code = code * 16 + hex_digit(text[i]);
    }
    return code;
}

/* Writes a character in UTF-8, which is never longer than its escape; returns its length. */
static size_t put_character(char *out, int code)
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    out[0] = (char)(0xE0 | code >> 12);
    out[1] = (char)(0x80 | (code >> 6 & 0x3F));
    out[2] = (char)(0x80 | (code & 0x3F));
    return 3;
}

size_t stead_xlsx_unescape(char *text, size_t len)
{
    size_t out = 0;
    const char *first = memchr(text, '_', len);
    if (first == NULL)
        return len;
    for (size_t i = 0; i < len;) {
        int code = escape_code(text + i, len - i);
        if (code > 0 && (code < 0xD800 || code > 0xDFFF)) {
            out += put_character(text + out, code);
            i += 7;
        } else {
            text[out++] = text[i++];
        }
    }
    return out;
}

/* Shared texts: <sst><si><t>, or <si><r><t>… with <rPh> left out. */

typedef struct {
    stead_texts *texts;
    stead_text text; /* of the item in hand */
    bool in_item, in_text;
    int phonetic; /* elements of phonetic text around */
} strings;

static stead_status strings_start(void *self, const char *name, const char **attributes,
                                  stead_error *err)
{
    strings *s = self;
    (void)attributes;
    (void)err;
    name = stead_xml_local(name);
    if (strcmp(name, "si") == 0) {
        s->in_item = true;
        stead_text_clear(&s->text);
    } else if (strcmp(name, "rPh") == 0) {
        s->phonetic++;
    } else if (strcmp(name, "t") == 0) {
        s->in_text = s->in_item && s->phonetic == 0;
    }
    return STEAD_OK;
}

static stead_status strings_text(void *self, const char *text, size_t len, stead_error *err)
{
    strings *s = self;
    return s->in_text ? stead_text_add(&s->text, text, len, err) : STEAD_OK;
}

static stead_status strings_end(void *self, const char *name, stead_error *err)
{
    strings *s = self;
    name = stead_xml_local(name);
    if (strcmp(name, "rPh") == 0)
        s->phonetic--;
    s->in_text = false;
    if (strcmp(name, "si") != 0)
        return STEAD_OK;
    s->in_item = false;
    size_t len = s->text.len == 0 ? 0 : stead_xlsx_unescape(s->text.bytes, s->text.len);
    return stead_texts_add(s->texts, len == 0 ? "" : s->text.bytes, len, err);
}

stead_status stead_xlsx_strings_read(stead_texts *texts, stead_pack *pack, const char *part,
                                     stead_error *err)
{
    static const stead_xml_class is = {strings_start, strings_end, strings_text};
    strings s = {.texts = texts};
    stead_status rc = stead_xml_read(pack, part, &is, &s, err);
    stead_text_free(&s.text);
    return rc;
}
