/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/timer.h"

#include <signal.h>
#include <stddef.h>
#include <sys/time.h>

enum { MICRO = 1000000 };
static const lua_Integer most_seconds = 1000000;

static lua_State *timed;
static lua_Hook timed_hook;
static volatile sig_atomic_t rang;

/* lua_sethook is the one call that Lua allows here. */
static void on_alarm(int number)
{
    (void)number;
    rang = 1;
    if (timed != NULL)
        lua_sethook(timed, timed_hook, LUA_MASKCOUNT, 1);
}

/* Sets the timer and returns what it had left. */
static long long set_timer(long long micro)
{
    struct itimerval next = {.it_value = {.tv_sec = (time_t)(micro / MICRO),
                                          .tv_usec = (suseconds_t)(micro % MICRO)}};
    struct itimerval before = {0};
    if (setitimer(ITIMER_VIRTUAL, &next, &before) != 0)
        return 0;
    return (long long)before.it_value.tv_sec * MICRO + before.it_value.tv_usec;
}

stead_timer stead_timer_start(lua_State *L, lua_Hook hook, lua_Integer seconds)
{
    struct sigaction action = {.sa_handler = on_alarm, .sa_flags = SA_RESTART};
    stead_timer timer = {.thread = timed, .hook = timed_hook, .outer = set_timer(0)};
    timer.granted = timer.outer;
    long long asked = (seconds < most_seconds ? seconds : most_seconds) * MICRO;
    if (asked > 0 && (timer.outer == 0 || asked < timer.outer))
        timer.granted = asked;
    sigemptyset(&action.sa_mask);
    sigaction(SIGVTALRM, &action, NULL);
    timed = L;
    timed_hook = hook;
    if (timer.granted > 0)
        set_timer(timer.granted);
    return timer;
}

void stead_timer_stop(const stead_timer *timer)
{
    long long left = set_timer(0);
    rang = 0;
    timed = timer->thread;
    timed_hook = timer->hook;
    if (timer->outer > 0) {
        long long outer = timer->outer - (timer->granted - left);
        set_timer(outer > 0 ? outer : 1); /* one that is over rings at once */
    }
}

bool stead_timer_rang(void)
{
    return rang != 0;
}
