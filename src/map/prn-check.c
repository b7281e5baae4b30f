/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check.h"

#include "prn-references.h"

static void
dangling_cb (const PrnReference *reference, const char *message, gpointer user_data)
{
  GPtrArray *problems = user_data;
  g_autofree char *place = prn_place_format (reference->place);

  g_ptr_array_add (problems, prn_problem_new (PRN_SEVERITY_ERROR, place,
                                              reference->element != NULL ? reference->element->id
                                                                         : NULL,
                                              "%s", message));
}

GPtrArray *
prn_map_check (PrnMap *map)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) prn_problem_free);

  prn_map_foreach_dangling (map, dangling_cb, problems);
  return problems;
}
