/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host/paths.h"

stead_status stead_file_fail(stead_error *err, const char *path, const char *done)
{
    stead_status code = errno == ENOENT || errno == ENOTDIR ? STEAD_NOTFOUND : STEAD_IO;
    if (errno == EEXIST)
        code = STEAD_DUPLICATE;
    return stead_fail(err, code, "'%s' cannot be %s: %s", path, done, strerror(errno));
}

bool stead_file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool stead_file_is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

void stead_names_free(stead_names *names)
{
    for (size_t i = 0; i < names->len; i++)
        free(names->names[i]);
    free(names->names);
    *names = (stead_names){0};
}

static bool names_add(stead_names *names, const char *name)
{
    char **grown = realloc(names->names, (names->len + 1) * sizeof *grown);
    if (grown == NULL)
        return false;
    names->names = grown;
    grown[names->len] = strdup(name);
    if (grown[names->len] == NULL)
        return false;
    names->len++;
    return true;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

stead_status stead_file_list(const char *folder, stead_names *names, stead_error *err)
{
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return stead_file_fail(err, folder, "listed");
    bool room = true;
    for (struct dirent *entry; room && (entry = readdir(dir)) != NULL;)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            room = names_add(names, entry->d_name);
    closedir(dir);
    if (!room) {
        stead_names_free(names);
        return stead_nomem(err, folder);
    }
    if (names->len > 1)
        qsort(names->names, names->len, sizeof *names->names, by_bytes);
    return STEAD_OK;
}

stead_status stead_file_make_folder(const char *path, stead_error *err)
{
    char part[STEAD_PATH_MAX];
    size_t len = strlen(path);
    if (len == 0 || len >= sizeof part)
        return stead_fail(err, STEAD_RANGE, "a folder's path of %zu bytes cannot be used", len);
    memcpy(part, path, len + 1);
    for (size_t i = 1; i <= len; i++) {
        if (part[i] != '/' && part[i] != '\0')
            continue;
        part[i] = '\0';
        int why = mkdir(part, 0777) == 0 ? 0 : errno;
        if (why != 0 && !stead_file_is_folder(part)) {
            errno = why; /* looking at what is there has changed it */
            return stead_file_fail(err, part, "made");
        }
        part[i] = path[i];
    }
    return STEAD_OK;
}

stead_status stead_file_remove(const char *path, stead_error *err)
{
    return unlink(path) == 0 ? STEAD_OK : stead_file_fail(err, path, "removed");
}

stead_status stead_file_rename(const char *from, const char *to, stead_error *err)
{
    return rename(from, to) == 0 ? STEAD_OK : stead_file_fail(err, from, "renamed");
}

static bool write_all(int file, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t wrote = write(file, bytes, len);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        bytes += wrote;
        len -= (size_t)wrote;
    }
    return true;
}

/* The rename itself is kept through a power cut only once the folder is on the disk. */
static void sync_folder_of(const char *path)
{
    char folder[STEAD_PATH_MAX];
    const char *last = strrchr(path, '/');
    snprintf(folder, sizeof folder, "%.*s", last != NULL ? (int)(last - path + 1) : 1,
             last != NULL ? path : ".");
    int file = open(folder, O_RDONLY);
    if (file < 0)
        return;
    fsync(file);
    close(file);
}

stead_status stead_file_write(const char *path, const char *bytes, size_t len, stead_error *err)
{
    char aside[STEAD_PATH_MAX];
    int wanted = snprintf(aside, sizeof aside, "%s.XXXXXX", path);
    if (wanted < 0 || wanted >= (int)sizeof aside)
        return stead_fail(err, STEAD_RANGE, "'%s' is too long for a path", path);
    if (stead_file_is_folder(path)) {
        errno = EISDIR;
        return stead_file_fail(err, path, "written");
    }
    int file = mkstemp(aside);
    if (file < 0)
        return stead_file_fail(err, path, "written");
    mode_t mask = umask(0); /* mkstemp makes files private; this one is like any other */
    umask(mask);
    bool done =
        fchmod(file, 0666 & ~mask) == 0 && write_all(file, bytes, len) && fsync(file) == 0;
    done = close(file) == 0 && done && rename(aside, path) == 0;
    if (!done) {
        stead_status code = stead_file_fail(err, path, "written");
        unlink(aside);
        return code;
    }
    sync_folder_of(path);
    return STEAD_OK;
}
