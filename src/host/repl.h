/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/repl: read, complete the statement, evaluate, print. */
#ifndef STEAD_HOST_REPL_H
#define STEAD_HOST_REPL_H

#include <lua.h>

/* (text, chunkname) -> function | nil, message, code: the text as an expression whose values
 * are returned, else as statements. Code INCOMPLETE means that more text could complete it. */
int stead_repl_load(lua_State *L);

/* (session): reads statements until the input ends. The session's functions, each of which it
 * may lack: answer(text, seconds, …) is given what a statement gave; command(text) a line that
 * begins with `?` or with `.` and a letter; failed(error, text) what went wrong;
 * complete(before) gives { back, text, list } for Tab; remember(text) keeps a statement typed
 * on a terminal; `history` is a list of those kept; `done` says that the
 * session is over. */
int stead_repl_run(lua_State *L);

#endif
