/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "prn-map.h"
#include "prn-report.h"

G_BEGIN_DECLS

/* The parts of prn_report_rows() that answer questions: each appends its heading and rows, or
 * nothing where the report has nothing to say. */

/* Are the targets met? */
void prn_report_answer_targets (GListStore *rows, PrnMap *map, const PrnReport *report);

/* How many get through, and how fast? */
void prn_report_answer_conversions (GListStore *rows, PrnMap *map, const PrnReport *report);

/* Who came, stayed away, came back? Month by month. */
void prn_report_answer_months (GListStore *rows, const PrnReport *report);

/* Who is still there after so many months? */
void prn_report_answer_cohorts (GListStore *rows, const PrnReport *report);

/* What is it worth? */
void prn_report_answer_money (GListStore *rows, PrnMap *map, const PrnReport *report);

/* What did those who left do next? */
void prn_report_answer_losses (GListStore *rows, PrnMap *map, const PrnReport *report);

/* For whom? Segments side by side. */
void prn_report_answer_segments (GListStore *rows, PrnMap *map, const PrnReport *report);

G_END_DECLS
