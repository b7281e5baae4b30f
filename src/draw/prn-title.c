/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-title.h"

#include <glib/gi18n-lib.h>

#include "prn-words.h"

char *
prn_title_of_way (PrnMap *map, const PrnTrigger *trigger)
{
  gconstpointer to = prn_map_lookup (map, trigger->to);
  g_autofree char *from = prn_words_source (map, trigger);

  /* Translators: a trigger leads from one stage to another */
  return g_strdup_printf (_("%s → %s"), from, to != NULL ? prn_element_label (to) : trigger->to);
}

char *
prn_title_of (PrnMap *map, gconstpointer element)
{
  const PrnTrigger *trigger = element;

  return prn_element_kind (element) == PRN_KIND_TRIGGER && trigger->name[0] == '\0'
             ? prn_title_of_way (map, trigger)
             : g_strdup (prn_element_label (element));
}
