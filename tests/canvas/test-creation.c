/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-creation.h"
#include "prn-edit.h"
#include "prn-pasted-text.h"

static PrnMap *
one_stage (void)
{
  g_autoptr (PrnMap) empty = prn_map_new ("");

  return prn_edit_add_stage (empty, "Stage", 100, 48, NULL, NULL);
}

/* What is made under a name of the program's is made again under the one that was typed, so that
 * its id is made of that. */
static void
test_named_later (void)
{
  static const struct {
    PrnCreationKind kind;
    const char *other;
    const char *first, *then; /* ids */
    guint n_triggers;
  } rows[] = {
    { PRN_CREATION_STAGE, NULL, "stage-2", "free-trial", 0 },
    { PRN_CREATION_LINKED, "stage", "stage-2", "free-trial", 1 },
    { PRN_CREATION_LED_TO, "stage", "stage-2", "free-trial", 1 },
    { PRN_CREATION_EVENT, "stage", "event", "free-trial", 0 },
    { PRN_CREATION_PHASE, NULL, "phase", "free-trial", 0 },
    { PRN_CREATION_NOTE, "stage", "note-note", "note-free-trial", 0 },
    { PRN_CREATION_FRAME, NULL, "frame", "free-trial", 0 },
    { PRN_CREATION_LINKED, "nobody", NULL, NULL, 0 },
  };
  g_autoptr (PrnMap) map = one_stage ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnCreation) creation = prn_creation_new (rows[i].kind, map);
    g_autofree char *first = NULL;
    g_autofree char *then = NULL;
    g_autoptr (PrnMap) unnamed = NULL;
    g_autoptr (PrnMap) named = NULL;

    g_test_message ("%s", prn_creation_step (creation));
    creation->other = g_strdup (rows[i].other);
    creation->box.x = 500;
    unnamed = prn_creation_make (creation, NULL, &first);
    named = prn_creation_make (creation, "Free trial", &then);
    g_assert_cmpstr (first, ==, rows[i].first);
    g_assert_cmpstr (then, ==, rows[i].then);
    g_assert_cmpuint (prn_map_n (named, PRN_KIND_TRIGGER), ==, rows[i].n_triggers);
    g_assert_cmpint (named == map, ==, then == NULL);
  }
}

/* A list of short lines is a list of stages; anything else is a note. */
static void
test_pasted_text (void)
{
  static const struct {
    const char *text;
    guint n_stages, n_triggers, n_notes;
    const char *first; /* its name or text */
  } rows[] = {
    { "Visitor\nTrial\nPaying", 3, 2, 0, "Visitor" },
    { "- Visitor\n- Trial\n", 2, 1, 0, "Visitor" },
    { "1. Visitor\n\n2. Trial", 2, 1, 0, "Visitor" },
    { "3D printing\n4 weeks later", 2, 1, 0, "3D printing" },
    { "Ask Ana about the quote", 0, 0, 1, "Ask Ana about the quote" },
    { "  \n ", 0, 0, 0, NULL },
    { "One line that is far too long to be the name of a stage, so it must be a text of its own.\n"
      "Two", 0, 0, 1, NULL },
  };
  g_autoptr (PrnMap) empty = prn_map_new ("");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) ids = NULL;
    g_autoptr (PrnMap) map = prn_pasted_text (empty, rows[i].text, (PrnSpot){ 0, 0 }, &ids);

    g_test_message ("%s", rows[i].text);
    g_assert_cmpuint (prn_map_n (map, PRN_KIND_STAGE), ==, rows[i].n_stages);
    g_assert_cmpuint (prn_map_n (map, PRN_KIND_TRIGGER), ==, rows[i].n_triggers);
    g_assert_cmpuint (prn_map_n (map, PRN_KIND_NOTE), ==, rows[i].n_notes);
    g_assert_cmpuint (ids != NULL ? g_strv_length (ids) : 0, ==,
                      rows[i].n_stages + rows[i].n_notes);
    if (rows[i].first != NULL)
      g_assert_cmpstr (prn_element_label (prn_map_lookup (map, ids[0])), ==, rows[i].first);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/canvas/creation/named-later", test_named_later);
  g_test_add_func ("/canvas/creation/pasted-text", test_pasted_text);

  return g_test_run ();
}
