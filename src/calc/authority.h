/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* calc/authority: who may decide. Functions belong to bodies by law; grants hand them on, each
 * for an area, up to a limit, between dates. Everything is numbers from 0: ids, words and
 * citations stay with the caller. Source: DOMAIN 6.3, 6.4, 6.8. */
#ifndef STEAD_CALC_AUTHORITY_H
#define STEAD_CALC_AUTHORITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/money.h"
#include "base/status.h"

typedef enum {
    STEAD_NHS_ENGLAND,
    STEAD_ICB,
    STEAD_NHS_TRUST,
    STEAD_FOUNDATION_TRUST,
    STEAD_COUNCIL,
    STEAD_COMBINED_AUTHORITY,
    STEAD_ICP,
    STEAD_COMMITTEE,       /* of the body that is its parent */
    STEAD_JOINT_COMMITTEE, /* of several; its parent, if it has one, is its host */
    STEAD_OFFICER,         /* a post, of the body that employs it */
    STEAD_VCSE,
    STEAD_FORUM,
    STEAD_PCN,
    STEAD_BODY_KINDS
} stead_body_kind;

typedef enum {
    STEAD_INTERNAL, /* a body's own scheme of delegation */
    STEAD_S65Z5,    /* NHS Act 2006: to a relevant body, a council or a combined authority */
    STEAD_S65Z6,    /* the same Act: to a joint committee */
    STEAD_S75,      /* the same Act: between NHS bodies and councils */
    STEAD_S101, /* Local Government Act 1972: a council's own committees, officers, councils */
    STEAD_CONTRACT,
    STEAD_MECHANISMS
} stead_mechanism;

#define STEAD_NOBODY     UINT32_MAX
#define STEAD_EVERYWHERE 0U
#define STEAD_NO_LIMIT   INT64_MAX

typedef struct {
    stead_body_kind kind;
    uint32_t parent; /* STEAD_NOBODY when none */
    stead_day from, to;
} stead_body;

typedef struct {
    uint32_t origin; /* whose it is by law; STEAD_NOBODY when that is not known */
    bool statutory;  /* a body's power or duty, not a service that is only delivered */
    bool reserved;   /* to the board of its origin */
    bool confined;   /* may not leave its origin's own committees and officers */
    bool excluded;   /* from sections 65Z5 and 65Z6 */
} stead_function;

typedef struct {
    uint32_t function, from, to;
    uint32_t area; /* STEAD_EVERYWHERE, or the caller's number of a place */
    stead_mechanism mechanism;
    stead_pence limit; /* STEAD_NO_LIMIT when none */
    bool yearly;       /* whether the limit is for a year; else for a decision */
    bool onward;       /* whether the receiver may hand it on outside itself */
    stead_day start, end;
} stead_grant;

/* Why the law does not carry a grant. */
typedef enum {
    STEAD_LAWFUL,
    STEAD_TO_ITSELF,
    STEAD_RESERVED,
    STEAD_CONFINED,
    STEAD_DECIDES_NOTHING, /* a forum, a PCN or an ICP is given decisions */
    STEAD_NOT_PUBLIC,      /* a voluntary body is given a statutory function */
    STEAD_NOT_RELEVANT,    /* a giver that sections 65Z5 and 65Z6 do not empower */
    STEAD_CANNOT_RECEIVE,  /* a receiver that the mechanism does not reach */
    STEAD_IS_EXCLUDED,     /* a function that sections 65Z5 and 65Z6 do not reach */
    STEAD_NOT_OWN          /* handed on internally to another body's committee or officer */
} stead_unlawful;

typedef struct stead_authority stead_authority;

/* Keeps copies. Refuses numbers of bodies or functions that there are not, and areas over
 * `areas`. Parents may not go round. */
stead_status stead_authority_create(stead_authority **out, const stead_body *bodies,
                                    size_t body_count, const stead_function *functions,
                                    size_t function_count, const stead_grant *grants,
                                    size_t grant_count, uint32_t areas, stead_error *err);
void stead_authority_free(stead_authority *authority); /* NULL is fine */

stead_unlawful stead_authority_unlawful(const stead_authority *authority,
                                        const stead_grant *grant);

/* Who decides `amount` of a function for an area on a day: whoever it is handed down to by
 * grants that are lawful, in force, for the area, not under the amount, and allowed by those
 * above. A giver's grants for the area stand before its grants for everywhere. */
typedef struct {
    uint32_t function, area;
    stead_pence amount;
    stead_day on;
} stead_question;

typedef enum {
    STEAD_ONE_DECIDES,
    STEAD_SEVERAL_DECIDE,
    STEAD_NO_ORIGIN,       /* nobody is known to hold it */
    STEAD_ORIGIN_NOT_THEN, /* whose it is was not in being on the day */
    STEAD_ORIGIN_CANNOT,   /* whose it is decides nothing, being a forum, a PCN or the like */
    STEAD_ROUND            /* the grants go round in a circle */
} stead_verdict;

typedef struct {
    stead_verdict verdict;
    size_t count;    /* of takers */
    uint32_t circle; /* the grant that closes it; STEAD_NOBODY when none does */
} stead_answer;

/* A taker by the route that leaves the most: its least limit, and when all of it is in force.
 */
typedef struct {
    uint32_t body;
    size_t steps;
    stead_pence limit;
    stead_day start, end;
} stead_taker;

stead_answer stead_authority_ask(stead_authority *authority, const stead_question *question);
/* Of the last answer: taker `i`, and step `k` of its route, a grant; 0 is the origin's. */
stead_taker stead_authority_taker(const stead_authority *authority, size_t i);
uint32_t stead_authority_step(const stead_authority *authority, size_t i, size_t k);

typedef enum {
    STEAD_GRANT_UNLAWFUL, /* `reason` */
    STEAD_GRANT_NOT_HELD, /* the giver does not hold the function there and then */
    STEAD_GRANT_ONWARD,   /* no grant to the giver allows it; `other` is one of those */
    STEAD_GRANT_OVER,     /* its limit is over that of `other`, the most that the giver has */
    STEAD_GRANT_SUM,  /* what the giver hands on in a year, `given`, is over what it `had` */
    STEAD_GRANT_ROUND /* it closes a circle */
} stead_grant_fault;

typedef struct {
    stead_grant_fault fault;
    uint32_t grant, other;
    stead_unlawful reason;
    stead_pence had, given;
} stead_grant_finding;

/* What is wrong with the grants in force on a day, by function and giver, in time that grows
 * with their number. The list is the authority's until the next audit. */
stead_status stead_authority_audit(stead_authority *authority, stead_day on,
                                   const stead_grant_finding **out, size_t *count,
                                   stead_error *err);

#endif
