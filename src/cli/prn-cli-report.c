/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-report.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "prn-cli-say.h"
#include "prn-cli-terminal.h"
#include "prn-error.h"
#include "prn-report-csv.h"
#include "prn-report-text.h"

gboolean
prn_cli_report_format_parse (const char *text, PrnCliReportFormat *format)
{
  static const char *const names[] = { "text", "json", "csv" };

  *format = PRN_CLI_REPORT_TEXT;
  if (text == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_str_equal (text, names[i])) {
      *format = (PrnCliReportFormat) i;
      return TRUE;
    }
  }

  return FALSE;
}

static PrnCliStatus
write_tables (const char *folder, const PrnReport *report)
{
  for (guint i = 0; i < prn_report_n_tables (); i++) {
    g_autofree char *name = g_strconcat (prn_report_table_name (i), ".csv", NULL);
    g_autofree char *path = g_build_filename (folder, name, NULL);
    PrnCliStatus status = prn_cli_write (path, prn_report_table_to_csv (report, i));

    if (status != PRN_CLI_DONE)
      return status;
  }

  return PRN_CLI_DONE;
}

static void
remove_tables (const char *folder)
{
  for (guint i = 0; i < prn_report_n_tables (); i++) {
    g_autofree char *name = g_strconcat (prn_report_table_name (i), ".csv", NULL);
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }

  g_rmdir (folder);
}

/* A new folder appears with all of its files or not at all: it is filled under another name. */
static PrnCliStatus
write_folder (const char *path, const PrnReport *report)
{
  g_autofree char *clean = g_canonicalize_filename (path, NULL);
  g_autofree char *temporary = g_strconcat (clean, ".XXXXXX", NULL);
  PrnCliStatus status;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return write_tables (path, report);

  if (g_mkdtemp_full (temporary, 0777) == NULL) {
    prn_cli_say (_ ("%s: cannot make the folder: %s"), path, g_strerror (errno));
    return PRN_CLI_UNREADABLE;
  }

  status = write_tables (temporary, report);
  if (status == PRN_CLI_DONE && g_rename (temporary, clean) != 0) {
    prn_cli_say (_ ("%s: cannot make the folder: %s"), path, g_strerror (errno));
    status = PRN_CLI_UNREADABLE;
  }
  if (status != PRN_CLI_DONE)
    remove_tables (temporary);

  return status;
}

static PrnCliStatus
write_text (const char *path, const PrnReport *report, PrnMap *map)
{
  gboolean to_screen = path == NULL || g_str_equal (path, "-");
  const PrnReportTextOptions options = {
    .columns = to_screen ? prn_cli_terminal_columns () : 0,
    .ascii = !prn_cli_terminal_is_utf8 (),
  };
  char *text = prn_report_to_text (report, map, &options);

  return prn_cli_write (path, g_bytes_new_take (text, strlen (text)));
}

PrnCliStatus
prn_cli_write_report (const char *path,
                      PrnCliReportFormat format,
                      const PrnReport *report,
                      PrnMap *map)
{
  gboolean one_file = path == NULL || g_str_equal (path, "-") || g_str_has_suffix (path, ".csv");

  switch (format) {
  case PRN_CLI_REPORT_JSON:
    return prn_cli_write (path, prn_report_to_json (report));
  case PRN_CLI_REPORT_CSV:
    return one_file ? prn_cli_write (path, prn_report_to_csv (report))
                    : write_folder (path, report);
  case PRN_CLI_REPORT_TEXT:
  default:
    return write_text (path, report, map);
  }
}

gboolean
prn_cli_meets_report (const char *path, const char *report)
{
  return g_strcmp0 (path, "-") == 0 && (report == NULL || g_str_equal (report, "-"));
}

PrnCliStatus
prn_cli_judge (const PrnReport *report, PrnMap *map)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < report->n_targets; i++) {
    gconstpointer target = prn_map_lookup (map, report->targets[i].id);

    if (report->targets[i].met == 0)
      g_ptr_array_add (names,
                       prn_quote (target != NULL ? prn_element_label (target)
                                                 : report->targets[i].id));
  }
  if (names->len == 0)
    return PRN_CLI_DONE;

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  prn_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u of %u target not met: %s",
                            "%u of %u targets not met: %s", report->n_targets),
               names->len - 1, report->n_targets, list);
  return PRN_CLI_PROBLEMS;
}

static void
append_reason (GString *text, const char *reason)
{
  g_string_append_c (text, '"');
  for (const char *p = reason; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (text, '"');
    g_string_append_c (text, *p);
  }
  g_string_append (text, "\"\n");
}

GBytes *
prn_cli_rejects_to_csv (PrnLog *log)
{
  guint n;
  const PrnReject *rejects = prn_log_rejects (log, &n);
  GString *text = g_string_new ("line,reason\n");

  for (guint i = 0; i < n; i++) {
    g_string_append_printf (text, "%" G_GUINT64_FORMAT ",", rejects[i].line);
    append_reason (text, rejects[i].reason);
  }

  return g_string_free_to_bytes (text);
}
