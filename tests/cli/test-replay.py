#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a replay and all that reads a log says and counts. Speaks TAP."""

import gzip
import json
import os
import re

import tap
from program import LOG, XES, Folder, cells, cli, one_line, replay_json, table

STAGES = ["signup", "activate", "upgrade"]


def replay_counts():
    """replay: the report as JSON, every row accounted for"""
    with Folder() as folder:
        report = replay_json(folder)
        assert report["rows"]["read"] == 9 and report["rows"]["rejected"] == 2
        assert [stage["id"] for stage in report["stages"]] == STAGES
        assert [stage["customers"] for stage in report["stages"]] == [3, 1, 2]
        assert [reject["line"] for reject in report["rejects"]] == [5, 7]
        assert report["unmatched"] == [{"activity": "telephoned", "rows": 1}]
        assert report["paths"][0]["customers"] == 1 and report["path_count"] == 3


def replay_keeps_data_and_words_apart():
    """replay: the report on the standard output; what was guessed and rejected on the other"""
    with Folder() as folder:
        result = folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--format", "json").must(0)
        json.loads(result.out)
        lines = result.err.splitlines()
        assert all(line.startswith("perennial-cli: customers.csv: ") for line in lines), lines
        assert "comma" in lines[0] and "UTF-8" in lines[0]
        assert "“customer_id”" in lines[1] and "“event_name”" in lines[1] and "“event_timestamp”" in lines[1]
        assert "2 of 9 rows" in lines[-1] and "line 5" in lines[-1], lines
        folder.nothing_new()


def replay_reads_well():
    """replay: the text has every section, names and not ids, and fits 100 columns"""
    with Folder() as folder:
        result = folder.cli("replay", "ours.lifecycle.json", "customers.csv").must(0)
        for word in ["From signup to upgrade", "Rows", "Stages", "Triggers", "Moves", "Paths", "Signed up",
                     "Buys at once", "telephoned", "█", "→"]:
            assert word in result.out, (word, result.out)
        assert max(cells(line) for line in result.out.splitlines()) <= 100

        for columns in [80, 120]:
            text = folder.cli("replay", "ours.lifecycle.json", "customers.csv", COLUMNS=str(columns)).must(0).out
            assert columns - 10 <= max(cells(line) for line in text.splitlines()) <= columns, columns

        plain = folder.cli("replay", "ours.lifecycle.json", "customers.csv", LC_ALL="C").must(0)
        assert plain.out.isascii() and "##" in plain.out and "->" in plain.out, plain.out


def replay_as_csv():
    """replay --format csv: a folder of tidy tables, or all in one"""
    with Folder() as folder:
        folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--format", "csv", "-o", "report").must(0)
        names = sorted(os.listdir(folder.path / "report"))
        assert names == [name + ".csv" for name in (
            "cohorts", "conversions", "curves", "differences", "flows", "losses", "money", "months", "off_map",
            "paths", "rejects", "rows", "scenarios", "segments", "stages", "summary", "targets", "triggers",
            "unmatched")], names
        stages = table(folder.read("report/stages.csv"))
        assert [(row["id"], row["customers"]) for row in stages] == [("signup", "3"), ("activate", "1"),
                                                                      ("upgrade", "2")]
        assert table(folder.read("report/rows.csv"))[0]["read"] == "9"

        again = folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--format", "csv").must(0)
        values = {(row["table"], row["item"], row["measure"]): row["value"] for row in table(again.out)}
        assert values["rows", "", "read"] == "9" and values["stages", "activate", "visits"] == "1"
        folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--format", "csv", "-o", "all.csv").must(0)
        assert folder.read("all.csv") == again.out


def replay_strict():
    """replay --strict: exit 1 and a line that names the targets that are not met"""
    with Folder() as folder:
        targets = [{"id": "most", "name": "Most upgrade", "of": "upgrade", "metric": "reach", "at_least": 0.6},
                   {"id": "all", "name": "All activate", "of": "activate", "metric": "reach", "at_least": 1}]
        lines = ["replay", "strict.json", "customers.csv", "--strict", "--format", "json"]
        for met in (True, False):
            ours = json.loads(folder.read("ours.lifecycle.json"))
            ours["targets"] = targets[:1] if met else targets
            folder.write("strict.json", json.dumps(ours).encode())
            result = folder.cli(*lines).must(0 if met else 1)
            assert [target["met"] for target in json.loads(result.out)["targets"]] == [True, False][:len(ours["targets"])]
            assert ("All activate" in result.err) != met and "Most upgrade" not in result.err, result.err
        folder.cli(*[word for word in lines if word != "--strict"]).must(0)


def replay_counts_in_words():
    """replay: one is one, and many are many"""
    with Folder() as folder:
        folder.write("one.csv", b"customer_id,event_name,event_timestamp\nC1,signup,2025-01-01\nC2,signup,never\n")
        result = folder.cli("replay", "ours.lifecycle.json", "one.csv").must(0)
        assert "\n1 customer, 1 of them entered" in result.out, result.out
        assert "1 of 2 rows was rejected: line 3" in result.err, result.err
        result = folder.cli("replay", "ours.lifecycle.json", "customers.csv").must(0)
        assert "\n3 customers, 3 of them entered" in result.out, result.out
        assert "2 of 9 rows were rejected; the first: line 5" in result.err, result.err


def replay_as_of():
    """replay --as-of: rows after it are counted and not replayed"""
    with Folder() as folder:
        report = replay_json(folder, "--as-of", "2025-01-04")
        assert report["as_of"] == "2025-01-04T00:00:00Z" and report["rows"]["after_as_of"] == 3, report["rows"]
        assert [stage["now"] for stage in report["stages"]] == [2, 1, 0]


def replay_writes_every_reject():
    """replay --rejects: all of them, though the report shows a hundred"""
    with Folder() as folder:
        rows = ["C1,signup,2025-01-01"] + ["C%d,signup,soon" % number for number in range(250)]
        folder.write("many.csv", ("customer_id,event_name,event_timestamp\n" + "\n".join(rows) + "\n").encode())
        result = folder.cli("replay", "ours.lifecycle.json", "many.csv", "--time", "event_timestamp",
                            "--time-format", "YYYY-MM-DD", "--format", "json", "--rejects", "rejects.csv").must(0)
        report = json.loads(result.out)
        rejects = table(folder.read("rejects.csv"))
        assert report["rows"]["rejected"] == len(rejects) == 250, (report["rows"], len(rejects))
        assert len(report["rejects"]) == 100
        assert [int(row["line"]) for row in rejects] == list(range(3, 253))
        assert all(row["reason"] for row in rejects)


def logs_of_which_no_row_can_be_read():
    """a log: where all rows are rejected for one reason it was not understood, and nothing is written"""
    rows = b"customer_id,event_name,event_timestamp,note\n" + b"C1,signup,2025-01-01,hello\n" * 3
    with Folder() as folder:
        folder.write("words.csv", rows)
        folder.write("empty.csv", b"customer_id,event_name,event_timestamp\n" + b"C1,signup,\n" * 3)
        folder.write("wide.csv", b"customer_id,event_name,event_timestamp\n" + b"C1,signup,2025-01-01,x\n" * 3)
        folder.write("two.csv", b"customer_id,event_name,event_timestamp\n" + b"C1,signup,soon\n" * 2)
        folder.write("mixed.csv", b"customer_id,event_name,event_timestamp\n" + b"C1,signup,soon\n" * 9 + b"C1,,soon\n")
        for log, options, words in [
                ("words.csv", ["--time", "note"], ['none of its 3 rows', 'line 2: time "hello"', "“note”", "--time-format"]),
                ("words.csv", ["--time-format", "DD/MM/YYYY"], ["“event_timestamp” as DD/MM/YYYY"]),
                ("empty.csv", ["--time", "event_timestamp"], ["line 2: no time"]),
                ("wide.csv", ["--customer", "#1", "--event", "#2", "--time", "#3"], ["expected 3 fields, found 4",
                                                                                      "--delimiter"])]:
            for command in [("replay", "ours.lifecycle.json", log, "-o", "out", "--rejects", "rejects.csv"),
                            ("calibrate", "ours.lifecycle.json", log, "-o", "out"), ("discover", log, "-o", "out"),
                            ("explain", "ours.lifecycle.json", log, "--customer-id", "C1")]:
                result = folder.cli(*command, *options).must(3)
                for word in words:
                    assert word in result.err, (command, word, result.err)
                assert not {"out", "rejects.csv"} & set(folder.names())
        # A few rows may all be bad, and many for more than one reason.
        for log, n in [("two.csv", 2), ("mixed.csv", 10)]:
            result = folder.cli("replay", "ours.lifecycle.json", log, "--format", "json", "--time", "event_timestamp")
            assert json.loads(result.must(0).out)["rows"]["rejected"] == n


def replay_knows_the_customers():
    """replay --customers-table: its columns are attributes before the first row"""
    with Folder() as folder:
        ours = json.loads(folder.read("ours.lifecycle.json"))
        ours["triggers"][0]["when"] = {"all": [ours["triggers"][0]["when"], {"attribute": {
            "column": "country", "op": "is", "value": "FR"}}]}
        folder.write("ours.lifecycle.json", json.dumps(ours).encode())
        folder.write("people.csv", b"id,country\nC1,FR\nC2,DE\nC3,FR\n,FR\n")
        words = ["replay", "ours.lifecycle.json", "customers.csv", "--format", "json"]
        without = json.loads(folder.cli(*words).must(0).out)
        told = folder.cli(*words, "--customers-table", "people.csv", "--customers-key", "id").must(0)
        assert "people.csv: 1 row left out" in told.err, told.err
        assert without["triggers"][0]["fired"] == 0
        assert json.loads(told.out)["triggers"][0]["fired"] > 0
        folder.cli(*words, "--customers-key", "id").must(2)
        folder.cli(*words, "--customers-table", "nobody.csv").must(3)
        folder.cli(*words, "--customers-table", "people.csv", "--customers-key", "nope").must(3)


def tables_of_other_customers():
    """replay --customers-table: rows of one customer, and a key that is another's, are said"""
    with Folder() as folder:
        folder.write("table.csv", b"customer_id,code\nC1,a\nC2,b\nC1,c\n")
        result = folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--customers-table", "table.csv").must(0)
        assert "table.csv: 1 row is of a customer who is there already" in result.err, result.err
        assert "no customer of the log" not in result.err, result.err
        result = folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--customers-table", "table.csv",
                            "--customers-key", "code").must(0)
        assert "no customer of the log is in the table of customers; its column “code” has other ids" in result.err


def replay_is_the_same_with_any_threads():
    """replay --threads: the same bytes"""
    with Folder() as folder:
        rows = ["C%d,%s,2025-%02d-%02d" % (number % 997, ["signup", "activate", "upgrade", "visit"][number % 4],
                                           number % 12 + 1, number % 28 + 1) for number in range(20000)]
        folder.write("customers.csv", ("customer_id,event_name,event_timestamp\n" + "\n".join(rows)).encode())
        first = folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--format", "json", "--threads", "1")
        for threads in ["2", "3", "8"]:
            again = folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--format", "json", "--threads",
                               threads)
            assert first.must(0).out == again.must(0).out, threads


def sum_of_a_split_log():
    """sum: a log split by customer gives the report of the whole, to the byte"""
    with Folder() as folder:
        header, *rows = ["customer_id,event_name,event_timestamp,plan"] + [
            "C%d,%s,2025-%02d-%02d,%s" % (number % 97, ["signup", "activate", "upgrade", "visit"][number // 97 % 4],
                                          number % 12 + 1, number % 28 + 1, ["gold", "Gold", "tin", ""][number % 97 % 4])
            for number in range(3000)]
        how = ["--as-of", "2025-12-31", "--segment-by", "plan", "--convert", ":upgrade"]
        folder.write("customers.csv", "\n".join([header] + rows).encode())
        whole = folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--format", "json", *how).must(0)
        segments = [one["id"] for one in json.loads(whole.out)["segments"]]
        assert segments == ["Gold", "tin", None], segments
        tallies = []
        for part in range(7):
            mine = [row for row in rows if int(row[1:row.index(",")]) % 7 == part]
            folder.write("part.csv", "\n".join([header] + mine).encode())
            tallies.append("part-%d.tally.json" % part)
            folder.cli("replay", "ours.lifecycle.json", "part.csv", "--tally", tallies[-1], *how).must(0)
        total = folder.cli("sum", "ours.lifecycle.json", *tallies, "--format", "json").must(0)
        assert total.out == whole.out
        late = folder.cli("replay", "ours.lifecycle.json", "part.csv", "--tally", "late.json", "--as-of", "2026-12-31")
        late.must(0)
        refused = folder.cli("sum", "ours.lifecycle.json", tallies[0], "late.json").must(2)
        assert "--as-of" in refused.err and refused.out == ""
        folder.write("broken.json", folder.read(tallies[0])[:-9].encode())
        refused = folder.cli("sum", "ours.lifecycle.json", "broken.json").must(3)
        assert refused.err.startswith("perennial-cli: broken.json: ")
        for other in [b"{}", b"[]", b'{"format": "perennial-tally", "version": 1}']:
            folder.write("other.json", other)
            refused = folder.cli("sum", "ours.lifecycle.json", "other.json").must(3)
            one_line(refused.err)
            assert refused.err.startswith("perennial-cli: other.json: this is no tally"), refused.err


def log_options_are_heeded():
    """Log options: a file nobody could guess"""
    with Folder() as folder:
        want = replay_json(folder)["stages"]
        lines = LOG.decode().replace("2025-01-", "").replace("T00:00:00Z", ".1.25 1:00").splitlines()[1:]
        folder.write("customers.csv", "\r".join("x^%s^ö" % line.replace(",", "^") for line in lines)
                     .encode("windows-1252"))
        got = replay_json(folder, "--no-header", "--delimiter", "^", "--encoding", "WINDOWS-1252", "--customer", "#2",
                          "--event", "#3", "--time", "#4", "--zone", "+01:00", "--time-format", "D.M.YY h:mm")
        assert got["stages"] == want, got


def a_stage_log_is_replayed():
    """replay --stage-column: the row says where the customer is"""
    with Folder() as folder:
        folder.write("customers.csv", b"customer_id,stage,changed_at\nC1,Signed up,2025-01-01\nC1,upgrade,2025-01-02\n"
                     b"C1,Active,2025-01-03\n")
        report = replay_json(folder, "--stage-column", "stage")
        assert [stage["visits"] for stage in report["stages"]] == [1, 1, 1]
        assert report["off_map"] == [{"from": "upgrade", "to": "activate", "moves": 1}]


def a_column_that_is_not_there():
    """Log options: a column that the file has not is an error that names it"""
    with Folder() as folder:
        result = folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--customer", "kunde")
        assert result.status in (2, 3) and result.out == ""
        one_line(result.err)
        assert "kunde" in result.err
        folder.write("table.csv", b"customer_id,plan\nC1,gold\n")
        for words in (["--segment-by", "kunde"], ["--customers-table", "table.csv", "--customers-key", "kunde"],
                      ["--customers-table", "table.csv", "--segment-by", "kunde"]):
            result = folder.cli("replay", "ours.lifecycle.json", "customers.csv", *words)
            assert result.status == 3 and result.out == "", words
            assert "kunde" in result.err.splitlines()[-1], result.err
        folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--customers-table", "table.csv",
                   "--segment-by", "plan").must(0)


def replay_says_what_does_not_fit():
    """replay, calibrate: a column the log has not and amounts that are none are said, and no error"""
    with Folder() as folder:
        bought = json.loads(folder.read("ours.lifecycle.json"))
        bought["events"][2]["value_column"] = "price"
        bought["segments"] = [{"id": "big", "name": "Big", "where": [{"column": "size", "op": "exists"}]}]
        folder.write("bought.json", json.dumps(bought).encode())
        folder.write("prices.csv", b"customer_id,event_name,event_timestamp,price\n"
                                   b"C1,signup,2025-01-01T00:00:00Z,\nC1,upgrade,2025-01-02T00:00:00Z,49 USD\n")
        for words in (["replay"], ["calibrate", "-o", "measured.json"]):
            said = folder.cli(words[0], "bought.json", "prices.csv", *words[1:]).must(0).err
            assert "prices.csv: 1 value of the column “price” is no number" in said and "“49 USD”" in said, said
            assert "prices.csv: no row has a value in the column “size”" in said, said


def standard_input_is_read():
    """'-' is the standard input: plain, gzip, XES, and a map"""
    with Folder() as folder:
        want = replay_json(folder)
        for content in [LOG, gzip.compress(LOG)]:
            got = folder.cli("replay", "ours.lifecycle.json", "-", "--format", "json", stdin=content).must(0)
            assert json.loads(got.out) == want
        got = folder.cli("replay", "-", "customers.csv", "--format", "json",
                         stdin=folder.read("ours.lifecycle.json").encode()).must(0)
        assert json.loads(got.out) == want
        assert folder.cli("convert", "-", "-o", "-", stdin=XES).must(0).out.count("\n") == 3
        assert folder.cli("check", "-", stdin=b"{").must(1).out


def explain_tells_the_story():
    """explain: time, line, activity, match, condition and move of each row"""
    with Folder() as folder:
        result = folder.cli("explain", "ours.lifecycle.json", "customers.csv", "--customer-id", "C1").must(0)
        lines = result.out.splitlines()
        assert len(lines) == 5, result.out
        assert re.search(r"2025-01-01T00:00:00Z +2 +signup .*signup", lines[1]), lines[1]
        assert re.search(r"2025-01-03T00:00:00Z +4 +activate .*activate.*activation", lines[2]), lines[2]
        assert re.search(r"2025-01-06T00:00:00Z +9 +telephoned .*unmatched", lines[3]), lines[3]
        assert re.search(r"2025-01-07T00:00:00Z +10 +upgrade .*upgrade.*purchase", lines[4]), lines[4]

        missing = folder.cli("explain", "ours.lifecycle.json", "customers.csv", "--customer-id", "nobody")
        assert missing.status == 3 and missing.out == ""
        assert "customers.csv: no row of the log is of the customer “nobody”" in missing.err, missing.err
        spaced = folder.cli("explain", "ours.lifecycle.json", "customers.csv", "--customer-id", " C1 ").must(0)
        assert spaced.out == result.out
        folder.cli("explain", "ours.lifecycle.json", "customers.csv", "--customer-id", " ").must(2)


if __name__ == "__main__":
    tap.run([replay_counts, replay_keeps_data_and_words_apart, replay_reads_well, replay_as_csv, replay_strict,
             replay_counts_in_words, replay_as_of, replay_writes_every_reject, logs_of_which_no_row_can_be_read,
             replay_knows_the_customers, tables_of_other_customers, replay_is_the_same_with_any_threads,
             sum_of_a_split_log, log_options_are_heeded, a_stage_log_is_replayed, a_column_that_is_not_there,
             replay_says_what_does_not_fit, standard_input_is_read, explain_tells_the_story])
