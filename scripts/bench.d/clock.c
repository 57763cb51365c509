/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bench.d/clock OUT COMMAND ARG…: runs a command with its output in the file OUT, and prints
 * its time from start to end in nanoseconds, its processor time in nanoseconds, and the most
 * memory it held in KiB. */
#define _DEFAULT_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static long long nanoseconds(struct timeval t)
{
    return t.tv_sec * 1000000000LL + t.tv_usec * 1000LL;
}

int main(int argc, char **argv)
{
    struct rusage used;
    int status = 0;
    int out = argc > 2 ? open(argv[1], O_WRONLY | O_CREAT | O_TRUNC, 0666) : -1;
    if (out < 0) {
        perror("clock");
        return 2;
    }
    long long start = now();
    pid_t child = fork();
    if (child == 0) {
        dup2(out, STDOUT_FILENO);
        execvp(argv[2], argv + 2);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &used) != child) {
        perror("clock");
        return 2;
    }
    printf("%lld %lld %ld %d\n", now() - start,
           nanoseconds(used.ru_utime) + nanoseconds(used.ru_stime), used.ru_maxrss,
           WIFEXITED(status) ? WEXITSTATUS(status) : 128);
    return 0;
}
