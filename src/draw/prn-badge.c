/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-badge.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PAD 3.5
#define GAP 5

/* What the value is of, where the place of the badge does not say so. */
static char *
measure_text (PrnMap *map, const PrnTarget *target, const PrnReportTarget *found)
{
  g_autofree char *value = prn_verdict_value (map, target, found->actual);

  switch (target->metric) {
  case PRN_METRIC_REACH:
    /* Translators: how many of all customers were ever in a stage: "23 % reach" */
    return g_strdup_printf (_("%s reach"), value);
  case PRN_METRIC_NOW:
    return g_strdup_printf (_("%s now"), value);
  case PRN_METRIC_MEDIAN_DWELL:
    return g_strdup_printf (_("%s median"), value);
  case PRN_METRIC_EXIT_SHARE:
    return g_strdup_printf (_("%s leave"), value);
  case PRN_METRIC_GOAL_SHARE:
    return g_strdup_printf (_("%s reach a goal"), value);
  case PRN_METRIC_LIFETIME_VALUE:
    return g_strdup_printf (_("%s lifetime value"), value);
  case PRN_METRIC_SHARE:
  default:
    return g_steal_pointer (&value);
  }
}

static char *
text_of (PrnMap *map, const PrnTarget *target, const PrnReportTarget *found)
{
  g_autofree char *measure = measure_text (map, target, found);
  g_autofree char *within = NULL;

  if (target->within.us < 0)
    return g_steal_pointer (&measure);
  within = prn_duration_format_exact (target->within.us);
  /* Translators: a share within a time: "31 % in 30 d" */
  return g_strdup_printf (_("%s in %s"), measure, within);
}

static void
set_badge (PrnBadge *badge, PrnMap *map, const PrnTarget *target, const PrnReportTarget *found)
{
  g_autofree char *text = text_of (map, target, found);
  g_autofree char *value = prn_verdict_value (map, target, found->actual);
  g_autofree char *bound = prn_verdict_bound (map, target);
  gconstpointer segment = target->segment != NULL ? prn_map_lookup (map, target->segment) : NULL;

  badge->verdict = prn_verdict (target, found);
  badge->text = segment == NULL ? g_steal_pointer (&text)
                                : g_strdup_printf ("%s · %s", text, prn_element_label (segment));
  /* Translators: "Target Half pay: missed. 43.2 %, ≥ 50 % asked." */
  badge->facts = g_strdup_printf (_("Target %s: %s. %s, %s asked."), prn_element_label (target),
                                  prn_verdict_word (badge->verdict), value, bound);
}

PrnBadges *
prn_badges_new (PrnMap *map, const PrnReport *report, const char *of)
{
  guint n_targets = report->n_targets > 0 ? prn_map_n (map, PRN_KIND_TARGET) : 0;
  PrnBadges *self = NULL;

  for (guint i = 0; i < n_targets; i++) {
    const PrnTarget *target = prn_map_nth (map, PRN_KIND_TARGET, i);
    const PrnReportTarget *found =
        g_str_equal (target->of, of) ? prn_report_target (report, target->element.id) : NULL;

    if (found == NULL)
      continue;
    if (self == NULL) {
      self = g_malloc0 (sizeof *self + n_targets * sizeof (PrnBadge));
      g_atomic_ref_count_init (&self->ref_count);
    }
    set_badge (&self->items[self->n++], map, target, found);
  }
  return self;
}

PrnBadges *
prn_badges_ref (PrnBadges *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
prn_badges_unref (PrnBadges *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n; i++) {
    g_free (self->items[i].text);
    g_free (self->items[i].facts);
  }
  g_free (self);
}

gboolean
prn_badges_equal (const PrnBadges *a, const PrnBadges *b)
{
  if (a == NULL || b == NULL || a->n != b->n)
    return a == b;
  for (guint i = 0; i < a->n; i++)
    if (a->items[i].verdict != b->items[i].verdict ||
        !g_str_equal (a->items[i].text, b->items[i].text) ||
        !g_str_equal (a->items[i].facts, b->items[i].facts))
      return FALSE;
  return TRUE;
}

PrnColor
prn_verdict_color (PrnThemeKind theme, PrnVerdict verdict)
{
  static const char *const hues[] = {
    [PRN_VERDICT_UNKNOWN] = "gray",
    [PRN_VERDICT_MET] = "green",
    [PRN_VERDICT_NEAR] = "yellow",
    [PRN_VERDICT_MISSED] = "red",
  };
  PrnColor color = { 0.5, 0.5, 0.5, 1 };

  prn_palette_color (theme, hues[verdict], &color);
  return color;
}

static void
trace_sign (PrnPen *pen, PrnVerdict verdict, double x, double y, double r)
{
  double k = 0.42 * r;

  switch (verdict) {
  case PRN_VERDICT_MET:
    prn_pen_move_to (pen, x - 1.15 * k, y + 0.1 * k);
    prn_pen_line_to (pen, x - 0.3 * k, y + 0.95 * k);
    prn_pen_line_to (pen, x + 1.2 * k, y - 0.85 * k);
    break;
  case PRN_VERDICT_NEAR:
    for (int side = -1; side <= 1; side += 2) {
      prn_pen_move_to (pen, x - 1.2 * k, y + (side * 0.55 + 0.2) * k);
      prn_pen_curve_to (pen, x - 0.5 * k, y + (side * 0.55 - 0.9) * k, x + 0.5 * k,
                        y + (side * 0.55 + 0.9) * k, x + 1.2 * k, y + (side * 0.55 - 0.2) * k);
    }
    break;
  case PRN_VERDICT_MISSED:
    prn_pen_move_to (pen, x - 0.9 * k, y - 0.9 * k);
    prn_pen_line_to (pen, x + 0.9 * k, y + 0.9 * k);
    prn_pen_move_to (pen, x + 0.9 * k, y - 0.9 * k);
    prn_pen_line_to (pen, x - 0.9 * k, y + 0.9 * k);
    break;
  case PRN_VERDICT_UNKNOWN:
  default:
    prn_pen_move_to (pen, x - 1.1 * k, y);
    prn_pen_line_to (pen, x + 1.1 * k, y);
    break;
  }
}

void
prn_badge_paint_sign (PrnPen *pen, PrnThemeKind theme, PrnVerdict verdict, double x, double y,
                      double radius)
{
  static const PrnColor white = { 1, 1, 1, 1 }, black = { 0.08, 0.08, 0.1, 1 };
  PrnColor hue = prn_verdict_color (theme, verdict);
  gboolean is_dark = prn_color_contrast (hue, white) > prn_color_contrast (hue, black);

  prn_pen_circle (pen, x, y, radius);
  prn_pen_fill (pen, hue);
  trace_sign (pen, verdict, x, y, radius);
  prn_pen_stroke (pen, is_dark ? white : black, radius * 0.24);
}

double
prn_badge_width (const PrnBadge *self)
{
  return 2 * PAD + 2 * PRN_BADGE_SIGN + GAP + ceil (prn_text_width (PRN_TEXT_FIGURE, self->text)) +
         GAP;
}

void
prn_badge_paint (const PrnBadge *self, PrnPen *pen, PrnThemeKind theme, const PrnRectangle *r,
                 PrnColor ground, gboolean rtl)
{
  PrnColor pill = prn_color_mix (ground, prn_verdict_color (theme, self->verdict), 0.16);
  double side = PAD + PRN_BADGE_SIGN, words = 2 * side + GAP - PAD;

  prn_pen_rounded (pen, r, r->h / 2);
  prn_pen_fill (pen, pill);
  prn_badge_paint_sign (pen, theme, self->verdict, rtl ? r->x + r->w - side : r->x + side,
                        r->y + r->h / 2, PRN_BADGE_SIGN);
  prn_pen_text (pen, PRN_TEXT_FIGURE, self->text, rtl ? r->x + GAP : r->x + words,
                r->y + (r->h - prn_text_line_height (PRN_TEXT_FIGURE)) / 2, r->w - words - GAP, 1,
                rtl ? PRN_ALIGN_RIGHT : PRN_ALIGN_LEFT, prn_theme_table (theme)->text);
}
