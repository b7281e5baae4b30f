/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-diff-private.h"

#include <glib/gi18n-lib.h>

#include "prn-extra-scan.h"
#include "prn-map-private.h"
#include "prn-map-write.h"
#include "prn-merge-order.h"
#include "prn-ordinal.h"
#include "prn-same.h"
#include "prn-value-words.h"

void
prn_change_free (PrnChange *change)
{
  g_free (change->id);
  g_free (change->label);
  g_free (change->place);
  g_free (change->old);
  g_free (change->now);
  g_free (change->words);
  g_free (change);
}

const char *
prn_change_type_name (PrnChangeType type)
{
  static const char *const names[] = { "added", "removed", "changed", "moved" };

  return names[type];
}

char *
prn_diff_capitalize (char *text)
{
  *text = g_ascii_toupper (*text);
  return text;
}

char *
prn_diff_subject (PrnMap *map, const PrnElement *element)
{
  g_autofree char *kind = prn_diff_capitalize (g_strdup (_ (prn_kind_name (element->kind))));
  g_autofree char *label = prn_label_quoted (map, element->id);

  return g_strconcat (kind, " ", label, NULL);
}

PrnChange *
prn_diff_add (PrnDiff *diff, PrnChangeType type, const PrnElement *element, char *words)
{
  PrnChange *change = g_new0 (PrnChange, 1);
  g_autofree char *sentence = words;

  change->type = type;
  change->kind = element != NULL ? prn_kind_name (element->kind) : "map";
  change->id = element != NULL ? g_strdup (element->id) : NULL;
  change->label =
      g_strdup (element != NULL ? prn_element_label (element) : prn_map_get_title (diff->newer));
  change->words = g_strconcat (sentence, ".", NULL);
  for (char *p = change->words; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_ptr_array_add (diff->changes, change);
  return change;
}

/* `Trial → Paying`; a trigger's name alone says little. */
static char *
describe_way (PrnMap *map, const PrnTrigger *trigger)
{
  gconstpointer from = prn_map_lookup (map, trigger->from);
  gconstpointer to = prn_map_lookup (map, trigger->to);

  return g_strdup_printf (" (%s → %s)", from != NULL ? prn_element_label (from) : _ ("any stage"),
                          to != NULL ? prn_element_label (to) : trigger->to);
}

static void
add_whole (PrnDiff *diff, PrnChangeType type, PrnMap *map, const PrnElement *element)
{
  g_autofree char *who = prn_diff_subject (map, element);
  g_autofree char *way = element->kind == PRN_KIND_TRIGGER
                             ? describe_way (map, (const PrnTrigger *) element)
                             : g_strdup ("");
  g_autoptr (GString) text = g_string_new (NULL);
  PrnChange *change;

  prn_record_append (prn_record_of_kind (element->kind), element, text, 0);
  change = prn_diff_add (
      diff, type, element,
      g_strdup_printf (type == PRN_CHANGE_ADDED ? _ ("%s added%s") : _ ("%s removed%s"), who, way));
  *(type == PRN_CHANGE_ADDED ? &change->now : &change->old) = prn_json_squeeze (text->str);
}

static void
add_move (PrnDiff *diff, const PrnElement *element, guint from, guint to)
{
  g_autofree char *list = prn_diff_capitalize (g_strdup (prn_kind_list_name (element->kind)));
  g_autofree char *label = prn_label_quoted (diff->newer, element->id);
  g_autofree char *from_words = prn_ordinal (from + 1);
  g_autofree char *to_words = prn_ordinal (to + 1);
  PrnChange *change;

  change = prn_diff_add (
      diff, PRN_CHANGE_MOVED, element,
      g_strdup_printf (_ ("%s: %s moved from %s to %s"), list, label, from_words, to_words));
  change->old = g_strdup_printf ("%u", from + 1);
  change->now = g_strdup_printf ("%u", to + 1);
}

/* @old_at: for each of the @n elements that are in both maps, where it was; @new_at: where it is */
static void
diff_order (PrnDiff *diff, PrnKind kind, const guint *old_at, const guint *new_at, guint n)
{
  g_autofree gboolean *moved = prn_merge_moved (old_at, n);

  for (guint i = 0; i < n; i++)
    if (moved[i])
      add_move (diff, prn_map_nth (diff->newer, kind, new_at[i]), old_at[i], new_at[i]);
}

static void
diff_element (PrnDiff *diff, const PrnElement *older, const PrnElement *newer)
{
  if (prn_element_same (older, newer))
    return;
  diff->element = newer;
  prn_diff_record (diff, prn_record_of_kind (newer->kind), older, newer);
  diff->element = NULL;
}

static void
diff_elements (PrnDiff *diff, PrnKind kind)
{
  guint n_old, n_new, n_common = 0;
  PrnElement *const *older = prn_map_elements (diff->older, kind, &n_old);
  PrnElement *const *newer = prn_map_elements (diff->newer, kind, &n_new);
  g_autofree guint *old_at = NULL;
  g_autofree guint *new_at = NULL;

  if (older == newer)
    return;
  old_at = g_new (guint, n_new);
  new_at = g_new (guint, n_new);
  for (guint i = 0; i < n_new; i++) {
    int position = prn_map_index_of (diff->older, kind, newer[i]->id);

    if (position < 0) {
      add_whole (diff, PRN_CHANGE_ADDED, diff->newer, newer[i]);
      continue;
    }
    diff_element (diff, older[position], newer[i]);
    old_at[n_common] = (guint) position;
    new_at[n_common++] = i;
  }
  for (guint i = 0; i < n_old; i++)
    if (prn_map_index_of (diff->newer, kind, older[i]->id) < 0)
      add_whole (diff, PRN_CHANGE_REMOVED, diff->older, older[i]);
  diff_order (diff, kind, old_at, new_at, n_common);
}

GPtrArray *
prn_map_diff (PrnMap *older, PrnMap *newer)
{
  g_autoptr (GString) place = g_string_new (NULL);
  PrnDiff diff = { .older = older, .newer = newer, .place = place };

  diff.changes = g_ptr_array_new_with_free_func ((GDestroyNotify) prn_change_free);
  if (older == newer)
    return diff.changes;
  prn_diff_record (&diff, &prn_map_record, older, newer);
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    diff_elements (&diff, kind);
  return diff.changes;
}
