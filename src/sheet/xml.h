/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/xml: a part of a zipped file as XML, element by element, in memory that does not grow
 * with it. Document types, and so entities, are refused. */
#ifndef STEAD_SHEET_XML_H
#define STEAD_SHEET_XML_H

#include "sheet/pack.h"

typedef struct stead_xml stead_xml;

/* What is told of the elements met; a status other than STEAD_OK ends the reading with it.
 * `attributes` are names and values by turns, ended by NULL. `text` may come in pieces. */
typedef struct {
    stead_status (*start)(void *self, const char *name, const char **attributes,
                          stead_error *err);
    stead_status (*end)(void *self, const char *name, stead_error *err);
    stead_status (*text)(void *self, const char *text, size_t len, stead_error *err);
} stead_xml_class;

stead_status stead_xml_open(stead_xml **out, stead_pack *pack, const char *part,
                            const stead_xml_class *is, void *self, stead_error *err);
void stead_xml_close(stead_xml *xml); /* NULL is fine */

/* Reads on until stead_xml_pause is called from within, or to the end, which sets *ended.
 * STEAD_PARSE when it is not well-formed XML, has a document type, elements within 64 others,
 * or a tag of over 1 MB. */
stead_status stead_xml_next(stead_xml *xml, bool *ended, stead_error *err);
void stead_xml_pause(stead_xml *xml);

/* All of a part at once. */
stead_status stead_xml_read(stead_pack *pack, const char *part, const stead_xml_class *is,
                            void *self, stead_error *err);

/* What follows the colon of a name: "row" of "x:row". */
const char *stead_xml_local(const char *name);

/* The value of an attribute, or NULL. `name` may leave out the prefix. */
const char *stead_xml_attribute(const char **attributes, const char *name);

/* A whole number from 0 to `most`; `otherwise` when there is no such attribute or it is not
 * such a number. */
uint32_t stead_xml_number(const char **attributes, const char *name, uint32_t most,
                          uint32_t otherwise);

/* Whether it is "1", "true" or "on". */
bool stead_xml_flag(const char **attributes, const char *name);

#endif
