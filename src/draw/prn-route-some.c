/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-route.h"

#include <string.h>

/* How far from the ends of a line its way is looked for, at first and when there is none. */
#define NEAR 240
#define FAR 960
#define BESIDE 32 /* what is so near to a way makes it dear */

/* Wires whose ways may meet, and so are found together. */
typedef struct {
  PrnRectangle area;
  GArray *members; /* guint: indices of wires */
} Group;

static void
group_clear (gpointer data)
{
  g_array_unref (((Group *) data)->members);
}

static PrnRectangle
wire_area (const PrnWire *wire, double reach)
{
  PrnRectangle ends = { MIN (wire->from.x, wire->to.x), MIN (wire->from.y, wire->to.y),
                        ABS (wire->from.x - wire->to.x), ABS (wire->from.y - wire->to.y) };

  return prn_rectangle_grown (ends, reach);
}

/* Takes the groups in that overlap @group, until none does. */
static void
absorb (GArray *groups, Group *group)
{
  for (guint i = 0; i < groups->len;) {
    Group *other = &g_array_index (groups, Group, i);

    if (!prn_rectangle_overlaps (&other->area, &group->area)) {
      i++;
      continue;
    }
    group->area = prn_rectangle_union (group->area, other->area);
    g_array_append_vals (group->members, other->members->data, other->members->len);
    g_array_remove_index (groups, i);
    i = 0;
  }
}

/* Returns: (transfer full) (element-type Group): the wires to be found, by their places. */
static GArray *
groups_of (const PrnWire *wires, guint n_wires, const guint8 *wanted, double reach)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  g_array_set_clear_func (groups, group_clear);
  for (guint i = 0; i < n_wires; i++) {
    Group group = { wire_area (&wires[i], reach), NULL };

    if (!wanted[i])
      continue;
    group.members = g_array_new (FALSE, FALSE, sizeof (guint));
    g_array_append_val (group.members, i);
    absorb (groups, &group);
    g_array_append_val (groups, group);
  }
  return groups;
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

/* Whether a line runs through what it can go around: what covers an end it cannot. */
static gboolean
is_blocked (const PrnWire *wire, GArray *obstacles)
{
  PrnSpot from = prn_gate_of (wire->from, wire->from_side);
  PrnSpot to = prn_gate_of (wire->to, wire->to_side);

  for (guint i = 0; wire->n_bends == 0 && i < obstacles->len; i++) {
    const PrnRectangle *r = &g_array_index (obstacles, PrnRectangle, i);

    if (prn_line_enters (&wire->line, r) && !prn_rectangle_holds (r, from.x, from.y) &&
        !prn_rectangle_holds (r, to.x, to.y))
      return TRUE;
  }
  return FALSE;
}

/* Notes in @wanted whose ways are still to be found. */
static void
route_group (const PrnGround *ground, const Group *group, PrnWire *wires, guint8 *wanted)
{
  const guint *members = (const guint *) group->members->data;
  const PrnRectangle around = prn_rectangle_grown (group->area, BESIDE);
  g_autoptr (GArray) obstacles = rectangles_in (ground->obstacles, ground->n_obstacles, &around);
  g_autoptr (GArray) soft = rectangles_in (ground->soft, ground->n_soft, &group->area);
  g_autoptr (GArray) lines = lines_in (ground->lines, ground->n_lines, &around);
  g_autofree PrnWire *own = g_new (PrnWire, group->members->len);
  const PrnGround near = { (const PrnRectangle *) obstacles->data, obstacles->len,
                           (const PrnRectangle *) soft->data, soft->len,
                           (const PrnLine *) lines->data, lines->len, group->area,
                           ground->hurried };

  for (guint i = 0; i < group->members->len; i++) {
    prn_line_clear (&wires[members[i]].line);
    own[i] = wires[members[i]];
  }
  prn_route (&near, own, group->members->len);
  for (guint i = 0; i < group->members->len; i++) {
    wires[members[i]].line = own[i].line;
    wanted[members[i]] = is_blocked (&own[i], obstacles);
  }
}

gboolean
prn_route_some (const PrnGround *ground, PrnWire *wires, guint n_wires)
{
  static const double reaches[] = { NEAR, FAR };
  g_autofree guint8 *wanted = g_new (guint8, n_wires + 1);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (PrnLine));
  PrnGround with_found = *ground;
  gboolean any = n_wires > 0;

  memset (wanted, TRUE, n_wires);
  for (guint turn = 0; any && turn < G_N_ELEMENTS (reaches); turn++) {
    g_autoptr (GArray) groups = groups_of (wires, n_wires, wanted, reaches[turn]);

    for (guint i = 0; i < groups->len; i++)
      route_group (&with_found, &g_array_index (groups, Group, i), wires, wanted);

    any = FALSE;
    g_array_set_size (lines, 0);
    g_array_append_vals (lines, ground->lines, ground->n_lines);
    for (guint i = 0; i < n_wires; i++) {
      any = any || wanted[i];
      if (!wanted[i])
        g_array_append_val (lines, wires[i].line);
    }
    with_found.lines = (const PrnLine *) lines->data;
    with_found.n_lines = lines->len;
  }
  return !any;
}
