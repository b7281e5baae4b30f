# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs perennial-cli for the tests: where it is, the files it works on, what it says."""

import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unicodedata

SOURCE = pathlib.Path(os.environ["PERENNIAL_SOURCE_ROOT"])
PROGRAM = os.environ["PERENNIAL_CLI"]
FILES = SOURCE / "tests" / "cli" / "files"
FIVE_STAGES = SOURCE / "data/templates/five-stages.lifecycle.json"

COMMANDS = ["templates", "new", "check", "columns", "replay", "explain", "simulate", "calibrate",
            "sum", "discover",
            "layout", "export", "diff", "merge", "convert"]

# A small log that the map in files/saas.lifecycle.json understands: three customers, one of whom
# buys nothing; one row without a customer, one with a time that is none, one unknown activity.
LOG = b"""customer_id,event_name,event_timestamp
C1,signup,2025-01-01T00:00:00Z
C2,signup,2025-01-02T00:00:00Z
C1,activate,2025-01-03T00:00:00Z
,signup,2025-01-03T00:00:00Z
C3,signup,2025-01-04T00:00:00Z
C3,signup,no time at all
C2,upgrade,2025-01-05T00:00:00Z
C1,telephoned,2025-01-06T00:00:00Z
C1,upgrade,2025-01-07T00:00:00Z
"""

XES = b"""<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <trace>
    <string key="concept:name" value="claim 1"/>
    <event><string key="concept:name" value="register"/><date key="time:timestamp" value="2025-01-01T00:00:00Z"/></event>
    <event><string key="concept:name" value="pay"/><date key="time:timestamp" value="2025-01-02T00:00:00Z"/></event>
  </trace>
</log>
"""


class Result:
    """What a run of the program gave: its exit status, and both streams as text."""

    def __init__(self, done):
        self.status = done.returncode
        self.raw = done.stdout
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")

    def must(self, status):
        assert self.status == status, "exit %d, not %d\n%s%s" % (self.status, status, self.out, self.err)
        return self


def cli(*arguments, cwd=None, stdin=b"", **environment):
    """Runs the program; keyword arguments beside cwd and stdin go into its environment."""
    done = subprocess.run([PROGRAM, *[str(word) for word in arguments]], cwd=cwd, input=stdin,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300,
                          env={**os.environ, **environment}, check=False)
    return Result(done)


class Folder:
    """A folder with a map and a log in it, gone afterwards."""

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self._folder.name)
        for name in ["ours", "base", "theirs"]:
            shutil.copy(FILES / "saas.lifecycle.json", self.path / (name + ".lifecycle.json"))
        (self.path / "customers.csv").write_bytes(LOG)
        (self.path / "claims.xes").write_bytes(XES)
        self.before = self.names()
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    def names(self):
        return sorted(os.listdir(self.path))

    def cli(self, *arguments, **options):
        return cli(*arguments, cwd=self.path, **options)

    def read(self, name):
        return (self.path / name).read_text(encoding="utf-8")

    def write(self, name, content):
        (self.path / name).write_bytes(content)

    def nothing_new(self):
        assert self.names() == self.before, "left behind: %s" % sorted(set(self.names()) - set(self.before))


def one_line(text):
    """Words for a person in a hurry: exactly one line, and nothing that steers a terminal."""
    assert text.endswith("\n") and text.count("\n") == 1, "not one line: %r" % text
    assert all(letter >= " " for letter in text[:-1]), "control characters: %r" % text
    assert text.startswith("perennial-cli: "), text


def table(text):
    """The rows of a CSV, by column."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def replay_json(folder, *options, **environment):
    """The report of the folder's log replayed through its map."""
    return json.loads(folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--format", "json", *options,
                                 **environment).must(0).out)


def cells(text):
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
               for letter in text)
