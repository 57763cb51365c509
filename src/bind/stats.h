/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/stats: what the bindings of the statistics share: a frame or a table of lists read by
 * column name, rows brought together, and a frame given back. Blocks stay on the stack. */
#ifndef STEAD_BIND_STATS_H
#define STEAD_BIND_STATS_H

#include "bind/bind.h"
#include "bind/options.h"
#include "calc/rates.h"

enum { STATS_DATA = 1, STATS_OPTIONS = 2, STATS_BY = 4 };

typedef struct {
    lua_State *L;
    const stead_frame *frame; /* argument 1, or made from its lists and put in its place */
    size_t rows;
    bind_options options;
    size_t by[STATS_BY], by_count; /* the columns that rows are brought together by */
    size_t groups;                 /* without `by`: 1, all rows */
    const size_t *starts,
        *order; /* rows of group g: order[starts[g]] to before starts[g + 1] */
} stats_data;

/* Reads arguments 1 and 2 (which may be left out); an option not in `known` is refused. */
void stats_begin(lua_State *L, stats_data *d, const char *const *known);

/* Makes a frame, and pushes it, from the table of lists at argument `t`. */
void stats_frame_of_lists(lua_State *L, int t);

/* Brings rows together by the columns that option `by` names (a text or a list). */
void stats_group(stats_data *d);

/* The column that option `key` names, or the one called `key`; false when there is none. Raises
 * when the option names one that is not there. */
bool stats_column(const stats_data *d, const char *key, size_t *column);

/* A column as numbers, NaN where missing, in a block that is pushed; NULL when there is none
 * and it is not `required`. Text where a number should be is refused, by row. */
double *stats_numbers(const stats_data *d, const char *key, bool required);
double *stats_column_numbers(const stats_data *d, size_t column);

/* A column's cells as texts, in a block that is pushed. */
const char **stats_texts(const stats_data *d, size_t column);

/* Option `blanks`: makes missing cells nothing ("zero"); true when they are to be left
 * ("leave"); otherwise they stay missing, for the calculation to refuse. */
bool stats_blanks(const stats_data *d, double *const *columns, size_t count);

double stats_number(const stats_data *d, const char *key, double otherwise);
void stats_level_of(const stats_data *d, stead_level *level);

/* Raises "row 3 (area 'Leeds', period '2021'): text", or with a group's labels alone. */
int stats_refuse_row(const stats_data *d, size_t row, const stead_error *err);
int stats_refuse_group(const stats_data *d, size_t group, const stead_error *err);

/* A frame to give back: the labels of a row or group first, then `columns`. */
typedef struct {
    stead_frame *frame;
    size_t labels[16], label_count;
    bool grouped;
} stats_out;

/* `grouped`: labels are the columns of `by`; otherwise every text column, and any called
 * period. */
void stats_out_begin(const stats_data *d, stats_out *out, bool grouped,
                     const stead_column *columns, size_t count);
/* A new row with the labels of `row`; give the row of a group's first for a group. */
void stats_out_row(const stats_data *d, stats_out *out, size_t row);
/* Sets a column, counted from 0 after the labels. */
void stats_out_real(stats_out *out, size_t column, double value);
void stats_out_number(stats_out *out, size_t column, int64_t value);
void stats_out_text(const stats_data *d, stats_out *out, size_t column, const char *text);
void stats_out_end(const stats_data *d, const stats_out *out);

/* Sets fields of the table on top of the stack. */
void stats_set_money(lua_State *L, const char *name, stead_pence pence);
void stats_set_nano(lua_State *L, const char *name, int64_t nano);

/* Openers of parts: each fills the stats library, on top of the stack. */
int bind_open_stats_rates(lua_State *L);
int bind_open_stats_bands(lua_State *L);
int bind_open_stats_areas(lua_State *L);
int bind_open_stats_inequality(lua_State *L);
int bind_open_stats_series(lua_State *L);
int bind_open_stats_value(lua_State *L);
int bind_open_stats_horizon(lua_State *L);

#endif
