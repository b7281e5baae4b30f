/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-bins.h"

#include <math.h>

#define SQUARE 256.0
/* A rectangle over more squares than this is kept in a list of its own. */
#define SQUARES_MAX 1024

struct _PrnBins {
  GHashTable *squares; /* gint64 key of a square to GArray of indices */
  GArray *entries;     /* Entry */
  GArray *large;       /* indices */
};

typedef struct {
  PrnRectangle r;
  guint number;
} Entry;

/* GLib's own hash of such keys is column xor row: neighbours would all collide. */
static guint
square_hash (gconstpointer key)
{
  guint64 mixed = *(const guint64 *) key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint) (mixed >> 32);
}

PrnBins *
prn_bins_new (void)
{
  PrnBins *self = g_new0 (PrnBins, 1);

  self->squares = g_hash_table_new_full (square_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) g_array_unref);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->large = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
prn_bins_free (PrnBins *self)
{
  g_hash_table_unref (self->squares);
  g_array_unref (self->entries);
  g_array_unref (self->large);
  g_free (self);
}

typedef struct {
  int left, top, right, bottom;
} Span;

static int
square_of (double at)
{
  return (int) CLAMP (floor (at / SQUARE), -1e9, 1e9);
}

static Span
span_of (const PrnRectangle *r)
{
  return (Span){ square_of (r->x), square_of (r->y), square_of (r->x + r->w),
                 square_of (r->y + r->h) };
}

static double
squares_of (const Span *span)
{
  return ((double) span->right - span->left + 1) * ((double) span->bottom - span->top + 1);
}

static gint64
key_of (int column, int row)
{
  return (gint64) ((guint64) column << 32) ^ (guint32) row;
}

void
prn_bins_add (PrnBins *self, guint number, const PrnRectangle *r)
{
  const Entry entry = { *r, number };
  guint index = self->entries->len;
  Span span = span_of (r);

  g_array_append_val (self->entries, entry);
  if (squares_of (&span) > SQUARES_MAX) {
    g_array_append_val (self->large, index);
    return;
  }

  for (int row = span.top; row <= span.bottom; row++)
    for (int column = span.left; column <= span.right; column++) {
      gint64 key = key_of (column, row);
      GArray *list = g_hash_table_lookup (self->squares, &key);

      if (list == NULL) {
        list = g_array_new (FALSE, FALSE, sizeof (guint));
        g_hash_table_insert (self->squares, g_memdup2 (&key, sizeof key), list);
      }
      g_array_append_val (list, index);
    }
}

static gboolean
is_first_square (const Entry *entry, const Span *asked, int column, int row)
{
  Span own = span_of (&entry->r);

  return MAX (own.left, asked->left) == column && MAX (own.top, asked->top) == row;
}

void
prn_bins_foreach (const PrnBins *self, const PrnRectangle *area, PrnBinsFunc func, gpointer data)
{
  Span span = span_of (area);

  /* Looking into many squares takes longer than looking at everything. */
  if (squares_of (&span) * 4 > self->entries->len + 16) {
    for (guint i = 0; i < self->entries->len; i++) {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (prn_rectangle_overlaps (&entry->r, area) && !func (entry->number, &entry->r, data))
        return;
    }
    return;
  }

  for (guint i = 0; i < self->large->len; i++) {
    const Entry *entry =
        &g_array_index (self->entries, Entry, g_array_index (self->large, guint, i));

    if (prn_rectangle_overlaps (&entry->r, area) && !func (entry->number, &entry->r, data))
      return;
  }

  for (int row = span.top; row <= span.bottom; row++)
    for (int column = span.left; column <= span.right; column++) {
      gint64 key = key_of (column, row);
      GArray *list = g_hash_table_lookup (self->squares, &key);

      for (guint i = 0; list != NULL && i < list->len; i++) {
        const Entry *entry = &g_array_index (self->entries, Entry, g_array_index (list, guint, i));

        if (is_first_square (entry, &span, column, row) &&
            prn_rectangle_overlaps (&entry->r, area) && !func (entry->number, &entry->r, data))
          return;
      }
    }
}

static gboolean
found_cb (guint number, const PrnRectangle *r, gpointer data)
{
  *(gboolean *) data = TRUE;
  return FALSE;
}

gboolean
prn_bins_any (const PrnBins *self, const PrnRectangle *area)
{
  gboolean found = FALSE;

  prn_bins_foreach (self, area, found_cb, &found);
  return found;
}

static gboolean
count_cb (guint number, const PrnRectangle *r, gpointer data)
{
  ++*(guint *) data;
  return TRUE;
}

guint
prn_bins_count_entered (const PrnBins *self, const PrnLine *line)
{
  guint count = 0;

  for (guint i = 0; i + 1 < line->n; i++) {
    PrnSpot a = line->spots[i], b = line->spots[i + 1];
    /* No wider than a line: a run along an edge touches it, but does not enter. */
    const PrnRectangle run = { MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) };

    prn_bins_foreach (self, &run, count_cb, &count);
  }
  return count;
}

G_STATIC_ASSERT (sizeof (int) == 4);
