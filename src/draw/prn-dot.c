/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-rank.h"
#include "prn-text-export.h"
#include "prn-words.h"

typedef struct {
  PrnMap *map;
  PrnFigures *figures;
  GString *out;
} Dot;

/* A quoted string of the language: only the quote and the backslash mean something in it. */
static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *c = text; *c != '\0'; c++) {
    if (*c == '"' || *c == '\\')
      g_string_append_c (out, '\\');
    if (*c == '\n' || *c == '\r')
      g_string_append (out, "\\n");
    else
      g_string_append_c (out, *c);
  }
  g_string_append_c (out, '"');
}

static void
append_stage (Dot *self, guint index, const char *indent)
{
  const PrnStage *stage = prn_map_nth (self->map, PRN_KIND_STAGE, index);
  const PrnStageFigures *figures = &self->figures->stages[index];
  GString *label = g_string_new (prn_element_label (stage));

  if (figures->known) {
    g_autofree char *now = prn_figures_count (figures->now);

    g_string_append_printf (label, "\n%s", now);
  }
  g_string_append (self->out, indent);
  append_quoted (self->out, stage->element.id);
  g_string_append (self->out, " [label=");
  append_quoted (self->out, label->str);
  if (stage->role == PRN_ROLE_ENTRY)
    g_string_append (self->out, ", penwidth=2");
  else if (stage->role == PRN_ROLE_GOAL)
    g_string_append (self->out, ", peripheries=2");
  else if (stage->role == PRN_ROLE_EXIT)
    g_string_append (self->out, ", style=\"rounded,dashed\"");
  g_string_append (self->out, "];\n");
  g_string_free (label, TRUE);
}

static void
append_phase (Dot *self, guint phase)
{
  const PrnPhase *element = prn_map_nth (self->map, PRN_KIND_PHASE, phase);
  guint n;
  const PrnStage *const *stages = prn_map_stages (self->map, &n);
  gboolean begun = FALSE;

  for (guint i = 0; i < n; i++) {
    if (prn_map_index_of (self->map, PRN_KIND_PHASE, stages[i]->phase) != (int) phase)
      continue;
    if (!begun) {
      g_autofree char *cluster = g_strdup_printf ("cluster_%s", element->element.id);

      g_string_append (self->out, "  subgraph ");
      append_quoted (self->out, cluster);
      g_string_append (self->out, " {\n    label=");
      append_quoted (self->out, prn_element_label (element));
      g_string_append (self->out, ";\n");
      begun = TRUE;
    }
    append_stage (self, i, "    ");
  }
  if (begun)
    g_string_append (self->out, "  }\n");
}

static void
append_edge (Dot *self, const char *from, guint index, gboolean back)
{
  const PrnTrigger *trigger = prn_map_nth (self->map, PRN_KIND_TRIGGER, index);
  const PrnTriggerFigures *figures = &self->figures->triggers[index];
  int to = prn_map_index_of (self->map, PRN_KIND_STAGE, trigger->to);
  const PrnStage *target = prn_map_nth (self->map, PRN_KIND_STAGE, (guint) to);
  GString *label;

  label = g_string_new (NULL);
  {
    g_autofree char *name = prn_words_trigger_name (self->map, trigger);

    g_string_append (label, name);
  }
  if (figures->known) {
    g_autofree char *fired = prn_figures_count (figures->fired);

    g_string_append_printf (label, "%s%s", label->len > 0 ? "\n" : "", fired);
  }
  g_string_append (self->out, "  ");
  append_quoted (self->out, from);
  g_string_append (self->out, " -> ");
  append_quoted (self->out, trigger->to);
  g_string_append (self->out, " [label=");
  append_quoted (self->out, label->str);
  if (target->role == PRN_ROLE_EXIT)
    g_string_append (self->out, ", style=dotted");
  else if (back) /* which does not say what stands left of what */
    g_string_append (self->out, ", style=dashed, constraint=false");
  g_string_append (self->out, "];\n");
  g_string_free (label, TRUE);
}

/* A trigger of a phase or of every stage comes from a point of its own: once, not from each. */
static void
append_edges (Dot *self)
{
  g_autoptr (PrnFlow) flow = prn_flow_new (self->map);
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (self->map, &n);
  g_autofree guint8 *back = g_new0 (guint8, n + 1);

  for (guint i = 0; i < flow->n_arcs; i++)
    back[flow->arcs[i].trigger] = flow->arcs[i].back;
  for (guint i = 0; i < n; i++) {
    g_autofree char *point = NULL, *source = NULL;

    if (prn_map_index_of (self->map, PRN_KIND_STAGE, triggers[i]->to) < 0)
      continue;
    if (prn_map_index_of (self->map, PRN_KIND_STAGE, triggers[i]->from) >= 0) {
      append_edge (self, triggers[i]->from, i, back[i]);
      continue;
    }
    point = g_strdup_printf ("%s:source", triggers[i]->element.id);
    source = prn_words_source (self->map, triggers[i]);
    g_string_append (self->out, "  ");
    append_quoted (self->out, point);
    g_string_append (self->out, " [shape=plaintext, label=");
    append_quoted (self->out, source);
    g_string_append (self->out, "];\n");
    append_edge (self, point, i, FALSE);
  }
}

GBytes *
prn_dot_write (PrnMap *map, const PrnReport *report)
{
  g_autoptr (PrnFigures) figures = prn_figures_new (map, report);
  Dot self = { map, figures, g_string_new ("digraph ") };
  guint n, n_phases = prn_map_n (map, PRN_KIND_PHASE);
  const PrnStage *const *stages = prn_map_stages (map, &n);

  append_quoted (self.out, prn_map_get_title (map));
  g_string_append (self.out, " {\n  rankdir=LR;\n  fontname=\"sans-serif\";\n"
                             "  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n"
                             "  edge [fontname=\"sans-serif\", fontsize=10];\n");
  for (guint p = 0; p < n_phases; p++)
    append_phase (&self, p);
  for (guint i = 0; i < n; i++)
    if (prn_map_index_of (map, PRN_KIND_PHASE, stages[i]->phase) < 0)
      append_stage (&self, i, "  ");
  append_edges (&self);
  g_string_append (self.out, "}\n");
  return g_string_free_to_bytes (self.out);
}
