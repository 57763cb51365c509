/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/workbook, sheet/pack, sheet/xml: what a file is told to be, and hostile ones. */
#include "packed.h"

#include <sys/stat.h>

#include "base/text.h"

static void write_bytes(const char *bytes, size_t len)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static void a_file_is_what_its_content_shows(void **state)
{
    (void)state;
    char got[256];
    stead_error err;
    write_bytes("a,b\n1,\n", 7);
    assert_rows("1: ta tb; 2: t1 -");
    assert_int_equal(read_rows("x", 0, got, sizeof got, &err), STEAD_MISMATCH);
    assert_non_null(strstr(err.text, ": is no workbook, and so has no sheets to choose from"));
    write_bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    assert_rows_refused(STEAD_PARSE,
                        ": is an old Excel workbook (.xls), or one with a password; "
                        "save it as .xlsx without one");
    write_bytes("PK\3\4 and no more", 16);
    assert_rows_refused(STEAD_PARSE, ": is not a whole zip file; it may have been cut short");
    const part plain[] = {{"a.txt", "a"}};
    make(plain, COUNT(plain));
    assert_rows_refused(STEAD_PARSE, ": is a zip file, but no XLSX or ODS workbook");
    const part text[] = {{"mimetype", "application/vnd.oasis.opendocument.text"}};
    make(text, COUNT(text));
    assert_rows_refused(STEAD_PARSE, ": is an OpenDocument file, but no spreadsheet");
    remove(path);
    assert_rows_refused(STEAD_NOTFOUND, ": there is no such file");
}

static void make_ods(const char *content)
{
    const part parts[] = {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                          {"content.xml", content}};
    make(parts, COUNT(parts));
}

static void entities_depth_and_large_tags_are_refused(void **state)
{
    (void)state;
    stead_text deep = {0};
    stead_error err;
    make_ods("<!DOCTYPE a [<!ENTITY b \"bbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>");
    assert_rows_refused(STEAD_PARSE, ": 'content.xml' has a document type, as sheets do not");
    for (int i = 0; i < 100; i++)
        assert_ok(stead_text_add(&deep, "<a>", 3, &err), &err);
    make_ods(deep.bytes);
    assert_rows_refused(STEAD_PARSE, ": elements of 'content.xml' lie within 64 others");
    stead_text_clear(&deep);
    assert_ok(stead_text_add(&deep, "<a b=\"", 6, &err), &err);
    for (int i = 0; i < 3 << 18; i++)
        assert_ok(stead_text_add(&deep, "xyzw", 4, &err), &err);
    make_ods(deep.bytes);
    assert_rows_refused(STEAD_PARSE, ": a tag in 'content.xml' is over 1048576 bytes");
    stead_text_free(&deep);
    make_ods("<a>&undefined;</a>");
    assert_rows_refused(STEAD_PARSE, ": 'content.xml', line 1: undefined entity");
    make_ods("<a>\xFF</a>");
    assert_rows_refused(STEAD_PARSE,
                        ": 'content.xml', line 1: not well-formed (invalid token)");
}

static void what_swells_is_refused(void **state)
{
    (void)state;
    static char blanks[1 << 16];
    stead_zip *zip;
    stead_error err;
    memset(blanks, ' ', sizeof blanks);
    assert_ok(stead_zip_open(&zip, path, &err), &err);
    stead_zip_part(zip, "mimetype", true);
    stead_zip_put(zip, "application/vnd.oasis.opendocument.spreadsheet");
    stead_zip_part(zip, "content.xml", false);
    stead_zip_put(zip, "<a>");
    for (int i = 0; i < 512; i++)
        stead_zip_add(zip, blanks, sizeof blanks);
    stead_zip_put(zip, "</a>");
    assert_ok(stead_zip_close(zip, &err), &err);
    assert_rows_refused(STEAD_RANGE,
                        ": the part 'content.xml' swells to over 250 times its packed size");
}

static void limits_can_be_tightened(void **state)
{
    (void)state;
    stead_pack *pack;
    stead_rows rows = {0};
    stead_error err;
    const stead_choice choice = {STEAD_UTF8, NULL, 1};
    const stead_pack_limits tight = {100, 10};
    make_ods("<a>                                                                        </a>");
    assert_ok(stead_pack_open(&pack, path, &err), &err);
    stead_pack_limit(pack, &tight);
    assert_int_equal(stead_rows_open_pack(&rows, pack, &choice, &err), STEAD_RANGE);
    assert_non_null(strstr(err.text, ": unpacks to more than 100 bytes"));
}

static void a_file_cut_or_changed_anywhere_is_refused_or_read(void **state)
{
    (void)state;
    char whole[4096], got[65536];
    stead_error err;
    make_ods("<office:x xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><table:table "
             "table:name=\"a\"><table:table-row><table:table-cell><text:p>value</text:p>"
             "</table:table-cell></table:table-row></table:table></office:x>");
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t len = fread(whole, 1, sizeof whole, file);
    fclose(file);
    for (size_t cut = 4; cut < len; cut++) {
        write_bytes(whole, cut);
        assert_int_equal(read_rows(NULL, 1, got, sizeof got, &err), STEAD_PARSE);
    }
    for (size_t at = 0; at < len; at++) {
        char changed = whole[at];
        whole[at] = (char)(changed ^ 0x55);
        write_bytes(whole, len);
        whole[at] = changed;
        if (read_rows(NULL, 1, got, sizeof got, &err) != STEAD_OK)
            assert_true(err.text[0] != '\0');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_what_its_content_shows),
        cmocka_unit_test(entities_depth_and_large_tags_are_refused),
        cmocka_unit_test(what_swells_is_refused),
        cmocka_unit_test(limits_can_be_tightened),
        cmocka_unit_test(a_file_cut_or_changed_anywhere_is_refused_or_read),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
