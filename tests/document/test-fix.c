/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "prn-fix.h"
#include "prn-map-file.h"

#define BEGIN "{\"format\": \"perennial-map\", \"version\": 1, "
#define STAGES \
  "\"stages\": [{\"id\": \"a\", \"name\": \"A\", \"role\": \"entry\"}, {\"id\": \"b\", \"name\": \"B\"}, " \
  "{\"id\": \"c\", \"name\": \"C\"}]"
#define EVENT "\"events\": [{\"id\": \"ping\", \"name\": \"Ping\"}]"
#define SEGMENTS \
  "\"segments\": [{\"id\": \"s\", \"name\": \"S\", \"where\": [{\"column\": \"x\", \"op\": \"exists\"}]}, " \
  "{\"id\": \"t\", \"name\": \"T\", \"where\": [{\"column\": \"x\", \"op\": \"missing\"}]}]"
#define TRIGGER(more) \
  "\"triggers\": [{\"id\": \"ab\", \"name\": \"AB\", \"from\": \"a\", \"to\": \"b\", \"when\": " \
  "{\"event\": \"ping\"}" more "}]"

/* A map with a problem, a part of what is said of it, and what the button is called. */
static const struct {
  const char *map;
  const char *message;
  const char *title;
} rows[] = {
  { BEGIN STAGES ", " EVENT "}", "no trigger uses this event", "Delete It" },
  { BEGIN STAGES ", \"phases\": [{\"id\": \"p\", \"name\": \"P\"}]}", "no stage is in this phase",
    "Delete It" },
  { BEGIN STAGES ", \"scores\": [{\"id\": \"h\", \"name\": \"H\"}]}", "no trigger uses this score",
    "Delete It" },
  { BEGIN STAGES ", \"notes\": [{\"id\": \"n\"}]}", "this note is empty", "Delete It" },
  { BEGIN "\"stages\": [{\"id\": \"a\", \"name\": \"A\", \"position\": {\"x\": 0, \"y\": 0}}], "
          "\"frames\": [{\"id\": \"f\", \"name\": \"F\", \"position\": {\"x\": 9000, \"y\": "
                 "9000}, \"size\": {\"w\": 10, \"h\": 10}}]}",
    "this frame shows nothing", "Delete It" },
  { BEGIN "\"stages\": [{\"id\": \"free-trial\"}]}", "has no name", "Name It" },
  { BEGIN "\"stages\": [{\"id\": \"a\", \"name\": \"X\"}, {\"id\": \"b\", \"name\": \"X\"}]}",
    "two stages are called", "Rename It" },
  { BEGIN STAGES ", \"currency\": \"XQQ\"}", "is no currency", "Use USD" },
  { BEGIN "\"stages\": [{\"id\": \"a\", \"name\": \"A\", \"role\": \"entry\"}, {\"id\": \"b\", \"name\": "
          "\"B\", \"enter\": {\"event\": \"ping\"}}], " EVENT "}",
    "so `enter` means nothing", "Make It an Entry" },
  { BEGIN "\"stages\": [{\"id\": \"a\", \"name\": \"A\"}]}", "no stage is an entry",
    "Make It an Entry" },
  { BEGIN STAGES ", \"triggers\": [{\"id\": \"ab\", \"name\": \"AB\", \"from\": \"a\", \"to\": \"b\", "
                 "\"share\": 0.9}, {\"id\": \"ac\", \"name\": \"AC\", \"from\": \"*\", \"to\": \"c\", "
                 "\"share\": 0.7}]}",
    "add up to", "Lower the Shares" },
  { BEGIN STAGES ", " EVENT ", " SEGMENTS
                 ", " TRIGGER (", \"by_segment\": [{\"segment\": \"s\", \"share\": 0.1}, "
                              "{\"segment\": \"s\", \"share\": 0.2}]") "}",
    "only the first counts", "Remove the Other" },
  { BEGIN STAGES ", \"scores\": [{\"id\": \"h\", \"name\": \"H\", \"min\": 100, \"max\": 0}]}",
    "is above the greatest", "Swap Them" },
  { BEGIN STAGES ", \"scores\": [{\"id\": \"h\", \"name\": \"H\", \"rest\": 5}]}",
    "so `rest` means nothing", "Remove It" },
  { BEGIN STAGES ", \"targets\": [{\"id\": \"g\", \"name\": \"G\", \"of\": \"b\", \"metric\": \"now\", "
                 "\"within\": \"1d\", \"at_least\": 1}]}",
    "so `within` means nothing", "Remove It" },
  { BEGIN STAGES ", " SEGMENTS ", \"population\": {\"segments\": [{\"segment\": \"s\", \"weight\": "
                 "0.9}, {\"segment\": \"t\", \"weight\": 0.6}]}}",
    "add up to more than 1", "Lower the Weights" },
  { BEGIN STAGES ", \"scenarios\": [{\"id\": \"z\", \"name\": \"Z\", \"set\": [{\"of\": \"a\", "
                 "\"share\": 0.5, \"cost\": 2}]}]}",
    "to change; remove it", "Remove It" },
  { BEGIN STAGES ", \"scenarios\": [{\"id\": \"z\", \"name\": \"Z\", \"set\": [{\"of\": \"a\"}, {\"of\": "
                 "\"b\", \"cost\": 2}]}]}",
    "this changes nothing", "Remove It" },
};

static PrnProblem *
find_problem (GPtrArray *problems, const char *message)
{
  for (guint i = 0; i < problems->len; i++) {
    PrnProblem *problem = problems->pdata[i];

    if (strstr (problem->message, message) != NULL)
      return problem;
  }
  return NULL;
}

static PrnMap *
map_of (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PrnMap *map = prn_map_parse (bytes, NULL, &error);

  g_assert_no_error (error);
  return map;
}

/* The button is there, and after it the problem is gone and the map can be opened. */
static void
test_fixes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PrnMap) map = map_of (rows[i].map);
    g_autoptr (GPtrArray) problems = prn_map_check (map);
    PrnProblem *problem = find_problem (problems, rows[i].message);
    g_autoptr (PrnMap) fixed = NULL;
    g_autoptr (GPtrArray) left = NULL;
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (PrnMap) again = NULL;

    g_test_message ("%s", rows[i].message);
    g_assert_nonnull (problem);
    g_assert_cmpstr (prn_fix_title (problem), ==, rows[i].title);
    fixed = prn_fix_apply (map, problem);
    g_assert_true (fixed != map);
    left = prn_map_check (fixed);
    g_assert_null (find_problem (left, rows[i].message));
    bytes = prn_map_print (fixed);
    again = prn_map_parse (bytes, NULL, NULL);
    g_assert_nonnull (again);
  }
}

static void
test_no_fix (void)
{
  g_autoptr (PrnMap) map = map_of (BEGIN STAGES "}");
  g_autoptr (GPtrArray) problems = prn_map_check (map);
  PrnProblem *problem = find_problem (problems, "nobody can reach");
  g_autoptr (PrnMap) same = NULL;

  g_assert_nonnull (problem);
  g_assert_null (prn_fix_title (problem));
  same = prn_fix_apply (map, problem);
  g_assert_true (same == map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fix/fixes", test_fixes);
  g_test_add_func ("/fix/no-fix", test_no_fix);
  return g_test_run ();
}
