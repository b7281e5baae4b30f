/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The members of a tally in a file. */

#include "prn-tally-io.h"

#include <string.h>

static void
io_sum (PrnTallyIo *io, const char *key, PrnTallySum *sum)
{
  __int128 wide = (__int128) *sum;

  prn_tally_io_wide (io, key, &wide);
  *sum = (PrnTallySum) wide;
}

/* --- Stages --- */

static void
io_away (PrnTallyIo *io, PrnTally *tally, guint32 stage)
{
  static guint64 none[1];
  gboolean is_there = tally->stages[stage].away != NULL;

  /* A stage that is no exit has none, and n is 0 then. */
  if (!tally->plan->stages[stage].is_exit)
    prn_tally_io_counts (io, "away", none, 0);
  else if (io->out != NULL && !is_there)
    prn_tally_io_counts (io, "away", none, 0);
  else
    prn_tally_io_counts (io, "away", prn_tally_stage_away (tally, stage), tally->n_activities);
}

static void
io_stage (PrnTallyIo *list, PrnTally *tally, guint32 index)
{
  PrnTallyIo io = prn_tally_io_object (list, NULL);
  PrnTallyStage *stage;

  prn_tally_io_index (&io, "stage", &index, tally->n_stages);
  stage = &tally->stages[index];
  prn_tally_io_count (&io, "customers", &stage->customers);
  prn_tally_io_count (&io, "visits", &stage->visits);
  prn_tally_io_count (&io, "left", &stage->left);
  prn_tally_io_count (&io, "now", &stage->now);
  prn_tally_io_count (&io, "entries", &stage->entries);
  io_sum (&io, "squares", &stage->squares);
  io_sum (&io, "dwell", &stage->dwell);
  io_sum (&io, "stay", &stage->stay);
  prn_tally_io_histogram (&io, "off_map", &stage->off_map);
  prn_tally_io_histogram (&io, "open", &stage->open);
  io_away (&io, tally, index);
  prn_tally_io_end_object (list, &io);
}

static void
io_stages (PrnTallyIo *io, PrnTally *tally)
{
  PrnTallyIo list = prn_tally_io_list (io, "stages");

  for (guint32 i = 0; io->out != NULL && i < tally->n_stages; i++)
    if (tally->stages[i].visits > 0)
      io_stage (&list, tally, i);
  while (prn_tally_io_more (&list))
    io_stage (&list, tally, 0);
  prn_tally_io_end_list (io, &list);
}

/* --- Moves --- */

static void
io_edge (PrnTallyIo *list, PrnTally *tally, guint32 index)
{
  PrnTallyIo io = prn_tally_io_object (list, NULL);

  prn_tally_io_index (&io, "edge", &index, tally->n_edges);
  if (index < tally->n_edges) {
    guint64 moves = prn_tally_moves (tally, index);

    prn_tally_io_count (&io, "moves", &moves);
    prn_tally_io_histogram (&io, "lengths", prn_tally_edge_lengths (&tally->edges[index]));
  }
  prn_tally_io_end_object (list, &io);
}

static void
io_edges (PrnTallyIo *io, PrnTally *tally)
{
  PrnTallyIo list = prn_tally_io_list (io, "edges");

  for (guint32 i = 0; io->out != NULL && i < tally->n_edges; i++)
    if (prn_tally_moves (tally, i) > 0)
      io_edge (&list, tally, i);
  while (prn_tally_io_more (&list))
    io_edge (&list, tally, 0);
  prn_tally_io_end_list (io, &list);
}

static void
io_triggers (PrnTallyIo *io, PrnTally *tally)
{
  g_autofree guint64 *customers = g_new0 (guint64, tally->n_triggers);

  for (guint i = 0; i < tally->n_triggers; i++)
    customers[i] = tally->triggers[i].customers;
  prn_tally_io_counts (io, "trigger_customers", customers, tally->n_triggers);
  for (guint i = 0; i < tally->n_triggers; i++)
    tally->triggers[i].customers = customers[i];
}

static void
io_off_map_move (PrnTallyIo *list, PrnTally *tally, PrnTallyOffMap *move)
{
  prn_tally_io_index (list, NULL, &move->from, tally->n_stages);
  prn_tally_io_index (list, NULL, &move->to, tally->n_stages);
  prn_tally_io_count (list, NULL, &move->moves);
}

static int
compare_off_map (gconstpointer a, gconstpointer b)
{
  const PrnTallyOffMap *one = *(gpointer const *) a, *other = *(gpointer const *) b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return one->to < other->to ? -1 : one->to > other->to;
}

static void
io_off_map (PrnTallyIo *io, PrnTally *tally)
{
  PrnTallyIo list = prn_tally_io_list (io, "off_map");
  guint n;
  g_autofree gpointer *moves = g_hash_table_get_keys_as_array (tally->off_map, &n);

  if (n > 0)
    qsort (moves, n, sizeof *moves, compare_off_map);
  for (guint i = 0; io->out != NULL && i < n; i++)
    io_off_map_move (&list, tally, moves[i]);
  while (prn_tally_io_more (&list)) {
    PrnTallyOffMap move = { 0, 0, 0 };

    io_off_map_move (&list, tally, &move);
    if (list.place == NULL)
      prn_tally_add_off_map (tally, move.from, move.to, move.moves);
  }
  prn_tally_io_end_list (io, &list);
}

/* --- Paths: the stages of one after the other, in a text, since there can be millions --- */

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return prn_path_compare (a, b);
}

static void
write_paths (PrnTallyIo *list, const PrnPaths *paths)
{
  guint32 n = prn_paths_n (paths), filled = 0, stage;
  g_autofree PrnPath *sorted = g_new (PrnPath, n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize at = 0; filled < n && prn_paths_next (paths, &at, &sorted[filled]);)
    filled++;
  if (n > 0)
    qsort (sorted, n, sizeof *sorted, compare_paths);
  for (guint32 i = 0; i < n; i++) {
    PrnPathReader reader = prn_path_read (paths, &sorted[i]);

    g_string_truncate (text, 0);
    while (prn_path_reader_next (&reader, &stage))
      g_string_append_printf (text, "%s%u", text->len > 0 ? " " : "", stage);
    prn_tally_io_text (list, NULL, &text->str);
    prn_tally_io_count (list, NULL, &sorted[i].customers);
  }
}

static gboolean
parse_path (GArray *stages, const char *text, guint32 n_stages)
{
  const char *p = text;

  for (;;) {
    guint64 stage = 0;
    const char *digits = p;

    for (; g_ascii_isdigit (*p) && stage < n_stages; p++)
      stage = stage * 10 + (guint64) (*p - '0');
    if (p == digits || stage >= n_stages)
      return FALSE;
    g_array_append_vals (stages, &(guint32){ (guint32) stage }, 1);
    if (*p == '\0')
      return TRUE;
    if (*p++ != ' ')
      return FALSE;
  }
}

static void
io_paths (PrnTallyIo *io, PrnTally *tally)
{
  PrnTallyIo list = prn_tally_io_list (io, "paths");
  g_autoptr (GArray) stages = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *text = NULL;

  if (io->out != NULL)
    write_paths (&list, tally->paths);
  while (prn_tally_io_more (&list)) {
    guint64 customers = 0;

    prn_tally_io_text (&list, NULL, &text);
    prn_tally_io_count (&list, NULL, &customers);
    g_array_set_size (stages, 0);
    if (list.place == NULL && (text == NULL || !parse_path (stages, text, tally->n_stages)))
      prn_tally_io_fail (&list, list.at);
    prn_paths_add (tally->paths, (const guint32 *) (gpointer) stages->data, sizeof (guint32),
                   stages->len, customers);
  }
  prn_tally_io_end_list (io, &list);
}

/* --- What was measured --- */

/* Each conversion has all its numbers, though some begin with the same thing and share a part. */
static void
io_clock (PrnTallyIo *list, PrnTally *tally, guint index)
{
  PrnTallyIo io = prn_tally_io_object (list, NULL);
  PrnTallyClock *clock = &tally->clocks[index];
  PrnTallyStart *start = &tally->starts[tally->measures->clocks[index].start];
  guint64 came = start->observed.n, converted = clock->times.n;
  PrnTallyIo by;

  if (io.out == NULL)
    prn_histogram_clear (&start->observed);
  prn_tally_io_count (&io, "came", &came);
  prn_tally_io_count (&io, "converted", &converted);
  prn_tally_io_histogram (&io, "times", &clock->times);
  prn_tally_io_histogram (&io, "observed", &start->observed);
  prn_tally_io_histogram (&io, "converted_observed", &clock->observed);
  by = prn_tally_io_list (&io, "by_window");
  for (guint k = 0; k <= tally->measures->n_windows; k++) {
    prn_tally_io_count (&by, NULL, &start->observed_by[k]);
    prn_tally_io_time (&by, NULL, &clock->converted_by[k]);
  }
  prn_tally_io_end_list (&io, &by);
  prn_tally_io_end_object (list, &io);
}

static void
io_clocks (PrnTallyIo *io, PrnTally *tally)
{
  PrnTallyIo list = prn_tally_io_list (io, "conversions");

  for (guint i = 0; i < tally->measures->n_clocks; i++)
    io_clock (&list, tally, i);
  prn_tally_io_end_list (io, &list);
}

static void
io_gone (PrnTallyIo *io, PrnTallyMonth *month)
{
  PrnTallyIo list = prn_tally_io_list (io, "gone");

  for (guint32 i = 0; io->out != NULL && i < month->n_gone; i++)
    if (month->gone[i] != 0) {
      prn_tally_io_index (&list, NULL, &i, PRN_MEASURES_MAX_AGE);
      prn_tally_io_time (&list, NULL, &month->gone[i]);
    }
  while (prn_tally_io_more (&list)) {
    guint32 age = 0;
    gint64 change = 0;

    prn_tally_io_index (&list, NULL, &age, PRN_MEASURES_MAX_AGE);
    prn_tally_io_time (&list, NULL, &change);
    if (list.place == NULL)
      *prn_tally_month_gone (month, age) += change;
  }
  prn_tally_io_end_list (io, &list);
}

static void
io_month (PrnTallyIo *list, PrnTally *tally, guint32 index)
{
  const PrnCalendar *calendar = &tally->measures->calendar;
  PrnTallyIo io = prn_tally_io_object (list, NULL);
  PrnTallyActive of = prn_tally_active (tally, index);
  PrnTallyMonth *month;

  prn_tally_io_index (&io, "month", &index, calendar->n);
  month = prn_tally_month (tally, index);
  prn_tally_io_count (&io, "new", &of.newcomers);
  prn_tally_io_count (&io, "returning", &of.returning);
  prn_tally_io_count (&io, "resurrected", &of.resurrected);
  prn_tally_io_count (&io, "dormant", &of.dormant);
  month->newcomers = of.newcomers;
  tally->activity[index].after[PRN_TALLY_NEXT] = of.returning;
  tally->activity[index].after[PRN_TALLY_LATER] = of.resurrected;
  if (month->newcomers > 0) {
    prn_tally_io_time (&io, "latest", &month->latest);
    if (month->latest < calendar->begins[index] || month->latest > tally->measures->as_of) {
      month->latest = calendar->begins[index];
      if (io.out == NULL)
        prn_tally_io_fail (&io, io.at);
    }
    io_gone (&io, month);
  }
  prn_tally_io_end_object (list, &io);
}

static void
io_months (PrnTallyIo *io, PrnTally *tally)
{
  PrnTallyIo list = prn_tally_io_list (io, "months");

  for (guint32 i = 0; io->out != NULL && i < tally->measures->calendar.n; i++) {
    PrnTallyActive of = prn_tally_active (tally, i);

    if (of.newcomers + of.returning + of.resurrected + of.dormant > 0)
      io_month (&list, tally, i);
  }
  while (prn_tally_io_more (&list))
    io_month (&list, tally, 0);
  prn_tally_io_end_list (io, &list);
}

static void
io_money (PrnTallyIo *io, PrnTally *tally)
{
  PrnTallySum squares = tally->money_squares;

  prn_tally_io_wide (io, "earned", &tally->earned);
  prn_tally_io_wide (io, "money", &tally->money);
  io_sum (io, "money_squares", &squares);
  prn_tally_io_wide (io, "discounted", &tally->discounted);
  tally->money_squares = squares;
}

void
prn_tally_io_tally (PrnTallyIo *io, const char *key, PrnTally *tally)
{
  PrnTallyIo object = prn_tally_io_object (io, key);

  prn_tally_io_count (&object, "customers", &tally->customers);
  prn_tally_io_count (&object, "entered", &tally->entered);
  prn_tally_io_time (&object, "first_entry", &tally->first_entry);
  prn_tally_io_time (&object, "last_entry", &tally->last_entry);
  prn_tally_io_count (&object, "rows", &tally->rows);
  prn_tally_io_count (&object, "after_as_of", &tally->after_as_of);
  prn_tally_io_count (&object, "matched", &tally->matched);
  prn_tally_io_count (&object, "before_entry", &tally->before_entry);
  prn_tally_io_count (&object, "used", &tally->used);
  prn_tally_io_count (&object, "drawn", &tally->drawn);
  prn_tally_io_count (&object, "seen", &tally->seen);
  prn_tally_io_counts (&object, "unmatched", tally->unmatched, tally->n_activities);
  io_stages (&object, tally);
  io_edges (&object, tally);
  io_triggers (&object, tally);
  io_off_map (&object, tally);
  io_paths (&object, tally);
  io_clocks (&object, tally);
  io_months (&object, tally);
  io_money (&object, tally);
  prn_tally_io_end_object (io, &object);
}
