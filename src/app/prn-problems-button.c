/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-problems-button.h"

#include <glib/gi18n-lib.h>

#include "prn-check.h"

#define ROW_HEIGHT      76
#define MAX_LIST_HEIGHT 400
#define MAX_ROWS        100 /* as many as anyone reads before mending some */

struct _PrnProblemsButton {
  AdwBin parent;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkLabel *count;
  GtkScrolledWindow *scrolled;
  GtkListBox *list;
};

G_DEFINE_TYPE (PrnProblemsButton, prn_problems_button, ADW_TYPE_BIN)

enum {
  PROBLEM_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (PrnProblemsButton *self, GtkListBoxRow *row)
{
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[PROBLEM_CHOSEN], 0, g_object_get_data (G_OBJECT (row), "prn-id"));
}

static void
prn_problems_button_class_init (PrnProblemsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[PROBLEM_CHOSEN] =
      g_signal_new ("problem-chosen", PRN_TYPE_PROBLEMS_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/perennial/Perennial/problems-button.ui");
  gtk_widget_class_bind_template_child (widget_class, PrnProblemsButton, button);
  gtk_widget_class_bind_template_child (widget_class, PrnProblemsButton, popover);
  gtk_widget_class_bind_template_child (widget_class, PrnProblemsButton, count);
  gtk_widget_class_bind_template_child (widget_class, PrnProblemsButton, list);
  gtk_widget_class_bind_template_child (widget_class, PrnProblemsButton, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
prn_problems_button_init (PrnProblemsButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
problem_row (PrnMap *map, const PrnProblem *problem)
{
  GtkWidget *row = adw_action_row_new ();
  gconstpointer element = problem->id != NULL ? prn_map_lookup (map, problem->id) : NULL;

  g_object_set (row, "use-markup", FALSE, "title",
                element != NULL ? prn_element_label (element) : problem->place, "subtitle",
                problem->message, "activatable", element != NULL, NULL);
  g_object_set_data_full (G_OBJECT (row), "prn-id", g_strdup (problem->id), g_free);
  return row;
}

static GtkWidget *
more_row (guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more", "And %u more", n), n);

  g_object_set (row, "title", title, NULL);
  return row;
}

void
prn_problems_button_set_map (PrnProblemsButton *self, PrnMap *map)
{
  g_autoptr (GPtrArray) problems = prn_map_check (map);
  g_autofree char *count = g_strdup_printf ("%u", problems->len);
  g_autofree char *name = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (problems->len, MAX_ROWS); i++)
    gtk_list_box_append (self->list, problem_row (map, g_ptr_array_index (problems, i)));

  if (problems->len > MAX_ROWS)
    gtk_list_box_append (self->list, more_row (problems->len - MAX_ROWS));

  /* Words that wrap need more height than a list asks for by itself. */
  gtk_scrolled_window_set_min_content_height (
      self->scrolled, MIN ((int) problems->len * ROW_HEIGHT, MAX_LIST_HEIGHT));
  name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u problem of the map",
                                       "%u problems of the map", problems->len),
                          problems->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self), problems->len > 0);
}
