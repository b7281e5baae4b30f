/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where map and log do not fit together: given this map and these rows, these sentences. */

#include "fixture.h"
#include "prn-mismatch.h"

#define MAP                                                                                        \
  "'stages': [{'id': 'a'}], 'events': [{'id': 'buy', 'value_column': 'amount'}, {'id': 'gold',"    \
  " 'match': {'where': [{'column': 'plan', 'op': 'is', 'value': 'gold'}]}}]"

typedef struct {
  const char *name;
  const char *rows;
  const char *mismatches[3]; /* a part of each */
} Case;

static const Case cases[] = {
  { "all-fits", "c buy 0d amount=5 plan=gold; c buy 1d amount=1e2 plan=tin", { NULL } },
  { "empty-is-missing", "c buy 0d amount=- plan=-; c buy 1d amount=3 plan=x", { NULL } },
  { "no-number",
    "c buy 0d amount=free plan=x; c buy 1d amount=3 plan=x; d buy 1d amount=free plan=x",
    { "1 value of the column “amount” is no number" } },
  { "no-numbers", "c buy 0d amount=n/a plan=x; c buy 1d amount=1,5 plan=x; d buy 1d amount=$3 plan=x",
    { "3 different values of the column “amount” are no numbers and count as no money, such as "
      "“$3”" } },
  { "most", "c buy 0d amount=1e12 plan=x; c buy 1d amount=-1000000000000 plan=x", { NULL } },
  { "too-large", "c buy 0d amount=1e12 plan=x; c buy 1d amount=1000000000000.01 plan=x",
    { "1 value of the column “amount” is beyond 1,000,000,000,000 and counts as no money: "
      "“1000000000000.01”" } },
  { "too-large-and-no-number",
    "c buy 0d amount=-5e12 plan=x; c buy 1d amount=9e12 plan=x; c buy 2d amount=? plan=x",
    { "is no number", "2 different values of the column “amount” are beyond 1,000,000,000,000 and "
                      "count as no money, such as “-5e12”" } },
  { "no-column", "c buy 0d amount=5", { "no row has a value in the column “plan”" } },
  { "no-value", "c buy 0d amount=5 plan=-", { "no row has a value in the column “plan”" } },
  { "no-rows", "", { NULL } },
  { "no-columns", "c buy 0d", { "in the column “amount”", "in the column “plan”" } },
};

static void
test_case (gconstpointer data)
{
  const Case *this = data;
  const char *const columns[] = { "amount", "plan", NULL };
  g_autoptr (PrnMap) map = fixture_map (MAP);
  g_autoptr (PrnPlan) plan = prn_plan_new (map, NULL);
  g_autoptr (PrnLog) log = fixture_log (this->rows, columns, 2, FALSE);
  g_autoptr (GPtrArray) found = prn_find_mismatches (plan, log, NULL);
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    g_test_message ("%s", (const char *) found->pdata[i]);
  for (; n < G_N_ELEMENTS (this->mismatches) && this->mismatches[n] != NULL; n++) {
    g_assert_cmpuint (n, <, found->len);
    g_assert_nonnull (strstr (found->pdata[n], this->mismatches[n]));
  }
  g_assert_cmpuint (n, ==, found->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/engine/mismatch/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  return g_test_run ();
}
