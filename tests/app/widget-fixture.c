/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widget-fixture.h"

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

void
picture (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("PERENNIAL_TEST_PICTURES");
  g_autofree char *path = folder != NULL ? g_strdup_printf ("%s/%s.png", folder, name) : NULL;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gtk_test_widget_wait_for_draw (widget);
  settle ();
  gtk_test_widget_wait_for_draw (widget);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  g_assert_true (gsk_renderer_realize (renderer, NULL, NULL));
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), >, 0);
  if (path != NULL)
    gdk_texture_save_to_png (texture, path);
  gsk_renderer_unrealize (renderer);
}
