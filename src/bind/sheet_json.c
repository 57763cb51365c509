/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/sheet_json: JSON as values of Lua, both ways. */
#include <stdlib.h>
#include <string.h>

#include "bind/bind.h"
#include "bind/desk.h"

/* The metatable of objects that were read, so that an empty one is not taken for a list. */
#define OBJECT "json object"

/* Reading */

static void push_value(lua_State *L, const stead_json *value);

static void push_list(lua_State *L, const stead_json *list)
{
    size_t count = stead_json_count(list);
    lua_createtable(L, count < INT16_MAX ? (int)count : 0, 0);
    for (size_t i = 0; i < count; i++) {
        push_value(L, stead_json_item(list, i));
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
}

static void push_object(lua_State *L, const stead_json *object)
{
    void *at = NULL;
    const char *key;
    const stead_json *value;
    size_t count = stead_json_count(object);
    lua_createtable(L, 0, count < INT16_MAX ? (int)count : 0);
    while (stead_json_member(object, &at, &key, &value)) {
        lua_pushstring(L, key);
        push_value(L, value);
        lua_rawset(L, -3);
    }
    luaL_setmetatable(L, OBJECT);
}

static void push_value(lua_State *L, const stead_json *value)
{
    size_t len;
    const char *text;
    luaL_checkstack(L, 4, "json");
    switch (stead_json_is(value)) {
    case STEAD_JSON_NULL:
        lua_pushlightuserdata(L, NULL);
        break;
    case STEAD_JSON_FALSE:
    case STEAD_JSON_TRUE:
        lua_pushboolean(L, stead_json_is(value) == STEAD_JSON_TRUE);
        break;
    case STEAD_JSON_INTEGER:
        lua_pushinteger(L, stead_json_integer(value));
        break;
    case STEAD_JSON_REAL:
        lua_pushnumber(L, stead_json_real(value));
        break;
    case STEAD_JSON_TEXT:
        text = stead_json_text(value, &len);
        lua_pushlstring(L, text, len);
        break;
    case STEAD_JSON_LIST:
        push_list(L, value);
        break;
    case STEAD_JSON_OBJECT:
        push_object(L, value);
        break;
    }
}

/* sheet.json(text) -> value | nil, message, code */
static int sheet_json(lua_State *L)
{
    size_t len;
    stead_error err;
    const char *text = luaL_checklstring(L, 1, &len);
    bind_desk *d = bind_new_desk(L);
    lua_toclose(L, -1);
    if (stead_json_parse(&d->json, text, len, &err))
        return bind_fail(L, &err);
    push_value(L, d->json);
    return 1;
}

/* Writing */

typedef struct {
    lua_State *L;
    stead_text *out; /* the desk's */
    int depth;
} writer;

static void check(const writer *w, stead_status rc, const stead_error *err)
{
    if (rc != STEAD_OK)
        bind_raise(w->L, err);
}

static void put(const writer *w, const char *text)
{
    stead_error err;
    check(w, stead_text_add(w->out, text, strlen(text), &err), &err);
}

static void put_text(const writer *w, const char *text, size_t len)
{
    stead_error err;
    check(w, stead_json_add_text(w->out, text, len, &err), &err);
}

/* A new line, two spaces in for each list or object around. */
static void put_line(const writer *w)
{
    put(w, "\n");
    for (int i = 0; i < w->depth; i++)
        put(w, "  ");
}

static void put_value(writer *w, int index);

/* What every item or member begins with. */
static void put_begin(const writer *w, bool first)
{
    if (!first)
        put(w, ",");
    put_line(w);
}

static void put_end(writer *w, bool empty, const char *bracket)
{
    w->depth--;
    if (!empty)
        put_line(w);
    put(w, bracket);
}

static void put_list(writer *w, int t, lua_Integer count)
{
    put(w, "[");
    for (lua_Integer i = 1; i <= count; i++) {
        put_begin(w, i == 1);
        lua_rawgeti(w->L, t, i);
        put_value(w, lua_gettop(w->L));
        lua_pop(w->L, 1);
    }
    put_end(w, count == 0, "]");
}

/* { json_keys = keys, values = … }: an object in the order given; absent values are null. */
static void put_ordered(writer *w, int t)
{
    lua_State *L = w->L;
    int keys = lua_gettop(L);
    if (bind_field(L, t, "values") != LUA_TTABLE || !lua_istable(L, keys))
        luaL_error(L, "an ordered object has no keys or values");
    size_t count = lua_rawlen(L, keys);
    put(w, "{");
    for (size_t i = 0; i < count; i++) {
        size_t len;
        put_begin(w, i == 0);
        lua_rawgeti(L, keys, (lua_Integer)i + 1);
        if (lua_type(L, -1) != LUA_TSTRING)
            luaL_error(L, "a key of an ordered object is no text");
        const char *key = lua_tolstring(L, -1, &len);
        put_text(w, key, len);
        put(w, ": ");
        lua_rawget(L, keys + 1);
        put_value(w, lua_gettop(L));
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    put_end(w, count == 0, "}");
}

/* A key, and what it is written as. */
typedef struct {
    const char *text; /* the table's own; NULL for a number */
    size_t len;
    lua_Integer number;
} key;

static int compare_keys(const void *a, const void *b)
{
    const key *x = a, *y = b;
    if (x->text == NULL || y->text == NULL) {
        if (x->text == NULL && y->text == NULL)
            return (x->number > y->number) - (x->number < y->number);
        return x->text == NULL ? -1 : 1;
    }
    int order = memcmp(x->text, y->text, x->len < y->len ? x->len : y->len);
    return order != 0 ? order : (x->len > y->len) - (x->len < y->len);
}

/* Pushes a block of the table's keys, in order: numbers first, then texts by their bytes. */
static key *push_keys(lua_State *L, int t, size_t count)
{
    key *keys = lua_newuserdatauv(L, (count + 1) * sizeof *keys, 0);
    size_t i = 0;
    lua_pushnil(L);
    while (lua_next(L, t) != 0) {
        lua_pop(L, 1);
        keys[i] = (key){0};
        if (lua_type(L, -1) == LUA_TSTRING)
            keys[i].text = lua_tolstring(L, -1, &keys[i].len);
        else if (lua_isinteger(L, -1))
            keys[i].number = lua_tointeger(L, -1);
        else
            luaL_error(L, "a %s is no key of a JSON object", luaL_typename(L, -1));
        i++;
    }
    qsort(keys, count, sizeof *keys, compare_keys);
    return keys;
}

static void put_object(writer *w, int t, size_t count)
{
    lua_State *L = w->L;
    const key *keys = push_keys(L, t, count);
    put(w, "{");
    for (size_t i = 0; i < count; i++) {
        put_begin(w, i == 0);
        if (keys[i].text != NULL) {
            put_text(w, keys[i].text, keys[i].len);
            lua_pushlstring(L, keys[i].text, keys[i].len);
            lua_rawget(L, t);
        } else {
            const char *digits = lua_pushfstring(L, "%I", (LUAI_UACINT)keys[i].number);
            put_text(w, digits, strlen(digits));
            lua_pop(L, 1);
            lua_rawgeti(L, t, keys[i].number);
        }
        put(w, ": ");
        put_value(w, lua_gettop(L));
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    put_end(w, count == 0, "}");
}

static void put_table(writer *w, int t)
{
    lua_State *L = w->L;
    lua_Integer listed = (lua_Integer)lua_rawlen(L, t);
    size_t count = 0;
    if (++w->depth > STEAD_JSON_DEEPEST)
        luaL_error(L, "tables lie more than %d deep: does one hold itself?",
                   (int)STEAD_JSON_DEEPEST);
    if (bind_field(L, t, "json_keys") != LUA_TNIL) {
        put_ordered(w, t);
        lua_pop(L, 1);
        return;
    }
    lua_pop(L, 1);
    lua_pushnil(L);
    while (lua_next(L, t) != 0) {
        lua_pop(L, 1);
        count++;
    }
    bool object = luaL_getmetatable(L, OBJECT) == LUA_TTABLE && lua_getmetatable(L, t) != 0 &&
                  lua_rawequal(L, -1, -2);
    lua_settop(L, t);
    if (listed > 0 && (size_t)listed != count)
        luaL_error(L, "a table is both a list and an object, or a list with gaps");
    if (listed > 0 || (count == 0 && !object))
        put_list(w, t, listed);
    else
        put_object(w, t, count);
}

/* Money as pounds with two decimals, a rate as a plain decimal. */
static void put_userdata(const writer *w, int index)
{
    char text[STEAD_DECIMAL_TEXT];
    stead_pence pence;
    stead_rate rate;
    if (bind_is_money(w->L, index, &pence))
        stead_decimal_format(pence, 2, 2, 0, text);
    else if (bind_is_rate(w->L, index, &rate))
        stead_decimal_format(rate, 9, 0, 0, text);
    else
        luaL_error(w->L, "a %s has no JSON form", luaL_typename(w->L, index));
    put(w, text);
}

static void put_value(writer *w, int index)
{
    lua_State *L = w->L;
    stead_error err;
    size_t len;
    const char *text;
    luaL_checkstack(L, 8, "json");
    switch (lua_type(L, index)) {
    case LUA_TNIL:
        put(w, "null");
        break;
    case LUA_TBOOLEAN:
        put(w, lua_toboolean(L, index) ? "true" : "false");
        break;
    case LUA_TNUMBER:
        check(w,
              lua_isinteger(L, index)
                  ? stead_json_add_integer(w->out, lua_tointeger(L, index), &err)
                  : stead_json_add_real(w->out, lua_tonumber(L, index), &err),
              &err);
        break;
    case LUA_TSTRING:
        text = lua_tolstring(L, index, &len);
        put_text(w, text, len);
        break;
    case LUA_TTABLE:
        put_table(w, index);
        break;
    case LUA_TLIGHTUSERDATA:
        if (lua_touserdata(L, index) == NULL) {
            put(w, "null");
            break;
        } /* fall through */
    default:
        put_userdata(w, index);
    }
}

/* sheet.tojson(value) -> text */
static int sheet_tojson(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_settop(L, 1);
    bind_desk *d = bind_new_desk(L);
    lua_toclose(L, -1);
    lua_pushvalue(L, 1);
    writer w = {L, &d->text, 0};
    put_value(&w, lua_gettop(L));
    lua_pushlstring(L, d->text.bytes, d->text.len);
    return 1;
}

int bind_open_json(lua_State *L)
{
    static const luaL_Reg library[] = {
        {"json", sheet_json}, {"tojson", sheet_tojson}, {NULL, NULL}};
    luaL_newmetatable(L, OBJECT);
    lua_pop(L, 1);
    luaL_setfuncs(L, library, 0);
    lua_pushlightuserdata(L, NULL);
    lua_setfield(L, -2, "null");
    return 0;
}
