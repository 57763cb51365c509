/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/csv.h"

static stead_status next(void *reader, stead_record *record, stead_error *err)
{
    return stead_csv_next(reader, record, err);
}

static const char *name(const void *reader)
{
    return stead_csv_name(reader);
}

static uint64_t size(const void *reader)
{
    return stead_csv_size(reader);
}

static stead_status digest(void *reader, char out[STEAD_DIGEST_HEX], stead_error *err)
{
    return stead_csv_digest(reader, out, err);
}

static void done(void *reader)
{
    stead_csv_close(reader);
}

stead_rows stead_csv_rows(stead_csv *csv)
{
    static const stead_rows_class is = {next, name, size, digest, done, false};
    return (stead_rows){&is, csv};
}
