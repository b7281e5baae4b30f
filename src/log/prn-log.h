/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An event log in memory: columns of integers, rows grouped by customer and ordered by
 * (time, line) within each. It knows nothing of maps.
 *
 * Rows are kept in parts: a customer's rows are all in one part, and customers are spread
 * over parts by a hash of their id, so that a part fits into the processor's cache and
 * parts can be worked on by several threads. The order of parts, and of customers in a
 * part, says nothing but does not depend on the number of threads. */

typedef struct _PrnLog PrnLog;

/**
 * PrnLogPart:
 * @n_customers: how many customers
 * @n_rows: how many rows
 * @first_row: (array length=n_customers+1): where each customer's rows begin; they end where the
 *   next one's begin
 * @id_offset: (array length=n_customers+1): where each customer's id begins in @ids
 * @ids: the ids, trimmed, UTF-8, not terminated
 * @time: (array length=n_rows): microseconds since 1970 UTC
 * @activity: (array length=n_rows): index into the log's activities
 * @line: (array length=n_rows) (nullable): line in the file where the row begins, from 1; kept on
 *   demand
 * @cells: (array): for each kept column an array of @n_rows value indices of that column,
 *   0 being an empty cell
 */
typedef struct {
  guint32 n_customers;
  guint32 n_rows;
  guint32 *first_row;
  guint32 *id_offset;
  char *ids;
  gint64 *time;
  guint32 *activity;
  guint64 *line;
  guint32 **cells;
} PrnLogPart;

/* A row that was not taken in. */
typedef struct {
  guint64 line;
  char *reason; /* see prn-reject.h */
} PrnReject;

/* The first so many rejects of a log are kept with line and reason; all are counted. */
#define PRN_LOG_MAX_REJECTS 100

PrnLog *prn_log_ref (PrnLog *log);
void prn_log_unref (PrnLog *log);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnLog, prn_log_unref)

/* The parts hold whole customers; how many there are does not change what a replay gives. */
guint prn_log_n_parts (PrnLog *log);
const PrnLogPart *prn_log_part (PrnLog *log, guint index);

/* Different customers among the accepted rows. */
guint64 prn_log_n_customers (PrnLog *log);

/* Rows with content in the file, the header not among them: accepted and rejected. */
guint64 prn_log_n_read (PrnLog *log);
guint64 prn_log_n_accepted (PrnLog *log);
guint64 prn_log_n_rejected (PrnLog *log);

/**
 * prn_log_rejects:
 * @log: a log
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the first rejected rows in the order of the file; more
 *   than %PRN_LOG_MAX_REJECTS only where the reader was asked for more
 */
const PrnReject *prn_log_rejects (PrnLog *log, guint *n);

/* The earliest and the latest time of an accepted row; 0 without rows. */
gint64 prn_log_first_time (PrnLog *log);
gint64 prn_log_last_time (PrnLog *log);

/**
 * prn_log_n_activities:
 * @log: a log
 *
 * Returns: how many different activities there are, trimmed and Unicode case-folded
 */
guint prn_log_n_activities (PrnLog *log);

/* The spelling that comes first in the file, trimmed; its case-folded form; how many rows have it.
 */
const char *prn_log_activity (PrnLog *log, guint activity);
const char *prn_log_activity_folded (PrnLog *log, guint activity);
guint64 prn_log_activity_rows (PrnLog *log, guint activity);

/**
 * prn_log_column:
 * @log: a log
 * @name: a column's header or `#N`
 *
 * Returns: which of the kept columns it is, or -1, also for one that was to be kept and that the
 *   file has not
 */
int prn_log_column (PrnLog *log, const char *name);
guint prn_log_n_columns (PrnLog *log);
const char *prn_log_column_name (PrnLog *log, guint column);

/**
 * prn_log_n_values:
 * @log: a log
 * @column: one of the kept columns
 *
 * Returns: how many different values the column has, the empty one (index 0) among them
 */
guint prn_log_n_values (PrnLog *log, guint column);

/* A value's text as in the file, trimmed. */
const char *prn_log_value (PrnLog *log, guint column, guint value);

/**
 * prn_log_has_stage_column:
 * @log: a log
 *
 * Returns: whether the rows' activity is the name of a stage, not of an event
 */
gboolean prn_log_has_stage_column (PrnLog *log);

/**
 * prn_log_trigger_column:
 * @log: a log
 *
 * Returns: in a log of stages the kept column that names the trigger of each move, or -1
 */
int prn_log_trigger_column (PrnLog *log);

/**
 * prn_log_find_customer:
 * @log: a log
 * @id: a customer's id
 * @part: (out): the part
 * @customer: (out): the customer in the part
 *
 * Returns: whether there is such a customer
 */
gboolean prn_log_find_customer (PrnLog *log, const char *id, guint *part, guint *customer);

/* What a case-folded text is, for matching: trimmed (Unicode white space at both ends), valid UTF-8
 * normalised to NFC and g_utf8_casefold()ed. The engine folds the map's names with the same
 * function. */
char *prn_log_fold (const char *text, gssize length);

G_END_DECLS
