/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/stats_data: columns that statistics are made from. */
#include <math.h>
#include <string.h>

#include "bind/stats.h"
#include "calc/gather.h"

void stats_begin(lua_State *L, stats_data *d, const char *const *known)
{
    luaL_checkstack(L, 80, "too many columns");
    lua_settop(L, STATS_OPTIONS);
    if (lua_isnil(L, STATS_OPTIONS)) {
        lua_newtable(L);
        lua_replace(L, STATS_OPTIONS);
    }
    luaL_checktype(L, STATS_OPTIONS, LUA_TTABLE);
    if (lua_type(L, STATS_DATA) == LUA_TTABLE) {
        stats_frame_of_lists(L, STATS_DATA);
        lua_replace(L, STATS_DATA);
    }
    *d = (stats_data){.L = L,
                      .frame = bind_check_frame(L, STATS_DATA),
                      .options = {L, STATS_OPTIONS, NULL, "options"}};
    d->rows = stead_frame_height(d->frame);
    luaL_argcheck(L, d->rows > 0, STATS_DATA, "there are no rows");
    bind_check_keys(&d->options, STATS_OPTIONS, known);
}

static uint64_t key_of(const stead_frame *frame, size_t row, size_t column)
{
    if (stead_frame_kind(frame, column) == STEAD_TEXT)
        return stead_frame_texts(frame, column)[row];
    if (stead_frame_kind(frame, column) != STEAD_REAL)
        return (uint64_t)stead_frame_numbers(frame, column)[row];
    uint64_t bits;
    double value = stead_frame_reals(frame, column)[row] + 0.0;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

/* The column that the text on top of the stack names. */
static size_t column_named(const stats_data *d)
{
    size_t count;
    lua_createtable(d->L, 1, 0);
    lua_pushvalue(d->L, -2);
    lua_rawseti(d->L, -2, 1);
    size_t column = *bind_check_columns(d->L, -1, STATS_OPTIONS, d->frame, &count);
    lua_pop(d->L, 2);
    return column;
}

static void read_by(stats_data *d)
{
    lua_State *L = d->L;
    int type = bind_get(&d->options, STATS_OPTIONS, "by");
    if (type == LUA_TSTRING) {
        d->by[d->by_count++] = column_named(d);
    } else if (type != LUA_TNIL) {
        size_t *columns = bind_check_columns(L, -1, STATS_OPTIONS, d->frame, &d->by_count);
        if (d->by_count > STATS_BY)
            bind_refuse_option(&d->options, "by", "at most 4 columns");
        memcpy(d->by, columns, d->by_count * sizeof *columns);
    }
}

void stats_group(stats_data *d)
{
    lua_State *L = d->L;
    stead_error err;
    read_by(d);
    uint32_t *groups = lua_newuserdatauv(L, d->rows * sizeof *groups, 0);
    uint64_t *keys = lua_newuserdatauv(L, d->rows * sizeof *keys, 0);
    memset(groups, 0, d->rows * sizeof *groups);
    d->groups = 1;
    for (size_t c = 0; c < d->by_count; c++) {
        for (size_t i = 0; i < d->rows; i++)
            keys[i] = key_of(d->frame, i, d->by[c]);
        if (stead_gather(keys, d->rows, groups, &d->groups, &err) != STEAD_OK)
            bind_raise(L, &err);
    }
    size_t *starts = lua_newuserdatauv(L, (d->groups + 1) * sizeof *starts, 0);
    size_t *order = lua_newuserdatauv(L, d->rows * sizeof *order, 0);
    stead_gather_rows(groups, d->rows, d->groups, starts, order);
    d->starts = starts;
    d->order = order;
}

bool stats_column(const stats_data *d, const char *key, size_t *column)
{
    lua_State *L = d->L;
    if (bind_get(&d->options, STATS_OPTIONS, key) == LUA_TSTRING) {
        *column = column_named(d);
        lua_pop(L, 1);
        return true;
    }
    if (!lua_isnil(L, -1))
        bind_refuse_option(&d->options, key, "the name of a column expected");
    lua_pop(L, 1);
    return stead_frame_find(d->frame, key, column);
}

static void fill_scaled(const stats_data *d, size_t column, double by, double *out)
{
    const int64_t *numbers = stead_frame_numbers(d->frame, column);
    for (size_t i = 0; i < d->rows; i++)
        out[i] = numbers[i] == STEAD_MISSING ? NAN : (double)numbers[i] / by;
}

/* Names the first cell that is no number; a column of numbers kept as text is refused whole. */
static void refuse_text(const stats_data *d, size_t column)
{
    stead_error err;
    const char *name = stead_frame_name(d->frame, column);
    for (size_t row = 0; row < d->rows; row++) {
        const char *text = stead_frame_text(d->frame, row, column);
        if (stead_frame_is_missing(d->frame, row, column) ||
            lua_stringtonumber(d->L, text) != 0)
            continue;
        stead_fail(&err, STEAD_PARSE, "%s '%s' is not a number", name, text);
        stats_refuse_row(d, row, &err);
    }
    luaL_error(d->L, "column '%s' is text; read it as a number", name);
}

double *stats_column_numbers(const stats_data *d, size_t column)
{
    double *out = lua_newuserdatauv(d->L, d->rows * sizeof *out, 0);
    switch (stead_frame_kind(d->frame, column)) {
    case STEAD_TEXT:
        refuse_text(d, column);
        break;
    case STEAD_REAL:
        memcpy(out, stead_frame_reals(d->frame, column), d->rows * sizeof *out);
        break;
    case STEAD_INTEGER:
        fill_scaled(d, column, 1, out);
        break;
    case STEAD_MONEY:
        fill_scaled(d, column, 100, out);
        break;
    default:
        fill_scaled(d, column, 1e9, out);
    }
    return out;
}

double *stats_numbers(const stats_data *d, const char *key, bool required)
{
    size_t column;
    if (stats_column(d, key, &column))
        return stats_column_numbers(d, column);
    if (required)
        luaL_argerror(
            d->L, STATS_DATA,
            lua_pushfstring(d->L, "there is no column '%s'; name the one that holds it", key));
    return NULL;
}

const char **stats_texts(const stats_data *d, size_t column)
{
    lua_State *L = d->L;
    const char **out = lua_newuserdatauv(L, d->rows * sizeof *out, 0);
    if (stead_frame_kind(d->frame, column) == STEAD_TEXT) {
        for (size_t i = 0; i < d->rows; i++)
            out[i] = stead_frame_text(d->frame, i, column);
        return out;
    }
    lua_createtable(L, (int)d->rows, 0); /* keeps the texts that are made here */
    for (size_t i = 0; i < d->rows; i++) {
        bind_push_cell(L, d->frame, i, column);
        out[i] = luaL_tolstring(L, -1, NULL);
        lua_rawseti(L, -3, (lua_Integer)i + 1);
        lua_pop(L, 1);
    }
    return out;
}

bool stats_blanks(const stats_data *d, double *const *columns, size_t count)
{
    static const char *const choices[] = {"refuse", "zero", "leave", NULL};
    int choice = bind_get_choice(&d->options, STATS_OPTIONS, "blanks", choices);
    for (size_t c = 0; choice == 1 && c < count; c++)
        for (size_t i = 0; columns[c] != NULL && i < d->rows; i++)
            if (isnan(columns[c][i]))
                columns[c][i] = 0;
    return choice == 2;
}

double stats_number(const stats_data *d, const char *key, double otherwise)
{
    if (bind_get(&d->options, STATS_OPTIONS, key) != LUA_TNIL) {
        if (lua_type(d->L, -1) != LUA_TNUMBER || !isfinite(lua_tonumber(d->L, -1)))
            bind_refuse_option(&d->options, key, "a number expected");
        otherwise = lua_tonumber(d->L, -1);
    }
    lua_pop(d->L, 1);
    return otherwise;
}

void stats_level_of(const stats_data *d, stead_level *level)
{
    stead_error err;
    if (stead_level_make(level, stats_number(d, "confidence", 0.95), &err) != STEAD_OK)
        bind_refuse_option(&d->options, NULL, err.text);
}
