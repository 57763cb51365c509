/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "base/symbols.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

typedef struct {
    const char *text;
    uint32_t length;
    uint32_t hash;
} entry;

struct stead_symbols {
    stead_arena *arena;
    entry *entries; /* entries[0] is "no text" */
    size_t count, room;
    stead_symbol *slots; /* open addressing; a power of two of them, at most half full */
    size_t slot_count;
};

static uint32_t hash_of(const char *text, size_t len)
{
    uint32_t h = UINT32_C(2166136261);
    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)text[i]) * UINT32_C(16777619);
    return h;
}

stead_status stead_symbols_create(stead_symbols **out, stead_error *err)
{
    stead_symbols *s = calloc(1, sizeof *s);
    if (s == NULL)
        return stead_nomem(err, "symbols");
    s->slot_count = 64;
    s->room = 32;
    s->slots = calloc(s->slot_count, sizeof *s->slots);
    s->entries = calloc(s->room, sizeof *s->entries);
    if (s->slots == NULL || s->entries == NULL ||
        stead_arena_create(&s->arena, err) != STEAD_OK) {
        stead_symbols_free(s);
        return stead_nomem(err, "symbols");
    }
    s->entries[0].text = "";
    *out = s;
    return STEAD_OK;
}

/* Texts are copied one by one; their order, hashes and slots stay as they are. */
static stead_status copy_entries(stead_symbols *s, const stead_symbols *from, stead_error *err)
{
    s->entries[0].text = "";
    for (size_t i = 1; i <= from->count; i++) {
        const entry *e = &from->entries[i];
        char *text = stead_arena_copy(s->arena, e->text, e->length, err);
        if (text == NULL)
            return err->code;
        s->entries[i] = (entry){text, e->length, e->hash};
    }
    memcpy(s->slots, from->slots, from->slot_count * sizeof *s->slots);
    return STEAD_OK;
}

stead_status stead_symbols_copy(stead_symbols **out, const stead_symbols *from,
                                stead_error *err)
{
    stead_symbols *s = malloc(sizeof *s);
    if (s == NULL)
        return stead_nomem(err, "symbols");
    *s = (stead_symbols){
        .count = from->count, .room = from->room, .slot_count = from->slot_count};
    s->slots = malloc(s->slot_count * sizeof *s->slots);
    s->entries = malloc(s->room * sizeof *s->entries);
    if (s->slots == NULL || s->entries == NULL ||
        stead_arena_create(&s->arena, err) != STEAD_OK || copy_entries(s, from, err)) {
        stead_symbols_free(s);
        return stead_nomem(err, "symbols");
    }
    *out = s;
    return STEAD_OK;
}

void stead_symbols_free(stead_symbols *s)
{
    if (s == NULL)
        return;
    stead_arena_free(s->arena);
    free(s->entries);
    free(s->slots);
    free(s);
}

/* The slot that holds `text`, or the empty one where it would go. */
static size_t slot_for(const stead_symbols *s, const char *text, size_t len, uint32_t hash)
{
    size_t mask = s->slot_count - 1, at = hash & mask;
    while (s->slots[at] != 0) {
        const entry *e = &s->entries[s->slots[at]];
        if (e->hash == hash && e->length == len && memcmp(e->text, text, len) == 0)
            break;
        at = (at + 1) & mask;
    }
    return at;
}

/* Gives a symbol that has no slot yet the next free one. */
static void take_slot(stead_symbols *s, uint32_t hash, stead_symbol symbol)
{
    size_t mask = s->slot_count - 1, at = hash & mask;
    while (s->slots[at] != 0)
        at = (at + 1) & mask;
    s->slots[at] = symbol;
}

static stead_status grow_slots(stead_symbols *s, stead_error *err)
{
    size_t wanted = s->slot_count * 2;
    stead_symbol *slots = calloc(wanted, sizeof *slots);
    if (slots == NULL)
        return stead_nomem(err, "symbols");
    free(s->slots);
    s->slots = slots;
    s->slot_count = wanted;
    for (size_t i = 1; i <= s->count; i++)
        take_slot(s, s->entries[i].hash, (stead_symbol)i);
    return STEAD_OK;
}

static stead_status grow_entries(stead_symbols *s, stead_error *err)
{
    entry *entries = realloc(s->entries, s->room * 2 * sizeof *entries);
    if (entries == NULL)
        return stead_nomem(err, "symbols");
    s->entries = entries;
    s->room *= 2;
    return STEAD_OK;
}

static stead_status add_new(stead_symbols *s, const char *text, size_t len, uint32_t hash,
                            stead_symbol *out, stead_error *err)
{
    if (s->count + 1 == s->room && grow_entries(s, err) != STEAD_OK)
        return err->code;
    if ((s->count + 1) * 2 > s->slot_count && grow_slots(s, err) != STEAD_OK)
        return err->code;
    char *copy = stead_arena_copy(s->arena, text, len, err);
    if (copy == NULL)
        return err->code;
    s->count++;
    s->entries[s->count] = (entry){copy, (uint32_t)len, hash};
    take_slot(s, hash, (stead_symbol)s->count);
    *out = (stead_symbol)s->count;
    return STEAD_OK;
}

stead_status stead_symbols_add(stead_symbols *s, const char *text, size_t len,
                               stead_symbol *out, stead_error *err)
{
    uint32_t hash = hash_of(text, len);
    *out = s->slots[slot_for(s, text, len, hash)];
    if (*out != 0)
        return STEAD_OK;
    if (len >= UINT32_MAX || s->count >= UINT32_MAX / 2)
        return stead_fail(err, STEAD_RANGE, "text of %zu bytes, or too many of them", len);
    return add_new(s, text, len, hash, out, err);
}

stead_symbol stead_symbols_find(const stead_symbols *s, const char *text, size_t len)
{
    return s->slots[slot_for(s, text, len, hash_of(text, len))];
}

const char *stead_symbols_text(const stead_symbols *s, stead_symbol symbol)
{
    return s->entries[symbol].text;
}

size_t stead_symbols_length(const stead_symbols *s, stead_symbol symbol)
{
    return s->entries[symbol].length;
}

size_t stead_symbols_count(const stead_symbols *s)
{
    return s->count;
}
