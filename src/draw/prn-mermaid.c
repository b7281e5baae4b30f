/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-rank.h"
#include "prn-text-export.h"
#include "prn-words.h"

typedef struct {
  PrnMap *map;
  PrnFigures *figures;
  GString *out;
} Mermaid;

/* Inside quotes Mermaid knows entity codes (`#quot;`); a line break is `<br/>`. */
static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);

    if (letter == '\n' || letter == '\r')
      g_string_append (out, "<br/>");
    else if (letter == '#')
      g_string_append (out, "#35;");
    else if (letter == '"')
      g_string_append (out, "#quot;");
    else if (letter < 0x80 && g_ascii_ispunct ((char) letter) && letter != '.' && letter != ',' &&
             letter != '-' && letter != ':' && letter != '(' && letter != ')')
      g_string_append_printf (out, "#%u;", letter);
    else if (letter >= 0x20)
      g_string_append_unichar (out, letter);
  }
}

/* An id of ours may be a word of the language (`end`, `graph`), so it is never used as it is. */
static void
append_node (GString *out, guint index)
{
  g_string_append_printf (out, "s%u", index);
}

static void
append_stage (Mermaid *self, guint index, const char *indent)
{
  static const struct {
    const char *open, *close;
  } shapes[] = {
    [PRN_ROLE_NONE] = { "(\"", "\")" },
    [PRN_ROLE_ENTRY] = { "([\"", "\"])" },
    [PRN_ROLE_GOAL] = { "[[\"", "\"]]" },
    [PRN_ROLE_EXIT] = { "(\"", "\"):::exit" },
  };
  const PrnStage *stage = prn_map_nth (self->map, PRN_KIND_STAGE, index);
  const PrnStageFigures *figures = &self->figures->stages[index];

  g_string_append (self->out, indent);
  append_node (self->out, index);
  g_string_append (self->out, shapes[stage->role].open);
  append_escaped (self->out, prn_element_label (stage));
  if (figures->known) {
    g_autofree char *now = prn_figures_count (figures->now);

    g_string_append_printf (self->out, "<br/>%s", now);
  }
  g_string_append_printf (self->out, "%s\n", shapes[stage->role].close);
}

static void
append_phase (Mermaid *self, guint phase)
{
  const PrnPhase *element = prn_map_nth (self->map, PRN_KIND_PHASE, phase);
  guint n;
  const PrnStage *const *stages = prn_map_stages (self->map, &n);
  gboolean begun = FALSE;

  for (guint i = 0; i < n; i++) {
    if (prn_map_index_of (self->map, PRN_KIND_PHASE, stages[i]->phase) != (int) phase)
      continue;
    if (!begun) {
      g_string_append_printf (self->out, "  subgraph p%u [\"", phase);
      append_escaped (self->out, prn_element_label (element));
      g_string_append (self->out, "\"]\n");
      begun = TRUE;
    }
    append_stage (self, i, "    ");
  }
  if (begun)
    g_string_append (self->out, "  end\n");
}

static void
append_edge (Mermaid *self, guint index, gboolean back)
{
  const PrnTrigger *trigger = prn_map_nth (self->map, PRN_KIND_TRIGGER, index);
  const PrnTriggerFigures *figures = &self->figures->triggers[index];
  g_autofree char *name = prn_words_trigger_name (self->map, trigger);
  int from = prn_map_index_of (self->map, PRN_KIND_STAGE, trigger->from);
  int to = prn_map_index_of (self->map, PRN_KIND_STAGE, trigger->to);
  gboolean dotted;

  if (to < 0)
    return;
  dotted = back || ((const PrnStage *) prn_map_nth (self->map, PRN_KIND_STAGE, (guint) to))->role ==
                       PRN_ROLE_EXIT;
  g_string_append (self->out, "  ");
  if (from >= 0) {
    append_node (self->out, (guint) from);
  } else {
    g_autofree char *source = prn_words_source (self->map, trigger);

    g_string_append_printf (self->out, "a%u[/\"", index);
    append_escaped (self->out, source);
    g_string_append (self->out, "\"/]");
  }
  g_string_append (self->out, dotted ? " -.->" : " -->");
  if (name[0] != '\0' || figures->known) {
    g_string_append (self->out, "|\"");
    append_escaped (self->out, name);
    if (figures->known) {
      g_autofree char *fired = prn_figures_count (figures->fired);

      g_string_append_printf (self->out, "%s%s", name[0] != '\0' ? "<br/>" : "", fired);
    }
    g_string_append (self->out, "\"|");
  }
  g_string_append_c (self->out, ' ');
  append_node (self->out, (guint) to);
  g_string_append_c (self->out, '\n');
}

GBytes *
prn_mermaid_write (PrnMap *map, const PrnReport *report)
{
  g_autoptr (PrnFigures) figures = prn_figures_new (map, report);
  g_autoptr (PrnFlow) flow = prn_flow_new (map);
  Mermaid self = { map, figures, g_string_new ("flowchart LR\n") };
  guint n, n_phases = prn_map_n (map, PRN_KIND_PHASE),
           n_triggers = prn_map_n (map, PRN_KIND_TRIGGER);
  const PrnStage *const *stages = prn_map_stages (map, &n);
  g_autofree guint8 *back = g_new0 (guint8, n_triggers + 1);

  for (guint p = 0; p < n_phases; p++)
    append_phase (&self, p);
  for (guint i = 0; i < n; i++)
    if (prn_map_index_of (map, PRN_KIND_PHASE, stages[i]->phase) < 0)
      append_stage (&self, i, "  ");

  for (guint i = 0; i < flow->n_arcs; i++)
    back[flow->arcs[i].trigger] = flow->arcs[i].back;
  for (guint i = 0; i < n_triggers; i++)
    append_edge (&self, i, back[i]);
  g_string_append (self.out, "  classDef exit stroke-dasharray: 5 4\n");
  return g_string_free_to_bytes (self.out);
}
