/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-discover.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-directly-follows.h"
#include "prn-error.h"
#include "prn-schema.h"

typedef struct {
  PrnLog *log;
  const PrnPairs *pairs;
  GHashTable *ids;     /* taken id -> the number to try next after it */
  GPtrArray *elements; /* of the new map */
  char **stage_ids;    /* by activity */
  char **event_ids;
} PrnDiscovery;

/* An id that nothing has yet: `view`, `view-2`, `view-3` ... */
static char *
take_id (PrnDiscovery *discovery, const char *wanted)
{
  g_autofree char *base = g_strndup (wanted, PRN_LIMIT_ID);
  char *id = g_strdup (base);
  guint n = MAX (GPOINTER_TO_UINT (g_hash_table_lookup (discovery->ids, base)), 2);

  while (g_hash_table_contains (discovery->ids, id)) {
    char ending[16];
    int length = g_snprintf (ending, sizeof ending, "-%u", n++);

    g_free (id);
    id = g_strdup_printf ("%.*s%s", PRN_LIMIT_ID - length, base, ending);
  }
  g_hash_table_insert (discovery->ids, g_steal_pointer (&base), GUINT_TO_POINTER (n));
  g_hash_table_insert (discovery->ids, g_strdup (id), GUINT_TO_POINTER (2));
  return id;
}

static void
take_ids (PrnDiscovery *discovery)
{
  guint n = discovery->pairs->n_activities;

  discovery->stage_ids = g_new0 (char *, n + 1);
  discovery->event_ids = g_new0 (char *, n + 1);

  /* Stages first: theirs are the ids that people read in reports. */
  for (guint i = 0; i < n; i++) {
    g_autofree char *id = prn_id_from_name (prn_log_activity (discovery->log, i));

    discovery->stage_ids[i] = take_id (discovery, id);
  }
  for (guint i = 0; i < n; i++)
    discovery->event_ids[i] = take_id (discovery, discovery->stage_ids[i]);
}

static PrnCondition *
new_event_condition (const char *event)
{
  PrnCondition *condition = g_new0 (PrnCondition, 1);

  prn_record_init (&prn_condition_record, condition);
  condition->kind = PRN_CONDITION_EVENT;
  prn_element_set_text (&condition->ref, event);
  return condition;
}

static void
add_stage (PrnDiscovery *discovery, guint activity)
{
  PrnStage *stage = prn_element_new (PRN_KIND_STAGE, discovery->stage_ids[activity]);

  prn_element_set_text (&stage->name, prn_log_activity (discovery->log, activity));
  if (discovery->pairs->firsts[activity] > 0) {
    stage->role = PRN_ROLE_ENTRY;
    stage->enter = new_event_condition (discovery->event_ids[activity]);
  }
  g_ptr_array_add (discovery->elements, stage);
}

/* The names are written down: without them the id would be one too, and it may well be what
 * another activity of the log is called. */
static void
add_event (PrnDiscovery *discovery, guint activity)
{
  PrnEvent *event = prn_element_new (PRN_KIND_EVENT, discovery->event_ids[activity]);
  const char *name = prn_log_activity (discovery->log, activity);

  prn_element_set_text (&event->name, name);
  prn_element_set_text (&event->stage, discovery->stage_ids[activity]);
  event->match.has_names = TRUE;
  event->match.names.n = 1;
  event->match.names.items = g_new0 (char *, 1);
  event->match.names.items[0] = g_strdup (name);
  g_ptr_array_add (discovery->elements, event);
}

static void
add_trigger (PrnDiscovery *discovery, const PrnPair *pair)
{
  const char *from = discovery->stage_ids[pair->from];
  const char *to = discovery->stage_ids[pair->to];
  g_autofree char *wanted = g_strdup_printf ("%s-to-%s", from, to);
  g_autofree char *id = take_id (discovery, wanted);
  PrnTrigger *trigger = prn_element_new (PRN_KIND_TRIGGER, id);

  prn_element_set_text (&trigger->from, from);
  prn_element_set_text (&trigger->to, to);
  trigger->when = new_event_condition (discovery->event_ids[pair->to]);
  g_ptr_array_add (discovery->elements, trigger);
}

static gboolean
check_limits (const PrnDiscovery *discovery, const gboolean *kept, GError **error)
{
  guint64 n = 2 * (guint64) discovery->pairs->n_activities;

  if (n == 0) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_LIMIT,
                 _ ("no row was taken in; a map needs at least one activity"));
    return FALSE;
  }
  for (guint i = 0; i < discovery->pairs->n_activities; i++)
    if (strlen (prn_log_activity (discovery->log, i)) > PRN_LIMIT_NAME) {
      g_set_error (error, PRN_ERROR, PRN_ERROR_LIMIT,
                   _ ("an activity has a name of over %d bytes; is it the right column?"),
                   PRN_LIMIT_NAME);
      return FALSE;
    }
  for (guint i = 0; i < discovery->pairs->pairs->len; i++)
    n += (guint64) kept[i];
  if (n > PRN_LIMIT_ELEMENTS) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_LIMIT,
                 _ ("the map would have %lu elements, over %d; keep fewer moves, or see that "
                    "the column holds activities"),
                 (gulong) n, PRN_LIMIT_ELEMENTS);
    return FALSE;
  }
  return TRUE;
}

static PrnMap *
make_map (PrnDiscovery *discovery, const gboolean *kept, const char *title)
{
  g_autoptr (PrnMap) empty = prn_map_new (title);

  take_ids (discovery);
  for (guint i = 0; i < discovery->pairs->n_activities; i++) {
    add_stage (discovery, i);
    add_event (discovery, i);
  }
  for (guint i = 0; i < discovery->pairs->pairs->len; i++)
    if (kept[i])
      add_trigger (discovery, &g_array_index (discovery->pairs->pairs, PrnPair, i));
  return prn_map_with_all (empty, discovery->elements->pdata, discovery->elements->len);
}

PrnMap *
prn_discover (PrnLog *log, const char *title, double keep, GError **error)
{
  g_autoptr (PrnPairs) pairs = prn_pairs_new (log);
  g_autofree gboolean *kept = prn_pairs_keep (pairs, keep);
  PrnDiscovery discovery = { .log = log, .pairs = pairs };
  PrnMap *map;

  if (!check_limits (&discovery, kept, error))
    return NULL;

  discovery.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  discovery.elements = g_ptr_array_new_with_free_func (prn_element_unref);
  map = make_map (&discovery, kept, title);
  g_hash_table_unref (discovery.ids);
  g_ptr_array_unref (discovery.elements);
  g_strfreev (discovery.stage_ids);
  g_strfreev (discovery.event_ids);
  return map;
}
