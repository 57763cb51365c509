/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "base/symbols.h"

static void each_text_is_kept_once(void **state)
{
    stead_symbols *symbols;
    stead_symbol leeds, again, other;
    stead_error err;
    (void)state;
    assert_ok(stead_symbols_create(&symbols, &err), &err);
    assert_ok(stead_symbols_add(symbols, "Leeds", 5, &leeds, &err), &err);
    assert_ok(stead_symbols_add(symbols, "Leeds and", 5, &again, &err), &err);
    assert_ok(stead_symbols_add(symbols, "leeds", 5, &other, &err), &err);
    assert_int_equal(leeds, again);
    assert_int_not_equal(leeds, other);
    assert_int_not_equal(leeds, 0);
    assert_string_equal(stead_symbols_text(symbols, leeds), "Leeds");
    assert_int_equal(stead_symbols_length(symbols, leeds), 5);
    assert_int_equal(stead_symbols_find(symbols, "Kirklees", 8), 0);
    assert_string_equal(stead_symbols_text(symbols, 0), "");
    assert_int_equal(stead_symbols_count(symbols), 2);
    stead_symbols_free(symbols);
    stead_symbols_free(NULL);
}

static void many_texts_are_found_again(void **state)
{
    enum { MANY = 50000 };
    stead_symbols *symbols;
    stead_symbol symbol;
    stead_error err;
    char text[16];
    (void)state;
    assert_ok(stead_symbols_create(&symbols, &err), &err);
    for (int i = 0; i < MANY; i++) {
        int len = snprintf(text, sizeof text, "P%05d", i);
        assert_ok(stead_symbols_add(symbols, text, (size_t)len, &symbol, &err), &err);
        assert_int_equal(symbol, i + 1);
    }
    for (int i = 0; i < MANY; i++) {
        int len = snprintf(text, sizeof text, "P%05d", i);
        assert_int_equal(stead_symbols_find(symbols, text, (size_t)len), i + 1);
        assert_string_equal(stead_symbols_text(symbols, (stead_symbol)i + 1), text);
    }
    assert_int_equal(stead_symbols_count(symbols), MANY);
    stead_symbols_free(symbols);
}

static void a_copy_stands_by_itself(void **state)
{
    stead_symbols *symbols, *copy;
    stead_symbol leeds, kirklees, calderdale;
    stead_error err;
    (void)state;
    assert_ok(stead_symbols_create(&symbols, &err), &err);
    assert_ok(stead_symbols_add(symbols, "Leeds", 5, &leeds, &err), &err);
    assert_ok(stead_symbols_add(symbols, "Kirklees", 8, &kirklees, &err), &err);
    assert_ok(stead_symbols_copy(&copy, symbols, &err), &err);
    assert_ok(stead_symbols_add(symbols, "Bradford", 8, &calderdale, &err), &err);
    stead_symbols_free(symbols);
    assert_int_equal(stead_symbols_find(copy, "Kirklees", 8), kirklees);
    assert_string_equal(stead_symbols_text(copy, leeds), "Leeds");
    assert_string_equal(stead_symbols_text(copy, 0), "");
    assert_int_equal(stead_symbols_find(copy, "Bradford", 8), 0);
    assert_ok(stead_symbols_add(copy, "Calderdale", 10, &calderdale, &err), &err);
    assert_int_equal(calderdale, 3);
    assert_int_equal(stead_symbols_count(copy), 3);
    stead_symbols_free(copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_text_is_kept_once),
        cmocka_unit_test(many_texts_are_found_again),
        cmocka_unit_test(a_copy_stands_by_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
