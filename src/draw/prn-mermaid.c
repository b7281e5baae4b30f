/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-text-export-private.h"
#include "prn-words.h"

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
append_stage (PrnTextExport *self, guint index, const char *indent)
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
begin_phase (PrnTextExport *self, guint phase)
{
  g_string_append_printf (self->out, "  subgraph p%u [\"", phase);
  append_escaped (self->out, prn_element_label (prn_map_nth (self->map, PRN_KIND_PHASE, phase)));
  g_string_append (self->out, "\"]\n");
}

static void
append_trigger (PrnTextExport *self, guint index, guint to)
{
  const PrnTrigger *trigger = prn_map_nth (self->map, PRN_KIND_TRIGGER, index);
  const PrnTriggerFigures *figures = &self->figures->triggers[index];
  const PrnStage *target = prn_map_nth (self->map, PRN_KIND_STAGE, to);
  g_autofree char *name = prn_words_trigger_name (self->map, trigger);
  int from = prn_map_index_of (self->map, PRN_KIND_STAGE, trigger->from);
  gboolean dotted = self->back[index] || target->role == PRN_ROLE_EXIT;

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
  append_node (self->out, to);
  g_string_append_c (self->out, '\n');
}

static void
begin (PrnTextExport *self)
{
  g_string_append (self->out, "flowchart LR\n");
}

GBytes *
prn_mermaid_write (PrnMap *map, const PrnReport *report)
{
  static const PrnTextSyntax mermaid = {
    .begin = begin,
    .begin_phase = begin_phase,
    .append_stage = append_stage,
    .end_phase = "  end\n",
    .append_trigger = append_trigger,
    .end = "  classDef exit stroke-dasharray: 5 4\n",
  };

  return prn_text_export (map, report, &mermaid);
}
