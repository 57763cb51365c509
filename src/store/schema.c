/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* store/schema: numbered migrations, applied in order, never twice. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "store/handle.h"

enum {
    MOST_MIGRATIONS = 999,
    STEAD_APPLICATION = 0x73746561 /* "stea", in the file's header */
};

typedef struct {
    const char *folder;
    char *names[MOST_MIGRATIONS]; /* names[0] is 0001_….sql */
    int count;
} migrations;

static void migrations_free(migrations *m)
{
    for (int i = 0; i < MOST_MIGRATIONS; i++)
        free(m->names[i]);
}

/* The number of a migration's file name, or 0 when it is not one. */
static int number_of(const char *name)
{
    size_t len = strlen(name), digits = strspn(name, "0123456789");
    if (digits != 4 || name[4] != '_' || len < 9 || strcmp(name + len - 4, ".sql") != 0)
        return 0;
    int number = (int)strtol(name, NULL, 10);
    return number <= MOST_MIGRATIONS ? number : 0;
}

static stead_status note_migration(migrations *m, const char *name, stead_error *err)
{
    int number = number_of(name);
    if (number == 0)
        return STEAD_OK;
    if (m->names[number - 1] != NULL)
        return stead_fail(err, STEAD_DUPLICATE, "%s: '%s' and '%s' have the same number",
                          m->folder, m->names[number - 1], name);
    m->names[number - 1] = strdup(name);
    if (m->names[number - 1] == NULL)
        return stead_nomem(err, "schema");
    if (number > m->count)
        m->count = number;
    return STEAD_OK;
}

static stead_status migrations_list(migrations *m, const char *folder, stead_error *err)
{
    stead_status rc = STEAD_OK;
    *m = (migrations){.folder = folder};
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return stead_fail(err, STEAD_NOTFOUND, "%s: no such folder of migrations", folder);
    for (struct dirent *entry; rc == STEAD_OK && (entry = readdir(dir)) != NULL;)
        rc = note_migration(m, entry->d_name, err);
    closedir(dir);
    for (int i = 0; rc == STEAD_OK && i < m->count; i++)
        if (m->names[i] == NULL)
            rc =
                stead_fail(err, STEAD_NOTFOUND, "%s: migration %04d is missing", folder, i + 1);
    if (rc == STEAD_OK && m->count == 0)
        rc = stead_fail(err, STEAD_NOTFOUND, "%s: there are no migrations in it", folder);
    if (rc != STEAD_OK)
        migrations_free(m);
    return rc;
}

static stead_status read_script(stead_text *out, const char *folder, const char *name,
                                stead_error *err)
{
    char block[8192], path[4096];
    stead_status rc = STEAD_OK;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return stead_fail(err, STEAD_NOTFOUND, "%s: cannot be read", path);
    for (size_t n; rc == STEAD_OK && (n = fread(block, 1, sizeof block, file)) > 0;)
        rc = stead_text_add(out, block, n, err);
    if (rc == STEAD_OK && ferror(file))
        rc = stead_fail(err, STEAD_IO, "%s: cannot be read", path);
    fclose(file);
    return rc;
}

static stead_status apply_one(stead_db *db, const migrations *m, int number, stead_error *err)
{
    char mark[64];
    stead_text script = {0};
    stead_status rc = read_script(&script, m->folder, m->names[number - 1], err);
    if (rc == STEAD_OK) {
        int sql = sqlite3_exec(db->sql, script.bytes, NULL, NULL, NULL);
        if (sql != SQLITE_OK)
            rc = (sql & 0xFF) == SQLITE_ERROR ? handle_fail(db, sql, m->names[number - 1], err)
                                              : handle_fail(db, sql, NULL, err);
    }
    stead_text_free(&script);
    snprintf(mark, sizeof mark, "PRAGMA user_version = %d", number);
    return rc == STEAD_OK ? stead_db_run(db, mark, err) : rc;
}

static stead_status newer(const char *path, int64_t version, int known, stead_error *err)
{
    return stead_fail(err, STEAD_NEWER,
                      "%s was made by a newer stead (schema %lld; this one knows %d)", path,
                      (long long)version, known);
}

static stead_status not_ours(const char *path, stead_error *err)
{
    return stead_fail(err, STEAD_DB, "%s: it is a database, but not one of stead's", path);
}

/* The schema's number; 0 for an empty file. A database of another program is refused. */
static stead_status version_of(stead_db *db, int64_t *version, stead_error *err)
{
    int64_t mark, tables;
    if (handle_number(db, "PRAGMA user_version", version, err) != STEAD_OK ||
        handle_number(db, "PRAGMA application_id", &mark, err) != STEAD_OK ||
        handle_number(db, "SELECT count(*) FROM main.sqlite_master", &tables, err) != STEAD_OK)
        return err->code;
    bool empty = tables == 0 && *version == 0;
    return empty || mark == STEAD_APPLICATION ? STEAD_OK : not_ours(db->path, err);
}

/* Copies the database as it was last committed, aside and then into place. A connection of its
 * own reads it, because this one holds the lock that keeps writers out meanwhile. */
static stead_status copy_beside(stead_db *db, int known, stead_error *err)
{
    sqlite3 *from = NULL, *to = NULL;
    char *part = sqlite3_mprintf("%s.before-%d.part", db->path, known);
    char *copy = sqlite3_mprintf("%s.before-%d", db->path, known);
    int rc = part == NULL || copy == NULL ? SQLITE_NOMEM : SQLITE_OK;
    if (rc == SQLITE_OK)
        remove(part);
    if (rc == SQLITE_OK)
        rc = handle_open_file(&from, db->path, "mode=ro");
    if (rc == SQLITE_OK)
        rc = handle_open_file(&to, part, "mode=rwc");
    if (rc == SQLITE_OK) {
        sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
        rc = backup == NULL ? sqlite3_errcode(to) : sqlite3_backup_step(backup, -1);
        int end = sqlite3_backup_finish(backup);
        rc = rc == SQLITE_DONE ? end : rc;
    }
    sqlite3_close_v2(from);
    int closed = sqlite3_close(to);
    rc = rc == SQLITE_OK ? closed : rc;
    if (rc == SQLITE_OK && rename(part, copy) != 0)
        rc = SQLITE_IOERR;
    stead_status out = STEAD_OK;
    if (rc != SQLITE_OK)
        out = stead_fail(err, STEAD_IO,
                         "%s: cannot be copied to '%s' (%s), so it was not brought up to date",
                         db->path, copy, sqlite3_errstr(rc));
    sqlite3_free(part);
    sqlite3_free(copy);
    return out;
}

/* Inside the transaction: looks again, since another program may have done it meanwhile. */
static stead_status apply_pending(stead_db *db, const migrations *m, stead_error *err)
{
    int64_t version, broken;
    stead_status rc = version_of(db, &version, err);
    if (rc == STEAD_OK && version > m->count)
        rc = newer(db->path, version, m->count, err);
    if (rc == STEAD_OK && version > 0 && version < m->count &&
        strcmp(db->path, ":memory:") != 0)
        rc = copy_beside(db, m->count, err);
    if (rc == STEAD_OK)
        rc = stead_db_run(db, "PRAGMA defer_foreign_keys = ON", err);
    for (int n = (int)version + 1; rc == STEAD_OK && n <= m->count; n++)
        rc = apply_one(db, m, n, err);
    if (rc == STEAD_OK && version == 0) {
        char mark[64];
        snprintf(mark, sizeof mark, "PRAGMA application_id = %d", STEAD_APPLICATION);
        rc = stead_db_run(db, mark, err);
    }
    if (rc == STEAD_OK)
        rc = handle_number(db, "SELECT count(*) FROM pragma_foreign_key_check", &broken, err);
    if (rc == STEAD_OK && broken > 0)
        rc = stead_fail(err, STEAD_MISMATCH, "%s: %lld rows point at nothing in the new schema",
                        db->path, (long long)broken);
    return rc;
}

static stead_status bring_up_to_date(stead_db *db, const migrations *m, stead_error *err)
{
    if (stead_db_begin(db, err) != STEAD_OK)
        return err->code;
    stead_status rc = apply_pending(db, m, err);
    if (rc == STEAD_OK)
        return stead_db_commit(db, err);
    stead_db_rollback(db);
    return rc;
}

static stead_status refuse_older(stead_db *db, int64_t version, int known, stead_error *err)
{
    if (version == 0)
        return not_ours(db->path, err);
    return stead_fail(err, STEAD_DB,
                      "%s has an older schema (%lld; this stead uses %d); open it once for "
                      "writing to bring it up to date",
                      db->path, (long long)version, known);
}

stead_status schema_prepare(stead_db *db, const char *folder, bool readonly, stead_error *err)
{
    migrations m;
    int64_t version;
    if (migrations_list(&m, folder, err) != STEAD_OK)
        return err->code;
    stead_status rc = version_of(db, &version, err);
    if (rc == STEAD_OK && version > m.count)
        rc = newer(db->path, version, m.count, err);
    else if (rc == STEAD_OK && version < m.count)
        rc = readonly ? refuse_older(db, version, m.count, err) : bring_up_to_date(db, &m, err);
    migrations_free(&m);
    return rc;
}

stead_status schema_check(stead_db *db, const char *database, const char *path,
                          const char *folder, stead_error *err)
{
    migrations m;
    char query[64];
    int64_t version = 0, mark = 0;
    if (migrations_list(&m, folder, err) != STEAD_OK)
        return err->code;
    snprintf(query, sizeof query, "PRAGMA %s.user_version", database);
    stead_status rc = handle_number(db, query, &version, err);
    snprintf(query, sizeof query, "PRAGMA %s.application_id", database);
    if (rc == STEAD_OK)
        rc = handle_number(db, query, &mark, err);
    if (rc == STEAD_OK && mark != STEAD_APPLICATION)
        rc = not_ours(path, err);
    if (rc == STEAD_OK && version > m.count)
        rc = newer(path, version, m.count, err);
    if (rc == STEAD_OK && version < m.count)
        rc =
            stead_fail(err, STEAD_DB,
                       "%s has an older schema (%lld; this stead uses %d); build the reference "
                       "tables again",
                       path, (long long)version, m.count);
    migrations_free(&m);
    return rc;
}
