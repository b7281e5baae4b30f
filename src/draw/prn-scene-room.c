/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-scene-private.h"
#include "prn-scene-room.h"

/* The nearest free place is where we are or flush with the edge of something in the way. So we begin
 * where the box is wanted and, best first, push it out of what it is found to lie on. */

#define APART 32  /* what is kept free around the box */
#define TRIES 200 /* a picture so full that none of them is free has no room nearby */

typedef struct {
  PrnScene *scene;
  PrnRectangle box; /* with what is kept free around it */
  int found;        /* the first item in its way, or -1 */
} Obstacle;

static gboolean
is_inside (const PrnRectangle *box, const PrnRectangle *of)
{
  return box->x >= of->x && box->y >= of->y && box->x + box->w <= of->x + of->w &&
         box->y + box->h <= of->y + of->h;
}

/* A band grows with what comes to lie in it; what is beside it must not lie on its edge. A frame cuts
 * nothing. */
static gboolean
is_in_the_way (const PrnItem *item, const PrnRectangle *box)
{
  if (!prn_rectangle_overlaps (&item->handle, box))
    return FALSE;
  switch (item->kind) {
  case PRN_ITEM_STAGE:
  case PRN_ITEM_NOTE:
    return TRUE;
  case PRN_ITEM_PHASE:
    return !prn_rectangle_holds (&item->handle, box->x + box->w / 2, box->y + box->h / 2);
  case PRN_ITEM_FRAME:
    return !is_inside (box, &item->handle);
  case PRN_ITEM_TRIGGER:
  case PRN_ITEM_EVENT:
  default:
    return FALSE;
  }
}

static gboolean
obstacle_cb (guint number, const PrnRectangle *bounds, gpointer data)
{
  Obstacle *self = data;

  /* A grid has no order of its own, and the same picture is to give the same place. */
  if ((self->found < 0 || (int) number < self->found) &&
      is_in_the_way (prn_scene_item (self->scene, number), &self->box))
    self->found = (int) number;
  return TRUE;
}

/* The first thing in the way of a box, or %NULL. */
static const PrnItem *
obstacle_of (PrnScene *scene, PrnSpot middle, double width, double height)
{
  const PrnRectangle box = { middle.x - width / 2, middle.y - height / 2, width, height };
  Obstacle obstacle = { scene, prn_rectangle_grown (box, APART), -1 };

  prn_grid_foreach (scene->grid, &obstacle.box, obstacle_cb, &obstacle);
  return obstacle.found >= 0 ? prn_scene_item (scene, (guint) obstacle.found) : NULL;
}

static void
add_spot (GArray *spots, PrnSpot spot)
{
  for (guint i = 0; i < spots->len; i++) {
    const PrnSpot *other = &g_array_index (spots, PrnSpot, i);

    if (other->x == spot.x && other->y == spot.y)
      return;
  }
  g_array_append_val (spots, spot);
}

/* Right of it, below it, left of it, above it. */
static void
add_pushed_out (GArray *spots, PrnSpot spot, const PrnRectangle *of, double width, double height)
{
  double across = width / 2 + APART, down = height / 2 + APART;

  add_spot (spots, (PrnSpot){ of->x + of->w + across, spot.y });
  add_spot (spots, (PrnSpot){ spot.x, of->y + of->h + down });
  add_spot (spots, (PrnSpot){ of->x - across, spot.y });
  add_spot (spots, (PrnSpot){ spot.x, of->y - down });
}

/* Brings the spot nearest to @wanted, of those from @first on, to the place @first. */
static void
bring_nearest (GArray *spots, guint first, PrnSpot wanted)
{
  double least = G_MAXDOUBLE;
  guint best = first;
  PrnSpot nearest;

  for (guint i = first; i < spots->len; i++) {
    const PrnSpot *spot = &g_array_index (spots, PrnSpot, i);
    double x = spot->x - wanted.x, y = spot->y - wanted.y;

    if (x * x + y * y < least) {
      least = x * x + y * y;
      best = i;
    }
  }
  nearest = g_array_index (spots, PrnSpot, best);
  g_array_index (spots, PrnSpot, best) = g_array_index (spots, PrnSpot, first);
  g_array_index (spots, PrnSpot, first) = nearest;
}

PrnSpot
prn_scene_room_near (PrnScene *self, PrnSpot wanted, double width, double height)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (PrnSpot));

  g_array_append_val (spots, wanted);
  for (guint try = 0; try < TRIES && try < spots->len; try++) {
    const PrnItem *obstacle;
    PrnSpot spot;

    bring_nearest (spots, try, wanted);
    spot = g_array_index (spots, PrnSpot, try);
    obstacle = obstacle_of (self, spot, width, height);
    if (obstacle == NULL)
      return spot;
    add_pushed_out (spots, spot, &obstacle->handle, width, height);
  }
  return wanted;
}
