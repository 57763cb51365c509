/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "base/text.h"

static void a_code_has_a_stable_name(void **state)
{
    (void)state;
    assert_string_equal(stead_status_name(STEAD_OK), "OK");
    assert_string_equal(stead_status_name(STEAD_INFEASIBLE), "INFEASIBLE");
    assert_string_equal(stead_status_name(STEAD_NEWER), "NEWER");
}

static void a_long_text_is_cut_between_characters(void **state)
{
    char text[2 * STEAD_ERROR_TEXT];
    stead_error err;
    size_t bad;
    (void)state;
    for (size_t lead = 0; lead < 4; lead++) {
        memset(text, 'a', sizeof text);
        for (size_t i = lead; i + 3 < sizeof text; i += 3)
            memcpy(text + i, "\xE2\x82\xAC", 3);
        text[sizeof text - 1] = '\0';
        assert_int_equal(stead_fail(&err, STEAD_IO, "%s", text), STEAD_IO);
        assert_true(stead_text_is_utf8(err.text, strlen(err.text), &bad));
        assert_true(strlen(err.text) > STEAD_ERROR_TEXT - 8);
    }
}

static void memory_running_out_says_of_what(void **state)
{
    stead_error err;
    (void)state;
    assert_refused(stead_nomem(&err, "frame"), &err, STEAD_NOMEM, "frame: not enough memory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_has_a_stable_name),
        cmocka_unit_test(a_long_text_is_cut_between_characters),
        cmocka_unit_test(memory_running_out_says_of_what),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
