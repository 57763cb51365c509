/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* store/guard: what no query of a user's may do, even one that may write: reach outside the
 * database, change a setting, or leave a transaction open. */
#include <string.h>

#include "store/handle.h"

/* Questions about the schema; none of them changes a setting when it has no value. */
static bool pragma_reads(const char *name, const char *value)
{
    static const char *const about[] = {"table_info",      "table_xinfo", "table_list",
                                        "index_list",      "index_info",  "index_xinfo",
                                        "foreign_key_list"};
    for (size_t i = 0; i < sizeof about / sizeof *about; i++)
        if (sqlite3_stricmp(name, about[i]) == 0)
            return true;
    return sqlite3_stricmp(name, "user_version") == 0 && value == NULL;
}

static const char *never(int action, const char *a, const char *b)
{
    switch (action) {
    case SQLITE_ATTACH:
    case SQLITE_DETACH:
        return "it would reach another database file";
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
        return "stead begins and ends transactions itself";
    case SQLITE_CREATE_VTABLE:
    case SQLITE_DROP_VTABLE:
        return "virtual tables are not for queries";
    case SQLITE_PRAGMA:
        return pragma_reads(a, b) ? NULL : "it would change a setting of the database";
    case SQLITE_FUNCTION:
        return sqlite3_stricmp(b, "load_extension") == 0 ? "it would load a program" : NULL;
    default:
        return NULL;
    }
}

static int judge(void *pointer, int action, const char *a, const char *b, const char *schema,
                 const char *trigger)
{
    guard *g = pointer;
    (void)schema;
    (void)trigger;
    g->refused = never(action, a, b);
    return g->refused == NULL ? SQLITE_OK : SQLITE_DENY;
}

void guard_set(stead_db *db, guard *g)
{
    g->refused = NULL;
    sqlite3_set_authorizer(db->sql, judge, g);
}

void guard_clear(stead_db *db)
{
    sqlite3_set_authorizer(db->sql, NULL, NULL);
}
