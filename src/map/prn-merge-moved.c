/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-merge-order.h"

gboolean *
prn_merge_moved (const guint *positions, guint n)
{
  gboolean *moved = g_new (gboolean, n);
  g_autofree guint *ends = g_new (guint, n);     /* by length, the item that ends it lowest */
  g_autofree guint *previous = g_new (guint, n); /* the item before it, 1 + index; 0: none */
  guint longest = 0;

  for (guint i = 0; i < n; i++) {
    guint low = 0, high = longest;

    while (low < high) {
      guint middle = (low + high) / 2;

      if (positions[ends[middle]] < positions[i])
        low = middle + 1;
      else
        high = middle;
    }
    previous[i] = low > 0 ? 1 + ends[low - 1] : 0;
    ends[low] = i;
    longest = MAX (longest, low + 1);
    moved[i] = TRUE;
  }
  for (guint i = longest > 0 ? 1 + ends[longest - 1] : 0; i > 0; i = previous[i - 1])
    moved[i - 1] = FALSE;
  return moved;
}
