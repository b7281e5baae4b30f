/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-rows.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#include "prn-panel-row.h"
#include "prn-reject.h"
#include "prn-report-answers.h"
#include "prn-wording.h"

/* Joins the stages of a path, a flow ... in the reading direction of its text. */
#define ARROW " → "

static void
add_count (GListStore *rows,
           PrnPanelRowKind kind,
           const char *id,
           const char *title,
           const char *detail,
           guint64 count)
{
  g_autofree char *figure = prn_wording_count (count);

  prn_panel_row_add (rows, kind, id, title, detail, figure);
}

static void
add_heading (GListStore *rows, const char *title)
{
  prn_panel_row_add (rows, PRN_PANEL_ROW_HEADING, NULL, title, NULL, NULL);
}

/* A part that is nothing is left away: it explains no difference. */
static void
add_part (GListStore *rows, const char *title, const char *detail, guint64 count)
{
  if (count > 0)
    add_count (rows, PRN_PANEL_ROW_PART, NULL, title, detail, count);
}

static const char *
label_of (PrnMap *map, const char *id)
{
  gconstpointer element = id != NULL ? prn_map_lookup (map, id) : NULL;

  return element != NULL ? prn_element_label (element) : id;
}

static void
add_customers (GListStore *rows, const PrnReport *report)
{
  g_autofree char *day = prn_wording_day (report->as_of);
  g_autofree char *detail = g_strdup_printf (_("As of %s"), day);

  add_heading (rows, _("Customers"));
  add_count (rows, PRN_PANEL_ROW_FACT, NULL, _("In the log"), detail, report->customers);
  add_count (rows, PRN_PANEL_ROW_FACT, NULL, _("Entered the map"), NULL, report->entered);
}

static void
add_accounts (GListStore *rows, const PrnReport *report)
{
  const PrnReportRows *r = &report->rows;

  add_heading (rows, _("Rows accounted for"));
  add_count (rows, PRN_PANEL_ROW_FACT, NULL, _("Read"), NULL, r->read);
  add_count (rows, PRN_PANEL_ROW_PART, NULL, _("Accepted"), NULL, r->accepted);
  add_count (rows, PRN_PANEL_ROW_PART, NULL, _("Rejected"), NULL, r->rejected);

  add_count (rows, PRN_PANEL_ROW_FACT, NULL, _("Accepted"), NULL, r->accepted);
  add_count (rows, PRN_PANEL_ROW_PART, NULL, _("Matched an event"), NULL, r->matched);
  add_count (rows, PRN_PANEL_ROW_PART, NULL, _("Unmatched"), NULL, r->unmatched);
  add_part (rows, _("After the end of observation"), NULL, r->after_as_of);

  add_count (rows, PRN_PANEL_ROW_FACT, NULL, _("Moved a customer"),
             _("The row let a customer in or moved one on"), r->used);
  if (r->before_entry > 0)
    add_count (rows, PRN_PANEL_ROW_FACT, NULL, _("Before entry"),
               _("The customer was not on the map yet"), r->before_entry);
}

static char *
stage_detail (const PrnReportStage *stage)
{
  g_autofree char *customers = prn_wording_count (stage->customers);
  g_autofree char *visits = prn_wording_count (stage->visits);
  g_autofree char *median = prn_wording_seconds (stage->median);

  if (median != NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s ever · %s visit · median %s",
                                         "%s ever · %s visits · median %s", (gulong) stage->visits),
                            customers, visits, median);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s ever · %s visit", "%s ever · %s visits",
                                       (gulong) stage->visits),
                          customers, visits);
}

static void
add_stages (GListStore *rows, PrnMap *map, const PrnReport *report)
{
  add_heading (rows, _("Stages: customers now"));
  for (guint i = 0; i < report->n_stages; i++) {
    const PrnReportStage *stage = &report->stages[i];
    g_autofree char *detail = stage_detail (stage);

    add_count (rows, PRN_PANEL_ROW_FACT, stage->id, label_of (map, stage->id), detail, stage->now);
  }
}

static char *
trigger_title (PrnMap *map, const PrnReportTrigger *found)
{
  const PrnTrigger *trigger = prn_map_lookup (map, found->id);

  if (trigger == NULL || prn_element_kind (trigger) != PRN_KIND_TRIGGER)
    return g_strdup (found->id);
  if (trigger->name[0] != '\0')
    return g_strdup (trigger->name);
  return g_strconcat (g_str_equal (trigger->from, "*") ? _("Any stage")
                                                       : label_of (map, trigger->from),
                      ARROW, label_of (map, trigger->to), NULL);
}

/* `33 % of visits, median 9 d · `; "" when the report does not know. */
static char *
share_words (const PrnReportTrigger *found)
{
  g_autofree char *median = prn_wording_seconds (found->median);

  if (isnan (found->share))
    return g_strdup ("");
  if (median == NULL)
    return g_strdup_printf (_("%.1f %% of visits · "), 100 * found->share);
  return g_strdup_printf (_("%.1f %% of visits, median %s · "), 100 * found->share, median);
}

static char *
trigger_detail (PrnMap *map, const PrnReportTrigger *found)
{
  const PrnTrigger *trigger = prn_map_lookup (map, found->id);
  g_autofree char *customers = prn_wording_count (found->customers);
  g_autofree char *who = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s customer", "%s customers", (gulong) found->customers),
      customers);
  g_autofree char *share = share_words (found);

  if (trigger == NULL || prn_element_kind (trigger) != PRN_KIND_TRIGGER || trigger->name[0] == '\0')
    return g_strconcat (share, who, NULL);
  return g_strconcat (g_str_equal (trigger->from, "*") ? _("Any stage")
                                                       : label_of (map, trigger->from),
                      ARROW, label_of (map, trigger->to), " · ", share, who, NULL);
}

static void
add_triggers (GListStore *rows, PrnMap *map, const PrnReport *report)
{
  if (report->n_triggers == 0)
    return;
  add_heading (rows, _("Triggers: times fired"));
  for (guint i = 0; i < report->n_triggers; i++) {
    const PrnReportTrigger *trigger = &report->triggers[i];
    g_autofree char *title = trigger_title (map, trigger);
    g_autofree char *detail = trigger_detail (map, trigger);

    add_count (rows, PRN_PANEL_ROW_FACT, trigger->id, title, detail, trigger->fired);
  }
}

static void
add_paths (GListStore *rows, PrnMap *map, const PrnReport *report)
{
  if (report->n_paths == 0)
    return;
  add_heading (rows, _("Most common paths"));
  for (guint i = 0; i < report->n_paths; i++) {
    const PrnReportPath *path = &report->paths[i];
    g_autoptr (GString) title = g_string_new (NULL);
    g_autofree char *share = prn_wording_share (path->customers, report->entered);

    for (guint j = 0; path->stages[j] != NULL; j++) {
      if (j > 0)
        g_string_append (title, ARROW);
      g_string_append (title, label_of (map, path->stages[j]));
    }
    add_count (rows, PRN_PANEL_ROW_FACT, NULL, title->str, share, path->customers);
  }
  if (report->path_count > report->n_paths) {
    g_autofree char *count = prn_wording_count (report->path_count);
    g_autofree char *note = g_strdup_printf (_("Of %s different paths"), count);

    prn_panel_row_add (rows, PRN_PANEL_ROW_NOTE, NULL, note, NULL, NULL);
  }
}

static void
add_off_map (GListStore *rows, PrnMap *map, const PrnReport *report)
{
  if (report->n_off_map == 0)
    return;
  add_heading (rows, _("Moves that no trigger allows"));
  for (guint i = 0; i < report->n_off_map; i++) {
    const PrnReportFlow *flow = &report->off_map[i];
    const char *from = flow->from != NULL ? label_of (map, flow->from) : _("Outside");
    g_autofree char *title = g_strconcat (from, ARROW, label_of (map, flow->to), NULL);

    add_count (rows, PRN_PANEL_ROW_FACT, NULL, title, NULL, flow->moves);
  }
}

static void
add_unmatched (GListStore *rows, const PrnReport *report)
{
  if (report->n_unmatched == 0)
    return;
  add_heading (rows, _("Activities that match no event"));
  for (guint i = 0; i < report->n_unmatched; i++)
    add_count (rows, PRN_PANEL_ROW_FACT, NULL, report->unmatched[i].activity, NULL,
               report->unmatched[i].rows);
}

static void
add_rejects (GListStore *rows, const PrnReport *report)
{
  if (report->n_rejects == 0)
    return;
  add_heading (rows, _("Rejected rows"));
  for (guint i = 0; i < report->n_rejects; i++) {
    const PrnReportReject *reject = &report->rejects[i];
    g_autofree char *line = prn_wording_count (reject->line);
    g_autofree char *title = g_strdup_printf (_("Line %s"), line);
    g_autofree char *reason = prn_reject_words (reject->reason);

    prn_panel_row_add (rows, PRN_PANEL_ROW_FACT, NULL, title, reason, NULL);
  }
  if (report->rows.rejected > report->n_rejects) {
    g_autofree char *more = prn_wording_count (report->rows.rejected - report->n_rejects);
    g_autofree char *note = g_strdup_printf (_("And %s more"), more);

    prn_panel_row_add (rows, PRN_PANEL_ROW_NOTE, NULL, note, NULL, NULL);
  }
}

GListModel *
prn_report_rows (PrnMap *map, const PrnReport *report)
{
  GListStore *rows = g_list_store_new (PRN_TYPE_PANEL_ROW);

  add_customers (rows, report);
  prn_report_answer_targets (rows, map, report);
  add_stages (rows, map, report);
  add_triggers (rows, map, report);
  prn_report_answer_conversions (rows, map, report);
  prn_report_answer_cohorts (rows, report);
  prn_report_answer_months (rows, report);
  prn_report_answer_money (rows, map, report);
  prn_report_answer_losses (rows, map, report);
  prn_report_answer_segments (rows, map, report);
  add_paths (rows, map, report);
  add_off_map (rows, map, report);
  add_accounts (rows, report);
  add_unmatched (rows, report);
  add_rejects (rows, report);
  return G_LIST_MODEL (rows);
}
