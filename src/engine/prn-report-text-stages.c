/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-sections.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
prn_report_write_stages (PrnReportWriter *self)
{
  const PrnTextColumn columns[] = {
    { "", PRN_TEXT_NAME },
    { _ ("customers"), PRN_TEXT_NUMBER },
    { _ ("of all"), PRN_TEXT_NUMBER },
    { "95 %", PRN_TEXT_NUMBER },
    { _ ("visits"), PRN_TEXT_NUMBER },
    { _ ("now"), PRN_TEXT_NUMBER },
    { "", PRN_TEXT_FIXED },
  };
  const PrnReport *report = self->report;
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < report->n_stages; i++) {
    const PrnReportStage *stage = &report->stages[i];

    prn_text_table_add (table, g_strdup (prn_report_writer_stage (self, stage->id)));
    prn_report_writer_count (table, stage->customers);
    prn_report_writer_share (table, stage->customers, report->entered);
    prn_report_writer_interval (self, table, stage->reach.interval);
    prn_report_writer_count (table, stage->visits);
    prn_report_writer_count (table, stage->now);
    prn_report_writer_bar (self, table, (double) stage->customers, (double) report->entered);
  }

  prn_report_writer_section (self, _ ("Stages (bar: customers ever in it)"));
  prn_report_writer_table (self, table, 0);
}

void
prn_report_write_stays (PrnReportWriter *self)
{
  const PrnTextColumn columns[] = {
    { "", PRN_TEXT_NAME },
    { _ ("left"), PRN_TEXT_NUMBER },
    { _ ("a quarter by"), PRN_TEXT_NUMBER },
    { _ ("half by"), PRN_TEXT_NUMBER },
    { _ ("3 quarters by"), PRN_TEXT_NUMBER },
    { _ ("mean"), PRN_TEXT_NUMBER },
    { "", PRN_TEXT_FIXED },
  };
  const PrnReport *report = self->report;
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  double longest = 0;
  guint n = 0;

  for (guint i = 0; i < report->n_stages; i++)
    if (isfinite (report->stages[i].median))
      longest = MAX (longest, report->stages[i].median);

  for (guint i = 0; i < report->n_stages; i++) {
    const PrnReportStage *stage = &report->stages[i];

    if (stage->left == 0)
      continue;
    n++;
    prn_text_table_add (table, g_strdup (prn_report_writer_stage (self, stage->id)));
    prn_report_writer_count (table, stage->left);
    prn_report_writer_duration (table, stage->p25);
    prn_report_writer_duration (table, stage->median);
    prn_report_writer_duration (table, stage->p75);
    prn_report_writer_duration (table, stage->mean);
    prn_report_writer_bar (self, table, isfinite (stage->median) ? stage->median : 0, longest);
  }
  if (n == 0)
    return;

  prn_report_writer_section (
      self, _ ("How soon they leave a stage (those still there count; mean: of those who left)"));
  prn_report_writer_table (self, table, 0);
}

static void
add_trigger (PrnReportWriter *self,
             PrnTextTable *table,
             const PrnReportTrigger *trigger,
             char *name)
{
  prn_text_table_add (table, name);
  prn_report_writer_count (table, trigger->fired);
  prn_report_writer_percent (table, trigger->share);
  prn_report_writer_interval (self, table, trigger->interval);
  prn_report_writer_duration (table, trigger->median);
  prn_report_writer_bar (self, table, isfinite (trigger->share) ? trigger->share : 0, 1);
}

static int
compare_triggers (gconstpointer a, gconstpointer b)
{
  const PrnReportTrigger *const *x = a;
  const PrnReportTrigger *const *y = b;

  if ((*x)->fired != (*y)->fired)
    return (*x)->fired > (*y)->fired ? -1 : 1;

  return *x < *y ? -1 : *x > *y;
}

static void
add_most_fired (PrnReportWriter *self, PrnTextTable *table)
{
  const PrnReport *report = self->report;
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < report->n_triggers; i++)
    g_ptr_array_add (order, &report->triggers[i]);
  if (report->n_triggers > PRN_REPORT_LINES)
    g_ptr_array_sort (order, compare_triggers);

  for (guint i = 0; i < MIN (order->len, PRN_REPORT_LINES); i++) {
    const PrnReportTrigger *trigger = g_ptr_array_index (order, i);

    add_trigger (self, table, trigger, prn_report_writer_trigger (self, trigger->id));
  }
}

static const PrnTrigger *
trigger_of (PrnReportWriter *self, guint index)
{
  int place = self->map != NULL ? prn_map_index_of (self->map, PRN_KIND_TRIGGER,
                                                    self->report->triggers[index].id)
                                : -1;

  return place < 0 ? NULL : prn_map_nth (self->map, PRN_KIND_TRIGGER, (guint) place);
}

/* `  Subscribes → Onboarding`, or `  → Onboarding` for one without a name. */
static char *
name_in_group (PrnReportWriter *self, const PrnTrigger *trigger)
{
  return g_strdup_printf ("  %s%s%s %s", trigger->name, trigger->name[0] != '\0' ? " " : "",
                          self->arrow, prn_report_writer_stage (self, trigger->to));
}

/* The ways out of one source stand together: they compete. */
static void
add_groups (PrnReportWriter *self, PrnTextTable *table)
{
  const PrnReport *report = self->report;
  g_autofree gboolean *done = g_new0 (gboolean, report->n_triggers + 1);

  for (guint i = 0; i < report->n_triggers; i++) {
    const PrnTrigger *first = trigger_of (self, i);

    if (done[i])
      continue;
    prn_text_table_add (table, prn_report_writer_source (self, first->from));
    prn_report_writer_blanks (table, 5);
    for (guint k = i; k < report->n_triggers; k++) {
      const PrnTrigger *trigger = trigger_of (self, k);

      if (done[k] || !g_str_equal (trigger->from, first->from))
        continue;
      done[k] = TRUE;
      add_trigger (self, table, &report->triggers[k], name_in_group (self, trigger));
    }
  }
}

static gboolean
can_be_grouped (PrnReportWriter *self)
{
  if (self->report->n_triggers > PRN_REPORT_LINES)
    return FALSE;
  for (guint i = 0; i < self->report->n_triggers; i++)
    if (trigger_of (self, i) == NULL)
      return FALSE;
  return TRUE;
}

void
prn_report_write_triggers (PrnReportWriter *self)
{
  const PrnTextColumn columns[] = {
    { "", PRN_TEXT_NAME },
    { _ ("fired"), PRN_TEXT_NUMBER },
    { _ ("share"), PRN_TEXT_NUMBER },
    { "95 %", PRN_TEXT_NUMBER },
    { _ ("after"), PRN_TEXT_NUMBER },
    { "", PRN_TEXT_FIXED },
  };
  guint n = self->report->n_triggers;
  g_autoptr (PrnTextTable) table = NULL;

  if (n == 0)
    return;

  table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  if (can_be_grouped (self))
    add_groups (self, table);
  else
    add_most_fired (self, table);

  prn_report_writer_section (
      self, _ ("Triggers (share of the visits to where they lead from; after: median)"));
  prn_report_writer_table (self, table, n - MIN (n, PRN_REPORT_LINES));
}
