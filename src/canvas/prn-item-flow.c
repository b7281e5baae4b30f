/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-item-flow.h"

#include "prn-item-widget.h"

/* Adds where a widget leads to, once. */
static void
add_target (GHashTable *targets, PrnItemWidget *from, PrnItemWidget *to)
{
  GPtrArray *list = g_hash_table_lookup (targets, from);

  if (list == NULL) {
    list = g_ptr_array_new ();
    g_hash_table_insert (targets, from, list);
  }
  if (!g_ptr_array_find (list, to, NULL))
    g_ptr_array_add (list, to);
}

static GHashTable *
targets_of (GHashTable *widgets, PrnMap *map)
{
  GHashTable *targets = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                               (GDestroyNotify) g_ptr_array_unref);
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n);

  for (guint i = 0; i < n; i++) {
    PrnItemWidget *trigger = g_hash_table_lookup (widgets, triggers[i]->element.id);
    PrnItemWidget *from = g_hash_table_lookup (widgets, triggers[i]->from);
    PrnItemWidget *to = g_hash_table_lookup (widgets, triggers[i]->to);

    if (to == NULL)
      continue;
    if (trigger != NULL)
      add_target (targets, trigger, to);
    if (from != NULL)
      add_target (targets, from, to);
  }
  return targets;
}

/* Stands for a list of widgets (FNV-1a over their numbers); 0 for none. */
static guint64
sum_of (const GPtrArray *list)
{
  guint64 sum = G_GUINT64_CONSTANT (14695981039346656037);

  if (list == NULL)
    return 0;
  for (guint i = 0; i < list->len; i++)
    sum = (sum ^ ((PrnItemWidget *) list->pdata[i])->serial) * G_GUINT64_CONSTANT (1099511628211);
  return sum;
}

static void
tell (PrnItemWidget *widget, const GPtrArray *list)
{
  GtkAccessibleRelation relation = GTK_ACCESSIBLE_RELATION_FLOW_TO;
  GValue value = G_VALUE_INIT;
  GList *targets = NULL;

  if (list == NULL) {
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), relation);
    return;
  }
  for (guint i = list->len; i > 0; i--)
    targets = g_list_prepend (targets, list->pdata[i - 1]);
  /* GTK takes the list. */
  gtk_accessible_relation_init_value (relation, &value);
  g_value_set_pointer (&value, targets);
  gtk_accessible_update_relation_value (GTK_ACCESSIBLE (widget), 1, &relation, &value);
  g_value_unset (&value);
}

void
prn_item_flow_update (GHashTable *widgets, PrnMap *map)
{
  g_autoptr (GHashTable) targets = targets_of (widgets, map);
  GHashTableIter iter;
  PrnItemWidget *widget;

  g_hash_table_iter_init (&iter, widgets);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &widget)) {
    const GPtrArray *list = g_hash_table_lookup (targets, widget);
    guint64 sum = sum_of (list);

    if (sum == widget->flow)
      continue;
    widget->flow = sum;
    tell (widget, list);
  }
}
