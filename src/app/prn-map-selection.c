/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map-page-private.h"

#include "prn-element-edits.h"

/* What is selected, seen in four places: canvas, outline, report and inspector. */

static void
share_selection (PrnMapPage *self, const char *id)
{
  g_autofree char *kept = g_strdup (id);

  prn_canvas_set_selected (self->canvas, kept);
  prn_navigator_set_selected (self->navigator, kept);
  g_object_set (self->report_panel, "selected", kept, NULL);
  prn_inspector_show (self->inspector, kept);
}

/* Selects an element wherever it is shown, and brings it into view. */
static void
go_to (PrnMapPage *self, const char *id)
{
  /* What is on no canvas is shown by the inspector alone. */
  gboolean on_canvas = prn_is_on_canvas (prn_document_get_map (self->document), id);

  self->sharing = TRUE;
  prn_canvas_set_selected (self->canvas, on_canvas ? id : NULL);
  self->sharing = FALSE;
  if (on_canvas)
    prn_canvas_reveal (self->canvas, id);
  prn_navigator_set_selected (self->navigator, id);
  g_object_set (self->report_panel, "selected", id, NULL);
  prn_inspector_show (self->inspector, id);
  g_object_notify (G_OBJECT (self), "selected");
}

/* What is selected stays so, under the id that it is about to have. */
static void
inspector_new_id_cb (PrnMapPage *self, const char *id)
{
  if (prn_canvas_get_selected (self->canvas) == NULL)
    return;
  self->sharing = TRUE;
  prn_selection_set_one (prn_canvas_get_selection (self->canvas), id);
  self->sharing = FALSE;
}

static void
inspector_chosen_cb (PrnMapPage *self, const char *id)
{
  go_to (self, id);
}

static void
canvas_selected_cb (PrnMapPage *self)
{
  if (self->sharing)
    return;
  share_selection (self, prn_canvas_get_selected (self->canvas));
  g_object_notify (G_OBJECT (self), "selected");
}

static void
list_selected_cb (PrnMapPage *self, GParamSpec *pspec, GObject *list)
{
  g_autofree char *id = NULL;

  g_object_get (list, "selected", &id, NULL);
  /* What was selected on the canvas is in view there. */
  if (id != NULL && g_strcmp0 (id, prn_canvas_get_selected (self->canvas)) != 0)
    go_to (self, id);
}

/* A member of it, if one is named, is opened in the inspector. */
static void
navigator_chosen_cb (PrnMapPage *self, const char *id, const char *path)
{
  g_autofree char *kept = g_strdup (id);

  if (path != NULL)
    prn_map_page_uncover (self);
  go_to (self, kept);
  if (path == NULL || *path == '\0')
    return;
  prn_map_page_show_inspector (self);
  prn_inspector_focus (self->inspector, path);
}

void
prn_map_page_share_selection (PrnMapPage *self)
{
  g_signal_connect_object (self->canvas, "notify::selected", G_CALLBACK (canvas_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "chosen", G_CALLBACK (navigator_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->report_panel, "notify::selected", G_CALLBACK (list_selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector, "chosen", G_CALLBACK (inspector_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector, "new-id", G_CALLBACK (inspector_new_id_cb), self,
                           G_CONNECT_SWAPPED);
}

const char *
prn_map_page_get_selected (PrnMapPage *self)
{
  g_return_val_if_fail (PRN_IS_MAP_PAGE (self), NULL);

  return prn_canvas_get_selected (self->canvas);
}

void
prn_map_page_go_to (PrnMapPage *self, const char *id)
{
  g_return_if_fail (PRN_IS_MAP_PAGE (self));

  prn_map_page_uncover (self);
  go_to (self, id);
}
