/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-replay.h"

#include "prn-error.h"
#include "prn-step.h"
#include "prn-tally-report.h"

/* How many rows are stepped through between two looks at the progress. */
#define ROWS_BETWEEN_LOOKS 65536

/* What the threads share. */
typedef struct {
  const PrnBinding *binding;
  PrnProgress *progress;
  gint64 as_of;
  guint64 n_rows;
  guint64 done_rows; /* atomic */
  guint next_part;   /* atomic */
  int stopped;       /* atomic: cancelled, or a map that goes round in circles */
} PrnReplay;

typedef struct {
  PrnReplay *replay;
  PrnTally *tally;
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

static void
walk_customer (PrnWorker *worker, const PrnLogPart *part, guint32 customer)
{
  gint64 as_of = worker->replay->as_of;
  guint32 row = part->first_row[customer];
  guint32 end = part->first_row[customer + 1];
  PrnJourney *journey;

  prn_stepper_begin (worker->stepper, part, customer);
  for (; row < end && part->time[row] <= as_of; row++) {
    prn_stepper_row (worker->stepper, row);
    if (G_UNLIKELY (++worker->rows_since_look >= ROWS_BETWEEN_LOOKS)) {
      look (worker);
      if (g_atomic_int_get (&worker->replay->stopped))
        return;
    }
  }
  prn_stepper_end (worker->stepper);
  journey = prn_stepper_journey (worker->stepper);
  journey->rows = end - part->first_row[customer];
  journey->after_as_of = end - row;
  prn_tally_add_journey (worker->tally, journey);
}

static gpointer
work (gpointer data)
{
  PrnWorker *worker = data;
  PrnReplay *replay = worker->replay;
  PrnLog *log = replay->binding->log;

  for (;;) {
    guint index = (guint) g_atomic_int_add ((int *) &replay->next_part, 1);
    const PrnLogPart *part;

    if (index >= prn_log_n_parts (log))
      break;
    part = prn_log_part (log, index);
    for (guint32 i = 0; i < part->n_customers; i++) {
      walk_customer (worker, part, i);
      if (g_atomic_int_get (&replay->stopped))
        return NULL;
    }
    look (worker);
  }
  return NULL;
}

static gboolean
set_error_if_stopped (PrnReplay *replay, const PrnWorker *workers, guint n, GError **error)
{
  guint32 stage;

  for (guint i = 0; i < n; i++)
    if (prn_stepper_is_running_round (workers[i].stepper, &stage)) {
      g_autofree char *place = g_strdup_printf ("stages[%u]", stage);

      prn_set_error_at (error, PRN_ERROR_LIMIT, place,
                        "timers alone move a customer round and round, over %d times between two "
                        "rows; lengthen a dwell or an inactivity on the way",
                        PRN_STEPPER_MAX_TIMER_MOVES);
      return TRUE;
    }
  return prn_progress_is_cancelled (replay->progress) &&
         g_cancellable_set_error_if_cancelled (replay->progress->cancellable, error);
}

/* The calling thread works as well. */
static void
run_workers (PrnWorker *workers, guint n)
{
  g_autofree GThread **threads = g_new (GThread *, n);

  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_new ("replay", work, &workers[i]);
  work (&workers[0]);
  for (guint i = 1; i < n; i++)
    g_thread_join (threads[i]);
}

static PrnTally *
replay_tally (PrnReplay *replay, guint n_threads, GError **error)
{
  g_autofree PrnWorker *workers = g_new0 (PrnWorker, n_threads);
  PrnTally *tally;
  gboolean failed;

  for (guint i = 0; i < n_threads; i++) {
    workers[i].replay = replay;
    workers[i].tally = prn_tally_new (replay->binding->plan, replay->binding->n_activities);
    workers[i].stepper = prn_stepper_new (replay->binding, replay->as_of, replay->progress);
  }
  run_workers (workers, n_threads);

  failed = set_error_if_stopped (replay, workers, n_threads, error);
  tally = workers[0].tally;
  for (guint i = 0; i < n_threads; i++) {
    prn_stepper_free (workers[i].stepper);
    if (i == 0)
      continue;
    if (!failed)
      prn_tally_merge (tally, workers[i].tally);
    prn_tally_free (workers[i].tally);
  }
  if (failed)
    g_clear_pointer (&tally, prn_tally_free);
  return tally;
}

PrnReport *
prn_replay (PrnPlan *plan,
            PrnLog *log,
            const PrnReplayOptions *options,
            PrnProgress *progress,
            GError **error)
{
  g_autoptr (PrnBinding) binding =
      prn_binding_new (plan, log, options != NULL ? options->customers : NULL);
  g_autoptr (PrnTally) tally = NULL;
  PrnReplay replay = { .binding = binding, .progress = progress };
  guint n_threads = options != NULL ? options->threads : 0;

  replay.as_of = options != NULL && options->has_as_of ? options->as_of : prn_log_last_time (log);
  replay.n_rows = prn_log_n_accepted (log);
  if (n_threads == 0)
    n_threads = g_get_num_processors ();
  n_threads = CLAMP (n_threads, 1, MAX (prn_log_n_parts (log), 1));

  tally = replay_tally (&replay, n_threads, error);
  if (tally == NULL)
    return NULL;
  return prn_tally_report (tally, plan, log, replay.as_of);
}
