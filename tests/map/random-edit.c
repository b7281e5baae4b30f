/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-edit.h"

#include "prn-extra.h"
#include "prn-references.h"
#include "prn-schema.h"
#include "random-map.h"

static guint
below (GRand *rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) n);
}

static gboolean
is_of_variant (const PrnRecord *record, const PrnMember *member)
{
  return record->has_variants &&
         (member->variants != 0 || g_strcmp0 (record->variant_member, member->name) == 0);
}

/* Gives a member what another element says in it; what depends on the variant goes together. */
static void
copy_member (const PrnRecord *record, const PrnMember *member, gpointer data, gconstpointer source)
{
  if (!is_of_variant (record, member)) {
    prn_member_assign (member, data, source);
    return;
  }
  for (guint i = 0; i < record->n_members; i++)
    if (is_of_variant (record, &record->members[i]))
      prn_member_assign (&record->members[i], data, source);
}

static void
copy_extra (const PrnRecord *record, gpointer data, gconstpointer source)
{
  PrnExtra **extra = G_STRUCT_MEMBER_P (data, record->extra_offset);

  prn_extra_unref (*extra);
  *extra = prn_extra_ref (*(PrnExtra *const *) G_STRUCT_MEMBER_P (source, record->extra_offset));
}

static PrnMap *
change_member (GRand *rand, PrnMap *map, PrnKind kind, guint n)
{
  const PrnRecord *record = prn_record_of_kind (kind);
  guint which = below (rand, record->n_members);
  g_autoptr (PrnElement) element = NULL;
  g_autoptr (PrnElement) other = NULL;

  if (prn_map_n (map, kind) == 0)
    return prn_map_ref (map);
  element = prn_element_copy (prn_map_nth (map, kind, below (rand, prn_map_n (map, kind))));
  other = random_element_new (rand, kind, element->id, n);
  if (which == 0)
    copy_extra (record, element, other);
  else
    copy_member (record, &record->members[which], element, other);
  return prn_map_with (map, element);
}

static PrnMap *
add_element (GRand *rand, PrnMap *map, PrnKind kind, guint n, const char *name)
{
  g_autofree char *id = prn_map_new_id (map, name);
  g_autoptr (PrnElement) element = random_element_new (rand, kind, id, n);

  return prn_map_with (map, element);
}

static PrnMap *
remove_element (GRand *rand, PrnMap *map, PrnKind kind)
{
  if (prn_map_n (map, kind) == 0)
    return prn_map_ref (map);
  return prn_map_without (
      map, prn_element_id (prn_map_nth (map, kind, below (rand, prn_map_n (map, kind)))));
}

PrnMap *
with_order (PrnMap *map, PrnKind kind, const char *const *ids)
{
  g_autoptr (PrnMap) rest = prn_map_ref (map);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++) {
    PrnMap *without = prn_map_without (rest, ids[i]);

    g_ptr_array_add (elements, (gpointer) prn_map_lookup (map, ids[i]));
    prn_map_unref (rest);
    rest = without;
  }
  g_assert_cmpuint (prn_map_n (rest, kind), ==, 0);
  return prn_map_with_all (rest, elements->pdata, elements->len);
}

static PrnMap *
move_elements (GRand *rand, PrnMap *map, PrnKind kind, guint n_moves)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  guint n = prn_map_n (map, kind);

  if (n == 0)
    return prn_map_ref (map);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, (gpointer) prn_element_id (prn_map_nth (map, kind, i)));
  for (guint i = 0; i < n_moves; i++) {
    gpointer id = g_ptr_array_steal_index (ids, below (rand, n));

    g_ptr_array_insert (ids, (int) below (rand, n), id);
  }
  g_ptr_array_add (ids, NULL);
  return with_order (map, kind, (const char *const *) ids->pdata);
}

/* Takes the first channel of a stage out, swaps it or puts one in; both sides do that often enough
 * to meet. */
static PrnMap *
change_channels (GRand *rand, PrnMap *map, const char *name)
{
  g_autoptr (PrnStage) stage = NULL;
  PrnTexts *channels;

  if (prn_map_n (map, PRN_KIND_STAGE) == 0)
    return prn_map_ref (map);
  stage = prn_element_copy (prn_map_nth (map, PRN_KIND_STAGE, 0));
  channels = &stage->channels;
  if (channels->n > 1 && below (rand, 3) == 0) {
    guint other = 1 + below (rand, (guint) channels->n - 1);
    char *first = channels->items[0];

    channels->items[0] = channels->items[other];
    channels->items[other] = first;
  } else if (channels->n > 0 && g_rand_boolean (rand)) {
    g_free (channels->items[0]);
    for (guint i = 1; i < channels->n; i++)
      channels->items[i - 1] = channels->items[i];
    channels->n--;
  } else {
    channels->items = g_renew (char *, channels->items, channels->n + 1);
    channels->items[channels->n++] = g_strdup_printf ("%s %u", name, below (rand, 1000));
  }
  return prn_map_with (map, stage);
}

static PrnMap *
change_map (GRand *rand, PrnMap *map, guint n, const char *name)
{
  g_autoptr (PrnMap) other = random_map_new (rand, n);
  const PrnMember *member =
      &prn_population_record.members[below (rand, prn_population_record.n_members)];
  PrnPopulation population;
  PrnMap *result;

  if (g_rand_boolean (rand))
    return prn_map_with_title (map, name);
  prn_record_copy (&prn_population_record, &population, prn_map_get_population (map));
  prn_member_assign (member, &population, prn_map_get_population (other));
  result = prn_map_with_population (map, &population);
  prn_record_clear (&prn_population_record, &population);
  return result;
}

static PrnMap *
edit_once (GRand *rand, PrnMap *map, guint n, const char *name)
{
  PrnKind kind = below (rand, PRN_N_KINDS);

  switch (below (rand, 16)) {
  case 0:
    return add_element (rand, map, kind, n, name);
  case 1:
  case 2:
    return remove_element (rand, map, kind);
  case 3:
  case 4:
    return move_elements (rand, map, kind, 1);
  case 5:
    return change_map (rand, map, n, name);
  case 6:
    return add_element (rand, map, kind, n, "both");
  case 7:
    return change_channels (rand, map, name);
  case 8:
    return move_elements (rand, map, PRN_KIND_TRIGGER, 1 + below (rand, 3));
  case 9:
    return add_element (rand, map, PRN_KIND_TRIGGER, n, name);
  default:
    return change_member (rand, map, kind, n);
  }
}

static void
dangling_cb (const PrnReference *reference G_GNUC_UNUSED,
             const char *message G_GNUC_UNUSED,
             gpointer user_data)
{
  *(gboolean *) user_data = FALSE;
}

static gboolean
holds_together (PrnMap *map)
{
  gboolean good = TRUE;

  prn_map_foreach_dangling (map, dangling_cb, &good);
  return good;
}

PrnMap *
random_edit (GRand *rand, PrnMap *map, guint n, const char *name)
{
  g_autoptr (PrnMap) edited = prn_map_ref (map);

  for (guint i = 1 + below (rand, 8); i > 0; i--) {
    PrnMap *next = edit_once (rand, edited, n, name);

    /* What an element still refers to cannot be removed. */
    if (!holds_together (next)) {
      prn_map_unref (next);
      continue;
    }
    prn_map_unref (edited);
    edited = next;
  }
  return g_steal_pointer (&edited);
}
