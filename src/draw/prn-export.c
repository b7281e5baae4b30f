/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-export.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "prn-error.h"
#include "prn-map-file.h"
#include "prn-pen-svg.h"
#include "prn-png.h"
#include "prn-sheet.h"
#include "prn-text-export.h"
#include "prn-theme-table.h"

#define SIDE_MAX 32767
#define PIXELS_MAX 400e6

static const struct {
  const char *ending;
  PrnExportFormat format;
} endings[] = {
  { ".png", PRN_EXPORT_PNG }, { ".svg", PRN_EXPORT_SVG }, { ".pdf", PRN_EXPORT_PDF },
  { ".dot", PRN_EXPORT_DOT }, { ".gv", PRN_EXPORT_DOT }, { ".mmd", PRN_EXPORT_MERMAID },
};

gboolean
prn_export_format_from_path (const char *path, PrnExportFormat *format)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i].ending)) {
      *format = endings[i].format;
      return TRUE;
    }
  return FALSE;
}

static const PrnFrame *
frame_named (PrnMap *map, const char *id, GError **error)
{
  int index = prn_map_index_of (map, PRN_KIND_FRAME, id);

  if (index >= 0)
    return prn_map_nth (map, PRN_KIND_FRAME, (guint) index);
  g_set_error (error, PRN_ERROR, PRN_ERROR_REFERENCE,
               _ ("frame: there is no frame with the id “%s” in the map"), id);
  return NULL;
}

static gboolean
sheet_ground (PrnSheet *sheet, const PrnExportOptions *options, GError **error)
{
  sheet->ground = prn_theme_ground (options->theme);
  sheet->transparent = options->transparent;
  if (options->background == NULL || prn_color_parse (options->background, &sheet->ground))
    return TRUE;
  g_set_error (error, PRN_ERROR, PRN_ERROR_RANGE,
               _ ("background: “%s” is no colour, expected #rrggbb"), options->background);
  return FALSE;
}

static void
sheet_begin (PrnSheet *sheet, PrnScene *scene, const PrnReport *report,
             const PrnExportOptions *options, const PrnFrame *frame)
{
  PrnMap *map = prn_scene_get_map (scene);

  sheet->scene = scene;
  sheet->theme = options->theme;
  sheet->view = prn_scene_bounds (scene);
  sheet->clipped = frame != NULL;
  sheet->legend = options->legend;
  sheet->figures = report != NULL;
  if (frame != NULL)
    sheet->view = (PrnRectangle){ frame->position.x, frame->position.y, MAX (1, frame->size.w),
                                  MAX (1, frame->size.h) };
  if (sheet->view.w <= 0 || sheet->view.h <= 0)
    sheet->view = (PrnRectangle){ 0, 0, 640, 360 };
  if (options->title && prn_map_get_title (map)[0] != '\0')
    sheet->title = g_strdup (prn_map_get_title (map));
  prn_sheet_init (sheet, options);
}

/* Whether a picture of that size can be made. */
static gboolean
check_size (const PrnSheet *sheet, GError **error)
{
  double width = ceil (sheet->width), height = ceil (sheet->height);

  if (width <= SIDE_MAX && height <= SIDE_MAX && width * height <= PIXELS_MAX)
    return TRUE;
  g_set_error (error, PRN_ERROR, PRN_ERROR_LIMIT,
               _ ("a picture of %.0f × %.0f pixels is too large: at most 32,767 a side and 400 "
                  "megapixels, choose a smaller scale or size"),
               width, height);
  return FALSE;
}

static void
enter_cairo (const PrnSheet *sheet, gpointer data)
{
  cairo_t *cr = data;

  cairo_save (cr);
  if (sheet->clipped) {
    cairo_rectangle (cr, sheet->area.x, sheet->area.y, sheet->area.w, sheet->area.h);
    cairo_clip (cr);
  }
  cairo_translate (cr, sheet->area.x + (sheet->area.w - sheet->view.w * sheet->scale) / 2,
                   sheet->area.y + (sheet->area.h - sheet->view.h * sheet->scale) / 2);
  cairo_scale (cr, sheet->scale, sheet->scale);
  cairo_translate (cr, -sheet->view.x, -sheet->view.y);
}

static void
leave_cairo (const PrnSheet *sheet, gpointer data)
{
  cairo_restore (data);
}

static void
paint_on_cairo (const PrnSheet *sheet, cairo_t *cr, double zoom)
{
  g_autoptr (PrnPen) pen = prn_pen_cairo_new (cr);

  prn_sheet_paint (sheet, pen, enter_cairo, leave_cairo, cr, zoom);
}

static GBytes *
export_png (const PrnSheet *sheet, const PrnExportOptions *options, GError **error)
{
  int width = (int) ceil (sheet->width), height = (int) ceil (sheet->height);
  gboolean opaque = !sheet->transparent && sheet->ground.a >= 1;
  g_autoptr (GBytes) json = NULL;
  g_autofree char *text = NULL;
  cairo_surface_t *surface;
  GBytes *bytes = NULL;
  cairo_t *cr;

  if (!check_size (sheet, error))
    return NULL;
  surface = cairo_image_surface_create (opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, width,
                                        height);
  cr = cairo_create (surface);
  if (opaque) {
    cairo_set_source_rgb (cr, sheet->ground.r, sheet->ground.g, sheet->ground.b);
    cairo_paint (cr);
  }
  paint_on_cairo (sheet, cr, sheet->scale);
  if (options->embed) {
    json = prn_map_print (prn_scene_get_map (sheet->scene));
    text = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
  }

  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    g_set_error (error, PRN_ERROR, PRN_ERROR_LIMIT, _ ("the picture cannot be painted: %s"),
                 cairo_status_to_string (cairo_status (cr)));
  else
    bytes = prn_png_encode (surface, options->dpi, "perennial-map", text, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return bytes;
}

static void
enter_svg (const PrnSheet *sheet, gpointer data)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE], scale[G_ASCII_DTOSTR_BUF_SIZE];
  double dx = sheet->area.x + (sheet->area.w - sheet->view.w * sheet->scale) / 2;
  double dy = sheet->area.y + (sheet->area.h - sheet->view.h * sheet->scale) / 2;

  g_string_append_printf (data, "<g%s transform=\"matrix(%s 0 0 %s %s %s)\">\n",
                          sheet->clipped ? " clip-path=\"url(#view)\"" : "",
                          g_ascii_formatd (scale, sizeof scale, "%.8g", sheet->scale), scale,
                          g_ascii_formatd (x, sizeof x, "%.8g", dx - sheet->view.x * sheet->scale),
                          g_ascii_formatd (y, sizeof y, "%.8g", dy - sheet->view.y * sheet->scale));
}

static void
leave_svg (const PrnSheet *sheet, gpointer data)
{
  g_string_append (data, "</g>\n");
}

static void
append_clip (GString *out, const PrnSheet *sheet)
{
  char n[4][G_ASCII_DTOSTR_BUF_SIZE];

  if (!sheet->clipped)
    return;
  g_ascii_formatd (n[0], sizeof n[0], "%.8g", sheet->view.x);
  g_ascii_formatd (n[1], sizeof n[1], "%.8g", sheet->view.y);
  g_ascii_formatd (n[2], sizeof n[2], "%.8g", sheet->view.w);
  g_ascii_formatd (n[3], sizeof n[3], "%.8g", sheet->view.h);
  g_string_append_printf (out,
                          "<clipPath id=\"view\"><rect x=\"%s\" y=\"%s\" width=\"%s\" "
                          "height=\"%s\"/></clipPath>\n", n[0], n[1], n[2], n[3]);
}

/* The map's JSON. What XML cannot hold, JSON can write with an escape of its own. */
static void
append_map (GString *out, PrnMap *map)
{
  g_autoptr (GBytes) json = prn_map_print (map);
  GString *text =
      g_string_new_len (g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json));

  g_string_replace (text, "\uFFFE", "\\ufffe", 0);
  g_string_replace (text, "\uFFFF", "\\uffff", 0);
  g_string_append (out, "<metadata id=\"perennial-map\">");
  prn_svg_append (out, text->str);
  g_string_append (out, "</metadata>\n");
  g_string_free (text, TRUE);
}

static GBytes *
export_svg (const PrnSheet *sheet, const PrnExportOptions *options, GError **error)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_autoptr (PrnPen) pen = prn_pen_svg_new (out);
  int width = (int) ceil (sheet->width), height = (int) ceil (sheet->height);

  g_string_append_printf (out,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                          "viewBox=\"0 0 %d %d\" font-family=\"%s\" "
                          "style=\"font-variant-numeric: tabular-nums\" role=\"img\">\n<title>",
                          width, height, width, height, prn_text_family ());
  prn_svg_append (out, prn_map_get_title (prn_scene_get_map (sheet->scene)));
  g_string_append (out, "</title>\n");
  if (options->embed)
    append_map (out, prn_scene_get_map (sheet->scene));
  append_clip (out, sheet);
  prn_sheet_paint (sheet, pen, enter_svg, leave_svg, out, MAX (1, sheet->scale));
  g_string_append (out, "</svg>\n");
  return g_string_free_to_bytes (out);
}

static cairo_status_t
append_cb (void *closure, const guint8 *data, guint length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

typedef struct {
  PrnScene *scene;
  const PrnReport *report;
  const PrnExportOptions *options;
} Job;

/* Each frame on a page of its own, or everything on one. */
static gboolean
paint_pages (const Job *job, cairo_surface_t *surface, GError **error)
{
  guint n_frames = 0;
  const PrnFrame *const *frames = prn_map_frames (prn_scene_get_map (job->scene), &n_frames);
  guint n_pages = job->options->frames && n_frames > 0 ? n_frames : 1;
  cairo_t *cr = cairo_create (surface);
  gboolean done = TRUE;

  for (guint i = 0; i < n_pages && done; i++) {
    PrnSheet sheet = { 0 };
    const PrnFrame *frame = n_pages == n_frames && job->options->frames ? frames[i] : NULL;

    if (frame == NULL && job->options->frame != NULL)
      frame = frame_named (prn_scene_get_map (job->scene), job->options->frame, error);
    done = (frame != NULL || job->options->frame == NULL) &&
           sheet_ground (&sheet, job->options, error);
    if (done) {
      sheet_begin (&sheet, job->scene, job->report, job->options, frame);
      cairo_pdf_surface_set_size (surface, sheet.width * 0.75, sheet.height * 0.75);
      cairo_save (cr);
      cairo_scale (cr, 0.75, 0.75); /* CSS pixels to points */
      paint_on_cairo (&sheet, cr, MAX (1, sheet.scale));
      cairo_restore (cr);
      cairo_show_page (cr);
    }
    prn_sheet_clear (&sheet);
  }
  cairo_destroy (cr);
  return done;
}

static GBytes *
export_pdf (const Job *job, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, out, 100, 100);
  gboolean done;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  prn_map_get_title (prn_scene_get_map (job->scene)));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Perennial");
  done = paint_pages (job, surface, error);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

static GBytes *
export_picture (const Job *job, PrnExportFormat format, GError **error)
{
  const PrnFrame *frame = NULL;
  PrnSheet sheet = { 0 };
  GBytes *bytes;

  if (format == PRN_EXPORT_PDF)
    return export_pdf (job, error);

  if (job->options->frame != NULL) {
    frame = frame_named (prn_scene_get_map (job->scene), job->options->frame, error);
    if (frame == NULL)
      return NULL;
  }
  if (!sheet_ground (&sheet, job->options, error))
    return NULL;

  sheet_begin (&sheet, job->scene, job->report, job->options, frame);
  bytes = format == PRN_EXPORT_PNG ? export_png (&sheet, job->options, error)
                                   : export_svg (&sheet, job->options, error);
  prn_sheet_clear (&sheet);
  return bytes;
}

GBytes *
prn_export (PrnMap *map, const PrnReport *report, PrnExportFormat format,
            const PrnExportOptions *options, GError **error)
{
  static const PrnExportOptions defaults = { 0 };
  g_autoptr (PrnScene) scene = NULL;
  PrnSceneOptions scene_options = { 0 };

  if (options == NULL)
    options = &defaults;
  if (format == PRN_EXPORT_DOT)
    return prn_dot_write (map, report);
  if (format == PRN_EXPORT_MERMAID)
    return prn_mermaid_write (map, report);

  scene_options.theme = options->theme;
  scene = prn_scene_new (map, report, &scene_options);
  return export_picture (&(Job){ scene, report, options }, format, error);
}
