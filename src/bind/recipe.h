/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/recipe: a recipe as scripts write it (see share/meta/sheet.lua), read into C. */
#ifndef STEAD_BIND_RECIPE_H
#define STEAD_BIND_RECIPE_H

#include <lua.h>

#include "bind/options.h"
#include "sheet/recipe.h"
#include "sheet/workbook.h"

/* Fills *out and *choice from the table at `arg`, raising with the key named for anything
 * that is not as a recipe should be. Lists come from `arena`; texts stay the table's, so it
 * must be kept on the stack, unchanged, as long as *out is used. */
void bind_check_recipe(lua_State *L, int arg, stead_arena *arena, stead_recipe *out,
                       stead_choice *choice);

/* From the keys "encoding" ("utf-8", also when absent, or "cp1252") and "sheet" (a name, or a
 * number from 1) of the table at `t`. */
void bind_check_choice(const bind_options *o, int t, stead_choice *out);

#endif
