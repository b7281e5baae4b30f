/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log.h"

G_BEGIN_DECLS

/* Makes a small log from rows in memory, as tests and generators need it. */

typedef struct _PrnLogBuilder PrnLogBuilder;

void prn_log_builder_free (PrnLogBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnLogBuilder, prn_log_builder_free)

/**
 * prn_log_builder_new:
 * @columns: (nullable) (array zero-terminated=1): names of the columns to keep
 * @n_parts: over how many parts the customers are spread at most; a power of two
 *
 * Returns: (transfer full): a builder without rows
 */
PrnLogBuilder *prn_log_builder_new (const char *const *columns, guint n_parts);

/**
 * prn_log_builder_set_stage_column:
 * @builder: a builder
 * @stage_column: whether the rows' activity is the name of a stage
 */
void prn_log_builder_set_stage_column (PrnLogBuilder *builder, gboolean stage_column);

/**
 * prn_log_builder_set_trigger_column:
 * @builder: a builder of a log of stages
 * @column: which of the kept columns names the trigger of each move
 */
void prn_log_builder_set_trigger_column (PrnLogBuilder *builder, guint column);

/**
 * prn_log_builder_add:
 * @builder: a builder
 * @customer: a customer's id; trimmed; empty rejects the row
 * @activity: the activity; trimmed; empty rejects the row
 * @time: microseconds since 1970 UTC
 * @cells: (nullable) (array): one text for each column given to prn_log_builder_new(), NULL and ""
 *   for a missing one
 *
 * Adds a row, whose line is the number of rows so far (the first is line 1).
 */
void prn_log_builder_add (PrnLogBuilder *builder, const char *customer, const char *activity,
                          gint64 time, const char *const *cells);

/**
 * prn_log_builder_reject:
 * @builder: a builder
 * @reason: why the row was not taken in
 *
 * Adds a row that was not taken in.
 */
void prn_log_builder_reject (PrnLogBuilder *builder, const char *reason);

/**
 * prn_log_builder_end:
 * @builder: (transfer full): a builder
 *
 * Returns: (transfer full): the log, with every row's line kept
 */
PrnLog *prn_log_builder_end (PrnLogBuilder *builder);

G_END_DECLS
