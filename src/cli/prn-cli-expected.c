/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-expected.h"

#include <math.h>

#include "prn-cli-say.h"
#include "prn-cli-terminal.h"
#include "prn-duration.h"
#include "prn-json-write.h"
#include "prn-text-table.h"

/* Longer than this no number of years tells anything. */
#define LONGEST_SHOWN (1e6 * PRN_YEAR)

typedef struct {
  GString *text;
  PrnMap *map;
  guint columns;
  const char *ellipsis;
} Page;

static char *
time_in_words (double seconds)
{
  double us = seconds * PRN_SECOND;

  return us < LONGEST_SHOWN ? prn_duration_format_short ((gint64) (us + 0.5))
                            : g_strdup (_ ("for ever"));
}

static char *
money_in_words (double amount)
{
  if (isnan (amount))
    return g_strdup ("-");
  if (isinf (amount))
    return g_strdup (amount > 0 ? "∞" : "-∞");
  return g_strdup_printf ("%.2f", amount);
}

static const char *
label_of (PrnMap *map, const char *id)
{
  return prn_element_label (prn_map_lookup (map, id));
}

static void
print_table (Page *page, PrnTextTable *table)
{
  prn_text_table_print (table, page->text, 0, page->columns, page->ellipsis);
}

static void
append_stages (Page *page, const PrnExpected *expected)
{
  const PrnTextColumn columns[] = { { _ ("stage"), PRN_TEXT_NAME },
                                    { _ ("visits of a customer"), PRN_TEXT_NUMBER },
                                    { _ ("time of a customer"), PRN_TEXT_NUMBER },
                                    { _ ("stay for good"), PRN_TEXT_NUMBER } };
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < expected->n_stages; i++) {
    const PrnExpectedStage *stage = &expected->stages[i];

    prn_text_table_add (table, g_strdup (label_of (page->map, stage->id)));
    prn_text_table_add (table, g_strdup_printf ("%.4f", stage->visits));
    prn_text_table_add (table, time_in_words (stage->seconds));
    prn_text_table_add (table, g_strdup_printf ("%.2f %%", stage->stay * 100));
  }
  print_table (page, table);
}

static void
append_money_row (PrnTextTable *table, char *name, double weight, const PrnExpectedMoney *money)
{
  prn_text_table_add (table, name);
  prn_text_table_add (table, g_strdup_printf ("%.2f %%", weight * 100));
  prn_text_table_add (table, money_in_words (money->revenue));
  prn_text_table_add (table, money_in_words (money->cost));
  prn_text_table_add (table, money_in_words (money->lifetime_value));
  prn_text_table_add (table, money_in_words (money->discounted));
}

static void
append_money (Page *page, const PrnExpected *expected)
{
  g_autofree char *discounted =
      expected->discount_per_year > 0
          ? g_strdup_printf (_ ("discounted by %g %% a year"), expected->discount_per_year * 100)
          : g_strdup (_ ("discounted"));
  const PrnTextColumn columns[] = {
    { prn_map_get_currency (page->map), PRN_TEXT_NAME }, { _ ("part"), PRN_TEXT_NUMBER },
    { _ ("revenue"), PRN_TEXT_NUMBER },      { _ ("cost"), PRN_TEXT_NUMBER },
    { _ ("lifetime value"), PRN_TEXT_NUMBER }, { discounted, PRN_TEXT_NUMBER },
  };
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));

  append_money_row (table, g_strdup (_ ("a customer")), 1, &expected->money);
  for (guint i = 0; i < expected->n_classes && expected->n_classes > 1; i++) {
    const PrnExpectedClass *class = &expected->classes[i];

    append_money_row (table,
                      g_strdup (class->segment != NULL ? label_of (page->map, class->segment)
                                                       : _ ("in no segment")),
                      class->weight, &class->money);
  }
  g_string_append_c (page->text, '\n');
  print_table (page, table);
}

static void
append_text (Page *page, const PrnCliExpected *one)
{
  if (one->scenario != NULL)
    g_string_append_printf (page->text, "\n%s\n\n", prn_element_label (one->scenario));
  append_stages (page, one->expected);
  append_money (page, one->expected);
  for (char **note = one->expected->notes; *note != NULL; note++) {
    g_string_append (page->text, note == one->expected->notes ? "\n" : "");
    prn_text_table_fold (page->text, *note, 0, page->columns);
  }
}

static GString *
all_as_text (const PrnCliExpected *all, guint n, PrnMap *map)
{
  Page page = { g_string_new (NULL), map, prn_cli_terminal_columns (),
                prn_cli_terminal_is_utf8 () ? "…" : "..." };

  for (guint i = 0; i < n; i++)
    append_text (&page, &all[i]);
  return page.text;
}

/* A number that is not finite is null. */
static void
append_json_number (GString *text, const char *name, double value, const char *end)
{
  g_string_append_printf (text, "\"%s\": ", name);
  if (isfinite (value))
    prn_json_append_number (text, value);
  else
    g_string_append (text, "null");
  g_string_append (text, end);
}

static void
append_json_text (GString *text, const char *name, const char *value, const char *end)
{
  g_string_append_printf (text, "\"%s\": ", name);
  if (value != NULL)
    prn_json_append_string (text, value);
  else
    g_string_append (text, "null");
  g_string_append (text, end);
}

static void
append_json_money (GString *text, const PrnExpectedMoney *money)
{
  append_json_number (text, "revenue", money->revenue, ", ");
  append_json_number (text, "cost", money->cost, ", ");
  append_json_number (text, "lifetime_value", money->lifetime_value, ", ");
  append_json_number (text, "discounted", money->discounted, "}");
}

/* The members of one object, each on its line. */
static void
append_json_members (GString *text, const PrnExpected *expected)
{
  append_json_number (text, "discount_per_year", expected->discount_per_year, ",\n  \"stages\": [");
  for (guint i = 0; i < expected->n_stages; i++) {
    const PrnExpectedStage *stage = &expected->stages[i];

    g_string_append (text, i > 0 ? ",\n    {" : "\n    {");
    append_json_text (text, "id", stage->id, ", ");
    append_json_number (text, "visits", stage->visits, ", ");
    append_json_number (text, "seconds", stage->seconds, ", ");
    append_json_number (text, "stay", stage->stay, "}");
  }
  g_string_append (text, "\n  ],\n  \"triggers\": [");
  for (guint i = 0; i < expected->n_triggers; i++) {
    g_string_append (text, i > 0 ? ",\n    {" : "\n    {");
    append_json_text (text, "id", expected->triggers[i].id, ", ");
    append_json_number (text, "fired", expected->triggers[i].fired, "}");
  }
  g_string_append (text, "\n  ],\n  \"money\": {");
  append_json_money (text, &expected->money);
  g_string_append (text, ",\n  \"classes\": [");
  for (guint i = 0; i < expected->n_classes; i++) {
    g_string_append (text, i > 0 ? ",\n    {" : "\n    {");
    append_json_text (text, "segment", expected->classes[i].segment, ", ");
    append_json_number (text, "weight", expected->classes[i].weight, ", ");
    append_json_money (text, &expected->classes[i].money);
  }
  g_string_append (text, "\n  ],\n  \"notes\": [");
  for (guint i = 0; expected->notes[i] != NULL; i++) {
    g_string_append (text, i > 0 ? ", " : "");
    prn_json_append_string (text, expected->notes[i]);
  }
  g_string_append (text, "]");
}

static GString *
all_as_json (const PrnCliExpected *all, guint n)
{
  GString *text = g_string_new ("{\n  \"kind\": \"expected\",\n  ");

  append_json_members (text, all[0].expected);
  if (n > 1)
    g_string_append (text, ",\n  \"scenarios\": [");
  for (guint i = 1; i < n; i++) {
    g_string_append (text, i > 1 ? ", {\n  " : "{\n  ");
    append_json_text (text, "id", all[i].scenario->element.id, ",\n  ");
    append_json_text (text, "name", all[i].scenario->name, ",\n  ");
    append_json_members (text, all[i].expected);
    g_string_append (text, "\n  }");
  }
  g_string_append (text, n > 1 ? "]\n}\n" : "\n}\n");
  return text;
}

/* Ids have nothing that a CSV would have to quote. */
static void
append_cell (GString *text, const char *scenario, const char *table, const char *item,
             const char *measure, double value)
{
  g_string_append_printf (text, "%s,%s,%s,%s,", scenario, table, item, measure);
  if (isfinite (value))
    prn_json_append_number (text, value);
  g_string_append_c (text, '\n');
}

static void
append_csv_money (GString *text, const char *scenario, const char *table, const char *item,
                  const PrnExpectedMoney *money)
{
  append_cell (text, scenario, table, item, "revenue", money->revenue);
  append_cell (text, scenario, table, item, "cost", money->cost);
  append_cell (text, scenario, table, item, "lifetime_value", money->lifetime_value);
  append_cell (text, scenario, table, item, "discounted", money->discounted);
}

static void
append_csv (GString *text, const PrnCliExpected *one)
{
  const PrnExpected *expected = one->expected;
  const char *scenario = one->scenario != NULL ? one->scenario->element.id : "";

  for (guint i = 0; i < expected->n_stages; i++) {
    const PrnExpectedStage *stage = &expected->stages[i];

    append_cell (text, scenario, "stages", stage->id, "visits", stage->visits);
    append_cell (text, scenario, "stages", stage->id, "seconds", stage->seconds);
    append_cell (text, scenario, "stages", stage->id, "stay", stage->stay);
  }
  for (guint i = 0; i < expected->n_triggers; i++)
    append_cell (text, scenario, "triggers", expected->triggers[i].id, "fired",
                 expected->triggers[i].fired);
  append_csv_money (text, scenario, "money", "", &expected->money);
  for (guint i = 0; i < expected->n_classes; i++) {
    const PrnExpectedClass *class = &expected->classes[i];
    const char *segment = class->segment != NULL ? class->segment : "";

    append_cell (text, scenario, "classes", segment, "weight", class->weight);
    append_csv_money (text, scenario, "classes", segment, &class->money);
  }
}

static GString *
all_as_csv (const PrnCliExpected *all, guint n)
{
  GString *text = g_string_new ("scenario,table,item,measure,value\n");

  for (guint i = 0; i < n; i++)
    append_csv (text, &all[i]);
  return text;
}

PrnCliStatus
prn_cli_write_expected (const char *path,
                        PrnCliReportFormat format,
                        const PrnCliExpected *all,
                        guint n,
                        PrnMap *map)
{
  switch (format) {
  case PRN_CLI_REPORT_JSON:
    return prn_cli_write_text (path, all_as_json (all, n));
  case PRN_CLI_REPORT_CSV:
    return prn_cli_write_text (path, all_as_csv (all, n));
  case PRN_CLI_REPORT_TEXT:
  default:
    return prn_cli_write_text (path, all_as_text (all, n, map));
  }
}
