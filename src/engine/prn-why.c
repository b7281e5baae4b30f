/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-why.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-filter-words.h"
#include "prn-ordinal.h"

/**
 * Why:
 * @leaf: the leaf that the next condition without members has
 */
typedef struct {
  const PrnStepper *stepper;
  PrnMap *map;
  gint64 time;
  guint32 leaf;
} Why;

static const char *
label_of (PrnMap *map, const char *id)
{
  gconstpointer element = prn_map_lookup (map, id);

  return element != NULL ? prn_element_label (element) : id;
}

/* A number as people write it, with at most two decimals. */
static char *
number_text (double number)
{
  char *text = g_strdup_printf ("%.2f", number);
  gsize length = strlen (text);

  while (text[length - 1] == '0')
    text[--length] = '\0';
  if (text[length - 1] == '.')
    text[--length] = '\0';
  return text;
}

static char *
event_words (const Why *why, const PrnCondition *condition, guint32 leaf)
{
  const char *label = label_of (why->map, condition->ref);
  guint32 n = prn_stepper_event_count (why->stepper, leaf);
  g_autoptr (GString) detail = g_string_new (NULL);

  if (condition->count > 1) {
    g_autofree char *ordinal = prn_ordinal (n);

    g_string_append (detail, ordinal);
  }
  if (condition->within.us >= 0) {
    g_autofree char *length = prn_duration_format_short (condition->within.us);

    if (detail->len > 0)
      g_string_append_c (detail, ' ');
    g_string_append_printf (detail, _ ("within %s"), length);
  }
  if (condition->since == PRN_SINCE_EVER)
    g_string_append (detail, detail->len > 0 ? _ (", ever") : _ ("ever"));
  if (detail->len == 0)
    return g_strdup (label);
  return g_strdup_printf ("%s (%s)", label, detail->str);
}

static char *
inactive_words (const Why *why, const PrnCondition *condition)
{
  g_autofree char *length = prn_duration_format_short (condition->duration.us);
  g_autoptr (GString) events = g_string_new (NULL);

  if (condition->events.n == 0)
    return g_strdup_printf (_ ("nothing for %s"), length);
  for (guint i = 0; i < condition->events.n; i++)
    g_string_append_printf (events, "%s%s", i > 0 ? _ (" or ") : "",
                            label_of (why->map, condition->events.items[i]));
  return g_strdup_printf (_ ("no %s for %s"), events->str, length);
}

static char *
score_words (const Why *why, const PrnCondition *condition)
{
  gboolean below = condition->at_least != condition->at_least;
  g_autofree char *bound = number_text (below ? condition->below : condition->at_least);

  return g_strdup_printf ("%s %s %s", label_of (why->map, condition->ref),
                          below ? _ ("below") : _ ("at least"), bound);
}

static char *
leaf_words (const Why *why, const PrnCondition *condition, guint32 leaf)
{
  g_autofree char *length = NULL;

  switch (condition->kind) {
  case PRN_CONDITION_EVENT:
    return event_words (why, condition, leaf);
  case PRN_CONDITION_INACTIVE:
    return inactive_words (why, condition);
  case PRN_CONDITION_DWELL:
    length = prn_duration_format_short (condition->duration.us);
    return g_strdup_printf (_ ("in the stage for %s"), length);
  case PRN_CONDITION_SCORE:
    return score_words (why, condition);
  case PRN_CONDITION_ATTRIBUTE:
    return prn_filter_words (&condition->filter);
  case PRN_CONDITION_SEGMENT:
    return g_strdup_printf (_ ("in segment %s"), label_of (why->map, condition->ref));
  case PRN_CONDITION_ALL:
  case PRN_CONDITION_ANY:
    break;
  }
  return g_strdup ("");
}

/* The words of a condition if it holds, or NULL; goes past its leaves either way. */
static char *
condition_words (Why *why, const PrnCondition *condition)
{
  gboolean all = condition->kind == PRN_CONDITION_ALL;
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_true = 0;

  if ((!all && condition->kind != PRN_CONDITION_ANY) || condition->members.n == 0) {
    guint32 leaf = why->leaf++;

    return prn_stepper_leaf (why->stepper, leaf, why->time)
               ? leaf_words (why, condition, leaf)
               : NULL;
  }

  for (guint i = 0; i < condition->members.n; i++) {
    g_autofree char *member = condition_words (why, &condition->members.items[i]);

    if (member == NULL || (!all && n_true++ > 0))
      continue;
    n_true += all;
    g_string_append_printf (words, "%s%s", words->len > 0 ? _ (" and ") : "", member);
  }
  if (all ? n_true < condition->members.n : n_true == 0)
    return NULL;
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
prn_why_condition (const PrnStepper *stepper,
                       PrnMap *map,
                       const PrnCondition *condition,
                       guint32 leaf,
                       gint64 time)
{
  Why why = { stepper, map, time, leaf };

  return condition_words (&why, condition);
}

char *
prn_why_score (const PrnScore *score, double value)
{
  g_autofree char *number = number_text (value);

  return g_strdup_printf ("%s %s", prn_element_label (score), number);
}
