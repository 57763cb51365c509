/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/json: numbers to the last digit, and what is refused, with line and column. */
#include "../support/check.h"

#include <math.h>
#include <stdlib.h>

#include "sheet/json.h"

static stead_json *parse(const char *text)
{
    stead_json *root;
    stead_error err;
    assert_ok(stead_json_parse(&root, text, strlen(text), &err), &err);
    return root;
}

static void whole_numbers_are_exact_to_64_bits(void **state)
{
    (void)state;
    stead_json *list =
        parse("\xEF\xBB\xBF[9223372036854775807, -9223372036854775808, 9007199254740993, 1.0]");
    assert_int_equal(stead_json_count(list), 4);
    assert_int_equal(stead_json_integer(stead_json_item(list, 0)), INT64_MAX);
    assert_int_equal(stead_json_integer(stead_json_item(list, 1)), INT64_MIN);
    assert_int_equal(stead_json_integer(stead_json_item(list, 2)), INT64_C(9007199254740993));
    assert_int_equal(stead_json_is(stead_json_item(list, 3)), STEAD_JSON_REAL);
    stead_json_free(list);
}

static void members_keep_their_order(void **state)
{
    (void)state;
    static const char *const keys[] = {"z", "a", "m"};
    stead_json *object = parse("{\"z\": null, \"a\": \"\\u00a3\\u0000x\", \"m\": true}");
    const stead_json *value;
    const char *key;
    void *at = NULL;
    size_t i = 0, len;
    while (stead_json_member(object, &at, &key, &value))
        assert_string_equal(key, keys[i++]);
    assert_int_equal(i, 3);
    at = NULL;
    stead_json_member(object, &at, &key, &value);
    assert_int_equal(stead_json_is(value), STEAD_JSON_NULL);
    stead_json_member(object, &at, &key, &value);
    assert_memory_equal(stead_json_text(value, &len), "\xC2\xA3\0x", 4);
    assert_int_equal(len, 4);
    stead_json_free(object);
}

static void what_is_not_json_is_refused_with_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"{\"a\": 1,\n \"a\": 2}", "line 2, column 4: duplicate object key near '\"a\"'"},
        {"[1, 9223372036854775808]",
         "line 1, column 23: too big integer near '9223372036854775808'"},
        {"[1e999]", "line 1, column 6: real number overflow near '1e999'"},
        {"[1,]", "line 1, column 4: unexpected token near ']'"},
        {"[1] x", "line 1, column 5: end of file expected near 'x'"},
        {"", "line 1, column 0: unexpected token near end of file"},
        {"[NaN]", "line 1, column 4: invalid token near 'NaN'"},
        {"[01]", "line 1, column 2: invalid token near '0'"},
        {"['a']", "line 1, column 2: invalid token near '''"},
        {"[\"\n\"]", "line 1, column 2: unexpected newline near '\"'"},
        {"{\"a\" 1}", "line 1, column 6: ':' expected near '1'"},
        {"[\"a", "line 1, column 3: premature end of input near '\"a'"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        stead_json *root = NULL;
        stead_error err;
        stead_status rc = stead_json_parse(&root, cases[i].text, strlen(cases[i].text), &err);
        assert_null(root);
        assert_refused(rc, &err, STEAD_PARSE, cases[i].message);
    }
}

static void depth_is_bounded(void **state)
{
    (void)state;
    enum { DEEP = 100000 };
    char *text = malloc(DEEP);
    stead_json *root;
    stead_error err;
    assert_non_null(text);
    memset(text, '[', DEEP);
    assert_int_equal(stead_json_parse(&root, text, DEEP, &err), STEAD_PARSE);
    assert_non_null(strstr(err.text, "maximum parsing depth reached"));
    free(text);
}

static void texts_are_escaped_as_far_as_needed(void **state)
{
    (void)state;
    stead_text out = {0};
    stead_error err;
    assert_ok(stead_json_add_text(&out, "a\"\\/\n\x01\x7F£", 9, &err), &err);
    assert_string_equal(out.bytes, "\"a\\\"\\\\/\\n\\u0001\\u007f£\"");
    assert_refused(stead_json_add_text(&out, "a\xFF", 2, &err), &err, STEAD_PARSE,
                   "byte 2 of a text is not utf-8");
    stead_text_free(&out);
}

static void reals_are_short_and_read_back_the_same(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *text;
    } cases[] = {
        {0.1, "0.1"},      {1.0 / 3, "0.3333333333333333"},    {5e-324, "5e-324"},
        {1e300, "1e+300"}, {0.1 + 0.2, "0.30000000000000004"}, {(double)INFINITY, "null"}};
    stead_text out = {0};
    stead_error err;
    for (size_t i = 0; i < COUNT(cases); i++) {
        stead_text_clear(&out);
        assert_ok(stead_json_add_real(&out, cases[i].value, &err), &err);
        assert_string_equal(out.bytes, cases[i].text);
    }
    const char *given = getenv("STEAD_SEED");
    unsigned seed = given == NULL ? 20261121u : (unsigned)strtoul(given, NULL, 10);
    print_message("seed %u\n", seed);
    srand(seed);
    for (int i = 0; i < 2000; i++) {
        double x = ldexp((double)rand() / RAND_MAX + rand(), rand() % 400 - 200);
        stead_text_clear(&out);
        assert_ok(stead_text_add_char(&out, '[', &err), &err);
        assert_ok(stead_json_add_real(&out, x, &err), &err);
        assert_ok(stead_text_add_char(&out, ']', &err), &err);
        stead_json *list = parse(out.bytes);
        const stead_json *first = stead_json_item(list, 0);
        double back = stead_json_is(first) == STEAD_JSON_INTEGER
                          ? (double)stead_json_integer(first)
                          : stead_json_real(first);
        assert_true(back == x);
        stead_json_free(list);
    }
    stead_text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_numbers_are_exact_to_64_bits),
        cmocka_unit_test(members_keep_their_order),
        cmocka_unit_test(what_is_not_json_is_refused_with_its_place),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(texts_are_escaped_as_far_as_needed),
        cmocka_unit_test(reals_are_short_and_read_back_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
