/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "prn-error.h"
#include "prn-instant.h"
#include "prn-report-shape.h"
#include "prn-text-table.h"

/* json-glib reads nested values by recursion; a report is eleven deep. */
#define MAX_DEPTH 64

/* A key that is not there, or is of another type than the one expected, is taken as not known:
 * a report of another version is still worth showing. Only the outermost shape is insisted on. */

/**
 * PrnReader:
 * @kind: of the outermost report
 * @as_of: of the same
 * @below: lists of lower rank than this are read
 */
typedef struct {
  const char *kind;
  gint64 as_of;
  guint below;
} PrnReader;

static JsonNode *
member_of (JsonObject *object, const char *key)
{
  return object != NULL ? json_object_get_member (object, key) : NULL;
}

static GType
value_type (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node)
                                                      : G_TYPE_INVALID;
}

static guint64
read_count (JsonNode *node)
{
  gint64 count = value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;

  return count > 0 ? (guint64) count : 0;
}

static double
read_number (JsonNode *node)
{
  GType type = value_type (node);
  double number =
      type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : NAN;

  return isfinite (number) ? number : NAN;
}

static int
read_verdict (JsonNode *node)
{
  return value_type (node) == G_TYPE_BOOLEAN ? json_node_get_boolean (node) : -1;
}

static const char *
read_text (JsonNode *node)
{
  return value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static const char *
read_some_text (JsonNode *node)
{
  const char *text = read_text (node);

  return text != NULL ? text : "";
}

/* The text outlives the file: it is one of those that this program knows, or "". */
static const char *
read_metric (JsonNode *node)
{
  static const char *const metrics[] = {
    "reach", "now", "visits", "exit_share", "goal_share", "lifetime_value",
  };
  const char *text = read_some_text (node);

  for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
    if (g_str_equal (metrics[i], text))
      return metrics[i];
  return "";
}

static JsonObject *
read_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
read_array (JsonNode *node, guint *n)
{
  JsonArray *list =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  *n = list != NULL ? json_array_get_length (list) : 0;
  return list;
}

static char **
read_texts (JsonNode *node)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  guint n;
  JsonArray *list = read_array (node, &n);

  for (guint i = 0; i < n; i++) {
    const char *text = read_text (json_array_get_element (list, i));

    if (text != NULL)
      g_strv_builder_add (texts, text);
  }
  return g_strv_builder_end (texts);
}

static double *
read_numbers (JsonNode *node, guint *n)
{
  JsonArray *list = read_array (node, n);
  double *numbers = g_new (double, *n);

  for (guint i = 0; i < *n; i++)
    numbers[i] = read_number (json_array_get_element (list, i));
  return numbers;
}

static void read_members (const PrnReader *reader,
                          gpointer base,
                          JsonObject *object,
                          const PrnReportShape *shape);

/* Members of a list that are no objects have nothing to say. */
static gpointer
read_list (const PrnReader *reader, JsonNode *node, const PrnReportShape *shape, guint *n)
{
  guint length;
  JsonArray *list = read_array (node, &length);
  guint8 *items = length > 0 ? g_malloc0_n (length, shape->size) : NULL;

  *n = 0;
  for (guint i = 0; i < length; i++) {
    JsonObject *object = read_object (json_array_get_element (list, i));

    if (object != NULL)
      read_members (reader, items + (*n)++ * shape->size, object, shape);
  }
  return items;
}

static PrnReport *
read_report (const PrnReader *reader, JsonObject *object, guint below)
{
  const PrnReader inner = { reader->kind, reader->as_of, below };
  PrnReport *report = g_new0 (PrnReport, 1);

  read_members (&inner, report, object, &prn_report_shape);
  g_free (report->kind);
  report->kind = g_strdup (reader->kind);
  return report;
}

static void
read_member (const PrnReader *reader,
             gpointer base,
             JsonObject *object,
             const PrnReportMember *member,
             const PrnReportShape *shape)
{
  JsonNode *node = member->key != NULL ? member_of (object, member->key) : NULL;
  gpointer at = G_STRUCT_MEMBER_P (base, member->offset);
  guint *length = &PRN_REPORT_AT (guint, base, member->length);

  switch (member->type) {
  case PRN_REPORT_COUNT:
    *(guint64 *) at = read_count (node);
    break;
  case PRN_REPORT_NUMBER:
    *(double *) at = read_number (node);
    break;
  case PRN_REPORT_INSTANT:
    *(gint64 *) at = reader->as_of;
    break;
  case PRN_REPORT_VERDICT:
    *(int *) at = read_verdict (node);
    break;
  case PRN_REPORT_TEXT:
    *(char **) at = g_strdup (read_some_text (node));
    break;
  case PRN_REPORT_NAME:
    *(char **) at = g_strdup (read_text (node));
    break;
  case PRN_REPORT_METRIC:
    *(const char **) at = read_metric (node);
    break;
  case PRN_REPORT_TEXTS:
    *(char ***) at = read_texts (node);
    break;
  case PRN_REPORT_NUMBERS:
    *(double **) at = read_numbers (node, length);
    break;
  case PRN_REPORT_GROUP:
    read_members (reader, at, member->key != NULL ? read_object (node) : object, member->shape);
    break;
  case PRN_REPORT_LIST:
    if (member->shape->rank < reader->below)
      *(gpointer *) at = read_list (reader, node, member->shape, length);
    break;
  case PRN_REPORT_REPORT:
  default:
    *(PrnReport **) at = read_report (reader, object, shape->rank);
    break;
  }
}

/* Fills a struct; without an object everything in it is not known. */
static void
read_members (const PrnReader *reader,
              gpointer base,
              JsonObject *object,
              const PrnReportShape *shape)
{
  for (guint i = 0; i < shape->n_members; i++)
    read_member (reader, base, object, &shape->members[i], shape);
}

static gboolean
is_too_deep (const char *text, gsize length)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++) {
    char c = text[i];

    if (in_string && c == '\\')
      i++;
    else if (c == '"')
      in_string = !in_string;
    else if (!in_string && (c == '[' || c == '{') && ++depth > MAX_DEPTH)
      return TRUE;
    else if (!in_string && (c == ']' || c == '}') && depth > 0)
      depth--;
  }
  return FALSE;
}

static JsonNode *
parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) cause = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (JsonNode) root = NULL;

  if (is_too_deep (text, length)) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_LIMIT,
                 _ ("nested over %d levels deep; expected a report"), MAX_DEPTH);
    return NULL;
  }
  if (text == NULL || !g_utf8_validate (text, (gssize) length, NULL)) {
    g_set_error_literal (error, PRN_ERROR, PRN_ERROR_SYNTAX,
                         _ ("not UTF-8 text; expected a report"));
    return NULL;
  }
  if (!json_parser_load_from_data (parser, text, (gssize) length, &cause)) {
    g_autofree char *reason = prn_text_table_clean (g_strdup (cause->message));

    g_set_error (error, PRN_ERROR, PRN_ERROR_SYNTAX,
                 _ ("not JSON; expected a report written with --format json: %s"), reason);
    return NULL;
  }
  root = json_parser_steal_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root)) {
    g_set_error_literal (error, PRN_ERROR, PRN_ERROR_TYPE, _ ("expected an object: a report"));
    return NULL;
  }
  return g_steal_pointer (&root);
}

/* The two members without which it is no report. */
static gboolean
read_head (JsonObject *root, PrnReader *reader, GError **error)
{
  const char *as_of = read_text (member_of (root, "as_of"));

  reader->kind = read_some_text (member_of (root, "kind"));
  if (!g_str_equal (reader->kind, "replay") && !g_str_equal (reader->kind, "simulation")) {
    prn_set_error_at (error, PRN_ERROR_TYPE, "kind", _ ("expected \"replay\" or \"simulation\", as in a report written with --format json"));
    return FALSE;
  }
  if (as_of == NULL) {
    prn_set_error_at (error, PRN_ERROR_TYPE, "as_of", _ ("expected an instant"));
    return FALSE;
  }
  if (!prn_instant_parse (as_of, &reader->as_of, error)) {
    g_prefix_error (error, _ ("as_of: "));
    return FALSE;
  }
  /* A simulation begins at 1970. */
  if (reader->as_of < 0 && g_str_equal (reader->kind, "simulation")) {
    prn_set_error_at (error, PRN_ERROR_RANGE, "as_of",
                      _ ("expected an instant of 1970 or later: a simulation begins there"));
    return FALSE;
  }
  return TRUE;
}

PrnReport *
prn_report_from_json (GBytes *bytes, GError **error)
{
  g_autoptr (JsonNode) node = parse (bytes, error);
  PrnReader reader = { .below = G_MAXUINT };
  JsonObject *root;

  if (node == NULL)
    return NULL;

  root = json_node_get_object (node);
  return read_head (root, &reader, error) ? read_report (&reader, root, reader.below) : NULL;
}
