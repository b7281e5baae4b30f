/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-tally-set.h"

PrnTallySet *
prn_tally_set_new (PrnPlan *plan,
                   PrnMeasures *measures,
                   gboolean is_simulation,
                   gint64 as_of,
                   guint n_activities)
{
  PrnTallySet *set = g_new0 (PrnTallySet, 1);

  set->plan = prn_plan_ref (plan);
  if (measures != NULL)
    set->measures = prn_measures_ref (measures);
  set->is_simulation = is_simulation;
  set->as_of = as_of;
  set->n_activities = n_activities;
  set->total = prn_tally_new (plan, measures, n_activities);
  return set;
}

void
prn_tally_set_free (PrnTallySet *set)
{
  for (guint i = 0; i < set->n_rejects; i++)
    g_free (set->rejects[i].reason);
  for (guint i = 0; set->activities != NULL && i < set->n_activities; i++)
    g_free (set->activities[i]);
  for (guint i = 0; i < set->n_segments; i++) {
    prn_segment_label_clear (&set->labels[i]);
    g_clear_pointer (&set->segments[i], prn_tally_free);
  }
  g_free (set->rejects);
  g_free (set->activities);
  g_free (set->labels);
  g_free (set->segments);
  g_free (set->by_column);
  prn_tally_free (set->total);
  g_clear_pointer (&set->measures, prn_measures_unref);
  prn_plan_unref (set->plan);
  g_free (set);
}

void
prn_tally_set_segment_by (PrnTallySet *set,
                          const PrnSegmentLabel *labels,
                          guint n,
                          const char *column)
{
  set->by_column = g_strdup (column);
  set->n_segments = n;
  set->segments = g_new0 (PrnTally *, n);
  set->labels = g_new0 (PrnSegmentLabel, n);
  for (guint i = 0; i < n; i++)
    set->labels[i] = prn_segment_label_copy (&labels[i]);
}

void
prn_tally_set_segment_by_map (PrnTallySet *set)
{
  set->labels = prn_segments_of_map (set->plan, &set->n_segments);
  set->segments = g_new0 (PrnTally *, set->n_segments);
}

PrnTally *
prn_tally_set_segment (PrnTallySet *set, guint32 segment)
{
  if (G_UNLIKELY (set->segments[segment] == NULL))
    set->segments[segment] = prn_tally_new (set->plan, set->measures, set->n_activities);
  return set->segments[segment];
}

void
prn_tally_set_settle (PrnTallySet *set)
{
  prn_tally_settle (set->total);
  for (guint i = 0; i < set->n_segments; i++)
    if (set->segments[i] != NULL)
      prn_tally_settle (set->segments[i]);
}

void
prn_tally_set_take_log (PrnTallySet *set, PrnLog *log)
{
  guint n;
  const PrnReject *rejects = prn_log_rejects (log, &n);

  set->read = prn_log_n_read (log);
  set->accepted = prn_log_n_accepted (log);
  set->rejected = prn_log_n_rejected (log);
  set->n_rejects = MIN (n, PRN_LOG_MAX_REJECTS);
  set->rejects = g_new (PrnReportReject, set->n_rejects);
  for (guint i = 0; i < set->n_rejects; i++)
    set->rejects[i] = (PrnReportReject){ rejects[i].line, g_strdup (rejects[i].reason) };
  set->activities = g_new (char *, set->n_activities);
  for (guint i = 0; i < set->n_activities; i++)
    set->activities[i] = g_strdup (prn_log_activity (log, i));
}

void
prn_tally_set_merge (PrnTallySet *set, const PrnTallySet *other)
{
  prn_tally_merge (set->total, other->total, NULL);
  for (guint i = 0; i < set->n_segments; i++)
    if (other->segments[i] != NULL)
      prn_tally_merge (prn_tally_set_segment (set, i), other->segments[i], NULL);
}

void
prn_tally_set_subtract (PrnTallySet *set, const PrnTallySet *other)
{
  prn_tally_subtract (set->total, other->total);
  for (guint i = 0; i < set->n_segments; i++)
    if (other->segments[i] != NULL)
      prn_tally_subtract (prn_tally_set_segment (set, i), other->segments[i]);
}
