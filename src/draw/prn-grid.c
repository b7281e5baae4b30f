/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-grid.h"

#include <math.h>

#define SQUARE_MIN 256.0
#define SQUARES_MAX 4096 /* of all; they become larger on a larger map */
#define TOUCHED_MAX 64   /* a rectangle over more squares is kept in a list of its own */

struct _PrnGrid {
  guint n;
  PrnRectangle *rectangles;
  PrnRectangle bounds;
  double square, squares_per_unit;
  int columns, rows;
  guint *first;   /* by square: where its list starts; one more at the end */
  guint *list;    /* indices */
  GArray *large;  /* indices */
};

typedef struct {
  int left, top, right, bottom;
} Span;

/* The number of a square, within the grid; @at is counted in squares, and NaN for no place. */
static inline int
square_at (double at, int n)
{
  /* Truncated, as nothing is below 0: a call of floor() each would take longer than all else. */
  return !(at > 0) ? 0 : at >= n - 1 ? n - 1 : (int) at;
}

static inline Span
span_of (const PrnGrid *self, const PrnRectangle *r)
{
  double left = (r->x - self->bounds.x) * self->squares_per_unit;
  double top = (r->y - self->bounds.y) * self->squares_per_unit;

  return (Span){ square_at (left, self->columns), square_at (top, self->rows),
                 square_at (left + r->w * self->squares_per_unit, self->columns),
                 square_at (top + r->h * self->squares_per_unit, self->rows) };
}

static gboolean
is_large (const Span *span)
{
  return (gint64) (span->right - span->left + 1) * (span->bottom - span->top + 1) > TOUCHED_MAX;
}

static void
measure (PrnGrid *self)
{
  for (guint i = 0; i < self->n; i++)
    self->bounds = prn_rectangle_union (self->bounds, self->rectangles[i]);
  self->square = MAX (SQUARE_MIN, sqrt (self->bounds.w * self->bounds.h / SQUARES_MAX));
  self->square = MAX (self->square, MAX (self->bounds.w, self->bounds.h) / SQUARES_MAX);
  self->squares_per_unit = 1 / self->square;
  self->columns = (int) (self->bounds.w / self->square) + 1;
  self->rows = (int) (self->bounds.h / self->square) + 1;
}

/* Counts (@at is NULL) or lists what touches each square. */
static void
sort_in (PrnGrid *self, guint *at)
{
  for (guint i = 0; i < self->n; i++) {
    Span span = span_of (self, &self->rectangles[i]);

    if (is_large (&span)) {
      if (at != NULL)
        g_array_append_val (self->large, i);
      continue;
    }
    for (int row = span.top; row <= span.bottom; row++)
      for (int column = span.left; column <= span.right; column++) {
        guint square = (guint) (row * self->columns + column);

        if (at != NULL)
          self->list[at[square]++] = i;
        else
          self->first[square + 1]++;
      }
  }
}

PrnGrid *
prn_grid_new (const PrnRectangle *rectangles, gsize stride, guint n)
{
  PrnGrid *self = g_new0 (PrnGrid, 1);
  g_autofree guint *at = NULL;
  guint squares;

  self->n = n;
  self->rectangles = g_new (PrnRectangle, n + 1);
  for (guint i = 0; i < n; i++)
    self->rectangles[i] =
        *(const PrnRectangle *) (gconstpointer) ((const guint8 *) rectangles + i * stride);
  self->large = g_array_new (FALSE, FALSE, sizeof (guint));
  measure (self);

  squares = (guint) (self->columns * self->rows);
  self->first = g_new0 (guint, squares + 1);
  sort_in (self, NULL);
  for (guint i = 0; i < squares; i++)
    self->first[i + 1] += self->first[i];
  self->list = g_new (guint, self->first[squares] + 1);
  at = g_memdup2 (self->first, (squares + 1) * sizeof (guint));
  sort_in (self, at);
  return self;
}

void
prn_grid_free (PrnGrid *self)
{
  g_free (self->rectangles);
  g_free (self->first);
  g_free (self->list);
  g_array_unref (self->large);
  g_free (self);
}

void
prn_grid_foreach (const PrnGrid *self, const PrnRectangle *area, PrnBinsFunc func, gpointer data)
{
  Span span = span_of (self, area);

  for (guint i = 0; i < self->large->len; i++) {
    guint index = g_array_index (self->large, guint, i);
    const PrnRectangle *r = &self->rectangles[index];

    if (prn_rectangle_overlaps (r, area) && !func (index, r, data))
      return;
  }
  for (int row = span.top; row <= span.bottom; row++)
    for (int column = span.left; column <= span.right; column++) {
      guint square = (guint) (row * self->columns + column);

      for (guint i = self->first[square]; i < self->first[square + 1]; i++) {
        guint index = self->list[i];
        const PrnRectangle *r = &self->rectangles[index];
        Span own;

        if (!prn_rectangle_overlaps (r, area))
          continue;
        /* What touches several squares is told at the first of those asked for. */
        own = span_of (self, r);
        if (MAX (own.left, span.left) == column && MAX (own.top, span.top) == row &&
            !func (index, r, data))
          return;
      }
    }
}
