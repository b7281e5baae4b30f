/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-edit-typed.h"

static const PrnMember *
row (PrnKind kind, const char *name)
{
  return prn_record_find_member (prn_record_of_kind (kind), name);
}

/* What is typed, and what a file says then; no value where nothing is to stand. */
static void
test_to_json (void)
{
  const PrnMember *share = row (PRN_KIND_TRIGGER, "share");
  const PrnMember *cost = row (PRN_KIND_STAGE, "cost");
  const PrnMember *emotion = row (PRN_KIND_STAGE, "emotion");
  const PrnMember *length = row (PRN_KIND_TARGET, "within");
  const PrnMember *value = prn_record_find_member (&prn_filter_record, "value");
  const struct {
    const PrnMember *member;
    const char *typed;
    const char *json;
  } rows[] = {
    { share, "43", "0.43" },
    { share, "43 %", "0.43" },
    { share, "43%", "0.43" },
    { share, "0.43", "0.43" },
    { share, "1", "0.01" },
    { share, "0.1 %", "0.001" },
    { share, "12,5 %", "0.125" },
    { share, " ", NULL },
    { cost, "1,213.50", "1213.5" },
    { cost, "1.213,50", "1213.5" },
    { cost, "1,213", "1213" },
    { cost, "1 213 000", "1213000" },
    { cost, "12,5", "12.5" },
    { cost, "$ 49", "49" },
    { cost, "\u22123", "-3" },
    { emotion, "-2", "-2" },
    { length, "14d", "\"14d\"" },
    { length, "14 d", "\"14d\"" },
    { length, "2 weeks", "\"2w\"" },
    { length, "1 day 12 hours", "\"1d12h\"" },
    { length, "1,5 h", "\"1.5h\"" },
    { length, "3 months", "\"3mo\"" },
    { length, "", NULL },
    { value, "5", "5" },
    { value, "\"5\"", "\"5\"" },
    { value, "gold", "\"gold\"" },
    { value, "5 %", "\"5 %\"" },
    { row (PRN_KIND_STAGE, "name"), "", "\"\"" },
    { row (PRN_KIND_STAGE, "phase"), "", NULL },
    { prn_record_find_member (&prn_map_record, "currency"), "eur", "\"EUR\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const PrnSlot slot = { .member = rows[i].member, .index = -1 };
    g_autofree char *json = NULL;
    g_autoptr (GError) error = NULL;

    g_test_message ("%s: %s", rows[i].member->name, rows[i].typed);
    g_assert_true (prn_typed_to_json (&slot, rows[i].typed, &json, &error));
    g_assert_no_error (error);
    g_assert_cmpstr (json, ==, rows[i].json);
  }
}

static void
test_refused (void)
{
  const struct {
    const PrnMember *member;
    const char *typed;
    const char *why;
  } rows[] = {
    { row (PRN_KIND_TRIGGER, "share"), "130", "Expected 0 % to 100 %" },
    { row (PRN_KIND_TRIGGER, "share"), "half",
      "“half” is no number; expected a share like 43 or 12.5" },
    { row (PRN_KIND_STAGE, "emotion"), "3", "Expected -2 to 2" },
    { row (PRN_KIND_STAGE, "emotion"), "1.5", "1.5 is no whole number" },
    { row (PRN_KIND_STAGE, "cost"), "1e400", "“1e400” is no number; expected one like 43 or 12.5" },
    { row (PRN_KIND_NOTE, "votes"), "-1", "Expected 0 or more, up to 1000000000" },
    { row (PRN_KIND_SCORE, "half_life"), "0s", "Expected more than no time at all" },
    { row (PRN_KIND_SCORE, "half_life"), "soon", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const PrnSlot slot = { .member = rows[i].member, .index = -1 };
    g_autofree char *json = NULL;
    g_autoptr (GError) error = NULL;

    g_test_message ("%s: %s", rows[i].member->name, rows[i].typed);
    g_assert_false (prn_typed_to_json (&slot, rows[i].typed, &json, &error));
    g_assert_nonnull (error);
    if (rows[i].why != NULL)
      g_assert_cmpstr (error->message, ==, rows[i].why);
  }
}

/* What is shown, typed again, says the same. */
static void
test_round_trip (void)
{
  g_autoptr (PrnTrigger) trigger = prn_element_new (PRN_KIND_TRIGGER, "t");
  PrnSlot slot;
  g_autofree char *nothing = NULL;

  g_assert_true (prn_slot_find (&slot, prn_record_of_kind (PRN_KIND_TRIGGER), trigger, "share", NULL));
  nothing = prn_typed_from_slot (&slot);
  g_assert_cmpstr (nothing, ==, "");
  for (guint i = 0; i <= 1000; i++) {
    g_autofree char *typed = NULL;
    g_autofree char *json = NULL;

    trigger->share = i / 1000.0;
    typed = prn_typed_from_slot (&slot);
    g_assert_true (prn_typed_to_json (&slot, typed, &json, NULL));
    g_assert_cmpfloat (g_ascii_strtod (json, NULL), ==, trigger->share);
  }
}

/* The bound of a target is a share for some measures: what is typed, in the file, shown again. */
static void
test_bounds (void)
{
  static const struct {
    PrnMetric metric;
    const char *typed, *json, *shown;
  } rows[] = {
    { PRN_METRIC_REACH, "25 %", "0.25", "25" },
    { PRN_METRIC_SHARE, "25%", "0.25", "25" },
    { PRN_METRIC_EXIT_SHARE, "25", "0.25", "25" },
    { PRN_METRIC_GOAL_SHARE, "0.25", "0.25", "25" },
    { PRN_METRIC_GOAL_SHARE, "0.5 %", "0.005", "0.5 %" },
    { PRN_METRIC_NOW, "25", "25", "25" },
    { PRN_METRIC_LIFETIME_VALUE, "0.25", "0.25", "0.25" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnElement) element = prn_element_new (PRN_KIND_TARGET, "t");
    PrnTarget *target = (PrnTarget *) element;
    g_autofree char *json = NULL;
    g_autofree char *shown = NULL;
    PrnSlot slot;

    target->metric = rows[i].metric;
    g_assert_true (
        prn_slot_find (&slot, prn_record_of_kind (PRN_KIND_TARGET), target, "at_least", NULL));
    g_assert_true (prn_typed_to_json (&slot, rows[i].typed, &json, NULL));
    g_assert_cmpstr (json, ==, rows[i].json);
    target->bound = g_ascii_strtod (json, NULL);
    shown = prn_typed_from_slot (&slot);
    g_assert_cmpstr (shown, ==, rows[i].shown);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-typed/to-json", test_to_json);
  g_test_add_func ("/edit-typed/refused", test_refused);
  g_test_add_func ("/edit-typed/bounds", test_bounds);
  g_test_add_func ("/edit-typed/round-trip", test_round_trip);
  return g_test_run ();
}
