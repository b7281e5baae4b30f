/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-preferences.h"

#include "prn-naming.h"
#include "prn-settings.h"

struct _PrnPreferences {
  AdwPreferencesWindow parent;

  AdwComboRow *theme;
  GtkSwitch *wheel_zooms;
  GtkSwitch *grid;
  GtkSwitch *autosave;
  GSettings *settings; /* nullable */
};

G_DEFINE_TYPE (PrnPreferences, prn_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* The rows of the menu, by the target of the action `app.style`. */
static const char *const styles[] = { "default", "light", "dark" };

static void
prn_preferences_dispose (GObject *object)
{
  g_clear_object (&PRN_PREFERENCES (object)->settings);

  G_OBJECT_CLASS (prn_preferences_parent_class)->dispose (object);
}

static GActionGroup *
application (void)
{
  return G_ACTION_GROUP (g_application_get_default ());
}

static void
theme_cb (PrnPreferences *self)
{
  guint chosen = adw_combo_row_get_selected (self->theme);

  if (chosen < G_N_ELEMENTS (styles))
    g_action_group_change_action_state (application (), "style",
                                        g_variant_new_string (styles[chosen]));
}

static void
prn_preferences_class_init (PrnPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = prn_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/perennial/Perennial/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, PrnPreferences, theme);
  gtk_widget_class_bind_template_child (widget_class, PrnPreferences, wheel_zooms);
  gtk_widget_class_bind_template_child (widget_class, PrnPreferences, grid);
  gtk_widget_class_bind_template_child (widget_class, PrnPreferences, autosave);
}

static void
show_theme (PrnPreferences *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (application (), "style");

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (state != NULL && g_str_equal (g_variant_get_string (state, NULL), styles[i]))
      adw_combo_row_set_selected (self->theme, i);
}

static void
bind (PrnPreferences *self, const char *key, GtkSwitch *widget)
{
  if (self->settings != NULL)
    g_settings_bind (self->settings, key, widget, "active", G_SETTINGS_BIND_DEFAULT);
  else
    gtk_widget_set_sensitive (GTK_WIDGET (widget), FALSE);
}

static void
prn_preferences_init (PrnPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  prn_naming_fill (GTK_WIDGET (self));
  self->settings = prn_settings_new ();
  show_theme (self);
  g_signal_connect_object (self->theme, "notify::selected", G_CALLBACK (theme_cb), self,
                           G_CONNECT_SWAPPED);
  bind (self, "wheel-zooms", self->wheel_zooms);
  bind (self, "grid", self->grid);
  bind (self, "autosave", self->autosave);
}

GtkWidget *
prn_preferences_new (GtkWindow *parent)
{
  return g_object_new (PRN_TYPE_PREFERENCES, "transient-for", parent, NULL);
}
