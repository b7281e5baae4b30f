# SPDX-License-Identifier: GPL-3.0-or-later
"""The few lines of TAP that the tests of data files need."""

import os
import shutil
import subprocess
import sys
import traceback


class Skip(Exception):
    """Raised by a case that cannot run here; its text is the reason."""


def tool(*command):
    """Runs a tool and returns (exit status, its words); skips the case when it is not installed."""
    if shutil.which(command[0]) is None:
        raise Skip(command[0] + " is not installed")
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def must_pass(*command):
    status, words = tool(*command)
    assert status == 0, "%s: exit %d\n%s" % (command[0], status, words)


def run(cases):
    """Runs functions in order, named by the first line of what they say of themselves."""
    failed = False
    print("1..%d" % len(cases))
    for number, case in enumerate(cases, start=1):
        name = case.__doc__.strip().splitlines()[0].replace("#", "")
        try:
            case()
            print("ok %d %s" % (number, name))
        except Skip as reason:
            print("ok %d %s # SKIP %s" % (number, name, reason))
        except Exception:
            failed = True
            print("not ok %d %s" % (number, name))
            for line in traceback.format_exc().splitlines():
                print("# " + line)
    sys.exit(1 if failed else 0)
