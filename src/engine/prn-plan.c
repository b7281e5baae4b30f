/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-plan.h"
#include "prn-replay.h"
#include "prn-explain.h"
#include "prn-discover.h"
#include "prn-report.h"
