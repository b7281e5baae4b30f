/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-cli.h"
#include "prn-log-read.h"

G_BEGIN_DECLS

/**
 * prn_cli_describe_file:
 * @guess: what a log seems to be
 *
 * Returns: (transfer full): `CSV, comma, UTF-8, LF, with header`, `XES, gzip`
 */
char *prn_cli_describe_file (const PrnLogGuess *guess);

/* A delimiter's name for people: `comma`, or the character in quotes. */
char *prn_cli_describe_delimiter (char delimiter);

G_END_DECLS
