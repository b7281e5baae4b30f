/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-log.h"
#include "prn-progress.h"

G_BEGIN_DECLS

/**
 * PrnLogOptions:
 * @customer: (nullable): column of the customer, by header or `#N`; NULL guesses, as for all below
 * @event: (nullable): column of the activity
 * @time: (nullable): column of the time
 * @stage_column: (nullable): column of the stage a customer is now in; takes the place of @event. A
 *   column `stage` that would serve as the event is guessed to be one
 * @trigger_column: (nullable): column of the trigger that moved the customer there; only where there
 *   is a stage column, and then a column `trigger` is guessed
 * @time_format: (nullable): `YYYY-MM-DD`, `DD/MM/YYYY hh:mm`,
 *   `MM/DD/YY`, `D MMM YYYY`, `YYYYMMDD`: the order of the letters counts, and what the order
 *   leaves open may vary; a pattern of strptime(): `%d.%m.%Y %H:%M`; or `epoch-s`, `epoch-ms`,
 *   `epoch-us`, `epoch-ns`; NULL guesses
 * @zone: (nullable): zone of times that state none: `Europe/Berlin`, `+02:00`; NULL is UTC
 * @delimiter: 0 guesses
 * @encoding: (nullable): `UTF-8`, `UTF-16LE`, `UTF-16BE`, `WINDOWS-1252` or another name iconv
 *   knows
 * @no_header: the first row is data
 * @columns: (nullable) (array zero-terminated=1): columns whose cells are kept; one that the file
 *   has not is no error (every cell is missing)
 * @keep_lines: keep each row's line
 * @threads: 0: as many as there are processors; the result is the same
 * @max_rejects: how many rejected rows are kept with line and reason; 0 is %PRN_LOG_MAX_REJECTS,
 *   G_MAXUINT all
 *
 * How to read a log. Zero-initialise it.
 */
typedef struct {
  const char *customer;
  const char *event;
  const char *time;
  const char *stage_column;
  const char *trigger_column;
  const char *time_format;
  const char *zone;
  char delimiter;
  const char *encoding;
  gboolean no_header;
  const char *const *columns;
  gboolean keep_lines;
  guint threads;
  guint max_rejects;
} PrnLogOptions;

/**
 * PrnLogGuess:
 * @format: `csv` or `xes`
 * @compression: `none` or `gzip`
 * @encoding: `UTF-8` ...
 * @line_ends: `LF`, `CRLF` or `CR`
 * @delimiter: of a CSV
 * @has_bom: the file begins with a byte order mark
 * @has_header: the first row names the columns
 * @columns: (array zero-terminated=1): headers, or `#1`, `#2` ... without one
 * @n_columns: how many
 * @customer: index of the column, -1 when none was found
 * @event: index of the column, or -1
 * @time: index of the column, or -1
 * @stage: index of the column of the stage, or -1; when there is one, @event is -1
 * @trigger: index of the column of the trigger, or -1
 * @time_format: a name for people and for `--time-format`: `YYYY-MM-DD hh:mm:ss`, `epoch-us` ...
 * @zone: `UTC`, the given zone, or `in each value`
 * @notes: (array zero-terminated=1): sentences on what was not certain (day and month could be
 *   either way round ...)
 * @rows: (array): up to 20 first rows, each of @n_columns texts, NULL-terminated list of lists
 *
 * What a file seems to be, or was told to be.
 */
typedef struct {
  char *format;
  char *compression;
  char *encoding;
  char *line_ends;
  char delimiter;
  gboolean has_bom;
  gboolean has_header;
  char **columns;
  guint n_columns;
  int customer, event, time, stage, trigger;
  char *time_format;
  char *zone;
  char **notes;
  char ***rows;
} PrnLogGuess;

void prn_log_guess_free (PrnLogGuess *guess);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnLogGuess, prn_log_guess_free)

/**
 * prn_log_guess:
 * @path: a CSV or XES file, plain or gzip; `-` for standard input
 * @options: what is known already
 * @error: return location; the message begins with @path
 *
 * Looks at a file: its beginning and samples spread over the rest, and for what needs it
 * (day before month?) the whole time column.
 *
 * Returns: (transfer full): what was found
 */
PrnLogGuess *prn_log_guess (const char *path, const PrnLogOptions *options, GError **error);

/**
 * prn_log_read:
 * @path: a CSV or XES file, plain or gzip; `-` for standard input
 * @options: how to read it
 * @guess: (out) (optional) (transfer full): what was guessed
 * @progress: (nullable): to watch and stop it
 * @error: return location; the message begins with @path
 *
 * Reads a whole log. Rows that cannot be taken in are counted as rejects. It is an error when a
 * column that was named is not there, when no column serves as customer, event or
 * time, or when the file is neither CSV nor XES.
 *
 * Returns: (transfer full): the log
 */
PrnLog *prn_log_read (const char *path, const PrnLogOptions *options, PrnLogGuess **guess,
                      PrnProgress *progress, GError **error);

/**
 * prn_log_convert:
 * @path: a log of any kind that prn_log_read() reads
 * @options: how to read it
 * @output: a CSV file, `-` for standard output; written whole or not at all
 * @progress: (nullable): to watch and stop it
 * @error: return location
 *
 * Writes a log as CSV (UTF-8, comma, LF, RFC 4180): for an XES the columns
 * `case:concept:name`, `concept:name`, `time:timestamp`, then every other event attribute and
 * `case:`-prefixed trace attribute in the order they first come; rows in the order of the file.
 *
 * Returns: whether it was written
 */
gboolean prn_log_convert (const char *path, const PrnLogOptions *options, const char *output,
                          PrnProgress *progress, GError **error);

G_END_DECLS
