/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* bind/parts_steps: the steps that a rule is written in. Each gives a new value, linked to what
 * it was made from, with the sentence that explains it. */
#include <string.h>

#include "bind/parts.h"

/* Pushes the value that a step gives, with the roster of its parts. */
static bind_parts *make(const bind_step *s, unsigned arrays)
{
    lua_getiuservalue(s->L, BIND_SELF, BIND_ROSTER);
    return bind_new_parts(s->L, -1, s->op, arrays);
}

/* Bounds stay noted through the steps that leave amounts on the same footing. */
static unsigned bounds_of(const bind_parts *parts)
{
    return (parts->floors != NULL ? BIND_FLOORS : 0u) |
           (parts->ceilings != NULL ? BIND_CEILINGS : 0u);
}

static void copy_bounds(bind_parts *to, const bind_parts *from)
{
    size_t room = stead_roster_count(from->roster) * sizeof *from->amounts;
    if (from->floors != NULL)
        memcpy(to->floors, from->floors, room);
    if (from->ceilings != NULL)
        memcpy(to->ceilings, from->ceilings, room);
}

static bind_parts *make_alike(const bind_step *s, unsigned arrays)
{
    bind_parts *made = make(s, bounds_of(s->self) | arrays);
    copy_bounds(made, s->self);
    return made;
}

static int finish(bind_step *s, stead_status rc, const stead_error *err)
{
    if (rc != STEAD_OK)
        return bind_raise_step(s, err);
    bind_link(s, BIND_SELF);
    return 1;
}

/* parts:grow_to(envelope [, sentence]) */
static int parts_grow_to(lua_State *L)
{
    stead_error err;
    bind_step s = bind_begin_parts(L, "grow_to", 1);
    const stead_pence *envelopes = bind_read_step_envelopes(&s, 2, "envelope");
    bind_parts *made = make(&s, BIND_PLAIN);
    return finish(
        &s, stead_parts_grow(made->roster, s.self->amounts, envelopes, made->amounts, &err),
        &err);
}

/* parts:move_towards(target, rate [, sentence]) */
static int parts_move_towards(lua_State *L)
{
    stead_error err;
    bind_step s = bind_begin_parts(L, "move_towards", 2);
    const bind_parts *target = bind_read_parts(&s, 2, "target");
    stead_rates rates = bind_read_step_rates(&s, 3, "rate");
    bind_parts *made = make_alike(&s, BIND_PLAIN);
    return finish(&s,
                  stead_parts_move(made->roster, s.self->amounts, target->amounts, rates,
                                   made->amounts, &err),
                  &err);
}

/* parts:uplift(rate [, sentence]) */
static int parts_uplift(lua_State *L)
{
    stead_error err;
    bind_step s = bind_begin_parts(L, "uplift", 1);
    stead_rates rates = bind_read_step_rates(&s, 2, "rate");
    bind_parts *made = make(&s, BIND_PLAIN);
    return finish(&s,
                  stead_parts_uplift(made->roster, s.self->amounts, rates, made->amounts, &err),
                  &err);
}

/* parts:times(rate [, sentence]) */
static int parts_times(lua_State *L)
{
    stead_error err;
    bind_step s = bind_begin_parts(L, "times", 1);
    stead_rates rates = bind_read_step_rates(&s, 2, "rate");
    bind_parts *made = make(&s, BIND_PLAIN);
    return finish(
        &s, stead_parts_times(made->roster, s.self->amounts, rates, made->amounts, &err), &err);
}

static int add(lua_State *L, const char *op, int sign)
{
    stead_error err;
    bind_step s = bind_begin_parts(L, op, 1);
    const stead_wide *others = bind_read_amounts(&s, 2, "parts", 0);
    bind_parts *made = make_alike(&s, BIND_PLAIN);
    return finish(
        &s, stead_parts_add(made->roster, s.self->amounts, others, sign, made->amounts, &err),
        &err);
}

/* parts:plus(parts [, sentence]) */
static int parts_plus(lua_State *L)
{
    return add(L, "plus", 1);
}

/* parts:less(parts [, sentence]) */
static int parts_less(lua_State *L)
{
    return add(L, "less", -1);
}

/* Notes a bound; where there was one, the tighter holds. A floor below nothing is none. */
static int note_bound(lua_State *L, const char *op, bool floor)
{
    stead_error err;
    bind_step s = bind_begin_parts(L, op, 1);
    const stead_wide *bounds = bind_read_amounts(&s, 2, "parts", floor ? 0 : STEAD_NO_CEILING);
    bind_parts *made = make_alike(&s, floor ? BIND_FLOORS : BIND_CEILINGS);
    const stead_wide *before = floor ? s.self->floors : s.self->ceilings;
    stead_wide *noted = floor ? made->floors : made->ceilings;
    for (size_t i = 0; i < stead_roster_count(made->roster); i++) {
        made->amounts[i] = s.self->amounts[i];
        if (bounds[i] < 0) {
            stead_fail(&err, STEAD_RANGE, "%s of '%s' is negative", floor ? "floor" : "ceiling",
                       made->roster->codes[i]);
            return bind_raise_step(&s, &err);
        }
        noted[i] = bounds[i];
        if (bounds[i] != STEAD_NO_CEILING)
            noted[i] = floor ? stead_step_floor(bounds[i]) : stead_step_ceiling(bounds[i]);
        if (before != NULL && (floor ? before[i] > noted[i] : before[i] < noted[i]))
            noted[i] = before[i];
    }
    return finish(&s, STEAD_OK, &err);
}

/* parts:no_part_below(parts [, sentence]) */
static int parts_no_part_below(lua_State *L)
{
    return note_bound(L, "no_part_below", true);
}

/* parts:no_part_above(parts [, sentence]) */
static int parts_no_part_above(lua_State *L)
{
    return note_bound(L, "no_part_above", false);
}

/* parts:foot_to(envelope [, sentence]) */
static int parts_foot_to(lua_State *L)
{
    stead_error err;
    bind_step s = bind_begin_parts(L, "foot_to", 1);
    stead_footing footing = {.amounts = s.self->amounts,
                             .floors = s.self->floors,
                             .ceilings = s.self->ceilings,
                             .envelopes = bind_read_step_envelopes(&s, 2, "envelope")};
    bind_parts *made = make_alike(&s, BIND_FOOTED);
    const stead_footed footed = {made->amounts, made->bound, made->settled};
    return finish(&s, stead_parts_foot(made->roster, &footing, &footed, &err), &err);
}

/* An optional rate of the table at `t`, noted under its name. */
static bool read_option(bind_step *s, int t, const char *name, stead_rate *out)
{
    lua_State *L = s->L;
    if (bind_field(L, t, name) == LUA_TNIL)
        return false;
    if (!bind_is_rate(L, -1, out)) {
        const char *what = bind_describe(L, -1);
        const char *hint = bind_rate_hint(L, -2);
        bind_refuse_step(s, name, lua_pushfstring(L, "rate expected, got %s%s", what, hint));
    }
    bind_note(s, name, lua_gettop(L));
    return true;
}

static stead_convergence read_convergence(bind_step *s, int t)
{
    static const char *const known[] = {"closing", "cap", "floor", NULL};
    lua_State *L = s->L;
    stead_convergence how = {0};
    if (!lua_istable(L, t))
        bind_refuse_step(s, "options", "{ closing = …, cap = …, floor = … } expected");
    for (lua_pushnil(L); lua_next(L, t) != 0; lua_pop(L, 1)) {
        const char *const *name = known;
        while (*name != NULL &&
               (lua_type(L, -2) != LUA_TSTRING || strcmp(lua_tostring(L, -2), *name) != 0))
            name++;
        if (*name == NULL)
            bind_refuse_step(s, "options",
                             lua_pushfstring(L, "%s is not one; write closing, cap or floor",
                                             bind_describe(L, -2)));
    }
    if (!read_option(s, t, "closing", &how.closing))
        bind_refuse_step(s, "closing",
                         "say what fraction of the distance from target is closed, such as pct "
                         "\"25\"");
    how.has_cap = read_option(s, t, "cap", &how.cap);
    how.has_floor = read_option(s, t, "floor", &how.floor);
    return how;
}

/* parts:converge(target, { closing [, cap] [, floor] }, envelope [, sentence]) */
static int parts_converge(lua_State *L)
{
    stead_error err;
    bind_step s = bind_begin_parts(L, "converge", 3);
    const bind_parts *target = bind_read_parts(&s, 2, "target");
    stead_convergence how = read_convergence(&s, 3);
    how.by_weight = target->by_weight && s.self->roster->weights != NULL;
    const stead_pence *envelopes = bind_read_step_envelopes(&s, 4, "envelope");
    bind_parts *made = make(&s, BIND_PLAIN);
    return finish(&s,
                  stead_parts_converge(made->roster, s.self->amounts, target->amounts, &how,
                                       envelopes, made->amounts, &err),
                  &err);
}

/* parts:scale_to(envelope [, committed [, sentence]]) */
static int parts_scale_to(lua_State *L)
{
    stead_error err;
    bind_step s = bind_begin_parts(L, "scale_to", 2);
    const stead_pence *envelopes = bind_read_step_envelopes(&s, 2, "envelope");
    const stead_wide *committed =
        lua_isnil(L, 3) ? NULL : bind_read_amounts(&s, 3, "committed", 0);
    bind_parts *made = make(&s, BIND_PLAIN);
    return finish(&s,
                  stead_parts_scale(made->roster, s.self->amounts, committed, envelopes,
                                    made->amounts, &err),
                  &err);
}

const luaL_Reg bind_parts_steps[] = {
    {"grow_to", parts_grow_to},
    {"move_towards", parts_move_towards},
    {"uplift", parts_uplift},
    {"times", parts_times},
    {"plus", parts_plus},
    {"less", parts_less},
    {"no_part_below", parts_no_part_below},
    {"no_part_above", parts_no_part_above},
    {"foot_to", parts_foot_to},
    {"converge", parts_converge},
    {"scale_to", parts_scale_to},
    {"mix", bind_parts_mix},
    {"cap", bind_parts_cap},
    {"hold", bind_parts_hold},
    {"gather", bind_parts_gather},
    {NULL, NULL},
};
