/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/aside.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

stead_status stead_aside_refused(const stead_aside *aside, stead_error *err)
{
    return stead_fail(err, errno == ENOENT ? STEAD_NOTFOUND : STEAD_IO,
                      "%s: cannot be written: %s", aside->path, strerror(errno));
}

/* The first name beside the path that is free. */
static stead_status open_free(stead_aside *aside, stead_error *err)
{
    char ending[16];
    for (int i = 0; i < 100; i++) {
        int len = snprintf(ending, sizeof ending, ".part%d", i);
        stead_text_clear(&aside->aside);
        if (stead_text_add(&aside->aside, aside->path, strlen(aside->path), err) != STEAD_OK ||
            stead_text_add(&aside->aside, ending, (size_t)len, err) != STEAD_OK)
            return err->code;
        aside->file = fopen(aside->aside.bytes, "wbx");
        if (aside->file != NULL)
            return STEAD_OK;
        if (errno != EEXIST)
            break;
    }
    return stead_aside_refused(aside, err);
}

stead_status stead_aside_open(stead_aside *aside, const char *path, stead_error *err)
{
    struct stat there;
    *aside = (stead_aside){.path = path};
    if (stat(path, &there) == 0 && !S_ISREG(there.st_mode))
        return stead_fail(err, STEAD_IO, "%s: is not an ordinary file", path);
    stead_status rc = open_free(aside, err);
    if (rc != STEAD_OK)
        stead_text_free(&aside->aside);
    return rc;
}

stead_status stead_aside_close(stead_aside *aside, stead_status rc, stead_error *err)
{
    if (rc == STEAD_OK && (fflush(aside->file) != 0 || fsync(fileno(aside->file)) != 0))
        rc = stead_aside_refused(aside, err);
    if (fclose(aside->file) != 0 && rc == STEAD_OK)
        rc = stead_aside_refused(aside, err);
    if (rc == STEAD_OK && rename(aside->aside.bytes, aside->path) != 0)
        rc = stead_aside_refused(aside, err);
    if (rc != STEAD_OK)
        remove(aside->aside.bytes);
    stead_text_free(&aside->aside);
    return rc;
}
