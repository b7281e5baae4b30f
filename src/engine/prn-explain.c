/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-explain.h"

#include <glib/gi18n-lib.h>

#include "prn-error.h"
#include "prn-step.h"
#include "prn-why.h"

/**
 * PrnExplanation:
 * @steps: what is told so far
 * @row_step: the step of the row at hand
 */
typedef struct {
  PrnPlan *plan;
  const PrnBinding *binding;
  PrnStepper *stepper;
  const PrnLogPart *part;
  GPtrArray *steps;
  PrnExplainStep *row_step;
} PrnExplanation;

void
prn_explain_step_free (PrnExplainStep *step)
{
  g_free (step->activity);
  g_strfreev (step->matched);
  g_strfreev (step->scores);
  g_free (step->from);
  g_free (step->to);
  g_free (step->trigger);
  g_free (step->why);
  g_free (step->note);
  g_free (step);
}

static char **
score_texts (const PrnExplanation *explanation, gint64 time)
{
  guint n;
  const PrnScore *const *scores = prn_map_scores (prn_plan_get_map (explanation->plan), &n);
  char **texts = g_new0 (char *, n + 1);

  /* A log of stages has no events that could give points. */
  for (guint i = 0; i < n && explanation->binding->activity_stage == NULL; i++)
    texts[i] = prn_why_score (scores[i], prn_stepper_score (explanation->stepper, i, time));
  return texts;
}

static char *
stage_id (const PrnExplanation *explanation, guint32 stage)
{
  PrnMap *map = prn_plan_get_map (explanation->plan);

  if (stage == PRN_NONE)
    return NULL;
  return g_strdup (prn_element_id (prn_map_nth (map, PRN_KIND_STAGE, stage)));
}

/* The condition behind a move; a log of stages is not asked for reasons. */
static void
set_reason (const PrnExplanation *explanation, PrnExplainStep *step, const PrnMove *move)
{
  PrnPlan *plan = explanation->plan;
  gboolean judged = explanation->binding->activity_stage == NULL;

  if (move->edge != PRN_NONE) {
    const PrnEdge *edge = PRN_PLAN_EDGE (plan, move->edge);
    const PrnTrigger *trigger = prn_map_nth (plan->map, PRN_KIND_TRIGGER, edge->trigger);

    step->trigger = g_strdup (trigger->element.id);
    if (judged)
      step->why = prn_why_condition (explanation->stepper, plan->map, trigger->when,
                                         (guint32) edge->code, move->time);
  } else if (move->from == PRN_NONE && judged) {
    const PrnStage *stage = prn_map_nth (plan->map, PRN_KIND_STAGE, move->to);

    for (guint i = 0; i < plan->entries->len; i++) {
      const PrnPlanEntry *entry = PRN_PLAN_ENTRY (plan, i);

      if (entry->stage == move->to && entry->leaf != PRN_NONE)
        step->why = prn_why_condition (explanation->stepper, plan->map, stage->enter,
                                           entry->leaf, move->time);
    }
  } else if (move->from != PRN_NONE) {
    step->note = g_strdup (_ ("off map"));
  }
}

static void
note_move (PrnStepper *stepper, const PrnMove *move, gpointer user_data)
{
  PrnExplanation *explanation = user_data;
  PrnExplainStep *step = explanation->row_step;

  /* The first move of a row, or letting the customer in, is told with the row itself. */
  if (move->by_timer || step->to != NULL) {
    step = g_new0 (PrnExplainStep, 1);
    step->time = move->time;
    step->line = move->by_timer ? 0 : explanation->row_step->line;
    step->activity = move->by_timer ? NULL : g_strdup (explanation->row_step->activity);
    step->matched = g_new0 (char *, 1);
    step->scores = score_texts (explanation, move->time);
    g_ptr_array_add (explanation->steps, step);
  } else {
    g_ptr_array_add (explanation->steps, step);
  }
  step->from = stage_id (explanation, move->from);
  step->to = stage_id (explanation, move->to);
  set_reason (explanation, step, move);
}

static PrnExplainStep *
new_row_step (const PrnExplanation *explanation, guint32 row)
{
  const PrnLogPart *part = explanation->part;
  const PrnBinding *binding = explanation->binding;
  guint32 activity = part->activity[row];
  g_autoptr (GStrvBuilder) matched = g_strv_builder_new ();
  PrnExplainStep *step = g_new0 (PrnExplainStep, 1);
  gboolean is_matched = FALSE;

  for (guint32 i = binding->first_candidate[activity];
       i < binding->first_candidate[activity + 1] && binding->activity_stage == NULL; i++) {
    const PrnCandidate *candidate = &g_array_index (binding->candidates, PrnCandidate, i);

    if (!prn_binding_matches (binding, candidate, part, row))
      continue;
    is_matched = TRUE;
    g_strv_builder_add (matched, prn_element_id (prn_map_nth (explanation->plan->map,
                                                              PRN_KIND_EVENT, candidate->event)));
  }
  if (binding->activity_stage != NULL)
    is_matched = binding->activity_stage[activity] != PRN_NONE;

  step->time = part->time[row];
  step->line = part->line != NULL ? part->line[row] : 0;
  step->activity = g_strdup (prn_log_activity (binding->log, activity));
  step->matched = g_strv_builder_end (matched);
  step->note = is_matched ? NULL : g_strdup (_ ("unmatched"));
  return step;
}

static void
explain_row (PrnExplanation *explanation, guint32 row)
{
  PrnExplainStep *step = new_row_step (explanation, row);

  explanation->row_step = step;
  prn_stepper_row (explanation->stepper, row);
  step->scores = score_texts (explanation, step->time);
  if (step->to == NULL)
    g_ptr_array_add (explanation->steps, step);
  if (step->note == NULL && prn_stepper_stage (explanation->stepper) == PRN_NONE)
    step->note = g_strdup (_ ("before entry"));
}

static void
explain_late_row (PrnExplanation *explanation, guint32 row)
{
  PrnExplainStep *step = new_row_step (explanation, row);

  g_free (step->note);
  step->note = g_strdup (_ ("after as-of"));
  step->scores = g_new0 (char *, 1);
  g_ptr_array_add (explanation->steps, step);
}

static void
explain_customer (PrnExplanation *explanation, guint customer, gint64 as_of)
{
  const PrnLogPart *part = explanation->part;
  guint32 row = part->first_row[customer];
  guint32 end = part->first_row[customer + 1];

  prn_stepper_begin (explanation->stepper, part, customer);
  for (; row < end && part->time[row] <= as_of; row++)
    explain_row (explanation, row);
  prn_stepper_end (explanation->stepper);
  for (; row < end; row++)
    explain_late_row (explanation, row);
}

GPtrArray *
prn_explain (PrnPlan *plan,
             PrnLog *log,
             const char *customer,
             const PrnReplayOptions *options,
             GError **error)
{
  g_autoptr (PrnBinding) binding = NULL;
  g_autoptr (PrnStepper) stepper = NULL;
  PrnExplanation explanation = { .plan = plan };
  gint64 as_of = prn_log_last_time (log);
  guint part, index;

  if (!prn_log_find_customer (log, customer, &part, &index)) {
    g_autofree char *quoted = prn_quote (customer);

    g_set_error (error, PRN_ERROR, PRN_ERROR_REFERENCE,
                 _ ("no row of the log is of the customer %s; give an id as it is in the log"),
                 quoted);
    return NULL;
  }
  if (options != NULL && options->has_as_of)
    as_of = options->as_of;

  binding = prn_binding_new (plan, log, options != NULL ? options->customers : NULL);
  stepper = prn_stepper_new (binding, as_of, NULL);
  explanation.binding = binding;
  explanation.stepper = stepper;
  explanation.part = prn_log_part (log, part);
  explanation.steps = g_ptr_array_new_with_free_func ((GDestroyNotify) prn_explain_step_free);
  prn_stepper_watch (stepper, note_move, &explanation);
  explain_customer (&explanation, index, as_of);
  return explanation.steps;
}
