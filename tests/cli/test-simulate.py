#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Simulation, discovery and calibration by perennial-cli. Speaks TAP."""

import json
import pathlib

import tap
from program import FIVE_STAGES, Folder, cells, cli, one_line, table


def simulate_is_repeatable():
    """simulate: the same seed gives the same bytes whatever the threads, another seed others"""
    def report(*words):
        return cli("simulate", FIVE_STAGES, "--format", "json", "--customers", 2000, *words).must(0).out

    first = report("--threads", 1)
    assert first == report("--threads", 3)
    assert first != report("--seed", 2)
    found = json.loads(first)
    assert found["kind"] == "simulation" and found["entered"] == 2000
    assert sum(stage["now"] for stage in found["stages"]) == 2000
    assert "simulated over 2y" in cli("simulate", FIVE_STAGES, "--horizon", "2y").must(0).out


def simulate_in_closed_form():
    """simulate --expected: visits, time and who stays, in three formats"""
    found = json.loads(cli("simulate", FIVE_STAGES, "--expected", "--format", "json").must(0).out)
    stays = sum(stage["stay"] for stage in found["stages"])
    assert abs(stays - 1) < 1e-9, stays
    table = cli("simulate", FIVE_STAGES, "--expected", "--format", "csv").must(0).out.splitlines()
    assert table[0] == "scenario,table,item,measure,value"
    assert f",stages,{found['stages'][0]['id']},visits,1" in table
    words = cli("simulate", FIVE_STAGES, "--expected", COLUMNS="80").must(0).out
    assert "visits of a customer" in words and max(map(cells, words.splitlines())) <= 80, words


SCENARIOS = ["call-back-the-same-day", "thank-you-programme"]


def simulate_scenarios():
    """simulate --scenario: compared with the map as it is; an unknown one is wrong usage"""
    found = json.loads(cli("simulate", FIVE_STAGES, "--customers", "2000", "--scenario",
                           SCENARIOS[0], "--scenario", SCENARIOS[1], "--format", "json").must(0).out)
    assert [scenario["id"] for scenario in found["scenarios"]] == SCENARIOS
    base = {stage["id"]: stage["visits"] for stage in found["stages"]}
    for scenario in found["scenarios"]:
        other = {stage["id"]: stage["visits"] for stage in scenario["stages"]}
        for row in scenario["differences"]:
            if row["metric"] == "visits":
                assert abs(row["base"] - base[row["of"]] / 2000) < 1e-9, row
                assert abs(row["scenario"] - other[row["of"]] / 2000) < 1e-9, row
                assert row["interval"]["low"] <= row["difference"] <= row["interval"]["high"], row
    failed = cli("simulate", FIVE_STAGES, "--scenario", "nowhere").must(2)
    assert all(name in failed.err for name in SCENARIOS), failed.err
    expected = json.loads(cli("simulate", FIVE_STAGES, "--scenario", SCENARIOS[0], "--expected",
                              "--format", "json").must(0).out)
    assert expected["scenarios"][0]["id"] == SCENARIOS[0]


def simulate_discount():
    """simulate --discount: a rate or a percentage, for the closed form too"""
    values = []
    for rate in ("0.2", "20%", "0"):
        found = json.loads(cli("simulate", FIVE_STAGES, "--expected", "--discount", rate,
                               "--format", "json").must(0).out)
        values.append((found["discount_per_year"], found["money"]["discounted"]))
    assert values[0] == values[1] and values[0][0] == 0.2 and values[0][1] is not None, values
    assert values[2] == (0, None), values
    for rate in ("-1", "ten", "11", ""):
        cli("simulate", FIVE_STAGES, "--discount", rate).must(2)


def simulate_writes_a_log():
    """simulate --emit-log: replayed without any option, the same counts"""
    with Folder() as folder:
        simulated = json.loads(folder.cli("simulate", FIVE_STAGES, "--customers", "3000", "--emit-log",
                                          "log.csv", "--format", "json").must(0).out)
        assert folder.read("log.csv").startswith("customer,stage,time,trigger,segment\n0,")
        for options in ([], ["--stage-column", "stage"]):
            replayed = json.loads(folder.cli("replay", FIVE_STAGES, "log.csv", "--format", "json",
                                             *options).must(0).out)
            for part, keys in (("stages", ("customers", "visits", "now", "left")),
                               ("triggers", ("fired", "customers"))):
                for one, other in zip(simulated[part], replayed[part], strict=True):
                    assert all(one[key] == other[key] for key in keys), (one, other)
        folder.cli("simulate", FIVE_STAGES, "--expected", "--emit-log", "other.csv").must(2)
        folder.cli("simulate", FIVE_STAGES, "--emit-log", "no/log.csv").must(3)
        folder.cli("simulate", FIVE_STAGES, "--emit-log", "-").must(2)
        piped = folder.cli("simulate", FIVE_STAGES, "--customers", "3000", "--emit-log", "-", "-o",
                           "report.txt").must(0)
        assert piped.out == folder.read("log.csv")
        folder.cli("simulate", FIVE_STAGES, "--customers", "0").must(2)


def simulate_refuses():
    """simulate: shares over 1 are an error that names the stage, and nothing is written"""
    with Folder() as folder:
        found = json.loads(pathlib.Path(FIVE_STAGES).read_text(encoding="utf-8"))
        found["triggers"][0]["share"] = 0.99
        folder.write("over.json", json.dumps(found).encode())
        result = folder.cli("simulate", "over.json", "-o", "report.txt").must(3)
        one_line(result.err)
        assert "over.json: stages[0]" in result.err and "add up to" in result.err, result.err
        one_line(folder.cli("simulate", "over.json", "--expected").must(3).err)
        assert not (folder.path / "report.txt").exists()
    for words in (["--seed", "x"], ["--horizon", "soon"], ["--customers", "-1"], ["--customers", "1000000001"],
                  ["--threads", "-1"]):
        cli("simulate", FIVE_STAGES, *words).must(2)


def discover_gives_the_log_back():
    """discover: replaying its map on its log gives every step back; the map is placed and sound"""
    with Folder() as folder:
        folder.cli("discover", "customers.csv", "-o", "found.json").must(0)
        found = json.loads(folder.read("found.json"))
        assert found["title"] == "customers"
        assert sorted(stage["name"] for stage in found["stages"]) == ["activate", "signup", "telephoned", "upgrade"]
        assert all("position" in stage for stage in found["stages"])
        folder.cli("check", "found.json").must(0)
        report = json.loads(folder.cli("replay", "found.json", "customers.csv", "--format", "json").must(0).out)
        assert sum(flow["moves"] for flow in report["flows"] if flow["from"] is None) == 3
        assert sum(flow["moves"] for flow in report["flows"] if flow["from"] is not None) == 4
        folder.cli("discover", "customers.csv", "--keep", "0", "-o", "less.json").must(0)
        assert len(json.loads(folder.read("less.json"))["triggers"]) <= len(found["triggers"])
        folder.write("no-rows.csv", b"customer,event,time\n")
        refused = folder.cli("discover", "no-rows.csv", "-o", "none.json").must(3)
        assert "perennial-cli: no-rows.csv: no row was taken in" in refused.err, refused.err


def calibrate_measures():
    """calibrate: the map gets the log's numbers; nothing else changes; the words are on stderr"""
    with Folder() as folder:
        folder.cli("discover", "customers.csv", "-o", "found.json").must(0)
        result = folder.cli("calibrate", "found.json", "customers.csv", "--complete", "-o", "measured.json").must(0)
        assert result.out == ""
        assert "have the log's numbers" in result.err, result.err
        found, measured = json.loads(folder.read("found.json")), json.loads(folder.read("measured.json"))
        assert measured["population"]["customers"] == 3
        assert [entry["weight"] for entry in measured["population"]["entries"]] == [3] or \
            sum(entry["weight"] for entry in measured["population"]["entries"]) == 3
        for trigger in measured["triggers"]:
            assert 0 < trigger.pop("share") <= 1
            assert len(trigger.pop("delay")["empirical"]) == 41
        assert measured["triggers"] == found["triggers"]
        assert measured["stages"] == found["stages"]
        folder.cli("check", "measured.json").must(0)
        expected = json.loads(folder.cli("simulate", "measured.json", "--expected", "--format", "json").must(0).out)
        report = json.loads(folder.cli("replay", "found.json", "customers.csv", "--format", "json").must(0).out)
        for here, there in zip(expected["stages"], report["stages"]):
            assert abs(here["visits"] - there["visits"] / 3) < 1e-9, (here, there)
        again = folder.cli("calibrate", "found.json", "customers.csv", "--complete", "--threads", "2", "-o", "-").must(0)
        assert json.loads(again.out) == json.loads(folder.read("measured.json"))


if __name__ == "__main__":
    tap.run([simulate_is_repeatable, simulate_in_closed_form, simulate_scenarios, simulate_discount,
             simulate_writes_a_log, simulate_refuses, discover_gives_the_log_back, calibrate_measures])
