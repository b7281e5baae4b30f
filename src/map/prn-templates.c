/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-templates.h"

#include <glib/gi18n-lib.h>

#include "prn-error.h"
#include "prn-map-file.h"
#include "templates-resource.h"

const char *const *
prn_templates_list (void)
{
  static const char *const ids[] = { "five-stages",      "customer-lifecycle",
                                     "growth-loop",      "saas-two-phases",
                                     "customer-success", "saas-trial-to-upgrade",
                                     "retail-card",      NULL };

  return ids;
}

PrnMap *
prn_template_load (const char *id, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/app/perennial/templates/%s.lifecycle.json", id);
  g_autoptr (GBytes) bytes = NULL;

  if (!g_strv_contains (prn_templates_list (), id)) {
    g_autofree char *ids = g_strjoinv (", ", (char **) prn_templates_list ());

    prn_set_error_at (error, PRN_ERROR_USAGE, id,
                      _ ("there is no such template; expected one of %s"), ids);
    return NULL;
  }
  bytes = g_resource_lookup_data (prn_templates_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  error);
  return bytes != NULL ? prn_map_parse (bytes, NULL, error) : NULL;
}
