/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli.h"

#include <string.h>

#include "prn-cli-say.h"

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (*p != ' ' && (p == text || p[-1] == ' '))
      n++;

  return n;
}

/* The command's own options are a group as well: GOption prints those of the context last. */
static GOptionGroup *
new_own_group (const GOptionEntry *entries, gboolean *help)
{
  const GOptionEntry help_entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_ ("Show this help and an example"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  GOptionGroup *group = g_option_group_new ("own", _ ("Options:"), "", NULL, NULL);

  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_group_add_entries (group, entries);
  g_option_group_add_entries (group, help_entries);

  return group;
}

static GOptionContext *
new_context (const PrnCliCommand *command, GStrv *rest)
{
  const GOptionEntry rest_entries[] = {
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME_ARRAY, rest, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  GOptionContext *context = g_option_context_new (command->operands);
  g_autofree char *description = NULL;

  /* gettext() makes the head of the catalogue of an empty text. */
  if (command->description[0] != '\0')
    description = g_strdup_printf ("%s\n\n%s\n  %s\n", _ (command->description), _ ("Example:"),
                                   command->example);
  else
    description = g_strdup_printf ("%s\n  %s\n", _ ("Example:"), command->example);

  /* The help is printed by us: GOption would exit in the middle of everything. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, rest_entries, GETTEXT_PACKAGE);

  return context;
}

/* GOption puts the name of the program in front of the operands; here that is
 * two words. */
static char *
help_text (GOptionContext *context, const PrnCliCommand *command)
{
  g_autofree char *program = g_strdup (g_get_prgname ());
  g_autofree char *both = g_strdup_printf ("perennial-cli %s", command->name);
  char *text;

  g_set_prgname (both);
  text = g_option_context_get_help (context, FALSE, NULL);
  g_set_prgname (program);

  return text;
}

gboolean
prn_cli_parse (const PrnCliCommand *command,
               GStrv *arguments,
               const GOptionEntry *entries,
               GOptionGroup *group,
               GStrv *operands,
               PrnCliStatus *status)
{
  gboolean help = FALSE;
  g_auto (GStrv) rest = NULL;
  g_autoptr (GOptionContext) context = new_context (command, &rest);
  g_autoptr (GError) error = NULL;
  guint expected = count_words (command->operands);
  guint given;
  gboolean parsed;

  g_option_context_add_group (context, new_own_group (entries, &help));
  if (group != NULL)
    g_option_context_add_group (context, group);
  parsed = g_option_context_parse_strv (context, arguments, &error);
  given = rest != NULL ? g_strv_length (rest) : 0;

  if (help) {
    g_autofree char *text = help_text (context, command);

    *status = prn_cli_write_text (NULL, g_string_new (text));
    return FALSE;
  }

  if (!parsed) {
    *status = prn_cli_refuse (command, "%s", error->message);
    return FALSE;
  }

  if (given < expected || (given > expected && !g_str_has_suffix (command->operands, "..."))) {
    if (expected == 0)
      *status = prn_cli_refuse (command, _ ("“%s” was not expected"), rest[0]);
    else if (given > expected)
      *status = prn_cli_refuse (command, _ ("“%s” was not expected after %s"), rest[expected],
                                command->operands);
    else
      *status = prn_cli_refuse (command, _ ("%s expected"), command->operands);
    return FALSE;
  }

  *operands = rest != NULL ? g_steal_pointer (&rest) : g_new0 (char *, 1);

  return TRUE;
}
