/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prn-log.h"
#include "prn-log-read.h"
