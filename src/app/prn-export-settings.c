/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-export-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A slide is as wide as a projector and twice that; 4:3 of the same widths. */
static const struct {
  const char *label;
  double scale;
  int width, height;
} sizes[] = {
  { N_("Slide 16:9, 1920 × 1080"), 0, 1920, 1080 },
  { N_("Slide 16:9, 3840 × 2160"), 0, 3840, 2160 },
  { N_("Slide 4:3, 1920 × 1440"), 0, 1920, 1440 },
  { N_("Slide 4:3, 3840 × 2880"), 0, 3840, 2880 },
  { N_("As large as the map"), 1, 0, 0 },
  { N_("Twice as large"), 2, 0, 0 },
  { N_("Four times as large"), 4, 0, 0 },
};

static const char *const endings[] = {
  [PRN_EXPORT_PNG] = ".png", [PRN_EXPORT_SVG] = ".svg",     [PRN_EXPORT_PDF] = ".pdf",
  [PRN_EXPORT_DOT] = ".dot", [PRN_EXPORT_MERMAID] = ".mmd",
};

/* What a map file's name ends with, the longest first. */
static const char *const map_endings[] = { ".lifecycle.json", ".json" };

char **
prn_export_sizes (void)
{
  char **labels = g_new0 (char *, G_N_ELEMENTS (sizes) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    labels[i] = g_strdup (_(sizes[i].label));
  return labels;
}

void
prn_export_settings_options (const PrnExportSettings *settings, PrnExportOptions *options)
{
  guint size = MIN (settings->size, G_N_ELEMENTS (sizes) - 1);

  *options = (PrnExportOptions){
    .theme = settings->theme,
    .scale = sizes[size].scale,
    .width = sizes[size].width,
    .height = sizes[size].height,
    .transparent = settings->transparent && settings->format != PRN_EXPORT_PDF,
    .title = settings->title,
    .legend = settings->legend,
  };
}

/* A title may hold what no file name can. */
static void
make_file_name (char *text)
{
  char *end = text;

  for (const char *c = text; *c != '\0'; c++)
    if (strchr (":*?\"<>|", *c) == NULL)
      *end++ = strchr ("/\\\n\t", *c) != NULL ? '-' : *c;
  *end = '\0';
}

char *
prn_export_settings_file_name (const PrnExportSettings *settings,
                               const char *title,
                               const char *file_name)
{
  g_autofree char *stem = NULL;

  if (file_name != NULL) {
    stem = g_strdup (file_name);
    for (guint i = 0; i < G_N_ELEMENTS (map_endings); i++)
      if (g_str_has_suffix (stem, map_endings[i])) {
        stem[strlen (stem) - strlen (map_endings[i])] = '\0';
        break;
      }
  }
  if (stem == NULL || stem[0] == '\0') {
    g_free (stem);
    stem = title[0] != '\0' ? g_strdup (title) : g_strdup (_("Map"));
  }
  make_file_name (stem);
  return g_strconcat (stem, endings[settings->format], NULL);
}
