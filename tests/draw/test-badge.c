/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-badge.h"

#include <string.h>

#include "fixture.h"
#include "prn-card.h"
#include "prn-export.h"
#include "prn-map-file.h"
#include "prn-scene-private.h"

static const char map_text[] =
    "{\"format\": \"perennial-map\", \"version\": 1, \"title\": \"Shop\", \"stages\": ["
    "{\"id\": \"a\", \"name\": \"Visitor\", \"position\": {\"x\": 0, \"y\": 0}},"
    "{\"id\": \"b\", \"name\": \"Buyer\", \"position\": {\"x\": 500, \"y\": 0}},"
    "{\"id\": \"c\", \"name\": \"Small\", \"position\": {\"x\": 1000, \"y\": 0},"
    " \"size\": {\"w\": 120, \"h\": 60}}],"
    "\"triggers\": [{\"id\": \"t\", \"name\": \"Buys\", \"from\": \"a\", \"to\": \"b\"}],"
    "\"segments\": [{\"id\": \"s\", \"name\": \"Firms\"}],"
    "\"targets\": ["
    "{\"id\": \"met\", \"of\": \"b\", \"metric\": \"reach\", \"at_least\": 0.2},"
    "{\"id\": \"near\", \"of\": \"b\", \"metric\": \"now\", \"at_most\": 10},"
    "{\"id\": \"missed\", \"name\": \"Half\", \"of\": \"t\", \"metric\": \"share\", \"within\": \"30d\","
    " \"at_least\": 0.5},"
    "{\"id\": \"later\", \"of\": \"t\", \"metric\": \"share\", \"segment\": \"s\", \"at_least\": 0.5},"
    "{\"id\": \"small\", \"of\": \"c\", \"metric\": \"median_dwell\", \"at_most\": \"2d\"},"
    "{\"id\": \"whole\", \"of\": \"map\", \"metric\": \"exit_share\", \"at_most\": 0.3, \"within\": \"90d\"},"
    "{\"id\": \"unsaid\", \"of\": \"a\", \"metric\": \"reach\", \"at_least\": 0.2}]}";

static const char report_text[] =
    "{\"kind\": \"replay\", \"as_of\": \"2026-01-01\", \"entered\": 100, \"stages\": ["
    "{\"id\": \"a\", \"visits\": 100, \"now\": 60}, {\"id\": \"b\", \"visits\": 40, \"now\": 12},"
    "{\"id\": \"c\", \"visits\": 28, \"now\": 28}],"
    "\"triggers\": [{\"id\": \"t\", \"fired\": 40, \"share\": 0.45}],"
    "\"targets\": ["
    "{\"id\": \"met\", \"actual\": 0.4, \"interval\": {\"low\": 0.3, \"high\": 0.5}, \"met\": true},"
    "{\"id\": \"near\", \"actual\": 12, \"interval\": {\"low\": 8, \"high\": 16}, \"met\": false},"
    "{\"id\": \"missed\", \"actual\": 0.31, \"interval\": {\"low\": 0.28, \"high\": 0.34}, \"met\": false},"
    "{\"id\": \"later\", \"actual\": null, \"met\": null},"
    "{\"id\": \"small\", \"actual\": 86400, \"met\": true},"
    "{\"id\": \"whole\", \"actual\": 0.25, \"met\": true}]}";

static PrnMap *
new_map (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (map_text, strlen (map_text));
  g_autoptr (GError) error = NULL;
  PrnMap *map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return map;
}

static PrnReport *
new_report (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (report_text, strlen (report_text));
  g_autoptr (GError) error = NULL;
  PrnReport *report = prn_report_from_json (bytes, &error);

  g_assert_no_error (error);
  return report;
}

static void
test_words (void)
{
  static const struct {
    const char *of;
    guint index;
    PrnVerdict verdict;
    const char *text;
    const char *facts;
  } rows[] = {
    { "b", 0, PRN_VERDICT_MET, "40.0 % reach", "Target met: met. 40.0 %, ≥ 20 % asked." },
    { "b", 1, PRN_VERDICT_NEAR, "12 now", "Target near: nearly met. 12, ≤ 10 asked." },
    { "t", 0, PRN_VERDICT_MISSED, "31.0 % in 30 d", "Target Half: missed. 31.0 %, ≥ 50 % asked." },
    { "t", 1, PRN_VERDICT_UNKNOWN, "– · Firms", "Target later: not known yet. –, ≥ 50 % asked." },
    { "map", 0, PRN_VERDICT_MET, "25.0 % leave in 90 d", "Target whole: met. 25.0 %, ≤ 30 % asked." },
  };
  g_autoptr (PrnMap) map = new_map ();
  g_autoptr (PrnReport) report = new_report ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnBadges) badges = prn_badges_new (map, report, rows[i].of);
    const PrnBadge *badge;

    g_assert_cmpuint (badges->n, >, rows[i].index);
    badge = &badges->items[rows[i].index];
    g_assert_cmpint (badge->verdict, ==, rows[i].verdict);
    g_assert_cmpstr (badge->text, ==, rows[i].text);
    g_assert_cmpstr (badge->facts, ==, rows[i].facts);
  }
  g_assert_null (prn_badges_new (map, report, "a"));
}

static void
test_equal (void)
{
  g_autoptr (PrnMap) map = new_map ();
  g_autoptr (PrnReport) report = new_report ();
  g_autoptr (PrnBadges) one = prn_badges_new (map, report, "b");
  g_autoptr (PrnBadges) same = prn_badges_new (map, report, "b");
  g_autoptr (PrnBadges) other = NULL;

  g_assert_true (prn_badges_equal (NULL, NULL));
  g_assert_true (prn_badges_equal (one, same));
  g_assert_false (prn_badges_equal (one, NULL));
  report->targets[0].actual = .41;
  other = prn_badges_new (map, report, "b");
  g_assert_false (prn_badges_equal (one, other));
}

/* On a card badges lie within it, apart from each other and from chips; one without room has its
 * signs on its edge. */
static void
test_on_cards (void)
{
  g_autoptr (PrnMap) map = new_map ();
  g_autoptr (PrnReport) report = new_report ();
  g_autoptr (PrnScene) scene = prn_scene_new (map, report, NULL);
  const PrnCard *buyer = &scene->cards[1], *small = &scene->cards[2];

  g_assert_nonnull (buyer->badges);
  for (guint i = 0; i < 2; i++) {
    const PrnRectangle *r = &buyer->badges[i];

    g_assert_true (r->x >= buyer->rect.x && r->x + r->w <= buyer->rect.x + buyer->rect.w);
    g_assert_true (r->y >= buyer->rect.y && r->y + r->h <= buyer->rect.y + buyer->rect.h);
  }
  g_assert_false (prn_rectangle_overlaps (&buyer->badges[0], &buyer->badges[1]));
  g_assert_null (small->badges);
  g_assert_cmpfloat (prn_card_ink (small).y, <=, small->rect.y - 9);
  g_assert_null (scene->cards[0].figures.badges);
}

static void
test_on_triggers (void)
{
  g_autoptr (PrnMap) map = new_map ();
  g_autoptr (PrnReport) report = new_report ();
  g_autoptr (PrnScene) scene = prn_scene_new (map, report, NULL);
  const PrnWay *way = &scene->ways[0];

  g_assert_cmpuint (way->badges->n, ==, 2);
  g_assert_cmpuint (way->badge_lines, ==, 2);
  g_assert_cmpstr (way->figures, ==, "45 % · 40");
  for (guint i = 0; i < scene->n_cards; i++)
    g_assert_false (prn_rectangle_overlaps (&way->label, &scene->cards[i].rect));
}

/* Those who hear the map hear of targets as well. */
static void
test_facts (void)
{
  g_autoptr (PrnMap) map = new_map ();
  g_autoptr (PrnReport) report = new_report ();
  g_autoptr (PrnScene) scene = prn_scene_new (map, report, NULL);
  guint heard = 0;

  for (guint i = 0; i < prn_scene_n_items (scene); i++) {
    const PrnItem *item = prn_scene_item (scene, i);

    if (g_str_equal (item->id, "b") || g_str_equal (item->id, "t"))
      heard += strstr (item->facts, "Target ") != NULL;
  }
  g_assert_cmpuint (heard, ==, 2);
}

/* A target that changed is seen, though the report is the same. */
static void
test_update (void)
{
  g_autoptr (PrnMap) map = new_map ();
  g_autoptr (PrnReport) report = new_report ();
  g_autoptr (PrnScene) scene = prn_scene_new (map, report, NULL);
  PrnTarget *target = prn_element_copy (prn_map_lookup (map, "met"));
  g_autoptr (PrnMap) edited = NULL;
  g_autoptr (PrnScene) updated = NULL;
  PrnBadges *badges;

  target->at_most = TRUE;
  edited = prn_map_with (map, target);
  prn_element_unref (target);
  updated = prn_scene_update (scene, edited, report, NULL);
  badges = updated->cards[1].figures.badges;
  g_assert_nonnull (strstr (badges->items[0].facts, "≤ 20 %"));
}

/* The words of a picture: targets of the map stand beside its title, signs in the legend. */
static void
test_on_sheet (void)
{
  static const char *const words[] = { "25.0 % leave in 90 d", "40.0 % reach", "nearly met" };
  g_autoptr (PrnMap) map = new_map ();
  g_autoptr (PrnReport) report = new_report ();
  PrnExportOptions options = { .width = 1600, .height = 900, .title = TRUE, .legend = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = prn_export (map, report, PRN_EXPORT_SVG, &options, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) == NULL)
      g_error ("not in the picture: %s", words[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/badge/words", test_words);
  g_test_add_func ("/draw/badge/equal", test_equal);
  g_test_add_func ("/draw/badge/on-cards", test_on_cards);
  g_test_add_func ("/draw/badge/on-triggers", test_on_triggers);
  g_test_add_func ("/draw/badge/facts", test_facts);
  g_test_add_func ("/draw/badge/update", test_update);
  g_test_add_func ("/draw/badge/on-sheet", test_on_sheet);
  return g_test_run ();
}
