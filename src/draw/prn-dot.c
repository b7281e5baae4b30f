/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-text-export-private.h"
#include "prn-words.h"

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
append_stage (PrnTextExport *self, guint index, const char *indent)
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
begin_phase (PrnTextExport *self, guint phase)
{
  const PrnPhase *element = prn_map_nth (self->map, PRN_KIND_PHASE, phase);
  g_autofree char *cluster = g_strdup_printf ("cluster_%s", element->element.id);

  g_string_append (self->out, "  subgraph ");
  append_quoted (self->out, cluster);
  g_string_append (self->out, " {\n    label=");
  append_quoted (self->out, prn_element_label (element));
  g_string_append (self->out, ";\n");
}

static void
append_edge (PrnTextExport *self, const char *from, guint index, guint to, gboolean back)
{
  const PrnTrigger *trigger = prn_map_nth (self->map, PRN_KIND_TRIGGER, index);
  const PrnTriggerFigures *figures = &self->figures->triggers[index];
  const PrnStage *target = prn_map_nth (self->map, PRN_KIND_STAGE, to);
  g_autofree char *name = prn_words_trigger_name (self->map, trigger);
  GString *label = g_string_new (name);

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
append_trigger (PrnTextExport *self, guint index, guint to)
{
  const PrnTrigger *trigger = prn_map_nth (self->map, PRN_KIND_TRIGGER, index);
  g_autofree char *point = NULL, *source = NULL;

  if (prn_map_index_of (self->map, PRN_KIND_STAGE, trigger->from) >= 0) {
    append_edge (self, trigger->from, index, to, self->back[index]);
    return;
  }
  point = g_strdup_printf ("%s:source", trigger->element.id);
  source = prn_words_source (self->map, trigger);
  g_string_append (self->out, "  ");
  append_quoted (self->out, point);
  g_string_append (self->out, " [shape=plaintext, label=");
  append_quoted (self->out, source);
  g_string_append (self->out, "];\n");
  append_edge (self, point, index, to, FALSE);
}

static void
begin (PrnTextExport *self)
{
  g_string_append (self->out, "digraph ");
  append_quoted (self->out, prn_map_get_title (self->map));
  g_string_append (self->out, " {\n  rankdir=LR;\n  fontname=\"sans-serif\";\n"
                              "  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n"
                              "  edge [fontname=\"sans-serif\", fontsize=10];\n");
}

GBytes *
prn_dot_write (PrnMap *map, const PrnReport *report)
{
  static const PrnTextSyntax dot = {
    .begin = begin,
    .begin_phase = begin_phase,
    .append_stage = append_stage,
    .end_phase = "  }\n",
    .append_trigger = append_trigger,
    .end = "}\n",
  };

  return prn_text_export (map, report, &dot);
}
