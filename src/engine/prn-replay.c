/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-replay-private.h"

#include <glib/gi18n-lib.h>

#include "prn-error.h"
#include "prn-step.h"
#include "prn-threads.h"

/* How many rows are stepped through between two looks at the progress. */
#define ROWS_BETWEEN_LOOKS 65536

/* How many customers ahead rows are fetched. */
#define CUSTOMERS_AHEAD 4

/* What the threads share. */
typedef struct {
  const PrnBinding *binding;
  PrnMeasures *measures; /* nullable */
  PrnSegments *segments; /* nullable */
  const PrnReplayScope *scope;
  const char *segment_by;
  PrnProgress *progress;
  gint64 as_of;
  guint64 n_rows;
  guint64 done_rows; /* atomic */
  guint next_part;   /* atomic */
  int stopped;       /* atomic: cancelled, or a map that goes round in circles */
} PrnReplay;

typedef struct {
  PrnReplay *replay;
  PrnTallySet *set;
  guint32 *members; /* of the customer at hand */
  PrnStepper *stepper;
  guint rows_since_look;
} PrnWorker;

static void
look (PrnWorker *worker)
{
  PrnReplay *replay = worker->replay;
  guint64 done = __atomic_add_fetch (&replay->done_rows, worker->rows_since_look, __ATOMIC_RELAXED);
  guint32 stage;

  worker->rows_since_look = 0;
  prn_progress_set (replay->progress, done, replay->n_rows);
  if (prn_progress_is_cancelled (replay->progress) ||
      prn_stepper_is_running_round (worker->stepper, &stage))
    g_atomic_int_set (&replay->stopped, TRUE);
}

/* Puts the first of the classes in the place of the @n segments, or the number after the last. */
static guint
find_class (const PrnReplay *replay, guint32 *members, guint n)
{
  guint class_index = 0;

  for (; class_index < replay->scope->n_classes; class_index++)
    for (guint i = 0; i < n; i++)
      if (members[i] == replay->scope->classes[class_index]) {
        members[0] = class_index;
        return 1;
      }
  members[0] = class_index;
  return 1;
}

/* Steps through rows, and looks at the progress now and then; whether to go on. */
static gboolean
walk_rows (PrnWorker *worker, guint32 row, guint32 end)
{
  while (row < end) {
    guint32 n = MIN (end - row, ROWS_BETWEEN_LOOKS - worker->rows_since_look);

    prn_stepper_rows (worker->stepper, row, row + n);
    row += n;
    worker->rows_since_look += n;
    if (worker->rows_since_look < ROWS_BETWEEN_LOOKS)
      continue;
    look (worker);
    if (g_atomic_int_get (&worker->replay->stopped))
      return FALSE;
  }
  return TRUE;
}

/* @trace: (nullable): the customer's */
static void
walk_customer (PrnWorker *worker, const PrnLogPart *part, guint32 customer, PrnTrace *trace)
{
  const PrnReplay *replay = worker->replay;
  guint32 first = part->first_row[customer];
  guint32 all = part->first_row[customer + 1];
  guint32 end = all;
  PrnJourney *journey;
  guint n = 0;

  while (end > first && part->time[end - 1] > replay->as_of)
    end--;
  prn_stepper_begin (worker->stepper, part, customer);
  if (!walk_rows (worker, first, end))
    return;
  prn_stepper_end (worker->stepper);
  journey = prn_stepper_journey (worker->stepper);
  journey->rows = all - first;
  journey->after_as_of = all - end;
  if (replay->segments != NULL)
    n = prn_segments_of_customer (replay->segments, part, customer, end, worker->members);
  if (replay->scope->classes != NULL)
    n = find_class (replay, worker->members, n);
  if (trace != NULL && replay->scope->keeps_traces)
    *trace = prn_stepper_was_held (worker->stepper) ? PRN_TRACE_ANY : prn_trace_of_journey (journey);
  prn_tally_set_add_journey (worker->set, journey, worker->members, n);
}

/* The customers of a part who are to be walked. */
static guint32 *
list_customers (const PrnLogPart *part, const PrnTrace *traces, PrnTrace only, guint32 *n)
{
  guint32 *list = g_new (guint32, part->n_customers);

  *n = 0;
  for (guint32 i = 0; i < part->n_customers; i++) {
    list[*n] = i;
    *n += (traces[i] & only) != 0;
  }
  return list;
}

/* The rows of customers who do not follow each other come from far; they are asked for early. (Left
 * to itself, gcc takes a function that only does this for one without effect.) */
static G_ALWAYS_INLINE inline void
fetch_rows (const PrnLogPart *part, guint32 customer)
{
  guint32 first = part->first_row[customer], last = part->first_row[customer + 1] - 1;

  __builtin_prefetch (&part->time[first]);
  __builtin_prefetch (&part->time[last]);
  __builtin_prefetch (&part->activity[first]);
  __builtin_prefetch (&part->activity[last]);
}

/* Whether the replay went on to the end of the part. */
static gboolean
walk_part (PrnWorker *worker, guint index)
{
  PrnReplay *replay = worker->replay;
  const PrnReplayScope *scope = replay->scope;
  const PrnLogPart *part = prn_log_part (replay->binding->log, index);
  PrnTrace *traces = scope->traces != NULL ? scope->traces[index] : NULL;
  guint32 n = part->n_customers;
  g_autofree guint32 *list = scope->is_part ? list_customers (part, traces, scope->only, &n) : NULL;

  for (guint32 i = 0; i < n; i++) {
    guint32 customer = list != NULL ? list[i] : i;

    if (list != NULL && i + CUSTOMERS_AHEAD < n)
      fetch_rows (part, list[i + CUSTOMERS_AHEAD]);
    walk_customer (worker, part, customer, traces != NULL ? &traces[customer] : NULL);
    if (g_atomic_int_get (&replay->stopped))
      return FALSE;
  }
  look (worker);
  return TRUE;
}

static gpointer
work (gpointer data)
{
  PrnWorker *worker = data;
  PrnReplay *replay = worker->replay;
  PrnLog *log = replay->binding->log;

  for (;;) {
    guint index = (guint) g_atomic_int_add ((int *) &replay->next_part, 1);

    if (index >= prn_log_n_parts (log) || !walk_part (worker, index))
      break;
  }
  prn_tally_set_settle (worker->set);
  return NULL;
}

static gboolean
set_error_if_stopped (PrnReplay *replay, const PrnWorker *workers, guint n, GError **error)
{
  guint32 stage;

  for (guint i = 0; i < n; i++)
    if (prn_stepper_is_running_round (workers[i].stepper, &stage)) {
      g_autofree char *place = g_strdup_printf ("stages[%u]", stage);

      prn_set_error_at (
          error, PRN_ERROR_LIMIT, place,
          _ ("timers alone move a customer round and round, over %d times between two "
             "rows; lengthen a dwell or an inactivity on the way"),
          PRN_STEPPER_MAX_TIMER_MOVES);
      return TRUE;
    }
  return prn_progress_is_cancelled (replay->progress) &&
         g_cancellable_set_error_if_cancelled (replay->progress->cancellable, error);
}

/* The tallies of segments: as many as there are, or one for each class and one for the rest. */
static void
worker_init_segments (PrnWorker *worker)
{
  const PrnReplay *replay = worker->replay;
  guint n;
  const PrnSegmentLabel *labels = prn_segments_labels (replay->segments, &n);
  const PrnReplayScope *scope = replay->scope;
  g_autofree PrnSegmentLabel *classes = g_new0 (PrnSegmentLabel, scope->n_classes + 1);

  worker->members = g_new (guint32, n + 1);
  for (guint i = 0; i < scope->n_classes; i++)
    classes[i] = labels[scope->classes[i]];
  if (scope->classes != NULL)
    prn_tally_set_segment_by (worker->set, classes, scope->n_classes + 1, NULL);
  else
    prn_tally_set_segment_by (worker->set, labels, n, replay->segment_by);
}

static void
worker_init (PrnWorker *worker, PrnReplay *replay)
{
  const PrnBinding *binding = replay->binding;

  worker->replay = replay;
  worker->set = prn_tally_set_new (binding->plan, replay->measures, FALSE, replay->as_of,
                                   binding->n_activities);
  if (replay->segments != NULL)
    worker_init_segments (worker);
  worker->stepper = prn_stepper_new (binding, replay->as_of, replay->progress);
  if (replay->measures != NULL)
    prn_stepper_measure (worker->stepper, replay->measures);
}

static PrnTallySet *
run_workers (PrnReplay *replay, guint n_threads, GError **error)
{
  g_autofree PrnWorker *workers = g_new0 (PrnWorker, n_threads);
  PrnTallySet *set;
  gboolean failed;

  for (guint i = 0; i < n_threads; i++)
    worker_init (&workers[i], replay);
  prn_threads_run ("replay", work, workers, sizeof *workers, n_threads);

  failed = set_error_if_stopped (replay, workers, n_threads, error);
  set = workers[0].set;
  for (guint i = 0; i < n_threads; i++) {
    prn_stepper_free (workers[i].stepper);
    g_free (workers[i].members);
    if (i == 0)
      continue;
    if (!failed)
      prn_tally_set_merge (set, workers[i].set);
    prn_tally_set_free (workers[i].set);
  }
  if (failed)
    g_clear_pointer (&set, prn_tally_set_free);
  return set;
}

PrnTallySet *
prn_replay_run (PrnPlan *plan,
                PrnLog *log,
                const PrnReplayOptions *options,
                const PrnReplayScope *scope,
                PrnProgress *progress,
                GError **error)
{
  static const PrnReplayOptions usual = { 0 };
  const PrnReplayOptions *how = options != NULL ? options : &usual;
  g_autoptr (PrnBinding) binding = prn_binding_new (plan, log, how->customers);
  g_autoptr (PrnMeasures) measures = NULL;
  g_autoptr (PrnSegments) segments = NULL;
  PrnTallySet *set;
  PrnReplay replay = { .binding = binding,
                       .segment_by = how->segment_by,
                       .scope = scope,
                       .progress = progress,
                       .as_of = how->has_as_of ? how->as_of : prn_log_last_time (log),
                       .n_rows = prn_log_n_accepted (log) };

  if (!how->counts_only) {
    measures = prn_measures_new (plan, FALSE, prn_log_first_time (log), replay.as_of,
                                 &how->measures, error);
    segments = measures != NULL ? prn_segments_new (binding, how->segment_by, error) : NULL;
    if (segments == NULL)
      return NULL;
  }
  replay.measures = measures;
  replay.segments = segments;

  set = run_workers (
      &replay, CLAMP (prn_threads_number (how->threads), 1, MAX (prn_log_n_parts (log), 1)), error);
  if (set != NULL)
    prn_tally_set_take_log (set, log);
  return set;
}

PrnTallySet *
prn_replay_classes (PrnPlan *plan,
                    PrnLog *log,
                    const PrnReplayOptions *options,
                    const guint32 *classes,
                    guint n_classes,
                    PrnProgress *progress,
                    GError **error)
{
  PrnReplayScope scope = { .classes = classes, .n_classes = n_classes };

  return prn_replay_run (plan, log, options, &scope, progress, error);
}

PrnTallySet *
prn_replay_tally (PrnPlan *plan,
                  PrnLog *log,
                  const PrnReplayOptions *options,
                  PrnProgress *progress,
                  GError **error)
{
  return prn_replay_classes (plan, log, options, NULL, 0, progress, error);
}

PrnReport *
prn_replay (PrnPlan *plan,
            PrnLog *log,
            const PrnReplayOptions *options,
            PrnProgress *progress,
            GError **error)
{
  g_autoptr (PrnTallySet) set = prn_replay_tally (plan, log, options, progress, error);

  return set != NULL ? prn_tally_set_report (set) : NULL;
}
