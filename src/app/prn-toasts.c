/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-toasts.h"

#include "prn-naming.h"

#define START "prn-start"
#define END   "prn-end"

typedef void (*ToastFunc) (AdwToastOverlay *overlay, GtkWidget *toast);

/* The widgets of the messages are the overlay's own. */
static void
foreach_shown (AdwToastOverlay *overlay, ToastFunc func)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (overlay))
      func (overlay, child);
}

static int
side (AdwToastOverlay *overlay, const char *which)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (overlay), which));
}

static void
place (AdwToastOverlay *overlay, GtkWidget *toast)
{
  gtk_widget_set_margin_start (toast, side (overlay, START));
  gtk_widget_set_margin_end (toast, side (overlay, END));
}

static void
show (AdwToastOverlay *overlay, GtkWidget *toast)
{
  prn_naming_fill (toast);
  place (overlay, toast);
}

void
prn_toasts_show (AdwToastOverlay *overlay, AdwToast *toast)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  adw_toast_overlay_add_toast (overlay, toast);
  foreach_shown (overlay, show);
}

static gboolean
place_cb (gpointer user_data)
{
  foreach_shown (user_data, place);
  return G_SOURCE_REMOVE;
}

void
prn_toasts_set_sides (AdwToastOverlay *overlay, int start, int end)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  if (start == side (overlay, START) && end == side (overlay, END))
    return;
  g_object_set_data (G_OBJECT (overlay), START, GINT_TO_POINTER (start));
  g_object_set_data (G_OBJECT (overlay), END, GINT_TO_POINTER (end));
  /* A panel folds while room is being shared out, and then nothing may ask for more of it. */
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_cb, g_object_ref (overlay), g_object_unref);
}
