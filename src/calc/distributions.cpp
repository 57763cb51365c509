/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* The only C++ of stead: Boost.Math behind plain C functions. */
#include "calc/distributions.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <limits>

namespace
{

namespace policies = boost::math::policies;

/* Outside a domain the answer is NaN or an infinity; nothing is thrown and errno is left. */
using quiet = policies::policy<policies::domain_error<policies::ignore_error>,
                               policies::pole_error<policies::ignore_error>,
                               policies::overflow_error<policies::ignore_error>,
                               policies::evaluation_error<policies::ignore_error>,
                               policies::discrete_quantile<policies::integer_round_up>>;

/* An inverse is found by steps: in double these are several times faster, and near enough. */
using stepped = policies::normalise<quiet, policies::promote_double<false>>::type;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

bool is_share(double p)
{
    return p > 0 && p < 1;
}

/* Root finding may still run out of steps: no exception may reach C. */
template <typename Call> double guarded(bool defined, Call call) noexcept
{
    try {
        return defined ? call() : none;
    } catch (...) {
        return none;
    }
}

} // namespace

double stead_normal_quantile(double p)
{
    return guarded(is_share(p), [=] {
        return quantile(boost::math::normal_distribution<double, quiet>(), p);
    });
}

double stead_normal_below(double z)
{
    return guarded(z == z,
                   [=] { return cdf(boost::math::normal_distribution<double, quiet>(), z); });
}

double stead_student_quantile(double p, double freedom)
{
    return guarded(is_share(p) && freedom > 0, [=] {
        return quantile(boost::math::students_t_distribution<double, quiet>(freedom), p);
    });
}

double stead_chi_squared_quantile(double p, double freedom)
{
    return guarded(is_share(p) && freedom > 0, [=] {
        return quantile(boost::math::chi_squared_distribution<double, quiet>(freedom), p);
    });
}

double stead_gamma_quantile(double p, double shape)
{
    return guarded(is_share(p) && shape > 0, [=] {
        return quantile(boost::math::gamma_distribution<double, quiet>(shape, 1), p);
    });
}

double stead_gamma_shape(double p, double x)
{
    return guarded(is_share(p) && x > 0,
                   [=] { return boost::math::gamma_p_inva(x, p, stepped()); });
}

double stead_beta_quantile(double p, double a, double b)
{
    return guarded(is_share(p) && a > 0 && b > 0, [=] {
        return quantile(boost::math::beta_distribution<double, quiet>(a, b), p);
    });
}

double stead_poisson_below(double count, double mean)
{
    return guarded(mean > 0 && count >= 0, [=] {
        return cdf(boost::math::poisson_distribution<double, quiet>(mean), count);
    });
}

double stead_poisson_quantile(double p, double mean)
{
    return guarded(is_share(p) && mean > 0, [=] {
        return quantile(boost::math::poisson_distribution<double, quiet>(mean), p);
    });
}
