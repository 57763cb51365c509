/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "host/edit.h"

#include <errno.h>
#include <histedit.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "host/limit.h"

enum { MOST_REMEMBERED = 1000 };

/* libedit edits one line, so a line break stands in it as a sign that a reader can see. */
#define BREAK "\u23ce"

struct stead_edit {
    EditLine *line;
    History *history;
    stead_edit_complete *complete;
    void *context;
    const char *prompt;
    bool stopped;
};

static volatile sig_atomic_t resized;

static void on_resize(int number)
{
    (void)number;
    resized = 1;
}

static stead_edit *edit_of(EditLine *line)
{
    void *edit = NULL;
    el_get(line, EL_CLIENTDATA, &edit);
    return edit;
}

static char *prompt_of(EditLine *line)
{
    return (char *)edit_of(line)->prompt; /* libedit reads it only */
}

/* Reads a character. libedit's own reader tries again after Ctrl-C; this one gives up. */
static int read_char(EditLine *line, wchar_t *out)
{
    mbstate_t state = {0};
    for (;;) {
        char byte;
        ssize_t got = read(STDIN_FILENO, &byte, 1);
        if (got < 0 && errno == EINTR && !stead_interrupt_seen()) {
            if (resized)
                el_resize(line);
            resized = 0;
            continue;
        }
        if (got <= 0)
            return (int)got;
        size_t len = mbrtowc(out, &byte, 1, &state);
        if (len == (size_t)-1)
            state = (mbstate_t){0}; /* not a character: left out */
        else if (len != (size_t)-2)
            return 1;
    }
}

/* `text` with every `from` made `to`; to be freed. */
static char *replaced(const char *text, const char *from, const char *to)
{
    size_t from_len = strlen(from), to_len = strlen(to), count = 0;
    for (const char *p = strstr(text, from); p != NULL; p = strstr(p + from_len, from))
        count++;
    char *out = malloc(strlen(text) + count * (to_len > from_len ? to_len - from_len : 0) + 1);
    if (out == NULL)
        return NULL;
    char *end = out;
    for (const char *p; (p = strstr(text, from)) != NULL; text = p + from_len) {
        memcpy(end, text, (size_t)(p - text));
        end += p - text;
        memcpy(end, to, to_len);
        end += to_len;
    }
    memcpy(end, text, strlen(text) + 1);
    return out;
}

/* More was typed than a person can in this moment: a paste into a terminal that does not mark
 * its beginning and end. */
static bool is_pasted(void)
{
    int waiting = 0;
    return ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0;
}

static void show_list(const char *list)
{
    fputc('\n', stdout);
    fputs(list, stdout);
    fputc('\n', stdout);
    fflush(stdout);
}

static unsigned char on_tab(EditLine *line, int key)
{
    (void)key;
    stead_edit *edit = edit_of(line);
    const LineInfo *info = el_line(line);
    size_t len = (size_t)(info->cursor - info->buffer);
    if (len == 0 || strchr(" \t", info->cursor[-1]) != NULL || edit->complete == NULL ||
        is_pasted()) {
        el_insertstr(line, "  ");
        return CC_REFRESH;
    }
    char *before = strndup(info->buffer, len);
    if (before == NULL)
        return CC_ERROR;
    stead_edit_completion found = edit->complete(edit->context, before);
    free(before);
    unsigned char done = CC_REFRESH_BEEP;
    if (found.text != NULL && *found.text != '\0') {
        if (found.back > 0)
            el_deletestr(line, found.back);
        el_insertstr(line, found.text);
        done = CC_REFRESH;
    } else if (found.list != NULL) {
        show_list(found.list);
        done = CC_REDISPLAY;
    }
    free(found.text);
    free(found.list);
    return done;
}

static const char paste_ends[] = "\033[201~";

/* Takes pasted text up to the terminal's mark, line breaks and all; nothing in it is a key. */
static unsigned char on_paste(EditLine *line, int key)
{
    (void)key;
    size_t room = 256, len = 0, mark = sizeof paste_ends - 1;
    char *text = malloc(room);
    char byte;
    while (text != NULL && read(STDIN_FILENO, &byte, 1) == 1) {
        text[len++] = byte;
        if (len >= mark && memcmp(text + len - mark, paste_ends, mark) == 0) {
            len -= mark;
            break;
        }
        if (len + 1 == room) {
            char *more = realloc(text, room *= 2);
            if (more == NULL)
                break;
            text = more;
        }
    }
    if (text == NULL)
        return CC_ERROR;
    while (len > 0 && strchr("\r\n", text[len - 1]) != NULL)
        len--;
    for (size_t i = 0; i < len; i++)
        text[i] = (char)(text[i] == '\r' ? '\n' : text[i] == '\t' ? ' ' : text[i]);
    text[len] = '\0';
    char *shown = replaced(text, "\n", BREAK);
    free(text);
    if (shown != NULL)
        el_insertstr(line, shown);
    free(shown);
    return CC_REFRESH;
}

static void bind_keys(EditLine *line)
{
    static const char *const keys[][2] = {
        {"^I", "stead-complete"},      {"\033[200~", "stead-paste"},
        {"^R", "em-inc-search-prev"},  {"\033[3~", "ed-delete-next-char"},
        {"\033[1~", "ed-move-to-beg"}, {"\033[4~", "ed-move-to-end"},
        {"\033[H", "ed-move-to-beg"},  {"\033[F", "ed-move-to-end"},
        {"\033[1;5C", "em-next-word"}, {"\033[1;5D", "ed-prev-word"},
    };
    /* el_set would copy these names and never free them */
    el_wset(line, EL_ADDFN, L"stead-complete", L"Complete a name", on_tab);
    el_wset(line, EL_ADDFN, L"stead-paste", L"Take pasted text as text", on_paste);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        el_set(line, EL_BIND, keys[i][0], keys[i][1], NULL);
}

stead_edit *stead_edit_begin(stead_edit_complete *complete, void *context)
{
    HistEvent event;
    stead_edit *edit = calloc(1, sizeof *edit);
    if (edit == NULL)
        return NULL;
    setlocale(LC_CTYPE,
              "C.UTF-8"); /* the terminal's characters; nothing else is the locale's */
    *edit = (stead_edit){.complete = complete,
                         .context = context,
                         .history = history_init(),
                         .line = el_init("stead", stdin, stdout, stderr)};
    if (edit->line == NULL || edit->history == NULL) {
        stead_edit_end(edit);
        return NULL;
    }
    history(edit->history, &event, H_SETSIZE, MOST_REMEMBERED);
    history(edit->history, &event, H_SETUNIQUE, 1);
    el_set(edit->line, EL_CLIENTDATA, edit);
    el_set(edit->line, EL_SIGNAL, 0);
    el_set(edit->line, EL_PROMPT, prompt_of);
    el_set(edit->line, EL_GETCFN, read_char);
    el_set(edit->line, EL_HIST, history, edit->history);
    el_set(edit->line, EL_EDITOR, "emacs");
    bind_keys(edit->line);
    el_source(edit->line, NULL);
    return edit;
}

static void mark_pastes(bool on)
{
    fputs(on ? "\033[?2004h" : "\033[?2004l", stdout);
    fflush(stdout);
}

char *stead_edit_read(stead_edit *edit, const char *prompt)
{
    struct sigaction action = {.sa_handler = on_resize}, before;
    int len = 0;
    sigemptyset(&action.sa_mask);
    sigaction(SIGWINCH, &action, &before);
    edit->prompt = prompt;
    el_resize(edit->line);
    mark_pastes(true);
    const char *got = el_gets(edit->line, &len);
    mark_pastes(false);
    sigaction(SIGWINCH, &before, NULL);
    edit->stopped = stead_interrupt_seen();
    if (edit->stopped)
        el_reset(edit->line);
    return got == NULL || len <= 0 || edit->stopped ? NULL : replaced(got, BREAK, "\n");
}

bool stead_edit_was_stopped(const stead_edit *edit)
{
    return edit->stopped;
}

void stead_edit_remember(stead_edit *edit, const char *statement)
{
    HistEvent event;
    char *entry = replaced(statement, "\n", BREAK);
    if (entry != NULL)
        history(edit->history, &event, H_ENTER, entry);
    free(entry);
}

void stead_edit_end(stead_edit *edit)
{
    if (edit == NULL)
        return;
    if (edit->line != NULL)
        el_end(edit->line);
    if (edit->history != NULL)
        history_end(edit->history);
    free(edit);
}
