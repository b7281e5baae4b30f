#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The built-in maps and the sample, through the program.

Usage: test-with-cli.py SOURCE_ROOT PERENNIAL_CLI
"""

import json
import pathlib
import subprocess
import sys

import tap

DATA = pathlib.Path(sys.argv[1], "data")
CLI = sys.argv[2]
TEMPLATES = sorted((DATA / "templates").glob("*.lifecycle.json"))
MAP = DATA / "samples" / "saas-sample.lifecycle.json"
LOG = DATA / "samples" / "saas-sample.csv"


def cli(*words):
    """Runs perennial-cli and returns what it wrote."""
    done = subprocess.run([CLI] + [str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          check=False)
    assert done.returncode == 0, "%s: exit %d\n%s" % (words, done.returncode, done.stderr.decode())
    return done.stdout


def replayed():
    return json.loads(cli("replay", MAP, LOG, "--format", "json"))


def check_finds_nothing():
    """check has nothing to say about any of them"""
    for path in TEMPLATES + [MAP]:
        assert json.loads(cli("check", path, "--json")) == [], path.name


def templates_are_compiled_in():
    """new gives back each template byte for byte"""
    for path in TEMPLATES:
        name = path.name[:-len(".lifecycle.json")]
        assert cli("new", "--template", name, "-o", "-") == path.read_bytes(), name


def rows_are_accounted_for():
    """every row of the sample is accounted for, the bad ones with line and reason"""
    report = replayed()
    rows = report["rows"]
    assert rows["read"] == len(LOG.read_bytes().splitlines()) - 1
    assert rows["read"] == rows["accepted"] + rows["rejected"]
    assert rows["rejected"] == len(report["rejects"]) == 30
    assert rows["after_as_of"] == 0
    assert rows["accepted"] == rows["matched"] + rows["unmatched"]
    assert 0 < rows["before_entry"] < 100
    assert {entry["activity"] for entry in report["unmatched"]} == {"newsletter_opened", "password_reset"}


def every_trigger_fires():
    """in the sample every trigger fires, and every stage is visited"""
    report = replayed()
    for kind, figure in (("triggers", "fired"), ("stages", "visits")):
        assert len(report[kind]) == len(json.loads(MAP.read_text(encoding="utf-8"))[kind])
        for entry in report[kind]:
            assert entry[figure] > 0, entry["id"]


def customers_end_up_somewhere():
    """of those who enter most are lost, a fifth tries it, and those who stay outnumber those who churned"""
    report = replayed()
    stages = {stage["id"]: stage for stage in report["stages"]}
    entered = report["entered"]
    assert sum(stage["now"] for stage in stages.values()) == entered
    assert 0.6 < stages["lost"]["now"] / entered < 0.85
    assert 0.2 < stages["trial"]["customers"] / entered < 0.3
    assert 0.05 < stages["onboarding"]["customers"] / entered < 0.1
    assert stages["engaged"]["now"] + stages["loyal"]["now"] > stages["churned"]["now"] > 50


tap.run([check_finds_nothing, templates_are_compiled_in, rows_are_accounted_for, every_trigger_fires,
         customers_end_up_somewhere])
