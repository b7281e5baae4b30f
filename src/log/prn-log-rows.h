/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log-csv.h"
#include "prn-log-gather.h"
#include "prn-log-guess.h"

G_BEGIN_DECLS

/**
 * PrnLogFields:
 * @n_fields: how many fields a row must have
 * @customer: index of the field
 * @activity: index of the field
 * @time: index of the field
 * @kept: (array length=n_kept): indices of the kept fields, G_MAXUINT for one that the file has not
 * @n_kept: how many
 *
 * Where in a row is what.
 */
typedef struct {
  guint n_fields;
  guint customer, activity, time;
  const guint *kept;
  guint n_kept;
} PrnLogFields;

/**
 * prn_rows_read:
 * @csv: a reader at the first row
 * @source: what it reads, for @progress
 * @plan: how times are read
 * @fields: where in a row is what
 * @gather: takes rows in and counts those that are rejected; as many threads as it has writers read
 * @progress: (nullable): to watch and stop it
 * @error: return location
 *
 * Takes all rows of a CSV file in.
 *
 * Returns: whether it came to the end
 */
gboolean prn_rows_read (PrnCsv *csv, PrnLogSource *source, const PrnLogPlan *plan,
                        const PrnLogFields *fields, PrnGather *gather, PrnProgress *progress,
                        GError **error);

G_END_DECLS
