/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-export.h"
#include "prn-findings.h"
#include "prn-job.h"
#include "prn-log.h"
#include "prn-replay-again.h"
#include "prn-scene.h"

G_BEGIN_DECLS

/**
 * prn_open_job:
 * @path: a map file
 *
 * Returns: (transfer full): a job that gives a #PrnDocument
 */
PrnJob *prn_open_job (const char *path);

/**
 * prn_replay_job:
 * @map: a map
 * @log: a log read with the columns of the map's plan
 * @memory: what the last replay of the log left
 * @name: what the log is called
 *
 * Returns: (transfer full): a job that gives #PrnFindings
 */
PrnJob *prn_replay_job (PrnMap *map, PrnLog *log, PrnReplayMemory *memory, const char *name);

/**
 * prn_discover_job:
 * @log: a log
 * @title: the title of the new map
 *
 * Returns: (transfer full): a job that gives a #PrnMap with every stage placed
 */
PrnJob *prn_discover_job (PrnLog *log, const char *title);

/**
 * prn_export_job:
 * @map: a map
 * @findings: (nullable): numbers to show on it
 * @format: what to make
 * @options: how; its texts must be literals
 * @path: (nullable): where to write it; %NULL writes nothing
 *
 * Returns: (transfer full): a job that gives the picture as #GBytes
 */
PrnJob *prn_export_job (PrnMap *map, PrnFindings *findings, PrnExportFormat format,
                        const PrnExportOptions *options, const char *path);

/**
 * prn_scene_job:
 * @map: a map
 * @findings: (nullable): numbers to show on it
 * @options: how
 *
 * Returns: (transfer full): a job that gives a #PrnScene
 */
PrnJob *prn_scene_job (PrnMap *map, PrnFindings *findings, const PrnSceneOptions *options);

/**
 * prn_plan_columns_of:
 * @map: (nullable): a map
 *
 * Returns: (transfer full) (array zero-terminated=1): the columns of a log that a replay on @map
 *   looks at
 */
char **prn_plan_columns_of (PrnMap *map);

G_END_DECLS
