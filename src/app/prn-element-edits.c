/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-element-edits.h"

#include <glib/gi18n-lib.h>

#include "prn-edit-new.h"
#include "prn-edit-relate.h"
#include "prn-edit-remove.h"
#include "prn-member-words.h"
#include "prn-title.h"

gboolean
prn_is_on_canvas (PrnMap *map, const char *id)
{
  const PrnElement *element = prn_map_lookup (map, id);

  if (element == NULL)
    return FALSE;
  switch (element->kind) {
  case PRN_KIND_PHASE:
  case PRN_KIND_STAGE:
  case PRN_KIND_EVENT:
  case PRN_KIND_TRIGGER:
  case PRN_KIND_NOTE:
  case PRN_KIND_FRAME:
    return TRUE;
  case PRN_KIND_SCORE:
  case PRN_KIND_SEGMENT:
  case PRN_KIND_TARGET:
  case PRN_KIND_SCENARIO:
  default:
    return FALSE;
  }
}

char *
prn_add_element (PrnDocument *document, PrnKind kind, const char *about)
{
  g_autofree char *id = NULL;
  g_autofree char *name = g_strdup_printf (_("Add %s"), prn_kind_title (kind));
  g_autoptr (PrnMap) map =
      prn_edit_new_element (prn_document_get_map (document), kind, NULL, about, &id);

  return id != NULL && prn_document_apply (document, map, name, NULL) ? g_steal_pointer (&id) : NULL;
}

gboolean
prn_remove_element (PrnDocument *document, const char *id)
{
  PrnMap *before = prn_document_get_map (document);
  gconstpointer element = prn_map_lookup (before, id);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autoptr (PrnMap) map = NULL;

  if (element == NULL)
    return FALSE;
  title = prn_title_of (before, element);
  name = g_strdup_printf (_("Delete %s"), title);
  map = prn_edit_remove (before, (const char *const[]){ id, NULL });
  return map != before && prn_document_apply (document, map, name, NULL);
}

/* A stage into the phase of another, or into a phase. */
static PrnMap *
into_phase (PrnMap *map, const char *id, const PrnElement *onto)
{
  const char *phase = onto->kind == PRN_KIND_PHASE ? onto->id : ((const PrnStage *) onto)->phase;

  return prn_edit_set_phase (map, (const char *const[]){ id, NULL }, phase);
}

static PrnMap *
put (PrnMap *map, const PrnElement *element, const PrnElement *onto)
{
  g_autoptr (PrnMap) moved = NULL;

  if (element->kind == PRN_KIND_EVENT && onto->kind == PRN_KIND_STAGE)
    return prn_edit_set_stage (map, (const char *const[]){ element->id, NULL }, onto->id);
  if (element->kind == PRN_KIND_STAGE && onto->kind == PRN_KIND_PHASE)
    return into_phase (map, element->id, onto);
  if (element->kind != onto->kind)
    return prn_map_ref (map);

  moved = element->kind == PRN_KIND_STAGE ? into_phase (map, element->id, onto) : prn_map_ref (map);
  return prn_edit_reorder (moved, element->id,
                           (guint) prn_map_index_of (moved, onto->kind, onto->id));
}

gboolean
prn_put_element (PrnDocument *document, const char *id, const char *onto)
{
  PrnMap *before = prn_document_get_map (document);
  const PrnElement *element = prn_map_lookup (before, id);
  const PrnElement *target = prn_map_lookup (before, onto);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autoptr (PrnMap) map = NULL;

  if (element == NULL || target == NULL || element == target)
    return FALSE;
  title = prn_title_of (before, element);
  name = g_strdup_printf (_("Move %s"), title);
  map = put (before, element, target);
  return map != before && prn_document_apply (document, map, name, NULL);
}

gboolean
prn_shift_element (PrnDocument *document, const char *id, int by)
{
  PrnMap *before = prn_document_get_map (document);
  const PrnElement *element = prn_map_lookup (before, id);
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autoptr (PrnMap) map = NULL;
  int position;

  if (element == NULL)
    return FALSE;
  position = prn_map_index_of (before, element->kind, id) + by;
  if (position < 0)
    return FALSE;
  title = prn_title_of (before, element);
  name = g_strdup_printf (_("Move %s"), title);
  map = prn_edit_reorder (before, id, (guint) position);
  return map != before && prn_document_apply (document, map, name, NULL);
}
