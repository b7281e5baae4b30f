/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-track.h"

#include <math.h>

#define PITCH 16
/* Memory is taken only where lines run; this bounds the addresses. */
#define CROSSINGS_MAX (48 * 1000 * 1000)
#define LINES_MAX 1e6
#define PITCHED_MAX (4 * 1000 * 1000)

/* What a step of one pitch costs more on a track that is so near to a line. */
static const struct {
  double distance;
  guint cost;
} neighbours[] = { { 0.5, 400 }, { 8.5, 120 }, { 16.5, 40 }, { 27, 10 } };

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Lines in the order of their place, each once. None is outside: what is there nobody has told. */
static double *
lines_new (double start, double length, double pitch, GArray *wanted, guint *n)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (double));
  double first = ceil (start / pitch) * pitch;
  guint kept = 0;
  double *all;

  for (double at = first; at <= start + length; at += pitch)
    g_array_append_val (lines, at);
  g_array_append_vals (lines, wanted->data, wanted->len);
  g_array_sort (lines, compare_doubles);

  all = (double *) lines->data;
  for (guint i = 0; i < lines->len; i++)
    if (kept == 0 || all[i] - all[kept - 1] > 0.01)
      all[kept++] = all[i];

  *n = kept;
  return g_memdup2 (all, kept * sizeof (double));
}

PrnTracks *
prn_tracks_new (const PrnRectangle *area, GArray *xs, GArray *ys)
{
  double pitch = PITCH;
  g_autoptr (PrnTracks) self = g_new0 (PrnTracks, 1);
  gsize n;

  while (area->w / pitch * (area->h / pitch) > PITCHED_MAX && pitch < 256)
    pitch *= 2;
  if (!(area->w / pitch < LINES_MAX && area->h / pitch < LINES_MAX))
    return NULL;

  self->xs = lines_new (area->x, area->w, pitch, xs, &self->columns);
  self->ys = lines_new (area->y, area->h, pitch, ys, &self->rows);
  n = (gsize) self->columns * self->rows;
  if (n > CROSSINGS_MAX)
    return NULL;

  self->ground = g_try_new0 (guint16, n);
  self->used[0] = g_try_new0 (guint16, n);
  self->used[1] = g_try_new0 (guint16, n);
  self->taken = g_try_new0 (guint8, n);
  if (self->ground == NULL || self->used[0] == NULL || self->used[1] == NULL || self->taken == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

void
prn_tracks_free (PrnTracks *self)
{
  g_free (self->xs);
  g_free (self->ys);
  g_free (self->ground);
  g_free (self->used[0]);
  g_free (self->used[1]);
  g_free (self->taken);
  g_free (self);
}

/* The first line at or after @at. */
static guint
first_at (const double *lines, guint n, double at)
{
  guint low = 0, high = n;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (lines[middle] < at)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static guint
nearest (const double *lines, guint n, double at)
{
  guint i = first_at (lines, n, at);

  if (i == n)
    return n - 1;
  if (i > 0 && at - lines[i - 1] < lines[i] - at)
    return i - 1;
  return i;
}

guint
prn_tracks_column (const PrnTracks *self, double x)
{
  return nearest (self->xs, self->columns, x);
}

guint
prn_tracks_row (const PrnTracks *self, double y)
{
  return nearest (self->ys, self->rows, y);
}

void
prn_tracks_block (PrnTracks *self, const PrnRectangle *r, guint cost)
{
  guint left = first_at (self->xs, self->columns, r->x + 0.01);
  guint right = first_at (self->xs, self->columns, r->x + r->w - 0.01);
  guint bottom = first_at (self->ys, self->rows, r->y + r->h - 0.01);

  for (guint j = first_at (self->ys, self->rows, r->y + 0.01); j < bottom; j++)
    for (guint i = left; i < right; i++) {
      guint16 *ground = &self->ground[(gsize) j * self->columns + i];

      *ground = MAX (*ground, cost);
    }
}

static void
add (guint16 *used, int cost)
{
  *used = (guint16) CLAMP ((int) *used + cost, 0, 60000);
}

/* A run along one axis, at @at from @low to @high. */
static void
take_run (PrnTracks *self, PrnAxis axis, double at, double low, double high, int sign,
          gboolean taken)
{
  gboolean level = axis == PRN_AXIS_LEVEL;
  const double *across = level ? self->ys : self->xs, *along = level ? self->xs : self->ys;
  guint n_across = level ? self->rows : self->columns;
  guint n_along = level ? self->columns : self->rows;
  guint first = level ? prn_tracks_column (self, low) : prn_tracks_row (self, low);
  guint last = level ? prn_tracks_column (self, high) : prn_tracks_row (self, high);
  double reach = neighbours[G_N_ELEMENTS (neighbours) - 1].distance;

  if (high < along[0] || low > along[n_along - 1])
    return;
  for (guint j = first_at (across, n_across, at - reach);
       j < n_across && across[j] <= at + reach; j++) {
    guint k = 0;

    while (k + 1 < G_N_ELEMENTS (neighbours) && fabs (across[j] - at) > neighbours[k].distance)
      k++;
    for (guint i = first; i <= last; i++) {
      gsize v = level ? (gsize) j * self->columns + i : (gsize) i * self->columns + j;

      add (&self->used[axis][v], sign * (int) neighbours[k].cost);
      if (k == 0 && taken)
        self->taken[v] |= (guint8) (1 << axis);
    }
  }
}

static void
take_line (PrnTracks *self, const PrnLine *line, int sign, gboolean taken)
{
  for (guint i = 0; i + 1 < line->n; i++) {
    PrnSpot a = line->spots[i], b = line->spots[i + 1];

    if (a.y == b.y)
      take_run (self, PRN_AXIS_LEVEL, a.y, MIN (a.x, b.x), MAX (a.x, b.x), sign, taken);
    else if (a.x == b.x)
      take_run (self, PRN_AXIS_UPRIGHT, a.x, MIN (a.y, b.y), MAX (a.y, b.y), sign, taken);
  }
}

void
prn_tracks_take (PrnTracks *self, const PrnLine *line)
{
  take_line (self, line, 1, TRUE);
}

void
prn_tracks_reserve (PrnTracks *self, const PrnLine *line, int sign)
{
  take_line (self, line, sign, FALSE);
}
