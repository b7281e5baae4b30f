/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-calibrate-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-expected.h"
#include "prn-schema.h"
#include "prn-simulate.h"
#include "prn-tally-set.h"

/* Moves of a simulation until all are finished; more would take too long for a check. */
#define MAX_MOVES 1e9

static void
note_free (gpointer data)
{
  PrnCalibrationNote *note = data;

  g_free (note->of);
  g_free (note->segment);
  g_free (note->text);
  g_free (note);
}

void
prn_calibrator_note (PrnCalibrator *calibrator,
                     PrnCalibrationNoteKind kind,
                     gconstpointer of,
                     guint class_index,
                     const char *format,
                     ...)
{
  PrnCalibrationNote *note = g_new0 (PrnCalibrationNote, 1);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  note->kind = kind;
  if (of != NULL)
    note->of = g_strdup (prn_element_id (of));
  if (class_index > 0) {
    const PrnSegment *segment = prn_calibrator_segment (calibrator, class_index);

    note->segment = g_strdup (prn_element_id (segment));
    note->text = g_strdup_printf (_ ("%s, for %s: %s"), prn_element_label (of),
                                  prn_element_label (segment), message);
  } else if (of != NULL) {
    note->text = g_strdup_printf ("%s: %s", prn_element_label (of), message);
  } else {
    note->text = g_steal_pointer (&message);
  }
  g_ptr_array_add (calibrator->notes, note);
}

static void
calibrator_init (PrnCalibrator *calibrator, PrnPlan *plan, gboolean complete)
{
  guint n_numbers;

  calibrator->plan = plan;
  calibrator->complete = complete;
  calibrator->n_classes = 1 + prn_map_n (plan->map, PRN_KIND_SEGMENT);
  calibrator->tallies = g_new0 (const PrnTally *, calibrator->n_classes);
  calibrator->is_drawn = g_new0 (gboolean, calibrator->n_classes);
  calibrator->n_sources = g_new0 (guint, plan->n_triggers);
  for (guint32 i = 0; i < plan->edges->len; i++)
    calibrator->n_sources[PRN_PLAN_EDGE (plan, i)->trigger]++;

  n_numbers = calibrator->n_classes * plan->n_triggers;
  calibrator->numbers = g_new0 (PrnNumber, n_numbers);
  for (guint i = 0; i < n_numbers; i++)
    calibrator->numbers[i].share = NAN;
  calibrator->notes = g_ptr_array_new_with_free_func (note_free);
}

static void
calibrator_clear (PrnCalibrator *calibrator)
{
  if (calibrator->plan == NULL)
    return;
  for (guint i = 0; i < calibrator->n_classes * calibrator->plan->n_triggers; i++)
    if (calibrator->numbers[i].delay != NULL)
      prn_record_free (&prn_distribution_record, calibrator->numbers[i].delay);
  g_free (calibrator->tallies);
  g_free (calibrator->is_drawn);
  g_free (calibrator->with_share);
  g_clear_pointer (&calibrator->pools, g_hash_table_unref);
  g_free (calibrator->n_sources);
  g_free (calibrator->numbers);
  g_ptr_array_unref (calibrator->notes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PrnCalibrator, calibrator_clear)

void
prn_calibration_free (PrnCalibration *calibration)
{
  g_clear_pointer (&calibration->map, prn_map_unref);
  g_clear_pointer (&calibration->notes, g_ptr_array_unref);
  g_clear_pointer (&calibration->misses, g_ptr_array_unref);
  g_clear_pointer (&calibration->replay, prn_report_free);
  g_clear_pointer (&calibration->simulation, prn_report_free);
  g_free (calibration);
}

/* Whether customers who are not stopped by a horizon come to an end in good time. */
static gboolean
comes_to_an_end (PrnPlan *plan, guint64 customers, GError **error)
{
  g_autoptr (PrnExpected) expected = prn_expected_new (plan, error);
  double moves = 0;

  if (expected == NULL)
    return FALSE;
  for (guint i = 0; i < expected->n_stages; i++)
    moves += expected->stages[i].visits * (double) customers;
  if (moves < MAX_MOVES)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("it would take %.0f moves"), moves);
  return FALSE;
}

/* Finished cases were not cut off, so nor is their simulation. */
static PrnReport *
simulate (const PrnCalibrator *calibrator,
          PrnMap *map,
          guint threads,
          PrnProgress *progress,
          GError **error)
{
  PrnSimulationOptions how = { .horizon = calibrator->complete ? 10000 * PRN_YEAR : -1,
                               .threads = threads };
  g_autoptr (PrnPlan) plan = prn_plan_new (map, error);

  if (plan == NULL)
    return NULL;
  how.customers = calibrator->tallies[0]->entered;
  if (calibrator->complete && !comes_to_an_end (plan, how.customers, error))
    return NULL;
  return prn_simulate (plan, &how, progress, error);
}

/* Returns FALSE when it was stopped; a map that cannot be simulated is noted. */
static gboolean
check (PrnCalibrator *calibrator,
       PrnCalibration *calibration,
       guint threads,
       PrnProgress *progress,
       GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (calibrator->tallies[0]->entered == 0) {
    prn_calibrator_note (calibrator, PRN_CALIBRATION_NOBODY, NULL, 0,
                         _ ("nobody entered the map; the population keeps its numbers"));
    return TRUE;
  }

  calibration->simulation = simulate (calibrator, calibration->map, threads, progress, &problem);
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, g_steal_pointer (&problem));
    return FALSE;
  }
  if (problem != NULL) {
    prn_calibrator_note (calibrator, PRN_CALIBRATION_NOT_SIMULATED, NULL, 0,
                         _ ("the calibrated map is not checked by a simulation: %s"),
                         problem->message);
    return TRUE;
  }
  g_ptr_array_unref (calibration->misses);
  calibration->misses =
      prn_calibration_check (calibration->replay, calibration->simulation, calibration->map);
  return TRUE;
}

/* The tallies of everyone and of the map's segments, whether anyone is in them or not. */
static void
take_tallies (PrnCalibrator *calibrator, PrnTallySet *set)
{
  calibrator->n_activities = set->n_activities;
  calibrator->tallies[0] = set->total;
  for (guint i = 0; i + 1 < calibrator->n_classes; i++)
    calibrator->tallies[i + 1] = prn_tally_set_segment (set, i);
}

/* The segments that a simulation draws customers into, at most one each. */
static GArray *
drawn_segments (PrnMap *map)
{
  const PrnPopulation *population = prn_map_get_population (map);
  GArray *drawn = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < population->segments.n; i++) {
    int segment = prn_map_index_of (map, PRN_KIND_SEGMENT, population->segments.items[i].ref);

    if (segment >= 0)
      g_array_append_vals (drawn, &(guint32){ (guint32) segment }, 1);
  }
  return drawn;
}

/* Counts these customers apart. Returns %NULL without an error when there are no such segments. */
static PrnTallySet *
take_drawn (PrnCalibrator *calibrator,
            PrnLog *log,
            const PrnReplayOptions *how,
            PrnProgress *progress,
            GError **error)
{
  g_autoptr (GArray) drawn = drawn_segments (calibrator->plan->map);
  PrnTallySet *set;

  if (drawn->len == 0)
    return NULL;
  set = prn_replay_classes (calibrator->plan, log, how, (const guint32 *) drawn->data, drawn->len,
                            progress, error);
  for (guint i = 0; set != NULL && i < drawn->len; i++) {
    guint class_index = g_array_index (drawn, guint32, i) + 1;

    if (calibrator->is_drawn[class_index])
      continue;
    calibrator->is_drawn[class_index] = TRUE;
    calibrator->tallies[class_index] = prn_tally_set_segment (set, i);
  }
  if (set != NULL)
    calibrator->rest = prn_tally_set_segment (set, drawn->len);
  return set;
}

PrnCalibration *
prn_calibrate (PrnPlan *plan,
               PrnLog *log,
               const PrnReplayOptions *options,
               gboolean complete,
               PrnProgress *progress,
               GError **error)
{
  PrnReplayOptions how = options != NULL ? *options : (PrnReplayOptions){ 0 };
  g_autoptr (PrnTallySet) set = NULL;
  g_autoptr (PrnTallySet) drawn = NULL;
  g_autoptr (PrnCalibration) calibration = NULL;
  g_autoptr (GError) problem = NULL;
  g_auto (PrnCalibrator) calibrator = { 0 };

  how.segment_by = NULL;
  how.counts_only = FALSE;
  set = prn_replay_tally (plan, log, &how, progress, error);
  if (set == NULL)
    return NULL;

  calibrator_init (&calibrator, plan, complete);
  take_tallies (&calibrator, set);
  drawn = take_drawn (&calibrator, log, &how, progress, &problem);
  if (problem != NULL) {
    g_propagate_error (error, g_steal_pointer (&problem));
    return NULL;
  }
  prn_calibrator_find_numbers (&calibrator);

  calibration = g_new0 (PrnCalibration, 1);
  calibration->misses = g_ptr_array_new ();
  calibration->replay = prn_tally_set_report (set);
  calibration->map = prn_calibrator_make_map (&calibrator, set->as_of);
  for (guint i = 0; i < plan->n_triggers; i++)
    calibration->n_triggers += PRN_CALIBRATOR_NUMBER (&calibrator, 0, i)->is_new;
  if (!check (&calibrator, calibration, how.threads, progress, error))
    return NULL;
  calibration->notes = g_ptr_array_ref (calibrator.notes);
  return g_steal_pointer (&calibration);
}
