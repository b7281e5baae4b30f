/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-activation.h"

/* Who cannot see a button can press it all the same where it is scrolled out of view. A menu that
 * opens there is nowhere to be seen, and where that is off the screen GTK 4.8 finds no monitor for it
 * and says so. A button that is pressed without a pointer is not clicked before a quarter of a
 * second has passed; by then the viewport around it has followed the focus. */
static gboolean
activated_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *button = g_value_get_object (&values[0]);

  if (!gtk_widget_has_focus (button) && gtk_widget_get_ancestor (button, GTK_TYPE_VIEWPORT) != NULL)
    gtk_widget_grab_focus (button);
  return G_SOURCE_CONTINUE;
}

void
prn_activation_follow (void)
{
  g_autoptr (GTypeClass) buttons = g_type_class_ref (GTK_TYPE_BUTTON);

  g_signal_add_emission_hook (g_signal_lookup ("activate", G_TYPE_FROM_CLASS (buttons)), 0,
                              activated_cb, NULL, NULL);
}
