/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/runtime: one Lua state and what it is held to. */
#ifndef STEAD_HOST_RUNTIME_H
#define STEAD_HOST_RUNTIME_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

#include "host/limit.h"
#include "host/paths.h"
#include "stead.h"

struct stead_runtime {
    lua_State *L;
    stead_memory memory;
    stead_budget budget;
    stead_paths paths;
};

/* The runtime that a state (or any coroutine of it) belongs to. */
stead_runtime *stead_runtime_of(lua_State *L);

#endif
