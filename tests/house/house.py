#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the tree to the rules of the house (see src/README.md).

Usage: house.py ROOT

Speaks TAP: one case per rule, each breach as a line `# FILE:LINE: what is wrong`.
"""

import pathlib
import re
import sys

# Which rooms a room may use. Its own is always allowed.
LOGIC = ["base", "map", "log", "engine", "draw"]
ROOMS = {
    "base": [],
    "map": ["base"],
    "log": ["base"],
    "engine": ["base", "map", "log"],
    "draw": ["base", "map", "log", "engine"],
    "document": LOGIC,
    "canvas": LOGIC + ["document"],
    "app": LOGIC + ["document", "canvas"],
    "cli": LOGIC,
}
WITH_GTK = {"canvas", "app"}
LONGEST_FILE = 600
LONGEST_FUNCTION = 60
ALLOWED_QUIET = {"-Wno-unused-parameter"}
SOURCE = {".c", ".h", ".py"}
TEXT = SOURCE | {
    "",
    ".md",
    ".build",
    ".txt",
    ".json",
    ".ui",
    ".xml",
    ".in",
    ".css",
    ".csv",
    ".po",
    ".pot",
    ".svg",
    ".1",
    ".desktop",
}

# Functions whose name says all there is to say.
SELF_EXPLAINING = re.compile(r"_(ref|unref|free|clear|quark|get_type)$")

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')
GTK_HEADER = re.compile(r"^(gtk/|gdk/|gsk/|adwaita\.h|gtk$)")
DIRECTORY = re.compile(r"(?:^|[^A-Za-z0-9_.\-])/(?:" + "|".join(["work", "root", "home"]) + r")/")
MARK = re.compile(
    r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]) + r")\b"
)
TRANSLATABLE = re.compile(
    r'\b(?:N?_|C_|NC_|ngettext|g_dngettext)\s*\(\s*"|translatable="(?:yes|true|1)"'
)

# Calls that say something to people, and a sentence in them that is not marked for translation.
SAYS = re.compile(
    r"\b(?:prn_set_error_at|g_set_error(?:_literal)?|g_prefix_error|prn_reader_fail|prn_check_add|"
    r"prn_problem_new|prn_cli_say|prn_cli_refuse)\s*\("
)
LITERAL = re.compile(r'"(?:\\.|[^"\\])*"')
SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z%][^ ]* [a-z%]")


def files(root, *folders):
    """Yields the files below the folders (the whole tree if none) that are no build's and not Git's."""
    for folder in folders or ["."]:
        for path in sorted((root / folder).rglob("*")):
            parts = path.relative_to(root).parts
            if (
                path.is_file()
                and not path.is_symlink()
                and not any(
                    part == ".git"
                    or part == "__pycache__"
                    or part.startswith("build")
                    and part != "build-aux"
                    for part in parts[:-1]
                )
                and parts[0] != ".git"
            ):
                yield path


def lines(path):
    """Yields (number, line) of a text file; nothing of any other."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    yield from enumerate(text.splitlines(), 1)


def room_of(root, path):
    return path.relative_to(root / "src").parts[0]


def sources(root):
    """Yields the C files of the rooms."""
    for path in files(root, "src"):
        if path.suffix in (".c", ".h"):
            yield path


def breaches_of_includes(root):
    """An include runs down the house, and only canvas and app see GTK."""
    homes = {path.name: room_of(root, path) for path in sources(root) if path.suffix == ".h"}
    for path in sources(root):
        room = room_of(root, path)
        if room not in ROOMS:
            yield path, 1, f"{room} is no room of the house"
            continue
        for number, line in lines(path):
            include = INCLUDE.match(line)
            if include is None:
                continue
            name = include.group(2)
            if include.group(1) == '"' and name.startswith("prn-"):
                home = homes.get(name)
                if home is None:
                    yield path, number, f"{name} is in no room"
                elif home != room and home not in ROOMS[room]:
                    yield path, number, f"{room} must not use {home} ({name})"
            elif GTK_HEADER.match(name) and room not in WITH_GTK:
                yield path, number, f"{room} must know nothing of GTK ({name})"


def breaches_of_quiet(root):
    """No warning is switched off."""
    switch = re.compile(r"-Wno-[a-z0-9=+-]+")
    pragma = re.compile(r"#\s*pragma\s+GCC\s+diagnostic\s+ignored|G_GNUC_BEGIN_IGNORE_DEPRECATIONS")
    for path in files(root):
        if path.name == "meson.build" or path.suffix in (".c", ".h"):
            for number, line in lines(path):
                for word in switch.findall(line):
                    if word not in ALLOWED_QUIET:
                        yield path, number, f"{word} hides warnings"
                if pragma.search(line):
                    yield path, number, "hides warnings"


def declarations(text):
    """Yields (first line, lines, kind) of a header's top level: comment, function, other or blank."""
    rows = text.splitlines()
    i = 0
    while i < len(rows):
        start, row = i, rows[i].strip()
        if not row:
            kind = "blank"
        elif row.startswith("/*"):
            kind = "comment"
            while "*/" not in rows[i] and i + 1 < len(rows):
                i += 1
        elif row.startswith("#"):
            kind = "other"
            while rows[i].endswith("\\") and i + 1 < len(rows):
                i += 1
        elif re.fullmatch(
            r"[A-Z_]+( \(.*\))?;?", row
        ):  # G_BEGIN_DECLS, G_DECLARE_… without a line break
            kind = "other"
        else:
            depth, ended = 0, False
            while True:
                code = re.sub(r"/\*.*?\*/", "", rows[i])
                depth += code.count("{") - code.count("}")
                ended = depth == 0 and (
                    code.rstrip().endswith((";", "}")) or re.match(r"G_DE[A-Z_]+ \(.*\)$", code)
                )
                if ended or i + 1 >= len(rows):
                    break
                i += 1
            statement = " ".join(rows[start : i + 1])
            named = re.match(r"(?!typedef|G_D)[\w\s\*]*?\b(prn_\w+)\s*\(", statement)
            kind = "function:" + named.group(1) if named else "other"
        yield start + 1, rows[start : i + 1], kind
        i += 1


def breaches_of_comments(root):
    """A header says of each public function what a caller needs."""
    for path in sources(root):
        if path.suffix != ".h":
            continue
        above = None  # the comment at the head of the paragraph, None when there is none
        direct = False  # the comment stands right above
        for number, rows, kind in declarations(path.read_text(encoding="utf-8")):
            if kind == "blank":
                above, direct = None, False
            elif kind == "comment":
                above, direct = rows, True
            elif kind.startswith("function:"):
                name = kind.split(":")[1]
                if above is None and not SELF_EXPLAINING.search(name):
                    yield path, number, f"{name} has no comment right above it"
                elif direct and above[0].strip() == "/**" and above[1].strip(" *:") != name:
                    yield path, number, f"the comment above {name} is that of {above[1].strip(' *:')}"
                direct = False
            else:
                direct = False


def breaches_of_licence(root):
    """The first line (below #!) of a source file names its licence."""
    for path in files(root):
        if path.suffix in SOURCE:
            head = [line for _, line in lines(path)][:2]
            wanted = head[1:2] if head and head[0].startswith("#!") else head[:1]
            if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in wanted):
                yield path, 1, "no SPDX line"


def breaches_of_length(root):
    """A file holds one thing."""
    for path in sources(root):
        n = sum(1 for _ in lines(path))
        if n > LONGEST_FILE:
            yield path, n, f"{n} lines, over {LONGEST_FILE}"


def breaches_of_screens(root):
    """A function fits a screen."""
    for path in sources(root):
        begin = 0
        for number, line in lines(path):
            if line == "{":
                begin = number
            elif line == "}" and begin:
                n = number - begin - 1
                if n > LONGEST_FUNCTION:
                    yield path, begin, f"{n} lines in a function, over {LONGEST_FUNCTION}"
                begin = 0


def breaches_of_places(root):
    """Nothing names a folder of the machine it was written on."""
    for path in files(root):
        if path.suffix in TEXT:
            for number, line in lines(path):
                found = DIRECTORY.search(line)
                if found:
                    yield path, number, f"names a folder of one machine: {found.group(0).strip()}"


def breaches_of_marks(root):
    """What is to be done is not left in the source."""
    for path in files(root, "src", "tests", "build-aux", "ui"):
        if path.suffix in TEXT and path.suffix != ".csv":
            for number, line in lines(path):
                found = MARK.search(line)
                if found:
                    yield path, number, f"is marked {found.group(0)}"


def untranslated(text):
    """Yields where a call that says something has a sentence as it is."""
    for call in SAYS.finditer(text):
        end = text.find(";", call.end())
        for literal in LITERAL.finditer(text, call.end(), end):
            before = text[call.end() : literal.start()]
            marked = re.search(r"\b(?:N?_|g_dngettext)\s*\(", before)
            if SENTENCE.search(literal.group()) and not marked:
                yield text.count("\n", 0, literal.start()) + 1
                break


def breaches_of_translation(root):
    """Sentences for people can be translated, and po/POTFILES lists each file with some, and no other."""
    for path in files(root, "src"):
        if path.suffix == ".c":
            for number in untranslated(path.read_text(encoding="utf-8")):
                yield path, number, "says a sentence that cannot be translated"
    listing = root / "po" / "POTFILES"
    listed = set()
    if listing.exists():
        for number, line in lines(listing):
            name = line.split("#")[0].strip()
            if name:
                listed.add(name)
                if not (root / name).exists():
                    yield listing, number, f"{name} is not there"
    for path in files(root, "src", "ui"):
        name = path.relative_to(root).as_posix()
        if path.suffix in (".c", ".ui") and name not in listed:
            for number, line in lines(path):
                if TRANSLATABLE.search(line):
                    yield path, number, "has words to translate but is not in po/POTFILES"
                    break


RULES = {
    "includes": breaches_of_includes,
    "quiet": breaches_of_quiet,
    "comments": breaches_of_comments,
    "licence": breaches_of_licence,
    "length": breaches_of_length,
    "screens": breaches_of_screens,
    "places": breaches_of_places,
    "marks": breaches_of_marks,
    "translation": breaches_of_translation,
}


def breaches(root, rule):
    """Returns the lines `FILE:LINE: what is wrong` of one rule."""
    return [
        f"{path.relative_to(root)}:{number}: {words}" for path, number, words in RULES[rule](root)
    ]


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    failed = False
    print(f"1..{len(RULES)}")
    for number, rule in enumerate(RULES, 1):
        found = breaches(root, rule)
        failed = failed or bool(found)
        print(f"{'not ok' if found else 'ok'} {number} {rule}: {RULES[rule].__doc__}")
        for line in found:
            print(f"# {line}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
