/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* Files and the folder of the program; most of it is tested through Lua (tests/lua/host). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "host/files.h"
#include "host/paths.h"

static void a_path_too_long_is_refused(void **state)
{
    (void)state;
    stead_error err;
    char *path = malloc(STEAD_PATH_MAX + 1);
    assert_non_null(path);
    memset(path, 'x', STEAD_PATH_MAX);
    path[STEAD_PATH_MAX] = '\0';
    assert_int_equal(stead_file_write(path, "", 0, &err), STEAD_RANGE);
    assert_int_equal(stead_file_make_folder(path, &err), STEAD_RANGE);
    assert_int_equal(stead_file_make_folder("", &err), STEAD_RANGE);
    assert_string_equal(err.text, "a folder's path of 0 bytes cannot be used");
    free(path);
}

static void the_program_is_found_on_path(void **state)
{
    (void)state;
    stead_paths paths;
    stead_paths_find(&paths, "sh");
    assert_int_equal(paths.folder[0], '/');
    assert_true(stead_file_is_folder(paths.folder));
}

static void a_program_that_cannot_be_found_is_here(void **state)
{
    (void)state;
    stead_paths paths;
    stead_paths_find(&paths, "/no/such/program");
    assert_string_equal(paths.folder, ".");
    stead_paths_find(&paths, "no-such-program");
    assert_string_equal(paths.folder, ".");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_too_long_is_refused),
        cmocka_unit_test(the_program_is_found_on_path),
        cmocka_unit_test(a_program_that_cannot_be_found_is_here),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
