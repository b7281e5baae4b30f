/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-cli-report.h"
#include "prn-expected.h"

G_BEGIN_DECLS

/**
 * prn_cli_write_expected:
 * @path: (nullable): where to; `-` or %NULL is the standard output
 * @format: as what
 * @expected: the expected values
 * @map: the map, for its names
 *
 * Returns: %PRN_CLI_DONE or %PRN_CLI_UNREADABLE, which has been said
 */
PrnCliStatus prn_cli_write_expected (const char *path,
                                     PrnCliReportFormat format,
                                     const PrnExpected *expected,
                                     PrnMap *map);

G_END_DECLS
