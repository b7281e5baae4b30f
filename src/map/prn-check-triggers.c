/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check-private.h"

#include <math.h>

#include "prn-map-write.h"

/* The trigger of a stage that is the first to fire whatever a customer does. */
typedef struct {
  gint64 latest; /* after entering */
  guint trigger;
} Clock;

static void
find_clock_cb (PrnCheck *check, guint trigger, guint stage, gpointer user_data)
{
  Clock *clock = (Clock *) user_data + stage;
  gint64 latest = prn_check_latest (check->triggers[trigger]->when);

  /* At the moment of entering the stage it leads to may be one the customer just came from. */
  if (latest > 0 && latest < clock->latest)
    *clock = (Clock){ latest, trigger };
}

typedef struct {
  const Clock *clocks;
  guint n_sources;
  guint n_too_late;
  guint earlier; /* a trigger that fires before */
} Race;

static void
race_cb (PrnCheck *check, guint trigger, guint stage, gpointer user_data)
{
  Race *race = user_data;
  const Clock *clock = &race->clocks[stage];
  gint64 earliest = prn_check_earliest (check->triggers[trigger]->when);

  race->n_sources++;
  if (clock->latest < earliest || (clock->latest == earliest && clock->trigger < trigger)) {
    race->n_too_late++;
    race->earlier = clock->trigger;
  }
}

/* Returns: whether the trigger is always overtaken by one that time alone fires */
static gboolean
check_race (PrnCheck *check, guint i, const Clock *clocks)
{
  Race race = { .clocks = clocks };

  prn_check_foreach_source (check, i, race_cb, &race);
  if (race.n_sources == 0 || race.n_too_late < race.n_sources)
    return FALSE;
  prn_check_add (check, PRN_KIND_TRIGGER, i, "when",
                 "this trigger can never fire, because “%s” always fires before; make its condition "
                 "hold earlier",
                 prn_element_id (check->triggers[race.earlier]));
  return TRUE;
}

static void
count_cb (PrnCheck *check, guint trigger, guint stage, gpointer user_data)
{
  guint *n = user_data;

  (*n)++;
}

static void
check_source (PrnCheck *check, guint i)
{
  const PrnCheckArrow *arrow = &check->arrows[i];
  guint n = 0;

  if (!arrow->from_any && arrow->from_stage == PRN_NOWHERE && arrow->from_phase == PRN_NOWHERE)
    return;
  prn_check_foreach_source (check, i, count_cb, &n);
  if (n == 0)
    prn_check_add (check, PRN_KIND_TRIGGER, i, "from",
                   "this trigger can never fire, because %s; let it leave from a stage",
                   arrow->from_any ? "there is no stage but exits and the one it leads to"
                                   : "the phase has no stage but the one it leads to");
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
  prn_check_add (check, PRN_KIND_TRIGGER, i, "when",
                 "this trigger can never fire, because “%s” leaves from there on the same condition "
                 "and comes first; change one of the conditions",
                 first->element.id);
  return TRUE;
}

static void
check_condition (PrnCheck *check, guint i, const Clock *clocks, GHashTable *seen)
{
  const PrnTrigger *trigger = check->triggers[i];
  const char *why;

  if (trigger->when == NULL) {
    prn_check_add (check, PRN_KIND_TRIGGER, i, "when",
                   isnan (trigger->share)
                       ? "this trigger can never fire, because it has no condition and no share; "
                         "say with `when` what makes customers move"
                       : "this trigger can never fire in a replay, because it has no condition; say "
                         "with `when` what makes customers move");
    return;
  }
  if (prn_check_condition_is_impossible (check->map, trigger->when, &why))
    prn_check_add (check, PRN_KIND_TRIGGER, i, "when",
                   "this trigger can never fire, because %s; change its condition", why);
  else if (!check_repeated (check, i, seen))
    check_race (check, i, clocks);
}

static void
check_by_segment (PrnCheck *check, guint i)
{
  const PrnTrigger *trigger = check->triggers[i];
  g_autoptr (GHashTable) seen = NULL;

  if (trigger->by_segment.n < 2)
    return;
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint k = 0; k < trigger->by_segment.n; k++) {
    const char *segment = trigger->by_segment.items[k].segment;

    if (segment != NULL && !g_hash_table_add (seen, (gpointer) segment)) {
      g_autofree char *quoted = prn_quote (segment);

      prn_check_add (check, PRN_KIND_TRIGGER, i, "by_segment",
                     "the segment %s stands here twice; only the first counts, remove the other",
                     quoted);
    }
  }
}

void
prn_check_triggers (PrnCheck *check)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree Clock *clocks = g_new (Clock, check->n_stages);

  for (guint i = 0; i < check->n_stages; i++)
    clocks[i] = (Clock){ G_MAXINT64, G_MAXUINT };
  for (guint i = 0; i < check->n_triggers; i++)
    if (check->triggers[i]->when != NULL &&
        prn_check_latest (check->triggers[i]->when) < G_MAXINT64)
      prn_check_foreach_source (check, i, find_clock_cb, clocks);

  for (guint i = 0; i < check->n_triggers; i++) {
    check_source (check, i);
    check_condition (check, i, clocks, seen);
    check_by_segment (check, i);
  }
}
