/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-page-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "prn-edit-member.h"
#include "prn-menu-name.h"
#include "prn-wrap-box.h"

#define SPACE 6 /* pixels between words */

/* What the words of a sentence are called where the schema's label says too little. */
static const struct {
  const char *member;
  const char *label;
} labels[] = {
  { "event", N_("Event") },
  { "score", N_("Score") },
  { "segment", N_("Segment") },
  { "count", N_("How many times at least") },
  { "within", N_("Within how long; empty: ever") },
  { "since", N_("Counted since") },
  { "events", N_("Events that count; none: any") },
  { "inactive", N_("For how long") },
  { "dwell", N_("For how long") },
};

static const char *
label_of (const char *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].member, member))
      return _(labels[i].label);
  return NULL;
}

GtkWidget *
prn_sentence_word (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "sentence-word");
  return label;
}

/* Words, as many as a line holds. */
static void
append_words (PrnWrapBox *box, const char *start, gsize length)
{
  g_autofree char *text = g_strstrip (g_strndup (start, length));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      prn_wrap_box_append (box, prn_sentence_word (words[i]));
}

/* A field and the words that lead to it, which stay on one line. */
static void
append_phrase (PrnWrapBox *box, const char *start, gsize length, GtkWidget *field)
{
  g_autofree char *text = g_strstrip (g_strndup (start, length));
  GtkWidget *phrase, *word;

  if (*text == '\0') {
    prn_wrap_box_append (box, field);
    return;
  }
  phrase = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);
  word = prn_sentence_word (text);
  /* What is refused is said under the field; the words are beside the field itself. */
  gtk_widget_set_valign (word, GTK_ALIGN_START);
  gtk_widget_set_size_request (word, -1, PRN_WRAP_BOX_ROW);
  gtk_box_append (GTK_BOX (phrase), word);
  gtk_box_append (GTK_BOX (phrase), field);
  prn_wrap_box_append (box, phrase);
}

static void append_bound (PrnInspectorPage *page, PrnWrapBox *box, const char *path);
static void append_filter (PrnInspectorPage *page, PrnWrapBox *box, const char *path);

/* A member of a condition with the words of @length before it. */
static void
append_member (PrnInspectorPage *page,
               PrnWrapBox *box,
               const char *path,
               const char *name,
               GtkWidget *first,
               const char *words,
               gsize length)
{
  g_autofree char *member = g_strdup_printf ("%s.%s", path, name);

  if (g_str_equal (name, "kind")) {
    append_words (box, words, length);
    if (first != NULL)
      prn_wrap_box_append (box, first);
  } else if (g_str_equal (name, "bound")) {
    append_words (box, words, length);
    append_bound (page, box, path);
  } else if (g_str_equal (name, "attribute")) {
    append_words (box, words, length);
    append_filter (page, box, member);
  } else {
    GtkWidget *field = prn_page_inline_field (page, member, label_of (name));

    if (field != NULL)
      append_phrase (box, words, length, field);
  }
}

static void
append_sentence (PrnInspectorPage *page,
                 PrnWrapBox *box,
                 const char *template,
                 const char *path,
                 GtkWidget *first)
{
  const char *rest = template;
  const char *open;

  while ((open = strchr (rest, '{')) != NULL) {
    const char *close = strchr (open, '}');
    g_autofree char *name = NULL;

    g_return_if_fail (close != NULL);
    name = g_strndup (open + 1, (gsize) (close - open - 1));
    append_member (page, box, path, name, first, rest, (gsize) (open - rest));
    rest = close + 1;
  }
  append_words (box, rest, strlen (rest));
}

GtkWidget *
prn_sentence_new (PrnInspectorPage *page, const char *template, const char *path, GtkWidget *first)
{
  GtkWidget *box = prn_wrap_box_new (SPACE);

  append_sentence (page, PRN_WRAP_BOX (box), template, path, first);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (box, "sentence");
  return box;
}

static void
append_filter (PrnInspectorPage *page, PrnWrapBox *box, const char *path)
{
  append_sentence (page, box, _("{column} {op} {value}"), path, NULL);
}

GtkWidget *
prn_filter_sentence (PrnInspectorPage *page, const char *path)
{
  return prn_sentence_new (page, _("{column} {op} {value}"), path, NULL);
}

/* A score has one of two bounds: a menu says which, the field how much. */
static void
bound_cb (GtkDropDown *menu, GParamSpec *pspec, gpointer user_data)
{
  PrnInspectorPage *page = user_data;
  const char *path = g_object_get_data (G_OBJECT (menu), "prn-path");
  gboolean below = gtk_drop_down_get_selected (menu) == 1;
  g_autofree char *from = g_strdup_printf ("%s.%s", path, below ? "at_least" : "below");
  g_autofree char *to = g_strdup_printf ("%s.%s", path, below ? "below" : "at_least");
  PrnEditing *editing = prn_inspector_page_get_editing (page);
  g_autofree char *json =
      prn_edit_get_member (prn_editing_get_map (editing), prn_editing_get_id (editing), from);

  if (json != NULL)
    prn_editing_set (editing, to, json, NULL, NULL);
}

static void
append_bound (PrnInspectorPage *page, PrnWrapBox *box, const char *path)
{
  static const char *const names[] = { N_("of at least"), N_("below") };
  const char *titles[] = { _(names[0]), _(names[1]), NULL };
  GtkWidget *menu = gtk_drop_down_new_from_strings (titles);
  g_autofree char *below = g_strdup_printf ("%s.below", path);
  g_autofree char *at_least = g_strdup_printf ("%s.at_least", path);
  PrnSlot slot;
  gboolean is_below;

  if (!prn_editing_find (prn_inspector_page_get_editing (page), below, &slot))
    return;
  is_below = !isnan (*(const double *) prn_slot_field (&slot));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (menu), is_below ? 1 : 0);
  prn_menu_set_name (GTK_DROP_DOWN (menu), _("At least or below"));
  g_object_set_data_full (G_OBJECT (menu), "prn-path", g_strdup (path), g_free);
  prn_page_mark (menu, path, "bound");
  g_signal_connect_object (menu, "notify::selected", G_CALLBACK (bound_cb), page, 0);
  prn_wrap_box_append (box, menu);
  prn_wrap_box_append (box, prn_page_inline_field (page, is_below ? below : at_least, NULL));
}
