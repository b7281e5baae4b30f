/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check-private.h"

#include <glib/gi18n-lib.h>

#include "prn-references.h"

/* Elements that do something only when others refer to them. A segment is reported by itself. */
static const struct {
  PrnKind kind;
  const char *message;
} useful[] = {
  { PRN_KIND_PHASE, N_ ("no stage is in this phase; drag one into it, or remove it") },
  { PRN_KIND_EVENT, N_ ("no trigger uses this event; name it in a condition, or remove it") },
  { PRN_KIND_SCORE, N_ ("no trigger uses this score; name it in a condition, or remove it") },
};

typedef struct {
  PrnMap *map;
  gboolean *used[PRN_N_KINDS];
} Uses;

/* A trigger from a phase or a note about it does not put a stage into it. */
static gboolean
is_use (const PrnReference *reference, PrnKind kind)
{
  PrnKind from = reference->element != NULL ? reference->element->kind : PRN_N_KINDS;

  if (from == PRN_KIND_NOTE)
    return FALSE;
  return kind != PRN_KIND_PHASE || from == PRN_KIND_STAGE;
}

static void
use_cb (const PrnReference *reference, gpointer user_data)
{
  Uses *uses = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (useful); i++) {
    PrnKind kind = useful[i].kind;
    int index;

    if (!(reference->member->references & (1u << kind)) || !is_use (reference, kind))
      continue;
    index = prn_map_index_of (uses->map, kind, reference->id);
    if (index >= 0)
      uses->used[kind][index] = TRUE;
  }
}

/* Revenue is read from the rows of an event whether or not a trigger waits for it. */
static gboolean
is_useful_by_itself (gconstpointer element)
{
  return prn_element_kind (element) == PRN_KIND_EVENT &&
         *((const PrnEvent *) element)->value_column != '\0';
}

void
prn_check_uses (PrnCheck *check)
{
  Uses uses = { .map = check->map };

  for (guint i = 0; i < G_N_ELEMENTS (useful); i++)
    uses.used[useful[i].kind] = g_new0 (gboolean, prn_map_n (check->map, useful[i].kind));
  prn_map_foreach_reference (check->map, use_cb, &uses);

  for (guint i = 0; i < G_N_ELEMENTS (useful); i++) {
    PrnKind kind = useful[i].kind;

    for (guint k = 0; k < prn_map_n (check->map, kind); k++)
      if (!uses.used[kind][k] && !is_useful_by_itself (prn_map_nth (check->map, kind, k)))
        prn_check_add (check, PRN_PROBLEM_UNUSED, kind, k, NULL, "%s", _ (useful[i].message));
    g_free (uses.used[kind]);
  }
}
