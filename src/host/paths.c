/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/paths.h"

#include <assert.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static_assert(PATH_MAX <= STEAD_PATH_MAX, "realpath writes up to PATH_MAX");

/* Whether `folder`/`name` fits `path`, exists, and may be used in the `mode` of access(). */
static bool join(char path[STEAD_PATH_MAX], const char *folder, size_t folder_len,
                 const char *name, int mode)
{
    const char *slash = *name != '\0' ? "/" : "";
    int len = snprintf(path, STEAD_PATH_MAX, "%.*s%s%s", (int)folder_len, folder, slash, name);
    return len > 0 && len < STEAD_PATH_MAX && access(path, mode) == 0;
}

static bool find_on_path(const char *program, char found[STEAD_PATH_MAX])
{
    const char *list = getenv("PATH");
    while (list != NULL && *list != '\0') {
        size_t len = strcspn(list, ":");
        if (join(found, len > 0 ? list : ".", len > 0 ? len : 1, program, X_OK))
            return true;
        list += len + (list[len] == ':');
    }
    return false;
}

void stead_paths_find(stead_paths *paths, const char *program)
{
    char called[STEAD_PATH_MAX];
    strcpy(paths->folder, ".");
    if (strchr(program, '/') == NULL && find_on_path(program, called))
        program = called;
    if (realpath(program, paths->folder) == NULL) {
        strcpy(paths->folder, ".");
        return;
    }
    char *last = strrchr(paths->folder, '/');
    last[last == paths->folder] = '\0';
}

stead_status stead_paths_share(const stead_paths *paths, const char *name,
                               char found[STEAD_PATH_MAX], stead_error *err)
{
    static const char *const near[] = {"/share/stead", "/../share/stead", "/../../share"};
    char folder[STEAD_PATH_MAX + 32];
    const char *told = getenv("STEAD_SHARE");
    if (told != NULL && *told != '\0') {
        if (join(found, told, strlen(told), name, F_OK))
            return STEAD_OK;
        return stead_fail(err, STEAD_NOTFOUND, "'%s' is not in '%s', where STEAD_SHARE points",
                          name, told);
    }
    for (size_t i = 0; i < sizeof near / sizeof near[0]; i++) {
        snprintf(folder, sizeof folder, "%s%s", paths->folder, near[i]);
        if (join(found, folder, strlen(folder), name, F_OK))
            return STEAD_OK;
    }
#ifdef STEAD_SOURCE_TREE
    if (join(found, STEAD_SOURCE_TREE "/share", strlen(STEAD_SOURCE_TREE "/share"), name, F_OK))
        return STEAD_OK;
#endif
    return stead_fail(err, STEAD_NOTFOUND,
                      "'%s' is not in the share folder of the program in '%s'; set STEAD_SHARE "
                      "to where stead's share folder is",
                      name, paths->folder);
}
