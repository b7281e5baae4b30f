/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-mend.h"

#include <math.h>

#include "prn-record-json.h"

/* Of two members of which exactly one stands, the other goes; two that share one place are one. */
static void
clear_alternatives (const PrnSlot *slot)
{
  if (!(slot->member->flags & PRN_MEMBER_ONE_OF))
    return;
  for (guint i = 0; i < slot->record->n_members; i++) {
    const PrnMember *other = &slot->record->members[i];

    if ((other->flags & PRN_MEMBER_ONE_OF) && other->offset != slot->member->offset &&
        prn_member_applies (other, slot->record, slot->data))
      prn_member_read_json (other, slot->record, slot->data, NULL, NULL);
  }
}

static gboolean
set_sibling (const PrnSlot *slot, const char *name, const char *json, GError **error)
{
  PrnSlot sibling;

  return prn_slot_find (&sibling, slot->record, slot->data, name, error) &&
         prn_member_read_json (sibling.member, sibling.record, sibling.data, json, error);
}

/* A filter has as many values as its test compares with. */
static gboolean
mend_filter (const PrnSlot *slot, GError **error)
{
  PrnFilter *filter = slot->data;
  gboolean takes_list = filter->op == PRN_OP_IN || filter->op == PRN_OP_NOT_IN;
  PrnSlot first;
  g_autofree char *json = NULL;

  if (takes_list || filter->op == PRN_OP_EXISTS || filter->op == PRN_OP_MISSING)
    return TRUE;
  if (filter->values.n == 0)
    return set_sibling (slot, "value", "\"\"", error);
  if (filter->values.n == 1)
    return TRUE;
  first = (PrnSlot){ slot->record, slot->data,
                     prn_record_find_member (slot->record, "value"), -1 };
  json = prn_slot_json (&first);
  return set_sibling (slot, "value", json, error);
}

static PrnMetric
metric_of (PrnMap *map, const PrnTarget *target)
{
  gconstpointer element = prn_map_lookup (map, target->of);

  if (element == NULL)
    return target->metric >= PRN_METRIC_EXIT_SHARE ? target->metric : PRN_METRIC_GOAL_SHARE;
  if (prn_element_kind (element) == PRN_KIND_TRIGGER)
    return PRN_METRIC_SHARE;
  return target->metric <= PRN_METRIC_MEDIAN_DWELL ? target->metric : PRN_METRIC_REACH;
}

/* A target measures what its subject has, and its bound is of the measure's type. */
static gboolean
mend_target (PrnMap *map, const PrnSlot *slot, GError **error)
{
  PrnTarget *target = slot->data;
  const char *bound = target->at_most ? "at_most" : "at_least";

  if (g_str_equal (slot->member->name, "of")) {
    PrnMetric metric = metric_of (map, target);
    const PrnMember *row = prn_record_find_member (slot->record, "metric");
    g_autofree char *json = g_strdup_printf ("\"%s\"", row->choices[metric]);

    if (metric != target->metric && !set_sibling (slot, "metric", json, error))
      return FALSE;
  }
  if (target->metric == PRN_METRIC_MEDIAN_DWELL) {
    target->bound = NAN;
    return target->bound_duration.us >= 0 || set_sibling (slot, bound, "\"2w\"", error);
  }
  target->bound_duration = PRN_DURATION_NONE;
  return !isnan (target->bound) || set_sibling (slot, bound, "0.5", error);
}

gboolean
prn_edit_mend (PrnMap *map, const PrnSlot *slot, GError **error)
{
  const char *name = slot->member->name;

  clear_alternatives (slot);
  if (slot->record == &prn_filter_record && g_str_equal (name, "op"))
    return mend_filter (slot, error);
  if (slot->record == prn_record_of_kind (PRN_KIND_TARGET) &&
      (g_str_equal (name, "metric") || g_str_equal (name, "of")))
    return mend_target (map, slot, error);
  return TRUE;
}
