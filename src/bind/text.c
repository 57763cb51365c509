/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/text: dates and financial years, digests, the nearest word, and how wide text prints. */
#include "bind/bind.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/digest.h"
#include "base/text.h"

enum { FARTHEST = 3 }; /* edits at which a word is still worth suggesting */

/* text.date(text) -> "2023-04-01" | nil, message, code */
static int text_date(lua_State *L)
{
    stead_error err;
    stead_day day;
    size_t len;
    char out[STEAD_DATE_TEXT];
    const char *text = luaL_checklstring(L, 1, &len);
    if (stead_date_parse(text, len, &day, &err))
        return bind_fail(L, &err);
    stead_date_format(day, out);
    lua_pushstring(L, out);
    return 1;
}

/* text.words("2023-04-01") -> "1 April 2023" | nil, message, code */
static int text_words(lua_State *L)
{
    stead_error err;
    stead_day day;
    size_t len;
    char out[STEAD_DATE_TEXT];
    const char *text = luaL_checklstring(L, 1, &len);
    if (stead_date_parse(text, len, &day, &err))
        return bind_fail(L, &err);
    stead_date_words(day, out);
    lua_pushstring(L, out);
    return 1;
}

/* text.year("2023/24") -> 2023 | nil, message, code */
static int text_year(lua_State *L)
{
    stead_error err;
    int year;
    size_t len;
    const char *text = luaL_checklstring(L, 1, &len);
    if (stead_year_parse(text, len, &year, &err))
        return bind_fail(L, &err);
    lua_pushinteger(L, year);
    return 1;
}

/* text.year_text(2023) -> "2023/24" */
static int text_year_text(lua_State *L)
{
    char out[STEAD_DATE_TEXT];
    lua_Integer year = luaL_checkinteger(L, 1);
    luaL_argcheck(L, year >= 1900 && year <= 2200, 1, "a year from 1900 to 2200 expected");
    stead_year_format((int)year, out);
    lua_pushstring(L, out);
    return 1;
}

/* text.year_of("2023-04-01") -> 2023, the financial year that the day falls in | nil, … */
static int text_year_of(lua_State *L)
{
    stead_error err;
    stead_day day;
    size_t len;
    const char *text = luaL_checklstring(L, 1, &len);
    if (stead_date_parse(text, len, &day, &err))
        return bind_fail(L, &err);
    lua_pushinteger(L, stead_year_of(day));
    return 1;
}

/* text.digest(bytes) -> SHA-256 in 64 hexadecimal digits | nil, message, code */
static int text_digest(lua_State *L)
{
    stead_error err;
    size_t len;
    char out[STEAD_DIGEST_HEX];
    const char *bytes = luaL_checklstring(L, 1, &len);
    if (stead_digest_bytes(bytes, len, out, &err))
        return bind_fail(L, &err);
    lua_pushstring(L, out);
    return 1;
}

static stead_status digest_stream(stead_digest *digest, FILE *file, const char *path, char *out,
                                  stead_error *err)
{
    char block[16384];
    size_t len;
    while ((len = fread(block, 1, sizeof block, file)) > 0)
        if (stead_digest_add(digest, block, len, err))
            return err->code;
    if (ferror(file))
        return stead_fail(err, STEAD_IO, "%s: %s", path, strerror(errno));
    return stead_digest_finish(digest, out, err);
}

static stead_status digest_path(const char *path, char *out, stead_error *err)
{
    stead_digest *digest;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return stead_fail(err, errno == ENOENT ? STEAD_NOTFOUND : STEAD_IO, "%s: %s", path,
                          strerror(errno));
    stead_status rc = stead_digest_begin(&digest, err);
    if (rc == STEAD_OK) {
        rc = digest_stream(digest, file, path, out, err);
        stead_digest_free(digest);
    }
    fclose(file);
    return rc;
}

/* text.digest_file(path) -> SHA-256 of what the file holds | nil, message, code */
static int text_digest_file(lua_State *L)
{
    stead_error err;
    char out[STEAD_DIGEST_HEX];
    if (digest_path(luaL_checkstring(L, 1), out, &err))
        return bind_fail(L, &err);
    lua_pushstring(L, out);
    return 1;
}

/* text.nearest(word, list) -> the candidate that differs least, at most three edits and fewer
 * than half the word's length; ties go to the lesser in byte order; nil when none is near */
static int text_nearest(lua_State *L)
{
    size_t wlen, clen;
    const char *word = luaL_checklstring(L, 1, &wlen), *best = NULL;
    int least = FARTHEST + 1;
    luaL_checktype(L, 2, LUA_TTABLE);
    size_t count = (size_t)lua_rawlen(L, 2);
    for (size_t i = 1; i <= count; i++, lua_pop(L, 1)) {
        if (lua_rawgeti(L, 2, (lua_Integer)i) != LUA_TSTRING)
            continue;
        const char *candidate = lua_tolstring(L, -1, &clen);
        int far = stead_text_distance(word, wlen, candidate, clen, FARTHEST);
        bool near = far <= FARTHEST && (size_t)far * 2 < wlen;
        if (near && (far < least || (far == least && strcmp(candidate, best) < 0))) {
            least = far;
            best = candidate;
        }
    }
    lua_pushstring(L, best);
    return 1;
}

/* Code points that take no column of their own, or two. */
typedef struct {
    uint32_t from, to;
} span;

static bool within(uint32_t code, const span *spans, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (code >= spans[i].from && code <= spans[i].to)
            return true;
    return false;
}

static lua_Integer columns_of(uint32_t code)
{
    static const span none[] = {{0, 0x1F},        {0x7F, 0x9F},     {0x300, 0x36F},
                                {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F},
                                {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF}};
    static const span two[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},  {0x3041, 0xA4CF},
                               {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},  {0xFE30, 0xFE6F},
                               {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F},
                               {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
    if (within(code, none, sizeof none / sizeof *none))
        return 0;
    return within(code, two, sizeof two / sizeof *two) ? 2 : 1;
}

/* text.width(text) -> the columns it takes on a terminal */
static int text_width(lua_State *L)
{
    size_t len, bad;
    const char *text = luaL_checklstring(L, 1, &len);
    luaL_argcheck(L, stead_text_is_utf8(text, len, &bad), 1, "text is not UTF-8");
    lua_Integer width = 0;
    for (size_t i = 0; i < len;) {
        unsigned char first = (unsigned char)text[i++];
        uint32_t code = first < 0x80   ? first
                        : first < 0xE0 ? first & 0x1FU
                        : first < 0xF0 ? first & 0x0FU
                                       : first & 0x07U;
        for (; i < len && ((unsigned char)text[i] & 0xC0) == 0x80; i++)
            code = code << 6 | ((unsigned char)text[i] & 0x3FU);
        width += columns_of(code);
    }
    lua_pushinteger(L, width);
    return 1;
}

static const luaL_Reg library[] = {
    {"date", text_date},
    {"words", text_words},
    {"year", text_year},
    {"year_text", text_year_text},
    {"year_of", text_year_of},
    {"digest", text_digest},
    {"digest_file", text_digest_file},
    {"nearest", text_nearest},
    {"width", text_width},
    {NULL, NULL},
};

int bind_open_text(lua_State *L)
{
    luaL_newlib(L, library);
    return 1;
}
