"""Small things between two fingers into parts: a key, a burning match."""

from itertools import pairwise

import numpy as np

from ..loft import unit
from .hold import Hold

FLAME, HEART, HEAD = (250, 214, 110), (255, 250, 226), (190, 60, 50)


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
    rim = [middle + (np.cos(t) * side + np.sin(t) * up) * 0.024 * hold.scale for t in turn]
    for a, b in pairwise(rim):
        hold.rod(a, b, 0.007, hold.colour, 0.003)


def match(hold: Hold) -> None:
    """Add a burning match: a stick, its head, a flame of two colours."""
    up = unit(hold.up * 0.8 + np.array((0.0, 0.6, 0.0)))
    tip = hold.at + up * 0.10 * hold.scale
    hold.rod(hold.at - up * 0.03 * hold.scale, tip, 0.006, hold.colour, 0.003)
    hold.rod(tip, tip + up * 0.012 * hold.scale, 0.009, HEAD, 0.0035)
    across = unit(np.cross(up, hold.out + hold.palm * 0.3))
    for size, colour, near in ((1.5, FLAME, 0.004), (0.75, HEART, 0.006)):
        shape = [(0.0, -0.012), (0.02, 0.006), (0.019, 0.024), (0.004, 0.062), (-0.012, 0.03), (-0.019, 0.012)]
        points = [tip + (across * x + np.array((0.0, y, 0.0))) * size * hold.scale for x, y in shape]
        hold.sheet(np.array(points), colour, near)
