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

/* One map that is open in a window, with its log and what goes on with both. The window always has
 * one at hand, which has no page yet as long as there is no map. */
typedef struct {
  AdwTabPage *page;     /* NULL: not in the tab view */
  PrnMapPage *map_page; /* NULL before there is a document; owned by the tab view */
  PrnDocument *document;
  PrnLogSession *session;
  PrnFindings *findings;
  PrnJob *job; /* what is going on, other than reading the log */
  PrnThen then;
  guint n_elements;        /* of the map, to tell when some were removed */
  AdwToast *removed_toast; /* offers to undo that; NULL when it is not shown */
} PrnTab;

/* The window's parts, shared by prn-window.c (pages and jobs), prn-window-actions.c, prn-window-tabs.c
 * (the maps that are open), prn-window-close.c, prn-window-edit.c (undo, save, what became of files),
 * prn-window-files.c (what is opened and exported) and prn-window-replay.c (what is computed). */
struct _PrnWindow {
  AdwApplicationWindow parent;

  AdwToastOverlay *toasts;
  GtkOverlay *overlay;
  GtkStack *pages;
  PrnStartPage *start_page;
  AdwTabView *tab_view;
  PrnLogPage *log_page; /* made when first needed */
  PrnJobBar *job_bar;
  GtkWidget *drop_hint;

  GPtrArray *tabs; /* of PrnTab, in no order */
  PrnTab *tab;     /* the one at hand */
  gboolean closes; /* the window is to go after the tab that is being closed */
  gboolean closes_next; /* the same, of the tab to be closed next */

  GQueue wishes;  /* what is to be opened after what is being opened */
  gboolean opens; /* something is */
};

/* Pages. */
void prn_window_show_start (PrnWindow *self);
void prn_window_show_map (PrnWindow *self);
void prn_window_show_log (PrnWindow *self);

/* Whether that page is the one at hand: "start", "map" or "log". */
gboolean prn_window_shows (PrnWindow *self, const char *page);

/* prn-window-actions.c */
void prn_window_add_actions (PrnWindow *self);

/* Enables the actions that make sense now, and shows the job at hand. */
void prn_window_update (PrnWindow *self);

/* The document at hand, NULL if none. */
PrnDocument *prn_window_get_document (PrnWindow *self);

/* prn-window-tabs.c */

/* Makes the tab view and the first tab. */
void prn_window_init_tabs (PrnWindow *self);
void prn_window_dispose_tabs (PrnWindow *self);

/* Shows a document in a tab of its own, or in the tab at hand if that has none or a blank one. */
void prn_window_set_document (PrnWindow *self, PrnDocument *document);

/* Shows the tab of that file, if there is one; returns whether. */
gboolean prn_window_show_file (PrnWindow *self, const char *path);

/* Walks through the tabs. */
void prn_window_next_tab (PrnWindow *self);
void prn_window_previous_tab (PrnWindow *self);

/* Makes another tab the one at hand. */
void prn_window_select_tab (PrnWindow *self, PrnTab *tab);

/* The tab of a page of the tab view, NULL if there is none. */
PrnTab *prn_window_find_tab (PrnWindow *self, AdwTabPage *page);

/* What the map in a tab is called. */
const char *prn_tab_get_title (PrnTab *tab);

/* Lets the tab view close the page of a tab. The tab at hand is never none: without maps it is one
 * without a page. */
void prn_window_remove_tab (PrnWindow *self, PrnTab *tab);

/* prn-window-close.c */

/* Listens to the tab view. */
void prn_window_init_closing (PrnWindow *self);

/* Closes the tab at hand, after asking. */
void prn_window_close_tab (PrnWindow *self);

/* Asks what is to become of what is not saved, one map after the other; at last closes the window.
 * Returns whether there is nothing to ask. */
gboolean prn_window_ask_to_close (PrnWindow *self);

/* prn-window-palette.c */
void prn_window_show_palette (PrnWindow *self);

/* prn-window-edit.c */
void prn_window_undo (PrnWindow *self);
void prn_window_redo (PrnWindow *self);
void prn_window_save (PrnWindow *self);
void prn_window_save_as (PrnWindow *self);
void prn_window_revert (PrnWindow *self);
void prn_window_keep_mine (PrnWindow *self);
void prn_window_take_theirs (PrnWindow *self);
void prn_window_merge (PrnWindow *self);

/**
 * PrnSavedFunc:
 * @self: a window
 * @tab: whose map was saved
 */
typedef void (*PrnSavedFunc) (PrnWindow *self, PrnTab *tab);

/**
 * prn_window_save_tab:
 * @self: a window
 * @tab: a tab with a document
 * @path: (nullable): where to; %NULL for its own file, or to ask
 * @saved: (nullable): called when it was written
 *
 * Saves a map, and tells if that fails.
 */
void prn_window_save_tab (PrnWindow *self, PrnTab *tab, const char *path, PrnSavedFunc saved);

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
void prn_window_export (PrnWindow *self);

/* Forgets what is to be opened. */
void prn_window_clear_wishes (PrnWindow *self);

/* prn-window-replay.c */
void prn_window_set_log (PrnWindow *self, const char *path, PrnThen then);
void prn_window_replay (PrnWindow *self);

/* The log of the tab at hand may have got on while another tab was. */
void prn_window_log_changed (PrnWindow *self);
void prn_window_discover (PrnWindow *self);

G_END_DECLS
