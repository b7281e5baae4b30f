/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-check-private.h"

#include <glib/gi18n-lib.h>

#include "prn-currency.h"
#include "prn-schema.h"

/* Which elements people know by their names alone. The others may go without. */
static const gboolean needs_name[PRN_N_KINDS] = {
  [PRN_KIND_PHASE] = TRUE,   [PRN_KIND_STAGE] = TRUE,    [PRN_KIND_EVENT] = TRUE,
  [PRN_KIND_SCORE] = TRUE,   [PRN_KIND_SEGMENT] = TRUE,  [PRN_KIND_SCENARIO] = TRUE,
};

static void
check_kind (PrnCheck *check, PrnKind kind)
{
  const PrnMember *member = prn_record_find_member (prn_record_of_kind (kind), "name");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (prn_text_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < prn_map_n (check->map, kind); i++) {
    const PrnElement *element = prn_map_nth (check->map, kind, i);
    g_autofree char *name = g_strstrip (g_strdup (
        *(char *const *) G_STRUCT_MEMBER_P (element, member->offset)));
    g_autofree char *folded = g_utf8_casefold (name, -1);
    const PrnElement *first = g_hash_table_lookup (seen, folded);

    if (*name == '\0') {
      prn_check_add (check, PRN_PROBLEM_NO_NAME, kind, i, "name",
                     _ ("this %s has no name; give it one"), _ (prn_kind_name (kind)));
    } else if (first != NULL) {
      g_autofree char *quoted = prn_quote (name);

      prn_check_add (check, PRN_PROBLEM_SAME_NAME, kind, i, "name",
                     _ ("two %s are called %s, this one and “%s”; rename one of them"),
                     _ (prn_kind_list_name (kind)), quoted, first->id);
    } else {
      g_hash_table_insert (seen, g_steal_pointer (&folded), (gpointer) element);
    }
  }
}

void
prn_check_names (PrnCheck *check)
{
  const char *currency = prn_map_get_currency (check->map);

  if (!prn_currency_is_known (currency))
    g_ptr_array_add (
        check->problems,
        prn_problem_new (PRN_SEVERITY_WARNING, PRN_PROBLEM_CURRENCY, "currency", NULL,
                         _ ("“%s” is no currency of ISO 4217; expected a code like EUR"),
                         currency));
  for (PrnKind kind = 0; kind < PRN_N_KINDS; kind++)
    if (needs_name[kind])
      check_kind (check, kind);
}
