/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/sheet: published files in and out. */
#include <string.h>

#include "bind/bind.h"
#include "bind/desk.h"
#include "bind/recipe.h"
#include "sheet/csv_write.h"
#include "sheet/workbook.h"

/* Sets t[name], t on top of the stack, to a cell of the notes that is not missing. */
static void set_note(lua_State *L, const stead_frame *notes, size_t row, size_t column)
{
    bind_push_cell(L, notes, row, column);
    lua_setfield(L, -2, stead_frame_name(notes, column));
}

/* Pushes the notes of one sort as a list. */
static void push_notes(lua_State *L, const stead_frame *notes, const char *what)
{
    lua_Integer count = 0;
    lua_newtable(L);
    for (size_t row = 0; row < stead_frame_height(notes); row++) {
        if (strcmp(stead_frame_text(notes, row, STEAD_NOTE_WHAT), what) != 0)
            continue;
        lua_createtable(L, 0, STEAD_NOTE_WIDTH);
        for (size_t i = STEAD_NOTE_LINE; i < STEAD_NOTE_WIDTH; i++)
            set_note(L, notes, row, i);
        lua_rawseti(L, -2, ++count);
    }
}

static void push_report(lua_State *L, const char *path, const stead_reading *reading,
                        size_t rows)
{
    lua_createtable(L, 0, 7);
    lua_pushstring(L, path);
    lua_setfield(L, -2, "path");
    lua_pushstring(L, reading->sha256);
    lua_setfield(L, -2, "sha256");
    lua_pushinteger(L, (lua_Integer)reading->bytes);
    lua_setfield(L, -2, "bytes");
    lua_pushinteger(L, (lua_Integer)rows);
    lua_setfield(L, -2, "rows");
    push_notes(L, reading->notes, "blank");
    lua_setfield(L, -2, "blanks");
    push_notes(L, reading->notes, "left out");
    lua_setfield(L, -2, "left_out");
    push_notes(L, reading->notes, "problem");
    lua_setfield(L, -2, "problems");
}

/* sheet.read(path, recipe) -> frame, report | nil, message, code */
static int sheet_read(lua_State *L)
{
    stead_error err;
    stead_recipe recipe;
    stead_choice choice;
    const char *path = bind_check_path(L, 1);
    luaL_checktype(L, 2, LUA_TTABLE);
    bind_desk *d = bind_new_desk(L);
    lua_toclose(L, -1);
    if (stead_arena_create(&d->arena, &err))
        return bind_raise(L, &err);
    bind_check_recipe(L, 2, d->arena, &recipe, &choice);
    stead_frame **made = bind_new_frame(L);
    if (stead_rows_open(&d->rows, path, &choice, &err) ||
        stead_recipe_read(&recipe, d->rows, made, &d->reading, &err))
        return bind_fail(L, &err);
    push_report(L, path, &d->reading, stead_frame_height(*made));
    return 2;
}

/* Gives the next row as a list of texts, and its line. */
static int rows_next(lua_State *L)
{
    stead_error err;
    stead_record row;
    bind_desk *d = bind_check_desk(L, lua_upvalueindex(1));
    if (d->rows.is == NULL)
        return 0;
    if (stead_rows_next(d->rows, &row, &err))
        return bind_raise(L, &err);
    if (row.count == 0)
        return 0;
    lua_createtable(L, (int)row.count, 0);
    for (size_t i = 0; i < row.count; i++) {
        lua_pushlstring(L, row.cells[i].text, row.cells[i].len);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_pushinteger(L, row.line);
    return 2;
}

/* sheet.rows(path[, { encoding = …, sheet = … }]) -> iterator; like io.lines, it raises when it
 * cannot go on, for a loop has nowhere to put an answer. */
static int sheet_rows(lua_State *L)
{
    static const char *const keys[] = {"encoding", "sheet", NULL};
    stead_error err;
    stead_choice choice = {0};
    bind_options o = {L, 2, NULL, "options"};
    const char *path = bind_check_path(L, 1);
    if (!lua_isnoneornil(L, 2)) {
        luaL_checktype(L, 2, LUA_TTABLE);
        bind_check_keys(&o, 2, keys);
        bind_check_choice(&o, 2, &choice);
    }
    bind_desk *d = bind_new_desk(L);
    if (stead_rows_open(&d->rows, path, &choice, &err))
        return bind_raise(L, &err);
    lua_pushvalue(L, -1);
    lua_pushcclosure(L, rows_next, 1);
    lua_pushnil(L);
    lua_pushnil(L);
    lua_rotate(L, -4, -1); /* the desk last: the loop closes it */
    return 4;
}

/* sheet.sheets(path) -> names | nil, message, code */
static int sheet_sheets(lua_State *L)
{
    stead_error err;
    const char *path = bind_check_path(L, 1);
    bind_desk *d = bind_new_desk(L);
    lua_toclose(L, -1);
    if (stead_sheets_list(path, &d->names, &err))
        return bind_fail(L, &err);
    lua_createtable(L, (int)d->names.count, 0);
    for (size_t i = 0; i < d->names.count; i++) {
        lua_pushstring(L, stead_texts_at(&d->names, i, NULL));
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 1;
}

/* sheet.csv(frame) -> text; sheet.csv(frame, path[, { lines = "crlf" }]) -> true | nil,
 * message, code */
static int sheet_csv(lua_State *L)
{
    static const char *const keys[] = {"lines", NULL};
    static const char *const ends[] = {"lf", "crlf", NULL};
    stead_error err;
    stead_line_end lines = STEAD_LINE_LF;
    bind_options o = {L, 3, NULL, "options"};
    const stead_frame *frame = bind_check_frame(L, 1);
    const char *path = lua_isnoneornil(L, 2) ? NULL : bind_check_path(L, 2);
    if (!lua_isnoneornil(L, 3)) {
        luaL_checktype(L, 3, LUA_TTABLE);
        bind_check_keys(&o, 3, keys);
        lines = (stead_line_end)bind_get_choice(&o, 3, "lines", ends);
    }
    if (path != NULL && stead_csv_save(frame, path, lines, &err))
        return bind_fail(L, &err);
    if (path != NULL) {
        lua_pushboolean(L, 1);
        return 1;
    }
    bind_desk *d = bind_new_desk(L);
    lua_toclose(L, -1);
    if (stead_csv_format(frame, lines, &d->text, &err))
        return bind_raise(L, &err);
    lua_pushlstring(L, d->text.bytes, d->text.len);
    return 1;
}

static const luaL_Reg library[] = {{"read", sheet_read},
                                   {"rows", sheet_rows},
                                   {"sheets", sheet_sheets},
                                   {"csv", sheet_csv},
                                   {NULL, NULL}};

int bind_open_sheet(lua_State *L)
{
    bind_open_desk(L);
    luaL_newlib(L, library);
    bind_open_book(L);
    bind_open_json(L);
    return 1;
}
