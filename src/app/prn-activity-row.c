/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-activity-row.h"

#include <glib/gi18n-lib.h>

#include "prn-text-column.h"
#include "prn-wording.h"

struct _PrnActivityRow {
  GObject parent;

  char *activity;
  guint order; /* in the log */
  guint64 rows;
  char *meaning;
};

G_DEFINE_TYPE (PrnActivityRow, prn_activity_row, G_TYPE_OBJECT)

static void
prn_activity_row_finalize (GObject *object)
{
  PrnActivityRow *self = PRN_ACTIVITY_ROW (object);

  g_free (self->activity);
  g_free (self->meaning);

  G_OBJECT_CLASS (prn_activity_row_parent_class)->finalize (object);
}

static void
prn_activity_row_class_init (PrnActivityRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = prn_activity_row_finalize;
}

static void
prn_activity_row_init (PrnActivityRow *self)
{
}

const char *
prn_activity_row_get_activity (PrnActivityRow *self)
{
  g_return_val_if_fail (PRN_IS_ACTIVITY_ROW (self), NULL);

  return self->activity;
}

guint64
prn_activity_row_get_rows (PrnActivityRow *self)
{
  g_return_val_if_fail (PRN_IS_ACTIVITY_ROW (self), 0);

  return self->rows;
}

const char *
prn_activity_row_get_meaning (PrnActivityRow *self)
{
  g_return_val_if_fail (PRN_IS_ACTIVITY_ROW (self), NULL);

  return self->meaning;
}

/* Adds @label to what the folded @name means, once. */
static void
add_name (GHashTable *meanings, const char *name, const char *label)
{
  char *folded = prn_log_fold (name, -1);
  GPtrArray *labels = g_hash_table_lookup (meanings, folded);

  if (labels == NULL) {
    labels = g_ptr_array_new ();
    g_hash_table_insert (meanings, folded, labels);
  } else {
    g_free (folded);
  }
  if (labels->len == 0 || g_ptr_array_index (labels, labels->len - 1) != label)
    g_ptr_array_add (labels, (gpointer) label);
}

static void
add_event (GHashTable *meanings, const PrnEvent *event)
{
  const char *label = prn_element_label (event);

  if (event->match.has_names) {
    for (guint i = 0; i < event->match.names.n; i++)
      add_name (meanings, event->match.names.items[i], label);
  } else {
    add_name (meanings, event->name, label);
    add_name (meanings, prn_element_id (event), label);
  }
}

/* Folded names to the labels of what has them. */
static GHashTable *
meanings_new (PrnMap *map, PrnLog *log)
{
  GHashTable *meanings =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  guint n;

  if (map == NULL)
    return meanings;
  if (prn_log_has_stage_column (log)) {
    const PrnStage *const *stages = prn_map_stages (map, &n);

    for (guint i = 0; i < n; i++) {
      add_name (meanings, stages[i]->name, prn_element_label (stages[i]));
      add_name (meanings, prn_element_id (stages[i]), prn_element_label (stages[i]));
    }
  } else {
    const PrnEvent *const *events = prn_map_events (map, &n);

    for (guint i = 0; i < n; i++)
      add_event (meanings, events[i]);
  }
  return meanings;
}

static char *
join (GPtrArray *labels)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (labels, i));
  return g_strdup (text->str);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PrnActivityRow *row_a = a;
  const PrnActivityRow *row_b = b;

  if (row_a->rows != row_b->rows)
    return row_a->rows < row_b->rows ? 1 : -1;
  return (row_a->order > row_b->order) - (row_a->order < row_b->order);
}

GListModel *
prn_activity_rows (PrnMap *map, PrnLog *log)
{
  g_autoptr (GHashTable) meanings = meanings_new (map, log);
  GListStore *rows = g_list_store_new (PRN_TYPE_ACTIVITY_ROW);

  for (guint i = 0; i < prn_log_n_activities (log); i++) {
    g_autoptr (PrnActivityRow) row = g_object_new (PRN_TYPE_ACTIVITY_ROW, NULL);
    GPtrArray *labels = g_hash_table_lookup (meanings, prn_log_activity_folded (log, i));

    row->activity = g_strdup (prn_log_activity (log, i));
    row->order = i;
    row->rows = prn_log_activity_rows (log, i);
    row->meaning = labels != NULL ? join (labels) : NULL;
    g_list_store_append (rows, row);
  }
  g_list_store_sort (rows, compare_rows, NULL);
  return G_LIST_MODEL (rows);
}

guint
prn_activity_rows_matched (GListModel *rows)
{
  guint n = g_list_model_get_n_items (rows);
  guint matched = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (PrnActivityRow) row = g_list_model_get_item (rows, i);

    matched += row->meaning != NULL;
  }
  return matched;
}

static char *
activity_text (gpointer item, gpointer data)
{
  return g_strdup (prn_activity_row_get_activity (item));
}

static char *
rows_text (gpointer item, gpointer data)
{
  return prn_wording_count (prn_activity_row_get_rows (item));
}

static char *
meaning_text (gpointer item, gpointer data)
{
  const char *meaning = prn_activity_row_get_meaning (item);

  return g_strdup (meaning != NULL ? meaning : _("unmatched"));
}

static GtkColumnViewColumn *
add_column (GtkColumnView *view, const char *title, PrnTextColumnFunc func, gboolean numeric)
{
  GtkColumnViewColumn *column = prn_text_column_new (title, func, NULL, numeric);

  gtk_column_view_column_set_expand (column, !numeric);
  gtk_column_view_append_column (view, column);
  g_object_unref (column); /* the view has it */
  return column;
}

GtkColumnViewColumn *
prn_activity_row_add_columns (GtkColumnView *view)
{
  add_column (view, _("Activity"), activity_text, FALSE);
  add_column (view, _("Rows"), rows_text, TRUE);
  return add_column (view, _("On the map"), meaning_text, FALSE);
}
