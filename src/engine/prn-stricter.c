/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-stricter.h"

#include "prn-same.h"

/* No window is a window without end. */
static gboolean
is_within (PrnDuration window, PrnDuration other)
{
  return other.us < 0 || (window.us >= 0 && window.us <= other.us);
}

static gboolean
same_texts (const PrnTexts *texts, const PrnTexts *others)
{
  gboolean same = texts->n == others->n;

  for (guint i = 0; same && i < texts->n; i++)
    same = g_str_equal (texts->items[i], others->items[i]);
  return same;
}

static gboolean
is_stricter_group (const PrnCondition *condition, const PrnCondition *other)
{
  gboolean stricter = condition->members.n == other->members.n;

  for (guint i = 0; stricter && i < condition->members.n; i++)
    stricter = prn_condition_is_stricter (&condition->members.items[i], &other->members.items[i]);
  return stricter;
}

gboolean
prn_condition_is_stricter (const PrnCondition *condition, const PrnCondition *other)
{
  if (condition == NULL || other == NULL || condition->kind != other->kind)
    return condition == NULL;

  switch (condition->kind) {
  case PRN_CONDITION_EVENT:
    return g_str_equal (condition->ref, other->ref) && condition->since == other->since &&
           condition->count >= other->count && is_within (condition->within, other->within);
  case PRN_CONDITION_INACTIVE:
    return same_texts (&condition->events, &other->events) &&
           condition->duration.us >= other->duration.us;
  case PRN_CONDITION_DWELL:
    return condition->duration.us >= other->duration.us;
  case PRN_CONDITION_ALL:
  case PRN_CONDITION_ANY:
    return is_stricter_group (condition, other);
  case PRN_CONDITION_SCORE:
  case PRN_CONDITION_ATTRIBUTE:
  case PRN_CONDITION_SEGMENT:
    break;
  }
  return prn_record_same (&prn_condition_record, condition, other);
}
