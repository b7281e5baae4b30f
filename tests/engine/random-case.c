/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-case.h"

#include "prn-duration.h"

const char *const random_columns[] = { "plan", "size", NULL };
const char *const random_stage_log_columns[] = { "plan", "size", "trigger", NULL };

#define PICK(list) (list)[g_rand_int_range (rand, 0, G_N_ELEMENTS (list))]

gboolean
random_chance (GRand *rand, double probability)
{
  return g_rand_double (rand) < probability;
}

int
random_below (GRand *rand, int end)
{
  return g_rand_int_range (rand, 0, end);
}

const RandomUnit random_seconds = { "s", PRN_SECOND }, random_weeks = { "w", PRN_WEEK };

typedef struct {
  GRand *rand;
  const RandomUnit *unit;
  GString *text;
  int n_phases, n_stages, n_events, n_scores, n_segments, n_triggers;
  gboolean named_triggers;
  gboolean is_plain; /* most triggers ask for one event or one timer, as in real maps */
} Maker;

#define ADD(...) g_string_append_printf (m->text, __VA_ARGS__)

static void
add_filter (Maker *m)
{
  static const char *const filters[] = {
    "'column': 'plan', 'op': 'is', 'value': 'gold'",
    "'column': 'plan', 'op': 'is_not', 'value': ' GOLD'",
    "'column': 'plan', 'op': 'in', 'value': ['gold', 'Silver', 7]",
    "'column': 'plan', 'op': 'not_in', 'value': ['silver', 'x']",
    "'column': 'plan', 'op': 'contains', 'value': 'L'",
    "'column': 'plan', 'op': 'starts_with', 'value': 'si'",
    "'column': 'plan', 'op': 'exists'",
    "'column': 'plan', 'op': 'missing'",
    "'column': 'plan', 'op': 'less', 'value': 'n'",
    "'column': 'size', 'op': 'at_least', 'value': 5",
    "'column': 'size', 'op': 'less', 'value': 5.5",
    "'column': 'size', 'op': 'at_most', 'value': 2",
    "'column': 'size', 'op': 'more', 'value': 2",
    "'column': 'size', 'op': 'is', 'value': 3",
    "'column': 'size', 'op': 'is_not', 'value': 3",
    "'column': 'size', 'op': 'is', 'value': '3'",
    "'column': 'size', 'op': 'missing'",
    "'column': 'none', 'op': 'missing'",
    "'column': 'none', 'op': 'exists'",
  };
  GRand *rand = m->rand;

  ADD ("{%s}", PICK (filters));
}

static void
add_event_condition (Maker *m)
{
  GRand *rand = m->rand;

  ADD ("{'event': 'e%d'", random_below (rand, m->n_events));
  if (m->is_plain && random_chance (rand, .7)) {
    ADD ("}");
    return;
  }
  if (random_chance (rand, .4))
    ADD (", 'count': %d", random_chance (rand, .2) ? 4 + random_below (rand, 5) : 1 + random_below (rand, 3));
  if (random_chance (rand, .3))
    ADD (", 'within': '%d%s'", random_below (rand, random_chance (rand, .3) ? 40 : 12), m->unit->name);
  if (random_chance (rand, .3))
    ADD (", 'since': 'ever'");
  ADD ("}");
}

static void
add_inactive (Maker *m)
{
  GRand *rand = m->rand;

  ADD ("{'inactive': '%d%s'", random_below (rand, 9), m->unit->name);
  if (random_chance (rand, .4)) {
    ADD (", 'events': ['e%d'", random_below (rand, m->n_events));
    if (random_chance (rand, .4))
      ADD (", 'e%d'", random_below (rand, m->n_events));
    ADD ("]");
  }
  ADD ("}");
}

static void
add_condition (Maker *m, int depth)
{
  GRand *rand = m->rand;
  int kind = m->is_plain && random_chance (rand, .97) ? random_below (rand, 4) : random_below (rand, depth < 3 ? 10 : 7);

  if (kind <= 1) {
    add_event_condition (m);
  } else if (kind == 2) {
    add_inactive (m);
  } else if (kind == 3) {
    ADD ("{'dwell': '%d%s'}", random_below (rand, 12), m->unit->name);
  } else if (kind == 4) {
    ADD ("{'score': 's%d', '%s': %d}", random_below (rand, m->n_scores),
         random_chance (rand, .5) ? "at_least" : "below", random_below (rand, 9) * 5);
  } else if (kind == 5) {
    ADD ("{'attribute': ");
    add_filter (m);
    ADD ("}");
  } else if (kind == 6) {
    ADD ("{'segment': 'g%d'}", random_below (rand, m->n_segments));
  } else {
    int n = 1 + random_below (rand, 3);

    ADD ("{'%s': [", kind == 7 ? "any" : "all");
    for (int i = 0; i < n; i++) {
      ADD ("%s", i > 0 ? ", " : "");
      add_condition (m, depth + 1);
    }
    ADD ("]}");
  }
}

static void
add_stages (Maker *m)
{
  static const char *const roles[] = { "entry", "entry", "goal", "exit", "", "", "" };
  GRand *rand = m->rand;

  ADD ("'stages': [");
  for (int i = 0; i < m->n_stages; i++) {
    const char *role = PICK (roles);

    ADD ("%s{'id': 'a%d', 'name': 'Stage %d'", i > 0 ? ", " : "", i, random_below (rand, m->n_stages));
    if (random_chance (rand, .6))
      ADD (", 'phase': 'p%d'", random_below (rand, m->n_phases));
    if (*role != '\0')
      ADD (", 'role': '%s'", role);
    if (random_chance (rand, .2))
      ADD (", 'cost': %d, 'revenue_per_month': %d.5", random_below (rand, 9), random_below (rand, 90));
    if (random_chance (rand, .2))
      ADD (", 'cost_per_month': %d", random_below (rand, 9));
    if (g_str_equal (role, "entry") && random_chance (rand, .7)) {
      ADD (", 'enter': ");
      add_event_condition (m);
    }
    ADD ("}");
  }
  ADD ("], ");
}

static void
add_events (Maker *m)
{
  GRand *rand = m->rand;

  ADD ("'events': [");
  for (int i = 0; i < m->n_events; i++) {
    ADD ("%s{'id': 'e%d', 'name': 'Act %c'", i > 0 ? ", " : "", i, 'A' + i);
    if (random_chance (rand, .4))
      ADD (", 'stage': 'a%d'", random_below (rand, m->n_stages));
    if (random_chance (rand, .2))
      ADD (", 'value_column': 'size'");
    if (random_chance (rand, m->is_plain ? .1 : .5)) {
      ADD (", 'match': {");
      if (random_chance (rand, .6))
        ADD ("'names': ['act %c', ' ACT %c ']", 'a' + random_below (rand, 5), 'A' + random_below (rand, 5));
      else
        ADD ("'names': ['act %c']", 'a' + i);
      if (random_chance (rand, .5)) {
        ADD (", 'where': [");
        add_filter (m);
        if (random_chance (rand, .2)) {
          ADD (", ");
          add_filter (m);
        }
        ADD ("]");
      }
      ADD ("}");
    }
    ADD ("}");
  }
  ADD ("], ");
}

static void
add_scores (Maker *m)
{
  GRand *rand = m->rand;

  ADD ("'scores': [");
  for (int i = 0; i < m->n_scores; i++) {
    ADD ("%s{'id': 's%d', 'name': 'S', 'start': %d", i > 0 ? ", " : "", i, random_below (rand, 5) * 10);
    if (random_chance (rand, .3))
      ADD (", 'min': %d, 'max': %d", random_below (rand, 3) * 5, 20 + random_below (rand, 5) * 10);
    if (random_chance (rand, .8))
      ADD (", 'half_life': '%d%s'", 1 + random_below (rand, 8), m->unit->name);
    if (random_chance (rand, .5))
      ADD (", 'rest': %d", random_below (rand, 10) * 5);
    ADD (", 'points': [");
    for (int k = 0; k < 2; k++)
      ADD ("%s{'event': 'e%d', 'points': %d}", k > 0 ? ", " : "", random_below (rand, m->n_events),
           (random_below (rand, 9) - 3) * 5);
    ADD ("]}");
  }
  ADD ("], ");
}

static void
add_segments (Maker *m)
{
  ADD ("'segments': [");
  for (int i = 0; i < m->n_segments; i++) {
    ADD ("%s{'id': 'g%d', 'name': 'G', 'where': [", i > 0 ? ", " : "", i);
    add_filter (m);
    if (random_chance (m->rand, .3)) {
      ADD (", ");
      add_filter (m);
    }
    ADD ("]}");
  }
  ADD ("], ");
}

static void
add_triggers (Maker *m)
{
  GRand *rand = m->rand;

  ADD ("'triggers': [");
  for (int i = 0; i < m->n_triggers; i++) {
    ADD ("%s{'id': 't%d', ", i > 0 ? ", " : "", i);
    if (m->named_triggers)
      ADD ("'name': '%c%d', ", random_chance (rand, .5) ? 'T' : 'n', random_below (rand, 4));
    ADD ("'from': ");
    if (random_chance (rand, .15))
      ADD ("'*'");
    else if (random_chance (rand, .15))
      ADD ("'p%d'", random_below (rand, m->n_phases));
    else
      ADD ("'a%d'", random_below (rand, m->n_stages));
    ADD (", 'to': 'a%d'", random_below (rand, m->n_stages));
    if (random_chance (rand, .2))
      ADD (", 'value': %d, 'cost': %d", random_below (rand, 50), random_below (rand, 9));
    if (random_chance (rand, .95)) {
      ADD (", 'when': ");
      add_condition (m, 0);
    }
    ADD ("}");
  }
  ADD ("]");
}

char *
random_map (GRand *rand, gboolean named_triggers, const RandomUnit *unit)
{
  Maker maker = {
    .rand = rand,
    .unit = unit,
    .text = g_string_new ("'phases': [{'id': 'p0', 'name': 'P'}, {'id': 'p1', 'name': 'Q'}], "),
    .n_phases = 2,
    .n_stages = 1 + random_below (rand, 5),
    .n_events = 1 + random_below (rand, 5),
    .n_scores = 1 + random_below (rand, 2),
    .n_segments = 1 + random_below (rand, 2),
    .n_triggers = random_below (rand, 9),
    .named_triggers = named_triggers,
    .is_plain = random_chance (rand, .4),
  };

  add_stages (&maker);
  add_events (&maker);
  add_scores (&maker);
  add_segments (&maker);
  add_triggers (&maker);
  return g_string_free (maker.text, FALSE);
}

char *
random_rows (GRand *rand, gboolean is_stage_log, int n_customers, const RandomUnit *unit)
{
  static const char *const plans[] = { "-", "-", "gold", "Gold_", "silver", "7" };
  static const char *const sizes[] = { "-", "-", "1", "3", "3.0", "5e0", "12", "big" };
  GString *rows = g_string_new (NULL);
  int n = random_below (rand, 30);
  int n_activities = random_chance (rand, .3) ? 2 : 6;

  for (int i = 0; i < n; i++) {
    int second = random_below (rand, 40);

    g_string_append_printf (rows, "%sc%d ", i > 0 ? "; " : "", random_below (rand, n_customers));
    if (is_stage_log)
      g_string_append_printf (rows, "%s%d", random_chance (rand, .5) ? "A" : "stage_", random_below (rand, 6));
    else
      g_string_append_printf (rows, "act_%c", 'a' + random_below (rand, n_activities));
    g_string_append_printf (rows, " %d%s plan=%s size=%s", second, unit->name, PICK (plans), PICK (sizes));
    if (is_stage_log && random_chance (rand, .7))
      g_string_append_printf (rows, " trigger=%c%d", random_chance (rand, .7) ? 't' : 'N', random_below (rand, 8));
  }
  return g_string_free (rows, FALSE);
}
