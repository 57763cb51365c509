/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* base/status: result codes, and the error that a failing function fills in. */
#ifndef STEAD_BASE_STATUS_H
#define STEAD_BASE_STATUS_H

typedef enum {
    STEAD_OK = 0,
    STEAD_NOMEM,      /* memory ran out */
    STEAD_RANGE,      /* a number is too large, or outside what the calculation takes */
    STEAD_PARSE,      /* text is not what it should be */
    STEAD_NOTFOUND,   /* no such file, code, year, column */
    STEAD_DUPLICATE,  /* a key that must be unique is not */
    STEAD_MISMATCH,   /* figures that must agree do not */
    STEAD_INFEASIBLE, /* no answer meets every condition; the text says by how much */
    STEAD_IO,         /* the file system refused */
    STEAD_DB,         /* the database refused */
    STEAD_NEWER       /* made by a newer stead */
} stead_status;

enum { STEAD_ERROR_TEXT = 512 };

typedef struct {
    stead_status code;
    char text[STEAD_ERROR_TEXT]; /* lower case, subject first, values quoted, no full stop */
} stead_error;

/* The stable word that scripts see as the third value of `nil, message, code`. */
const char *stead_status_name(stead_status code);

/* Fills `err` (cut to its size, never in the middle of a UTF-8 character) and returns `code`.
 */
__attribute__((format(printf, 3, 4))) stead_status
stead_fail(stead_error *err, stead_status code, const char *fmt, ...);

/* The same for memory running out: nothing is formatted that could fail again. */
stead_status stead_nomem(stead_error *err, const char *what);

#endif
