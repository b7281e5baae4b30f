#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How perennial-cli is called: help, usage, the man page and the completions. Speaks TAP."""

import re
import shlex
import subprocess

import tap
from program import COMMANDS, PROGRAM, SOURCE, Folder, cli, one_line

OPTION = re.compile(r"--[a-z][a-z-]*")


def help_of(command):
    result = cli(command, "--help").must(0)
    assert result.err == "", result.err
    return result.out


def options_of(command):
    """The options that a command's help lists, without what it says of them."""
    lines = [line for line in help_of(command).splitlines() if re.match(r" +-", line)]
    return {OPTION.search(line).group() for line in lines}


def lists_its_commands():
    """--help lists the commands, each with a line, and no others"""
    words = cli("--help").must(0).out
    listed = re.search(r"Commands:\n(.*?)\n\n", words, re.DOTALL).group(1).splitlines()
    assert [line.split()[0] for line in listed] == COMMANDS, listed
    assert all(len(line.split()) > 3 for line in listed), listed


def says_its_version():
    """--version is the name and the version"""
    assert re.fullmatch(r"perennial-cli \d+\.\d+\.\d+\n", cli("--version").must(0).out)


def examples_run():
    """The example in each command's --help works as it stands"""
    for command in COMMANDS:
        example = re.search(r"Example:\n  (perennial-cli .*)\n", help_of(command)).group(1)
        words = shlex.split(example)
        assert words[:2] == ["perennial-cli", command], example
        with Folder() as folder:
            if "C00001" in words:
                words[words.index("C00001")] = "C1"
            for tally in words[3:5] if command == "sum" else []:
                folder.cli("replay", words[2], "customers.csv", "--tally", tally).must(0)
            folder.cli(*words[1:]).must(0)
            if "-o" in words:
                assert (folder.path / words[words.index("-o") + 1]).stat().st_size > 0, example
            else:
                folder.nothing_new()


WRONG = [
    [],
    ["fly"],
    ["simulate"],
    ["merge"],
    ["--frobnicate"],
    ["templates", "unexpected"],
    ["new"],
    ["new", "--template", "no-such-template"],
    ["new", "--template"],
    ["check"],
    ["check", "ours.lifecycle.json", "and-another.json"],
    ["check", "ours.lifecycle.json", "--frobnicate"],
    ["columns"],
    ["replay"],
    ["replay", "ours.lifecycle.json"],
    ["replay", "-", "-"],
    ["replay", "ours.lifecycle.json", "customers.csv", "--format", "yaml"],
    ["replay", "ours.lifecycle.json", "customers.csv", "--as-of", "yesterday"],
    ["replay", "ours.lifecycle.json", "customers.csv", "--threads", "-1"],
    ["replay", "ours.lifecycle.json", "customers.csv", "--threads", "many"],
    ["replay", "ours.lifecycle.json", "customers.csv", "--delimiter", "both"],
    ["replay", "ours.lifecycle.json", "customers.csv", "--convert", "trial"],
    ["sum"],
    ["sum", "ours.lifecycle.json"],
    ["sum", "ours.lifecycle.json", "part.tally.json", "--format", "yaml"],
    ["explain", "ours.lifecycle.json", "customers.csv"],
    ["replay", "ours.lifecycle.json", "customers.csv", "--tally", "-"],
    ["replay", "ours.lifecycle.json", "customers.csv", "--rejects", "-", "-o", "-"],
    ["explain", "-", "-", "--customer-id", "C1"],
    ["replay", "ours.lifecycle.json", "-", "--customers-table", "-"],
    ["replay", "-", "customers.csv", "--customers-table", "-"],
    ["calibrate", "ours.lifecycle.json", "-", "--customers-table", "-", "-o", "measured.json"],
    ["calibrate", "-", "customers.csv", "--customers-table", "-", "-o", "measured.json"],
    ["sum", "-", "-"],
    ["sum", "ours.lifecycle.json", "-", "-"],
    ["calibrate", "ours.lifecycle.json", "customers.csv"],
    ["calibrate", "ours.lifecycle.json", "-o", "measured.json"],
    ["calibrate", "-", "-", "-o", "measured.json"],
    ["calibrate", "ours.lifecycle.json", "customers.csv", "--as-of", "yesterday", "-o", "measured.json"],
    ["calibrate", "ours.lifecycle.json", "customers.csv", "--customers-key", "id", "-o", "measured.json"],
    ["calibrate", "ours.lifecycle.json", "customers.csv", "--threads", "-1", "-o", "measured.json"],
    ["discover", "customers.csv"],
    ["discover", "customers.csv", "--keep", "1.5", "-o", "found.json"],
    ["discover", "customers.csv", "--keep", "nan", "-o", "found.json"],
    ["layout", "ours.lifecycle.json"],
    ["export", "ours.lifecycle.json"],
    ["export", "ours.lifecycle.json", "-o", "picture.bmp"],
    ["export", "ours.lifecycle.json", "-o", "-"],
    ["export", "ours.lifecycle.json", "-o", "picture.png", "--scale", "0"],
    ["export", "ours.lifecycle.json", "-o", "picture.png", "--scale", "nan"],
    ["export", "ours.lifecycle.json", "-o", "picture.png", "--width", "100"],
    ["export", "ours.lifecycle.json", "-o", "picture.png", "--width", "0", "--height", "0"],
    ["export", "ours.lifecycle.json", "-o", "picture.png", "--scale", "2", "--slide", "16:9"],
    ["export", "ours.lifecycle.json", "-o", "picture.png", "--slide", "1:1"],
    ["export", "ours.lifecycle.json", "-o", "picture.png", "--dpi", "-3"],
    ["export", "ours.lifecycle.json", "-o", "picture.png", "--theme", "pink"],
    ["export", "ours.lifecycle.json", "-o", "picture.png", "--background", "blueish"],
    ["export", "ours.lifecycle.json", "-o", "picture.png", "--frame", "left", "--frames"],
    ["export", "ours.lifecycle.json", "-o", "picture.dot", "--frames"],
    ["export", "ours.lifecycle.json", "-o", "picture.pdf", "--embed"],
    ["convert", "claims.xes"],
    ["diff", "ours.lifecycle.json"],
    ["diff", "-", "-"],
    ["diff", "base.lifecycle.json", "ours.lifecycle.json", "theirs.lifecycle.json"],
    ["merge", "base.lifecycle.json", "ours.lifecycle.json", "-o", "merged.json"],
    ["merge", "base.lifecycle.json", "ours.lifecycle.json", "theirs.lifecycle.json"],
    ["merge", "-", "-", "theirs.lifecycle.json", "-o", "merged.json"],
]


def wrong_usage():
    """Wrong usage: one line on the standard error, exit 2, no data, no file"""
    with Folder() as folder:
        for words in WRONG:
            result = folder.cli(*words)
            assert result.status == 2, "%s: exit %d %s" % (words, result.status, result.err)
            assert result.out == "", (words, result.out)
            one_line(result.err)
        folder.nothing_new()


def help_wins():
    """--help is answered whatever else is there, and writes nothing"""
    with Folder() as folder:
        words = folder.cli("export", "ours.lifecycle.json", "-o", "picture.png", "--help").must(0)
        assert "Usage:" in words.out and "Example:" in words.out
        folder.nothing_new()


def man_page_is_complete():
    """The man page has each command and each option that --help lists, and no option more"""
    page = (SOURCE / "data" / "perennial-cli.1").read_text(encoding="utf-8").replace("\\-", "-")
    known = {"--version"}
    for command in COMMANDS:
        section = re.search(r'\n\.SS "?%s\b(.*?)\n\.S[SH]' % command, page, re.DOTALL)
        assert section, "the man page has no section on " + command
        known |= options_of(command)
    assert known == set(OPTION.findall(page)), known ^ set(OPTION.findall(page))


def completions_are_complete():
    """The completions of bash, zsh and fish know each command and each option"""
    for name, pattern in [("perennial-cli.bash", "%s"), ("_perennial-cli", "%s"), ("perennial-cli.fish", "-l %s")]:
        text = (SOURCE / "data" / "completions" / name).read_text(encoding="utf-8")
        for command in COMMANDS:
            assert re.search(r"\b%s\b" % command, text), "%s: no %s" % (name, command)
            for option in options_of(command):
                wanted = pattern % (option if pattern == "%s" else option[2:])
                assert re.search(r"(?<![a-z-])%s(?![a-z-])" % re.escape(wanted), text), "%s: no %s" % (name, wanted)


def bash_completes():
    """bash offers commands, and each command's own options"""
    script = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _perennial_cli; echo "${COMPREPLY[@]}"'
    completion = SOURCE / "data" / "completions" / "perennial-cli.bash"

    def offered(*words):
        done = subprocess.run(["bash", "-c", script, "bash", completion, PROGRAM, *words],
                              stdout=subprocess.PIPE, check=True, text=True)
        return done.stdout.split()

    assert offered("ex") == ["explain", "export"]
    assert offered("replay", "--fo") == ["--format"]
    assert offered("replay", "--format", "") == ["text", "json", "csv"]
    assert "five-stages" in offered("new", "--template", "")
    for command in COMMANDS:
        assert set(offered(command, "--")) == options_of(command), command


if __name__ == "__main__":
    tap.run([lists_its_commands, says_its_version, examples_run, wrong_usage, help_wins, man_page_is_complete,
             completions_are_complete, bash_completes])
