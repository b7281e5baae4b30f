/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-window
 *
 * Shows an empty GTK window and ends after its first frame: what any GTK program takes to start. */

#include <gtk/gtk.h>

static void
after_paint_cb (GdkFrameClock *clock, GtkApplication *application)
{
  g_application_quit (G_APPLICATION (application));
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    application);
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application =
      gtk_application_new ("app.perennial.BenchWindow", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
