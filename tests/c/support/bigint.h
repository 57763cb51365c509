/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Unsigned whole numbers of up to 640 bits, so that tests can work in exact fractions without
 * the code under test. Running out of bits aborts. */
#ifndef STEAD_TEST_BIGINT_H
#define STEAD_TEST_BIGINT_H

#include <stdint.h>
#include <stdlib.h>

enum { BIG_LIMBS = 20 };

typedef struct {
    uint32_t limb[BIG_LIMBS]; /* least first */
    int used;                 /* limbs up to the last that is not zero */
} big;

static inline big big_of(int64_t value)
{
    big out = {{0}, 0};
    if (value < 0)
        abort();
    for (uint64_t left = (uint64_t)value; left != 0; left >>= 32)
        out.limb[out.used++] = (uint32_t)left;
    return out;
}

static inline int big_compare(const big *a, const big *b)
{
    if (a->used != b->used)
        return a->used < b->used ? -1 : 1;
    for (int i = a->used - 1; i >= 0; i--)
        if (a->limb[i] != b->limb[i])
            return a->limb[i] < b->limb[i] ? -1 : 1;
    return 0;
}

static inline big big_add(const big *a, const big *b)
{
    big out = {{0}, 0};
    uint64_t carry = 0;
    for (int i = 0; i < a->used || i < b->used || carry != 0; i++) {
        if (i == BIG_LIMBS)
            abort();
        carry += (uint64_t)a->limb[i] + b->limb[i];
        out.limb[i] = (uint32_t)carry;
        carry >>= 32;
        out.used = i + 1;
    }
    return out;
}

/* a - b, which must not be negative. */
static inline big big_sub(const big *a, const big *b)
{
    big out = {{0}, 0};
    uint64_t borrow = 0;
    if (big_compare(a, b) < 0)
        abort();
    for (int i = 0; i < a->used; i++) {
        uint64_t take = b->limb[i] + borrow;
        borrow = a->limb[i] < take;
        out.limb[i] = (uint32_t)(a->limb[i] - take);
        if (out.limb[i] != 0)
            out.used = i + 1;
    }
    return out;
}

static inline big big_mul(const big *a, const big *b)
{
    big out = {{0}, 0};
    if (a->used + b->used > BIG_LIMBS)
        abort();
    for (int i = 0; i < a->used; i++) {
        uint64_t carry = 0;
        for (int j = 0; j < b->used; j++) {
            carry += out.limb[i + j] + (uint64_t)a->limb[i] * b->limb[j];
            out.limb[i + j] = (uint32_t)carry;
            carry >>= 32;
        }
        out.limb[i + b->used] = (uint32_t)carry;
    }
    for (out.used = a->used + b->used; out.used > 0 && out.limb[out.used - 1] == 0;)
        out.used--;
    return out;
}

static inline big big_times(const big *a, int64_t b)
{
    big by = big_of(b);
    return big_mul(a, &by);
}

#endif
