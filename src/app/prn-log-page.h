/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "prn-log-session.h"
#include "prn-map.h"

G_BEGIN_DECLS

#define PRN_TYPE_LOG_PAGE (prn_log_page_get_type ())
G_DECLARE_FINAL_TYPE (PrnLogPage, prn_log_page, PRN, LOG_PAGE, AdwBin)

/* What was guessed about a log, open to be changed, and which of its activities are events of the
 * map. A change is read at once. */

/* Returns: a page without a log */
GtkWidget *prn_log_page_new (void);

/**
 * prn_log_page_set_session:
 * @self: a page
 * @session: (nullable): the log
 *
 * Shows a log.
 */
void prn_log_page_set_session (PrnLogPage *self, PrnLogSession *session);

/**
 * prn_log_page_set_map:
 * @self: a page
 * @map: (nullable): the map that the log is to be replayed on
 *
 * Matches the activities with the events of a map.
 */
void prn_log_page_set_map (PrnLogPage *self, PrnMap *map);

G_END_DECLS
