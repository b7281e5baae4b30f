/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tallies add up: over threads, and over the parts of a log that was split by customer, written and
 * read again. */

#include <string.h>

#include "fixture.h"
#include "prn-duration.h"
#include "prn-replay.h"
#include "prn-tally-file.h"

#define N_PARTS     7
#define N_CUSTOMERS 90
#define N_ROWS      900

#define MAP                                                                                        \
  "'stages': [{'id': 'in', 'role': 'entry', 'cost': 3}, {'id': 'try', 'cost_per_month': 2.5},"     \
  " {'id': 'pay', 'role': 'goal', 'revenue_per_month': 20}, {'id': 'gone', 'role': 'exit'}],"      \
  "'events': [{'id': 'begin', 'stage': 'try'}, {'id': 'buy', 'stage': 'pay', 'value_column':"      \
  " 'amount'}, {'id': 'quit', 'stage': 'gone'}],"                                                  \
  "'triggers': [{'id': 'tries', 'from': 'in', 'to': 'try', 'when': {'event': 'begin'}},"           \
  " {'id': 'pays', 'from': '*', 'to': 'pay', 'when': {'event': 'buy'}, 'value': 4},"               \
  " {'id': 'goes', 'from': '*', 'to': 'gone', 'when': {'any': [{'event': 'quit'}, {'inactive':"    \
  " '60d'}]}}, {'id': 'back', 'from': 'gone', 'to': 'try', 'when': {'event': 'begin'}}],"          \
  "'segments': [{'id': 'gold', 'where': [{'column': 'plan', 'op': 'is', 'value': 'gold'}]},"       \
  " {'id': 'nobody', 'where': [{'column': 'plan', 'op': 'is', 'value': 'tin'}]}],"                 \
  "'targets': [{'id': 't', 'of': 'map', 'metric': 'goal_share', 'within': '45d', 'at_least': 0.2," \
  " 'segment': 'gold'}, {'id': 'u', 'of': 'pays', 'metric': 'share', 'at_least': 0.5},"            \
  " {'id': 'v', 'of': 'tries', 'metric': 'share', 'within': '9d', 'at_least': 0.5}],"              \
  "'population': {'discount_per_year': 0.2}"

static const char *const columns[] = { "plan", "amount", NULL };

/* The rows of all customers, or of every N_PARTS-th from @part on. */
static char *
random_rows (int part)
{
  static const char *const plans[] = { "-", "gold", "Gold", "silver", "-" };
  static const char *const activities[] = { "begin", "buy", "quit", "look", "stare" };
  GRand *rand = g_rand_new_with_seed (7);
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < N_ROWS; i++) {
    int customer = g_rand_int_range (rand, 0, N_CUSTOMERS);
    const char *activity = activities[g_rand_int_range (rand, 0, G_N_ELEMENTS (activities))];
    const char *plan = plans[g_rand_int_range (rand, 0, G_N_ELEMENTS (plans))];
    int hour = g_rand_int_range (rand, 0, 400 * 24);
    int cents = g_rand_int_range (rand, -200, 2000);

    if (part < 0 || customer % N_PARTS == part)
      g_string_append_printf (rows, "%sc%d %s %dh plan=%s amount=%d.%02d",
                              rows->len > 0 ? "; " : "", customer, activity, hour, plan,
                              cents / 100, ABS (cents) % 100);
  }
  g_rand_free (rand);
  return g_string_free (rows, FALSE);
}

static PrnLog *
make_log (int part, guint n_parts)
{
  g_autofree char *rows = random_rows (part);

  return fixture_log (rows, columns, n_parts, FALSE);
}

static PrnTallySet *
count (PrnPlan *plan, int part, const PrnReplayOptions *options)
{
  g_autoptr (PrnLog) log = make_log (part, 16);
  g_autoptr (GError) error = NULL;
  PrnTallySet *set = prn_replay_tally (plan, log, options, NULL, &error);

  g_assert_no_error (error);
  return set;
}

static char *
report_text (PrnTallySet *set)
{
  g_autoptr (PrnReport) report = prn_tally_set_report (set);
  g_autoptr (GBytes) bytes = prn_report_to_json (report);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static PrnTallySet *
write_and_read (PrnPlan *plan, PrnTallySet *set)
{
  g_autoptr (GBytes) bytes = prn_tally_set_to_json (set);
  g_autoptr (GError) error = NULL;
  PrnTallySet *again = prn_tally_set_from_json (plan, bytes, &error);

  g_assert_no_error (error);
  return again;
}

typedef struct {
  const char *name;
  const char *segment_by;
  gboolean convert;
} How;

static const How hows[] = {
  { "plain", NULL, FALSE },
  { "by-column", "plan", FALSE },
  { "conversions", NULL, TRUE },
};

static PrnReplayOptions
options_of (const How *how, const PrnConversionPair *pairs)
{
  return (PrnReplayOptions){ .has_as_of = TRUE,
                             .as_of = 380 * PRN_DAY,
                             .threads = 1,
                             .segment_by = how->segment_by,
                             .measures = { pairs, how->convert ? 2 : 0 } };
}

static void
test_split (gconstpointer data)
{
  const char *to[] = { "pay", "gone", NULL };
  const PrnConversionPair pairs[] = { { (char *) "try", (char **) to },
                                      { (char *) "try", (char **) to + 1 } };
  PrnReplayOptions options = options_of (data, pairs);
  g_autoptr (PrnMap) map = fixture_map (MAP);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (PrnTallySet) whole = count (plan, -1, &options);
  g_autoptr (PrnTallySet) sum = NULL;
  g_autoptr (GError) error = NULL;
  PrnTallySet *parts[N_PARTS];
  g_autofree char *wanted = report_text (whole);
  g_autofree char *given = NULL;

  for (int i = 0; i < N_PARTS; i++) {
    g_autoptr (PrnTallySet) part = count (plan, i, &options);

    parts[i] = write_and_read (plan, part);
  }
  sum = prn_tally_set_sum (parts, N_PARTS, &error);
  g_assert_no_error (error);
  given = report_text (sum);
  g_assert_cmpstr (given, ==, wanted);
  g_assert_nonnull (strstr (wanted, "\"gone\""));
  for (int i = 0; i < N_PARTS; i++)
    prn_tally_set_free (parts[i]);
}

static void
test_threads (void)
{
  PrnReplayOptions options = options_of (&hows[0], NULL);
  g_autoptr (PrnMap) map = fixture_map (MAP);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (PrnTallySet) one = count (plan, -1, &options);
  g_autofree char *wanted = report_text (one);

  for (guint threads = 2; threads <= 8; threads *= 2) {
    g_autoptr (PrnTallySet) set = NULL;
    g_autofree char *given = NULL;

    options.threads = threads;
    set = count (plan, -1, &options);
    given = report_text (set);
    g_assert_cmpstr (given, ==, wanted);
  }
}

/* Also of a segment that nobody is in. */
static void
test_report_leaves_the_tally (void)
{
  PrnReplayOptions options = options_of (&hows[0], NULL);
  g_autoptr (PrnMap) map = fixture_map (MAP);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (PrnTallySet) set = count (plan, -1, &options);
  g_autoptr (GBytes) before = prn_tally_set_to_json (set);
  g_autofree char *report = report_text (set);
  g_autoptr (GBytes) after = prn_tally_set_to_json (set);

  g_assert_nonnull (strstr (report, "\"nobody\""));
  g_assert_true (g_bytes_equal (before, after));
}

static void
assert_refused (PrnTallySet *a, PrnTallySet *b, const char *word)
{
  PrnTallySet *both[] = { a, b };
  g_autoptr (GError) error = NULL;

  g_assert_null (prn_tally_set_sum (both, 2, &error));
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_refused (void)
{
  const char *to[] = { "pay", NULL };
  const PrnConversionPair pairs[] = { { (char *) "try", (char **) to }, { NULL, (char **) to } };
  PrnReplayOptions options = options_of (&hows[0], pairs), later = options;
  PrnReplayOptions by_column = options_of (&hows[1], pairs), more = options_of (&hows[2], pairs);
  g_autoptr (PrnMap) map = fixture_map (MAP);
  g_autoptr (PrnMap) other_map = fixture_map ("'stages': [{'id': 'in'}]");
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (PrnPlan) other_plan = prn_plan_new (other_map, NULL);
  g_autoptr (PrnTallySet) set = count (plan, 0, &options);
  g_autoptr (PrnTallySet) segments = count (plan, 1, &by_column);
  g_autoptr (PrnTallySet) conversions = count (plan, 1, &more);
  g_autoptr (PrnTallySet) end = NULL;
  g_autoptr (GBytes) bytes = prn_tally_set_to_json (set);
  g_autoptr (GError) error = NULL;

  later.as_of += PRN_DAY;
  end = count (plan, 1, &later);
  assert_refused (set, end, "--as-of");
  assert_refused (set, segments, "--segment-by");
  assert_refused (set, conversions, "--convert");
  g_assert_null (prn_tally_set_from_json (other_plan, bytes, &error));
  g_assert_nonnull (strstr (error->message, "another map"));
}

/* Cards that were moved and notes that were written count nobody differently. */
static void
test_looks (void)
{
  PrnReplayOptions options = options_of (&hows[0], NULL);
  g_autoptr (PrnMap) map = fixture_map (MAP);
  g_autoptr (PrnMap) titled = prn_map_with_title (map, "Another title");
  g_autoptr (PrnStage) stage = prn_element_copy (prn_map_nth (map, PRN_KIND_STAGE, 0));
  g_autoptr (PrnElement) note = prn_element_new (PRN_KIND_NOTE, "a-note-of-ours");
  g_autoptr (PrnElement) frame = prn_element_new (PRN_KIND_FRAME, "a-frame-of-ours");
  g_autoptr (PrnMap) other = NULL;
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL), other_plan = NULL;
  g_autoptr (PrnTallySet) set = count (plan, 0, &options), read = NULL;
  g_autoptr (GBytes) bytes = prn_tally_set_to_json (set);
  g_autoptr (GError) error = NULL;

  stage->position.x = stage->position.y = 500;
  prn_element_set_text (&stage->owner, "Marketing");
  other = prn_map_with_all (titled, (gpointer[]){ stage, note, frame }, 3);
  other_plan = prn_plan_new (other, NULL);
  read = prn_tally_set_from_json (other_plan, bytes, &error);
  g_assert_no_error (error);
  g_assert_nonnull (read);
}

/* A file that was cut off or changed anywhere is refused, or read as something; never more. */
static void
test_damaged (void)
{
  PrnReplayOptions options = options_of (&hows[1], NULL);
  g_autoptr (PrnMap) map = fixture_map (MAP);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (PrnTallySet) set = count (plan, 0, &options);
  g_autoptr (GBytes) bytes = prn_tally_set_to_json (set);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  GRand *rand = g_rand_new_with_seed (3);

  for (gsize length = 0; length + 2 < size; length += 1 + size / 200) {
    g_autoptr (GBytes) cut = g_bytes_new (text, length);
    g_autoptr (GError) error = NULL;

    g_assert_null (prn_tally_set_from_json (plan, cut, &error));
    g_assert_nonnull (error);
  }
  for (guint i = 0; i < 600; i++) {
    g_autofree char *copy = g_memdup2 (text, size);
    g_autoptr (GBytes) changed = NULL;
    g_autoptr (PrnTallySet) read = NULL;
    gint32 place = g_rand_int_range (rand, 0, (gint32) size);

    copy[place] = "0123456789-,[]{}\"a"[g_rand_int_range (rand, 0, 18)];
    changed = g_bytes_new_take (g_steal_pointer (&copy), size);
    read = prn_tally_set_from_json (plan, changed, NULL);
    if (read != NULL) {
      g_autoptr (PrnReport) report = prn_tally_set_report (read);

      g_assert_nonnull (report);
    }
  }
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (hows); i++) {
    g_autofree char *path = g_strdup_printf ("/engine/tally/split-%s", hows[i].name);

    g_test_add_data_func (path, &hows[i], test_split);
  }
  g_test_add_func ("/engine/tally/threads", test_threads);
  g_test_add_func ("/engine/tally/report-leaves-the-tally", test_report_leaves_the_tally);
  g_test_add_func ("/engine/tally/refused", test_refused);
  g_test_add_func ("/engine/tally/looks", test_looks);
  g_test_add_func ("/engine/tally/damaged", test_damaged);
  return g_test_run ();
}
