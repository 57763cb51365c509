/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/parts_check.h"

#include <string.h>

stead_status stead_parts_name(const stead_roster *roster, size_t system, stead_error *err)
{
    char text[STEAD_ERROR_TEXT];
    if (roster->systems[system][0] == '\0')
        return err->code;
    memcpy(text, err->text, sizeof text);
    return stead_fail(err, err->code, "%s: %s", roster->systems[system], text);
}

stead_status stead_parts_check_positive(const stead_roster *roster, size_t system,
                                        const char *what, const stead_wide *amounts,
                                        stead_error *err)
{
    for (size_t i = roster->first[system]; i < roster->first[system + 1]; i++)
        if (amounts[i] < 0)
            return stead_fail(err, STEAD_RANGE, "%s of '%s' is negative", what,
                              roster->codes[i]);
    return STEAD_OK;
}

stead_status stead_parts_check_envelope(stead_pence envelope, stead_error *err)
{
    char text[STEAD_DECIMAL_TEXT];
    if (envelope >= 0)
        return STEAD_OK;
    stead_money_format(envelope, text);
    return stead_fail(err, STEAD_RANGE, "envelope of %s is less than nothing", text);
}
