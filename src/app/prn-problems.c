/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-problems.h"

#include <glib/gi18n-lib.h>

#include "prn-fix.h"
#include "prn-inspector-page.h"
#include "prn-title.h"
#include "prn-wording.h"
#include "prn-wrapped-label.h"

#define MAX_ROWS 100 /* as many as anyone reads before mending some */
#define PAUSE    200 /* ms without a step before the map is checked */

struct _PrnProblems {
  AdwBin parent;

  GtkStack *stack;
  GtkListBox *list;
  PrnDocument *document;
  GSignalGroup *document_signals;
  PrnMap *checked; /* the map that is, or was, being checked */
  GPtrArray *problems;
  GPtrArray *shown; /* of utf8: what each row says, but for the one that counts the others */
  guint source;
};

enum {
  PROP_COUNT = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (PrnProblems, prn_problems, ADW_TYPE_BIN)

static void
prn_problems_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_COUNT:
    g_value_set_uint (value, prn_problems_get_count (PRN_PROBLEMS (object)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
prn_problems_dispose (GObject *object)
{
  PrnProblems *self = PRN_PROBLEMS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->document);
  g_clear_pointer (&self->checked, prn_map_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (prn_problems_parent_class)->dispose (object);
}

/* A row stays where it is as long as its problem does, and others come and go before it. */
static const PrnProblem *
problem_of (PrnProblems *self, GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return g_ptr_array_index (self->problems,
                            (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
activated_cb (PrnProblems *self, GtkListBoxRow *row)
{
  const PrnProblem *problem = problem_of (self, GTK_WIDGET (row));
  const char *id = problem->id;

  if (id == NULL)
    id = g_str_has_prefix (problem->place, "population") ? PRN_SHOWN_POPULATION : PRN_SHOWN_MAP;
  g_signal_emit (self, signals[CHOSEN], 0, id, prn_problem_path (problem));
}

static void
fix_cb (PrnProblems *self, GtkButton *button)
{
  const PrnProblem *problem = problem_of (self, GTK_WIDGET (button));
  g_autoptr (PrnMap) fixed = NULL;

  /* Those of another map are about to be looked for again. */
  if (prn_document_get_map (self->document) != self->checked)
    return;
  fixed = prn_fix_apply (self->checked, problem);
  prn_document_apply (self->document, fixed, prn_fix_title (problem), NULL);
}

static GtkWidget *
fix_button (PrnProblems *self, const PrnProblem *problem)
{
  GtkWidget *button = gtk_button_new_with_label (prn_fix_title (problem));
  g_autofree char *message = prn_wording_sentence (problem->message);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (button, !prn_document_is_read_only (self->document));
  /* Several may have the same name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (fix_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static char *
title_of (PrnProblems *self, const PrnProblem *problem)
{
  gconstpointer element = problem->id != NULL ? prn_map_lookup (self->checked, problem->id) : NULL;

  return element != NULL ? prn_title_of (self->checked, element) : g_strdup (_("The map"));
}

/* All that the row of a problem depends on. */
static char *
words_of (PrnProblems *self, const PrnProblem *problem)
{
  g_autofree char *title = title_of (self, problem);
  const char *fix = prn_fix_title (problem);

  return g_strdup_printf ("%s\n%s\n%s\n%d", title, problem->message, fix != NULL ? fix : "",
                          prn_document_is_read_only (self->document));
}

static GtkWidget *
row_new (PrnProblems *self, const PrnProblem *problem)
{
  g_autofree char *title = title_of (self, problem);
  g_autofree char *message = prn_wording_sentence (problem->message);
  g_autofree char *unbroken = prn_wording_unbroken (message);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, message);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (box), prn_wrapped_label_new (title, "heading"));
  gtk_box_append (GTK_BOX (box), prn_wrapped_label_new (unbroken, NULL));
  if (prn_fix_title (problem) != NULL)
    gtk_box_append (GTK_BOX (box), fix_button (self, problem));
  gtk_widget_add_css_class (box, "problem");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static GtkWidget *
more_row (guint n)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more", "And %u more", n), n);
  GtkWidget *label = prn_wrapped_label_new (title, "problem");

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
remove_rows (PrnProblems *self, guint at, guint n)
{
  for (guint i = 0; i < n; i++)
    gtk_list_box_remove (self->list,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) at)));
}

/* How many rows from the one end, or from the other, say what they said. */
static guint
count_same (GPtrArray *old, GPtrArray *new, guint most, gboolean from_end)
{
  guint same = 0;

  while (same < most &&
         g_str_equal (g_ptr_array_index (old, from_end ? old->len - 1 - same : same),
                      g_ptr_array_index (new, from_end ? new->len - 1 - same : same)))
    same++;
  return same;
}

/* Most edits leave most problems as they are, and a row is dear. */
static void
show_problems (PrnProblems *self)
{
  guint n = self->problems->len, before, after, least;
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  GtkListBoxRow *more = gtk_list_box_get_row_at_index (self->list, (int) self->shown->len);

  if (more != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (more));
  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    g_ptr_array_add (words, words_of (self, g_ptr_array_index (self->problems, i)));
  least = MIN (words->len, self->shown->len);
  before = count_same (self->shown, words, least, FALSE);
  after = count_same (self->shown, words, least - before, TRUE);
  remove_rows (self, before, self->shown->len - before - after);
  for (guint i = before; i < words->len - after; i++)
    gtk_list_box_insert (self->list, row_new (self, g_ptr_array_index (self->problems, i)),
                         (int) i);
  g_ptr_array_unref (self->shown);
  self->shown = words;
  if (n > MAX_ROWS)
    gtk_list_box_append (self->list, more_row (n - MAX_ROWS));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer map, GCancellable *cancellable)
{
  g_task_return_pointer (task, prn_map_check (map), (GDestroyNotify) g_ptr_array_unref);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PrnProblems *self = PRN_PROBLEMS (source);
  PrnMap *map = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) problems = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Meanwhile there may be another map, or another document. */
  if (map != self->checked || problems == NULL)
    return;
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = g_steal_pointer (&problems);
  show_problems (self);
}

static gboolean
check_cb (gpointer user_data)
{
  PrnProblems *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, checked_cb, NULL);
  PrnMap *map = prn_document_get_map (self->document);

  self->source = 0;
  g_clear_pointer (&self->checked, prn_map_unref);
  self->checked = prn_map_ref (map);
  g_task_set_task_data (task, prn_map_ref (map), (GDestroyNotify) prn_map_unref);
  g_task_run_in_thread (task, check_in_thread);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (PrnProblems *self)
{
  if (prn_document_get_map (self->document) == self->checked && self->source == 0)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (PAUSE, check_cb, self);
}

static void
prn_problems_class_init (PrnProblemsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = prn_problems_get_property;
  object_class->dispose = prn_problems_dispose;

  props[PROP_COUNT] =
      g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHOSEN] = g_signal_new ("chosen", PRN_TYPE_PROBLEMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
prn_problems_init (PrnProblems *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *none = prn_wrapped_label_new (_("No problems found."), "problem");

  self->document_signals = g_signal_group_new (PRN_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed", G_CALLBACK (changed_cb), self);

  self->problems = g_ptr_array_new ();
  self->shown = g_ptr_array_new_with_free_func (g_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "problems");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Problems of the map"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_set_valign (none, GTK_ALIGN_START);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, none, "none");
  gtk_stack_add_named (self->stack, scrolled, "list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
prn_problems_new (void)
{
  return g_object_new (PRN_TYPE_PROBLEMS, NULL);
}

void
prn_problems_set_document (PrnProblems *self, PrnDocument *document)
{
  g_return_if_fail (PRN_IS_PROBLEMS (self));

  g_clear_handle_id (&self->source, g_source_remove);
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->document_signals, document);
  g_clear_pointer (&self->checked, prn_map_unref);
  if (document == NULL)
    return;
  check_cb (self);
}

guint
prn_problems_get_count (PrnProblems *self)
{
  g_return_val_if_fail (PRN_IS_PROBLEMS (self), 0);

  return self->problems != NULL ? self->problems->len : 0;
}
