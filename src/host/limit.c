/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/limit.h"

#include <lauxlib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "host/bounded.h"
#include "host/runtime.h"
#include "host/timer.h"
#include "host/trace.h"

enum {
    HOOK_STEP = 1000,    /* instructions between two looks at the budget */
    MOST_MESSAGE = 2000, /* bytes of an error */
    MOST_REFUSALS = 8    /* of memory that a collection then found: more is thrashing */
};

static lua_State *watched;
static volatile sig_atomic_t interrupted;

/* The length of the file's name that a subject begins with. */
static size_t file_len(const char *subject)
{
    return strcspn(subject, ":");
}

/* Nothing in here allocates, so that the allocator itself may ask. */
static void note_line(lua_State *L, stead_budget *budget)
{
    lua_Debug frame;
    size_t len = budget->subject != NULL ? file_len(budget->subject) : 0;
    for (int level = 0; lua_getstack(L, level, &frame); level++) {
        lua_getinfo(L, "Sl", &frame);
        if (*frame.source == '@' && frame.currentline > 0 && len > 0 &&
            strlen(frame.source + 1) == len &&
            strncmp(frame.source + 1, budget->subject, len) == 0) {
            budget->line = frame.currentline;
            return;
        }
    }
}

/* Once something is spent the hook fires at every instruction, so that a pcall which catches
 * the error is itself stopped at its next step. */
static void watch(lua_State *L, lua_Debug *event)
{
    stead_runtime *runtime = stead_runtime_of(L);
    stead_budget *budget = &runtime->budget;
    if (!interrupted && budget->active && budget->passed == STEAD_LIMIT_NONE) {
        budget->left -= event->event == LUA_HOOKCOUNT ? HOOK_STEP : 0;
        if (stead_timer_rang())
            stead_limit_stop(L, STEAD_LIMIT_TIME);
        else if (budget->left <= 0)
            stead_limit_stop(L, STEAD_LIMIT_INSTRUCTIONS);
    }
    if (!interrupted && budget->passed == STEAD_LIMIT_NONE)
        return;
    runtime->memory.ceiling = 0; /* the error itself needs a little room */
    lua_sethook(L, watch, LUA_MASKCOUNT, 1);
    if (interrupted)
        luaL_error(L, "interrupted");
    luaL_error(L, "limit passed");
}

void stead_limit_stop(lua_State *L, stead_limit_kind kind)
{
    stead_budget *budget = &stead_runtime_of(L)->budget;
    if (budget->passed != STEAD_LIMIT_NONE)
        return;
    budget->passed = kind;
    budget->line = 0;
    note_line(L, budget);
    lua_sethook(L, watch, LUA_MASKCOUNT, 1);
}

bool stead_limit_lacks(lua_State *L, size_t bytes)
{
    const stead_memory *memory = &stead_runtime_of(L)->memory;
    return memory->ceiling != 0 &&
           (memory->used >= memory->ceiling || bytes > memory->ceiling - memory->used);
}

static void refuse(stead_memory *memory, bool over)
{
    if (over)
        memory->refusals++;
    memory->starved =
        memory->starved || (over && memory->refused) || memory->refusals > MOST_REFUSALS;
    memory->refused = over;
    if (!over || memory->inside == NULL)
        return;
    note_line(memory->inside, &stead_runtime_of(memory->inside)->budget);
    if (memory->starved)
        stead_limit_stop(memory->inside, STEAD_LIMIT_MEMORY);
}

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
        refuse(memory, over);
        return NULL;
    }
    memory->refused = memory->refused && !grows;
    memory->used += new_size - held;
    if (memory->used > memory->most)
        memory->most = memory->used;
    return moved;
}

static void arm(lua_State *L)
{
    stead_budget *budget = &stead_runtime_of(L)->budget;
    if (interrupted || budget->passed != STEAD_LIMIT_NONE)
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

/* 50000000 as 50,000,000 */
static void push_grouped(lua_State *L, lua_Integer number)
{
    char text[32];
    size_t at = sizeof text;
    int digits = 0;
    text[--at] = '\0';
    do {
        if (digits > 0 && digits % 3 == 0)
            text[--at] = ',';
        text[--at] = (char)('0' + number % 10);
        number /= 10;
        digits++;
    } while (number > 0);
    lua_pushstring(L, &text[at]);
}

/* Pushes "places/leeds.lua:3: ", or without the line when that is not known. A subject that
 * says more than the file keeps it: "policy/rules/a.lua:1: rule 'a', line 3: ". */
static void push_where(lua_State *L, const char *subject, int line)
{
    if (line > 0)
        lua_pushfstring(
            L, subject[file_len(subject)] == '\0' ? "%s:%d: " : "%s, line %d: ", subject, line);
    else
        lua_pushfstring(L, "%s: ", subject);
}

static void push_size(lua_State *L, size_t bytes)
{
    bool mega = bytes >= 1048576;
    push_grouped(L, (lua_Integer)(bytes / (mega ? 1048576 : 1024)));
    lua_pushstring(L, mega ? " MB" : " kB");
    lua_concat(L, 2);
}

/* Pushes what was passed, and what to do about it. */
static void push_breach(lua_State *L, const stead_limit *limit, stead_limit_kind passed)
{
    switch (passed) {
    case STEAD_LIMIT_MEMORY:
        push_size(L, limit->memory);
        lua_pushfstring(L,
                        "this file took more than %s of memory; look for a list or a text that "
                        "grows without end, or raise STEAD_LIMIT_MEMORY",
                        lua_tostring(L, -1));
        break;
    case STEAD_LIMIT_TIME:
        push_grouped(L, limit->seconds);
        lua_pushfstring(L,
                        "this file ran longer than %s second%s; look for work on a very long "
                        "text or list, or raise STEAD_LIMIT_SECONDS",
                        lua_tostring(L, -1), limit->seconds == 1 ? "" : "s");
        break;
    default:
        push_grouped(L, limit->instructions);
        lua_pushfstring(L,
                        "this file ran longer than %s instructions; look for a loop that does "
                        "not end, or raise STEAD_LIMIT_INSTRUCTIONS",
                        lua_tostring(L, -1));
    }
    lua_remove(L, -2);
}

static void say_limit(lua_State *L, const stead_limit *limit, const stead_budget *ended)
{
    push_where(L, ended->subject, ended->line);
    push_breach(L, limit, ended->passed);
    lua_concat(L, 2);
}

/* Cuts the text on top of the stack, between letters, where it becomes too long to read. */
static void shorten(lua_State *L)
{
    size_t len;
    const char *text = lua_tolstring(L, -1, &len);
    if (len <= MOST_MESSAGE)
        return;
    for (len = MOST_MESSAGE; len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80;)
        len--;
    lua_pushlstring(L, text, len);
    lua_pushliteral(L, " …");
    lua_concat(L, 2);
    lua_replace(L, -2);
}

/* Makes the error on top of the stack a text that begins with the file. */
static void say_failure(lua_State *L, const stead_budget *ended)
{
    stead_trace_message(L);
    shorten(L);
    size_t len = file_len(ended->subject);
    const char *text = lua_tostring(L, -1);
    if (strncmp(text, ended->subject, len) == 0 && text[len] == ':')
        return;
    push_where(L, ended->subject, ended->line);
    lua_insert(L, -2);
    lua_concat(L, 2);
}

static int handler(lua_State *L)
{
    note_line(L, &stead_runtime_of(L)->budget);
    return stead_trace_handler(L);
}

/* Tightens what is in force to `limit`. */
static void tighten(stead_runtime *runtime, lua_State *L, const stead_limit *limit,
                    const char *subject)
{
    stead_budget *budget = &runtime->budget;
    stead_memory *memory = &runtime->memory;
    lua_Integer asked = limit->instructions > 0 ? limit->instructions : LUA_MAXINTEGER;
    if (!budget->active || asked < budget->left)
        budget->left = asked;
    budget->active = true;
    budget->subject = subject;
    budget->line = 0;
    memory->starved = memory->refused = false;
    memory->refusals = 0;
    memory->inside = L;
    size_t ceiling = memory->used + limit->memory;
    if (limit->memory > 0 && (memory->ceiling == 0 || ceiling < memory->ceiling))
        memory->ceiling = ceiling;
}

/* lua_pcall inside the limit; puts back what was in force before. `ended` is what was left. */
static stead_limit_end call_inside(lua_State *L, const stead_limit *limit, int arguments,
                                   int results, int on_error, stead_budget *ended)
{
    stead_runtime *runtime = stead_runtime_of(L);
    stead_budget outer = runtime->budget;
    stead_memory outer_memory = runtime->memory;
    tighten(runtime, L, limit, ended->subject);
    lua_Integer granted = runtime->budget.left;
    stead_timer timer = stead_timer_start(L, watch, limit->seconds);
    arm(L);
    int status = lua_pcall(L, arguments, results, on_error);
    stead_timer_stop(&timer);
    if (status == LUA_ERRMEM && limit->memory > 0 && runtime->budget.passed == STEAD_LIMIT_NONE)
        runtime->budget.passed =
            STEAD_LIMIT_MEMORY; /* its line is noted where it was refused */
    *ended = runtime->budget;
    outer.left -= outer.active ? granted - runtime->budget.left : 0;
    if (outer.active && outer.left <= 0)
        outer.passed = STEAD_LIMIT_INSTRUCTIONS;
    runtime->budget = outer;
    runtime->memory.ceiling = outer_memory.ceiling;
    runtime->memory.inside = outer_memory.inside;
    runtime->memory.starved = runtime->memory.refused = false;
    runtime->memory.refusals = 0;
    arm(L);
    if (ended->passed != STEAD_LIMIT_NONE)
        return STEAD_LIMIT_PASSED;
    return status == LUA_OK ? STEAD_LIMIT_DONE : STEAD_LIMIT_FAILED;
}

stead_limit_end stead_limit_call(lua_State *L, const stead_limit *limit, const char *subject,
                                 int arguments, int results)
{
    stead_budget ended = {.subject = subject};
    int base = lua_gettop(L) - arguments;
    luaL_checkstack(L, 8 + results, "a limited call");
    stead_bounded_push(L);
    swap_string_methods(L); /* the full methods wait below the call */
    lua_insert(L, base);
    lua_pushcfunction(L, handler);
    lua_insert(L, base + 1);
    stead_limit_end end = call_inside(L, limit, arguments, results, base + 1, &ended);
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
        say_limit(L, limit, &ended);
        lua_replace(L, -2);
    } else if (end == STEAD_LIMIT_FAILED) {
        say_failure(L, &ended);
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
