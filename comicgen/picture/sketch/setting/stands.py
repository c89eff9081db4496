"""Where something that grows or stands upright is on the frame."""

from dataclasses import dataclass
from functools import lru_cache
from math import hypot

import numpy as np

from ....staging.sets.solids import Growth
from ..marks import Array
from ..order import Box
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
        """Return (..., 2) frame points of (..., 2) metres from the foot."""
        out: Array = self.foot + points[..., :1] * self.right + points[..., 1:] * self.up
        return out

    @property
    def metre(self) -> float:
        """Frame units per metre across."""
        return hypot(*self.right.tolist())

    def box(self, half: float, tall: float) -> Box:
        """Return the box on the frame of what reaches ``half`` metres to both sides and ``tall`` metres up."""
        (x, y), (a, b), (c, d) = self.foot.tolist(), self.right.tolist(), self.up.tolist()
        a, b, c, d = abs(a) * half, abs(b) * half, c * tall, d * tall
        return x - a + min(c, 0.0), y - b + min(d, 0.0), x + a + max(c, 0.0), y + b + max(d, 0.0)


@lru_cache(maxsize=2)
def stands_of(hand: Hand, growths: tuple[Growth, ...]) -> list[Stand | None]:
    """Return where growths stand, None for what is behind or too near."""
    if not growths:
        return []
    feet, height = np.array([g.at for g in growths]), np.array([g.height for g in growths])
    view, rise = hand.view(feet), hand.camera.forward[1]
    depth = view[:, 2]
    while (high := (height > 0.2) & (depth + height * rise < 0.4 * depth)).any():
        height[high] /= 2
    feet[:, 1] += height
    low = hand.frame(view)
    up = (hand.project(feet) - low) / height[:, None]
    length, metre = np.hypot(up[:, 0], up[:, 1]), 100.0 * hand.camera.focal / np.maximum(depth, NEAREST)
    across = up[:, ::-1] * (-1.0, 1.0) * (metre / np.maximum(length, 1e-9))[:, None]
    steep = length <= 0.15 * metre
    across[steep] = np.stack([metre[steep], np.zeros(np.count_nonzero(steep))], axis=1)
    return [
        Stand(low[k], across[k], up[k], d, g.seed) if d >= NEAREST else None
        for k, (d, g) in enumerate(zip(depth.tolist(), growths, strict=True))
    ]


def tube(path: Array, r: float) -> Array:
    """Return the outline of a round-ended tube along a path."""
    import shapely

    out: Array = shapely.get_coordinates(shapely.buffer(shapely.linestrings(path), r, quad_segs=3))[:-1]
    return out
