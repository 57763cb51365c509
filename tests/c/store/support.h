/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* What the tests of the store share: a folder of their own, a database in it, small frames. */
#ifndef STEAD_TESTS_STORE_SUPPORT_H
#define STEAD_TESTS_STORE_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/source.h"

#define must(call) must_be_ok((call), &err, #call)
#define refused(call, wanted_code, words)                                                      \
    must_be_refused((call), wanted_code, words, &err, #call)

void must_be_ok(stead_status rc, const stead_error *err, const char *what);
/* The call gave `code` and a message with `words` in it. */
void must_be_refused(stead_status rc, stead_status code, const char *words,
                     const stead_error *err, const char *what);

/* Set-up and tear-down of each test: an empty folder, gone afterwards with what is in it. */
int folder_make(void **state);
int folder_remove(void **state);
/* The path of `name` in it; good until the next eight calls. */
const char *in_folder(const char *name);

stead_db *book_open(const char *name); /* made if need be, on the product's schema */
stead_db *memory_open(void);
int64_t ask(stead_db *db, const char *sql); /* the one number that a query gives */

/* `rows` payments: practice "P00001", … with 100 pence times `times` each; lines from 2. */
stead_frame *payments(size_t rows, int64_t times);
/* A source of payments of `year` whose digest is 64 times `digit`. */
stead_source source_of(const char *year, char digit);

#endif
