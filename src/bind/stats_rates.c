/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/stats_rates: rates, proportions, means and standardised rates. */
#include <math.h>
#include <string.h>

#include "bind/stats.h"
#include "calc/standardise.h"

typedef struct {
    double per;
    stead_method method;
    stead_level level;
    bool proportion, leave; /* missing cells give missing figures */
} rate_ask;

static const stead_column rate_columns[] = {{"count", STEAD_REAL}, {"population", STEAD_REAL},
                                            {"value", STEAD_REAL}, {"lower", STEAD_REAL},
                                            {"upper", STEAD_REAL}, {"method", STEAD_TEXT}};

/* Gives one row of the answer; a refusal names `row`. */
static void rate_row(const stats_data *d, stats_out *out, const rate_ask *ask, size_t row,
                     double count, double population)
{
    stead_error err;
    stead_estimate e = {NAN, NAN, NAN};
    stats_out_row(d, out, row);
    bool left = ask->leave && (isnan(count) || isnan(population));
    stead_status rc = STEAD_OK;
    if (!left && ask->proportion)
        rc = stead_proportion_of(count, population, ask->per, ask->method, &ask->level, &e,
                                 &err);
    else if (!left)
        rc = stead_rate_of(count, population, ask->per, ask->method, &ask->level, &e, &err);
    if (rc != STEAD_OK)
        stats_refuse_row(d, row, &err);
    double figures[] = {count, population, e.value, e.lower, e.upper};
    for (size_t i = 0; i < 5; i++)
        stats_out_real(out, i, figures[i]);
    if (ask->proportion)
        stats_out_text(d, out, 5, ask->method == STEAD_BY_EXACT ? "exact" : "Wilson");
    else if (!left)
        stats_out_text(d, out, 5, stead_rate_method(count, ask->method));
}

static int give_rates(lua_State *L, bool proportion)
{
    static const char *const known[] = {"count",  "population", "per",    "confidence",
                                        "method", "by",         "blanks", NULL};
    static const char *const methods[] = {"default", "exact", "byar", NULL};
    static const char *const shares[] = {"wilson", "exact", NULL};
    stats_data d;
    stats_out out;
    stats_begin(L, &d, known);
    rate_ask ask = {.proportion = proportion};
    ask.per = stats_number(&d, "per", proportion ? 1 : 100000);
    ask.method = (stead_method)bind_get_choice(&d.options, STATS_OPTIONS, "method",
                                               proportion ? shares : methods);
    stats_level_of(&d, &ask.level);
    double *count = stats_numbers(&d, "count", true);
    double *population = stats_numbers(&d, "population", true);
    ask.leave = stats_blanks(&d, (double *[]){count, population}, 2);
    stats_group(&d);
    stats_out_begin(&d, &out, d.by_count > 0, rate_columns, 6);
    for (size_t i = 0; d.by_count == 0 && i < d.rows; i++)
        rate_row(&d, &out, &ask, i, count[i], population[i]);
    for (size_t g = 0; d.by_count > 0 && g < d.groups; g++) {
        double events = 0, people = 0;
        for (size_t i = d.starts[g]; i < d.starts[g + 1]; i++) {
            events += count[d.order[i]];
            people += population[d.order[i]];
        }
        rate_row(&d, &out, &ask, d.order[d.starts[g]], events, people);
    }
    stats_out_end(&d, &out);
    return 1;
}

/* stats.rates(data [, options]) -> frame */
static int stats_rates(lua_State *L)
{
    return give_rates(L, false);
}

/* stats.proportions(data [, options]) -> frame */
static int stats_proportions(lua_State *L)
{
    return give_rates(L, true);
}

/* stats.means(data [, options]) -> frame */
static int stats_means(lua_State *L)
{
    static const char *const known[] = {"value", "confidence", "by", NULL};
    static const stead_column columns[] = {{"values", STEAD_INTEGER}, {"deviation", STEAD_REAL},
                                           {"value", STEAD_REAL},     {"lower", STEAD_REAL},
                                           {"upper", STEAD_REAL},     {"method", STEAD_TEXT}};
    stats_data d;
    stats_out out;
    stead_level level;
    stead_error err;
    stats_begin(L, &d, known);
    stats_level_of(&d, &level);
    double *values = stats_numbers(&d, "value", true);
    stats_group(&d);
    double *held = lua_newuserdatauv(L, d.rows * sizeof *held, 0);
    stats_out_begin(&d, &out, true, columns, 6);
    for (size_t g = 0; g < d.groups; g++) {
        size_t count = d.starts[g + 1] - d.starts[g];
        double deviation;
        stead_estimate e;
        for (size_t i = 0; i < count; i++)
            held[i] = values[d.order[d.starts[g] + i]];
        if (stead_mean_of(held, count, &level, &e, &deviation, &err) != STEAD_OK)
            return stats_refuse_group(&d, g, &err);
        stats_out_row(&d, &out, d.order[d.starts[g]]);
        stats_out_number(&out, 0, (int64_t)count);
        double figures[] = {deviation, e.value, e.lower, e.upper};
        for (size_t i = 0; i < 4; i++)
            stats_out_real(&out, i + 1, figures[i]);
        stats_out_text(&d, &out, 5, "Student's t");
    }
    stats_out_end(&d, &out);
    return 1;
}

static const luaL_Reg library[] = {{"rates", stats_rates},
                                   {"proportions", stats_proportions},
                                   {"means", stats_means},
                                   {NULL, NULL}};

int bind_open_stats_rates(lua_State *L)
{
    luaL_setfuncs(L, library, 0);
    return 1;
}
