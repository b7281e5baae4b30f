/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What can be said of a condition without a log. Everything here errs on the side of silence: a
 * condition is called impossible only when it is. */

/* The numbers and the text one column may still have after some filters. */
typedef struct {
  double least;
  double most;
  gboolean least_open;
  gboolean most_open;
  gboolean is_missing;
  gboolean is_there;
  char *text;
} Column;

static void
column_free (Column *column)
{
  g_free (column->text);
  g_free (column);
}

static void
narrow (Column *column, double least, gboolean least_open, double most, gboolean most_open)
{
  if (least > column->least || (least == column->least && least_open)) {
    column->least = least;
    column->least_open = least_open;
  }
  if (most < column->most || (most == column->most && most_open)) {
    column->most = most;
    column->most_open = most_open;
  }
}

/* Returns: whether the column can still have a value */
static gboolean
apply_text (Column *column, const PrnFilter *filter)
{
  g_autofree char *stripped = NULL;
  g_autofree char *folded = NULL;

  if (filter->op != PRN_OP_IS)
    return TRUE;
  stripped = g_strstrip (g_strdup (filter->values.items[0].text));
  folded = g_utf8_casefold (stripped, -1);
  if (column->text != NULL)
    return g_str_equal (column->text, folded);
  column->text = g_steal_pointer (&folded);
  return *stripped != '\0';
}

static void
apply_number (Column *column, const PrnFilter *filter)
{
  double value = filter->values.items[0].number;

  switch (filter->op) {
  case PRN_OP_IS:
    narrow (column, value, FALSE, value, FALSE);
    break;
  case PRN_OP_LESS:
    narrow (column, -INFINITY, FALSE, value, TRUE);
    break;
  case PRN_OP_AT_MOST:
    narrow (column, -INFINITY, FALSE, value, FALSE);
    break;
  case PRN_OP_AT_LEAST:
    narrow (column, value, FALSE, INFINITY, FALSE);
    break;
  case PRN_OP_MORE:
    narrow (column, value, TRUE, INFINITY, FALSE);
    break;
  default:
    break;
  }
}

static gboolean
apply_filter (GHashTable *columns, const PrnFilter *filter)
{
  Column *column = g_hash_table_lookup (columns, filter->column);

  if (column == NULL) {
    column = g_new0 (Column, 1);
    column->least = -INFINITY;
    column->most = INFINITY;
    g_hash_table_insert (columns, filter->column, column);
  }

  if (filter->op == PRN_OP_IN && filter->values.n == 0)
    return FALSE;
  if (filter->op == PRN_OP_MISSING)
    column->is_missing = TRUE;
  /* An empty cell fails all the others but these two. */
  else if (filter->op != PRN_OP_IS_NOT && filter->op != PRN_OP_NOT_IN)
    column->is_there = TRUE;

  if (filter->values.n == 1 && filter->values.items[0].is_number)
    apply_number (column, filter);
  else if (filter->values.n == 1 && !apply_text (column, filter))
    return FALSE;

  if (column->is_missing && column->is_there)
    return FALSE;
  return column->least < column->most ||
         (column->least == column->most && !column->least_open && !column->most_open);
}

static GHashTable *
new_columns (void)
{
  return g_hash_table_new_full (prn_text_hash, g_str_equal, NULL, (GDestroyNotify) column_free);
}

gboolean
prn_check_filters_are_impossible (const PrnFilters *filters)
{
  g_autoptr (GHashTable) columns = new_columns ();

  for (guint i = 0; i < filters->n; i++)
    if (!apply_filter (columns, &filters->items[i]))
      return TRUE;
  return FALSE;
}

static gboolean
event_is_impossible (PrnMap *map, const PrnCondition *condition, const char **why)
{
  int index = prn_map_index_of (map, PRN_KIND_EVENT, condition->ref);
  const PrnEvent *event;

  if (condition->within.us == 0) {
    *why = _ ("a window of no time holds no event");
    return TRUE;
  }
  if (index < 0)
    return FALSE;
  event = prn_map_nth (map, PRN_KIND_EVENT, (guint) index);
  if (!(event->match.has_names && event->match.names.n == 0) &&
      !prn_check_filters_are_impossible (&event->match.where))
    return FALSE;
  *why = _ ("the event it waits for matches no row");
  return TRUE;
}

/* Without points upwards a score never rises above where it starts and rests. */
static gboolean
score_is_impossible (PrnMap *map, const PrnCondition *condition, const char **why)
{
  int index = prn_map_index_of (map, PRN_KIND_SCORE, condition->ref);
  const PrnScore *score;
  double rest, most, least;

  if (index < 0)
    return FALSE;
  score = prn_map_nth (map, PRN_KIND_SCORE, (guint) index);
  rest = isnan (score->rest) ? score->start : score->rest;
  most = MAX (score->start, rest);
  least = MIN (score->start, rest);
  for (guint i = 0; i < score->points.n; i++) {
    if (score->points.items[i].points > 0)
      most = MAX (most, score->max);
    if (score->points.items[i].points < 0)
      least = MIN (least, score->min);
    /* The first row clamps a start outside of the range. */
    most = MAX (most, score->min);
    least = MIN (least, score->max);
  }

  if (isnan (condition->at_least) ? condition->below > least : condition->at_least <= most)
    return FALSE;
  *why = _ ("the score never gets there");
  return TRUE;
}

static gboolean
members_exclude_each_other (const PrnCondition *all)
{
  g_autoptr (GHashTable) columns = new_columns ();

  for (guint i = 0; i < all->members.n; i++) {
    const PrnCondition *a = &all->members.items[i];

    if (a->kind == PRN_CONDITION_ATTRIBUTE && !apply_filter (columns, &a->filter))
      return TRUE;
    for (guint k = 0; a->kind == PRN_CONDITION_SCORE && k < all->members.n; k++) {
      const PrnCondition *b = &all->members.items[k];

      /* At least x and below y at once; a comparison with NaN is false. */
      if (b->kind == PRN_CONDITION_SCORE && g_strcmp0 (a->ref, b->ref) == 0 &&
          a->at_least >= b->below)
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
attribute_is_impossible (const PrnCondition *condition, const char **why)
{
  PrnFilters one = { 1, (PrnFilter *) &condition->filter };

  if (!prn_check_filters_are_impossible (&one))
    return FALSE;
  *why = _ ("no value passes its filter");
  return TRUE;
}

static gboolean
segment_is_impossible (PrnMap *map, const PrnCondition *condition, const char **why)
{
  int index = prn_map_index_of (map, PRN_KIND_SEGMENT, condition->ref);
  const PrnSegment *segment;

  if (index < 0)
    return FALSE;
  segment = prn_map_nth (map, PRN_KIND_SEGMENT, (guint) index);
  if (!prn_check_filters_are_impossible (&segment->where))
    return FALSE;
  *why = _ ("no customer can be in the segment");
  return TRUE;
}

static gboolean
group_is_impossible (PrnMap *map, const PrnCondition *condition, const char **why)
{
  guint n_impossible = 0;

  for (guint i = 0; i < condition->members.n; i++)
    n_impossible += prn_check_condition_is_impossible (map, &condition->members.items[i], why);
  if (condition->kind == PRN_CONDITION_ANY)
    return n_impossible == condition->members.n;
  if (n_impossible > 0)
    return TRUE;
  if (!members_exclude_each_other (condition))
    return FALSE;
  *why = _ ("the parts of its condition exclude each other");
  return TRUE;
}

gboolean
prn_check_condition_is_impossible (PrnMap *map, const PrnCondition *condition, const char **why)
{
  switch (condition->kind) {
  case PRN_CONDITION_EVENT:
    return event_is_impossible (map, condition, why);
  case PRN_CONDITION_SCORE:
    return score_is_impossible (map, condition, why);
  case PRN_CONDITION_ATTRIBUTE:
    return attribute_is_impossible (condition, why);
  case PRN_CONDITION_SEGMENT:
    return segment_is_impossible (map, condition, why);
  case PRN_CONDITION_ALL:
  case PRN_CONDITION_ANY:
    return group_is_impossible (map, condition, why);
  default:
    return FALSE;
  }
}

gint64
prn_check_earliest (const PrnCondition *condition)
{
  gint64 time;

  switch (condition->kind) {
  case PRN_CONDITION_DWELL:
  case PRN_CONDITION_INACTIVE:
    return condition->duration.us;
  case PRN_CONDITION_ALL:
    time = 0;
    for (guint i = 0; i < condition->members.n; i++)
      time = MAX (time, prn_check_earliest (&condition->members.items[i]));
    return time;
  case PRN_CONDITION_ANY:
    time = G_MAXINT64;
    for (guint i = 0; i < condition->members.n; i++)
      time = MIN (time, prn_check_earliest (&condition->members.items[i]));
    return time;
  default:
    return 0;
  }
}

gint64
prn_check_latest (const PrnCondition *condition)
{
  gint64 time;

  switch (condition->kind) {
  case PRN_CONDITION_DWELL:
    return condition->duration.us;
  case PRN_CONDITION_ALL:
    time = 0;
    for (guint i = 0; i < condition->members.n; i++)
      time = MAX (time, prn_check_latest (&condition->members.items[i]));
    return time;
  case PRN_CONDITION_ANY:
    time = G_MAXINT64;
    for (guint i = 0; i < condition->members.n; i++)
      time = MIN (time, prn_check_latest (&condition->members.items[i]));
    return time;
  default:
    return G_MAXINT64;
  }
}
