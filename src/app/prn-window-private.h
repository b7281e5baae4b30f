/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-document.h"
#include "prn-findings.h"
#include "prn-job-bar.h"
#include "prn-log-page.h"
#include "prn-log-session.h"
#include "prn-map-page.h"
#include "prn-start-page.h"
#include "prn-window.h"

G_BEGIN_DECLS

/* What a window does once its log has been read. */
typedef enum {
  PRN_THEN_NOTHING,
  PRN_THEN_SHOW_LOG,
  PRN_THEN_REPLAY,
  PRN_THEN_DISCOVER,
} PrnThen;

/* The window's parts, shared by prn-window.c (pages and actions), prn-window-files.c (what is
 * opened and written) and prn-window-replay.c (what is computed). */
struct _PrnWindow {
  AdwApplicationWindow parent;

  AdwToastOverlay *toasts;
  GtkOverlay *overlay;
  GtkStack *pages;
  PrnStartPage *start_page;
  PrnMapPage *map_page; /* made when first needed, as is the next */
  PrnLogPage *log_page;
  PrnJobBar *job_bar;
  GtkWidget *drop_hint;

  PrnDocument *document;
  PrnLogSession *session;
  PrnFindings *findings;
  PrnJob *job; /* what is going on, other than reading the log */
  PrnThen then;
  char *next_log; /* to be opened after the map that is being opened */
  PrnThen next_then;
  gboolean next_is_sample; /* the map that is being opened is not the user's own */
};

/* Pages. */
void prn_window_show_start (PrnWindow *self);
void prn_window_show_map (PrnWindow *self);
void prn_window_show_log (PrnWindow *self);

/* Enables the actions that make sense now, and shows the job at hand. */
void prn_window_update (PrnWindow *self);

/* Puts a document into the window and shows it; the numbers of a former one go. */
void prn_window_set_document (PrnWindow *self, PrnDocument *document);

/* Stops what is going on, as the user asked. */
void prn_window_cancel (PrnWindow *self);

/**
 * prn_window_run:
 * @self: a window
 * @job: (transfer full): a job; it takes the place of one that goes on
 * @callback: called at its end; ends with prn_window_finish()
 *
 * Starts a job and shows it.
 */
void prn_window_run (PrnWindow *self, PrnJob *job, GAsyncReadyCallback callback);

/**
 * prn_window_finish:
 * @self: (transfer full): the window, as the callback got it
 * @job: the job that ended
 * @result: what the callback got
 * @heading: what could not be done, if it failed
 *
 * Takes a job's result. Tells of a failure, unless the user stopped it.
 *
 * Returns: (transfer full) (nullable): the result; %NULL if there is none or another job counts now
 */
gpointer prn_window_finish (PrnWindow *self, PrnJob *job, GAsyncResult *result,
                            const char *heading);

/* prn-window-files.c */
void prn_window_open_template (PrnWindow *self, const char *id);
void prn_window_open_recent (PrnWindow *self, const char *path);
void prn_window_open_map_dialog (PrnWindow *self);
void prn_window_open_log_dialog (PrnWindow *self);
void prn_window_open_sample (PrnWindow *self);
void prn_window_open_any (PrnWindow *self, GSList *files);
void prn_window_save_as (PrnWindow *self);
void prn_window_export (PrnWindow *self);

/* prn-window-replay.c */
void prn_window_set_log (PrnWindow *self, const char *path, PrnThen then);
void prn_window_replay (PrnWindow *self);
void prn_window_discover (PrnWindow *self);

G_END_DECLS
