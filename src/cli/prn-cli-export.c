/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-drawing.h"
#include "prn-cli-input.h"
#include "prn-cli-open.h"
#include "prn-cli-pages.h"
#include "prn-cli-say.h"
#include "prn-error.h"
#include "prn-map-file.h"

#include <math.h>
#include <string.h>

typedef struct {
  char *output;
  char *report;
  double scale;
  int width, height;
  char *slide;
  double dpi;
  char *background;
  char *theme;
  char *frame;
  gboolean title, legend, frames, embed;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->report);
  g_free (options->slide);
  g_free (options->background);
  g_free (options->theme);
  g_free (options->frame);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* An option that was given 0 is as wrong as one given -1: these mark one that was not given. */
#define NOT_GIVEN (-G_MAXINT)

static gboolean
parse (const PrnCliCommand *command,
       GStrv *arguments,
       Options *options,
       GStrv *operands,
       PrnCliStatus *status)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Where to write it; the ending says what: .png .svg .pdf .dot .mmd"), N_ ("FILE") },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options->report,
      N_ ("Show the numbers of a report that “replay --format json” wrote"), N_ ("REPORT.json") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options->scale, N_ ("Pixels for a unit of the map"),
      N_ ("X") },
    { "width", 0, 0, G_OPTION_ARG_INT, &options->width, N_ ("Width in pixels"), N_ ("W") },
    { "height", 0, 0, G_OPTION_ARG_INT, &options->height, N_ ("Height in pixels"), N_ ("H") },
    { "slide", 0, 0, G_OPTION_ARG_STRING, &options->slide,
      N_ ("As large as a slide: 1920 x 1080 or 1440 x 1080"), N_ ("16:9|4:3") },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &options->dpi, N_ ("Dots per inch that a PNG says it has"),
      N_ ("N") },
    { "background", 0, 0, G_OPTION_ARG_STRING, &options->background,
      N_ ("The ground: “#rrggbb”, or “none” for a transparent one"), N_ ("COLOR|none") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options->theme, N_ ("Colours; else light"),
      N_ ("light|dark|print") },
    { "title", 0, 0, G_OPTION_ARG_NONE, &options->title, N_ ("With the map's title above"), NULL },
    { "legend", 0, 0, G_OPTION_ARG_NONE, &options->legend,
      N_ ("With what signs and numbers mean below"), NULL },
    { "frame", 0, 0, G_OPTION_ARG_STRING, &options->frame,
      N_ ("Only what is inside this presentation frame"), N_ ("ID") },
    { "frames", 0, 0, G_OPTION_ARG_NONE, &options->frames,
      N_ ("Each frame: a page in a PDF, else numbered files FILE-1.png, FILE-2.png ..."), NULL },
    { "embed", 0, 0, G_OPTION_ARG_NONE, &options->embed,
      N_ ("Put the map into the PNG or SVG, so that it can be opened again"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  options->scale = options->dpi = NOT_GIVEN;
  options->width = options->height = NOT_GIVEN;

  return prn_cli_parse (command, arguments, entries, NULL, operands, status);
}

/* Sets the size of the picture; what is wrong is returned. */
static const char *
resolve_size (const Options *options, PrnExportOptions *export)
{
  gboolean has_scale = options->scale != NOT_GIVEN;
  gboolean has_width = options->width != NOT_GIVEN;
  gboolean has_height = options->height != NOT_GIVEN;

  if (has_scale + (has_width || has_height) + (options->slide != NULL) > 1)
    return _ ("only one of --scale, --width with --height, and --slide can be given");
  if (has_width != has_height)
    return _ ("--width and --height belong together");
  if (has_scale && !(isfinite (options->scale) && options->scale > 0))
    return _ ("--scale: a number above 0 is expected");
  if (has_width && (options->width <= 0 || options->height <= 0))
    return _ ("--width, --height: a number of pixels is expected");

  export->scale = has_scale ? options->scale : 0;
  export->width = has_width ? options->width : 0;
  export->height = has_height ? options->height : 0;

  if (options->slide == NULL)
    return NULL;

  export->height = 1080;
  if (g_str_equal (options->slide, "16:9"))
    export->width = 1920;
  else if (g_str_equal (options->slide, "4:3"))
    export->width = 1440;
  else
    return _ ("--slide: 16:9 or 4:3 is expected");

  return NULL;
}

static const char *
resolve_look (const Options *options, PrnExportOptions *export)
{
  static const char *const themes[] = { "light", "dark", "print", NULL };
  PrnColor color;

  if (options->theme != NULL) {
    guint i = 0;

    while (themes[i] != NULL && !g_str_equal (themes[i], options->theme))
      i++;
    if (themes[i] == NULL)
      return _ ("--theme: light, dark or print is expected");
    export->theme = (PrnThemeKind) i;
  }

  if (options->background != NULL) {
    export->transparent = g_str_equal (options->background, "none");
    if (!export->transparent && !prn_color_parse (options->background, &color))
      return _ ("--background: a colour “#rrggbb” or “none” is expected");
    export->background = export->transparent ? NULL : options->background;
  }

  if (options->dpi != NOT_GIVEN &&
      !(isfinite (options->dpi) && options->dpi >= 1 && options->dpi <= 1e6))
    return _ ("--dpi: a number from 1 to 1000000 is expected");
  export->dpi = options->dpi != NOT_GIVEN ? options->dpi : 0;

  return NULL;
}

static const char *
resolve (const Options *options, PrnExportFormat *format, PrnExportOptions *export)
{
  const char *wrong;

  if (options->output == NULL)
    return _ ("-o FILE expected");
  if (!prn_export_format_from_path (options->output, format))
    return _ ("-o: a name ending in .png, .svg, .pdf, .dot or .mmd is expected");
  if (options->frame != NULL && options->frames)
    return _ ("only one of --frame and --frames can be given");
  if (options->frames && (*format == PRN_EXPORT_DOT || *format == PRN_EXPORT_MERMAID))
    return _ ("--frames: only pictures have frames");
  if (options->embed && *format != PRN_EXPORT_PNG && *format != PRN_EXPORT_SVG)
    return _ ("--embed: only a PNG or an SVG can hold the map");

  wrong = resolve_size (options, export);
  if (wrong == NULL)
    wrong = resolve_look (options, export);

  export->title = options->title;
  export->legend = options->legend;
  export->frame = options->frame;
  export->frames = options->frames;
  export->embed = options->embed;

  return wrong;
}

static PrnReport *
load_report (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = prn_cli_read_file (path, error);
  PrnReport *report;

  if (bytes == NULL)
    return NULL;

  report = prn_report_from_json (bytes, &cause);
  if (report == NULL)
    g_set_error (error, cause->domain, cause->code, "%s: %s", path, cause->message);

  return report;
}

static PrnCliStatus
draw (const char *path,
      const Options *options,
      PrnExportFormat format,
      const PrnExportOptions *export)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (PrnReport) report = NULL;
  GBytes *bytes;

  map = prn_cli_open_map (path, &error);
  if (map == NULL)
    return prn_cli_fail (error);

  if (options->report != NULL) {
    report = load_report (options->report, &error);
    if (report == NULL)
      return prn_cli_fail (error);
  }

  if (export->frames && format != PRN_EXPORT_PDF)
    return prn_cli_export_pages (map, report, format, export, options->output);

  bytes = prn_export (map, report, format, export, &error);
  if (bytes == NULL)
    return prn_cli_fail (error);

  return prn_cli_write (options->output, bytes);
}

PrnCliStatus
prn_draw_export (const PrnCliCommand *command, GStrv *arguments)
{
  g_auto (Options) options = { 0 };
  PrnExportOptions export = { 0 };
  PrnExportFormat format;
  g_auto (GStrv) operands = NULL;
  const char *wrong;
  PrnCliStatus status;

  if (!parse (command, arguments, &options, &operands, &status))
    return status;

  wrong = resolve (&options, &format, &export);
  if (wrong != NULL)
    return prn_cli_refuse (command, "%s", wrong);
  if (options.report != NULL && g_str_equal (options.report, "-") && g_str_equal (operands[0], "-"))
    return prn_cli_refuse (command, _ ("only one of MAP and --report can be “-”"));

  return draw (operands[0], &options, format, &export);
}
