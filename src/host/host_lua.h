/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/host_lua: stead.core.host, what Lua may ask of the program and the machine. */
#ifndef STEAD_HOST_HOST_LUA_H
#define STEAD_HOST_HOST_LUA_H

#include <lua.h>

/* Pushes the library. */
int stead_host_open(lua_State *L);

/* Its file functions, added to the table on top of the stack. */
void stead_host_add_files(lua_State *L);

#endif
