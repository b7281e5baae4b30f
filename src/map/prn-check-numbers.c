/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check-private.h"

#include <math.h>
#include <string.h>

void
prn_check_numbers_init (PrnCheckNumbers *numbers, const PrnCheck *check)
{
  numbers->shares = g_new (double, check->n_triggers);
  numbers->delays = g_new (const PrnDistribution *, check->n_triggers);
  for (guint i = 0; i < check->n_triggers; i++) {
    numbers->shares[i] = check->triggers[i]->share;
    numbers->delays[i] = check->triggers[i]->delay;
  }
}

void
prn_check_numbers_clear (PrnCheckNumbers *numbers)
{
  g_free (numbers->shares);
  g_free (numbers->delays);
}

/* Both may be unsaid: then the number is as it was. */
static gboolean
put (PrnCheckNumbers *numbers, guint trigger, double share, const PrnDistribution *delay)
{
  if (!isnan (share))
    numbers->shares[trigger] = share;
  if (delay != NULL)
    numbers->delays[trigger] = delay;
  return !isnan (share) || delay != NULL;
}

void
prn_check_numbers_of_segment (PrnCheckNumbers *numbers,
                              const PrnCheck *check,
                              const PrnCheckNumbers *all,
                              const char *segment)
{
  memcpy (numbers->shares, all->shares, check->n_triggers * sizeof *all->shares);
  memcpy (numbers->delays, all->delays, check->n_triggers * sizeof *all->delays);
  for (guint i = 0; i < check->n_triggers; i++)
    for (guint k = check->triggers[i]->by_segment.n; k > 0; k--) {
      const PrnBySegment *own = &check->triggers[i]->by_segment.items[k - 1];

      if (g_strcmp0 (own->segment, segment) == 0)
        put (numbers, i, own->share, own->delay);
    }
}

gboolean
prn_check_numbers_of_scenario (PrnCheckNumbers *numbers, const PrnCheck *check, guint scenario)
{
  const PrnScenario *of = prn_map_nth (check->map, PRN_KIND_SCENARIO, scenario);
  gboolean any = FALSE;

  prn_check_numbers_init (numbers, check);
  for (guint k = 0; k < of->set.n; k++) {
    const PrnOverride *change = &of->set.items[k];
    int i = prn_map_index_of (check->map, PRN_KIND_TRIGGER, change->of);

    if (i >= 0 && put (numbers, (guint) i, change->share, change->delay))
      any = TRUE;
  }
  return any;
}
