/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-theme.h"
#include "prn-scene.h"
#include "prn-export.h"
#include "prn-layout.h"
