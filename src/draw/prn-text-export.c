/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-rank.h"
#include "prn-text-export-private.h"

static guint8 *
find_back (PrnMap *map)
{
  g_autoptr (PrnFlow) flow = prn_flow_new (map);
  guint8 *back = g_new0 (guint8, prn_map_n (map, PRN_KIND_TRIGGER) + 1);

  for (guint i = 0; i < flow->n_arcs; i++)
    back[flow->arcs[i].trigger] = flow->arcs[i].back;
  return back;
}

static void
append_phase (PrnTextExport *export, const PrnTextSyntax *syntax, guint phase, const int *phase_of)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < prn_map_n (export->map, PRN_KIND_STAGE); i++) {
    if (phase_of[i] != (int) phase)
      continue;
    if (!begun)
      syntax->begin_phase (export, phase);
    begun = TRUE;
    syntax->append_stage (export, i, "    ");
  }
  if (begun)
    g_string_append (export->out, syntax->end_phase);
}

static void
append_stages (PrnTextExport *export, const PrnTextSyntax *syntax)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (export->map, &n);
  g_autofree int *phase_of = g_new (int, n);

  for (guint i = 0; i < n; i++)
    phase_of[i] = prn_map_index_of (export->map, PRN_KIND_PHASE, stages[i]->phase);
  for (guint i = 0; i < prn_map_n (export->map, PRN_KIND_PHASE); i++)
    append_phase (export, syntax, i, phase_of);
  for (guint i = 0; i < n; i++)
    if (phase_of[i] < 0)
      syntax->append_stage (export, i, "  ");
}

static void
append_triggers (PrnTextExport *export, const PrnTextSyntax *syntax)
{
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (export->map, &n);

  for (guint i = 0; i < n; i++) {
    int to = prn_map_index_of (export->map, PRN_KIND_STAGE, triggers[i]->to);

    if (to >= 0)
      syntax->append_trigger (export, i, (guint) to);
  }
}

GBytes *
prn_text_export (PrnMap *map, const PrnReport *report, const PrnTextSyntax *syntax)
{
  g_autoptr (PrnFigures) figures = prn_figures_new (map, report);
  g_autofree guint8 *back = find_back (map);
  PrnTextExport export = { map, figures, back, g_string_new (NULL) };

  syntax->begin (&export);
  append_stages (&export, syntax);
  append_triggers (&export, syntax);
  g_string_append (export.out, syntax->end);
  return g_string_free_to_bytes (export.out);
}
