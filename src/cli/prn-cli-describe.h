/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-cli.h"
#include "prn-log-read.h"

G_BEGIN_DECLS

/**
 * prn_cli_describe_file:
 * @guess: what a log seems to be
 *
 * Returns: (transfer full): `CSV, comma, UTF-8, LF, header`, `XES, gzip`
 */
char *prn_cli_describe_file (const PrnLogGuess *guess);

G_END_DECLS
