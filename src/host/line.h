/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/line: one line of input, from a terminal or a pipe. Editing and history belong here. */
#ifndef STEAD_HOST_LINE_H
#define STEAD_HOST_LINE_H

#include <stdbool.h>
#include <stddef.h>

typedef enum { STEAD_LINE_READ, STEAD_LINE_END, STEAD_LINE_INTERRUPTED } stead_line_status;

/* Where lines come from. All zeros reads nothing; begin first, end afterwards. */
typedef struct {
    bool terminal; /* prompts are written only to a terminal */
    char *bytes;
    size_t room;
} stead_line;

void stead_line_begin(stead_line *line);

/* Reads one line without its end-of-line into line->bytes, which stays the line's until the
 * next read. */
stead_line_status stead_line_read(stead_line *line, const char *prompt);

void stead_line_end(stead_line *line);

#endif
