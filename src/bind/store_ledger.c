/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/store_ledger: a file into the ledger, chunk by chunk. */
#include <string.h>

#include "bind/recipe.h"
#include "bind/store.h"
#include "sheet/stream.h"
#include "sheet/workbook.h"
#include "store/ledger.h"

#define ERRAND "stead.errand"

enum { CHUNK = 1 << 16 }; /* rows of one transaction */

/* What one import holds, given back when it ends, however it ends. */
typedef struct {
    stead_arena *arena;
    stead_rows rows;
    stead_stream *stream;
    stead_ledger *ledger;
    stead_recipe recipe;
    stead_ledger_terms terms;
    lua_Integer id;
    const char *name;
} errand;

static int errand_clear(lua_State *L)
{
    errand *e = luaL_checkudata(L, 1, ERRAND);
    stead_ledger_close(e->ledger);
    stead_stream_close(e->stream);
    stead_rows_close(&e->rows);
    stead_arena_free(e->arena);
    *e = (errand){0};
    return 0;
}

static errand *errand_new(lua_State *L)
{
    static const luaL_Reg meta[] = {
        {"__gc", errand_clear}, {"__close", errand_clear}, {NULL, NULL}};
    errand *e = lua_newuserdatauv(L, sizeof *e, 0);
    *e = (errand){0};
    if (luaL_newmetatable(L, ERRAND))
        luaL_setfuncs(L, meta, 0);
    lua_setmetatable(L, -2);
    return e;
}

/* { import = id, years = {…}, constants = {…}, negative_plan = flag } */
static void read_terms(lua_State *L, int arg, errand *e)
{
    static const char *const keys[] = {"import", "years", "constants", "negative_plan", NULL};
    const char *names[STEAD_LEDGER_WIDTH + 1] = {NULL};
    bind_options o = {L, arg, e->arena, "options"};
    luaL_checktype(L, arg, LUA_TTABLE);
    bind_check_keys(&o, arg, keys);
    e->id = (lua_Integer)bind_get_count(&o, arg, "import", 0);
    e->terms.years = bind_get_texts(&o, arg, "years", &e->terms.year_count);
    e->terms.negative_plan = bind_get_flag(&o, arg, "negative_plan");
    for (int i = 0; i < STEAD_LEDGER_WIDTH; i++)
        names[i] = stead_ledger_field_name((stead_ledger_field)i);
    bind_options inner = {L, arg, e->arena, "constants"};
    if (bind_get(&o, arg, "constants") == LUA_TTABLE) {
        int here = lua_gettop(L);
        bind_check_keys(&inner, here, names);
        for (int i = 0; i < STEAD_LEDGER_AMOUNT; i++)
            e->terms.constants[i] = bind_get_text(&inner, here, names[i]);
    }
    lua_pop(L, 1); /* the options keep it */
}

/* Names the cell: "file:line: column 'Heading': …". */
static stead_status name_cell(const errand *e, stead_ledger_fault at, stead_error *err)
{
    stead_error why = *err;
    const char *field = stead_ledger_field_name(at.field);
    if (err->code == STEAD_MISMATCH || err->code == STEAD_DB || err->code == STEAD_IO ||
        err->code == STEAD_NOMEM)
        return stead_fail(err, why.code, "%s: %s", e->name, why.text);
    for (size_t i = 0; i < e->recipe.field_count; i++)
        if (strcmp(e->recipe.fields[i].name, field) == 0)
            return stead_fail(err, why.code, "%s:%u: column '%s': %s", e->name,
                              (unsigned)at.line, stead_stream_heading(e->stream, i), why.text);
    return stead_fail(err, why.code, "%s:%u: the recipe's '%s': %s", e->name, (unsigned)at.line,
                      field, why.text);
}

static stead_status append_all(errand *e, stead_error *err)
{
    const stead_frame *chunk;
    stead_ledger_fault fault;
    for (;;) {
        if (stead_stream_next(e->stream, CHUNK, &chunk, err) != STEAD_OK)
            return err->code;
        if (chunk == NULL)
            break;
        if (stead_ledger_append(e->ledger, chunk, &fault, err) != STEAD_OK)
            return name_cell(e, fault, err);
    }
    if (stead_ledger_rows(e->ledger) < stead_ledger_resumed(e->ledger))
        return stead_fail(err, STEAD_MISMATCH,
                          "%s: the file is shorter than when its import began", e->name);
    return STEAD_OK;
}

static void push_count(lua_State *L, const char *name, uint64_t count)
{
    lua_pushinteger(L, (lua_Integer)count);
    lua_setfield(L, -2, name);
}

/* db:ledger(path, recipe, { import = id, years = {…}, constants = {…}, negative_plan = flag })
 * -> { rows=, resumed=, bytes=, sha256= } | nil, message, code */
int bind_db_ledger(lua_State *L)
{
    stead_error err;
    stead_choice choice;
    char sha256[STEAD_DIGEST_HEX];
    stead_db *db = bind_check_db(L, 1);
    const char *path = luaL_checkstring(L, 2);
    luaL_checktype(L, 3, LUA_TTABLE);
    errand *e = errand_new(L);
    lua_toclose(L, -1);
    e->name = path;
    if (stead_arena_create(&e->arena, &err))
        return bind_raise(L, &err);
    bind_check_recipe(L, 3, e->arena, &e->recipe, &choice);
    for (size_t i = 0; i < e->recipe.field_count; i++)
        luaL_argcheck(L, !e->recipe.fields[i].key, 3, "a ledger's fields are no keys");
    luaL_argcheck(L, !e->recipe.counted && e->recipe.sum_count == 0, 3,
                  "a ledger is checked by its controls, not by 'must'");
    read_terms(L, 4, e);
    if (stead_rows_open(&e->rows, path, &choice, &err) ||
        stead_stream_open(&e->stream, &e->recipe, e->rows, &err) ||
        stead_ledger_open(&e->ledger, db, e->id, &e->terms, &err) || append_all(e, &err) ||
        stead_rows_digest(e->rows, sha256, &err))
        return bind_fail(L, &err);
    lua_createtable(L, 0, 4);
    push_count(L, "rows", stead_ledger_rows(e->ledger));
    push_count(L, "resumed", stead_ledger_resumed(e->ledger));
    push_count(L, "bytes", stead_rows_size(e->rows));
    lua_pushstring(L, sha256);
    lua_setfield(L, -2, "sha256");
    return 1;
}
