/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* store/need: the weighted populations of every practice, straight into columns. */
#ifndef STEAD_STORE_NEED_H
#define STEAD_STORE_NEED_H

#include "store/source.h"

/* Need of `year`, one row per practice in the order of the file, each with its line there.
 * Columns as in the table practice_need: practice, name, postcode, latitude, longitude, icb,
 * sub_icb, pcn, district, council, then the ten of need as quantities. *place is its source. */
stead_status stead_need_read(stead_frame **out, stead_source_place *place, stead_db *db,
                             const char *year, stead_error *err);

#endif
