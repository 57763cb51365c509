/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/stats: the library of statistics, of value and of money over years. */
#include "bind/stats.h"

static const lua_CFunction parts[] = {bind_open_stats_rates,  bind_open_stats_bands,
                                      bind_open_stats_areas,  bind_open_stats_inequality,
                                      bind_open_stats_series, bind_open_stats_value,
                                      bind_open_stats_horizon};

int bind_open_stats(lua_State *L)
{
    lua_createtable(L, 0, 20);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        parts[i](L);
    return 1;
}
