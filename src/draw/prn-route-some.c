/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-route.h"

PrnRectangle
prn_wires_bounds (const PrnWire *wires, guint n_wires)
{
  PrnRectangle area = { 0, 0, 0, 0 };

  for (guint i = 0; i < n_wires; i++) {
    const PrnSpot ends[] = { wires[i].from, wires[i].to };

    for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
      area = prn_rectangle_union (area,
                                  (PrnRectangle){ ends[k].x - 1, ends[k].y - 1, 2, 2 });
  }
  return area;
}

static GArray *
rectangles_in (const PrnRectangle *all, guint n, const PrnRectangle *area)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));

  for (guint i = 0; i < n; i++)
    if (prn_rectangle_overlaps (&all[i], area))
      g_array_append_val (found, all[i]);
  return found;
}

static GArray *
lines_in (const PrnLine *all, guint n, const PrnRectangle *area)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PrnLine));

  for (guint i = 0; i < n; i++)
    if (prn_line_enters (&all[i], area))
      g_array_append_val (found, all[i]);
  return found;
}

/* Whether a line runs through what it should go around. */
static gboolean
is_blocked (const PrnWire *wire, GArray *obstacles)
{
  for (guint i = 0; i < obstacles->len; i++)
    if (prn_line_enters (&wire->line, &g_array_index (obstacles, PrnRectangle, i)))
      return TRUE;
  return FALSE;
}

gboolean
prn_route_some (const PrnGround *ground, double reach, PrnWire *wires, guint n_wires)
{
  const PrnRectangle area = prn_rectangle_grown (prn_wires_bounds (wires, n_wires), reach);
  g_autoptr (GArray) obstacles = rectangles_in (ground->obstacles, ground->n_obstacles, &area);
  g_autoptr (GArray) soft = rectangles_in (ground->soft, ground->n_soft, &area);
  g_autoptr (GArray) lines = lines_in (ground->lines, ground->n_lines, &area);
  const PrnGround near = { (const PrnRectangle *) obstacles->data, obstacles->len,
                           (const PrnRectangle *) soft->data, soft->len,
                           (const PrnLine *) lines->data, lines->len, area, ground->hurried };

  for (guint i = 0; i < n_wires; i++)
    prn_line_clear (&wires[i].line);
  prn_route (&near, wires, n_wires);
  for (guint i = 0; i < n_wires; i++)
    if (wires[i].n_bends == 0 && is_blocked (&wires[i], obstacles))
      return FALSE;
  return TRUE;
}
