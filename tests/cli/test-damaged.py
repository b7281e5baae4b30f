#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged inputs: one line with the file and the place, the right exit status, nothing written. Speaks TAP."""

import json
import os
import shutil
import subprocess
import sys

import damage
import tap
from program import PROGRAM, Folder, one_line


def must_refuse(folder, path, *words):
    """The program says in one line what is wrong with path, and writes nothing."""
    result = folder.cli(*words)
    assert result.status == 3, "%s: exit %d\n%s%s" % (words, result.status, result.out, result.err)
    assert result.out == "", result.out
    one_line(result.err)
    assert path in result.err, result.err
    assert len(result.err) < 600, "%d letters: %s" % (len(result.err), result.err[:600])
    folder.nothing_new()
    return result.err


def map_case(name, content, word):
    def case():
        with Folder() as folder:
            folder.write("bad.json", content)
            folder.before = folder.names()
            result = folder.cli("check", "bad.json").must(1)
            lines = result.out.splitlines()
            assert lines and lines[0].startswith("error "), result.out
            assert word in result.out, "%s: %s" % (word, result.out)
            problems = json.loads(folder.cli("check", "bad.json", "--json").must(1).out)
            assert [problem["severity"] for problem in problems].count("error") >= 1

            said = must_refuse(folder, "bad.json", "replay", "bad.json", "customers.csv", "-o", "out.txt")
            assert word in said, "%s: %s" % (word, said)
            must_refuse(folder, "bad.json", "export", "bad.json", "-o", "out.png")
            must_refuse(folder, "bad.json", "layout", "bad.json", "-o", "out.json")
    case.__doc__ = "A damaged map: " + name
    return case


def log_case(name, content):
    def case():
        with Folder() as folder:
            folder.write("bad.csv", content)
            folder.before = folder.names()
            must_refuse(folder, "bad.csv", "replay", "ours.lifecycle.json", "bad.csv", "-o", "out.txt")
            must_refuse(folder, "bad.csv", "discover", "bad.csv", "-o", "out.json")
            must_refuse(folder, "bad.csv", "calibrate", "ours.lifecycle.json", "bad.csv", "-o", "out.json")
            must_refuse(folder, "bad.csv", "explain", "ours.lifecycle.json", "bad.csv", "--customer-id", "C1")
            assert folder.cli("columns", "bad.csv").status in (0, 3)
            folder.nothing_new()
    case.__doc__ = "A damaged log: " + name
    return case


def dirty_case(name, content, least):
    def case():
        with Folder() as folder:
            folder.write("dirty.csv", content)
            result = folder.cli("replay", "ours.lifecycle.json", "dirty.csv", "--format", "json").must(0)
            rows = json.loads(result.out)["rows"]
            assert rows["accepted"] >= least and rows["read"] == rows["accepted"] + rows["rejected"], rows
    case.__doc__ = "A dirty log: " + name
    return case


def report_case(name, content):
    def case():
        with Folder() as folder:
            folder.write("bad.json", content)
            folder.before = folder.names()
            must_refuse(folder, "bad.json", "export", "ours.lifecycle.json", "--report", "bad.json", "-o", "out.png")
    case.__doc__ = "A damaged report: " + name
    return case


def every_way_in(folder, path):
    """Each command that reads a file, given one that cannot be read."""
    must_refuse(folder, path, "check", path)
    must_refuse(folder, path, "columns", path)
    must_refuse(folder, path, "replay", path, "customers.csv", "-o", "out.txt")
    must_refuse(folder, path, "replay", "ours.lifecycle.json", path, "-o", "out.txt")
    must_refuse(folder, path, "explain", "ours.lifecycle.json", path, "--customer-id", "C1")
    must_refuse(folder, path, "discover", path, "-o", "out.json")
    must_refuse(folder, path, "calibrate", path, "customers.csv", "-o", "out.json")
    must_refuse(folder, path, "calibrate", "ours.lifecycle.json", path, "-o", "out.json")
    must_refuse(folder, path, "layout", path, "-o", "out.json")
    must_refuse(folder, path, "export", path, "-o", "out.png")
    must_refuse(folder, path, "export", "ours.lifecycle.json", "--report", path, "-o", "out.png")
    must_refuse(folder, path, "convert", path, "-o", "out.csv")


def a_missing_file():
    """A file that is not there"""
    with Folder() as folder:
        every_way_in(folder, "missing.json")


def a_directory():
    """A directory in the place of a file"""
    with Folder() as folder:
        os.mkdir(folder.path / "directory.json")
        folder.before = folder.names()
        every_way_in(folder, "directory.json")


def no_permission():
    """A file that may not be read"""
    with Folder() as folder:
        folder.write("secret.json", damage.MAP)
        os.chmod(folder.path / "secret.json", 0)
        if not os.access(folder.path / "secret.json", os.R_OK):
            folder.before = folder.names()
            every_way_in(folder, "secret.json")
            return

        # Root may read everything, so nobody has to try.
        if shutil.which("setpriv") is None:
            raise tap.Skip("setpriv is not installed")
        os.chmod(folder.path, 0o755)
        drop = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        if subprocess.run([*drop, PROGRAM, "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          check=False).returncode != 0:
            raise tap.Skip("the program is where only root may run it")
        for words in [["check", "secret.json"], ["columns", "secret.json"],
                      ["replay", "secret.json", "customers.csv"],
                      ["replay", "ours.lifecycle.json", "secret.json"]]:
            done = subprocess.run([*drop, PROGRAM, *words], cwd=folder.path, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, check=False)
            assert done.returncode == 3 and done.stdout == b"", done
            one_line(done.stderr.decode())
            assert "secret.json" in done.stderr.decode()


def too_large_a_picture():
    """A picture larger than any memory"""
    with Folder() as folder:
        for size in [["--scale", "1e9"], ["--width", "2000000000", "--height", "2000000000"],
                     ["--width", "40000", "--height", "40000"]]:
            for ending in ["png"]:
                result = folder.cli("export", "ours.lifecycle.json", "-o", "out." + ending, *size)
                assert result.status in (2, 3), (size, result.status, result.err)
                one_line(result.err)
                folder.nothing_new()


def an_old_output_survives():
    """An output that was there before stays as it was when the input is refused"""
    with Folder() as folder:
        folder.write("out.json", b"precious")
        folder.write("bad.json", b"{")
        folder.cli("layout", "bad.json", "-o", "out.json").must(3)
        folder.cli("export", "bad.json", "-o", "out.svg").must(3)
        folder.cli("replay", "bad.json", "customers.csv", "-o", "out.json", "--format", "json").must(3)
        assert folder.read("out.json") == "precious" and "out.svg" not in folder.names()


CASES = {
    "maps": [map_case(*row) for row in damage.MAPS],
    "logs": [log_case(*row) for row in damage.LOGS] + [dirty_case(*row) for row in damage.DIRTY_LOGS],
    "files": [report_case(*row) for row in damage.REPORTS] + [
        a_missing_file, a_directory, no_permission, too_large_a_picture, an_old_output_survives],
}

if __name__ == "__main__":
    tap.run(CASES[sys.argv[1]])
