/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-pen.h"
#include "prn-theme-table.h"
#include "prn-verdict.h"

G_BEGIN_DECLS

/* A target on the map: a sign in a disc, and what was measured. The sign says what the colour says:
 * a tick is met, two waves nearly, a cross missed, a dash not known. */

#define PRN_BADGE_HEIGHT 20
#define PRN_BADGE_SIGN   7 /* radius of the disc */

/**
 * PrnBadge:
 * @verdict: how the target stands
 * @text: what was measured, in a few words: `22.7 % reach`, `31 % in 30 d`
 * @facts: the same for those who hear it: `Target A quarter tries it: missed. 22.7 %, ≥ 25 % asked.`
 */
typedef struct {
  PrnVerdict verdict;
  char *text;
  char *facts;
} PrnBadge;

/**
 * PrnBadges:
 * @n: how many
 * @items: (array length=n): in the order of the map's targets
 *
 * The targets of one element. Immutable.
 */
typedef struct {
  gatomicrefcount ref_count;
  guint n;
  PrnBadge items[];
} PrnBadges;

/**
 * prn_badges_new:
 * @map: a map
 * @report: what was found
 * @of: id of a stage or a trigger, or `map`
 *
 * Returns: (transfer full) (nullable): the targets of @of that @report speaks of; %NULL: none
 */
PrnBadges *prn_badges_new (PrnMap *map, const PrnReport *report, const char *of);

PrnBadges *prn_badges_ref (PrnBadges *badges);
void prn_badges_unref (PrnBadges *badges);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrnBadges, prn_badges_unref)

/* Whether both (nullable) say the same. */
gboolean prn_badges_equal (const PrnBadges *a, const PrnBadges *b);

/* The colour of a verdict, for areas. */
PrnColor prn_verdict_color (PrnThemeKind theme, PrnVerdict verdict);

/* Paints the disc with its sign, centred on @x, @y. */
void prn_badge_paint_sign (PrnPen *pen, PrnThemeKind theme, PrnVerdict verdict, double x, double y,
                           double radius);

/* How wide a badge is in full. The caller holds the text lock. */
double prn_badge_width (const PrnBadge *badge);

/* Paints it as a pill in @r on @ground; its words are cut where they find no room. */
void prn_badge_paint (const PrnBadge *badge, PrnPen *pen, PrnThemeKind theme,
                      const PrnRectangle *r, PrnColor ground, gboolean rtl);

G_END_DECLS
