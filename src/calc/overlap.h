/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/overlap: how far two ways of drawing the map agree, by the people in both. */
#ifndef STEAD_CALC_OVERLAP_H
#define STEAD_CALC_OVERLAP_H

#include <stdint.h>

/* Of the people of area A and of area B, and of both. All are doubles from 0 to 1; NaN when an
 * area has nobody. Source: DOMAIN 1.3. */
typedef struct {
    double of_a;          /* both ÷ A */
    double of_b;          /* both ÷ B */
    double coterminosity; /* the lesser of the two */
    double jaccard;       /* both ÷ (A + B − both) */
} stead_overlap;

/* People in 10^-9; none negative, `both` no more than either. */
stead_overlap stead_overlap_of(int64_t a, int64_t b, int64_t both);

/* "coterminous" (0.98 and over), "near" (0.90 and over) or "partial". */
const char *stead_overlap_class(double coterminosity);

#endif
