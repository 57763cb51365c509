/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/store_facts: published facts into the database, and out of it by year. */
#include "bind/store.h"

#include "store/facts.h"

static int64_t count_field(lua_State *L, int arg, const char *field)
{
    int type = lua_getfield(L, arg, field);
    if (type != LUA_TNIL && !lua_isinteger(L, -1))
        luaL_argerror(L, arg,
                      lua_pushfstring(L, "'%s' must be a whole number, got %s", field,
                                      bind_describe(L, -1)));
    int64_t count = type == LUA_TNIL ? STEAD_MISSING : lua_tointeger(L, -1);
    lua_pop(L, 1);
    return count;
}

static const char *needed_field(lua_State *L, int arg, const char *field)
{
    const char *text = bind_text_field(L, arg, field);
    if (text == NULL)
        luaL_argerror(L, arg, lua_pushfstring(L, "'%s' is missing", field));
    return text;
}

static const stead_frame *frame_field(lua_State *L, int arg, const char *field)
{
    const stead_frame *frame = NULL;
    if (lua_getfield(L, arg, field) != LUA_TNIL)
        frame = bind_check_frame(L, lua_gettop(L));
    lua_pop(L, 1); /* the table keeps it */
    return frame;
}

/* Pushes the columns of what was left out, as core.frame.new takes them. */
static void push_left_out_columns(lua_State *L)
{
    static const char *const columns[][2] = {{"line", "integer"},
                                             {"key", "text"},
                                             {"field", "text"},
                                             {"weight", "quantity"},
                                             {"reason", "text"}};
    lua_newtable(L);
    for (int i = 0; i < (int)(sizeof columns / sizeof *columns); i++) {
        lua_createtable(L, 2, 0);
        for (int k = 0; k < 2; k++) {
            lua_pushstring(L, columns[i][k]);
            lua_seti(L, -2, k + 1);
        }
        lua_seti(L, -2, i + 1);
    }
}

/* What was left out: a frame, or a list of {line=, key=, field=, weight=, reason=}. Pushes it.
 */
static const stead_frame *left_out_field(lua_State *L, int arg)
{
    int type = lua_getfield(L, arg, "left_out");
    if (type == LUA_TNIL || (type == LUA_TTABLE && lua_rawlen(L, -1) == 0))
        return NULL;
    if (type == LUA_TTABLE) {
        lua_pushcfunction(L, bind_frame_new);
        push_left_out_columns(L);
        lua_rotate(L, -3, 2);
        lua_call(L, 2, 1);
    }
    return bind_check_frame(L, lua_gettop(L));
}

/* db:import{kind=, title=, publisher=, licence=, sha256=, year=, …, table=, frame=, left_out=}
 * -> id, fresh | nil, message, code */
static int db_import(lua_State *L)
{
    stead_error err;
    int64_t id = 0;
    bool fresh = false;
    stead_db *db = bind_check_db(L, 1);
    luaL_checktype(L, 2, LUA_TTABLE);
    stead_source source = {.kind = needed_field(L, 2, "kind"),
                           .title = needed_field(L, 2, "title"),
                           .publisher = needed_field(L, 2, "publisher"),
                           .licence = needed_field(L, 2, "licence"),
                           .sha256 = needed_field(L, 2, "sha256"),
                           .name = bind_text_field(L, 2, "name"),
                           .edition = bind_text_field(L, 2, "edition"),
                           .year = bind_text_field(L, 2, "year"),
                           .url = bind_text_field(L, 2, "url"),
                           .retrieved = bind_text_field(L, 2, "retrieved"),
                           .recipe = bind_text_field(L, 2, "recipe"),
                           .imported_at = bind_text_field(L, 2, "imported_at"),
                           .bytes = count_field(L, 2, "bytes"),
                           .rows = count_field(L, 2, "rows")};
    const stead_frame *frame = frame_field(L, 2, "frame");
    const char *table = frame != NULL ? needed_field(L, 2, "table") : NULL;
    const stead_frame *left_out = left_out_field(L, 2);
    if (stead_source_import(db, &source, table, frame, left_out, &id, &fresh, &err))
        return bind_fail(L, &err);
    lua_pushinteger(L, id);
    lua_pushboolean(L, fresh);
    return 2;
}

/* Pushes the source as a table of its columns, with `database` = "main" or "england". */
static int push_source(lua_State *L, stead_db *db, stead_source_place place)
{
    stead_error err;
    stead_frame **record = bind_new_frame(L);
    if (stead_source_record(record, db, place, &err))
        return bind_fail(L, &err);
    size_t width = stead_frame_width(*record);
    lua_createtable(L, 0, (int)width + 1);
    for (size_t i = 0; i < width; i++) {
        bind_push_cell(L, *record, 0, i);
        lua_setfield(L, -2, stead_frame_name(*record, i));
    }
    lua_pushstring(L, place.reference ? "england" : "main");
    lua_setfield(L, -2, "database");
    lua_remove(L, -2);
    return 1;
}

typedef stead_status reader(stead_frame **out, stead_source_place *place, stead_db *db,
                            const char *year, stead_error *err);

static int read_year(lua_State *L, reader *read)
{
    stead_error err;
    stead_source_place place;
    stead_db *db = bind_check_db(L, 1);
    const char *year = luaL_checkstring(L, 2);
    if (read(bind_new_frame(L), &place, db, year, &err))
        return bind_fail(L, &err);
    int pushed = push_source(L, db, place);
    return pushed == 1 ? 2 : pushed;
}

/* db:need(year) -> frame, source | nil, message, code */
static int db_need(lua_State *L)
{
    return read_year(L, stead_facts_need);
}

/* db:payments(year) -> frame, source | nil, message, code */
static int db_payments(lua_State *L)
{
    return read_year(L, stead_facts_payments);
}

/* db:years(kind) -> list of texts | nil, message, code */
static int db_years(lua_State *L)
{
    stead_error err;
    stead_db *db = bind_check_db(L, 1);
    const char *kind = luaL_checkstring(L, 2);
    stead_frame **years = bind_new_frame(L);
    if (stead_source_years(years, db, kind, &err))
        return bind_fail(L, &err);
    lua_newtable(L);
    for (size_t row = 0; row < stead_frame_height(*years); row++) {
        bind_push_cell(L, *years, row, 0);
        lua_seti(L, -2, (lua_Integer)row + 1);
    }
    return 1;
}

const luaL_Reg bind_store_facts[] = {{"import", db_import},
                                     {"need", db_need},
                                     {"payments", db_payments},
                                     {"years", db_years},
                                     {NULL, NULL}};
