/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/share.h"

#include <stdlib.h>
#include <string.h>

#include "calc/check.h"

/* A part waiting for one of the pennies that are left. */
typedef struct {
    stead_wide remainder; /* of one divisor, common to all parts */
    int64_t tie;
    const char *code;
} claim;

static int claim_order(const void *left, const void *right)
{
    const claim *a = *(const claim *const *)left, *b = *(const claim *const *)right;
    if (a->remainder != b->remainder)
        return a->remainder > b->remainder ? -1 : 1;
    if (a->tie != b->tie)
        return a->tie > b->tie ? -1 : 1;
    int by_code = strcmp(a->code, b->code);
    return by_code != 0 ? by_code : (a > b) - (a < b);
}

static claim *claims_create(size_t count, stead_error *err)
{
    claim *claims = calloc(count, sizeof *claims);
    if (claims == NULL)
        stead_nomem(err, "share");
    return claims;
}

/* Gives `left` pennies, one each, to the strongest claims; frees the claims. They are as many
 * as the parts, in the order of the parts, and sorted by where they stand: moving them about
 * would cost more than comparing them. */
static stead_status claims_settle(claim *claims, size_t count, size_t left, stead_pence penny,
                                  stead_pence *out, stead_error *err)
{
    const claim **order = left > 0 ? malloc(count * sizeof *order) : NULL;
    stead_status rc = left > 0 && order == NULL ? stead_nomem(err, "share") : STEAD_OK;
    for (size_t i = 0; order != NULL && i < count; i++)
        order[i] = &claims[i];
    if (order != NULL)
        qsort(order, count, sizeof *order, claim_order);
    for (size_t i = 0; order != NULL && i < left; i++)
        out[order[i] - claims] += penny;
    free(order);
    free(claims);
    return rc;
}

static stead_status check_weights(const int64_t *weights, const char *const *codes,
                                  size_t count, stead_wide *sum, stead_error *err)
{
    *sum = 0;
    for (size_t i = 0; i < count; i++)
        if (stead_check_item("weight", codes[i], weights[i], sum, err) != STEAD_OK)
            return err->code;
    if (count == 0)
        return stead_fail(err, STEAD_RANGE, "there is nobody to share between");
    if (*sum == 0)
        return stead_fail(err, STEAD_RANGE, "every weight is nil");
    return STEAD_OK;
}

stead_status stead_share(stead_pence total, const int64_t *weights, const char *const *codes,
                         size_t count, stead_pence *out, stead_error *err)
{
    stead_wide sum, magnitude = total < 0 ? -(stead_wide)total : total, left = magnitude;
    if (check_weights(weights, codes, count, &sum, err) != STEAD_OK)
        return err->code;
    claim *claims = claims_create(count, err);
    if (claims == NULL)
        return err->code;
    stead_pence penny = total < 0 ? -1 : 1;
    for (size_t i = 0; i < count; i++) {
        stead_wide product = magnitude * weights[i]; /* at most 2^63 × 2^63: always fits */
        stead_wide part = product / sum;
        claims[i] = (claim){product - part * sum, weights[i], codes[i]};
        out[i] = (stead_pence)(penny * part);
        left -= part;
    }
    return claims_settle(claims, count, (size_t)left, penny, out, err);
}

/* Cuts each exact amount to the penny; *left is how many pennies short of `total` they then
 * are, and *off how far the exact amounts are from it, in 10^-9 of a penny. */
static stead_status cut(stead_pence total, const stead_wide *exact, const char *const *codes,
                        size_t count, stead_pence *out, stead_wide *left, stead_wide *off,
                        stead_error *err)
{
    *left = total;
    *off = (stead_wide)total * STEAD_NANO;
    for (size_t i = 0; i < count; i++) {
        if (exact[i] < 0)
            return stead_fail(err, STEAD_RANGE, "amount of '%s' is negative", codes[i]);
        if (!stead_wide_to_i64(exact[i] / STEAD_NANO, &out[i]))
            return stead_fail(err, STEAD_RANGE, "amount of '%s' is more money than fits",
                              codes[i]);
        *left -= out[i];
        *off -= exact[i];
    }
    return STEAD_OK;
}

stead_status stead_share_round(stead_pence total, const stead_wide *exact, const int64_t *ties,
                               const char *const *codes, size_t count, stead_pence *out,
                               stead_error *err)
{
    stead_wide left, off;
    if (cut(total, exact, codes, count, out, &left, &off, err) != STEAD_OK)
        return err->code;
    if (off <= -STEAD_NANO || off >= STEAD_NANO) {
        char amount[STEAD_DECIMAL_TEXT];
        stead_money_format(total, amount);
        return stead_fail(err, STEAD_MISMATCH, "exact amounts do not sum to %s", amount);
    }
    if (count == 0)
        return STEAD_OK;
    claim *claims = claims_create(count, err);
    if (claims == NULL)
        return err->code;
    for (size_t i = 0; i < count; i++)
        claims[i] = (claim){exact[i] % STEAD_NANO, ties == NULL ? 0 : ties[i], codes[i]};
    /* The exact amounts are less than a penny from the total, so there are no fewer claims with
     * a remainder than pennies left, and never fewer than none: whole pennies stay. */
    return claims_settle(claims, count, (size_t)left, 1, out, err);
}
