/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-ready-bubble.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-canvas-private.h"
#include "prn-edit-ready.h"
#include "prn-ready-list.h"
#include "prn-scene-line.h"

#define APART  16 /* pixels from the middle of the line */
#define MARGIN 8  /* from the edges of the view */

static void
chosen_cb (PrnReadyList *list, guint index, PrnCanvas *canvas)
{
  prn_canvas_take_ready (canvas, index);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
}

static GtkWidget *
make_bubble (PrnCanvas *canvas)
{
  GtkWidget *bubble = prn_ready_list_new ();

  gtk_widget_add_css_class (bubble, "bubble");
  gtk_widget_add_css_class (bubble, "view");
  g_signal_connect (bubble, "chosen", G_CALLBACK (chosen_cb), canvas);
  gtk_widget_set_parent (bubble, GTK_WIDGET (canvas));
  return bubble;
}

/* The trigger it is beside is all that is selected, and has no condition yet. */
static gboolean
is_wanted (PrnCanvas *canvas)
{
  PrnMap *map = prn_canvas_get_map (canvas);
  int index = map != NULL ? prn_map_index_of (map, PRN_KIND_TRIGGER, canvas->ready_for) : -1;

  return index >= 0 && prn_canvas_is_editable (canvas) &&
         prn_selection_get_n (canvas->selection) == 1 &&
         prn_selection_contains (canvas->selection, canvas->ready_for) &&
         ((const PrnTrigger *) prn_map_nth (map, PRN_KIND_TRIGGER, (guint) index))->when == NULL;
}

void
prn_ready_bubble_update (PrnCanvas *canvas)
{
  if (canvas->ready_for == NULL)
    return;
  if (is_wanted (canvas)) {
    prn_ready_list_show (PRN_READY_LIST (canvas->ready_bubble), prn_canvas_get_map (canvas),
                         canvas->ready_for);
    gtk_widget_queue_allocate (GTK_WIDGET (canvas));
    return;
  }
  g_clear_pointer (&canvas->ready_for, g_free);
  gtk_widget_set_visible (canvas->ready_bubble, FALSE);
}

void
prn_canvas_offer_ready (PrnCanvas *self, const char *trigger)
{
  g_return_if_fail (PRN_IS_CANVAS (self));

  if (self->ready_bubble == NULL)
    self->ready_bubble = make_bubble (self);
  g_free (self->ready_for);
  self->ready_for = g_strdup (trigger);
  gtk_widget_set_visible (self->ready_bubble, TRUE);
  prn_ready_bubble_update (self);
}

/* Where its trigger is in the view: its label, or the middle of the longest run of its line. */
static PrnRectangle
place_of_trigger (PrnCanvas *canvas)
{
  const PrnViewport *v = &canvas->viewport;
  const PrnItem *item = prn_canvas_find (canvas, canvas->ready_for);
  const PrnLine *line = item != NULL ? prn_scene_line (canvas->scene, item) : NULL;
  PrnRectangle middle = { 0 };
  double longest = 0;

  if (item == NULL || line->n < 2)
    return (PrnRectangle){ v->width / 2, v->height / 2, 0, 0 };
  if (prn_scene_shows_label (canvas->scene, item, v->zoom))
    return prn_viewport_box (v, item->handle);
  for (guint i = 0; i + 1 < line->n; i++) {
    PrnSpot a = line->spots[i], b = line->spots[i + 1];
    double length = hypot (b.x - a.x, b.y - a.y);

    if (length > longest) {
      longest = length;
      middle = (PrnRectangle){ (a.x + b.x) / 2, (a.y + b.y) / 2, 0, 0 };
    }
  }
  return prn_viewport_box (v, middle);
}

/* Whether a box of the view is in it, and on no card. */
static gboolean
is_free (PrnCanvas *canvas, const PrnRectangle *box)
{
  const PrnViewport *v = &canvas->viewport;

  if (box->x < MARGIN || box->y < MARGIN || box->x + box->w > v->width - MARGIN ||
      box->y + box->h > v->height - MARGIN)
    return FALSE;
  for (guint i = 0; canvas->scene != NULL && i < prn_scene_n_items (canvas->scene); i++) {
    const PrnItem *item = prn_scene_item (canvas->scene, i);
    PrnRectangle card = prn_viewport_box (v, item->handle);

    if (item->kind == PRN_ITEM_STAGE && card.x < box->x + box->w && box->x < card.x + card.w &&
        card.y < box->y + box->h && box->y < card.y + card.h)
      return FALSE;
  }
  return TRUE;
}

/* Below the trigger, else above, right or left of it: the first place that covers no card. */
static PrnRectangle
best_place (PrnCanvas *canvas, double width, double height)
{
  const PrnViewport *v = &canvas->viewport;
  PrnRectangle at = place_of_trigger (canvas);
  double centre = at.x + (at.w - width) / 2, middle = at.y + (at.h - height) / 2;
  const PrnRectangle places[] = {
    { centre, at.y + at.h + APART, width, height },
    { centre, at.y - APART - height, width, height },
    { at.x + at.w + APART, middle, width, height },
    { at.x - APART - width, middle, width, height },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (is_free (canvas, &places[i]))
      return places[i];
  return (PrnRectangle){ CLAMP (centre, MARGIN, MAX (v->width - width - MARGIN, MARGIN)),
                         CLAMP (places[0].y, MARGIN, MAX (v->height - height - MARGIN, MARGIN)),
                         width, height };
}

void
prn_ready_bubble_allocate (PrnCanvas *canvas)
{
  PrnRectangle place;
  int width, height;

  if (canvas->ready_for == NULL)
    return;
  gtk_widget_measure (canvas->ready_bubble, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                      NULL);
  gtk_widget_measure (canvas->ready_bubble, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL,
                      NULL);
  place = best_place (canvas, width, height);
  gtk_widget_allocate (
      canvas->ready_bubble, width, height, -1,
      gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) floor (place.x),
                                                           (float) floor (place.y))));
}

void
prn_ready_bubble_snapshot (PrnCanvas *canvas, GtkSnapshot *snapshot)
{
  if (canvas->ready_for != NULL && canvas->tool == NULL)
    gtk_widget_snapshot_child (GTK_WIDGET (canvas), canvas->ready_bubble, snapshot);
}

void
prn_ready_bubble_dispose (PrnCanvas *canvas)
{
  g_clear_pointer (&canvas->ready_for, g_free);
  g_clear_pointer (&canvas->ready_bubble, gtk_widget_unparent);
}

void
prn_canvas_take_ready (PrnCanvas *self, guint index)
{
  g_autofree char *trigger = g_strdup (prn_canvas_get_selected (self));
  PrnMap *map = prn_canvas_get_map (self);
  g_autoptr (GPtrArray) offers = prn_ready_conditions (map, trigger);

  if (index < offers->len)
    prn_canvas_apply (self, prn_edit_take_ready (map, trigger, offers->pdata[index]),
                      _("Set Condition"), NULL);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}
