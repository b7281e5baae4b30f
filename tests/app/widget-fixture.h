/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* What the tests of widgets in process share.
 *
 * With PERENNIAL_TEST_PICTURES naming a folder, pictures are written into it, to be looked at. */

/* Does all there is to do. */
void settle (void);

/* Ends the test: a minute is over. */
gboolean give_up_cb (gpointer user_data);

/* Runs the main loop until something is there. */
#define WAIT_FOR(condition)                                        \
  G_STMT_START {                                                   \
    guint patience = g_timeout_add_seconds (60, give_up_cb, NULL); \
    while (!(condition))                                           \
      g_main_context_iteration (NULL, TRUE);                       \
    g_source_remove (patience);                                    \
  }                                                                \
  G_STMT_END

/* Draws a widget, and keeps the picture if that is asked for. */
void picture (GtkWidget *widget, const char *name);
