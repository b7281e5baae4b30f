/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-fixture.h"

PrnApplication *application;

void
window_fixture_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  application = prn_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
}

char *
sample (const char *name)
{
  const char *root = g_getenv ("PERENNIAL_SOURCE_ROOT");

  g_assert_nonnull (root);
  return g_build_filename (root, "data", "samples", name, NULL);
}

PrnWindow *
window_new (void)
{
  PrnWindow *window = PRN_WINDOW (prn_window_new (ADW_APPLICATION (application)));

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  settle ();
  return window;
}

void
window_close (PrnWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

void
assert_fits (PrnWindow *window, int width, int height)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, width);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, height);
}

const char *
page_of (PrnWindow *window)
{
  return gtk_stack_get_visible_child_name (window->pages);
}

gboolean
enabled (PrnWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

void
activate (PrnWindow *window, const char *action)
{
  g_test_message ("%s", action);
  g_assert_true (enabled (window, action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
  settle ();
}
