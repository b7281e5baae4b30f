#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What perennial-cli draws. Speaks TAP."""

import json
import re
import struct

import tap
from program import Folder, cli


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


if __name__ == "__main__":
    tap.run([layout_places_everything, export_sizes, export_formats, export_shows_a_report, export_look,
             export_embeds_the_map, export_frames])
