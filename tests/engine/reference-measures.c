/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is measured beyond counts, once more and as plainly as can be: every customer is kept, and
 * each number is worked out from all of them. */

#include "reference-walk.h"

#include <math.h>
#include <string.h>

#include "prn-duration.h"

#define LINE(...) g_ptr_array_add (lines, g_strdup_printf (__VA_ARGS__))

/* From 1970 on, more than the tests need. */
#define N_MONTHS 80

/* Added before rounding, so that round numbers are not in the middle between two. */
#define OFF_TIES .0123

typedef struct {
  GArray *moves;         /* Move */
  gboolean active[N_MONTHS];
  double earned;
} Customer;

struct _Measures {
  PrnMap *map;
  GPtrArray *customers; /* those who had a stage */
  guint64 drawn, seen;
  GHashTable *away; /* "stage activity" -> rows */
};

static void
free_customer (gpointer data)
{
  Customer *customer = data;

  g_array_unref (customer->moves);
  g_free (customer);
}

Measures *
reference_measures_new (PrnMap *map)
{
  Measures *m = g_new0 (Measures, 1);

  m->map = map;
  m->customers = g_ptr_array_new_with_free_func (free_customer);
  m->away = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return m;
}

void
reference_measures_free (Measures *m)
{
  g_ptr_array_unref (m->customers);
  g_hash_table_unref (m->away);
  g_free (m);
}

static int
month_of (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time / PRN_SECOND);

  return (g_date_time_get_year (date) - 1970) * 12 + g_date_time_get_month (date) - 1;
}

/* A sum of money is known to 1/10,000. */
static double
to_parts (double money)
{
  return round (money * 10000) / 10000;
}

/* For the eye, without a negative zero. */
static double
hundredths (double money)
{
  return round (round (money * 10000) / 100) / 100 + 0.0;
}

static const PrnStage *
stage_of (Measures *m, int index)
{
  return prn_map_nth (m->map, PRN_KIND_STAGE, (guint) index);
}

/* --- A customer --- */

static void
add_expected (Measures *m, Walk *w, const Row *row)
{
  gboolean drawn = FALSE, seen = FALSE;

  for (guint i = 0; i < prn_map_n (m->map, PRN_KIND_EVENT); i++) {
    const PrnEvent *event = prn_map_nth (m->map, PRN_KIND_EVENT, i);
    int stage = prn_map_index_of (m->map, PRN_KIND_STAGE, event->stage);

    if (stage < 0 || !reference_matches (w, event->element.id, row))
      continue;
    drawn = TRUE;
    seen = seen || stage == row->before || stage == row->after;
  }
  m->drawn += drawn;
  m->seen += seen;
}

/* Each column that an event matching the row names counts once. */
static double
earned_at (Measures *m, Walk *w, const Row *row)
{
  double earned = 0;

  for (guint column = 0; column < prn_log_n_columns (w->log); column++) {
    gboolean counts = FALSE;
    char *end;
    double amount = g_ascii_strtod (row->cells[column], &end);

    for (guint i = 0; i < prn_map_n (m->map, PRN_KIND_EVENT); i++) {
      const PrnEvent *event = prn_map_nth (m->map, PRN_KIND_EVENT, i);

      counts = counts || (strcmp (event->value_column, prn_log_column_name (w->log, column)) == 0 &&
                          reference_matches (w, event->element.id, row));
    }
    if (counts && end != row->cells[column] && *end == '\0')
      earned += amount;
  }
  return earned;
}

static void
add_away (Measures *m, Walk *w, const Row *row)
{
  g_autofree char *key = NULL;
  gsize n;

  if (row->before < 0 || stage_of (m, row->before)->role != PRN_ROLE_EXIT)
    return;
  key = g_strdup_printf ("%s %s", stage_of (m, row->before)->element.id,
                         prn_log_activity (w->log, row->number));
  n = (gsize) g_hash_table_lookup (m->away, key);
  g_hash_table_insert (m->away, g_steal_pointer (&key), (gpointer) (n + 1));
}

void
reference_measures_add (Measures *m, Walk *w)
{
  gboolean is_stage_log = prn_log_has_stage_column (w->log);
  Customer *customer = g_new0 (Customer, 1);

  customer->moves = g_array_new (FALSE, FALSE, sizeof (Move));
  g_array_append_vals (customer->moves, w->moves->data, w->moves->len);
  for (guint i = 0; i < w->taken; i++) {
    const Row *row = &w->rows[i];

    if (!is_stage_log)
      add_expected (m, w, row);
    add_away (m, w, row);
    if (row->before < 0 && row->after < 0)
      continue;
    customer->active[month_of (row->time)] = TRUE;
    if (!is_stage_log)
      customer->earned += earned_at (m, w, row);
  }
  if (customer->moves->len > 0)
    g_ptr_array_add (m->customers, customer);
  else
    free_customer (customer);
}

/* --- Cohorts and months --- */

static int
stage_at_instant (const Customer *customer, gint64 time)
{
  int stage = -1;

  for (guint i = 0; i < customer->moves->len; i++)
    if (g_array_index (customer->moves, Move, i).time <= time)
      stage = g_array_index (customer->moves, Move, i).to;
  return stage;
}

static gint64
entered_at (const Customer *customer)
{
  return g_array_index (customer->moves, Move, 0).time;
}

static void
add_cohort (Measures *m, Walk *w, int month, GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < m->customers->len; i++)
    n += month_of (entered_at (m->customers->pdata[i])) == month;
  if (n == 0)
    return;
  for (int age = 0;; age++) {
    guint active = 0, observed = 0;

    for (guint i = 0; i < m->customers->len; i++) {
      const Customer *customer = m->customers->pdata[i];
      gint64 then = entered_at (customer) + age * PRN_MONTH;

      if (month_of (entered_at (customer)) != month)
        continue;
      observed += then <= w->as_of;
      active += stage_of (m, stage_at_instant (customer, then))->role != PRN_ROLE_EXIT;
    }
    if (observed < n)
      break;
    g_string_append_printf (text, " %u", active);
  }
  LINE ("cohort %d-%02d of %u:%s", 1970 + month / 12, month % 12 + 1, n, text->str);
}

static void
add_month (Measures *m, int month, gboolean is_last, GPtrArray *lines)
{
  guint newcomers = 0, returning = 0, resurrected = 0, dormant = 0;

  for (guint i = 0; i < m->customers->len; i++) {
    const Customer *customer = m->customers->pdata[i];
    gboolean was = month > 0 && customer->active[month - 1], ever = FALSE;

    for (int k = 0; k < month; k++)
      ever = ever || customer->active[k];
    newcomers += month_of (entered_at (customer)) == month;
    returning += was && customer->active[month];
    resurrected += !was && ever && customer->active[month];
    dormant += was && !customer->active[month];
  }
  if (newcomers + returning + resurrected + dormant > 0)
    LINE ("month %d-%02d new %u returning %u resurrected %u dormant %d", 1970 + month / 12,
          month % 12 + 1, newcomers, returning, resurrected, is_last ? -1 : (int) dormant);
}

/* --- Conversions --- */

static void
add_conversion (Measures *m, Walk *w, PrnRole role, GPtrArray *lines)
{
  static const double days[] = { 1, 7, 30, 90, 180, 365.25, 730.5 };
  g_autoptr (GString) to = g_string_new (NULL);
  guint converted = 0;

  for (guint i = 0; i < prn_map_n (m->map, PRN_KIND_STAGE); i++)
    if (stage_of (m, (int) i)->role == role)
      g_string_append_printf (to, "%s,", stage_of (m, (int) i)->element.id);
  if (to->len == 0)
    return;

  for (guint window = 0; window <= G_N_ELEMENTS (days); window++) {
    gint64 within = window < G_N_ELEMENTS (days) ? (gint64) (days[window] * (double) PRN_DAY) : -1;
    guint of = 0, with = 0;

    for (guint i = 0; i < m->customers->len; i++) {
      const Customer *customer = m->customers->pdata[i];
      gboolean does = FALSE;

      for (guint k = 0; k < customer->moves->len; k++) {
        const Move *move = &g_array_index (customer->moves, Move, k);

        does = does || (stage_of (m, move->to)->role == role &&
                        (within < 0 || move->time - entered_at (customer) <= within));
      }
      if (within < 0 || w->as_of - entered_at (customer) >= within) {
        of++;
        with += does;
      }
    }
    if (within < 0)
      converted = with;
    else if (of > 0)
      LINE ("conversion %s within %g: %u of %u", to->str, (double) within / PRN_SECOND, with, of);
  }
  LINE ("conversion %s: %u of %u", to->str, converted, m->customers->len);
}

/* --- Money --- */

static void
customer_money (Measures *m, Walk *w, const Customer *customer, double *revenue, double *cost)
{
  *revenue = customer->earned;
  *cost = 0;
  for (guint i = 0; i < customer->moves->len; i++) {
    const Move *move = &g_array_index (customer->moves, Move, i);
    const PrnStage *stage = stage_of (m, move->to);
    gint64 end =
        i + 1 < customer->moves->len ? g_array_index (customer->moves, Move, i + 1).time : w->as_of;
    double months = (double) (end - move->time) / (double) PRN_MONTH;

    *revenue += months * stage->revenue_per_month;
    *cost += months * stage->cost_per_month + stage->cost;
    if (move->trigger >= 0) {
      const PrnTrigger *trigger = prn_map_nth (m->map, PRN_KIND_TRIGGER, (guint) move->trigger);

      *revenue += trigger->value;
      *cost += trigger->cost;
    }
  }
}

static void
add_money (Measures *m, Walk *w, GPtrArray *lines)
{
  double revenue = 0, cost = 0, net = 0, squares = 0, n = m->customers->len, mean;

  for (guint i = 0; i < m->customers->len; i++) {
    double one, other;

    customer_money (m, w, m->customers->pdata[i], &one, &other);
    revenue += one;
    cost += other;
    net += to_parts (one - other);
  }
  mean = n > 0 ? (to_parts (revenue) - to_parts (cost)) / n : 0;
  for (guint i = 0; i < m->customers->len; i++) {
    double one, other;

    customer_money (m, w, m->customers->pdata[i], &one, &other);
    squares += (to_parts (one - other) - net / n) * (to_parts (one - other) - net / n);
  }
  LINE ("money %.2f %.2f each %.2f half %.1f", hundredths (revenue), hundredths (cost),
        hundredths (mean),
        n > 1 ? OFF_TIES + 1.96 * sqrt (squares / (n - 1) / n) : 0);
}

/* --- What those who left did --- */

/* The ten most common activities in a stage, by taking the best one ten times. */
static void
add_activities (Measures *m, const char *stage, GPtrArray *lines)
{
  g_autofree char *prefix = g_strdup_printf ("%s ", stage);

  for (guint rank = 0; rank < 10; rank++) {
    GHashTableIter iter;
    gpointer key, value;
    const char *best = NULL;
    gsize most = 0;

    g_hash_table_iter_init (&iter, m->away);
    while (g_hash_table_iter_next (&iter, &key, &value))
      if (g_str_has_prefix (key, prefix) &&
          (best == NULL || (gsize) value > most ||
           ((gsize) value == most && strcmp (key, best) < 0))) {
        best = key;
        most = (gsize) value;
      }
    if (best == NULL)
      return;
    LINE ("away %s %lu", best, (gulong) most);
    g_hash_table_remove (m->away, best);
  }
}

static void
add_losses (Measures *m, GPtrArray *lines)
{
  for (guint i = 0; i < prn_map_n (m->map, PRN_KIND_STAGE); i++) {
    const PrnStage *stage = stage_of (m, (int) i);
    guint visits = 0, stayed = 0;

    for (guint c = 0; c < m->customers->len; c++) {
      const GArray *moves = ((Customer *) m->customers->pdata[c])->moves;

      for (guint k = 0; k < moves->len; k++)
        visits += g_array_index (moves, Move, k).to == (int) i;
      stayed += g_array_index (moves, Move, moves->len - 1).to == (int) i;
    }
    if (stage->role != PRN_ROLE_EXIT || visits == 0)
      continue;
    LINE ("lost %s visits %u stayed %u", stage->element.id, visits, stayed);
    add_activities (m, stage->element.id, lines);
  }
}

void
reference_measures_lines (Measures *m, Walk *w, GPtrArray *lines)
{
  int last = month_of (w->as_of);

  for (int month = 0; month <= last; month++) {
    add_cohort (m, w, month, lines);
    add_month (m, month, month == last, lines);
  }
  add_conversion (m, w, PRN_ROLE_GOAL, lines);
  add_conversion (m, w, PRN_ROLE_EXIT, lines);
  add_money (m, w, lines);
  add_losses (m, lines);
  if (m->drawn > 0)
    LINE ("expected %.9f", (double) m->seen / (double) m->drawn);
}

/* --- The same from a report --- */

static void
report_conversion (const PrnReportConversion *conversion, GPtrArray *lines)
{
  g_autofree char *to = g_strjoinv (",", conversion->to);

  for (guint i = 0; i < conversion->n_matured; i++)
    LINE ("conversion %s, within %g: %lu of %lu", to, conversion->matured[i].within,
          conversion->matured[i].share.with, conversion->matured[i].share.of);
  LINE ("conversion %s,: %lu of %lu", to, conversion->plain.with, conversion->plain.of);
}

static void
report_time (const PrnReport *report, GPtrArray *lines)
{
  for (guint i = 0; i < report->n_cohorts; i++) {
    const PrnReportCohort *cohort = &report->cohorts[i];
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint k = 0; k < cohort->n_active; k++)
      g_string_append_printf (text, " %.0f", cohort->active[k] * (double) cohort->customers);
    LINE ("cohort %s of %lu:%s", cohort->month, cohort->customers, text->str);
  }
  for (guint i = 0; i < report->n_months; i++) {
    const PrnReportMonth *month = &report->months[i];

    LINE ("month %s new %lu returning %lu resurrected %lu dormant %d", month->month,
          month->newcomers, month->returning, month->resurrected,
          isnan (month->dormant) ? -1 : (int) month->dormant);
  }
}

void
reference_report_lines (const PrnReport *report, GPtrArray *lines)
{
  const PrnReportMoney *money = &report->money;
  gboolean any = report->entered > 0;

  report_time (report, lines);
  for (guint i = 0; i < report->n_conversions; i++)
    report_conversion (&report->conversions[i], lines);
  LINE ("money %.2f %.2f each %.2f half %.1f", hundredths (money->revenue),
        hundredths (money->cost), any ? hundredths (money->lifetime_value) : 0,
        report->entered > 1 ? OFF_TIES + (money->interval.high - money->interval.low) / 2 : 0);
  for (guint i = 0; i < report->n_losses; i++) {
    const PrnReportLoss *loss = &report->losses[i];

    LINE ("lost %s visits %lu stayed %lu", loss->stage, loss->visits, loss->stayed);
    for (guint k = 0; k < loss->n_activities; k++)
      LINE ("away %s %s %lu", loss->stage, loss->activities[k].activity, loss->activities[k].rows);
  }
  if (!isnan (report->expected))
    LINE ("expected %.9f", report->expected);
}
