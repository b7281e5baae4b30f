/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-cli-drawing.h"

#include <errno.h>
#include <unistd.h>

#include "prn-cli-say.h"

/* Where perennial-draw may be, seen from the folder of this program: beside it where both were
 * built; as far away as they were installed, wherever all of it has been moved since; where it was
 * to be installed. */
static const char *const places[] = {
  "perennial-draw",
  "../" PRN_LIBEXEC_DIR "/perennial-draw",
  PRN_PREFIX_LIBEXEC_DIR "/perennial-draw",
};

/* Becomes perennial-draw; comes back only if that cannot be. */
static PrnCliStatus
hand_over (const PrnCliCommand *command, GStrv *arguments)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (self != NULL ? self : PRN_PREFIX_BIN_DIR "/");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) g_get_prgname ());
  for (char **argument = *arguments; *argument != NULL; argument++)
    g_ptr_array_add (words, *argument);
  g_ptr_array_add (words, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *program = g_canonicalize_filename (places[i], folder);

    execv (program, (char **) words->pdata);
  }

  prn_cli_say (_ ("%s: %s cannot be started: %s (install Perennial again)"), command->name,
               places[G_N_ELEMENTS (places) - 1], g_strerror (errno));
  return PRN_CLI_UNREADABLE;
}

const PrnCliCommand prn_cli_discover = {
  .name = "discover",
  .operands = "LOG",
  .summary = N_ ("Make a first map of a log"),
  .description = N_ ("Each activity becomes an event and a stage, each step from one to the next a "
                     "trigger."),
  .example = "perennial-cli discover customers.csv --keep 0.95 -o found.lifecycle.json",
  .run = hand_over,
};

const PrnCliCommand prn_cli_layout = {
  .name = "layout",
  .operands = "MAP",
  .summary = N_ ("Place the stages of a map along its flow"),
  .description = N_ ("Every stage is placed anew, phases become lanes, and bend points placed by "
                     "hand are dropped."),
  .example = "perennial-cli layout ours.lifecycle.json -o placed.lifecycle.json",
  .run = hand_over,
};

const PrnCliCommand prn_cli_export = {
  .name = "export",
  .operands = "MAP",
  .summary = N_ ("Draw a map as PNG, SVG or PDF, or write it as DOT or Mermaid"),
  .description = N_ ("Without a size a picture is as large as the map."),
  .example = "perennial-cli export ours.lifecycle.json --slide 16:9 --title -o ours.png",
  .run = hand_over,
};
