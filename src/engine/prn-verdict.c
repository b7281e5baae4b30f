/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-verdict.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-money.h"
#include "prn-text-table.h"

static double
bound_of (const PrnTarget *target)
{
  if (target->metric == PRN_METRIC_MEDIAN_DWELL)
    return (double) target->bound_duration.us / PRN_SECOND;
  return target->bound;
}

PrnVerdict
prn_verdict (const PrnTarget *target, const PrnReportTarget *found)
{
  double bound = bound_of (target);

  if (found == NULL || found->met < 0)
    return PRN_VERDICT_UNKNOWN;
  if (found->met > 0)
    return PRN_VERDICT_MET;
  return bound >= found->interval.low && bound <= found->interval.high ? PRN_VERDICT_NEAR
                                                                       : PRN_VERDICT_MISSED;
}

const char *
prn_verdict_sign (PrnVerdict verdict)
{
  static const char *const signs[] = {
    [PRN_VERDICT_UNKNOWN] = "–",
    [PRN_VERDICT_MET] = "✓",
    [PRN_VERDICT_NEAR] = "≈",
    [PRN_VERDICT_MISSED] = "✗",
  };

  return signs[verdict];
}

const char *
prn_verdict_word (PrnVerdict verdict)
{
  static const char *const words[] = {
    [PRN_VERDICT_UNKNOWN] = N_ ("not known yet"),
    [PRN_VERDICT_MET] = N_ ("met"),
    [PRN_VERDICT_NEAR] = N_ ("nearly met"),
    [PRN_VERDICT_MISSED] = N_ ("missed"),
  };

  return _(words[verdict]);
}

static const char *
label_of (PrnMap *map, const char *id)
{
  gconstpointer element = prn_map_lookup (map, id);

  return element != NULL ? prn_element_label (element) : id;
}

static char *
measure_words (PrnMap *map, const PrnTarget *target)
{
  const char *name = label_of (map, target->of);

  switch (target->metric) {
  case PRN_METRIC_REACH:
    /* Translators: the part of all customers who were ever in a stage */
    return g_strdup_printf (_("reach of %s"), name);
  case PRN_METRIC_NOW:
    return g_strdup_printf (_("now in %s"), name);
  case PRN_METRIC_MEDIAN_DWELL:
    return g_strdup_printf (_("median stay in %s"), name);
  case PRN_METRIC_EXIT_SHARE:
    return g_strdup (_("leave"));
  case PRN_METRIC_GOAL_SHARE:
    return g_strdup (_("reach a goal"));
  case PRN_METRIC_LIFETIME_VALUE:
    return g_strdup (_("lifetime value"));
  case PRN_METRIC_SHARE:
  default:
    return g_strdup (name);
  }
}

char *
prn_verdict_subject (PrnMap *map, const PrnTarget *target)
{
  g_autofree char *measure = measure_words (map, target);
  GString *words = g_string_new (measure);

  if (target->within.us >= 0) {
    g_autofree char *within = prn_duration_format_exact (target->within.us);

    g_string_append_c (words, ' ');
    /* Translators: a window of time: "in 30 d" */
    g_string_append_printf (words, _("in %s"), within);
  }
  if (target->segment != NULL)
    g_string_append_printf (words, ", %s", label_of (map, target->segment));
  return g_string_free (words, FALSE);
}

static gboolean
is_share (const PrnTarget *target)
{
  return target->metric == PRN_METRIC_REACH || target->metric == PRN_METRIC_SHARE ||
         target->metric == PRN_METRIC_EXIT_SHARE || target->metric == PRN_METRIC_GOAL_SHARE;
}

/* A number without its unit where one unit can stand for two of them. */
static char *
bare_value (PrnMap *map, const PrnTarget *target, double value)
{
  if (is_share (target))
    return g_strdup_printf ("%.1f", value * 100);
  if (target->metric == PRN_METRIC_LIFETIME_VALUE)
    return prn_money_format (value, NULL);
  return prn_verdict_value (map, target, value);
}

char *
prn_verdict_value (PrnMap *map, const PrnTarget *target, double value)
{
  if (!isfinite (value))
    return g_strdup ("–");
  if (is_share (target))
    return g_strdup_printf ("%.1f %%", value * 100);

  switch (target->metric) {
  case PRN_METRIC_LIFETIME_VALUE:
    return prn_money_format (value, prn_map_get_currency (map));
  case PRN_METRIC_MEDIAN_DWELL:
    return prn_duration_format_short ((gint64) CLAMP (value * PRN_SECOND, 0, 9e18));
  case PRN_METRIC_NOW:
  default:
    return prn_text_table_number ((guint64) llround (CLAMP (value, 0, 9e18)));
  }
}

char *
prn_verdict_bound (PrnMap *map, const PrnTarget *target)
{
  const char *sign = target->at_most ? "≤" : "≥";
  g_autofree char *value = NULL;

  if (target->metric == PRN_METRIC_MEDIAN_DWELL)
    value = prn_duration_format_exact (target->bound_duration.us);
  else if (is_share (target))
    value = g_strdup_printf ("%.15g %%", round (target->bound * 1e6) / 1e4);
  else
    value = prn_verdict_value (map, target, target->bound);
  return g_strdup_printf ("%s %s", sign, value);
}

char *
prn_verdict_interval (PrnMap *map, const PrnTarget *target, PrnInterval interval)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!isfinite (interval.low) || !isfinite (interval.high))
    return g_strdup ("");

  low = bare_value (map, target, interval.low);
  high = prn_verdict_value (map, target, interval.high);
  return g_strdup_printf ("%s–%s", low, high);
}
