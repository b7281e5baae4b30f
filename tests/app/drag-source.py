#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window out of which a file can be dragged, as out of a file manager.

Usage: drag-source.py FILE
"""

import sys

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402


def main():
    Gtk.init()
    files = Gdk.FileList.new_from_list([Gio.File.new_for_path(sys.argv[1])])
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.set_content(Gdk.ContentProvider.new_for_value(GObject.Value(Gdk.FileList, files)))
    label = Gtk.Label(label=sys.argv[1])
    label.add_controller(source)
    window = Gtk.Window(child=label, default_width=160, default_height=120)
    window.present()
    GLib.MainLoop().run()


if __name__ == "__main__":
    sys.exit(main())
