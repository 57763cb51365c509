/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "store/db.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/handle.h"

enum { PATIENCE_MS = 5000, STEPS_BETWEEN_LOOKS = 10000 };

static stead_status fail_text(stead_error *err, stead_status code, const char *what,
                              const char *text)
{
    return stead_fail(err, code, "%s: %s", what, text);
}

stead_status handle_fail(const stead_db *db, int rc, const char *what, stead_error *err)
{
    const char *subject = what != NULL ? what : db->path;
    switch (rc & 0xFF) {
    case SQLITE_NOMEM:
        return stead_nomem(err, subject);
    case SQLITE_FULL:
        return stead_fail(
            err, STEAD_IO,
            "%s: the disk is full, so nothing was changed; free some space and try "
            "again",
            db->path);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return stead_fail(
            err, STEAD_IO,
            "%s: the file or its folder is read-only; give yourself leave to write "
            "there, or work on a copy",
            db->path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return stead_fail(err, STEAD_DB,
                          "%s: another program is writing to it; wait for that to finish, then "
                          "try again",
                          db->path);
    case SQLITE_NOTADB:
        return fail_text(err, STEAD_DB, db->path, "it is not a database");
    case SQLITE_CORRUPT:
        return fail_text(err, STEAD_DB, db->path,
                         "it is damaged; put back a copy, or build it again from its sources");
    case SQLITE_INTERRUPT:
        return fail_text(err, STEAD_DB, subject, "stopped; nothing was changed");
    case SQLITE_CANTOPEN:
        return fail_text(err, STEAD_IO, db->path,
                         "it cannot be opened; see that its folder is there and that you may "
                         "write in it");
    case SQLITE_IOERR:
        return fail_text(err, STEAD_IO, db->path, sqlite3_errmsg(db->sql));
    default:
        return fail_text(err, STEAD_DB, subject, sqlite3_errmsg(db->sql));
    }
}

stead_status handle_prepare(stead_db *db, sqlite3_stmt **out, const char *sql, stead_error *err)
{
    int rc = sqlite3_prepare_v2(db->sql, sql, -1, out, NULL);
    return rc == SQLITE_OK ? STEAD_OK : handle_fail(db, rc, NULL, err);
}

stead_status handle_number(stead_db *db, const char *sql, int64_t *out, stead_error *err)
{
    sqlite3_stmt *stmt;
    if (handle_prepare(db, &stmt, sql, err) != STEAD_OK)
        return err->code;
    int rc = sqlite3_step(stmt);
    *out = rc == SQLITE_ROW ? sqlite3_column_int64(stmt, 0) : 0;
    sqlite3_finalize(stmt);
    return rc == SQLITE_ROW || rc == SQLITE_DONE ? STEAD_OK : handle_fail(db, rc, NULL, err);
}

stead_status handle_has(stead_db *db, const char *schema, const char *table, bool *out,
                        stead_error *err)
{
    int64_t found;
    char *sql = sqlite3_mprintf("SELECT count(*) FROM \"%w\".sqlite_master WHERE name = %Q",
                                schema, table);
    if (sql == NULL)
        return stead_nomem(err, "database");
    stead_status rc = handle_number(db, sql, &found, err);
    sqlite3_free(sql);
    *out = rc == STEAD_OK && found > 0;
    return rc;
}

char *handle_uri(const char *path, const char *mode)
{
    sqlite3_str *uri = sqlite3_str_new(NULL);
    sqlite3_str_appendall(uri, "file:");
    for (const unsigned char *c = (const unsigned char *)path; *c != '\0'; c++) {
        if (*c == '%' || *c == '?' || *c == '#')
            sqlite3_str_appendf(uri, "%%%02X", *c);
        else
            sqlite3_str_appendchar(uri, 1, (char)*c);
    }
    sqlite3_str_appendf(uri, "?%s", mode);
    return sqlite3_str_finish(uri);
}

int handle_open_file(sqlite3 **out, const char *path, const char *mode)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI |
                SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (strcmp(path, ":memory:") == 0)
        return sqlite3_open_v2(path, out, flags, NULL);
    char *uri = handle_uri(path, mode);
    int rc = uri == NULL ? SQLITE_NOMEM : sqlite3_open_v2(uri, out, flags, NULL);
    sqlite3_free(uri);
    return rc;
}

static bool file_exists(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file != NULL)
        fclose(file);
    return file != NULL;
}

static int watch(void *pointer)
{
    const stead_db *db = pointer;
    return db->stop != NULL && db->stop(db->context);
}

/* Settings of the connection. What a file claims about itself is not trusted; "x" is always a
 * name and never a text. */
static int configure(stead_db *db)
{
    sqlite3_busy_timeout(db->sql, PATIENCE_MS);
    sqlite3_progress_handler(db->sql, STEPS_BETWEEN_LOOKS, watch, db);
    sqlite3_db_config(db->sql, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
    sqlite3_db_config(db->sql, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db->sql, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db->sql, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db->sql, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    return sqlite3_exec(db->sql, "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY", NULL,
                        NULL, NULL);
}

static int open_as(stead_db *db, const char *mode)
{
    int rc = handle_open_file(&db->sql, db->path, mode);
    if (rc == SQLITE_OK)
        rc = configure(db);
    if (rc == SQLITE_OK) /* the first look at the file itself */
        rc = sqlite3_exec(db->sql, "PRAGMA schema_version", NULL, NULL, NULL);
    return rc;
}

static stead_status open_readonly(stead_db *db, stead_error *err)
{
    int rc = open_as(db, "mode=ro");
    if ((rc & 0xFF) == SQLITE_CANTOPEN || (rc & 0xFF) == SQLITE_READONLY) {
        /* In a folder that cannot be written there is no room for the log's index; without a
         * log beside it the file cannot be changing. */
        char *log = sqlite3_mprintf("%s-wal", db->path);
        if (log != NULL && !file_exists(log)) {
            sqlite3_close_v2(db->sql);
            db->sql = NULL;
            rc = open_as(db, "immutable=1");
        }
        sqlite3_free(log);
    }
    return rc == SQLITE_OK ? STEAD_OK : handle_fail(db, rc, NULL, err);
}

static stead_status open_writable(stead_db *db, bool create, stead_error *err)
{
    int rc = open_as(db, create ? "mode=rwc" : "mode=rw");
    if ((rc & 0xFF) == SQLITE_CANTOPEN && !file_exists(db->path))
        return stead_fail(err, STEAD_IO,
                          "%s: cannot be made; the folder is missing or read-only", db->path);
    if (rc == SQLITE_OK && sqlite3_db_readonly(db->sql, "main") == 1)
        rc = SQLITE_READONLY;
    return rc == SQLITE_OK ? STEAD_OK : handle_fail(db, rc, NULL, err);
}

/* Not before the file is known to be ours. SQLite does not wait by itself for the lock that a
 * change of mode takes. */
static stead_status keep_log(stead_db *db, stead_error *err)
{
    int rc = SQLITE_BUSY;
    for (int waited = 0; (rc & 0xFF) == SQLITE_BUSY && waited < PATIENCE_MS; waited += 20) {
        if (waited > 0)
            sqlite3_sleep(20);
        rc = sqlite3_exec(db->sql, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
    }
    return rc == SQLITE_OK ? STEAD_OK : handle_fail(db, rc, NULL, err);
}

/* What a question should find whether it stands in the book or in the reference tables; what
 * the book has comes first. In a rule `%s` is the name. */
typedef struct {
    const char *name, *rule;
} joined;

static const char by_code[] =
    "SELECT * FROM main.%s UNION ALL SELECT * FROM england.%s WHERE code "
    "NOT IN (SELECT code FROM main.%s)";
static const char by_year[] =
    "SELECT * FROM main.%s UNION ALL SELECT * FROM england.%s WHERE year "
    "NOT IN (SELECT year FROM main.%s WHERE year IS NOT NULL)";
static const char by_basis[] = "SELECT * FROM main.%s UNION ALL SELECT * FROM england.%s WHERE "
                               "basis NOT IN (SELECT basis FROM main.%s)";
static const char by_source[] = "SELECT * FROM main.%s UNION ALL SELECT * FROM england.%s AS e "
                                "WHERE NOT EXISTS (SELECT 1 FROM "
                                "main.sources AS m WHERE m.kind = e.kind AND m.year IS e.year)";

static const joined both[] = {{"icb", by_code},
                              {"sub_icb", by_code},
                              {"pcn", by_code},
                              {"council", by_code},
                              {"trust", by_code},
                              {"residents", by_basis},
                              {"practice_need_people", by_year},
                              {"payments", by_year},
                              {"outturns", by_year},
                              {"sources", by_source},
                              {"left_out_people", by_source}};

static stead_status join_reference(stead_db *db, stead_error *err)
{
    sqlite3_str *sql = sqlite3_str_new(NULL);
    for (size_t i = 0; i < sizeof both / sizeof *both; i++) {
        const char *name = both[i].name;
        sqlite3_str_appendf(sql, "CREATE TEMP VIEW %s AS ", name);
        sqlite3_str_appendf(sql, both[i].rule, name, name, name);
        sqlite3_str_appendall(sql, ";");
    }
    char *script = sqlite3_str_finish(sql);
    stead_status rc =
        script == NULL ? stead_nomem(err, "database") : stead_db_run(db, script, err);
    sqlite3_free(script);
    return rc;
}

static stead_status attach_reference(stead_db *db, const stead_db_options *options,
                                     stead_error *err)
{
    sqlite3_stmt *stmt;
    bool book = false;
    const char *path = options->reference;
    if (!file_exists(path))
        return stead_fail(
            err, STEAD_NOTFOUND,
            "%s: no such file; the reference tables belong to stead's installation", path);
    char *uri = handle_uri(path, "immutable=1");
    db->reference = sqlite3_mprintf("%s", path);
    if (uri == NULL || db->reference == NULL) {
        sqlite3_free(uri);
        return stead_nomem(err, "database");
    }
    stead_status rc = handle_prepare(db, &stmt, "ATTACH ? AS england", err);
    if (rc == STEAD_OK) {
        sqlite3_bind_text(stmt, 1, uri, -1, SQLITE_STATIC);
        int step = sqlite3_step(stmt);
        rc = step == SQLITE_DONE ? STEAD_OK : handle_fail(db, step, path, err);
        sqlite3_finalize(stmt);
    }
    sqlite3_free(uri);
    if (rc == STEAD_OK && options->schema != NULL)
        rc = schema_check(db, "england", path, options->schema, err);
    if (rc == STEAD_OK)
        rc = handle_has(db, "main", "source_in_use", &book, err);
    return rc == STEAD_OK && book ? join_reference(db, err) : rc;
}

static stead_status open_all(stead_db *db, const stead_db_options *options, stead_error *err)
{
    bool memory = strcmp(db->path, ":memory:") == 0;
    bool readonly = options->readonly && !memory;
    if (!memory && !options->create && !file_exists(db->path))
        return stead_fail(err, STEAD_NOTFOUND, "%s: no such file, or it may not be read",
                          db->path);
    stead_status rc =
        readonly ? open_readonly(db, err) : open_writable(db, options->create, err);
    if (rc == STEAD_OK && options->schema != NULL)
        rc = schema_prepare(db, options->schema, readonly, err);
    if (rc == STEAD_OK && !readonly)
        rc = keep_log(db, err);
    if (rc == STEAD_OK && options->reference != NULL)
        rc = attach_reference(db, options, err);
    return rc;
}

stead_status stead_db_open(stead_db **out, const char *path, const stead_db_options *options,
                           stead_error *err)
{
    stead_db *db = calloc(1, sizeof *db);
    if (db == NULL)
        return stead_nomem(err, "database");
    db->path = sqlite3_mprintf("%s", path);
    stead_status rc =
        db->path == NULL ? stead_nomem(err, "database") : open_all(db, options, err);
    if (rc != STEAD_OK) {
        stead_db_close(db);
        return rc;
    }
    *out = db;
    return STEAD_OK;
}

void stead_db_close(stead_db *db)
{
    if (db == NULL)
        return;
    sqlite3_close_v2(db->sql);
    sqlite3_free(db->path);
    sqlite3_free(db->reference);
    free(db);
}

const char *stead_db_engine(void)
{
    return sqlite3_libversion();
}

const char *stead_db_path(const stead_db *db)
{
    return db->path;
}

const char *stead_db_reference(const stead_db *db)
{
    return db->reference;
}

void stead_db_watch(stead_db *db, bool (*stop)(void *context), void *context)
{
    db->stop = stop;
    db->context = context;
}
