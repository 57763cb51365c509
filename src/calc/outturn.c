/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/outturn.h"

#include "base/wide.h"

static stead_status narrow(stead_wide wide, stead_pence *out, stead_error *err)
{
    int64_t pence;
    if (!stead_wide_to_i64(wide, &pence))
        return stead_fail(err, STEAD_RANGE, "the outturn is more money than fits");
    *out = pence;
    return STEAD_OK;
}

/* a × b / d to the penny; d may be negative, not nil. */
static stead_status scale(stead_pence a, stead_pence b, stead_pence d, stead_wide *out,
                          stead_error *err)
{
    stead_wide over = d < 0 ? -(stead_wide)b : (stead_wide)b;
    stead_wide under = d < 0 ? -(stead_wide)d : (stead_wide)d;
    if (!stead_wide_muldiv(a, over, under, STEAD_HALF_AWAY, out))
        return stead_fail(err, STEAD_RANGE, "the outturn is more money than fits");
    return STEAD_OK;
}

static stead_status profiled(const stead_outturn *t, stead_wide *out, stead_error *err)
{
    if (t->plan_to_date == 0)
        return stead_fail(err, STEAD_INFEASIBLE,
                          "the plan to date is nil, so there is no profile to go by");
    return scale(t->plan, t->actual, t->plan_to_date, out, err);
}

stead_status stead_outturn_forecast(const stead_outturn *to_date, stead_outturn_method method,
                                    stead_pence *out, stead_error *err)
{
    stead_wide year = 0, once = 0;
    stead_pence recurs;
    stead_status rc = STEAD_OK;
    if (to_date->month < 1 || to_date->month > 12)
        return stead_fail(err, STEAD_RANGE, "month %d is not 1 (April) to 12 (March)",
                          to_date->month);
    if (method == STEAD_OUTTURN_NON_RECURRENT)
        once = to_date->non_recurrent;
    switch (method) {
    case STEAD_OUTTURN_PROFILED:
        rc = profiled(to_date, &year, err);
        break;
    case STEAD_OUTTURN_REMAINING_PLAN:
        year = (stead_wide)to_date->actual + to_date->plan - to_date->plan_to_date;
        break;
    default:
        rc = narrow((stead_wide)to_date->actual - once, &recurs, err);
        if (rc == STEAD_OK)
            rc = scale(recurs, 12, to_date->month, &year, err);
    }
    return rc == STEAD_OK ? narrow(year + once, out, err) : rc;
}

stead_status stead_outturn_underlying(stead_pence reported, stead_pence benefits,
                                      stead_pence costs, stead_pence full_year,
                                      stead_pence *out, stead_error *err)
{
    return narrow((stead_wide)reported + benefits - costs + full_year, out, err);
}
