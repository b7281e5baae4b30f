/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-extra.h"

#include <glib/gi18n-lib.h>

#include "prn-merge-private.h"
#include "prn-same.h"
#include "prn-value-words.h"

void
prn_conflict_free (PrnConflict *conflict)
{
  g_free (conflict->id);
  g_free (conflict->place);
  g_free (conflict->words);
  g_free (conflict);
}

void
prn_merge_conflict (PrnMerge *merge, const char *name, const char *words)
{
  PrnConflict *conflict = g_new0 (PrnConflict, 1);
  GString *place = g_string_new (NULL);

  if (merge->element != NULL)
    g_string_append_printf (place, "%s/%s", prn_kind_list_name (merge->element->kind),
                            merge->element->id);
  if (name != NULL)
    g_string_append_printf (place, "%s%s%s", merge->element != NULL ? " " : "", merge->place->str,
                            name);
  conflict->kind = merge->element != NULL ? prn_kind_name (merge->element->kind) : "map";
  conflict->id = merge->element != NULL ? g_strdup (merge->element->id) : NULL;
  conflict->place = g_string_free (place, FALSE);
  conflict->words = g_strdup (words);
  g_ptr_array_add (merge->conflicts, conflict);
}

static const char *
or_nothing (const char *words)
{
  return words != NULL ? words : _ ("nothing");
}

void
prn_merge_conflict_between (PrnMerge *merge, const char *name, const char *base, const char *ours,
                            const char *theirs)
{
  g_autofree char *words = g_strdup_printf (_ ("ours %s, theirs %s (was %s)"), or_nothing (ours),
                                            or_nothing (theirs), or_nothing (base));

  prn_merge_conflict (merge, name, words);
}

static PrnTake
take (gboolean ours_theirs, gboolean ours_base, gboolean theirs_base)
{
  if (ours_theirs)
    return PRN_TAKE_OURS;
  return ours_base ? PRN_TAKE_THEIRS : theirs_base ? PRN_TAKE_OURS : PRN_TAKE_NEITHER;
}

static PrnTake
take_member (const PrnMember *member, const PrnRecord *record, const PrnThree *three)
{
  return take (prn_member_same (member, record, three->ours, three->theirs),
               prn_member_same (member, record, three->ours, three->base),
               prn_member_same (member, record, three->theirs, three->base));
}

static void
tell_member (PrnMerge *merge, const PrnMember *member, const PrnRecord *record,
             const PrnThree *three)
{
  g_autofree char *base = prn_value_words (merge->base, member, record, three->base);
  g_autofree char *ours = prn_value_words (merge->ours, member, record, three->ours);
  g_autofree char *theirs = prn_value_words (merge->theirs, member, record, three->theirs);

  /* Two elements may have one name. */
  if (g_strcmp0 (ours, theirs) == 0) {
    g_free (ours);
    g_free (theirs);
    ours = prn_value_json (member, record, three->ours);
    theirs = prn_value_json (member, record, three->theirs);
  }
  prn_merge_conflict_between (merge, member->name, base, ours, theirs);
}

static void
merge_member (PrnMerge *merge, const PrnMember *member, const PrnRecord *record,
              const PrnThree *three, gpointer result)
{
  switch (take_member (member, record, three)) {
  case PRN_TAKE_OURS:
    return;
  case PRN_TAKE_THEIRS:
    prn_member_assign (member, result, three->theirs);
    return;
  case PRN_TAKE_NEITHER:
    if (!prn_merge_member_inside (merge, member, record, three, result))
      tell_member (merge, member, record, three);
  }
}

/* What decides the variant of a record, and what depends on it, is one value: a bound of 0.4 means
 * something else when the other side has made the target one of days. */
static gboolean
is_of_variant (const PrnRecord *record, const PrnMember *member)
{
  return record->has_variants &&
         (member->variants != 0 || g_strcmp0 (record->variant_member, member->name) == 0);
}

static gboolean
same_variant (const PrnRecord *record, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < record->n_members; i++)
    if (is_of_variant (record, &record->members[i]) &&
        !prn_member_same (&record->members[i], record, a, b))
      return FALSE;
  return TRUE;
}

/* `metric "share", at least 40 %` */
static char *
variant_words (PrnMap *map, const PrnRecord *record, gconstpointer data)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < record->n_members; i++) {
    const PrnMember *member = &record->members[i];
    g_autofree char *name = NULL;
    g_autofree char *value = NULL;

    if (!is_of_variant (record, member))
      continue;
    value = prn_value_words (map, member, record, data);
    if (value == NULL)
      continue;
    name = prn_member_words (member);
    g_string_append_printf (words, "%s%s %s", words->len > 0 ? ", " : "", name, value);
  }
  return g_string_free (words, FALSE);
}

static void
merge_variant (PrnMerge *merge, const PrnRecord *record, const PrnThree *three, gpointer result)
{
  PrnTake taken = take (same_variant (record, three->ours, three->theirs),
                        same_variant (record, three->ours, three->base),
                        same_variant (record, three->theirs, three->base));

  if (taken == PRN_TAKE_THEIRS) {
    for (guint i = 0; i < record->n_members; i++)
      if (is_of_variant (record, &record->members[i]))
        prn_member_assign (&record->members[i], result, three->theirs);
  } else if (taken == PRN_TAKE_NEITHER) {
    g_autofree char *base = variant_words (merge->base, record, three->base);
    g_autofree char *ours = variant_words (merge->ours, record, three->ours);
    g_autofree char *theirs = variant_words (merge->theirs, record, three->theirs);

    prn_merge_conflict_between (merge, record->variant_member, base, ours, theirs);
  }
}

static PrnExtra **
extra_of (const PrnRecord *record, gconstpointer data)
{
  return (PrnExtra **) G_STRUCT_MEMBER_P (data, record->extra_offset);
}

void
prn_merge_record (PrnMerge *merge, const PrnRecord *record, const PrnThree *three, gpointer result)
{
  PrnExtra **extra = extra_of (record, result);
  PrnExtra *merged;

  for (guint i = 0; i < record->n_members; i++)
    if (!is_of_variant (record, &record->members[i]))
      merge_member (merge, &record->members[i], record, three, result);
  if (record->has_variants)
    merge_variant (merge, record, three, result);

  merged = prn_merge_extra (merge, *extra_of (record, three->base), *extra_of (record, three->ours),
                            *extra_of (record, three->theirs));
  prn_extra_unref (*extra);
  *extra = merged;
}
