/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/record.h"

stead_status stead_rows_next(stead_rows rows, stead_record *record, stead_error *err)
{
    return rows.is->next(rows.reader, record, err);
}

const char *stead_rows_name(stead_rows rows)
{
    return rows.is->name(rows.reader);
}

uint64_t stead_rows_size(stead_rows rows)
{
    return rows.is->size(rows.reader);
}

stead_status stead_rows_digest(stead_rows rows, char out[STEAD_DIGEST_HEX], stead_error *err)
{
    return rows.is->digest(rows.reader, out, err);
}

void stead_rows_close(stead_rows *rows)
{
    if (rows->is != NULL)
        rows->is->close(rows->reader);
    *rows = (stead_rows){0};
}
