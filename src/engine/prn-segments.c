/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-segments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-error.h"

struct _PrnSegments {
  const PrnBinding *binding;
  guint n;
  PrnSegmentLabel *labels;
  gboolean any_table; /* an attribute may come from the table of customers */
  guint n_attributes;
  PrnBoundAttribute *attributes;
  guint32 *filter_attribute; /* for each filter of the plan, or PRN_NONE */
  PrnBoundAttribute column;  /* its values are segments as well */
  guint32 *value_segment;    /* by value of @column; NULL: none is asked for */
};

void
prn_segment_label_clear (PrnSegmentLabel *label)
{
  g_clear_pointer (&label->id, g_free);
  g_clear_pointer (&label->name, g_free);
  g_clear_pointer (&label->key, g_free);
}

PrnSegmentLabel
prn_segment_label_copy (const PrnSegmentLabel *label)
{
  return (PrnSegmentLabel){ label->of_map, g_strdup (label->id), g_strdup (label->name),
                            g_strdup (label->key) };
}

void
prn_segment_label_spell (PrnSegmentLabel *label, const char *text)
{
  if (label->id == NULL || strcmp (text, label->id) >= 0)
    return;
  g_free (label->id);
  g_free (label->name);
  label->id = g_strdup (text);
  label->name = g_strdup (text);
}

/* --- The map's --- */

PrnSegmentLabel *
prn_segments_of_map (PrnPlan *plan, guint *n)
{
  const PrnSegment *const *segments = prn_map_segments (plan->map, n);
  PrnSegmentLabel *labels = g_new (PrnSegmentLabel, *n);

  for (guint i = 0; i < *n; i++) {
    const char *id = segments[i]->element.id;

    labels[i] = (PrnSegmentLabel){ TRUE, g_strdup (id),
                                   g_strdup (prn_element_label (segments[i])), g_strdup (id) };
  }
  return labels;
}

static guint32
find_attribute (PrnSegments *segments, guint32 *known, guint32 column)
{
  const char *name = g_ptr_array_index (segments->binding->plan->columns, column);
  PrnBoundAttribute *attribute = &segments->attributes[segments->n_attributes];

  if (known[column] == PRN_NONE &&
      prn_binding_attribute (segments->binding, name, attribute)) {
    segments->any_table |= attribute->table_column >= 0;
    known[column] = segments->n_attributes++;
  }
  return known[column];
}

static void
add_map_segments (PrnSegments *segments)
{
  const PrnPlan *plan = segments->binding->plan;
  g_autofree guint32 *known = g_new (guint32, plan->columns->len);

  memset (known, 0xff, plan->columns->len * sizeof *known);
  segments->labels = prn_segments_of_map (segments->binding->plan, &segments->n);
  segments->attributes = g_new (PrnBoundAttribute, plan->columns->len);
  segments->filter_attribute = g_new (guint32, plan->filters->len);
  for (guint i = 0; i < segments->n; i++) {
    const PrnPlanSegment *segment = &plan->segments[i];

    for (guint32 k = segment->first_filter; k < segment->first_filter + segment->n_filters; k++)
      segments->filter_attribute[k] = find_attribute (
          segments, known, g_array_index (plan->filters, PrnPlanFilter, k).column);
  }
}

/* --- A column's --- */

static const char *
value_text (const PrnSegments *segments, guint value)
{
  const PrnBoundAttribute *attribute = &segments->column;

  if (value >= attribute->first_row_value)
    return prn_table_cell (segments->binding->customers, value - attribute->first_row_value,
                           (guint) attribute->table_column);
  return value == 0 ? ""
                    : prn_log_value (segments->binding->log, (guint) attribute->log_column, value);
}

static PrnSegmentLabel *
note_value (GHashTable *labels, const char *text)
{
  g_autofree char *folded = prn_log_fold (text, -1);
  PrnSegmentLabel *label = g_hash_table_lookup (labels, folded);

  if (label == NULL) {
    label = g_new0 (PrnSegmentLabel, 1);
    label->id = *folded != '\0' ? g_strdup (text) : NULL;
    label->name = g_strdup (*folded != '\0' ? text : "(missing)");
    label->key = g_steal_pointer (&folded);
    g_hash_table_insert (labels, label->key, label);
  } else {
    prn_segment_label_spell (label, text);
  }
  return label;
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const PrnSegmentLabel *one = *(gpointer const *) a, *other = *(gpointer const *) b;

  if ((one->id == NULL) != (other->id == NULL))
    return one->id == NULL ? 1 : -1;
  return strcmp (one->key, other->key);
}

/* Numbers the labels in order, and takes what they hold. */
static void
take_labels (PrnSegments *segments, GHashTable *labels, PrnSegmentLabel **of_value, guint n_values)
{
  guint first = segments->n;
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer each;

  g_hash_table_iter_init (&iter, labels);
  while (g_hash_table_iter_next (&iter, NULL, &each))
    g_ptr_array_add (sorted, each);
  g_ptr_array_sort (sorted, compare_labels);
  segments->n += sorted->len;
  segments->labels = g_renew (PrnSegmentLabel, segments->labels, segments->n);
  for (guint i = 0; i < sorted->len; i++) {
    PrnSegmentLabel *label = g_ptr_array_index (sorted, i);

    g_hash_table_insert (places, label, GUINT_TO_POINTER (first + i));
    segments->labels[first + i] = *label;
  }
  segments->value_segment = g_new (guint32, n_values);
  for (guint i = 0; i < n_values; i++)
    segments->value_segment[i] = GPOINTER_TO_UINT (g_hash_table_lookup (places, of_value[i]));
}

void
prn_segments_set_error_too_many (const char *column, guint n, GError **error)
{
  g_autofree char *quoted = prn_quote (column);

  g_set_error (
      error, PRN_ERROR, PRN_ERROR_LIMIT,
      _ ("the column %s has more than %d different values (%u or more); segments are made of "
         "a column with fewer"),
      quoted, PRN_SEGMENTS_MAX_VALUES, n);
}

static gboolean
add_column_segments (PrnSegments *segments, const char *column, GError **error)
{
  const PrnBinding *binding = segments->binding;
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree PrnSegmentLabel **of_value = NULL;
  guint n_values;

  if (!prn_binding_attribute (binding, column, &segments->column)) {
    g_autofree char *quoted = prn_quote (column);

    g_set_error (error, PRN_ERROR, PRN_ERROR_REFERENCE,
                 _ ("there is no column %s to make segments of; name a column of the log or of the "
                    "table of customers"),
                 quoted);
    return FALSE;
  }
  segments->any_table |= segments->column.table_column >= 0;
  n_values = segments->column.first_row_value;
  if (segments->column.table_column >= 0)
    n_values += prn_table_n_rows (binding->customers);

  of_value = g_new (PrnSegmentLabel *, n_values);
  for (guint i = 0; i < n_values; i++) {
    of_value[i] = note_value (labels, value_text (segments, i));
    if (g_hash_table_size (labels) > PRN_SEGMENTS_MAX_VALUES + 1)
      break;
  }
  if (g_hash_table_size (labels) > PRN_SEGMENTS_MAX_VALUES + 1) {
    guint n = g_hash_table_size (labels) - 1;

    take_labels (segments, labels, of_value, 0);
    prn_segments_set_error_too_many (column, n, error);
    return FALSE;
  }
  take_labels (segments, labels, of_value, n_values);
  return TRUE;
}

PrnSegments *
prn_segments_new (const PrnBinding *binding, const char *column, GError **error)
{
  g_autoptr (PrnSegments) segments = g_new0 (PrnSegments, 1);

  segments->binding = binding;
  add_map_segments (segments);
  if (column != NULL && !add_column_segments (segments, column, error))
    return NULL;
  return g_steal_pointer (&segments);
}

void
prn_segments_free (PrnSegments *segments)
{
  for (guint i = 0; i < segments->n; i++)
    prn_segment_label_clear (&segments->labels[i]);
  g_free (segments->labels);
  g_free (segments->attributes);
  g_free (segments->filter_attribute);
  g_free (segments->value_segment);
  g_free (segments);
}

const PrnSegmentLabel *
prn_segments_labels (const PrnSegments *segments, guint *n)
{
  *n = segments->n;
  return segments->labels;
}

/* --- A customer --- */

/* The attribute as last known, from the last row back; the table's cells come before all rows. */
static guint32
last_value (const PrnBoundAttribute *attribute,
            const PrnLogPart *part,
            guint32 first,
            guint32 end,
            gboolean in_table,
            guint table_row,
            const PrnBinding *binding)
{
  if (attribute->log_column >= 0) {
    const guint32 *cells = part->cells[attribute->log_column];

    for (guint32 row = end; row > first; row--)
      if (cells[row - 1] != 0)
        return cells[row - 1];
  }
  if (in_table && attribute->table_column >= 0 &&
      *prn_table_cell (binding->customers, table_row, (guint) attribute->table_column) != '\0')
    return attribute->first_row_value + table_row;
  return 0;
}

static gboolean
is_member (const PrnSegments *segments, const PrnPlanSegment *segment, const guint32 *values)
{
  for (guint32 i = segment->first_filter; i < segment->first_filter + segment->n_filters; i++) {
    guint32 attribute = segments->filter_attribute[i];

    if (!prn_binding_passes (segments->binding, i,
                             attribute == PRN_NONE ? 0 : values[attribute]))
      return FALSE;
  }
  return TRUE;
}

guint
prn_segments_of_customer (const PrnSegments *segments,
                          const PrnLogPart *part,
                          guint32 customer,
                          guint32 end,
                          guint32 *members)
{
  const PrnBinding *binding = segments->binding;
  const guint32 *offset = part->id_offset + customer;
  g_autofree guint32 *many = NULL;
  guint32 few[16];
  guint32 *values = few;
  guint table_row = 0, n = 0;
  gboolean in_table;

  if (segments->n == 0)
    return 0;
  in_table = segments->any_table && prn_table_find (binding->customers, part->ids + offset[0],
                                                    offset[1] - offset[0], &table_row);
  if (segments->n_attributes > G_N_ELEMENTS (few))
    values = many = g_new (guint32, segments->n_attributes);
  for (guint i = 0; i < segments->n_attributes; i++)
    values[i] = last_value (&segments->attributes[i], part, part->first_row[customer], end,
                            in_table, table_row, binding);

  for (guint32 i = 0; i < binding->plan->n_segments; i++)
    if (is_member (segments, &binding->plan->segments[i], values))
      members[n++] = i;
  if (segments->value_segment != NULL)
    members[n++] = segments->value_segment[last_value (
        &segments->column, part, part->first_row[customer], end, in_table, table_row, binding)];
  return n;
}
