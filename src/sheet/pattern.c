/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/pattern.h"

#include <string.h>

static bool between(unsigned char c, char least, char most)
{
    return c >= (unsigned char)least && c <= (unsigned char)most;
}

static bool class_has(char class, unsigned char c)
{
    switch (class) {
    case 'd':
        return between(c, '0', '9');
    case 'u':
        return between(c, 'A', 'Z');
    case 'l':
        return between(c, 'a', 'z');
    case 'a':
        return between(c, 'A', 'Z') || between(c, 'a', 'z');
    case 'w':
        return between(c, 'A', 'Z') || between(c, 'a', 'z') || between(c, '0', '9');
    default:
        return c == (unsigned char)class; /* %. %- and so on: the character itself */
    }
}

/* Where the item at `p` ends: one character, %x, or [set]; NULL when it never does. */
static const char *item_end(const char *p)
{
    if (*p == '%')
        return p[1] == '\0' ? NULL : p + 2;
    if (*p != '[')
        return p + 1;
    for (p += p[1] == '^' ? 2 : 1; *p != ']'; p++) {
        if (*p == '%')
            p++;
        if (*p == '\0')
            return NULL;
    }
    return p + 1;
}

static bool set_has(const char *p, const char *end, unsigned char c)
{
    bool wanted = p[1] != '^';
    for (p += wanted ? 1 : 2; p < end - 1; p++) {
        bool has;
        if (*p == '%') {
            has = class_has(*++p, c);
        } else if (p[1] == '-' && p + 2 < end - 1) {
            has = between(c, p[0], p[2]);
            p += 2;
        } else {
            has = c == (unsigned char)*p;
        }
        if (has)
            return wanted;
    }
    return !wanted;
}

static bool item_has(const char *p, const char *end, unsigned char c)
{
    if (*p == '[')
        return set_has(p, end, c);
    if (*p == '%')
        return class_has(p[1], c);
    return *p == '.' || c == (unsigned char)*p;
}

stead_status stead_pattern_check(const char *pattern, stead_error *err)
{
    for (const char *p = pattern; *p != '\0';) {
        const char *end = item_end(p);
        if (*p == '?' || *p == '+' || *p == '*' || *p == '(' || *p == ')' || *p == '^' ||
            *p == '$')
            return stead_fail(err, STEAD_PARSE,
                              "pattern '%s': '%c' has no meaning here; write '%%%c'", pattern,
                              *p, *p);
        if (end == NULL)
            return stead_fail(err, STEAD_PARSE, "pattern '%s': '%c' is not finished", pattern,
                              *p);
        if (*end == '-')
            return stead_fail(err, STEAD_PARSE, "pattern '%s': for a dash write '%%-'",
                              pattern);
        p = end + (*end == '?' || *end == '+' || *end == '*');
    }
    return STEAD_OK;
}

bool stead_pattern_match(const char *pattern, const char *text, size_t len)
{
    size_t at = 0;
    for (const char *p = pattern; *p != '\0';) {
        const char *end = item_end(p);
        bool many = *end == '+' || *end == '*';
        size_t least = *end != '?' && *end != '*', taken = 0;
        while (at < len && (many || taken == 0) && item_has(p, end, (unsigned char)text[at])) {
            at++;
            taken++;
        }
        if (taken < least)
            return false;
        p = end + (many || *end == '?');
    }
    return at == len;
}
