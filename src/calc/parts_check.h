/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/parts_check: what steps refuse, in the same words; seen by calc/parts alone. */
#ifndef STEAD_CALC_PARTS_CHECK_H
#define STEAD_CALC_PARTS_CHECK_H

#include "calc/parts.h"

/* Puts the system's name before what `err` says; returns its code. */
stead_status stead_parts_name(const stead_roster *roster, size_t system, stead_error *err);

/* STEAD_RANGE when an amount of the system is negative: "amount of 'x' is negative". */
stead_status stead_parts_check_positive(const stead_roster *roster, size_t system,
                                        const char *what, const stead_wide *amounts,
                                        stead_error *err);

stead_status stead_parts_check_envelope(stead_pence envelope, stead_error *err);

#endif
