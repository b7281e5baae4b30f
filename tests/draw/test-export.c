/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-export.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "fixture.h"
#include "prn-error.h"
#include "prn-layout.h"
#include "prn-map-file.h"
#include "prn-templates.h"

static GBytes *
export_as (PrnMap *map, const PrnReport *report, PrnExportFormat format,
           const PrnExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = prn_export (map, report, format, options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static guint32
big_endian (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

/* The data of the first chunk of a type, or NULL. */
static const guint8 *
png_chunk (GBytes *png, const char *type, guint32 *length)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);

  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  for (gsize at = 8; at + 12 <= size; at += 12 + big_endian (data + at)) {
    if (memcmp (data + at + 4, type, 4) == 0) {
      *length = big_endian (data + at);
      return data + at + 8;
    }
  }
  return NULL;
}

static void
assert_png_size (GBytes *png, guint32 width, guint32 height)
{
  guint32 length;
  const guint8 *header = png_chunk (png, "IHDR", &length);

  g_assert_nonnull (header);
  g_assert_cmpuint (big_endian (header), ==, width);
  g_assert_cmpuint (big_endian (header + 4), ==, height);
}

static void
test_png_size (void)
{
  static const struct {
    int width, height;
  } sizes[] = { { 1920, 1080 }, { 1440, 1080 }, { 3840, 2160 }, { 1, 1 }, { 17, 900 } };
  g_autoptr (PrnMap) map = prn_template_load ("five-stages", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    PrnExportOptions options = { .width = sizes[i].width, .height = sizes[i].height, .title = TRUE,
                                 .legend = TRUE };
    g_autoptr (GBytes) png = export_as (map, NULL, PRN_EXPORT_PNG, &options);

    assert_png_size (png, (guint32) sizes[i].width, (guint32) sizes[i].height);
  }
}

static void
test_png_scale (void)
{
  g_autoptr (PrnMap) map = prn_template_load ("growth-loop", NULL);
  PrnExportOptions one = { .scale = 1 }, two = { .scale = 2 };
  g_autoptr (GBytes) small = export_as (map, NULL, PRN_EXPORT_PNG, &one);
  g_autoptr (GBytes) large = export_as (map, NULL, PRN_EXPORT_PNG, &two);
  guint32 length;
  const guint8 *a = png_chunk (small, "IHDR", &length), *b = png_chunk (large, "IHDR", &length);

  g_assert_cmpint (ABS ((int) big_endian (b) - 2 * (int) big_endian (a)), <=, 2);
}

static void
test_png_chunks (void)
{
  g_autoptr (PrnMap) map = prn_template_load ("five-stages", NULL);
  PrnExportOptions options = { .width = 400, .height = 300, .dpi = 144, .embed = TRUE,
                               .transparent = TRUE };
  g_autoptr (GBytes) png = export_as (map, NULL, PRN_EXPORT_PNG, &options);
  g_autoptr (GBytes) plain = NULL;
  guint32 length;
  const guint8 *chunk = png_chunk (png, "pHYs", &length);

  g_assert_nonnull (chunk);
  g_assert_cmpuint (big_endian (chunk), ==, 5669); /* 144 / 0.0254 */
  g_assert_cmpuint (chunk[8], ==, 1);

  chunk = png_chunk (png, "iTXt", &length);
  g_assert_nonnull (chunk);
  g_assert_cmpstr ((const char *) chunk, ==, "perennial-map");
  chunk = png_chunk (png, "IHDR", &length);
  g_assert_cmpuint (chunk[9], ==, 6); /* with alpha */

  options = (PrnExportOptions){ .width = 400, .height = 300 };
  plain = export_as (map, NULL, PRN_EXPORT_PNG, &options);
  g_assert_null (png_chunk (plain, "pHYs", &length));
  g_assert_null (png_chunk (plain, "iTXt", &length));
  chunk = png_chunk (plain, "IHDR", &length);
  g_assert_cmpuint (chunk[9], ==, 2);
}

/* All text of an element and what is in it, the lines of one text separated by a space. */
static void
gather_text (xmlNode *node, GString *out)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type == XML_TEXT_NODE) {
      g_string_append (out, (const char *) child->content);
    } else if (child->type == XML_ELEMENT_NODE) {
      gather_text (child, out);
      g_string_append_c (out, ' ');
    }
  }
}

static void
gather_texts (xmlNode *node, GString *out)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type != XML_ELEMENT_NODE)
      continue;
    if (xmlStrEqual (child->name, (const xmlChar *) "text"))
      gather_text (child, out);
    else
      gather_texts (child, out);
    g_string_append_c (out, '\n');
  }
}

static xmlDoc *
parse_svg (GBytes *svg)
{
  xmlDoc *doc = xmlReadMemory (g_bytes_get_data (svg, NULL), (int) g_bytes_get_size (svg),
                               "map.svg", NULL, XML_PARSE_NONET);

  g_assert_nonnull (doc);
  g_assert_cmpstr ((const char *) xmlDocGetRootElement (doc)->name, ==, "svg");
  return doc;
}

/* Spaces where lines were broken count as one. */
static char *
squeezed (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  GString *out = g_string_new (" ");

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (out, "%s ", words[i]);
  return g_string_free (out, FALSE);
}

static void
test_svg_has_every_name_as_text (void)
{
  for (const char *const *id = prn_templates_list (); *id != NULL; id++) {
    g_autoptr (PrnMap) map = prn_template_load (*id, NULL);
    PrnExportOptions options = { .title = TRUE, .legend = TRUE };
    g_autoptr (GBytes) svg = export_as (map, NULL, PRN_EXPORT_SVG, &options);
    xmlDoc *doc = parse_svg (svg);
    GString *texts = g_string_new (NULL);
    g_autofree char *all = NULL;
    guint n;
    const PrnStage *const *stages = prn_map_stages (map, &n);

    gather_texts (xmlDocGetRootElement (doc), texts);
    all = squeezed (texts->str);
    for (guint i = 0; i < n; i++)
      g_assert_nonnull (strstr (all, stages[i]->name));
    g_assert_nonnull (strstr (all, prn_map_get_title (map)));
    g_string_free (texts, TRUE);
    xmlFreeDoc (doc);
  }
}

/* Names with markup, control characters and broken UTF-8 make a well-formed file. */
static void
test_svg_is_well_formed (void)
{
  static const char *const names[] = { "<b>&\"'", "a\x01\x1f\tb\nc", "\xf0\x9f\x8e\x89 ok", "]]>",
                                       "\xef\xbf\xbf", NULL };
  g_autoptr (PrnMap) map = NULL;
  g_autoptr (PrnMap) empty = prn_map_new ("<&>\x02");
  g_autoptr (GPtrArray) stages = g_ptr_array_new_with_free_func (prn_element_unref);
  PrnExportOptions options = { .title = TRUE, .embed = TRUE };
  g_autoptr (GBytes) svg = NULL;

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *id = g_strdup_printf ("s%u", i);
    PrnStage *stage = prn_element_new (PRN_KIND_STAGE, id);

    prn_element_set_text (&stage->name, names[i]);
    prn_element_set_text (&stage->owner, names[i]);
    g_ptr_array_add (stages, stage);
  }
  map = prn_map_with_all (empty, stages->pdata, stages->len);
  svg = export_as (map, NULL, PRN_EXPORT_SVG, &options);
  xmlFreeDoc (parse_svg (svg));
}

/* How many pages a reader finds, or 0 where there is no reader. */
static guint
pages (GBytes *pdf)
{
  g_autofree char *reader = g_find_program_in_path ("pdfinfo");
  g_autofree char *path = NULL, *told = NULL;
  g_autoptr (GError) error = NULL;
  const char *at;
  int file = g_file_open_tmp ("perennial-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  if (reader != NULL) {
    const char *argv[] = { reader, path, NULL };

    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &told, NULL, NULL,
                  &error);
    g_assert_no_error (error);
  }
  g_unlink (path);
  at = told != NULL ? strstr (told, "Pages:") : NULL;
  return at != NULL ? (guint) g_ascii_strtoull (at + strlen ("Pages:"), NULL, 10) : 0;
}

static PrnMap *
map_with_frames (guint n)
{
  g_autoptr (PrnMap) map = prn_template_load ("five-stages", NULL);
  g_autoptr (GPtrArray) frames = g_ptr_array_new_with_free_func (prn_element_unref);

  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("slide-%u", i);
    PrnFrame *frame = prn_element_new (PRN_KIND_FRAME, id);

    prn_element_set_text (&frame->name, "A slide");
    frame->position.x = i * 100;
    frame->position.y = 50;
    frame->size.w = 640;
    frame->size.h = 360;
    g_ptr_array_add (frames, frame);
  }
  return prn_map_with_all (map, frames->pdata, frames->len);
}

static void
test_pdf_has_a_page_a_frame (void)
{
  for (guint n = 0; n <= 3; n++) {
    g_autoptr (PrnMap) map = map_with_frames (n);
    PrnExportOptions options = { .frames = TRUE };
    g_autoptr (GBytes) pdf = export_as (map, NULL, PRN_EXPORT_PDF, &options);

    g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
    if (pages (pdf) == 0) {
      g_test_skip ("pdfinfo is not installed");
      return;
    }
    g_assert_cmpuint (pages (pdf), ==, MAX (1, prn_map_n (map, PRN_KIND_FRAME)));
  }
}

static void
test_frame (void)
{
  g_autoptr (PrnMap) map = map_with_frames (2);
  PrnExportOptions options = { .frame = "slide-1", .scale = 2 };
  g_autoptr (GBytes) png = export_as (map, NULL, PRN_EXPORT_PNG, &options);
  g_autoptr (GBytes) svg = export_as (map, NULL, PRN_EXPORT_SVG, &options);

  assert_png_size (png, 1280, 720);
  xmlFreeDoc (parse_svg (svg));
}

static void
test_refusals (void)
{
  static const struct {
    PrnExportOptions options;
    int code;
    const char *says;
  } rows[] = {
    { { .frame = "no-such" }, PRN_ERROR_REFERENCE, "no-such" },
    { { .background = "reddish" }, PRN_ERROR_RANGE, "reddish" },
    { { .width = 40000, .height = 10 }, PRN_ERROR_LIMIT, "40000" },
    { { .width = 30000, .height = 30000 }, PRN_ERROR_LIMIT, "30000" },
    { { .scale = 1e6 }, PRN_ERROR_LIMIT, "32,767" },
  };
  g_autoptr (PrnMap) map = prn_template_load ("five-stages", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (prn_export (map, NULL, PRN_EXPORT_PNG, &rows[i].options, &error));
    g_assert_error (error, PRN_ERROR, rows[i].code);
    g_assert_nonnull (strstr (error->message, rows[i].says));
    g_assert_null (strchr (error->message, '\n'));
  }
}

/* Whatever the map, every format gives something. */
static void
test_odd_maps (void)
{
  static const MapShape shapes[] = {
    { .stages = 0 },
    { .stages = 1, .triggers = 3, .events = 12, .phases = 1 },
    { .stages = 45, .triggers = 60, .events = 60, .phases = 40, .notes = 3, .unplaced = TRUE },
    { .stages = 12, .triggers = 40, .events = 20, .phases = 3, .overlapping = TRUE },
  };
  static const PrnExportFormat formats[] = { PRN_EXPORT_PNG, PRN_EXPORT_SVG, PRN_EXPORT_PDF,
                                             PRN_EXPORT_DOT, PRN_EXPORT_MERMAID };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (guint f = 0; f < G_N_ELEMENTS (formats); f++) {
      g_autoptr (PrnMap) map = fixture_map (&shapes[i], 3);
      g_autoptr (PrnReport) report = fixture_report (map, 3);
      PrnExportOptions options = { .width = 640, .height = 480, .theme = PRN_THEME_DARK,
                                   .title = TRUE, .legend = TRUE };
      g_autoptr (GBytes) without = export_as (map, NULL, formats[f], &options);
      g_autoptr (GBytes) with = export_as (map, report, formats[f], &options);

      g_assert_cmpuint (g_bytes_get_size (without), >, 0);
      g_assert_cmpuint (g_bytes_get_size (with), >, 0);
    }
}

static void
test_same_bytes_every_time (void)
{
  static const PrnExportFormat formats[] = { PRN_EXPORT_PNG, PRN_EXPORT_SVG, PRN_EXPORT_DOT,
                                             PRN_EXPORT_MERMAID };
  g_autoptr (PrnMap) map = prn_template_load ("retail-card", NULL);
  PrnExportOptions options = { .width = 640, .height = 480 };

  for (guint f = 0; f < G_N_ELEMENTS (formats); f++) {
    g_autoptr (GBytes) a = export_as (map, NULL, formats[f], &options);
    g_autoptr (GBytes) b = export_as (map, NULL, formats[f], &options);

    g_assert_true (g_bytes_equal (a, b));
  }
}

static char *
as_text (PrnMap *map, PrnExportFormat format)
{
  g_autoptr (GBytes) bytes = export_as (map, NULL, format, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_texts_are_escaped (void)
{
  static const char *const names[] = { "a", "b", NULL };
  g_autoptr (PrnMap) chain = fixture_chain (names);
  g_autoptr (PrnStage) stage = prn_element_copy (prn_map_nth (chain, PRN_KIND_STAGE, 0));
  g_autoptr (PrnMap) map = NULL;
  g_autofree char *dot = NULL, *mermaid = NULL;

  prn_element_set_text (&stage->name, "say \"hi\" \\ <b> #1; end");
  map = prn_map_with (chain, stage);
  dot = as_text (map, PRN_EXPORT_DOT);
  mermaid = as_text (map, PRN_EXPORT_MERMAID);
  g_assert_nonnull (strstr (dot, "label=\"say \\\"hi\\\" \\\\ <b> #1; end\""));
  g_assert_nonnull (strstr (mermaid, "say #quot;hi#quot; #92; #60;b#62; #35;1#59; end"));
  g_assert_true (g_str_has_prefix (mermaid, "flowchart LR\n"));
}

static void
test_format_from_path (void)
{
  static const struct {
    const char *path;
    gboolean known;
    PrnExportFormat format;
  } rows[] = {
    { "a.png", TRUE, PRN_EXPORT_PNG },     { "a.PNG", TRUE, PRN_EXPORT_PNG },
    { "x/y.svg", TRUE, PRN_EXPORT_SVG },   { "a.b.pdf", TRUE, PRN_EXPORT_PDF },
    { "a.dot", TRUE, PRN_EXPORT_DOT },     { "a.gv", TRUE, PRN_EXPORT_DOT },
    { "a.mmd", TRUE, PRN_EXPORT_MERMAID }, { "png", FALSE, PRN_EXPORT_PNG },
    { "a.jpeg", FALSE, PRN_EXPORT_PNG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    PrnExportFormat format = PRN_EXPORT_PNG;

    g_assert_true (prn_export_format_from_path (rows[i].path, &format) == rows[i].known);
    if (rows[i].known)
      g_assert_cmpint (format, ==, rows[i].format);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/png-size", test_png_size);
  g_test_add_func ("/export/png-scale", test_png_scale);
  g_test_add_func ("/export/png-chunks", test_png_chunks);
  g_test_add_func ("/export/svg-text", test_svg_has_every_name_as_text);
  g_test_add_func ("/export/svg-well-formed", test_svg_is_well_formed);
  g_test_add_func ("/export/pdf-pages", test_pdf_has_a_page_a_frame);
  g_test_add_func ("/export/frame", test_frame);
  g_test_add_func ("/export/refusals", test_refusals);
  g_test_add_func ("/export/odd-maps", test_odd_maps);
  g_test_add_func ("/export/same-bytes", test_same_bytes_every_time);
  g_test_add_func ("/export/escaping", test_texts_are_escaped);
  g_test_add_func ("/export/format-from-path", test_format_from_path);
  return g_test_run ();
}
