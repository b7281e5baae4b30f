/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Every edit of a map that is made by hand. prn-edit-place.h says what they have in common. */

#include "prn-edit-add.h"
#include "prn-edit-copy.h"
#include "prn-edit-place.h"
#include "prn-edit-ready.h"
#include "prn-edit-relate.h"
#include "prn-edit-remove.h"
