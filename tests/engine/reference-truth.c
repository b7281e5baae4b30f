/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reference-walk.h"

#include <math.h>
#include <string.h>

/* --- Filters --- */

static gboolean
is_number (const char *cell, double *number)
{
  char *end;

  *number = g_ascii_strtod (cell, &end);
  return end != cell && strspn (end, " ") == strlen (end);
}

static gboolean
value_passes (PrnOp op, const PrnValue *value, const char *cell)
{
  g_autofree char *folded = prn_log_fold (cell, -1);
  g_autofree char *text = value->is_number ? NULL : prn_log_fold (value->text, -1);
  double number = 0;
  gboolean numeric = is_number (cell, &number);
  int below, equal;

  if (value->is_number && !numeric)
    return FALSE;
  below = value->is_number ? number < value->number : strcmp (folded, text) < 0;
  equal = value->is_number ? number == value->number : strcmp (folded, text) == 0;

  if (op == PRN_OP_CONTAINS)
    return strstr (folded, text) != NULL;
  if (op == PRN_OP_STARTS_WITH)
    return strncmp (folded, text, strlen (text)) == 0;
  if (op == PRN_OP_LESS)
    return below;
  if (op == PRN_OP_AT_MOST)
    return below || equal;
  if (op == PRN_OP_AT_LEAST)
    return !below;
  if (op == PRN_OP_MORE)
    return !below && !equal;
  return equal;
}

static gboolean
filter_passes (Walk *w, const PrnFilter *filter, const char **cells)
{
  int column = prn_log_column (w->log, filter->column);
  const char *cell = column < 0 ? "" : cells[column];
  gboolean any = FALSE;

  if (filter->op == PRN_OP_EXISTS)
    return *cell != '\0';
  if (filter->op == PRN_OP_MISSING)
    return *cell == '\0';
  for (guint i = 0; i < filter->values.n && *cell != '\0'; i++)
    any = any || value_passes (filter->op, &filter->values.items[i], cell);
  return filter->op == PRN_OP_IS_NOT || filter->op == PRN_OP_NOT_IN ? !any : any;
}

static gboolean
all_pass (Walk *w, const PrnFilter *filters, guint n, const char **cells)
{
  for (guint i = 0; i < n; i++)
    if (!filter_passes (w, &filters[i], cells))
      return FALSE;
  return TRUE;
}

/* --- What a row and a customer are --- */

gboolean
reference_matches (Walk *w, const char *event_id, const Row *row)
{
  const PrnEvent *event = prn_map_lookup (w->map, event_id);
  const char *defaults[] = { event->name, event->element.id };
  guint n = event->match.has_names ? event->match.names.n : 2;
  gboolean named = FALSE;

  for (guint i = 0; i < n; i++) {
    g_autofree char *name =
        prn_log_fold (event->match.has_names ? event->match.names.items[i] : defaults[i], -1);

    named = named || g_str_equal (name, row->activity);
  }
  return named && all_pass (w, event->match.where.items, event->match.where.n, row->cells);
}

gboolean
reference_attributes_pass (Walk *w, const PrnFilter *filters, guint n)
{
  g_autofree const char **last = g_new (const char *, prn_log_n_columns (w->log) + 1);

  for (guint column = 0; column < prn_log_n_columns (w->log); column++) {
    last[column] = "";
    for (guint i = 0; i < w->taken; i++)
      if (*w->rows[i].cells[column] != '\0')
        last[column] = w->rows[i].cells[column];
  }
  return all_pass (w, filters, n, last);
}

double
reference_score (Walk *w, const PrnScore *score, gint64 time)
{
  double rest = isnan (score->rest) ? score->start : score->rest;
  double value = score->start;
  gint64 last = 0;

  for (guint i = 0; i <= w->taken; i++) {
    gint64 until = i < w->taken ? w->rows[i].time : time;

    if (i > 0 && score->half_life.us >= 0 && until > last)
      value =
          rest + (value - rest) * exp2 (-(double) (until - last) / (double) score->half_life.us);
    last = until;
    if (i == w->taken)
      break;
    for (guint k = 0; k < score->points.n; k++)
      if (reference_matches (w, score->points.items[k].event, &w->rows[i]))
        value += score->points.items[k].points;
    value = value > score->max ? score->max : value < score->min ? score->min : value;
  }
  return value;
}

static gboolean
score_holds (Walk *w, const PrnCondition *c, gint64 time)
{
  double value = reference_score (w, prn_map_lookup (w->map, c->ref), time);

  return isnan (c->at_least) ? value < c->below : value >= c->at_least;
}

gint64
reference_inactive_since (Walk *w, const PrnCondition *c)
{
  gint64 since = w->entered;

  for (guint i = 0; i < w->taken; i++) {
    gboolean counts = c->events.n == 0;

    for (guint k = 0; k < c->events.n; k++)
      counts = counts || reference_matches (w, c->events.items[k], &w->rows[i]);
    if (counts && w->rows[i].time > since)
      since = w->rows[i].time;
  }
  return since;
}

gboolean
reference_event_holds (Walk *w, const PrnCondition *c, gint64 time)
{
  gint64 n = 0;

  for (guint i = c->since == PRN_SINCE_EVER ? 0 : w->history; i < w->taken; i++)
    if (reference_matches (w, c->ref, &w->rows[i]) &&
        (c->within.us < 0 || w->rows[i].time > time - c->within.us))
      n++;
  return n >= c->count;
}

gboolean
reference_holds (Walk *w, const PrnCondition *c, gint64 time)
{
  const PrnSegment *segment;
  guint n = 0;

  switch (c->kind) {
  case PRN_CONDITION_EVENT:
    return reference_event_holds (w, c, time);
  case PRN_CONDITION_INACTIVE:
    return time >= reference_inactive_since (w, c) + c->duration.us;
  case PRN_CONDITION_DWELL:
    return time >= w->entered + c->duration.us;
  case PRN_CONDITION_SCORE:
    return score_holds (w, c, time);
  case PRN_CONDITION_ATTRIBUTE:
    return reference_attributes_pass (w, &c->filter, 1);
  case PRN_CONDITION_SEGMENT:
    segment = prn_map_lookup (w->map, c->ref);
    return reference_attributes_pass (w, segment->where.items, segment->where.n);
  default:
    for (guint i = 0; i < c->members.n; i++)
      n += reference_holds (w, &c->members.items[i], time);
    return c->kind == PRN_CONDITION_ALL ? n == c->members.n : n > 0;
  }
}
