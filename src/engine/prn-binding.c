/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-binding.h"

#include "prn-amount.h"
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
      PrnCandidate candidate = { index,
                                 event->stage,
                                 event->first_filter,
                                 event->n_filters,
                                 event->tracked != FALSE,
                                 event->ring > 0 };

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

static void
add_trigger_name (GHashTable *triggers, const char *name, guint32 trigger)
{
  char *folded = prn_log_fold (name, -1);
  GArray *named = g_hash_table_lookup (triggers, folded);

  if (named == NULL) {
    named = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_hash_table_insert (triggers, folded, named);
  } else {
    g_free (folded);
  }
  g_array_append_val (named, trigger);
}

/* What each value of the column of triggers can mean. */
static void
bind_triggers (PrnBinding *binding, guint column)
{
  g_autoptr (GHashTable) triggers =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  guint n_triggers, n_values = prn_log_n_values (binding->log, column);
  const PrnTrigger *const *all = prn_map_triggers (binding->plan->map, &n_triggers);

  for (guint32 i = 0; i < n_triggers; i++)
    add_trigger_name (triggers, all[i]->element.id, i);
  for (guint32 i = 0; i < n_triggers; i++)
    add_trigger_name (triggers, all[i]->name, i);

  binding->trigger_column = column;
  binding->first_named = g_new (guint32, n_values + 1);
  binding->named = g_array_new (FALSE, FALSE, sizeof (guint32));
  binding->first_named[0] = 0;
  for (guint value = 1; value <= n_values; value++) {
    binding->first_named[value] = binding->named->len;
    if (value < n_values) {
      g_autofree char *folded = prn_log_fold (prn_log_value (binding->log, column, value), -1);
      const GArray *named = g_hash_table_lookup (triggers, folded);

      if (named != NULL)
        g_array_append_vals (binding->named, named->data, named->len);
    }
  }
}

/* Texts that are one column as filters see it: the log's values, then the table's cells. */
typedef struct {
  PrnLog *log;
  int log_column;
  guint n_values;
  PrnTable *table;
  int table_column;
  guint n_rows;
} PrnColumnTexts;

static PrnColumnTexts
column_texts (const PrnBinding *binding, const char *name)
{
  PrnColumnTexts texts = { .log = binding->log, .table = binding->customers, .table_column = -1 };

  texts.log_column = prn_log_column (binding->log, name);
  texts.n_values =
      texts.log_column < 0 ? 1 : prn_log_n_values (binding->log, (guint) texts.log_column);
  if (binding->customers != NULL)
    texts.table_column = prn_table_column (binding->customers, name);
  if (texts.table_column >= 0)
    texts.n_rows = prn_table_n_rows (binding->customers);
  return texts;
}

static const char *
text_at (const PrnColumnTexts *texts, guint value)
{
  if (value >= texts->n_values)
    return prn_table_cell (texts->table, value - texts->n_values, (guint) texts->table_column);
  return value == 0 ? "" : prn_log_value (texts->log, (guint) texts->log_column, value);
}

/* Asks all filters on one column about all of its texts, each of which is folded once. */
static void
fill_bits (PrnBinding *binding,
           const PrnColumnTexts *texts,
           const PrnFilterTest *tests,
           const GArray *filters)
{
  guint n_texts = texts->n_values + texts->n_rows;
  gboolean asks_text = FALSE, asks_number = FALSE;

  for (guint k = 0; k < filters->len; k++) {
    guint32 filter = g_array_index (filters, guint32, k);

    binding->filter_bits[filter] = g_malloc0 (n_texts / 8 + 1);
    asks_text |= tests[filter].asks_text;
    asks_number |= tests[filter].asks_number;
  }

  for (guint value = 0; value < n_texts; value++) {
    const char *text = text_at (texts, value);
    g_autofree char *folded = asks_text ? prn_log_fold (text, -1) : NULL;
    double number = 0;
    gboolean is_number = asks_number && prn_filter_cell_number (text, &number);

    for (guint k = 0; k < filters->len; k++) {
      guint32 filter = g_array_index (filters, guint32, k);

      if (prn_filter_test_cell (&tests[filter], asks_text ? folded : text, is_number, number))
        binding->filter_bits[filter][value >> 3] |= (guint8) (1 << (value & 7));
    }
  }
}

static void
bind_filters (PrnBinding *binding)
{
  PrnPlan *plan = binding->plan;
  guint n_filters = plan->filters->len, n_columns = plan->columns->len - 1;
  g_autofree PrnFilterTest *tests = g_new (PrnFilterTest, n_filters);
  g_autofree GArray **of_column = g_new0 (GArray *, n_columns + 1);

  binding->filter_column = g_new (int, n_filters);
  binding->filter_bits = g_new0 (guint8 *, n_filters);
  for (guint32 i = 0; i < n_filters; i++) {
    const PrnPlanFilter *filter = &g_array_index (plan->filters, PrnPlanFilter, i);

    prn_filter_test_init (&tests[i], filter->filter);
    if (of_column[filter->column] == NULL)
      of_column[filter->column] = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_array_append_val (of_column[filter->column], i);
  }

  for (guint i = 0; i < n_columns; i++) {
    PrnColumnTexts texts;

    if (of_column[i] == NULL)
      continue;
    texts = column_texts (binding, g_ptr_array_index (plan->columns, i));
    fill_bits (binding, &texts, tests, of_column[i]);
    for (guint k = 0; k < of_column[i]->len; k++)
      binding->filter_column[g_array_index (of_column[i], guint32, k)] = texts.log_column;
    g_array_unref (of_column[i]);
  }
  for (guint i = 0; i < n_filters; i++)
    prn_filter_test_clear (&tests[i]);
}

gboolean
prn_binding_attribute (const PrnBinding *binding, const char *column, PrnBoundAttribute *attribute)
{
  PrnColumnTexts texts = column_texts (binding, column);

  *attribute = (PrnBoundAttribute){ texts.log_column, texts.table_column, texts.n_values };
  return texts.log_column >= 0 || texts.table_column >= 0;
}

/* Which attribute a column of the plan is; none when nobody has it. */
static guint32
bind_attribute (PrnBinding *binding, guint32 *known, guint32 column)
{
  const char *name = g_ptr_array_index (binding->plan->columns, column);

  if (known[column] == PRN_NONE &&
      prn_binding_attribute (binding, name, &binding->attributes[binding->n_attributes]))
    known[column] = binding->n_attributes++;
  return known[column];
}

/* Only columns that an attribute or a segment is about need to be remembered. */
static void
bind_attributes (PrnBinding *binding)
{
  PrnPlan *plan = binding->plan;
  guint n_columns = plan->columns->len - 1;
  g_autofree guint32 *known = g_new (guint32, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    known[i] = PRN_NONE;
  binding->attributes = g_new (PrnBoundAttribute, n_columns + 1);
  binding->filter_attribute = g_new (guint32, plan->filters->len);
  for (guint i = 0; i < plan->filters->len; i++)
    binding->filter_attribute[i] = PRN_NONE;

  for (guint i = 0; i < plan->leaves->len; i++) {
    const PrnLeaf *leaf = PRN_PLAN_LEAF (plan, i);

    for (guint32 k = leaf->first; leaf->kind == PRN_LEAF_FILTERS && k < leaf->first + leaf->n; k++)
      binding->filter_attribute[k] =
          bind_attribute (binding, known, g_array_index (plan->filters, PrnPlanFilter, k).column);
  }
}

/* --- Money --- */

static guint32
bind_money_column (PrnBinding *binding, int column)
{
  PrnBoundMoney *money;
  guint n = prn_log_n_values (binding->log, (guint) column);

  for (guint i = 0; i < binding->n_money; i++)
    if (binding->money[i].log_column == column)
      return i;
  money = &binding->money[binding->n_money];
  *money = (PrnBoundMoney){ column, g_new0 (gint64, n) };
  for (guint i = 1; i < n; i++)
    prn_amount_read (prn_log_value (binding->log, (guint) column, i), &money->parts[i]);
  return binding->n_money++;
}

/* A column of the log counts once, under whatever names two events have it. */
static void
bind_money (PrnBinding *binding)
{
  guint n;
  const PrnEvent *const *events = prn_map_events (binding->plan->map, &n);

  for (guint i = 0; i < n; i++) {
    int column = *events[i]->value_column != '\0'
                     ? prn_log_column (binding->log, events[i]->value_column)
                     : -1;

    if (column < 0)
      continue;
    if (binding->event_money == NULL) {
      binding->money = g_new (PrnBoundMoney, prn_log_n_columns (binding->log));
      binding->event_money = g_new (guint32, n);
      for (guint k = 0; k < n; k++)
        binding->event_money[k] = PRN_NONE;
    }
    binding->event_money[i] = bind_money_column (binding, column);
  }
}

PrnBinding *
prn_binding_new (PrnPlan *plan, PrnLog *log, PrnTable *customers)
{
  PrnBinding *binding = g_new0 (PrnBinding, 1);

  binding->plan = prn_plan_ref (plan);
  binding->log = prn_log_ref (log);
  if (customers != NULL)
    binding->customers = prn_table_ref (customers);
  binding->n_activities = prn_log_n_activities (log);
  bind_filters (binding);
  bind_activities (binding);
  bind_attributes (binding);
  bind_money (binding);
  if (prn_log_has_stage_column (log))
    bind_stages (binding);
  else
    prn_binding_add_row_words (binding);
  if (prn_log_has_stage_column (log) && prn_log_trigger_column (log) >= 0)
    bind_triggers (binding, (guint) prn_log_trigger_column (log));
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
  g_free (binding->attributes);
  for (guint i = 0; i < binding->n_money; i++)
    g_free (binding->money[i].parts);
  g_free (binding->money);
  g_free (binding->event_money);
  g_free (binding->row_words);
  g_free (binding->stage_rows);
  g_free (binding->first_candidate);
  g_free (binding->activity_stage);
  g_free (binding->first_named);
  g_clear_pointer (&binding->named, g_array_unref);
  g_array_unref (binding->candidates);
  prn_plan_unref (binding->plan);
  prn_log_unref (binding->log);
  g_clear_pointer (&binding->customers, prn_table_unref);
  g_free (binding);
}
