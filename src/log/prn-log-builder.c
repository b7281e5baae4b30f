/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-builder.h"

#include "prn-log-gather.h"
#include "prn-log-text.h"
#include "prn-reject.h"

struct _PrnLogBuilder {
  PrnLog *log;
  PrnGather *gather;
  guint64 n_rows;
  guint32 *cells;
};

PrnLogBuilder *
prn_log_builder_new (const char *const *columns, guint n_parts)
{
  PrnLogBuilder *builder = g_new0 (PrnLogBuilder, 1);
  guint n_columns = columns != NULL ? g_strv_length ((char **) columns) : 0;

  builder->log = prn_log_new (n_columns);
  for (guint i = 0; i < n_columns; i++) {
    builder->log->columns[i].name = g_strdup (columns[i]);
    builder->log->columns[i].position = G_MAXUINT;
  }
  builder->gather = prn_gather_new (1, g_bit_storage (MAX (n_parts, 1)) - 1, n_columns, TRUE);
  builder->cells = g_new0 (guint32, n_columns);
  return builder;
}

void
prn_log_builder_free (PrnLogBuilder *builder)
{
  prn_gather_free (builder->gather);
  g_clear_pointer (&builder->log, prn_log_unref);
  g_free (builder->cells);
  g_free (builder);
}

void
prn_log_builder_set_stage_column (PrnLogBuilder *builder, gboolean stage_column)
{
  builder->log->stage_column = stage_column;
}

void
prn_log_builder_set_trigger_column (PrnLogBuilder *builder, guint column)
{
  builder->log->trigger_column = (int) column;
}

void
prn_log_builder_reject (PrnLogBuilder *builder, const char *reason)
{
  builder->n_rows++;
  prn_gather_reject (&builder->gather->writers[0], builder->n_rows, g_strdup (reason));
}

void
prn_log_builder_add (PrnLogBuilder *builder, const char *customer, const char *activity,
                     gint64 time, const char *const *cells)
{
  PrnGatherWriter *writer = &builder->gather->writers[0];
  gsize customer_length = strlen (customer);
  gsize activity_length = strlen (activity);
  guint32 number;

  prn_text_trim (&customer, &customer_length);
  prn_text_trim (&activity, &activity_length);
  if (customer_length == 0 || activity_length == 0) {
    prn_log_builder_reject (builder, prn_reject_reason (customer_length == 0
                                                            ? PRN_REJECT_NO_CUSTOMER
                                                            : PRN_REJECT_NO_ACTIVITY));
    return;
  }

  builder->n_rows++;
  for (guint i = 0; i < writer->n_columns; i++) {
    const char *cell = cells != NULL && cells[i] != NULL ? cells[i] : "";
    gsize length = strlen (cell);

    prn_text_trim (&cell, &length);
    builder->cells[i] =
        length == 0 ? 0 : 1 + prn_dictionary_add (writer->values[i], cell, length, builder->n_rows);
  }
  number = prn_dictionary_add (writer->activities, activity, activity_length, builder->n_rows);
  prn_gather_add (writer, customer, customer_length, number, time, builder->n_rows, builder->cells,
                  FALSE);
}

PrnLog *
prn_log_builder_end (PrnLogBuilder *builder)
{
  PrnLog *log = NULL;

  if (prn_gather_finish (builder->gather, builder->log, NULL, NULL))
    log = g_steal_pointer (&builder->log);
  prn_log_builder_free (builder);
  return log;
}
