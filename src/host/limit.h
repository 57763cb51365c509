/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/limit: what Lua code may use: memory by allocator, instructions by count hook, time by a
 * timer of the processor's; and Ctrl-C. */
#ifndef STEAD_HOST_LIMIT_H
#define STEAD_HOST_LIMIT_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

/* What the allocator counts. */
typedef struct {
    size_t used;       /* bytes that Lua holds now */
    size_t most;       /* the most it has held */
    size_t ceiling;    /* 0: none */
    bool refused;      /* the last request was refused; Lua collects garbage and asks again */
    bool starved;      /* refused twice running, or again and again: memory has run out */
    int refusals;      /* in this limited call */
    lua_State *inside; /* the thread of the limited call, or NULL */
} stead_memory;

/* Which limit was passed. */
typedef enum {
    STEAD_LIMIT_NONE,
    STEAD_LIMIT_INSTRUCTIONS,
    STEAD_LIMIT_MEMORY,
    STEAD_LIMIT_TIME
} stead_limit_kind;

/* What a limited call has left, and where it failed. */
typedef struct {
    bool active;
    stead_limit_kind passed;
    lua_Integer left;    /* instructions */
    const char *subject; /* the file that messages name */
    int line; /* of that file, where the limit was passed or the error raised; or 0 */
} stead_budget;

/* What a limited call may take; 0 means no limit. */
typedef struct {
    lua_Integer instructions;
    size_t memory;       /* bytes above what was held when the call began */
    lua_Integer seconds; /* of the processor's time */
} stead_limit;

/* A lua_Alloc; `ud` is a stead_memory. */
void *stead_allocate(void *ud, void *block, size_t old_size, size_t new_size);

typedef enum { STEAD_LIMIT_DONE, STEAD_LIMIT_FAILED, STEAD_LIMIT_PASSED } stead_limit_end;

/* Calls the function below `arguments` arguments inside `limit`, and inside any limit already
 * in force; leaves `results` results, or the error as a string that begins with `subject`, a
 * file, and its line where that is known. A limit passed is not outlived by any pcall in the
 * called code. While it runs, strings have the methods of host/bounded. Ctrl-C is raised on. */
stead_limit_end stead_limit_call(lua_State *L, const stead_limit *limit, const char *subject,
                                 int arguments, int results);

/* Whether `bytes` more would pass the memory that a limited call may take. */
bool stead_limit_lacks(lua_State *L, size_t bytes);
/* Marks a limit as passed: the limited call ends at its next instruction. Raises nothing. */
void stead_limit_stop(lua_State *L, stead_limit_kind kind);

/* From here on Ctrl-C stops Lua code with the error "interrupted"; a second one ends the
 * program. */
void stead_interrupt_watch(lua_State *L);
bool stead_interrupt_seen(void);
/* Forgets an interrupt that has been dealt with, and watches for the next. */
void stead_interrupt_clear(lua_State *L);

#endif
