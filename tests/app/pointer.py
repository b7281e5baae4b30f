# SPDX-License-Identifier: GPL-3.0-or-later
"""A pointer on the canvas: where things are on the screen, and what a mouse does there."""

import time

from accessible import Missing
from hand import xdotool

HANDLE_OUT = 14  # pixels from the side of a card to the middle of a handle
PARTS = 8  # of the way of a drag
PAUSE = 0.03  # seconds between them


class Pointer:
    """A window at the top left of the screen, showing a map at 100 %."""

    def __init__(self, hand, width, height):
        self.hand = hand
        self.canvas = hand.wait("the canvas", lambda: self.find("Map", "panel"))
        self.frame = hand.wait("the frame", lambda: self.find_role("frame"))
        xdotool("windowsize", hand.window, width, height)
        xdotool("windowmove", hand.window, 0, 0)
        hand.wait("the size of the window", lambda: self.extents(self.frame)[2] > width * 0.9)

    def find(self, name, role):
        """What is called exactly so, now."""
        for node, its_role, its_name in self.hand.program.nodes():
            if its_name == name and role in its_role:
                return node
        return None

    def find_role(self, role):
        return next((n for n, its_role, _ in self.hand.program.nodes() if its_role == role), None)

    def extents(self, node):
        """Where something is on the screen; AT-SPI tells it within the frame, without its shadow."""
        kind = self.hand.atspi.CoordType.WINDOW
        box = node.get_component_iface().get_extents(kind)
        frame = self.frame.get_component_iface().get_extents(kind)
        shell = dict(
            line.split("=")
            for line in xdotool("getwindowgeometry", "--shell", self.hand.window).split()
        )
        left = int(shell["X"]) + (int(shell["WIDTH"]) - frame.width) // 2
        top = int(shell["Y"]) + (int(shell["HEIGHT"]) - frame.height) // 2
        return left + box.x, top + box.y, box.width, box.height

    def items(self):
        """The items of the canvas by their names, without what their names say more."""
        layer = self.canvas.get_child_at_index(0)
        items = [layer.get_child_at_index(i) for i in range(layer.get_child_count())]
        return {item.get_name().split(",")[0]: item for item in items if item is not None}

    def shows(self, *names):
        """Waits until these items are on the canvas, and no others."""
        try:
            self.hand.wait("", lambda: set(self.items()) == set(names))
        except Missing:
            raise Missing(f"{sorted(names)} on the canvas; there is {sorted(self.items())}") from None

    def box(self, name):
        """Where an item is on the screen, once it stands still."""
        return self.still(f"“{name}” on the canvas", lambda: self.items().get(name))

    def still(self, what, find):
        seen = []

        def stands():
            node = find()
            if node is not None:
                seen.append(self.extents(node))
                time.sleep(PAUSE)
            return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3] and seen[-1][2] > 0

        self.hand.wait(what, stands)
        return seen[-1]

    def spot(self, name, across=0.5, down=0.5):
        x, y, width, height = self.box(name)
        return x + width * across, y + height * down

    def ground(self, across, down):
        x, y, width, height = self.still("the canvas", lambda: self.canvas)
        return x + width * across, y + height * down

    def middle(self, node):
        x, y, width, height = self.still("a place on the screen", lambda: node)
        return x + width / 2, y + height / 2

    @staticmethod
    def move(spot):
        xdotool("mousemove", round(spot[0]), round(spot[1]))

    def click(self, spot, times=1, held=None, button=1):
        self.move(spot)
        if held:
            xdotool("keydown", held)
        xdotool("click", "--repeat", times, "--delay", 60, button)
        if held:
            xdotool("keyup", held)

    def drag(self, start, end, held=None, button=1, slowly=False):
        """Drags; @slowly what goes through the drag and drop of the screen."""
        self.move(start)
        time.sleep(PAUSE)
        if held:
            xdotool("keydown", held)
        xdotool("mousedown", button)
        for part in range(PARTS + 1):
            share = part / PARTS
            self.move(
                (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            )
            time.sleep(5 * PAUSE if slowly else PAUSE)
        xdotool("mouseup", button)
        if held:
            xdotool("keyup", held)

    def handle(self, name, side):
        """The handle at a side of a stage; it is there once the pointer has been on the stage."""
        x, y, width, height = self.box(name)
        self.move((x + width / 2, y + height / 2))
        time.sleep(2 * PAUSE)
        return {
            "top": (x + width / 2, y - HANDLE_OUT),
            "right": (x + width + HANDLE_OUT, y + height / 2),
            "bottom": (x + width / 2, y + height + HANDLE_OUT),
            "left": (x - HANDLE_OUT, y + height / 2),
        }[side]
