/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include "calc/value.h"

#include <math.h>
#include <stdbool.h>

enum { THOUSAND_POUNDS = 100000 }; /* pence */

stead_status stead_cost_per(stead_pence cost, int64_t effect, stead_pence *out,
                            stead_error *err)
{
    stead_wide each;
    if (effect == 0)
        return stead_fail(err, STEAD_RANGE, "there is no effect to divide the cost by");
    stead_wide amount = effect < 0 ? -(stead_wide)cost : cost;
    stead_wide units = effect < 0 ? -(stead_wide)effect : effect;
    if (!stead_wide_muldiv(amount, STEAD_NANO, units, STEAD_HALF_AWAY, &each) ||
        !stead_wide_to_i64(each, out))
        return stead_fail(err, STEAD_RANGE, "the cost of a unit is more money than fits");
    return STEAD_OK;
}

static stead_status refuse(const stead_option *o, const char *why, stead_error *err)
{
    return stead_fail(err, STEAD_RANGE, "option '%s': %s", o->code, why);
}

static stead_status rate_option(const stead_option *o, stead_star *out, stead_error *err)
{
    stead_wide benefit, each;
    if (o->cost <= 0)
        return refuse(o, "its cost is not positive", err);
    if (o->people < 0)
        return refuse(o, "people are negative", err);
    if (o->benefit < 0 || o->benefit > 100 * STEAD_NANO)
        return refuse(o, "benefit per person is not from 0 to 100", err);
    if (o->chance < 0 || o->chance > STEAD_NANO)
        return refuse(o, "probability of success is not from 0 to 1", err);
    if (!stead_wide_muldiv((stead_wide)o->people * o->benefit, o->chance,
                           (stead_wide)STEAD_NANO * STEAD_NANO, STEAD_HALF_AWAY, &benefit) ||
        !stead_wide_to_i64(benefit, &out->benefit) ||
        !stead_wide_muldiv(benefit, THOUSAND_POUNDS, o->cost, STEAD_HALF_AWAY, &each) ||
        !stead_wide_to_i64(each, &out->per_thousand))
        return refuse(o, "its benefit does not fit", err);
    return STEAD_OK;
}

/* Whether a comes before b: more benefit for the money. */
static bool is_better(const stead_star *a, const stead_star *b, const stead_option *options)
{
    return (stead_wide)a->benefit * options[b->option].cost >
           (stead_wide)b->benefit * options[a->option].cost;
}

/* By insertion: options are few, and equal ones must stay as they are. */
static void sort_stars(stead_star *stars, size_t count, const stead_option *options)
{
    for (size_t i = 1; i < count; i++) {
        stead_star moving = stars[i];
        size_t j = i;
        for (; j > 0 && is_better(&moving, &stars[j - 1], options); j--)
            stars[j] = stars[j - 1];
        stars[j] = moving;
    }
}

stead_status stead_star_rank(const stead_option *options, size_t count, stead_star *out,
                             stead_error *err)
{
    stead_wide cost = 0, benefit = 0;
    for (size_t i = 0; i < count; i++) {
        out[i] = (stead_star){.option = i};
        if (rate_option(&options[i], &out[i], err) != STEAD_OK)
            return err->code;
    }
    sort_stars(out, count, options);
    for (size_t i = 0; i < count; i++) {
        cost += options[out[i].option].cost;
        benefit += out[i].benefit;
        if (!stead_wide_to_i64(cost, &out[i].cost_so_far) ||
            !stead_wide_to_i64(benefit, &out[i].benefit_so_far))
            return refuse(&options[out[i].option], "the sum to this option does not fit", err);
    }
    return STEAD_OK;
}

typedef struct {
    double mean, deviation;
} spread;

static spread spread_of(const double *values, size_t count)
{
    double sum = 0, squares = 0;
    for (size_t i = 0; i < count; i++)
        sum += values[i];
    double mean = sum / (double)count;
    for (size_t i = 0; i < count; i++)
        squares += (values[i] - mean) * (values[i] - mean);
    return (spread){mean, sqrt(squares / ((double)count - 1))};
}

static double score(double value, spread s)
{
    return s.deviation > 0 ? (value - s.mean) / s.deviation : 0;
}

static stead_quadrant quadrant_of(double spend, double outcome)
{
    if (!(fabs(spend) > 0) || !(fabs(outcome) > 0))
        return STEAD_AT_AVERAGE;
    if (outcome > 0)
        return spend > 0 ? STEAD_HIGH_SPEND_BETTER : STEAD_LOW_SPEND_BETTER;
    return spend > 0 ? STEAD_HIGH_SPEND_WORSE : STEAD_LOW_SPEND_WORSE;
}

stead_status stead_quadrants_of(const double *spend, const double *outcome, size_t count,
                                int better, stead_spend_outcome *out, stead_error *err)
{
    if (count < 3)
        return stead_fail(err, STEAD_RANGE, "%zu areas are too few to compare; the least is 3",
                          count);
    for (size_t i = 0; i < count; i++)
        if (!isfinite(spend[i]) || !isfinite(outcome[i]))
            return stead_fail(err, STEAD_RANGE,
                              "area %zu: %s is missing or not a finite number", i + 1,
                              isfinite(spend[i]) ? "outcome" : "spend");
    spread s = spread_of(spend, count), o = spread_of(outcome, count);
    for (size_t i = 0; i < count; i++) {
        double z = score(spend[i], s), y = score(outcome[i], o) * better;
        out[i] = (stead_spend_outcome){z, y, quadrant_of(z, y)};
    }
    return STEAD_OK;
}

const char *stead_quadrant_words(stead_quadrant quadrant)
{
    static const char *const words[] = {
        "at the average", "lower spend, better outcome", "higher spend, better outcome",
        "lower spend, worse outcome", "higher spend, worse outcome"};
    return words[quadrant];
}

/* The change of margin that a step makes. */
static stead_wide fall(const stead_programme *p, stead_pence step)
{
    return stead_wide_div((stead_wide)p->decline * step, THOUSAND_POUNDS, STEAD_HALF_AWAY);
}

/* The next move; false when there is none that gains. */
static bool find_move(const stead_programme *p, size_t count, stead_pence step, stead_move *out)
{
    size_t low = count, high = 0;
    for (size_t i = 0; i < count; i++) {
        if (p[i].spend >= step && (low == count || p[i].margin < p[low].margin))
            low = i;
        if (p[i].margin > p[high].margin)
            high = i;
    }
    *out = (stead_move){low, high, step};
    return low < count && p[low].margin < p[high].margin &&
           p[low].margin + fall(&p[low], step) <= p[high].margin - fall(&p[high], step);
}

static stead_status check_programmes(const stead_programme *p, size_t count, stead_pence step,
                                     stead_error *err)
{
    if (step <= 0)
        return stead_fail(err, STEAD_RANGE, "the step to move is not positive");
    for (size_t i = 0; i < count; i++)
        if (p[i].spend < 0 || p[i].decline < 0)
            return stead_fail(err, STEAD_RANGE, "programme '%s': %s is negative", p[i].code,
                              p[i].spend < 0 ? "spend" : "decline");
    return STEAD_OK;
}

static stead_status make_move(stead_programme *p, const stead_move *move, stead_wide *gained,
                              stead_error *err)
{
    stead_programme *from = &p[move->from], *to = &p[move->to];
    stead_wide low = from->margin + fall(from, move->amount);
    stead_wide high = to->margin - fall(to, move->amount);
    *gained += (to->margin + high - from->margin - low) * move->amount;
    from->spend -= move->amount;
    if (!stead_wide_to_i64(low, &from->margin) || !stead_wide_to_i64(high, &to->margin) ||
        stead_money_add(to->spend, move->amount, &to->spend, err) != STEAD_OK)
        return stead_fail(err, STEAD_RANGE, "programme '%s': what it would have does not fit",
                          to->code);
    return STEAD_OK;
}

stead_status stead_marginal_shift(stead_programme *programmes, size_t count, stead_pence step,
                                  stead_move *moves, size_t most, size_t *made, int64_t *gain,
                                  stead_error *err)
{
    stead_move next;
    stead_wide gained = 0;
    *made = 0;
    if (check_programmes(programmes, count, step, err) != STEAD_OK)
        return err->code;
    for (size_t steps = 0; find_move(programmes, count, step, &next); steps++) {
        stead_move *last = *made == 0 ? NULL : &moves[*made - 1];
        if (steps == most)
            return stead_fail(err, STEAD_RANGE,
                              "more than %zu moves would be made; take a larger step", most);
        if (make_move(programmes, &next, &gained, err) != STEAD_OK)
            return err->code;
        if (last != NULL && last->from == next.from && last->to == next.to)
            last->amount += next.amount;
        else
            moves[(*made)++] = next;
    }
    gained = stead_wide_div(gained, 2 * THOUSAND_POUNDS, STEAD_HALF_AWAY);
    if (!stead_wide_to_i64(gained, gain))
        return stead_fail(err, STEAD_RANGE, "the benefit gained does not fit");
    return STEAD_OK;
}
