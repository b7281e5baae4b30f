/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-merge-order-private.h"

/* Puts the items that one side has and the chain has not into the chain. */
typedef struct {
  const GArray *chain; /* indices of items */
  const GArray *list;  /* those of the side, in its order */
  guint *at;           /* item → 1 + where it is in the chain; 0: it is not */
  guint *known;        /* by place in the chain: the first place from there whose item it has */
  gboolean *moved;     /* and whether it stands elsewhere among those the side has */
  guint *next;         /* by place in the list: the place in the chain of the next it knows */
  guint *ceiling;      /* and the lowest of all it knows that follow */
} Place;

/* Which items of the chain one must move to get from the side's order to that of the chain. */
static void
find_moved (Place *place, const GArray *items, PrnMergeSide side)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *moved = NULL;
  guint n = 0;

  for (guint i = 0; i < place->chain->len; i++) {
    PrnMergeItem *item =
        &g_array_index (items, PrnMergeItem, g_array_index (place->chain, guint, i));
    guint position = (guint) *prn_merge_item_position (item, side);

    place->known[i] = *prn_merge_item_position (item, side) >= 0 ? i : place->chain->len;
    if (place->known[i] == i)
      g_array_append_val (positions, position);
  }
  moved = prn_merge_moved ((const guint *) (gconstpointer) positions->data, positions->len);
  for (guint i = 0; i < place->chain->len; i++)
    place->moved[i] = place->known[i] == i && moved[n++];
  for (guint i = place->chain->len; i > 1; i--)
    place->known[i - 2] = MIN (place->known[i - 2], place->known[i - 1]);
}

static void
place_init (Place *place,
            const GArray *chain,
            const GArray *list,
            const GArray *items,
            PrnMergeSide side)
{
  guint next = chain->len, lowest = chain->len;

  *place = (Place){ chain,
                    list,
                    g_new0 (guint, items->len),
                    g_new (guint, chain->len),
                    g_new (gboolean, chain->len),
                    g_new (guint, list->len),
                    g_new (guint, list->len) };
  for (guint i = 0; i < chain->len; i++)
    place->at[g_array_index (chain, guint, i)] = i + 1;
  find_moved (place, items, side);
  for (guint i = list->len; i > 0; i--) {
    guint at = place->at[g_array_index (list, guint, i - 1)];

    if (at > 0) {
      next = at - 1;
      lowest = MIN (lowest, next);
    }
    place->next[i - 1] = next;
    place->ceiling[i - 1] = lowest;
  }
}

static void
place_clear (Place *place)
{
  g_free (place->at);
  g_free (place->known);
  g_free (place->moved);
  g_free (place->next);
  g_free (place->ceiling);
}

/* Where an item comes whose neighbours were turned around: after the one before it, or before the
 * one after it when only that one is where it was. */
static guint
find_neighbour (const Place *place, guint previous, guint next)
{
  if (place->moved[previous] && !place->moved[next])
    return next;
  return previous + 1 < place->chain->len ? place->known[previous + 1] : place->chain->len;
}

/* The place in the chain before which each new item comes; they never fall. Gives %FALSE when one
 * cannot stand between all it stood between. */
static gboolean
find_places (const Place *place, guint *before)
{
  guint floor = 0; /* after all that came before it in the list */
  guint previous = 0, last = 0;
  gboolean fits = TRUE;

  for (guint i = 0; i < place->list->len; i++) {
    guint at = place->at[g_array_index (place->list, guint, i)];

    if (at > 0) {
      previous = at - 1;
      floor = MAX (floor, at);
    } else if (floor <= place->ceiling[i]) {
      last = before[i] = place->ceiling[i];
    } else {
      last = before[i] = MAX (last, find_neighbour (place, previous, place->next[i]));
      fits = FALSE;
    }
  }
  return fits;
}

static GArray *
put_in (const Place *place, const guint *before)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (guint));
  guint next = 0;

  for (guint i = 0; i < place->list->len; i++) {
    guint item = g_array_index (place->list, guint, i);

    if (place->at[item] > 0)
      continue;
    for (; next < before[i]; next++)
      g_array_append_val (result, g_array_index (place->chain, guint, next));
    g_array_append_val (result, item);
  }
  for (; next < place->chain->len; next++)
    g_array_append_val (result, g_array_index (place->chain, guint, next));
  return result;
}

static GArray *
add_side (const GArray *chain, const GArray *items, PrnMergeSide side, gboolean *fits)
{
  g_autoptr (GArray) list = prn_merge_list (items, side, side);
  g_autofree guint *before = g_new0 (guint, list->len);
  Place place;
  GArray *result;

  place_init (&place, chain, list, items, side);
  *fits &= find_places (&place, before);
  result = put_in (&place, before);
  place_clear (&place);
  return result;
}

static GArray *
add_both (const GArray *chain, const GArray *items, gboolean *fits)
{
  g_autoptr (GArray) with_ours = add_side (chain, items, PRN_MERGE_OURS, fits);

  return add_side (with_ours, items, PRN_MERGE_THEIRS, fits);
}

GArray *
prn_merge_arrange (const GArray *items, gboolean *agreed)
{
  g_autoptr (GArray) common = NULL;
  g_autoptr (GArray) ours = NULL;
  g_autoptr (GArray) result = NULL;
  PrnMergeOrder outcome = prn_merge_order (items, &common);
  gboolean fits = TRUE;

  result = add_both (common, items, &fits);
  *agreed = outcome != PRN_MERGE_ORDER_DISPUTED && (fits || outcome == PRN_MERGE_ORDER_OF_ONE);
  if (*agreed || outcome == PRN_MERGE_ORDER_DISPUTED)
    return g_steal_pointer (&result);
  ours = prn_merge_list (items, PRN_MERGE_OURS, PRN_MERGE_ALL);
  return add_both (ours, items, &fits);
}
