"""Bones and curves into lofts: limbs, sleeves, straps, tails."""

from functools import lru_cache
from itertools import combinations
from typing import Any

import numpy as np

from .loft import Links, Loft, across, profile
from .marks import Array

Keys = tuple[tuple[float, ...], ...]
FLAT = 0.03
"""How far a hull may stand off a bone's rings inside it, as a share of its largest radius."""


def tube(start: Any, end: Any, facing: Any, keys: Keys, *, scale: float = 1.0, rows: int = 9) -> Loft:
    """Return the loft of one bone. ``keys`` rows are (t, half width, depth[, forward offset]) times ``scale`` metres.

    ``t`` runs 0..1 from start to end and may go beyond; the front of its rings is as near ``facing`` as it goes.
    """
    start, end = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    table, links = _profiled(keys, rows)
    axis = end - start
    left, front = across(axis, facing)
    centre = start + axis * table[:, :1]
    if table.shape[1] > 3:
        centre += front * (table[:, 3:4] * scale)
    half, depth = table[:, 1] * scale, table[:, 2] * scale
    tile = np.ones((rows, 1))
    return Loft(table[:, 0], centre, left * tile, front * tile, half, depth, depth, links=links)


@lru_cache(maxsize=256)
def _profiled(keys: Keys, rows: int) -> tuple[Array, Links]:
    """Return a bone's rows and its convex pieces, each as long as it goes."""
    table = profile(keys, rows)
    lean = table[:, 3] if table.shape[1] > 3 else 0.0
    return table, convex_links(table[:, 0], np.stack([table[:, 1], table[:, 2] + lean, table[:, 2] - lean]))


def convex_links(t: Array, sides: Array) -> Links:
    """Return the convex pieces of a straight row of rings at places (n,) with sides (k, n), each as long as it goes."""
    links, first = [], 0
    sides = sides / sides.max()
    while first < len(t) - 1:
        last = max(k for k in range(first + 1, len(t)) if _bulges(t[first : k + 1], sides[:, first : k + 1]))
        links.append((first, last))
        first = last
    return tuple(links)


def _bulges(t: Array, sides: Array) -> bool:
    """Tell whether sides (k, n) at places (n,) are nowhere hollow: no chord stands off them."""
    for i, j in combinations(range(len(t)), 2):
        u = (t[i + 1 : j] - t[i]) / (t[j] - t[i])
        chord = sides[:, i : i + 1] * (1 - u) + sides[:, j : j + 1] * u
        if (chord - sides[:, i + 1 : j] > FLAT).any():
            return False
    return True


def strand(points: Any, facing: Any, widths: Any, thickness: Any = 1.0, *, rows: int = 12) -> Loft:
    """Return a loft along a smooth curve through ``points`` (m, 3): a lock of hair, a tail, a strap.

    ``facing`` (3,) or (m, 3) is where its flat side looks, ``widths`` (m,) are half widths in metres and
    ``thickness`` the depth as a share of the width.
    """
    points = np.asarray(points, dtype=float)
    m = len(points)
    facing = np.broadcast_to(np.asarray(facing, dtype=float), points.shape)
    widths = np.broadcast_to(np.asarray(widths, dtype=float), m)
    flat = np.broadcast_to(np.asarray(thickness, dtype=float), m)
    table = profile(np.column_stack([np.linspace(0, 1, m), points, facing, widths, flat]), rows)
    centre = table[:, 1:4]
    left, front = across(np.gradient(centre, axis=0), table[:, 4:7])
    half = np.maximum(table[:, 7], 1e-5)
    depth = half * np.maximum(table[:, 8], 1e-3)
    return Loft(table[:, 0], centre, left, front, half, depth, depth)
