/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-private.h"

PrnLog *
prn_log_new (guint n_columns)
{
  PrnLog *log = g_new0 (PrnLog, 1);

  g_atomic_ref_count_init (&log->references);
  log->arena = prn_arena_new ();
  log->activities = g_ptr_array_new_with_free_func (g_free);
  log->folded = prn_dictionary_new ();
  log->n_columns = n_columns;
  log->trigger_column = -1;
  log->columns = g_new0 (PrnLogColumn, n_columns);
  for (guint i = 0; i < n_columns; i++) {
    log->columns[i].values = prn_dictionary_new ();
    prn_dictionary_add (log->columns[i].values, "", 0, 0);
  }
  return log;
}

PrnLog *
prn_log_ref (PrnLog *log)
{
  g_atomic_ref_count_inc (&log->references);
  return log;
}

void
prn_log_unref (PrnLog *log)
{
  if (!g_atomic_ref_count_dec (&log->references))
    return;

  g_free (log->parts);
  prn_arena_free (log->arena);
  for (guint i = 0; i < log->n_rejects; i++)
    g_free (log->rejects[i].reason);
  g_free (log->rejects);
  g_ptr_array_unref (log->activities);
  prn_dictionary_free (log->folded);
  g_free (log->activity_rows);
  for (guint i = 0; i < log->n_columns; i++) {
    g_free (log->columns[i].name);
    g_free (log->columns[i].header);
    prn_dictionary_free (log->columns[i].values);
  }
  g_free (log->columns);
  g_free (log);
}

guint
prn_log_n_parts (PrnLog *log)
{
  return log->n_parts;
}

const PrnLogPart *
prn_log_part (PrnLog *log, guint index)
{
  return &log->parts[index];
}

guint64
prn_log_n_customers (PrnLog *log)
{
  return log->n_customers;
}

guint64
prn_log_n_read (PrnLog *log)
{
  return log->n_accepted + log->n_rejected;
}

guint64
prn_log_n_accepted (PrnLog *log)
{
  return log->n_accepted;
}

guint64
prn_log_n_rejected (PrnLog *log)
{
  return log->n_rejected;
}

const PrnReject *
prn_log_rejects (PrnLog *log, guint *n)
{
  *n = log->n_rejects;
  return log->rejects;
}

gint64
prn_log_first_time (PrnLog *log)
{
  return log->first_time;
}

gint64
prn_log_last_time (PrnLog *log)
{
  return log->last_time;
}

guint
prn_log_n_activities (PrnLog *log)
{
  return log->activities->len;
}

const char *
prn_log_activity (PrnLog *log, guint activity)
{
  return g_ptr_array_index (log->activities, activity);
}

const char *
prn_log_activity_folded (PrnLog *log, guint activity)
{
  return prn_dictionary_entry (log->folded, activity)->text;
}

guint64
prn_log_activity_rows (PrnLog *log, guint activity)
{
  return log->activity_rows[activity];
}

int
prn_log_column (PrnLog *log, const char *name)
{
  for (guint i = 0; i < log->n_columns; i++) {
    const PrnLogColumn *column = &log->columns[i];

    if (g_str_equal (column->name, name) || g_strcmp0 (column->header, name) == 0)
      return column->absent ? -1 : (int) i;
  }
  if (name[0] == '#') {
    guint64 number = g_ascii_strtoull (name + 1, NULL, 10);

    for (guint i = 0; i < log->n_columns; i++)
      if (number > 0 && log->columns[i].position == number - 1)
        return (int) i;
  }
  return -1;
}

guint
prn_log_n_columns (PrnLog *log)
{
  return log->n_columns;
}

const char *
prn_log_column_name (PrnLog *log, guint column)
{
  return log->columns[column].name;
}

guint
prn_log_n_values (PrnLog *log, guint column)
{
  return prn_dictionary_n_entries (log->columns[column].values);
}

const char *
prn_log_value (PrnLog *log, guint column, guint value)
{
  return prn_dictionary_entry (log->columns[column].values, value)->text;
}

gboolean
prn_log_has_stage_column (PrnLog *log)
{
  return log->stage_column;
}

int
prn_log_trigger_column (PrnLog *log)
{
  return log->trigger_column;
}

gboolean
prn_log_find_customer (PrnLog *log, const char *id, guint *part, guint *customer)
{
  gsize length = strlen (id);

  for (guint i = 0; i < log->n_parts; i++) {
    const PrnLogPart *rows = &log->parts[i];

    for (guint c = 0; c < rows->n_customers; c++) {
      if (rows->id_offset[c + 1] - rows->id_offset[c] == length &&
          memcmp (rows->ids + rows->id_offset[c], id, length) == 0) {
        *part = i;
        *customer = c;
        return TRUE;
      }
    }
  }
  return FALSE;
}
