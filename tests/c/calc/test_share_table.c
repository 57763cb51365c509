/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <time.h>

#include "../support/check.h"
#include "../support/random.h"
#include "calc/share.h"

enum { SIDE = 5, CELLS = SIDE * SIDE };

static const char *const row_codes[] = {"r1", "r2", "r3", "r4", "r5"};
static const char *const column_codes[] = {"c1", "c2", "c3", "c4", "c5"};

/* A table and what it must come to. */
typedef struct {
    size_t rows, columns;
    stead_wide exact[CELLS];
    stead_pence row_totals[SIDE], column_totals[SIDE], out[CELLS];
} table;

static stead_status foot(table *t, stead_error *err)
{
    return stead_share_table(t->exact, t->rows, t->columns, t->row_totals, t->column_totals,
                             row_codes, column_codes, t->out, err);
}

static void halves_foot_both_ways_R23(void **state)
{
    const stead_wide half = STEAD_NANO / 2;
    table t = {2, 2, {half, half, half, half}, {1, 1}, {1, 1}, {0}};
    stead_error err;
    (void)state;
    assert_ok(foot(&t, &err), &err);
    assert_int_equal(t.out[0] + t.out[1], 1);
    assert_int_equal(t.out[0] + t.out[2], 1);
    assert_int_equal(t.out[0], t.out[3]);
}

static void the_least_movement_is_chosen_R23(void **state)
{
    /* Each row gives a penny to one column: .9 and .9 lie on the diagonal. */
    table t = {2, 2, {900000000, 100000000, 100000000, 900000000}, {1, 1}, {1, 1}, {0}};
    stead_error err;
    (void)state;
    assert_ok(foot(&t, &err), &err);
    assert_int_equal(t.out[0], 1);
    assert_int_equal(t.out[1], 0);
    assert_int_equal(t.out[2], 0);
    assert_int_equal(t.out[3], 1);
}

static void an_exact_penny_moves_only_if_it_must_R23(void **state)
{
    table stays = {2,      2,      {3 * STEAD_NANO, 400000000, 600000000, STEAD_NANO},
                   {3, 2}, {4, 1}, {0}};
    table moves = {1, 2, {STEAD_NANO, 2 * STEAD_NANO}, {3}, {2, 1}, {0}};
    stead_error err;
    (void)state;
    assert_ok(foot(&stays, &err), &err);
    assert_int_equal(stays.out[0], 3);
    assert_int_equal(stays.out[1], 0);
    assert_int_equal(stays.out[2], 1);
    assert_int_equal(stays.out[3], 1);
    assert_ok(foot(&moves, &err), &err);
    assert_int_equal(moves.out[0], 2);
    assert_int_equal(moves.out[1], 1);
}

static void cells_below_nothing_foot_too_R23(void **state)
{
    table t = {1, 2, {-STEAD_NANO / 2, -STEAD_NANO / 2}, {-1}, {-1, 0}, {0}};
    stead_error err;
    (void)state;
    assert_ok(foot(&t, &err), &err);
    assert_int_equal(t.out[0], -1);
    assert_int_equal(t.out[1], 0);
}

static void totals_that_cannot_be_met_are_refused_by_name_R23(void **state)
{
    const stead_wide half = STEAD_NANO / 2;
    table differ = {2, 2, {half, half, half, half}, {1, 2}, {1, 1}, {0}};
    table row = {2, 2, {half, half, half, half}, {4, 0}, {2, 2}, {0}};
    table column = {2, 2, {half, half, half, half}, {2, 2}, {5, -1}, {0}};
    /* Row and column are each within reach, but not together: the whole cell is one of 1.5. */
    table both = {2,      2,      {half, 5 * STEAD_NANO + half, 5 * STEAD_NANO + half, half},
                  {5, 7}, {5, 7}, {0}};
    stead_error err;
    (void)state;
    assert_refused(foot(&differ, &err), &err, STEAD_INFEASIBLE,
                   "rows sum to £0.03 and columns to £0.02");
    assert_refused(foot(&row, &err), &err, STEAD_INFEASIBLE,
                   "total of row 'r1' is £0.02 too high for cells within a penny of exact");
    assert_refused(foot(&column, &err), &err, STEAD_INFEASIBLE,
                   "total of column 'c1' is £0.03 too high for cells within a penny of exact");
    assert_refused(foot(&both, &err), &err, STEAD_INFEASIBLE,
                   "total of row 'r2' is £0.01 too high for cells within a penny of exact, the "
                   "other totals being as they are");
}

static void a_table_too_large_is_refused_R23(void **state)
{
    stead_error err;
    (void)state;
    assert_refused(stead_share_table(NULL, 2000, 2000, NULL, NULL, NULL, NULL, NULL, &err),
                   &err, STEAD_RANGE, "table of 2000 × 2000 is too large to foot");
}

/* A random table whose totals are those of some rounding of its cells. */
static void random_table(test_random *r, table *t, size_t most)
{
    *t = (table){.rows = (size_t)random_upto(r, (int64_t)most - 1) + 1,
                 .columns = (size_t)random_upto(r, (int64_t)most - 1) + 1};
    for (size_t i = 0; i < t->rows; i++)
        for (size_t j = 0; j < t->columns; j++) {
            stead_pence below = random_upto(r, 3);
            int64_t rest = random_upto(r, 3) == 0 ? random_upto(r, 3) * (STEAD_NANO / 4)
                                                  : random_upto(r, STEAD_NANO - 1);
            stead_pence rounded = below + (rest > 0 ? random_upto(r, 1) : 0);
            t->exact[i * t->columns + j] = (stead_wide)below * STEAD_NANO + rest;
            t->row_totals[i] += rounded;
            t->column_totals[j] += rounded;
        }
}

/* The least movement among all roundings that foot, in 10^-9 of a penny, by trying every one.
 */
static int64_t least_movement(const table *t)
{
    size_t cells = t->rows * t->columns;
    int64_t least = INT64_MAX;
    for (unsigned choice = 0; choice < 1U << cells; choice++) {
        stead_pence rows[SIDE] = {0}, columns[SIDE] = {0};
        int64_t movement = 0;
        bool foots = true;
        for (size_t k = 0; k < cells && foots; k++) {
            int64_t rest = (int64_t)(t->exact[k] % STEAD_NANO), up = choice >> k & 1;
            stead_pence value = (stead_pence)(t->exact[k] / STEAD_NANO) + up;
            movement += up ? STEAD_NANO - rest : rest;
            rows[k / t->columns] += value;
            columns[k % t->columns] += value;
            foots = rest != 0 || up == 0;
        }
        for (size_t i = 0; i < t->rows; i++)
            foots = foots && rows[i] == t->row_totals[i];
        for (size_t j = 0; j < t->columns; j++)
            foots = foots && columns[j] == t->column_totals[j];
        if (foots && movement < least)
            least = movement;
    }
    return least;
}

/* Totals met, every cell at the penny below or above, exact cells unmoved; gives the movement.
 */
static int64_t check_footed(const table *t)
{
    int64_t movement = 0;
    for (size_t i = 0; i < t->rows; i++) {
        stead_pence sum = 0;
        for (size_t j = 0; j < t->columns; j++) {
            stead_wide off = (stead_wide)t->out[i * t->columns + j] * STEAD_NANO -
                             t->exact[i * t->columns + j];
            assert_true(off > -STEAD_NANO && off < STEAD_NANO);
            movement += (int64_t)(off < 0 ? -off : off);
            sum += t->out[i * t->columns + j];
        }
        assert_int_equal(sum, t->row_totals[i]);
    }
    for (size_t j = 0; j < t->columns; j++) {
        stead_pence sum = 0;
        for (size_t i = 0; i < t->rows; i++)
            sum += t->out[i * t->columns + j];
        assert_int_equal(sum, t->column_totals[j]);
    }
    return movement;
}

/* The same table with rows and columns in another order gives each cell the same pence. */
static void check_order(test_random *r, const table *t)
{
    size_t rows[SIDE], columns[SIDE];
    const char *row_names[SIDE], *column_names[SIDE];
    table s = {.rows = t->rows, .columns = t->columns};
    stead_error err;
    random_order(r, rows, t->rows);
    random_order(r, columns, t->columns);
    for (size_t i = 0; i < t->rows; i++) {
        row_names[i] = row_codes[rows[i]];
        s.row_totals[i] = t->row_totals[rows[i]];
        for (size_t j = 0; j < t->columns; j++) {
            column_names[j] = column_codes[columns[j]];
            s.column_totals[j] = t->column_totals[columns[j]];
            s.exact[i * t->columns + j] = t->exact[rows[i] * t->columns + columns[j]];
        }
    }
    assert_ok(stead_share_table(s.exact, s.rows, s.columns, s.row_totals, s.column_totals,
                                row_names, column_names, s.out, &err),
              &err);
    for (size_t i = 0; i < t->rows; i++)
        for (size_t j = 0; j < t->columns; j++)
            assert_int_equal(s.out[i * t->columns + j],
                             t->out[rows[i] * t->columns + columns[j]]);
}

static void random_tables_foot_with_the_least_movement_R23(void **state)
{
    enum { RUNS = 100000, LARGE = 5, SMALL = 3 };
    test_random r = random_begin("tables");
    int tried = 0;
    (void)state;
    for (int run = 0; run < RUNS; run++) {
        table t;
        stead_error err;
        random_table(&r, &t, run % 2 == 0 ? SMALL : LARGE);
        assert_ok(foot(&t, &err), &err);
        int64_t movement = check_footed(&t);
        check_order(&r, &t);
        if (t.rows * t.columns <= 6 || (t.rows * t.columns == 9 && run % 8 == 0)) {
            assert_int_equal(movement, least_movement(&t));
            tried++;
        }
    }
    printf("tables: %d of %d held against every rounding\n", tried, RUNS);
}

/* England's districts by ten streams. */
static void a_table_of_342_by_10_foots_quickly_R23(void **state)
{
    enum { ROWS = 342, COLUMNS = 10, MOST_SECONDS = 5 };
    static stead_wide exact[ROWS * COLUMNS];
    static stead_pence rows[ROWS], columns[COLUMNS], out[ROWS * COLUMNS];
    static char names[ROWS][8];
    static const char *row_names[ROWS], *column_names[COLUMNS];
    test_random r = random_begin("342 × 10");
    stead_wide of_column[COLUMNS] = {0}, all = 0, of_row;
    stead_error err;
    stead_pence left;
    (void)state;
    for (int i = 0; i < ROWS; i++) {
        snprintf(names[i], sizeof names[i], "E%03d", i % 1000);
        row_names[i] = names[i];
        of_row = 0;
        for (int j = 0; j < COLUMNS; j++) {
            exact[i * COLUMNS + j] = random_sized(&r, 60);
            of_row += exact[i * COLUMNS + j];
            of_column[j] += exact[i * COLUMNS + j];
        }
        all += of_row;
        rows[i] = (stead_pence)(of_row / STEAD_NANO);
    }
    left = (stead_pence)(all / STEAD_NANO);
    for (int j = 0; j < COLUMNS; j++) {
        column_names[j] = names[j];
        columns[j] = (stead_pence)(of_column[j] / STEAD_NANO);
        left -= columns[j];
    }
    columns[0] += left;
    left = (stead_pence)(all / STEAD_NANO);
    for (int i = 0; i < ROWS; i++)
        left -= rows[i];
    for (int i = 0; left > 0; i++, left--)
        rows[i]++;
    clock_t start = clock();
    assert_ok(stead_share_table(exact, ROWS, COLUMNS, rows, columns, row_names, column_names,
                                out, &err),
              &err);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    printf("342 × 10: %.4f s\n", seconds);
    assert_true(seconds < MOST_SECONDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(halves_foot_both_ways_R23),
        cmocka_unit_test(the_least_movement_is_chosen_R23),
        cmocka_unit_test(an_exact_penny_moves_only_if_it_must_R23),
        cmocka_unit_test(cells_below_nothing_foot_too_R23),
        cmocka_unit_test(totals_that_cannot_be_met_are_refused_by_name_R23),
        cmocka_unit_test(a_table_too_large_is_refused_R23),
        cmocka_unit_test(random_tables_foot_with_the_least_movement_R23),
        cmocka_unit_test(a_table_of_342_by_10_foots_quickly_R23),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
