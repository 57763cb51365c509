/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/bounded: the methods that strings have inside a limited call. A count hook does not see
 * inside a C function, so what could run or grow without end is weighed before it starts. */
#ifndef STEAD_HOST_BOUNDED_H
#define STEAD_HOST_BOUNDED_H

#include <lua.h>

/* Pushes the table of methods: all but string.dump, which makes bytecode, and the packing ones.
 * find, match, gmatch and gsub refuse a pattern that could take too many steps on its text; rep
 * refuses a text that memory does not hold; format refuses '%p'. */
void stead_bounded_push(lua_State *L);

#endif
