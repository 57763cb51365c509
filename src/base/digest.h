/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* base/digest: SHA-256, by which files, runs and figures are known. */
#ifndef STEAD_BASE_DIGEST_H
#define STEAD_BASE_DIGEST_H

#include <stddef.h>

#include "base/status.h"

enum { STEAD_DIGEST_HEX = 65 };

typedef struct stead_digest stead_digest;

stead_status stead_digest_begin(stead_digest **out, stead_error *err);
stead_status stead_digest_add(stead_digest *digest, const void *bytes, size_t len,
                              stead_error *err);
/* Writes 64 lower-case hexadecimal digits and a NUL. The digest is spent: free it. */
stead_status stead_digest_finish(stead_digest *digest, char out[STEAD_DIGEST_HEX],
                                 stead_error *err);
void stead_digest_free(stead_digest *digest); /* NULL is fine */

/* All of it at once. */
stead_status stead_digest_bytes(const void *bytes, size_t len, char out[STEAD_DIGEST_HEX],
                                stead_error *err);

#endif
