#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that each rule of house.py can fail: a small bad tree per row, and the breach in it.

Speaks TAP.
"""

import pathlib
import sys
import tempfile

import house

SPDX = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
SOMEBODY = "/" + "home/somebody/"

# A tree without a breach; each row below changes one file of it.
GOOD = {
    "meson.build": "add_project_arguments('-Wno-unused-parameter', language: 'c')\n",
    "po/POTFILES": "src/app/prn-window.c\n",
    "src/base/prn-error.h": SPDX + "GQuark prn_error_quark (void);\n",
    "src/map/prn-map.h": SPDX
    + '#include "prn-error.h"\n\n/**\n * prn_map_new:\n *\n * Returns: a map\n */\nPrnMap *prn_map_new (int a,\n'
    + "                     int b);\n\n/* Never %NULL. */\nconst char *prn_map_get_title (PrnMap *map);\n"
    + "const char *prn_map_get_text (PrnMap *map);\n\nvoid prn_map_unref (PrnMap *map);\n",
    "src/log/prn-log.h": SPDX,
    "src/engine/prn-plan.c": SPDX + '#include "prn-map.h"\n#include "prn-log.h"\n',
    "src/document/prn-document.h": SPDX,
    "src/canvas/prn-canvas.h": SPDX + "#include <gtk/gtk.h>\n",
    "src/app/prn-window.c": SPDX
    + '#include <adwaita.h>\n#include "prn-canvas.h"\nf (_("Hello"));\n',
    "src/cli/main.c": SPDX + '#include "prn-map.h"\n',
    "tests/map/tool.py": "#!/usr/bin/env python3\n" + SPDX,
}

# (what is wrong, rule, file, new content or what is put at its end, line of the breach)
ROWS = [
    ("map uses log", "includes", "src/map/prn-map.c", SPDX + '#include "prn-log.h"\n', 2),
    ("log uses map", "includes", "src/log/prn-log.c", SPDX + '#include "prn-map.h"\n', 2),
    ("base uses map", "includes", "src/base/prn-error.c", SPDX + '#include "prn-map.h"\n', 2),
    ("cli uses document", "includes", "src/cli/main.c", SPDX + '#include "prn-document.h"\n', 2),
    ("canvas uses app", "includes", "src/app/prn-window.h", SPDX, None),
    ("a header of no room", "includes", "src/cli/main.c", SPDX + '#include "prn-nothing.h"\n', 2),
    (
        "document sees GTK",
        "includes",
        "src/document/prn-document.c",
        SPDX + "#include <gtk/gtk.h>\n",
        2,
    ),
    ("draw sees GDK", "includes", "src/draw/prn-scene.c", SPDX + "#include <gdk/gdk.h>\n", 2),
    ("a room of its own", "includes", "src/attic/prn-box.c", SPDX, 1),
    ("a warning switched off", "quiet", "src/meson.build", "args = ['-Wno-deprecated']\n", 1),
    (
        "a warning switched off here",
        "quiet",
        "src/cli/main.c",
        SPDX + '#pragma GCC diagnostic ignored "-Wx"\n',
        2,
    ),
    ("no comment", "comments", "src/log/prn-log.h", SPDX + "\nguint prn_log_n (PrnLog *log);\n", 3),
    (
        "a comment with a gap",
        "comments",
        "src/log/prn-log.h",
        SPDX + "\n/* n */\n\nguint prn_log_n (PrnLog *log);\n",
        5,
    ),
    (
        "the comment of another",
        "comments",
        "src/log/prn-log.h",
        SPDX + "\n/**\n * prn_log_m:\n */\nguint prn_log_n (PrnLog *log);\n",
        6,
    ),
    ("no licence in C", "licence", "tests/map/test-map.c", "int main (void);\n", 1),
    (
        "no licence in Python",
        "licence",
        "tests/map/tool.py",
        "#!/usr/bin/env python3\nimport sys\n",
        1,
    ),
    (
        "a long file",
        "length",
        "src/map/prn-map.c",
        SPDX + "\n" * house.LONGEST_FILE,
        house.LONGEST_FILE + 1,
    ),
    (
        "a long function",
        "screens",
        "src/map/prn-map.c",
        SPDX + "int\nf (void)\n{\n" + "  g ();\n" * (house.LONGEST_FUNCTION + 1) + "}\n",
        4,
    ),
    ("a folder of one machine", "places", "build-aux/run", "#!/bin/sh\ncd " + SOMEBODY + "x\n", 2),
    ("left for later", "marks", "src/cli/main.c", SPDX + "/* FIX" + "ME */\n", 2),
    ("words that are not listed", "translation", "src/cli/main.c", SPDX + 'f (_("Hello"));\n', 2),
    (
        "a sentence that is said as it is",
        "translation",
        "src/map/prn-map.c",
        SPDX + 'prn_set_error_at (error, 1, "a",\n  "%s is no such thing", b);\n',
        3,
    ),
    (
        "a form that is not listed",
        "translation",
        "ui/window.ui",
        '<p translatable="yes">Hello</p>\n',
        1,
    ),
    (
        "a listed file that is gone",
        "translation",
        "po/POTFILES",
        "src/app/prn-window.c\nsrc/app/gone.c\n",
        2,
    ),
]


def tree(folder, change=None):
    root = pathlib.Path(folder)
    for name, content in {**GOOD, **(change or {})}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return root


def found(change=None):
    """Returns every breach of a tree as (rule, `FILE:LINE`)."""
    with tempfile.TemporaryDirectory() as folder:
        root = tree(folder, change)
        return [
            (rule, line.split(": ")[0])
            for rule in house.RULES
            for line in house.breaches(root, rule)
        ]


def main():
    failed = False
    print(f"1..{len(ROWS) + 1}")
    cases = [("a good tree", None, [])]
    for name, rule, file, content, line in ROWS:
        change = {file: content}
        expected = [(rule, f"{file}:{line}")]
        if line is None:  # the breach is in the file that includes it
            change["src/canvas/prn-canvas.c"] = SPDX + f'#include "{pathlib.Path(file).name}"\n'
            expected = [(rule, "src/canvas/prn-canvas.c:2")]
        cases.append((name, change, expected))
    for number, (name, change, expected) in enumerate(cases, 1):
        got = found(change)
        failed = failed or got != expected
        print(f"{'ok' if got == expected else 'not ok'} {number} {name}")
        if got != expected:
            print(f"# expected {expected}\n# got {got}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
