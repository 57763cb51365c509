/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/working.h"

#include <stdlib.h>

stead_status stead_working_add(stead_working *working, const stead_step *step, stead_error *err)
{
    if (working == NULL)
        return STEAD_OK;
    if (working->count == working->room) {
        size_t room = working->room == 0 ? 64 : working->room * 2;
        stead_step *grown = realloc(working->steps, room * sizeof *grown);
        if (grown == NULL)
            return stead_nomem(err, "working");
        working->steps = grown;
        working->room = room;
    }
    working->steps[working->count++] = *step;
    return STEAD_OK;
}

void stead_working_free(stead_working *working)
{
    free(working->steps);
    *working = (stead_working){0};
}
