/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Survival and incidence on random data sets, against the survival package of R. */

#include <glib/gstdio.h>
#include <math.h>

#include "prn-incidence.h"
#include "prn-survival.h"
#include "stream.h"

#define N_SETS   100
#define N_CAUSES 3
#define MAX_TIME 60

typedef struct {
  PrnSurvival *survival;
  PrnIncidence *incidences[N_CAUSES];
} Set;

/* From very few to some hundred, with many ties or few, from hardly anything open to nearly all. */
static Set
make_set (guint64 seed, GString *csv)
{
  g_autoptr (PrnSteps) steps = prn_steps_new (MAX_TIME);
  guint64 ends[N_CAUSES][MAX_TIME] = { { 0 } };
  Set set;
  Stream stream = { .seed = 3, .customer = seed };
  double open, size, longest;

  open = stream_next (&stream);
  size = 2 + 300 * pow (stream_next (&stream), 3);
  longest = 3 + stream_next (&stream) * (MAX_TIME - 3);

  for (guint i = 0; i < MAX_TIME; i++)
    steps->times[i] = i + 1;
  for (guint i = 0; i < size; i++) {
    guint time = (guint) (longest * stream_next (&stream) * stream_next (&stream));
    double how = stream_next (&stream);
    guint cause = how < open ? 0 : 1 + (guint) (N_CAUSES * stream_next (&stream));

    if (cause == 0)
      steps->open[time]++;
    else {
      ends[cause - 1][time]++;
      steps->ends[time]++;
    }
    g_string_append_printf (csv, "%" G_GUINT64_FORMAT ",%u,%u\n", seed, time + 1, cause);
  }

  set.survival = prn_survival_new (steps);
  for (guint i = 0; i < N_CAUSES; i++) {
    guint64 *at = g_new (guint64, set.survival->n);

    for (guint k = 0; k < set.survival->n; k++)
      at[k] = ends[i][(guint) set.survival->times[k] - 1];
    set.incidences[i] = prn_incidence_new (set.survival, at);
  }
  return set;
}

static double
our_answer (const Set *set, double time, const char *what)
{
  guint cause = (guint) (what[1] - '1');
  PrnInterval interval;
  double survival = prn_survival_at (set->survival, time, &interval);

  if (g_str_equal (what, "surv"))
    return survival;
  if (g_str_equal (what, "lower"))
    return interval.low;
  if (g_str_equal (what, "upper"))
    return interval.high;
  if (what[0] == 'F')
    return prn_incidence_at (set->incidences[cause], time, NULL);
  return sqrt (prn_incidence_variance (set->incidences[cause], time));
}

/* Compares every line R wrote, and returns how many there were. */
static guint
compare (const Set *sets, const char *answers)
{
  g_auto (GStrv) lines = g_strsplit (answers, "\n", -1);
  guint n = 0;

  for (; lines[n] != NULL && *lines[n] != '\0'; n++) {
    g_auto (GStrv) cells = g_strsplit (lines[n], ",", -1);
    const Set *set = &sets[g_ascii_strtoull (cells[0], NULL, 10)];
    double ours = our_answer (set, g_ascii_strtod (cells[1], NULL), cells[2]);

    /* No interval where nothing has ended yet, or everything has. */
    if (isnan (ours) && (g_str_equal (cells[3], "NA") || g_str_equal (cells[3], "NaN")))
      continue;
    if (!(fabs (ours - g_ascii_strtod (cells[3], NULL)) < 1e-9))
      g_error ("%s: %.17g", lines[n], ours);
  }
  return n;
}

/* What R prints, or NULL when it or its package is not there. */
static char *
ask_r (const char *data)
{
  const char *script = g_test_get_filename (G_TEST_DIST, "engine", "survival.R", NULL);
  const char *const test[] = { "Rscript", "-e", "library(survival)", NULL };
  const char *const ask[] = { "Rscript", script, data, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  char *answers = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) test, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, &status, NULL) ||
      status != 0)
    return NULL;

  g_spawn_sync (NULL, (char **) ask, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answers, &words,
                &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s", words);
  return answers;
}

static void
test_against_r (void)
{
  g_autoptr (GString) csv = g_string_new ("set,time,cause\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *answers = NULL;
  Set sets[N_SETS];
  int file = g_file_open_tmp ("perennial-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  for (guint i = 0; i < N_SETS; i++)
    sets[i] = make_set (i, csv);
  g_file_set_contents (path, csv->str, -1, &error);
  g_assert_no_error (error);

  answers = ask_r (path);
  if (answers == NULL)
    g_test_skip ("R with the package survival is not here");
  else
    g_assert_cmpuint (compare (sets, answers), >, N_SETS * 9);

  g_remove (path);
  for (guint i = 0; i < N_SETS; i++) {
    for (guint k = 0; k < N_CAUSES; k++)
      prn_incidence_free (sets[i].incidences[k]);
    prn_survival_free (sets[i].survival);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/against-r", test_against_r);
  return g_test_run ();
}
