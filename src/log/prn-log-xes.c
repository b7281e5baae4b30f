/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log-xes.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

#include "prn-error.h"

#define BLOCK_SIZE (64 * 1024)
#define CASE       "case:"

/* More than any log has; looking up cells is linear. */
#define MAX_COLUMNS    1000
#define MAX_ATTRIBUTES 4000

typedef struct {
  GString *key, *value;
} Attribute;

/* Attributes of a trace or an event; texts are used again for the next one. */
typedef struct {
  GArray *all;
  guint n;
} Attributes;

struct _PrnXesReader {
  PrnLogSource *source;
  PrnXesRow row;
  gpointer data;
  GPtrArray *columns;        /* (nullable) */
  GHashTable *known_columns; /* (nullable) */
  xmlParserCtxt *parser;
  guint depth;
  gboolean in_trace, in_event;
  Attributes trace, event;
  guint64 event_line;
  gboolean enough;
  GError *error;
};

static void
init_attributes (Attributes *attributes)
{
  *attributes = (Attributes){ g_array_new (FALSE, TRUE, sizeof (Attribute)), 0 };
}

static void
clear_attributes (Attributes *attributes)
{
  for (guint i = 0; i < attributes->all->len; i++) {
    Attribute *attribute = &g_array_index (attributes->all, Attribute, i);

    g_string_free (attribute->key, TRUE);
    g_string_free (attribute->value, TRUE);
  }
  g_array_unref (attributes->all);
}

static Attribute *
next_attribute (Attributes *attributes)
{
  if (attributes->n == attributes->all->len) {
    Attribute fresh = { g_string_new (NULL), g_string_new (NULL) };

    g_array_append_val (attributes->all, fresh);
  }
  return &g_array_index (attributes->all, Attribute, attributes->n++);
}

static void
fail (PrnXesReader *reader, guint64 line, const char *message)
{
  g_autofree char *place = NULL;

  if (reader->error == NULL) {
    place =
        g_strdup_printf ("%s: line %" G_GUINT64_FORMAT, prn_log_source_path (reader->source), line);
    prn_set_error_at (&reader->error, PRN_ERROR_SYNTAX, place, "%s", message);
  }
  xmlStopParser (reader->parser);
}

static guint64
current_line (PrnXesReader *reader)
{
  return (guint64) MAX (reader->parser->input != NULL ? reader->parser->input->line : 0, 1);
}

static void
know_column (PrnXesReader *reader, const char *prefix, const char *key)
{
  char *name;

  if (reader->columns == NULL)
    return;
  name = g_strconcat (prefix, key, NULL);
  if (g_hash_table_contains (reader->known_columns, name)) {
    g_free (name);
    return;
  }
  if (reader->columns->len == MAX_COLUMNS)
    fail (reader, current_line (reader), _ ("there are more than 1,000 different attributes"));
  g_ptr_array_add (reader->columns, name);
  g_hash_table_add (reader->known_columns, name);
}

/* Takes key and value of an attribute's element. A list has no value. */
static void
take_attribute (PrnXesReader *reader, Attributes *attributes, const char *prefix, int n,
                const xmlChar **values)
{
  const char *key = NULL, *value = NULL;
  gssize key_length = 0, value_length = 0;
  Attribute *attribute;

  for (int i = 0; i < n; i++, values += 5) {
    const char *begin = (const char *) values[3], *end = (const char *) values[4];

    if (xmlStrEqual (values[0], BAD_CAST "key")) {
      key = begin;
      key_length = end - begin;
    } else if (xmlStrEqual (values[0], BAD_CAST "value")) {
      value = begin;
      value_length = end - begin;
    }
  }
  if (key == NULL || value == NULL)
    return;
  if (attributes->n == MAX_ATTRIBUTES) {
    fail (reader, current_line (reader), _ ("a trace or an event has more than 4,000 attributes"));
    return;
  }
  attribute = next_attribute (attributes);
  g_string_truncate (attribute->key, 0);
  g_string_append_len (attribute->key, key, key_length);
  g_string_truncate (attribute->value, 0);
  g_string_append_len (attribute->value, value, value_length);
  know_column (reader, prefix, attribute->key->str);
}

static void
begin_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                  const xmlChar **attributes)
{
  PrnXesReader *reader = data;

  reader->depth++;
  if (reader->depth == 1 && !xmlStrEqual (name, BAD_CAST "log")) {
    g_autofree char *message = g_strdup_printf (
        _ ("the XML begins with <%.40s>; an XES log begins with <log>"), (const char *) name);

    fail (reader, current_line (reader), message);
  } else if (reader->depth == 2 && xmlStrEqual (name, BAD_CAST "trace")) {
    reader->in_trace = TRUE;
    reader->trace.n = 0;
  } else if (reader->depth == 3 && reader->in_trace) {
    reader->in_event = xmlStrEqual (name, BAD_CAST "event");
    reader->event.n = 0;
    reader->event_line = current_line (reader);
    if (!reader->in_event)
      take_attribute (reader, &reader->trace, CASE, n_attributes, attributes);
  } else if (reader->depth == 4 && reader->in_event) {
    take_attribute (reader, &reader->event, "", n_attributes, attributes);
  }
}

static void
end_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  PrnXesReader *reader = data;

  if (reader->depth == 3 && reader->in_event) {
    reader->in_event = FALSE;
    if (reader->error == NULL && !reader->enough &&
        !reader->row (reader->data, reader->event_line, reader)) {
      reader->enough = TRUE;
      xmlStopParser (reader->parser);
    }
  } else if (reader->depth == 2) {
    reader->in_trace = FALSE;
  }
  reader->depth--;
}

static void
document_type_cb (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  PrnXesReader *reader = data;

  fail (reader, current_line (reader),
        _ ("a document type (<!DOCTYPE>) is not accepted in an XES log"));
}

static void
error_cb (void *data, xmlError *cause)
{
  PrnXesReader *reader = data;
  g_autofree char *message = NULL;

  if (cause->level < XML_ERR_ERROR || reader->enough || reader->error != NULL)
    return;
  message = g_strdup (cause->message != NULL ? cause->message : "damaged");
  g_strchomp (message);
  g_strdelimit (message, "\n", ' ');
  fail (reader, (guint64) MAX (cause->line, 1), message);
}

const char *
prn_xes_cell (PrnXesReader *reader, const char *column, gsize *length)
{
  gboolean of_trace = g_str_has_prefix (column, CASE);
  const char *key = of_trace ? column + strlen (CASE) : column;
  const Attributes *attributes = of_trace ? &reader->trace : &reader->event;

  for (guint i = 0; i < attributes->n; i++) {
    const Attribute *attribute = &g_array_index (attributes->all, Attribute, i);

    if (g_str_equal (attribute->key->str, key)) {
      *length = attribute->value->len;
      return attribute->value->str;
    }
  }
  *length = 0;
  return NULL;
}

static gboolean
parse (PrnXesReader *reader, PrnProgress *progress, GError **error)
{
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  gssize n;

  while ((n = prn_log_source_read (reader->source, block, BLOCK_SIZE, error)) > 0) {
    xmlParseChunk (reader->parser, block, (int) n, 0);
    if (reader->error != NULL || reader->enough)
      return TRUE;
    prn_progress_set (progress, prn_log_source_done (reader->source) * 3,
                      prn_log_source_size (reader->source) * 4);
    if (progress != NULL && progress->cancellable != NULL &&
        g_cancellable_set_error_if_cancelled (progress->cancellable, error))
      return FALSE;
  }
  if (n == 0)
    xmlParseChunk (reader->parser, NULL, 0, 1);
  return n == 0;
}

static void
begin_columns (PrnXesReader *reader)
{
  reader->known_columns = g_hash_table_new (g_str_hash, g_str_equal);
  know_column (reader, CASE, "concept:name");
  know_column (reader, "", "concept:name");
  know_column (reader, "", "time:timestamp");
}

gboolean
prn_xes_walk (PrnLogSource *source, PrnXesRow row, gpointer data, GPtrArray *columns,
              PrnProgress *progress, GError **error)
{
  xmlSAXHandler handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = begin_element_cb,
    .endElementNs = end_element_cb,
    .internalSubset = document_type_cb,
    .serror = error_cb,
  };
  PrnXesReader reader = { .source = source, .row = row, .data = data, .columns = columns };
  gboolean done;

  begin_columns (&reader);
  init_attributes (&reader.trace);
  init_attributes (&reader.event);
  reader.parser = xmlCreatePushParserCtxt (&handler, &reader, NULL, 0, NULL);
  /* With NOENT `&amp;` in an attribute comes as one character; there are no entities to grow. */
  xmlCtxtUseOptions (reader.parser, XML_PARSE_NONET | XML_PARSE_NOENT);
  done = parse (&reader, progress, error);
  xmlFreeParserCtxt (reader.parser);

  clear_attributes (&reader.trace);
  clear_attributes (&reader.event);
  g_hash_table_unref (reader.known_columns);
  if (reader.error != NULL) {
    if (done)
      g_propagate_error (error, reader.error);
    else
      g_error_free (reader.error);
    return FALSE;
  }
  return done;
}
