/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-handle.h"

#include <math.h>

/* Pixels from the edge of a card to the middle of a handle for a trigger: not on the card, where
 * the pointer selects, and not so far that it is lost on the way. */
#define LINK_OUT 14

/* A card or run must be so many pixels long to have handles that do not crowd. */
#define LEAST_CARD 40
#define LEAST_RUN  64

static void
append (GArray *handles, PrnHandle handle)
{
  g_array_append_val (handles, handle);
}

void
prn_handles_of_stage (GArray *handles, const PrnViewport *viewport, const char *id,
                      const PrnRectangle *card)
{
  const PrnRectangle box = prn_viewport_box (viewport, *card);

  if (box.w < LEAST_CARD)
    return;
  for (PrnSide side = PRN_SIDE_RIGHT; side <= PRN_SIDE_TOP; side++) {
    PrnSpot middle = prn_rectangle_middle (&box, side);
    PrnSpot out = prn_side_outward (side);

    append (handles, (PrnHandle){ .kind = PRN_HANDLE_LINK, .id = id, .side = side,
                                  .x = middle.x + out.x * LINK_OUT,
                                  .y = middle.y + out.y * LINK_OUT });
  }
}

void
prn_handles_of_box (GArray *handles, const PrnViewport *viewport, const char *id,
                    const PrnRectangle *box)
{
  const PrnRectangle seen = prn_viewport_box (viewport, *box);

  if (seen.w < LEAST_CARD)
    return;
  for (guint corner = 0; corner < 4; corner++)
    append (handles, (PrnHandle){ .kind = PRN_HANDLE_CORNER, .id = id, .index = corner,
                                  .x = seen.x + (corner == 1 || corner == 2 ? seen.w : 0),
                                  .y = seen.y + (corner >= 2 ? seen.h : 0) });
}

/* The bend points a run of the line lies behind: those that the line has passed before it. */
static guint
bends_before (const PrnTrigger *trigger, const PrnLine *line, guint run)
{
  guint passed = 0;

  for (guint k = 0; k < trigger->route.n; k++) {
    const PrnPoint *bend = &trigger->route.items[k];
    double nearest = G_MAXDOUBLE;
    guint where = 0;

    for (guint i = 0; i + 1 < line->n; i++) {
      const PrnLine piece = { 2, line->spots + i };
      double distance = prn_line_distance (&piece, bend->x, bend->y);

      if (distance < nearest - 1e-9) {
        nearest = distance;
        where = i;
      }
    }
    passed += where < run;
  }
  return passed;
}

void
prn_handles_of_trigger (GArray *handles, const PrnViewport *viewport, const PrnTrigger *trigger,
                        const PrnLine *line, const PrnRectangle *label)
{
  const char *id = trigger->element.id;
  double x, y;

  if (line->n < 2)
    return;
  for (guint end = 0; end < 2; end++) {
    PrnSpot spot = line->spots[end == 0 ? 0 : line->n - 1];

    prn_viewport_to_view (viewport, spot.x, spot.y, &x, &y);
    append (handles,
            (PrnHandle){ .kind = PRN_HANDLE_END, .id = id, .index = end, .x = x, .y = y });
  }
  for (guint i = 0; i < trigger->route.n; i++) {
    prn_viewport_to_view (viewport, trigger->route.items[i].x, trigger->route.items[i].y, &x, &y);
    append (handles, (PrnHandle){ .kind = PRN_HANDLE_BEND, .id = id, .index = i, .x = x, .y = y });
  }
  for (guint i = 0; i + 1 < line->n; i++) {
    PrnSpot a = line->spots[i], b = line->spots[i + 1];
    PrnSpot spot = { (a.x + b.x) / 2, (a.y + b.y) / 2 };

    if (hypot (b.x - a.x, b.y - a.y) * viewport->zoom < LEAST_RUN)
      continue;
    if (prn_rectangle_holds (label, spot.x, spot.y))
      spot = (PrnSpot){ a.x + (b.x - a.x) / 5, a.y + (b.y - a.y) / 5 };
    prn_viewport_to_view (viewport, spot.x, spot.y, &x, &y);
    append (handles, (PrnHandle){ .kind = PRN_HANDLE_WAY, .id = id,
                                  .index = bends_before (trigger, line, i), .x = x, .y = y });
  }
}

PrnHandle
prn_handles_at (const GArray *handles, double x, double y, double reach)
{
  PrnHandle best = { .kind = PRN_HANDLE_NONE };
  double least = reach;

  for (guint i = 0; i < handles->len; i++) {
    const PrnHandle *handle = &g_array_index (handles, PrnHandle, i);
    double distance = hypot (handle->x - x, handle->y - y);

    if (distance <= least) {
      least = distance;
      best = *handle;
    }
  }
  return best;
}

PrnRectangle
prn_handle_resized (guint corner, const PrnRectangle *box, double x, double y, double least_width,
                    double least_height)
{
  double left = box->x, top = box->y, right = box->x + box->w, bottom = box->y + box->h;

  if (corner == 0 || corner == 3)
    left = MIN (x, right - least_width);
  else
    right = MAX (x, left + least_width);
  if (corner <= 1)
    top = MIN (y, bottom - least_height);
  else
    bottom = MAX (y, top + least_height);
  return (PrnRectangle){ left, top, right - left, bottom - top };
}
