/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Whose the amounts are. */
#include <string.h>

#include "calc/parts.h"

size_t stead_roster_count(const stead_roster *roster)
{
    return roster->first[roster->width];
}

size_t stead_roster_system(const stead_roster *roster, size_t part)
{
    size_t system = 0;
    while (roster->first[system + 1] <= part)
        system++;
    return system;
}

/* Where `code` is in `codes`, from `low` up to `high`, which are in byte order. */
static bool find(const char *const *codes, size_t low, size_t high, const char *code,
                 size_t *out)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(codes[middle], code);
        if (order == 0) {
            *out = middle;
            return true;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

bool stead_roster_find_system(const stead_roster *roster, const char *system, size_t *out)
{
    return find(roster->systems, 0, roster->width, system, out);
}

bool stead_roster_find(const stead_roster *roster, size_t system, const char *code, size_t *out)
{
    return find(roster->codes, roster->first[system], roster->first[system + 1], code, out);
}

static stead_status odd(stead_error *err, const char *what, const char *code)
{
    return stead_fail(err, STEAD_MISMATCH, "%s '%s' is in one and not in the other", what,
                      code);
}

/* The first code that only one of two runs has; NULL when they are the same. */
static const char *difference(const char *const *a, size_t a_count, const char *const *b,
                              size_t b_count)
{
    for (size_t i = 0; i < a_count || i < b_count; i++) {
        if (i == a_count)
            return b[i];
        if (i == b_count)
            return a[i];
        int order = strcmp(a[i], b[i]);
        if (order != 0)
            return order < 0 ? a[i] : b[i];
    }
    return NULL;
}

/* Parts that are in no system may stand for those of the one system of another. */
static bool unnamed(const stead_roster *roster)
{
    return roster->width == 1 && roster->systems[0][0] == '\0';
}

stead_status stead_roster_match(const stead_roster *a, const stead_roster *b, stead_error *err)
{
    if (a == b)
        return STEAD_OK;
    const char *code = difference(a->systems, a->width, b->systems, b->width);
    bool alone = a->width == 1 && b->width == 1 && (unnamed(a) || unnamed(b));
    if (code != NULL && !alone) {
        if (*code == '\0')
            return stead_fail(err, STEAD_MISMATCH, "parts of %zu systems, and parts of none",
                              unnamed(a) ? b->width : a->width);
        return odd(err, "system", code);
    }
    for (size_t s = 0; s < a->width; s++) {
        code = difference(a->codes + a->first[s], a->first[s + 1] - a->first[s],
                          b->codes + b->first[s], b->first[s + 1] - b->first[s]);
        if (code != NULL)
            return odd(err, "part", code);
    }
    return STEAD_OK;
}
