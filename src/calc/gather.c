/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/gather.h"

#include <stdlib.h>

typedef struct {
    uint64_t key;
    uint32_t before, group; /* the group it was in, and 1 + the one it is now in */
} slot;

static size_t place_of(uint64_t key, uint32_t before, size_t mask)
{
    uint64_t mixed = (key ^ (uint64_t)before << 32) * UINT64_C(0x9E3779B97F4A7C15);
    mixed ^= mixed >> 29;
    return (size_t)(mixed * UINT64_C(0xBF58476D1CE4E5B9) >> 20) & mask;
}

static size_t room_for(size_t rows)
{
    size_t room = 16;
    while (room < rows * 2)
        room *= 2;
    return room;
}

stead_status stead_gather(const uint64_t *keys, size_t rows, uint32_t *groups, size_t *count,
                          stead_error *err)
{
    size_t room = room_for(rows);
    uint32_t found = 0;
    slot *slots = calloc(room, sizeof *slots);
    if (slots == NULL)
        return stead_nomem(err, "groups of rows");
    for (size_t i = 0; i < rows; i++) {
        size_t at = place_of(keys[i], groups[i], room - 1);
        while (slots[at].group != 0 &&
               (slots[at].key != keys[i] || slots[at].before != groups[i]))
            at = (at + 1) & (room - 1);
        if (slots[at].group == 0)
            slots[at] = (slot){keys[i], groups[i], ++found};
        groups[i] = slots[at].group - 1;
    }
    free(slots);
    *count = found;
    return STEAD_OK;
}

void stead_gather_rows(const uint32_t *groups, size_t row_count, size_t count, size_t *starts,
                       size_t *rows)
{
    for (size_t g = 0; g <= count; g++)
        starts[g] = 0;
    for (size_t i = 0; i < row_count; i++)
        starts[groups[i] + 1]++;
    for (size_t g = 0; g < count; g++)
        starts[g + 1] += starts[g];
    for (size_t i = 0; i < row_count; i++)
        rows[starts[groups[i]]++] = i;
    for (size_t g = count; g > 0; g--)
        starts[g] = starts[g - 1];
    starts[0] = 0;
}
