/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/outturn: what a year will come to, judged from its first months, and the position that
 * underlies it. */
#ifndef STEAD_CALC_OUTTURN_H
#define STEAD_CALC_OUTTURN_H

#include "base/money.h"
#include "base/status.h"

typedef struct {
    int month;                 /* the last one that is in: 1 (April) to 12 */
    stead_pence actual;        /* spent to date */
    stead_pence non_recurrent; /* of which once only */
    stead_pence plan;          /* of the whole year */
    stead_pence plan_to_date;
} stead_outturn;

typedef enum {
    STEAD_OUTTURN_STRAIGHT_LINE,  /* actual / month × 12 */
    STEAD_OUTTURN_NON_RECURRENT,  /* the same of what recurs, and what does not once */
    STEAD_OUTTURN_PROFILED,       /* plan × actual / plan to date */
    STEAD_OUTTURN_REMAINING_PLAN, /* actual + the plan of the months to come */
    STEAD_OUTTURN_METHODS
} stead_outturn_method;

/* The forecast of the year, rounded to the penny, halves away from zero. STEAD_RANGE for a
 * month that is none, or more money than fits; STEAD_INFEASIBLE when the plan to date is nil
 * and the method rests on it. */
stead_status stead_outturn_forecast(const stead_outturn *to_date, stead_outturn_method method,
                                    stead_pence *out, stead_error *err);

/* Reported − non-recurrent costs + non-recurrent benefits + full-year effects. Every one is a
 * cost to the reader: a deficit is above nil, and so is a pressure. */
stead_status stead_outturn_underlying(stead_pence reported, stead_pence benefits,
                                      stead_pence costs, stead_pence full_year,
                                      stead_pence *out, stead_error *err);

#endif
