/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/workbook.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sheet/ods.h"
#include "sheet/xlsx.h"

typedef struct {
    stead_pack *pack;
    stead_text name; /* "need.xlsx [GP_wp]" */
    stead_xlsx *xlsx;
    stead_ods *ods; /* one of the two */
} workbook;

/* What a file is */

typedef enum { KIND_CSV, KIND_ZIP, KIND_XLS } file_kind;

/* By its first bytes. A file that cannot be read is left to the reader of CSV to refuse. */
static file_kind kind_of_file(const char *path)
{
    static const unsigned char ole[] = {0xD0, 0xCF, 0x11, 0xE0};
    unsigned char magic[4] = {0};
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return KIND_CSV;
    size_t got = fread(magic, 1, sizeof magic, file);
    fclose(file);
    if (got == sizeof magic && memcmp(magic, "PK\3\4", 4) == 0)
        return KIND_ZIP;
    return got == sizeof magic && memcmp(magic, ole, 4) == 0 ? KIND_XLS : KIND_CSV;
}

static stead_status refuse_xls(const char *path, stead_error *err)
{
    return stead_fail(err, STEAD_PARSE,
                      "%s: is an old Excel workbook (.xls), or one with a password; save it as "
                      ".xlsx without one",
                      path);
}

/* OpenDocument files say in their first part what they are. */
static stead_status is_ods(stead_pack *pack, bool *out, stead_error *err)
{
    static const char mimetype[] = "application/vnd.oasis.opendocument.spreadsheet";
    char said[sizeof mimetype];
    size_t got;
    stead_part *part;
    *out = false;
    if (!stead_pack_has(pack, "mimetype")) {
        if (stead_pack_has(pack, "_rels/.rels"))
            return STEAD_OK;
        return stead_fail(err, STEAD_PARSE, "%s: is a zip file, but no XLSX or ODS workbook",
                          stead_pack_name(pack));
    }
    stead_status rc = stead_part_open(&part, pack, "mimetype", err);
    if (rc != STEAD_OK)
        return rc;
    rc = stead_part_read(part, said, sizeof said, &got, err);
    stead_part_close(part);
    *out = rc == STEAD_OK && got >= sizeof mimetype - 1 &&
           memcmp(said, mimetype, sizeof mimetype - 1) == 0;
    if (rc == STEAD_OK && !*out)
        rc = stead_fail(err, STEAD_PARSE, "%s: is an OpenDocument file, but no spreadsheet",
                        stead_pack_name(pack));
    return rc;
}

static stead_status list_sheets(stead_pack *pack, stead_texts *names, bool *ods,
                                stead_error *err)
{
    stead_status rc = is_ods(pack, ods, err);
    if (rc != STEAD_OK)
        return rc;
    return *ods ? stead_ods_sheets(pack, names, err) : stead_xlsx_sheets(pack, names, err);
}

stead_status stead_sheets_list(const char *path, stead_texts *names, stead_error *err)
{
    bool ods;
    stead_pack *pack;
    file_kind kind = kind_of_file(path);
    if (kind == KIND_XLS)
        return refuse_xls(path, err);
    if (kind == KIND_CSV) { /* to be told whether there is such a file */
        stead_csv *csv;
        stead_status rc = stead_csv_open(&csv, path, STEAD_UTF8, err);
        if (rc == STEAD_OK)
            stead_csv_close(csv);
        return rc;
    }
    stead_status rc = stead_pack_open(&pack, path, err);
    if (rc != STEAD_OK)
        return rc;
    rc = list_sheets(pack, names, &ods, err);
    stead_pack_close(pack);
    return rc;
}

/* Rows of a workbook */

static stead_status workbook_next(void *reader, stead_record *record, stead_error *err)
{
    workbook *w = reader;
    return w->ods != NULL ? stead_ods_next(w->ods, record, err)
                          : stead_xlsx_next(w->xlsx, record, err);
}

static const char *workbook_name(const void *reader)
{
    return ((const workbook *)reader)->name.bytes;
}

static uint64_t workbook_size(const void *reader)
{
    return stead_pack_size(((const workbook *)reader)->pack);
}

static stead_status workbook_digest(void *reader, char out[STEAD_DIGEST_HEX], stead_error *err)
{
    return stead_pack_digest(((workbook *)reader)->pack, out, err);
}

static void workbook_close(void *reader)
{
    workbook *w = reader;
    stead_xlsx_close(w->xlsx);
    stead_ods_close(w->ods);
    stead_pack_close(w->pack);
    stead_text_free(&w->name);
    free(w);
}

static stead_status add(stead_text *text, const char *more, stead_error *err)
{
    return stead_text_add(text, more, strlen(more), err);
}

/* Refuses, saying which sheets there are. */
static stead_status not_chosen(const char *path, const stead_choice *choice,
                               const stead_texts *names, stead_error *err)
{
    enum { SHOWN = 12 };
    stead_text list = {0};
    stead_status rc = STEAD_OK;
    for (size_t i = 0; rc == STEAD_OK && i < names->count && i < SHOWN; i++) {
        rc = add(&list, i == 0 ? "'" : ", '", err);
        if (rc == STEAD_OK)
            rc = add(&list, stead_texts_at(names, i, NULL), err);
        if (rc == STEAD_OK)
            rc = add(&list, "'", err);
    }
    if (rc == STEAD_OK && names->count > SHOWN)
        rc = add(&list, ", …", err);
    if (rc == STEAD_OK && names->count == 0)
        rc = stead_fail(err, STEAD_NOTFOUND, "%s: has no sheets", path);
    else if (rc == STEAD_OK && choice->sheet != NULL)
        rc = stead_fail(err, STEAD_NOTFOUND, "%s: has no sheet '%s'; it has %s", path,
                        choice->sheet, list.bytes);
    else if (rc == STEAD_OK && choice->number > 0)
        rc = stead_fail(err, STEAD_NOTFOUND, "%s: has no sheet %zu; it has %s", path,
                        choice->number, list.bytes);
    else if (rc == STEAD_OK)
        rc = stead_fail(err, STEAD_NOTFOUND, "%s: has %zu sheets: say which, of %s", path,
                        names->count, list.bytes);
    stead_text_free(&list);
    return rc;
}

/* The sheet chosen; names->count when there is none. */
static size_t find_sheet(const stead_texts *names, const stead_choice *choice)
{
    if (choice->sheet == NULL) {
        if (choice->number == 0)
            return names->count == 1 ? 0 : names->count;
        return choice->number <= names->count ? choice->number - 1 : names->count;
    }
    size_t i = 0;
    while (i < names->count && strcmp(stead_texts_at(names, i, NULL), choice->sheet) != 0)
        i++;
    return i;
}

static stead_status name_sheet(workbook *w, const char *sheet, stead_error *err)
{
    stead_status rc = add(&w->name, stead_pack_name(w->pack), err);
    if (rc == STEAD_OK)
        rc = add(&w->name, " [", err);
    if (rc == STEAD_OK)
        rc = add(&w->name, sheet, err);
    return rc == STEAD_OK ? add(&w->name, "]", err) : rc;
}

static stead_status workbook_begin(workbook *w, const stead_choice *choice, stead_error *err)
{
    bool ods;
    stead_texts names = {0};
    stead_status rc = list_sheets(w->pack, &names, &ods, err);
    size_t sheet = rc == STEAD_OK ? find_sheet(&names, choice) : 0;
    if (rc == STEAD_OK && sheet == names.count)
        rc = not_chosen(stead_pack_name(w->pack), choice, &names, err);
    if (rc == STEAD_OK)
        rc = name_sheet(w, stead_texts_at(&names, sheet, NULL), err);
    if (rc == STEAD_OK)
        rc = ods ? stead_ods_open(&w->ods, w->pack, sheet, w->name.bytes, err)
                 : stead_xlsx_open(&w->xlsx, w->pack, sheet, w->name.bytes, err);
    stead_texts_free(&names);
    return rc;
}

stead_status stead_rows_open_pack(stead_rows *out, stead_pack *pack, const stead_choice *choice,
                                  stead_error *err)
{
    static const stead_rows_class is = {workbook_next,   workbook_name,  workbook_size,
                                        workbook_digest, workbook_close, true};
    workbook *w = calloc(1, sizeof *w);
    if (w == NULL) {
        stead_pack_close(pack);
        return stead_nomem(err, "workbook");
    }
    w->pack = pack;
    stead_status rc = workbook_begin(w, choice, err);
    if (rc == STEAD_OK)
        *out = (stead_rows){&is, w};
    else
        workbook_close(w);
    return rc;
}

/* Any file */

static stead_status open_csv(stead_rows *out, const char *path, const stead_choice *choice,
                             stead_error *err)
{
    stead_csv *csv;
    stead_status rc = stead_csv_open(&csv, path, choice->encoding, err);
    if (rc != STEAD_OK)
        return rc;
    if (choice->sheet != NULL || choice->number > 1) {
        stead_csv_close(csv);
        return stead_fail(err, STEAD_MISMATCH,
                          "%s: is no workbook, and so has no sheets to choose from", path);
    }
    *out = stead_csv_rows(csv);
    return STEAD_OK;
}

stead_status stead_rows_open(stead_rows *out, const char *path, const stead_choice *choice,
                             stead_error *err)
{
    stead_pack *pack;
    file_kind kind = kind_of_file(path);
    if (kind == KIND_CSV)
        return open_csv(out, path, choice, err);
    if (kind == KIND_XLS)
        return refuse_xls(path, err);
    stead_status rc = stead_pack_open(&pack, path, err);
    return rc == STEAD_OK ? stead_rows_open_pack(out, pack, choice, err) : rc;
}
