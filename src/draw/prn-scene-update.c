/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-layout.h"
#include "prn-scene-private.h"

/* More places than this are told as one: most of the map is another. */
#define CHANGES_MAX 2048

static void
add_change (GArray *changes, PrnRectangle r)
{
  /* What changed in place is often told twice. */
  if (r.w > 0 && r.h > 0 &&
      (changes->len == 0 ||
       !prn_rectangle_equal (&r, &g_array_index (changes, PrnRectangle, changes->len - 1))))
    g_array_append_val (changes, r);
}

static void
add_card_changes (PrnScene *self, const PrnKept *kept, GArray *changes)
{
  const PrnPairing *stages = kept->pairings[PRN_KIND_STAGE];

  for (guint i = 0; i < self->n_cards; i++) {
    const PrnCard *old = stages->was[i] >= 0 ? &kept->old->cards[stages->was[i]] : NULL;

    if (kept->cards[i] || (old != NULL && prn_card_looks_like (&self->cards[i], old)))
      continue;
    add_change (changes, prn_card_ink (&self->cards[i]));
    if (old != NULL)
      add_change (changes, prn_card_ink (old));
  }
  for (guint i = 0; i < stages->n_old; i++)
    if (stages->now[i] < 0)
      add_change (changes, prn_card_ink (&kept->old->cards[i]));
}

static gboolean
is_same_line (const PrnWay *a, const PrnWay *b)
{
  return prn_line_equal (&a->line, &b->line) && a->style == b->style && a->width == b->width &&
         a->dot == b->dot;
}

static gboolean
is_same_label (const PrnWay *a, const PrnWay *b)
{
  return prn_rectangle_equal (&a->label, &b->label) && g_str_equal (a->name, b->name) &&
         g_strcmp0 (a->figures, b->figures) == 0 &&
         prn_badges_equal (a->badges, b->badges) && a->badge_lines == b->badge_lines &&
         a->name_width == b->name_width && a->name_lines == b->name_lines &&
         a->label_ground.r == b->label_ground.r && a->label_ground.g == b->label_ground.g &&
         a->label_ground.b == b->label_ground.b;
}

/* What one way takes and the other does not, or otherwise; each may be NULL. */
static void
add_way_change (GArray *changes, const PrnWay *now, const PrnWay *old)
{
  gboolean line = now == NULL || old == NULL || !is_same_line (now, old);
  gboolean label = now == NULL || old == NULL || !is_same_label (now, old);
  const PrnWay *both[] = { now, old };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++) {
    if (both[i] != NULL && line)
      prn_way_add_line_ink (both[i], changes);
    if (both[i] != NULL && label)
      prn_way_add_label_ink (both[i], changes);
  }
}

static void
add_way_changes (PrnScene *self, const PrnKept *kept, GArray *changes)
{
  g_autofree guint8 *still = g_new0 (guint8, kept->old->n_ways + 1);

  for (guint i = 0; i < self->n_ways; i++) {
    const PrnWay *now = &self->ways[i], *old = NULL;

    if (kept->way_was[i] >= 0) {
      still[kept->way_was[i]] = TRUE;
      old = &kept->old->ways[kept->way_was[i]];
    }
    add_way_change (changes, now, old);
  }
  for (guint i = 0; i < kept->old->n_ways; i++)
    if (!still[i])
      add_way_change (changes, NULL, &kept->old->ways[i]);
}

static void
add_note_changes (PrnScene *self, const PrnKept *kept, GArray *changes)
{
  const PrnPairing *notes = kept->pairings[PRN_KIND_NOTE];

  for (guint i = 0; i < notes->n; i++)
    if (!notes->same[i])
      add_change (changes, prn_rectangle_grown (self->stickies[i].rect, 3));
  for (guint i = 0; i < notes->n_old; i++)
    if (notes->now[i] < 0 || !notes->same[notes->now[i]])
      add_change (changes, prn_rectangle_grown (kept->old->stickies[i].rect, 3));
}

/* Frames carry their number: where one came or went, all are told. */
static void
add_frame_changes (PrnScene *self, const PrnKept *kept, GArray *changes)
{
  const PrnPairing *frames = kept->pairings[PRN_KIND_FRAME];

  if (!self->options.frames || (frames->n_changed == 0 && frames->ordered))
    return;
  for (guint i = 0; i < frames->n; i++)
    add_change (changes, prn_frame_ink (prn_map_nth (self->map, PRN_KIND_FRAME, i)));
  for (guint i = 0; i < frames->n_old; i++)
    add_change (changes, prn_frame_ink (prn_map_nth (kept->old->map, PRN_KIND_FRAME, i)));
}

/* Where the two scenes look different, or NULL when what lies on what may have changed. */
static GArray *
changes_between (PrnScene *self, const PrnKept *kept)
{
  static const PrnKind stacked[] = { PRN_KIND_PHASE, PRN_KIND_STAGE, PRN_KIND_TRIGGER,
                                     PRN_KIND_NOTE };
  GArray *changes;

  for (guint i = 0; i < G_N_ELEMENTS (stacked); i++)
    if (!kept->pairings[stacked[i]]->ordered)
      return NULL;

  changes = g_array_new (FALSE, FALSE, sizeof (PrnRectangle));
  add_card_changes (self, kept, changes);
  add_way_changes (self, kept, changes);
  add_note_changes (self, kept, changes);
  add_frame_changes (self, kept, changes);
  prn_bands_add_changes (kept->old->bands, self->bands, changes);
  if (changes->len > CHANGES_MAX) {
    PrnRectangle all = { 0, 0, 0, 0 };

    for (guint i = 0; i < changes->len; i++)
      all = prn_rectangle_union (all, g_array_index (changes, PrnRectangle, i));
    g_array_set_size (changes, 0);
    add_change (changes, all);
  }
  return changes;
}

static gboolean
is_drawn_alike (const PrnScene *previous, const PrnSceneOptions *options)
{
  static const PrnSceneOptions none;
  const PrnSceneOptions *wanted = options != NULL ? options : &none;

  return previous->options.theme == wanted->theme && previous->options.rtl == wanted->rtl &&
         previous->options.frames == wanted->frames && previous->options.dots == wanted->dots;
}

/* Takes over from @previous what @kept says. */
static PrnScene *
update (PrnScene *previous, PrnMap *map, PrnFigures *figures, const PrnSceneOptions *options,
        PrnKept *kept)
{
  PrnScene *self = prn_scene_alloc (map, figures, options);

  prn_scene_compose (self, kept);
  prn_text_lock ();
  prn_scene_list_items (self, kept);
  self->changes = changes_between (self, kept);
  prn_text_unlock ();
  self->made_of = previous->serial;
  return self;
}

PrnScene *
prn_scene_update (PrnScene *previous, PrnMap *map, const PrnReport *report,
                  const PrnSceneOptions *options)
{
  g_autoptr (PrnMap) placed = NULL;
  g_autoptr (PrnKept) kept = NULL;

  if (previous == NULL || previous->lifted || !is_drawn_alike (previous, options) ||
      ((options == NULL || !options->hasty) && prn_scene_n_unsettled (previous) > PRN_UNSETTLED_MAX))
    return prn_scene_new (map, report, options);
  placed = prn_layout_missing (map);
  kept = prn_kept_new (previous, placed);
  if (kept == NULL)
    return prn_scene_new (map, report, options);
  return update (previous, placed, prn_figures_new (placed, report), options, kept);
}

PrnScene *
prn_scene_settle (PrnScene *scene)
{
  PrnSceneOptions options = scene->options;
  g_autoptr (PrnKept) kept = NULL;

  if (scene->lifted || prn_scene_n_unsettled (scene) == 0)
    return prn_scene_ref (scene);
  options.hasty = FALSE;
  kept = prn_kept_new (scene, scene->map);
  return update (scene, scene->map, prn_figures_ref (scene->figures), &options, kept);
}

/* What of two scenes of one map is the same is not known beforehand. */
static PrnKept *
nothing_kept (PrnScene *scene)
{
  PrnKept *kept = prn_kept_new (scene, scene->map);

  kept->way_was = g_new (int, scene->n_ways + 1);
  for (guint i = 0; i < scene->n_ways; i++)
    kept->way_was[i] = (int) i;
  return kept;
}

PrnScene *
prn_scene_take_over (PrnScene *scene, PrnScene *settled)
{
  PrnScene *self;
  g_autoptr (PrnKept) kept = NULL, none = NULL;

  if (scene->lifted || settled->lifted || !is_drawn_alike (settled, &scene->options))
    return NULL;
  kept = prn_kept_new (settled, scene->map);
  if (kept == NULL)
    return NULL;

  self = update (settled, scene->map, prn_figures_ref (scene->figures), &scene->options, kept);
  none = nothing_kept (scene);
  g_clear_pointer (&self->changes, g_array_unref);
  prn_text_lock ();
  self->changes = changes_between (self, none);
  prn_text_unlock ();
  self->made_of = scene->serial;
  return self;
}

const PrnRectangle *
prn_scene_changes (PrnScene *self, PrnScene *since, guint *n)
{
  *n = 0;
  if (self->changes == NULL || since == NULL || self->made_of != since->serial)
    return NULL;
  *n = self->changes->len;
  /* An array without anything in it may have no data. */
  return self->changes->len > 0 ? (const PrnRectangle *) self->changes->data : &self->bounds;
}
