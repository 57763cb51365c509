/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "../support/check.h"
#include "base/digest.h"

static void known_digests(void **state)
{
    char out[STEAD_DIGEST_HEX];
    stead_error err;
    (void)state;
    assert_ok(stead_digest_bytes("", 0, out, &err), &err);
    assert_string_equal(out,
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_ok(stead_digest_bytes("abc", 3, out, &err), &err);
    assert_string_equal(out,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void pieces_give_the_digest_of_the_whole(void **state)
{
    stead_digest *digest;
    char whole[STEAD_DIGEST_HEX], pieces[STEAD_DIGEST_HEX];
    stead_error err;
    (void)state;
    assert_ok(stead_digest_bytes("West Yorkshire", 14, whole, &err), &err);
    assert_ok(stead_digest_begin(&digest, &err), &err);
    assert_ok(stead_digest_add(digest, "West ", 5, &err), &err);
    assert_ok(stead_digest_add(digest, "Yorkshire", 9, &err), &err);
    assert_ok(stead_digest_finish(digest, pieces, &err), &err);
    stead_digest_free(digest);
    stead_digest_free(NULL);
    assert_string_equal(pieces, whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_digests),
        cmocka_unit_test(pieces_give_the_digest_of_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
