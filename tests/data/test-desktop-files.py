#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files a desktop reads are valid and agree with each other.

Usage: test-desktop-files.py SOURCE_ROOT BUILD_ROOT
"""

import configparser
import pathlib
import sys
import tempfile
import xml.etree.ElementTree as xml

import tap

SOURCE, BUILD = (pathlib.Path(root) for root in sys.argv[1:3])
ID = "app.perennial.Perennial"
MIME = "application/vnd.perennial.map+json"
SVG = "{http://www.w3.org/2000/svg}"


def desktop_entry_is_valid():
    """the desktop entry passes desktop-file-validate"""
    tap.must_pass("desktop-file-validate", BUILD / "data" / (ID + ".desktop"))


def metainfo_is_valid():
    """the metainfo passes appstreamcli"""
    tap.must_pass("appstreamcli", "validate", "--no-net", BUILD / "data" / (ID + ".metainfo.xml"))


def xml_is_well_formed():
    """every XML file is well formed"""
    found = [path for folder in ("data", "icons") for path in (SOURCE / folder).rglob("*")
             if path.suffix in (".svg", ".xml") or path.name.endswith(".xml.in")]
    assert len(found) >= 5, found
    tap.must_pass("xmllint", "--nonet", "--noout", *found)


def settings_schema_is_strict():
    """the settings schema passes glib-compile-schemas --strict"""
    tap.must_pass("glib-compile-schemas", "--strict", "--dry-run", SOURCE / "data")


def settings_say_what_they_are():
    """every setting has a summary and a description"""
    keys = xml.parse(SOURCE / "data" / (ID + ".gschema.xml")).findall(".//key")
    assert keys
    for key in keys:
        for part in ("summary", "description"):
            assert (key.findtext(part) or "").strip(), "%s has no %s" % (key.get("name"), part)


def map_has_its_type():
    """a file named *.lifecycle.json is a map, before it is any JSON"""
    with tempfile.TemporaryDirectory() as home:
        packages = pathlib.Path(home, "packages")
        packages.mkdir()
        (packages / (ID + ".xml")).write_bytes((SOURCE / "data" / (ID + ".mime.xml")).read_bytes())
        tap.must_pass("update-mime-database", home)
        assert "80:%s:*.lifecycle.json" % MIME in pathlib.Path(home, "globs2").read_text().splitlines()
        assert "%s application/json" % MIME in pathlib.Path(home, "subclasses").read_text().splitlines()


def files_agree():
    """desktop entry and metainfo name the same program, icon and type"""
    entry = configparser.RawConfigParser(strict=True)
    entry.optionxform = str
    entry.read(BUILD / "data" / (ID + ".desktop"), encoding="utf-8")
    entry = entry["Desktop Entry"]
    metainfo = xml.parse(BUILD / "data" / (ID + ".metainfo.xml"))
    assert metainfo.findtext("id") == ID
    assert metainfo.findtext("launchable") == ID + ".desktop"
    assert entry["Name"] == metainfo.findtext("name")
    assert entry["Exec"].split()[0] in [binary.text for binary in metainfo.findall("provides/binary")]
    assert entry["MimeType"] == MIME + ";"
    assert metainfo.findtext("provides/mediatype") == MIME
    assert (SOURCE / "icons/hicolor/scalable/apps" / (entry["Icon"] + ".svg")).is_file()
    assert (SOURCE / "icons/hicolor/symbolic/apps" / (entry["Icon"] + "-symbolic.svg")).is_file()


def icons_keep_to_their_grids():
    """the icon is drawn on 128 units, the symbolic one on 16"""
    for path, side in (("scalable/apps/%s.svg" % ID, "128"), ("symbolic/apps/%s-symbolic.svg" % ID, "16")):
        root = xml.parse(SOURCE / "icons/hicolor" / path).getroot()
        assert root.tag == SVG + "svg"
        assert (root.get("width"), root.get("height"), root.get("viewBox")) == (side, side, "0 0 %s %s" % (side, side))
        assert not root.findall(".//%simage" % SVG), "a picture inside " + path


def icons_can_be_drawn():
    """both icons render"""
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((SOURCE / "icons").rglob("*.svg")):
            picture = pathlib.Path(folder, path.name + ".png")
            tap.must_pass("rsvg-convert", "-w", "64", "-h", "64", path, "-o", picture)
            assert picture.stat().st_size > 300, path


tap.run([
    desktop_entry_is_valid, metainfo_is_valid, xml_is_well_formed, settings_schema_is_strict, settings_say_what_they_are,
    map_has_its_type, files_agree, icons_keep_to_their_grids, icons_can_be_drawn,
])
