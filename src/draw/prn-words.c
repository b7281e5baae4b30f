/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-filter-words.h"

/* A group of more conditions than this is told by the number of the rest. */
#define MEMBERS_MAX 3

static const char *
label_of (PrnMap *map, const char *id)
{
  gconstpointer element = id != NULL ? prn_map_lookup (map, id) : NULL;

  return element != NULL ? prn_element_label (element) : id != NULL ? id : "";
}

static char *
event_words (PrnMap *map, const PrnCondition *condition)
{
  GString *words = g_string_new (label_of (map, condition->ref));

  if (condition->count > 1)
    g_string_append_printf (words, " × %" G_GINT64_FORMAT, condition->count);
  if (condition->within.us >= 0) {
    g_autofree char *within = prn_duration_format_short (condition->within.us);

    g_string_append_c (words, ' ');
    /* Translators: a window of time: "in 30 d" */
    g_string_append_printf (words, _("in %s"), within);
  }
  return g_string_free (words, FALSE);
}

static char *
score_words (PrnMap *map, const PrnCondition *condition)
{
  if (!isnan (condition->at_least))
    return g_strdup_printf ("%s ≥ %.15g", label_of (map, condition->ref), condition->at_least);
  return g_strdup_printf ("%s < %.15g", label_of (map, condition->ref), condition->below);
}

static char *
group_words (PrnMap *map, const PrnCondition *condition)
{
  const char *joint = condition->kind == PRN_CONDITION_ALL ? _(" and ") : _(" or ");
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < condition->members.n && i < MEMBERS_MAX; i++) {
    g_autofree char *member = prn_words_condition (map, &condition->members.items[i]);

    g_string_append_printf (words, "%s%s", i > 0 ? joint : "", member);
  }
  if (condition->members.n > MEMBERS_MAX)
    g_string_append (words, " …");
  return g_string_free (words, FALSE);
}

char *
prn_words_condition (PrnMap *map, const PrnCondition *condition)
{
  g_autofree char *length = NULL;

  if (condition == NULL)
    return g_strdup ("");

  length = prn_duration_format_short (MAX (0, condition->duration.us));
  switch (condition->kind) {
  case PRN_CONDITION_EVENT:
    return event_words (map, condition);
  case PRN_CONDITION_INACTIVE:
    /* Translators: a customer who did nothing for so long: "30 d inactive" */
    return g_strdup_printf (_("%s inactive"), length);
  case PRN_CONDITION_DWELL:
    /* Translators: so long after entering the stage: "after 14 d" */
    return g_strdup_printf (_("after %s"), length);
  case PRN_CONDITION_SCORE:
    return score_words (map, condition);
  case PRN_CONDITION_ATTRIBUTE:
    return prn_filter_words (&condition->filter);
  case PRN_CONDITION_SEGMENT:
    return g_strdup (label_of (map, condition->ref));
  case PRN_CONDITION_ALL:
  case PRN_CONDITION_ANY:
  default:
    return group_words (map, condition);
  }
}

char *
prn_words_trigger_name (PrnMap *map, const PrnTrigger *trigger)
{
  if (trigger->name[0] != '\0')
    return g_strdup (trigger->name);
  return prn_words_condition (map, trigger->when);
}

char *
prn_words_source (PrnMap *map, const PrnTrigger *trigger)
{
  if (g_str_equal (trigger->from, "*"))
    return g_strdup (_("any stage"));
  if (prn_map_index_of (map, PRN_KIND_PHASE, trigger->from) >= 0)
    return g_strdup_printf (_("any stage of %s"), label_of (map, trigger->from));
  return g_strdup (label_of (map, trigger->from));
}

char *
prn_words_meta (const PrnStage *stage)
{
  GString *words = g_string_new (stage->owner);

  for (guint i = 0; i < stage->channels.n; i++) {
    if (words->len > 0)
      g_string_append (words, i == 0 ? " · " : ", ");
    g_string_append (words, stage->channels.items[i]);
  }
  return g_string_free (words, FALSE);
}

/* Appends "Label: value. " when there is a value. */
static void
append_fact (GString *facts, const char *label, const char *value)
{
  if (value != NULL && value[0] != '\0')
    g_string_append_printf (facts, " %s: %s.", label, value);
}

static void
append_badges (GString *facts, const PrnBadges *badges)
{
  for (guint i = 0; badges != NULL && i < badges->n; i++)
    g_string_append_printf (facts, " %s", badges->items[i].facts);
}

static void
append_figures (GString *facts, const PrnStageFigures *figures)
{
  g_autofree char *now = prn_figures_count (figures->now);
  g_autofree char *visits = prn_figures_count (figures->visits);
  g_autofree char *dwell = prn_figures_dwell (figures->median);

  g_string_append_c (facts, ' ');
  g_string_append_printf (
      facts, g_dngettext (GETTEXT_PACKAGE, "%s customer now.", "%s customers now.",
                          (gulong) figures->now), now);
  append_fact (facts, _("Visits"), visits);
  append_fact (facts, _("Median dwell"), dwell);
  append_badges (facts, figures->badges);
}

char *
prn_words_stage_facts (PrnMap *map, const PrnStage *stage, const PrnStageFigures *figures)
{
  static const char *const roles[] = {
    [PRN_ROLE_NONE] = N_("Stage."), [PRN_ROLE_ENTRY] = N_("Stage, entry."),
    [PRN_ROLE_GOAL] = N_("Stage, goal."), [PRN_ROLE_EXIT] = N_("Stage, exit."),
  };
  GString *facts = g_string_new (_(roles[stage->role]));
  g_autofree char *channels = NULL;

  if (figures != NULL && figures->known)
    append_figures (facts, figures);
  if (stage->phase != NULL)
    append_fact (facts, _("Phase"), label_of (map, stage->phase));
  append_fact (facts, _("Owner"), stage->owner);
  if (stage->channels.n > 0) {
    GString *list = g_string_new (stage->channels.items[0]);

    for (guint i = 1; i < stage->channels.n; i++)
      g_string_append_printf (list, ", %s", stage->channels.items[i]);
    channels = g_string_free (list, FALSE);
  }
  append_fact (facts, _("Channels"), channels);
  return g_string_free (facts, FALSE);
}

char *
prn_words_trigger_facts (PrnMap *map, const PrnTrigger *trigger, const PrnTriggerFigures *figures)
{
  g_autofree char *source = prn_words_source (map, trigger);
  g_autofree char *when = prn_words_condition (map, trigger->when);
  GString *facts = g_string_new (NULL);

  /* Translators: a trigger leads from one stage to another */
  g_string_append_printf (facts, _("Trigger from %s to %s."), source, label_of (map, trigger->to));
  append_fact (facts, _("When"), when);
  if (figures != NULL && figures->known) {
    g_autofree char *fired = prn_figures_count (figures->fired);
    g_autofree char *share = isnan (figures->share) ? NULL : prn_figures_share (figures->share);

    append_fact (facts, _("Moves"), fired);
    append_fact (facts, _("Share of visits"), share);
    append_badges (facts, figures->badges);
  }
  return g_string_free (facts, FALSE);
}

char *
prn_words_event_facts (PrnMap *map, const PrnEvent *event)
{
  static const char *const outcomes[] = {
    [PRN_OUTCOME_NEUTRAL] = N_("Event."),
    [PRN_OUTCOME_POSITIVE] = N_("Event, positive."),
    [PRN_OUTCOME_NEGATIVE] = N_("Event, negative."),
  };
  GString *facts = g_string_new (_(outcomes[event->outcome]));

  if (event->stage != NULL)
    append_fact (facts, _("Stage"), label_of (map, event->stage));
  append_fact (facts, _("Channel"), event->channel);
  return g_string_free (facts, FALSE);
}

char *
prn_words_phase_facts (const PrnPhase *phase, guint n_stages)
{
  GString *facts = g_string_new (_("Phase."));

  g_string_append_c (facts, ' ');
  g_string_append_printf (
      facts, g_dngettext (GETTEXT_PACKAGE, "%u stage.", "%u stages.", n_stages), n_stages);
  append_fact (facts, _("Owner"), phase->owner);
  return g_string_free (facts, FALSE);
}

char *
prn_words_frame_facts (guint index)
{
  /* Translators: the number of a frame in the presentation */
  return g_strdup_printf (_("Frame %u of the presentation."), index + 1);
}

char *
prn_words_note_facts (const PrnNote *note)
{
  GString *facts = g_string_new (_("Note."));

  append_fact (facts, _("Author"), note->author);
  if (note->votes > 0) {
    g_autofree char *votes = g_strdup_printf ("%" G_GINT64_FORMAT, note->votes);

    append_fact (facts, _("Votes"), votes);
  }
  return g_string_free (facts, FALSE);
}
