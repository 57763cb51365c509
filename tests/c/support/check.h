/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* What every C test includes: cmocka in the order it needs, and checks of a stead_status. */
#ifndef STEAD_TEST_CHECK_H
#define STEAD_TEST_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/status.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The call worked; its error text is shown when it did not. */
static inline void assert_ok(stead_status got, const stead_error *err)
{
    if (got != STEAD_OK)
        print_error("%s: %s\n", stead_status_name(got), err->text);
    assert_int_equal(got, STEAD_OK);
}

/* The call was refused with this code, in these words. */
static inline void assert_refused(stead_status got, const stead_error *err, stead_status code,
                                  const char *text)
{
    assert_int_equal(got, code);
    assert_int_equal(err->code, code);
    assert_string_equal(err->text, text);
}

#endif
