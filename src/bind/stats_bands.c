/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/stats_bands: standardised rates. Areas meet the standard population by the name of the
 * band, never by its place. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bind/stats.h"
#include "calc/standardise.h"

enum { FREQUENCIES = 16 };

/* The bands of the standard in byte order of name; `of` gives a band for a symbol of the band
 * column, or `count`. */
typedef struct {
    const char **names;
    double *first, *second; /* weight; or reference count and population */
    size_t count, column;
    uint32_t *of;
} standard;

/* One area in the order of the standard. */
typedef struct {
    double *count, *population, *squares;
    bool *seen;
} area;

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static double band_number(const stats_data *d, const char *option, const char *band)
{
    if (lua_type(d->L, -1) != LUA_TNUMBER)
        bind_refuse_option(&d->options, option,
                           lua_pushfstring(d->L, "band '%s': a number expected", band));
    double number = lua_tonumber(d->L, -1);
    lua_pop(d->L, 1);
    return number;
}

/* The values of each band of the table on top of the stack. */
static void read_values(const stats_data *d, const char *option, standard *s, bool pairs)
{
    lua_State *L = d->L;
    for (size_t b = 0; b < s->count; b++) {
        int type = bind_field(L, -1, s->names[b]);
        if (!pairs) {
            s->first[b] = band_number(d, option, s->names[b]);
            continue;
        }
        if (type != LUA_TTABLE)
            bind_refuse_option(&d->options, option,
                               lua_pushfstring(L,
                                               "band '%s': write { count = …, population = … }",
                                               s->names[b]));
        bind_field(L, -1, "count");
        s->first[b] = band_number(d, option, s->names[b]);
        bind_field(L, -1, "population");
        s->second[b] = band_number(d, option, s->names[b]);
        lua_pop(L, 1);
    }
}

/* Which band each text of the band column is. */
static void find_bands(const stats_data *d, standard *s)
{
    const stead_symbols *symbols = stead_frame_symbols(d->frame);
    size_t known = stead_symbols_count(symbols) + 1;
    s->of = lua_newuserdatauv(d->L, known * sizeof *s->of, 0);
    for (size_t i = 0; i < known; i++)
        s->of[i] = (uint32_t)s->count;
    for (size_t b = 0; b < s->count; b++)
        s->of[stead_symbols_find(symbols, s->names[b], strlen(s->names[b]))] = (uint32_t)b;
    s->of[0] = (uint32_t)s->count; /* where a name that no row has was noted */
}

static void read_standard(const stats_data *d, const char *option, bool pairs, standard *s)
{
    lua_State *L = d->L;
    *s = (standard){.count = 0};
    if (!stats_column(d, "band", &s->column) ||
        stead_frame_kind(d->frame, s->column) != STEAD_TEXT)
        luaL_argerror(L, STATS_DATA, "a column 'band' with the names of age bands expected");
    if (bind_get(&d->options, STATS_OPTIONS, option) != LUA_TTABLE)
        bind_refuse_option(&d->options, option, "a table by name of band expected");
    int t = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, t) != 0; lua_pop(L, 1), s->count++)
        if (lua_type(L, -2) != LUA_TSTRING)
            bind_refuse_option(&d->options, option, "bands are named, not numbered");
    if (s->count == 0)
        bind_refuse_option(&d->options, option, "there are no bands");
    s->names = lua_newuserdatauv(L, s->count * sizeof *s->names, 0);
    s->first = lua_newuserdatauv(L, s->count * sizeof *s->first, 0);
    s->second = lua_newuserdatauv(L, s->count * sizeof *s->second, 0);
    size_t at = 0;
    for (lua_pushnil(L); lua_next(L, t) != 0; lua_pop(L, 1))
        s->names[at++] = lua_tostring(L, -2);
    qsort(s->names, s->count, sizeof *s->names, compare_names);
    lua_pushvalue(L, t);
    read_values(d, option, s, pairs);
    lua_pop(L, 1);
    find_bands(d, s);
}

static int refuse_band(const stats_data *d, size_t row, const char *band, const char *why)
{
    stead_error err;
    stead_fail(&err, STEAD_MISMATCH, "band '%s' %s", band, why);
    return stats_refuse_row(d, row, &err);
}

/* Fills the area from the rows of a group: each band of the standard once, and no other. */
static void fill_area(const stats_data *d, const standard *s, size_t g, const double *count,
                      const double *population, const double *squares, area *a)
{
    stead_error err;
    const stead_symbol *bands = stead_frame_texts(d->frame, s->column);
    memset(a->seen, 0, s->count * sizeof *a->seen);
    for (size_t i = d->starts[g]; i < d->starts[g + 1]; i++) {
        size_t row = d->order[i], b = s->of[bands[row]];
        if (b == s->count)
            refuse_band(d, row, stead_frame_text(d->frame, row, s->column),
                        "is not in the standard population");
        if (a->seen[b])
            refuse_band(d, row, s->names[b], "comes twice");
        a->seen[b] = true;
        a->count[b] = count[row];
        a->population[b] = population[row];
        if (squares != NULL)
            a->squares[b] = squares[row];
    }
    for (size_t b = 0; b < s->count; b++) {
        if (!a->seen[b]) {
            stead_fail(&err, STEAD_NOTFOUND, "band '%s' of the standard population is missing",
                       s->names[b]);
            stats_refuse_group(d, g, &err);
        }
    }
}

static area new_area(lua_State *L, size_t bands)
{
    return (area){lua_newuserdatauv(L, bands * sizeof(double), 0),
                  lua_newuserdatauv(L, bands * sizeof(double), 0),
                  lua_newuserdatauv(L, bands * sizeof(double), 0),
                  lua_newuserdatauv(L, bands * sizeof(bool), 0)};
}

/* Σ f² × people who had f events, from the columns that option `persons` lists for f = 1, 2, …;
 * NULL without it. A missing cell is nobody. */
static double *read_squares(const stats_data *d)
{
    lua_State *L = d->L;
    size_t count;
    if (bind_get(&d->options, STATS_OPTIONS, "persons") == LUA_TNIL)
        return NULL;
    size_t *columns = bind_check_columns(L, -1, STATS_OPTIONS, d->frame, &count);
    if (count > FREQUENCIES)
        bind_refuse_option(&d->options, "persons", "at most 16 columns");
    double *squares = lua_newuserdatauv(L, d->rows * sizeof *squares, 0);
    memset(squares, 0, d->rows * sizeof *squares);
    for (size_t f = 1; f <= count; f++) {
        const double *people = stats_column_numbers(d, columns[f - 1]);
        for (size_t i = 0; i < d->rows; i++)
            squares[i] += isnan(people[i]) ? 0 : people[i] * (double)(f * f);
    }
    return squares;
}

/* stats.direct(data, options) -> frame */
static int stats_direct(lua_State *L)
{
    static const char *const known[] = {"count",  "population", "band", "standard",
                                        "per",    "confidence", "by",   "persons",
                                        "blanks", NULL};
    static const stead_column columns[] = {{"count", STEAD_REAL}, {"population", STEAD_REAL},
                                           {"value", STEAD_REAL}, {"lower", STEAD_REAL},
                                           {"upper", STEAD_REAL}, {"method", STEAD_TEXT}};
    stats_data d;
    stats_out out;
    standard s;
    stead_level level;
    stead_error err;
    stats_begin(L, &d, known);
    stats_level_of(&d, &level);
    read_standard(&d, "standard", false, &s);
    double *count = stats_numbers(&d, "count", true), per = stats_number(&d, "per", 100000);
    double *population = stats_numbers(&d, "population", true);
    stats_blanks(&d, (double *[]){count}, 1);
    double *squares = read_squares(&d);
    stats_group(&d);
    area a = new_area(L, s.count);
    stead_bands bands = {.names = s.names,
                         .count = a.count,
                         .population = a.population,
                         .weight = s.first,
                         .squares = squares != NULL ? a.squares : NULL,
                         .bands = s.count};
    stats_out_begin(&d, &out, true, columns, 6);
    for (size_t g = 0; g < d.groups; g++) {
        stead_direct r;
        fill_area(&d, &s, g, count, population, squares, &a);
        if (stead_direct_rate(&bands, per, &level, &r, &err) != STEAD_OK)
            return stats_refuse_group(&d, g, &err);
        stats_out_row(&d, &out, d.order[d.starts[g]]);
        double figures[] = {r.count, r.population, r.rate.value, r.rate.lower, r.rate.upper};
        for (size_t i = 0; i < 5; i++)
            stats_out_real(&out, i, figures[i]);
        stats_out_text(&d, &out, 5,
                       isnan(r.rate.value) ? "not given: fewer than 10 events"
                       : squares != NULL   ? "Dobson, events not independent"
                                           : "Dobson");
    }
    stats_out_end(&d, &out);
    return 1;
}

/* stats.indirect(data, options) -> frame */
static int stats_indirect(lua_State *L)
{
    static const char *const known[] = {
        "count", "population", "band", "reference", "per", "confidence", "by", "blanks", NULL};
    static const stead_column columns[] = {
        {"observed", STEAD_REAL},    {"expected", STEAD_REAL},
        {"ratio", STEAD_REAL},       {"ratio_lower", STEAD_REAL},
        {"ratio_upper", STEAD_REAL}, {"reference_rate", STEAD_REAL},
        {"value", STEAD_REAL},       {"lower", STEAD_REAL},
        {"upper", STEAD_REAL},       {"method", STEAD_TEXT}};
    stats_data d;
    stats_out out;
    standard s;
    stead_level level;
    stead_error err;
    stats_begin(L, &d, known);
    stats_level_of(&d, &level);
    read_standard(&d, "reference", true, &s);
    double *count = stats_numbers(&d, "count", true), per = stats_number(&d, "per", 100000);
    double *population = stats_numbers(&d, "population", true);
    stats_blanks(&d, (double *[]){count, population}, 2);
    stats_group(&d);
    area a = new_area(L, s.count);
    stead_bands bands = {.names = s.names,
                         .count = a.count,
                         .population = a.population,
                         .reference_count = s.first,
                         .reference_population = s.second,
                         .bands = s.count};
    stats_out_begin(&d, &out, true, columns, 10);
    for (size_t g = 0; g < d.groups; g++) {
        stead_indirect r;
        fill_area(&d, &s, g, count, population, NULL, &a);
        if (stead_indirect_rate(&bands, per, &level, &r, &err) != STEAD_OK)
            return stats_refuse_group(&d, g, &err);
        stats_out_row(&d, &out, d.order[d.starts[g]]);
        double figures[] = {r.observed,    r.expected,    r.ratio.value,
                            r.ratio.lower, r.ratio.upper, r.reference_rate,
                            r.rate.value,  r.rate.lower,  r.rate.upper};
        for (size_t i = 0; i < 9; i++)
            stats_out_real(&out, i, figures[i]);
        stats_out_text(&d, &out, 9, stead_rate_method(r.observed, STEAD_BY_DEFAULT));
    }
    stats_out_end(&d, &out);
    return 1;
}

static const luaL_Reg library[] = {
    {"direct", stats_direct}, {"indirect", stats_indirect}, {NULL, NULL}};

int bind_open_stats_bands(lua_State *L)
{
    luaL_setfuncs(L, library, 0);
    return 1;
}
