/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "prn-job.h"

G_BEGIN_DECLS

#define PRN_TYPE_JOB_BAR (prn_job_bar_get_type ())
G_DECLARE_FINAL_TYPE (PrnJobBar, prn_job_bar, PRN, JOB_BAR, AdwBin)

/* Shows a job: what is being done, how far it is, a Cancel button. Jobs that end soon do not show
 * up at all.
 *
 * Signals: `cancelled` (the user wants the job to stop). */

/* Returns: a bar that shows nothing */
GtkWidget *prn_job_bar_new (void);

/**
 * prn_job_bar_set_job:
 * @self: a bar
 * @job: (nullable): what to show; its end is not noticed, set %NULL then
 *
 * Shows a job.
 */
void prn_job_bar_set_job (PrnJobBar *self, PrnJob *job);

G_END_DECLS
