/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/overlap.h"

#include <math.h>

stead_overlap stead_overlap_of(int64_t a, int64_t b, int64_t both)
{
    double in_a = (double)a, in_b = (double)b, in_both = (double)both;
    stead_overlap overlap = {NAN, NAN, NAN, NAN};
    if (a > 0)
        overlap.of_a = in_both / in_a;
    if (b > 0)
        overlap.of_b = in_both / in_b;
    if (a > 0 && b > 0) {
        overlap.coterminosity = overlap.of_a < overlap.of_b ? overlap.of_a : overlap.of_b;
        overlap.jaccard = in_both / (in_a + (in_b - in_both));
    }
    return overlap;
}

const char *stead_overlap_class(double coterminosity)
{
    if (coterminosity >= 0.98)
        return "coterminous";
    return coterminosity >= 0.90 ? "near" : "partial";
}
