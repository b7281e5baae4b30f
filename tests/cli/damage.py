# SPDX-License-Identifier: GPL-3.0-or-later
"""Damaged maps and logs, made from good ones: a table of (name, content, word of the message)."""

import copy
import gzip
import json
import random

from program import FILES, LOG, XES

MAP = (FILES / "saas.lifecycle.json").read_bytes()

_random = random.Random(1)
BINARY = bytes(_random.randrange(256) for _ in range(5000))


def changed(edit):
    """The good map after edit() has had its way with it."""
    content = copy.deepcopy(json.loads(MAP))
    edit(content)
    return json.dumps(content).encode()


def setting(path, value):
    """The good map with one member replaced: setting("stages.0.name", 7)."""
    def edit(content):
        *folders, last = [int(part) if part.isdigit() else part for part in path.split(".")]
        for part in folders:
            content = content[part]
        content[last] = value
    return changed(edit)


def spelled(path, text):
    """The same with a value that JSON libraries do not write."""
    return setting(path, "@@").replace(b'"@@"', text)


def nested(depth):
    return b"[" * depth + b"]" * depth


# A map that no loader takes. The third column must be in what is said: the place, or what is wrong.
MAPS = [
    ("empty", b"", ""),
    ("blank", b" \n\n", ""),
    ("one-brace", b"{", ""),
    ("cut-early", MAP[:60], ""),
    ("cut-in-the-middle", MAP[:len(MAP) // 2], ""),
    ("cut-in-a-word", MAP[:MAP.index(b"Signed up") + 3], ""),
    ("cut-at-the-end", MAP.rstrip()[:-1], ""),
    ("no-json", b"Dear customer,\nthank you.\n", ""),
    ("a-log", LOG, ""),
    ("xml", XES, ""),
    ("a-list", b"[]", ""),
    ("a-number", b"12", ""),
    ("null", b"null", ""),
    ("trailing-comma", MAP.replace(b'"version": 1,', b'"version": 1,,'), "line 3"),
    ("trailing-garbage", MAP + b"}", ""),
    ("comment", b"// my map\n" + MAP, ""),
    ("single-quotes", MAP.replace(b'"', b"'"), ""),
    ("no-format", changed(lambda content: content.pop("format")), "format"),
    ("other-format", setting("format", "somebody-elses-map"), "format"),
    ("version-text", setting("version", "1"), "version"),
    ("version-zero", setting("version", 0), "version"),
    ("stages-object", setting("stages", {}), "stages"),
    ("stage-number", setting("stages.1", 3), "stages[1]"),
    ("name-number", setting("stages.1.name", 3), "stages[1].name"),
    ("name-null", setting("stages.1.name", None), "stages[1].name"),
    ("name-too-long", setting("stages.1.name", "x" * 5000), "stages[1].name"),
    ("text-too-long", setting("stages.1.description", "x" * 70000), "stages[1].description"),
    ("position-text", setting("stages.2.position.x", "left"), "stages[2].position.x"),
    ("position-nan", spelled("stages.2.position.x", b"NaN"), ""),
    ("position-infinity", spelled("stages.2.position.x", b"-Infinity"), ""),
    ("position-huge", spelled("stages.2.position.x", b"1e999"), "line 1"),
    ("number-of-1000-digits", spelled("stages.2.position.x", b"9" * 1000), "line 1"),
    ("number-with-zeros", spelled("stages.2.position.x", b"007"), ""),
    ("number-hexadecimal", spelled("stages.2.position.x", b"0x10"), ""),
    ("share-over-one", setting("triggers.0.share", 2), "triggers[0].share"),
    ("emotion-out-of-range", setting("stages.0.emotion", 3), "stages[0].emotion"),
    ("role-unknown", setting("stages.0.role", "king"), "stages[0].role"),
    ("id-missing", changed(lambda content: content["stages"][0].pop("id")), "stages[0]"),
    ("id-bad", setting("stages.1.id", "Not An Id"), "stages[1].id"),
    ("id-long", setting("stages.1.id", "x" * 65), "stages[1].id"),
    ("id-twice", setting("events.1.id", "signup"), "events[1].id"),
    ("reference-to-nothing", setting("triggers.0.to", "nowhere"), "triggers[0].to"),
    ("reference-to-an-event", setting("triggers.0.to", "upgraded"), "triggers[0].to"),
    ("condition-empty", setting("triggers.0.when", {}), "triggers[0].when"),
    ("condition-two-kinds", setting("triggers.0.when", {"event": "activated", "dwell": "1d"}), "triggers[0].when"),
    ("group-empty", setting("triggers.0.when", {"all": []}), "triggers[0].when.all"),
    ("duration-bad", setting("triggers.0.when", {"dwell": "soon"}), "triggers[0].when.dwell"),
    ("duration-negative", setting("triggers.0.when", {"dwell": "-1d"}), "triggers[0].when.dwell"),
    ("duration-endless", setting("triggers.0.when", {"dwell": "99999999999y"}), "triggers[0].when.dwell"),
    ("count-zero", setting("triggers.0.when", {"event": "activated", "count": 0}), "triggers[0].when.count"),
    ("member-twice", MAP.replace(b'"version": 1,', b'"version": 1,\n  "version": 1,'), "version"),
    ("deep", b'{"format": "perennial-map", "version": 1, "x": ' + nested(70) + b"}", ""),
    ("very-deep", nested(200000), ""),
    ("very-deep-open", b'{"a":' * 200000, ""),
    ("condition-deep", spelled("triggers.0.when", b'{"all": [' * 80 + b'{"dwell": "1d"}' + b"]}" * 80), ""),
    ("not-utf8", MAP.replace(b"Signed up", b"Signed \xff\xfe up"), ""),
    ("utf8-cut", MAP.replace(b"Signed up", b"Signed \xc3"), ""),
    ("utf8-overlong", MAP.replace(b"Signed up", b"Signed \xc0\xaf up"), ""),
    ("half-a-surrogate", MAP.replace(b"Signed up", b"Signed \\ud800 up"), ""),
    ("escape-unknown", MAP.replace(b"Signed up", b"Signed \\q up"), ""),
    ("nul-byte", MAP.replace(b"Signed up", b"Signed \0 up"), ""),
    ("control-character", MAP.replace(b"Signed up", b"Signed \x1b[2J up"), ""),
    ("utf16", MAP.decode().encode("utf-16"), "UTF-16"),
    ("byte-order-mark", b"\xef\xbb\xbf" + MAP, "byte order mark"),
    ("latin-1", MAP.replace(b"Signed up", b"Signed \xfcp"), "not UTF-8"),
    ("a-report", b'{"kind": "replay", "rows": {"read": 1}, "triggers": [{"id": "t", "delay": {"median": 1}}]}',
     "this is a report"),
    ("gzip", gzip.compress(MAP), ""),
    ("binary", BINARY, ""),
    ("zeros", b"\0" * 4096, ""),
]


def _entity_bomb():
    rows = ['<!DOCTYPE log [<!ENTITY a0 "lol">']
    rows += ['<!ENTITY a%d "%s">' % (number, ("&a%d;" % (number - 1)) * 10) for number in range(1, 12)]
    return ("<?xml version=\"1.0\"?>\n" + "\n".join(rows) + ']>\n<log><trace><string key="concept:name" '
            'value="&a11;"/></trace></log>').encode()


# A log that no reader can take anything from.
LOGS = [
    ("empty", b""),
    ("blank", b"\n\n \n"),
    ("mark-alone", b"\xef\xbb\xbf"),
    ("header-alone-unknown", b"colour,shape,size\n"),
    ("no-time", b"customer_id,event_name\nC1,signup\nC2,signup\n"),
    ("no-time-in-it", b"customer_id,event_name,timestamp\nC1,signup,soon\nC2,signup,later\n"),
    ("one-column", b"event\nsignup\nupgrade\n"),
    ("prose", b"Dear customer\nthank you\nyours\n"),
    ("binary", BINARY),
    ("zeros", b"\0" * 4096),
    ("a-map", MAP),
    ("json-in-a-list", b'[ {"a": 1},\n{"a": 2}]\n'),
    ("title-above-the-header", b"Report of May\n\n" + LOG),
    ("gzip-cut", gzip.compress(LOG * 2000)[:300]),
    ("gzip-garbage", b"\x1f\x8b\x08\x00" + BINARY),
    ("gzip-empty", gzip.compress(b"")),
    ("gzip-bad-sum", gzip.compress(LOG)[:-8] + b"\0" * 8),
    ("xml-not-xes", b"<?xml version=\"1.0\"?><html><body/></html>"),
    ("xes-cut", XES[:300]),
    ("xes-cut-in-a-tag", XES[:XES.index(b"</trace>") + 4]),
    ("xes-entity-bomb", _entity_bomb()),
    ("xes-foreign-file", b'<?xml version="1.0"?><!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
                         b'<log><trace><string key="concept:name" value="a"/>&x;</trace></log>'),
    ("xes-deep", b'<?xml version="1.0"?><log>' + b'<list key="x">' * 100000),
    ("xes-bad-utf8", XES.replace(b"register", b"reg\xff\xfeister")),
    ("pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"),
]

# A log of which some rows are good: those count, the others are rejected by line.
HEAD, FIRST = LOG.split(b"\n")[:2]
DIRTY_LOGS = [
    ("unclosed-quote", HEAD + b"\n" + FIRST + b'\n"C9,signup,2025-01-01T00:00:00Z\nC1,x,y\n', 1),
    ("ragged", HEAD + b"\n" + FIRST + b"\nC1\nC1,signup,2025-01-01T00:00:00Z,too,many\n" + FIRST + b"\n", 2),
    ("bytes-in-a-cell", HEAD + b"\n" + FIRST + b"\nC\xff\xfe,sign\x01up,2025-01-01T00:00:00Z\n", 1),
    ("nul-in-a-cell", HEAD + b"\n" + FIRST + b"\nC\0,signup,2025-01-01T00:00:00Z\n", 1),
    ("impossible-times", HEAD + (b"\n" + FIRST) * 9 + b"\nC1,signup,2025-02-30T00:00:00Z\nC1,signup,2025-01-01T25:00:00Z\n"
     b"C1,signup,99999999999999999999\n", 9),
    ("huge-cell", HEAD + b"\n" + FIRST + b"\nC1," + b"x" * 3000000 + b",2025-01-01T00:00:00Z\n", 1),
    ("no-end-of-line", HEAD + b"\n" + FIRST, 1),
    ("utf-32", (HEAD + b"\n" + FIRST).decode().encode("utf-32"), 1),
]

# A report that the map cannot be shown with.
REPORTS = [
    ("empty", b""),
    ("cut", b'{"kind": "replay", "stages": ['),
    ("a-list", b"[]"),
    ("wrong-types", b'{"kind": "replay", "as_of": 5, "stages": 7}'),
    ("binary", BINARY),
    ("very-deep", nested(200000)),
]
