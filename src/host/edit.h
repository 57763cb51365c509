/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/edit: lines edited on a terminal, by libedit: keys, recall and search of earlier
 * statements, completion, and pasted text taken as text. */
#ifndef STEAD_HOST_EDIT_H
#define STEAD_HOST_EDIT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct stead_edit stead_edit;

/* What Tab does: `back` characters before the cursor are replaced by `text`, or `list` is shown
 * below the line. Both may be NULL; they are freed with free. */
typedef struct {
    int back;
    char *text;
    char *list;
} stead_edit_completion;

/* Given what stands before the cursor. */
typedef stead_edit_completion stead_edit_complete(void *context, const char *before);

/* NULL when the terminal cannot be edited on. */
stead_edit *stead_edit_begin(stead_edit_complete *complete, void *context);

/* The text entered, with a newline between lines that were pasted or recalled together; to be
 * freed with free. NULL when it ended, or was stopped by Ctrl-C. */
char *stead_edit_read(stead_edit *edit, const char *prompt);

/* Whether the last read was stopped by Ctrl-C. */
bool stead_edit_was_stopped(const stead_edit *edit);

void stead_edit_remember(stead_edit *edit, const char *statement);

/* NULL is allowed. */
void stead_edit_end(stead_edit *edit);

#endif
