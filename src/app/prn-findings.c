/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-findings.h"

struct _PrnFindings {
  PrnMap *map;
  PrnReport *report;
};

static void
clear (gpointer data)
{
  PrnFindings *self = data;

  prn_map_unref (self->map);
  prn_report_free (self->report);
}

PrnFindings *
prn_findings_new (PrnMap *map, PrnReport *report)
{
  PrnFindings *self = g_atomic_rc_box_new0 (PrnFindings);

  self->map = prn_map_ref (map);
  self->report = report;
  return self;
}

PrnFindings *
prn_findings_ref (PrnFindings *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
prn_findings_unref (PrnFindings *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

PrnMap *
prn_findings_get_map (PrnFindings *self)
{
  return self->map;
}

const PrnReport *
prn_findings_get_report (PrnFindings *self)
{
  return self->report;
}
