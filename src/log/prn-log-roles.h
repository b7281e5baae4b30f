/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-sample.h"
#include "prn-log-time-format.h"

G_BEGIN_DECLS

typedef enum { PRN_ROLE_CUSTOMER, PRN_ROLE_EVENT, PRN_ROLE_TIME, PRN_N_ROLES } PrnLogRole;

/**
 * PrnLogColumnFacts:
 * @name: the header or `#N`
 * @n_values: how many values of the sample are not empty
 * @n_distinct: how many different ones, counted up to some thousands
 * @n_numbers: how many are numbers
 * @time: what they are as times
 *
 * What a sample shows of a column.
 */
typedef struct {
  const char *name;
  guint n_values, n_distinct, n_numbers;
  PrnTimeSample time;
} PrnLogColumnFacts;

/**
 * prn_log_column_facts:
 * @sample: rows
 * @has_header: the first row is none
 * @columns: names
 * @n_columns: how many
 *
 * Returns: (transfer full) (element-type PrnLogColumnFacts): what the values show, column by column
 */
GArray *prn_log_column_facts (const PrnLogSample *sample, gboolean has_header, char *const *columns,
                              guint n_columns);

/**
 * prn_log_guess_roles:
 * @facts: (element-type PrnLogColumnFacts): what is known of the columns
 * @n_rows: how many rows of the sample hold data
 * @has_header: whether the names mean something
 * @roles: (inout) (array fixed-size=3): column of each role; -1 is to be guessed, and stays where
 *   nothing fits
 * @notes: (element-type utf8): takes sentences on what was not certain
 *
 * Finds columns by the names that are usual, as far as their values agree.
 */
void prn_log_guess_roles (GArray *facts, guint n_rows, gboolean has_header, int *roles,
                          GPtrArray *notes);

/* Whether a header is one of the names that are usual for a role. */
gboolean prn_log_is_role_name (const char *header);

G_END_DECLS
