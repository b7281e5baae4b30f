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

/* Pages of two columns, a section each: GTK puts several pages of one section in no order. */
typedef struct {
  GString *text;
  GString *title;  /* of the page that is being filled: its groups */
  GString *groups;
  guint column;    /* rows of it that are taken, headings too */
  guint columns;
  guint n;
} Pages;

static void
end_page (Pages *self)
{
  if (self->columns > 0)
    g_string_append_printf (self->text,
                            "<child><object class=\"GtkShortcutsSection\">"
                            "<property name=\"section-name\">page-%u</property>"
                            "<property name=\"title\">%s</property>"
                            "<property name=\"max-height\">%d</property>%s</object></child>",
                            ++self->n, self->title->str, TALLEST + 1, self->groups->str);
  g_string_truncate (self->title, 0);
  g_string_truncate (self->groups, 0);
  self->column = self->columns = 0;
}

/* Room for a heading and some rows below it, in this column or in the next. */
static void
make_room (Pages *self, guint n_rows, const char *title)
{
  gboolean fits = self->columns > 0 && self->column + n_rows + 1 <= TALLEST + 1;

  if (!fits && self->columns == 2)
    end_page (self);
  if (!fits) {
    self->columns++;
    self->column = 0;
  }
  self->column += n_rows + 1;
  if (g_strstr_len (self->title->str, -1, title) == NULL)
    g_string_append_printf (self->title, "%s%s", self->title->len > 0 ? ", " : "", title);
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

static gboolean
is_listed (const PrnActionInfo *action, PrnActionGroup group)
{
  return action->group == group && action->shortcuts[0] != NULL;
}

/* A group that is taller than a column goes on in another. */
static void
append_group (Pages *self, PrnActionGroup group)
{
  guint n, n_rows = 0, done = 0;
  const PrnActionInfo *actions = prn_actions (&n);
  g_autofree char *title = g_markup_escape_text (_(group_names[group]), -1);

  for (guint i = 0; i < n; i++)
    n_rows += is_listed (&actions[i], group);
  for (guint i = 0; i < n; i++) {
    if (!is_listed (&actions[i], group))
      continue;
    if (done % TALLEST == 0) {
      if (done > 0)
        g_string_append (self->groups, "</object></child>");
      make_room (self, MIN (n_rows - done, TALLEST), title);
      g_string_append_printf (self->groups,
                              "<child><object class=\"GtkShortcutsGroup\">"
                              "<property name=\"title\">%s</property>",
                              title);
    }
    append_shortcut (self->groups, &actions[i]);
    done++;
  }
  if (done > 0)
    g_string_append (self->groups, "</object></child>");
}

char *
prn_shortcuts_window_describe (void)
{
  Pages pages = { g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\">"
                                "<property name=\"modal\">1</property>"),
                  g_string_new (NULL), g_string_new (NULL), 0, 0, 0 };

  for (guint i = 0; i < PRN_N_GROUPS; i++)
    append_group (&pages, order[i]);
  end_page (&pages);
  g_string_append (pages.text, "</object></interface>");
  g_string_free (pages.title, TRUE);
  g_string_free (pages.groups, TRUE);
  return g_string_free (pages.text, FALSE);
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
