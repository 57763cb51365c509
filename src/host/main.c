/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* host/main: the program. */
#include <stdio.h>

#include "stead.h"

int main(int argc, char **argv)
{
    stead_runtime *runtime = stead_open(argc > 0 ? argv[0] : "stead");
    if (runtime == NULL) {
        fputs("stead: not enough memory to start\n", stderr);
        return STEAD_EXIT_BROKEN;
    }
    int status = stead_run(runtime, argc, argv);
    stead_close(runtime);
    return status;
}
