/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/open: stead.core, the C side of stead as one Lua module with a table per room. */
#include "bind/bind.h"

static const luaL_Reg rooms[] = {{"money", bind_open_money},         {"frame", bind_open_frame},
                                 {"text", bind_open_text},           {"store", bind_open_store},
                                 {"sheet", bind_open_sheet},         {"calc", bind_open_calc},
                                 {"parts", bind_open_parts},         {"stats", bind_open_stats},
                                 {"authority", bind_open_authority}, {NULL, NULL}};

int luaopen_stead_core(lua_State *L)
{
    luaL_checkversion(L);
    lua_createtable(L, 0, (int)(sizeof rooms / sizeof *rooms));
    for (const luaL_Reg *room = rooms; room->name != NULL; room++) {
        room->func(L);
        lua_setfield(L, -2, room->name);
    }
    return 1;
}
