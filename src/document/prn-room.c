/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-room.h"

#include "prn-bins.h"
#include "prn-edit-place.h"
#include "prn-edit-private.h"

/* A stage of the usual size, and the chips that may come to stand below its facts. */
#define WIDTH  200
#define HEIGHT 96

#define GAP_ACROSS 136 /* room for the label of a trigger */
#define GAP_DOWN   96
#define APART      32  /* what is kept free around it */
#define TRIES      64

static PrnBins *
taken_room (PrnMap *map)
{
  static const PrnKind kinds[] = { PRN_KIND_STAGE, PRN_KIND_NOTE };
  PrnBins *bins = prn_bins_new ();

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < prn_map_n (map, kinds[k]); i++) {
      PrnRectangle box;

      if (prn_edit_get_box (prn_map_nth (map, kinds[k], i), &box))
        prn_bins_add (bins, i, &box);
    }
  return bins;
}

/* 0, 1, -1, 2, -2 ... */
static int
aside (guint try)
{
  int steps = (int) (try + 1) / 2;

  return try % 2 == 1 ? steps : -steps;
}

PrnSpot
prn_room_beside (PrnMap *map, const PrnStage *stage, PrnSide side)
{
  g_autoptr (PrnBins) bins = taken_room (map);
  const PrnSpot out = prn_side_outward (side);
  const PrnRectangle box = { stage->position.x, stage->position.y, stage->size.w, stage->size.h };
  PrnSpot first = { box.x + box.w / 2 + out.x * (box.w / 2 + GAP_ACROSS + WIDTH / 2.0),
                    box.y + box.h / 2 + out.y * (box.h / 2 + GAP_DOWN + HEIGHT / 2.0) };

  for (guint try = 0; try < TRIES; try++) {
    PrnSpot spot = first;
    PrnRectangle room;

    if (prn_side_is_horizontal (side))
      spot.y += aside (try) * (HEIGHT + GAP_DOWN);
    else
      spot.x += aside (try) * (WIDTH + GAP_ACROSS);
    room = prn_rectangle_grown (
        (PrnRectangle){ spot.x - WIDTH / 2.0, spot.y - HEIGHT / 2.0, WIDTH, HEIGHT }, APART);
    if (!prn_bins_any (bins, &room))
      return spot;
  }
  return first;
}
