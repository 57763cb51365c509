/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/stats_series: process charts (XmR) of one series or of many. */
#include <math.h>
#include <string.h>

#include "bind/stats.h"
#include "calc/series.h"
#include "calc/spc.h"

enum { BASES = 64, POINT_FIGURES = 7 };

static const stead_column point_columns[] = {{"value", STEAD_REAL},
                                             {"mean", STEAD_REAL},
                                             {"lower", STEAD_REAL},
                                             {"upper", STEAD_REAL},
                                             {"near_lower", STEAD_REAL},
                                             {"near_upper", STEAD_REAL},
                                             {"moving_range", STEAD_REAL},
                                             {"signal", STEAD_TEXT},
                                             {"side", STEAD_INTEGER},
                                             {"base", STEAD_INTEGER},
                                             {"missing_before", STEAD_INTEGER}};

static const stead_column summary_columns[] = {
    {"points", STEAD_INTEGER}, {"latest", STEAD_TEXT},  {"latest_value", STEAD_REAL},
    {"mean", STEAD_REAL},      {"lower", STEAD_REAL},   {"upper", STEAD_REAL},
    {"signal", STEAD_TEXT},    {"side", STEAD_INTEGER}, {"variation", STEAD_TEXT},
    {"assurance", STEAD_TEXT}, {"target", STEAD_REAL},  {"warning", STEAD_TEXT}};

typedef struct {
    double *value;
    const char **periods; /* NULL: the rows are in order */
    bool gaps;            /* are allowed */
    stead_xmr_options options;
    const char *bases[BASES]; /* periods, or NULL where `places` say */
    size_t places[BASES], base_count;
} xmr_ask;

/* One series in order; blocks long enough for the longest. */
typedef struct {
    size_t *order, *gaps, *rows;
    const char **periods;
    double *values;
    stead_xmr_point *points;
    size_t count;
} series;

static void read_bases(const stats_data *d, xmr_ask *ask)
{
    lua_State *L = d->L;
    int type = bind_get(&d->options, STATS_OPTIONS, "bases");
    ask->base_count = type == LUA_TTABLE ? (size_t)lua_rawlen(L, -1) : 0;
    if ((type != LUA_TNIL && type != LUA_TTABLE) || ask->base_count > BASES)
        bind_refuse_option(&d->options, "bases", "a list of at most 64 periods expected");
    for (size_t i = 0; i < ask->base_count; i++, lua_pop(L, 1)) {
        int item = lua_rawgeti(L, -1, (lua_Integer)i + 1);
        ask->bases[i] = NULL;
        if (item == LUA_TSTRING && ask->periods != NULL)
            ask->bases[i] = lua_tostring(L, -1);
        else if (lua_isinteger(L, -1) && lua_tointeger(L, -1) >= 1)
            ask->places[i] = (size_t)lua_tointeger(L, -1) - 1;
        else
            bind_refuse_option(&d->options, "bases",
                               "periods of the series, or places in it from 1, expected");
    }
}

static void read_ask(const stats_data *d, xmr_ask *ask)
{
    static const char *const ways[] = {"neither", "up", "down", NULL};
    static const stead_better better[] = {STEAD_BETTER_NEITHER, STEAD_BETTER_UP,
                                          STEAD_BETTER_DOWN};
    static const char *const gaps[] = {"refuse", "allow", NULL};
    size_t column;
    *ask = (xmr_ask){.value = stats_numbers(d, "value", true)};
    if (stats_column(d, "period", &column))
        ask->periods = stats_texts(d, column);
    ask->gaps = bind_get_choice(&d->options, STATS_OPTIONS, "gaps", gaps) == 1;
    ask->options.better = better[bind_get_choice(&d->options, STATS_OPTIONS, "better", ways)];
    ask->options.run = bind_get_count(&d->options, STATS_OPTIONS, "run", 7);
    ask->options.screen = bind_get_flag(&d->options, STATS_OPTIONS, "screen");
    ask->options.target = stats_number(d, "target", NAN);
    ask->options.bases = ask->places;
    read_bases(d, ask);
}

/* Puts the rows of group g in order. Where periods are missing, no range spans them. */
static void order_series(const stats_data *d, const xmr_ask *ask, size_t g, series *s)
{
    stead_error err;
    const size_t *rows = d->order + d->starts[g];
    s->count = d->starts[g + 1] - d->starts[g];
    for (size_t i = 0; i < s->count; i++) {
        s->order[i] = i;
        s->gaps[i] = 0;
        s->periods[i] = ask->periods != NULL ? ask->periods[rows[i]] : NULL;
    }
    if (ask->periods != NULL &&
        stead_series_order(s->periods, s->count, s->order, ask->gaps ? s->gaps : NULL, &err) !=
            STEAD_OK)
        stats_refuse_group(d, g, &err);
    for (size_t i = 0; i < s->count; i++) {
        s->rows[i] = rows[s->order[i]];
        s->values[i] = ask->value[s->rows[i]];
    }
}

/* The places at which limits are made afresh. */
static void find_bases(const stats_data *d, xmr_ask *ask, size_t g, const series *s)
{
    stead_error err;
    for (size_t b = 0; b < ask->base_count; b++) {
        if (ask->bases[b] == NULL)
            continue;
        size_t at = 0;
        while (at < s->count && strcmp(ask->periods[s->rows[at]], ask->bases[b]) != 0)
            at++;
        if (at == s->count) {
            stead_fail(&err, STEAD_NOTFOUND, "base '%s' is not a period of the series",
                       ask->bases[b]);
            stats_refuse_group(d, g, &err);
        }
        ask->places[b] = at;
    }
    ask->options.base_count = ask->base_count;
}

static void give_points(const stats_data *d, stats_out *out, const series *s)
{
    for (size_t i = 0; i < s->count; i++) {
        const stead_xmr_point *p = &s->points[i];
        double figures[POINT_FIGURES] = {s->values[i],  p->mean,       p->lower,       p->upper,
                                         p->near_lower, p->near_upper, p->moving_range};
        stats_out_row(d, out, s->rows[i]);
        for (size_t c = 0; c < POINT_FIGURES; c++)
            stats_out_real(out, c, figures[c]);
        if (p->signal != STEAD_SIGNAL_NONE)
            stats_out_text(d, out, 7, stead_signal_words(p->signal));
        stats_out_number(out, 8, p->side);
        stats_out_number(out, 9, (int64_t)p->base + 1);
        stats_out_number(out, 10, (int64_t)s->gaps[i]);
    }
}

static void give_summary(const stats_data *d, stats_out *out, const xmr_ask *ask,
                         const series *s, const stead_xmr_summary *m)
{
    size_t last = s->count - 1;
    while (last > 0 && isnan(s->values[last]))
        last--;
    stats_out_row(d, out, s->rows[0]);
    stats_out_number(out, 0, (int64_t)m->points);
    if (ask->periods != NULL)
        stats_out_text(d, out, 1, ask->periods[s->rows[last]]);
    double figures[] = {s->values[last], m->mean, m->lower, m->upper};
    for (size_t c = 0; c < 4; c++)
        stats_out_real(out, c + 2, figures[c]);
    if (m->signal != STEAD_SIGNAL_NONE)
        stats_out_text(d, out, 6, stead_signal_words(m->signal));
    stats_out_number(out, 7, m->side);
    stats_out_text(d, out, 8, stead_variation_words(m->variation));
    if (m->assurance != STEAD_ASSURANCE_NONE)
        stats_out_text(d, out, 9, stead_assurance_words(m->assurance));
    stats_out_real(out, 10, ask->options.target);
    if (m->trial)
        stats_out_text(d, out, 11, "trial limits: fewer than 13 points");
}

static series new_series(lua_State *L, size_t rows)
{
    series s = {.count = 0};
    s.order = lua_newuserdatauv(L, rows * sizeof *s.order, 0);
    s.gaps = lua_newuserdatauv(L, rows * sizeof *s.gaps, 0);
    s.rows = lua_newuserdatauv(L, rows * sizeof *s.rows, 0);
    s.periods = lua_newuserdatauv(L, rows * sizeof *s.periods, 0);
    s.values = lua_newuserdatauv(L, rows * sizeof *s.values, 0);
    s.points = lua_newuserdatauv(L, rows * sizeof *s.points, 0);
    return s;
}

/* stats.xmr(data [, options]) -> frame of points, frame with a row per series */
static int stats_xmr(lua_State *L)
{
    static const char *const known[] = {"value",  "period", "by",    "better", "run",
                                        "screen", "target", "bases", "gaps",   NULL};
    stats_data d;
    stats_out points, summaries;
    xmr_ask ask;
    stead_error err;
    stats_begin(L, &d, known);
    read_ask(&d, &ask);
    stats_group(&d);
    series s = new_series(L, d.rows);
    stats_out_begin(&d, &points, false, point_columns,
                    sizeof point_columns / sizeof *point_columns);
    stats_out_begin(&d, &summaries, true, summary_columns,
                    sizeof summary_columns / sizeof *summary_columns);
    for (size_t g = 0; g < d.groups; g++) {
        stead_xmr_summary summary;
        order_series(&d, &ask, g, &s);
        find_bases(&d, &ask, g, &s);
        if (stead_xmr(s.values, s.count, &ask.options, s.gaps, s.points, &summary, &err) !=
            STEAD_OK)
            return stats_refuse_group(&d, g, &err);
        give_points(&d, &points, &s);
        give_summary(&d, &summaries, &ask, &s, &summary);
    }
    stats_out_end(&d, &points);
    return 2;
}

static const luaL_Reg library[] = {{"xmr", stats_xmr}, {NULL, NULL}};

int bind_open_stats_series(lua_State *L)
{
    luaL_setfuncs(L, library, 0);
    return 1;
}
