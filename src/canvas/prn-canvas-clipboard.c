/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "prn-arrange.h"
#include "prn-edit.h"
#include "prn-export.h"
#include "prn-pasted-text.h"

/* Between windows and programs: our own type, pictures for documents, text for anything. */

/* Of more elements no picture is made: nobody pastes such a one, and it takes long. */
#define MOST_IN_A_PICTURE 400

/* Bytes that are read from another program at most; the limit on a map file. */
#define MOST_BYTES (64 * 1024 * 1024)

/* What a text editor gets: the names, one a line, and the texts of notes. */
static char *
text_of (PrnMap *map)
{
  static const PrnKind kinds[] = { PRN_KIND_STAGE, PRN_KIND_NOTE, PRN_KIND_EVENT };
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    if (kinds[k] == PRN_KIND_EVENT && text->len > 0)
      break; /* the events go with their stages */
    for (guint i = 0; i < prn_map_n (map, kinds[k]); i++)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                              prn_element_label (prn_map_nth (map, kinds[k], i)));
  }
  return g_string_free (text, FALSE);
}

static void
add_picture (GPtrArray *providers, PrnMap *map, PrnExportFormat format, const char *type)
{
  const PrnExportOptions options = { .theme = PRN_THEME_PRINT,
                                     .scale = format == PRN_EXPORT_PNG ? 2 : 1 };
  g_autoptr (GBytes) picture = prn_export (map, NULL, format, &options, NULL);

  if (picture != NULL)
    g_ptr_array_add (providers, gdk_content_provider_new_for_bytes (type, picture));
}

void
prn_canvas_copy (PrnCanvas *self)
{
  PrnMap *map = prn_canvas_get_map (self);
  const char *const *ids = prn_selection_get_ids (self->selection);
  g_autoptr (GBytes) fragment = prn_edit_copy (map, ids);
  g_autoptr (PrnMap) copied = prn_edit_copied_map (map, ids);
  g_autoptr (GPtrArray) providers = g_ptr_array_new ();
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autofree char *text = NULL;

  if (fragment == NULL || copied == NULL)
    return;

  g_ptr_array_add (providers, gdk_content_provider_new_for_bytes (PRN_FRAGMENT_TYPE, fragment));
  if (prn_map_n (copied, PRN_KIND_STAGE) + prn_map_n (copied, PRN_KIND_NOTE) > 0 &&
      prn_map_n (copied, PRN_KIND_STAGE) + prn_map_n (copied, PRN_KIND_TRIGGER) <=
          MOST_IN_A_PICTURE) {
    add_picture (providers, copied, PRN_EXPORT_PNG, "image/png");
    add_picture (providers, copied, PRN_EXPORT_SVG, "image/svg+xml");
  }
  text = text_of (copied);
  if (*text != '\0')
    g_ptr_array_add (providers, gdk_content_provider_new_typed (G_TYPE_STRING, text));
  provider = gdk_content_provider_new_union ((GdkContentProvider **) providers->pdata,
                                             providers->len);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

/* Ends a paste: one step, what came is selected. */
static void
put_pasted (PrnCanvas *self, PrnMap *pasted, char **ids)
{
  if (prn_canvas_apply (self, pasted, _("Paste"), NULL) && ids != NULL && ids[0] != NULL) {
    prn_selection_set (self->selection, (const char *const *) ids);
    prn_canvas_reveal (self, ids[0]);
  }
}

/* Beside what was copied if that is in view, else where one looks. */
static PrnSpot
paste_spot (PrnCanvas *self, PrnMap *pasted, char **ids)
{
  PrnRectangle view = prn_viewport_visible (&self->viewport), box;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (prn_edit_get_box (prn_map_lookup (pasted, ids[i]), &box) &&
        prn_rectangle_overlaps (&box, &view))
      return (PrnSpot){ NAN, NAN };
  return (PrnSpot){ prn_snap (view.x + view.w / 2), prn_snap (view.y + view.h / 2) };
}

static gboolean
paste_fragment (PrnCanvas *self, GBytes *bytes)
{
  PrnMap *map = prn_canvas_get_map (self);
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PrnMap) pasted = prn_edit_paste (map, bytes, NAN, NAN, &ids, &error);
  PrnSpot spot;

  if (error != NULL)
    return FALSE;
  spot = paste_spot (self, pasted, ids);
  if (!isnan (spot.x)) {
    g_clear_pointer (&ids, g_strfreev);
    prn_map_unref (pasted);
    pasted = prn_edit_paste (map, bytes, spot.x, spot.y, &ids, NULL);
  }
  put_pasted (self, g_steal_pointer (&pasted), ids);
  return TRUE;
}

static void
paste_text (PrnCanvas *self, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_auto (GStrv) ids = NULL;
  PrnMap *pasted;

  if (strchr (text, '{') != NULL && paste_fragment (self, bytes))
    return;
  pasted = prn_pasted_text (prn_canvas_get_map (self), text, prn_canvas_new_spot (self), &ids);
  put_pasted (self, pasted, ids);
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (PrnCanvas) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text != NULL && prn_canvas_is_editable (self))
    paste_text (self, text);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
bytes_read_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (PrnCanvas) self = data;
  GOutputStream *out = G_OUTPUT_STREAM (stream);
  g_autoptr (GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (out, result, NULL) >= 0)
    bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
  if (bytes == NULL || g_bytes_get_size (bytes) > MOST_BYTES || !prn_canvas_is_editable (self) ||
      !paste_fragment (self, bytes))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
fragment_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (PrnCanvas) self = data;
  const char *type;
  g_autoptr (GInputStream) stream =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, &type, NULL);
  g_autoptr (GOutputStream) out = NULL;

  if (stream == NULL) {
    gdk_clipboard_read_text_async (GDK_CLIPBOARD (clipboard), NULL, text_read_cb,
                                   g_steal_pointer (&self));
    return;
  }
  out = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (out, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                    G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, bytes_read_cb, g_steal_pointer (&self));
}

void
prn_canvas_paste (PrnCanvas *self)
{
  const char *types[] = { PRN_FRAGMENT_TYPE, NULL };

  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), types,
                            G_PRIORITY_DEFAULT, NULL, fragment_read_cb, g_object_ref (self));
}
