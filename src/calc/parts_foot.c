/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Footing: bounds, then pence that sum to the envelope. */
#include "base/arena.h"
#include "calc/parts.h"
#include "calc/parts_check.h"
#include "calc/share.h"

/* One system on its way to its pence; arrays have room for the largest. */
typedef struct {
    const stead_roster *roster;
    const stead_footing *footing;
    const stead_footed *footed;
    stead_bounded *parts;
    stead_wide *exact;
    stead_pence *pence;
} work;

static stead_status work_take(work *w, stead_arena *arena, stead_error *err)
{
    size_t most = 0;
    for (size_t s = 0; s < w->roster->width; s++) {
        size_t count = w->roster->first[s + 1] - w->roster->first[s];
        most = count > most ? count : most;
    }
    w->parts = stead_arena_take(arena, most, sizeof *w->parts, err);
    w->exact = stead_arena_take(arena, most, sizeof *w->exact, err);
    w->pence = stead_arena_take(arena, most, sizeof *w->pence, err);
    return w->parts == NULL || w->exact == NULL || w->pence == NULL ? err->code : STEAD_OK;
}

/* Parts that do not come to their envelope are not footed by force. */
static stead_status check_sum(const work *w, size_t system, stead_error *err)
{
    char sum[STEAD_DECIMAL_TEXT], off[STEAD_DECIMAL_TEXT], envelope[STEAD_DECIMAL_TEXT];
    stead_wide total = stead_parts_total(w->roster, system, w->footing->amounts);
    stead_wide over = total - (stead_wide)w->footing->envelopes[system] * STEAD_NANO;
    if (over > -STEAD_NANO && over < STEAD_NANO)
        return STEAD_OK;
    stead_step_format(total, sum);
    stead_step_format(over < 0 ? -over : over, off);
    stead_money_format(w->footing->envelopes[system], envelope);
    return stead_fail(err, STEAD_MISMATCH, "parts come to %s, %s %s than the envelope of %s",
                      sum, off, over < 0 ? "less" : "more", envelope);
}

/* Clamps the parts of a system and fills their exact amounts. */
static stead_status bound(work *w, size_t system, stead_error *err)
{
    const stead_footing *f = w->footing;
    size_t first = w->roster->first[system], count = w->roster->first[system + 1] - first;
    stead_bounds bounds = {.has_floor = f->floors != NULL,
                           .has_ceiling = f->ceilings != NULL,
                           .envelope = (stead_wide)f->envelopes[system] * STEAD_NANO};
    for (size_t i = 0; i < count; i++)
        w->parts[i] = (stead_bounded){.code = w->roster->codes[first + i],
                                      .amount = f->amounts[first + i],
                                      .floor = f->floors == NULL ? 0 : f->floors[first + i],
                                      .ceiling = f->ceilings == NULL ? STEAD_NO_CEILING
                                                                     : f->ceilings[first + i]};
    if (stead_bound(w->parts, count, &bounds, err))
        return err->code;
    for (size_t i = 0; i < count; i++)
        w->exact[i] = w->parts[i].amount + w->parts[i].bound + w->parts[i].settled;
    return STEAD_OK;
}

static stead_status foot(work *w, size_t system, stead_error *err)
{
    const stead_footing *f = w->footing;
    size_t first = w->roster->first[system], count = w->roster->first[system + 1] - first;
    bool bounded = f->floors != NULL || f->ceilings != NULL;
    int sign = f->envelopes[system] < 0 && !bounded ? -1 : 1;
    for (size_t i = 0; i < count; i++)
        w->exact[i] = sign * f->amounts[first + i];
    if (check_sum(w, system, err))
        return err->code;
    if (bounded && (stead_parts_check_positive(w->roster, system, "amount", f->amounts, err) ||
                    bound(w, system, err)))
        return err->code;
    if (stead_share_round(sign * f->envelopes[system], w->exact,
                          w->roster->weights == NULL ? NULL : w->roster->weights + first,
                          w->roster->codes + first, count, w->pence, err))
        return err->code;
    for (size_t i = 0; i < count; i++) {
        w->footed->out[first + i] = sign * (stead_wide)w->pence[i] * STEAD_NANO;
        w->footed->bound[first + i] = bounded ? w->parts[i].bound : 0;
        w->footed->settled[first + i] = bounded ? w->parts[i].settled : 0;
    }
    return STEAD_OK;
}

stead_status stead_parts_foot(const stead_roster *roster, const stead_footing *footing,
                              const stead_footed *footed, stead_error *err)
{
    work w = {.roster = roster, .footing = footing, .footed = footed};
    stead_arena *arena;
    if (stead_arena_create(&arena, err))
        return err->code;
    stead_status rc = work_take(&w, arena, err);
    for (size_t s = 0; rc == STEAD_OK && s < roster->width; s++) {
        rc = foot(&w, s, err);
        if (rc != STEAD_OK)
            stead_parts_name(roster, s, err);
    }
    stead_arena_free(arena);
    return rc;
}
