/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "sheet/xlsx_parts.h"
#include "sheet/xml.h"

enum { MOST_STYLES = 65536, MOST_OWN = 4096 };

/* A format of the workbook's own: <numFmt numFmtId formatCode>. */
typedef struct {
    uint32_t id;
    stead_format format;
} own_format;

typedef struct {
    stead_xlsx_styles *styles;
    const char *name; /* of the file */
    own_format *own;
    size_t own_count, own_room, room;
    bool in_cells; /* within <cellXfs>, whose <xf> are what cells refer to */
} reading;

static stead_status too_many(const reading *r, int most, stead_error *err)
{
    return stead_fail(err, STEAD_PARSE, "%s: has over %d number formats", r->name, most);
}

static stead_status keep_own(reading *r, const char **attributes, stead_error *err)
{
    const char *code = stead_xml_attribute(attributes, "formatCode");
    if (code == NULL)
        return STEAD_OK;
    if (r->own_count == MOST_OWN)
        return too_many(r, MOST_OWN, err);
    if (r->own_count == r->own_room) {
        size_t room = r->own_room == 0 ? 16 : r->own_room * 2;
        own_format *grown = realloc(r->own, room * sizeof *grown);
        if (grown == NULL)
            return stead_nomem(err, "formats");
        r->own = grown;
        r->own_room = room;
    }
    r->own[r->own_count++] = (own_format){
        stead_xml_number(attributes, "numFmtId", UINT32_MAX, 0), stead_format_read(code)};
    return STEAD_OK;
}

static stead_status keep_style(reading *r, uint32_t id, stead_error *err)
{
    stead_xlsx_styles *styles = r->styles;
    if (styles->count == MOST_STYLES)
        return too_many(r, MOST_STYLES, err);
    if (styles->count == r->room) {
        size_t room = r->room == 0 ? 64 : r->room * 2;
        stead_format *grown = realloc(styles->formats, room * sizeof *grown);
        if (grown == NULL)
            return stead_nomem(err, "formats");
        styles->formats = grown;
        r->room = room;
    }
    stead_format format = stead_format_built_in(id);
    for (size_t i = 0; i < r->own_count; i++)
        if (r->own[i].id == id)
            format = r->own[i].format;
    styles->formats[styles->count++] = format;
    return STEAD_OK;
}

static stead_status styles_start(void *self, const char *name, const char **attributes,
                                 stead_error *err)
{
    reading *r = self;
    name = stead_xml_local(name);
    if (strcmp(name, "cellXfs") == 0)
        r->in_cells = true;
    else if (strcmp(name, "numFmt") == 0)
        return keep_own(r, attributes, err);
    else if (r->in_cells && strcmp(name, "xf") == 0)
        return keep_style(r, stead_xml_number(attributes, "numFmtId", UINT32_MAX, 0), err);
    return STEAD_OK;
}

static stead_status styles_end(void *self, const char *name, stead_error *err)
{
    reading *r = self;
    (void)err;
    if (strcmp(stead_xml_local(name), "cellXfs") == 0)
        r->in_cells = false;
    return STEAD_OK;
}

stead_status stead_xlsx_styles_read(stead_xlsx_styles *styles, stead_pack *pack,
                                    const char *part, stead_error *err)
{
    static const stead_xml_class is = {styles_start, styles_end, NULL};
    reading r = {.styles = styles, .name = stead_pack_name(pack)};
    *styles = (stead_xlsx_styles){0};
    stead_status rc = stead_xml_read(pack, part, &is, &r, err);
    free(r.own);
    return rc;
}

void stead_xlsx_styles_free(stead_xlsx_styles *styles)
{
    free(styles->formats);
    *styles = (stead_xlsx_styles){0};
}
