/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* store/work: scripts and transactions. */
#include "store/handle.h"

stead_status stead_db_run(stead_db *db, const char *script, stead_error *err)
{
    int rc = sqlite3_exec(db->sql, script, NULL, NULL, NULL);
    return rc == SQLITE_OK ? STEAD_OK : handle_fail(db, rc, NULL, err);
}

stead_status stead_db_begin(stead_db *db, stead_error *err)
{
    return stead_db_run(db, "BEGIN IMMEDIATE", err);
}

stead_status stead_db_commit(stead_db *db, stead_error *err)
{
    if (!stead_db_in_transaction(db)) /* SQLite itself gave it up, on a full disk for one */
        return stead_fail(err, STEAD_DB,
                          "%s: the transaction was rolled back, so nothing was changed",
                          db->path);
    stead_status rc = stead_db_run(db, "COMMIT", err);
    if (rc != STEAD_OK)
        stead_db_rollback(db);
    return rc;
}

void stead_db_rollback(stead_db *db)
{
    if (stead_db_in_transaction(db))
        sqlite3_exec(db->sql, "ROLLBACK", NULL, NULL, NULL);
}

bool stead_db_in_transaction(const stead_db *db)
{
    return !sqlite3_get_autocommit(db->sql);
}

stead_status stead_db_seal(stead_db *db, stead_error *err)
{
    return stead_db_run(db, "PRAGMA journal_mode = DELETE; ANALYZE; VACUUM", err);
}

stead_status work_begin(work *w, stead_db *db, stead_error *err)
{
    w->nested = stead_db_in_transaction(db);
    return w->nested ? stead_db_run(db, "SAVEPOINT work", err) : stead_db_begin(db, err);
}

stead_status work_end(work *w, stead_db *db, stead_status rc, stead_error *err)
{
    if (!w->nested) {
        if (rc == STEAD_OK)
            return stead_db_commit(db, err);
        stead_db_rollback(db);
        return rc;
    }
    if (rc == STEAD_OK)
        rc = stead_db_run(db, "RELEASE work", err);
    else if (stead_db_in_transaction(db))
        sqlite3_exec(db->sql, "ROLLBACK TO work; RELEASE work", NULL, NULL, NULL);
    return rc;
}
