"""The shade along the far side of a figure's parts from the light."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from shapely.affinity import translate

from .loft import each_contours
from .marks import Area, Array, Mark
from .pen import Part, Pen

CRESCENT = (0.10, 0.075)
"""How far a shape is moved to cut the shade from it, in heads."""
SWING = 0.3
"""How far a shape is moved close to a joint, as a share of the distance from it: so its shade tapers towards it.

Less than 1, so a moved contour crosses itself no more than it did."""
STILL = 0.12
"""Heads round a joint within which it is not moved at all."""
FLECK = 0.003
"""Square heads of shade that are left out."""
EVERYWHERE = 1e6
"""Frame units of radius from which a joint has no place of its own."""


def crescents(pen: Pen, drawn: Sequence[Part]) -> dict[Part, list[Mark]]:
    """Return the shade of each part: its shape without itself moved to the light, less near its joints."""
    parts = [p for p in drawn if p.shade and p.paint is not None and pen.shades(p.paint)]
    if not parts:
        return {}
    shapes = np.array([p.shape for p in parts], dtype=object)
    points, owner = shapely.get_coordinates(shapes, return_index=True)
    way = np.array([(p.shade * pen.head,) for p in parts]) * (-CRESCENT[0] * pen.lee, -CRESCENT[1])
    moved = shapely.set_coordinates(
        shapes.copy(), points + _share(parts, points, owner, way, pen.head)[:, None] * way[owner]
    )
    torn = ~shapely.is_valid(moved)
    moved[torn] = [translate(s, *w) for s, w in zip(shapes[torn], way[torn].tolist(), strict=True)]
    pieces, of = shapely.get_parts(shapely.difference(shapes, moved), return_index=True)
    large = shapely.area(pieces) > FLECK * pen.head**2
    rings: dict[Part, list[Array]] = defaultdict(list)
    for k, contours in zip(of[large].tolist(), each_contours(pieces[large]), strict=True):
        rings[parts[k]] += contours
    return {p: [Area(tuple(found), p.paint, shade=0.8)] for p, found in rings.items() if found and p.paint}


def _share(parts: Sequence[Part], points: Array, owner: Any, way: Array, head: float) -> Array:
    """Return how much of their ``way`` (parts, 2) points (n, 2) of parts are moved: all of it far from joints."""
    share = np.ones(len(points))
    joints = [(k, j.centre) for k, p in enumerate(parts) for j in p.joints if j.radius < EVERYWHERE]
    if joints:
        which = np.array([k for k, _ in joints])
        ends = np.searchsorted(owner, np.arange(len(parts) + 1))
        size = (ends[1:] - ends[:-1])[which]
        at = np.arange(int(size.sum())) + np.repeat(ends[which] - np.cumsum(size) + size, size)
        off = points[at] - np.repeat([centre for _, centre in joints], size, axis=0)
        steep = SWING / np.sqrt((way * way).sum(axis=1))
        far = np.maximum(np.sqrt((off * off).sum(axis=1)) - STILL * head, 0.0)
        np.minimum.at(share, at, far * steep[owner[at]])
    return share
