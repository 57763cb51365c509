/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/modules: how `require` finds stead's own modules. */
#ifndef STEAD_HOST_MODULES_H
#define STEAD_HOST_MODULES_H

#include <lua.h>
#include <stddef.h>

/* A Lua module inside the program: its name as `require` takes it ("stead.cli") and its file
 * below lua/ ("stead/cli/init.lua"). */
typedef struct {
    const char *name, *file;
    const unsigned char *text;
    size_t len;
} stead_module;

extern const stead_module stead_modules[]; /* generated from lua/, sorted by name */
extern const size_t stead_modules_len;

/* Makes `require` find stead, stead.… (from the program itself or, in a development build, from
 * the source tree) before anything on package.path, and stead.core with its host library. */
void stead_modules_register(lua_State *L);

#endif
