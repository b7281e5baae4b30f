/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
check_score (PrnCheck *check, guint i, const PrnScore *score)
{
  double rest = isnan (score->rest) ? score->start : score->rest;

  if (score->min > score->max)
    prn_check_add (check, PRN_PROBLEM_SCORE_BOUNDS, PRN_KIND_SCORE, i, "min",
                   _ ("the least value %g is above the greatest %g; swap them"), score->min,
                   score->max);
  else if (score->start < score->min || score->start > score->max)
    prn_check_add (check, PRN_PROBLEM_SCORE_START, PRN_KIND_SCORE, i, "start",
                   _ ("the score starts at %g, which is not within %g to %g; change one of them"),
                   score->start, score->min, score->max);
  else if (rest < score->min || rest > score->max)
    prn_check_add (check, PRN_PROBLEM_SCORE_REST, PRN_KIND_SCORE, i, "rest",
                   _ ("the score decays to %g, which is not within %g to %g; change one of them"),
                   rest, score->min, score->max);
  if (score->points.n == 0)
    prn_check_add (check, PRN_PROBLEM_SCORE_UNCHANGED, PRN_KIND_SCORE, i, "points",
                   _ ("no event changes this score; add points for one"));
  if (!isnan (score->rest) && score->rest != score->start && score->half_life.us < 0)
    prn_check_add (
        check, PRN_PROBLEM_SCORE_WITHOUT_DECAY, PRN_KIND_SCORE, i, "rest",
        _ ("the score never decays, so `rest` means nothing; add a half-life or remove it"));
}

static void
check_segment (PrnCheck *check, guint i, const PrnSegment *segment)
{
  if (segment->where.n == 0)
    prn_check_add (check, PRN_PROBLEM_SEGMENT_OF_ALL, PRN_KIND_SEGMENT, i, "where",
                   _ ("every customer is in this segment; say with `where` who is"));
  else if (prn_check_filters_are_impossible (&segment->where))
    prn_check_add (check, PRN_PROBLEM_SEGMENT_OF_NOBODY, PRN_KIND_SEGMENT, i, "where",
                   _ ("no customer can be in this segment, because its filters exclude each other; "
                      "change one of them"));
}

static void
check_event (PrnCheck *check, guint i, const PrnEvent *event)
{
  if (event->match.has_names && event->match.names.n == 0)
    prn_check_add (check, PRN_PROBLEM_EVENT_WITHOUT_ROWS, PRN_KIND_EVENT, i, "match.names",
                   _ ("the event matches no row; name the activities it stands for"));
  else if (prn_check_filters_are_impossible (&event->match.where))
    prn_check_add (
        check, PRN_PROBLEM_EVENT_WITHOUT_ROWS, PRN_KIND_EVENT, i, "match.where",
        _ ("the event matches no row, because its filters exclude each other; change one "
           "of them"));
}

static gboolean
has_role (PrnCheck *check, PrnRole role)
{
  for (guint i = 0; i < check->n_stages; i++)
    if (check->stages[i]->role == role)
      return TRUE;
  return FALSE;
}

/* What a metric is measured on, whether it is a part of a whole, and whether `within` counts. */
static const struct {
  const char *name;
  const char *of; /* in words */
  guint kinds;    /* a bit for each; 0: the map */
  gboolean is_share;
  gboolean has_within;
} metrics[] = {
  [PRN_METRIC_REACH] = { "reach", N_ ("a stage"), 1u << PRN_KIND_STAGE, TRUE, FALSE },
  [PRN_METRIC_NOW] = { "now", N_ ("a stage"), 1u << PRN_KIND_STAGE, FALSE, FALSE },
  [PRN_METRIC_MEDIAN_DWELL] = { "median_dwell", N_ ("a stage"), 1u << PRN_KIND_STAGE, FALSE,
                                FALSE },
  [PRN_METRIC_SHARE] = { "share", N_ ("a trigger"), 1u << PRN_KIND_TRIGGER, TRUE, TRUE },
  [PRN_METRIC_EXIT_SHARE] = { "exit_share", N_ ("the map"), 0, TRUE, TRUE },
  [PRN_METRIC_GOAL_SHARE] = { "goal_share", N_ ("the map"), 0, TRUE, TRUE },
  [PRN_METRIC_LIFETIME_VALUE] = { "lifetime_value", N_ ("the map"), 0, FALSE, FALSE },
};

static void
check_target (PrnCheck *check, guint i, const PrnTarget *target)
{
  const PrnElement *of = target->of != NULL ? prn_map_lookup (check->map, target->of) : NULL;
  gboolean is_map = g_strcmp0 (target->of, "map") == 0;
  guint kinds = metrics[target->metric].kinds;

  if (is_map ? kinds != 0 : of != NULL && !(kinds & (1u << of->kind)))
    prn_check_add (check, PRN_PROBLEM_TARGET_METRIC, PRN_KIND_TARGET, i, "metric",
                   _ ("“%s” is a measure of %s; choose another measure, or measure another thing"),
                   metrics[target->metric].name, _ (metrics[target->metric].of));
  if (metrics[target->metric].is_share && (target->bound < 0 || target->bound > 1))
    prn_check_add (check, PRN_PROBLEM_TARGET_SHARE, PRN_KIND_TARGET, i,
                   target->at_most ? "at_most" : "at_least",
                   _ ("%g is no share of the customers; expected 0 to 1, like 0.4 for 40 %%"),
                   target->bound);
  if (!metrics[target->metric].has_within && target->within.us >= 0)
    prn_check_add (check, PRN_PROBLEM_TARGET_WITHIN, PRN_KIND_TARGET, i, "within",
                   _ ("“%s” is not measured within a time, so `within` means nothing; remove it"),
                   metrics[target->metric].name);
  if (target->metric == PRN_METRIC_EXIT_SHARE && !has_role (check, PRN_ROLE_EXIT))
    prn_check_add (check, PRN_PROBLEM_NO_EXIT, PRN_KIND_TARGET, i, "metric",
                   _ ("no stage is an exit; give the stage of lost customers the role exit"));
  if (target->metric == PRN_METRIC_GOAL_SHARE && !has_role (check, PRN_ROLE_GOAL))
    prn_check_add (check, PRN_PROBLEM_NO_GOAL, PRN_KIND_TARGET, i, "metric",
                   _ ("no stage is a goal; give the stage of success the role goal"));
}

static gboolean
shows (const PrnFrame *frame, PrnPoint position, PrnSize size)
{
  return position.x < frame->position.x + frame->size.w &&
         frame->position.x < position.x + size.w &&
         position.y < frame->position.y + frame->size.h && frame->position.y < position.y + size.h;
}

/* Stages without a place are laid out by the program; who knows where. */
static void
check_frame (PrnCheck *check, guint i, const PrnFrame *frame)
{
  guint n_notes;
  const PrnNote *const *notes = prn_map_notes (check->map, &n_notes);

  if (isnan (frame->position.x)) {
    prn_check_add (check, PRN_PROBLEM_FRAME_WITHOUT_PLACE, PRN_KIND_FRAME, i, "position",
                   _ ("this frame has no place; draw it around what it shall show"));
    return;
  }
  for (guint k = 0; k < check->n_stages; k++)
    if (isnan (check->stages[k]->position.x) ||
        shows (frame, check->stages[k]->position, check->stages[k]->size))
      return;
  for (guint k = 0; k < n_notes; k++)
    if (isnan (notes[k]->position.x) || shows (frame, notes[k]->position, notes[k]->size))
      return;
  prn_check_add (check, PRN_PROBLEM_FRAME_EMPTY, PRN_KIND_FRAME, i, "position",
                 _ ("this frame shows nothing; draw it around some stages"));
}

void
prn_check_measures (PrnCheck *check)
{
  for (guint i = 0; i < prn_map_n (check->map, PRN_KIND_EVENT); i++)
    check_event (check, i, prn_map_nth (check->map, PRN_KIND_EVENT, i));
  for (guint i = 0; i < prn_map_n (check->map, PRN_KIND_SCORE); i++)
    check_score (check, i, prn_map_nth (check->map, PRN_KIND_SCORE, i));
  for (guint i = 0; i < prn_map_n (check->map, PRN_KIND_SEGMENT); i++)
    check_segment (check, i, prn_map_nth (check->map, PRN_KIND_SEGMENT, i));
  for (guint i = 0; i < prn_map_n (check->map, PRN_KIND_TARGET); i++)
    check_target (check, i, prn_map_nth (check->map, PRN_KIND_TARGET, i));
  for (guint i = 0; i < prn_map_n (check->map, PRN_KIND_NOTE); i++)
    if (*((const PrnNote *) prn_map_nth (check->map, PRN_KIND_NOTE, i))->text == '\0')
      prn_check_add (check, PRN_PROBLEM_NOTE_EMPTY, PRN_KIND_NOTE, i, "text",
                     _ ("this note is empty; write on it or remove it"));
  for (guint i = 0; i < prn_map_n (check->map, PRN_KIND_FRAME); i++)
    check_frame (check, i, prn_map_nth (check->map, PRN_KIND_FRAME, i));
}
