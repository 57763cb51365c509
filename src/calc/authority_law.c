/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* What the law lets one body hand to another. Source: DOMAIN 6.4. */
#include "calc/authority_in.h"

/* "Relevant bodies" of section 65Z5. */
static bool is_relevant(stead_body_kind kind)
{
    return kind == STEAD_NHS_ENGLAND || kind == STEAD_ICB || kind == STEAD_NHS_TRUST ||
           kind == STEAD_FOUNDATION_TRUST;
}

static bool is_within(stead_body_kind kind)
{
    return kind == STEAD_COMMITTEE || kind == STEAD_JOINT_COMMITTEE || kind == STEAD_OFFICER;
}

/* The body whose committee or officer it is, or itself. */
static uint32_t legal_body(const stead_authority *a, uint32_t body)
{
    while (is_within(a->bodies[body].kind) && a->bodies[body].parent != STEAD_NOBODY)
        body = a->bodies[body].parent;
    return body;
}

bool authority_is_own(const stead_authority *a, const stead_grant *grant)
{
    return grant->mechanism == STEAD_INTERNAL && a->bodies[grant->to].parent == grant->from;
}

bool authority_in_force(const stead_authority *a, const stead_grant *grant, stead_day on)
{
    const stead_body *to = &a->bodies[grant->to], *from = &a->bodies[grant->from];
    return grant->start <= on && on <= grant->end && to->from <= on && on <= to->to &&
           from->from <= on && on <= from->to;
}

static stead_unlawful by_65z(const stead_function *function, stead_body_kind giver,
                             bool reaches)
{
    if (!is_relevant(giver))
        return STEAD_NOT_RELEVANT;
    if (function->excluded)
        return STEAD_IS_EXCLUDED;
    return reaches ? STEAD_LAWFUL : STEAD_CANNOT_RECEIVE;
}

/* The kind that acts in law: a committee or an officer acts for its body. */
static stead_unlawful by_mechanism(const stead_authority *a, const stead_grant *g)
{
    const stead_function *function = &a->functions[g->function];
    stead_body_kind to = a->bodies[g->to].kind;
    stead_body_kind giver = a->bodies[legal_body(a, g->from)].kind;
    bool nhs = is_relevant(giver), within = is_within(to);
    switch (g->mechanism) {
    case STEAD_INTERNAL:
        return within && legal_body(a, g->to) == legal_body(a, g->from) ? STEAD_LAWFUL
                                                                        : STEAD_NOT_OWN;
    case STEAD_S65Z5:
        return by_65z(function, giver,
                      is_relevant(to) || to == STEAD_COUNCIL || to == STEAD_COMBINED_AUTHORITY);
    case STEAD_S65Z6:
        return by_65z(function, giver, to == STEAD_JOINT_COMMITTEE);
    case STEAD_S75:
        if (!nhs && giver != STEAD_COUNCIL)
            return STEAD_NOT_RELEVANT;
        return to == STEAD_JOINT_COMMITTEE || (nhs && to == STEAD_COUNCIL) ||
                       (!nhs && is_relevant(to))
                   ? STEAD_LAWFUL
                   : STEAD_CANNOT_RECEIVE;
    case STEAD_S101:
        if (giver != STEAD_COUNCIL)
            return STEAD_NOT_RELEVANT;
        if (to == STEAD_COMMITTEE || to == STEAD_OFFICER)
            return legal_body(a, g->to) == legal_body(a, g->from) ? STEAD_LAWFUL
                                                                  : STEAD_NOT_OWN;
        return to == STEAD_COUNCIL || to == STEAD_JOINT_COMMITTEE ? STEAD_LAWFUL
                                                                  : STEAD_CANNOT_RECEIVE;
    default:
        return within ? STEAD_CANNOT_RECEIVE : STEAD_LAWFUL;
    }
}

stead_unlawful stead_authority_unlawful(const stead_authority *a, const stead_grant *g)
{
    const stead_function *function = &a->functions[g->function];
    stead_body_kind to = a->bodies[g->to].kind;
    if (g->from == g->to)
        return STEAD_TO_ITSELF;
    if (function->reserved)
        return STEAD_RESERVED;
    if (to == STEAD_FORUM || to == STEAD_PCN || to == STEAD_ICP)
        return STEAD_DECIDES_NOTHING;
    if (to == STEAD_VCSE && function->statutory)
        return STEAD_NOT_PUBLIC;
    stead_unlawful why = by_mechanism(a, g);
    if (why == STEAD_LAWFUL && function->confined && g->mechanism != STEAD_INTERNAL)
        return STEAD_CONFINED;
    return why;
}
