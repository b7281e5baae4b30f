#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each command of perennial-cli does, where it has no file of its own. Speaks TAP."""

import gzip
import json
import os
import re

import tap
from program import FIVE_STAGES, XES, Folder, cli, one_line, table


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


def convert_gives_csv():
    """convert: XES to CSV, plain and gzip"""
    want = ("case:concept:name,concept:name,time:timestamp\nclaim 1,register,2025-01-01T00:00:00Z\n"
            "claim 1,pay,2025-01-02T00:00:00Z\n")
    with Folder() as folder:
        for content in [XES, gzip.compress(XES)]:
            folder.write("any", content)
            result = folder.cli("convert", "any", "-o", "claims.csv").must(0)
            assert result.out == "" and folder.read("claims.csv") == want, folder.read("claims.csv")


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


if __name__ == "__main__":
    tap.run([templates_can_be_begun, lists_fit_the_terminal, new_to_standard_output, check_lists_all,
             columns_shows_what_is_guessed, convert_gives_csv, names_are_unicode_in_any_locale,
             numbers_are_of_the_locale, a_newer_map_is_not_saved_over, what_is_not_known_is_kept])
