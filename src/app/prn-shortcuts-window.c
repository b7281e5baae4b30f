/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-shortcuts-window.h"

#include <glib/gi18n-lib.h>

#include "prn-actions.h"
#include "prn-naming.h"

/* Rows of a group that fit into a window of 600 pixels. */
#define TALLEST 11

static const char *const group_names[PRN_N_GROUPS] = {
  [PRN_GROUP_PROGRAM] = N_("Program"), [PRN_GROUP_FILES] = N_("Files"),
  [PRN_GROUP_EDIT] = N_("Editing"),    [PRN_GROUP_CANVAS] = N_("On the canvas"),
  [PRN_GROUP_VIEW] = N_("View"),       [PRN_GROUP_DATA] = N_("Data"),
};

/* In the order in which one comes to need them. */
static const PrnActionGroup order[PRN_N_GROUPS] = {
  PRN_GROUP_CANVAS, PRN_GROUP_EDIT, PRN_GROUP_VIEW,
  PRN_GROUP_FILES,  PRN_GROUP_DATA, PRN_GROUP_PROGRAM,
};

/* A label without its underscore and its dots: `_Save As…` is “Save As”. */
static char *
plain_label (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *joined = g_strjoinv ("", parts);
  g_auto (GStrv) ends = g_strsplit (joined, "…", -1);

  return g_strjoinv ("", ends);
}

static void
append_shortcut (GString *text, const PrnActionInfo *action)
{
  g_autofree char *title = plain_label (_(action->label));
  g_autofree char *shown =
      g_markup_printf_escaped ("<child><object class=\"GtkShortcutsShortcut\">"
                               "<property name=\"title\">%s</property>"
                               "<property name=\"accelerator\">%s</property>"
                               "</object></child>",
                               title, action->shortcuts[0]);

  g_string_append (text, shown);
}

/* A group that is taller than a page goes on in another. */
static void
append_group (GString *text, PrnActionGroup group)
{
  guint n, n_rows = 0;
  const PrnActionInfo *actions = prn_actions (&n);
  g_autofree char *title = g_markup_escape_text (_(group_names[group]), -1);

  for (guint i = 0; i < n; i++) {
    if (actions[i].group != group || actions[i].shortcuts[0] == NULL)
      continue;
    if (n_rows > 0 && n_rows % TALLEST == 0)
      g_string_append (text, "</object></child>");
    if (n_rows % TALLEST == 0)
      g_string_append_printf (text,
                              "<child><object class=\"GtkShortcutsGroup\">"
                              "<property name=\"title\">%s</property>",
                              title);
    append_shortcut (text, &actions[i]);
    n_rows++;
  }
  if (n_rows > 0)
    g_string_append (text, "</object></child>");
}

char *
prn_shortcuts_window_describe (void)
{
  GString *text = g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\">"
                                "<property name=\"modal\">1</property>"
                                "<child><object class=\"GtkShortcutsSection\">"
                                "<property name=\"section-name\">shortcuts</property>");

  g_string_append_printf (text, "<property name=\"max-height\">%d</property>", TALLEST + 1);
  for (guint i = 0; i < PRN_N_GROUPS; i++)
    append_group (text, order[i]);
  g_string_append (text, "</object></child></object></interface>");
  return g_string_free (text, FALSE);
}

GtkWindow *
prn_shortcuts_window_new (GtkWindow *parent)
{
  g_autofree char *text = prn_shortcuts_window_describe ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (text, -1);
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));

  prn_naming_fill (GTK_WIDGET (window));
  gtk_window_set_transient_for (window, parent);
  return window;
}
