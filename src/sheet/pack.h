/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/pack: the parts of a zipped file, which is what XLSX and ODS files are. Nothing is
 * written to disk, and what a part may swell to is bounded. */
#ifndef STEAD_SHEET_PACK_H
#define STEAD_SHEET_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"
#include "base/status.h"

typedef struct stead_pack stead_pack;

/* What a file may ask of the reader before it is refused. */
typedef struct {
    uint64_t inflated; /* bytes that all parts read come to: 2^30 */
    uint64_t cells;    /* cells of one sheet, repeated ones counted each time: 2^26 */
} stead_pack_limits;

/* STEAD_NOTFOUND when there is no such file, STEAD_IO when it cannot be read, STEAD_PARSE when
 * it is not a zip file or has over 10,000 parts. */
stead_status stead_pack_open(stead_pack **out, const char *path, stead_error *err);

/* Reads `bytes`, which must outlive the pack; `name` is what messages call them. */
stead_status stead_pack_open_bytes(stead_pack **out, const char *name, const void *bytes,
                                   size_t len, stead_error *err);
void stead_pack_close(stead_pack *pack); /* NULL is fine; its part is closed before */

void stead_pack_limit(stead_pack *pack, const stead_pack_limits *limits);
const stead_pack_limits *stead_pack_allows(const stead_pack *pack);

const char *stead_pack_name(const stead_pack *pack);
bool stead_pack_has(const stead_pack *pack, const char *part);
uint64_t stead_pack_size(const stead_pack *pack);
stead_status stead_pack_digest(stead_pack *pack, char out[STEAD_DIGEST_HEX], stead_error *err);

/* One part, read from its beginning. STEAD_NOTFOUND when there is none of that name. */
typedef struct stead_part stead_part;
stead_status stead_part_open(stead_part **out, stead_pack *pack, const char *name,
                             stead_error *err);
void stead_part_close(stead_part *part); /* NULL is fine */

/* Fills `bytes` as far as there is something; *got is 0 at the end. STEAD_PARSE when the part
 * is damaged, STEAD_RANGE when it swells past what is allowed: the pack's limit, or over 250
 * times its packed size once past 16 MB. */
stead_status stead_part_read(stead_part *part, void *bytes, size_t room, size_t *got,
                             stead_error *err);

#endif
