/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-application.h"
#include "prn-window-private.h"

/* What the tests of the window in process share.
 *
 * With PERENNIAL_TEST_PICTURES naming a folder, pictures are written into it, to be looked at. */

extern PrnApplication *application;

/* Makes the application. */
void window_fixture_init (int *argc, char ***argv);

/* Path of a file of data/samples. */
char *sample (const char *name);

/* Does all there is to do. */
void settle (void);

/* Ends the test: a minute is over. */
gboolean give_up_cb (gpointer user_data);

/* Runs the main loop until something is there. */
#define WAIT_FOR(condition)                                    \
  G_STMT_START {                                               \
    guint patience = g_timeout_add_seconds (60, give_up_cb, NULL); \
    while (!(condition))                                       \
      g_main_context_iteration (NULL, TRUE);                   \
    g_source_remove (patience);                                \
  }                                                            \
  G_STMT_END

PrnWindow *window_new (void);
void window_close (PrnWindow *window);

/* Draws a window, and keeps the picture if that is asked for. */
void picture (PrnWindow *window, const char *name);

/* Whether the window can be as small as that. */
void assert_fits (PrnWindow *window, int width, int height);

/* Which page is in view: `start`, `map` or `log`. */
const char *page_of (PrnWindow *window);

/* Actions of the window. */
gboolean enabled (PrnWindow *window, const char *action);
void activate (PrnWindow *window, const char *action);
