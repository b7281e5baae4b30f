/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-hops.h"

#include <math.h>

/* So near its end an upright run is a corner or a head, which no line hops over. */
#define END 4

typedef struct {
  double x, top, bottom;
} Upright;

/* Over everything from one spot to another of a level run, with a foot @forth before and behind. */
typedef struct {
  double from, to, y, forth;
} Hop;

struct _PrnHops {
  GArray *uprights; /* of Upright */
  gboolean sorted;  /* by x */
  double dash, gap; /* of the line that is being added; 0: solid */
  double run_from;  /* where its run begins, and with it its dashes */
  double foot;      /* where its last hop ended; no hop as yet: @run_from */
  gboolean back;    /* its run goes from right to left */
  GArray *left_out; /* of Hop */
};

PrnHops *
prn_hops_new (void)
{
  PrnHops *self = g_new0 (PrnHops, 1);

  self->uprights = g_array_new (FALSE, FALSE, sizeof (Upright));
  self->left_out = g_array_new (FALSE, FALSE, sizeof (Hop));
  return self;
}

void
prn_hops_free (PrnHops *self)
{
  g_array_unref (self->uprights);
  g_array_unref (self->left_out);
  g_free (self);
}

void
prn_hops_add (PrnHops *self, const PrnLine *line)
{
  for (guint i = 0; i + 1 < line->n; i++) {
    PrnSpot a = line->spots[i], b = line->spots[i + 1];
    const Upright upright = { a.x, MIN (a.y, b.y) + END, MAX (a.y, b.y) - END };

    if (a.x != b.x || upright.top >= upright.bottom)
      continue;
    g_array_append_val (self->uprights, upright);
    self->sorted = FALSE;
  }
}

static int
compare_uprights (gconstpointer a, gconstpointer b)
{
  const Upright *left = a, *right = b;

  return (left->x > right->x) - (left->x < right->x);
}

/* The first upright run that is not left of @x. */
static guint
first_from (GArray *uprights, double x)
{
  guint low = 0, high = uprights->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (g_array_index (uprights, Upright, middle).x < x)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
paint_hop (const Hop *self, PrnPen *pen)
{
  double start = self->from - self->forth, end = self->to + self->forth, over = self->y - PRN_HOP;

  prn_pen_corner (pen, start, over, (PrnSpot){ 0, -PRN_HOP }, (PrnSpot){ self->forth, 0 });
  prn_pen_line_to (pen, self->to, over);
  prn_pen_corner (pen, end, over, (PrnSpot){ self->forth, 0 }, (PrnSpot){ 0, PRN_HOP });
}

/* Goes on to @x. Behind a hop the dashes begin again where one of the whole run would, so that they
 * stand where they stand without the hop; of a dash that the hop ends in, the rest is kept. */
static void
go_on (PrnHops *self, PrnPen *pen, double x, double y)
{
  double period = self->dash + self->gap, step = self->back ? -1 : 1;
  double done = (self->foot - self->run_from) * step, room = (x - self->run_from) * step;
  double begun;

  if (self->dash > 0 && done > 0) {
    begun = floor (done / period) * period;
    if (done < begun + self->dash) {
      prn_pen_move_to (pen, self->foot, y);
      prn_pen_line_to (pen, self->run_from + MIN (begun + self->dash, room) * step, y);
    }
    prn_pen_move_to (pen, self->run_from + MIN (begun + period, room) * step, y);
  }
  prn_pen_line_to (pen, x, y);
}

static void
take_hop (PrnHops *self, PrnPen *pen, const Hop *hop)
{
  go_on (self, pen, hop->from - hop->forth, hop->y);
  self->foot = hop->to + hop->forth;
  if (self->dash > 0)
    g_array_append_val (self->left_out, *hop);
  else
    paint_hop (hop, pen);
}

/* A run with its hops; what stands too close together is taken in one. */
static void
hopping_run (PrnPen *pen, PrnSpot from, PrnSpot to, gpointer data)
{
  PrnHops *self = data;
  double room = PRN_HOP + self->dash + self->gap; /* for the hop, and a dash behind it */
  double left = MIN (from.x, to.x) + room, right = MAX (from.x, to.x) - room;
  Hop hop = { 0, 0, from.y, to.x < from.x ? -PRN_HOP : PRN_HOP };
  gboolean open = FALSE; /* whether it may still become longer */
  guint begin = first_from (self->uprights, left);
  guint end = from.y == to.y && left < right ? first_from (self->uprights, right) : begin;

  self->run_from = self->foot = from.x;
  self->back = to.x < from.x;
  if (self->dash > 0)
    prn_pen_move_to (pen, from.x, from.y);
  for (guint n = begin; n < end; n++) {
    guint index = hop.forth > 0 ? n : begin + end - 1 - n;
    const Upright *upright = &g_array_index (self->uprights, Upright, index);

    if (from.y <= upright->top || from.y >= upright->bottom)
      continue;
    if (open && fabs (upright->x - hop.to) >= 2 * PRN_HOP) {
      take_hop (self, pen, &hop);
      open = FALSE;
    }
    if (!open)
      hop.from = upright->x;
    hop.to = upright->x;
    open = TRUE;
  }
  if (open)
    take_hop (self, pen, &hop);
  go_on (self, pen, to.x, to.y);
}

void
prn_hops_line (PrnHops *self, PrnPen *pen, const PrnLine *line, double radius, double dash,
               double gap)
{
  if (!self->sorted)
    g_array_sort (self->uprights, compare_uprights);
  self->sorted = TRUE;
  self->dash = dash;
  self->gap = gap;
  g_array_set_size (self->left_out, 0);
  prn_pen_line_by_runs (pen, line, radius, hopping_run, self);
}

gboolean
prn_hops_left_out (PrnHops *self, PrnPen *pen)
{
  for (guint i = 0; i < self->left_out->len; i++) {
    const Hop *hop = &g_array_index (self->left_out, Hop, i);

    prn_pen_move_to (pen, hop->from - hop->forth, hop->y);
    paint_hop (hop, pen);
  }
  return self->left_out->len > 0;
}
