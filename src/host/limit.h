/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/limit: what Lua code may use: memory by allocator, instructions by count hook; and
 * Ctrl-C. */
#ifndef STEAD_HOST_LIMIT_H
#define STEAD_HOST_LIMIT_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

/* What the allocator counts. */
typedef struct {
    size_t used;    /* bytes that Lua holds now */
    size_t most;    /* the most it has held */
    size_t ceiling; /* 0: none */
    bool refused;   /* the last request was refused; Lua collects garbage and asks again */
    bool starved;   /* refused twice running: memory has run out */
} stead_memory;

/* What a limited call has left. */
typedef struct {
    bool active;
    bool spent;
    lua_Integer left; /* instructions */
} stead_budget;

/* What a limited call may take; 0 means no limit. */
typedef struct {
    lua_Integer instructions;
    size_t memory; /* bytes above what was held when the call began */
} stead_limit;

/* A lua_Alloc; `ud` is a stead_memory. */
void *stead_allocate(void *ud, void *block, size_t old_size, size_t new_size);

typedef enum { STEAD_LIMIT_DONE, STEAD_LIMIT_FAILED, STEAD_LIMIT_PASSED } stead_limit_end;

/* Calls the function below `arguments` arguments inside `limit`, and inside any limit already
 * in force; leaves `results` results, or the error as a string. A limit passed is not outlived
 * by any pcall in the called code, and the error then names `subject`, a file. While it runs,
 * strings have their harmless methods only. Ctrl-C is raised on. */
stead_limit_end stead_limit_call(lua_State *L, const stead_limit *limit, const char *subject,
                                 int arguments, int results);

/* From here on Ctrl-C stops Lua code with the error "interrupted"; a second one ends the
 * program. */
void stead_interrupt_watch(lua_State *L);
bool stead_interrupt_seen(void);
/* Forgets an interrupt that has been dealt with, and watches for the next. */
void stead_interrupt_clear(lua_State *L);

#endif
