/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/bounded.h"

#include <lauxlib.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "host/limit.h"

#define METHODS "stead.host.bounded"

/* Steps of matching that one call may take at worst: about a second. */
static const uint64_t most_steps = UINT64_C(1) << 27;

/* What can make a pattern retry: each repeat may end anywhere in the text. */
typedef struct {
    unsigned repeats;
    unsigned options;
} retries;

/* The end of the set that begins at `at`, just past its '['. */
static size_t set_end(const char *pattern, size_t len, size_t at)
{
    at += at < len && pattern[at] == '^';
    do {
        at += at < len && pattern[at] == '%' ? 2 : 1;
    } while (at < len && pattern[at] != ']');
    return at < len ? at + 1 : len;
}

/* The end of the single item at `at`; counts %b and back references, which read on. */
static size_t item_end(const char *pattern, size_t len, size_t at, retries *found)
{
    if (pattern[at] == '[')
        return set_end(pattern, len, at + 1);
    if (pattern[at] != '%' || at + 1 >= len)
        return at + 1;
    char kind = pattern[at + 1];
    if (kind == 'b' || (kind >= '0' && kind <= '9'))
        found->repeats++;
    return at + (kind == 'b' ? 4 : 2);
}

static retries count_retries(const char *pattern, size_t len)
{
    retries found = {0};
    size_t at = 0;
    while (at < len) {
        at = item_end(pattern, len, at, &found);
        if (at < len && strchr("*+-?", pattern[at]) != NULL && pattern[at] != '\0') {
            *(pattern[at] == '?' ? &found.options : &found.repeats) += 1;
            at++;
        }
    }
    return found;
}

/* The steps that matching takes at worst, or a number past `most_steps`. Places where k repeats
 * can end in n characters: n + k over k. An unanchored pattern also starts anywhere. */
static uint64_t worst_steps(retries found, bool anchored, size_t text, size_t pattern)
{
    uint64_t steps = 1, places = found.repeats + (anchored ? 0 : 1);
    if (text > most_steps && places > 0)
        return UINT64_MAX;
    for (uint64_t k = 1; k <= places && steps <= most_steps; k++)
        steps = steps * (text + k) / k;
    for (unsigned k = 0; k < found.options && steps <= most_steps; k++)
        steps *= 2;
    return steps > most_steps ? steps : steps * (1 + pattern / 8);
}

static void weigh_pattern(lua_State *L, bool plain, bool may_anchor)
{
    size_t text, len;
    luaL_checklstring(L, 1, &text);
    const char *pattern = luaL_checklstring(L, 2, &len);
    bool anchored = may_anchor && !plain && len > 0 && *pattern == '^';
    retries found = {0};
    if (!plain)
        found = count_retries(pattern + anchored, len - anchored);
    if (worst_steps(found, anchored, text, len) > most_steps)
        luaL_error(L,
                   "a pattern with %d repeats could take too many steps on a text of %I bytes; "
                   "use a shorter text, fewer of * + - in the pattern, or begin it with ^",
                   (int)found.repeats, (lua_Integer)text);
}

/* Goes on as the full method, in this frame, so that its messages name the script's line. */
static int go_on(lua_State *L)
{
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static int bounded_find(lua_State *L)
{
    weigh_pattern(L, lua_toboolean(L, 4), true);
    return go_on(L);
}

static int bounded_match(lua_State *L)
{
    weigh_pattern(L, false, true);
    return go_on(L);
}

static int bounded_gmatch(lua_State *L)
{
    weigh_pattern(L, false, false);
    return go_on(L);
}

/* s:rep(n, separator): the length is known before the first byte is written. Lua itself would
 * count to n for an empty text. */
static int bounded_rep(lua_State *L)
{
    size_t len, between;
    luaL_checklstring(L, 1, &len);
    lua_Integer times = luaL_checkinteger(L, 2);
    luaL_optlstring(L, 3, "", &between);
    if (times <= 0 || len + between == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    uint64_t each = (uint64_t)len + between;
    if ((uint64_t)times > SIZE_MAX / 4 / each ||
        stead_limit_lacks(L, (size_t)((uint64_t)times * each))) {
        stead_limit_stop(L, STEAD_LIMIT_MEMORY);
        return luaL_error(L, "a text of that length does not fit");
    }
    return go_on(L);
}

/* Lua would show where a table or a function lies in memory. */
static void hide_address(lua_State *L, int arg)
{
    bool speaks = luaL_getmetafield(L, arg, "__tostring") != LUA_TNIL;
    if (speaks)
        lua_pop(L, 1);
    else if (lua_type(L, arg) == LUA_TTABLE || lua_type(L, arg) == LUA_TFUNCTION) {
        lua_pushstring(L, luaL_typename(L, arg));
        lua_replace(L, arg);
    }
}

static int bounded_format(lua_State *L)
{
    size_t len;
    int arg = 1;
    const char *format = luaL_checklstring(L, 1, &len);
    for (size_t i = 0; i + 1 < len; i++) {
        if (format[i] != '%')
            continue;
        i += 1 + strspn(format + i + 1, "-+ #0123456789.");
        arg += i < len && format[i] != '%';
        if (i < len && format[i] == 's' && arg <= lua_gettop(L))
            hide_address(L, arg);
        if (i < len && format[i] == 'p')
            luaL_error(L, "'%%p' shows where a value lies in memory, which differs from run "
                          "to run");
    }
    return go_on(L);
}

void stead_bounded_push(lua_State *L)
{
    static const struct {
        const char *name;
        lua_CFunction bounded; /* NULL: as it is */
    } methods[] = {{"byte", NULL},
                   {"char", NULL},
                   {"find", bounded_find},
                   {"format", bounded_format},
                   {"gmatch", bounded_gmatch},
                   {"gsub", bounded_match},
                   {"len", NULL},
                   {"lower", NULL},
                   {"match", bounded_match},
                   {"rep", bounded_rep},
                   {"reverse", NULL},
                   {"sub", NULL},
                   {"upper", NULL}};
    enum { COUNT = sizeof methods / sizeof methods[0] };
    if (lua_getfield(L, LUA_REGISTRYINDEX, METHODS) == LUA_TTABLE)
        return;
    lua_pop(L, 1);
    lua_createtable(L, 0, COUNT);
    lua_pushliteral(L, "");
    luaL_getmetafield(L, -1, "__index");
    for (int i = 0; i < COUNT; i++) {
        lua_getfield(L, -1, methods[i].name);
        if (methods[i].bounded != NULL)
            lua_pushcclosure(L, methods[i].bounded, 1);
        lua_setfield(L, -4, methods[i].name);
    }
    lua_pop(L, 2);
    lua_pushvalue(L, -1);
    lua_setfield(L, LUA_REGISTRYINDEX, METHODS);
}
