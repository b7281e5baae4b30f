/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-panel-row.h"

struct _PrnPanelRow {
  GObject parent;

  PrnPanelRowKind kind;
  char *id;
  char *title;
  char *detail;
  char *figure;
  PrnChart *chart;
};

G_DEFINE_TYPE (PrnPanelRow, prn_panel_row, G_TYPE_OBJECT)

static void
prn_panel_row_finalize (GObject *object)
{
  PrnPanelRow *self = PRN_PANEL_ROW (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->figure);
  g_clear_pointer (&self->chart, prn_chart_unref);

  G_OBJECT_CLASS (prn_panel_row_parent_class)->finalize (object);
}

static void
prn_panel_row_class_init (PrnPanelRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = prn_panel_row_finalize;
}

static void
prn_panel_row_init (PrnPanelRow *self)
{
}

PrnPanelRow *
prn_panel_row_new (PrnPanelRowKind kind,
                   const char *id,
                   const char *title,
                   const char *detail,
                   const char *figure)
{
  PrnPanelRow *self = g_object_new (PRN_TYPE_PANEL_ROW, NULL);

  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->figure = g_strdup (figure);
  return self;
}

PrnPanelRow *
prn_panel_row_new_chart (PrnChart *chart)
{
  PrnPanelRow *self =
      prn_panel_row_new (PRN_PANEL_ROW_CHART, NULL, prn_chart_words (chart), NULL, NULL);

  self->chart = prn_chart_ref (chart);
  return self;
}

void
prn_panel_row_add (GListStore *rows,
                   PrnPanelRowKind kind,
                   const char *id,
                   const char *title,
                   const char *detail,
                   const char *figure)
{
  g_autoptr (PrnPanelRow) row = prn_panel_row_new (kind, id, title, detail, figure);

  g_list_store_append (rows, row);
}

PrnPanelRowKind
prn_panel_row_get_kind (PrnPanelRow *self)
{
  g_return_val_if_fail (PRN_IS_PANEL_ROW (self), PRN_PANEL_ROW_FACT);

  return self->kind;
}

const char *
prn_panel_row_get_id (PrnPanelRow *self)
{
  g_return_val_if_fail (PRN_IS_PANEL_ROW (self), NULL);

  return self->id;
}

const char *
prn_panel_row_get_title (PrnPanelRow *self)
{
  g_return_val_if_fail (PRN_IS_PANEL_ROW (self), NULL);

  return self->title;
}

const char *
prn_panel_row_get_detail (PrnPanelRow *self)
{
  g_return_val_if_fail (PRN_IS_PANEL_ROW (self), NULL);

  return self->detail;
}

const char *
prn_panel_row_get_figure (PrnPanelRow *self)
{
  g_return_val_if_fail (PRN_IS_PANEL_ROW (self), NULL);

  return self->figure;
}

PrnChart *
prn_panel_row_get_chart (PrnPanelRow *self)
{
  g_return_val_if_fail (PRN_IS_PANEL_ROW (self), NULL);

  return self->chart;
}

gboolean
prn_panel_row_equal (PrnPanelRow *self, PrnPanelRow *other)
{
  return self->kind == other->kind && g_strcmp0 (self->id, other->id) == 0 &&
         g_strcmp0 (self->title, other->title) == 0 &&
         g_strcmp0 (self->detail, other->detail) == 0 &&
         g_strcmp0 (self->figure, other->figure) == 0 && self->chart == other->chart;
}

static gboolean
is_target (PrnPanelRow *self)
{
  return self->kind >= PRN_PANEL_ROW_MET && self->kind <= PRN_PANEL_ROW_UNKNOWN;
}

gboolean
prn_panel_rows_find (GListModel *rows, const char *id, guint *position)
{
  guint n = g_list_model_get_n_items (rows);
  gboolean found = FALSE;

  if (id == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    g_autoptr (PrnPanelRow) row = g_list_model_get_item (rows, i);

    if (g_strcmp0 (row->id, id) != 0 || (found && is_target (row)))
      continue;
    *position = i;
    if (!is_target (row))
      return TRUE;
    found = TRUE;
  }
  return found;
}
