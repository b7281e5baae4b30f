#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""perennial-cli diff and merge, by hand and as Git calls them in a real repository. Speaks TAP."""

import json
import os
import pathlib
import re
import shutil
import subprocess

import tap
from program import PROGRAM, SOURCE, Folder

MAP = "ours.lifecycle.json"


def edited(folder, name, edit, source="base.lifecycle.json"):
    """Writes a map that is another one after an edit of its JSON."""
    content = json.loads(folder.read(source))
    edit(content)
    folder.write(name, json.dumps(content).encode())
    folder.cli("check", name)
    return name


def owner(text):
    def edit(content):
        content["stages"][0]["owner"] = text

    return edit


def cost(amount):
    def edit(content):
        content["stages"][0]["cost"] = amount

    return edit


def diff_says_it_in_words():
    """diff: a line for each difference and exit 1; nothing and exit 0 when there is none"""
    with Folder() as folder:
        same = folder.cli("diff", "base.lifecycle.json", MAP).must(0)
        assert same.out == "" and same.err == ""
        assert folder.cli("diff", "base.lifecycle.json", MAP, "--json").must(0).out == "[]\n"
        new = edited(folder, "new.json", owner("Growth"))
        name = json.loads(folder.read(MAP))["stages"][0]["name"]
        result = folder.cli("diff", "base.lifecycle.json", new).must(1)
        assert result.out == 'Stage "%s": owner set to "Growth".\n' % name, result.out
        assert folder.cli("diff", "-", new, stdin=folder.read(MAP).encode()).must(1).out == result.out


def diff_as_json():
    """diff --json: what, kind, id, label, place, the values as they are in the file, the sentence"""
    with Folder() as folder:
        stage = json.loads(folder.read(MAP))["stages"][0]
        new = edited(folder, "new.json", cost(2.5))
        found = json.loads(folder.cli("diff", "base.lifecycle.json", new, "--json").must(1).out)
        assert found == [{"change": "changed", "kind": "stage", "id": stage["id"], "label": stage["name"],
                          "place": "cost", "old": None, "new": 2.5,
                          "words": 'Stage "%s": cost was 0, is now 2.5.' % stage["name"]}], found
        new = edited(folder, "new.json", lambda content: content["stages"].reverse())
        found = json.loads(folder.cli("diff", "base.lifecycle.json", new, "--json").must(1).out)
        assert {one["change"] for one in found} == {"moved"}
        assert all(isinstance(one["old"], int) and one["place"] is None for one in found), found


def merge_by_member():
    """merge: members of one stage from both sides, exit 0, nothing said"""
    with Folder() as folder:
        edited(folder, "ours.json", owner("Growth"))
        edited(folder, "theirs.json", cost(2))
        result = folder.cli("merge", "base.lifecycle.json", "ours.json", "theirs.json", "-o", "m.json").must(0)
        assert result.out == "" and result.err == ""
        stage = json.loads(folder.read("m.json"))["stages"][0]
        assert stage["owner"] == "Growth" and stage["cost"] == 2


def merge_lists_conflicts():
    """merge: on a conflict a line and exit 1; the map has ours there and all the rest of both"""
    with Folder() as folder:
        edited(folder, "ours.json", owner("A"))
        edited(folder, "theirs.json", owner("B"))
        edited(folder, "theirs.json", cost(2), "theirs.json")
        names = ["merge", "base.lifecycle.json", "ours.json", "theirs.json", "-o"]
        result = folder.cli(*names, "m.json").must(1)
        stage = json.loads(folder.read("m.json"))["stages"][0]
        wanted = 'CONFLICT stages/%s owner: ours "A", theirs "B" (was nothing)\n' % stage["id"]
        assert result.out == wanted, result.out
        assert stage["owner"] == "A" and stage["cost"] == 2
        folder.cli("diff", "ours.json", "m.json").must(1)

        to_output = folder.cli(*names, "-").must(1)
        assert to_output.out == folder.read("m.json") and wanted in to_output.err, to_output.err


def merge_writes_nothing_it_cannot_read():
    """merge: an input that is no map is named, exit 3, and the output is as it was"""
    with Folder() as folder:
        folder.write("broken.json", b"{")
        for names in [("broken.json", MAP, MAP), (MAP, "broken.json", MAP), (MAP, MAP, "broken.json"),
                      (MAP, MAP, "not-there.json")]:
            result = folder.cli("merge", *names, "-o", "m.json").must(3)
            assert result.out == "" and ("broken.json" in result.err or "not-there.json" in result.err)
            assert not (folder.path / "m.json").exists()


def documented_commands():
    """The lines that the README tells one to configure Git with."""
    text = (SOURCE / "README.md").read_text(encoding="utf-8")
    attributes = re.search(r"^    (\*\.lifecycle\.json .*)$", text, re.MULTILINE).group(1)
    commands = re.findall(r"^    (git config .*)$", text, re.MULTILINE)
    assert len(commands) == 3, commands
    return attributes, commands


class Repository:
    """A Git repository with a map in it, configured as the README says."""

    def __init__(self, folder):
        self.path = folder.path / "repository"
        self.path.mkdir()
        programs = folder.path / "programs"
        programs.mkdir()
        (programs / "perennial-cli").symlink_to(PROGRAM)
        self.environment = {**os.environ, "HOME": str(folder.path), "GIT_CONFIG_NOSYSTEM": "1",
                            "PATH": "%s:%s" % (programs, os.environ["PATH"]), "GIT_PAGER": "cat"}
        self.git("init", "--quiet", "--initial-branch", "main")
        self.git("config", "user.name", "A")
        self.git("config", "user.email", "a@example.org")
        attributes, commands = documented_commands()
        for command in commands:
            subprocess.run(["sh", "-c", command], cwd=self.path, env=self.environment, check=True)
        (self.path / ".gitattributes").write_text(attributes + "\n", encoding="utf-8")

    def git(self, *words, status=0):
        done = subprocess.run(["git", *words], cwd=self.path, env=self.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, check=False, text=True)
        assert done.returncode == status, (words, done.returncode, done.stdout)
        return done.stdout

    def read(self):
        return json.loads((self.path / MAP).read_text(encoding="utf-8"))

    def commit(self, edit, message):
        content = self.read()
        edit(content)
        (self.path / MAP).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
        self.git("commit", "--quiet", "--all", "--message", message)


def repository(folder, ours, theirs):
    """Two branches that came from one map: ours is checked out, theirs is called so."""
    tree = Repository(folder)
    shutil.copy(folder.path / MAP, tree.path / MAP)
    tree.git("add", ".")
    tree.git("commit", "--quiet", "--message", "A map")
    tree.git("branch", "theirs")
    tree.commit(ours, "Ours")
    tree.git("checkout", "--quiet", "theirs")
    tree.commit(theirs, "Theirs")
    tree.git("checkout", "--quiet", "main")
    return tree


def needs_git():
    if shutil.which("git") is None:
        raise tap.Skip("git is not installed")


def git_merges_members():
    """Git: two branches that changed different members of one stage merge without a question"""
    needs_git()
    with Folder() as folder:
        tree = repository(folder, owner("Growth"), cost(2))
        tree.git("merge", "--quiet", "--no-edit", "theirs")
        stage = tree.read()["stages"][0]
        assert stage["owner"] == "Growth" and stage["cost"] == 2
        assert tree.git("status", "--porcelain") == ""


def git_sees_the_conflict():
    """Git: two branches that changed one member differently: the file is unmerged, and opens"""
    needs_git()
    with Folder() as folder:
        tree = repository(folder, owner("A"), owner("B"))
        said = tree.git("merge", "--no-edit", "theirs", status=1)
        assert "CONFLICT stages/" in said and 'ours "A", theirs "B" (was nothing)' in said, said
        assert tree.git("status", "--porcelain") == "UU %s\n" % MAP
        folder.cli("check", str(pathlib.Path("repository") / MAP))
        assert tree.read()["stages"][0]["owner"] == "A"
        assert '"owner": "B"' in tree.git("show", ":3:" + MAP)
        tree.git("add", MAP)
        tree.git("commit", "--quiet", "--no-edit")


def git_merges_what_both_added():
    """Git: a map that both branches added, without one they had in common"""
    needs_git()
    with Folder() as folder:
        tree = Repository(folder)
        tree.git("add", ".")
        tree.git("commit", "--quiet", "--message", "No map")
        tree.git("branch", "theirs")
        for branch in ["main", "theirs"]:
            tree.git("checkout", "--quiet", branch)
            shutil.copy(folder.path / MAP, tree.path / MAP)
            tree.git("add", ".")
            if branch == "theirs":
                content = tree.read()
                content["notes"] = [{"id": "their-note", "text": "Hello"}]
                (tree.path / MAP).write_text(json.dumps(content), encoding="utf-8")
                tree.git("add", ".")
            tree.git("commit", "--quiet", "--message", "A map")
        tree.git("checkout", "--quiet", "main")
        tree.git("merge", "--quiet", "--no-edit", "theirs")
        assert tree.read()["notes"][0]["id"] == "their-note"


def git_shows_words():
    """Git: git diff says it in words"""
    needs_git()
    with Folder() as folder:
        tree = repository(folder, owner("Growth"), cost(2))
        assert 'owner set to "Growth".' in tree.git("diff", "HEAD~1")
        assert "cost was 0, is now 2." in tree.git("diff", "main~1", "theirs")


if __name__ == "__main__":
    tap.run([diff_says_it_in_words, diff_as_json, merge_by_member, merge_lists_conflicts,
             merge_writes_nothing_it_cannot_read, git_merges_members, git_sees_the_conflict,
             git_merges_what_both_added, git_shows_words])
