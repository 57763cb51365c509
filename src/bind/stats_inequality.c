/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/stats_inequality: slopes, gaps and burden between the most and the least deprived. */
#include <math.h>

#include "bind/stats.h"
#include "calc/inequality.h"

enum { FIGURES = 13 };

static const stead_column columns[] = {
    {"sii", STEAD_REAL},       {"sii_lower", STEAD_REAL},      {"sii_upper", STEAD_REAL},
    {"rii", STEAD_REAL},       {"rii_lower", STEAD_REAL},      {"rii_upper", STEAD_REAL},
    {"rii_mean", STEAD_REAL},  {"rii_mean_lower", STEAD_REAL}, {"rii_mean_upper", STEAD_REAL},
    {"start", STEAD_REAL},     {"mean", STEAD_REAL},           {"gap", STEAD_REAL},
    {"gap_ratio", STEAD_REAL}, {"burden", STEAD_REAL},         {"burden_share", STEAD_REAL},
    {"best", STEAD_INTEGER},   {"worst", STEAD_INTEGER},       {"convention", STEAD_TEXT},
    {"seed", STEAD_INTEGER},   {"draws", STEAD_INTEGER}};

static const char convention[] =
    "rii: fitted at the least deprived end ÷ at the most deprived; rii_mean: sii ÷ mean";

typedef struct {
    double *value, *population, *lower, *upper, *rank; /* columns; some may be NULL */
    stead_scale scale;
    stead_level level;
    int better; /* 1 up, -1 down, 0 not said */
    uint32_t draws;
    int64_t seed;
} slope_ask;

typedef struct {
    double y[100], n[100], lower[100], upper[100];
    size_t groups;
} ladder;

/* The rows of group g, most deprived first: as given, or by the column `rank`. */
static void read_ladder(const stats_data *d, const slope_ask *ask, size_t g, ladder *l)
{
    stead_error err;
    size_t places[100];
    l->groups = 0;
    for (size_t i = d->starts[g]; i < d->starts[g + 1]; i++) {
        size_t row = d->order[i], at = l->groups++;
        if (at == 100) {
            stead_fail(&err, STEAD_RANGE, "a slope needs 3 to 100 groups");
            stats_refuse_group(d, g, &err);
        }
        if (ask->rank != NULL && isnan(ask->rank[row])) {
            stead_fail(&err, STEAD_RANGE, "rank is missing");
            stats_refuse_row(d, row, &err);
        }
        for (; ask->rank != NULL && at > 0 && ask->rank[row] <= ask->rank[places[at - 1]];
             at--) {
            if (ask->rank[row] >= ask->rank[places[at - 1]]) {
                stead_fail(&err, STEAD_DUPLICATE, "rank %.15g comes twice", ask->rank[row]);
                stats_refuse_row(d, row, &err);
            }
            places[at] = places[at - 1];
        }
        places[at] = row;
    }
    for (size_t i = 0; i < l->groups; i++) {
        l->y[i] = ask->value[places[i]];
        l->n[i] = ask->population[places[i]];
        l->lower[i] = ask->lower != NULL ? ask->lower[places[i]] : NAN;
        l->upper[i] = ask->upper != NULL ? ask->upper[places[i]] : NAN;
    }
}

static void give_ladder(const stats_data *d, stats_out *out, const slope_ask *ask, size_t g,
                        const ladder *l)
{
    stead_error err;
    stead_slope s;
    stead_gap gap;
    stead_slope_limits m = {NAN, NAN, NAN, NAN, NAN, NAN};
    stead_gradient gradient = {l->y, l->n, l->lower, l->upper, l->groups, ask->scale};
    bool simulate = ask->lower != NULL && ask->upper != NULL;
    if (stead_slope_of(&gradient, &s, &err) != STEAD_OK ||
        stead_gap_of(l->y, l->n, l->groups, ask->better > 0, &gap, &err) != STEAD_OK ||
        (simulate && stead_slope_simulate(&gradient, ask->draws, (uint64_t)ask->seed,
                                          &ask->level, &m, &err) != STEAD_OK))
        stats_refuse_group(d, g, &err);
    stats_out_row(d, out, d->order[d->starts[g]]);
    double figures[FIGURES] = {
        s.sii,       m.sii_lower,      m.sii_upper,      s.rii,   m.rii_lower, m.rii_upper,
        s.rii_mean,  m.rii_mean_lower, m.rii_mean_upper, s.start, s.mean,      gap.absolute,
        gap.relative};
    for (size_t i = 0; i < FIGURES; i++)
        stats_out_real(out, i, figures[i]);
    if (ask->better != 0) {
        stats_out_real(out, 13, gap.burden);
        stats_out_real(out, 14, gap.burden_share);
        stats_out_number(out, 15, (int64_t)gap.best + 1);
        stats_out_number(out, 16, (int64_t)gap.worst + 1);
    }
    stats_out_text(d, out, 17, convention);
    if (simulate) {
        stats_out_number(out, 18, ask->seed);
        stats_out_number(out, 19, ask->draws);
    }
}

static int64_t read_seed(const stats_data *d)
{
    int64_t seed = 1;
    if (bind_get(&d->options, STATS_OPTIONS, "seed") != LUA_TNIL) {
        if (!lua_isinteger(d->L, -1))
            bind_refuse_option(&d->options, "seed", "a whole number expected");
        seed = lua_tointeger(d->L, -1);
    }
    lua_pop(d->L, 1);
    return seed;
}

/* stats.inequality(data, options) -> frame */
static int stats_inequality(lua_State *L)
{
    static const char *const known[] = {"value", "population", "lower",  "upper",
                                        "rank",  "by",         "scale",  "seed",
                                        "draws", "confidence", "better", NULL};
    static const char *const scales[] = {"linear", "log", "logit", NULL};
    static const char *const ways[] = {"unsaid", "up", "down", NULL};
    static const int signs[] = {0, 1, -1};
    stats_data d;
    stats_out out;
    slope_ask ask;
    stats_begin(L, &d, known);
    ask.value = stats_numbers(&d, "value", true);
    ask.population = stats_numbers(&d, "population", true);
    ask.lower = stats_numbers(&d, "lower", false);
    ask.upper = stats_numbers(&d, "upper", false);
    ask.rank = stats_numbers(&d, "rank", false);
    ask.scale = (stead_scale)bind_get_choice(&d.options, STATS_OPTIONS, "scale", scales);
    ask.better = signs[bind_get_choice(&d.options, STATS_OPTIONS, "better", ways)];
    ask.seed = read_seed(&d);
    size_t draws = bind_get_count(&d.options, STATS_OPTIONS, "draws", 100000);
    ask.draws = draws <= UINT32_MAX ? (uint32_t)draws : UINT32_MAX;
    stats_level_of(&d, &ask.level);
    stats_group(&d);
    ladder *l = lua_newuserdatauv(L, sizeof *l, 0);
    stats_out_begin(&d, &out, true, columns, sizeof columns / sizeof *columns);
    for (size_t g = 0; g < d.groups; g++) {
        read_ladder(&d, &ask, g, l);
        give_ladder(&d, &out, &ask, g, l);
    }
    stats_out_end(&d, &out);
    return 1;
}

static const luaL_Reg library[] = {{"inequality", stats_inequality}, {NULL, NULL}};

int bind_open_stats_inequality(lua_State *L)
{
    luaL_setfuncs(L, library, 0);
    return 1;
}
