/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/roster: whose amounts are, as one block that needs no finalizer; and parts made from a
 * table of money. */
#include <stdlib.h>
#include <string.h>

#include "bind/parts.h"

static size_t text_room(const char *const *texts, size_t count)
{
    size_t room = 0;
    for (size_t i = 0; i < count; i++)
        room += strlen(texts[i]) + 1;
    return room;
}

/* Copies texts to `bytes`, pointing `to` at them; gives where the next may go. */
static char *copy_texts(const char **to, const char *const *texts, size_t count, char *bytes)
{
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(texts[i]) + 1;
        to[i] = memcpy(bytes, texts[i], len);
        bytes += len;
    }
    return bytes;
}

const stead_roster *bind_new_roster(lua_State *L, const stead_roster *from)
{
    size_t count = stead_roster_count(from), width = from->width;
    size_t weights = from->weights == NULL ? 0 : count;
    size_t texts = text_room(from->codes, count) + text_room(from->systems, width);
    stead_roster *roster =
        lua_newuserdatauv(L,
                          sizeof *roster + (count + width) * sizeof(char *) +
                              (width + 1) * sizeof(size_t) + weights * sizeof(int64_t) + texts,
                          0);
    const char **codes = (const char **)(roster + 1), **systems = codes + count;
    size_t *first = (size_t *)(systems + width);
    int64_t *kept = (int64_t *)(first + width + 1);
    *roster = (stead_roster){codes, systems, first, width, weights == 0 ? NULL : kept};
    copy_texts(systems, from->systems, width,
               copy_texts(codes, from->codes, count, (char *)(kept + weights)));
    memcpy(first, from->first, (width + 1) * sizeof *first);
    if (weights > 0)
        memcpy(kept, from->weights, weights * sizeof *kept);
    return roster;
}

/* One amount of a table. */
typedef struct {
    const char *system, *code; /* held by the table */
    bool is_money;
    int64_t amount; /* pence, or a whole number */
} entry;

/* A table being read. */
typedef struct {
    const bind_step *step;
    const char *name;
    bool numbers; /* whether whole numbers may stand for money */
    entry *entries;
    size_t count;
} reading;

static int by_place(const void *left, const void *right)
{
    const entry *a = left, *b = right;
    int order = strcmp(a->system, b->system);
    return order != 0 ? order : strcmp(a->code, b->code);
}

/* How many amounts the table at `t` has, one level down too. */
static size_t count_entries(const reading *r, int t, bool inside)
{
    lua_State *L = r->step->L;
    size_t count = 0;
    for (lua_pushnil(L); lua_next(L, t) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            bind_refuse_step(r->step, r->name, "the keys must be codes");
        if (lua_istable(L, -1) && !inside)
            count += count_entries(r, lua_gettop(L), true);
        else
            count++;
    }
    return count;
}

static void take_entry(reading *r, const char *system, const char *code)
{
    lua_State *L = r->step->L;
    entry *e = &r->entries[r->count++];
    *e = (entry){.system = system, .code = code, .is_money = true};
    if (r->numbers && lua_isinteger(L, -1)) {
        e->is_money = false;
        e->amount = lua_tointeger(L, -1);
    } else {
        e->amount = bind_read_money(r->step, r->name, code);
    }
}

static void take_entries(reading *r, int t, const char *system, bool inside)
{
    lua_State *L = r->step->L;
    for (lua_pushnil(L); lua_next(L, t) != 0; lua_pop(L, 1)) {
        const char *key = lua_tostring(L, -2);
        if (lua_istable(L, -1) && !inside)
            take_entries(r, lua_gettop(L), key, true);
        else
            take_entry(r, system, key);
    }
}

/* Amounts of one table are of one kind, and all in systems or all in none. */
static void check_entries(const reading *r)
{
    lua_State *L = r->step->L;
    const entry *first = &r->entries[0];
    if (r->count == 0)
        bind_refuse_step(r->step, r->name, "there is nobody in the table");
    for (size_t i = 1; i < r->count; i++) {
        const entry *e = &r->entries[i];
        if (e->is_money != first->is_money)
            bind_refuse_step(r->step, r->name,
                             lua_pushfstring(L, "'%s' is %s, but '%s' is %s", e->code,
                                             e->is_money ? "money" : "a number", first->code,
                                             first->is_money ? "money" : "a number"));
        if (*first->system == '\0' && *e->system != '\0')
            bind_refuse_step(r->step, r->name,
                             lua_pushfstring(L, "'%s' is in '%s', but '%s' is in no system",
                                             e->code, e->system, first->code));
    }
}

/* The roster of sorted entries, in blocks that are pushed. */
static stead_roster roster_of(lua_State *L, const reading *r)
{
    const char **codes = lua_newuserdatauv(L, 2 * r->count * sizeof *codes, 0);
    const char **systems = codes + r->count;
    size_t *first = lua_newuserdatauv(L, (r->count + 1) * sizeof *first, 0), width = 0;
    for (size_t i = 0; i < r->count; i++) {
        codes[i] = r->entries[i].code;
        if (i > 0 && strcmp(r->entries[i].system, r->entries[i - 1].system) == 0)
            continue;
        systems[width] = r->entries[i].system;
        first[width++] = i;
    }
    first[width] = r->count;
    return (stead_roster){codes, systems, first, width, NULL};
}

bind_parts *bind_parts_from_table(bind_step *s, int index, const char *name, bool numbers)
{
    lua_State *L = s->L;
    reading r = {.step = s, .name = name, .numbers = numbers};
    luaL_checkstack(L, 20, NULL);
    if (!lua_istable(L, index))
        bind_refuse_step(s, name, "{ code = money } expected");
    size_t count = count_entries(&r, index, false);
    r.entries = lua_newuserdatauv(L, (count + 1) * sizeof *r.entries, 0);
    take_entries(&r, index, "", false);
    qsort(r.entries, r.count, sizeof *r.entries, by_place);
    check_entries(&r);
    stead_roster from = roster_of(L, &r);
    bind_new_roster(L, &from);
    bind_parts *parts = bind_new_parts(L, -1, s->op, BIND_PLAIN);
    for (size_t i = 0; i < r.count; i++)
        parts->amounts[i] = (stead_wide)r.entries[i].amount * STEAD_NANO;
    return parts;
}
