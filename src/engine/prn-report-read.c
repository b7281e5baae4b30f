/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-report.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "prn-error.h"
#include "prn-instant.h"

/* json-glib reads nested values by recursion; a report is five deep. */
#define MAX_DEPTH 64

/* A key that is not there, or is of another type than the one expected, is taken as not known:
 * a report of another version is still worth showing. Only the outermost shape is insisted on. */

static guint64
read_count (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);
  gint64 count = 0;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_INT64)
    count = json_node_get_int (node);
  return count > 0 ? (guint64) count : 0;
}

static double
read_number (JsonObject *object, const char *key)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, key) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) == G_TYPE_STRING)
    return NAN;
  return json_node_get_double (node);
}

static const char *
read_text (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static char *
dup_text (JsonObject *object, const char *key)
{
  const char *text = read_text (object, key);

  return g_strdup (text != NULL ? text : "");
}

static JsonObject *
read_object (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
read_list (JsonObject *object, const char *key, guint *n)
{
  JsonNode *node = json_object_get_member (object, key);
  JsonArray *list =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  *n = list != NULL ? json_array_get_length (list) : 0;
  return list;
}

/* The members of a list that are objects; others have nothing to say. */
static JsonObject **
read_objects (JsonObject *object, const char *key, guint *n)
{
  guint length;
  JsonArray *list = read_list (object, key, &length);
  JsonObject **objects = g_new0 (JsonObject *, length + 1);

  *n = 0;
  for (guint i = 0; i < length; i++) {
    JsonNode *node = json_array_get_element (list, i);

    if (JSON_NODE_HOLDS_OBJECT (node))
      objects[(*n)++] = json_node_get_object (node);
  }
  return objects;
}

static void
read_rows (PrnReport *report, JsonObject *root)
{
  JsonObject *rows = read_object (root, "rows");
  g_autofree JsonObject **rejects = read_objects (root, "rejects", &report->n_rejects);
  g_autofree JsonObject **unmatched = read_objects (root, "unmatched", &report->n_unmatched);

  if (rows != NULL)
    report->rows = (PrnReportRows){
      .read = read_count (rows, "read"),
      .accepted = read_count (rows, "accepted"),
      .rejected = read_count (rows, "rejected"),
      .after_as_of = read_count (rows, "after_as_of"),
      .matched = read_count (rows, "matched"),
      .unmatched = read_count (rows, "unmatched"),
      .before_entry = read_count (rows, "before_entry"),
      .used = read_count (rows, "used"),
    };

  report->rejects = g_new0 (PrnReportReject, report->n_rejects);
  for (guint i = 0; i < report->n_rejects; i++)
    report->rejects[i] =
        (PrnReportReject){ read_count (rejects[i], "line"), dup_text (rejects[i], "reason") };

  report->unmatched = g_new0 (PrnReportUnmatched, report->n_unmatched);
  for (guint i = 0; i < report->n_unmatched; i++)
    report->unmatched[i] = (PrnReportUnmatched){ dup_text (unmatched[i], "activity"),
                                                 read_count (unmatched[i], "rows") };
}

static void
read_stages (PrnReport *report, JsonObject *root)
{
  g_autofree JsonObject **stages = read_objects (root, "stages", &report->n_stages);

  report->stages = g_new0 (PrnReportStage, report->n_stages);
  for (guint i = 0; i < report->n_stages; i++) {
    JsonObject *dwell = read_object (stages[i], "dwell");

    report->stages[i] = (PrnReportStage){
      .id = dup_text (stages[i], "id"),
      .customers = read_count (stages[i], "customers"),
      .visits = read_count (stages[i], "visits"),
      .now = read_count (stages[i], "now"),
      .left = read_count (stages[i], "left"),
      .p25 = read_number (dwell, "p25"),
      .median = read_number (dwell, "median"),
      .p75 = read_number (dwell, "p75"),
      .mean = read_number (dwell, "mean"),
    };
  }
}

static void
read_triggers (PrnReport *report, JsonObject *root)
{
  g_autofree JsonObject **triggers = read_objects (root, "triggers", &report->n_triggers);

  report->triggers = g_new0 (PrnReportTrigger, report->n_triggers);
  for (guint i = 0; i < report->n_triggers; i++)
    report->triggers[i] = (PrnReportTrigger){
      .id = dup_text (triggers[i], "id"),
      .fired = read_count (triggers[i], "fired"),
      .customers = read_count (triggers[i], "customers"),
    };
}

static PrnReportFlow *
read_flows (JsonObject *root, const char *key, guint *n)
{
  g_autofree JsonObject **objects = read_objects (root, key, n);
  PrnReportFlow *flows = g_new0 (PrnReportFlow, *n);

  for (guint i = 0; i < *n; i++)
    flows[i] = (PrnReportFlow){ g_strdup (read_text (objects[i], "from")),
                                dup_text (objects[i], "to"), read_count (objects[i], "moves") };
  return flows;
}

static void
read_paths (PrnReport *report, JsonObject *root)
{
  g_autofree JsonObject **paths = read_objects (root, "paths", &report->n_paths);

  report->path_count = read_count (root, "path_count");
  report->paths = g_new0 (PrnReportPath, report->n_paths);
  for (guint i = 0; i < report->n_paths; i++) {
    g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
    guint n;
    JsonArray *stages = read_list (paths[i], "stages", &n);

    for (guint k = 0; k < n; k++) {
      JsonNode *node = json_array_get_element (stages, k);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_strv_builder_add (ids, json_node_get_string (node));
    }
    report->paths[i] =
        (PrnReportPath){ g_strv_builder_end (ids), read_count (paths[i], "customers") };
  }
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
    g_set_error (error, PRN_ERROR, PRN_ERROR_LIMIT, "nested over %d levels deep; expected a report",
                 MAX_DEPTH);
    return NULL;
  }
  if (text == NULL || !g_utf8_validate (text, (gssize) length, NULL)) {
    g_set_error_literal (error, PRN_ERROR, PRN_ERROR_SYNTAX, "not UTF-8 text; expected a report");
    return NULL;
  }
  if (!json_parser_load_from_data (parser, text, (gssize) length, &cause)) {
    g_set_error (error, PRN_ERROR, PRN_ERROR_SYNTAX, "not JSON: %s", cause->message);
    return NULL;
  }
  root = json_parser_steal_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root)) {
    g_set_error_literal (error, PRN_ERROR, PRN_ERROR_TYPE, "expected an object: a report");
    return NULL;
  }
  return g_steal_pointer (&root);
}

PrnReport *
prn_report_from_json (GBytes *bytes, GError **error)
{
  g_autoptr (JsonNode) node = parse (bytes, error);
  g_autoptr (PrnReport) report = NULL;
  JsonObject *root;

  if (node == NULL)
    return NULL;

  root = json_node_get_object (node);
  report = g_new0 (PrnReport, 1);
  report->kind = dup_text (root, "kind");
  if (!g_str_equal (report->kind, "replay") && !g_str_equal (report->kind, "simulation")) {
    prn_set_error_at (error, PRN_ERROR_TYPE, "kind", "expected \"replay\" or \"simulation\"");
    return NULL;
  }
  if (read_text (root, "as_of") == NULL) {
    prn_set_error_at (error, PRN_ERROR_TYPE, "as_of", "expected an instant");
    return NULL;
  }
  if (!prn_instant_parse (read_text (root, "as_of"), &report->as_of, error)) {
    g_prefix_error (error, "as_of: ");
    return NULL;
  }

  report->customers = read_count (root, "customers");
  report->entered = read_count (root, "entered");
  read_rows (report, root);
  read_stages (report, root);
  read_triggers (report, root);
  report->flows = read_flows (root, "flows", &report->n_flows);
  report->off_map = read_flows (root, "off_map", &report->n_off_map);
  read_paths (report, root);
  return g_steal_pointer (&report);
}
