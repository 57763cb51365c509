/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "bind/recipe.h"

#include <string.h>

#include "base/decimal.h"
#include "bind/bind.h"
#include "sheet/pattern.h"

static const char *get_pattern(const bind_options *o, int t, const char *key)
{
    stead_error err;
    const char *pattern = bind_get_text(o, t, key);
    if (pattern != NULL && stead_pattern_check(pattern, &err))
        bind_refuse_option(o, key, err.text);
    return pattern;
}

/* Fields */

static int power_of(const bind_options *o, int t, stead_kind kind)
{
    static const char *const units[] = {"one", "thousand", "million", "percent", NULL};
    static const int powers[] = {0, 3, 6, -2};
    int unit = bind_get_choice(o, t, "unit", units);
    if (unit == 3 && kind != STEAD_RATE)
        bind_refuse_option(o, "unit", "only a rate is in percent");
    if (unit != 0 && (kind == STEAD_TEXT || kind == STEAD_REAL))
        bind_refuse_option(o, "unit", "a text or real has none");
    return powers[unit];
}

static void check_field(const bind_options *outer, int t, size_t number, bool headed,
                        stead_field *out)
{
    static const char *const kinds[] = {"text", "integer", "quantity", "money",
                                        "rate", "real",    NULL};
    static const char *const blanks[] = {"refuse", "leave out", "allow", NULL};
    static const char *const otherwise[] = {"refuse", "report", NULL};
    static const char *const keys[] = {"name",     "is",      "headings",  "position",
                                       "optional", "key",     "blank",     "unit",
                                       "missing",  "pattern", "otherwise", NULL};
    bind_options at = *outer;
    at.where = lua_pushfstring(at.L, "field %I", (LUAI_UACINT)number);
    out->name = bind_get_text(&at, t, "name");
    if (out->name == NULL || out->name[0] == '\0')
        bind_refuse_option(&at, "name", "a text expected");
    at.where = lua_pushfstring(at.L, "field '%s'", out->name);
    bind_check_keys(&at, t, keys);
    out->kind = (stead_kind)bind_get_choice(&at, t, "is", kinds);
    out->headings = bind_get_texts(&at, t, "headings", &out->heading_count);
    if (out->heading_count == 0) {
        const char **own = bind_take(&at, 1, sizeof *own);
        own[0] = out->name;
        out->headings = own;
        out->heading_count = 1;
    }
    out->position = bind_get_count(&at, t, "position", 0);
    if (headed == (out->position != 0))
        bind_refuse_option(&at, "position",
                           headed ? "the file has headings" : "which column is it?");
    out->optional = bind_get_flag(&at, t, "optional");
    out->key = bind_get_flag(&at, t, "key");
    out->blank = (stead_blank)bind_get_choice(&at, t, "blank", blanks);
    out->power = power_of(&at, t, out->kind);
    out->reports = bind_get_choice(&at, t, "otherwise", otherwise) == 1;
    out->marks = bind_get_texts(&at, t, "missing", &out->mark_count);
    out->pattern = get_pattern(&at, t, "pattern");
    lua_pop(at.L, 2);
}

static void check_fields(const bind_options *o, int t, stead_recipe *out)
{
    lua_State *L = o->L;
    if (bind_get(o, t, "fields") != LUA_TTABLE || lua_rawlen(L, -1) == 0)
        bind_refuse_option(o, "fields", "a list of fields expected");
    out->field_count = lua_rawlen(L, -1);
    stead_field *fields = bind_take(o, out->field_count, sizeof *fields);
    for (size_t i = 0; i < out->field_count; i++) {
        if (lua_rawgeti(L, -1, (lua_Integer)i + 1) != LUA_TTABLE)
            bind_refuse_option(o, "fields", "a list of fields expected");
        check_field(o, lua_gettop(L), i + 1, out->header != NULL, &fields[i]);
        for (size_t k = 0; k < i; k++)
            if (strcmp(fields[k].name, fields[i].name) == 0)
                bind_refuse_option(o, "fields",
                                   lua_pushfstring(L, "two are called '%s'", fields[i].name));
        lua_pop(L, 1);
    }
    out->fields = fields;
    lua_pop(L, 1);
}

/* The names of the fields, as bind_check_keys takes them. */
static const char *const *field_names(const bind_options *o, const stead_recipe *recipe)
{
    const char **names = bind_take(o, recipe->field_count, sizeof *names);
    for (size_t i = 0; i < recipe->field_count; i++)
        names[i] = recipe->fields[i].name;
    return names;
}

/* only = { field = pattern, … }, taken in the order of the fields. */
static void check_only(const bind_options *outer, int t, stead_recipe *out)
{
    bind_options at = *outer;
    at.where = "only";
    int type = bind_get(&at, t, "only");
    stead_only *only = bind_take(&at, out->field_count, sizeof *only);
    out->only = only;
    if (type != LUA_TNIL && type != LUA_TTABLE)
        bind_refuse_option(&at, NULL, "a table of patterns by field expected");
    if (type == LUA_TTABLE) {
        int here = lua_gettop(at.L);
        bind_check_keys(&at, here, field_names(&at, out));
        for (size_t i = 0; i < out->field_count; i++) {
            const char *pattern = get_pattern(&at, here, out->fields[i].name);
            if (pattern != NULL)
                only[out->only_count++] = (stead_only){i, pattern};
        }
    }
    lua_pop(at.L, 1);
}

/* What must hold */

/* The field of that name, which sums can be taken of. */
static size_t summed_field(const bind_options *o, const stead_recipe *recipe, const char *key,
                           const char *name)
{
    size_t i = 0;
    while (i < recipe->field_count && strcmp(recipe->fields[i].name, name) != 0)
        i++;
    if (i == recipe->field_count) {
        const char *near = bind_nearest(name, field_names(o, recipe));
        bind_refuse_option(o, key,
                           lua_pushfstring(o->L, "'%s' is not a field%s%s%s", name,
                                           near == NULL ? "" : "; did you mean '",
                                           near == NULL ? "" : near, near == NULL ? "" : "'?"));
    }
    if (recipe->fields[i].kind == STEAD_TEXT || recipe->fields[i].kind == STEAD_REAL)
        bind_refuse_option(o, key, lua_pushfstring(o->L, "'%s' has no exact sum", name));
    return i;
}

static void check_sum(const bind_options *outer, int t, const stead_recipe *recipe,
                      stead_sums *out)
{
    static const char *const keys[] = {"of", "to", "within", "otherwise", NULL};
    static const char *const otherwise[] = {"refuse", "report", NULL};
    bind_options at = *outer;
    stead_error err;
    at.where = "sums";
    bind_check_keys(&at, t, keys);
    const char *const *names = bind_get_texts(&at, t, "of", &out->of_count);
    const char *to = bind_get_text(&at, t, "to"), *within = bind_get_text(&at, t, "within");
    if (out->of_count == 0 || to == NULL)
        bind_refuse_option(&at, NULL, "'of' and 'to' expected");
    out->to = summed_field(&at, recipe, "to", to);
    stead_kind kind = recipe->fields[out->to].kind;
    size_t *of = bind_take(&at, out->of_count, sizeof *of);
    for (size_t i = 0; i < out->of_count; i++) {
        of[i] = summed_field(&at, recipe, "of", names[i]);
        if (recipe->fields[of[i]].kind != kind)
            bind_refuse_option(
                &at, "of", lua_pushfstring(at.L, "'%s' and '%s' differ in kind", names[i], to));
    }
    out->of = of;
    int places = kind == STEAD_INTEGER ? 0 : kind == STEAD_MONEY ? 2 : 9;
    if (within != NULL &&
        stead_decimal_parse(within, strlen(within), places,
                            STEAD_DECIMAL_EXACT | STEAD_DECIMAL_COMMAS, &out->within, &err))
        bind_refuse_option(&at, "within", err.text);
    out->reports = bind_get_choice(&at, t, "otherwise", otherwise) == 1;
}

/* sums = { of = …, to = … }, or a list of such. */
static void check_sums(const bind_options *o, int t, stead_recipe *out)
{
    lua_State *L = o->L;
    int type = bind_get(o, t, "sums");
    if (type != LUA_TNIL && type != LUA_TTABLE)
        bind_refuse_option(o, "sums", "a table expected");
    size_t listed = type == LUA_TTABLE ? lua_rawlen(L, -1) : 0;
    out->sum_count = type == LUA_TNIL ? 0 : listed == 0 ? 1 : listed;
    stead_sums *sums = bind_take(o, out->sum_count, sizeof *sums);
    if (type == LUA_TTABLE && listed == 0)
        check_sum(o, lua_gettop(L), out, &sums[0]);
    for (size_t i = 0; i < listed; i++) {
        if (lua_rawgeti(L, -1, (lua_Integer)i + 1) != LUA_TTABLE)
            bind_refuse_option(o, "sums", "a table expected");
        check_sum(o, lua_gettop(L), out, &sums[i]);
        lua_pop(L, 1);
    }
    out->sums = sums;
    lua_pop(L, 1);
}

static size_t get_row_bound(const bind_options *o, int i)
{
    lua_rawgeti(o->L, -1, i);
    if (!lua_isinteger(o->L, -1) || lua_tointeger(o->L, -1) < 0)
        bind_refuse_option(o, "rows", "write { least, most }");
    size_t bound = (size_t)lua_tointeger(o->L, -1);
    lua_pop(o->L, 1);
    return bound;
}

static void check_must(const bind_options *outer, int t, stead_recipe *out)
{
    static const char *const keys[] = {"rows", "sums", NULL};
    bind_options at = *outer;
    at.where = "must";
    int type = bind_get(&at, t, "must");
    if (type != LUA_TNIL && type != LUA_TTABLE)
        bind_refuse_option(&at, NULL, "a table expected");
    if (type == LUA_TTABLE) {
        int here = lua_gettop(at.L);
        bind_check_keys(&at, here, keys);
        int rows = bind_get(&at, here, "rows");
        if (rows != LUA_TNIL && rows != LUA_TTABLE)
            bind_refuse_option(&at, "rows", "write { least, most }");
        if (rows == LUA_TTABLE) {
            out->counted = true;
            out->row_least = get_row_bound(&at, 1);
            out->row_most = get_row_bound(&at, 2);
        }
        lua_pop(at.L, 1);
        check_sums(&at, here, out);
    }
    lua_pop(at.L, 1);
}

/* The whole */

void bind_check_choice(const bind_options *o, int t, stead_choice *out)
{
    static const char *const encodings[] = {"utf-8", "cp1252", NULL};
    *out = (stead_choice){0};
    out->encoding = (stead_encoding)bind_get_choice(o, t, "encoding", encodings);
    if (bind_get(o, t, "sheet") == LUA_TNUMBER) {
        if (!lua_isinteger(o->L, -1) || lua_tointeger(o->L, -1) < 1)
            bind_refuse_option(o, "sheet", "a name, or a number from 1, expected");
        out->number = (size_t)lua_tointeger(o->L, -1);
    } else {
        out->sheet = bind_get_text(o, t, "sheet");
    }
    lua_pop(o->L, 1);
}

static const char *check_header(const bind_options *o, int t)
{
    int type = bind_get(o, t, "header");
    if (type != LUA_TSTRING && (type != LUA_TBOOLEAN || lua_toboolean(o->L, -1)))
        bind_refuse_option(
            o, "header",
            "write the heading that begins the heading row, or false when there is none");
    const char *header = lua_tostring(o->L, -1);
    lua_pop(o->L, 1);
    return header;
}

enum { HEADER_WITHIN = 20 };

void bind_check_recipe(lua_State *L, int arg, stead_arena *arena, stead_recipe *out,
                       stead_choice *choice)
{
    static const char *const keys[] = {"header", "within", "stop",     "trim",
                                       "commas", "fields", "encoding", "only",
                                       "must",   "sheet",  NULL};
    bind_options at = {L, arg, arena, "recipe"};
    luaL_checkstack(L, 20, "recipe");
    luaL_checktype(L, arg, LUA_TTABLE);
    bind_check_keys(&at, arg, keys);
    *out = (stead_recipe){0};
    out->header = check_header(&at, arg);
    out->within = bind_get_count(&at, arg, "within", HEADER_WITHIN);
    out->stops = bind_get_texts(&at, arg, "stop", &out->stop_count);
    out->trim = bind_get_flag(&at, arg, "trim");
    out->commas = bind_get_flag(&at, arg, "commas");
    bind_check_choice(&at, arg, choice);
    check_fields(&at, arg, out);
    check_only(&at, arg, out);
    check_must(&at, arg, out);
}
