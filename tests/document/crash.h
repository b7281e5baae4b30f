/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "prn-merge.h"

/* What crash-child.c and test-crash.c agree on. */

#define CRASH_MAP "map.lifecycle.json"
#define CRASH_ELEMENTS 3 /* of each kind, to begin with */

/* In the log: what is done next, and that nobody knows which title that leads to. */
#define CRASH_BEGINS "begins"
#define CRASH_ANY    "any"

typedef enum {
  CRASH_ORDINARY,
  CRASH_FULL_DISK, /* no file gets longer than so much */
  CRASH_NO_FOLDER, /* the journal's folder cannot be made */
  CRASH_FOREIGN,   /* another program writes the map, too */
} CrashKind;
