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

void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

gboolean
give_up_cb (gpointer user_data)
{
  g_error ("nothing happened for a minute");
  return G_SOURCE_REMOVE;
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
picture (PrnWindow *window, const char *name)
{
  const char *folder = g_getenv ("PERENNIAL_TEST_PICTURES");
  g_autofree char *path = folder != NULL ? g_strdup_printf ("%s/%s.png", folder, name) : NULL;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  settle ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (window)),
                          gtk_widget_get_height (GTK_WIDGET (window)));
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  g_assert_true (gsk_renderer_realize (renderer, NULL, NULL));
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), >, 0);
  if (path != NULL)
    gdk_texture_save_to_png (texture, path);
  gsk_renderer_unrealize (renderer);
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
