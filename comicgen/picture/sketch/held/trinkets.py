"""Small tools and what burns in the hand into parts: a key, an axe, a match, a torch."""

import numpy as np

from ..hulls import outline
from ..loft import unit
from ..marks import Array
from ..tubes import strand
from .hold import Hold

FLAME, HEART, HEAD, TAR = (250, 214, 110), (255, 250, 226), (190, 60, 50), (58, 48, 44)
STEEL = (176, 182, 192)
BIT = ((0.40, 0.03), (0.46, 0.12), (0.35, 0.15), (0.24, 0.12), (0.31, 0.03), (0.30, -0.04), (0.40, -0.04))
"""Of an axe's head: up the handle and out towards the edge, in metres."""


def key(hold: Hold) -> None:
    """Add an old key held by its stem, the ring above, the bits below."""
    up = unit(hold.up * 0.9 + hold.out * 0.3)
    low, high = hold.at - up * 0.05 * hold.scale, hold.at + up * 0.11 * hold.scale
    side = unit(np.cross(up, hold.palm))
    hold.rod(low, high, 0.007, hold.colour, 0.003)
    for step, wide in ((0.004, 0.026), (0.022, 0.02)):
        start = low + up * step * hold.scale
        hold.rod(start, start + side * wide * hold.scale, 0.006, hold.colour, 0.0025)
    turn = np.linspace(0, 2 * np.pi, 15)
    middle = high + up * 0.024 * hold.scale
    rim = np.array([middle + (np.cos(t) * side + np.sin(t) * up) * 0.024 * hold.scale for t in turn])
    loop = strand(rim, np.cross(up, side), np.full(len(rim), 0.007 * hold.scale), rows=25)
    hold.part(outline(loop, hold.sitter.pen.camera), hold.colour, 0.003)


def axe(hold: Hold) -> None:
    """Add an axe: a wooden handle, a steel head whose edge looks away from the hand."""
    hold.rod(hold.point(up=-0.20), hold.point(up=0.44), 0.017, hold.colour, 0.001)
    head = hold.sheet(np.array([hold.point(out=out, up=up) for up, out in BIT]), STEEL, 0.003)
    head.after += hold.line(*(hold.point(out=out - 0.025, up=up) for up, out in BIT[1:4]), weight=0.4)


def match(hold: Hold) -> None:
    """Add a burning match: a stick, its head, a flame of two colours."""
    up = unit(hold.up * 0.8 + np.array((0.0, 0.6, 0.0)))
    tip = hold.at + up * 0.10 * hold.scale
    hold.rod(hold.at - up * 0.03 * hold.scale, tip, 0.006, hold.colour, 0.003)
    hold.rod(tip, tip + up * 0.012 * hold.scale, 0.009, HEAD, 0.0035)
    _flame(hold, tip, 1.0)


def torch(hold: Hold) -> None:
    """Add a torch: a thick stick, its wrapped head, a tall flame."""
    up = unit(hold.up * 0.35 + np.array((0.0, 1.0, 0.0)))
    top = hold.at + up * 0.26 * hold.scale
    hold.rod(hold.at - up * 0.20 * hold.scale, top, 0.017, hold.colour, 0.003)
    hold.rod(top - up * 0.02 * hold.scale, top + up * 0.075 * hold.scale, 0.034, TAR, 0.0035)
    _flame(hold, top + up * 0.085 * hold.scale, 4.0)


def _flame(hold: Hold, foot: Array, size: float) -> None:
    """Add a flame of two colours over its foot: a leaf whose tip is drawn to one side."""
    right = np.array(hold.sitter.pen.camera.right)
    t = np.linspace(0.0, 2 * np.pi, 25)[:-1]
    high = 0.025 - 0.037 * np.cos(t)
    wide = 0.021 * np.sin(t) * (1.0 - 0.35 * high / 0.062) + 0.009 * np.sin(60.0 * high)
    for share, colour, near in ((1.5, FLAME, 0.004), (0.75, HEART, 0.006)):
        spots = wide[:, None] * right + high[:, None] * np.array((0.0, 1.0, 0.0))
        hold.sheet(foot + spots * share * size * hold.scale, colour, near)
