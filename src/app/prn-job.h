/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-progress.h"

G_BEGIN_DECLS

#define PRN_TYPE_JOB (prn_job_get_type ())
G_DECLARE_FINAL_TYPE (PrnJob, prn_job, PRN, JOB, GObject)

/* A piece of work in a thread that can be watched and stopped.
 *
 * Properties: `fraction` (double, 0 to 1, notified ten times a second while the work lasts). */

/**
 * PrnJobFunc:
 * @data: what prn_job_new() was given
 * @progress: to be written to and looked at often
 * @error: return location
 *
 * The work; runs in a thread.
 *
 * Returns: (transfer full) (nullable): the result, %NULL with @error set
 */
typedef gpointer (*PrnJobFunc) (gpointer data, PrnProgress *progress, GError **error);

/**
 * prn_job_new:
 * @label: what is being done, for the user: `Reading events.csv`
 * @func: the work
 * @data: (transfer full) (nullable): for @func
 * @free_data: (nullable): frees @data
 * @free_result: frees a result that nobody took
 *
 * Returns: (transfer full): a job that has not begun
 */
PrnJob *prn_job_new (const char *label, PrnJobFunc func, gpointer data, GDestroyNotify free_data,
                     GDestroyNotify free_result);

/**
 * prn_job_start:
 * @self: a job, started once
 * @callback: called in the main thread at the end; @self is the source object
 * @user_data: for @callback
 *
 * Begins the work. The job keeps itself alive until its end.
 */
void prn_job_start (PrnJob *self, GAsyncReadyCallback callback, gpointer user_data);

/**
 * prn_job_finish:
 * @self: a job
 * @result: what the callback was given
 * @error: return location; %G_IO_ERROR_CANCELLED after prn_job_cancel()
 *
 * Returns: (transfer full) (nullable): what the work gave, %NULL with @error set
 */
gpointer prn_job_finish (PrnJob *self, GAsyncResult *result, GError **error);

/**
 * prn_job_cancel:
 * @self: a job
 *
 * Asks the work to stop. Its callback is still called, with %G_IO_ERROR_CANCELLED.
 */
void prn_job_cancel (PrnJob *self);

/* What is being done, for the user. */
const char *prn_job_get_label (PrnJob *self);

/* How much is done, 0 to 1. */
double prn_job_get_fraction (PrnJob *self);

G_END_DECLS
