/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/pattern: what codes look like. */
#include "../support/check.h"
#include "sheet/pattern.h"

static void a_pattern_describes_the_whole_text(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *text;
        bool matches;
    } cases[] = {
        {"E0[6789]%d%d%d%d%d%d", "E06000040", true},
        {"E0[6789]%d%d%d%d%d%d", "E10000034", false},
        {"E0[6-9]%d+", "E06", false},
        {"E0[6-9]%d+", "E060", true},
        {"E0[6-9]%d+", "E060x", false},
        {"Q%w%w", "QWO", true},
        {"Q%w%w", "Q8O", true},
        {"Q%w%w", "QW", false},
        {"Q%w%w", "QWOX", false},
        {"[A-Z]%d+", "A81001", true},
        {"[^A-Z]%d+", "A81001", false},
        {"U%d*", "U", true},
        {"%u?%d", "7", true},
        {"%u?%d", "X7", true},
        {"%u?%d", "XX7", false},
        {"%a%l", "aB", false},
        {"...", "abc", true},
        {"...", "ab", false},
        {"%[x%]", "[x]", true},
        {"[%]x]+", "]x]", true},
        {"[a%-z]", "-", true},
        {"[a%-z]", "b", false},
        {"", "", true},
        {"", "a", false},
        {"caf\xC3\xA9", "caf\xC3\xA9", true},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        stead_error err;
        assert_ok(stead_pattern_check(cases[i].pattern, &err), &err);
        if (stead_pattern_match(cases[i].pattern, cases[i].text, strlen(cases[i].text)) !=
            cases[i].matches)
            fail_msg("'%s' against '%s'", cases[i].pattern, cases[i].text);
    }
}

static void a_pattern_without_meaning_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *text;
    } cases[] = {
        {"E06%", "pattern 'E06%': '%' is not finished"},
        {"E0[67", "pattern 'E0[67': '[' is not finished"},
        {"[", "pattern '[': '[' is not finished"},
        {"[^", "pattern '[^': '[' is not finished"},
        {"[%", "pattern '[%': '[' is not finished"},
        {"^E06", "pattern '^E06': '^' has no meaning here; write '%^'"},
        {"(E)06", "pattern '(E)06': '(' has no meaning here; write '%('"},
        {"+44", "pattern '+44': '+' has no meaning here; write '%+'"},
        {"a++", "pattern 'a++': '+' has no meaning here; write '%+'"},
        {"a-b", "pattern 'a-b': for a dash write '%-'"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        stead_error err;
        assert_refused(stead_pattern_check(cases[i].pattern, &err), &err, STEAD_PARSE,
                       cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pattern_describes_the_whole_text),
        cmocka_unit_test(a_pattern_without_meaning_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
