/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-map.h"

G_BEGIN_DECLS

/**
 * PrnFilterTest:
 * @filter: what is asked
 * @texts: for each value of @filter its trimmed and case-folded text, NULL for a number (except for
 *   `contains` and `starts_with`, which are about texts only)
 * @asks_text: whether any value is compared with the cell's text
 * @asks_number: whether any value is compared with the cell's number
 *
 * A filter made ready to be asked about many cells.
 */
typedef struct {
  const PrnFilter *filter;
  char **texts;
  gboolean asks_text, asks_number;
} PrnFilterTest;

/**
 * prn_filter_test_init:
 * @test: what to fill; prn_filter_test_clear() frees it
 * @filter: must outlive @test
 */
void prn_filter_test_init (PrnFilterTest *test, const PrnFilter *filter);

/**
 * prn_filter_test_clear:
 * @test: a test
 */
void prn_filter_test_clear (PrnFilterTest *test);

/**
 * prn_filter_cell_number:
 * @cell: a cell's text
 * @number: (out): its number
 *
 * Reads a cell as a number: decimal, with an optional sign, fraction and exponent, with white space
 * around it and nothing else; finite.
 *
 * Returns: whether the cell is a number
 */
gboolean prn_filter_cell_number (const char *cell, double *number);

/**
 * prn_filter_test_cell:
 * @test: a test
 * @folded: the cell, trimmed and case-folded; empty when it is missing; any text that is not empty
 *   will do if the test asks for none
 * @is_number: whether the cell is a number; not looked at if the test asks for none
 * @number: the number
 *
 * Says whether a cell passes. A missing cell passes `is_not`, `not_in` and `missing` and fails
 * everything else.
 *
 * Returns: whether it does
 */
gboolean prn_filter_test_cell (const PrnFilterTest *test, const char *folded, gboolean is_number,
                               double number);

G_END_DECLS
