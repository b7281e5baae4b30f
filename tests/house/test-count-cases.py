#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""build-aux/count-cases counts cases, not programs, and misses no failure. Speaks TAP.

Usage: test-count-cases.py COUNT-CASES
"""

import json
import pathlib
import subprocess
import sys
import tempfile

# (what, [(result, stdout)…], last line, exit status)
ROWS = [
    (
        "a program that speaks TAP counts for each case",
        [("OK", "TAP version 13\n1..3\nok 1 /a\nok 2 /b # SKIP no data\n# ok\nok 3 /c\n")],
        "2 passed, 0 failed, 1 skipped",
        0,
    ),
    (
        "any other counts for one",
        [("OK", "hello\n"), ("SKIP", "")],
        "1 passed, 0 failed, 1 skipped",
        0,
    ),
    (
        "a case that fails",
        [("FAIL", "1..2\nok 1 /a\nnot ok 2 /b\n")],
        "1 passed, 1 failed, 0 skipped",
        1,
    ),
    (
        "a case that fails with words behind it",
        [("OK", "1..1\nnot ok 1 /a # SKIPPED not\n")],
        "0 passed, 1 failed, 0 skipped",
        1,
    ),
    (
        "a crash after good cases",
        [("FAIL", "1..3\nok 1 /a\nok 2 /b\n")],
        "2 passed, 1 failed, 0 skipped",
        1,
    ),
    (
        "a leak found when all is done",
        [("ERROR", "1..1\nok 1 /a\n")],
        "1 passed, 1 failed, 0 skipped",
        1,
    ),
    ("a program that hangs", [("TIMEOUT", "")], "0 passed, 1 failed, 0 skipped", 1),
    (
        "a program that is cut short",
        [("INTERRUPT", "1..2\nok 1 /a\n")],
        "1 passed, 1 failed, 0 skipped",
        1,
    ),
    (
        "cases within a case are part of it",
        [("OK", "1..1\n    ok 1 /a/b\n    ok 2 /a/c\nok 1 /a\n")],
        "1 passed, 0 failed, 0 skipped",
        0,
    ),
    (
        "programs add up",
        [("OK", "1..1\nok 1 /a\n"), ("OK", "1..1\nok 1 /a\n")],
        "2 passed, 0 failed, 0 skipped",
        0,
    ),
    ("nothing ran", None, "0 passed, 1 failed, 0 skipped", 1),
]


def main(program):
    failed = False
    print(f"1..{len(ROWS)}")
    for number, (what, entries, line, status) in enumerate(ROWS, 1):
        with tempfile.TemporaryDirectory() as folder:
            if entries is not None:
                log = pathlib.Path(folder, "meson-logs", "testlog.json")
                log.parent.mkdir()
                log.write_text(
                    "".join(
                        json.dumps({"name": "x", "result": result, "stdout": words}) + "\n"
                        for result, words in entries
                    )
                )
            got = subprocess.run(
                [sys.executable, program, folder], stdout=subprocess.PIPE, text=True
            )
        good = got.stdout.splitlines()[-1:] == [line] and got.returncode == status
        failed = failed or not good
        print(f"{'ok' if good else 'not ok'} {number} {what}")
        if not good:
            print(f"# expected {line} ({status}), got {got.stdout!r} ({got.returncode})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
