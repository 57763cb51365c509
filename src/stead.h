/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* stead: money, decisions and outcomes for England's places.
 *
 * The program `stead` is four calls to what is declared here: open a runtime (Lua with stead's
 * modules inside), run the words of a command line in it, close it, leave with the status:
 *
 *     stead_runtime *runtime = stead_open(argv[0]);
 *     int status = runtime != NULL ? stead_run(runtime, argc, argv) : STEAD_EXIT_BROKEN;
 *     stead_close(runtime);
 *     return status;
 */
#ifndef STEAD_H
#define STEAD_H

enum {
    STEAD_EXIT_DONE = 0,
    STEAD_EXIT_CHECK = 1,         /* a check failed and nothing was published */
    STEAD_EXIT_COMMAND = 2,       /* the command was wrong */
    STEAD_EXIT_SOURCE = 3,        /* a source was stale, changed or out of reach */
    STEAD_EXIT_SCRIPT = 4,        /* a script or a declaration failed */
    STEAD_EXIT_BROKEN = 5,        /* an internal invariant broke, or memory ran out */
    STEAD_EXIT_INTERRUPTED = 130, /* Ctrl-C, as shells report it */
};

typedef struct stead_runtime stead_runtime;

/* Opens a runtime; NULL when there is not enough memory. `program` is the program's own name as
 * it was called (argv[0]): the share folder is found from it. One runtime at a time. */
stead_runtime *stead_open(const char *program);

/* Runs the command line argv[1] … argv[argc - 1] and returns the exit status; says what went
 * wrong on standard error. */
int stead_run(stead_runtime *runtime, int argc, char **argv);

/* Closes everything that the runtime holds. NULL is fine. */
void stead_close(stead_runtime *runtime);

/* "1.2.3". */
const char *stead_version(void);

#endif
