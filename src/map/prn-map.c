/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-map.h"
#include "prn-map-file.h"
#include "prn-check.h"
#include "prn-templates.h"
