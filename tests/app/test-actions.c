/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of actions against what refers to it. */

#include <string.h>

#include "prn-actions.h"
#include "prn-shortcuts-window.h"

static char *
read_source (const char *folder, const char *name)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("PERENNIAL_SOURCE_ROOT"), folder, name, NULL);
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static gboolean
in_table (const char *name)
{
  guint n;
  const PrnActionInfo *actions = prn_actions (&n);

  for (guint i = 0; i < n; i++) {
    size_t length = strlen (name);

    if (strncmp (actions[i].name, name, length) == 0 &&
        (actions[i].name[length] == '\0' || actions[i].name[length] == ':'))
      return TRUE;
  }
  return FALSE;
}

/* Every row says what a menu, a reader of help and the toolkit need. */
static void
test_rows (void)
{
  guint n;
  const PrnActionInfo *actions = prn_actions (&n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = NULL;
    g_autoptr (GVariant) target = NULL;

    g_test_message ("%s", actions[i].name);
    g_assert_true (g_action_parse_detailed_name (actions[i].name, &name, &target, NULL));
    g_assert_cmpuint (strlen (actions[i].label), >, 0);
    g_assert_nonnull (strchr (actions[i].label, '_'));
    g_assert_cmpuint (strlen (actions[i].help), >, 0);
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (actions[i].name, !=, actions[j].name);
  }
}

/* Each shortcut is one the toolkit knows, and belongs to one action. */
static void
test_shortcuts (void)
{
  guint n;
  const PrnActionInfo *actions = prn_actions (&n);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < PRN_ACTION_MAX_SHORTCUTS && actions[i].shortcuts[j] != NULL; j++) {
      guint key = 0;
      GdkModifierType modifiers = 0;

      g_test_message ("%s: %s", actions[i].name, actions[i].shortcuts[j]);
      g_assert_true (gtk_accelerator_parse (actions[i].shortcuts[j], &key, &modifiers));
      g_assert_true (g_hash_table_add (seen, gtk_accelerator_name (key, modifiers)));
    }
}

/* The shortcuts window shows the first shortcut of every action that has one, and no other. */
static void
test_help (void)
{
  g_autofree char *help = prn_shortcuts_window_describe ();
  g_auto (GStrv) shown = g_strsplit (help, "<property name=\"accelerator\">", -1);
  guint n;
  const PrnActionInfo *actions = prn_actions (&n);
  guint n_shortcuts = 0;

  for (guint i = 0; i < n; i++) {
    g_autofree char *shortcut = NULL;
    g_autofree char *mention = NULL;

    if (actions[i].shortcuts[0] == NULL)
      continue;
    n_shortcuts++;
    shortcut = g_markup_escape_text (actions[i].shortcuts[0], -1);
    mention = g_strdup_printf ("<property name=\"accelerator\">%s</property>", shortcut);
    g_test_message ("%s", mention);
    g_assert_nonnull (strstr (help, mention));
  }
  g_assert_cmpuint (g_strv_length (shown) - 1, ==, n_shortcuts);
}

/* Every action that a page mentions is in the table: no control is dead. */
static void
test_pages (void)
{
  static const char *const pages[] = { "start-page.ui",   "map-page.ui", "log-page.ui",
                                       "report-panel.ui", "window.ui",   "export-dialog.ui" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autofree char *page = read_source ("ui", pages[i]);
    g_autoptr (GRegex) regex =
        g_regex_new ("<property name=\"action-name\">([^<:]+)", 0, 0, NULL);
    g_autoptr (GMatchInfo) match = NULL;

    for (g_regex_match (regex, page, 0, &match); g_match_info_matches (match);
         g_match_info_next (match, NULL)) {
      g_autofree char *name = g_match_info_fetch (match, 1);

      g_test_message ("%s: %s", pages[i], name);
      g_assert_true (in_table (name));
    }
  }
}

/* What is missing for an action disables it. */
static void
test_needs (void)
{
  static const struct {
    PrnActionNeeds have;
    const char *action;
    gboolean enabled;
  } rows[] = {
    { PRN_NEEDS_NOTHING, "open", TRUE },
    { PRN_NEEDS_NOTHING, "export", FALSE },
    { PRN_NEEDS_MAP, "export", FALSE },
    { PRN_NEEDS_MAP | PRN_NEEDS_STAGES, "export", TRUE },
    { PRN_NEEDS_MAP, "zoom-selection", FALSE },
    { PRN_NEEDS_MAP | PRN_NEEDS_SELECTION, "zoom-selection", TRUE },
    { PRN_NEEDS_LOG, "replay", FALSE },
    { PRN_NEEDS_LOG | PRN_NEEDS_STAGES, "replay", TRUE },
    { PRN_NEEDS_LOG, "discover", TRUE },
    { PRN_NEEDS_MAP, "log-settings", FALSE },
    { PRN_NEEDS_SOURCE, "log-settings", TRUE },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  guint n;
  const PrnActionInfo *actions = prn_actions (&n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = NULL;
    g_autoptr (GVariant) target = NULL;
    g_autoptr (GSimpleAction) action = NULL;

    g_assert_true (g_action_parse_detailed_name (actions[i].name, &name, &target, NULL));
    if (!g_str_has_prefix (name, "win."))
      continue;
    action = g_simple_action_new (name + strlen ("win."), NULL);
    g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%d %s", rows[i].have, rows[i].action);
    prn_actions_enable (G_ACTION_MAP (group), rows[i].have);
    g_assert_cmpint (g_action_group_get_action_enabled (G_ACTION_GROUP (group), rows[i].action),
                     ==, rows[i].enabled);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/actions/rows", test_rows);
  g_test_add_func ("/actions/shortcuts", test_shortcuts);
  g_test_add_func ("/actions/help", test_help);
  g_test_add_func ("/actions/pages", test_pages);
  g_test_add_func ("/actions/needs", test_needs);

  return g_test_run ();
}
