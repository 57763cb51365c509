/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/repl: read, complete the statement, evaluate, print. */
#ifndef STEAD_HOST_REPL_H
#define STEAD_HOST_REPL_H

#include <lua.h>

/* (text, chunkname) -> function | nil, message, code: the text as an expression whose values
 * are returned, else as statements. Code INCOMPLETE means that more text could complete it. */
int stead_repl_load(lua_State *L);

/* (print): reads statements until the input ends; `print` is given the values of each. */
int stead_repl_run(lua_State *L);

#endif
