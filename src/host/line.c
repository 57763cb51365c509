/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/line.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

void stead_line_begin(stead_line *line, stead_edit_complete *complete, void *context)
{
    *line = (stead_line){.terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)};
    const char *kind = getenv("TERM");
    if (line->terminal && kind != NULL && *kind != '\0' && strcmp(kind, "dumb") != 0)
        line->edit = stead_edit_begin(complete, context);
}

static void cut_end(char *text)
{
    size_t len = strlen(text);
    while (len > 0 && (text[len - 1] == '\n' || text[len - 1] == '\r'))
        text[--len] = '\0';
}

static stead_line_status read_plain(stead_line *line, const char *prompt)
{
    if (line->terminal) {
        fputs(prompt, stdout);
        fflush(stdout);
    }
    errno = 0;
    ssize_t len = getline(&line->bytes, &line->room, stdin);
    if (len < 0) {
        bool again = errno == EINTR;
        clearerr(stdin);
        if (line->terminal)
            fputc('\n', stdout);
        return again ? STEAD_LINE_INTERRUPTED : STEAD_LINE_END;
    }
    cut_end(line->bytes);
    return STEAD_LINE_READ;
}

/* Takes the next of the lines that wait; false when none does. */
static bool next_waiting(stead_line *line)
{
    if (line->waiting == NULL)
        return false;
    const char *from = line->waiting + line->at;
    size_t len = strcspn(from, "\n");
    char *copy = realloc(line->bytes, len + 1);
    if (copy == NULL)
        return false;
    memcpy(copy, from, len);
    copy[len] = '\0';
    line->bytes = copy;
    line->room = len + 1;
    line->at += len + 1;
    if (from[len] == '\0') {
        free(line->waiting);
        line->waiting = NULL;
    }
    return true;
}

stead_line_status stead_line_read(stead_line *line, const char *prompt)
{
    if (next_waiting(line))
        return STEAD_LINE_READ;
    if (line->edit == NULL)
        return read_plain(line, prompt);
    line->waiting = stead_edit_read(line->edit, prompt);
    line->at = 0;
    if (line->waiting == NULL) {
        fputc('\n', stdout);
        return stead_edit_was_stopped(line->edit) ? STEAD_LINE_INTERRUPTED : STEAD_LINE_END;
    }
    cut_end(line->waiting);
    return next_waiting(line) ? STEAD_LINE_READ : STEAD_LINE_END;
}

void stead_line_remember(stead_line *line, const char *statement)
{
    if (line->edit != NULL)
        stead_edit_remember(line->edit, statement);
}

size_t stead_line_drop(stead_line *line)
{
    size_t lines = line->waiting != NULL;
    for (const char *p = line->waiting != NULL ? line->waiting + line->at : ""; *p != '\0'; p++)
        lines += *p == '\n';
    free(line->waiting);
    line->waiting = NULL;
    return lines;
}

void stead_line_end(stead_line *line)
{
    stead_edit_end(line->edit);
    free(line->waiting);
    free(line->bytes);
    *line = (stead_line){0};
}
