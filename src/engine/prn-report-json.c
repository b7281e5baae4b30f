/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "prn-instant.h"
#include "prn-json-write.h"
#include "prn-report-shape.h"

/**
 * PrnWriter:
 * @text: what is written so far
 * @depth: how many objects and lists are open
 * @in_a_line: how many of them are written in one line
 * @is_first: nothing is in the innermost of them yet
 * @below: lists of lower rank than this are written
 */
typedef struct {
  GString *text;
  guint depth;
  guint in_a_line;
  gboolean is_first;
  guint below;
} PrnWriter;

/* A report is never as deep as this. */
static void
begin_line (PrnWriter *writer)
{
  static const char line[] = "\n                                                                ";

  if (writer->in_a_line > 0)
    g_string_append_c (writer->text, ' ');
  else
    g_string_append_len (writer->text, line, MIN (1 + 2 * writer->depth, sizeof line - 1));
}

/* Begins a value, with a key if it is a member. */
static void
begin_value (PrnWriter *writer, const char *key)
{
  if (!writer->is_first)
    g_string_append_c (writer->text, ',');
  if (writer->depth > 0)
    begin_line (writer);
  if (key != NULL) {
    g_string_append_c (writer->text, '"');
    g_string_append (writer->text, key);
    g_string_append_len (writer->text, "\": ", 3);
  }
  writer->is_first = FALSE;
}

static void
open_value (PrnWriter *writer, const char *key, char bracket, gboolean in_a_line)
{
  begin_value (writer, key);
  g_string_append_c (writer->text, bracket);
  writer->depth++;
  if (in_a_line || writer->in_a_line > 0)
    writer->in_a_line++;
  writer->is_first = TRUE;
}

static void
close_value (PrnWriter *writer, char bracket)
{
  writer->depth--;
  if (!writer->is_first)
    begin_line (writer);
  if (writer->in_a_line > 0)
    writer->in_a_line--;
  g_string_append_c (writer->text, bracket);
  writer->is_first = FALSE;
}

static void
append_number (GString *text, double number)
{
  if (isfinite (number))
    prn_json_append_number (text, number);
  else
    g_string_append (text, "null");
}

static void
append_text (GString *text, const char *value)
{
  if (value != NULL)
    prn_json_append_string (text, value);
  else
    g_string_append (text, "null");
}

static void
append_instant (GString *text, gint64 instant)
{
  g_autofree char *written = prn_instant_format (instant);

  prn_json_append_string (text, written);
}

static void
append_verdict (GString *text, int verdict)
{
  g_string_append (text, verdict < 0 ? "null" : verdict == 0 ? "false" : "true");
}

static void write_members (PrnWriter *writer, gconstpointer base, const PrnReportShape *shape);

static void
write_object (PrnWriter *writer, const char *key, gconstpointer base, const PrnReportShape *shape)
{
  open_value (writer, key, '{', shape->in_a_line);
  write_members (writer, base, shape);
  close_value (writer, '}');
}

static void
write_list (PrnWriter *writer, gconstpointer base, const PrnReportMember *member)
{
  const guint8 *items = PRN_REPORT_AT (const guint8 *, base, member->offset);
  guint n = PRN_REPORT_AT (const guint, base, member->length);

  open_value (writer, member->key, '[', FALSE);
  for (guint i = 0; i < n; i++)
    write_object (writer, NULL, items + i * member->shape->size, member->shape);
  close_value (writer, ']');
}

static void
write_numbers (PrnWriter *writer, gconstpointer base, const PrnReportMember *member)
{
  const double *numbers = PRN_REPORT_AT (const double *const, base, member->offset);
  guint n = PRN_REPORT_AT (const guint, base, member->length);

  open_value (writer, member->key, '[', TRUE);
  for (guint i = 0; i < n; i++) {
    begin_value (writer, NULL);
    append_number (writer->text, numbers[i]);
  }
  close_value (writer, ']');
}

static void
write_texts (PrnWriter *writer, gconstpointer base, const PrnReportMember *member)
{
  open_value (writer, member->key, '[', FALSE);
  for (char **text = PRN_REPORT_AT (char **const, base, member->offset); *text != NULL; text++) {
    begin_value (writer, NULL);
    append_text (writer->text, *text);
  }
  close_value (writer, ']');
}

static void
write_value (PrnWriter *writer, gconstpointer base, const PrnReportMember *member)
{
  GString *text = writer->text;

  begin_value (writer, member->key);
  switch (member->type) {
  case PRN_REPORT_COUNT:
    prn_json_append_count (text, PRN_REPORT_AT (const guint64, base, member->offset));
    break;
  case PRN_REPORT_NUMBER:
    append_number (text, PRN_REPORT_AT (const double, base, member->offset));
    break;
  case PRN_REPORT_INSTANT:
    append_instant (text, PRN_REPORT_AT (const gint64, base, member->offset));
    break;
  case PRN_REPORT_VERDICT:
    append_verdict (text, PRN_REPORT_AT (const int, base, member->offset));
    break;
  case PRN_REPORT_TEXT:
  case PRN_REPORT_NAME:
  case PRN_REPORT_METRIC:
  default:
    append_text (text, PRN_REPORT_AT (const char *const, base, member->offset));
    break;
  }
}

static void
write_report (PrnWriter *writer, const PrnReport *report, guint below)
{
  guint before = writer->below;

  writer->below = below;
  write_members (writer, report, &prn_report_shape);
  writer->below = before;
}

static void
write_members (PrnWriter *writer, gconstpointer base, const PrnReportShape *shape)
{
  for (guint i = 0; i < shape->n_members; i++) {
    const PrnReportMember *member = &shape->members[i];

    switch (member->type) {
    case PRN_REPORT_GROUP:
      if (member->key == NULL)
        write_members (writer, G_STRUCT_MEMBER_P (base, member->offset), member->shape);
      else
        write_object (writer, member->key, G_STRUCT_MEMBER_P (base, member->offset), member->shape);
      break;
    case PRN_REPORT_LIST:
      if (member->shape->rank < writer->below)
        write_list (writer, base, member);
      break;
    case PRN_REPORT_NUMBERS:
      write_numbers (writer, base, member);
      break;
    case PRN_REPORT_TEXTS:
      write_texts (writer, base, member);
      break;
    case PRN_REPORT_REPORT:
      write_report (writer, PRN_REPORT_AT (const PrnReport *const, base, member->offset),
                    shape->rank);
      break;
    default:
      write_value (writer, base, member);
      break;
    }
  }
}

GBytes *
prn_report_to_json (const PrnReport *report)
{
  PrnWriter writer = { .text = g_string_new (NULL), .is_first = TRUE, .below = G_MAXUINT };

  write_object (&writer, NULL, report, &prn_report_shape);
  g_string_append_c (writer.text, '\n');
  return g_string_free_to_bytes (writer.text);
}
