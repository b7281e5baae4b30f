/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-extra-scan.h"

#include <glib/gi18n-lib.h>

#include "prn-list-names.h"
#include "prn-map-write.h"
#include "prn-merge-private.h"
#include "prn-same.h"
#include "prn-value-words.h"

/* What a member is made of: the members of a record, the texts and named entries of a list, and
 * the members of a record that this version does not know. */

#define ITEM(items, i) (&g_array_index ((items), PrnMergeItem, (i)))

/* A point that is missing cannot be merged with one that is there: half a point is none. */
static gboolean
is_whole (const PrnRecord *record, gconstpointer data)
{
  for (guint i = 0; i < record->n_members; i++)
    if ((record->members[i].flags & PRN_MEMBER_REQUIRED) &&
        !prn_member_is_given (&record->members[i], record, data))
      return FALSE;
  return TRUE;
}

static gboolean
merge_inner_record (PrnMerge *merge, const PrnMember *member, const PrnThree *three,
                    gpointer result)
{
  const PrnThree inner = {
    G_STRUCT_MEMBER_P (three->base, member->offset),
    G_STRUCT_MEMBER_P (three->ours, member->offset),
    G_STRUCT_MEMBER_P (three->theirs, member->offset),
  };
  gsize length = merge->place->len;

  if (member->record->has_variants || !is_whole (member->record, inner.base) ||
      !is_whole (member->record, inner.ours) || !is_whole (member->record, inner.theirs))
    return FALSE;
  g_string_append_printf (merge->place, "%s.", member->name);
  prn_merge_record (merge, member->record, &inner, G_STRUCT_MEMBER_P (result, member->offset));
  g_string_truncate (merge->place, length);
  return TRUE;
}

/* Decides which texts are kept. When both sides took the same one out and each put in another, that
 * may be one text changed twice: then a person must say. */
static gboolean
choose_texts (GArray *items)
{
  gboolean both_removed = FALSE, ours_added = FALSE, theirs_added = FALSE;

  for (guint i = 0; i < items->len; i++) {
    PrnMergeItem *item = ITEM (items, i);
    gboolean added = item->base < 0;

    both_removed |= item->ours < 0 && item->theirs < 0;
    ours_added |= added && item->theirs < 0;
    theirs_added |= added && item->ours < 0;
    item->kept = added || (item->ours >= 0 && item->theirs >= 0);
  }
  return !(both_removed && ours_added && theirs_added);
}

/* Decides which entries are kept; %FALSE when a side removed what the other changed, or both added
 * an entry of one name but not alike. */
static gboolean
choose_entries (GArray *items, const PrnMember *member, const PrnThree *three)
{
  const PrnRecord *record = member->record;

  for (guint i = 0; i < items->len; i++) {
    PrnMergeItem *item = ITEM (items, i);
    gconstpointer ours = prn_list_item (member, three->ours, item->ours);
    gconstpointer theirs = prn_list_item (member, three->theirs, item->theirs);
    gconstpointer base = prn_list_item (member, three->base, item->base);

    if (item->base < 0 && item->ours >= 0 && item->theirs >= 0 &&
        !prn_record_same (record, ours, theirs))
      return FALSE;
    if (item->base >= 0 && item->ours >= 0 && item->theirs < 0 &&
        !prn_record_same (record, ours, base))
      return FALSE;
    if (item->base >= 0 && item->ours < 0 && item->theirs >= 0 &&
        !prn_record_same (record, theirs, base))
      return FALSE;
    item->kept = item->base < 0 || (item->ours >= 0 && item->theirs >= 0);
  }
  return TRUE;
}

static PrnList
gather_texts (const GArray *items, const GArray *order, const PrnMember *member,
              const PrnThree *three)
{
  const PrnTexts *ours = G_STRUCT_MEMBER_P (three->ours, member->offset);
  const PrnTexts *theirs = G_STRUCT_MEMBER_P (three->theirs, member->offset);
  char **texts = g_new (char *, order->len);

  for (guint i = 0; i < order->len; i++) {
    const PrnMergeItem *item = ITEM (items, g_array_index (order, guint, i));

    texts[i] = g_strdup (item->ours >= 0 ? ours->items[item->ours] : theirs->items[item->theirs]);
  }
  return (PrnList){ order->len, texts };
}

static PrnList
gather_entries (PrnMerge *merge, const GArray *items, const GArray *order, const PrnMember *member,
                const PrnThree *three, const PrnMergeNames *names)
{
  const PrnRecord *record = member->record;
  char *entries = g_malloc (order->len * record->size);
  gsize length = merge->place->len;

  for (guint i = 0; i < order->len; i++) {
    const PrnMergeItem *item = ITEM (items, g_array_index (order, guint, i));
    const PrnThree inner = {
      prn_list_item (member, three->base, item->base),
      prn_list_item (member, three->ours, item->ours),
      prn_list_item (member, three->theirs, item->theirs),
    };
    gpointer entry = entries + i * record->size;

    prn_record_copy (record, entry, item->ours >= 0 ? inner.ours : inner.theirs);
    if (item->base < 0 || item->ours < 0 || item->theirs < 0)
      continue;
    g_string_append_printf (merge->place, "%s[%s].", member->name, names->names[item->ours]);
    prn_merge_record (merge, record, &inner, entry);
    g_string_truncate (merge->place, length);
  }
  return (PrnList){ order->len, entries };
}

static gboolean
same_flag (const PrnMember *member, gconstpointer a, gconstpointer b)
{
  return *(const gboolean *) G_STRUCT_MEMBER_P (a, member->flag_offset) ==
         *(const gboolean *) G_STRUCT_MEMBER_P (b, member->flag_offset);
}

/* Whether the list is given in all three, or in none. */
static gboolean
is_flagged_alike (const PrnMember *member, const PrnThree *three)
{
  return !(member->flags & PRN_MEMBER_HAS_FLAG) ||
         (same_flag (member, three->base, three->ours) &&
          same_flag (member, three->base, three->theirs));
}

static void
put_list (const PrnMember *member, gpointer result, PrnList list)
{
  prn_member_clear (member, result);
  *(PrnList *) G_STRUCT_MEMBER_P (result, member->offset) = list;
}

static gboolean
merge_named_list (PrnMerge *merge, const PrnMember *member, const PrnThree *three, gpointer result)
{
  PrnMergeNames base = prn_list_get_names (member, three->base);
  PrnMergeNames ours = prn_list_get_names (member, three->ours);
  PrnMergeNames theirs = prn_list_get_names (member, three->theirs);
  g_autoptr (GArray) items = prn_merge_match (base, ours, theirs);
  g_autoptr (GArray) order = NULL;
  gboolean is_texts = member->type == PRN_MEMBER_TEXTS;
  gboolean agreed = items != NULL && (is_texts ? choose_texts (items)
                                               : choose_entries (items, member, three));

  if (agreed)
    order = prn_merge_arrange (items, &agreed);
  if (agreed)
    put_list (member, result,
              is_texts ? gather_texts (items, order, member, three)
                       : gather_entries (merge, items, order, member, three, &ours));
  g_free ((gpointer) base.names);
  g_free ((gpointer) ours.names);
  g_free ((gpointer) theirs.names);
  return agreed;
}

gboolean
prn_merge_member_inside (PrnMerge *merge, const PrnMember *member, const PrnRecord *record,
                         const PrnThree *three, gpointer result)
{
  if (!prn_member_applies (member, record, three->base) ||
      !prn_member_applies (member, record, three->ours) ||
      !prn_member_applies (member, record, three->theirs) || !is_flagged_alike (member, three))
    return FALSE;
  if (member->type == PRN_MEMBER_RECORD)
    return merge_inner_record (merge, member, three, result);
  return prn_list_has_names (member) && merge_named_list (merge, member, three, result);
}

typedef struct {
  const PrnExtraScan *base, *ours, *theirs;
} Scans;

/* Whose member of this name the result has: %NULL for none. */
static const PrnExtraScan *
choose_extra (PrnMerge *merge, const Scans *scans, const char *name)
{
  const char *base = prn_extra_scan_find (scans->base, name);
  const char *ours = prn_extra_scan_find (scans->ours, name);
  const char *theirs = prn_extra_scan_find (scans->theirs, name);
  g_autofree char *base_words = NULL;
  g_autofree char *ours_words = NULL;
  g_autofree char *theirs_words = NULL;

  if (g_strcmp0 (ours, base) == 0)
    return theirs != NULL ? scans->theirs : NULL;
  if (g_strcmp0 (ours, theirs) == 0 || g_strcmp0 (theirs, base) == 0)
    return ours != NULL ? scans->ours : NULL;

  base_words = base != NULL ? prn_words_shorten (g_strdup (base)) : NULL;
  ours_words = ours != NULL ? prn_words_shorten (g_strdup (ours)) : NULL;
  theirs_words = theirs != NULL ? prn_words_shorten (g_strdup (theirs)) : NULL;
  prn_merge_conflict_between (merge, name, base_words, ours_words, theirs_words);
  /* What one side removed and the other changed stays. */
  return ours != NULL ? scans->ours : scans->theirs;
}

static PrnMergeNames
scan_names (const PrnExtraScan *scan)
{
  return (PrnMergeNames){ (const char *const *) scan->names, scan->n };
}

static void
add_from (PrnExtra **extra, const PrnExtraScan *scan, const char *name)
{
  for (guint i = 0; i < scan->n; i++)
    if (g_str_equal (scan->names[i], name))
      prn_extra_add (extra, scan->json, scan->tokens[i]);
}

static PrnExtra *
merge_scans (PrnMerge *merge, const Scans *scans)
{
  g_autoptr (GArray) items = prn_merge_match (scan_names (scans->base), scan_names (scans->ours),
                                              scan_names (scans->theirs));
  g_autofree const PrnExtraScan **from = g_new0 (const PrnExtraScan *, items->len);
  g_autoptr (GArray) order = NULL;
  gboolean agreed;
  PrnExtra *result = NULL;

  for (guint i = 0; i < items->len; i++) {
    PrnMergeItem *item = ITEM (items, i);
    const char *name = item->ours >= 0     ? scans->ours->names[item->ours]
                       : item->theirs >= 0 ? scans->theirs->names[item->theirs]
                                           : scans->base->names[item->base];

    from[i] = choose_extra (merge, scans, name);
    item->kept = from[i] != NULL;
  }
  order = prn_merge_arrange (items, &agreed);
  if (!agreed)
    prn_merge_conflict (merge, scans->ours->names[0],
                        _ ("ours and theirs put the members this version does not know into "
                           "different orders"));
  for (guint i = 0; i < order->len; i++) {
    guint index = g_array_index (order, guint, i);
    const PrnMergeItem *item = ITEM (items, index);

    add_from (&result, from[index],
              item->ours >= 0 ? scans->ours->names[item->ours] : scans->theirs->names[item->theirs]);
  }
  return result;
}

PrnExtra *
prn_merge_extra (PrnMerge *merge, PrnExtra *base, PrnExtra *ours, PrnExtra *theirs)
{
  g_autoptr (PrnExtraScan) base_scan = NULL;
  g_autoptr (PrnExtraScan) ours_scan = NULL;
  g_autoptr (PrnExtraScan) theirs_scan = NULL;
  Scans scans;

  if (prn_extra_same (ours, theirs) || prn_extra_same (theirs, base))
    return prn_extra_ref (ours);
  if (prn_extra_same (ours, base))
    return prn_extra_ref (theirs);
  scans.base = base_scan = prn_extra_scan (base);
  scans.ours = ours_scan = prn_extra_scan (ours);
  scans.theirs = theirs_scan = prn_extra_scan (theirs);
  return merge_scans (merge, &scans);
}
