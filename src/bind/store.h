/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/store: what the two files of this binding share. */
#ifndef STEAD_BIND_STORE_H
#define STEAD_BIND_STORE_H

#include "bind/bind.h"
#include "store/db.h"

/* The open database at `arg`; raises when it is closed. */
stead_db *bind_check_db(lua_State *L, int arg);

/* Lua values as parameters: the list, or the names, of the table at `arg`; none when it is nil.
 * Pushes the block that holds them, which is good while the table is not changed. */
stead_param *bind_check_params(lua_State *L, int arg, size_t *count);

/* The text in `field` of the table at `arg`, or NULL; good while the table is not changed. */
const char *bind_text_field(lua_State *L, int arg, const char *field);

/* db:import{…}, db:need(year), db:payments(year), db:years(kind) */
extern const luaL_Reg bind_store_facts[];

int bind_db_ledger(lua_State *L);

#endif
