/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-tally-file.h"

#include <glib/gi18n-lib.h>

#include "prn-error.h"
#include "prn-instant.h"
#include "prn-map-file.h"
#include "prn-schema.h"
#include "prn-tally-io.h"

#define FORMAT  "perennial-tally"
#define VERSION 2 /* 1: with buckets twice as wide */

/* More rows rejected than this are counted, not listed. */
#define MAX_REJECTS PRN_LOG_MAX_REJECTS

/* Members that are only to be read or looked at: no customer goes another way for them. */
static const char *const looks[] = { "description", "position", "size",    "color",   "owner",
                                     "goal",        "channels", "actions", "emotion", "route" };

static void
add_without_looks (GPtrArray *changed, const PrnElement *element)
{
  g_autoptr (PrnElement) fresh = prn_element_new (element->kind, element->id);
  PrnElement *copy = prn_element_copy (element);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++) {
    const PrnMember *member = prn_record_find_member (prn_record_of_kind (copy->kind), looks[i]);

    if (member != NULL)
      prn_member_assign (member, copy, fresh);
  }
  g_ptr_array_add (changed, copy);
}

static PrnMap *
without_looks (PrnMap *map)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (prn_element_unref);
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (PrnMap) untitled = prn_map_with_title (map, "");
  g_autoptr (PrnMap) plain = NULL;

  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    for (guint i = 0; i < prn_map_n (map, kind); i++) {
      const PrnElement *element = prn_map_nth (map, kind, i);

      if (kind == PRN_KIND_NOTE || kind == PRN_KIND_FRAME)
        g_hash_table_add (gone, element->id);
      else
        add_without_looks (changed, element);
    }
  plain = prn_map_with_all (untitled, changed->pdata, changed->len);
  return prn_map_without_all (plain, gone);
}

/* What a tally's numbers are about: stages and triggers by their place in the map. */
static char *
fingerprint (PrnPlan *plan)
{
  g_autoptr (PrnMap) map = without_looks (plan->map);
  g_autoptr (GBytes) bytes = prn_map_print (map);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* The head of a file, before anything is known that a set is made with. */
typedef struct {
  char *format, *map, *by_column;
  guint64 version;
  gint64 as_of, first;
  GArray *conversions; /* PrnConversionPair */
  GPtrArray *activities;
} Head;

static void
clear_pair (gpointer data)
{
  PrnConversionPair *pair = data;

  g_free (pair->from);
  g_strfreev (pair->to);
}

static void
head_init (Head *head)
{
  *head = (Head){ .conversions = g_array_new (FALSE, TRUE, sizeof (PrnConversionPair)),
                  .activities = g_ptr_array_new_with_free_func (g_free) };
  g_array_set_clear_func (head->conversions, clear_pair);
}

static void
head_clear (Head *head)
{
  g_free (head->format);
  g_free (head->map);
  g_free (head->by_column);
  g_array_unref (head->conversions);
  g_ptr_array_unref (head->activities);
}

static void
io_pair (PrnTallyIo *list, PrnConversionPair *pair)
{
  PrnTallyIo object = prn_tally_io_object (list, NULL);
  PrnTallyIo to;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  prn_tally_io_text (&object, "from", &pair->from);
  to = prn_tally_io_list (&object, "to");
  for (char **id = pair->to; to.out != NULL && *id != NULL; id++)
    prn_tally_io_text (&to, NULL, id);
  while (prn_tally_io_more (&to)) {
    char *id = NULL;

    prn_tally_io_text (&to, NULL, &id);
    g_ptr_array_add (ids, id != NULL ? id : g_strdup (""));
  }
  if (to.out == NULL) {
    g_ptr_array_add (ids, NULL);
    pair->to = (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
  }
  prn_tally_io_end_list (&object, &to);
  prn_tally_io_end_object (list, &object);
}

static void
io_conversions (PrnTallyIo *io, GArray *pairs)
{
  PrnTallyIo list = prn_tally_io_list (io, "measured");

  for (guint i = 0; list.out != NULL && i < pairs->len; i++)
    io_pair (&list, &g_array_index (pairs, PrnConversionPair, i));
  while (prn_tally_io_more (&list)) {
    PrnConversionPair pair = { NULL, NULL };

    io_pair (&list, &pair);
    g_array_append_val (pairs, pair);
  }
  prn_tally_io_end_list (io, &list);
}

static void
io_activities (PrnTallyIo *io, GPtrArray *activities)
{
  PrnTallyIo list = prn_tally_io_list (io, "activities");

  for (guint i = 0; list.out != NULL && i < activities->len; i++)
    prn_tally_io_text (&list, NULL, (char **) &activities->pdata[i]);
  while (prn_tally_io_more (&list)) {
    char *text = NULL;

    prn_tally_io_text (&list, NULL, &text);
    g_ptr_array_add (activities, text != NULL ? text : g_strdup (""));
  }
  prn_tally_io_end_list (io, &list);
}

static void
io_head (PrnTallyIo *io, Head *head)
{
  prn_tally_io_text (io, "format", &head->format);
  prn_tally_io_count (io, "version", &head->version);
  if (head->version != VERSION)
    return;
  prn_tally_io_text (io, "map", &head->map);
  prn_tally_io_time (io, "as_of", &head->as_of);
  prn_tally_io_time (io, "first", &head->first);
  prn_tally_io_text (io, "segment_by", &head->by_column);
  io_conversions (io, head->conversions);
  io_activities (io, head->activities);
}

static void
io_rejects (PrnTallyIo *io, PrnTallySet *set)
{
  PrnTallyIo list = prn_tally_io_list (io, "rejects");

  if (list.out == NULL)
    set->rejects = g_new0 (PrnReportReject, MAX_REJECTS);
  for (guint i = 0; list.out != NULL && i < set->n_rejects; i++) {
    prn_tally_io_count (&list, NULL, &set->rejects[i].line);
    prn_tally_io_text (&list, NULL, &set->rejects[i].reason);
  }
  while (prn_tally_io_more (&list) && set->n_rejects < MAX_REJECTS) {
    PrnReportReject *reject = &set->rejects[set->n_rejects++];

    prn_tally_io_count (&list, NULL, &reject->line);
    prn_tally_io_text (&list, NULL, &reject->reason);
    if (reject->reason == NULL)
      reject->reason = g_strdup ("");
  }
  prn_tally_io_end_list (io, &list);
}

static void
io_segment (PrnTallyIo *list, PrnTallySet *set, guint32 index)
{
  PrnTallyIo io = prn_tally_io_object (list, NULL);
  PrnSegmentLabel *label = &set->labels[index];
  guint64 of_map = label->of_map, any = set->segments[index] != NULL;

  prn_tally_io_count (&io, "of_map", &of_map);
  prn_tally_io_text (&io, "id", &label->id);
  prn_tally_io_text (&io, "name", &label->name);
  prn_tally_io_text (&io, "key", &label->key);
  prn_tally_io_count (&io, "any", &any);
  label->of_map = of_map != 0;
  if (any != 0)
    prn_tally_io_tally (&io, "tally", prn_tally_set_segment (set, index));
  if (io.out == NULL && io.place == NULL &&
      (label->key == NULL || label->name == NULL || (label->of_map && label->id == NULL)))
    prn_tally_io_fail (&io, io.at);
  prn_tally_io_end_object (list, &io);
}

static void
io_segments (PrnTallyIo *io, PrnTallySet *set)
{
  PrnTallyIo list = prn_tally_io_list (io, "segments");
  guint n = list.out != NULL ? set->n_segments : list.left;

  if (list.out == NULL) {
    set->n_segments = n;
    set->labels = g_new0 (PrnSegmentLabel, n);
    set->segments = g_new0 (PrnTally *, n);
  }
  for (guint32 i = 0; i < n; i++)
    io_segment (&list, set, i);
  prn_tally_io_end_list (io, &list);
}

static void
io_body (PrnTallyIo *io, PrnTallySet *set)
{
  prn_tally_io_count (io, "read", &set->read);
  prn_tally_io_count (io, "accepted", &set->accepted);
  prn_tally_io_count (io, "rejected", &set->rejected);
  io_rejects (io, set);
  prn_tally_io_tally (io, "total", set->total);
  io_segments (io, set);
}

/* --- Writing --- */

static void
fill_head (Head *head, const PrnTallySet *set)
{
  const PrnMeasures *measures = set->measures;

  head->format = g_strdup (FORMAT);
  head->version = VERSION;
  head->map = fingerprint (set->plan);
  head->as_of = set->as_of;
  head->first = measures->calendar.begins[0];
  head->by_column = g_strdup (set->by_column);
  for (guint i = 0; i < measures->n_clocks; i++) {
    const PrnClock *clock = &measures->clocks[i];
    PrnConversionPair pair = { NULL, g_new0 (char *, clock->n_to + 1) };

    if (clock->from != PRN_NONE)
      pair.from =
          g_strdup (prn_element_id (prn_map_nth (set->plan->map, PRN_KIND_STAGE, clock->from)));
    for (guint k = 0; k < clock->n_to; k++)
      pair.to[k] =
          g_strdup (prn_element_id (prn_map_nth (set->plan->map, PRN_KIND_STAGE, clock->to[k])));
    g_array_append_val (head->conversions, pair);
  }
  for (guint i = 0; i < set->n_activities; i++)
    g_ptr_array_add (head->activities, g_strdup (set->activities[i]));
}

GBytes *
prn_tally_set_to_json (const PrnTallySet *set)
{
  PrnTallyIo root = { .out = g_string_new (NULL) };
  PrnTallyIo io;
  Head head;

  head_init (&head);
  fill_head (&head, set);
  io = prn_tally_io_object (&root, NULL);
  io_head (&io, &head);
  /* Writing changes nothing of what is written. */
  io_body (&io, (PrnTallySet *) set);
  prn_tally_io_end_object (&root, &io);
  g_string_append_c (root.out, '\n');
  head_clear (&head);
  return g_string_free_to_bytes (root.out);
}

/* --- Reading --- */

static gboolean
is_tally (const Head *head, GError **error)
{
  if (g_strcmp0 (head->format, FORMAT) == 0 && head->version == VERSION)
    return TRUE;
  g_set_error (error, PRN_ERROR, PRN_ERROR_TYPE,
               _ ("this is no tally of a version that can be read (“format”: “%s”, “version”: %d is "
                  "expected)"),
               FORMAT, VERSION);
  return FALSE;
}

static gboolean
is_of_plan (const Head *head, PrnPlan *plan, GError **error)
{
  g_autofree char *map = fingerprint (plan);

  if (g_strcmp0 (head->map, map) == 0)
    return TRUE;
  g_set_error (
      error, PRN_ERROR, PRN_ERROR_REFERENCE,
      _ ("the tally was made with another map, or another version of it; replay the log with "
         "this one"));
  return FALSE;
}

static PrnTallySet *
make_set (const Head *head, PrnPlan *plan, GError **error)
{
  const PrnMeasuresOptions options = { (const PrnConversionPair *) (gpointer) head->conversions->data,
                                       head->conversions->len };
  g_autoptr (PrnMeasures) measures = NULL;
  PrnTallySet *set;

  if (head->as_of < PRN_INSTANT_MIN || head->as_of > PRN_INSTANT_MAX ||
      head->first < PRN_INSTANT_MIN || head->first > PRN_INSTANT_MAX) {
    prn_set_error_at (error, PRN_ERROR_RANGE, "as_of",
                      _ ("instants of the years 1 to 9999 expected"));
    return NULL;
  }
  measures = prn_measures_new (plan, FALSE, head->first, head->as_of, &options, error);
  if (measures == NULL)
    return NULL;
  set = prn_tally_set_new (plan, measures, FALSE, head->as_of, head->activities->len);
  set->by_column = g_strdup (head->by_column);
  set->activities = g_new0 (char *, set->n_activities);
  for (guint i = 0; i < set->n_activities; i++)
    set->activities[i] = g_strdup (g_ptr_array_index (head->activities, i));
  return set;
}

PrnTallySet *
prn_tally_set_from_json (PrnPlan *plan, GBytes *bytes, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (PrnJson) json = prn_json_scan_large (text != NULL ? text : "", size, error);
  g_autoptr (PrnTallySet) set = NULL;
  PrnTallyIo root = { .json = json };
  PrnTallyIo io;
  Head head;
  gboolean is_known;

  if (json == NULL)
    return NULL;

  head_init (&head);
  io = prn_tally_io_object (&root, NULL);
  io_head (&io, &head);
  is_known = is_tally (&head, error);
  if (is_known && io.place == NULL && is_of_plan (&head, plan, error))
    set = make_set (&head, plan, error);
  if (set != NULL)
    io_body (&io, set);
  prn_tally_io_end_object (&root, &io);
  head_clear (&head);

  if (root.place != NULL) {
    g_clear_pointer (&set, prn_tally_set_free);
    if (is_known)
      prn_set_error_at (error, PRN_ERROR_TYPE, root.place,
                        _ ("not what a tally has there; write it again with “replay --tally”"));
    g_free (root.place);
  }
  return g_steal_pointer (&set);
}
