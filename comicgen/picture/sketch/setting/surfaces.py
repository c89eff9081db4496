"""Flat surfaces that details are drawn on, and faces of solids into them."""

from dataclasses import dataclass
from math import hypot
from random import Random

import numpy as np

from ..marks import Array


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """A flat surface with its own axes: where details are drawn in metres (u, v) from its lower left corner."""

    origin: Array
    along: Array
    up: Array
    w: float
    h: float
    seed: int
    outline: Array
    """(n, 2) its corners in (u, v)."""

    def points(self, uv: Array) -> Array:
        """Return (..., 3) world points of (..., 2) surface points."""
        out: Array = uv @ np.array((self.along, self.up)) + self.origin
        return out

    @property
    def rng(self) -> Random:
        """Return the surface's own dice, the same in every picture."""
        return Random(self.seed)


def surface_of(corners: Array, seed: int) -> Surface:
    """Return the surface of a flat face: its first edge is u, the lower edge."""
    (x0, y0, z0), (x1, y1, z1), (x2, y2, z2) = corners[:3].tolist()
    x, y, z, a, b, c = x1 - x0, y1 - y0, z1 - z0, x2 - x1, y2 - y1, z2 - z1
    width = hypot(x, y, z)
    lean = (x * a + y * b + z * c) / (width * width)
    up = a - lean * x, b - lean * y, c - lean * z
    high = hypot(*up)
    axes = np.array(((x / width, y / width, z / width), tuple(v / high for v in up)))
    uv = (corners - corners[0]) @ axes.T
    return Surface(corners[0], axes[0], axes[1], width, float(uv[:, 1].max()), seed, uv)


def lid_surface(corners: Array, seed: int) -> Surface:
    """Return the surface of a ring of corners that need not be flat: v along its longest way."""
    middle = corners.mean(axis=0)
    _, _, axes = np.linalg.svd(corners - middle)
    up, normal = axes[0], axes[2] * (1.0 if axes[2, 1] >= 0 else -1.0)
    along = np.cross(up, normal)
    uv = np.stack([(corners - middle) @ along, (corners - middle) @ up], axis=1)
    low = uv.min(axis=0)
    w, h = (uv.max(axis=0) - low).tolist()
    return Surface(middle + low[0] * along + low[1] * up, along, up, w, h, seed, uv - low)


def lifted(ground: Array, y: float) -> Array:
    """Return (n, 3) points over (n, 2) points (x, z) of the ground."""
    points = np.empty((len(ground), 3))
    points[:, ::2], points[:, 1] = ground, y
    return points
