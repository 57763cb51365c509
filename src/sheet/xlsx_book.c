/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "sheet/row.h"
#include "sheet/xlsx_parts.h"
#include "sheet/xml.h"

enum { LONGEST_PART = 1024, MOST_LINKS = 10000 };

/* Relationships: <Relationship Id Type Target TargetMode> */

typedef struct {
    const char *name;   /* of the file */
    const char *folder; /* targets are relative to it: "xl/" */
    stead_texts ids, kinds, targets;
} links;

static void links_free(links *l)
{
    stead_texts_free(&l->ids);
    stead_texts_free(&l->kinds);
    stead_texts_free(&l->targets);
}

/* Joins folder and target into a part's name, evening out "." and ".."; false when that leads
 * out of the file. */
static bool resolve(const char *folder, const char *target, char out[LONGEST_PART])
{
    size_t len = target[0] == '/' ? 0 : strlen(folder), target_len = strlen(target);
    if (len + target_len + 1 > LONGEST_PART)
        return false;
    memcpy(out, folder, len);
    for (const char *at = target; *at != '\0';) {
        size_t step = strcspn(at, "/");
        if (step == 2 && at[0] == '.' && at[1] == '.') {
            if (len == 0)
                return false;
            for (len--; len > 0 && out[len - 1] != '/';)
                len--;
        } else if (step > 0 && (step != 1 || at[0] != '.')) {
            memcpy(out + len, at, step);
            len += step;
            if (at[step] == '/')
                out[len++] = '/';
        }
        at += step;
        at += *at == '/';
    }
    out[len] = '\0';
    return true;
}

static stead_status links_start(void *self, const char *name, const char **attributes,
                                stead_error *err)
{
    links *l = self;
    char part[LONGEST_PART];
    const char *id = stead_xml_attribute(attributes, "Id");
    const char *type = stead_xml_attribute(attributes, "Type");
    const char *target = stead_xml_attribute(attributes, "Target");
    const char *mode = stead_xml_attribute(attributes, "TargetMode");
    if (strcmp(stead_xml_local(name), "Relationship") != 0 || id == NULL || type == NULL ||
        target == NULL || (mode != NULL && strcmp(mode, "External") == 0))
        return STEAD_OK;
    if (l->ids.count == MOST_LINKS)
        return stead_fail(err, STEAD_PARSE, "%s: has over %d links", l->name, (int)MOST_LINKS);
    if (!resolve(l->folder, target, part))
        return stead_fail(err, STEAD_PARSE, "%s: the part '%.80s' lies outside the file",
                          l->name, target);
    const char *kind = strrchr(type, '/') == NULL ? type : strrchr(type, '/') + 1;
    stead_status rc = stead_texts_add(&l->ids, id, strlen(id), err);
    if (rc == STEAD_OK)
        rc = stead_texts_add(&l->kinds, kind, strlen(kind), err);
    if (rc == STEAD_OK)
        rc = stead_texts_add(&l->targets, part, strlen(part), err);
    return rc;
}

static stead_status links_read(links *l, stead_pack *pack, const char *part, stead_error *err)
{
    static const stead_xml_class is = {links_start, NULL, NULL};
    l->name = stead_pack_name(pack);
    return stead_xml_read(pack, part, &is, l, err);
}

/* The target of the first link of that kind; NULL when there is none. */
static const char *links_find(const links *l, const char *kind)
{
    for (size_t i = 0; i < l->kinds.count; i++)
        if (strcmp(stead_texts_at(&l->kinds, i, NULL), kind) == 0)
            return stead_texts_at(&l->targets, i, NULL);
    return NULL;
}

static stead_status copy_target(const links *l, const char *kind, char **out, stead_error *err)
{
    const char *target = links_find(l, kind);
    if (target == NULL)
        return STEAD_OK;
    *out = malloc(strlen(target) + 1);
    if (*out == NULL)
        return stead_nomem(err, "workbook");
    strcpy(*out, target);
    return STEAD_OK;
}

/* The workbook: <workbookPr date1904>, <sheet name r:id> */

typedef struct {
    stead_xlsx_book *book;
    links links;
} workbook;

/* Sheets that only hold a chart or a macro are passed over. */
static stead_status workbook_sheet(workbook *w, const char *name, const char *id,
                                   stead_error *err)
{
    const links *l = &w->links;
    for (size_t i = 0; i < l->ids.count; i++) {
        if (strcmp(stead_texts_at(&l->ids, i, NULL), id) != 0 ||
            strcmp(stead_texts_at(&l->kinds, i, NULL), "worksheet") != 0)
            continue;
        const char *part = stead_texts_at(&l->targets, i, NULL);
        if (w->book->names.count == STEAD_SHEET_COUNT)
            return stead_fail(err, STEAD_PARSE, "%s: has over %d sheets", l->name,
                              (int)STEAD_SHEET_COUNT);
        stead_status rc = stead_texts_add(&w->book->names, name, strlen(name), err);
        return rc == STEAD_OK ? stead_texts_add(&w->book->parts, part, strlen(part), err) : rc;
    }
    return STEAD_OK;
}

static stead_status workbook_start(void *self, const char *name, const char **attributes,
                                   stead_error *err)
{
    workbook *w = self;
    name = stead_xml_local(name);
    if (strcmp(name, "workbookPr") == 0)
        w->book->from_1904 = stead_xml_flag(attributes, "date1904");
    if (strcmp(name, "sheet") != 0)
        return STEAD_OK;
    const char *called = stead_xml_attribute(attributes, "name");
    const char *id = stead_xml_attribute(attributes, "id");
    return called == NULL || id == NULL ? STEAD_OK : workbook_sheet(w, called, id, err);
}

/* Where the workbook's own part is: named by the file's links, nearly always "xl/workbook.xml".
 */
static stead_status find_workbook(stead_pack *pack, char out[LONGEST_PART], stead_error *err)
{
    links l = {.folder = ""};
    stead_status rc = links_read(&l, pack, "_rels/.rels", err);
    const char *found = rc == STEAD_OK ? links_find(&l, "officeDocument") : NULL;
    if (rc == STEAD_OK && found == NULL)
        rc = stead_fail(err, STEAD_PARSE, "%s: has no workbook", stead_pack_name(pack));
    if (rc == STEAD_OK)
        strcpy(out, found); /* it was resolved within LONGEST_PART */
    links_free(&l);
    return rc;
}

/* "xl/workbook.xml" has its links in "xl/_rels/workbook.xml.rels". */
static stead_status read_links_of(links *l, stead_pack *pack, const char *part,
                                  char folder[LONGEST_PART], stead_error *err)
{
    char rels[LONGEST_PART + 16];
    const char *slash = strrchr(part, '/'), *file = slash == NULL ? part : slash + 1;
    size_t len = (size_t)(file - part);
    memcpy(folder, part, len);
    folder[len] = '\0';
    l->folder = folder;
    strcpy(rels, folder);
    strcat(rels, "_rels/");
    strcat(rels, file);
    strcat(rels, ".rels");
    return links_read(l, pack, rels, err);
}

stead_status stead_xlsx_book_read(stead_xlsx_book *book, stead_pack *pack, stead_error *err)
{
    static const stead_xml_class is = {workbook_start, NULL, NULL};
    char part[LONGEST_PART], folder[LONGEST_PART];
    workbook w = {.book = book};
    *book = (stead_xlsx_book){0};
    stead_status rc = find_workbook(pack, part, err);
    if (rc == STEAD_OK)
        rc = read_links_of(&w.links, pack, part, folder, err);
    if (rc == STEAD_OK)
        rc = stead_xml_read(pack, part, &is, &w, err);
    if (rc == STEAD_OK)
        rc = copy_target(&w.links, "sharedStrings", &book->strings, err);
    if (rc == STEAD_OK)
        rc = copy_target(&w.links, "styles", &book->styles, err);
    links_free(&w.links);
    return rc;
}

void stead_xlsx_book_free(stead_xlsx_book *book)
{
    stead_texts_free(&book->names);
    stead_texts_free(&book->parts);
    free(book->strings);
    free(book->styles);
    *book = (stead_xlsx_book){0};
}
