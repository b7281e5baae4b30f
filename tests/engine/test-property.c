/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The engine against the plain second implementation, on random small maps and logs.
 * PRN_TEST_SEED=N runs one case again, PRN_TEST_CASES=N more or fewer of them. */

#include <string.h>

#include "fixture.h"
#include "prn-calibrate.h"
#include "prn-duration.h"
#include "prn-log-builder.h"
#include "prn-map-file.h"
#include "prn-odds.h"
#include "prn-schema.h"
#include "prn-replay.h"
#include "reference.h"

#define N_CASES 20000

static const char *const columns[] = { "plan", "size", NULL };
static const char *const stage_log_columns[] = { "plan", "size", "trigger", NULL };

#define PICK(list) (list)[g_rand_int_range (rand, 0, G_N_ELEMENTS (list))]

static gboolean
chance (GRand *rand, double probability)
{
  return g_rand_double (rand) < probability;
}

static int
below (GRand *rand, int end)
{
  return g_rand_int_range (rand, 0, end);
}

/* Times are small numbers of this unit: of seconds, where rows crowd, or of weeks, so that months
 * and cohorts come about. */
typedef struct {
  const char *name;
  gint64 length;
} Unit;

static const Unit seconds = { "s", PRN_SECOND }, weeks = { "w", PRN_WEEK };

typedef struct {
  GRand *rand;
  const Unit *unit;
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

  ADD ("{'event': 'e%d'", below (rand, m->n_events));
  if (m->is_plain && chance (rand, .7)) {
    ADD ("}");
    return;
  }
  if (chance (rand, .4))
    ADD (", 'count': %d", chance (rand, .2) ? 4 + below (rand, 5) : 1 + below (rand, 3));
  if (chance (rand, .3))
    ADD (", 'within': '%d%s'", below (rand, chance (rand, .3) ? 40 : 12), m->unit->name);
  if (chance (rand, .3))
    ADD (", 'since': 'ever'");
  ADD ("}");
}

static void
add_inactive (Maker *m)
{
  GRand *rand = m->rand;

  ADD ("{'inactive': '%d%s'", below (rand, 9), m->unit->name);
  if (chance (rand, .4)) {
    ADD (", 'events': ['e%d'", below (rand, m->n_events));
    if (chance (rand, .4))
      ADD (", 'e%d'", below (rand, m->n_events));
    ADD ("]");
  }
  ADD ("}");
}

static void
add_condition (Maker *m, int depth)
{
  GRand *rand = m->rand;
  int kind = m->is_plain && chance (rand, .97) ? below (rand, 4) : below (rand, depth < 3 ? 10 : 7);

  if (kind <= 1) {
    add_event_condition (m);
  } else if (kind == 2) {
    add_inactive (m);
  } else if (kind == 3) {
    ADD ("{'dwell': '%d%s'}", below (rand, 12), m->unit->name);
  } else if (kind == 4) {
    ADD ("{'score': 's%d', '%s': %d}", below (rand, m->n_scores),
         chance (rand, .5) ? "at_least" : "below", below (rand, 9) * 5);
  } else if (kind == 5) {
    ADD ("{'attribute': ");
    add_filter (m);
    ADD ("}");
  } else if (kind == 6) {
    ADD ("{'segment': 'g%d'}", below (rand, m->n_segments));
  } else {
    int n = 1 + below (rand, 3);

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

    ADD ("%s{'id': 'a%d', 'name': 'Stage %d'", i > 0 ? ", " : "", i, below (rand, m->n_stages));
    if (chance (rand, .6))
      ADD (", 'phase': 'p%d'", below (rand, m->n_phases));
    if (*role != '\0')
      ADD (", 'role': '%s'", role);
    if (chance (rand, .2))
      ADD (", 'cost': %d, 'revenue_per_month': %d.5", below (rand, 9), below (rand, 90));
    if (chance (rand, .2))
      ADD (", 'cost_per_month': %d", below (rand, 9));
    if (g_str_equal (role, "entry") && chance (rand, .7)) {
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
    if (chance (rand, .4))
      ADD (", 'stage': 'a%d'", below (rand, m->n_stages));
    if (chance (rand, .2))
      ADD (", 'value_column': 'size'");
    if (chance (rand, m->is_plain ? .1 : .5)) {
      ADD (", 'match': {");
      if (chance (rand, .6))
        ADD ("'names': ['act %c', ' ACT %c ']", 'a' + below (rand, 5), 'A' + below (rand, 5));
      else
        ADD ("'names': ['act %c']", 'a' + i);
      if (chance (rand, .5)) {
        ADD (", 'where': [");
        add_filter (m);
        if (chance (rand, .2)) {
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
    ADD ("%s{'id': 's%d', 'name': 'S', 'start': %d", i > 0 ? ", " : "", i, below (rand, 5) * 10);
    if (chance (rand, .3))
      ADD (", 'min': %d, 'max': %d", below (rand, 3) * 5, 20 + below (rand, 5) * 10);
    if (chance (rand, .8))
      ADD (", 'half_life': '%d%s'", 1 + below (rand, 8), m->unit->name);
    if (chance (rand, .5))
      ADD (", 'rest': %d", below (rand, 10) * 5);
    ADD (", 'points': [");
    for (int k = 0; k < 2; k++)
      ADD ("%s{'event': 'e%d', 'points': %d}", k > 0 ? ", " : "", below (rand, m->n_events),
           (below (rand, 9) - 3) * 5);
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
    if (chance (m->rand, .3)) {
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
      ADD ("'name': '%c%d', ", chance (rand, .5) ? 'T' : 'n', below (rand, 4));
    ADD ("'from': ");
    if (chance (rand, .15))
      ADD ("'*'");
    else if (chance (rand, .15))
      ADD ("'p%d'", below (rand, m->n_phases));
    else
      ADD ("'a%d'", below (rand, m->n_stages));
    ADD (", 'to': 'a%d'", below (rand, m->n_stages));
    if (chance (rand, .2))
      ADD (", 'value': %d, 'cost': %d", below (rand, 50), below (rand, 9));
    if (chance (rand, .95)) {
      ADD (", 'when': ");
      add_condition (m, 0);
    }
    ADD ("}");
  }
  ADD ("]");
}

static char *
random_map (GRand *rand, gboolean named_triggers, const Unit *unit)
{
  Maker maker = {
    .rand = rand,
    .unit = unit,
    .text = g_string_new ("'phases': [{'id': 'p0', 'name': 'P'}, {'id': 'p1', 'name': 'Q'}], "),
    .n_phases = 2,
    .n_stages = 1 + below (rand, 5),
    .n_events = 1 + below (rand, 5),
    .n_scores = 1 + below (rand, 2),
    .n_segments = 1 + below (rand, 2),
    .n_triggers = below (rand, 9),
    .named_triggers = named_triggers,
    .is_plain = chance (rand, .4),
  };

  add_stages (&maker);
  add_events (&maker);
  add_scores (&maker);
  add_segments (&maker);
  add_triggers (&maker);
  return g_string_free (maker.text, FALSE);
}

static char *
random_rows (GRand *rand, gboolean is_stage_log, int n_customers, const Unit *unit)
{
  static const char *const plans[] = { "-", "-", "gold", "Gold_", "silver", "7" };
  static const char *const sizes[] = { "-", "-", "1", "3", "3.0", "5e0", "12", "big" };
  GString *rows = g_string_new (NULL);
  int n = below (rand, 30);
  int n_activities = chance (rand, .3) ? 2 : 6;

  for (int i = 0; i < n; i++) {
    int second = below (rand, 40);

    g_string_append_printf (rows, "%sc%d ", i > 0 ? "; " : "", below (rand, n_customers));
    if (is_stage_log)
      g_string_append_printf (rows, "%s%d", chance (rand, .5) ? "A" : "stage_", below (rand, 6));
    else
      g_string_append_printf (rows, "act_%c", 'a' + below (rand, n_activities));
    g_string_append_printf (rows, " %d%s plan=%s size=%s", second, unit->name, PICK (plans), PICK (sizes));
    if (is_stage_log && chance (rand, .7))
      g_string_append_printf (rows, " trigger=%c%d", chance (rand, .7) ? 't' : 'N', below (rand, 8));
  }
  return g_string_free (rows, FALSE);
}

static char *
engine_lines (PrnPlan *plan, PrnLog *log, const PrnReplayOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnReport) report = prn_replay (plan, log, options, NULL, &error);

  g_assert_no_error (error);
  return reference_lines (report);
}

static void
print_difference (guint32 seed,
                  const char *map,
                  const char *rows,
                  const char *engine,
                  const char *reference)
{
  g_auto (GStrv) ours = g_strsplit (engine, "\n", -1);
  g_auto (GStrv) theirs = g_strsplit (reference, "\n", -1);

  g_test_message ("seed %u\nmap %s\nrows %s", seed, map, rows);
  for (guint i = 0; ours[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) theirs, ours[i]))
      g_test_message ("engine    %s", ours[i]);
  for (guint i = 0; theirs[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) ours, theirs[i]))
      g_test_message ("reference %s", theirs[i]);
}

/* How much happened in a case, so that a generator that makes nothing happen is noticed. */
typedef struct {
  guint64 moves, timer_moves, chains, off_map, before;
} Coverage;

static void
note_coverage (Coverage *coverage, const PrnReport *report)
{
  guint64 moves = 0;

  for (guint i = 0; i < report->n_triggers; i++)
    moves += report->triggers[i].fired;
  coverage->moves += moves;
  if (moves + report->entered > report->rows.used)
    coverage->timer_moves += moves + report->entered - report->rows.used;
  for (guint i = 0; i < report->n_off_map; i++)
    coverage->off_map += report->off_map[i].moves;
  coverage->before += report->rows.before_entry;
}

static gboolean
run_case (guint32 seed, Coverage *coverage)
{
  GRand *rand = g_rand_new_with_seed (seed);
  gboolean is_stage_log = chance (rand, .12);
  int n_customers = 1 + below (rand, 4);
  const Unit *unit = chance (rand, .5) ? &weeks : &seconds;
  g_autofree char *members = random_map (rand, is_stage_log, unit);
  g_autofree char *rows = random_rows (rand, is_stage_log, n_customers, unit);
  PrnReplayOptions options = { .has_as_of = chance (rand, .6),
                               .as_of = below (rand, 60) * unit->length,
                               .threads = 1 };
  g_autoptr (PrnMap) map = fixture_map (members);
  g_autoptr (PrnLog) log = fixture_log (rows, is_stage_log ? stage_log_columns : columns, 1 << below (rand, 3),
                                        is_stage_log);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (PrnReport) report = prn_replay (plan, log, &options, NULL, NULL);
  g_autofree char *engine = engine_lines (plan, log, &options);
  g_autofree char *reference =
      reference_replay (map, log, options.has_as_of ? options.as_of : prn_log_last_time (log));
  gboolean same = g_str_equal (engine, reference);

  if (!same)
    print_difference (seed, members, rows, engine, reference);
  note_coverage (coverage, report);
  g_rand_free (rand);
  return same;
}

static void
test_same_integers (void)
{
  const char *first = g_getenv ("PRN_TEST_SEED");
  guint32 seed = first != NULL ? (guint32) g_ascii_strtoull (first, NULL, 10) : 1;
  const char *cases = g_getenv ("PRN_TEST_CASES");
  guint32 n_cases = cases != NULL ? (guint32) g_ascii_strtoull (cases, NULL, 10) : N_CASES;
  guint32 end = first != NULL && cases == NULL ? seed + 1 : seed + n_cases;
  Coverage coverage = { 0 };
  guint n_different = 0;

  for (; seed < end && n_different < 3; seed++)
    n_different += !run_case (seed, &coverage);
  g_assert_cmpuint (n_different, ==, 0);

  g_test_message (
      "%lu moves, %lu without a row of their own, %lu off the map, %lu rows before entry",
      coverage.moves, coverage.timer_moves, coverage.off_map, coverage.before);
  if (first == NULL && cases == NULL) {
    g_assert_cmpuint (coverage.moves, >, N_CASES);
    g_assert_cmpuint (coverage.timer_moves, >, N_CASES / 4);
    g_assert_cmpuint (coverage.off_map, >, N_CASES / 20);
    g_assert_cmpuint (coverage.before, >, N_CASES / 4);
  }
}

/* The map with shares of their own for some segments, and some of these in the population. */
static PrnMap *
with_segments (GRand *rand, PrnMap *map)
{
  guint n_triggers, n_segments;
  const PrnTrigger *const *triggers = prn_map_triggers (map, &n_triggers);
  const PrnSegment *const *segments = prn_map_segments (map, &n_segments);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (prn_element_unref);
  g_autoptr (PrnMap) with_triggers = NULL;
  PrnMap *result;
  PrnPopulation population;

  prn_record_copy (&prn_population_record, &population, prn_map_get_population (map));
  for (guint i = 0; i < n_segments; i++)
    if (chance (rand, .6)) {
      guint n = population.segments.n;

      prn_list_resize ((PrnList *) &population.segments, &prn_segment_weight_record, n + 1);
      prn_element_set_text (&population.segments.items[n].ref, prn_element_id (segments[i]));
      population.segments.items[n].weight = .1;
    }
  for (guint i = 0; i < n_triggers; i++) {
    PrnTrigger *trigger = prn_element_copy (triggers[i]);

    for (guint k = 0; k < n_segments; k++)
      if (chance (rand, .3)) {
        guint n = trigger->by_segment.n;

        prn_list_resize ((PrnList *) &trigger->by_segment, &prn_by_segment_record, n + 1);
        prn_element_set_text (&trigger->by_segment.items[n].segment,
                              prn_element_id (segments[k]));
        trigger->by_segment.items[n].share = .05;
      }
    g_ptr_array_add (changed, trigger);
  }
  with_triggers = prn_map_with_all (map, changed->pdata, changed->len);
  result = prn_map_with_population (with_triggers, &population);
  prn_record_clear (&prn_population_record, &population);
  return result;
}

/* Whatever the map and the log, a calibrated map can be written, read and simulated: its shares
 * fit. */
static void
calibrate_case (guint32 seed, gboolean complete)
{
  GRand *rand = g_rand_new_with_seed (seed);
  gboolean is_stage_log = chance (rand, .5);
  g_autofree char *members = random_map (rand, is_stage_log, &seconds);
  g_autofree char *rows = random_rows (rand, is_stage_log, 1 + below (rand, 12), &seconds);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) plain = fixture_map (members);
  g_autoptr (PrnMap) map = with_segments (rand, plain);
  g_autoptr (PrnLog) log =
      fixture_log (rows, is_stage_log ? stage_log_columns : columns, 1, is_stage_log);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (PrnCalibration) calibration =
      prn_calibrate (plan, log, NULL, complete, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PrnMap) again = NULL;
  g_autoptr (PrnPlan) calibrated = NULL;
  g_autoptr (PrnOdds) odds = NULL;
  guint n_classes;

  g_assert_no_error (error);
  bytes = prn_map_print (calibration->map);
  again = prn_map_parse (bytes, NULL, &error);
  g_assert_no_error (error);
  calibrated = prn_plan_new (again, &error);
  g_assert_no_error (error);
  odds = prn_odds_new (calibrated, &error);
  g_assert_no_error (error);

  prn_odds_classes (odds, &n_classes);
  for (guint c = 0; c < n_classes; c++)
    for (guint32 i = 0; i < calibrated->n_stages; i++) {
      PrnBranches ways = prn_odds_branches (odds, c, i);
      double sum = 0;

      for (guint k = 0; k < ways.n; k++)
        sum += ways.branches[k].share;
      g_assert_cmpfloat (sum, <=, 1 + 1e-9);
    }
  g_rand_free (rand);
}

static void
test_calibration_fits (void)
{
  for (guint32 seed = 1; seed <= 2000; seed++)
    calibrate_case (seed, seed % 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/property/same-integers", test_same_integers);
  g_test_add_func ("/engine/property/calibration-fits", test_calibration_fits);
  return g_test_run ();
}
