/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-outline.h"

#include <glib/gi18n-lib.h>

#include "prn-member-words.h"
#include "prn-panel-row.h"
#include "prn-title.h"
#include "prn-words.h"

/* The rows at work, and what is searched for. */
typedef struct {
  GListStore *rows;
  PrnMap *map;
  char *search; /* casefolded; NULL for everything */
  GHashTable *found; /* ids that were found before; nullable */
} Outline;

static const char *
role_name (PrnRole role)
{
  switch (role) {
  case PRN_ROLE_ENTRY:
    return _("Entry");
  case PRN_ROLE_GOAL:
    return _("Goal");
  case PRN_ROLE_EXIT:
    return _("Exit");
  case PRN_ROLE_NONE:
  default:
    return NULL;
  }
}

static gboolean
is_wanted (Outline *outline, const char *id, const char *title)
{
  g_autofree char *folded = NULL;

  if (outline->search == NULL ||
      (outline->found != NULL && g_hash_table_contains (outline->found, id)))
    return TRUE;
  folded = g_utf8_casefold (title, -1);
  return g_strstr_len (folded, -1, outline->search) != NULL;
}

static void
add_element (Outline *outline, const char *id, const char *title, const char *detail,
             const char *figure)
{
  if (!is_wanted (outline, id, title))
    return;
  prn_panel_row_add (outline->rows, PRN_PANEL_ROW_ELEMENT, id, title, detail, figure);
  if (outline->search != NULL && outline->found != NULL)
    g_hash_table_add (outline->found, g_strdup (id));
}

/* Headings only guide through what is not searched. */
static void
add_heading (Outline *outline, const char *id, const char *title)
{
  if (outline->search == NULL)
    prn_panel_row_add (outline->rows, PRN_PANEL_ROW_HEADING, id, title, NULL, NULL);
  else if (id != NULL)
    add_element (outline, id, title, _("Phase"), NULL);
}

static void
add_stages (Outline *outline, const char *phase)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (outline->map, &n);

  for (guint i = 0; i < n; i++) {
    const PrnStage *stage = stages[i];
    const char *owner = stage->owner[0] != '\0' ? stage->owner : NULL;

    if (g_strcmp0 (stage->phase, phase) == 0)
      add_element (outline, prn_element_id (stage), prn_element_label (stage), owner,
                   role_name (stage->role));
  }
}

static gboolean
has_stage_without_phase (PrnMap *map)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);

  for (guint i = 0; i < n; i++)
    if (stages[i]->phase == NULL)
      return TRUE;
  return FALSE;
}

static void
add_phases (Outline *outline)
{
  guint n;
  const PrnPhase *const *phases = prn_map_phases (outline->map, &n);

  for (guint i = 0; i < n; i++) {
    add_heading (outline, prn_element_id (phases[i]), prn_element_label (phases[i]));
    add_stages (outline, prn_element_id (phases[i]));
  }
  if (has_stage_without_phase (outline->map))
    add_heading (outline, NULL, n > 0 ? _("Other stages") : _("Stages"));
  add_stages (outline, NULL);
}

static void
add_triggers (Outline *outline)
{
  guint n;
  const PrnTrigger *const *triggers = prn_map_triggers (outline->map, &n);

  if (n > 0)
    add_heading (outline, NULL, prn_kind_list_title (PRN_KIND_TRIGGER));
  for (guint i = 0; i < n; i++) {
    g_autofree char *name = prn_words_trigger_name (outline->map, triggers[i]);
    g_autofree char *way = prn_title_of_way (outline->map, triggers[i]);

    /* One that has no name, nor words for when it fires, is told by its way alone. */
    add_element (outline, prn_element_id (triggers[i]), *name != '\0' ? name : way,
                 *name != '\0' ? way : NULL, NULL);
  }
}

static void
add_kind (Outline *outline, PrnKind kind)
{
  guint n = prn_map_n (outline->map, kind);

  if (n > 0)
    add_heading (outline, NULL, prn_kind_list_title (kind));
  for (guint i = 0; i < n; i++) {
    gconstpointer element = prn_map_nth (outline->map, kind, i);
    const char *stage = kind == PRN_KIND_EVENT ? ((const PrnEvent *) element)->stage : NULL;
    gconstpointer where = stage != NULL ? prn_map_lookup (outline->map, stage) : NULL;

    add_element (outline, prn_element_id (element), prn_element_label (element),
                 where != NULL ? prn_element_label (where) : NULL, NULL);
  }
}

GListModel *
prn_outline_rows (PrnMap *map, const char *search, GHashTable *found)
{
  static const PrnKind others[] = { PRN_KIND_EVENT,  PRN_KIND_SCORE, PRN_KIND_SEGMENT,
                                    PRN_KIND_TARGET, PRN_KIND_NOTE,  PRN_KIND_FRAME,
                                    PRN_KIND_SCENARIO };
  Outline outline = { g_list_store_new (PRN_TYPE_PANEL_ROW), map, NULL, found };

  if (search != NULL && *search != '\0')
    outline.search = g_utf8_casefold (search, -1);
  add_phases (&outline);
  add_triggers (&outline);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    add_kind (&outline, others[i]);
  g_free (outline.search);
  return G_LIST_MODEL (outline.rows);
}

void
prn_outline_follow (GHashTable *found, PrnMap *before, PrnMap *map)
{
  if (g_hash_table_size (found) == 0 || before == map)
    return;
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    for (guint i = 0; i < MIN (prn_map_n (before, kind), prn_map_n (map, kind)); i++) {
      const char *old_id = prn_element_id (prn_map_nth (before, kind, i));
      const char *id = prn_element_id (prn_map_nth (map, kind, i));

      if (!g_str_equal (id, old_id) && g_hash_table_contains (found, old_id) &&
          prn_map_lookup (map, old_id) == NULL && prn_map_lookup (before, id) == NULL)
        g_hash_table_add (found, g_strdup (id));
    }
}

/* What another element may be called by, and what its own row says beside that. */
static gboolean
is_same_row (PrnMap *map, gconstpointer element, PrnMap *other_map, gconstpointer other)
{
  if (g_strcmp0 (prn_element_id (element), prn_element_id (other)) != 0 ||
      g_strcmp0 (prn_element_label (element), prn_element_label (other)) != 0)
    return FALSE;
  switch (prn_element_kind (element)) {
  case PRN_KIND_STAGE: {
    const PrnStage *a = element, *b = other;

    return g_strcmp0 (a->phase, b->phase) == 0 && g_strcmp0 (a->owner, b->owner) == 0 &&
           a->role == b->role;
  }
  case PRN_KIND_EVENT:
    return g_strcmp0 (((const PrnEvent *) element)->stage, ((const PrnEvent *) other)->stage) == 0;
  case PRN_KIND_TRIGGER: {
    g_autofree char *name = prn_words_trigger_name (map, element);
    g_autofree char *other_name = prn_words_trigger_name (other_map, other);
    g_autofree char *way = prn_title_of_way (map, element);
    g_autofree char *other_way = prn_title_of_way (other_map, other);

    return g_str_equal (name, other_name) && g_str_equal (way, other_way);
  }
  default:
    return TRUE;
  }
}

gboolean
prn_outline_is_same (PrnMap *map, PrnMap *other)
{
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++) {
    guint n = prn_map_n (map, kind);

    if (n != prn_map_n (other, kind))
      return FALSE;
    for (guint i = 0; i < n; i++) {
      gconstpointer a = prn_map_nth (map, kind, i), b = prn_map_nth (other, kind, i);

      if (a != b && !is_same_row (map, a, other, b))
        return FALSE;
    }
  }
  return TRUE;
}
