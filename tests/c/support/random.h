/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Random numbers that repeat: the seed is printed, and STEAD_SEED sets it. */
#ifndef STEAD_TEST_RANDOM_H
#define STEAD_TEST_RANDOM_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    uint64_t state;
} test_random;

static inline test_random random_begin(const char *what)
{
    const char *given = getenv("STEAD_SEED");
    uint64_t seed = given != NULL ? strtoull(given, NULL, 10) : 20230401;
    printf("%s: seed %llu\n", what, (unsigned long long)seed);
    return (test_random){seed};
}

/* splitmix64 */
static inline uint64_t random_bits(test_random *r)
{
    uint64_t z = r->state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* 0 to `most` */
static inline int64_t random_upto(test_random *r, int64_t most)
{
    return (int64_t)(random_bits(r) % ((uint64_t)most + 1));
}

/* Of any size up to 2^bits: small numbers come as often as large ones. */
static inline int64_t random_sized(test_random *r, int bits)
{
    int64_t size = random_upto(r, bits);
    return (int64_t)(random_bits(r) & ((UINT64_C(1) << size) - 1));
}

/* A random order of 0 to count - 1. */
static inline void random_order(test_random *r, size_t *order, size_t count)
{
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    for (size_t i = count; i > 1; i--) {
        size_t j = (size_t)random_upto(r, (int64_t)i - 1), keep = order[i - 1];
        order[i - 1] = order[j];
        order[j] = keep;
    }
}

#endif
