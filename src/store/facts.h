/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* store/facts: a year's facts of every practice, straight into columns. */
#ifndef STEAD_STORE_FACTS_H
#define STEAD_STORE_FACTS_H

#include "store/source.h"

/* Need of `year`, one row per practice in the order of the file, each with its line there.
 * Columns as in the table practice_need: practice, name, postcode, latitude, longitude, icb,
 * sub_icb, pcn, district, council, then the ten of need as quantities. *place is its source.
 * STEAD_NOTFOUND as stead_source_find. */
stead_status stead_facts_need(stead_frame **out, stead_source_place *place, stead_db *db,
                              const char *year, stead_error *err);

/* Payments of `year`, likewise: practice, name, sub_icb, pcn, and pence as money. */
stead_status stead_facts_payments(stead_frame **out, stead_source_place *place, stead_db *db,
                                  const char *year, stead_error *err);

#endif
