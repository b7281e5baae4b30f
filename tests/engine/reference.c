/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reference-walk.h"

#include <math.h>
#include <string.h>

static const PrnStage *
stage_at (Walk *w, int i)
{
  return prn_map_nth (w->map, PRN_KIND_STAGE, (guint) i);
}

static void
count (GHashTable *table, const char *key)
{
  guint64 n = (guint64) (gsize) g_hash_table_lookup (table, key);

  g_hash_table_insert (table, g_strdup (key), (gpointer) (gsize) (n + 1));
}

/* --- Moves --- */

static gboolean
leads (Walk *w, const PrnTrigger *trigger, int from)
{
  const PrnStage *stage = stage_at (w, from);

  if (strcmp (trigger->from, stage->element.id) == 0)
    return TRUE;
  if (strcmp (trigger->to, stage->element.id) == 0)
    return FALSE;
  if (strcmp (trigger->from, "*") == 0)
    return stage->role != PRN_ROLE_EXIT;
  return g_strcmp0 (trigger->from, stage->phase) == 0;
}

static void
enter (Walk *w, int to, gint64 time, guint history)
{
  Move move = { time, to, w->via };

  w->stage = to;
  w->entered = time;
  w->history = history;
  w->visits[to]++;
  w->seen_stage[to] = TRUE;
  g_array_append_val (w->path, to);
  g_array_append_val (w->moves, move);
  w->via = -1;
}

static void
leave (Walk *w, int to, GHashTable *table, gint64 time)
{
  g_autofree char *key =
      g_strdup_printf ("%s>%s", stage_at (w, w->stage)->element.id, stage_at (w, to)->element.id);

  count (table, key);
  w->left[w->stage]++;
  w->dwell[w->stage] += time - w->entered;
}

static void
fire (Walk *w, int trigger, gint64 time)
{
  const PrnTrigger *t = prn_map_nth (w->map, PRN_KIND_TRIGGER, (guint) trigger);
  int to = prn_map_index_of (w->map, PRN_KIND_STAGE, t->to);

  w->fired[trigger]++;
  w->seen_trigger[trigger] = TRUE;
  leave (w, to, w->flows, time);
  w->via = trigger;
  enter (w, to, time, w->taken);
}

static gboolean
was_here (Walk *w, int stage)
{
  for (guint i = 0; i < w->moment->len; i++)
    if (g_array_index (w->moment, int, i) == stage)
      return TRUE;
  return FALSE;
}

/* Step 4, and the chain after it. */
static void
judge (Walk *w, gint64 time)
{
  gboolean moved = TRUE;

  g_array_set_size (w->moment, 0);
  while (moved) {
    moved = FALSE;
    for (guint i = 0; i < prn_map_n (w->map, PRN_KIND_TRIGGER) && !moved; i++) {
      const PrnTrigger *trigger = prn_map_nth (w->map, PRN_KIND_TRIGGER, i);
      int to = prn_map_index_of (w->map, PRN_KIND_STAGE, trigger->to);

      if (!leads (w, trigger, w->stage) || trigger->when == NULL || was_here (w, to) ||
          !reference_holds (w, trigger->when, time))
        continue;
      if (w->moment->len == 0)
        g_array_append_val (w->moment, w->stage);
      fire (w, (int) i, time);
      g_array_append_val (w->moment, w->stage);
      moved = w->used = TRUE;
    }
  }
}

/* --- Timers --- */

/* The instant at which a score's leaf turns over after @from, from the formula, then to the
 * microsecond by looking around it. */
static gint64
turning (Walk *w, const PrnCondition *c, gint64 from)
{
  const PrnScore *score = prn_map_lookup (w->map, c->ref);
  double rest = isnan (score->rest) ? score->start : score->rest;
  double bound = isnan (c->at_least) ? c->below : c->at_least;
  double ratio = (reference_score (w, score, from) - rest) / (bound - rest);
  gboolean before = reference_holds (w, c, from);
  gint64 around;

  if (score->half_life.us < 0 || !(ratio >= 1) || isinf (ratio)) {
    /* Nearing a rest that is the bound itself, the value is at last rounded to it. */
    gint64 low = from, high = w->as_of + 1;

    if (score->half_life.us < 0 || bound != rest || high <= from ||
        reference_holds (w, c, high) == before)
      return G_MAXINT64;
    while (high - low > 1)
      if (reference_holds (w, c, low + (high - low) / 2) == before)
        low += (high - low) / 2;
      else
        high = low + (high - low) / 2;
    return high;
  }
  around = from + (gint64) (log2 (ratio) * (double) score->half_life.us);
  for (gint64 t = MAX (around - 40, from + 1); t < around + 40; t++)
    if (reference_holds (w, c, t) != before)
      return t;
  return G_MAXINT64;
}

static void
collect_dues (Walk *w, const PrnCondition *c, GArray *dues)
{
  gint64 due = G_MAXINT64;

  if (c->kind == PRN_CONDITION_DWELL)
    due = w->entered + c->duration.us;
  else if (c->kind == PRN_CONDITION_INACTIVE)
    due = reference_inactive_since (w, c) + c->duration.us;
  else if (c->kind == PRN_CONDITION_SCORE)
    due = turning (w, c, w->now);
  g_array_append_val (dues, due);
  for (guint i = 0; i < c->members.n; i++)
    collect_dues (w, &c->members.items[i], dues);
}

static gint64
earliest_due (Walk *w)
{
  g_autoptr (GArray) dues = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < prn_map_n (w->map, PRN_KIND_TRIGGER); i++) {
    const PrnTrigger *trigger = prn_map_nth (w->map, PRN_KIND_TRIGGER, i);

    if (trigger->when != NULL && leads (w, trigger, w->stage))
      collect_dues (w, trigger->when, dues);
  }
  for (guint i = 0; i < dues->len; i++) {
    gint64 due = g_array_index (dues, gint64, i);

    if (due >= w->now && due != w->timer_done && due < first)
      first = due;
  }
  return first;
}

static void
run_timers (Walk *w, gint64 until)
{
  while (w->stage >= 0) {
    gint64 due = earliest_due (w);

    if (due > until)
      break;
    judge (w, due);
    w->now = w->timer_done = due;
  }
}

/* --- Rows --- */

static gboolean
lets_in (Walk *w, const PrnStage *stage, const Row *row)
{
  PrnCondition ever;

  if (stage->enter == NULL)
    return TRUE;
  ever = *stage->enter;
  ever.since = PRN_SINCE_EVER;
  return reference_matches (w, ever.ref, row) && reference_event_holds (w, &ever, row->time);
}

static void
let_in (Walk *w, int stage, gint64 time, guint history)
{
  g_autofree char *key = g_strdup_printf (">%s", stage_at (w, stage)->element.id);

  count (w->flows, key);
  w->entries++;
  w->used = TRUE;
  enter (w, stage, time, history);
}

static void
find_entry (Walk *w, const Row *row)
{
  gboolean any = FALSE;

  for (guint i = 0; i < prn_map_n (w->map, PRN_KIND_STAGE); i++) {
    const PrnStage *stage = stage_at (w, (int) i);

    any = any || stage->role == PRN_ROLE_ENTRY;
    if (stage->role == PRN_ROLE_ENTRY && lets_in (w, stage, row)) {
      let_in (w, (int) i, row->time, stage->enter != NULL ? w->taken : w->taken - 1);
      return;
    }
  }
  if (!any)
    let_in (w, 0, row->time, w->taken - 1);
}

static void
plain_row (Walk *w, const Row *row)
{
  gboolean matched = FALSE;

  run_timers (w, row->time - 1);
  w->rows[w->taken].before = w->stage;
  w->taken++;
  w->now = row->time;
  for (guint i = 0; i < prn_map_n (w->map, PRN_KIND_EVENT); i++)
    matched = matched ||
              reference_matches (w, prn_element_id (prn_map_nth (w->map, PRN_KIND_EVENT, i)), row);
  if (matched)
    w->matched++;
  else
    w->unmatched[row->number]++;

  w->used = FALSE;
  if (w->stage < 0)
    find_entry (w, row);
  if (w->stage < 0)
    w->before++;
  else
    judge (w, row->time);
  w->uses += w->used;
  w->rows[w->taken - 1].after = w->stage;
}

static int
named_stage (Walk *w, const Row *row)
{
  for (guint i = 0; i < prn_map_n (w->map, PRN_KIND_STAGE); i++)
    if (g_str_equal (row->activity, stage_at (w, (int) i)->element.id))
      return (int) i;
  for (guint i = 0; i < prn_map_n (w->map, PRN_KIND_STAGE); i++) {
    g_autofree char *name = prn_log_fold (stage_at (w, (int) i)->name, -1);

    if (g_str_equal (row->activity, name))
      return (int) i;
  }
  return -1;
}

/* Whether a row of a log of stages names a trigger, by its id or by its name. */
static gboolean
tells (Walk *w, const Row *row, const PrnTrigger *trigger, gboolean by_id)
{
  int column = prn_log_trigger_column (w->log);
  g_autofree char *cell = column < 0 ? g_strdup ("") : prn_log_fold (row->cells[column], -1);
  g_autofree char *name = prn_log_fold (by_id ? trigger->element.id : trigger->name, -1);

  return *cell != '\0' && g_str_equal (cell, name);
}

/* The trigger a row of a log of stages moves a customer by, or -1: the one with the id that is
 * told, else the first of the name that is told, else the first. */
static int
told_trigger (Walk *w, const Row *row, int to)
{
  for (int pass = 0; pass < 3; pass++)
    for (guint i = 0; i < prn_map_n (w->map, PRN_KIND_TRIGGER); i++) {
      const PrnTrigger *trigger = prn_map_nth (w->map, PRN_KIND_TRIGGER, i);

      if (leads (w, trigger, w->stage) &&
          to == prn_map_index_of (w->map, PRN_KIND_STAGE, trigger->to) &&
          (pass == 2 || tells (w, row, trigger, pass == 0)))
        return (int) i;
    }
  return -1;
}

static void
stage_row (Walk *w, const Row *row)
{
  int to = named_stage (w, row);
  int trigger;

  w->taken++;
  if (to < 0) {
    w->unmatched[row->number]++;
    w->before += w->stage < 0;
    return;
  }
  w->matched++;
  if (w->stage < 0) {
    let_in (w, to, row->time, w->taken);
    w->uses++;
    return;
  }
  trigger = told_trigger (w, row, to);
  if (trigger >= 0) {
    fire (w, trigger, row->time);
    w->uses++;
    return;
  }
  if (to != w->stage) {
    leave (w, to, w->off_map, row->time);
    enter (w, to, row->time, w->taken);
    w->uses++;
  }
}

static void
end_customer (Walk *w)
{
  g_autoptr (GString) path = g_string_new (NULL);

  if (!prn_log_has_stage_column (w->log))
    run_timers (w, w->as_of);
  reference_measures_add (w->measures, w);
  w->customers += w->taken > 0;
  if (w->stage < 0)
    return;
  w->in_now[w->stage]++;
  for (guint i = 0; i < prn_map_n (w->map, PRN_KIND_STAGE); i++)
    w->stage_customers[i] += w->seen_stage[i];
  for (guint i = 0; i < prn_map_n (w->map, PRN_KIND_TRIGGER); i++)
    w->trigger_customers[i] += w->seen_trigger[i];
  for (guint i = 0; i < w->path->len; i++)
    g_string_append_printf (path, "%s ", stage_at (w, g_array_index (w->path, int, i))->element.id);
  count (w->paths, path->str);
}

/* Whether the customer is one of the segment, by what is known of him in the end. */
static gboolean
is_counted (Walk *w)
{
  w->taken = 0;
  while (w->taken < w->n_rows && w->rows[w->taken].time <= w->as_of)
    w->taken++;
  return w->segment == NULL ||
         reference_attributes_pass (w, w->segment->where.items, w->segment->where.n);
}

static void
count_customer (Walk *w)
{
  w->all_rows += w->n_rows;
  w->taken = 0;
  w->stage = -1;
  w->timer_done = w->now = G_MININT64;
  g_array_set_size (w->path, 0);
  g_array_set_size (w->moves, 0);
  w->via = -1;
  memset (w->seen_stage, 0, prn_map_n (w->map, PRN_KIND_STAGE) * sizeof (gboolean));
  memset (w->seen_trigger, 0, prn_map_n (w->map, PRN_KIND_TRIGGER) * sizeof (gboolean));
  for (guint i = 0; i < w->n_rows; i++)
    if (w->rows[i].time > w->as_of)
      w->after++;
    else if (prn_log_has_stage_column (w->log)) {
      w->rows[i].before = w->stage;
      stage_row (w, &w->rows[i]);
      w->rows[i].after = w->stage;
    }
    else
      plain_row (w, &w->rows[i]);
  end_customer (w);
}

static void
walk_customer (Walk *w, const PrnLogPart *part, guint32 customer)
{
  guint32 first = part->first_row[customer];
  guint n_columns = prn_log_n_columns (w->log);

  w->n_rows = part->first_row[customer + 1] - first;
  w->rows = g_new0 (Row, w->n_rows);
  for (guint i = 0; i < w->n_rows; i++) {
    Row *row = &w->rows[i];

    row->time = part->time[first + i];
    row->number = part->activity[first + i];
    row->activity = prn_log_activity_folded (w->log, row->number);
    row->cells = g_new (const char *, n_columns + 1);
    for (guint column = 0; column < n_columns; column++)
      row->cells[column] = prn_log_value (w->log, column, part->cells[column][first + i]);
  }

  if (is_counted (w))
    count_customer (w);

  for (guint i = 0; i < w->n_rows; i++)
    g_free (w->rows[i].cells);
  g_free (w->rows);
}

/* --- The lines --- */

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
sorted_lines (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

#define LINE(...) g_ptr_array_add (lines, g_strdup_printf (__VA_ARGS__))

static void
add_table (GPtrArray *lines, const char *what, GHashTable *table)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &value))
    LINE ("%s %s %lu", what, (char *) key, (gulong) (gsize) value);
}

/* The ten most common paths, by taking the best one ten times. */
static void
add_paths (GPtrArray *lines, GHashTable *paths)
{
  LINE ("path_count %u", g_hash_table_size (paths));
  for (guint rank = 0; rank < 10 && g_hash_table_size (paths) > 0; rank++) {
    GHashTableIter iter;
    gpointer key, value;
    const char *best = NULL;
    gsize most = 0;

    g_hash_table_iter_init (&iter, paths);
    while (g_hash_table_iter_next (&iter, &key, &value))
      if (best == NULL || (gsize) value > most ||
          ((gsize) value == most && strcmp (key, best) < 0)) {
        best = key;
        most = (gsize) value;
      }
    LINE ("path %u %s%lu", rank, best, (gulong) most);
    g_hash_table_remove (paths, best);
  }
}

static char *
walk_lines (Walk *w)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint64 unmatched = 0;

  for (guint i = 0; i < prn_log_n_activities (w->log); i++) {
    unmatched += w->unmatched[i];
    if (w->unmatched[i] > 0)
      LINE ("unmatched %s %lu", prn_log_activity (w->log, i), w->unmatched[i]);
  }
  LINE ("customers %lu entered %lu", w->customers, w->entries);
  LINE ("rows read %lu accepted %lu rejected %lu after %lu matched %lu unmatched %lu before %lu "
        "used %lu",
        w->segment != NULL ? w->all_rows : prn_log_n_read (w->log), w->all_rows,
        w->segment != NULL ? 0 : prn_log_n_rejected (w->log), w->after, w->matched, unmatched,
        w->before, w->uses);
  for (guint i = 0; i < prn_map_n (w->map, PRN_KIND_STAGE); i++)
    LINE ("stage %u %s customers %lu visits %lu now %lu left %lu mean %.12g", i,
          stage_at (w, (int) i)->element.id, w->stage_customers[i], w->visits[i], w->in_now[i],
          w->left[i], w->left[i] > 0 ? (double) w->dwell[i] / (double) w->left[i] / 1e6 : NAN);
  for (guint i = 0; i < prn_map_n (w->map, PRN_KIND_TRIGGER); i++)
    LINE ("trigger %u %s fired %lu customers %lu", i,
          prn_element_id (prn_map_nth (w->map, PRN_KIND_TRIGGER, i)), w->fired[i],
          w->trigger_customers[i]);
  add_table (lines, "flow", w->flows);
  add_table (lines, "off", w->off_map);
  add_paths (lines, w->paths);
  reference_measures_lines (w->measures, w, lines);
  return sorted_lines (lines);
}

static char *
replay_segment (PrnMap *map, PrnLog *log, gint64 as_of, const PrnSegment *segment)
{
  guint n_stages = prn_map_n (map, PRN_KIND_STAGE), n_triggers = prn_map_n (map, PRN_KIND_TRIGGER);
  Walk walk = { .map = map, .log = log, .as_of = as_of, .segment = segment };
  Walk *w = &walk;
  g_autofree guint64 *counts = g_new0 (guint64, 4 * n_stages + 2 * n_triggers);
  g_autofree gboolean *seen = g_new0 (gboolean, n_stages + n_triggers);
  g_autofree gint64 *dwell = g_new0 (gint64, n_stages);
  char *lines;

  w->visits = counts;
  w->in_now = counts + n_stages;
  w->left = counts + 2 * n_stages;
  w->stage_customers = counts + 3 * n_stages;
  w->fired = counts + 4 * n_stages;
  w->trigger_customers = w->fired + n_triggers;
  w->seen_stage = seen;
  w->seen_trigger = seen + n_stages;
  w->dwell = dwell;
  w->unmatched = g_new0 (guint64, prn_log_n_activities (log) + 1);
  w->moment = g_array_new (FALSE, FALSE, sizeof (int));
  w->path = g_array_new (FALSE, FALSE, sizeof (int));
  w->moves = g_array_new (FALSE, FALSE, sizeof (Move));
  w->measures = reference_measures_new (map);
  w->flows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  w->off_map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  w->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < prn_log_n_parts (log); i++)
    for (guint32 k = 0; k < prn_log_part (log, i)->n_customers; k++)
      walk_customer (w, prn_log_part (log, i), k);
  lines = walk_lines (w);

  g_free (w->unmatched);
  g_array_unref (w->moment);
  g_array_unref (w->path);
  g_array_unref (w->moves);
  reference_measures_free (w->measures);
  g_hash_table_unref (w->flows);
  g_hash_table_unref (w->off_map);
  g_hash_table_unref (w->paths);
  return lines;
}

/* The lines of a segment, each with its id in front. */
static void
append_segment (GString *all, const char *id, const char *lines)
{
  g_auto (GStrv) list = g_strsplit (lines, "\n", -1);

  for (guint i = 0; list[i] != NULL; i++)
    g_string_append_printf (all, "\nsegment %s: %s", id, list[i]);
}

char *
reference_replay (PrnMap *map, PrnLog *log, gint64 as_of)
{
  guint n;
  const PrnSegment *const *segments = prn_map_segments (map, &n);
  GString *all = g_string_new (NULL);
  g_autofree char *total = replay_segment (map, log, as_of, NULL);

  g_string_append (all, total);
  for (guint i = 0; i < n; i++) {
    g_autofree char *lines = replay_segment (map, log, as_of, segments[i]);

    append_segment (all, segments[i]->element.id, lines);
  }
  return g_string_free (all, FALSE);
}

static char *
report_lines (const PrnReport *report)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const PrnReportRows *rows = &report->rows;

  for (guint i = 0; i < report->n_unmatched; i++)
    LINE ("unmatched %s %lu", report->unmatched[i].activity, report->unmatched[i].rows);
  LINE ("customers %lu entered %lu", report->customers, report->entered);
  LINE ("rows read %lu accepted %lu rejected %lu after %lu matched %lu unmatched %lu before %lu "
        "used %lu",
        rows->read, rows->accepted, rows->rejected, rows->after_as_of, rows->matched,
        rows->unmatched, rows->before_entry, rows->used);
  for (guint i = 0; i < report->n_stages; i++) {
    const PrnReportStage *stage = &report->stages[i];

    LINE ("stage %u %s customers %lu visits %lu now %lu left %lu mean %.12g", i, stage->id,
          stage->customers, stage->visits, stage->now, stage->left, stage->mean);
  }
  for (guint i = 0; i < report->n_triggers; i++)
    LINE ("trigger %u %s fired %lu customers %lu", i, report->triggers[i].id,
          report->triggers[i].fired, report->triggers[i].customers);
  for (guint i = 0; i < report->n_flows; i++)
    LINE ("flow %s>%s %lu", report->flows[i].from != NULL ? report->flows[i].from : "",
          report->flows[i].to, report->flows[i].moves);
  for (guint i = 0; i < report->n_off_map; i++)
    LINE ("off %s>%s %lu", report->off_map[i].from, report->off_map[i].to,
          report->off_map[i].moves);
  LINE ("path_count %lu", report->path_count);
  for (guint i = 0; i < report->n_paths; i++) {
    g_autofree char *stages = g_strjoinv (" ", report->paths[i].stages);

    LINE ("path %u %s %lu", i, stages, report->paths[i].customers);
  }
  reference_report_lines (report, lines);
  return sorted_lines (lines);
}

char *
reference_lines (const PrnReport *report)
{
  GString *all = g_string_new (NULL);
  g_autofree char *total = report_lines (report);

  g_string_append (all, total);
  for (guint i = 0; i < report->n_segments; i++) {
    g_autofree char *lines = report_lines (report->segments[i].report);

    append_segment (all, report->segments[i].id, lines);
  }
  return g_string_free (all, FALSE);
}
