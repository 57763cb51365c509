/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct block {
    struct block *next;
    size_t used, room;
    alignas(max_align_t) unsigned char bytes[];
} block;

struct stead_arena {
    block *newest;
};

enum { BLOCK_BYTES = 16 * 1024 - 64, ALIGN = alignof(max_align_t) };

stead_status stead_arena_create(stead_arena **out, stead_error *err)
{
    stead_arena *arena = calloc(1, sizeof *arena);
    if (arena == NULL)
        return stead_nomem(err, "arena");
    *out = arena;
    return STEAD_OK;
}

void stead_arena_free(stead_arena *arena)
{
    if (arena == NULL)
        return;
    for (block *b = arena->newest, *next; b != NULL; b = next) {
        next = b->next;
        free(b);
    }
    free(arena);
}

static block *add_block(stead_arena *arena, size_t bytes)
{
    size_t room = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
    block *b = malloc(sizeof *b + room);
    if (b == NULL)
        return NULL;
    b->used = 0;
    b->room = room;
    b->next = arena->newest;
    arena->newest = b;
    return b;
}

void *stead_arena_take(stead_arena *arena, size_t count, size_t size, stead_error *err)
{
    block *b = arena->newest;
    if (size != 0 && count > (SIZE_MAX / 2) / size) {
        stead_nomem(err, "arena");
        return NULL;
    }
    size_t bytes = (count * size + ALIGN - 1) / ALIGN * ALIGN;
    if (b == NULL || b->room - b->used < bytes)
        b = add_block(arena, bytes);
    if (b == NULL) {
        stead_nomem(err, "arena");
        return NULL;
    }
    void *at = b->bytes + b->used;
    b->used += bytes;
    return memset(at, 0, bytes);
}

char *stead_arena_copy(stead_arena *arena, const char *text, size_t len, stead_error *err)
{
    char *copy = stead_arena_take(arena, len + 1, 1, err);
    if (copy != NULL && len > 0)
        memcpy(copy, text, len);
    return copy;
}
