/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

#include <math.h>

#include "prn-scene-line.h"

/* Microseconds of a frame to spend on painting tiles. */
#define PAINT_BUDGET 4000

/* Pixels: of a handle, and of the line around what is selected. */
#define LINK_RADIUS   7
#define SQUARE        8
#define OUTLINE_WIDTH 2
#define OUTLINE_APART 3

#define MANY 200

static gboolean
paint_more_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PRN_CANVAS (widget)->tick = 0;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

/* Where in the view something of the map is, with room for lines around it; empty when it is out
 * of view. */
static graphene_rect_t
seen_area (PrnCanvas *self, PrnRectangle bounds, double margin)
{
  PrnRectangle box = prn_rectangle_grown (prn_viewport_box (&self->viewport, bounds), margin);
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) floor (box.x), (float) floor (box.y),
                                             (float) ceil (box.w) + 1, (float) ceil (box.h) + 1);
  graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width,
                                             (float) self->viewport.height);

  if (!graphene_rect_intersection (&area, &view, &area))
    return *graphene_rect_zero ();
  return area;
}

/* Appends the outline of an item, OUTLINE_APART pixels away from it, in pixels of the view. */
static void
trace_item (PrnCanvas *self, cairo_t *cr, const PrnItem *item)
{
  const PrnViewport *v = &self->viewport;
  PrnRectangle box;
  double radius;

  if (item->kind == PRN_ITEM_TRIGGER) {
    cairo_save (cr);
    cairo_scale (cr, v->zoom, v->zoom);
    cairo_translate (cr, -v->x, -v->y);
    prn_scene_outline (self->scene, item, cr);
    cairo_restore (cr);
    return;
  }

  box = prn_rectangle_grown (prn_viewport_box (v, item->handle), OUTLINE_APART);
  radius = item->kind == PRN_ITEM_NOTE || item->kind == PRN_ITEM_FRAME ? OUTLINE_APART
           : item->kind == PRN_ITEM_EVENT                              ? box.h / 2
           : item->kind == PRN_ITEM_PHASE ? 16 * v->zoom + OUTLINE_APART
                                          : 12 * v->zoom + OUTLINE_APART;
  radius = MIN (radius, MIN (box.w, box.h) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x + box.w - radius, box.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, box.x + box.w - radius, box.y + box.h - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box.x + radius, box.y + box.h - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* The halo of a line leaves its label readable. */
static void
spare_label (PrnCanvas *self, cairo_t *cr, const PrnItem *item, const graphene_rect_t *area)
{
  PrnRectangle label = prn_viewport_box (&self->viewport, item->handle);

  if (!prn_scene_shows_label (self->scene, item, self->viewport.zoom))
    return;
  cairo_rectangle (cr, area->origin.x, area->origin.y, area->size.width, area->size.height);
  cairo_rectangle (cr, label.x + label.w, label.y, -label.w, label.h);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
}

static void
draw_outline (PrnCanvas *self, GtkSnapshot *snapshot, const char *id, double alpha)
{
  const PrnItem *item = prn_canvas_find (self, id);
  PrnColor accent = prn_theme_accent (self->theme);
  graphene_rect_t area;
  cairo_t *cr;

  if (item == NULL)
    return;
  area = seen_area (self, item->bounds, 8);
  if (area.size.width <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &area);
  if (item->kind == PRN_ITEM_TRIGGER)
    spare_label (self, cr, item, &area);
  trace_item (self, cr, item);
  cairo_set_line_width (cr, OUTLINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgba (cr, accent.r, accent.g, accent.b, alpha);
  if (item->kind == PRN_ITEM_TRIGGER) {
    /* The line stays visible in the middle of its halo. */
    cairo_set_line_width (cr, 6);
    cairo_set_source_rgba (cr, accent.r, accent.g, accent.b, alpha * 0.55);
  }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* So many outlines are one node as large as the view rather than thousands of small ones. */
static void
draw_many (PrnCanvas *self, GtkSnapshot *snapshot, const char *const *ids)
{
  const graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width,
                                                   (float) self->viewport.height);
  PrnColor accent = prn_theme_accent (self->theme);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &view);

  for (guint i = 0; ids[i] != NULL; i++) {
    const PrnItem *item = prn_canvas_find (self, ids[i]);

    if (item != NULL && seen_area (self, item->bounds, 8).size.width > 0)
      trace_item (self, cr, item);
  }
  cairo_set_line_width (cr, OUTLINE_WIDTH);
  cairo_set_source_rgb (cr, accent.r, accent.g, accent.b);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_outlines (PrnCanvas *self, GtkSnapshot *snapshot)
{
  const char *const *ids = prn_selection_get_ids (self->selection);

  if (prn_selection_get_n (self->selection) > MANY) {
    draw_many (self, snapshot, ids);
    return;
  }
  for (guint i = 0; ids[i] != NULL; i++)
    draw_outline (self, snapshot, ids[i], 1.0);
}

GArray *
prn_canvas_handles (PrnCanvas *self)
{
  GArray *handles = g_array_new (FALSE, FALSE, sizeof (PrnHandle));
  const char *selected = prn_selection_get_primary (self->selection);
  const PrnItem *item = prn_canvas_find (self, selected);
  const PrnItem *offered = prn_canvas_find (self, self->offered);

  if (!prn_canvas_is_editable (self))
    return handles;
  if (offered != NULL && offered->kind == PRN_ITEM_STAGE && offered != item)
    prn_handles_of_stage (handles, &self->viewport, offered->id, &offered->handle);
  if (item == NULL)
    return handles;

  if (item->kind == PRN_ITEM_STAGE && prn_selection_get_n (self->selection) == 1)
    prn_handles_of_stage (handles, &self->viewport, item->id, &item->handle);
  if (g_hash_table_contains (self->locked, item->id))
    return handles;
  if (item->kind == PRN_ITEM_STAGE || item->kind == PRN_ITEM_NOTE || item->kind == PRN_ITEM_FRAME)
    prn_handles_of_box (handles, &self->viewport, item->id, &item->handle);
  if (item->kind == PRN_ITEM_TRIGGER) {
    const PrnTrigger *trigger = prn_map_lookup (prn_canvas_get_map (self), item->id);

    if (trigger != NULL)
      prn_handles_of_trigger (handles, &self->viewport, trigger,
                              prn_scene_line (self->scene, item), &item->handle);
  }
  return handles;
}

/* How large a handle is drawn, and whether it is filled, square or carries an arrow. */
static void
trace_handle (cairo_t *cr, const PrnHandle *handle)
{
  switch (handle->kind) {
  case PRN_HANDLE_CORNER:
    cairo_rectangle (cr, handle->x - SQUARE / 2.0, handle->y - SQUARE / 2.0, SQUARE, SQUARE);
    break;
  case PRN_HANDLE_WAY:
    cairo_arc (cr, handle->x, handle->y, 3.5, 0, 2 * G_PI);
    break;
  case PRN_HANDLE_LINK:
    cairo_arc (cr, handle->x, handle->y, LINK_RADIUS, 0, 2 * G_PI);
    break;
  case PRN_HANDLE_BEND:
  case PRN_HANDLE_END:
  case PRN_HANDLE_NONE:
  default:
    cairo_arc (cr, handle->x, handle->y, 5, 0, 2 * G_PI);
    break;
  }
}

static void
draw_handle (PrnCanvas *self, GtkSnapshot *snapshot, const PrnHandle *handle)
{
  PrnColor accent = prn_theme_accent (self->theme), ground = prn_theme_ground (self->theme);
  gboolean filled = handle->kind == PRN_HANDLE_LINK || handle->kind == PRN_HANDLE_BEND;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) handle->x - 10, (float) handle->y - 10, 20, 20));
  PrnColor fill = filled ? accent : ground;

  trace_handle (cr, handle);
  cairo_set_source_rgb (cr, fill.r, fill.g, fill.b);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.5);
  if (filled)
    cairo_set_source_rgb (cr, ground.r, ground.g, ground.b);
  else
    cairo_set_source_rgb (cr, accent.r, accent.g, accent.b);
  cairo_stroke (cr);

  if (handle->kind == PRN_HANDLE_LINK) { /* a small arrow, the way it leads */
    PrnSpot out = prn_side_outward (handle->side);

    cairo_move_to (cr, handle->x - out.x * 2 - out.y * 3, handle->y - out.y * 2 - out.x * 3);
    cairo_line_to (cr, handle->x + out.x * 2.5, handle->y + out.y * 2.5);
    cairo_line_to (cr, handle->x - out.x * 2 + out.y * 3, handle->y - out.y * 2 + out.x * 3);
    cairo_stroke (cr);
  }
  cairo_destroy (cr);
}

static void
draw_handles (PrnCanvas *self, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) handles = prn_canvas_handles (self);

  for (guint i = 0; i < handles->len; i++)
    draw_handle (self, snapshot, &g_array_index (handles, PrnHandle, i));
}

void
prn_canvas_draw (PrnCanvas *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int scale_factor = gtk_widget_get_scale_factor (widget);

  prn_canvas_find_lines (self);
  if (!prn_tiles_paint (self->tiles, &self->viewport, scale_factor, PAINT_BUDGET) &&
      self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, paint_more_cb, NULL, NULL);

  if (self->transition != NULL) {
    if (prn_transition_snapshot (self->transition, &self->viewport, self->theme, snapshot))
      return;
    g_clear_pointer (&self->transition, prn_transition_free);
  }
  prn_tiles_snapshot (self->tiles, &self->viewport, snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->viewport.width,
                                                         (float) self->viewport.height));
  if (!prn_selection_contains (self->selection, self->hovered))
    draw_outline (self, snapshot, self->hovered, 0.45);
  if (self->tool == NULL || !self->tool->hides_selection) {
    draw_outlines (self, snapshot);
    if (self->tool == NULL)
      draw_handles (self, snapshot);
  }
  if (self->tool != NULL && self->tool->snapshot != NULL)
    self->tool->snapshot (self, self->tool_state, snapshot);
  gtk_snapshot_pop (snapshot);
}
