/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/line: one line of input: edited on a terminal that can, else read as it comes. */
#ifndef STEAD_HOST_LINE_H
#define STEAD_HOST_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "host/edit.h"

typedef enum { STEAD_LINE_READ, STEAD_LINE_END, STEAD_LINE_INTERRUPTED } stead_line_status;

/* Where lines come from. All zeros reads nothing; begin first, end afterwards. */
typedef struct {
    bool terminal;    /* prompts are written only to a terminal */
    stead_edit *edit; /* NULL where lines are not edited: a pipe, a dumb terminal */
    char *bytes;      /* the line read last */
    size_t room;
    char *waiting; /* lines pasted or recalled together, of which some are yet to be read */
    size_t at;     /* where the next of them begins */
} stead_line;

/* `complete` may be NULL. */
void stead_line_begin(stead_line *line, stead_edit_complete *complete, void *context);

/* Reads one line without its end-of-line into line->bytes, which stays the line's until the
 * next read. Lines entered together come one after the other. */
stead_line_status stead_line_read(stead_line *line, const char *prompt);

/* Puts a statement, whole, among those that can be recalled and searched. */
void stead_line_remember(stead_line *line, const char *statement);

/* Forgets lines entered together that are yet to be read, and says how many they were. */
size_t stead_line_drop(stead_line *line);

void stead_line_end(stead_line *line);

#endif
