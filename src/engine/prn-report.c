/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report-shape.h"

static void
clear_members (gpointer base, const PrnReportShape *shape)
{
  for (guint i = 0; i < shape->n_members; i++) {
    const PrnReportMember *member = &shape->members[i];
    gpointer at = G_STRUCT_MEMBER_P (base, member->offset);

    switch (member->type) {
    case PRN_REPORT_TEXT:
    case PRN_REPORT_NAME:
    case PRN_REPORT_NUMBERS:
      g_free (*(gpointer *) at);
      break;
    case PRN_REPORT_TEXTS:
      g_strfreev (*(char ***) at);
      break;
    case PRN_REPORT_GROUP:
      clear_members (at, member->shape);
      break;
    case PRN_REPORT_LIST:
      for (guint k = 0; k < PRN_REPORT_AT (guint, base, member->length); k++)
        clear_members (*(guint8 **) at + k * member->shape->size, member->shape);
      g_free (*(gpointer *) at);
      break;
    case PRN_REPORT_REPORT:
      g_clear_pointer ((PrnReport **) at, prn_report_free);
      break;
    case PRN_REPORT_COUNT:
    case PRN_REPORT_NUMBER:
    case PRN_REPORT_INSTANT:
    case PRN_REPORT_VERDICT:
    case PRN_REPORT_METRIC:
    default:
      break;
    }
  }
}

void
prn_report_free (PrnReport *report)
{
  clear_members (report, &prn_report_shape);
  g_free (report);
}

const PrnReportStage *
prn_report_stage (const PrnReport *report, const char *id)
{
  for (guint i = 0; i < report->n_stages; i++)
    if (g_str_equal (report->stages[i].id, id))
      return &report->stages[i];
  return NULL;
}

const PrnReportTrigger *
prn_report_trigger (const PrnReport *report, const char *id)
{
  for (guint i = 0; i < report->n_triggers; i++)
    if (g_str_equal (report->triggers[i].id, id))
      return &report->triggers[i];
  return NULL;
}

const PrnReportTarget *
prn_report_target (const PrnReport *report, const char *id)
{
  for (guint i = 0; i < report->n_targets; i++)
    if (g_str_equal (report->targets[i].id, id))
      return &report->targets[i];
  return NULL;
}

gboolean
prn_report_is_simulation (const PrnReport *report)
{
  return g_str_equal (report->kind, "simulation");
}
