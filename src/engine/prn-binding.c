/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-binding.h"

#include "prn-filter.h"

static void
bind_activities (PrnBinding *binding)
{
  PrnPlan *plan = binding->plan;

  binding->first_candidate = g_new (guint32, binding->n_activities + 1);
  binding->candidates = g_array_new (FALSE, FALSE, sizeof (PrnCandidate));
  for (guint i = 0; i < binding->n_activities; i++) {
    const char *folded = prn_log_activity_folded (binding->log, i);
    GArray *events = g_hash_table_lookup (plan->event_names, folded);

    binding->first_candidate[i] = binding->candidates->len;
    for (guint k = 0; events != NULL && k < events->len; k++) {
      guint32 index = g_array_index (events, guint32, k);
      const PrnPlanEvent *event = &plan->events[index];
      PrnCandidate candidate = { index, event->first_filter, event->n_filters,
                                 event->tracked != FALSE, event->ring > 0 };

      g_array_append_val (binding->candidates, candidate);
    }
  }
  binding->first_candidate[binding->n_activities] = binding->candidates->len;
}

static void
bind_stages (PrnBinding *binding)
{
  binding->activity_stage = g_new (guint32, binding->n_activities);
  for (guint i = 0; i < binding->n_activities; i++) {
    const char *folded = prn_log_activity_folded (binding->log, i);
    gpointer stage = g_hash_table_lookup (binding->plan->stage_names, folded);

    binding->activity_stage[i] = stage != NULL ? GPOINTER_TO_UINT (stage) - 1 : PRN_NONE;
  }
}

/* Asks all filters on one column about all of its values, each of which is folded once. */
static void
fill_bits (PrnBinding *binding,
           int column,
           const PrnFilterTest *tests,
           const guint32 *filters,
           guint n)
{
  guint n_values = column < 0 ? 1 : prn_log_n_values (binding->log, (guint) column);

  gboolean asks_text = FALSE, asks_number = FALSE;

  for (guint k = 0; k < n; k++) {
    binding->filter_bits[filters[k]] = g_malloc0 (n_values / 8 + 1);
    asks_text |= tests[filters[k]].asks_text;
    asks_number |= tests[filters[k]].asks_number;
  }

  for (guint value = 0; value < n_values; value++) {
    const char *text = value == 0 ? "" : prn_log_value (binding->log, (guint) column, value);
    g_autofree char *folded = asks_text ? prn_log_fold (text, -1) : NULL;
    double number = 0;
    gboolean is_number = asks_number && prn_filter_cell_number (text, &number);

    for (guint k = 0; k < n; k++)
      if (prn_filter_test_cell (&tests[filters[k]], asks_text ? folded : text, is_number, number))
        binding->filter_bits[filters[k]][value >> 3] |= (guint8) (1 << (value & 7));
  }
}

static void
bind_filters (PrnBinding *binding)
{
  GArray *filters = binding->plan->filters;
  guint n_columns = prn_log_n_columns (binding->log);
  g_autofree PrnFilterTest *tests = g_new (PrnFilterTest, filters->len);
  g_autofree guint32 *of_column = g_new (guint32, filters->len);

  binding->filter_column = g_new (int, filters->len);
  binding->filter_bits = g_new0 (guint8 *, filters->len);
  for (guint i = 0; i < filters->len; i++) {
    const PrnPlanFilter *filter = &g_array_index (filters, PrnPlanFilter, i);

    binding->filter_column[i] = prn_log_column (binding->log, filter->filter->column);
    prn_filter_test_init (&tests[i], filter->filter);
  }

  for (int column = -1; column < (int) n_columns; column++) {
    guint n = 0;

    for (guint i = 0; i < filters->len; i++)
      if (binding->filter_column[i] == column)
        of_column[n++] = i;
    if (n > 0)
      fill_bits (binding, column, tests, of_column, n);
  }

  for (guint i = 0; i < filters->len; i++)
    prn_filter_test_clear (&tests[i]);
}

/* Only columns that an attribute or a segment is about need to be remembered. */
static void
bind_attributes (PrnBinding *binding)
{
  PrnPlan *plan = binding->plan;
  guint n_columns = prn_log_n_columns (binding->log);
  g_autofree guint32 *attribute = g_new (guint32, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    attribute[i] = PRN_NONE;
  binding->attribute_columns = g_new (guint32, n_columns + 1);
  binding->filter_attribute = g_new (guint32, plan->filters->len);
  for (guint i = 0; i < plan->filters->len; i++)
    binding->filter_attribute[i] = PRN_NONE;

  for (guint i = 0; i < plan->leaves->len; i++) {
    const PrnLeaf *leaf = PRN_PLAN_LEAF (plan, i);

    for (guint32 k = 0; leaf->kind == PRN_LEAF_FILTERS && k < leaf->n; k++) {
      int column = binding->filter_column[leaf->first + k];

      if (column < 0)
        continue;
      if (attribute[column] == PRN_NONE) {
        attribute[column] = binding->n_attributes;
        binding->attribute_columns[binding->n_attributes++] = (guint32) column;
      }
      binding->filter_attribute[leaf->first + k] = attribute[column];
    }
  }
}

PrnBinding *
prn_binding_new (PrnPlan *plan, PrnLog *log)
{
  PrnBinding *binding = g_new0 (PrnBinding, 1);

  binding->plan = prn_plan_ref (plan);
  binding->log = prn_log_ref (log);
  binding->n_activities = prn_log_n_activities (log);
  bind_filters (binding);
  bind_activities (binding);
  bind_attributes (binding);
  if (prn_log_has_stage_column (log))
    bind_stages (binding);
  return binding;
}

void
prn_binding_free (PrnBinding *binding)
{
  for (guint i = 0; i < binding->plan->filters->len; i++)
    g_free (binding->filter_bits[i]);
  g_free (binding->filter_bits);
  g_free (binding->filter_column);
  g_free (binding->filter_attribute);
  g_free (binding->attribute_columns);
  g_free (binding->first_candidate);
  g_free (binding->activity_stage);
  g_array_unref (binding->candidates);
  prn_plan_unref (binding->plan);
  prn_log_unref (binding->log);
  g_free (binding);
}
