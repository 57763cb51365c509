/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/line.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

void stead_line_begin(stead_line *line)
{
    *line = (stead_line){.terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)};
}

stead_line_status stead_line_read(stead_line *line, const char *prompt)
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
    while (len > 0 && (line->bytes[len - 1] == '\n' || line->bytes[len - 1] == '\r'))
        line->bytes[--len] = '\0';
    return STEAD_LINE_READ;
}

void stead_line_end(stead_line *line)
{
    free(line->bytes);
    *line = (stead_line){0};
}
