/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/timer: the processor's time that limited Lua code may take. A count of instructions does
 * not see one instruction that compares two very long texts; this does. */
#ifndef STEAD_HOST_TIMER_H
#define STEAD_HOST_TIMER_H

#include <lua.h>
#include <stdbool.h>

/* What was in force before a limited call; times in microseconds, 0 for none. */
typedef struct {
    lua_State *thread;
    lua_Hook hook;
    long long outer;
    long long granted;
} stead_timer;

/* Once `seconds` (0: no limit of its own) or what an outer timer has left are over, `hook` is
 * called at the next instruction of L. */
stead_timer stead_timer_start(lua_State *L, lua_Hook hook, lua_Integer seconds);
/* Stops it, and lets an outer one go on with what it has left. */
void stead_timer_stop(const stead_timer *timer);
/* Whether the time in force is over. */
bool stead_timer_rang(void);

#endif
