/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adding tallies of different logs. */

#include "prn-tally-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-error.h"
#include "prn-hash.h"

/* What the sum is made of, and where the parts' things are in it. */
typedef struct {
  PrnTallySet **sets;
  guint n;
  GHashTable *activity_places; /* folded -> index + 1 */
  GPtrArray *activities;
  GArray *labels; /* PrnSegmentLabel, owned by the array */
} Sum;

static gboolean
same_conversions (const PrnMeasures *a, const PrnMeasures *b)
{
  gboolean same = a->n_clocks == b->n_clocks;

  for (guint i = 0; same && i < a->n_clocks; i++)
    same = a->clocks[i].from == b->clocks[i].from && a->clocks[i].n_to == b->clocks[i].n_to &&
           memcmp (a->clocks[i].to, b->clocks[i].to, a->clocks[i].n_to * sizeof (guint32)) == 0;
  return same;
}

static gboolean
can_be_added (const PrnTallySet *a, const PrnTallySet *b, GError **error)
{
  const char *differ = NULL;

  if (a->as_of != b->as_of)
    differ = _ ("the tallies end at different instants; replay all parts with the same --as-of");
  else if (g_strcmp0 (a->by_column, b->by_column) != 0)
    differ = _ ("the tallies have different segments; replay all parts with the same --segment-by");
  else if (!same_conversions (a->measures, b->measures))
    differ =
        _ ("the tallies measure different conversions; replay all parts with the same --convert");
  if (differ != NULL)
    g_set_error_literal (error, PRN_ERROR, PRN_ERROR_USAGE, differ);
  return differ == NULL;
}

/* --- Activities --- */

static guint32
place_activity (Sum *sum, const char *activity)
{
  g_autofree char *folded = prn_log_fold (activity, -1);
  gpointer place = g_hash_table_lookup (sum->activity_places, folded);

  if (place == NULL) {
    g_ptr_array_add (sum->activities, g_strdup (activity));
    place = GUINT_TO_POINTER (sum->activities->len);
    g_hash_table_insert (sum->activity_places, g_steal_pointer (&folded), place);
  }
  return GPOINTER_TO_UINT (place) - 1;
}

/* --- Segments --- */

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const PrnSegmentLabel *one = a, *other = b;

  if ((one->id == NULL) != (other->id == NULL))
    return one->id == NULL ? 1 : -1;
  return strcmp (one->key, other->key);
}

static guint
find_label (const GArray *labels, const PrnSegmentLabel *wanted)
{
  guint i = 0;

  while (i < labels->len) {
    const PrnSegmentLabel *label = &g_array_index (labels, PrnSegmentLabel, i);

    if (label->of_map == wanted->of_map && g_str_equal (label->key, wanted->key))
      break;
    i++;
  }
  return i;
}

/* The map's segments come first in every set, in one order; the values are sorted again. */
static void
gather_labels (Sum *sum)
{
  guint n_of_map = 0;

  for (guint i = 0; i < sum->n; i++)
    for (guint k = 0; k < sum->sets[i]->n_segments; k++) {
      const PrnSegmentLabel *label = &sum->sets[i]->labels[k];
      guint place = find_label (sum->labels, label);

      if (place < sum->labels->len) {
        if (label->id != NULL && !label->of_map)
          prn_segment_label_spell (&g_array_index (sum->labels, PrnSegmentLabel, place), label->id);
      } else {
        PrnSegmentLabel copy = prn_segment_label_copy (label);

        g_array_append_val (sum->labels, copy);
        n_of_map += copy.of_map;
      }
    }
  if (sum->labels->len > n_of_map)
    qsort (&g_array_index (sum->labels, PrnSegmentLabel, n_of_map), sum->labels->len - n_of_map,
           sizeof (PrnSegmentLabel), compare_labels);
}

/* --- The sum --- */

static void
add_rejects (PrnTallySet *to, const PrnTallySet *from)
{
  for (guint i = 0; i < from->n_rejects && to->n_rejects < PRN_LOG_MAX_REJECTS; i++)
    to->rejects[to->n_rejects++] =
        (PrnReportReject){ from->rejects[i].line, g_strdup (from->rejects[i].reason) };
}

static void
add_set (Sum *sum, PrnTallySet *to, const PrnTallySet *from)
{
  g_autofree guint32 *activities = g_new (guint32, from->n_activities + 1);

  for (guint i = 0; i < from->n_activities; i++)
    activities[i] = place_activity (sum, from->activities[i]);
  to->read += from->read;
  to->accepted += from->accepted;
  to->rejected += from->rejected;
  add_rejects (to, from);
  prn_tally_merge (to->total, from->total, activities);
  for (guint i = 0; i < from->n_segments; i++)
    if (from->segments[i] != NULL)
      prn_tally_merge (prn_tally_set_segment (to, find_label (sum->labels, &from->labels[i])),
                       from->segments[i], activities);
}

static PrnTallySet *
make_sum (Sum *sum, PrnMeasures *measures)
{
  PrnTallySet *first = sum->sets[0];
  PrnTallySet *set =
      prn_tally_set_new (first->plan, measures, FALSE, first->as_of, sum->activities->len);

  set->rejects = g_new0 (PrnReportReject, PRN_LOG_MAX_REJECTS);
  set->activities = g_new (char *, set->n_activities);
  for (guint i = 0; i < set->n_activities; i++)
    set->activities[i] = g_strdup (g_ptr_array_index (sum->activities, i));
  prn_tally_set_segment_by (set, (const PrnSegmentLabel *) (gpointer) sum->labels->data,
                            sum->labels->len, first->by_column);
  for (guint i = 0; i < sum->n; i++)
    add_set (sum, set, sum->sets[i]);
  return set;
}

/* All that the parts have, with the calendar of the one that begins first. */
static PrnTallySet *
sum_up (Sum *sum, GError **error)
{
  PrnMeasures *earliest = sum->sets[0]->measures;

  for (guint i = 0; i < sum->n; i++) {
    const PrnTallySet *set = sum->sets[i];

    if (!can_be_added (sum->sets[0], set, error))
      return NULL;
    if (set->measures->calendar.first < earliest->calendar.first)
      earliest = set->measures;
    for (guint k = 0; k < set->n_activities; k++)
      place_activity (sum, set->activities[k]);
  }
  gather_labels (sum);
  if (sum->labels->len > sum->sets[0]->plan->n_segments + PRN_SEGMENTS_MAX_VALUES + 1) {
    prn_segments_set_error_too_many (sum->sets[0]->by_column, sum->labels->len, error);
    return NULL;
  }
  return make_sum (sum, earliest);
}

static void
clear_label (gpointer label)
{
  prn_segment_label_clear (label);
}

PrnTallySet *
prn_tally_set_sum (PrnTallySet **sets, guint n, GError **error)
{
  Sum sum = {
    .sets = sets,
    .n = n,
    .activity_places = g_hash_table_new_full (prn_text_hash, g_str_equal, g_free, NULL),
    .activities = g_ptr_array_new_with_free_func (g_free),
    .labels = g_array_new (FALSE, FALSE, sizeof (PrnSegmentLabel)),
  };
  PrnTallySet *set;

  g_array_set_clear_func (sum.labels, clear_label);
  set = sum_up (&sum, error);
  g_hash_table_unref (sum.activity_places);
  g_ptr_array_unref (sum.activities);
  g_array_unref (sum.labels);
  return set;
}
