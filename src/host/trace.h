/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/trace: what a script's author is told of an error: their own files and lines, without
 * stead's insides. */
#ifndef STEAD_HOST_TRACE_H
#define STEAD_HOST_TRACE_H

#include <lua.h>

/* Chunks of stead's own modules are named "=stead/…": Lua then reports them as stead/…, and no
 * file's name begins so (a file's chunk begins with @). */
#define STEAD_OWN_CHUNK "=stead/"

/* A message handler for lua_pcall. An error that is not a string passes unchanged. A string
 * becomes the table { message, trace, exit }: the position is that of the nearest line outside
 * stead's own modules, `trace` lists further such lines, each after a newline and two spaces,
 * and `exit` is 4; or 5, with Lua's full traceback, when stead's own code is all there is. With
 * STEAD_TRACE in the environment the traceback is always full. */
int stead_trace_handler(lua_State *L);

/* Replaces the error on top of the stack by its text alone. */
void stead_trace_message(lua_State *L);

/* Writes the error on top of the stack to standard error, as the program's last words or the
 * REPL's answer, and returns the exit status that it asks for. */
int stead_trace_report(lua_State *L);

#endif
