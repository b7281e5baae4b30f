#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""build-aux/with-display gives a command a screen of its own and leaves nothing behind. Speaks TAP.

Usage: test-with-display.py WITH-DISPLAY
"""

import os
import subprocess
import sys


def show(program, *command, **options):
    return subprocess.run([program, *command], stdout=subprocess.PIPE, text=True, **options)


def the_status_comes_through(program):
    return (
        show(program, "true").returncode == 0
        and show(program, "sh", "-c", "exit 7").returncode == 7
    )


def arguments_come_through(program):
    words = ["two words", "", "'quoted' \"twice\"", "$HOME", "*"]
    return show(program, "printf", "%s\\n", *words).stdout.splitlines() == words


def the_screen_has_the_size_asked_for(program):
    env = {**os.environ, "DISPLAY_SIZE": "800x600"}
    return show(program, "xdotool", "getdisplaygeometry", env=env).stdout.split() == ["800", "600"]


def screens_side_by_side_differ(program):
    first = ["sh", "-c", 'echo "$DISPLAY"; read -r _']
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    running = [subprocess.Popen([program, *first], **pipes) for _ in range(3)]
    displays = {process.stdout.readline() for process in running}
    for process in running:
        process.communicate("\n")
    return len(displays) == 3


def nothing_is_left(program):
    words = show(program, "sh", "-c", 'echo "$XDG_RUNTIME_DIR"; echo "$DISPLAY"').stdout.split()
    socket = "/tmp/.X11-unix/X" + words[1].lstrip(":")
    return not os.path.exists(words[0]) and not os.path.exists(socket)


CASES = [
    the_status_comes_through,
    arguments_come_through,
    the_screen_has_the_size_asked_for,
    screens_side_by_side_differ,
    nothing_is_left,
]


def main(program):
    failed = False
    print(f"1..{len(CASES)}")
    for number, case in enumerate(CASES, 1):
        good = case(program)
        failed = failed or not good
        print(f"{'ok' if good else 'not ok'} {number} {case.__name__.replace('_', ' ')}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
