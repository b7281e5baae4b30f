/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-sections.h"

#include <glib/gi18n-lib.h>

#include "prn-verdict.h"

static const PrnTarget *
target_of (PrnReportWriter *self, const char *id)
{
  int index = self->map != NULL ? prn_map_index_of (self->map, PRN_KIND_TARGET, id) : -1;

  return index < 0 ? NULL : prn_map_nth (self->map, PRN_KIND_TARGET, (guint) index);
}

static void
add_target (PrnReportWriter *self,
            PrnTextTable *table,
            const PrnReportTarget *found,
            const PrnTarget *target)
{
  PrnVerdict verdict = prn_verdict (target, found);

  prn_report_writer_add (self, table, g_strdup (prn_verdict_sign (verdict)));
  prn_text_table_add (table, g_strdup (prn_element_label (target)));
  prn_text_table_add (table, prn_verdict_subject (self->map, target));
  prn_report_writer_add (self, table, prn_verdict_bound (self->map, target));
  prn_report_writer_add (self, table, prn_verdict_value (self->map, target, found->actual));
  prn_report_writer_add (self, table, prn_verdict_interval (self->map, target, found->interval));
}

static char *
title_of (guint n, guint met, guint near)
{
  if (near > 0)
    return g_strdup_printf (
        _ ("Targets (%u of %u met, %u more within what chance explains)"), met, n, near);
  return g_strdup_printf (_ ("Targets (%u of %u met)"), met, n);
}

void
prn_report_write_targets (PrnReportWriter *self)
{
  const PrnTextColumn columns[] = {
    { "", PRN_TEXT_FIXED },
    { "", PRN_TEXT_NAME },
    { "", PRN_TEXT_NAME },
    { _ ("asked"), PRN_TEXT_NUMBER },
    { _ ("found"), PRN_TEXT_NUMBER },
    { "95 %", PRN_TEXT_NUMBER },
  };
  const PrnReport *report = self->report;
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *title = NULL;
  guint n = 0, n_met = 0, n_near = 0;

  for (guint i = 0; i < report->n_targets; i++) {
    const PrnTarget *target = target_of (self, report->targets[i].id);

    if (target == NULL)
      continue;
    n++;
    n_met += prn_verdict (target, &report->targets[i]) == PRN_VERDICT_MET;
    n_near += prn_verdict (target, &report->targets[i]) == PRN_VERDICT_NEAR;
    add_target (self, table, &report->targets[i], target);
  }
  if (n == 0)
    return;

  title = title_of (n, n_met, n_near);
  prn_report_writer_section (self, title);
  prn_report_writer_table (self, table, 0);
}
