/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-figures.h"

#include <math.h>

#include "prn-duration.h"
#include "prn-number.h"

static const PrnStage *
stage_named (PrnMap *map, const char *id)
{
  int index = prn_map_index_of (map, PRN_KIND_STAGE, id);

  return index < 0 ? NULL : prn_map_nth (map, PRN_KIND_STAGE, (guint) index);
}

static void
add_flow (PrnFigures *self, PrnMap *map, const PrnReportFlow *flow)
{
  int from = prn_map_index_of (map, PRN_KIND_STAGE, flow->from);
  const PrnStage *to = stage_named (map, flow->to);

  if (from < 0 || to == NULL)
    return;
  if (to->role == PRN_ROLE_EXIT) {
    self->stages[from].lost += flow->moves;
    self->stages[from].lost_unseen += flow->moves;
  } else {
    self->stages[from].advanced += flow->moves;
  }
}

/* How many visits a trigger could have ended: those to the stages it leads from. */
static guint64
visits_to_sources (PrnFigures *self, PrnMap *map, const PrnTrigger *trigger)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);
  guint64 visits = 0;

  for (guint i = 0; i < n; i++) {
    gboolean is_source;

    if (g_str_equal (trigger->from, "*"))
      is_source = stages[i]->role != PRN_ROLE_EXIT;
    else
      is_source = g_strcmp0 (stages[i]->phase, trigger->from) == 0 ||
                  g_str_equal (stages[i]->element.id, trigger->from);
    /* A trigger never leads from the stage it leads to, unless it names that very stage. */
    if (g_str_equal (stages[i]->element.id, trigger->to) &&
        !g_str_equal (trigger->from, trigger->to))
      is_source = FALSE;
    if (is_source)
      visits += self->stages[i].visits;
  }
  return visits;
}

static void
add_trigger (PrnFigures *self, PrnMap *map, guint index, const PrnReport *report,
             const PrnTrigger *trigger, const PrnReportTrigger *found)
{
  PrnTriggerFigures *figures = &self->triggers[index];
  guint64 visits = visits_to_sources (self, map, trigger);
  int from = prn_map_index_of (map, PRN_KIND_STAGE, trigger->from);
  const PrnStage *to = stage_named (map, trigger->to);

  figures->known = TRUE;
  figures->fired = found->fired;
  /* A report of before has no shares. */
  figures->share = isfinite (found->share) ? found->share
                   : visits > 0           ? (double) found->fired / (double) visits
                                          : NAN;
  figures->badges = prn_badges_new (map, report, trigger->element.id);
  self->most_fired = MAX (self->most_fired, found->fired);
  if (from >= 0 && to != NULL && to->role == PRN_ROLE_EXIT)
    self->stages[from].lost_unseen -= MIN (self->stages[from].lost_unseen, found->fired);
}

PrnFigures *
prn_figures_new (PrnMap *map, const PrnReport *report)
{
  PrnFigures *self = g_new0 (PrnFigures, 1);
  const PrnStage *const *stages = prn_map_stages (map, &self->n_stages);
  const PrnTrigger *const *triggers = prn_map_triggers (map, &self->n_triggers);

  g_atomic_ref_count_init (&self->ref_count);
  self->any = report != NULL;
  self->stages = g_new0 (PrnStageFigures, self->n_stages + 1);
  self->triggers = g_new0 (PrnTriggerFigures, self->n_triggers + 1);
  if (report == NULL)
    return self;

  self->badges = prn_badges_new (map, report, "map");
  for (guint i = 0; i < self->n_stages; i++) {
    const PrnReportStage *found = prn_report_stage (report, stages[i]->element.id);

    if (found != NULL)
      self->stages[i] = (PrnStageFigures){
        .known = TRUE, .now = found->now, .visits = found->visits, .median = found->median,
        .badges = prn_badges_new (map, report, stages[i]->element.id),
      };
  }
  for (guint i = 0; i < report->n_flows; i++)
    add_flow (self, map, &report->flows[i]);
  for (guint i = 0; i < self->n_triggers; i++) {
    const PrnReportTrigger *found = prn_report_trigger (report, triggers[i]->element.id);

    if (found != NULL)
      add_trigger (self, map, i, report, triggers[i], found);
  }
  return self;
}

PrnFigures *
prn_figures_ref (PrnFigures *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
prn_figures_unref (PrnFigures *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_stages; i++)
    g_clear_pointer (&self->stages[i].badges, prn_badges_unref);
  for (guint i = 0; i < self->n_triggers; i++)
    g_clear_pointer (&self->triggers[i].badges, prn_badges_unref);
  g_clear_pointer (&self->badges, prn_badges_unref);
  g_free (self->stages);
  g_free (self->triggers);
  g_free (self);
}

gboolean
prn_figures_have_badges (const PrnFigures *self)
{
  for (guint i = 0; i < self->n_stages; i++)
    if (self->stages[i].badges != NULL)
      return TRUE;
  for (guint i = 0; i < self->n_triggers; i++)
    if (self->triggers[i].badges != NULL)
      return TRUE;
  return self->badges != NULL;
}

static gboolean
same (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

gboolean
prn_stage_figures_equal (const PrnStageFigures *a, const PrnStageFigures *b)
{
  if (!a->known && !b->known)
    return TRUE;
  return a->known == b->known && a->now == b->now && a->visits == b->visits &&
         a->advanced == b->advanced && a->lost == b->lost && a->lost_unseen == b->lost_unseen &&
         same (a->median, b->median) && prn_badges_equal (a->badges, b->badges);
}

gboolean
prn_trigger_figures_equal (const PrnTriggerFigures *a, const PrnTriggerFigures *b)
{
  if (!a->known && !b->known)
    return TRUE;
  return a->known == b->known && a->fired == b->fired && same (a->share, b->share) &&
         prn_badges_equal (a->badges, b->badges);
}

char *
prn_figures_count (guint64 number)
{
  return prn_number_grouped (number);
}

char *
prn_figures_share (double share)
{
  double percent = share * 100;

  if (percent > 0 && percent < 0.1)
    return g_strdup_printf ("< %.1f %%", 0.1);
  if (percent == 0 || percent >= 9.95)
    return g_strdup_printf ("%.0f %%", percent);
  return g_strdup_printf ("%.1f %%", percent);
}

char *
prn_figures_dwell (double seconds)
{
  if (isnan (seconds) || seconds < 0 || seconds > 1e12)
    return NULL;
  return prn_duration_format_short ((gint64) (seconds * 1e6));
}
