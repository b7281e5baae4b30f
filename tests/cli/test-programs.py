#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""perennial-cli and perennial-draw, the program it becomes when it has to draw. Speaks TAP.

Usage: test-programs.py BUILD-FOLDER PERENNIAL-DRAW WHERE-THAT-IS-TO-BE-INSTALLED
"""

import contextlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

import tap
from program import PROGRAM, Folder, one_line

BUILD, DRAW, CONFIGURED = (pathlib.Path(word) for word in sys.argv[1:])
TO_SHOW = re.compile(r"lib(gtk|gdk-|adwaita|wayland)")
TO_DRAW = re.compile(r"lib(pango|cairo|harfbuzz|fontconfig|freetype|pixman|png|X11|xcb)")


def run(program, *words, **options):
    return subprocess.run([program, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, **options)


def libraries(program):
    return [line.split()[0] for line in tap.tool("ldd", program)[1].splitlines()]


def needs_no_window():
    """Neither is linked with anything of GTK"""
    for program in [PROGRAM, DRAW]:
        assert [name for name in libraries(program) if TO_SHOW.match(name)] == []


def needs_nothing_to_draw_with():
    """perennial-cli is linked with nothing that measures or paints text, perennial-draw is"""
    assert [name for name in libraries(PROGRAM) if TO_DRAW.match(name)] == []
    assert [name for name in libraries(DRAW) if TO_DRAW.match(name)] != []


def draws(program, folder):
    """Whether a program does the three commands, with what they find in a folder."""
    done = run(program, "discover", "customers.csv", "-o", "found.lifecycle.json", cwd=folder.path)
    assert done.returncode == 0, done
    done = run(program, "layout", "found.lifecycle.json", "-o", "placed.lifecycle.json", cwd=folder.path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b""), done
    done = run(program, "export", "-", "-o", "found.png", cwd=folder.path,
               input=(folder.path / "placed.lifecycle.json").read_bytes())
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b""), done
    assert (folder.path / "found.png").read_bytes().startswith(b"\x89PNG")


def draws_where_it_is_installed():
    """Installed below another folder it draws, and so it does when all of it is moved"""
    with tempfile.TemporaryDirectory() as top, Folder() as folder:
        tap.must_pass("meson", "install", "-C", BUILD, "--no-rebuild", "--tags", "runtime", "--destdir", top)
        program, = pathlib.Path(top).rglob("bin/perennial-cli")
        assert len(list(pathlib.Path(top).rglob("perennial-draw"))) == 1
        draws(program, folder)
        moved = pathlib.Path(top, "moved")
        shutil.move(program.parent.parent, moved)
        draws(moved / "bin" / "perennial-cli", folder)


def draws_through_a_link():
    """A link to it elsewhere draws"""
    with Folder() as folder:
        (folder.path / "lifecycle").symlink_to(PROGRAM)
        draws(folder.path / "lifecycle", folder)


@contextlib.contextmanager
def alone():
    """perennial-cli without the other one."""
    if CONFIGURED.exists():
        raise tap.Skip("%s is installed here" % CONFIGURED)
    with tempfile.TemporaryDirectory() as folder:
        yield shutil.copy(PROGRAM, folder)


def says_what_is_missing():
    """Where perennial-draw is missing, a command that draws says so and nothing is written"""
    with alone() as program, Folder() as folder:
        for words in [["export", "ours.lifecycle.json", "-o", "ours.png"], ["layout", "--help"], ["discover"]]:
            done = run(program, *words, cwd=folder.path)
            assert (done.returncode, done.stdout) == (3, b""), done
            one_line(done.stderr.decode())
            assert "%s: %s cannot be started" % (words[0], CONFIGURED) in done.stderr.decode(), done
        folder.nothing_new()


def does_the_rest_alone():
    """Where perennial-draw is missing, everything else is done"""
    with alone() as program, Folder() as folder:
        assert b"\n  export " in run(program, "--help").stdout
        assert run(program, "check", "ours.lifecycle.json", cwd=folder.path).returncode == 0
        assert run(program, "replay", "ours.lifecycle.json", "customers.csv", cwd=folder.path).returncode == 0


def passes_everything_on():
    """A name that is no text, wrong usage and a signal come through"""
    with Folder() as folder:
        name = b"gr\xfcn\n.lifecycle.json"
        shutil.copy(folder.path / "ours.lifecycle.json", os.fsencode(folder.path) + b"/" + name)
        done = run(PROGRAM, "export", name, "-o", b"\xfc.svg", cwd=folder.path)
        assert done.returncode == 0, done
        assert os.path.exists(os.fsencode(folder.path) + b"/\xfc.svg")
    wrong = run(PROGRAM, "export", "")
    assert wrong.returncode == 2, wrong
    one_line(wrong.stderr.decode())
    waiting = subprocess.Popen([PROGRAM, "layout", "-", "-o", "-"], stdin=subprocess.PIPE)
    with waiting:
        waiting.send_signal(signal.SIGTERM)
        assert waiting.wait(60) == -signal.SIGTERM


def draws_nothing_on_its_own():
    """perennial-draw says whose part it is when it is started by hand"""
    for words in [[], ["check"], ["--help"]]:
        done = run(DRAW, *words)
        assert (done.returncode, done.stdout) == (2, b""), done
        one_line(done.stderr.decode())


tap.run([needs_no_window, needs_nothing_to_draw_with, draws_where_it_is_installed, draws_through_a_link,
         says_what_is_missing, does_the_rest_alone, passes_everything_on, draws_nothing_on_its_own])
