/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "base/text.h"

static void text_grows_and_is_cleared(void **state)
{
    stead_text text = {0};
    stead_error err;
    (void)state;
    assert_ok(stead_text_add(&text, NULL, 0, &err), &err);
    assert_string_equal(text.bytes, "");
    for (int i = 0; i < 1000; i++)
        assert_ok(stead_text_add(&text, "abc", 3, &err), &err);
    assert_ok(stead_text_add_char(&text, 'd', &err), &err);
    assert_int_equal(text.len, 3001);
    assert_int_equal(strlen(text.bytes), 3001);
    stead_text_clear(&text);
    assert_string_equal(text.bytes, "");
    stead_text_free(&text);
    assert_null(text.bytes);
}

static int distance(const char *a, const char *b, int limit)
{
    return stead_text_distance(a, strlen(a), b, strlen(b), limit);
}

static void distance_counts_edits(void **state)
{
    char longest[66];
    (void)state;
    assert_int_equal(distance("leeds", "Leeds", 3), 0);
    assert_int_equal(distance("leeds", "leds", 3), 1);
    assert_int_equal(distance("leeds", "elleds", 3), 2);
    assert_int_equal(distance("leeds", "leesd", 3), 1);
    assert_int_equal(distance("", "abc", 3), 3);
    assert_int_equal(distance("kirklees", "wakefield", 3), 4);
    memset(longest, 'a', sizeof longest - 1);
    longest[65] = '\0';
    assert_int_equal(distance(longest, longest, 2), 3);
    longest[64] = '\0';
    assert_int_equal(distance(longest, longest, 2), 0);
}

static void utf8_is_told_from_what_is_not(void **state)
{
    static const struct {
        const char *bytes;
        size_t bad; /* 99: well formed */
    } cases[] = {{"plain", 99},           {"£ \xE2\x82\xAC \xF0\x9F\x8F\xA5", 99},
                 {"ab\x80", 2},           {"a\xC0\x80", 1},
                 {"\xE0\x80\x80", 0},     {"\xED\xA0\x80", 0},
                 {"\xF4\x90\x80\x80", 0}, {"\xC3", 0},
                 {"ab\xE2\x82", 2},       {"\xFF", 0}};
    size_t bad;
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        bool good = stead_text_is_utf8(cases[i].bytes, strlen(cases[i].bytes), &bad);
        assert_int_equal(good, cases[i].bad == 99);
        if (!good)
            assert_int_equal(bad, cases[i].bad);
    }
}

static void cp1252_becomes_utf8(void **state)
{
    stead_text text = {0};
    stead_error err;
    (void)state;
    assert_ok(stead_text_add_cp1252(&text, "St Helen\x92s \xA3\x80 \xE9", 15, &err), &err);
    assert_string_equal(text.bytes, "St Helen’s £€ é");
    assert_refused(stead_text_add_cp1252(&text, "\x81", 1, &err), &err, STEAD_PARSE,
                   "byte 0x81 stands for nothing in cp1252");
    stead_text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_grows_and_is_cleared),
        cmocka_unit_test(distance_counts_edits),
        cmocka_unit_test(utf8_is_told_from_what_is_not),
        cmocka_unit_test(cp1252_becomes_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
