/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-expected.h"

#include "prn-cli-say.h"
#include "prn-cli-terminal.h"
#include "prn-duration.h"
#include "prn-json-write.h"
#include "prn-text-table.h"

static char *
time_in_words (double seconds)
{
  return prn_duration_format_short ((gint64) (seconds * PRN_SECOND + 0.5));
}

static void
append_text (GString *text, const PrnExpected *expected, PrnMap *map)
{
  const PrnTextColumn columns[] = { { _ ("stage"), PRN_TEXT_NAME },
                                    { _ ("visits of a customer"), PRN_TEXT_NUMBER },
                                    { _ ("time of a customer"), PRN_TEXT_NUMBER },
                                    { _ ("stay for good"), PRN_TEXT_NUMBER } };
  g_autoptr (PrnTextTable) table = prn_text_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < expected->n_stages; i++) {
    const PrnExpectedStage *stage = &expected->stages[i];

    prn_text_table_add (table, g_strdup (prn_element_label (prn_map_lookup (map, stage->id))));
    prn_text_table_add (table, g_strdup_printf ("%.4f", stage->visits));
    prn_text_table_add (table, time_in_words (stage->seconds));
    prn_text_table_add (table, g_strdup_printf ("%.2f %%", stage->stay * 100));
  }
  prn_text_table_print (table, text, 0, prn_cli_terminal_columns (),
                        prn_cli_terminal_is_utf8 () ? "…" : "...");
}

static void
append_member (GString *text, const char *name, double value, const char *end)
{
  g_string_append_printf (text, "      \"%s\": ", name);
  prn_json_append_number (text, value);
  g_string_append (text, end);
}

static void
append_json (GString *text, const PrnExpected *expected)
{
  g_string_append (text, "{\n  \"kind\": \"expected\",\n  \"stages\": [\n");
  for (guint i = 0; i < expected->n_stages; i++) {
    const PrnExpectedStage *stage = &expected->stages[i];

    g_string_append (text, "    {\n      \"id\": ");
    prn_json_append_string (text, stage->id);
    g_string_append (text, ",\n");
    append_member (text, "visits", stage->visits, ",\n");
    append_member (text, "seconds", stage->seconds, ",\n");
    append_member (text, "stay", stage->stay, "\n");
    g_string_append (text, i + 1 < expected->n_stages ? "    },\n" : "    }\n");
  }
  g_string_append (text, "  ]\n}\n");
}

static void
append_csv (GString *text, const PrnExpected *expected)
{
  g_string_append (text, "stage,visits,seconds,stay\n");
  for (guint i = 0; i < expected->n_stages; i++) {
    const PrnExpectedStage *stage = &expected->stages[i];
    const double values[] = { stage->visits, stage->seconds, stage->stay };

    /* An id has nothing that a CSV would have to quote. */
    g_string_append (text, stage->id);
    for (guint k = 0; k < G_N_ELEMENTS (values); k++) {
      g_string_append_c (text, ',');
      prn_json_append_number (text, values[k]);
    }
    g_string_append_c (text, '\n');
  }
}

PrnCliStatus
prn_cli_write_expected (const char *path,
                        PrnCliReportFormat format,
                        const PrnExpected *expected,
                        PrnMap *map)
{
  GString *text = g_string_new (NULL);

  switch (format) {
  case PRN_CLI_REPORT_JSON:
    append_json (text, expected);
    break;
  case PRN_CLI_REPORT_CSV:
    append_csv (text, expected);
    break;
  case PRN_CLI_REPORT_TEXT:
    append_text (text, expected, map);
    break;
  }
  return prn_cli_write_text (path, text);
}
