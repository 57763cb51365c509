/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/distributions: quantiles and cumulative probabilities of the distributions that the
 * statistics need, from Boost.Math. Probabilities are in (0, 1); every function gives NaN
 * outside its domain and never raises. */
#ifndef STEAD_CALC_DISTRIBUTIONS_H
#define STEAD_CALC_DISTRIBUTIONS_H

#ifdef __cplusplus
extern "C" {
#endif

/* The z below which a share `p` of the standard normal lies, and the share below `z`. */
double stead_normal_quantile(double p);
double stead_normal_below(double z);

/* Student's t with `freedom` > 0 degrees of freedom. */
double stead_student_quantile(double p, double freedom);

/* Chi-squared with `freedom` > 0; gamma of that `shape` > 0 and scale 1. */
double stead_chi_squared_quantile(double p, double freedom);
double stead_gamma_quantile(double p, double shape);

/* The shape whose gamma quantile at `p` is `x` > 0: the inverse of stead_gamma_quantile. */
double stead_gamma_shape(double p, double x);

/* Beta with a, b > 0. */
double stead_beta_quantile(double p, double a, double b);

/* The share of Poisson counts of that `mean` > 0 that are at most `count`, and the least whole
 * count whose share is at least `p`. */
double stead_poisson_below(double count, double mean);
double stead_poisson_quantile(double p, double mean);

#ifdef __cplusplus
}
#endif

#endif
