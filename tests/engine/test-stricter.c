/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-stricter.h"

#include "fixture.h"

/* A condition, the sign of what is known of it and the next one: `<` the first is stricter, `=` both
 * are, `?` nothing is known. */
typedef struct {
  const char *first;
  char sign;
  const char *second;
} Case;

static const Case cases[] = {
  { "'dwell': '2d'", '<', "'dwell': '1d'" },
  { "'dwell': '2d'", '=', "'dwell': '48h'" },
  { "'inactive': '2d'", '<', "'inactive': '1d'" },
  { "'inactive': '2d', 'events': ['e']", '<', "'inactive': '1d', 'events': ['e']" },
  { "'inactive': '2d', 'events': ['e']", '?', "'inactive': '1d'" },
  { "'dwell': '2d'", '?', "'inactive': '1d'" },
  { "'event': 'e', 'count': 2", '<', "'event': 'e'" },
  { "'event': 'e', 'within': '1d'", '<', "'event': 'e'" },
  { "'event': 'e', 'within': '1d'", '<', "'event': 'e', 'within': '2d'" },
  { "'event': 'e', 'count': 2, 'within': '1d'", '<', "'event': 'e', 'within': '2d'" },
  { "'event': 'e', 'count': 2", '?', "'event': 'e', 'within': '2d'" },
  { "'event': 'e', 'since': 'ever'", '?', "'event': 'e'" },
  { "'event': 'e'", '?', "'event': 'f'" },
  { "'score': 's', 'at_least': 5", '=', "'score': 's', 'at_least': 5" },
  { "'score': 's', 'at_least': 5", '?', "'score': 's', 'at_least': 4" },
  { "'attribute': {'column': 'c', 'op': 'exists'}", '=',
    "'attribute': {'column': 'c', 'op': 'exists'}" },
  { "'attribute': {'column': 'c', 'op': 'exists'}", '?',
    "'attribute': {'column': 'c', 'op': 'missing'}" },
  { "'any': [{'dwell': '2d'}, {'event': 'e'}]", '<', "'any': [{'dwell': '1d'}, {'event': 'e'}]" },
  { "'all': [{'dwell': '2d'}, {'event': 'e'}]", '?',
    "'all': [{'dwell': '1d'}, {'event': 'e', 'count': 2}]" },
  { "'any': [{'dwell': '1d'}]", '?', "'any': [{'dwell': '1d'}, {'event': 'e'}]" },
};

static void
test_stricter (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *members = g_strdup_printf (
        "'stages': [{'id': 'a'}, {'id': 'b'}], 'events': [{'id': 'e'}, {'id': 'f'}], "
        "'scores': [{'id': 's'}], "
        "'triggers': [{'id': 't', 'from': 'a', 'to': 'b', 'when': {%s}}, "
        "{'id': 'u', 'from': 'a', 'to': 'b', 'when': {%s}}]",
        cases[i].first, cases[i].second);
    g_autoptr (PrnMap) map = fixture_map (members);
    guint n;
    const PrnTrigger *const *triggers = prn_map_triggers (map, &n);
    gboolean stricter = prn_condition_is_stricter (triggers[0]->when, triggers[1]->when);
    gboolean looser = prn_condition_is_stricter (triggers[1]->when, triggers[0]->when);

    g_assert_cmpint (stricter, ==, cases[i].sign != '?');
    g_assert_cmpint (looser, ==, cases[i].sign == '=');
    g_assert_true (prn_condition_is_stricter (NULL, triggers[0]->when));
    g_assert_false (prn_condition_is_stricter (triggers[0]->when, NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/stricter", test_stricter);
  return g_test_run ();
}
