/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-figures.h"
#include "prn-text-export.h"

G_BEGIN_DECLS

/**
 * PrnTextExport:
 * @map: the map
 * @figures: the numbers to be put on it
 * @back: by trigger, whether it leads back against the flow
 * @out: what is written so far
 *
 * A map on its way into text.
 */
typedef struct {
  PrnMap *map;
  PrnFigures *figures;
  guint8 *back;
  GString *out;
} PrnTextExport;

/**
 * PrnTextSyntax:
 * @begin: writes what comes before all else
 * @begin_phase: begins a phase that has stages
 * @append_stage: writes a stage, in a phase or in none
 * @end_phase: ends a phase
 * @append_trigger: writes a trigger that leads to a stage, which is @to
 * @end: comes after all else
 *
 * How a language says what a map is made of.
 */
typedef struct {
  void (*begin) (PrnTextExport *export);
  void (*begin_phase) (PrnTextExport *export, guint phase);
  void (*append_stage) (PrnTextExport *export, guint stage, const char *indent);
  const char *end_phase;
  void (*append_trigger) (PrnTextExport *export, guint trigger, guint to);
  const char *end;
} PrnTextSyntax;

/**
 * prn_text_export:
 * @map: a map
 * @report: (nullable): numbers to be put on it
 * @syntax: the language
 *
 * Returns: (transfer full): the map in that language: the phases with their stages, the stages in
 *   none, the triggers
 */
GBytes *prn_text_export (PrnMap *map, const PrnReport *report, const PrnTextSyntax *syntax);

G_END_DECLS
