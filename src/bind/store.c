/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/store: the database of a book, from Lua. */
#include "bind/store.h"

#include <math.h>
#include <string.h>

#define DATABASE "stead.database"

typedef struct {
    stead_db *core;  /* NULL: closed */
    lua_State *main; /* the state whose hook an interrupt sets */
} db_box;

stead_db *bind_check_db(lua_State *L, int arg)
{
    const db_box *box = bind_check(L, arg, DATABASE);
    luaL_argcheck(L, box->core != NULL, arg, "database is closed");
    return box->core;
}

const char *bind_text_field(lua_State *L, int arg, const char *field)
{
    int type = lua_getfield(L, arg, field);
    if (type != LUA_TSTRING && type != LUA_TNIL)
        luaL_argerror(
            L, arg,
            lua_pushfstring(L, "'%s' must be a text, got %s", field, luaL_typename(L, -1)));
    const char *text = lua_tostring(L, -1);
    lua_pop(L, 1); /* the table keeps it */
    return text;
}

static bool flag_field(lua_State *L, int arg, const char *field)
{
    lua_getfield(L, arg, field);
    bool flag = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return flag;
}

/* The value on top of the stack. A text belongs to the table it was read from. */
static void take_param(lua_State *L, int arg, stead_param *out)
{
    if (bind_is_money(L, -1, &out->number)) {
        out->kind = STEAD_MONEY;
        return;
    }
    switch (lua_type(L, -1)) {
    case LUA_TNIL:
        out->missing = true;
        break;
    case LUA_TSTRING:
        out->kind = STEAD_TEXT;
        out->text = lua_tolstring(L, -1, &out->len);
        break;
    case LUA_TBOOLEAN:
        out->kind = STEAD_INTEGER;
        out->number = lua_toboolean(L, -1);
        break;
    case LUA_TNUMBER:
        out->kind = lua_isinteger(L, -1) ? STEAD_INTEGER : STEAD_REAL;
        out->number = lua_tointeger(L, -1);
        out->real = lua_tonumber(L, -1);
        if (out->kind == STEAD_REAL && isnan(out->real))
            luaL_argerror(L, arg, "a value is not a number (nan)");
        break;
    default:
        luaL_argerror(L, arg,
                      lua_pushfstring(L,
                                      "a %s cannot be a value in the database; give "
                                      "text, a number, money or nil",
                                      bind_describe(L, -1)));
    }
}

/* How many values the list has: its field `n`, as table.pack gives it, or its length. */
static lua_Integer list_length(lua_State *L, int arg)
{
    lua_Integer length = (lua_Integer)lua_rawlen(L, arg);
    if (lua_getfield(L, arg, "n") == LUA_TNUMBER && length < lua_tointeger(L, -1))
        length = lua_tointeger(L, -1);
    lua_pop(L, 1);
    luaL_argcheck(L, length <= 32766, arg, "too many values");
    return length;
}

static size_t count_names(lua_State *L, int arg)
{
    size_t count = 0;
    for (lua_pushnil(L); lua_next(L, arg) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            luaL_argerror(L, arg, "values are given either as a list or by name");
        count++;
    }
    return count;
}

static stead_param *new_params(lua_State *L, size_t count)
{
    stead_param *params = lua_newuserdatauv(L, (count + 1) * sizeof *params, 0);
    memset(params, 0, (count + 1) * sizeof *params);
    return params;
}

stead_param *bind_check_params(lua_State *L, int arg, size_t *count)
{
    *count = 0;
    if (lua_isnoneornil(L, arg))
        return new_params(L, 0);
    luaL_checktype(L, arg, LUA_TTABLE);
    lua_Integer length = list_length(L, arg);
    if (length > 0) {
        stead_param *params = new_params(L, (size_t)length);
        for (lua_Integer i = 1; i <= length; i++) {
            lua_geti(L, arg, i);
            take_param(L, arg, &params[(*count)++]);
            lua_pop(L, 1);
        }
        return params;
    }
    stead_param *params = new_params(L, count_names(L, arg));
    for (lua_pushnil(L); lua_next(L, arg) != 0; lua_pop(L, 1)) {
        take_param(L, arg, &params[*count]);
        params[(*count)++].name = lua_tostring(L, -2);
    }
    return params;
}

/* Ctrl-C leaves a hook that stops Lua at its next step; a statement of SQL stops for it too. */
static bool interrupted(void *context)
{
    const db_box *box = context;
    const int at_once = LUA_MASKCALL | LUA_MASKRET | LUA_MASKCOUNT;
    return (lua_gethookmask(box->main) & at_once) == at_once &&
           lua_gethookcount(box->main) == 1;
}

/* store.open(path, {create=, readonly=, schema=, reference=}) -> db | nil, message, code */
static int store_open(lua_State *L)
{
    stead_error err;
    stead_db_options options = {0};
    const char *path = luaL_checkstring(L, 1);
    if (!lua_isnoneornil(L, 2)) {
        luaL_checktype(L, 2, LUA_TTABLE);
        options = (stead_db_options){flag_field(L, 2, "create"), flag_field(L, 2, "readonly"),
                                     bind_text_field(L, 2, "schema"),
                                     bind_text_field(L, 2, "reference")};
    }
    db_box *box = lua_newuserdatauv(L, sizeof *box, 0);
    box->core = NULL;
    luaL_setmetatable(L, DATABASE);
    lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_MAINTHREAD);
    box->main = lua_tothread(L, -1);
    lua_pop(L, 1);
    if (stead_db_open(&box->core, path, &options, &err))
        return bind_fail(L, &err);
    stead_db_watch(box->core, interrupted, box);
    return 1;
}

/* db:sql(query, params, {write=}) -> frame | nil, message, code */
static int db_sql(lua_State *L)
{
    stead_error err;
    size_t len, count;
    stead_db *db = bind_check_db(L, 1);
    const char *sql = luaL_checklstring(L, 2, &len);
    bool write =
        !lua_isnoneornil(L, 4) && (luaL_checktype(L, 4, LUA_TTABLE), flag_field(L, 4, "write"));
    const stead_param *params = bind_check_params(L, 3, &count);
    stead_frame **frame = bind_new_frame(L);
    return stead_db_query(frame, db, sql, len, params, count, write, &err) ? bind_fail(L, &err)
                                                                           : 1;
}

/* db:exec(script) -> true | nil, message, code */
static int db_exec(lua_State *L)
{
    stead_error err;
    stead_db *db = bind_check_db(L, 1);
    if (stead_db_run(db, luaL_checkstring(L, 2), &err))
        return bind_fail(L, &err);
    return lua_pushboolean(L, 1), 1;
}

/* db:insert(table, frame, constants) -> rows | nil, message, code */
static int db_insert(lua_State *L)
{
    stead_error err;
    size_t count;
    stead_db *db = bind_check_db(L, 1);
    const char *table = luaL_checkstring(L, 2);
    const stead_frame *frame = bind_check_frame(L, 3);
    const stead_param *constants = bind_check_params(L, 4, &count);
    luaL_argcheck(L, count == 0 || constants[0].name != NULL, 4, "constants are given by name");
    if (stead_db_insert(db, table, frame, constants, count, &err))
        return bind_fail(L, &err);
    lua_pushinteger(L, (lua_Integer)stead_frame_height(frame));
    return 1;
}

/* db:as(name, frame) -> true | nil, message, code */
static int db_as(lua_State *L)
{
    stead_error err;
    stead_db *db = bind_check_db(L, 1);
    const char *name = luaL_checkstring(L, 2);
    if (stead_db_name_frame(db, name, bind_check_frame(L, 3), &err))
        return bind_fail(L, &err);
    return lua_pushboolean(L, 1), 1;
}

/* db:transaction(work) -> true, … | nil, message, code; what `work` raises is raised again
 * after everything it did has been undone */
static int db_transaction(lua_State *L)
{
    stead_error err;
    stead_db *db = bind_check_db(L, 1);
    luaL_checktype(L, 2, LUA_TFUNCTION);
    if (stead_db_in_transaction(db))
        return luaL_error(L, "a transaction is open already; do both in one");
    lua_settop(L, 2);
    lua_pushboolean(L, 1);
    lua_insert(L, 2);
    if (stead_db_begin(db, &err))
        return bind_fail(L, &err);
    int status = lua_pcall(L, 0, LUA_MULTRET, 0);
    const db_box *box = bind_check(L, 1, DATABASE);
    if (status != LUA_OK) {
        if (box->core != NULL)
            stead_db_rollback(db);
        return lua_error(L);
    }
    if (box->core == NULL)
        return luaL_error(L, "the database was closed inside its own transaction");
    if (stead_db_commit(db, &err))
        return bind_fail(L, &err);
    return lua_gettop(L) - 1;
}

/* db:seal() -> true | nil, message, code */
static int db_seal(lua_State *L)
{
    stead_error err;
    if (stead_db_seal(bind_check_db(L, 1), &err))
        return bind_fail(L, &err);
    return lua_pushboolean(L, 1), 1;
}

/* db:path() -> text */
static int db_path(lua_State *L)
{
    lua_pushstring(L, stead_db_path(bind_check_db(L, 1)));
    return 1;
}

static int db_tostring(lua_State *L)
{
    const db_box *box = bind_check(L, 1, DATABASE);
    lua_pushfstring(L, "database %s",
                    box->core == NULL ? "(closed)" : stead_db_path(box->core));
    return 1;
}

static int db_close(lua_State *L) /* __gc, __close, close: safe twice */
{
    db_box *box = bind_check(L, 1, DATABASE);
    stead_db_close(box->core);
    box->core = NULL;
    return 0;
}

/* store.sqlite_version() -> text */
static int store_sqlite_version(lua_State *L)
{
    lua_pushstring(L, stead_db_engine());
    return 1;
}

static const luaL_Reg meta[] = {
    {"__gc", db_close}, {"__close", db_close}, {"__tostring", db_tostring}, {NULL, NULL}};

static const luaL_Reg methods[] = {
    {"sql", db_sql},   {"exec", db_exec},   {"insert", db_insert},
    {"as", db_as},     {"seal", db_seal},   {"transaction", db_transaction},
    {"path", db_path}, {"close", db_close}, {"ledger", bind_db_ledger},
    {NULL, NULL}};

static const luaL_Reg library[] = {
    {"open", store_open}, {"sqlite_version", store_sqlite_version}, {NULL, NULL}};

int bind_open_store(lua_State *L)
{
    bind_class(L, DATABASE, meta, methods);
    bind_methods(L, DATABASE);
    luaL_setfuncs(L, bind_store_facts, 0);
    lua_pop(L, 1);
    luaL_newlib(L, library);
    return 1;
}
