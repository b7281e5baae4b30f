/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-progress.h"

G_BEGIN_DECLS

/* A line on the standard error that says how far a long piece of work is. It is there only if the
 * standard error is a terminal, and only once the work has lasted half a second. */

typedef struct _PrnCliProgress PrnCliProgress;

/**
 * prn_cli_progress_start:
 * @label: what is being done: `Reading log.csv`
 *
 * Returns: (transfer full): the progress; prn_cli_progress_stop() takes the line away
 */
PrnCliProgress *prn_cli_progress_start (const char *label);

/* Takes the line away and frees the progress; to be called before anything else is said. */
void prn_cli_progress_stop (PrnCliProgress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnCliProgress, prn_cli_progress_stop)

/* What the work is given. */
PrnProgress *prn_cli_progress_get (PrnCliProgress *progress);

G_END_DECLS
