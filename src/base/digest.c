/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "base/digest.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdlib.h>

struct stead_digest {
    EVP_MD_CTX *context;
};

stead_status stead_digest_begin(stead_digest **out, stead_error *err)
{
    /* No file of this machine's settings has a say in a digest, nor is time spent reading it.
     */
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
    stead_digest *d = malloc(sizeof *d);
    if (d == NULL)
        return stead_nomem(err, "digest");
    d->context = EVP_MD_CTX_new();
    if (d->context == NULL || EVP_DigestInit_ex(d->context, EVP_sha256(), NULL) != 1) {
        stead_digest_free(d);
        return stead_nomem(err, "digest");
    }
    *out = d;
    return STEAD_OK;
}

stead_status stead_digest_add(stead_digest *d, const void *bytes, size_t len, stead_error *err)
{
    if (EVP_DigestUpdate(d->context, bytes, len) != 1)
        return stead_nomem(err, "digest");
    return STEAD_OK;
}

stead_status stead_digest_finish(stead_digest *d, char out[STEAD_DIGEST_HEX], stead_error *err)
{
    static const char hex[] = "0123456789abcdef";
    unsigned char raw[EVP_MAX_MD_SIZE];
    unsigned len = 0;
    if (EVP_DigestFinal_ex(d->context, raw, &len) != 1 || len != 32)
        return stead_nomem(err, "digest");
    for (unsigned i = 0; i < len; i++) {
        out[2 * i] = hex[raw[i] >> 4];
        out[2 * i + 1] = hex[raw[i] & 15];
    }
    out[2 * len] = '\0';
    return STEAD_OK;
}

void stead_digest_free(stead_digest *d)
{
    if (d == NULL)
        return;
    EVP_MD_CTX_free(d->context);
    free(d);
}

stead_status stead_digest_bytes(const void *bytes, size_t len, char out[STEAD_DIGEST_HEX],
                                stead_error *err)
{
    stead_digest *d;
    if (stead_digest_begin(&d, err) != STEAD_OK)
        return err->code;
    stead_status rc = stead_digest_add(d, bytes, len, err);
    if (rc == STEAD_OK)
        rc = stead_digest_finish(d, out, err);
    stead_digest_free(d);
    return rc;
}
