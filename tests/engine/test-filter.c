/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-filter.h"

#include "fixture.h"
#include "prn-log.h"

/* Each cell that passes, of these. */
static const char *const cells[] = { "",   "gold", " GOLD ", "Golden", "silver", "5",   "5.0",
                                     "-7", "1e1",  "NaN",    "inf",    "0x10",   "1,5", "NULL" };

static const struct {
  const char *filter;
  const char *passing;
} cases[] = {
  { "'op': 'is', 'value': ' Gold'", "gold| GOLD " },
  { "'op': 'is_not', 'value': 'gold'", "|Golden|silver|5|5.0|-7|1e1|NaN|inf|0x10|1,5|NULL" },
  { "'op': 'is', 'value': 5", "5|5.0" },
  { "'op': 'is', 'value': '5'", "5" },
  { "'op': 'is_not', 'value': 5", "|gold| GOLD |Golden|silver|-7|1e1|NaN|inf|0x10|1,5|NULL" },
  { "'op': 'in', 'value': ['SILVER', 10, '5.0']", "silver|5.0|1e1" },
  { "'op': 'not_in', 'value': ['gold', 'golden', 5]", "|silver|-7|1e1|NaN|inf|0x10|1,5|NULL" },
  { "'op': 'contains', 'value': 'OLD'", "gold| GOLD |Golden" },
  { "'op': 'starts_with', 'value': 'gold'", "gold| GOLD |Golden" },
  { "'op': 'contains', 'value': 5", "5|5.0|1,5" },
  { "'op': 'less', 'value': 5", "-7" },
  { "'op': 'at_most', 'value': 5", "5|5.0|-7" },
  { "'op': 'at_least', 'value': 5", "5|5.0|1e1" },
  { "'op': 'more', 'value': 5", "1e1" },
  { "'op': 'less', 'value': '5'", "-7|1e1|0x10|1,5" },
  { "'op': 'at_least', 'value': 'null'", "silver|NULL" },
  { "'op': 'exists'", "gold| GOLD |Golden|silver|5|5.0|-7|1e1|NaN|inf|0x10|1,5|NULL" },
  { "'op': 'missing'", "" },
};

static PrnFilterTest
new_test (PrnMap *map)
{
  const PrnSegment *segment = prn_map_nth (map, PRN_KIND_SEGMENT, 0);
  PrnFilterTest test;

  prn_filter_test_init (&test, &segment->where.items[0]);
  return test;
}

static void
test_ops (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *members = g_strdup_printf (
        "'stages': [{'id': 'a'}], 'segments': [{'id': 's', 'where': [{'column': 'c', %s}]}]",
        cases[i].filter);
    g_autoptr (PrnMap) map = fixture_map (members);
    PrnFilterTest test = new_test (map);
    g_autoptr (GPtrArray) passing = g_ptr_array_new ();
    g_autofree char *joined = NULL;

    for (guint k = 0; k < G_N_ELEMENTS (cells); k++) {
      g_autofree char *folded = prn_log_fold (cells[k], -1);
      double number = 0;
      gboolean is_number = prn_filter_cell_number (cells[k], &number);

      if (prn_filter_test_cell (&test, folded, is_number, number))
        g_ptr_array_add (passing, (gpointer) cells[k]);
    }
    g_ptr_array_add (passing, NULL);
    joined = g_strjoinv ("|", (char **) passing->pdata);
    g_test_message ("%s", cases[i].filter);
    g_assert_cmpstr (joined, ==, cases[i].passing);
    prn_filter_test_clear (&test);
  }
}

static void
test_numbers (void)
{
  static const struct {
    const char *cell;
    gboolean is_number;
    double number;
  } numbers[] = {
    { "5", TRUE, 5 },       { " -2.5 ", TRUE, -2.5 }, { "+3", TRUE, 3 },     { ".5", TRUE, .5 },
    { "1e-3", TRUE, .001 }, { "", FALSE, 0 },         { " ", FALSE, 0 },     { "1 2", FALSE, 0 },
    { "1e999", FALSE, 0 },  { "5 %", FALSE, 0 },      { "--5", FALSE, 0 },   { "e5", FALSE, 0 },
    { "nan", FALSE, 0 },    { "infinity", FALSE, 0 }, { "0x1p3", FALSE, 0 }, { "1.5.2", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    double number = 0;

    g_test_message ("“%s”", numbers[i].cell);
    g_assert_cmpint (prn_filter_cell_number (numbers[i].cell, &number), ==, numbers[i].is_number);
    if (numbers[i].is_number)
      g_assert_cmpfloat (number, ==, numbers[i].number);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/filter/ops", test_ops);
  g_test_add_func ("/engine/filter/numbers", test_numbers);
  return g_test_run ();
}
