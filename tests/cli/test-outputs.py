#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where perennial-cli writes, and what it says meanwhile. Speaks TAP."""

import os
import re
import subprocess

import tap
from program import LOG, PROGRAM, Folder, cli, one_line, table


def output_fails_whole():
    """An output that cannot be written: exit 3, one line, nothing left"""
    with Folder() as folder:
        os.mkdir(folder.path / "folder.png")
        folder.before = folder.names()
        for words in [["export", "ours.lifecycle.json", "-o", "folder.png"],
                      ["export", "ours.lifecycle.json", "-o", "no/such/folder.png"],
                      ["layout", "ours.lifecycle.json", "-o", "no/such/map.json"],
                      ["convert", "claims.xes", "-o", "no/such/log.csv"],
                      ["new", "--template", "five-stages", "-o", "no/such/map.json"],
                      ["discover", "customers.csv", "-o", "no/such/map.json"],
                      ["calibrate", "ours.lifecycle.json", "customers.csv", "-o", "no/such/map.json"],
                      ["replay", "ours.lifecycle.json", "customers.csv", "--format", "csv", "-o", "no/such/folder"]]:
            result = folder.cli(*words).must(3)
            assert result.out == ""
            one_line(result.err.splitlines()[-1] + "\n")
            folder.nothing_new()
        if os.path.exists("/dev/full"):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([PROGRAM, "new", "--template", "five-stages"], stdout=full,
                                      stderr=subprocess.PIPE, check=False)
            assert done.returncode == 3 and done.stderr, done


def nothing_is_written_over_what_is_read():
    """A log, a table, a tally or a map that is read is not written over, nor one file twice: exit 2"""
    with Folder() as folder:
        folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--tally", "tally.json").must(0)
        os.link(folder.path / "customers.csv", folder.path / "other-name.csv")
        folder.before = folder.names()
        contents = {name: (folder.path / name).read_bytes() for name in folder.before}
        replay = ["replay", "ours.lifecycle.json", "customers.csv"]
        for words, named in [(replay + ["-o", "customers.csv"], ["--output", "LOG"]),
                             (replay + ["--format", "csv", "-o", "./other-name.csv"], ["--output", "LOG"]),
                             (replay + ["--rejects", "customers.csv"], ["--rejects", "LOG"]),
                             (replay + ["--tally", "ours.lifecycle.json"], ["--tally", "MAP"]),
                             (replay + ["--customers-table", "tally.json", "-o", "tally.json"], ["--customers-table"]),
                             (replay + ["-o", "new", "--rejects", "./new"], ["--rejects", "--output"]),
                             (["calibrate"] + replay[1:] + ["-o", "customers.csv"], ["--output", "LOG"]),
                             (["discover", "customers.csv", "-o", "customers.csv"], ["--output", "LOG"]),
                             (["convert", "claims.xes", "-o", "claims.xes"], ["--output", "LOG"]),
                             (["sum", "ours.lifecycle.json", "tally.json", "-o", "tally.json"], ["--output", "TALLY"]),
                             (["simulate", "ours.lifecycle.json", "--emit-log", "ours.lifecycle.json"], ["--emit-log"])]:
            result = folder.cli(*words).must(2)
            assert all(name in result.err for name in named), result.err
            folder.nothing_new()
        assert contents == {name: (folder.path / name).read_bytes() for name in folder.before}
        # A map may be calibrated in its place.
        folder.cli("calibrate", "ours.lifecycle.json", "customers.csv", "-o", "ours.lifecycle.json").must(0)
        result = folder.cli("sum", "base.lifecycle.json", "tally.json", "./tally.json").must(0)
        assert "./tally.json: the tally is given twice" in result.err, result.err


def all_is_written_or_nothing():
    """replay, simulate: when one of several files cannot be written, none is"""
    with Folder() as folder:
        files = {"-o": "report.txt", "--rejects": "rejects.csv", "--tally": "tally.json"}
        for bad in files:
            words = [word for option, name in files.items()
                     for word in (option, "no/such/" + name if option == bad else name)]
            folder.cli("replay", "ours.lifecycle.json", "customers.csv", *words).must(3)
            folder.nothing_new()
        folder.cli("simulate", "ours.lifecycle.json", "--emit-log", "log.csv", "-o", "no/such/report.txt").must(3)
        folder.nothing_new()
        folder.cli("simulate", "ours.lifecycle.json", "--emit-log", "log.csv", "-o", "report.txt").must(0)
        assert {"log.csv", "report.txt"} <= set(folder.names())
        words = [word for pair in files.items() for word in pair]
        folder.cli("replay", "ours.lifecycle.json", "customers.csv", *words).must(0)
        assert set(files.values()) <= set(folder.names())


def pipes_are_files():
    """Pipes under a name of the system are read and written like files"""
    with Folder() as folder:
        want = cli("new", "--template", "five-stages").must(0).out
        for command in ["new --template five-stages -o /dev/stdout | cat", "new --template five-stages -o >(cat)",
                        "layout <(cat placed.json) -o /dev/stdout | cat"]:
            if "placed" in command:
                folder.cli("layout", "ours.lifecycle.json", "-o", "placed.json").must(0)
                want = folder.read("placed.json")
            done = subprocess.run(["bash", "-c", '"$0" ' + command + "; wait", PROGRAM], cwd=folder.path,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, text=True)
            assert done.returncode == 0 and done.stdout == want, (command, done.stderr)


def nobody_reads_on():
    """A reader that stops early is no error and gets no words"""
    with Folder() as folder:
        read_end, write_end = os.pipe()
        os.close(read_end)
        with os.fdopen(write_end, "wb") as closed:
            done = subprocess.run([PROGRAM, "templates"], cwd=folder.path, stdout=closed, stderr=subprocess.PIPE,
                                  check=False)
        assert done.returncode in (0, -13) and done.stderr == b"", done


def progress_is_shown_while_it_lasts():
    """A terminal is told how far a long piece of work is, and the line goes away"""
    with Folder() as folder:
        ours, theirs = os.openpty()
        with subprocess.Popen([PROGRAM, "replay", "ours.lifecycle.json", "-"], cwd=folder.path, stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=theirs) as process:
            os.close(theirs)
            process.stdin.write(LOG)
            process.stdin.flush()
            said = b""
            while "…".encode() not in said:
                said += os.read(ours, 1000)
            process.communicate(timeout=60)
            while True:
                try:
                    piece = os.read(ours, 1000)
                except OSError:
                    break
                if not piece:
                    break
                said += piece
        os.close(ours)
        assert process.returncode == 0
        assert re.search(rb"\rReading - \xe2\x80\xa6 \d+ %\033\[K", said), said
        assert b"\r\033[Kperennial-cli: -: CSV" in said, said


def progress_is_for_terminals():
    """No progress line and no escape sequence when the standard error is no terminal"""
    with Folder() as folder:
        result = folder.cli("replay", "ours.lifecycle.json", "customers.csv").must(0)
        assert "\r" not in result.err and "\033" not in result.err + result.out


if __name__ == "__main__":
    tap.run([output_fails_whole, nothing_is_written_over_what_is_read, all_is_written_or_nothing, pipes_are_files,
             nobody_reads_on, progress_is_shown_while_it_lasts, progress_is_for_terminals])
