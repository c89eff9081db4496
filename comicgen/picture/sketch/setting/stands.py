"""Where something that grows or stands upright is on the frame."""

from dataclasses import dataclass

import numpy as np

from ....staging.sets.solids import Growth
from ..marks import Array
from .hand import Hand

NEAREST = 0.6
"""Metres: nothing that grows is drawn nearer than this."""


THICK = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Stand:
    """Where a growth stands on the frame: foot, one metre to the right and one metre up, in frame units."""

    foot: Array
    right: Array
    up: Array
    depth: float
    seed: int

    def at(self, x: float, y: float) -> Array:
        """Return the frame point x metres to the right of the foot and y above it."""
        out: Array = self.foot + self.right * x + self.up * y
        return out

    def shape(self, points: Array) -> Array:
        """Return (n, 2) frame points of (n, 2) metres from the foot."""
        out: Array = self.foot + points[:, :1] * self.right + points[:, 1:] * self.up
        return out

    @property
    def metre(self) -> float:
        """Frame units per metre across."""
        return float(np.hypot(*self.right))


def stand_of(hand: Hand, g: Growth) -> Stand | None:
    """Return where a growth stands, or None where it is behind or too near."""
    foot = np.array(g.at)
    depth = hand.depth(foot)
    if depth < NEAREST:
        return None
    height, top = g.height, foot + np.array((0.0, g.height, 0.0))
    while height > 0.2 and hand.depth(top) < 0.4 * depth:
        height, top = height / 2, foot + np.array((0.0, height / 2, 0.0))
    low, high = hand.project(foot), hand.project(top)
    k = hand.scale(depth)
    up = (high - low) / height
    length = float(np.hypot(*up))
    across = np.array((-up[1], up[0])) / length * k if length > 0.15 * k else np.array((k, 0.0))
    return Stand(low, across, up, depth, g.seed)


def tube(path: Array, r: float) -> Array:
    """Return the outline of a round-ended tube along a path."""
    import shapely

    out: Array = shapely.get_coordinates(shapely.buffer(shapely.linestrings(path), r, quad_segs=3))[:-1]
    return out
