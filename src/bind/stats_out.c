/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/stats_out: what statistics give back, and where a refused row is. */
#include <string.h>

#include "bind/stats.h"

/* Which columns say what a row is of: those of `by`, or every text and any called period. */
static size_t label_columns(const stats_data *d, bool grouped, size_t *labels, size_t most)
{
    size_t count = 0;
    if (grouped) {
        memcpy(labels, d->by, d->by_count * sizeof *labels);
        return d->by_count;
    }
    for (size_t c = 0; c < stead_frame_width(d->frame) && count < most; c++)
        if (stead_frame_kind(d->frame, c) == STEAD_TEXT ||
            strcmp(stead_frame_name(d->frame, c), "period") == 0)
            labels[count++] = c;
    return count;
}

/* Pushes "area 'Leeds', period '2021'"; "" when there are no labels. */
static const char *push_labels(const stats_data *d, size_t row, const size_t *labels,
                               size_t count)
{
    lua_State *L = d->L;
    lua_pushliteral(L, "");
    for (size_t i = 0; i < count; i++) {
        bind_push_cell(L, d->frame, row, labels[i]);
        const char *text = luaL_tolstring(L, -1, NULL), *before = lua_tostring(L, -3);
        lua_pushfstring(L, "%s%s%s '%s'", before, i == 0 ? "" : ", ",
                        stead_frame_name(d->frame, labels[i]), text);
        lua_replace(L, -4);
        lua_pop(L, 2);
    }
    return lua_tostring(L, -1);
}

int stats_refuse_row(const stats_data *d, size_t row, const stead_error *err)
{
    size_t labels[3], count = label_columns(d, d->by_count > 0, labels, 3);
    const char *where = push_labels(d, row, labels, count);
    return luaL_error(d->L, "row %I%s%s%s: %s", (LUAI_UACINT)row + 1, count > 0 ? " (" : "",
                      where, count > 0 ? ")" : "", err->text);
}

int stats_refuse_group(const stats_data *d, size_t group, const stead_error *err)
{
    if (d->by_count == 0)
        return bind_raise(d->L, err);
    const char *where = push_labels(d, d->order[d->starts[group]], d->by, d->by_count);
    return luaL_error(d->L, "%s: %s", where, err->text);
}

void stats_out_begin(const stats_data *d, stats_out *out, bool grouped,
                     const stead_column *columns, size_t count)
{
    stead_error err;
    stead_column all[32];
    *out = (stats_out){.grouped = grouped};
    out->label_count = label_columns(d, grouped, out->labels, 16);
    for (size_t i = 0; i < out->label_count; i++)
        all[i] = (stead_column){stead_frame_name(d->frame, out->labels[i]),
                                stead_frame_kind(d->frame, out->labels[i])};
    memcpy(all + out->label_count, columns, count * sizeof *columns);
    stead_frame **slot = bind_new_frame(d->L);
    if (stead_frame_create(slot, all, out->label_count + count, &err) != STEAD_OK)
        bind_raise(d->L, &err);
    out->frame = *slot;
}

void stats_out_row(const stats_data *d, stats_out *out, size_t row)
{
    stead_error err;
    if (stead_frame_add_row(out->frame, &err) != STEAD_OK)
        bind_raise(d->L, &err);
    for (size_t i = 0; i < out->label_count; i++) {
        size_t c = out->labels[i];
        if (stead_frame_is_missing(d->frame, row, c))
            continue;
        if (stead_frame_kind(d->frame, c) == STEAD_TEXT)
            stats_out_text(d, out, i - out->label_count, stead_frame_text(d->frame, row, c));
        else if (stead_frame_kind(d->frame, c) == STEAD_REAL)
            stead_frame_set_real(out->frame, i, stead_frame_real(d->frame, row, c));
        else
            stead_frame_set_number(out->frame, i, stead_frame_number(d->frame, row, c));
    }
}

void stats_out_real(stats_out *out, size_t column, double value)
{
    stead_frame_set_real(out->frame, out->label_count + column, value);
}

void stats_out_number(stats_out *out, size_t column, int64_t value)
{
    stead_frame_set_number(out->frame, out->label_count + column, value);
}

void stats_out_text(const stats_data *d, stats_out *out, size_t column, const char *text)
{
    stead_error err;
    if (stead_frame_set_text(out->frame, out->label_count + column, text, strlen(text), &err) !=
        STEAD_OK)
        bind_raise(d->L, &err);
}

void stats_out_end(const stats_data *d, const stats_out *out)
{
    bind_weigh_frame(d->L, out->frame);
}

void stats_set_money(lua_State *L, const char *name, stead_pence pence)
{
    bind_push_money(L, pence);
    lua_setfield(L, -2, name);
}

void stats_set_nano(lua_State *L, const char *name, int64_t nano)
{
    lua_pushnumber(L, (lua_Number)nano / 1e9);
    lua_setfield(L, -2, name);
}
