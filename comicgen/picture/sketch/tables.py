"""Those who sit at tables of their own in one panel into one table that all share."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ...staging.sets import prop_parts
from ...staging.sets.solids import Solid, Thing, arranged
from .marks import Array

TABLE = "table"
SIDE, BEYOND = 0.3, 0.42
"""Metres from the hips to the edge that one sits at, and from the last in a row to the table's end."""
DEEP, FOREARMS = 0.8, 0.3
"""Metres: how deep a table is, and how far before those at its ends its middle is."""
LEAST, LONGEST = 0.5, 3.4
"""Metres: the least and the greatest length of a table."""


def shared_table(hips: Array, yaws: Sequence[float]) -> list[Thing]:
    """Return the parts of a table for (n, 3) hips turned by ``yaws`` degrees, nothing where none suits all of them.

    It lies along the line of the two who sit farthest apart: they sit at its ends where they look along it, others at
    its sides.
    """
    spots, turns = hips[:, [0, 2]], np.radians(yaws)
    ways = np.stack([np.sin(turns), np.cos(turns)], axis=1)
    gaps = np.linalg.norm(spots[:, None] - spots[None], axis=2)
    i, j = np.unravel_index(int(gaps.argmax()), gaps.shape)
    along = (spots[j] - spots[i]) / max(float(gaps[i, j]), 1e-6)
    across = np.array((-along[1], along[0])) * (np.sign(float((ways @ (-along[1], along[0])).sum())) or 1.0)
    (u, v), (du, dv) = (spots @ np.stack([along, across], axis=1)).T, (ways @ np.stack([along, across], axis=1)).T
    lengthwise, low, high = np.abs(du) > np.abs(dv), u.min(), u.max()
    if (lengthwise & (u == np.where(du > 0, high, low))).any():
        return []  # somebody's back is to all others
    ends = lengthwise & (u == np.where(du > 0, low, high))
    u0, u1 = _edges(u, np.where(ends, du, 0.0))
    v0, v1 = _edges(v, np.where(ends, 0.0, dv))
    u0, u1 = (float(u.min()) - BEYOND if u0 is None else u0), (float(u.max()) + BEYOND if u1 is None else u1)
    if v0 is None and v1 is None:
        v0 = float((v + FOREARMS * np.sign(dv)).mean()) - DEEP / 2
    v0 = v0 if v0 is not None else (v1 or 0.0) - DEEP
    v1 = v1 if v1 is not None else v0 + DEEP
    if not (LEAST < u1 - u0 < LONGEST and LEAST < v1 - v0 < 2 * DEEP):
        return []
    x, z = along * (u0 + u1) / 2 + across * (v0 + v1) / 2
    return _sized((u1 - u0, v1 - v0), (float(x), float(z)), float(np.degrees(np.arctan2(-along[1], along[0]))))


def _edges(where: Array, looks: Array) -> tuple[float | None, float | None]:
    """Return the lower and the upper edge that those who look up and down an axis sit at, None for a free one."""
    low, high = where[looks > 0] + SIDE, where[looks < 0] - SIDE
    return (float(low.max()) if len(low) else None), (float(high.min()) if len(high) else None)


def _sized(size: tuple[float, float], at: tuple[float, float], yaw: float) -> list[Thing]:
    """Return a table as long and deep as asked."""
    parts = [p for p in prop_parts(TABLE) if isinstance(p, Solid)]
    corners = np.concatenate([p.corners for p in parts])
    wide, _, deep = corners.max(axis=0) - corners.min(axis=0)
    scale = np.array((size[0] / wide, 1.0, size[1] / deep))
    grown: list[Thing] = [replace(p, corners=p.corners * scale) for p in parts]
    return arranged(grown, (at[0], 0.0, at[1]), yaw, 2)
