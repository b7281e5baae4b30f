/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thousand pairs of random edits of one map: the merged map has what both did, or a conflict says
 * where it has not. What must be in it is worked out here from the members as the files say them,
 * without looking at how the merge goes about it. */

#include <string.h>

#include "merge-lists.h"
#include "prn-diff.h"
#include "prn-map-file.h"
#include "prn-map-write.h"
#include "prn-merge.h"
#include "prn-schema.h"
#include "prn-value-words.h"
#include "random-edit.h"
#include "random-map.h"

#define N_PAIRS 1000

typedef struct {
  PrnMap *base, *ours, *theirs, *result;
  GPtrArray *conflicts;
} Merged;

static char *
to_text (PrnMap *map)
{
  g_autoptr (GBytes) bytes = prn_map_print (map);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_same_text (PrnMap *a, PrnMap *b)
{
  g_autofree char *text_a = to_text (a);
  g_autofree char *text_b = to_text (b);

  g_assert_cmpstr (text_a, ==, text_b);
}

/* Whether a conflict's place is @place, or something in it. */
static gboolean
is_disputed (const Merged *merged, const char *place)
{
  for (guint i = 0; i < merged->conflicts->len; i++) {
    const PrnConflict *conflict = merged->conflicts->pdata[i];
    const char *rest = conflict->place + strlen (place);

    if (g_str_equal (conflict->place, "map"))
      return TRUE;

    if (g_str_has_prefix (conflict->place, place) && (*rest == '\0' || strchr (" .[", *rest)))
      return TRUE;
  }
  return FALSE;
}

static void
must_be_disputed (const Merged *merged, const char *place, const char *why)
{
  if (is_disputed (merged, place))
    return;
  g_test_message ("%s: %s, and no conflict says so", place, why);
  for (guint i = 0; i < merged->conflicts->len; i++) {
    const PrnConflict *conflict = merged->conflicts->pdata[i];

    g_test_message ("conflict %s: %s", conflict->place, conflict->words);
  }
  g_test_fail ();
}

static void
check_order (const Merged *merged, const MergeLists *lists, const char *place)
{
  const char *lost = merge_lists_find_lost (lists);

  if (lost != NULL)
    must_be_disputed (merged, place, lost);
}

/* Whether each text of @all that is not in @without is in @result, as texts of a file. */
static gboolean
has_texts (const PrnTexts *result, const PrnTexts *all, const PrnTexts *without, gboolean wanted)
{
  for (guint i = 0; i < all->n; i++) {
    gboolean known = FALSE, there = FALSE;

    for (guint k = 0; k < without->n; k++)
      known |= g_str_equal (without->items[k], all->items[i]);
    for (guint k = 0; k < result->n; k++)
      there |= g_str_equal (result->items[k], all->items[i]);
    if (!known && there != wanted)
      return FALSE;
  }
  return TRUE;
}

static void
check_texts_order (const Merged *merged, const PrnTexts *const *texts, const char *place)
{
  MergeLists lists;

  for (MergeList which = MERGE_BASE; which < MERGE_N_LISTS; which++) {
    lists.names[which] = (const char *const *) texts[which]->items;
    lists.n[which] = texts[which]->n;
  }
  check_order (merged, &lists, place);
}

static void check_record (const Merged *merged,
                          const PrnRecord *record,
                          gconstpointer base,
                          gconstpointer ours,
                          gconstpointer theirs,
                          gconstpointer result,
                          const char *place,
                          const char *separator);

/* Both changed it, each in its own way. */
static gboolean
has_both (const Merged *merged,
          const PrnMember *member,
          gconstpointer base,
          gconstpointer ours,
          gconstpointer theirs,
          gconstpointer result,
          const char *place)
{
  gsize at = member->offset;
  const PrnTexts *texts[] = { G_STRUCT_MEMBER_P (base, at), G_STRUCT_MEMBER_P (ours, at),
                              G_STRUCT_MEMBER_P (theirs, at), G_STRUCT_MEMBER_P (result, at) };

  switch (member->type) {
  case PRN_MEMBER_RECORD:
    check_record (merged, member->record, texts[0], texts[1], texts[2], texts[3], place, ".");
    return TRUE;
  case PRN_MEMBER_TEXTS:
    check_texts_order (merged, texts, place);
    return has_texts (texts[3], texts[1], texts[0], TRUE) &&
           has_texts (texts[3], texts[2], texts[0], TRUE) &&
           has_texts (texts[3], texts[0], texts[1], FALSE) &&
           has_texts (texts[3], texts[0], texts[2], FALSE);
  default:
    /* MergeLists of entries with names have a table of cases of their own. */
    return member->type == PRN_MEMBER_RECORDS && member->record->members[0].references != 0;
  }
}

static void
check_member (const Merged *merged,
              const PrnMember *member,
              const PrnRecord *record,
              gconstpointer base,
              gconstpointer ours,
              gconstpointer theirs,
              gconstpointer result,
              const char *place)
{
  g_autofree char *was = prn_value_json (member, record, base);
  g_autofree char *our = prn_value_json (member, record, ours);
  g_autofree char *their = prn_value_json (member, record, theirs);
  g_autofree char *is = prn_value_json (member, record, result);
  const char *wanted = g_strcmp0 (our, was) == 0 ? their : our;

  if (g_strcmp0 (our, was) == 0 || g_strcmp0 (their, was) == 0 || g_strcmp0 (our, their) == 0) {
    if (g_strcmp0 (is, wanted) != 0)
      must_be_disputed (merged, place, "the merged map says something else");
  } else if (!is_disputed (merged, place) &&
             !has_both (merged, member, base, ours, theirs, result, place)) {
    must_be_disputed (merged, place, "an edit is lost");
  }
}

/* Members that depend on the variant are one value, named after the one that states it. */
static const char *
name_of (const PrnRecord *record, const PrnMember *member)
{
  return record->has_variants && member->variants != 0 ? record->variant_member : member->name;
}

static void
check_record (const Merged *merged,
              const PrnRecord *record,
              gconstpointer base,
              gconstpointer ours,
              gconstpointer theirs,
              gconstpointer result,
              const char *place,
              const char *separator)
{
  for (guint i = 0; i < record->n_members; i++) {
    const PrnMember *member = &record->members[i];
    g_autofree char *inner = g_strconcat (place, separator, name_of (record, member), NULL);

    if (member->type != PRN_MEMBER_ELEMENTS)
      check_member (merged, member, record, base, ours, theirs, result, inner);
  }
}

static gboolean
same (gconstpointer a, gconstpointer b)
{
  return a != NULL && b != NULL && prn_element_equal (a, b);
}

static const PrnElement *
find (PrnMap *map, PrnKind kind, const char *id)
{
  const PrnElement *element = prn_map_lookup (map, id);

  return element != NULL && element->kind == kind ? element : NULL;
}

static void
check_element (const Merged *merged, PrnKind kind, const char *id)
{
  const PrnElement *base = find (merged->base, kind, id);
  const PrnElement *ours = find (merged->ours, kind, id);
  const PrnElement *theirs = find (merged->theirs, kind, id);
  const PrnElement *result = find (merged->result, kind, id);
  g_autofree char *place = g_strdup_printf ("%s/%s", prn_kind_list_name (kind), id);

  if (base != NULL && ours != NULL && theirs != NULL) {
    g_assert_nonnull (result);
    check_record (merged, prn_record_of_kind (kind), base, ours, theirs, result, place, " ");
  } else if (base == NULL && ours != NULL && theirs != NULL) {
    if (!same (ours, theirs))
      must_be_disputed (merged, place, "both added it");
    else
      g_assert_true (same (result, ours));
  } else if (base == NULL) {
    if (!same (result, ours != NULL ? ours : theirs))
      must_be_disputed (merged, place, "what one side added is not there");
  } else if (ours != NULL || theirs != NULL) {
    const PrnElement *left = ours != NULL ? ours : theirs;

    if (!same (left, base))
      must_be_disputed (merged, place, "one side removed what the other changed");
    else if (result != NULL)
      g_assert_cmpuint (merged->conflicts->len, >, 0); /* the other side needs it */
  } else {
    g_assert_null (result);
  }
}

static void
check_elements_order (const Merged *merged, PrnKind kind)
{
  PrnMap *maps[] = { merged->base, merged->ours, merged->theirs, merged->result };
  g_autofree char *place = g_strdup_printf ("%s order", prn_kind_list_name (kind));
  const char **ids[MERGE_N_LISTS];
  MergeLists lists;

  for (MergeList which = MERGE_BASE; which < MERGE_N_LISTS; which++) {
    lists.n[which] = prn_map_n (maps[which], kind);
    lists.names[which] = ids[which] = g_new (const char *, lists.n[which]);
    for (guint i = 0; i < lists.n[which]; i++)
      ids[which][i] = prn_element_id (prn_map_nth (maps[which], kind, i));
  }
  check_order (merged, &lists, place);
  for (MergeList which = MERGE_BASE; which < MERGE_N_LISTS; which++)
    g_free (ids[which]);
}

static void
check_merged (const Merged *merged)
{
  PrnMap *maps[] = { merged->base, merged->ours, merged->theirs };

  g_assert_true (prn_map_n (merged->result, 0) <= PRN_LIMIT_ELEMENTS);
  check_record (merged, &prn_map_record, merged->base, merged->ours, merged->theirs, merged->result,
                "", "");
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    for (guint m = 0; m < G_N_ELEMENTS (maps); m++)
      for (guint i = 0; i < prn_map_n (maps[m], kind); i++)
        check_element (merged, kind, prn_element_id (prn_map_nth (maps[m], kind, i)));
    check_elements_order (merged, kind);
  }
}

static void
assert_opens (PrnMap *map)
{
  g_autoptr (GBytes) bytes = prn_map_print (map);
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) again = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  assert_same_text (map, again);
}

/* A merge in which only one side did something, or both the same. */
static void
assert_plain (PrnMap *base, PrnMap *ours, PrnMap *theirs, PrnMap *wanted)
{
  g_autoptr (GPtrArray) conflicts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) prn_conflict_free);
  g_autoptr (PrnMap) result = prn_map_merge (base, ours, theirs, conflicts);

  g_assert_cmpuint (conflicts->len, ==, 0);
  assert_same_text (result, wanted);
}

/* The same map with nothing shared, as when it comes from a file. */
static PrnMap *
unshared (PrnMap *map)
{
  g_autoptr (GBytes) bytes = prn_map_print (map);

  return prn_map_parse (bytes, NULL, NULL);
}

static void
test_pairs (gconstpointer data)
{
  gboolean from_files = GPOINTER_TO_INT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int () + from_files);
  guint n_clean = 0, n_disputed = 0;

  for (guint i = 0; i < N_PAIRS / 2 && !g_test_failed (); i++) {
    guint n = 1 + i % 6;
    g_autoptr (PrnMap) base = random_map_new (rand, n);
    g_autoptr (PrnMap) our_edit = random_edit (rand, base, n, "our");
    g_autoptr (PrnMap) their_edit = random_edit (rand, base, n, "their");
    g_autoptr (PrnMap) ours = from_files ? unshared (our_edit) : prn_map_ref (our_edit);
    g_autoptr (PrnMap) theirs = from_files ? unshared (their_edit) : prn_map_ref (their_edit);
    g_autoptr (PrnMap) ours_again = unshared (our_edit);
    g_autoptr (GPtrArray) conflicts =
        g_ptr_array_new_with_free_func ((GDestroyNotify) prn_conflict_free);
    g_autoptr (PrnMap) result = prn_map_merge (base, ours, theirs, conflicts);
    Merged merged = { base, ours, theirs, result, conflicts };

    assert_opens (result);
    check_merged (&merged);
    assert_plain (base, ours, base, ours);
    assert_plain (base, base, theirs, theirs);
    assert_plain (base, ours, ours_again, ours);
    n_clean += conflicts->len == 0;
    n_disputed += conflicts->len > 0;
  }
  g_test_message ("%u pairs merged, %u with conflicts", n_clean, n_disputed);
  g_assert_cmpuint (n_clean, >, N_PAIRS / 10);
  g_assert_cmpuint (n_disputed, >, N_PAIRS / 20);
}

/* There is a difference exactly where the files differ. */
static void
test_differences (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < 300; i++) {
    guint n = 1 + i % 6;
    g_autoptr (PrnMap) older = random_map_new (rand, n);
    g_autoptr (PrnMap) edited = random_edit (rand, older, n, "new");
    g_autoptr (PrnMap) newer = unshared (edited);
    g_autoptr (PrnMap) same_map = unshared (older);
    g_autoptr (GPtrArray) changes = prn_map_diff (older, newer);
    g_autoptr (GPtrArray) none = prn_map_diff (older, same_map);

    g_assert_cmpuint (none->len, ==, 0);
    g_assert_cmpint (changes->len == 0, ==, prn_map_equal (older, newer));
    for (guint k = 0; k < changes->len; k++) {
      const PrnChange *change = changes->pdata[k];

      g_assert_true (g_utf8_validate (change->words, -1, NULL));
      g_assert_null (strchr (change->words, '\n'));
      g_assert_true (g_str_has_suffix (change->words, "."));
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/map/merge/random/shared", GINT_TO_POINTER (FALSE), test_pairs);
  g_test_add_data_func ("/map/merge/random/from-files", GINT_TO_POINTER (TRUE), test_pairs);
  g_test_add_func ("/map/diff/random", test_differences);
  return g_test_run ();
}
