/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-outline.h"

#include <glib/gi18n-lib.h>

#include "prn-panel-row.h"

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

static void
add_stages (GListStore *rows, PrnMap *map, const char *phase)
{
  guint n;
  const PrnStage *const *stages = prn_map_stages (map, &n);

  for (guint i = 0; i < n; i++) {
    const PrnStage *stage = stages[i];
    const char *owner = stage->owner[0] != '\0' ? stage->owner : NULL;

    if (g_strcmp0 (stage->phase, phase) == 0)
      prn_panel_row_add (rows, PRN_PANEL_ROW_ELEMENT, prn_element_id (stage),
                         prn_element_label (stage), owner, role_name (stage->role));
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

GListModel *
prn_outline_rows (PrnMap *map)
{
  GListStore *rows = g_list_store_new (PRN_TYPE_PANEL_ROW);
  guint n;
  const PrnPhase *const *phases = prn_map_phases (map, &n);

  if (prn_map_get_description (map)[0] != '\0')
    prn_panel_row_add (rows, PRN_PANEL_ROW_NOTE, NULL, prn_map_get_description (map), NULL, NULL);
  for (guint i = 0; i < n; i++) {
    prn_panel_row_add (rows, PRN_PANEL_ROW_HEADING, prn_element_id (phases[i]),
                       prn_element_label (phases[i]), NULL, NULL);
    add_stages (rows, map, prn_element_id (phases[i]));
  }
  if (has_stage_without_phase (map))
    prn_panel_row_add (rows, PRN_PANEL_ROW_HEADING, NULL, n > 0 ? _("Other stages") : _("Stages"),
                       NULL, NULL);
  add_stages (rows, map, NULL);
  return G_LIST_MODEL (rows);
}
