/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Closed-form values that can be worked out by hand. */

#include <math.h>
#include <string.h>

#include "fixture.h"
#include "prn-discount.h"
#include "prn-expected.h"

#define NEAR(value, expected) g_assert_cmpfloat_with_epsilon (value, expected, 1e-9)

static PrnExpected *
expect (const char *members)
{
  g_autoptr (PrnMap) map = fixture_map (members);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnPlan) plan = prn_plan_new (map, &error);
  PrnExpected *expected = prn_expected_new (plan, &error);

  g_assert_no_error (error);
  return expected;
}

static gboolean
notes (const PrnExpected *expected, const char *what)
{
  for (guint i = 0; expected->notes[i] != NULL; i++)
    if (strstr (expected->notes[i], what) != NULL)
      return TRUE;
  return FALSE;
}

/* What is left of an amount after a month. */
static double
month_kept (double per_year)
{
  return pow (1 + per_year, -(double) PRN_MONTH / PRN_YEAR);
}

static void
test_one_visit (void)
{
  g_autoptr (PrnExpected) expected = expect (
      "'stages': [{'id': 'a', 'cost': 10, 'revenue_per_month': 30}, {'id': 'b', 'role': 'exit'}], "
      "'triggers': [{'id': 't', 'from': 'a', 'to': 'b', 'share': 1, 'value': 5, 'cost': 2, "
      "'delay': {'fixed': '2mo'}}], 'population': {'discount_per_year': 0.1}");
  double kept = month_kept (0.1), rate = -log (kept);

  NEAR (expected->money.revenue, 65);
  NEAR (expected->money.cost, 12);
  NEAR (expected->money.lifetime_value, 53);
  NEAR (expected->money.discounted, -10 + 30 * (1 - kept * kept) / rate + 3 * kept * kept);
  NEAR (expected->triggers[0].fired, 1);
  g_assert_cmpuint (g_strv_length (expected->notes), ==, 0);
}

/* A subscription: nine of ten pay for another month, each month. */
static void
test_renewals (void)
{
  g_autoptr (PrnExpected) expected = expect (
      "'stages': [{'id': 'a', 'cost': 1}, {'id': 'b', 'role': 'exit'}], 'triggers': ["
      "{'id': 'r', 'from': 'a', 'to': 'a', 'share': 0.9, 'value': 10, 'delay': {'fixed': '1mo'}}, "
      "{'id': 't', 'from': 'a', 'to': 'b', 'share': 0.1, 'delay': {'fixed': '1mo'}}], "
      "'population': {'discount_per_year': 0.2}");
  double again = 0.9 * month_kept (0.2);

  NEAR (expected->stages[0].visits, 10);
  NEAR (expected->triggers[0].fired, 9);
  NEAR (expected->money.lifetime_value, 90 - 10);
  NEAR (expected->money.discounted, (again * 10 - 1) / (1 - again));
}

static void
test_for_good (void)
{
  g_autoptr (PrnExpected) expected =
      expect ("'stages': [{'id': 'a', 'name': 'Paying', 'revenue_per_month': 7}], "
              "'population': {'discount_per_year': 0.1}");
  g_autoptr (PrnExpected) plain = expect ("'stages': [{'id': 'a', 'cost': 7}]");
  g_autoptr (PrnExpected) both =
      expect ("'stages': [{'id': 'a', 'revenue_per_month': 7, 'cost_per_month': 7}]");

  g_assert_true (isinf (expected->money.revenue) && isinf (expected->money.lifetime_value));
  NEAR (expected->money.cost, 0);
  NEAR (expected->money.discounted, 7 / -log (month_kept (0.1)));
  g_assert_true (notes (expected, "“Paying” has amounts per month and 100 % of the customers"));
  g_assert_true (notes (expected, "no exit stage"));

  NEAR (plain->money.lifetime_value, -7);
  g_assert_true (isnan (plain->money.discounted));
  g_assert_true (isinf (both->money.revenue) && both->money.lifetime_value == 0);
}

static void
test_classes (void)
{
  g_autoptr (PrnExpected) expected = expect (
      "'stages': [{'id': 'a'}, {'id': 'b', 'role': 'exit'}], 'triggers': [{'id': 't', "
      "'from': 'a', 'to': 'b', 'share': 0.5, 'value': 100, 'by_segment': [{'segment': 's', "
      "'share': 1}]}], 'segments': [{'id': 's', 'where': []}, {'id': 'none', 'where': []}], "
      "'population': {'segments': [{'segment': 's', 'weight': 0.25}, "
      "{'segment': 'none', 'weight': 0}]}");

  g_assert_cmpuint (expected->n_classes, ==, 2);
  g_assert_cmpstr (expected->classes[0].segment, ==, "s");
  NEAR (expected->classes[0].weight, 0.25);
  NEAR (expected->classes[0].money.lifetime_value, 100);
  g_assert_cmpstr (expected->classes[1].segment, ==, NULL);
  NEAR (expected->classes[1].money.lifetime_value, 50);
  NEAR (expected->money.lifetime_value, 62.5);
}

static void
test_no_mean (void)
{
  g_autoptr (PrnExpected) expected = expect (
      "'stages': [{'id': 'a', 'name': 'Wait'}, {'id': 'b', 'role': 'exit'}], 'triggers': [{'id': "
      "'t', 'from': 'a', 'to': 'b', 'share': 1, 'delay': {'weibull': {'scale': '1d', "
      "'shape': 0.001}}}, {'id': 'u', 'from': 'b', 'to': 'a', 'share': 0}]");
  g_autoptr (PrnExpected) unreached =
      expect ("'stages': [{'id': 'a'}, {'id': 'b', 'role': 'exit'}]");

  g_assert_true (isinf (expected->stages[0].seconds));
  g_assert_true (notes (expected, "The time in “Wait” has no finite mean"));
  g_assert_true (notes (unreached, "No exit stage is reached"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/expected/one-visit", test_one_visit);
  g_test_add_func ("/engine/expected/renewals", test_renewals);
  g_test_add_func ("/engine/expected/for-good", test_for_good);
  g_test_add_func ("/engine/expected/classes", test_classes);
  g_test_add_func ("/engine/expected/no-mean", test_no_mean);

  return g_test_run ();
}
