/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-move-log.h"

#include "prn-duration.h"
#include "prn-instant.h"
#include "prn-output.h"

/**
 * PrnMoveLog:
 * @next: the first customer whose rows are not written
 * @stopped: nothing more is written
 * @error: (nullable): why
 */
struct _PrnMoveLog {
  PrnOutput *output;
  PrnPlan *plan;
  GMutex mutex;
  GCond turn;
  guint64 next;
  gboolean stopped;
  GError *error;
};

PrnMoveLog *
prn_move_log_open (const char *path, PrnPlan *plan, GError **error)
{
  static const char header[] = "customer,stage,time,trigger,segment\n";
  g_autoptr (PrnOutput) output = prn_output_open (path, error);
  PrnMoveLog *log;

  if (output == NULL || !prn_output_append (output, header, sizeof header - 1, error))
    return NULL;

  log = g_new0 (PrnMoveLog, 1);
  log->output = g_steal_pointer (&output);
  log->plan = plan;
  g_mutex_init (&log->mutex);
  g_cond_init (&log->turn);
  return log;
}

void
prn_move_log_free (PrnMoveLog *log)
{
  prn_output_free (log->output);
  g_mutex_clear (&log->mutex);
  g_cond_clear (&log->turn);
  g_clear_error (&log->error);
  g_free (log);
}

/* Digits with zeros in front. */
static char *
print_digits (char *end, guint n, guint64 number)
{
  while (n-- > 0) {
    *--end = (char) ('0' + number % 10);
    number /= 10;
  }
  return end;
}

/* `1970-01-01T00:00:00.000000Z`, always with all digits: one form for the whole column. */
static void
print_time (GString *rows, gint64 time)
{
  char text[] = "0000-00-00T00:00:00.000000Z";
  int year, month, day;
  guint64 of_day = (guint64) (time % PRN_DAY);

  prn_instant_to_civil (time, &year, &month, &day);
  print_digits (text + 4, 4, (guint64) year);
  print_digits (text + 7, 2, (guint64) month);
  print_digits (text + 10, 2, (guint64) day);
  print_digits (text + 13, 2, of_day / PRN_HOUR);
  print_digits (text + 16, 2, of_day / PRN_MINUTE % 60);
  print_digits (text + 19, 2, of_day / PRN_SECOND % 60);
  print_digits (text + 26, 6, of_day % PRN_SECOND);
  g_string_append_len (rows, text, sizeof text - 1);
}

static const char *
id_of (const PrnMoveLog *log, PrnKind kind, guint32 index)
{
  return prn_element_id (prn_map_nth (log->plan->map, kind, index));
}

/* Ids are made of letters, digits and `-`, so no cell has to be quoted. */
void
prn_move_log_print (const PrnMoveLog *log,
                    const PrnJourney *journey,
                    guint64 customer,
                    guint32 segment,
                    GString *rows)
{
  char digits[20];
  char *end = digits + sizeof digits;
  const char *number = customer == 0 ? print_digits (end, 1, 0) : end;

  for (guint64 rest = customer; rest > 0; rest /= 10)
    number = print_digits ((char *) number, 1, rest);

  for (guint32 i = 0; i < journey->n_moves; i++) {
    const PrnJourneyMove *move = &journey->moves[i];

    g_string_append_len (rows, number, end - number);
    g_string_append_c (rows, ',');
    g_string_append (rows, id_of (log, PRN_KIND_STAGE, move->to));
    g_string_append_c (rows, ',');
    print_time (rows, move->time);
    g_string_append_c (rows, ',');
    if (move->edge != PRN_NONE)
      g_string_append (rows, id_of (log, PRN_KIND_TRIGGER,
                                    PRN_PLAN_EDGE (log->plan, move->edge)->trigger));
    g_string_append_c (rows, ',');
    if (segment != PRN_NONE)
      g_string_append (rows, id_of (log, PRN_KIND_SEGMENT, segment));
    g_string_append_c (rows, '\n');
  }
}

gboolean
prn_move_log_put (PrnMoveLog *log, guint64 first, guint64 end, const GString *rows)
{
  gboolean going_on;

  g_mutex_lock (&log->mutex);
  while (log->next != first && !log->stopped)
    g_cond_wait (&log->turn, &log->mutex);
  if (!log->stopped && !prn_output_append (log->output, rows->str, rows->len, &log->error))
    log->stopped = TRUE;
  log->next = end;
  going_on = !log->stopped;
  g_cond_broadcast (&log->turn);
  g_mutex_unlock (&log->mutex);
  return going_on;
}

void
prn_move_log_stop (PrnMoveLog *log)
{
  g_mutex_lock (&log->mutex);
  log->stopped = TRUE;
  g_cond_broadcast (&log->turn);
  g_mutex_unlock (&log->mutex);
}

gboolean
prn_move_log_finish (PrnMoveLog *log, GError **error)
{
  if (log->error != NULL) {
    g_propagate_error (error, g_steal_pointer (&log->error));
    return FALSE;
  }
  return prn_output_finish (log->output, error);
}
