#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""perennial-cli in another language: German, in a locale that is not German. Speaks TAP.

Usage: test-german.py LOCALE-FOLDER
"""

import json
import re
import sys

import tap
from program import COMMANDS, SOURCE, Folder, cli, one_line

GERMAN = {"LANGUAGE": "de", "PERENNIAL_LOCALE": sys.argv[1]}


def translation_is_in_form():
    """Every translation has the placeholders and the plural forms of its text"""
    tap.must_pass("msgfmt", "--check", "-o", "/dev/null", SOURCE / "po" / "de.po")


def helps_in_german():
    """--help is German, and the names of commands are not"""
    words = cli("--help", **GERMAN).must(0).out
    assert words.startswith("Aufruf:"), words
    listed = re.search(r"Befehle:\n(.*?)\n\n", words, re.DOTALL).group(1).splitlines()
    assert [line.split()[0] for line in listed] == COMMANDS, listed
    assert "Eine Karte" in words


def is_english_otherwise():
    """Without LANGUAGE it is English, with another language that there is not as well"""
    for language in ["", "C", "xx"]:
        assert cli("--help", LANGUAGE=language, PERENNIAL_LOCALE=sys.argv[1]).must(0).out.startswith("Usage:")


def refuses_in_german():
    """What is wrong is said in one German line"""
    words = cli("fliegen", **GERMAN).must(2).err
    one_line(words)
    assert "es gibt keinen Befehl »fliegen«" in words, words
    words = cli("check", "/nirgends.json", **GERMAN).must(3).err
    one_line(words)
    assert "kann nicht gelesen werden" in words, words


def counts_in_german():
    """One problem and two have their forms"""
    with Folder() as folder:
        content = json.loads(folder.read("ours.lifecycle.json"))
        for n, said in [(1, "1 Problem"), (2, "2 Probleme")]:
            content["notes"] = [{"id": f"n{i}"} for i in range(n)]
            folder.write("ours.lifecycle.json", json.dumps(content).encode())
            words = folder.cli("check", "ours.lifecycle.json", **GERMAN).must(1)
            assert re.search(rf"{said}\b", words.out + words.err), (said, words.out, words.err)
            assert "diese Notiz ist leer" in words.out + words.err


def says_places_in_german():
    """An ordinal is written as Germans do"""
    with Folder() as folder:
        content = json.loads(folder.read("ours.lifecycle.json"))
        content["events"].append(content["events"].pop(0))
        folder.write("ours.lifecycle.json", json.dumps(content).encode())
        words = folder.cli("diff", "base.lifecycle.json", "ours.lifecycle.json", **GERMAN).must(1).out
        assert "vom 1. auf den 3. Platz verschoben" in words, words


def data_are_the_same():
    """A report's text is German; JSON and CSV are the same to the byte in every language"""
    with Folder() as folder:
        replay = ["replay", "ours.lifecycle.json", "customers.csv"]
        text = folder.cli(*replay, **GERMAN).must(0).out
        assert "kein Kunde" in text and "die Zeit \"no time at all\" kann nicht gelesen werden" in text, text
        for form in ["json", "csv"]:
            name = f"report.{form}"
            folder.cli(*replay, "--format", form, "-o", name, **GERMAN).must(0)
            german = folder.read(name)
            folder.cli(*replay, "--format", form, "-o", name).must(0)
            assert folder.read(name) == german
            assert "no customer" in german
        folder.cli(*replay, "--rejects", "rejects.csv", **GERMAN).must(0)
        assert "no customer" in folder.read("rejects.csv")


if __name__ == "__main__":
    tap.run([translation_is_in_form, helps_in_german, is_english_otherwise, refuses_in_german, counts_in_german,
             says_places_in_german, data_are_the_same])
