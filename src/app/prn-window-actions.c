/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the actions of the window do; what they are called, and when there is sense in them, is said
 * in prn-actions.c. */

#include "prn-preferences.h"
#include "prn-shortcuts-window.h"
#include "prn-window-private.h"

static void
go_back (PrnWindow *self)
{
  if (self->tab->document != NULL && !prn_window_shows (self, "map"))
    prn_window_show_map (self);
  else
    prn_window_show_start (self);
}

static void
inspect (PrnWindow *self)
{
  prn_map_page_inspect (self->tab->map_page);
}

static void
find (PrnWindow *self)
{
  prn_map_page_find (self->tab->map_page, FALSE);
}

static void
find_problems (PrnWindow *self)
{
  prn_map_page_find (self->tab->map_page, TRUE);
}

static void
show_preferences (PrnWindow *self)
{
  gtk_window_present (GTK_WINDOW (prn_preferences_new (GTK_WINDOW (self))));
}

static void
show_shortcuts (PrnWindow *self)
{
  gtk_window_present (prn_shortcuts_window_new (GTK_WINDOW (self)));
}

/* What is a function of the window. */
static const struct {
  const char *name;
  void (*run) (PrnWindow *self);
} commands[] = {
  { "open", prn_window_open_map_dialog },
  { "open-log", prn_window_open_log_dialog },
  { "sample", prn_window_open_sample },
  { "undo", prn_window_undo },
  { "redo", prn_window_redo },
  { "save", prn_window_save },
  { "save-as", prn_window_save_as },
  { "revert", prn_window_revert },
  { "keep-mine", prn_window_keep_mine },
  { "take-theirs", prn_window_take_theirs },
  { "merge", prn_window_merge },
  { "close-tab", prn_window_close_tab },
  { "next-tab", prn_window_next_tab },
  { "previous-tab", prn_window_previous_tab },
  { "export", prn_window_export },
  { "start", prn_window_show_start },
  { "back", go_back },
  { "replay", prn_window_replay },
  { "log-settings", prn_window_show_log },
  { "discover", prn_window_discover },
  { "inspector", inspect },
  { "palette", prn_window_show_palette },
  { "find", find },
  { "problems", find_problems },
  { "preferences", show_preferences },
  { "shortcuts", show_shortcuts },
};

static void
command_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, g_action_get_name (G_ACTION (action))))
      commands[i].run (user_data);
}

/* Which move of the view an action is. */
static const struct {
  const char *name;
  PrnZoom zoom;
} zooms[] = {
  { "zoom-in", PRN_ZOOM_IN },
  { "zoom-out", PRN_ZOOM_OUT },
  { "zoom-100", PRN_ZOOM_100 },
  { "zoom-fit", PRN_ZOOM_FIT },
  { "zoom-selection", PRN_ZOOM_SELECTION },
};

static void
zoom_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PrnWindow *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (g_str_equal (zooms[i].name, g_action_get_name (G_ACTION (action))))
      prn_map_page_zoom (self->tab->map_page, zooms[i].zoom);
}

static void
mode_change (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  PrnWindow *self = user_data;

  prn_map_page_set_mode (self->tab->map_page, g_variant_get_string (value, NULL));
}

static void
panel_change (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  PrnWindow *self = user_data;

  g_object_set (self->tab->map_page, "show-panel", g_variant_get_boolean (value), NULL);
}

static void
add_action (GSimpleAction *action, GVariant *kind, gpointer user_data)
{
  PrnWindow *self = user_data;

  prn_map_page_add (self->tab->map_page, g_variant_get_string (kind, NULL));
}

static void
add_plain_action (PrnWindow *self, const char *name,
                  void (*activate) (GSimpleAction *, GVariant *, gpointer))
{
  const GActionEntry entry = { .name = name, .activate = activate };

  g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
}

void
prn_window_add_actions (PrnWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "mode", .parameter_type = "s", .state = "'draw'", .change_state = mode_change },
    { .name = "panel", .state = "true", .change_state = panel_change },
    { .name = "add", .parameter_type = "s", .activate = add_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    add_plain_action (self, commands[i].name, command_action);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    add_plain_action (self, zooms[i].name, zoom_action);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
