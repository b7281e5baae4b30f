/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-replay-again.h"

#include "prn-map-parts.h"
#include "prn-replay-private.h"
#include "prn-same.h"

/* Customers are walked twice, as before and anew; beyond this share all of them once is less. */
#define MOST_TOUCHED .4

struct _PrnReplayMemory {
  gatomicrefcount ref_count;
  GMutex mutex;
  PrnPlan *plan; /* NULL: it is of nothing, and so are the others */
  PrnLog *log;
  PrnTrace **traces;
  PrnTallySet *set;
  gint64 as_of;
  gboolean counts_only;
  PrnTable *customers;
  char *segment_by;
};

PrnReplayMemory *
prn_replay_memory_new (void)
{
  PrnReplayMemory *memory = g_new0 (PrnReplayMemory, 1);

  g_atomic_ref_count_init (&memory->ref_count);
  g_mutex_init (&memory->mutex);
  return memory;
}

static void
forget (PrnReplayMemory *memory)
{
  if (memory->traces != NULL)
    prn_traces_free (memory->traces, memory->log);
  memory->traces = NULL;
  g_clear_pointer (&memory->set, prn_tally_set_free);
  g_clear_pointer (&memory->customers, prn_table_unref);
  g_clear_pointer (&memory->plan, prn_plan_unref);
  g_clear_pointer (&memory->log, prn_log_unref);
  g_clear_pointer (&memory->segment_by, g_free);
}

PrnReplayMemory *
prn_replay_memory_ref (PrnReplayMemory *memory)
{
  g_atomic_ref_count_inc (&memory->ref_count);
  return memory;
}

void
prn_replay_memory_unref (PrnReplayMemory *memory)
{
  if (!g_atomic_ref_count_dec (&memory->ref_count))
    return;
  forget (memory);
  g_mutex_clear (&memory->mutex);
  g_free (memory);
}

static gint64
as_of_options (const PrnReplayOptions *options, PrnLog *log)
{
  return options->has_as_of ? options->as_of : prn_log_last_time (log);
}

/* Whether the last replay was of the same customers, asked for the same. */
static gboolean
is_same_question (const PrnReplayMemory *memory, PrnLog *log, const PrnReplayOptions *options)
{
  return memory->log == log && memory->as_of == as_of_options (options, log) &&
         memory->counts_only == options->counts_only && memory->customers == options->customers &&
         g_strcmp0 (memory->segment_by, options->segment_by) == 0;
}

/* Triggers may differ in their conditions. */
static gboolean
is_same_trigger (const PrnTrigger *trigger, const PrnTrigger *other)
{
  const PrnRecord *record = prn_record_of_kind (PRN_KIND_TRIGGER);
  gboolean same = g_str_equal (trigger->element.id, other->element.id);

  for (guint i = 0; same && i < record->n_members; i++)
    same = g_str_equal (record->members[i].name, "when") ||
           prn_member_same (&record->members[i], record, trigger, other);
  return same;
}

/* Whether maps differ in the conditions of triggers alone, as far as a replay goes. */
static gboolean
is_same_map (PrnMap *map, PrnMap *other)
{
  gboolean same = prn_map_same_head (map, other);

  for (PrnKind kind = 0; same && kind < PRN_N_KINDS; kind++) {
    guint n = prn_map_n (map, kind);

    if (kind == PRN_KIND_NOTE || kind == PRN_KIND_FRAME || kind == PRN_KIND_SCENARIO)
      continue;
    same = n == prn_map_n (other, kind);
    for (guint i = 0; same && i < n; i++) {
      gconstpointer one = prn_map_nth (map, kind, i), two = prn_map_nth (other, kind, i);

      same = one == two || (kind == PRN_KIND_TRIGGER ? is_same_trigger (one, two)
                                                     : prn_element_same (one, two));
    }
  }
  return same;
}

/* The tally after a change that touches few: what those were counted as before is taken out. */
static PrnTallySet *
walk_touched (PrnReplayMemory *memory,
              PrnPlan *plan,
              const PrnReplayOptions *options,
              PrnTrace touched,
              PrnProgress *progress,
              GError **error)
{
  PrnReplayScope scope = { .traces = memory->traces, .is_part = TRUE, .only = touched };
  g_autoptr (PrnTallySet) before =
      prn_replay_run (memory->plan, memory->log, options, &scope, progress, error);
  PrnTallySet *set;

  if (before == NULL)
    return NULL;
  scope.keeps_traces = TRUE;
  set = prn_replay_run (plan, memory->log, options, &scope, progress, error);
  if (set == NULL)
    return NULL;
  prn_tally_set_merge (set, memory->set);
  prn_tally_set_subtract (set, before);
  return set;
}

static PrnTallySet *
walk_all (PrnReplayMemory *memory,
          PrnPlan *plan,
          PrnLog *log,
          const PrnReplayOptions *options,
          PrnProgress *progress,
          GError **error)
{
  PrnReplayScope scope = { .keeps_traces = TRUE };

  forget (memory);
  memory->log = prn_log_ref (log);
  memory->traces = scope.traces = prn_traces_new (log);
  memory->as_of = as_of_options (options, log);
  memory->counts_only = options->counts_only;
  memory->customers = options->customers != NULL ? prn_table_ref (options->customers) : NULL;
  memory->segment_by = g_strdup (options->segment_by);
  return prn_replay_run (plan, log, options, &scope, progress, error);
}

static gboolean
are_few (const PrnReplayMemory *memory, PrnTrace touched)
{
  guint64 n = touched == PRN_TRACE_ANY ? prn_log_n_customers (memory->log)
                                       : prn_traces_count (memory->traces, memory->log, touched);

  return (double) n <= MOST_TOUCHED * (double) prn_log_n_customers (memory->log);
}

PrnReport *
prn_replay_again (PrnReplayMemory *memory,
                  PrnPlan *plan,
                  PrnLog *log,
                  const PrnReplayOptions *options,
                  PrnProgress *progress,
                  GError **error)
{
  static const PrnReplayOptions usual = { 0 };
  const PrnReplayOptions *how = options != NULL ? options : &usual;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&memory->mutex);
  gboolean knows = memory->plan != NULL && is_same_question (memory, log, how) &&
                   is_same_map (memory->plan->map, plan->map);
  PrnTrace touched = PRN_TRACE_ANY;
  PrnTallySet *set;

  if (how->measures.n_conversions > 0) {
    forget (memory); /* nobody asks for these again and again */
    return prn_replay (plan, log, options, progress, error);
  }
  if (knows) /* a log of stages does not ask for conditions */
    touched = prn_log_has_stage_column (log) ? 0 : prn_trace_of_change (memory->plan, plan);
  if (knows && are_few (memory, touched))
    set = walk_touched (memory, plan, how, touched, progress, error);
  else
    set = walk_all (memory, plan, log, how, progress, error);
  if (set == NULL) {
    forget (memory);
    return NULL;
  }

  g_clear_pointer (&memory->set, prn_tally_set_free);
  g_clear_pointer (&memory->plan, prn_plan_unref);
  memory->set = set;
  memory->plan = prn_plan_ref (plan);
  return prn_tally_set_report (set);
}
