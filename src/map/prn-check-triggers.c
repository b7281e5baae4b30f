/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-map-write.h"

static void
check_race (PrnCheck *check, guint i, PrnCheckRace *race)
{
  guint earlier;

  if (prn_check_race_is_lost (race, i, &earlier))
    prn_check_add (check, PRN_PROBLEM_TRIGGER_OVERTAKEN, PRN_KIND_TRIGGER, i, "when",
                   _ ("this trigger can never fire, because “%s” always fires before; make its "
                      "condition hold earlier"),
                   prn_element_id (check->triggers[earlier]));
}

static void
check_source (PrnCheck *check, guint i, PrnCheckRace *race)
{
  const PrnCheckArrow *arrow = &check->arrows[i];

  if (!arrow->from_any && arrow->from_stage == PRN_NOWHERE && arrow->from_phase == PRN_NOWHERE)
    return;
  if (prn_check_race_count_sources (race, i) == 0)
    prn_check_add (check, PRN_PROBLEM_TRIGGER_WITHOUT_SOURCE, PRN_KIND_TRIGGER, i, "from",
                   _ ("this trigger can never fire, because %s; let it leave from a stage"),
                   arrow->from_any ? _ ("there is no stage but exits and the one it leads to")
                                   : _ ("the phase has no stage but the one it leads to"));
}

/* Two triggers with one source and one condition: the first in the map always wins. A source of
 * many stages is not one when they lead to different stages, each of which the other can leave. */
static gboolean
check_repeated (PrnCheck *check, guint i, GHashTable *seen)
{
  const PrnTrigger *trigger = check->triggers[i];
  GString *key = g_string_new (trigger->from);
  const PrnTrigger *first;

  if (check->arrows[i].from_stage == PRN_NOWHERE)
    g_string_append_printf (key, "\n%s", trigger->to);
  g_string_append_c (key, '\n');
  prn_record_append (&prn_condition_record, trigger->when, key, 0);
  first = g_hash_table_lookup (seen, key->str);
  if (first == NULL) {
    g_hash_table_insert (seen, g_string_free (key, FALSE), (gpointer) trigger);
    return FALSE;
  }
  g_string_free (key, TRUE);
  prn_check_add (
      check, PRN_PROBLEM_TRIGGER_REPEATED, PRN_KIND_TRIGGER, i, "when",
      _ ("this trigger can never fire, because “%s” leaves from there on the same condition "
         "and comes first; change one of the conditions"),
      first->element.id);
  return TRUE;
}

static void
check_condition (PrnCheck *check, guint i, PrnCheckRace *race, GHashTable *seen)
{
  const PrnTrigger *trigger = check->triggers[i];
  const char *why;

  if (trigger->when == NULL) {
    prn_check_add (
        check, PRN_PROBLEM_TRIGGER_WITHOUT_CONDITION, PRN_KIND_TRIGGER, i, "when",
        isnan (trigger->share)
            ? _ ("this trigger can never fire, because it has no condition and no share; "
                 "say with `when` what makes customers move")
            : _ ("this trigger can never fire in a replay, because it has no condition; say "
                 "with `when` what makes customers move"));
    return;
  }
  if (prn_check_condition_is_impossible (check->map, trigger->when, &why))
    prn_check_add (check, PRN_PROBLEM_TRIGGER_NEVER, PRN_KIND_TRIGGER, i, "when",
                   _ ("this trigger can never fire, because %s; change its condition"), why);
  else if (!check_repeated (check, i, seen))
    check_race (check, i, race);
}

static void
check_by_segment (PrnCheck *check, guint i)
{
  const PrnTrigger *trigger = check->triggers[i];
  g_autoptr (GHashTable) seen = NULL;

  if (trigger->by_segment.n < 2)
    return;
  seen = g_hash_table_new (prn_text_hash, g_str_equal);
  for (guint k = 0; k < trigger->by_segment.n; k++) {
    const char *segment = trigger->by_segment.items[k].segment;

    if (segment != NULL && !g_hash_table_add (seen, (gpointer) segment)) {
      g_autofree char *quoted = prn_quote (segment);

      prn_check_add (
          check, PRN_PROBLEM_SEGMENT_TWICE, PRN_KIND_TRIGGER, i, "by_segment",
          _ ("the segment %s stands here twice; only the first counts, remove the other"), quoted);
    }
  }
}

void
prn_check_triggers (PrnCheck *check)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (prn_text_hash, g_str_equal, g_free, NULL);
  g_autoptr (PrnCheckRace) race = prn_check_race_new (check);

  for (guint i = 0; i < check->n_triggers; i++) {
    check_source (check, i, race);
    check_condition (check, i, race, seen);
    check_by_segment (check, i);
  }
}
