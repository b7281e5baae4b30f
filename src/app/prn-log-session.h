/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-job.h"
#include "prn-log-read.h"
#include "prn-replay-again.h"

G_BEGIN_DECLS

#define PRN_TYPE_LOG_SESSION (prn_log_session_get_type ())
G_DECLARE_FINAL_TYPE (PrnLogSession, prn_log_session, PRN, LOG_SESSION, GObject)

/* A log file, how it is to be read, and what came of it.
 *
 * prn_log_session_read() first guesses, then reads everything, each in a thread; the signal
 * `changed` tells of every step: a guess, a log, an error, a new job or none. */

/* What the user may decide instead of the guess. */
typedef enum {
  PRN_LOG_CHOICE_CUSTOMER,
  PRN_LOG_CHOICE_EVENT,
  PRN_LOG_CHOICE_TIME,
  PRN_LOG_CHOICE_STAGE,
  PRN_LOG_CHOICE_TIME_FORMAT,
  PRN_LOG_CHOICE_ZONE,
  PRN_LOG_CHOICE_DELIMITER,
  PRN_LOG_CHOICE_ENCODING,
} PrnLogChoice;

#define PRN_N_LOG_CHOICES (PRN_LOG_CHOICE_ENCODING + 1)

/**
 * prn_log_session_new:
 * @path: a log file
 *
 * Returns: (transfer full): a session that nothing was read from yet
 */
PrnLogSession *prn_log_session_new (const char *path);

/* The last part of the file's path, for the user. */
const char *prn_log_session_get_name (PrnLogSession *self);

/**
 * prn_log_session_set_choice:
 * @self: a session
 * @choice: what is decided
 * @value: (nullable): how; %NULL or an empty text leaves it to the guess
 *
 * Decides something. Takes effect with the next prn_log_session_read().
 *
 * Returns: whether this is another decision than before
 */
gboolean prn_log_session_set_choice (PrnLogSession *self, PrnLogChoice choice, const char *value);

/**
 * prn_log_session_set_no_header:
 * @self: a session
 * @no_header: whether the first row is data
 *
 * Returns: whether this is another decision than before
 */
gboolean prn_log_session_set_no_header (PrnLogSession *self, gboolean no_header);

/**
 * prn_log_session_set_columns:
 * @self: a session
 * @columns: (array zero-terminated=1): what prn_plan_columns() asks for
 *
 * Names the columns whose cells are to be kept. Takes effect with the next
 * prn_log_session_read().
 *
 * Returns: whether these are other columns than before
 */
gboolean prn_log_session_set_columns (PrnLogSession *self, const char *const *columns);

/**
 * prn_log_session_read:
 * @self: a session
 *
 * Begins to guess and read, after stopping what was going on.
 */
void prn_log_session_read (PrnLogSession *self);

/* Stops reading; there will be no log. */
void prn_log_session_cancel (PrnLogSession *self);

/* (nullable): what is going on now. */
PrnJob *prn_log_session_get_job (PrnLogSession *self);

/* (nullable): what the file seems to be; kept while it is being read again. */
const PrnLogGuess *prn_log_session_get_guess (PrnLogSession *self);

/* (nullable): the rows, once all are read the way it was decided. */
PrnLog *prn_log_session_get_log (PrnLogSession *self);

/* (nullable): what replays of the log leave for the next one; there whenever the log is. */
PrnReplayMemory *prn_log_session_get_memory (PrnLogSession *self);

/* (nullable): why there is no log. */
const GError *prn_log_session_get_error (PrnLogSession *self);

G_END_DECLS
