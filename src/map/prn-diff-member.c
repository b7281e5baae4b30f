/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-diff-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "prn-extra-scan.h"
#include "prn-list-names.h"
#include "prn-map-write.h"
#include "prn-same.h"
#include "prn-value-words.h"

/* `match names` for `match.names`, `set "upgrade" share` for `set[upgrade].share` */
static char *
place_words (const char *place)
{
  GString *words = g_string_new (NULL);

  for (const char *p = place; *p != '\0'; p++) {
    if (*p == '[')
      g_string_append (words, " \"");
    else if (*p == ']')
      g_string_append_c (words, '"');
    else
      g_string_append_c (words, *p == '_' || *p == '.' ? ' ' : *p);
  }
  return g_string_free (words, FALSE);
}

static void
complete (PrnChange *change, char *place, const char *old, const char *now)
{
  change->place = place;
  change->old = g_strdup (old);
  change->now = g_strdup (now);
}

/* A sentence about @place of what is at hand: `Stage "Trial": ` and @predicate. */
static void
add_at (PrnDiff *diff, PrnChangeType type, const char *name, const char *old, const char *now,
        const char *predicate)
{
  g_autofree char *place = g_strconcat (diff->place->str, name, NULL);
  g_autofree char *what = place_words (place);
  PrnChange *change;
  char *sentence;

  if (diff->element != NULL) {
    g_autofree char *who = prn_diff_subject (diff->newer, diff->element);

    sentence = g_strdup_printf ("%s: %s %s", who, what, predicate);
  } else {
    sentence = g_strdup_printf ("%s %s", prn_diff_capitalize (what), predicate);
  }
  change = prn_diff_add (diff, type, diff->element, sentence);
  complete (change, g_steal_pointer (&place), old, now);
}

/* Names may be alike where ids are not; texts may differ only where they were cut. */
static char *
predicate (const char *old_words, const char *new_words, const char *old, const char *now)
{
  if (g_strcmp0 (old_words, new_words) == 0) {
    old_words = old;
    new_words = now;
  }
  if (old_words == NULL && new_words == NULL)
    return g_strdup (_ ("changed"));
  if (old_words == NULL)
    return g_strdup_printf (_ ("set to %s"), new_words);
  if (new_words == NULL)
    return g_strdup_printf (_ ("removed, was %s"), old_words);
  if (g_str_equal (old_words, new_words) || strlen (old_words) + strlen (new_words) > 1000)
    return g_strdup (_ ("changed"));
  return g_strdup_printf (_ ("was %s, is now %s"), old_words, new_words);
}

/* The two things done most often have verbs of their own. */
static gboolean
add_verb (PrnDiff *diff, const PrnMember *member, const char *old_words, const char *new_words,
          const char *old, const char *now)
{
  g_autofree char *kind = NULL;
  g_autofree char *who = NULL;
  char *words;

  if (diff->element == NULL || diff->place->len > 0 || old_words == NULL || new_words == NULL ||
      g_str_equal (old_words, new_words))
    return FALSE;
  if (member->offset == G_STRUCT_OFFSET (PrnStage, name) && g_str_equal (member->name, "name")) {
    kind = prn_diff_capitalize (g_strdup (_ (prn_kind_name (diff->element->kind))));
    words = g_strdup_printf (_ ("%s %s renamed to %s"), kind, old_words, new_words);
  } else if (member->record == &prn_point_record && member->type == PRN_MEMBER_RECORD) {
    who = prn_diff_subject (diff->newer, diff->element);
    words = g_strdup_printf (_ ("%s moved from %s to %s"), who, old_words, new_words);
  } else {
    return FALSE;
  }
  complete (prn_diff_add (diff, PRN_CHANGE_CHANGED, diff->element, words),
            g_strdup (member->name), old, now);
  return TRUE;
}

static void
add_value (PrnDiff *diff, const PrnMember *row_old, const PrnMember *row_new, const PrnRecord *record,
           gconstpointer older, gconstpointer newer)
{
  g_autofree char *old = row_old != NULL ? prn_value_json (row_old, record, older) : NULL;
  g_autofree char *now = row_new != NULL ? prn_value_json (row_new, record, newer) : NULL;
  g_autofree char *old_words =
      row_old != NULL ? prn_value_words (diff->older, row_old, record, older) : NULL;
  g_autofree char *new_words =
      row_new != NULL ? prn_value_words (diff->newer, row_new, record, newer) : NULL;
  g_autofree char *said = NULL;

  if (row_old == row_new && add_verb (diff, row_new, old_words, new_words, old, now))
    return;
  said = predicate (old_words, new_words, old, now);
  add_at (diff, PRN_CHANGE_CHANGED, (row_new != NULL ? row_new : row_old)->name, old, now, said);
}

/* `channels: "webinar" added, "email" removed`; %FALSE when only the order is another. */
static gboolean
add_texts (PrnDiff *diff, const PrnMember *member, const PrnRecord *record, const GArray *items,
           gconstpointer older, gconstpointer newer)
{
  const PrnTexts *texts_old = G_STRUCT_MEMBER_P (older, member->offset);
  const PrnTexts *texts_new = G_STRUCT_MEMBER_P (newer, member->offset);
  g_autoptr (GString) said = g_string_new (NULL);
  g_autofree char *old = NULL;
  g_autofree char *now = NULL;

  for (guint i = 0; i < items->len; i++) {
    const PrnMergeItem *item = &g_array_index (items, PrnMergeItem, i);
    g_autofree char *quoted = NULL;

    if ((item->base >= 0) == (item->ours >= 0))
      continue;
    quoted = prn_label_quoted (NULL, item->ours >= 0 ? texts_new->items[item->ours]
                                                     : texts_old->items[item->base]);
    g_string_append_printf (said, "%s%s %s", said->len > 0 ? ", " : "", quoted,
                            item->ours >= 0 ? _ ("added") : _ ("removed"));
  }
  if (said->len == 0)
    return FALSE;
  old = prn_value_json (member, record, older);
  now = prn_value_json (member, record, newer);
  add_at (diff, PRN_CHANGE_CHANGED, member->name, old, now, said->str);
  return TRUE;
}

static char *
record_json (const PrnRecord *record, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  prn_record_append (record, data, text, 0);
  return prn_json_squeeze (text->str);
}

/* An item of a list of records that have names. */
static void
diff_item (PrnDiff *diff, const PrnMember *member, const PrnMergeItem *item, const char *name,
           gconstpointer older, gconstpointer newer)
{
  gconstpointer old = item->base >= 0 ? prn_list_item (member, older, item->base) : NULL;
  gconstpointer now = item->ours >= 0 ? prn_list_item (member, newer, item->ours) : NULL;
  g_autofree char *place = g_strdup_printf ("%s[%s]", member->name, name);
  g_autofree char *json = NULL;
  gsize length = diff->place->len;

  if (old != NULL && now != NULL) {
    g_string_append_printf (diff->place, "%s.", place);
    prn_diff_record (diff, member->record, old, now);
    g_string_truncate (diff->place, length);
    return;
  }
  json = record_json (member->record, now != NULL ? now : old);
  add_at (diff, now != NULL ? PRN_CHANGE_ADDED : PRN_CHANGE_REMOVED, place,
          now != NULL ? NULL : json, now != NULL ? json : NULL,
          now != NULL ? _ ("added") : _ ("removed"));
}

/* %FALSE when the lists must be compared as one value. */
static gboolean
diff_named_list (PrnDiff *diff, const PrnMember *member, const PrnRecord *record, gconstpointer older,
                 gconstpointer newer)
{
  PrnMergeNames old = prn_list_get_names (member, older);
  PrnMergeNames now = prn_list_get_names (member, newer);
  g_autoptr (GArray) items = prn_merge_match (old, now, (PrnMergeNames){ NULL, 0 });
  guint before = diff->changes->len;

  if (items != NULL && member->type == PRN_MEMBER_TEXTS) {
    add_texts (diff, member, record, items, older, newer);
  } else if (items != NULL) {
    for (guint i = 0; i < items->len; i++) {
      const PrnMergeItem *item = &g_array_index (items, PrnMergeItem, i);

      diff_item (diff, member, item,
                 item->ours >= 0 ? now.names[item->ours] : old.names[item->base], older, newer);
    }
  }
  g_free ((gpointer) old.names);
  g_free ((gpointer) now.names);
  return diff->changes->len > before;
}

static gboolean
is_flagged_alike (const PrnMember *member, gconstpointer a, gconstpointer b)
{
  return !(member->flags & PRN_MEMBER_HAS_FLAG) ||
         *(const gboolean *) G_STRUCT_MEMBER_P (a, member->flag_offset) ==
             *(const gboolean *) G_STRUCT_MEMBER_P (b, member->flag_offset);
}

/* What both have to say, and say differently. */
static void
diff_member (PrnDiff *diff, const PrnMember *member, const PrnRecord *record, gconstpointer older,
             gconstpointer newer)
{
  gsize length = diff->place->len;

  if (member->type == PRN_MEMBER_RECORD && !member->record->has_variants &&
      member->record != &prn_point_record && member->record != &prn_size_record) {
    g_string_append_printf (diff->place, "%s.", member->name);
    prn_diff_record (diff, member->record, G_STRUCT_MEMBER_P (older, member->offset),
                 G_STRUCT_MEMBER_P (newer, member->offset));
    g_string_truncate (diff->place, length);
    return;
  }
  if (prn_list_has_names (member) && is_flagged_alike (member, older, newer) &&
      diff_named_list (diff, member, record, older, newer))
    return;
  add_value (diff, member, member, record, older, newer);
}

/* A member this version does not know; %NULL: not there. */
static void
add_unknown (PrnDiff *diff, const char *name, const char *old, const char *now)
{
  g_autofree char *old_words = old != NULL ? prn_words_shorten (g_strdup (old)) : NULL;
  g_autofree char *new_words = now != NULL ? prn_words_shorten (g_strdup (now)) : NULL;
  g_autofree char *said = predicate (old_words, new_words, old, now);
  g_autofree char *who =
      diff->element != NULL ? prn_diff_subject (diff->newer, diff->element) : NULL;
  char *words = g_strdup_printf (_ ("%s%sunknown member \"%s%s\" %s"), who != NULL ? who : "",
                                 who != NULL ? ": " : "", diff->place->str, name, said);

  if (who == NULL)
    prn_diff_capitalize (words);
  complete (prn_diff_add (diff, PRN_CHANGE_CHANGED, diff->element, words),
            g_strconcat (diff->place->str, name, NULL), old, now);
}

static void
diff_extra (PrnDiff *diff, const PrnExtra *older, const PrnExtra *newer)
{
  g_autoptr (PrnExtraScan) old = prn_extra_scan (older);
  g_autoptr (PrnExtraScan) now = prn_extra_scan (newer);
  guint before = diff->changes->len;

  for (guint i = 0; i < now->n; i++) {
    const char *was = prn_extra_scan_find (old, now->names[i]);

    if (g_strcmp0 (was, now->values[i]) != 0)
      add_unknown (diff, now->names[i], was, now->values[i]);
  }
  for (guint i = 0; i < old->n; i++)
    if (prn_extra_scan_find (now, old->names[i]) == NULL)
      add_unknown (diff, old->names[i], old->values[i], NULL);
  /* The same members in another order are another file as well. */
  if (diff->changes->len == before)
    add_at (diff, PRN_CHANGE_CHANGED, "unknown members", NULL, NULL, _ ("stand in another order"));
}

/* The row of that name that means something in @data: two variants may have one each. */
static const PrnMember *
row_for (const PrnRecord *record, const char *name, gconstpointer data)
{
  for (guint i = 0; i < record->n_members; i++)
    if (g_str_equal (record->members[i].name, name) &&
        prn_member_is_given (&record->members[i], record, data))
      return &record->members[i];
  return NULL;
}

static gboolean
is_first_of_name (const PrnRecord *record, const PrnMember *member)
{
  return prn_record_find_member (record, member->name) == member;
}

static void
diff_variant_member (PrnDiff *diff, const PrnMember *member, const PrnRecord *record,
                     gconstpointer older, gconstpointer newer)
{
  const PrnMember *old = row_for (record, member->name, older);
  const PrnMember *now = row_for (record, member->name, newer);

  if (!is_first_of_name (record, member) || (old == NULL && now == NULL))
    return;
  if (old != now || !prn_member_same (now, record, older, newer))
    add_value (diff, old, now, record, older, newer);
}

void
prn_diff_record (PrnDiff *diff, const PrnRecord *record, gconstpointer older, gconstpointer newer)
{
  const PrnExtra *extra_old = *(PrnExtra *const *) G_STRUCT_MEMBER_P (older, record->extra_offset);
  const PrnExtra *extra_new = *(PrnExtra *const *) G_STRUCT_MEMBER_P (newer, record->extra_offset);

  for (guint i = 0; i < record->n_members; i++) {
    const PrnMember *member = &record->members[i];

    if (member->type == PRN_MEMBER_ELEMENTS)
      continue;
    if (record->has_variants && member->variants != 0)
      diff_variant_member (diff, member, record, older, newer);
    else if (!prn_member_same (member, record, older, newer))
      diff_member (diff, member, record, older, newer);
  }
  if (!prn_extra_same (extra_old, extra_new))
    diff_extra (diff, extra_old, extra_new);
}
