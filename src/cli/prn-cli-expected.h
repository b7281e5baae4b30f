/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-cli-report.h"
#include "prn-expected.h"

G_BEGIN_DECLS

/**
 * PrnCliExpected:
 * @scenario: (nullable): the scenario, or %NULL: the map as it is
 * @expected: its expected values
 */
typedef struct {
  const PrnScenario *scenario;
  PrnExpected *expected;
} PrnCliExpected;

/**
 * prn_cli_write_expected:
 * @path: (nullable): where to; `-` or %NULL is the standard output
 * @format: as what; CSV is one table with a row for each number
 * @all: (array length=n): the expected values, those of the map as it is first
 * @n: how many
 * @map: the map, for its names
 *
 * Returns: %PRN_CLI_DONE or %PRN_CLI_UNREADABLE, which has been said
 */
PrnCliStatus prn_cli_write_expected (const char *path,
                                     PrnCliReportFormat format,
                                     const PrnCliExpected *all,
                                     guint n,
                                     PrnMap *map);

G_END_DECLS
