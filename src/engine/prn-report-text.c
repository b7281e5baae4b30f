/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-text.h"

#include <glib/gi18n-lib.h>

#include "prn-duration.h"
#include "prn-instant.h"
#include "prn-report-sections.h"

/* On a narrow terminal words and numbers need the room. */
#define WIDE       96
#define BAR        10
#define BAR_IF_WIDE 16

static void
write_head (PrnReportWriter *self)
{
  const PrnReport *report = self->report;
  g_autofree char *title = NULL;
  g_autofree char *as_of = prn_instant_format (report->as_of);
  g_autofree char *customers = prn_text_table_number (report->customers);
  g_autofree char *entered = prn_text_table_number (report->entered);

  if (self->map != NULL && prn_map_get_title (self->map)[0] != '\0') {
    title = prn_text_table_clean (g_strdup (prn_map_get_title (self->map)));
    g_string_append_printf (self->text, "%s\n", title);
  }

  if (prn_report_is_simulation (report)) {
    g_autofree char *horizon = prn_duration_format (report->as_of);

    g_string_append_printf (self->text,
                            g_dngettext (GETTEXT_PACKAGE, "%s customer simulated over %s",
                                         "%s customers simulated over %s",
                                         (gulong) report->entered),
                            entered, horizon);
  } else {
    g_string_append_printf (self->text,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%s customer, %s of them entered, observed until %s",
                                         "%s customers, %s of them entered, observed until %s",
                                         (gulong) report->customers),
                            customers, entered, as_of);
  }
  g_string_append_c (self->text, '\n');
}

char *
prn_report_to_text (const PrnReport *report, PrnMap *map, const PrnReportTextOptions *options)
{
  static void (*const sections[]) (PrnReportWriter *self) = {
    prn_report_write_targets,     prn_report_write_rows,    prn_report_write_rejects,
    prn_report_write_stages,      prn_report_write_stays,   prn_report_write_triggers,
    prn_report_write_conversions, prn_report_write_cohorts, prn_report_write_months,
    prn_report_write_money,       prn_report_write_losses,  prn_report_write_segments,
    prn_report_write_scenarios,   prn_report_write_flows,   prn_report_write_off_map,
    prn_report_write_paths,       prn_report_write_unmatched,
  };
  gboolean ascii = options != NULL && options->ascii;
  PrnReportWriter self = {
    .text = g_string_new (NULL),
    .report = report,
    .map = map,
    .width = options != NULL && options->columns > 0 ? options->columns : 100,
    .ascii = ascii,
    .ellipsis = ascii ? "..." : "…",
    .arrow = ascii ? "->" : "→",
  };

  self.bar = self.width >= WIDE ? BAR_IF_WIDE : BAR;
  write_head (&self);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    sections[i] (&self);

  return g_string_free (self.text, FALSE);
}
