/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "sheet/xml.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 16, DEEPEST = 64, LONGEST_TAG = 1 << 20 };

struct stead_xml {
    stead_pack *pack;
    stead_part *part;
    const stead_xml_class *is;
    void *self;
    XML_Parser parser;
    char *name;
    size_t untold; /* bytes given to the parser since it last told of anything */
    int depth;
    bool paused, ended;
    stead_status rc; /* what a handler refused with, in err */
    stead_error *err;
};

/* Handlers */

static void after(stead_xml *xml, stead_status rc)
{
    xml->rc = rc;
    if (rc != STEAD_OK)
        XML_StopParser(xml->parser, XML_FALSE);
}

static void XMLCALL on_start(void *data, const char *name, const char **attributes)
{
    stead_xml *xml = data;
    xml->untold = 0;
    if (xml->rc != STEAD_OK)
        return;
    if (++xml->depth > DEEPEST)
        after(xml,
              stead_fail(xml->err, STEAD_PARSE, "%s: elements of '%s' lie within %d others",
                         stead_pack_name(xml->pack), xml->name, DEEPEST));
    else if (xml->is->start != NULL)
        after(xml, xml->is->start(xml->self, name, attributes, xml->err));
}

static void XMLCALL on_end(void *data, const char *name)
{
    stead_xml *xml = data;
    xml->untold = 0;
    xml->depth--;
    if (xml->rc == STEAD_OK && xml->is->end != NULL)
        after(xml, xml->is->end(xml->self, name, xml->err));
}

static void XMLCALL on_text(void *data, const char *text, int len)
{
    stead_xml *xml = data;
    xml->untold = 0;
    if (xml->rc == STEAD_OK && xml->is->text != NULL)
        after(xml, xml->is->text(xml->self, text, (size_t)len, xml->err));
}

static void XMLCALL on_comment(void *data, const char *text)
{
    stead_xml *xml = data;
    (void)text;
    xml->untold = 0;
}

static void XMLCALL on_doctype(void *data, const char *name, const char *system,
                               const char *public, int internal)
{
    stead_xml *xml = data;
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    after(xml,
          stead_fail(xml->err, STEAD_PARSE, "%s: '%s' has a document type, as sheets do not",
                     stead_pack_name(xml->pack), xml->name));
}

/* Reading */

static stead_status xml_begin(stead_xml *xml, const char *part, stead_error *err)
{
    /* Through the allocator that the rest uses, so that its failures can be tried. */
    static const XML_Memory_Handling_Suite memory = {malloc, realloc, free};
    xml->name = malloc(strlen(part) + 1);
    if (xml->name == NULL)
        return stead_nomem(err, "file");
    strcpy(xml->name, part);
    stead_status rc = stead_part_open(&xml->part, xml->pack, part, err);
    if (rc != STEAD_OK)
        return rc;
    xml->parser = XML_ParserCreate_MM(NULL, &memory, NULL);
    if (xml->parser == NULL)
        return stead_nomem(err, "file");
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, on_start, on_end);
    XML_SetCharacterDataHandler(xml->parser, on_text);
    XML_SetCommentHandler(xml->parser, on_comment);
    XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
    return STEAD_OK;
}

stead_status stead_xml_open(stead_xml **out, stead_pack *pack, const char *part,
                            const stead_xml_class *is, void *self, stead_error *err)
{
    stead_xml *xml = calloc(1, sizeof *xml);
    if (xml == NULL)
        return stead_nomem(err, "file");
    xml->pack = pack;
    xml->is = is;
    xml->self = self;
    stead_status rc = xml_begin(xml, part, err);
    if (rc == STEAD_OK)
        *out = xml;
    else
        stead_xml_close(xml);
    return rc;
}

void stead_xml_close(stead_xml *xml)
{
    if (xml == NULL)
        return;
    if (xml->parser != NULL)
        XML_ParserFree(xml->parser);
    stead_part_close(xml->part);
    free(xml->name);
    free(xml);
}

static stead_status xml_refused(const stead_xml *xml, stead_error *err)
{
    enum XML_Error code = XML_GetErrorCode(xml->parser);
    if (xml->rc != STEAD_OK)
        return xml->rc;
    if (code == XML_ERROR_NO_MEMORY)
        return stead_nomem(err, "file");
    return stead_fail(err, STEAD_PARSE, "%s: '%s', line %lu: %s", stead_pack_name(xml->pack),
                      xml->name, (unsigned long)XML_GetCurrentLineNumber(xml->parser),
                      XML_ErrorString(code));
}

/* Gives the parser another chunk. */
static enum XML_Status xml_feed(stead_xml *xml, stead_error *err)
{
    size_t got;
    void *buffer = XML_GetBuffer(xml->parser, CHUNK);
    if (buffer == NULL)
        return XML_STATUS_ERROR;
    xml->rc = stead_part_read(xml->part, buffer, CHUNK, &got, err);
    if (xml->rc != STEAD_OK)
        return XML_STATUS_ERROR;
    xml->untold += got;
    if (xml->untold > LONGEST_TAG) {
        xml->rc = stead_fail(err, STEAD_PARSE, "%s: a tag in '%s' is over %d bytes",
                             stead_pack_name(xml->pack), xml->name, (int)LONGEST_TAG);
        return XML_STATUS_ERROR;
    }
    xml->ended = got == 0;
    return XML_ParseBuffer(xml->parser, (int)got, got == 0);
}

stead_status stead_xml_next(stead_xml *xml, bool *ended, stead_error *err)
{
    enum XML_Status status = XML_STATUS_OK;
    xml->err = err;
    if (xml->paused) {
        xml->paused = false;
        status = XML_ResumeParser(xml->parser);
    }
    while (status == XML_STATUS_OK && !xml->ended)
        status = xml_feed(xml, err);
    *ended = status == XML_STATUS_OK;
    if (status == XML_STATUS_ERROR || xml->rc != STEAD_OK)
        return xml_refused(xml, err);
    return STEAD_OK;
}

void stead_xml_pause(stead_xml *xml)
{
    xml->paused = XML_StopParser(xml->parser, XML_TRUE) == XML_STATUS_OK;
}

stead_status stead_xml_read(stead_pack *pack, const char *part, const stead_xml_class *is,
                            void *self, stead_error *err)
{
    bool ended;
    stead_xml *xml;
    stead_status rc = stead_xml_open(&xml, pack, part, is, self, err);
    if (rc != STEAD_OK)
        return rc;
    rc = stead_xml_next(xml, &ended, err);
    stead_xml_close(xml);
    return rc;
}

/* Attributes */

const char *stead_xml_local(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon == NULL ? name : colon + 1;
}

const char *stead_xml_attribute(const char **attributes, const char *name)
{
    for (; attributes[0] != NULL; attributes += 2)
        if (strcmp(attributes[0], name) == 0 ||
            strcmp(stead_xml_local(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}

uint32_t stead_xml_number(const char **attributes, const char *name, uint32_t most,
                          uint32_t otherwise)
{
    const char *text = stead_xml_attribute(attributes, name);
    uint64_t n = 0;
    if (text == NULL || text[0] == '\0')
        return otherwise;
    for (; *text != '\0'; text++) {
        if (*text < '0' || *text > '9')
            return otherwise;
        n = n * 10 + (uint64_t)(*text - '0');
        if (n > most)
            return most;
    }
    return (uint32_t)n;
}

bool stead_xml_flag(const char **attributes, const char *name)
{
    const char *text = stead_xml_attribute(attributes, name);
    return text != NULL &&
           (strcmp(text, "1") == 0 || strcmp(text, "true") == 0 || strcmp(text, "on") == 0);
}
