/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/sheet_book: workbooks out. */
#include <string.h>

#include "bind/bind.h"
#include "bind/desk.h"
#include "bind/options.h"
#include "sheet/ods_write.h"
#include "sheet/xlsx_write.h"

/* The frame under a key; NULL when absent. It stays good as long as the table has it. */
static const stead_frame *get_frame(const bind_options *o, int t, const char *key)
{
    int type = bind_get(o, t, key);
    const stead_frame *frame = bind_test_frame(o->L, -1);
    if (frame == NULL && type != LUA_TNIL)
        bind_refuse_option(o, key, "a frame expected");
    lua_pop(o->L, 1);
    return frame;
}

/* headings = { … }: one for each column; the columns' names when absent. */
static const char *const *get_headings(const bind_options *o, int t, const stead_frame *frame)
{
    size_t count, width = stead_frame_width(frame);
    const char *const *given = bind_get_texts(o, t, "headings", &count);
    if (count > 0 && count != width)
        bind_refuse_option(o, "headings", "one for each column expected");
    if (count > 0)
        return given;
    const char **names = bind_take(o, width, sizeof *names);
    for (size_t i = 0; i < width; i++)
        names[i] = stead_frame_name(frame, i);
    return names;
}

/* decimals = { column = 2, … } */
static const int *get_places(const bind_options *outer, int t, const stead_frame *frame)
{
    lua_State *L = outer->L;
    bind_options at = *outer;
    size_t width = stead_frame_width(frame);
    int *places = bind_take(&at, width, sizeof *places);
    const char **names = bind_take(&at, width, sizeof *names);
    for (size_t i = 0; i < width; i++) {
        places[i] = -1;
        names[i] = stead_frame_name(frame, i);
    }
    int type = bind_get(&at, t, "decimals");
    if (type != LUA_TNIL && type != LUA_TTABLE)
        bind_refuse_option(&at, "decimals", "a table of numbers by column expected");
    if (type == LUA_TTABLE) {
        int here = lua_gettop(L);
        at.where = "decimals";
        bind_check_keys(&at, here, names);
        for (size_t i = 0; i < width; i++) {
            if (bind_get(&at, here, names[i]) != LUA_TNIL) {
                if (!lua_isinteger(L, -1) || lua_tointeger(L, -1) < 0 ||
                    lua_tointeger(L, -1) > 9)
                    bind_refuse_option(&at, names[i], "a whole number from 0 to 9 expected");
                places[i] = (int)lua_tointeger(L, -1);
            }
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
    return places;
}

/* One row of the same columns. */
static const stead_frame *get_totals(const bind_options *o, int t, const stead_frame *frame)
{
    const stead_frame *totals = get_frame(o, t, "totals");
    if (totals == NULL)
        return NULL;
    bool alike = stead_frame_height(totals) == 1 &&
                 stead_frame_width(totals) == stead_frame_width(frame);
    for (size_t i = 0; alike && i < stead_frame_width(frame); i++)
        alike = stead_frame_kind(totals, i) == stead_frame_kind(frame, i);
    if (!alike)
        bind_refuse_option(o, "totals", "a frame of one row with the same kinds expected");
    return totals;
}

static void check_table(const bind_options *outer, int t, size_t number, stead_table *out)
{
    static const char *const keys[] = {"name",     "title",  "frame", "headings",
                                       "decimals", "totals", NULL};
    bind_options at = *outer;
    at.where = lua_pushfstring(at.L, "table %I", (LUAI_UACINT)number);
    bind_check_keys(&at, t, keys);
    out->name = bind_get_text(&at, t, "name");
    out->frame = get_frame(&at, t, "frame");
    if (out->name == NULL)
        bind_refuse_option(&at, "name", "a text expected");
    if (out->frame == NULL)
        bind_refuse_option(&at, "frame", "a frame expected");
    out->title = bind_get_text(&at, t, "title");
    out->headings = get_headings(&at, t, out->frame);
    out->places = get_places(&at, t, out->frame);
    out->totals = get_totals(&at, t, out->frame);
    lua_pop(at.L, 1);
}

static void check_book(const bind_options *o, int t, stead_book *out)
{
    static const char *const keys[] = {"title", "notes", "sources", "tables", NULL};
    lua_State *L = o->L;
    bind_check_keys(o, t, keys);
    out->title = bind_get_text(o, t, "title");
    if (out->title == NULL)
        bind_refuse_option(o, "title", "a text expected");
    out->notes = bind_get_texts(o, t, "notes", &out->note_count);
    out->sources = bind_get_texts(o, t, "sources", &out->source_count);
    if (bind_get(o, t, "tables") != LUA_TTABLE || lua_rawlen(L, -1) == 0)
        bind_refuse_option(o, "tables", "a list of tables expected");
    out->table_count = lua_rawlen(L, -1);
    stead_table *tables = bind_take(o, out->table_count, sizeof *tables);
    for (size_t i = 0; i < out->table_count; i++) {
        if (lua_rawgeti(L, -1, (lua_Integer)i + 1) != LUA_TTABLE)
            bind_refuse_option(o, "tables", "a list of tables expected");
        check_table(o, lua_gettop(L), i + 1, &tables[i]);
        lua_pop(L, 1);
    }
    out->tables = tables;
    lua_pop(L, 1);
}

typedef stead_status saver(const stead_book *book, const char *path, stead_error *err);

static int save(lua_State *L, saver *saves)
{
    stead_error err;
    stead_book book = {0};
    const char *path = bind_check_path(L, 1);
    luaL_checktype(L, 2, LUA_TTABLE);
    luaL_checkstack(L, 20, "workbook");
    bind_desk *d = bind_new_desk(L);
    lua_toclose(L, -1);
    if (stead_arena_create(&d->arena, &err))
        return bind_raise(L, &err);
    bind_options at = {L, 2, d->arena, "workbook"};
    check_book(&at, 2, &book);
    if (saves(&book, path, &err))
        return bind_fail(L, &err);
    lua_pushboolean(L, 1);
    return 1;
}

/* sheet.xlsx(path, workbook) -> true | nil, message, code */
static int sheet_xlsx(lua_State *L)
{
    return save(L, stead_xlsx_save);
}

/* sheet.ods(path, workbook) -> true | nil, message, code */
static int sheet_ods(lua_State *L)
{
    return save(L, stead_ods_save);
}

int bind_open_book(lua_State *L)
{
    static const luaL_Reg library[] = {{"xlsx", sheet_xlsx}, {"ods", sheet_ods}, {NULL, NULL}};
    luaL_setfuncs(L, library, 0);
    return 0;
}
