#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample log is what its generator writes, and what its readers are promised.

Usage: test-samples.py SOURCE_ROOT
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile
from datetime import datetime

import tap

SAMPLES = pathlib.Path(sys.argv[1], "data", "samples")
LOG = SAMPLES / "saas-sample.csv"
COLUMNS = ["customer_id", "event", "timestamp", "plan", "country", "channel", "amount"]


def rows():
    with LOG.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def good(row):
    if len(row) != len(COLUMNS) or not row[0]:
        return False
    try:
        datetime.strptime(row[2], "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return False
    return True


def generator_gives_the_same_bytes():
    """generate.py writes the file that is committed, byte for byte"""
    with tempfile.TemporaryDirectory() as folder:
        again = pathlib.Path(folder, "again.csv")
        subprocess.run([sys.executable, str(SAMPLES / "generate.py"), str(again)], check=True)
        assert again.read_bytes() == LOG.read_bytes(), "run data/samples/generate.py data/samples/saas-sample.csv"


def log_is_small_enough():
    """the log has 30,000 to 45,000 rows of about 5,000 customers in less than 3 MB"""
    body = rows()[1:]
    assert 30000 <= len(body) <= 45000, len(body)
    assert 4990 <= len({row[0] for row in body if good(row)}) <= 5000
    assert LOG.stat().st_size < 3000000


def log_has_its_columns():
    """the columns are those the map asks for"""
    assert rows()[0] == COLUMNS


def log_spans_eighteen_months():
    """the log goes from January 2025 to June 2026"""
    times = sorted(row[2] for row in rows()[1:] if good(row))
    assert times[0].startswith("2025-01") and times[-1].startswith("2026-06"), (times[0], times[-1])


def log_has_bad_rows():
    """every kind of bad row is there, and bad rows are few"""
    body = rows()[1:]
    bad = [row for row in body if not good(row)]
    assert any(len(row) < len(COLUMNS) for row in bad), "none too short"
    assert any(len(row) > len(COLUMNS) for row in bad), "none too long"
    assert any(len(row) == len(COLUMNS) and not row[0] for row in bad), "none without customer"
    assert any(len(row) == len(COLUMNS) and row[0] for row in bad), "none without time"
    assert any(one == two for one, two in zip(body, body[1:])), "none twice"
    assert len(bad) < len(body) / 500


def map_and_log_know_each_other():
    """every event of the map happens in the log, and a few activities belong to no event"""
    events = json.loads((SAMPLES / "saas-sample.lifecycle.json").read_text(encoding="utf-8"))["events"]
    names = [set(name.casefold() for name in event["match"]["names"]) for event in events]
    activities = {row[1] for row in rows()[1:] if good(row)}
    for event, accepted in zip(events, names):
        assert accepted & activities, event["id"] + " never happens"
    unmatched = {activity for activity in activities if not any(activity in accepted for accepted in names)}
    assert unmatched == {"newsletter_opened", "password_reset"}, unmatched


tap.run([
    generator_gives_the_same_bytes, log_is_small_enough, log_has_its_columns, log_spans_eighteen_months, log_has_bad_rows,
    map_and_log_know_each_other,
])
