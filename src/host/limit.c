/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/limit.h"

#include <lauxlib.h>
#include <signal.h>
#include <stdlib.h>

#include "host/runtime.h"
#include "host/trace.h"

enum { HOOK_STEP = 1000 }; /* instructions between two looks at the budget */

static lua_State *watched;
static volatile sig_atomic_t interrupted;

void *stead_allocate(void *ud, void *block, size_t old_size, size_t new_size)
{
    stead_memory *memory = ud;
    size_t held = block != NULL ? old_size : 0; /* for a new block old_size is a type tag */
    if (new_size == 0) {
        free(block);
        memory->used -= held;
        return NULL;
    }
    bool grows = new_size > held;
    bool over =
        grows && memory->ceiling != 0 && memory->used - held + new_size > memory->ceiling;
    void *moved = over ? NULL : realloc(block, new_size);
    if (moved == NULL) {
        memory->starved = memory->starved || (over && memory->refused);
        memory->refused = over;
        return NULL;
    }
    memory->refused = memory->refused && !grows;
    memory->used += new_size - held;
    if (memory->used > memory->most)
        memory->most = memory->used;
    return moved;
}

/* Once something is spent the hook fires at every instruction, so that a pcall which catches
 * the error is itself stopped at its next step. */
static void watch(lua_State *L, lua_Debug *event)
{
    stead_runtime *runtime = stead_runtime_of(L);
    stead_budget *budget = &runtime->budget;
    if (!interrupted && budget->active && !budget->spent) {
        budget->left -= event->event == LUA_HOOKCOUNT ? HOOK_STEP : 0;
        budget->spent = budget->left <= 0 || runtime->memory.starved;
    }
    if (!interrupted && !budget->spent)
        return;
    runtime->memory.ceiling = 0; /* the error itself needs a little room */
    lua_sethook(L, watch, LUA_MASKCOUNT, 1);
    if (interrupted)
        luaL_error(L, "interrupted");
    luaL_error(L, "limit passed");
}

static void arm(lua_State *L)
{
    stead_budget *budget = &stead_runtime_of(L)->budget;
    if (interrupted || budget->spent)
        lua_sethook(L, watch, LUA_MASKCOUNT, 1);
    else if (budget->active)
        lua_sethook(L, watch, LUA_MASKCOUNT, HOOK_STEP);
    else
        lua_sethook(L, NULL, 0, 0);
}

/* Sets __index of strings to the table on top of the stack, which it pops, and pushes the
 * table that was there. */
static void swap_string_methods(lua_State *L)
{
    lua_pushliteral(L, "");
    lua_getmetatable(L, -1);
    lua_remove(L, -2);
    lua_getfield(L, -1, "__index");
    lua_pushvalue(L, -3);
    lua_setfield(L, -3, "__index");
    lua_replace(L, -3);
    lua_pop(L, 1);
}

/* Pushes the methods that strings have inside a limited call: all but string.dump, which makes
 * bytecode. A new table each time, so that nothing done to it lasts. */
static void push_harmless_methods(lua_State *L)
{
    static const char *const names[] = {"byte",    "char", "find",  "format", "gmatch",
                                        "gsub",    "len",  "lower", "match",  "rep",
                                        "reverse", "sub",  "upper"};
    lua_pushliteral(L, "");
    luaL_getmetafield(L, -1, "__index");
    lua_createtable(L, 0, (int)(sizeof names / sizeof names[0]));
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        lua_getfield(L, -2, names[i]);
        lua_setfield(L, -2, names[i]);
    }
    lua_replace(L, -3);
    lua_pop(L, 1);
}

/* Replaces the error on top of the stack. */
static void say_limit(lua_State *L, const stead_limit *limit, const char *subject, bool memory)
{
    if (memory)
        lua_pushfstring(L, "%s: stopped at %I kilobytes, the most memory it may take", subject,
                        (lua_Integer)(limit->memory / 1024));
    else
        lua_pushfstring(L, "%s: stopped after %I instructions, the most it may take", subject,
                        limit->instructions);
    lua_replace(L, -2);
}

/* Tightens what is in force to `limit`. */
static void tighten(stead_runtime *runtime, const stead_limit *limit)
{
    stead_budget *budget = &runtime->budget;
    stead_memory *memory = &runtime->memory;
    lua_Integer asked = limit->instructions > 0 ? limit->instructions : LUA_MAXINTEGER;
    if (!budget->active || asked < budget->left)
        budget->left = asked;
    budget->active = true;
    memory->starved = memory->refused = false;
    size_t ceiling = memory->used + limit->memory;
    if (limit->memory > 0 && (memory->ceiling == 0 || ceiling < memory->ceiling))
        memory->ceiling = ceiling;
}

/* lua_pcall inside the limit; puts back what was in force before. */
static stead_limit_end call_inside(lua_State *L, const stead_limit *limit, int arguments,
                                   int results, int handler, bool *memory)
{
    stead_runtime *runtime = stead_runtime_of(L);
    stead_budget outer = runtime->budget;
    size_t outer_ceiling = runtime->memory.ceiling;
    tighten(runtime, limit);
    lua_Integer granted = runtime->budget.left;
    arm(L);
    int status = lua_pcall(L, arguments, results, handler);
    *memory = runtime->memory.starved || (status == LUA_ERRMEM && limit->memory > 0);
    bool passed = *memory || runtime->budget.spent;
    outer.left -= outer.active ? granted - runtime->budget.left : 0;
    outer.spent = outer.active && outer.left <= 0;
    runtime->budget = outer;
    runtime->memory.ceiling = outer_ceiling;
    runtime->memory.starved = runtime->memory.refused = false;
    arm(L);
    if (passed)
        return STEAD_LIMIT_PASSED;
    return status == LUA_OK ? STEAD_LIMIT_DONE : STEAD_LIMIT_FAILED;
}

stead_limit_end stead_limit_call(lua_State *L, const stead_limit *limit, const char *subject,
                                 int arguments, int results)
{
    bool memory;
    int base = lua_gettop(L) - arguments;
    luaL_checkstack(L, 8 + results, "a limited call");
    push_harmless_methods(L);
    swap_string_methods(L); /* the full methods wait below the call */
    lua_insert(L, base);
    lua_pushcfunction(L, stead_trace_handler);
    lua_insert(L, base + 1);
    stead_limit_end end = call_inside(L, limit, arguments, results, base + 1, &memory);
    lua_pushvalue(L, base);
    swap_string_methods(L);
    lua_pop(L, 1);
    lua_remove(L, base + 1);
    lua_remove(L, base);
    if (stead_interrupt_seen())
        luaL_error(L, "interrupted");
    if (end == STEAD_LIMIT_PASSED) {
        lua_settop(L, base - 1); /* whatever it gave in its last instructions goes */
        lua_pushnil(L);
        say_limit(L, limit, subject, memory);
    } else if (end == STEAD_LIMIT_FAILED) {
        stead_trace_message(L);
    }
    return end;
}

static void on_interrupt(int number)
{
    signal(number, SIG_DFL); /* a second Ctrl-C ends a program that does not listen */
    interrupted = 1;
    lua_sethook(watched, watch, LUA_MASKCALL | LUA_MASKRET | LUA_MASKCOUNT, 1);
}

void stead_interrupt_watch(lua_State *L)
{
    struct sigaction action = {.sa_handler = on_interrupt}; /* no SA_RESTART: a read gives up */
    sigemptyset(&action.sa_mask);
    watched = L;
    sigaction(SIGINT, &action, NULL);
}

bool stead_interrupt_seen(void)
{
    return interrupted != 0;
}

void stead_interrupt_clear(lua_State *L)
{
    interrupted = 0;
    lua_sethook(L, NULL, 0, 0);
    stead_interrupt_watch(L);
}
