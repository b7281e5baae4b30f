/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-application.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"
#include "prn-actions.h"
#include "prn-activation.h"
#include "prn-settings.h"
#include "ui-resources.h"
#include "prn-window.h"

struct _PrnApplication {
  AdwApplication parent;

  gboolean exit_after_first_frame;
};

G_DEFINE_TYPE (PrnApplication, prn_application, ADW_TYPE_APPLICATION)

/* The ways to be light or dark: target of the action, nick in the settings, for the toolkit. */
static const struct {
  const char *name;
  const char *nick;
  AdwColorScheme scheme;
} styles[] = {
  { "default", "system", ADW_COLOR_SCHEME_DEFAULT },
  { "light", "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", "dark", ADW_COLOR_SCHEME_FORCE_DARK },
};

static void
style_change (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  const char *name = g_variant_get_string (value, NULL);
  g_autoptr (GSettings) settings = prn_settings_new ();

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++) {
    if (!g_str_equal (styles[i].name, name))
      continue;
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), styles[i].scheme);
    if (settings != NULL)
      g_settings_set_string (settings, "theme", styles[i].nick);
    g_simple_action_set_state (action, value);
  }
}

static void
restore_style (PrnApplication *self)
{
  g_autoptr (GSettings) settings = prn_settings_new ();
  g_autofree char *nick = settings != NULL ? g_settings_get_string (settings, "theme") : NULL;
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "style");

  for (guint i = 1; i < G_N_ELEMENTS (styles); i++)
    if (g_strcmp0 (nick, styles[i].nick) == 0) {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), styles[i].scheme);
      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (styles[i].name));
    }
}

static GtkWidget *
add_window (PrnApplication *self)
{
  return prn_window_new (ADW_APPLICATION (self));
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (add_window (user_data)));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  prn_dialog_about (gtk_application_get_active_window (user_data));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each window is asked, as if it were closed by hand. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry entries[] = {
  { .name = "new-window", .activate = new_window_action },
  { .name = "style", .parameter_type = "s", .state = "'default'", .change_state = style_change },
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

static void
after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  g_application_quit (user_data);
}

static gboolean
first_frame_cb (GtkWidget *window, GdkFrameClock *clock, gpointer user_data)
{
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), user_data);
  return G_SOURCE_REMOVE;
}

static void
present (PrnApplication *self, GtkWidget *window)
{
  if (self->exit_after_first_frame)
    gtk_widget_add_tick_callback (window, first_frame_cb, self, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
prn_application_activate (GApplication *application)
{
  PrnApplication *self = PRN_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  present (self, window != NULL ? GTK_WIDGET (window) : add_window (self));
}

static gboolean
is_map (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, ".json");
}

/* Each map gets a tab; a log goes with the map before it, one without a map is asked about. */
static void
prn_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  PrnApplication *self = PRN_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
  GtkWidget *window = PRN_IS_WINDOW (active) ? GTK_WIDGET (active) : add_window (self);

  present (self, window);
  for (int i = 0; i < n_files; i++) {
    gboolean first_is_map = is_map (files[i]);
    gboolean with_log = first_is_map && i + 1 < n_files && !is_map (files[i + 1]);
    g_autofree char *path = g_file_get_path (files[i]);
    g_autofree char *log = with_log ? g_file_get_path (files[i + 1]) : NULL;

    if (first_is_map)
      prn_window_open (PRN_WINDOW (window), path, log, with_log);
    else
      prn_window_open (PRN_WINDOW (window), NULL, path, FALSE);
    i += with_log;
  }
}

static int
prn_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  PrnApplication *self = PRN_APPLICATION (application);

  if (g_variant_dict_contains (options, "version")) {
    g_print ("perennial %s\n", PRN_VERSION);
    return 0;
  }
  if (g_variant_dict_contains (options, "exit-after-first-frame")) {
    self->exit_after_first_frame = TRUE;
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  }
  return -1;
}

static void
prn_application_startup (GApplication *application)
{
  PrnApplication *self = PRN_APPLICATION (application);

  G_APPLICATION_CLASS (prn_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  prn_actions_set_shortcuts (GTK_APPLICATION (self));
  prn_activation_follow ();
  restore_style (self);
}

static void
prn_application_class_init (PrnApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  /* Also tells the linker that the resources of the static library are needed. */
  g_resources_register (prn_ui_get_resource ());

  application_class->activate = prn_application_activate;
  application_class->open = prn_application_open;
  application_class->handle_local_options = prn_application_handle_local_options;
  application_class->startup = prn_application_startup;
}

static void
prn_application_init (PrnApplication *self)
{
  static const GOptionEntry options[] = {
    { .long_name = "version", .arg = G_OPTION_ARG_NONE, .description = N_("Print the version") },
    { .long_name = "exit-after-first-frame",
      .flags = G_OPTION_FLAG_HIDDEN,
      .arg = G_OPTION_ARG_NONE,
      .description = N_("Quit when the first window has been drawn") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[MAP [LOG]]"));
  g_application_set_option_context_summary (
      G_APPLICATION (self),
      _("Draws the customer lifecycle as a map; with a log, replays it on the map."));
}

PrnApplication *
prn_application_new (void)
{
  return g_object_new (PRN_TYPE_APPLICATION, "application-id", "app.perennial.Perennial", "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/app/perennial/Perennial",
                       NULL);
}
