/* SPDX-FileCopyrightText: 2026 the stead authors */
/* SPDX-License-Identifier: MIT */
/* sheet/heading: finds a recipe's columns among a file's headings. */
#ifndef STEAD_SHEET_HEADING_H
#define STEAD_SHEET_HEADING_H

#include "sheet/recipe.h"

/* Whether a cell is this heading; runs of spaces and line ends count as one space. */
bool stead_heading_is(const char *heading, const stead_cell *cell);

/* Whether every cell is empty; whether the table ends before this row; whether the cell is one
 * of the field's marks for missing. */
bool stead_row_is_blank(const stead_record *row);
bool stead_row_stops(const stead_recipe *recipe, const stead_record *row);
bool stead_cell_is_mark(const stead_field *field, const stead_cell *cell);

/* Where a field stands in the file, and under which of its headings. */
typedef struct {
    size_t column; /* 0 = the first; SIZE_MAX: it is optional and not there */
    const char *heading;
} stead_place;

/* Finds every field of the recipe. STEAD_NOTFOUND names the headings looked for and the nearest
 * that the file has; STEAD_DUPLICATE when a wanted heading is there twice. `name` is the
 * file's. */
stead_status stead_headings_place(const stead_recipe *recipe, const char *name,
                                  const stead_record *headings, stead_place *places,
                                  stead_error *err);

#endif
