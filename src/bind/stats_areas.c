/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/stats_areas: areas compared: funnels, quantiles, inequality and life expectancy. */
#include <math.h>
#include <string.h>

#include "bind/stats.h"
#include "calc/funnel.h"
#include "calc/lifetable.h"
#include "calc/quantile.h"

static const char *significance_words(stead_significance at)
{
    static const char *const words[] = {"lower, beyond 99.8%", "lower, beyond 95%", "similar",
                                        "higher, beyond 95%", "higher, beyond 99.8%"};
    return words[at - STEAD_MUCH_LOWER];
}

static double check_target(const stats_data *d)
{
    if (bind_get(&d->options, STATS_OPTIONS, "target") == LUA_TNIL)
        bind_refuse_option(&d->options, "target", "a number expected");
    lua_pop(d->L, 1);
    return stats_number(d, "target", 0);
}

/* stats.funnel(data, options) -> frame */
static int stats_funnel(lua_State *L)
{
    static const char *const known[] = {"count", "population", "kind", "target", "per", NULL};
    static const char *const kinds[] = {"proportion", "rate", "ratio", NULL};
    static const stead_column columns[] = {{"size", STEAD_REAL},      {"value", STEAD_REAL},
                                           {"lower_95", STEAD_REAL},  {"upper_95", STEAD_REAL},
                                           {"lower_998", STEAD_REAL}, {"upper_998", STEAD_REAL},
                                           {"place", STEAD_TEXT}};
    stats_data d;
    stats_out out;
    stead_level inner, outer;
    stead_error err;
    stats_begin(L, &d, known);
    int kind = bind_get_choice(&d.options, STATS_OPTIONS, "kind", kinds);
    double per = stats_number(&d, "per", kind == STEAD_FUNNEL_RATE ? 100000 : 1);
    double target = check_target(&d) / per;
    double *count = stats_numbers(&d, "count", true);
    double *size = stats_numbers(&d, "population", true);
    if (stead_level_make(&inner, 0.95, &err) != STEAD_OK ||
        stead_level_make(&outer, 0.998, &err) != STEAD_OK)
        return bind_raise(L, &err);
    stats_out_begin(&d, &out, false, columns, 7);
    for (size_t i = 0; i < d.rows; i++) {
        stead_limits near, far;
        if (!(count[i] >= 0) || (kind == STEAD_FUNNEL_PROPORTION && count[i] > size[i])) {
            stead_fail(&err, STEAD_RANGE, "count %.15g is %s", count[i],
                       count[i] >= 0 ? "more than its denominator" : "negative or missing");
            return stats_refuse_row(&d, i, &err);
        }
        if (stead_funnel_limits((stead_funnel_kind)kind, target, size[i], &inner, &near,
                                &err) != STEAD_OK ||
            stead_funnel_limits((stead_funnel_kind)kind, target, size[i], &outer, &far, &err) !=
                STEAD_OK)
            return stats_refuse_row(&d, i, &err);
        double value = count[i] / size[i];
        stats_out_row(&d, &out, i);
        double figures[] = {size[i],          value * per,     near.lower * per,
                            near.upper * per, far.lower * per, far.upper * per};
        for (size_t c = 0; c < 6; c++)
            stats_out_real(&out, c, figures[c]);
        stats_out_text(&d, &out, 6, significance_words(stead_funnel_place(value, near, far)));
    }
    stats_out_end(&d, &out);
    return 1;
}

/* Takes the rows of a group out of a column; NULL stays NULL. */
static void take_group(const stats_data *d, size_t g, const double *column, double *out)
{
    for (size_t i = d->starts[g]; column != NULL && i < d->starts[g + 1]; i++)
        out[i - d->starts[g]] = column[d->order[i]];
}

/* stats.quantiles(data, options) -> frame */
static int stats_quantiles(lua_State *L)
{
    static const char *const known[] = {"value",        "population", "quantiles",
                                        "lowest_first", "by",         NULL};
    static const stead_column columns[] = {{"value", STEAD_REAL}, {"quantile", STEAD_INTEGER}};
    stats_data d;
    stats_out out;
    stead_error err;
    stats_begin(L, &d, known);
    double *values = stats_numbers(&d, "value", true);
    double *people = stats_numbers(&d, "population", false);
    size_t wanted = bind_get_count(&d.options, STATS_OPTIONS, "quantiles", 10);
    bool highest = !bind_get_flag(&d.options, STATS_OPTIONS, "lowest_first");
    luaL_argcheck(L, wanted <= 1000, STATS_OPTIONS, "options, quantiles: at most 1000");
    stats_group(&d);
    double *y = lua_newuserdatauv(L, d.rows * sizeof *y, 0);
    double *n = lua_newuserdatauv(L, d.rows * sizeof *n, 0);
    uint32_t *one = lua_newuserdatauv(L, d.rows * sizeof *one, 0);
    uint32_t *all = lua_newuserdatauv(L, d.rows * sizeof *all, 0);
    for (size_t g = 0; g < d.groups; g++) {
        size_t count = d.starts[g + 1] - d.starts[g];
        take_group(&d, g, values, y);
        take_group(&d, g, people, n);
        for (size_t i = 0; people != NULL && i < count; i++) {
            if (n[i] > 0 || isnan(y[i]))
                continue;
            stead_fail(&err, STEAD_RANGE, "population %.15g is not positive", n[i]);
            return stats_refuse_row(&d, d.order[d.starts[g] + i], &err);
        }
        stead_status rc =
            people == NULL
                ? stead_quantile_assign(y, count, (uint32_t)wanted, highest, one, &err)
                : stead_quantile_people(y, n, count, (uint32_t)wanted, highest, one, &err);
        if (rc != STEAD_OK)
            return stats_refuse_group(&d, g, &err);
        for (size_t i = 0; i < count; i++)
            all[d.order[d.starts[g] + i]] = one[i];
    }
    stats_out_begin(&d, &out, false, columns, 2);
    for (size_t i = 0; i < d.rows; i++) {
        stats_out_row(&d, &out, i);
        stats_out_real(&out, 0, values[i]);
        stats_out_number(&out, 1, all[i] == 0 ? STEAD_MISSING : all[i]);
    }
    stats_out_end(&d, &out);
    return 1;
}

/* stats.life(data, options) -> frame */
static int stats_life(lua_State *L)
{
    static const char *const known[] = {"age", "deaths",     "population",
                                        "by",  "confidence", NULL};
    static const stead_column columns[] = {
        {"age", STEAD_REAL},       {"deaths", STEAD_REAL}, {"population", STEAD_REAL},
        {"survivors", STEAD_REAL}, {"value", STEAD_REAL},  {"lower", STEAD_REAL},
        {"upper", STEAD_REAL}};
    stats_data d;
    stats_out out;
    stead_level level;
    stead_error err;
    stats_begin(L, &d, known);
    stats_level_of(&d, &level);
    double *ages = stats_numbers(&d, "age", true), *deaths = stats_numbers(&d, "deaths", true);
    double *people = stats_numbers(&d, "population", true);
    stats_group(&d);
    double *x = lua_newuserdatauv(L, d.rows * sizeof *x, 0);
    double *y = lua_newuserdatauv(L, d.rows * sizeof *y, 0);
    double *n = lua_newuserdatauv(L, d.rows * sizeof *n, 0);
    stead_life *life = lua_newuserdatauv(L, d.rows * sizeof *life, 0);
    stats_out_begin(&d, &out, true, columns, 7);
    for (size_t g = 0; g < d.groups; g++) {
        size_t bands = d.starts[g + 1] - d.starts[g];
        take_group(&d, g, ages, x);
        take_group(&d, g, deaths, y);
        take_group(&d, g, people, n);
        if (stead_life_table(x, y, n, bands, &level, life, &err) != STEAD_OK)
            return stats_refuse_group(&d, g, &err);
        for (size_t i = 0; i < bands; i++) {
            const stead_life *one = &life[i];
            double figures[] = {x[i],
                                y[i],
                                n[i],
                                one->survivors,
                                one->expectancy.value,
                                one->expectancy.lower,
                                one->expectancy.upper};
            stats_out_row(&d, &out, d.order[d.starts[g] + i]);
            for (size_t c = 0; c < 7; c++)
                stats_out_real(&out, c, figures[c]);
        }
    }
    stats_out_end(&d, &out);
    return 1;
}

static const luaL_Reg library[] = {{"funnel", stats_funnel},
                                   {"quantiles", stats_quantiles},
                                   {"life", stats_life},
                                   {NULL, NULL}};

int bind_open_stats_areas(lua_State *L)
{
    luaL_setfuncs(L, library, 0);
    return 1;
}
