#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each command of perennial-cli does. Speaks TAP."""

import csv
import gzip
import io
import json
import os
import pathlib
import re
import struct
import subprocess
import unicodedata

import tap
from program import LOG, PROGRAM, SOURCE, XES, Folder, cli, one_line

STAGES = ["signup", "activate", "upgrade"]


def table(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def replay_json(folder, *options, **environment):
    return json.loads(folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--format", "json", *options,
                                 **environment).must(0).out)


FIVE_STAGES = SOURCE / "data/templates/five-stages.lifecycle.json"


def templates_can_be_begun():
    """templates: each id is one that new takes, and check is content with"""
    lines = cli("templates").must(0).out.splitlines()
    assert len(lines) == 7
    with Folder() as folder:
        for line in lines:
            name, title, _ = re.split(r"  +", line, maxsplit=2)
            folder.cli("new", "--template", name, "-o", "new.json").must(0)
            assert json.loads(folder.read("new.json"))["title"] == title
            folder.cli("check", "new.json").must(0)


def lists_fit_the_terminal():
    """templates, explain: what is too wide for COLUMNS goes on below, and nothing of it is lost"""
    def words_of(text):
        return sorted(re.findall(r"[\w.-]+", text))

    with Folder() as folder:
        for words in [["templates"], ["explain", "ours.lifecycle.json", "customers.csv", "--customer-id", "C1"]]:
            whole = folder.cli(*words).must(0).out
            for columns in [60, 80, 120]:
                fitted = folder.cli(*words, COLUMNS=str(columns)).must(0).out
                assert max(map(len, fitted.splitlines())) <= columns, fitted
                assert set(words_of(whole)) - set(words_of(fitted)) <= {"activity", "matches", "scores"}, fitted
        narrow = folder.cli("templates", COLUMNS="80").must(0).out.splitlines()
        beginnings = [line.split()[0] for line in narrow if line[0] != " "]
        assert beginnings == [line.split()[0] for line in cli("templates").must(0).out.splitlines()], narrow
        narrow = folder.cli(*words, COLUMNS="60").must(0).out
        assert re.search(r"2025-01-03T00:00:00Z +4  activate \(activated\)\n {28}signup → activate by activation", narrow), narrow


def new_to_standard_output():
    """new: without -o, or with -o -, the map is data"""
    plain = cli("new", "--template", "five-stages").must(0)
    assert json.loads(plain.out)["format"] == "perennial-map" and plain.err == ""
    assert cli("new", "--template", "five-stages", "-o", "-").must(0).out == plain.out


def check_lists_all():
    """check: every problem of both kinds, in text and in JSON, exit 1"""
    with Folder() as folder:
        good = folder.cli("check", "ours.lifecycle.json").must(0)
        assert good.out == ""
        assert folder.cli("check", "ours.lifecycle.json", "--json").must(0).out == "[]\n"

        broken = json.loads(folder.read("ours.lifecycle.json"))
        broken["stages"][1]["position"]["x"] = "left"
        broken["triggers"][0]["to"] = "nowhere"
        folder.write("broken.json", json.dumps(broken).encode())
        result = folder.cli("check", "broken.json").must(1)
        assert "error stages[1].position.x (activate): " in result.out, result.out
        assert "error triggers[0].to (activation): " in result.out, result.out
        one_line(result.err)

        problems = json.loads(folder.cli("check", "broken.json", "--json").must(1).out)
        assert len(problems) == len(result.out.splitlines()) >= 2
        assert all(set(problem) == {"severity", "place", "id", "message"} for problem in problems)
        assert ("error", "triggers[0].to", "activation") in [
            (problem["severity"], problem["place"], problem["id"]) for problem in problems]

        lonely = json.loads(folder.read("ours.lifecycle.json"))
        lonely["stages"].append({"id": "island", "name": "Island"})
        folder.write("lonely.json", json.dumps(lonely).encode())
        result = folder.cli("check", "lonely.json").must(1)
        assert result.out.startswith("warning stages[3] (island): "), result.out


def columns_shows_what_is_guessed():
    """columns: everything that was guessed, as a table and as JSON, with the first rows"""
    with Folder() as folder:
        folder.write("odd.csv", "Datum;Aktivität;Kunde\r\n13.1.2025 8:05;Kauf;007\r\n14.1.2025 9:00;Öffnung;008\r\n"
                     .encode("utf-8-sig"))
        words = folder.cli("columns", "odd.csv").must(0).out
        for word in ["semicolon", "UTF-8", "CRLF", "Kunde", "Aktivität", "Datum", "13.1.2025 8:05"]:
            assert word in words, words

        guess = json.loads(folder.cli("columns", "customers.csv", "--json").must(0).out)
        wanted = {"format": "csv", "compression": "none", "encoding": "UTF-8", "bom": False, "line_ends": "LF",
                  "delimiter": ",", "header": True, "columns": ["customer_id", "event_name", "event_timestamp"],
                  "customer": "customer_id", "event": "event_name", "time": "event_timestamp"}
        assert {key: guess[key] for key in wanted} == wanted, guess
        assert guess["rows"][0] == ["C1", "signup", "2025-01-01T00:00:00Z"]
        assert guess["time_format"] and isinstance(guess["notes"], list)


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


def cells(text):
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
               for letter in text)


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
        assert missing.status != 0 and missing.out == "" and "nobody" in missing.err


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


def layout_places_everything():
    """layout: every stage has a place, nothing else changes, and it is the same again"""
    with Folder() as folder:
        loose = json.loads(folder.read("ours.lifecycle.json"))
        for stage in loose["stages"]:
            del stage["position"]
        folder.write("loose.json", json.dumps(loose).encode())
        folder.cli("layout", "loose.json", "-o", "placed.json").must(0)
        placed = json.loads(folder.read("placed.json"))
        xs = [stage.pop("position")["x"] for stage in placed["stages"]]
        assert placed == loose and xs == sorted(xs), xs
        first = folder.read("placed.json")
        folder.cli("layout", "placed.json", "-o", "placed.json").must(0)
        assert folder.read("placed.json") == first


def png_size(content):
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", content[16:24])


def export_sizes():
    """export: --scale, --width with --height, --slide"""
    with Folder() as folder:
        def size(*options):
            folder.cli("export", "ours.lifecycle.json", "-o", "p.png", *options).must(0)
            return png_size((folder.path / "p.png").read_bytes())

        assert size("--slide", "16:9") == (1920, 1080)
        assert size("--slide", "4:3", "--theme", "dark") == (1440, 1080)
        assert size("--width", "640", "--height", "400", "--title", "--legend") == (640, 400)
        one, two = size(), size("--scale", "2")
        assert abs(two[0] - 2 * one[0]) <= 2 and abs(two[1] - 2 * one[1]) <= 2, (one, two)


def export_formats():
    """export: each format is what its ending says"""
    starts = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF-", "dot": b"digraph", "mmd": b""}
    with Folder() as folder:
        for ending, start in starts.items():
            result = folder.cli("export", "ours.lifecycle.json", "-o", "map." + ending).must(0)
            assert result.out == "", result.out
            content = (folder.path / ("map." + ending)).read_bytes()
            assert content.startswith(start) and len(content) > 50, content[:50]
        for ending in ["svg", "dot", "mmd"]:
            assert "Signed up" in folder.read("map." + ending), ending


def export_shows_a_report():
    """export --report: the numbers are on the picture"""
    with Folder() as folder:
        many = "".join("C%d,signup,2025-01-01\n" % number for number in range(1213))
        folder.write("customers.csv", b"customer_id,event_name,event_timestamp\n" + many.encode())
        folder.cli("replay", "ours.lifecycle.json", "customers.csv", "--format", "json", "-o", "r.json").must(0)
        folder.cli("export", "ours.lifecycle.json", "--report", "r.json", "-o", "p.svg").must(0)
        assert re.search("1.?213", folder.read("p.svg")), "no 1,213 on it"


def export_look():
    """export: --dpi, --background, --embed do what they say"""
    with Folder() as folder:
        folder.cli("export", "ours.lifecycle.json", "-o", "p.png", "--dpi", "300", "--embed", "--background",
                   "none").must(0)
        content = (folder.path / "p.png").read_bytes()
        assert b"pHYs" in content and struct.pack(">I", 11811) in content
        assert b"perennial-map" in content
        folder.cli("export", "ours.lifecycle.json", "-o", "q.png", "--background", "#123456").must(0)
        assert b"pHYs" not in (folder.path / "q.png").read_bytes()
        words = tap.tool("convert", folder.path / "q.png", "-format", "%[pixel:p{1,1}] ", "info:")[1]
        assert "18,52,86" in words, words
        words = tap.tool("convert", folder.path / "p.png", "-format", "%[fx:p{1,1}.a]", "info:")[1]
        assert words.strip() == "0", words


def export_embeds_the_map():
    """export --embed: the map is in the PNG and the SVG, whole, and a picture without is no map"""
    with Folder() as folder:
        found = json.loads(folder.read("ours.lifecycle.json"))
        found["title"] = "<Ä & \"B\"> &amp; ]]> \ufffe"
        folder.write("odd.json", json.dumps(found).encode())
        want = folder.cli("layout", "odd.json", "-o", "-").must(0).out
        for name in ["map.png", "map.svg"]:
            folder.cli("export", "odd.json", "--embed", "-o", name).must(0)
            assert folder.cli("diff", "odd.json", name).must(0).out == "", name
            assert folder.cli("layout", name, "-o", "-").must(0).out == want, name
            whole = (folder.path / name).read_bytes()
            for size in [9, 40, len(whole) // 3, len(whole) // 2]:
                folder.write("cut" + name, whole[:size])
                assert folder.cli("layout", "cut" + name, "-o", "-").status in (0, 3)
            folder.cli("export", "odd.json", "-o", name).must(0)
            folder.cli("layout", name, "-o", "-").must(3)


def export_frames():
    """export: one frame, or each frame as a page or a numbered file"""
    with Folder() as folder:
        folder.cli("export", "ours.lifecycle.json", "--frame", "left", "-o", "one.png").must(0)
        assert png_size((folder.path / "one.png").read_bytes()) == (640, 360)
        folder.cli("export", "ours.lifecycle.json", "--frames", "-o", "tour.png").must(0)
        assert {"tour-1.png", "tour-2.png"} <= set(folder.names()) and "tour.png" not in folder.names()
        folder.cli("export", "ours.lifecycle.json", "--frames", "-o", "tour.pdf").must(0)
        pages = re.search(r"Pages: +(\d+)", tap.tool("pdfinfo", folder.path / "tour.pdf")[1]).group(1)
        assert pages == "2", pages

        result = folder.cli("export", "ours.lifecycle.json", "--frame", "middle", "-o", "none.png")
        assert result.status in (2, 3) and "middle" in result.err and "none.png" not in folder.names()


def convert_gives_csv():
    """convert: XES to CSV, plain and gzip"""
    want = ("case:concept:name,concept:name,time:timestamp\nclaim 1,register,2025-01-01T00:00:00Z\n"
            "claim 1,pay,2025-01-02T00:00:00Z\n")
    with Folder() as folder:
        for content in [XES, gzip.compress(XES)]:
            folder.write("any", content)
            result = folder.cli("convert", "any", "-o", "claims.csv").must(0)
            assert result.out == "" and folder.read("claims.csv") == want, folder.read("claims.csv")


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
    """replay: when one of several files cannot be written, none is"""
    with Folder() as folder:
        files = {"-o": "report.txt", "--rejects": "rejects.csv", "--tally": "tally.json"}
        for bad in files:
            words = [word for option, name in files.items()
                     for word in (option, "no/such/" + name if option == bad else name)]
            folder.cli("replay", "ours.lifecycle.json", "customers.csv", *words).must(3)
            folder.nothing_new()
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


def names_are_unicode_in_any_locale():
    """Names that are no ASCII work in the C locale too"""
    with Folder() as folder:
        folder.write("Kunden ü.csv", "Kunde,Ereignis,Zeit\n顧客,signup,2025-01-01\n".encode())
        result = folder.cli("explain", "ours.lifecycle.json", "Kunden ü.csv", "--customer", "Kunde", "--event",
                            "Ereignis", "--time", "Zeit", "--customer-id", "顧客", LC_ALL="C").must(0)
        assert "signup" in result.out and "Kunden ü.csv" in result.err


def numbers_are_of_the_locale():
    """Words have the decimal comma and the separator of the locale, data have neither"""
    with Folder() as folder:
        os.mkdir(folder.path / "locales")
        failed, words = tap.tool("localedef", "-i", "de_DE", "-f", "UTF-8", folder.path / "locales" / "de_DE.UTF-8")
        if failed:
            raise tap.Skip("no German locale can be made: " + words.splitlines()[-1])
        german = {"LOCPATH": str(folder.path / "locales"), "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "en"}
        text = cli("simulate", FIVE_STAGES, "--customers", "5000", **german).must(0).out
        assert "5.000" in text and re.search(r"\d,\d %", text) and re.search(r"\d,\d mo", text), text
        assert not re.search(r"\d,\d\d\d|\d\.\d (%|d|mo)", text), text
        for words in [["--customers", "5000"], ["--expected", "--discount", "0.1"]]:
            for form in ["json", "csv"]:
                data = [cli("simulate", FIVE_STAGES, *words, "--format", form, **where).must(0).out
                        for where in [german, {}]]
                assert data[0] == data[1], form


def a_newer_map_is_not_saved_over():
    """A map of a higher version is read, and never written"""
    with Folder() as folder:
        newer = json.loads(folder.read("ours.lifecycle.json"))
        newer["version"] = 2
        folder.write("newer.json", json.dumps(newer).encode())
        before = folder.read("newer.json")
        for words in (["replay", "newer.json", "customers.csv"], ["simulate", "newer.json"],
                      ["diff", "newer.json", "newer.json"]):
            assert "newer.json: the map is of version 2" in folder.cli(*words).must(0).err, words
        result = folder.cli("layout", "newer.json", "-o", "newer.json")
        assert result.status in (2, 3) and "version 2" in result.err, result.err
        assert folder.read("newer.json") == before


def what_is_not_known_is_kept():
    """layout: members of a later version come through unchanged"""
    with Folder() as folder:
        later = json.loads(folder.read("ours.lifecycle.json"))
        later["x-team"] = {"since": 1.50, "list": [1, None, "é"]}
        later["stages"][1]["x-mood"] = "good"
        folder.write("later.json", json.dumps(later).encode())
        folder.cli("layout", "later.json", "-o", "placed.json").must(0)
        placed = json.loads(folder.read("placed.json"))
        assert placed["x-team"] == later["x-team"] and placed["stages"][1]["x-mood"] == "good"


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
    tap.run([templates_can_be_begun, lists_fit_the_terminal, new_to_standard_output, check_lists_all, columns_shows_what_is_guessed,
             replay_counts, replay_keeps_data_and_words_apart, replay_reads_well, replay_as_csv, replay_strict, replay_counts_in_words, replay_as_of,
             replay_writes_every_reject, logs_of_which_no_row_can_be_read, replay_knows_the_customers, tables_of_other_customers, replay_is_the_same_with_any_threads, sum_of_a_split_log, log_options_are_heeded,
             a_stage_log_is_replayed, a_column_that_is_not_there, replay_says_what_does_not_fit,
             standard_input_is_read, explain_tells_the_story,
             simulate_is_repeatable, simulate_in_closed_form, simulate_scenarios, simulate_discount,
             simulate_writes_a_log, simulate_refuses,
             discover_gives_the_log_back, calibrate_measures, layout_places_everything, export_sizes, export_formats,
             export_shows_a_report, export_look, export_embeds_the_map, export_frames, convert_gives_csv, output_fails_whole,
             nothing_is_written_over_what_is_read, all_is_written_or_nothing,
             pipes_are_files, nobody_reads_on, names_are_unicode_in_any_locale,
             numbers_are_of_the_locale, a_newer_map_is_not_saved_over,
             what_is_not_known_is_kept, progress_is_shown_while_it_lasts, progress_is_for_terminals])
