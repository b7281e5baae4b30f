/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/**
 * prn_cli_start:
 *
 * What comes before a command: locale, translations, signals, how memory is given back.
 */
void prn_cli_start (void);
